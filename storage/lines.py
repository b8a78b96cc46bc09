"""Writing the lines of editions: names once, rows in bulk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Table, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from parser.records import Edition, Language
from storage.models import Line, Name, table

_NAMES = table(Name)
_LINES = table(Line)

_IN_LIMIT = 500  # values of one IN list; databases limit the parameters of a statement


async def add_lines(
    connection: AsyncConnection, editions: Sequence[Edition], edition_ids: Sequence[int]
) -> None:
    """Stores the lines of editions that are stored already.

    Args:
        connection: in the transaction that everything belongs to.
        editions: as parsed.
        edition_ids: the stored id of each.
    """
    names = await _save_names(connection, editions)
    lines = [
        {
            "edition_id": edition_id,
            "path": line.path,
            "row": line.row,
            "level": line.level,
            "section": line.section,
            "codes": line.codes,
            "name_id": names[edition.language, line.name],
            "amount": line.amount,
            "amount_printed": line.amount_printed,
            "printed": line.printed,
            "at": str(line.at),
        }
        for edition_id, edition in zip(edition_ids, editions, strict=True)
        for line in edition.lines
    ]
    await insert_all(connection, _LINES, lines)


async def insert_all(connection: AsyncConnection, into: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Inserts rows in one statement, and nothing when there are none."""
    if rows:  # given an empty list the statement would insert a row of defaults
        await connection.execute(insert(into), rows)


async def _save_names(
    connection: AsyncConnection, editions: Sequence[Edition]
) -> dict[tuple[Language, str], int]:
    """The ids of all names in the editions; those not known yet are stored."""
    wanted = dict.fromkeys((edition.language, line.name) for edition in editions for line in edition.lines)
    ids = await _find_names(connection, [text for _, text in wanted])
    new = [key for key in wanted if key not in ids]
    await insert_all(connection, _NAMES, [{"language": language, "text": text} for language, text in new])
    return ids | await _find_names(connection, [text for _, text in new])


async def _find_names(connection: AsyncConnection, texts: Sequence[str]) -> dict[tuple[Language, str], int]:
    found: dict[tuple[Language, str], int] = {}
    for start in range(0, len(texts), _IN_LIMIT):
        some = texts[start : start + _IN_LIMIT]
        # The languages are named because the index over names begins with them.
        query = select(_NAMES).where(_NAMES.c.language.in_(list(Language)), _NAMES.c.text.in_(some))
        found |= {(row.language, row.text): row.id for row in await connection.execute(query)}
    return found
