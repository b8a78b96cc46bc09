"""An answer speaks the language of the question where its words tell it, unless the person chose one."""

from __future__ import annotations

import pytest

from handlers.views.texts import load_texts
from parser.records import Language
from tests.harness.person import TestUser, text_of
from tests.harness.world import World

KK, RU = Language.KK, Language.RU
NAMES = {KK: "Көшелерді жарықтандыру", RU: "Освещение улиц"}


def speaks(text: str) -> Language:
    """The language of a card, by what it calls its history."""
    told = [language for language in Language if load_texts(language).get("card-source") in text]
    assert len(told) == 1, text
    return told[0]


@pytest.mark.parametrize("phone", ["kk", "ru", "en", "uz", None])
@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("мектептер салу", KK),  # no letter that Russian lacks
        ("коше жарыгы", KK),
        ("koshe jarygy", KK),
        ("osveshenie ulic", RU),
        ("освещение улиц", RU),
        ("көшелерді жарықтандыру", KK),
        ("балалар", KK),
    ],
)
async def test_the_words_of_a_question_tell_its_language(
    world: World, phone: str | None, question: str, language: Language
) -> None:
    person = world.person(phone)
    text = text_of(await person.send(question))
    other = RU if language is KK else KK
    assert load_texts(language).get("card-source") in text
    assert load_texts(other).get("card-source") not in text


async def test_a_chosen_language_stays(world: World, language: Language) -> None:
    person = world.person("ru")
    await person.send("/language")
    await person.press(load_texts(language).get("language-name"))
    for question in NAMES.values():
        assert speaks(text_of(await person.send(question))) is language


@pytest.mark.parametrize("asked", Language)
async def test_a_button_speaks_the_language_of_its_message(world: World, asked: Language) -> None:
    person = world.person("en")
    await person.send(NAMES[asked])
    await person.press("⬆")
    assert speaks(shown(person)) is asked


@pytest.mark.parametrize("asked", Language)
async def test_what_tells_no_language_is_answered_in_the_one_before(world: World, asked: Language) -> None:
    person = world.person("en")
    await person.send(NAMES[asked])
    assert speaks(text_of(await person.send("464 009"))) is asked


@pytest.mark.parametrize(("question", "language"), [("2 миллиардтан астам", KK), ("больше 2 млрд", RU)])
async def test_words_that_only_bound_a_list_tell_it_too(
    world: World, question: str, language: Language
) -> None:
    text = text_of(await world.person("en").send(question))
    assert (load_texts(KK).get("unit-thousand") in text) is (language is KK)


async def test_codes_are_answered_in_the_language_of_the_phone(world: World, language: Language) -> None:
    assert speaks(text_of(await world.person(language.value).send("464 009"))) is language


@pytest.mark.parametrize("asked", Language)
async def test_an_inline_result_speaks_the_language_of_its_query(world: World, asked: Language) -> None:
    found = await world.person("en").ask_inline(NAMES[asked])
    assert getattr(found.results[0], "title", "") == NAMES[asked]


async def test_who_speaks_another_language_is_greeted_in_both(world: World) -> None:
    person = world.person("uz")
    text = text_of(await person.send("/start"))
    for language in Language:
        assert load_texts(language).get("start-what") in text
        assert load_texts(language).get("language-name") in person.labels


def shown(person: TestUser) -> str:
    assert person.message is not None
    return person.message.text or ""
