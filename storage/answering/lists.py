"""Lines that answer a question together: the largest inside one, one over years, one for each part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from parser.question.intents import ListedLevel
from parser.question.question import Question
from parser.records import Section
from storage.answering.candidates import CandidateSearch, FoundLine
from storage.answering.certainty import is_good
from storage.answering.edition import AskedEdition
from storage.reading.outlines import LineOutline, Outlines
from storage.search.weights import CertaintyWeights

_DEPTHS = {ListedLevel.GROUP: 1, ListedLevel.ADMINISTRATOR: 2}  # codes in a path of expenditure


def list_parts(outlines: Outlines, whole: FoundLine, question: Question) -> list[FoundLine]:
    """The lines inside a line that a question asks to be listed, largest first.

    Of all spending these are its groups, of anything else its lowest lines: programs, or kinds of
    revenue; unless the question asks for another level.

    Args:
        outlines: with the whole edition of the line.
        whole: the line.
        question: its level, how many, and whether the smallest come first.

    Returns:
        An empty list when nothing is printed below the line.
    """
    lines = outlines.lines(whole.asked.edition)
    inside = {path: line for path, line in lines.items() if path.startswith(f"{whole.path}/")}
    plainly = ListedLevel.GROUP if whole.path == Section.EXPENDITURE else ListedLevel.PROGRAM
    parts = _list_level(inside, question.level or plainly) or _list_level(inside, ListedLevel.PROGRAM)
    if question.smallest:
        parts = [line for line in parts if line.amount]
    # Sorting keeps the print order of equal amounts.
    parts.sort(key=lambda line: line.amount, reverse=not question.smallest)
    return [replace(whole, path=line.path, line=line) for line in parts[: question.count]]


def _list_level(inside: Mapping[str, LineOutline], level: ListedLevel) -> list[LineOutline]:
    if level in _DEPTHS:
        return [line for path, line in inside.items() if path.count("/") == _DEPTHS[level]]
    above = {path.rpartition("/")[0] for path in inside}
    return [line for path, line in inside.items() if path not in above]


def find_years(outlines: Outlines, found: FoundLine, years: Sequence[int]) -> list[FoundLine]:
    """One line in the newest edition of several years, those that have it, in the order of the years."""
    catalogue = found.asked.catalogue
    over_years = []
    for year in sorted(years):
        edition = catalogue.find(year)
        line = outlines.lines(edition).get(found.path) if edition else None
        if edition is not None and line is not None:
            over_years.append(replace(found, asked=AskedEdition(catalogue, edition, None), line=line))
    return over_years


def find_each(
    search: CandidateSearch, parts: Sequence[Question], weights: CertaintyWeights
) -> list[FoundLine]:
    """One line for each part of a question that names several: `образование и спорт`.

    Returns:
        An empty list unless every part means a line, and they are not all the same.
    """
    found: list[FoundLine] = []
    for part in parts:
        own = search.find(part)
        if not own or not is_good(own[0], weights):
            return []
        found.append(own[0])
    return found if len({one.path for one in found}) > 1 else []
