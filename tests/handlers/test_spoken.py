"""An answer speaks the language of the question where its words tell it, unless the person chose one."""

from __future__ import annotations

import pytest
from aiogram.methods import EditMessageText

from handlers.views.texts import load_texts
from parser.records import Language
from tests.harness.person import TestUser, text_of
from tests.harness.sweeping import crossed
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
    common_world: World, phone: str | None, question: str, language: Language
) -> None:
    with common_world.newcomer(phone) as person:
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


@pytest.mark.parametrize("asked", Language)
@pytest.mark.parametrize("command", ["/changes", "/decisions", "/home Тараз", "/budget", "/start", "464 009"])
async def test_whoever_presses_a_button_stays_in_the_language_of_its_message(
    world: World, asked: Language, command: str
) -> None:
    person = world.person(asked.value)
    await person.send(command)
    other = world.person((RU if asked is KK else KK).value, id=8)
    button = next(button for button in person.buttons if button.callback_data)
    [edited] = [
        sent
        for sent in await other.press_data(button.callback_data or "", message=person.message)
        if isinstance(sent, EditMessageText)
    ]
    told = [each for each in Language if load_texts(each).get("unit-thousand") in (edited.text or "")]
    assert told == [asked]


def shown(person: TestUser) -> str:
    assert person.message is not None
    return person.message.text or ""


ASKED = {
    KK: ("көшелерді жарықтандыру", "тексер: көшелерді жарықтандыруға 5 млрд", "рахмет", "тексер: астықтың бағасы 5 млрд"),
    RU: ("освещение улиц", "проверь: на освещение улиц дали 5 млрд", "спасибо", "проверь: цена кефира 5 млрд"),
}  # fmt: skip


@pytest.mark.parametrize("asked", Language)
@pytest.mark.parametrize(("number", "phone"), crossed(range(4), ["kk", "ru", "en", None]))
async def test_commands_go_on_in_the_language_of_the_dialogue(
    common_world: World, asked: Language, number: int, phone: str | None
) -> None:
    texts, other = load_texts(asked), RU if asked is KK else KK
    with common_world.newcomer(phone) as person:
        await person.send(ASKED[asked][number])
        assert texts.get("home-choose").partition("\n")[0] in text_of(await person.send("/home"))
        assert texts.get("start-title") in text_of(await person.send("/start"))
        assert texts.get("follow-none").partition("\n")[0] in text_of(await person.send("/follow"))
        assert speaks(text_of(await person.send("464 009"))) is asked
        await person.send(NAMES[other])
        assert load_texts(other).get("home-choose").partition("\n")[0] in text_of(await person.send("/home"))


@pytest.mark.parametrize("asked", Language)
async def test_who_was_forgotten_is_spoken_to_in_the_language_of_their_telegram(
    world: World, asked: Language
) -> None:
    other = RU if asked is KK else KK
    person = world.person(other.value)
    await person.send(NAMES[asked])
    await person.send("/forget")
    assert load_texts(other).get("home-choose").partition("\n")[0] in text_of(await person.send("/home"))
