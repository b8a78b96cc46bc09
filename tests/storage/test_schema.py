from __future__ import annotations

import asyncio
import datetime as dt
import subprocess
import sys
from collections.abc import AsyncIterator, Iterable
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy.ext.asyncio import AsyncEngine

from parser.kinds import Doubt
from storage.engine import create_engine
from storage.kept.state import is_drawn
from storage.migrations import HEAD
from storage.migrations.run import downgrade, list_revisions, upgrade
from storage.models_archive import ArchiveAct
from storage.reading.address import BudgetAddress, DecisionAddress
from storage.reading.short_address import budget_key, decision_key
from storage.schema import SchemaError, is_current, migrate, migrating
from tests.harness.databases import database_url, read_rows
from tests.harness.quick_schema import copy_schemas, migrate_as_ever, read_schema
from tests.storage.builders import APRIL, JULY, KK, ORIGINAL, PROGRAM, RU, document, doubted, edition
from tests.storage.conftest import Load
from tests.storage.dump import Dump, dump, facts

_ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def _every_step(monkeypatch: pytest.MonkeyPatch) -> None:
    migrate_as_ever(monkeypatch)


@pytest.fixture
async def empty(tmp_path: Path) -> AsyncIterator[AsyncEngine]:
    engine = create_engine(database_url(tmp_path / "empty.db"))
    yield engine
    await engine.dispose()


def test_head_is_the_newest_migration() -> None:
    assert list_revisions()[-1] == HEAD


async def test_stairway(empty: AsyncEngine) -> None:
    # Up, down and up again through every migration: a forgotten or wrong downgrade fails here.
    before = "base"
    for revision in list_revisions():
        async with migrating(empty) as connection:
            await connection.run_sync(upgrade, revision)
            there = await connection.run_sync(_describe)
            await connection.run_sync(downgrade, before)
            await connection.run_sync(upgrade, revision)
            assert await connection.run_sync(_describe) == there
        before = revision
    async with migrating(empty) as connection:
        await connection.run_sync(downgrade, "base")
        assert await connection.run_sync(_tables) == ["alembic_version"]


async def test_models_equal_migrations(engine: AsyncEngine) -> None:
    async with engine.connect() as connection:
        assert await connection.run_sync(_differences) == []


async def test_migrations_build_the_very_tables_of_the_models(
    engine: AsyncEngine, empty: AsyncEngine
) -> None:
    # Alembic compares neither names of constraints nor what SQLite calls table options.
    async with engine.connect() as migrated, empty.begin() as modelled:
        await modelled.run_sync(ArchiveAct.metadata.create_all)
        assert await modelled.run_sync(_describe) == await migrated.run_sync(_describe)


@pytest.mark.postgres  # SQLite has one order of letters
async def test_texts_are_compared_letter_by_letter(engine: AsyncEngine) -> None:
    """The server's own order is a language's: paths are looked for by ranges, which hold in no such order."""
    others = sa.text(
        "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public' "
        "AND data_type IN ('text', 'character varying') AND collation_name IS DISTINCT FROM 'C' "
        "AND table_name <> 'alembic_version'"
    )
    async with engine.connect() as connection:
        assert (await connection.execute(others)).all() == []


@pytest.mark.sqlite
async def test_what_other_tests_are_given_is_what_every_step_makes(tmp_path: Path) -> None:
    async def make(name: str) -> tuple[list[str], Dump]:
        engine = create_engine(database_url(tmp_path / name))
        await migrate(engine)
        async with engine.connect() as connection:
            schema = await connection.run_sync(read_schema)
        await engine.dispose()
        return schema, dump(tmp_path / name)

    stepwise = await make("stepwise.db")
    copy_schemas()
    assert [await make("first.db"), await make("copied.db")] == [stepwise, stepwise]


async def test_migrating_a_current_database_changes_nothing(
    engine: AsyncEngine, load: Load, database: Path
) -> None:
    await load(document())
    before = dump(database)

    await migrate(engine)

    assert dump(database) == before


async def test_a_database_from_before_the_keys_gets_those_that_loading_gives(
    engine: AsyncEngine, load: Load, database: Path
) -> None:
    other = replace(edition(ORIGINAL, KK), place="Семей")
    await load(
        document(), document(language=RU, place="Таразский"), document(editions=[other], place="Семей")
    )
    before = facts(database)
    assert len(before["budget_key"]) == 3

    async with migrating(engine) as connection:
        await connection.run_sync(downgrade, "0002")
        await connection.run_sync(upgrade, HEAD)

    assert facts(database) == before


async def test_lines_from_before_the_doubts_are_kept_and_have_none(
    engine: AsyncEngine, load: Load, database: Path
) -> None:
    await load(document(editions=[doubted(edition(), PROGRAM, doubt=Doubt.UNSURE)]))
    lines = dump(database)["line"]
    assert [row[-1] for row in lines].count("unsure") == 1

    async with migrating(engine) as connection:
        await connection.run_sync(downgrade, "0003")
    assert dump(database)["line"] == sorted((row[:-1] for row in lines), key=repr)
    await migrate(engine)

    assert dump(database)["line"] == sorted(((*row[:-1], None) for row in lines), key=repr)


def of_paths(database: Path) -> list[tuple[object, ...]]:
    """Which paths have which names, whatever tables there are besides."""
    [rows] = read_rows(database, "SELECT name_id, path, editions FROM path_name")
    return rows


async def test_names_are_known_of_their_paths_in_either_order(
    engine: AsyncEngine, load: Load, database: Path
) -> None:
    await load(document(), document(APRIL))
    before = sorted(of_paths(database))
    assert before

    async with migrating(engine) as connection:
        await connection.run_sync(downgrade, "0018")
    assert sorted(of_paths(database)) == before
    await migrate(engine)

    assert sorted(of_paths(database)) == before


async def test_names_from_before_the_blocks_get_numbers_that_no_other_state_has(
    engine: AsyncEngine, load: Load, database: Path
) -> None:
    await load(document(), document(APRIL))
    before = dump(database)["name_block"]
    assert before

    async with migrating(engine) as connection:
        await connection.run_sync(downgrade, "0019")
    await migrate(engine)

    after = dump(database)["name_block"]
    assert [block for block, _ in after] == [block for block, _ in before]
    assert all(is_drawn(number) for _, number in after)
    assert {number for _, number in after}.isdisjoint(number for _, number in before)


async def test_what_was_told_before_the_years_is_known_of_the_tables_that_are_stored(
    engine: AsyncEngine, load: Load, database: Path
) -> None:
    await load(document(editions=[edition(year=year) for year in (2013, 2014)]), document(APRIL))
    budget = budget_key(BudgetAddress("Тараз", 2013, 2015))
    original, april, july = (
        decision_key(DecisionAddress(each.number, each.date or dt.date.min))
        for each in (ORIGINAL, APRIL, JULY)
    )
    async with migrating(engine) as connection:
        await connection.run_sync(downgrade, "0016")
        for year in (2013, 2014):
            follow = f"INSERT INTO follow VALUES (7, '{budget}', {year}, '{PROGRAM}', 'ru')"  # noqa: S608
            await connection.execute(sa.text(follow))
        for decision in (original, april, july):
            told = f"INSERT INTO told VALUES (7, '{budget}', '{decision}')"  # noqa: S608
            await connection.execute(sa.text(told))
        await connection.run_sync(upgrade, HEAD)
    kept = dump(database)["told"]
    assert {(decision, year) for _, _, decision, year, *_ in kept} == {
        (original, 2013),
        (original, 2014),
        (april, 2013),
    }
    assert {amounts for *_, amounts, _ in kept} == {None}  # what was told of them then is not known


async def test_is_current(empty: AsyncEngine) -> None:
    assert not await is_current(empty)
    await migrate(empty)
    assert await is_current(empty)


async def test_two_programs_migrate_at_once(empty: AsyncEngine) -> None:
    other = create_engine(empty.url.render_as_string(hide_password=False))
    try:
        await asyncio.gather(migrate(empty), migrate(other))
    finally:
        await other.dispose()
    assert await is_current(empty)


async def test_a_database_of_a_newer_program_is_left_alone(engine: AsyncEngine, database: Path) -> None:
    async with engine.begin() as connection:
        await connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    before = dump(database)

    with pytest.raises(SchemaError, match="9999"):
        await migrate(engine)

    assert dump(database) == before


async def test_a_failing_migration_leaves_nothing_behind(empty: AsyncEngine) -> None:
    def fail(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if "CREATE TABLE line" in statement:
            raise RuntimeError("the disk is full")

    sa.event.listen(empty.sync_engine, "before_cursor_execute", fail)
    with pytest.raises(RuntimeError, match="the disk is full"):
        await migrate(empty)

    async with empty.connect() as connection:
        assert await connection.run_sync(_tables) == []


@pytest.mark.sqlite
async def test_a_rebuilt_table_keeps_the_rows_that_refer_to_it(
    engine: AsyncEngine, load: Load, database: Path
) -> None:
    # With foreign keys on, SQLite deletes them when the old table is dropped.
    await load(document())
    before = dump(database)

    async with migrating(engine) as connection:
        await connection.run_sync(_rebuild, ["edition", "source", "budget"])

    assert dump(database) == before


@pytest.mark.sqlite
async def test_broken_references_roll_a_migration_back(
    engine: AsyncEngine, load: Load, database: Path
) -> None:
    await load(document())
    before = dump(database)

    with pytest.raises(SchemaError, match="line"):
        async with migrating(engine) as connection:
            await connection.execute(sa.text("DELETE FROM name"))

    assert dump(database) == before


@pytest.mark.sqlite
async def test_foreign_keys_are_enforced_again_after_a_migration(empty: AsyncEngine) -> None:
    await migrate(empty)
    async with empty.connect() as connection:
        assert await connection.scalar(sa.text("PRAGMA foreign_keys")) == 1


@pytest.mark.sweep
@pytest.mark.sqlite
def test_a_current_database_does_not_import_alembic(tmp_path: Path) -> None:
    program = """
import asyncio, sys
from storage.engine import create_engine
from storage.schema import migrate
async def main():
    engine = create_engine(sys.argv[1])
    await migrate(engine)
    await engine.dispose()
    print("alembic" in sys.modules)
asyncio.run(main())
"""
    command = [sys.executable, "-c", program, f"sqlite+aiosqlite:///{tmp_path / 'new.db'}"]
    imported = [
        subprocess.run(  # noqa: S603 - this very program
            command, cwd=_ROOT, check=True, capture_output=True, text=True
        ).stdout
        for _ in range(2)
    ]
    assert imported == ["True\n", "False\n"]


def _tables(connection: sa.Connection) -> list[str]:
    return sa.inspect(connection).get_table_names()


def _differences(connection: sa.Connection) -> list[object]:
    options = {"compare_type": True, "compare_server_default": True}
    return list(compare_metadata(MigrationContext.configure(connection, opts=options), ArchiveAct.metadata))


def _describe(connection: sa.Connection) -> list[tuple[str, ...]]:
    """What the schema is built of: on SQLite the statements, without their layout and the order of their parts.

    SQLite quotes the name of a table that a migration rebuilt.
    """
    if connection.dialect.name != "sqlite":
        return _describe_postgresql(connection)
    rows = connection.execute(
        sa.text("SELECT name, sql FROM sqlite_master WHERE name NOT LIKE '%alembic%' AND sql IS NOT NULL")
    )
    return sorted(
        (name, *sorted(part.strip(" ()") for part in " ".join(sql.replace('"', "").split()).split(", ")))
        for name, sql in rows
    )


_COLUMNS = """SELECT table_name, column_name, data_type, is_nullable, character_maximum_length, column_default
    FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'alembic_version'"""
_CONSTRAINTS = """SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace AND conname NOT LIKE 'alembic%'"""
_INDEXES = (
    "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' AND indexname NOT LIKE 'alembic%'"
)


def _describe_postgresql(connection: sa.Connection) -> list[tuple[str, ...]]:
    """Columns, constraints and indexes; the order of letters is told elsewhere."""
    rows = [row for query in (_COLUMNS, _CONSTRAINTS, _INDEXES) for row in connection.execute(sa.text(query))]
    return sorted(tuple(str(part).replace(' COLLATE "C"', "") for part in row) for row in rows)


def _rebuild(connection: sa.Connection, names: Iterable[str]) -> None:
    operations = Operations(MigrationContext.configure(connection))
    for name in names:
        with operations.batch_alter_table(name, recreate="always") as batch:
            batch.add_column(sa.Column("extra", sa.Integer()))
        with operations.batch_alter_table(name, recreate="always") as batch:
            batch.drop_column("extra")
