"""The tables of texts that are read one after another: what comes again is read once."""

from __future__ import annotations

from collections.abc import Sequence

from parser.document import Row
from parser.recent import ROW_BYTES, Recent
from parser.tables.scanned import is_scanned, read_scanned
from parser.tables.table import Table, read_table

_MOST = 32 * 2**20  # bytes of tables that may come again


class ReadTables:
    """What the rows of budgets say: those of an appendix that comes again are read once."""

    def __init__(self) -> None:
        self._read: Recent[tuple[int, tuple[Row, ...]], Table] = Recent(
            _MOST, lambda key, table: ROW_BYTES * (len(key[1]) + len(table.lines) + 1)
        )

    def read(self, rows: Sequence[Row], unit: int, file: str) -> Table:
        """What the rows of one budget say; see `read_table`."""
        key = (unit, tuple(rows))
        table = self._read.get(key)
        if table is None:
            table = (read_scanned if is_scanned(rows) else read_table)(rows, unit, file)
            self._read.keep(key, table)
        return table
