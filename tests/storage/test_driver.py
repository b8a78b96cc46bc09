"""One trip to the database's thread for a statement, whatever it gives."""

from __future__ import annotations

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.driver import OneTripConnection

pytestmark = pytest.mark.sqlite

COUNT = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :last) SELECT i FROM n"


@pytest.fixture
def trips(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What connections asked of their threads."""
    asked: list[object] = []
    execute = OneTripConnection._execute

    async def note(
        connection: OneTripConnection, work: object, *arguments: object, **named: object
    ) -> object:
        asked.append(work)
        return await execute(connection, work, *arguments, **named)  # type: ignore[no-untyped-call]

    monkeypatch.setattr(OneTripConnection, "_execute", note)
    return asked


async def test_a_statement_and_its_rows_are_one_trip(engine: AsyncEngine, trips: list[object]) -> None:
    async with engine.connect() as connection:
        await connection.execute(text("SELECT 1"))  # begins the transaction, too
        trips.clear()
        found = await connection.execute(text(COUNT), {"last": 3})
        assert found.scalars().all() == [1, 2, 3]
        assert len(trips) == 1


@pytest.mark.parametrize("last", [999, 1000, 1001, 2500])
async def test_many_rows_come_whole_and_in_order(engine: AsyncEngine, last: int) -> None:
    async with engine.connect() as connection:
        found = await connection.execute(text(COUNT), {"last": last})
        assert found.scalars().all() == list(range(1, last + 1))
        assert (await connection.execute(text("SELECT 7"))).scalar() == 7


@pytest.mark.parametrize("last", [3, 2500])
async def test_rows_that_are_asked_for_by_and_by_come_whole(engine: AsyncEngine, last: int) -> None:
    async with engine.connect() as connection:
        stream = await connection.stream(text(COUNT), {"last": last}, execution_options={"yield_per": 70})
        assert [row[0] async for row in stream] == list(range(1, last + 1))


async def test_a_stream_left_early_lets_its_statement_go(engine: AsyncEngine) -> None:
    async with engine.connect() as connection:
        stream = await connection.stream(text(COUNT), {"last": 2500}, execution_options={"yield_per": 70})
        assert (await anext(aiter(stream)))[0] == 1
        await stream.close()
        await connection.rollback()
        await connection.execute(text("CREATE TABLE passing (id INTEGER)"))  # no reader is in the way
        await connection.rollback()


async def test_what_a_statement_changed_is_told(engine: AsyncEngine) -> None:
    async with engine.connect() as connection:
        await connection.execute(text("CREATE TABLE passing (id INTEGER PRIMARY KEY)"))
        done = await connection.execute(
            text("INSERT INTO passing (id) VALUES (:id)"), [{"id": 5}, {"id": 6}, {"id": 9}]
        )
        assert done.rowcount == 3
        returned = await connection.execute(text("INSERT INTO passing DEFAULT VALUES RETURNING id"))
        assert returned.scalar() == 10
        assert (await connection.execute(text("DELETE FROM passing WHERE id > 5"))).rowcount == 3
