"""What is another of the names than before, told by blocks of them.

Names that were stored together have ids that follow one another, and so many of them are a block. Whoever
stores that a path has a name, or that more or fewer editions print it so, draws a new number for the block,
in the transaction in which it stores. A block with a number has the same names, of the same paths, printed by
as many editions, as ever a block had that had this number, in this database or in another (`state.py`). So
what was made of names is made anew of a few blocks, however many are stored.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from storage.kept.state import draw_number
from storage.statements import TextConnection, fetch_rows, place_values

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection

BLOCK_NAMES: Final = 256  # ids of a block; the migration that numbers an older database's has it too

_QUERY = "SELECT block, number FROM name_block"
_DRAW = (
    "INSERT INTO name_block (block, number) VALUES (?, ?) "
    "ON CONFLICT (block) DO UPDATE SET number = excluded.number"
)


def block_of(name_id: int) -> int:
    """The block of a name, by the name's id."""
    return name_id // BLOCK_NAMES


async def read_name_blocks(connection: AsyncConnection) -> dict[int, int]:
    """The number of every block that a transaction sees."""
    return dict(await connection.run_sync(fetch_rows, _QUERY))


def mark_names(connection: TextConnection, name_ids: Iterable[int]) -> None:
    """Draws new numbers for the blocks of names of which something else is stored, in the same transaction.

    Args:
        connection: in the transaction that stores it.
        name_ids: the ids of those names.
    """
    number = draw_number()  # one for all of them: a block never had it before
    blocks = sorted(set(map(block_of, name_ids)))  # two writers do not wait for each other's rows
    if blocks:
        drawn = place_values(connection, _DRAW)
        connection.exec_driver_sql(drawn, [(block, number) for block in blocks])
