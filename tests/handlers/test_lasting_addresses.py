"""Every address that left the bot opens the same figure in another database, or says that it is gone.

The nine sample files are loaded in order; what is shown then is opened again where they were loaded in
reverse order, after two other budgets, and with some of them missing.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiogram.types import InlineQueryResultArticle
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.views.texts import load_texts
from parser.parse import parse_file
from parser.records import Language, ParsedDecision
from storage.engine import create_engine, create_sessions
from storage.kept.reader import StoredReader
from storage.loading.errors import UnknownDecisionError
from storage.loading.ingest import ingest
from storage.reading.address import EditionAddress, LineAddress
from storage.reading.cards import list_budgets
from storage.reading.catalogue_query import load_catalogue
from storage.reading.lines import read_edition_lines
from storage.reading.lookup import find_budget
from storage.reading.short_address import ShortAddress, shorten
from storage.schema import migrate
from tests.conftest import SAMPLES
from tests.harness.databases import database_url
from tests.harness.exploring import (
    PRESSED,
    QUESTIONS,
    SHARED,
    Seen,
    amount_of,
    figures,
    look_around,
    message_of,
    text_of,
)
from tests.harness.sweeping import mostly_swept
from tests.harness.world import open_world

CITIES = SAMPLES.parents[1] / "tests/search/cities"
MISSING = ("12-3", "20-3", ".2014.")  # of the files' names


@pytest.fixture(scope="module")
def parsed() -> dict[str, ParsedDecision]:
    """The sample files and those of two other budgets, by their names."""
    files = [*sorted(SAMPLES.iterdir()), CITIES / "aitekebi.html", CITIES / "semey.kk.csv"]
    return {file.name: parse_file(file) for file in files}


@pytest.fixture(scope="module")
def databases(parsed: dict[str, ParsedDecision], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The same decisions, loaded in other ways."""
    folder = tmp_path_factory.mktemp("lasting")
    names = [name for name in parsed if not name.startswith(("aitekebi", "semey"))]
    others = [name for name in parsed if name not in names]
    ways = {
        "made": names,
        "reversed": names[::-1],
        "after-others": [*others, *names],
        "poorer": [name for name in names if not any(part in name for part in MISSING)],
    }
    for way, files in ways.items():
        asyncio.run(_load([parsed[name] for name in files], folder / f"{way}.db"))
    return {way: folder / f"{way}.db" for way in ways}


async def _load(files: Sequence[ParsedDecision], database: Path) -> None:
    engine = create_engine(database_url(database))
    await migrate(engine)
    sessions, waiting = create_sessions(engine), list(files)
    while waiting:
        left = []
        for file in waiting:
            try:
                await ingest(sessions, file)
            except UnknownDecisionError:
                left.append(file)
        assert len(left) < len(waiting)
        waiting = left
    await engine.dispose()


@pytest.fixture(scope="module", params=mostly_swept(Language, 2), ids=str)
def language(request: pytest.FixtureRequest) -> Language:
    return Language(request.param)


@pytest.fixture(scope="module")
def seen(databases: dict[str, Path], language: Language) -> Seen:
    """What was shown where the files were loaded in order."""

    async def look() -> Seen:
        async with open_world(databases["made"], limits={}) as world:
            return await look_around(world.person(language.value), language)

    return asyncio.run(look())


def test_much_was_seen(seen: Seen) -> None:
    fields = [data.split(":") for data in seen.buttons]
    assert PRESSED * 5 <= len(fields) <= PRESSED * 6
    assert {kind for kind, *_ in fields} >= {"l2", "h2", "c2", "e1", "r1"}
    assert len({year for _, _, year, *_ in fields}) > 1
    assert len({decision for _, _, _, decision, *_ in fields}) > 2
    assert len(seen.shared) >= SHARED
    assert seen.links


@pytest.mark.parametrize("way", ["reversed", "after-others"])
async def test_every_address_shows_the_same(
    databases: dict[str, Path], seen: Seen, language: Language, way: str
) -> None:
    # Names that only another budget has in the person's language may come in: the figures stay.
    alike = figures if way == "after-others" else str
    async with open_world(databases[way], limits={}) as world:
        person = world.person(language.value)
        await person.send("/start")
        for data, shown in seen.buttons.items():
            again = await person.press_data(data, message=person.message)
            assert alike(text_of(again)) == alike(text_of(shown)), data
        for payload, shown in seen.links.items():
            assert alike(text_of(await person.open_link(payload))) == alike(text_of(shown)), payload
        for query, result in seen.shared.items():
            [again_result] = (await person.ask_inline(query)).results
            assert isinstance(again_result, InlineQueryResultArticle)
            assert again_result.id == result.id
            assert alike(message_of(again_result)) == alike(message_of(result)), query


@pytest.mark.parametrize("way", ["reversed", "after-others"])
async def test_pages_go_on_where_they_began(databases: dict[str, Path], language: Language, way: str) -> None:
    question, texts = QUESTIONS[language][1], load_texts(language)
    further = texts.get("button-next")

    def sources(text: str) -> list[str]:
        return [line for line in text.splitlines() if line.startswith(texts.get("card-source"))]

    async with open_world(databases["made"], limits={}) as world:
        person = world.person(language.value)
        first = text_of(await person.send(question))
        data = person.button(further).callback_data or ""
        second = text_of(await person.press(further))
    async with open_world(databases[way], limits={}) as world:
        person = world.person(language.value)
        await person.send(question)  # is answered of the place amended last, which may be another one
        again = text_of(await person.press_data(data, message=person.message))
    assert sources(again) == sources(second) != []
    # Among the names of more budgets others may come nearest: the budget stays.
    assert way == "after-others" or again == second != first


async def test_a_page_of_a_budget_that_is_not_loaded_is_no_page_of_another(
    databases: dict[str, Path], language: Language
) -> None:
    texts = load_texts(language)
    async with open_world(databases["made"], limits={}) as world:
        person = world.person(language.value)
        await person.send(QUESTIONS[language][1])
        data = re.sub(
            r":[a-z2-7]{12}$", ":" + "a" * 12, person.button(texts.get("button-next")).callback_data or ""
        )
        assert text_of(await person.press_data(data, message=person.message)).startswith(
            texts.get("gone-budget")
        )


async def test_where_files_are_missing_it_is_the_same_figure_or_gone(
    databases: dict[str, Path], seen: Seen, language: Language
) -> None:
    texts = load_texts(language)
    outcomes: dict[str, bool] = {}
    async with open_world(databases["poorer"], limits={}) as world:
        person = world.person(language.value)
        await person.send("/start")
        for data, shown in seen.buttons.items():
            again = await person.press_data(data, message=person.message)
            outcomes[data] = texts.get("gone-instead") in text_of(again)
            if data.startswith("l") and not outcomes[data]:
                assert amount_of(again) == amount_of(shown), data
        for query, result in seen.shared.items():
            [found] = (answer := await person.ask_inline(query)).results
            is_gone = answer.button is not None and answer.button.text == texts.get("inline-gone")
            assert (found.id == result.id) is not is_gone
    assert set(outcomes.values()) == {True, False}


async def test_every_line_of_every_edition_is_found_by_its_address(databases: dict[str, Path]) -> None:
    made = await read_all(databases["made"])
    assert len(made) > 1000
    for way in ("reversed", "after-others", "poorer"):
        found = await open_all(databases[way], [shorten(line) for line in made])
        gone = [line for line, amount in zip(made, found, strict=True) if amount is None]
        assert all(amount in {None, made[line]} for line, amount in zip(made, found, strict=True))
        assert bool(gone) is (way == "poorer")


async def read_all(database: Path) -> dict[LineAddress, int]:
    """The amounts of all lines of Taraz, by address; of the newest editions twice, named and not."""
    amounts: dict[LineAddress, int] = {}
    async with reading(database) as session:
        [budget] = [each for each in await list_budgets(session) if each.place == "Тараз"]
        catalogue = await load_catalogue(StoredReader(session), budget)
        assert catalogue is not None
        lines = await read_edition_lines(StoredReader(session), catalogue.editions)
        for edition in catalogue.editions:
            newest = catalogue.find(edition.year) is edition
            for path, line in lines[edition.key].items():
                address = LineAddress(EditionAddress(budget, edition.year, edition.decision.address), path)
                amounts[address] = line.amount
                if newest:
                    amounts[address.as_of(None)] = line.amount
    return amounts


async def open_all(database: Path, addresses: Sequence[ShortAddress]) -> list[int | None]:
    """What addresses show in a database: amounts, None for what is gone."""
    amounts = await read_all(database)
    async with reading(database) as session:
        [key] = {address.budget for address in addresses}
        budget = await find_budget(session, key)
    assert budget is not None
    lines = [budget.find_line(address) for address in addresses]
    return [amounts.get(line) if line else None for line in lines]


@asynccontextmanager
async def reading(database: Path) -> AsyncIterator[AsyncSession]:
    engine = create_engine(database_url(database))
    async with create_sessions(engine)() as session:
        yield session
    await engine.dispose()
