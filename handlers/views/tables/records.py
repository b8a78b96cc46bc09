"""A table to take away, before it is a file: typed columns and rows of plain values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction

from handlers.views.texts import Texts
from parser.dataclass import dataclass

Cell = str | int | Fraction | dt.date | None
"""A value: text, a whole number, a share, a date; None where nothing is known, which is no zero."""


class ColumnKind(StrEnum):
    """What stands in the cells of a column."""

    TEXT = "text"  # codes too: they keep their zeros
    AMOUNT = "amount"  # whole tenge
    NUMBER = "number"
    SHARE = "share"  # of 1, shown in percent
    DATE = "date"


class ColumnName(StrEnum):
    """The columns that there are. The text that heads one is called after it."""

    PLACE = "place"
    YEAR = "year"
    CODE = "code"
    LEVEL = "level"
    NAME_KK = "name-kk"
    NAME_RU = "name-ru"
    AMOUNT = "amount"
    SHARE = "share"
    OLD = "old"
    NEW = "new"
    DELTA = "delta"
    STATUS = "status"
    MOVED_FROM = "moved-from"
    DECISION = "decision"
    DATE = "date"
    APPENDIX = "appendix"
    ROW = "row"
    TEXT = "text"  # the language of the text that the row is counted in
    LINK = "link"
    BEFORE = "before"  # the decision that is compared with
    BEFORE_DATE = "before-date"
    BEFORE_ROW = "before-row"
    REMARK = "remark"
    PATH = "path"


_KINDS: Mapping[ColumnName, ColumnKind] = {
    **dict.fromkeys((ColumnName.AMOUNT, ColumnName.OLD, ColumnName.NEW, ColumnName.DELTA), ColumnKind.AMOUNT),
    **dict.fromkeys(
        (ColumnName.YEAR, ColumnName.LEVEL, ColumnName.ROW, ColumnName.BEFORE_ROW), ColumnKind.NUMBER
    ),
    **dict.fromkeys((ColumnName.DATE, ColumnName.BEFORE_DATE), ColumnKind.DATE),
    ColumnName.SHARE: ColumnKind.SHARE,
}
_WIDE = frozenset({ColumnName.NAME_KK, ColumnName.NAME_RU, ColumnName.REMARK})


@dataclass(frozen=True, slots=True)
class DataColumn:
    """A column: what stands above it, what in it, and whether it is of long texts."""

    title: str
    kind: ColumnKind
    wide: bool = False


@dataclass(frozen=True, slots=True)
class DataTable:
    """A table, whole.

    Attributes:
        title: what it is of.
        about: whose budget, which year, and as of which decision; a line each.
        columns: in their order.
        rows: of as many cells as there are columns.
        file_name: without folders and ending.
    """

    title: str
    about: tuple[str, ...]
    columns: tuple[DataColumn, ...]
    rows: tuple[tuple[Cell, ...], ...]
    file_name: str


TableRow = Mapping[ColumnName, Cell]
"""The cells of a row by their columns; what is left out is empty."""


def columns_of(names: Sequence[ColumnName], texts: Texts) -> tuple[DataColumn, ...]:
    """Columns with their titles in a language."""
    return tuple(
        DataColumn(texts.get(f"table-{name}"), _KINDS.get(name, ColumnKind.TEXT), name in _WIDE)
        for name in names
    )


def cells_of(names: Sequence[ColumnName], rows: Iterable[TableRow]) -> tuple[tuple[Cell, ...], ...]:
    """Rows as cells in the order of the columns."""
    return tuple(tuple(row.get(name) for name in names) for row in rows)
