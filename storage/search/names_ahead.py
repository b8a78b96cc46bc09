"""Making names ready ahead: whoever has loaded does it for the next start, here and on other machines."""

from __future__ import annotations

import asyncio
from functools import partial

from sqlalchemy.ext.asyncio import async_sessionmaker
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.engine import write
from storage.kept.name_blocks import read_name_blocks
from storage.kept.state import read_state_numbers
from storage.search.kept_names import may_be_many, read_kept_names
from storage.search.ready_names import make_names
from storage.search.shipped_names import are_outdated, ship_names


async def prepare_names(sessions: async_sessionmaker[AsyncSession]) -> None:
    """Makes the names of all that is stored ready for the next start, here and on other machines.

    It is done where many are others than those that the database has ready; of a few that are others, every
    start makes by itself what it needs.

    Args:
        sessions: of the database.
    """
    async with sessions() as session:
        connection = await session.connection()
        blocks = await read_name_blocks(connection)
        if not may_be_many(blocks) or not await are_outdated(connection, blocks):
            return
        number = (await read_state_numbers(connection)).budgets
        kept = await asyncio.to_thread(read_kept_names)
        if kept is None or kept.number != number:
            await make_names(session, number, kept)
            kept = await asyncio.to_thread(read_kept_names)
    if kept is not None and kept.number == number:
        await write(sessions, partial(ship_names, names=kept))
