"""Where very many names are loaded, a question is looked up in those of its places, as if no others were there."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.json.answer import fill_ask_form
from bot.json.form import write_form
from parser.question.reading import read_question
from parser.records import Language
from storage.answering import inquiring, service
from storage.answering.answer import PlaceChoice
from storage.answering.request import Request
from storage.answering.service import answer
from storage.answering.unfinished import complete_question
from storage.engine import create_engine, create_sessions
from storage.kept.reader import StoredReader
from storage.reading.address import BudgetAddress
from storage.reading.places import Home
from storage.reading.shelf import Shelf, load_shelf
from storage.search.index import Index, build_index
from storage.search.place_index import index_of_places
from storage.search.rank import Rankings
from storage.search.weights import WEIGHTS
from tests.harness.databases import database_url
from tests.harness.sweeping import mostly_swept

QUESTIONS = [
    "сколько на школы",
    "мектептерге қанша",
    "464 003",
    "дороги",
    "ветеринария бөлімінің күрделі шығыстары",
    "топ 3 расходов",
    "8 392 311",
    "на дорги",
    "космодром",
    "как изменились расходы на образование",
]


@pytest.fixture
async def many(five_budgets: Path) -> AsyncIterator[AsyncSession]:
    """A session on five budgets."""
    engine = create_engine(database_url(five_budgets))
    async with create_sessions(engine)() as session:
        yield session
    await engine.dispose()


@pytest.fixture
async def large(many: AsyncSession) -> Index:
    """Their index, whose names count as very many."""
    return await build_index(many, replace(WEIGHTS, rank=replace(WEIGHTS.rank, most_names=1)))


async def test_the_names_of_a_place_are_those_that_it_has_alone(
    many: AsyncSession, large: Index, index: Index
) -> None:
    own = await index_of_places(StoredReader(many), large, ["Тараз"])
    assert list(own.words.names) == list(index.words.names)
    assert len(large.words.names) > len(own.words.names)
    assert (own.words.rarity, own.breadth, own.is_large) == (index.words.rarity, index.breadth, False)
    assert (own.names, own.places) == (large.names, large.places)
    assert await index_of_places(StoredReader(many), large, ["Тараз", "Тараз"]) is own
    assert await index_of_places(StoredReader(many), own, ["Астана"]) is own


async def test_few_indexes_of_places_are_kept(many: AsyncSession, large: Index) -> None:
    names = [place.name for place in large.places]
    asked = [(first, second) for first in names for second in names if first < second][:9]
    first = await index_of_places(StoredReader(many), large, asked[0])
    for pair in asked[1:8]:
        await index_of_places(StoredReader(many), large, pair)
    assert await index_of_places(StoredReader(many), large, asked[0]) is first
    await index_of_places(StoredReader(many), large, asked[8])
    assert list(large.of_places) == [*asked[2:8], asked[0], asked[8]]


@pytest.mark.parametrize("question", mostly_swept(QUESTIONS, 3))
async def test_a_named_place_answers_as_if_it_were_alone(
    question: str, many: AsyncSession, large: Index, taraz: AsyncSession, index: Index
) -> None:
    request = Request(read_question(question), budget=index.places[0].newest, cards=True)
    told = [
        write_form(fill_ask_form(await answer(session, known, request), Language.RU))
        for session, known in ((many, large), (taraz, index))
    ]
    assert told[0] == told[1]


async def test_all_names_are_never_ranked(
    many: AsyncSession, large: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    sizes: list[int] = []

    class Counted(Rankings):
        def __init__(self, index: Index) -> None:
            sizes.append(len(index.words.names))
            super().__init__(index)

    monkeypatch.setattr(inquiring, "Rankings", Counted)
    home = Home("Тараз")
    for text in (*QUESTIONS, "сравни Тараз и Астана: дороги", "расходы на космодром и метро"):
        await answer(many, large, Request(read_question(text), home=home))
    assert await complete_question(many, large, Request(read_question("мек"), home=home))
    assert sizes
    assert max(sizes) < len(large.words.names)


async def test_other_places_are_opened_only_where_the_own_one_has_little(
    many: AsyncSession, large: Index, index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[set[str]] = []

    async def note(reader: StoredReader, budgets: Iterable[BudgetAddress]) -> Shelf:
        wanted = list(budgets)
        opened.append({budget.place for budget in wanted})
        return await load_shelf(reader, wanted)

    monkeypatch.setattr(service, "load_shelf", note)
    home = Home("Тараз")
    own = await answer(many, large, Request(read_question("сколько на школы"), home=home))
    assert opened == [{"Тараз"}]
    assert own == await answer(
        many, await build_index(many), Request(read_question("сколько на школы"), home=home)
    )
    opened.clear()
    await answer(many, large, Request(read_question("космодром"), home=home))
    assert opened[0] == {"Тараз"} < opened[1]


async def test_of_very_many_places_it_is_asked_which(many: AsyncSession) -> None:
    few = replace(WEIGHTS, answer=replace(WEIGHTS.answer, places_assumed=len(await _places(many)) - 1))
    index = await build_index(many, few)
    asked = Request(read_question("сколько на школы"))
    chosen = await answer(many, index, asked)
    assert isinstance(chosen, PlaceChoice)
    assert len(chosen.budgets) == len(index.places)
    assert not isinstance(await answer(many, await build_index(many), asked), PlaceChoice)
    for request in (replace(asked, home=Home("Тараз")), Request(read_question("школы Тараз"))):
        assert not isinstance(await answer(many, index, request), PlaceChoice)


async def _places(session: AsyncSession) -> tuple[object, ...]:
    return (await build_index(session)).places
