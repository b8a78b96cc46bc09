"""The tables of pages as they were read: one that comes again, and a cell's text that does, is read once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field

from parser.dataclass import dataclass
from parser.document import Paragraph, Row
from parser.readers.row_parts import RowReader
from parser.recent import ROW_BYTES, Recent

_MOST = 32 * 2**20  # bytes


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """A page's table as it was read: its blocks, and how many rows it has in all."""

    blocks: tuple[Paragraph | Row, ...]
    rows: int


@dataclass(frozen=True, slots=True)
class PrintedTables:
    """The tables of one page, or of several that are read one after another.

    Attributes:
        reader: of their rows.
    """

    reader: RowReader = field(default_factory=RowReader)
    _read: Recent[tuple[int, bytes], PrintedTable] = field(
        default_factory=lambda: Recent(_MOST, lambda key, table: len(key[1]) + ROW_BYTES * (table.rows + 1))
    )

    def read(self, number: int, markup: bytes, read: Callable[[], PrintedTable]) -> PrintedTable:
        """A table, read anew only where it was not read before.

        Args:
            number: of the table in its page: in places of its rows.
            markup: all that the page has of it.
            read: reads it.
        """
        table = self._read.get((number, markup))
        if table is None:
            table = read()
            self._read.keep((number, markup), table)
        return table
