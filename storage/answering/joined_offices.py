"""Offices as all that they have in an edition, in whatever functional groups, where they are compared.

`білім бөлімі мен мәдениет бөлімін салыстыр` is about two offices, and not about one group's slice of each.
Pure: nothing is read here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from parser.budget_code import VILLAGE_AKIMS, is_below
from storage.answering.edition import AskedEdition
from storage.answering.inquiry import FoundLine
from storage.answering.listed_lines import Listed, office_of
from storage.reading.outlines import Outlines


def join_offices(
    lines: Sequence[FoundLine], outlines: Outlines
) -> tuple[list[FoundLine], tuple[Listed, ...]]:
    """Lines that are compared, each once; of an office the largest of its lines stands for all of them.

    An office that is only meant as a branch is that branch's line. So is one of which another of the lines
    holds something: `отдел образования и образование`.

    Args:
        lines: in the order in which they were named.
        outlines: with the whole editions.

    Returns:
        The lines, and those of them that stand for several.
    """
    joined = [None if line.wider else join_office(line, outlines) for line in lines]
    held = [
        office is not None
        and any(is_below(block.path, line.path) for line in lines for block in office.blocks)
        for office in joined
    ]
    offices = {
        office.best.path: office
        for office, is_held in zip(joined, held, strict=True)
        if office is not None and not is_held
    }
    paths = {block.path: office for office in offices.values() for block in office.blocks}
    told = [paths[line.path].best if line.path in paths else line for line in lines]
    return list({line.path: line for line in told}.values()), tuple(offices.values())


def join_office(line: FoundLine, outlines: Outlines) -> Listed | None:
    """All lines of an office in the edition of one of them; None of any other line, and of an only one.

    Args:
        line: one line of it.
        outlines: with the whole edition.
    """
    code = office_of(line.line)
    lines = outlines.lines(line.asked.edition).values() if code else ()
    own = [each for each in lines if office_of(each) == code]
    if len(own) < 2:
        return None
    best = max(own, key=lambda each: each.amount)
    return Listed(replace(line, path=best.path, line=best), tuple(own))


def gather_offices(
    lines: Sequence[FoundLine], outlines: Outlines
) -> tuple[list[FoundLine], tuple[Listed, ...]]:
    """Lines to choose from, an office that stands among them in several groups once, with all that it has.

    It comes after the lines of programs, unless its own lines are found best.

    Args:
        lines: best first.
        outlines: with all lines of the offices.

    Returns:
        The lines, and those of them that stand for several.
    """
    codes = Counter(code for line in lines if (code := office_of(line.line)))
    # What a village's akim has in all groups is the village's whole budget.
    several = {code for code, count in codes.items() if count > 1 and code[1] not in VILLAGE_AKIMS}
    offices = {
        code: office
        for line in lines
        if (code := office_of(line.line)) in several and (office := join_office(line, outlines))
    }
    told = [line for line in lines if office_of(line.line) not in offices]
    best = office_of(lines[0].line) if lines else None
    first = [office.best for code, office in offices.items() if code == best]
    last = [office.best for code, office in offices.items() if code != best]
    return [*first, *told, *last], tuple(offices.values())


def put_in_edition(
    lines: Iterable[FoundLine], offices: Sequence[Listed], asked: AskedEdition, outlines: Outlines
) -> tuple[list[FoundLine], tuple[Listed, ...]]:
    """Lines as another edition has them, those that it has; and those of them that stand for several.

    Args:
        lines: of one edition.
        offices: those of them that stand for all lines of an office.
        asked: the other edition.
        outlines: with the whole editions.
    """
    known, put, joined = outlines.lines(asked.edition), list[FoundLine](), list[Listed]()
    whole = {office.best.path: office for office in offices}
    for line in lines:
        code = office_of(line.line) if line.path in whole else None
        own = [each for each in known.values() if office_of(each) == code] if code else []
        there = max(own, key=lambda each: each.amount, default=known.get(line.path))
        if there is None:
            continue
        moved = replace(line, asked=asked, path=there.path, line=there)
        put.append(moved)
        if len(own) > 1:
            joined.append(Listed(moved, tuple(own)))
    return put, tuple(joined)
