"""Figures that an amending decision replaces, and the lines they are about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from parser.amounts import MINUSES, SPACES, parse_amount
from parser.records import Edition, FigureChange, Paragraph, Section, SourcePlace

_OPEN, _CLOSE = '[«“„"]', '[»”“"]'
_FIGURE = rf"{_OPEN}\s*([{MINUSES}]?[\d{SPACES}]+(?:,\d+)?)\s*{_CLOSE}"
_REPLACED = re.compile(
    rf"{_FIGURE}\s*(?:деген\s+)?(?:сан|цифр)\w*\s*{_FIGURE}\s*(?:деген\s+)?(?:сан|цифр)\w*\s*ауыстырылсын"
    rf"|цифр\w*\s*{_FIGURE}\s*заменить\s*(?:на\s+)?(?:цифр\w*\s*)?{_FIGURE}",
    re.IGNORECASE,
)
# "1 тармақта", "1-тармақтың", "в пункте 1"; never "1) тармақшадағы".
_CLAUSE = re.compile(r"(\d+)\s*-?\s*тармақ(?!ша)|пункт(?:е|а)?\s+(\d+)(?!\s*\))", re.IGNORECASE)
_SUBCLAUSE = re.compile(r"(\d+)\s*\)\s*-?\s*тармақша|подпункт\w*\s+(\d+)\s*\)", re.IGNORECASE)
# Clause 1 of every budget decision lists the figures in the Budget Code's order.
_BY_SUBCLAUSE: Mapping[str, tuple[Section, ...]] = {
    "1": (Section.REVENUE,),
    "2": (Section.EXPENDITURE,),
    "3": (Section.NET_LENDING,),
    "4": (Section.FINANCIAL_ASSETS,),
    "5": (Section.DEFICIT,),
    "6": (Section.FINANCING, Section.FINANCING_RECEIPTS, Section.FINANCING_PAYMENTS),
}


@dataclass(frozen=True, slots=True)
class PrintedChange:
    """A replaced figure as the text prints it, before its line is known."""

    clause: str
    old: str
    new: str
    at: SourcePlace


def read_changes(paragraphs: Iterable[Paragraph]) -> list[PrintedChange]:
    """The replaced figures of a decision's text, each with the clause it stands in.

    A figure without a subclause of its own belongs to the subclause before it, however far the
    print has thrown the words `1) тармақшадағы` behind their figures.
    """
    changes: list[PrintedChange] = []
    clause = subclause = ""
    for paragraph in paragraphs:
        if match := _CLAUSE.search(paragraph.text):
            clause, subclause = next(filter(None, match.groups())), ""
        figures = list(_REPLACED.finditer(paragraph.text))
        marks = [next(filter(None, mark.groups())) for mark in _SUBCLAUSE.finditer(paragraph.text)]
        for index, match in enumerate(figures):
            if marks:
                subclause = marks[min(index, len(marks) - 1)]
            old, new = (text for text in match.groups() if text is not None)
            place = ".".join(part for part in (clause or "1", subclause) if part)
            changes.append(PrintedChange(place, old, new, paragraph.at))
    return changes


def tie_changes(
    changes: Sequence[PrintedChange], edition: Edition | None, unit: int
) -> tuple[FigureChange, ...]:
    """Ties every replaced figure to the line it is about.

    The line is the highest one of the subclause's section that prints the new figure; where the
    table has no such figure, it is the section's total, so that the disagreement can be shown.
    """
    tied = []
    taken: set[str] = set()
    for change in changes:
        old, new = parse_amount(change.old, unit), parse_amount(change.new, unit)
        path = _line_of(change.clause, new, edition, taken)
        if path is not None:
            taken.add(path)
        tied.append(FigureChange(change.clause, old, new, path, change.at))
    return tuple(tied)


def _line_of(clause: str, new: int, edition: Edition | None, taken: set[str]) -> str | None:
    sections = _BY_SUBCLAUSE.get(clause.rpartition(".")[2] if "." in clause else "")
    if edition is None:
        return sections[0] if sections and sections[0] not in taken else None
    lines = [line for line in edition.lines if sections is None or line.section in sections]
    equal = [line for line in lines if line.amount == new and line.path not in taken]
    if equal:
        return min(equal, key=lambda line: (line.level, line.row)).path
    if sections and sections[0] not in taken:
        return sections[0]
    return None
