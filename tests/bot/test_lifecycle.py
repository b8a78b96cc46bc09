"""Starting brings the schema and the index up to date and sets the menu; leaving lets everything go."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path

import pytest
from sqlalchemy.event import listen
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.services import create_services
from bot.serving.index_keeper import IndexKeeper
from handlers.views.texts import load_texts
from parser.records import Language
from storage.engine import create_engine
from storage.loading.ingest import ingest
from storage.schema import is_current
from storage.search.index import Index, build_index
from tests.harness.budget import documents, url
from tests.harness.draughtsman import PaperDraughtsman
from tests.harness.person import text_of
from tests.harness.world import open_world


async def test_an_empty_database_gets_its_schema(tmp_path: Path) -> None:
    async with open_world(tmp_path / "new.db") as world:
        assert await is_current(world.services.engine)


@pytest.mark.parametrize("code", ["kk", "ru"])
async def test_without_data_the_bot_says_so(tmp_path: Path, code: str) -> None:
    texts = load_texts(Language(code))
    async with open_world(tmp_path / "new.db") as world:
        person = world.person(code)
        assert texts.get("nothing-loaded") in text_of(await person.send("/start"))
        question = {"kk": "білім беру", "ru": "образование"}[code]
        assert text_of(await person.send(question)) == texts.get("nothing-loaded")
        assert texts.get("nothing-loaded") in text_of(await person.send("/about"))
        answer = await person.ask_inline("")
        assert answer.button is not None
        assert answer.button.text == texts.get("inline-nothing-loaded")


async def test_who_draws_is_let_go_with_the_bot(tmp_path: Path) -> None:
    draughtsman = PaperDraughtsman()
    async with open_world(tmp_path / "new.db", draughtsman):
        assert not draughtsman.closed
    assert draughtsman.closed


@pytest.mark.parametrize(
    "failing", ["notifier.Notifier.stop", "inbox.Inbox.close", "lifecycle.ReplyLog.close"], ids=str.lower
)
async def test_what_fails_while_leaving_keeps_nothing_else_from_being_let_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    async def fail(_: object) -> None:
        raise ConnectionRefusedError

    draughtsman = PaperDraughtsman()
    disposed: list[object] = []
    monkeypatch.setattr(f"bot.serving.{failing}", fail)
    async with open_world(tmp_path / "new.db", draughtsman) as world:
        listen(world.services.engine.sync_engine, "engine_disposed", disposed.append)
    assert draughtsman.closed
    assert disposed
    assert world.services.in_flight.closing


async def test_dispatchers_share_nothing(database: Path) -> None:
    async with open_world(database) as first, open_world(database) as second:
        assert first.dispatcher.sub_routers[0] is not second.dispatcher.sub_routers[0]
        assert text_of(await first.person().send("/help")) == text_of(await second.person().send("/help"))


async def test_what_another_process_loads_is_found_soon(tmp_path: Path) -> None:
    async with open_world(tmp_path / "new.db") as world:
        now = [0.0]
        keeper = IndexKeeper(every=15, clock=lambda: now[0])
        async with world.services.sessions() as session:
            empty = await keeper.current(session)
        for parsed in documents():
            await ingest(world.services.sessions, parsed)
        async with world.services.sessions() as session:
            now[0] = 14
            assert await keeper.current(session) is empty
            now[0] = 15
            filled = await keeper.current(session)
            assert filled is not empty
            assert filled.words.names
            now[0] = 40
            assert await keeper.current(session) is filled


async def test_who_looks_again_leaves_the_age_as_it_was(database: Path) -> None:
    now = [100.0]
    keeper = IndexKeeper(every=15, clock=lambda: now[0])
    async with open_world(database) as world, world.services.sessions() as session:
        assert keeper.age is None
        await keeper.current(session)
        now[0] = 103
        keeper.look_again()
        assert keeper.age == 3
        await keeper.current(session)
        assert keeper.age == 0


async def test_what_is_stored_while_the_index_is_built_is_looked_at_next(tmp_path: Path) -> None:
    async with open_world(tmp_path / "new.db") as world:
        services = world.services

        async def build_slowly(session: AsyncSession) -> Index:
            built = await build_index(session)
            if not built.words.names:
                for parsed in documents():
                    await ingest(services.sessions, parsed)
                keeper.look_again()
            return built

        keeper = IndexKeeper(every=15, clock=lambda: 0.0, build=build_slowly)
        async with services.sessions() as session:
            assert not (await keeper.current(session)).words.names
        async with services.sessions() as session:
            assert (await keeper.current(session)).words.names


async def test_updates_at_once_build_the_index_once(database: Path) -> None:
    built = []

    async def count(session: AsyncSession) -> Index:
        built.append(session)
        return await build_index(session)

    keeper = IndexKeeper(build=count)
    services = create_services(create_engine(url(database)))

    async def ask() -> object:
        async with services.sessions() as session:
            return await keeper.current(session)

    first, *others = await asyncio.gather(*(ask() for _ in range(5)))
    await services.engine.dispose()
    assert len(built) == 1
    assert all(index is first for index in others)


async def test_worlds_over_copies_of_a_database_share_an_index_and_no_other(
    database: Path, tmp_path: Path
) -> None:
    copied = Path(shutil.copy(database, tmp_path / "copied.db"))
    indexes = []
    for file in (database, copied, tmp_path / "new.db"):
        async with open_world(file) as world, world.services.sessions() as session:
            indexes.append(await world.services.keeper.current(session))
    first, second, empty = indexes
    assert first is second
    assert not empty.words.names
