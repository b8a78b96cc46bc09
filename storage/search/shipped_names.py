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
from typing import TYPE_CHECKING, Final

from storage.search.kept_names import KeptNames, find_origin, find_printed, read_blocks
from storage.search.printed_names import find_changed
from storage.statements import TextConnection, fetch_rows, place_values

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection

MANY_CHANGED = 1 / 4  # of all blocks of names: whoever finds as many changed stores them anew

_BLOCKS = "SELECT blocks FROM made_names WHERE made_of = ?"
_NAMES = "SELECT number, columns, printed FROM made_names WHERE made_of = ?"
_SHIP = "INSERT INTO made_names (made_of, number, blocks, columns, printed) VALUES (?, ?, ?, ?, ?)"
_QUICK: Final = 1  # of the ways to compress


async def are_outdated(connection: AsyncConnection, blocks: Mapping[int, int]) -> bool:
    """Whether so many names are others than those that the database has ready that they are worth storing.

    Args:
        connection: the database's.
        blocks: the numbers of the blocks of names.
    """
    found = await connection.run_sync(fetch_rows, _BLOCKS, (find_origin(),))
    shipped = dict(json.loads(found[0][0])) if found else {}
    return len(find_changed(blocks, shipped)) >= len(blocks) * MANY_CHANGED


async def read_shipped_names(connection: AsyncConnection) -> KeptNames | None:
    """The names that the database has ready, of whatever state; None where it has none of this program."""
    made_of = find_origin()
    found = await connection.run_sync(fetch_rows, _NAMES, (made_of,))
    if not found:
        return None
    number, *parts = found[0]
    try:
        packed, printed = map(zlib.decompress, parts)
    except zlib.error:
        return None
    return KeptNames(number, made_of, memoryview(packed), memoryview(printed))


def ship_names(connection: TextConnection, names: KeptNames) -> None:
    """Stores names that are ready, in place of any other ones.

    Args:
        connection: in the transaction of a writer.
        names: of some state.
    """
    printed = find_printed(names)
    if printed is None:
        return
    packed, told = (zlib.compress(part, _QUICK) for part in (names.packed, printed))
    blocks = json.dumps(list(read_blocks(printed).items()))
    connection.exec_driver_sql("DELETE FROM made_names")
    row = names.made_of, names.number, blocks, packed, told
    connection.exec_driver_sql(place_values(connection, _SHIP), row)
