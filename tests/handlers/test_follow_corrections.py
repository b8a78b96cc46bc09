"""Followers are told where what they were told of a decision does not hold any more: each once, and nobody in vain."""

from __future__ import annotations

import asyncio
import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from aiogram.exceptions import TelegramServerError
from aiogram.methods import SendMessage
from aiogram.types import InlineKeyboardMarkup
from sqlalchemy import insert, update

from bot.serving.notifier import Notifier
from handlers.packing import pack
from handlers.views.actions import StartFollowing
from handlers.views.texts import Texts
from parser.kinds import FindingKind
from parser.records import DecisionRef, Finding, Language, ParsedDecision, PlaceUnit, SourcePlace
from storage.columns import utc_now
from storage.loading.ingest import ingest
from storage.loading.rehearsal import rehearse
from storage.loading.uploads import UNDONE_WITHIN, StepResult, keep_upload, store_upload, undo_upload
from storage.models import table
from storage.people_models import ToldDecision
from storage.reading.address import DecisionAddress
from storage.reading.short_address import budget_key, decision_key
from tests.harness.budget import BUDGET, THIRD, line, names, url
from tests.harness.person import TestUser, text_of
from tests.harness.world import World, open_world
from tests.storage.builders import document, edition

SCHOOLS, BLOCK = "expenditure/04/464/003", "expenditure/04/464#2/003"
OFFICE, LIGHT = "expenditure/all/464", "expenditure/07/458/015"
JULY = DecisionRef("15-3", dt.date(2013, 7, 12))
NOVEMBER = DecisionRef("20-3", dt.date(2013, 11, 13))
FOLLOW = pack(StartFollowing(line(SCHOOLS))) or ""
FOLLOW_LIGHT = pack(StartFollowing(line(LIGHT))) or ""


def printed(
    ref: DecisionRef, amount: int | None, light: int = 700_000, file: str = "1.docx"
) -> ParsedDecision:
    """A decision after which the schools and the lamps have so much, in thousand tenge; None: no such line."""
    leaves = {path: sum_ for path, sum_ in THIRD.items() if path != BLOCK or amount is not None}
    leaves[LIGHT] = light
    if amount is not None:
        leaves[BLOCK] = amount
    return document(ref, [edition(ref, leaves=leaves, names=names(Language.KK))], file=file)


async def load(
    world: World, ref: DecisionRef, amount: int | None, light: int = 700_000, file: str = "1.docx"
) -> None:
    await ingest(world.services.sessions, printed(ref, amount, light, file), replace_better=True)


async def tell(world: World, now: dt.datetime | None = None) -> list[str]:
    """What followers are written now."""
    world.session.sent.clear()
    await Notifier(world.services, pause=0, now=lambda: now or utc_now()).tell(world.bot)
    return [sent.text.replace("\u00a0", " ") for sent in world.session.of(SendMessage)]


def amount_text(texts: Texts, number: str) -> str:
    return f"{number} {texts.get('unit-thousand')}"


def mended(texts: Texts, told: str, now: str | None, key: str = "follow-mended") -> str:
    """What is said of the schools behind their name; `now` is None where they are no line any more."""
    becomes = texts.get(f"{key}-amount", amount=now) if now else texts.get(f"{key}-gone")
    values = {"told": texts.get("follow-told-amount", amount=told), "now": becomes}
    return texts.get("follow-corrected-line", name="@", **values).partition("@")[2]


async def test_a_decision_that_is_loaded_anew_with_another_amount_is_told_again_and_once(
    world: World, person: TestUser, texts: Texts
) -> None:
    await person.press_data(FOLLOW)
    await load(world, NOVEMBER, 7_000_000)
    assert len(await tell(world)) == 1
    await load(world, NOVEMBER, 7_100_000, file="2.docx")
    [told] = await tell(world)
    assert texts.get("follow-mended", number="20-3", date="13.11.2013") in told
    assert mended(texts, amount_text(texts, "7 000 000"), amount_text(texts, "7 100 000")) in told
    assert await tell(world) == []
    await load(world, NOVEMBER, None, file="3.docx")
    [gone] = await tell(world)
    assert mended(texts, amount_text(texts, "7 100 000"), None) in gone
    await load(world, NOVEMBER, None, light=650_000, file="4.docx")  # another line
    assert await tell(world) == []


async def test_its_buttons_open_the_line_and_the_changes(
    world: World, person: TestUser, texts: Texts
) -> None:
    await person.press_data(FOLLOW)
    await load(world, NOVEMBER, 7_000_000)
    await tell(world)
    await load(world, NOVEMBER, 7_100_000, file="2.docx")
    await tell(world)
    [sent] = world.session.of(SendMessage)
    assert isinstance(sent.reply_markup, InlineKeyboardMarkup)
    [[changes], [opener, stop]] = sent.reply_markup.inline_keyboard
    await person.send("/follow")
    message = person.message
    card = text_of(await person.press_data(opener.callback_data or "", message=message))
    assert "7 100 000" in card.replace("\u00a0", " ")
    shown = text_of(await person.press_data(changes.callback_data or "", message=message))
    assert "№ 20-3" in shown
    await person.press_data(stop.callback_data or "", message=message)
    assert text_of(await person.send("/follow")) == texts.get("follow-none")


@pytest.mark.parametrize("looked", [True, False])
async def test_what_was_shown_when_it_was_followed_is_told_otherwise_later(
    world: World, person: TestUser, texts: Texts, looked: bool
) -> None:
    """Nobody was written of July; who followed the line saw its card, however soon July was loaded anew."""

    async def follow(data: str) -> None:
        await person.press_data(data)
        assert not looked or await tell(world) == []

    await follow(FOLLOW)
    await load(world, JULY, 6_600_000, file="2.docx")
    [told] = await tell(world)
    assert texts.get("follow-mended", number="15-3", date="12.07.2013") in told
    assert mended(texts, amount_text(texts, "6 523 223"), amount_text(texts, "6 600 000")) in told
    assert await tell(world) == []
    # The next line is followed as it is now.
    await follow(FOLLOW_LIGHT)
    await load(world, JULY, 6_600_000, light=650_000, file="3.docx")
    [told] = await tell(world)
    assert amount_text(texts, "700 000") in told
    assert amount_text(texts, "6 600 000") not in told
    assert await tell(world) == []


@pytest.mark.parametrize("looked", [True, False])
async def test_all_that_an_office_has_is_corrected(
    world: World, person: TestUser, texts: Texts, looked: bool
) -> None:
    await person.press_data(pack(StartFollowing(line(OFFICE))) or "")
    assert not looked or await tell(world) == []
    await load(world, JULY, 6_600_000, file="2.docx")
    [told] = await tell(world)
    assert mended(texts, amount_text(texts, "7 623 223"), amount_text(texts, "7 700 000")) in told


async def test_an_amount_that_can_not_be_read_any_more_is_no_line_that_went(
    world: World, person: TestUser, texts: Texts
) -> None:
    await person.press_data(FOLLOW)
    assert await tell(world) == []
    lost = Finding(
        FindingKind.AMOUNT_MISSING,
        SourcePlace(PlaceUnit.LINE, 110),
        {"name": names(Language.KK)[SCHOOLS], "path": SCHOOLS},
    )
    unread = replace(printed(JULY, None, file="2.docx"), warnings=(lost,))
    await ingest(world.services.sessions, unread, replace_better=True)
    [told] = await tell(world)
    assert texts.get("follow-mended-unread") in told


async def test_news_of_another_line_are_not_lost_to_who_follows_one_more(
    world: World, person: TestUser
) -> None:
    await person.press_data(FOLLOW)
    await load(world, NOVEMBER, 7_000_000)
    await person.press_data(FOLLOW_LIGHT)  # before anybody was told of November
    [told] = await tell(world)
    assert "7 000 000" in told
    assert await tell(world) == []


async def test_what_did_not_arrive_is_sent_at_the_next_look(world: World, person: TestUser) -> None:
    await person.press_data(FOLLOW)
    assert await tell(world) == []
    await load(world, JULY, 6_600_000, file="2.docx")
    world.session.fail(SendMessage, lambda method: TelegramServerError(method, "Bad Gateway"), times=50)
    await tell(world)
    world.session.recover()
    assert len(await tell(world)) == 1
    assert await tell(world) == []


async def test_two_processes_correct_once(world: World, person: TestUser, database: Path) -> None:
    await person.press_data(FOLLOW)
    assert await tell(world) == []
    await load(world, JULY, 6_600_000, file="2.docx")
    world.session.sent.clear()
    async with open_world(database) as another:
        sent = await asyncio.gather(
            *(Notifier(each.services, pause=0).tell(each.bot) for each in (world, another))
        )
        assert sum(sent) == 1
        assert len([*world.session.of(SendMessage), *another.session.of(SendMessage)]) == 1


async def test_what_is_followed_is_noted_by_a_bot_that_has_told_all(world: World, person: TestUser) -> None:
    notifier = Notifier(world.services, pause=0)
    for pressed in (FOLLOW, FOLLOW_LIGHT):
        assert await notifier.tell(world.bot) == 0
        await person.press_data(pressed)
    assert await notifier.tell(world.bot) == 0
    await load(world, JULY, 6_600_000, light=650_000, file="2.docx")
    world.services.keeper.look_again()
    world.session.sent.clear()
    assert await notifier.tell(world.bot) == 1
    [sent] = world.session.of(SendMessage)
    assert sent.text.count("•") == 2


async def test_notes_of_a_decision_that_nobody_saw_amounts_of_go_with_it(
    world: World, person: TestUser, database: Path
) -> None:
    """Once it is loaded again it is news."""
    await person.press_data(FOLLOW)
    sessions, documents = world.services.sessions, [printed(NOVEMBER, 7_000_000)]
    token = await keep_upload(
        sessions, documents, (await rehearse(url(database), documents, {})).seen, utc_now()
    )
    assert (await store_upload(sessions, token, utc_now())).result is StepResult.DONE
    await person.press_data(FOLLOW_LIGHT)
    async with sessions() as session:
        key = decision_key(DecisionAddress(NOVEMBER.number, NOVEMBER.date or dt.date.min))
        unseen = {"telegram_id": person.user.id, "budget": budget_key(BUDGET), "decision": key, "year": 2013}
        await (await session.connection()).execute(insert(table(ToldDecision)).values(unseen))
        await session.commit()
    assert (await undo_upload(sessions, token, utc_now())).result is StepResult.DONE
    assert await tell(world) == []
    await load(world, NOVEMBER, 7_200_000)
    [told] = await tell(world)
    assert "6 523 223 → 7 200 000" in told


async def test_a_note_that_is_older_than_its_amounts_is_taken_as_it_stands(
    world: World, person: TestUser
) -> None:
    await person.press_data(FOLLOW)
    async with world.services.sessions() as session:
        await (await session.connection()).execute(
            update(table(ToldDecision)).values(amounts=None, is_complete=False)
        )
        await session.commit()
    assert await tell(world) == []
    await load(world, JULY, 6_600_000, file="2.docx")
    assert len(await tell(world)) == 1


@pytest.fixture
async def stored(world: World, person: TestUser, database: Path) -> str:
    """Documents that an operator stored: November, and July with other figures; then somebody follows a line."""
    sessions = world.services.sessions
    documents = [printed(JULY, 6_600_000, file="2.docx"), printed(NOVEMBER, 7_000_000)]
    seen = (await rehearse(url(database), documents, {})).seen
    token = await keep_upload(sessions, documents, seen, utc_now())
    assert (await store_upload(sessions, token, utc_now())).result is StepResult.DONE
    world.services.keeper.look_again()
    await person.press_data(FOLLOW)
    return token


async def test_who_saw_what_was_undone_is_told_so(
    world: World, person: TestUser, texts: Texts, stored: str
) -> None:
    assert await tell(world) == []
    assert (await undo_upload(world.services.sessions, stored, utc_now())).result is StepResult.DONE
    world.services.keeper.look_again()
    changed, gone = await tell(world)
    assert texts.get("follow-mended", number="15-3", date="12.07.2013") in changed
    assert mended(texts, amount_text(texts, "6 600 000"), amount_text(texts, "6 523 223")) in changed
    assert texts.get("follow-withdrawn", number="20-3", date="13.11.2013") in gone
    amounts = amount_text(texts, "7 000 000"), amount_text(texts, "6 523 223")
    assert mended(texts, *amounts, key="follow-withdrawn") in gone
    assert texts.get("follow-newest", number="15-3", date="12.07.2013") in gone
    assert await tell(world) == []
    await load(world, NOVEMBER, 7_200_000)  # which is news now
    [told] = await tell(world)
    assert "6 523 223 → 7 200 000" in told


async def test_what_stays_is_not_told_to_who_saw_it(world: World, stored: str) -> None:
    assert await tell(world, utc_now() + UNDONE_WITHIN * 2) == []
    assert stored
