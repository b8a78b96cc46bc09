"""The place that is a person's own."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from handlers.views.texts import Texts, load_texts
from parser.records import DecisionKind, DecisionRef, Language
from storage.engine import create_engine, create_sessions
from storage.loading.ingest import ingest
from tests.handlers.test_places import PLACES, QUESTION, VILLAGE, load
from tests.harness.budget import names, url
from tests.harness.person import text_of
from tests.harness.world import open_world
from tests.storage.builders import LEAVES, document, edition

KK, RU = Language.KK, Language.RU
OWN = {KK: "Жалғызтөбе", RU: "Жалгызтюбинский"}


@pytest.mark.parametrize("by_button", [True, False])
async def test_questions_without_a_place_are_answered_from_home(
    tmp_path: Path, language: Language, by_button: bool
) -> None:
    await load(tmp_path / "home.db", *PLACES, VILLAGE)
    texts = load_texts(language)
    async with open_world(tmp_path / "home.db") as world:
        person = world.person(language.value)
        if by_button:
            assert texts.get("home-choose") in text_of(await person.send("/home"))
            said = text_of(await person.press(OWN[language]))
        else:
            said = text_of(await person.send(f"/home {OWN[language]}"))
        assert OWN[language] in said
        answered = text_of(await person.send(QUESTION[language]))
        assert OWN[language] in answered
        assert "📍" not in " ".join(person.labels)
        # Another place may be asked of, and the next question is of the own one again.
        assert "Семей" in text_of(await person.send(f"{QUESTION[language]} Семей"))
        assert OWN[language] in text_of(await person.send(QUESTION[language]))
    async with open_world(tmp_path / "home.db") as world:  # it is kept
        assert OWN[language] in text_of(await world.person(language.value).send("/home"))
        assert "Семей" in text_of(await world.person(language.value, id=8).send(QUESTION[language]))


async def test_a_home_that_is_not_loaded_is_asked_for(tmp_path: Path, language: Language) -> None:
    await load(tmp_path / "home.db", *PLACES)
    async with open_world(tmp_path / "home.db") as world:
        person = world.person(language.value)
        assert load_texts(language).get("home-choose") in text_of(await person.send("/home Костанай"))
        assert "📍 Тараз" in person.labels


LATER = DecisionRef("40-2", dt.date(2015, 12, 20), "3000")


async def load_two_budgets(file: Path) -> None:
    """Taraz of 2013 and of 2016, and another place."""
    await load(file, *PLACES)
    engine = create_engine(url(file))
    for language in Language:
        leaves = {**LEAVES, "expenditure/04/464/009": 777}
        table = edition(LATER, language, year=2016, leaves=leaves, names=names(language))
        stated: dict[str, Any] = {"kind": DecisionKind.ORIGINAL, "amends": None, "budget_years": (2016, 2018)}
        await ingest(create_sessions(engine), document(LATER, [table], language, place="Тараз", **stated))
    await engine.dispose()


async def test_a_year_is_asked_where_several_are_loaded_and_kept(tmp_path: Path, texts: Texts) -> None:
    await load_two_budgets(tmp_path / "years.db")
    asked = QUESTION[texts.language]
    async with open_world(tmp_path / "years.db") as world:
        person = world.person(texts.language.value)
        await person.send("/start")
        assert texts.get("home-choose") in text_of(await person.press(texts.get("button-homes")))
        chosen = text_of(await person.press("Тараз"))
        assert texts.get("home-which-year") in chosen
        assert f"✓ {texts.get('button-newest-year')}" in person.labels
        assert "777" in text_of(await person.send(asked))  # the newest budget's year
        await person.send("/home")
        said = text_of(await person.press("2013"))
        assert texts.get("home-saved-year", place="Тараз", year="2013") in said
        assert "✓ 2013" in person.labels
        largest = text_of(await person.press(texts.get("button-start-largest")))
        assert "2013" in largest
        assert "777" not in text_of(await person.send(asked))
        assert "777" in text_of(await person.send(f"{asked} 2016"))  # what is asked for comes first
        assert "2013" in text_of(await person.send("/budget"))
        assert texts.get("privacy-home-year", year="2013") in text_of(await person.send("/privacy"))
        await person.send("/home")
        await person.press(texts.get("button-newest-year"))
        assert "777" in text_of(await person.send(asked))


async def test_a_place_with_one_budget_has_no_choice_of_years(tmp_path: Path, texts: Texts) -> None:
    await load(tmp_path / "one.db", *PLACES)
    async with open_world(tmp_path / "one.db") as world:
        person = world.person(texts.language.value)
        assert texts.get("home-which-year") not in text_of(await person.send("/home Тараз"))
        text = text_of(await person.press(texts.get("section-expenditure")))
        assert text.startswith(texts.get("section-expenditure"))
        assert "Тараз" in text


@pytest.mark.parametrize("named", ["Алматы", "Мухосранск"])
async def test_a_place_behind_the_command_that_is_not_loaded_is_said(
    tmp_path: Path, language: Language, named: str
) -> None:
    await load(tmp_path / "home.db", *PLACES)
    async with open_world(tmp_path / "home.db") as world:
        texts, person = load_texts(language), world.person(language.value)
        said = text_of(await person.send(f"/home {named}"))
        assert said.startswith(texts.get("home-not-loaded", place=named))
        assert texts.get("home-choose") in said
        assert texts.get("home-not-loaded", place="@").partition("@")[2] not in text_of(
            await person.send("/home")
        )
        # Of two that are named neither is taken in silence.
        both = text_of(await person.send("/Home Тараз, Семей"))
        assert both.startswith(texts.get("home-choose"))
        assert {"📍 Тараз", "📍 Семей"} == set(person.labels)


async def test_a_year_behind_the_command_is_kept_or_said_to_be_none(tmp_path: Path, texts: Texts) -> None:
    await load_two_budgets(tmp_path / "years.db")
    async with open_world(tmp_path / "years.db") as world:
        person = world.person(texts.language.value)
        kept = texts.get("home-saved-year", place="Тараз", year="2013")
        assert kept in text_of(await person.send("/home Тараз 2013"))
        assert texts.get("home-saved-year", place="Тараз", year="2016") in text_of(
            await person.send("/home 2016")
        )
        refused = text_of(await person.send("/home Тараз 2014"))
        assert refused.startswith(texts.get("home-no-year", year="2014"))
        assert texts.get("home-saved", place="Тараз") in refused
