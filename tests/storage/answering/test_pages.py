"""Whatever page of an answer is asked for, it is a page of the same lines."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlmodel.ext.asyncio.session import AsyncSession

from bench.search import QUESTIONS, load_cases
from parser.question.reading import read_question
from storage.answering.answer import Answer, Choice
from storage.answering.answer_traits import list_matches
from storage.answering.listings import Listing
from storage.answering.page import Page, list_size
from storage.answering.request import Request
from storage.answering.service import answer
from storage.answering.several_figures import AcrossGroups
from storage.engine import create_engine, create_sessions
from storage.reading.address import BudgetAddress
from storage.reading.places import Home
from storage.search.index import Index, build_index
from tests.conftest import CITIES, examples
from tests.harness.databases import database_url

# Words of many lines in all budgets, of a few in one, and of lines in other editions.
BROAD = [
    "отдел", "бөлім", "услуги", "қызметтер", "капитальные расходы", "күрделі шығыстар", "001", "003", "464",
    "строительство", "дамыту", "жол", "прочие", "бюджет", "налог", "самые большие расходы", "ең аз шығындар",
    "какие программы в культуре", "образование и спорт", "білім беру 2013-2015", "метро", "13 454 001",
]  # fmt: skip
ASKED = [case.text for case in load_cases("open", QUESTIONS)]
ASKED += [
    case.text for name in ("taraz", "semey") for case in load_cases("open", CITIES / f"{name}.questions.tsv")
]
HOMES = ["Тараз", "Астана", "Семей", "Айтеке би", "Көктем"]

Work = Callable[[AsyncSession, Index], Coroutine[Any, Any, None]]


@pytest.fixture(scope="module")
def run(five_budgets: Path) -> Callable[[Work], None]:
    """Does some work in a session on five budgets."""

    async def start(work: Work, built: list[Index]) -> None:
        engine = create_engine(database_url(five_budgets))
        try:
            async with create_sessions(engine)() as session:
                if not built:
                    built.append(await build_index(session))
                await work(session, built[0])
        finally:
            await engine.dispose()

    indexes: list[Index] = []
    return lambda work: asyncio.run(start(work, indexes))


def page_of(found: Answer) -> Page | None:
    """The page of an answer that has pages: what is set side by side is never parted."""
    pages = Choice | Listing | AcrossGroups
    return found.page if isinstance(found, pages) else None


@pytest.mark.sweep
@settings(max_examples=examples(5))
@given(
    text=st.sampled_from(BROAD) | st.sampled_from(ASKED),
    home=st.none() | st.builds(Home, st.sampled_from(HOMES), st.none() | st.integers(2013, 2016)),
    limits=st.lists(st.integers(1, 9), min_size=1, max_size=4),
    order=st.randoms(use_true_random=False),
)
def test_pages_are_of_one_place_and_edition_and_no_line_comes_twice(
    run: Callable[[Work], None], text: str, home: Home | None, limits: list[int], order: Any
) -> None:
    async def turn_pages(session: AsyncSession, index: Index) -> None:
        def request(limit: int, offset: int, budget: BudgetAddress | None = None) -> Request:
            return Request(read_question(text), home, budget, limit=limit, offset=offset, every=True)

        whole = await answer(session, index, request(1000, 0))
        every = list_matches(whole) if page_of(whole) else ()
        # A button says which budget answered; without it the same is chosen again.
        chosen = [None, every[0].edition.budget] if every else [None]
        cuts: list[tuple[int, int]] = []
        offset = 0
        while offset < len(every):
            limit = limits[len(cuts) % len(limits)]
            cuts.append((limit, offset))
            offset += limit
        order.shuffle(cuts)  # a person goes back and forth, and a page may be asked for alone
        seen = {}
        for limit, offset in cuts:
            found = await answer(session, index, request(limit, offset, order.choice(chosen)))
            page = page_of(found)
            assert page is not None
            assert type(found) is type(whole)
            assert (page.total, page.offset) == (len(every), offset)
            assert replace(found.heard, assumed=None, others=()) == replace(
                whole.heard, assumed=None, others=()
            )  # a further page is of a place that is known
            if isinstance(whole, Choice | Listing):  # an office has the same pages whatever is asked for
                count = whole.heard.question.frame.count
                size = limit if isinstance(whole, Choice) else list_size(limit, count)
                assert page.matches == every[offset : offset + size]
            seen[offset] = page.matches[:limit]
        assert [match for offset in sorted(seen) for match in seen[offset]] == list(every)
        assert len({match.address for match in every}) == len(every)
        assert len({match.place for match in every}) <= 1

    run(turn_pages)


def test_a_page_past_the_end_is_empty_and_of_the_same_place(run: Callable[[Work], None]) -> None:
    async def ask(session: AsyncSession, index: Index) -> None:
        request = Request(read_question("отдел"), Home("Тараз"), offset=1000, every=True)
        page = page_of(await answer(session, index, request))
        whole = page_of(
            await answer(session, index, Request(read_question("отдел"), Home("Тараз"), every=True))
        )
        assert page is not None
        assert whole is not None
        assert (page.matches, page.total) == ((), whole.total)

    run(ask)


@pytest.mark.parametrize("text", ["отдел", "метро", "464 009", "самые большие расходы"])
def test_the_place_that_answered_answers_again(run: Callable[[Work], None], text: str) -> None:
    """A button carries the place: asked for from there, the answer is the same."""

    async def ask(session: AsyncSession, index: Index) -> None:
        first = await answer(session, index, Request(read_question(text), Home("Көктем")))
        place = list_matches(first)[0].place
        again = await answer(session, index, Request(read_question(text), Home(place)))
        named = replace(first.heard, assumed=None, others=())  # nobody had to take it
        assert again == replace(first, heard=named)

    run(ask)
