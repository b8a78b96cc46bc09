"""The database's schema, brought up to date by Alembic's migrations.

Alembic takes a quarter of a second to import; a database that is already current
is told by one query, so that only a first start or an update pays for it.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy import Connection, inspect, text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from parser.kinds import Kind, KindError, Value
from storage.engine import begin_write_on, try_out
from storage.migrations import HEAD


class SchemaErrorKind(Kind):
    """What keeps a database from this program's schema."""

    BROKEN_REFERENCES = "broken-references", "tables"
    NEWER = "newer", "found", "known"


class SchemaError(KindError):
    """A database that cannot be brought to this program's schema."""

    def __init__(self, kind: SchemaErrorKind, **values: Value) -> None:
        super().__init__(kind, values)


async def migrate(engine: AsyncEngine) -> None:
    """Brings the database to the newest schema; does nothing when it is there already.

    Raises:
        EngineError: the database cannot be reached, or refuses to be opened.
        SchemaError: a newer program wrote this database, or its foreign keys do not hold.
        sqlalchemy.exc.SQLAlchemyError: the database cannot be used.
    """
    await try_out(engine)
    if await is_current(engine):
        return
    from storage.migrations.run import list_revisions, upgrade  # noqa: PLC0415 - imports Alembic

    async with migrating(engine) as connection:
        version = await connection.run_sync(_version)
        if version is not None and version not in list_revisions():
            raise SchemaError(SchemaErrorKind.NEWER, found=version, known=HEAD)
        await connection.run_sync(upgrade)


async def is_current(engine: AsyncEngine) -> bool:
    """Tells whether the database has the newest schema, without changing anything."""
    async with engine.connect() as connection:
        return await connection.run_sync(_version) == HEAD


@asynccontextmanager
async def migrating(engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    """Opens a transaction in which tables may be rebuilt; it commits when all is well.

    SQLite changes a table by copying and dropping it, and with foreign keys on the
    drop would delete every row that refers to it. They are off meanwhile, and
    checked before the commit.

    Yields:
        The only writer's connection.

    Raises:
        SchemaError: a foreign key is broken afterwards; everything is rolled back.
    """
    async with engine.connect() as connection:
        if connection.dialect.name != "sqlite":
            async with begin_write_on(connection):
                yield connection
            return
        await _enforce_foreign_keys(connection, "OFF")
        try:
            async with begin_write_on(connection):
                yield connection
                broken = (await connection.execute(text("PRAGMA foreign_key_check"))).all()
                if broken:
                    tables = ", ".join(sorted({row[0] for row in broken}))
                    raise SchemaError(SchemaErrorKind.BROKEN_REFERENCES, tables=tables)
        finally:
            await _enforce_foreign_keys(connection, "ON")


async def _enforce_foreign_keys(connection: AsyncConnection, value: str) -> None:
    # SQLite ignores this pragma inside a transaction, which the connection itself would begin.
    driver = (await connection.get_raw_connection()).driver_connection
    if driver is not None:
        cursor = await driver.execute(f"PRAGMA foreign_keys={value}")
        await cursor.close()


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    version: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return version
