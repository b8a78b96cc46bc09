"""Names of all that is stored, ready for an index: kept by a start, come with the database, or made.

Whatever they are made of, they are the same as made from nothing.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Set
from functools import partial
from typing import TYPE_CHECKING

from storage.kept.name_blocks import read_name_blocks
from storage.kept.state import read_state_numbers
from storage.search.gathering import collecting_later, gather_again
from storage.search.kept_names import (
    LEAST_KEPT,
    KeptNames,
    KeptPrinted,
    keep_names,
    keep_packed,
    may_be_many,
    read_kept_names,
    read_kept_printed,
)
from storage.search.name_columns import NameColumns
from storage.search.printed_names import PrintedNames, are_most, find_changed, read_printed, renew_printed
from storage.search.shipped_names import read_shipped_names

if TYPE_CHECKING:
    from sqlmodel.ext.asyncio.session import AsyncSession


async def find_ready_names(session: AsyncSession) -> NameColumns:
    """The names of all that is stored.

    Args:
        session: a database session.
    """
    # Before the names: not newer than they.
    number = (await read_state_numbers(await session.connection())).budgets
    kept = await asyncio.to_thread(read_kept_names)
    if kept is not None and kept.number == number:
        return await asyncio.to_thread(kept.unpack)
    return await make_names(session, number, kept)


async def make_names(session: AsyncSession, number: int, kept: KeptNames | None) -> NameColumns:
    """The names of all that is stored, which are kept for the next start where they are many.

    Args:
        session: a database session.
        number: of the state.
        kept: names of another state; None where there are none.
    """
    connection = await session.connection()
    blocks = await read_name_blocks(connection)  # before the names as well
    with collecting_later():
        before: KeptPrinted | None = None
        changed: Set[int] = blocks.keys()
        if kept is not None and may_be_many(blocks):
            before = await asyncio.to_thread(read_kept_printed, kept)
        if before is not None:
            changed = find_changed(blocks, before.blocks)
        if may_be_many(blocks) and are_most(changed, blocks):
            shipped = await read_shipped_names(connection)
            if shipped is not None and shipped.number == number:
                await asyncio.to_thread(keep_packed, shipped)
                return await asyncio.to_thread(shipped.unpack)
            if shipped is not None:
                before = await asyncio.to_thread(read_kept_printed, shipped)
        if before is None:
            printed = await read_printed(connection)
        else:
            changed = find_changed(blocks, before.blocks)
            printed = await renew_printed(connection, before.printed, changed, blocks)
        same = (await read_state_numbers(connection)).budgets == number
        work = partial(_gather_and_keep, number if same else None, blocks, printed, before)
        return await asyncio.to_thread(work) if len(printed.ids) >= LEAST_KEPT else work()


def _gather_and_keep(
    number: int | None,
    blocks: Mapping[int, int],
    printed: PrintedNames,
    before: KeptPrinted | None,
) -> NameColumns:
    with collecting_later():
        heard = before.heard if before is not None else None
        gathered = gather_again(printed.paths, printed.languages, printed.texts, heard)
        if number is not None and len(printed.ids) >= LEAST_KEPT:
            keep_names(number, blocks, printed, gathered)
    return gathered.columns
