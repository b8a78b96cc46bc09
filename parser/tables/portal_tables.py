"""What a legal portal prints about an act beside its text: a table of labels and values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from parser.document import Paragraph, Row
from parser.records import PlaceUnit, SourcePlace
from parser.text.passage import clean_print, even
from parser.text.wordings import Says, wording

_ENOUGH = 2  # labels, so that one row of a budget which begins with such words makes no table a portal's


def without_portal_tables(blocks: Sequence[Paragraph | Row]) -> list[Paragraph | Row]:
    """The blocks of a document without the tables that tell the act's number, kind and dates.

    `Номер в РЦПИ | 128266` is no row of a budget, and not odd where it stands. A table in which any row is
    of something else is read as it is, and so is one with a code before some name.
    """
    printed: dict[SourcePlace, dict[SourcePlace, list[str]]] = {}  # of each table, what its rows say
    budgets: set[SourcePlace] = set()
    for block in blocks:
        table = _table_of(block)
        if table is None:
            continue
        if isinstance(block, Row) and block.cells[0] and not block.header:
            budgets.add(table)
        printed.setdefault(table, {}).setdefault(block.at, []).extend(_texts_of(block))
    portal = {
        table
        for table, rows in printed.items()
        if len(rows) >= _ENOUGH and all(map(_holds_label, rows.values()))
    }
    return [block for block in blocks if _table_of(block) not in portal - budgets]


def _table_of(block: Paragraph | Row) -> SourcePlace | None:
    container = block.at.within
    return container if container is not None and container.unit is PlaceUnit.TABLE else None


def _texts_of(block: Paragraph | Row) -> Iterable[str]:
    return (block.text,) if isinstance(block, Paragraph) else block.cells


def _holds_label(texts: Sequence[str]) -> bool:
    """Whether a row has a label in some cell; one that is broken at its spaces comes in several texts."""
    return any(map(_is_label, texts)) or any(_is_label(" ".join(texts[:end])) for end in range(2, len(texts)))


def _is_label(text: str) -> bool:
    return _label().match(even(clean_print(text))) is not None


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"\W*{wording(Says.PORTAL_LABEL)}\W*$", re.IGNORECASE)
