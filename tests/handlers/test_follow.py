"""A line is followed by a button, and its followers are told when a decision that changes it is loaded."""

from __future__ import annotations

import asyncio
import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError, TelegramNetworkError
from aiogram.methods import AnswerCallbackQuery, GetMe, SendMessage
from aiogram.types import Chat, InlineKeyboardMarkup, Message

from bot.serving.notifier import Notifier
from handlers.packing import pack
from handlers.views.actions import ListFollowed, StartFollowing
from handlers.views.texts import Texts
from parser.records import DecisionRef, Language, ParsedDecision
from storage.follows import follow_line
from storage.loading.ingest import ingest
from storage.reading.address import BudgetAddress, EditionAddress, LineAddress
from tests.harness.budget import fill
from tests.harness.moments import happens
from tests.harness.person import TestUser, alert_of, text_of
from tests.harness.world import World, open_world
from tests.storage.builders import (
    JULY,
    LEAVES,
    NOVEMBER,
    PROGRAM,
    document,
    edition,
    name_of,
    with_amount,
)

LINE = LineAddress(EditionAddress(BudgetAddress("Тараз", 2013, 2015), 2013), PROGRAM)
FOLLOW = pack(StartFollowing(LINE)) or ""


async def load(world: World, ref: DecisionRef = NOVEMBER, amount: int = 1_234_000) -> None:
    """Loads one more decision on the budget."""
    table = with_amount(edition(ref), PROGRAM, amount)
    await ingest(world.services.sessions, document(ref, [table]))


async def tell(world: World) -> list[SendMessage]:
    """What followers are written now."""
    world.session.sent.clear()
    await Notifier(world.services, pause=0).tell(world.bot)
    return world.session.of(SendMessage)


async def test_a_follower_is_told_once_and_may_stop(world: World, person: TestUser, texts: Texts) -> None:
    await person.send("464 009")
    assert alert_of(await person.press_data(FOLLOW)) == texts.get("follow-began")
    assert await tell(world) == []
    await load(world)
    [sent] = await tell(world)
    assert sent.chat_id == person.user.id
    assert texts.get("follow-due", number=NOVEMBER.number, date="13.11.2013") in sent.text
    assert "→ 1\u00a0234" in sent.text
    assert await tell(world) == []
    assert texts.get("follow-title") in text_of(await person.send("/follow"))
    [label] = person.labels
    assert alert_of(await person.press(label)) == texts.get("follow-stopped")
    assert text_of(await person.send("/follow")) == texts.get("follow-none")


async def test_a_line_is_followed_by_its_words(world: World, person: TestUser, texts: Texts) -> None:
    said = {Language.KK: "көшелерді жарықтандыру", Language.RU: "освещение улиц"}[texts.language]
    text = text_of(await person.send(f"/follow {said}"))
    assert text.startswith(texts.get("follow-began"))
    assert "700\u00a0000" in text  # its card, which confirms what is followed
    assert texts.get("follow-title") in text_of(await person.send("/follow"))
    assert len(person.labels) == 1


async def test_an_office_of_several_groups_is_followed_whole(asker: TestUser, texts: Texts) -> None:
    said = {Language.KK: "құрылыс бөлімі", Language.RU: "отдел строительства"}[texts.language]
    assert text_of(await asker.send(f"/follow {said}")).startswith(texts.get("follow-began"))
    assert texts.get("follow-office", name="\0").partition("\0")[2] in text_of(await asker.send("/follow"))


@pytest.mark.parametrize("said", [("мектеп пен жол", "дороги"), ("асхана", "столовая")])
async def test_which_line_is_meant_is_asked_and_none_is_followed(
    asker: TestUser, texts: Texts, said: tuple[str, str]
) -> None:
    words = said[texts.language is Language.RU]
    text = text_of(await asker.send(f"/follow {words}"))
    assert text.startswith(texts.get("follow-choose"))
    assert asker.labels
    assert text_of(await asker.send("/follow")) == texts.get("follow-none")


async def test_words_that_find_nothing_say_so(person: TestUser, texts: Texts) -> None:
    text = text_of(await person.send("/follow космодром"))
    assert "космодром" in text
    assert texts.get("follow-choose") not in text
    assert text_of(await person.send("/follow")) == texts.get("follow-none")


async def test_a_decision_that_was_only_named_is_told_when_it_is_loaded(
    world: World, person: TestUser
) -> None:
    await ingest(world.services.sessions, document(JULY, amended_by=(NOVEMBER,)))
    await person.press_data(FOLLOW)
    await load(world)
    [sent] = await tell(world)
    assert NOVEMBER.number in sent.text


async def test_changes_of_several_years_stand_under_their_years(
    world: World, person: TestUser, texts: Texts
) -> None:
    later = LineAddress(EditionAddress(LINE.edition.budget, 2014), PROGRAM)
    first = document(JULY, [edition(JULY, year=year) for year in (2013, 2014)])
    await ingest(world.services.sessions, first)
    for line in (LINE, later):
        await person.press_data(pack(StartFollowing(line)) or "")
    tables = [with_amount(edition(NOVEMBER, year=year), PROGRAM, 1_000_000 + year) for year in (2013, 2014)]
    await ingest(world.services.sessions, document(NOVEMBER, tables))
    [sent] = await tell(world)
    blocks = [texts.get("card-budget", place=texts.place("Тараз"), year=str(year)) for year in (2013, 2014)]
    assert [block for block in sent.text.split("\n") if block in blocks] == blocks
    keyboard = sent.reply_markup
    assert isinstance(keyboard, InlineKeyboardMarkup)
    assert [button.text.rpartition(" ")[2] for button in keyboard.inline_keyboard[0]] == ["2013", "2014"]


async def test_what_nobody_expected_does_not_end_the_watch(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks, again = [], asyncio.Event()

    async def tell_badly(self: Notifier, bot: Bot) -> int:
        looks.append(bot)
        if len(looks) == 1:
            raise RuntimeError("broken")
        again.set()
        return 0

    monkeypatch.setattr(Notifier, "tell", tell_badly)
    notifier = Notifier(world.services, every=0)
    notifier.start(world.bot)
    await happens(again)
    await notifier.stop()


async def test_who_blocked_the_bot_is_left_in_peace(world: World, person: TestUser, texts: Texts) -> None:
    await person.press_data(FOLLOW)
    await load(world)
    world.session.fail(SendMessage, lambda method: TelegramForbiddenError(method, "blocked by the user"))
    assert len(await tell(world)) == 1
    assert await tell(world) == []
    assert text_of(await person.send("/follow")) == texts.get("follow-none")


async def test_an_outage_loses_nobodys_message(world: World, person: TestUser) -> None:
    await person.press_data(FOLLOW)
    await load(world)
    notifier = Notifier(world.services, pause=0)
    world.session.fail(GetMe, lambda method: TelegramNetworkError(method, "no route"), times=100)
    with pytest.raises(TelegramNetworkError):
        await notifier.tell(world.bot)
    world.session.recover()
    assert await notifier.tell(world.bot) == 1
    assert await notifier.tell(world.bot) == 0


async def test_one_refusal_keeps_nothing_from_the_others(world: World, person: TestUser) -> None:
    for each in (person, world.person("ru", id=8)):
        await each.press_data(FOLLOW)
    await load(world)
    world.session.fail(SendMessage, lambda method: TelegramBadRequest(method, "chat not found"))
    assert len(await tell(world)) == 2


async def test_in_a_group_nothing_of_a_person_is_shown_or_begun(world: World, texts: Texts) -> None:
    person = world.person(texts.language, chat=Chat(id=-100500, type="supergroup", title="Тараз"))
    for command in ("/follow", "/privacy"):
        assert text_of(await person.send(command)) == texts.get("private-only")
    [refused] = await person.press_data(FOLLOW, message=person.message)
    assert isinstance(refused, AnswerCallbackQuery)
    alone = world.person(texts.language)
    await alone.open_link((refused.url or "").partition("?start=")[2])
    assert alone.button(texts.get("button-follow-short")).callback_data == FOLLOW


async def test_a_line_that_no_table_names_is_called_by_its_codes(
    world: World, person: TestUser, texts: Texts
) -> None:
    gone = LINE.beside("expenditure/13/467/077")
    async with world.services.sessions() as session:
        assert await follow_line(session, person.user.id, gone, {}, texts.language)
    shown = text_of(await person.send("/follow"))
    codes, place = "13 · 467 · 077", texts.place("Тараз")
    assert texts.get("follow-lacking", name=codes, place=place, year="2013") in shown
    assert person.labels == [texts.get("button-unfollow", name=codes)]


async def test_many_lines_are_listed_page_by_page(world: World, person: TestUser, texts: Texts) -> None:
    codes = [f"13 · 467 · {number:03}" for number in range(71, 79)]
    async with world.services.sessions() as session:
        for each in codes[:6]:
            line = LINE.beside("expenditure/" + each.replace(" · ", "/"))
            assert await follow_line(session, person.user.id, line, {}, texts.language)
    await person.send("/follow")
    stops = [texts.get("button-unfollow", name=each) for each in codes]
    assert person.labels == stops[:6]  # as many as have room
    async with world.services.sessions() as session:
        for each in codes[6:]:
            line = LINE.beside("expenditure/" + each.replace(" · ", "/"))
            assert await follow_line(session, person.user.id, line, {}, texts.language)
    shown = text_of(await person.send("/follow"))
    assert texts.get("decisions-page-of", first=1, last=5, count=8) in shown
    assert codes[5] not in shown
    assert person.labels == [*stops[:5], texts.get("button-next")]
    rest = text_of(await person.press(texts.get("button-next")))
    assert texts.get("decisions-page-of", first=6, last=8, count=8) in rest
    assert person.labels == [*stops[5:], texts.get("button-previous")]
    last = person.message
    for label in stops[5:]:
        await person.press(label)
    turned = await person.press_data(pack(ListFollowed(5)) or "", message=last)
    assert texts.get("follow-title") in text_of(
        turned
    )  # of the page that is not there any more, the last one
    assert person.labels == stops[:5]


async def test_a_line_that_is_gone_keeps_its_name_and_the_decision_that_took_it_out(
    world: World, person: TestUser, texts: Texts
) -> None:
    await person.press_data(FOLLOW)
    name = text_of(await person.send("/follow")).partition("• ")[2].partition(" — ")[0]
    table = edition(NOVEMBER)
    kept = tuple(line for line in table.lines if line.path != PROGRAM)
    await ingest(world.services.sessions, document(NOVEMBER, [replace(table, lines=kept)]))
    shown = text_of(await person.send("/follow"))
    [told] = [line for line in shown.splitlines() if line.startswith("•")]
    where = {"place": texts.place("Тараз"), "year": "2013"}
    gone = {"number": NOVEMBER.number, "date": "13.11.2013"}
    assert told == "• " + texts.get("follow-gone", name=name, **where, **gone)


async def test_what_is_followed_is_told_and_forgotten_with_the_rest(person: TestUser, texts: Texts) -> None:
    await person.press_data(FOLLOW)
    assert texts.get("privacy-follows", count=1) in text_of(await person.send("/privacy"))
    await person.send("/forget")
    assert text_of(await person.send("/follow")) == texts.get("follow-none")


MOVED = "expenditure/06/451/009"
OFFICE = "Жұмыспен қамту бөлімі"
LAST = DecisionRef("21-3", dt.date(2013, 12, 11))


def move(ref: DecisionRef, amount: int, path: str = MOVED) -> ParsedDecision:
    """A decision after which the program stands under another office, or another program alone is there."""
    names = {MOVED: name_of(PROGRAM, Language.KK), "expenditure/06/451": OFFICE}
    leaves = {each: sum_ for each, sum_ in LEAVES.items() if each != PROGRAM}
    return document(ref, [edition(ref, leaves={**leaves, path: amount}, names=names)])


@pytest.mark.parametrize("amount", [500, 620])
async def test_a_program_that_another_office_has_now_goes_on_being_followed(
    tmp_path: Path, texts: Texts, amount: int
) -> None:
    await fill(tmp_path / "moved.db", [document()])
    async with open_world(tmp_path / "moved.db") as world:
        sessions, person = world.services.sessions, world.person(texts.language.value)
        await person.press_data(FOLLOW)
        await ingest(sessions, move(JULY, amount))
        [sent] = await tell(world)
        office = OFFICE + ("" if texts.language is Language.KK else " (по-казахски)")
        assert office in sent.text
        assert ("500 → 620 тыс. тенге (+120)" in sent.text.replace("мың теңге", "тыс. тенге")) is (
            amount == 620
        )
        assert texts.get("follow-removed", name="", amount="500")[:12] not in sent.text
        # The button opens the program where it is now, and /follow says where that is.
        assert isinstance(sent.reply_markup, InlineKeyboardMarkup)
        [_, [opener, _]] = sent.reply_markup.inline_keyboard
        await person.press_data(opener.callback_data or "", message=await write_again(person))
        assert "06 · 451 · 009" in shown(person)
        listed = text_of(await person.send("/follow"))
        assert "06 · 451 · 009" in listed
        assert office in listed
        assert JULY.number in listed
        # The next decision changes it there, the last one takes it out.
        await ingest(sessions, move(NOVEMBER, 700))
        [sent] = await tell(world)
        assert f"{amount} → 700" in sent.text
        assert office not in sent.text
        await ingest(sessions, move(LAST, 5, "expenditure/01/122/003"))
        [sent] = await tell(world)
        amount_shown = f"700 {texts.get('unit-thousand')}"
        gone = texts.get("follow-removed", name="@", amount=amount_shown).partition("@")[2]
        assert gone in sent.text.replace("\u00a0", " ")
        values = {"place": "@", "year": "2013", "number": LAST.number, "date": "11.12.2013"}
        listed = text_of(await person.send("/follow"))
        assert texts.get("follow-gone", name="", **values).partition("@")[2] in listed


async def write_again(person: TestUser) -> Message | None:
    """A message of the bot under which a button may be pressed."""
    await person.send("/follow")
    return person.message


def shown(person: TestUser) -> str:
    assert person.message is not None
    return person.message.text or ""
