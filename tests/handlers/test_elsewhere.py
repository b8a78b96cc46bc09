"""Where no button of the bot can be, inline and as a guest: an answer is complete in itself, in one language."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiogram.methods import AnswerInlineQuery
from aiogram.types import InlineQueryResultArticle

from handlers.views.texts import Texts, load_texts
from parser.records import Language
from tests.handlers.test_guest import ELSEWHERE, text_of_guest
from tests.handlers.test_places import AITEKE, PLACES, load
from tests.harness.exploring import message_of
from tests.harness.person import TestUser, text_of
from tests.harness.session import USERNAME
from tests.harness.world import World, open_world

KK, RU = Language.KK, Language.RU
UNLOADED = {KK: "мектеп салу Алматы", RU: "строительство школ Алматы"}
PLACES_ASKED = {KK: "қай қалалар жүктелген", RU: "какие города есть"}
LACKED = {KK: "мектептер салу", RU: "строительство школ"}


@pytest.fixture
async def several(tmp_path: Path) -> AsyncIterator[World]:
    await load(tmp_path / "several.db", *PLACES, lacking=("expenditure/04/467/037",))
    async with open_world(tmp_path / "several.db") as world:
        yield world


def first(answered: AnswerInlineQuery) -> InlineQueryResultArticle:
    result = answered.results[0]
    assert isinstance(result, InlineQueryResultArticle)
    return result


def list_places(texts: Texts) -> list[str]:
    return ["Тараз", AITEKE[texts.language], "Семей"]


@pytest.mark.parametrize("asked", [UNLOADED, PLACES_ASKED])
async def test_the_places_that_are_loaded_are_named_in_words(
    several: World, texts: Texts, asked: dict[Language, str]
) -> None:
    question = asked[texts.language]
    result = first(await several.person(texts.language.value).ask_inline(question))
    guest = several.person(texts.language.value, chat=ELSEWHERE)
    said = text_of_guest(await guest.ask_as_guest(f"@{USERNAME} {question}"))
    for told in (message_of(result), said):
        assert all(place in told for place in list_places(texts)), told
        assert not told.rstrip().endswith(":")


async def test_of_a_line_that_one_place_lacks_the_others_are_named(several: World, texts: Texts) -> None:
    await several.person(texts.language.value).send("/home Семей")
    guest = several.person(texts.language.value, chat=ELSEWHERE)
    said = text_of_guest(await guest.ask_as_guest(f"@{USERNAME} {LACKED[texts.language]}"))
    others = [texts.get("lacking-elsewhere", places=f"{one}, {two}") for one, two in _pairs(texts)]
    assert any(other in said for other in others), said


def _pairs(texts: Texts) -> list[tuple[str, str]]:
    one, two, _ = list_places(texts)
    return [(one, two), (two, one)]


@pytest.mark.parametrize("phone", Language)
async def test_the_button_beside_the_results_speaks_as_they_do(
    world: World, texts: Texts, phone: Language
) -> None:
    asked = {KK: "көшелерді жарықтандыру", RU: "освещение улиц"}[texts.language]
    answered = await world.person(phone.value).ask_inline(asked)
    assert answered.button is not None
    assert answered.button.text == texts.get("inline-open")
    unloaded = await world.person(phone.value).ask_inline(UNLOADED[texts.language])
    assert unloaded.button is not None
    assert unloaded.button.text == texts.get("inline-nothing")


async def test_what_is_said_in_one_line_is_not_called_nothing(person: TestUser, texts: Texts) -> None:
    answered = await person.ask_inline({KK: "рахмет", RU: "спасибо"}[texts.language])
    assert answered.button is not None
    assert answered.button.text == texts.get("inline-open")


@pytest.mark.parametrize(
    ("sentence", "said", "reason"),
    [
        ("+йцукен+ млн", "йцукен", "nothing"),
        ("+освещение улиц Алматы+", "освещение улиц Алматы", "place"),
        ("+освещение улиц 2031+", "освещение улиц 2031", "edition"),
    ],
)
async def test_why_no_amount_is_put_in_stands_below_the_title(
    world: World, sentence: str, said: str, reason: str
) -> None:
    result = first(await world.person("ru").ask_inline(sentence))
    assert load_texts(RU).get(f"insertion-{reason}", said=said) in (result.description or "")


COMMANDS = ("/changes 12-3", "/budget 464 009", "/ask 464 009", "/decisions")


@pytest.mark.parametrize("command", COMMANDS)
async def test_a_command_is_read_wherever_the_bot_is_named(
    world: World, person: TestUser, texts: Texts, command: str
) -> None:
    heading = text_of(await person.send(command)).split("\n")[0]
    assert text_of(await person.send(f"@{USERNAME} {command}")).startswith(heading)
    group = world.person(texts.language.value, chat=ELSEWHERE)
    assert text_of(await group.send(f"@{USERNAME} {command}")).startswith(heading)
    name, _, rest = command.partition(" ")
    for said in (f"@{USERNAME} {command}", f"{name}@{USERNAME} {rest}"):
        assert heading in text_of_guest(await group.ask_as_guest(said))
    for typed in (command, f"@{USERNAME} {command}"):
        assert heading in message_of(first(await person.ask_inline(typed)))
