"""A table that is no whole budget says so on every card, in every list, in every chat."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from aiogram.types import InlineQueryResultArticle, InputTextMessageContent
from typer.testing import CliRunner

from bot.cli import app
from handlers.views.message import plain_text
from handlers.views.printed import printed_view
from handlers.views.texts import Texts, load_texts
from parser.kinds import DiscrepancyKind
from parser.records import Language
from storage.reading.line_discrepancies import LineDiscrepancies
from storage.reading.records import Disagreement
from tests.conftest import SAMPLES
from tests.handlers.views import cards
from tests.harness.databases import database_url
from tests.harness.person import TestUser, text_of
from tests.harness.world import World, open_world

SAMPLE = "20-3.2013-11-13.2013.{}.csv"


def write_torn(language: Language, to: Path) -> Path:
    """A real budget that lost its total of revenue and its deficit, and a digit of group 04."""
    lines = (SAMPLES / SAMPLE.format(language)).read_text(encoding="utf-8").splitlines()
    whole = next(line for line in lines if line.startswith("expenditure,,,,04,,,"))
    kept = [
        line[:-1] if line is whole else line
        for line in lines
        if not line.startswith(("revenue,,,,,,,", "deficit,"))
    ]
    to.write_text("\n".join(kept) + "\n", encoding="utf-8")
    return to


@pytest.fixture(scope="module", params=list(Language), ids=str)
def torn(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Language, Path]:
    """The database that `load` makes of it, and its language."""
    language = Language(request.param)
    folder = tmp_path_factory.mktemp("torn")
    environment = {"DATABASE_URL": database_url(folder / "qazyna.db"), "LANG": "C"}
    result = CliRunner().invoke(
        app, ["load", str(write_torn(language, folder / "torn.csv"))], env=environment
    )
    assert result.exit_code == 0, result.output
    assert "revenue has no total" in result.output
    return language, folder / "qazyna.db"


@pytest.fixture
async def reader(torn: tuple[Language, Path]) -> AsyncIterator[TestUser]:
    """Somebody who asks in the language of that text."""
    language, database = torn
    world: World
    async with open_world(database) as world:
        yield world.person(language.value)


@pytest.fixture
def texts(torn: tuple[Language, Path]) -> Texts:
    return load_texts(torn[0])


def first(texts: Texts) -> str:
    """What every card of the table must say: the first of its faults, and how many others there are."""
    fault = texts.get("fault-total_missing", section=texts.get("section-revenue"))
    return texts.get("card-faults-first", said=f"{fault}; {texts.get('card-faults-more', count=2)}")


def said(texts: Texts) -> list[str]:
    """What stands with every printed row of it."""
    return [
        texts.get("card-faults"),
        texts.get("fault-total_missing", section=texts.get("section-revenue")),
        texts.get("fault-balance_missing", section=texts.get("section-deficit")),
        texts.get("fault-above_parent", codes="04 · 464"),
    ]


@pytest.mark.parametrize("question", ["464 009", "458 023", "451 016"])
async def test_every_card_says_what_is_wrong_with_its_table(
    reader: TestUser, texts: Texts, question: str
) -> None:
    assert first(texts) in text_of(await reader.send(question))
    text = text_of(await reader.press(texts.get("button-printed")))
    assert [each for each in said(texts) if each not in text] == []


async def test_a_card_in_another_s_chat_says_it_too(reader: TestUser, texts: Texts) -> None:
    answer = await reader.ask_inline("464 009")
    assert answer.results
    for result in answer.results:
        assert isinstance(result, InlineQueryResultArticle)
        assert isinstance(result.input_message_content, InputTextMessageContent)
        assert first(texts) in result.input_message_content.message_text


async def test_a_list_says_that_something_is_wrong(reader: TestUser, texts: Texts) -> None:
    largest = {Language.KK: "ең ірі шығындар", Language.RU: "самые большие расходы"}[texts.language]
    assert texts.get("source-faults") in text_of(await reader.send(largest))


def test_the_command_line_says_it(torn: tuple[Language, Path]) -> None:
    environment = {"DATABASE_URL": database_url(torn[1]), "LANG": "C"}

    def call(*arguments: str) -> Any:
        result = CliRunner().invoke(app, [*arguments, "--json"], env=environment)
        assert result.exit_code == 0, result.output
        return json.loads(result.stdout)

    kinds = [("total_missing", "revenue"), ("balance_missing", "deficit")]
    [match] = call("ask", "464 009")["matches"]
    assert [(fault["kind"], fault["path"]) for fault in match["faults"]][:2] == kinds
    listed = [(found["kind"], found["path"]) for found in call("check")]
    assert [each for each in listed if each in kinds] == kinds


async def test_an_export_carries_it(torn: tuple[Language, Path], tmp_path: Path) -> None:
    def run(database: Path, *arguments: str) -> None:
        environment = {"DATABASE_URL": database_url(database), "LANG": "C"}
        result = CliRunner().invoke(app, arguments, env=environment)
        assert result.exit_code == 0, result.output

    def export_and_load() -> None:
        run(torn[1], "export", str(tmp_path / "dataset"))
        run(tmp_path / "again.db", "load", str(tmp_path / "dataset"))
        run(tmp_path / "again.db", "export", str(tmp_path / "again"))

    await asyncio.to_thread(export_and_load)
    first, again = (
        (tmp_path / folder / "discrepancies.csv").read_text(encoding="utf-8")
        for folder in ("dataset", "again")
    )
    assert "total_missing,revenue,," in first
    assert again == first


def test_of_many_contradictions_the_rest_are_counted(texts: Texts) -> None:
    many = tuple(Disagreement(DiscrepancyKind.SUM, number * 1_000, 500_000) for number in range(6))
    counted = f"• {texts.get('card-faults-more', count=2)}"
    for conflicts in (many[:4], many):
        printed = cards.printed(discrepancies=LineDiscrepancies(conflicts, ()))
        told = plain_text(printed_view(printed, texts)).split("\n")
        assert sum(line.startswith("⚠️") for line in told) == 4
        assert (counted in told) is (conflicts is many)
