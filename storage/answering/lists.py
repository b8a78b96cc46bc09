"""What a question for several figures is about: the largest lines inside one, or one line over years."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from parser.question.intents import Intent, ListedLevel
from parser.question.question import Question
from parser.records import Section
from storage.answering.candidates import CandidateSearch
from storage.answering.edition import Asked
from storage.answering.matches import Found
from storage.reading.lines import PrintedLine

LISTED = frozenset({Intent.LARGEST, Intent.LIST})
_DEPTHS = {ListedLevel.GROUP: 1, ListedLevel.ADMINISTRATOR: 2}  # codes in a path of expenditure


async def list_parts(search: CandidateSearch, whole: Found, question: Question) -> list[Found]:
    """The lines inside a line that a question asks to be listed, largest first.

    Of all spending these are its groups, of anything else its lowest lines: programs, or kinds of
    revenue; unless the question asks for another level.

    Args:
        search: the question's search, for its edition.
        whole: the line.
        question: its level, how many, and whether the smallest come first.

    Returns:
        None, in an empty list, when nothing is printed below the line.
    """
    lines = await search.read(whole.asked)
    inside = {path: line for path, line in lines.items() if path.startswith(f"{whole.path}/")}
    plainly = ListedLevel.GROUP if whole.path == Section.EXPENDITURE else ListedLevel.PROGRAM
    parts = _of_level(inside, question.level or plainly) or _of_level(inside, ListedLevel.PROGRAM)
    if question.smallest:
        parts = [line for line in parts if line.amount]
    # Sorting keeps the print order of equal amounts.
    parts.sort(key=lambda line: line.amount, reverse=not question.smallest)
    return [replace(whole, path=line.path, line=line) for line in parts[: question.count]]


def _of_level(inside: Mapping[str, PrintedLine], level: ListedLevel) -> list[PrintedLine]:
    if level in _DEPTHS:
        return [line for path, line in inside.items() if path.count("/") == _DEPTHS[level]]
    above = {path.rpartition("/")[0] for path in inside}
    return [line for path, line in inside.items() if path not in above]


async def find_years(search: CandidateSearch, found: Found, years: Sequence[int]) -> list[Found]:
    """One line in the newest edition of several years, those that have it, in the order of the years."""
    catalogue = found.asked.catalogue
    over_years = []
    for year in sorted(years):
        edition = catalogue.find(year)
        if edition is None:
            continue
        asked = Asked(catalogue, edition, None)
        line = (await search.read(asked)).get(found.path)
        if line is not None:
            over_years.append(replace(found, asked=asked, line=line))
    return over_years
