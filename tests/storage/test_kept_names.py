"""Names of many places are kept for the next start, and used for the very state that they were read in."""

from __future__ import annotations

import datetime as dt
import math
import random
import re
import shutil
from collections.abc import Callable, Collection, Mapping, Sequence, Set
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from parser.records import DecisionRef, Language, ParsedDecision
from storage.engine import create_engine, create_sessions, write
from storage.kept import name_blocks
from storage.kept.name_blocks import mark_names, read_name_blocks
from storage.kept.state import StatePart, mark_changed, read_state_numbers
from storage.loading.ingest import ingest
from storage.loading.uploads import StepResult, keep_upload, read_state, store_upload, undo_upload
from storage.models import MadeNames, StoredState, table
from storage.search import kept_names, printed_names, ready_names
from storage.search.gathering import GatheredNames, HeardNames, gather_again, gather_names
from storage.search.index import Index, build_index, read_names
from storage.search.kept_names import NAME_SOURCES, read_kept_names, read_kept_printed
from storage.search.name_columns import NameColumns, pack_columns, unpack_columns
from storage.search.names_ahead import prepare_names
from storage.search.printed_names import PrintedNames, read_printed, renew_printed
from tests.harness.databases import database_url
from tests.storage.builders import APRIL, JULY, LEAVES, ORIGINAL, document, edition

ROOT = Path(__file__).parents[2]
NOW = dt.datetime(2026, 1, 2, 12, tzinfo=dt.UTC)
LIVES, STEPS = 2, 14


@pytest.fixture
def gathered(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[int]:
    """How many names were folded each time that an index was built; the least number is kept."""
    counted: list[int] = []

    def count(
        paths: Sequence[str], languages: Sequence[Language], texts: Sequence[str], before: HeardNames | None
    ) -> GatheredNames:
        counted.append(len(paths))
        return gather_again(paths, languages, texts, before)

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for module in (ready_names, kept_names):
        monkeypatch.setattr(module, "LEAST_KEPT", 1)
    monkeypatch.setattr(ready_names, "gather_again", count)
    return counted


async def build(file: Path) -> Index:
    engine = create_engine(database_url(file))
    async with create_sessions(engine)() as session:
        index = await build_index(session)
    await engine.dispose()
    return index


async def build_ahead(file: Path) -> None:
    """Makes the names ready for the next start, as after a load."""
    engine = create_engine(database_url(file))
    await prepare_names(create_sessions(engine))
    await engine.dispose()


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
    samples: Path, gathered: list[int], tmp_path: Path
) -> None:
    file = Path(shutil.copy(samples, tmp_path / "own.db"))
    for _ in range(2):
        await build_ahead(file)
    assert len(gathered) == 1
    await build(file)
    assert len(gathered) == 1


async def test_a_first_start_on_another_machine_takes_the_names_that_come_with_the_database(
    samples: Path, gathered: list[int], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = Path(shutil.copy(samples, tmp_path / "own.db"))
    await build_ahead(file)
    copied = Path(shutil.copy(file, tmp_path / "copied.db"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "elsewhere"))
    read = await build(copied)
    assert len(gathered) == 1
    (tmp_path / "elsewhere/qazyna/names.printed").rename(tmp_path / "printed")
    assert [*read.words.names] == [*(await build(copied)).words.names]
    assert len(gathered) == 1  # what came was kept
    await change(copied)
    await build(copied)  # nothing tells how the kept names are printed; those that came do
    assert len(gathered) == 2
    monkeypatch.setenv("XDG_CACHE_HOME", "/dev/null/nowhere")
    await change(file)
    assert [*read.words.names] == [*(await build(file)).words.names]


@pytest.mark.parametrize("spoilt", [{"columns": b"?"}, {"made_of": "another program"}])
async def test_names_that_came_damaged_or_of_another_program_are_made_anew(
    spoilt: Mapping[str, object],
    samples: Path,
    gathered: list[int],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    file = Path(shutil.copy(samples, tmp_path / "own.db"))
    await build_ahead(file)
    engine = create_engine(database_url(file))
    query = update(table(MadeNames)).values(spoilt)
    await write(create_sessions(engine), lambda connection: connection.execute(query))
    await engine.dispose()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "elsewhere"))
    await build(file)
    assert len(gathered) == 2


def test_what_is_kept_is_told_by_all_files_that_make_it() -> None:
    """Whatever these files import of the parser is among them: names made by other ones are no longer used."""
    for source in NAME_SOURCES:
        for imported in re.findall(r"^from (parser[.\w]+) import", (ROOT / source).read_text(), re.MULTILINE):
            assert f"{imported.replace('.', '/')}.py" in NAME_SOURCES


async def test_kept_names_are_unpacked_only_by_a_start_that_has_use_for_them(
    samples: Path, gathered: list[int], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = Path(shutil.copy(samples, tmp_path / "own.db"))
    await build(file)
    other = Path(shutil.copy(samples, tmp_path / "other.db"))
    await change(other)
    unpacked: list[int] = []

    def count(packed: memoryview) -> NameColumns:
        unpacked.append(len(packed))
        return unpack_columns(packed)

    monkeypatch.setattr(kept_names, "unpack_columns", count)
    with monkeypatch.context() as few:
        for module in (ready_names, kept_names):
            few.setattr(module, "LEAST_KEPT", 10_000)
        await build(other)
        await build_ahead(other)
    await build_ahead(file)  # they are those of its state
    assert unpacked == []
    await build(file)
    assert len(unpacked) == 1
    await build(other)
    assert (len(unpacked), len(gathered)) == (2, 3)


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


SPOILT = pytest.mark.parametrize(
    "spoil", [lambda content: content[:-9], lambda content: content[:-9] + b"\1" * 9, lambda _: b""]
)


@SPOILT
async def test_a_damaged_file_is_made_anew(
    spoil: Callable[[bytes], bytes], samples: Path, gathered: list[int], tmp_path: Path
) -> None:
    await build(samples)
    file = tmp_path / "cache/qazyna/names.columns"
    content = file.read_bytes()
    file.write_bytes(spoil(content))
    await build(samples)
    assert len(gathered) == 2
    assert file.read_bytes() == content


@SPOILT
async def test_after_a_load_damaged_texts_are_heard_anew(
    spoil: Callable[[bytes], bytes], samples: Path, gathered: list[int], tmp_path: Path
) -> None:
    copied = Path(shutil.copy(samples, tmp_path / "copied.db"))
    made = await build(copied)
    file = tmp_path / "cache/qazyna/names.printed"
    content = file.read_bytes()
    file.write_bytes(spoil(content))
    await change(copied)
    again = await build(copied)
    assert len(gathered) == 2
    assert list(again.words.names) == list(made.words.names)
    assert file.read_bytes().partition(b"\n")[2] == content.partition(b"\n")[2]  # all but the state


def named(ref: DecisionRef, language: Language, draw: random.Random) -> ParsedDecision:
    """A decision whose lines have other names now and then, some of them those of other lines."""
    path = draw.choice(list(LEAVES))
    words = draw.choice(("Ёлки 2013", "1. Елки 2013", "Жаңа мектеп", "Школы", "…"))
    table = edition(ref, language, names={path: words})
    return document(ref, [table], language, title=f"{path} {words}")


@pytest.fixture
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Blocks of three names, of which only those that changed are read; how many these were each time."""
    renewed: list[int] = []

    async def count(
        connection: AsyncConnection, before: PrintedNames, changed: Set[int], blocks: Collection[int]
    ) -> PrintedNames:
        renewed.append(len(changed))
        return await renew_printed(connection, before, changed, blocks)

    for module in (name_blocks, printed_names, kept_names):
        monkeypatch.setattr(module, "BLOCK_NAMES", 3)
    monkeypatch.setattr(printed_names, "LARGEST_PART", 1)
    monkeypatch.setattr(ready_names, "renew_printed", count)
    return renewed


@pytest.mark.parametrize("seed", range(LIVES))
async def test_kept_names_are_those_made_from_nothing_whatever_is_stored_and_undone(
    seed: int, gathered: list[int], small_blocks: list[int], migrated: Path, tmp_path: Path
) -> None:
    """Two databases, which give their names the same numbers, share what is kept; now and then it is damaged.

    Some loads make names ready with their database, and some starts are the first on their machine.
    """
    draw = random.Random(seed)  # noqa: S311
    engines = [
        create_engine(database_url(Path(shutil.copy(migrated, tmp_path / name)))) for name in ("1.db", "2.db")
    ]
    to_undo: list[tuple[AsyncEngine, str]] = []
    undone: list[StepResult] = []
    shipped = 0
    for _ in range(STEPS):
        engine = draw.choice(engines)
        sessions = create_sessions(engine)
        if to_undo and draw.random() < 0.3:
            upset, token = to_undo.pop()
            undone.append((await undo_upload(create_sessions(upset), token, NOW)).result)
        else:
            parsed = named(draw.choice((ORIGINAL, APRIL, JULY)), draw.choice(list(Language)), draw)
            token = await keep_upload(sessions, [parsed], await write(sessions, read_state), NOW)
            await store_upload(sessions, token, NOW)
            to_undo.append((engine, token))
        if draw.random() < 0.1:
            (tmp_path / "cache/qazyna" / draw.choice(("names.columns", "names.printed"))).write_bytes(b"?")
        if draw.random() < 0.3:
            await prepare_names(sessions)
            shipped += 1
        if draw.random() < 0.3:
            shutil.rmtree(tmp_path / "cache", ignore_errors=True)
        async with sessions() as session:
            index = await build_index(session)
            names = await read_names(session)
            printed = await read_printed(await session.connection())
        made = gather_names(names.entries)
        if names.entries:
            kept = read_kept_names()
            assert kept is not None
            assert pack_columns(kept.unpack()) == pack_columns(made)
            known = read_kept_printed(kept)
            assert known is not None
            assert [*zip(*known.printed, strict=True)] == [*zip(*printed, strict=True)]
        assert list(index.words.names) == list(Index(made).words.names)
        assert index.names == made.titles
    assert shipped > 1
    assert len(gathered) > 5
    assert len(small_blocks) > STEPS / 3
    assert StepResult.DONE in undone
    for engine in engines:
        await engine.dispose()


async def test_a_load_makes_names_ready_for_the_next_start_only_where_many_are_others(
    gathered: list[int], small_blocks: list[int], migrated: Path, tmp_path: Path
) -> None:
    file = Path(shutil.copy(migrated, tmp_path / "loaded.db"))
    engine = create_engine(database_url(file))
    sessions = create_sessions(engine)
    await ingest(sessions, document(ORIGINAL))
    async with sessions() as session:
        blocks = sorted(await read_name_blocks(await session.connection()))
    least = math.ceil(len(blocks) / 4)
    assert 1 < least < len(blocks)
    await build_ahead(file)
    for others, made in ((least - 1, 1), (least, 2)):
        await write(sessions, partial(mark_names, name_ids=[block * 3 for block in blocks[:others]]))
        await change(file)
        await build_ahead(file)
        assert len(gathered) == made
    await engine.dispose()
    assert len(small_blocks) == 1
