"""Doubts about single amounts: a mark behind each that has one, and what the marks of a message mean."""

from __future__ import annotations

from collections.abc import Iterable

from handlers.views.amounts import NBSP, exact
from handlers.views.message import Span, italic
from handlers.views.texts import Texts
from parser.kinds import Doubt
from storage.reading.records import LineSummary

MARK = "⚠️"


def marked(text: str, doubt: Doubt | None) -> str:
    """An amount, or what is computed of one, with a mark behind it where it is in doubt.

    Args:
        text: the amount as it is shown.
        doubt: of the amount; of what is computed, the gravest doubt of all amounts in it.
    """
    return f"{text}{NBSP}{MARK}" if doubt else text


def line_amount(line: LineSummary, texts: Texts) -> str:
    """A line's amount exactly as printed, with its unit, marked where it is in doubt."""
    return marked(exact(line.amount, line.unit, texts), line.doubt)


def doubt_lines(doubts: Iterable[Doubt | None], texts: Texts) -> list[list[Span]]:
    """What the marks of a message mean, a line for each doubt; nothing where nothing is marked.

    Args:
        doubts: of all that is marked.
        texts: the person's language.
    """
    found = set(doubts)
    return [[italic(texts.get(f"doubt-{doubt}"))] for doubt in Doubt if doubt in found]


def doubt_places(lines: Iterable[LineSummary], texts: Texts) -> list[list[Span]]:
    """What the marks at the lines of one edition mean, and in which rows these are printed.

    Args:
        lines: of one edition, those in doubt and the others.
        texts: the person's language.
    """
    rows: dict[Doubt, set[int]] = {}
    for line in lines:
        if line.doubt:
            rows.setdefault(line.doubt, set()).add(line.row)
    return [[italic(_said_of_rows(doubt, rows[doubt], texts))] for doubt in Doubt if doubt in rows]


def _said_of_rows(doubt: Doubt, rows: Iterable[int], texts: Texts) -> str:
    numbers = sorted(rows)
    printed = texts.get("doubt-rows", count=len(numbers), rows=", ".join(map(str, numbers)))
    return f"{texts.get(f'doubt-{doubt}')} ({printed})"
