"""Lines that answer a question together: the largest inside one, one over years, one for each part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parser.budget_code import level_of
from parser.question.intents import ListedLevel
from parser.question.question import Question
from parser.records import Level, Section
from storage.answering.candidates import CandidateSearch, FoundLine
from storage.answering.certainty import is_good
from storage.answering.edition import AskedEdition
from storage.reading.outlines import Outlines
from storage.search.weights import CertaintyWeights

_LEVELS = {ListedLevel.GROUP: Level.GROUP, ListedLevel.ADMINISTRATOR: Level.ADMINISTRATOR}


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
    lines, tree = outlines.lines(whole.asked.edition), outlines.tree(whole.asked.edition)
    inside = [lines[path] for path in tree.paths_below(whole.path)]
    lowest = [line for line in inside if not tree.rows_below(line.path)]
    plainly = ListedLevel.GROUP if whole.path == Section.EXPENDITURE else ListedLevel.PROGRAM
    level = _LEVELS.get(question.level or plainly)
    parts = [line for line in inside if level is not None and level_of(line.path) is level] or lowest
    if question.smallest:
        parts = [line for line in parts if line.amount]
    # Sorting keeps the print order of equal amounts.
    parts.sort(key=lambda line: line.amount, reverse=not question.smallest)
    return [replace(whole, path=line.path, line=line) for line in parts[: question.count]]


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
    return found if len({line.path for line in found}) > 1 else []
