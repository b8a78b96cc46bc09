"""Who makes files of tables, as handlers know it."""

from __future__ import annotations

from typing import Protocol

from handlers.views.table_actions import TableForm
from handlers.views.tables.records import DataTable


class Clerk(Protocol):
    """Makes files somewhere else than where updates are dealt with, so that the bot goes on answering."""

    async def make(self, table: DataTable, form: TableForm) -> bytes:
        """Make a file.

        Args:
            table: what it holds.
            form: its form.

        Returns:
            The file's bytes.
        """
