"""A decision is opened by its number as it is printed, whatever stands in it: asked, by command, inline."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from aiogram.types import InlineQueryResultArticle

from handlers.views.texts import Texts, load_texts
from parser.records import Language
from tests.harness import long_budget
from tests.harness.person import TestUser, text_of
from tests.harness.world import World, open_world

LAST = long_budget.AMENDMENTS[-1]


@pytest.fixture(scope="module")
def long_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of decisions numbered like С-30/134-VI."""
    file = tmp_path_factory.mktemp("numbers") / "long.db"
    long_budget.fill_now(file)
    return file


@pytest.fixture(scope="module")
async def open_to_deputies(long_file: Path) -> AsyncIterator[World]:
    async with open_world(long_file, limits={}) as world:
        yield world


@pytest.fixture
def deputy(open_to_deputies: World, texts: Texts) -> Iterator[TestUser]:
    with open_to_deputies.newcomer(texts.language.value) as person:
        yield person


def title(language: Language) -> str:
    return load_texts(language).get("changes-title", number=LAST.number, date="08.11.2013")


@pytest.mark.parametrize(
    ("asked", "spoken"),
    [
        (f"что изменило решение {LAST.number}", Language.RU),
        (f"{LAST.number} шешімі нені өзгертті", Language.KK),
        ("что изменило решение № 30/134", Language.RU),
        (f"/changes {LAST.number}", None),
        (f"/changes {LAST.number.lower()}", None),
        (LAST.number, None),
    ],
)
async def test_what_it_changed(deputy: TestUser, texts: Texts, asked: str, spoken: Language | None) -> None:
    """Its letters are no words, and tell no language."""
    assert title(spoken or texts.language) in text_of(await deputy.send(asked))


async def test_inline(deputy: TestUser, texts: Texts) -> None:
    first = (await deputy.ask_inline(LAST.number)).results[0]
    assert isinstance(first, InlineQueryResultArticle)
    assert first.title == title(texts.language)


async def test_one_that_is_known_and_not_loaded_is_said(deputy: TestUser, texts: Texts) -> None:
    lost = long_budget.LOST[0].number
    assert lost in text_of(await deputy.send(f"что изменило решение {lost}"))
