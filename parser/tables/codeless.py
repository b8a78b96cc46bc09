"""What the rows without a code are: a section's total, or a part of a balance.

They are told by their names, by their numbers ("IV."), or by their order under a balance.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parser.budget_code import (
    BY_BALANCE,
    FINANCING,
    PAIRED,
    aliases,
    depth,
    is_outside,
    part_of,
    path_of_row,
    section_by_number,
    section_of,
)
from parser.document import Row
from parser.findings import Findings
from parser.kinds import FindingKind
from parser.records import Section


class CodelessRows:
    """Tells the paths of a table's rows without a code, one after the other; none comes twice."""

    def __init__(self, rows: Iterable[Row]) -> None:
        """Takes all rows of the table, with codes and without."""
        self._taken: set[str] = set()
        self._coded = frozenset(_codes_of_financing(rows))

    def path(self, row: Row, section: Section | None) -> str | None:
        """The path of a row.

        Args:
            row: the next one without a code.
            section: the section that is open above it.

        Returns:
            None for a row that is no part of the structure or came before.
        """
        path = self._path(row, section)
        if path is None or path in self._taken:
            return None
        self._taken.add(path)
        return path

    def _path(self, row: Row, section: Section | None) -> str | None:
        name = row.cells[1]
        if not name or is_outside(name):
            return None
        path = path_of_row(name)
        numbered = section_by_number(name)
        if numbered is not None and (path is None or depth(path)):
            path = numbered
        if path is not None and part_of(path) in BY_BALANCE[Section.FINANCING]:
            path = self._part_of_financing(path, row, section)
        if row.section is not None and (path is None or section_of(path) != row.section):
            path = row.section
        if (path is None or path in self._taken) and section in PAIRED:
            # Names with a slip: the Budget Code names the two parts in the order of print.
            path = next((part.path for part in BY_BALANCE[section] if part.path not in self._taken), None)
        return str(path) if path is not None else None

    def _part_of_financing(self, path: str, row: Row, section: Section | None) -> str | None:
        """Loans taken, repaid, balances used: by the code that they have, which some prints leave out.

        Where a row with the code is printed as well, that row has the path with the code, and this
        one is the part above it: `financing_receipts/loans` above `financing_receipts/7`.
        """
        if section not in FINANCING and row.section is None:
            return None
        return aliases(path)[0] if path in self._coded else path


class EmptyTitles:
    """Rows of a section or a balance without an amount: such a title only says what follows.

    Where nothing of it follows, it is a row whose amount is missing.
    """

    def __init__(self, findings: Findings) -> None:
        """Takes no row yet.

        Args:
            findings: takes the rows whose amount is missing.
        """
        self._findings = findings
        self._open: tuple[Row, str] | None = None

    def begin(self, row: Row, path: str) -> None:
        """Takes a row that prints no amount."""
        self._open = row, path

    def end(self, path: str | None) -> None:
        """Takes what follows it: the path of a row without a code; None for a row with one."""
        if self._open is not None and path is not None:
            row, title = self._open
            if path != title and not path.startswith((f"{title}/", f"{title}_")):
                self._findings.add(FindingKind.AMOUNT_MISSING, row.at, name=row.cells[1], path=title)
        self._open = None


def _codes_of_financing(rows: Iterable[Row]) -> Iterator[str]:
    """The coded paths of the financing's parts that a table prints.

    Only rows below the deficit: `7` and `8` are classes and functional groups above it.
    """
    financing = False
    for row in rows:
        if row.header:
            continue
        if row.section is not None:
            financing = row.section in FINANCING
        elif not row.cells[0]:
            named = path_of_row(row.cells[1]) or section_by_number(row.cells[1])
            financing = financing or (named is not None and section_of(named) in FINANCING)
        if financing and row.cells[0]:
            yield from (
                part.coded_path
                for part in BY_BALANCE[Section.FINANCING]
                if part.top == row.cells[0] and part.coded_path
            )
