"""Names of many places are kept for the next start, and used for the very state that they were read in."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import update

from storage.engine import create_engine, create_sessions, write
from storage.kept.state import StatePart, mark_changed, read_state_numbers
from storage.models import StoredState, table
from storage.search import index as index_module
from storage.search import kept_names
from storage.search.index import Index, build_index, prepare_names
from storage.search.name_columns import gather_names
from tests.harness.databases import database_url


@pytest.fixture
def gathered(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[int]:
    """How many names were folded each time that an index was built; the least number is kept."""
    counted: list[int] = []

    def count(entries: tuple[object, ...]) -> object:
        counted.append(len(entries))
        return gather_names(entries)  # type: ignore[arg-type]

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for module in (index_module, kept_names):
        monkeypatch.setattr(module, "LEAST_KEPT", 1)
    monkeypatch.setattr(index_module, "gather_names", count)
    return counted


async def build(file: Path) -> Index:
    engine = create_engine(database_url(file))
    async with create_sessions(engine)() as session:
        index = await build_index(session)
    await engine.dispose()
    return index


async def change(file: Path, number: int | None = None) -> int:
    """Stores something, or a number itself; returns the number of the state."""
    engine = create_engine(database_url(file))
    sessions = create_sessions(engine)
    states = table(StoredState)
    if number is None:
        await write(sessions, lambda connection: mark_changed(connection, StatePart.BUDGETS))
    else:
        await write(sessions, lambda connection: connection.execute(update(states).values(number=number)))
    async with sessions() as session:
        found = await read_state_numbers(await session.connection())
    await engine.dispose()
    return found.budgets


async def test_the_next_start_reads_what_an_earlier_one_kept(
    samples: Path, gathered: list[int], tmp_path: Path
) -> None:
    made, read = await build(samples), await build(samples)
    assert len(gathered) == 1
    assert list(read.words.names) == list(made.words.names)
    assert (read.names, read.places) == (made.names, made.places)
    copied = Path(shutil.copy(samples, tmp_path / "copied.db"))
    await build(copied)  # the same is stored in it
    assert len(gathered) == 1
    numbers = [await change(copied) for _ in range(2)]
    assert len(set(numbers)) == 2
    await build(copied)
    await build(samples)
    assert len(gathered) == 3


async def test_a_start_after_a_load_of_an_archive_finds_its_names_made(
    samples: Path, gathered: list[int]
) -> None:
    engine = create_engine(database_url(samples))
    for _ in range(2):
        async with create_sessions(engine)() as session:
            await prepare_names(session)
    await engine.dispose()
    assert len(gathered) == 1
    await build(samples)
    assert len(gathered) == 1


async def test_two_databases_never_come_to_have_one_number(samples: Path, tmp_path: Path) -> None:
    files = [Path(shutil.copy(samples, tmp_path / name)) for name in ("first.db", "second.db")]
    first, second = [await change(file) for file in files]
    assert first != second


async def test_names_of_a_state_that_was_only_counted_are_not_kept(
    samples: Path, gathered: list[int], tmp_path: Path
) -> None:
    older = Path(shutil.copy(samples, tmp_path / "older.db"))
    assert await change(older, 17) == 17
    await build(older)
    await build(older)
    assert len(gathered) == 2
    assert not (tmp_path / "cache").exists()


@pytest.mark.parametrize("spoil", [lambda content: content[:-9], lambda content: content[:-9] + b"\1" * 9])
async def test_a_damaged_file_is_made_anew(
    spoil: Callable[[bytes], bytes], samples: Path, gathered: list[int], tmp_path: Path
) -> None:
    await build(samples)
    [file] = (tmp_path / "cache" / "qazyna").iterdir()
    content = file.read_bytes()
    file.write_bytes(spoil(content))
    await build(samples)
    assert len(gathered) == 2
    assert file.read_bytes() == content
