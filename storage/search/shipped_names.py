"""Names of many places, kept in the database for the first start on any other machine.

What is kept in the user's cache folder (`kept_names.py`) is not there on a machine that never started over
this database, and making all names ready takes seconds. So the database has them as well, of some state:
whoever loads stores them where a quarter of all names or more are others than those that it has, so that one
more decision costs the same however many are loaded. Compressed they are a hundredth of a database.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from typing import Final

from sqlalchemy import Connection, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.models import MadeNames, table
from storage.search.kept_names import KeptNames, find_origin, find_printed, read_blocks
from storage.search.printed_names import find_changed

MANY_CHANGED = 1 / 4  # of all blocks of names: whoever finds as many changed stores them anew

_NAMES = table(MadeNames)
_QUICK: Final = 1  # of the ways to compress


async def are_outdated(connection: AsyncConnection, blocks: Mapping[int, int]) -> bool:
    """Whether so many names are others than those that the database has ready that they are worth storing.

    Args:
        connection: the database's.
        blocks: the numbers of the blocks of names.
    """
    query = select(_NAMES.c.blocks).where(_NAMES.c.made_of == find_origin())
    found = (await connection.execute(query)).scalar_one_or_none()
    shipped = dict(json.loads(found)) if found is not None else {}
    return len(find_changed(blocks, shipped)) >= len(blocks) * MANY_CHANGED


async def read_shipped_names(connection: AsyncConnection) -> KeptNames | None:
    """The names that the database has ready, of whatever state; None where it has none of this program."""
    made_of = find_origin()
    query = select(_NAMES.c.number, _NAMES.c.columns, _NAMES.c.printed).where(_NAMES.c.made_of == made_of)
    found = (await connection.execute(query)).one_or_none()
    if found is None:
        return None
    try:
        packed, printed = map(zlib.decompress, (found.columns, found.printed))
    except zlib.error:
        return None
    return KeptNames(found.number, made_of, memoryview(packed), memoryview(printed))


def ship_names(connection: Connection, names: KeptNames) -> None:
    """Stores names that are ready, in place of any other ones.

    Args:
        connection: in the transaction of a writer.
        names: of some state.
    """
    printed = find_printed(names)
    if printed is None:
        return
    packed, told = (zlib.compress(part, _QUICK) for part in (names.packed, printed))
    connection.execute(delete(_NAMES))
    row = {"made_of": names.made_of, "number": names.number, "columns": packed, "printed": told}
    connection.execute(insert(_NAMES).values(blocks=json.dumps(list(read_blocks(printed).items())), **row))
