"""Operators send documents: each is reported, stored after a press and undone by another; others are refused."""

from __future__ import annotations

import asyncio
import datetime as dt
import io
import zipfile
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import GetFile, SendMessage
from aiogram.types import Document

from bot.documents.registrar import DocumentRegistrar
from bot.serving.notifier import Notifier
from handlers.albums import Albums
from handlers.callbacks import UploadButton
from handlers.documents import MOST_BYTES
from handlers.packing import pack
from handlers.registration import FetchError, FetchFault, ReadingFault, SentFile
from handlers.views.actions import StartFollowing
from handlers.views.operator_actions import TakeUploadStep, UploadStep
from handlers.views.texts import Texts
from parser.records import DecisionKind, Language, ParsedDecision
from storage.columns import utc_now
from storage.loading.ingest import ingest
from storage.loading.uploads import UNDONE_WITHIN
from storage.people import save_language
from tests.harness.budget import KK, line, names
from tests.harness.moments import happens
from tests.harness.person import Sent, TestUser, alert_of, text_of
from tests.harness.reader import PaperReader
from tests.harness.world import World, open_world
from tests.storage.builders import JULY, NOVEMBER, PROGRAM, document, edition, warning, with_amount
from tests.storage.dump import facts

ADMIN, OTHER, READER = 7, 8, 9
NOVEMBERS = "20-3.docx"


def november(amount: int = 1_234_000) -> ParsedDecision:
    """A further decision on the invented budget."""
    table = with_amount(edition(NOVEMBER, names=names(KK)), PROGRAM, amount)
    return document(NOVEMBER, [table], file=NOVEMBERS, amends=JULY, warnings=[warning()])


@pytest.fixture
def reader() -> PaperReader:
    reader = PaperReader()
    reader.invented[NOVEMBERS] = november()
    return reader


class PaperFetcher:
    """Fetches one document, or says what is planned."""

    def __init__(self) -> None:
        self.faults: list[FetchFault] = []

    async def fetch(self, url: str) -> SentFile:
        if self.faults:
            raise FetchError(self.faults.pop(0), url)
        return SentFile(NOVEMBERS, b"-")


@pytest.fixture
def fetcher() -> PaperFetcher:
    return PaperFetcher()


@pytest.fixture
async def world(database: Path, reader: PaperReader, fetcher: PaperFetcher) -> AsyncIterator[World]:
    async with open_world(database, reader=reader, fetcher=fetcher, admin_ids=(ADMIN, OTHER)) as world:
        yield world


async def someone(world: World, language: Language, number: int) -> TestUser:
    async with world.services.sessions() as session:
        await save_language(session, number, language)
    return world.person(language.value, id=number)


async def send(
    person: TestUser, name: str = NOVEMBERS, data: bytes = b"-", size: int | None = None, **fields: Any
) -> Sent:
    """Sends a document."""
    file_id = f"sent-{len(person.session.files)}"
    person.session.files[file_id] = data
    sent = Document(file_id=file_id, file_unique_id=file_id, file_name=name, file_size=size or len(data))
    return await person.send(document=sent, **fields)


def shown(person: TestUser) -> str:
    """The bot's last message."""
    assert person.message is not None
    return person.message.text or ""


async def test_a_document_is_reported_stored_and_undone(
    world: World, person: TestUser, texts: Texts, database: Path
) -> None:
    before = facts(database)
    [said, _] = await send(person)
    assert isinstance(said, SendMessage)
    assert said.text == texts.get("upload-reading")
    report = shown(person)
    assert texts.get("upload-document", name=NOVEMBERS, status="new") in report
    assert "№ 20-3" in report
    assert "Тараз" in report
    assert texts.get("upload-remarks", count=1) in report
    assert texts.get("upload-followers", count=0) in report
    assert "−" in report or "+" in report
    assert facts(database) == before
    await person.press(texts.get("button-upload-store"))
    assert texts.get("upload-stored") in shown(person)
    stored = person.message
    assert stored is not None
    assert stored.reply_markup is not None
    assert facts(database) != before
    assert "1\u00a0234" in text_of(await person.send("464 009 № 20-3"))
    [undo] = stored.reply_markup.inline_keyboard[0]
    undone = text_of(await person.press_data(undo.callback_data or "", message=stored))
    assert undone == texts.get("upload-undone")
    assert facts(database) == before
    assert "1\u00a0234" not in text_of(await person.send("464 009 № 20-3"))


async def test_what_becomes_of_a_stored_table_is_told_before_it_is_replaced(
    world: World, person: TestUser, texts: Texts, reader: PaperReader
) -> None:
    """It is compared with what is stored of the same decision, not with the decision before."""
    await send(person)
    await person.press(texts.get("button-upload-store"))
    table = november(1_240_000).editions
    reader.invented["again.docx"] = document(NOVEMBER, table, file="again.docx", amends=JULY)
    await send(person, "again.docx")
    report = shown(person)
    assert texts.get("upload-document", name="again.docx", status="replaced") in report
    assert texts.get("upload-replaced-lines", count=1) in report
    assert "1\u00a0234 → 1\u00a0240" in report
    await person.press(texts.get("button-upload-store"))
    reader.invented["same.docx"] = document(
        NOVEMBER, november(1_240_000).editions, file="same.docx", amends=JULY
    )
    await send(person, "same.docx")
    assert texts.get("upload-replaced-same") in shown(person)


async def test_a_decision_that_would_adopt_what_it_changed_is_told(
    world: World, person: TestUser, texts: Texts, reader: PaperReader
) -> None:
    await send(person)
    await person.press(texts.get("button-upload-store"))
    kind = DecisionKind.ORIGINAL
    reader.invented["draft.docx"] = document(
        NOVEMBER, november(1_240_000).editions, file="draft.docx", kind=kind, amends=None
    )
    await send(person, "draft.docx")
    said = {"number": "20-3", "date": "13.11.2013", "old": "amendment", "new": "original"}
    assert texts.get("upload-kind", **said) in shown(person)


async def test_two_presses_and_two_operators(
    world: World, language: Language, texts: Texts, database: Path
) -> None:
    first, second = await someone(world, language, ADMIN), await someone(world, language, OTHER)
    before = facts(database)
    for each in (first, second):
        await send(each)
    store = first.button(texts.get("button-upload-store")).callback_data or ""
    message = first.message
    pressed = await asyncio.gather(
        first.press_data(store, message=message), first.press_data(store, message=message)
    )
    assert pressed is not None
    alerts = [each for each in world.session.sent if getattr(each, "show_alert", None)]
    assert [each.text for each in alerts] == [texts.get("upload-store-again")]  # type: ignore[attr-defined]
    loaded = facts(database)
    await second.press(texts.get("button-upload-store"))
    report = shown(second)
    assert report.startswith(texts.get("upload-store-changed"))
    assert texts.get("upload-document", name=NOVEMBERS, status="unchanged") in report
    assert texts.get("upload-nothing") in report
    assert second.labels == [texts.get("button-upload-undo")]
    assert facts(database) == loaded
    await send(second)
    assert texts.get("upload-nothing") in shown(second)
    assert texts.get("upload-stored-before") in shown(second)
    sent = second.message
    await second.press(texts.get("button-upload-undo"))
    assert shown(second) == texts.get("upload-undone")
    assert facts(database) == before
    undo = pack(TakeUploadStep(token_of(store), UploadStep.UNDO)) or ""
    assert alert_of(await first.press_data(undo, message=sent)) == texts.get("upload-undo-again")


def token_of(data: str) -> str:
    """Which documents a button is about."""
    return UploadButton.unpack(data).token


async def test_a_report_outlives_a_restart(
    database: Path, reader: PaperReader, language: Language, texts: Texts
) -> None:
    async with open_world(database, reader=reader, admin_ids=(ADMIN,)) as world:
        person = await someone(world, language, ADMIN)
        await send(person)
        store, drop = (button.callback_data or "" for button in person.buttons)
        message = person.message
    async with open_world(database, admin_ids=(ADMIN,)) as world:
        person = world.person(language.value, id=ADMIN)
        assert message is not None
        world.session.messages[message.message_id] = message
        assert texts.get("upload-stored") in text_of(await person.press_data(store, message=message))
        assert texts.get("upload-dropped") in text_of(await person.press_data(drop, message=message))
        forged = pack(TakeUploadStep("A" * 12, UploadStep.STORE)) or ""
        assert alert_of(await person.press_data(forged)) == texts.get("upload-store-gone")
        forged = pack(TakeUploadStep("A" * 12, UploadStep.UNDO)) or ""
        assert alert_of(await person.press_data(forged)) == texts.get("upload-undo-late")


async def test_what_is_dropped_is_gone(world: World, person: TestUser, texts: Texts, database: Path) -> None:
    before = facts(database)
    await send(person)
    store, message = person.button(texts.get("button-upload-store")).callback_data or "", person.message
    assert text_of(await person.press(texts.get("button-upload-drop"))) == texts.get("upload-dropped")
    assert alert_of(await person.press_data(store, message=message)) == texts.get("upload-store-gone")
    assert facts(database) == before


async def test_what_was_loaded_since_is_not_undone(world: World, person: TestUser, texts: Texts) -> None:
    await send(person)
    await person.press(texts.get("button-upload-store"))
    await ingest(world.services.sessions, november(5_000_000))
    assert alert_of(await person.press(texts.get("button-upload-undo"))) == texts.get("upload-undo-changed")


async def test_followers_are_told_when_nothing_can_be_undone_any_more(
    world: World, person: TestUser, texts: Texts, language: Language
) -> None:
    follower = await someone(world, language, READER)
    await follower.press_data(pack(StartFollowing(line(PROGRAM))) or "")
    await send(person)
    assert texts.get("upload-followers", count=1) in shown(person)
    await person.press(texts.get("button-upload-store"))
    now = utc_now()
    notifier = Notifier(world.services, pause=0, now=lambda: now)
    assert await notifier.tell(world.bot) == 0
    now += UNDONE_WITHIN * 2
    assert await notifier.tell(world.bot) == 1
    assert world.session.of(SendMessage)[-1].chat_id == READER
    assert await notifier.tell(world.bot) == 0


async def turn_clock(world: World, reader: PaperReader, fetcher: PaperFetcher, now: dt.datetime) -> None:
    """Lets the bot believe that it is later."""
    services = world.services
    world.dispatcher["registrar"] = DocumentRegistrar(
        services.sessions, reader, fetcher, services.keeper.look_again, now=lambda: now
    )


async def test_after_an_hour_nothing_is_undone_and_followers_know(
    world: World, person: TestUser, texts: Texts, database: Path, reader: PaperReader, fetcher: PaperFetcher
) -> None:
    follower = await someone(world, texts.language, READER)
    await follower.press_data(pack(StartFollowing(line(PROGRAM))) or "")
    await send(person)
    await person.press(texts.get("button-upload-store"))
    stored = facts(database)
    undo, message = person.button(texts.get("button-upload-undo")).callback_data or "", person.message
    later = utc_now() + UNDONE_WITHIN * 2
    await turn_clock(world, reader, fetcher, later)
    assert alert_of(await person.press_data(undo, message=message)) == texts.get("upload-undo-late")
    assert facts(database) == stored
    world.session.sent.clear()
    notifier = Notifier(world.services, pause=0, now=lambda: later)
    assert await notifier.tell(world.bot) == 1
    [told] = world.session.of(SendMessage)
    assert told.chat_id == READER
    assert "20-3" in told.text
    assert await notifier.tell(world.bot) == 0


async def test_of_what_was_undone_within_the_hour_nobody_is_told_until_it_is_sent_again(
    world: World, person: TestUser, texts: Texts, database: Path
) -> None:
    follower = await someone(world, texts.language, READER)
    await follower.press_data(pack(StartFollowing(line(PROGRAM))) or "")
    now = utc_now()
    notifier = Notifier(world.services, pause=0, now=lambda: now)
    assert await notifier.tell(world.bot) == 0
    before = facts(database)
    await send(person)
    await person.press(texts.get("button-upload-store"))
    assert await notifier.tell(world.bot) == 0
    await person.press(texts.get("button-upload-undo"))
    assert facts(database) == before
    now += UNDONE_WITHIN * 2
    assert await notifier.tell(world.bot) == 0
    assert "20-3" not in text_of(await follower.send("/follow"))
    await send(person)
    await person.press(texts.get("button-upload-store"))
    now += UNDONE_WITHIN * 2
    assert await notifier.tell(world.bot) == 1
    assert await notifier.tell(world.bot) == 0


async def test_an_album_is_read_together(
    world: World, person: TestUser, texts: Texts, reader: PaperReader
) -> None:
    reader.invented["early.docx"] = document(
        JULY, [edition(JULY)], file="early.docx", place="Шымкент", amends=None
    )
    waits, whole = asyncio.Event(), asyncio.Event()

    async def wait(_seconds: float) -> None:
        waits.set()
        await whole.wait()

    world.dispatcher["albums"] = Albums(sleep=wait)

    async def send_another() -> Sent:
        await happens(waits)
        sent = await send(person, "early.docx", media_group_id="1")
        whole.set()
        return sent

    first, another = await asyncio.gather(send(person, media_group_id="1"), send_another())
    assert [len(first), another] == [2, []]
    report = shown(person)
    assert NOVEMBERS in report
    assert "early.docx" in report


def archive(*names: str) -> bytes:
    """A zip of texts that are no decisions."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as opened:
        for name in names:
            opened.writestr(name, "сөз" * 40)
    return packed.getvalue()


BAD = {
    "empty.txt": b"",
    "picture.bin": bytes(range(256)) * 8,
    "broken.zip": b"PK\x03\x04" + b"\0" * 40,
    "locked.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    "two.zip": archive("a.txt", "../../b.txt"),
    "many.zip": archive(*map(str, range(51))),
    "packed.zip": archive("x.zip"),
}


@pytest.mark.parametrize("name", BAD)
async def test_what_cannot_be_read_is_said(person: TestUser, texts: Texts, name: str, database: Path) -> None:
    before = facts(database)
    await send(person, name, BAD[name])
    report = shown(person)
    assert "failed" not in report
    assert texts.get("upload-nothing") in report
    assert name in report
    assert person.labels == []
    assert facts(database) == before


async def test_what_does_not_come_is_said(
    world: World, person: TestUser, texts: Texts, reader: PaperReader
) -> None:
    too_big = texts.get("upload-too-big", name=NOVEMBERS)
    await send(person, size=MOST_BYTES + 1)
    assert shown(person) == too_big
    world.session.fail(GetFile, lambda method: TelegramBadRequest(method, "Bad Request: file is too big"))
    await send(person)
    assert shown(person) == too_big
    world.session.fail(GetFile, lambda method: TelegramBadRequest(method, "Bad Request: wrong file_id"))
    await send(person)
    assert shown(person) == texts.get("upload-not-downloaded", name=NOVEMBERS)
    reader.faults.extend(ReadingFault)
    for fault in ReadingFault:
        await send(person)
        assert shown(person) == texts.get(f"upload-fault-{fault}")


LINK = "https://adilet.zan.kz/rus/docs/V13E0001991"


async def test_a_link_is_fetched_or_it_is_said_why_not(
    person: TestUser, texts: Texts, fetcher: PaperFetcher
) -> None:
    await person.send(LINK)
    assert texts.get("upload-document", name=NOVEMBERS, status="new") in shown(person)
    fetcher.faults.extend(FetchFault)
    for fault in FetchFault:
        await person.send(LINK)
        assert shown(person) == texts.get(f"upload-link-{fault}", said=LINK)


async def test_others_are_refused(world: World, language: Language, texts: Texts, person: TestUser) -> None:
    stranger = await someone(world, language, READER)
    assert text_of(await send(stranger)) == texts.get("upload-refused")
    assert texts.get("upload-reading") not in text_of(await stranger.send(LINK))
    await send(person)
    store = person.button(texts.get("button-upload-store")).callback_data or ""
    assert alert_of(await stranger.press_data(store)) == texts.get("fallback-button")
