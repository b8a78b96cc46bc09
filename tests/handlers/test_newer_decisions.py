"""What names a decision opens that decision, also when a newer one was loaded since or it was undone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from aiogram.types import InlineKeyboardMarkup, Message

from handlers.views.links import NEWEST
from handlers.views.texts import Texts
from parser.records import Language
from storage.loading.ingest import ingest
from tests.harness.person import TestUser, text_of
from tests.harness.world import World, open_world
from tests.storage.builders import JULY, NOVEMBER, PROGRAM, document, edition, with_amount

NEWER = "1\u00a0234"  # the beginning of the amount that the newer decision sets
COMPARED = {
    Language.KK: "мектепке дейінгі тәрбие 12-3 және 15-3",
    Language.RU: "дошкольное воспитание 12-3 и 15-3",
}


async def load_newer(world: World) -> None:
    """Loads one more decision on the budget, after the one that was the newest."""
    table = with_amount(edition(NOVEMBER), PROGRAM, 1_234_000)
    await ingest(world.services.sessions, document(NOVEMBER, [table]))


def data_of(person: TestUser, said: str) -> str:
    """The data of the only button under the last message that says something."""
    [data] = [button.callback_data for button in person.buttons if said in button.text]
    assert data is not None
    return data


async def find_button(person: TestUser, texts: Texts, where: str) -> str:
    """The button that names the newest decision, on one of the pages that have such."""
    if where == "comparison":
        await person.send(COMPARED[texts.language])
        return data_of(person, JULY.number)
    if where == "office":
        await person.send("464")
        await person.press(texts.get("button-ledger"))
        return data_of(person, JULY.number)
    await person.send("464 009")
    match where:
        case "printed":
            return data_of(person, texts.get("button-printed"))
        case "card":
            await person.press(texts.get("button-printed"))
            return data_of(person, texts.get("button-card"))
        case "ledger":
            await person.press(texts.get("button-ledger"))
            return data_of(person, JULY.number)
        case _:
            await person.press(texts.get("button-edition", number=JULY.number))
            return data_of(person, JULY.number)


PAGES = ["printed", "card", "ledger", "editions", "comparison", "office"]


@pytest.mark.parametrize("where", PAGES)
async def test_a_button_opens_the_decision_it_names(
    world: World, person: TestUser, texts: Texts, where: str
) -> None:
    data, message = await find_button(person, texts, where), person.message
    await load_newer(world)
    shown = text_of(await person.press_data(data, message=message))
    assert JULY.number in shown
    assert NEWER not in shown


async def test_the_choice_of_decisions_marks_the_one_that_was_shown(
    world: World, person: TestUser, texts: Texts
) -> None:
    await person.send("464 009")
    data = data_of(person, texts.get("button-edition", number=JULY.number))
    await load_newer(world)
    shown = text_of(await person.press_data(data, message=person.message))
    [here] = [line for line in shown.splitlines() if texts.get("editions-here") in line]
    assert JULY.number in here
    assert NEWER in shown


async def test_a_shared_card_leads_to_the_decision_that_it_shows(
    world: World, person: TestUser, texts: Texts
) -> None:
    await person.send("464 009")
    [query] = [button.switch_inline_query for button in person.buttons if button.switch_inline_query]
    [shared] = (await person.ask_inline(query)).results
    keyboard = shared.reply_markup
    assert keyboard is not None
    [url] = [button.url for row in keyboard.inline_keyboard for button in row if button.url]
    await load_newer(world)
    opened = text_of(await person.open_link(url.partition("?start=")[2]))
    assert JULY.number in opened
    assert NEWER not in opened


async def test_a_decision_that_was_undone_is_said_to_be_gone(
    world: World, person: TestUser, texts: Texts, filled: Path, tmp_path: Path
) -> None:
    await load_newer(world)
    await person.send("464 009")
    await person.press(texts.get("button-ledger"))
    data = data_of(person, NOVEMBER.number)
    async with open_world(Path(shutil.copy(filled, tmp_path / "without.db"))) as undone:
        again = undone.person(texts.language.value)
        await again.send("464 009")
        assert texts.get("gone-instead") in text_of(await again.press_data(data, message=again.message))


def unnamed(data: str) -> str:
    """A button as it was before those of the newest decision named it."""
    kind, budget, year, _, *rest = data.split(":")
    return ":".join([kind, budget, year, NEWEST, *rest])


def with_old_button(message: Message, data: str) -> Message:
    """A message of which one button names no decision."""
    markup = message.reply_markup
    assert markup is not None
    old = {data: unnamed(data)}
    rows = [
        [
            button.model_copy(
                update={"callback_data": old.get(button.callback_data or "", button.callback_data)}
            )
            for button in row
        ]
        for row in markup.inline_keyboard
    ]
    return message.model_copy(update={"reply_markup": InlineKeyboardMarkup(inline_keyboard=rows)})


@pytest.mark.parametrize("where", PAGES)
async def test_an_old_button_opens_the_decision_that_it_says(
    world: World, person: TestUser, texts: Texts, where: str
) -> None:
    data = await find_button(person, texts, where)
    assert person.message is not None
    before = with_old_button(person.message, data)
    await load_newer(world)
    shown = text_of(await person.press_data(unnamed(data), message=before))
    assert JULY.number in shown
    assert NEWER not in shown


async def test_of_an_old_button_that_is_not_seen_the_decisions_are_offered(
    world: World, person: TestUser, texts: Texts
) -> None:
    data = unnamed(await find_button(person, texts, "printed"))
    await load_newer(world)
    shown = text_of(await person.press_old(data))
    assert shown.startswith(texts.get("button-names-no-decision"))
    assert NEWER in shown
    assert [label for label in person.labels if JULY.number in label]
