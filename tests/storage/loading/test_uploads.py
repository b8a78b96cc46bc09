"""Documents that wait are stored once, as their report told; what was there before can be put back for an hour."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy.ext.asyncio import async_sessionmaker
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.records import DecisionKind, ParsedDecision
from storage.engine import write
from storage.loading.ingest import ingest
from storage.loading.uploads import (
    KEPT_FOR,
    UNDONE_WITHIN,
    StepResult,
    keep_upload,
    list_held,
    read_state,
    store_upload,
    undo_upload,
)
from storage.reading.address import BudgetAddress, DecisionAddress
from storage.reading.short_address import decision_key
from tests.storage.builders import (
    APRIL,
    JULY,
    MAY,
    ORIGINAL,
    PROGRAM,
    RU,
    changed,
    discrepancy,
    document,
    edition,
    figure_change,
    warning,
)
from tests.storage.dump import Dump, dump

Sessions = async_sessionmaker[AsyncSession]
NOW = dt.datetime(2026, 1, 2, 12, tzinfo=dt.UTC)
HALF = slice(0, 12)


def held(database: Path) -> Dump:
    """All rows with their ids, but names in no use, what waits, and the numbers that only rise."""
    others = {"name", "upload", "stored_state", "name_block"}
    return {name: rows for name, rows in dump(database).items() if name not in others}


def half(ref: object = APRIL) -> ParsedDecision:
    """A decision whose file ended too early."""
    table = edition(APRIL)
    return document(APRIL, [replace(table, lines=table.lines[HALF])], file="half.txt")


# What is loaded, and what is sent then.
SENT: dict[str, tuple[Sequence[ParsedDecision], Sequence[ParsedDecision]]] = {
    "the first budget": ([], [document()]),
    "an amendment": (
        [document()],
        [
            document(
                JULY, [changed(JULY, {PROGRAM: 600})], figure_changes=[figure_change()], warnings=[warning()]
            )
        ],
    ),
    "an amendment before its original": ([], [document(APRIL, budget_years=None), document()]),
    "the other language, which names the place": (
        [document(language=RU, place="Таразский"), document(APRIL, None, RU, place="Таразский")],
        [document(), document(APRIL, discrepancies=[discrepancy()])],
    ),
    "a better reading": ([document(), half(), document(JULY)], [document(APRIL)]),
    "another file of the same decision": ([document(), document(APRIL)], [document(APRIL, title="Тақырып")]),
    "a redaction, and a decision between": (
        [document(), document(JULY, amends=APRIL)],
        [
            document(MAY, amends=ORIGINAL),
            document(
                ORIGINAL,
                [edition(JULY), edition(ORIGINAL)],
                kind=DecisionKind.REDACTION,
                amended_by=(APRIL, MAY, JULY),
                file="redaction.txt",
            ),
        ],
    ),
}


async def send(sessions: Sessions, *documents: ParsedDecision) -> str:
    """Documents that wait, as their report has just been made."""
    return await keep_upload(sessions, documents, await write(sessions, read_state), NOW)


@pytest.mark.parametrize(("loaded", "sent"), SENT.values(), ids=SENT)
async def test_what_is_undone_is_as_if_it_had_never_been(
    sessions: Sessions, database: Path, loaded: Sequence[ParsedDecision], sent: Sequence[ParsedDecision]
) -> None:
    for parsed in loaded:
        await ingest(sessions, parsed)
    before, token = held(database), await send(sessions, *sent)
    assert held(database) == before
    stored = await store_upload(sessions, token, NOW)
    assert stored.result is StepResult.DONE
    assert [each.parsed for each in stored.documents] == list(sent)
    assert all(each.changes for each in stored.documents)
    assert held(database) != before
    assert (await store_upload(sessions, token, NOW)).result is StepResult.AGAIN
    assert (await undo_upload(sessions, token, NOW + UNDONE_WITHIN)).result is StepResult.DONE
    assert held(database) == before
    assert (await undo_upload(sessions, token, NOW)).result is StepResult.AGAIN
    assert (await store_upload(sessions, token, NOW)).result is StepResult.GONE
    # The names that the connection knew are those that are there: all is loaded again.
    again = await store_upload(sessions, await send(sessions, *sent), NOW)
    assert [each.report for each in again.documents] == [each.report for each in stored.documents]


async def test_one_that_cannot_be_stored_takes_none_with_it(sessions: Sessions, database: Path) -> None:
    lost = document(JULY, budget_years=None, place=None, amends=MAY)
    stored = await store_upload(sessions, await send(sessions, lost, document()), NOW)
    assert [each.error is None for each in stored.documents] == [False, True]
    assert [row[3] for row in dump(database)["source"]]


async def test_what_was_loaded_meanwhile_is_said(sessions: Sessions, database: Path) -> None:
    first, second = await send(sessions, document()), await send(sessions, document())
    assert (await store_upload(sessions, first, NOW)).result is StepResult.DONE
    meanwhile = await store_upload(sessions, second, NOW)
    assert meanwhile.result is StepResult.CHANGED
    assert meanwhile.waiting == (document(),)
    await ingest(sessions, document(APRIL))
    before = held(database)
    assert (await undo_upload(sessions, first, NOW)).result is StepResult.CHANGED
    assert held(database) == before


async def test_nothing_waits_or_is_undone_for_ever(sessions: Sessions, database: Path) -> None:
    token = await send(sessions, document())
    late = NOW + KEPT_FOR + dt.timedelta(seconds=1)
    assert (await store_upload(sessions, token, late)).result is StepResult.GONE
    assert (await undo_upload(sessions, token, NOW)).result is StepResult.LATE
    assert (await store_upload(sessions, "forged", NOW)).result is StepResult.GONE
    await store_upload(sessions, token, NOW)
    late = NOW + UNDONE_WITHIN + dt.timedelta(seconds=1)
    assert (await undo_upload(sessions, token, late)).result is StepResult.LATE
    await keep_upload(sessions, [], "", NOW + KEPT_FOR * 2)
    assert len(dump(database)["upload"]) == 1


async def test_a_decision_is_held_while_it_can_be_undone(sessions: Sessions) -> None:
    await ingest(sessions, document())
    token = await send(sessions, document(APRIL))
    await store_upload(sessions, token, NOW)
    april = (BudgetAddress("Тараз", 2013, 2015), decision_key(DecisionAddress("12-3", dt.date(2013, 4, 8))))
    async with sessions() as session:
        assert await list_held(session, NOW + UNDONE_WITHIN) == {april}
        assert await list_held(session, NOW + UNDONE_WITHIN * 2) == set()
    await undo_upload(sessions, token, NOW)
    async with sessions() as session:
        assert await list_held(session, NOW) == set()
