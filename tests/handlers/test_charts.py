"""Charts through the dispatcher: a press brings a picture, once drawn and once uploaded."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import (
    AnswerCallbackQuery,
    EditMessageMedia,
    EditMessageText,
    SendChatAction,
    SendDocument,
    SendMessage,
    SendPhoto,
)
from aiogram.types import BufferedInputFile, Chat, InputMediaPhoto, Message, PhotoSize

from handlers.drawing import DrawingFault
from handlers.gallery import Gallery
from handlers.packing import pack
from handlers.views.actions import ChartKind, DrawChart
from handlers.views.charts.records import ChangesSheet, HistoryChart, StructureChart, WaterfallChart
from handlers.views.texts import Texts
from parser.records import DecisionRef
from tests.bot.charts.samples import told
from tests.harness.budget import APRIL, JULY, MAY, line, opens
from tests.harness.draughtsman import PaperDraughtsman
from tests.harness.moments import happens
from tests.harness.person import Sent, TestUser, alert_of, text_of
from tests.harness.world import World, open_world


def data(kind: ChartKind, path: str, decision: DecisionRef | None = None, *, dark: bool | None = None) -> str:
    packed = pack(DrawChart(kind, line(path, decision=decision), dark))
    assert packed is not None
    return packed


HISTORY = data(ChartKind.HISTORY, "expenditure/04")
WATERFALL = data(ChartKind.WATERFALL, "expenditure", JULY)
SHEET = data(ChartKind.SHEET, "expenditure", APRIL)
STRUCTURE = data(ChartKind.STRUCTURE, "expenditure")


@pytest.fixture
async def reader(person: TestUser) -> TestUser:
    """Somebody who has a message of the bot before them."""
    await person.send("/start")
    return person


@pytest.fixture
def draughtsman(world: World) -> PaperDraughtsman:
    """Who draws in this world."""
    assert isinstance(world.services.draughtsman, PaperDraughtsman)
    return world.services.draughtsman


async def press(reader: TestUser, pressed: str) -> Sent:
    return await reader.press_data(pressed, message=reader.message)


def kinds(sent: Sent) -> list[type]:
    return [type(method) for method in sent]


def photo_of(sent: Sent) -> BufferedInputFile | str:
    """The file, or its id, of the only photo."""
    [method] = [method for method in sent if isinstance(method, SendPhoto | EditMessageMedia)]
    file = method.photo if isinstance(method, SendPhoto) else method.media.media
    assert isinstance(file, BufferedInputFile | str)
    return file


@pytest.mark.parametrize(
    ("pressed", "chart", "sends"),
    [
        (HISTORY, HistoryChart, SendPhoto),
        (WATERFALL, WaterfallChart, SendPhoto),
        (STRUCTURE, StructureChart, SendPhoto),
        (SHEET, ChangesSheet, SendDocument),
    ],
    ids=["history", "waterfall", "structure", "sheet"],
)
async def test_every_kind(
    reader: TestUser, draughtsman: PaperDraughtsman, texts: Texts, pressed: str, chart: type, sends: type
) -> None:
    before = reader.message
    sent = await press(reader, pressed)
    assert kinds(sent) == [AnswerCallbackQuery, SendChatAction, sends]
    [picture] = draughtsman.asked
    assert isinstance(picture.chart, chart)
    assert "2013" in str(picture.chart.frame.about), "its year"
    assert texts.get("chart-plan") in picture.chart.frame.source
    caption = reader.message.caption if reader.message else None
    assert caption is not None
    assert texts.get("card-source") in caption
    assert reader.message is not None
    assert reader.message.reply_to_message == before


async def test_the_way_to_each_chart(reader: TestUser, texts: Texts) -> None:
    chart = texts.get("chart-button")
    await reader.send("что изменило решение № 15-3")
    assert chart in reader.labels
    await reader.press(texts.get("button-table"))
    assert texts.get("chart-button-print") in reader.labels
    await reader.send("/budget")
    assert chart in reader.labels
    await reader.send("состав расходов")
    assert chart in reader.labels
    await reader.press(chart)
    await reader.press(texts.get("section-revenue"))
    assert texts.get("chart-where-revenue") in (reader.message.caption or "" if reader.message else "")


async def test_a_card_leads_to_its_parts_and_a_single_line_to_none(
    reader: TestUser, draughtsman: PaperDraughtsman, texts: Texts
) -> None:
    await reader.press_data(opens("expenditure/04"), message=reader.message)
    await reader.press(texts.get("chart-button-parts"))
    [picture] = draughtsman.asked
    assert isinstance(picture.chart, StructureChart)
    await reader.send("/start")
    await reader.press_data(opens("expenditure/04/464/003"), message=reader.message)
    assert texts.get("chart-button-parts") not in reader.labels


async def test_nothing_is_drawn_or_uploaded_twice(
    reader: TestUser, draughtsman: PaperDraughtsman, world: World, texts: Texts
) -> None:
    first = photo_of(await press(reader, HISTORY))
    assert isinstance(first, BufferedInputFile)
    again = await reader.press_data(HISTORY, message=reader.message and reader.message.reply_to_message)
    assert kinds(again) == [AnswerCallbackQuery, SendPhoto]
    assert photo_of(again) == "file-0"
    other = await press(reader, WATERFALL)
    assert isinstance(photo_of(other), BufferedInputFile)
    assert len(draughtsman.asked) == len(world.session.files) == 2


async def test_the_other_colours_come_in_place_of_the_picture(
    reader: TestUser, draughtsman: PaperDraughtsman, texts: Texts
) -> None:
    await press(reader, HISTORY)
    sent = await reader.press(texts.get("chart-button-dark"))
    assert kinds(sent) == [AnswerCallbackQuery, SendChatAction, EditMessageMedia]
    assert [picture.dark for picture in draughtsman.asked] == [False, True]
    sent = await reader.press(texts.get("chart-button-light"))
    assert kinds(sent) == [AnswerCallbackQuery, EditMessageMedia]
    assert photo_of(sent) == "file-0"


async def test_the_colours_are_kept_with_who_chose_them(
    reader: TestUser, draughtsman: PaperDraughtsman, world: World, texts: Texts
) -> None:
    text = reader.message
    await press(reader, HISTORY)
    await reader.press(texts.get("chart-button-dark"))
    assert texts.get("privacy-colours-dark") in text_of(await reader.send("/privacy"))
    old = HISTORY.removesuffix(":") + ":0"  # as buttons were while nothing was kept
    await reader.press_data(old, message=text)
    await reader.press_data(STRUCTURE, message=text)
    other = world.person(texts.language.value, id=8)
    await other.send("/start")
    await press(other, WATERFALL)
    assert [picture.dark for picture in draughtsman.asked] == [False, True, True, False]


async def test_a_bot_that_starts_anew_uploads_no_picture_again_unless_it_is_drawn_otherwise(
    reader: TestUser, draughtsman: PaperDraughtsman, database: Path
) -> None:
    message = reader.message
    await press(reader, HISTORY)
    for style, uploads in (("paper", False), ("ink", True)):
        other = PaperDraughtsman()
        other.style = style
        async with open_world(database, other) as again:
            again.session.files["file-0"] = b"picture 1"
            sent = await press_in(again, message)
        assert isinstance(photo_of(sent), BufferedInputFile) is uploads
        assert len(other.asked) == uploads
    assert len(draughtsman.asked) == 1


async def press_in(world: World, message: Message | None) -> Sent:
    """Somebody presses the button of the history in another run of the bot."""
    return await world.person("ru").press_data(HISTORY, message=message)


async def test_what_telegram_has_let_go_is_drawn_again(
    reader: TestUser, draughtsman: PaperDraughtsman, world: World
) -> None:
    await press(reader, HISTORY)
    message = reader.message and reader.message.reply_to_message
    world.session.fail(
        SendPhoto,
        lambda method: TelegramBadRequest(method, "Bad Request: wrong file identifier/HTTP URL specified"),
    )
    sent = await reader.press_data(HISTORY, message=message)
    assert kinds(sent) == [AnswerCallbackQuery, SendPhoto, SendChatAction, SendPhoto]
    assert len(draughtsman.asked) == 2


async def test_a_picture_that_can_no_longer_be_edited_is_followed_by_another(
    reader: TestUser, world: World, texts: Texts
) -> None:
    await press(reader, HISTORY)
    world.session.fail(
        EditMessageMedia, lambda method: TelegramBadRequest(method, "Bad Request: message can't be edited")
    )
    sent = await reader.press(texts.get("chart-button-dark"))
    assert kinds(sent) == [AnswerCallbackQuery, SendChatAction, EditMessageMedia, SendPhoto]


async def test_what_a_button_under_a_picture_opens_comes_below(reader: TestUser, world: World) -> None:
    await press(reader, HISTORY)
    world.session.fail(
        EditMessageText,
        lambda method: TelegramBadRequest(method, "Bad Request: there is no text in the message to edit"),
    )
    sent = await reader.press_data(opens("expenditure/04"), message=reader.message)
    assert kinds(sent) == [AnswerCallbackQuery, EditMessageText, SendMessage]


@pytest.mark.parametrize("fault", list(DrawingFault))
async def test_a_failure_is_told_and_the_next_press_draws(
    reader: TestUser, draughtsman: PaperDraughtsman, texts: Texts, fault: DrawingFault
) -> None:
    draughtsman.faults.append(fault)
    message = reader.message
    sent = await press(reader, HISTORY)
    assert kinds(sent) == [AnswerCallbackQuery, SendChatAction, SendMessage]
    assert text_of(sent) == texts.get(f"chart-failed-{fault}")
    assert kinds(await reader.press_data(HISTORY, message=message))[-1] is SendPhoto


GONE = [
    data(ChartKind.HISTORY, "expenditure/99"),  # no such line
    data(ChartKind.STRUCTURE, "expenditure", DecisionRef("99-9", dt.date(2013, 1, 1))),  # no such decision
    data(ChartKind.SHEET, "expenditure", MAY),  # a decision that is not loaded
    "g1:aaaaaaaaaaaa:2013:0:e:h:0",  # no such budget
]


@pytest.mark.parametrize("pressed", GONE)
async def test_what_is_gone_is_said(reader: TestUser, draughtsman: PaperDraughtsman, pressed: str) -> None:
    sent = await press(reader, pressed)
    assert alert_of(sent)
    assert draughtsman.asked == []


async def test_what_has_no_parts_or_no_change_is_not_drawn(reader: TestUser, texts: Texts) -> None:
    sent = await press(reader, data(ChartKind.STRUCTURE, "deficit"))
    assert alert_of(sent) == texts.get("chart-no-structure")
    sent = await press(
        reader, data(ChartKind.SHEET, "expenditure", DecisionRef("10-3", dt.date(2012, 12, 14)))
    )
    assert alert_of(sent) == texts.get("changes-no-previous")


async def test_from_an_inline_message_a_link_leads_to_the_private_chat(
    reader: TestUser, draughtsman: PaperDraughtsman
) -> None:
    sent = await reader.press_data(HISTORY, inline_message_id="abc")
    [answer] = sent
    assert isinstance(answer, AnswerCallbackQuery)
    assert draughtsman.asked == []
    # There stands the history with the button of the picture.
    await reader.open_link((answer.url or "").partition("?start=")[2])
    assert HISTORY in [button.callback_data for button in reader.buttons]


async def test_in_a_topic_of_a_group(world: World, texts: Texts) -> None:
    person = world.person("ru", chat=Chat(id=-5, type="supergroup"))
    await person.send("/start@qazyna_test_bot")
    assert person.message is not None
    message = person.message.model_copy(update={"message_thread_id": 9, "is_topic_message": True})
    sent = await person.press_data(HISTORY, message=message)
    assert [each.message_thread_id for each in sent if isinstance(each, SendChatAction | SendPhoto)] == [9, 9]


async def test_the_words_under_a_picture_tell_its_language(world: World) -> None:
    """A person whose Telegram names no language of ours goes on in that of the picture."""
    person = world.person("ru")
    await person.send("/start")
    await press(person, HISTORY)
    stranger = world.person("fr", id=8)
    sent = await stranger.press_data(HISTORY, message=person.message)
    [method] = [each for each in sent if isinstance(each, EditMessageMedia)]
    assert isinstance(method.media, InputMediaPhoto)
    assert "Источник" in (method.media.caption or "")


async def test_what_several_ask_for_at_once_is_drawn_and_uploaded_once(
    world: World, draughtsman: PaperDraughtsman
) -> None:
    gallery = Gallery(draughtsman, world.services.sessions)
    draughtsman.may_draw.clear()
    asked: list[None] = []

    def wait() -> None:
        asked.append(None)
        if len(asked) == 3:
            draughtsman.may_draw.set()

    files = await asyncio.gather(*(hand(gallery, "a", waits=wait) for _ in range(3)))
    assert sum(isinstance(file, BufferedInputFile) for file in files) == 1
    assert files.count("a") == 2
    assert len(draughtsman.asked) == 1
    assert isinstance(await hand(gallery, "a"), str)
    assert gallery._handed == {}


async def test_what_cannot_be_sent_to_the_first_is_uploaded_for_the_next(
    world: World, draughtsman: PaperDraughtsman
) -> None:
    gallery, refuse, begun = Gallery(draughtsman, world.services.sessions), asyncio.Event(), asyncio.Event()
    first = asyncio.ensure_future(hand(gallery, "a", refuse, waits=begun.set, refused=True))
    await happens(begun)
    joined = asyncio.Event()
    second = asyncio.ensure_future(hand(gallery, "a", waits=joined.set))
    await happens(joined)
    refuse.set()
    with pytest.raises(OSError, match="gone"):
        await first
    assert isinstance(await second, BufferedInputFile)
    assert len(draughtsman.asked) == 1


async def hand(
    gallery: Gallery,
    title: str,
    arrives: asyncio.Event | None = None,
    waits: Callable[[], None] = lambda: None,
    *,
    refused: bool = False,
) -> object:
    """What is sent of a picture with that title, which arrives when it may; `waits` is called before it is there."""
    handed: list[object] = []

    async def send(file: object) -> Message:
        await asyncio.sleep(0)
        handed.append(file)
        if arrives is not None:
            await arrives.wait()
        if refused:
            raise OSError("the chat is gone")
        size = PhotoSize(file_id=title, file_unique_id=title, width=1, height=1)
        return Message(
            message_id=1, date=dt.datetime.now(dt.UTC), chat=Chat(id=1, type="private"), photo=[size]
        )

    async def waiting() -> None:
        await asyncio.sleep(0)
        waits()

    await gallery.hand(told(title), 42, send, waiting)
    return handed[0]
