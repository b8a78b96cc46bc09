"""The rows that a table prints and that could not be read: what their lines became is not known."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import takewhile
from typing import NamedTuple

from parser.budget_code import codes_of
from parser.dataclass import dataclass
from parser.kinds import FindingKind, Value
from parser.records import Language, SourcePlace
from parser.text.folding import fold
from storage.statements import RowShape, TextConnection, fetch_rows, is_in, match_all, read_json

UNREAD = (FindingKind.AMOUNT_MISSING, FindingKind.ROW_SET_ASIDE, FindingKind.ROW_HIDDEN)
"""The findings of a row that is printed and of which no line is stored."""

_CUT = 95  # of a printed row so long the end may be missing
_SURE_START = 12  # letters of a name that was cut which tell it
_CODE = re.compile(r"\d{1,10}")
_NUMBER = re.compile(r"[-−–(]?\d[\d .,]*\)?")
_LETTERS = re.compile(r"[^\W\d_]{3}")


class _FindingRow(NamedTuple):
    """A finding of a row, beside a table of its file: with where that begins and ends."""

    id: int
    place_in_source: str | None
    values: Mapping[str, Value]
    edition_id: int
    language: Language
    first_at: str | None
    last_at: str | None


_ROWS = RowShape(_FindingRow, values=read_json, language=Language)
_QUERY = """
SELECT finding.id, finding.place_in_source, finding."values", edition.id, edition.language,
  (SELECT line.at FROM line WHERE line.edition_id = edition.id ORDER BY line.row LIMIT 1),
  (SELECT line.at FROM line WHERE line.edition_id = edition.id ORDER BY line.row DESC LIMIT 1)
FROM finding JOIN edition ON edition.source_id = finding.source_id
WHERE {where}
ORDER BY finding.id
"""


@dataclass(frozen=True, slots=True)
class UnreadRow:
    """A row of a table that could not be read.

    Attributes:
        name: what it is called; of one whose cells are not known, all that it prints.
        path: of its line; None where that is not known.
        language: of the text.
        cells: what it prints, folded; of one whose path is known none.
    """

    name: str
    path: str | None
    language: Language
    cells: tuple[str, ...] = ()

    @property
    def is_line(self) -> bool:
        """Whether it surely is a line's row: it prints a name beside a code or an amount."""
        numbers = any(_NUMBER.fullmatch(cell) for cell in self.cells)
        return self.path is not None or (numbers and any(_LETTERS.search(cell) for cell in self.cells))

    def is_of(self, path: str, names: Iterable[str]) -> bool:
        """Whether it may be the row of a line.

        Args:
            path: of the line.
            names: what the line is called, in any language.
        """
        if self.path is not None:
            return self.path == path
        codes = codes_of(path)
        printed = "".join(takewhile(_CODE.fullmatch, self.cells))
        of_codes = len(codes) > 1 and printed.endswith("".join(codes[-2:]))
        if printed and codes and not printed.lstrip("0").endswith(codes[-1].lstrip("0")):
            return False
        return of_codes or any(self._says(fold(name)) for name in names)

    def _says(self, name: str) -> bool:
        cut = len(" | ".join(self.cells)) >= _CUT
        return any(
            cell == name or (cut and len(cell) >= _SURE_START and name.startswith(cell))
            for cell in self.cells
        )


def make_unread_row(values: Mapping[str, Value], language: Language) -> UnreadRow:
    """The row that a finding is about, by the values of the finding."""
    path = values.get("path")
    if isinstance(path, str):
        return UnreadRow(str(values.get("name") or ""), path, language)
    text = str(values.get("printed") or values.get("name") or "")
    return UnreadRow(text, None, language, tuple(fold(cell) for cell in text.split(" | ") if cell.strip()))


def fetch_unread_rows(
    connection: TextConnection, sources: Collection[int]
) -> dict[int, tuple[UnreadRow, ...]]:
    """The rows of the tables of some files that could not be read, by one query.

    Args:
        connection: to one state of the database.
        sources: the ids of the files.

    Returns:
        By the id of the edition's row. A file may print several tables: a row that stands between two of them
        may be of either, and counts for both.
    """
    where = match_all(is_in("finding.source_id", sources), is_in("finding.kind", UNREAD))
    by_finding: dict[int, list[_FindingRow]] = {}
    for row in _ROWS.read(fetch_rows(connection, _QUERY.format(where=where.sql), where.values)):
        by_finding.setdefault(row.id, []).append(row)
    found: dict[int, dict[UnreadRow, None]] = {}
    for tables in by_finding.values():
        for row in _near(tables):
            unread = make_unread_row(row.values, row.language)
            found.setdefault(row.edition_id, {})[unread] = None
    return {edition_id: tuple(rows) for edition_id, rows in found.items()}


def _near(tables: Sequence[_FindingRow]) -> list[_FindingRow]:
    """Of the tables of a file those that a row may be of: the one around it, else those next to it."""
    if len(tables) == 1 or tables[0].place_in_source is None:
        return list(tables)
    at = place_order(tables[0].place_in_source)
    ends = [
        (place_order(row.first_at), place_order(row.last_at), row)
        for row in tables
        if row.first_at and row.last_at
    ]
    around = [row for first, last, row in ends if first <= at <= last]
    if around:
        return around
    before = max((last for _, last, _ in ends if last < at), default=None)
    after = min((first for first, _, _ in ends if first > at), default=None)
    return [row for first, last, row in ends if last == before or first == after]


def place_order(place: str) -> list[int]:
    """A place's numbers from the outermost in: places of one file follow one another by these."""
    numbers: list[int] = []
    at: SourcePlace | None = SourcePlace.parse(place)
    while at is not None:
        numbers.insert(0, at.number)
        at = at.within
    return numbers
