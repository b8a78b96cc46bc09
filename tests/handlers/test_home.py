"""The place that is a person's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from handlers.views.texts import load_texts
from parser.records import Language
from tests.handlers.test_places import PLACES, QUESTION, VILLAGE, load
from tests.harness.person import text_of
from tests.harness.world import open_world

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
