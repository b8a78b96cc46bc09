"""Lines as lists show them, read together: a name, an amount, and what the line stands in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from parser.budget_code import parents
from parser.kinds import Doubt
from parser.records import Section
from storage.kept.reader import StoredReader
from storage.reading.catalogue import StoredEdition
from storage.reading.records import LineSummary, Names
from storage.statements import RowShape, is_in, match_all, read_codes


class _SummaryRow(NamedTuple):
    """A printed row of an edition's text, as far as lists show it."""

    edition_id: int
    path: str
    section: Section
    level: int
    codes: tuple[str, ...]
    amount: int
    row: int
    doubt: Doubt | None
    text: str


_ROWS = RowShape(_SummaryRow, section=Section, codes=read_codes, doubt=Doubt)
_QUERY = """
SELECT line.edition_id, line.path, line.section, line.level, line.codes, line.amount, line.row, line.doubt,
  name.text
FROM line JOIN name ON name.id = line.name_id
WHERE {where}
ORDER BY line.row
"""

_Summary = tuple[LineSummary, LineSummary | None]


async def read_summaries(
    reader: StoredReader,
    lines: Iterable[tuple[StoredEdition, str]],
    known: Mapping[str, Names],
) -> dict[tuple[int, str], _Summary]:
    """Reads lines of any editions, and what each stands in, by one query for those that are not in memory.

    Args:
        reader: of one state of the database.
        lines: which paths of which editions.
        known: the names of paths in all budgets, for a language that an edition does not print.

    Returns:
        By `StoredEdition.key` and path, each with the nearest line above it that is printed; a line
        that is not there has none.
    """
    asked = {(edition.key, path): edition for edition, path in lines}
    kept: dict[tuple[int, str], _Summary] = {}
    for key in asked:
        summary: _Summary | None = reader.find(("summary", *key))
        if summary is not None:
            kept[key] = summary
    lacking = [(edition, key[1]) for key, edition in asked.items() if key not in kept]
    read = await _read_summaries(reader, lacking, known) if lacking else {}
    for key, summary in read.items():
        reader.keep(("summary", *key), summary)
    found = kept | read
    return {key: found[key] for key in asked if key in found}


async def _read_summaries(
    reader: StoredReader, asked: Sequence[tuple[StoredEdition, str]], known: Mapping[str, Names]
) -> dict[tuple[int, str], _Summary]:
    text_ids = {text_id: None for edition, _ in asked for text_id in edition.text_ids}
    paths = {path: None for _, line in asked for path in (line, *parents(line))}
    where = match_all(is_in("line.edition_id", text_ids), is_in("line.path", paths))
    printed: dict[tuple[int, str], list[_SummaryRow]] = {}
    for row in await reader.read(_ROWS, _QUERY.format(where=where.sql), where.values):
        printed.setdefault((row.edition_id, row.path), []).append(row)
    found = {}
    for edition, path in asked:
        line = _summarize(edition, path, printed, known)
        above = (_summarize(edition, parent, printed, known) for parent in parents(path))
        if line is not None:
            found[edition.key, path] = line, next((parent for parent in above if parent), None)
    return found


def _summarize(
    edition: StoredEdition,
    path: str,
    printed: Mapping[tuple[int, str], list[_SummaryRow]],
    known: Mapping[str, Names],
) -> LineSummary | None:
    texts = [text for text in edition.texts if (text.id, path) in printed]
    if not texts:
        return None
    rows = printed[texts[0].id, path]
    own = {text.language: printed[text.id, path][0].text for text in texts}
    return LineSummary(
        path=path,
        section=rows[0].section,
        level=rows[0].level,
        codes=rows[0].codes,
        names={**known.get(path, {}), **own},
        amount=sum(row.amount for row in rows),
        unit=texts[0].unit,
        row=rows[0].row,
        doubt=Doubt.gravest(row.doubt for row in rows),
        language=texts[0].language,
    )
