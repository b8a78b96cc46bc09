"""Where the stored documents disagree about some lines, and what their tables lack."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from parser.dataclass import dataclass
from parser.kinds import OF_SKELETON, DiscrepancyKind
from storage.kept.reader import StoredReader
from storage.reading.catalogue import StoredEdition
from storage.reading.records import Disagreement, Fault
from storage.statements import RowShape, Where, is_in, match_all, match_any


class _DiscrepancyRow(NamedTuple):
    """A stored discrepancy, as far as a card tells it."""

    source_id: int
    edition_id: int | None
    kind: DiscrepancyKind
    path: str
    printed: int | None
    expected: int | None
    certain: bool


_ROWS = RowShape(_DiscrepancyRow, kind=DiscrepancyKind, certain=bool)
_QUERY = """
SELECT source_id, edition_id, kind, path, printed, expected, certain
FROM discrepancy
WHERE {where}
ORDER BY id
"""


@dataclass(frozen=True, slots=True)
class LineDiscrepancies:
    """What a card says: which figures of its line disagree, and what is wrong with its table."""

    figures: tuple[Disagreement, ...]
    faults: tuple[Fault, ...]


async def read_line_discrepancies(
    reader: StoredReader, lines: Iterable[tuple[StoredEdition, str]]
) -> dict[tuple[int, str], LineDiscrepancies]:
    """Reads what does not agree about lines in their editions' texts, by `StoredEdition.key` and path."""
    asked = list(lines)
    text_ids = {text.id for edition, _ in asked for text in edition.texts}
    source_ids = {text.source_id for edition, _ in asked for text in edition.texts}
    in_text = match_all(Where("edition_id IS NULL"), is_in("source_id", source_ids))
    about = match_any(is_in("path", {path for _, path in asked}), is_in("kind", OF_SKELETON))
    where = match_all(match_any(is_in("edition_id", text_ids), in_text), about)
    rows = await reader.read(_ROWS, _QUERY.format(where=where.sql), where.values)
    return {(edition.key, path): _sift(rows, edition, path) for edition, path in asked}


def _sift(rows: Iterable[_DiscrepancyRow], edition: StoredEdition, path: str) -> LineDiscrepancies:
    sources = {text.source_id for text in edition.texts}
    mine = [
        row
        for row in rows
        if (row.source_id in sources if row.edition_id is None else row.edition_id in edition.text_ids)
    ]
    # Both texts of an edition may lack the same.
    faults = {
        (row.kind, row.path): Fault(row.kind, row.path, row.printed, row.expected)
        for row in mine
        if row.kind in OF_SKELETON
    }
    figures = [
        Disagreement(row.kind, row.printed, row.expected, row.certain)
        for row in mine
        if row.path == path and row.kind not in OF_SKELETON
    ]
    return LineDiscrepancies(tuple(figures), tuple(faults.values()))
