"""Lines as lists show them, read together: a name, an amount, and what the line stands in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from parser.budget_code import parents
from parser.records import Language, Section
from storage import models
from storage.models import table
from storage.reading.catalogue import StoredEdition
from storage.reading.lines import Names

_LINES = table(models.Line)
_NAMES = table(models.Name)


@dataclass(frozen=True, slots=True)
class LineSummary:
    """A line of an edition, with the names that the edition prints."""

    path: str
    section: Section
    level: int
    codes: tuple[str, ...]
    names: Names
    amount: int
    unit: int
    parent: LineSummary | None  # the nearest line above that is printed


async def read_summaries(
    connection: AsyncConnection, lines: Iterable[tuple[StoredEdition, str]]
) -> dict[tuple[int, str], LineSummary]:
    """Reads lines of any editions, and what each stands in, by one query.

    Args:
        connection: of a session.
        lines: which paths of which editions.

    Returns:
        By `StoredEdition.key` and path; a line that is not there has none.
    """
    asked = list(lines)
    if not asked:
        return {}
    text_ids = {text_id: None for edition, _ in asked for text_id in edition.text_ids}
    paths = {path: None for _, line in asked for path in (line, *parents(line))}
    query = (
        select(
            _LINES.c.edition_id,
            _LINES.c.path,
            _LINES.c.section,
            _LINES.c.level,
            _LINES.c.codes,
            _LINES.c.amount,
            _NAMES.c.text,
        )
        .join(_NAMES, _NAMES.c.id == _LINES.c.name_id)
        .where(_LINES.c.edition_id.in_(list(text_ids)), _LINES.c.path.in_(list(paths)))
        .order_by(_LINES.c.row)
    )
    printed: dict[tuple[int, str], list[Any]] = {}
    for row in await connection.execute(query):
        printed.setdefault((row.edition_id, row.path), []).append(row)
    found = {}
    for edition, path in asked:
        above = (_summarize(edition, parent, printed, None) for parent in parents(path))
        line = _summarize(edition, path, printed, next((parent for parent in above if parent), None))
        if line is not None:
            found[edition.key, path] = line
    return found


def _summarize(
    edition: StoredEdition,
    path: str,
    printed: Mapping[tuple[int, str], list[Any]],
    parent: LineSummary | None,
) -> LineSummary | None:
    texts = [text for text in edition.texts if (text.id, path) in printed]
    if not texts:
        return None
    rows = printed[texts[0].id, path]
    names: dict[Language, str] = {text.language: printed[text.id, path][0].text for text in texts}
    first = rows[0]
    amount, unit = sum(row.amount for row in rows), texts[0].unit
    return LineSummary(path, first.section, first.level, first.codes, names, amount, unit, parent)
