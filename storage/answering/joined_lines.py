"""Several lines that one part of a question means together, and those that leave open what it means.

`дороги` are their upkeep, their repair and the new ones: no one of these lines is what was named. Pure:
nothing is read here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parser.budget_code import BY_SIDE, Side, is_below, level_of, section_of
from parser.dataclass import dataclass
from parser.records import Level
from storage.answering.inquiry import Found, FoundLine
from storage.answering.listed_lines import office_of
from storage.search.candidate import Candidate
from storage.search.weights import Weights

_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class JoinedLines:
    """Lines of one edition that are meant together.

    Attributes:
        words: what names them.
        lines: best first, none of them inside another.
    """

    words: str
    lines: tuple[FoundLine, ...]


def list_of_one_thing(lines: Sequence[FoundLine]) -> tuple[FoundLine, ...]:
    """The lines of one thing among those that some words may mean: an everyday word leads to all of them.

    Args:
        lines: that fit the words well, best first.

    Returns:
        None where there is only one, where they are of several levels or sections, and of offices: two
        offices are two things.
    """
    led = [line for line in lines if line.through and not line.part]
    best = next(iter(lines), None)
    if best is None or not best.through or len(led) < _SEVERAL or level_of(best.path) is Level.ADMINISTRATOR:
        return ()
    if any(level_of(line.path) is not level_of(best.path) for line in led):
        return ()
    alike = all(
        line.line.section is best.line.section
        and line.line.unit == best.line.unit
        and line.asked.edition is best.asked.edition
        and line.pieced == best.pieced
        for line in led
    )
    return tuple(led) if alike else ()


def list_led(found: Found, weights: Weights) -> list[Candidate]:
    """The paths of one thing, of whatever edition, that an everyday word leads to; perhaps only one.

    Args:
        found: what a question finds.
        weights: how well a path must be matched beside the best one.

    Returns:
        None where the best line is not led to, or one of another level or section is as well.
    """
    best = next(iter(found.lines), None)
    if best is None or not best.through or best.part or level_of(best.path) is Level.ADMINISTRATOR:
        return []
    least = weights.answer.offered_beside * best.score
    led = [each for each in found.ranked if each.through and not each.part and each.score >= least]
    there = {line.path for line in found.lines}
    other = [each for each in led if level_of(each.path) is not level_of(best.path)]
    if any(each.path in there for each in other):
        return []
    section = section_of(best.path)
    return [
        each
        for each in led
        if each not in other
        and section_of(each.path) is section
        and each.pieced == best.pieced
        and each.covered >= weights.certainty.covered
    ]


def list_rivals(lines: Sequence[FoundLine], beside: Sequence[str], weights: Weights) -> Iterator[FoundLine]:
    """The lines that some words may mean as well as the first one, so that it is not known which they do.

    Neither what stands inside it, nor what holds or is one of the lines beside it: that is not what the words
    mean here; nor what is only offered where the first may be asserted. Where money that comes in is
    compared, that which goes out is not meant either.

    Args:
        lines: that fit the words well, best first.
        beside: the paths of the lines that the first one stands beside.
        weights: by how much a line may be matched worse.
    """
    best = lines[0]
    least, office = best.score - weights.answer.of_one_kind, office_of(best.line)
    for line in lines[1:]:
        led = best.through and line.through and not line.wider
        near = (
            line.score >= least and not (line.weak and not best.weak) and not (line.wider and not best.wider)
        )
        as_good = line.exact or led or (near and not best.exact)
        own = is_below(line.path, best.path) or (office is not None and office_of(line.line) == office)
        holds = any(line.path == path or is_below(path, line.path) for path in beside)
        if as_good and not own and not holds and _may_be_beside(line, best, lines):
            yield line


def _may_be_beside(line: FoundLine, best: FoundLine, lines: Sequence[FoundLine]) -> bool:
    """Whether a line's money goes the same way as that of the best one, or either way may be meant."""
    if line.line.section is best.line.section:
        return True
    top = max(lines, key=lambda each: each.score)
    spent = best.line.section is BY_SIDE[Side.SPENDING] and line.line.section is BY_SIDE[Side.RECEIPTS]
    led = line.exact or line.through
    return led and spent and top.line.section is best.line.section
