"""A link says in which language it was shown: a stranger whose Telegram is in neither reads on in it."""

from __future__ import annotations

import pytest
from aiogram.methods import AnswerCallbackQuery
from aiogram.types import Chat, InlineQueryResultArticle

from handlers.views.links import (
    MAX_PAYLOAD,
    line_payload,
    part_language,
    read_linked_language,
    spoken_payload,
)
from handlers.views.texts import Texts, load_texts
from parser.records import Language
from tests.handlers.test_guest import ELSEWHERE, urls
from tests.harness.budget import JULY, line, names
from tests.harness.person import text_of
from tests.harness.session import USERNAME
from tests.harness.world import World

PATH = "expenditure/04"
STRANGER = 77


def other(language: Language) -> Language:
    return next(each for each in Language if each is not language)


async def shared_link(world: World, language: Language) -> str:
    """The payload under a card that somebody sent inline."""
    [*results] = (await world.person(language.value).ask_inline(names(language)[PATH])).results
    first = next(each for each in results if isinstance(each, InlineQueryResultArticle))
    assert first.reply_markup is not None
    [url] = [each.url for row in first.reply_markup.inline_keyboard for each in row if each.url]
    return url.partition("?start=")[2]


@pytest.mark.parametrize("code", ["en", "uz", None])
async def test_a_stranger_reads_the_card_in_the_language_of_the_link(
    world: World, texts: Texts, code: str | None
) -> None:
    payload = await shared_link(world, texts.language)
    stranger = world.person(code, id=STRANGER)
    assert texts.get("card-source") in text_of(await stranger.open_link(payload))
    assert texts.get("card-source") in text_of(await stranger.send("458 015")), "and goes on in it"


async def test_whose_language_is_known_reads_it_in_their_own(world: World, language: Language) -> None:
    payload, own = await shared_link(world, other(language)), load_texts(language).get("card-source")
    assert own in text_of(await world.person(language.value, id=STRANGER).open_link(payload))
    person = world.person("en", id=STRANGER + 1)
    await person.send(f"/language {language}")
    assert own in text_of(await person.open_link(payload))


async def test_links_of_earlier_versions_open_as_they_did(world: World, texts: Texts) -> None:
    payload = line_payload(line(PATH, decision=JULY)) or ""
    assert part_language(payload) == (None, payload)
    assert texts.get("card-source") in text_of(
        await world.person(texts.language.value, id=STRANGER).open_link(payload)
    )
    opened = text_of(await world.person("en", id=STRANGER + 1).open_link(payload))
    assert load_texts(Language.KK).get("card-source") in opened


async def test_where_an_answer_to_one_alone_is_refused_the_link_says_the_language(
    world: World, texts: Texts
) -> None:
    world.session.knows_alone = False
    group = Chat(id=-5, type="supergroup", title="Тараз")
    asker = world.person(texts.language.value, chat=group)
    await asker.send(f"@{USERNAME} {names(texts.language)[PATH]}")
    stranger = world.person("en", id=STRANGER, chat=group)
    stranger.message = asker.message
    pressed = await stranger.press(texts.get("button-ledger"))
    [url] = [each.url for each in pressed if isinstance(each, AnswerCallbackQuery) and each.url]
    payload = url.partition("?start=")[2]
    opened = text_of(await world.person("en", id=STRANGER).open_link(payload))
    assert texts.get("ledger-title") in opened


async def test_guests_are_led_on_in_the_language_of_their_question(world: World, texts: Texts) -> None:
    asked = {Language.KK: "ең ірі шығыстар", Language.RU: "самые большие расходы"}[texts.language]
    answered = await world.person("en", chat=ELSEWHERE).ask_as_guest(f"@{USERNAME} {asked}")
    (url,) = urls(answered)
    assert part_language(url.partition("?start=")[2])[0] is texts.language


def test_a_payload_without_room_is_left_as_it_is(language: Language) -> None:
    for length in range(1, MAX_PAYLOAD + 1):
        payload = "q" * length
        said = spoken_payload(payload, language)
        assert len(said) <= MAX_PAYLOAD
        assert part_language(said) == ((language if length <= MAX_PAYLOAD - 3 else None), payload)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("/start ru-help", Language.RU),
        (f"/start@{USERNAME} kk-l2_x", Language.KK),
        ("/start help", None),
        ("/start", None),
        ("/ask ru-help", None),
        ("ru-help", None),
        ("/start en-help", None),
    ],
)
def test_only_a_followed_link_says_a_language(text: str, language: Language | None) -> None:
    assert read_linked_language(text) is language
