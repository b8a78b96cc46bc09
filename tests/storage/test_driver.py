"""One trip to the database's thread for a statement, whatever it gives."""

from __future__ import annotations

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError
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
        await connection.execute(text("SELECT 1"))
        trips.clear()
        found = await connection.execute(text(COUNT), {"last": 3})
        assert found.scalars().all() == [1, 2, 3]
        assert len(trips) == 1


async def test_a_transaction_begins_with_its_first_statement(
    engine: AsyncEngine, trips: list[object]
) -> None:
    async with engine.connect() as connection:
        await connection.execute(text("SELECT 1"))  # a new connection is told more
        await connection.rollback()
        trips.clear()
        await connection.execute(text("SELECT 1"))
        driver = (await connection.get_raw_connection()).driver_connection
        assert driver is not None
        assert driver.in_transaction
        assert len(trips) == 1
        await connection.rollback()
        assert not driver.in_transaction
        assert len(trips) == 2
    assert len(trips) == 2  # and none to give the connection back


async def test_a_transaction_without_a_statement_asks_nothing(
    engine: AsyncEngine, trips: list[object]
) -> None:
    async with engine.connect() as connection:
        await connection.execute(text("SELECT 1"))
        await connection.rollback()
        trips.clear()
        for end in ("commit", "rollback"):
            begun = await connection.begin()
            await getattr(begun, end)()
        assert trips == []
        await connection.execute(text("CREATE TABLE passing (id INTEGER)"))
        await connection.rollback()
        with pytest.raises(OperationalError, match="passing"):  # the transaction was one
            await connection.execute(text("SELECT id FROM passing"))


async def test_after_a_refused_statement_the_next_transaction_begins_anew(engine: AsyncEngine) -> None:
    async with engine.connect() as connection:
        for _ in range(2):
            with pytest.raises(OperationalError, match="nothing_of_it"):
                await connection.execute(text("SELECT nothing_of_it"))
            await connection.rollback()
        assert (await connection.execute(text("SELECT 7"))).scalar() == 7


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
