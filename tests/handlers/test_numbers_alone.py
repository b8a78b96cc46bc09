"""A number that is all of a message may be a code, an amount or a decision's: none is taken for another."""

from __future__ import annotations

import asyncio
import datetime as dt
import shutil
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from handlers.views.texts import Texts
from parser.records import DecisionKind, DecisionRef, Language
from tests.harness.budget import documents, fill, names
from tests.harness.databases import keep_database
from tests.harness.person import TestUser, text_of
from tests.harness.world import World, open_world
from tests.storage.builders import document, edition

ADOPTED = DecisionRef("501", dt.date(2012, 12, 20))
AMENDED = DecisionRef("126", dt.date(2013, 12, 15))
SHORT = DecisionRef("59", dt.date(2013, 5, 1))
KNOWN = DecisionRef("101", dt.date(2013, 3, 1))  # from another text, not loaded
NEIGHBOUR = {Language.KK: "Әйтеке би ауданы", Language.RU: "Айтекебийский район"}


@pytest.fixture(scope="module")
def of_neighbours(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database that nobody opens: Taraz, whose decisions have numbers with a dash, and a district whose decisions have none."""
    district = []
    for language, place in NEIGHBOUR.items():
        stated: dict[str, Any] = {"kind": DecisionKind.ORIGINAL, "amends": None, "amended_by": (KNOWN, SHORT)}
        district.append(document(ADOPTED, [], language, place=place, **stated))
        table = edition(
            AMENDED, language, leaves={"revenue/5/01/1": 70, "revenue/1/01/2": 9}, names=names(language)
        )
        district.append(document(AMENDED, [table], language, place=place, amends=ADOPTED))
    file = tmp_path_factory.mktemp("neighbours") / "qazyna.db"
    asyncio.run(fill(file, [*documents(), *district]))
    keep_database(file)
    return file


@pytest.fixture
async def neighbours(of_neighbours: Path, tmp_path: Path) -> AsyncIterator[World]:
    async with open_world(Path(shutil.copy(of_neighbours, tmp_path / "two.db"))) as world:
        yield world


@pytest.fixture
def reader(neighbours: World, texts: Texts) -> TestUser:
    return neighbours.person(texts.language.value)


async def test_short_digits_that_are_several_codes_of_a_line_are_offered(
    reader: TestUser, texts: Texts
) -> None:
    text = text_of(await reader.send("501"))
    assert texts.get("decision-alike", number="501") in text
    assert texts.get("candidates-unsure", query="501") in text
    assert any(label.startswith("1.") for label in reader.labels)


@pytest.mark.parametrize("asked", ["126", "№ 126", "№126?"])
async def test_a_number_that_only_a_decision_has_is_that_decision(
    reader: TestUser, texts: Texts, asked: str
) -> None:
    text = text_of(await reader.send(asked))
    assert texts.get("changes-title", number="126", date="15.12.2013") in text
    assert texts.get("place-assumed", place=NEIGHBOUR[texts.language]) in text


@pytest.mark.parametrize("asked", ["№ 101", "№ 501", "№ 59", "59"])
async def test_behind_its_sign_a_number_is_a_decision_s_whatever_codes_there_are(
    reader: TestUser, texts: Texts, asked: str
) -> None:
    number = asked.removeprefix("№ ")
    key = "decisions-without-table" if number == ADOPTED.number else "decisions-without"
    assert texts.get(key, number=number, year="2013") in text_of(await reader.send(asked))


@pytest.mark.parametrize("asked", ["464", "№ 464"])
async def test_a_code_that_no_decision_has_as_its_number_is_a_code(
    reader: TestUser, texts: Texts, asked: str
) -> None:
    text = text_of(await reader.send(asked))
    assert names(texts.language)["expenditure/04/464"] in text
    assert texts.get("decisions-without", number="464") not in text


async def test_whole_codes_without_blanks_are_still_sure(reader: TestUser, texts: Texts) -> None:
    assert texts.get("card-source") in text_of(await reader.send("464009"))


async def test_what_a_number_changed_is_asked_of_a_decision(reader: TestUser, texts: Texts) -> None:
    asked = {Language.KK: "126 нені өзгертті", Language.RU: "что изменило 126"}[texts.language]
    assert texts.get("changes-title", number="126", date="15.12.2013") in text_of(await reader.send(asked))


async def test_a_code_that_the_named_place_lacks_is_said_to_be_lacking(
    reader: TestUser, texts: Texts
) -> None:
    place = NEIGHBOUR[texts.language]
    text = text_of(await reader.send(f"464 009 {place}"))
    assert texts.get("line-lacking", place=place, year="2013") in text
