"""Whose press changes a message in a group: the asker's. Anybody else is answered alone, or led into the chat."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

import pytest
from aiogram.exceptions import TelegramBadRequest, TelegramRetryAfter
from aiogram.methods import (
    AnswerCallbackQuery,
    DeleteMessage,
    EditEphemeralMessageText,
    EditMessageText,
    GetChatAdministrators,
    SendMessage,
    SendPhoto,
    TelegramMethod,
)
from aiogram.types import Chat, ForumTopicCreated, Message, User

from handlers.packing import pack
from handlers.views.actions import ChartKind, DrawChart
from handlers.views.texts import Texts
from parser.records import Language
from tests.harness.budget import NAMES, line, opens
from tests.harness.person import Sent, TestUser, alert_of, text_of
from tests.harness.session import USERNAME
from tests.harness.world import World

GROUP = Chat(id=-100500, type="supergroup", title="Тараз")
ANONYMOUS = User(id=1087968824, is_bot=True, first_name="Group", username="GroupAnonymousBot")
HISTORY = pack(DrawChart(ChartKind.HISTORY, line("expenditure/04"))) or ""


@dataclass
class Meeting:
    """Two people in a group, and the card that one of them asked for."""

    world: World
    asker: TestUser
    other: TestUser
    texts: Texts
    card: Message

    def shown(self) -> str | None:
        """What all see of the card now."""
        return self.world.session.messages[self.card.message_id].text

    async def press(self, who: TestUser, data: str, message: Message | None = None) -> Sent:
        shown = self.world.session.messages.get(self.card.message_id)
        return await who.press_data(data, message=message or shown)


@pytest.fixture
async def meeting(world: World, texts: Texts) -> Meeting:
    language = texts.language
    other = "ru" if language is Language.KK else "kk"
    asker = world.person(language.value, id=7, chat=GROUP)
    asked = NAMES["expenditure/04"][0 if language is Language.KK else 1]
    await asker.send(f"@{USERNAME} {asked}")
    assert asker.message is not None
    return Meeting(world, asker, world.person(other, id=8, chat=GROUP), texts, asker.message)


def kinds(sent: Sent) -> list[type[TelegramMethod[Any]]]:
    return [type(method) for method in sent]


def refuse(world: World, reason: str = "PEER_ID_INVALID") -> None:
    world.session.fail(SendMessage, lambda method: TelegramBadRequest(method, f"Bad Request: {reason}"))


def link_of(sent: Sent) -> str:
    """The payload of the link that the last press was answered with."""
    answer = sent[-1]
    assert isinstance(answer, AnswerCallbackQuery)
    return (answer.url or "").partition("?start=")[2]


async def test_the_asker_s_press_edits(meeting: Meeting) -> None:
    sent = await meeting.press(meeting.asker, opens("expenditure/07"))
    assert kinds(sent) == [AnswerCallbackQuery, EditMessageText]
    assert meeting.shown() == text_of(sent)


async def test_anybody_else_is_answered_alone(meeting: Meeting) -> None:
    before = meeting.shown()
    sent = await meeting.press(meeting.other, opens("expenditure/07"))
    assert kinds(sent) == [SendMessage, AnswerCallbackQuery]
    assert isinstance(sent[0], SendMessage)
    alone = sent[0].ephemeral_message_parameters
    assert alone is not None
    assert alone.receiver_user_id == meeting.other.user.id
    assert meeting.shown() == before
    assert text_of(sent).startswith(
        NAMES["expenditure/07"][0 if meeting.texts.language is Language.KK else 1]
    )


async def test_what_is_seen_alone_goes_on_alone(meeting: Meeting) -> None:
    before = meeting.shown()
    await meeting.press(meeting.other, opens("expenditure/07"))
    assert meeting.other.message is not None
    sent = await meeting.other.press(meeting.texts.get("button-printed"))
    assert kinds(sent) == [EditEphemeralMessageText, AnswerCallbackQuery]
    assert meeting.texts.get("printed-title") in text_of(sent)
    # What has disappeared meanwhile comes again, and to nobody else.
    meeting.world.session.fail(
        EditEphemeralMessageText, lambda method: TelegramBadRequest(method, "Bad Request: MESSAGE_ID_INVALID")
    )
    sent = await meeting.other.press(meeting.texts.get("button-card"))
    assert kinds(sent) == [EditEphemeralMessageText, SendMessage, AnswerCallbackQuery]
    assert isinstance(sent[1], SendMessage)
    assert sent[1].ephemeral_message_parameters is not None
    assert meeting.shown() == before


async def test_where_that_is_refused_a_link_leads_to_the_same_view(meeting: Meeting) -> None:
    before = meeting.shown()
    refuse(meeting.world)
    sent = await meeting.press(meeting.other, opens("expenditure/07"))
    assert kinds(sent) == [SendMessage, AnswerCallbackQuery]
    private = meeting.world.person(meeting.texts.language.value, id=8)
    opened = text_of(await private.open_link(link_of(sent)))
    assert opened == text_of(await private.press_data(opens("expenditure/07"), message=private.message))
    assert meeting.shown() == before


@pytest.mark.parametrize(
    "failure",
    [
        lambda method: TelegramRetryAfter(method, "Too Many Requests", 30),
        lambda method: TelegramBadRequest(method, "Bad Request: CALLBACK_QUERY_EXPIRED"),
    ],
)
async def test_who_would_wait_too_long_is_led_there_at_once(meeting: Meeting, failure: Any) -> None:
    meeting.world.session.fail(SendMessage, failure)
    assert link_of(await meeting.press(meeting.other, opens("expenditure/07")))


async def test_a_server_that_cannot_answer_alone_shows_it_to_nobody(meeting: Meeting) -> None:
    meeting.world.session.knows_alone = False
    sent = await meeting.press(meeting.other, opens("expenditure/07"))
    assert kinds(sent) == [SendMessage, DeleteMessage, AnswerCallbackQuery]
    assert link_of(sent)


async def test_candidates_are_led_to_by_their_question(world: World, texts: Texts) -> None:
    asked = NAMES["expenditure/07/458/041"][0 if texts.language is Language.KK else 1]
    asker, other = (world.person(texts.language.value, id=number, chat=GROUP) for number in (7, 8))
    await asker.send(f"@{USERNAME} {asked}")
    card = asker.message
    alone = await other.press_data("q2:0:0", message=card)
    assert kinds(alone) == [SendMessage, AnswerCallbackQuery]
    assert other.message is not None
    assert other.message.ephemeral_message_id is not None
    refuse(world)
    sent = await other.press_data("q2:0:0", message=card)
    private = world.person(texts.language.value, id=8)
    assert text_of(await private.open_link(link_of(sent))) == text_of(alone)


async def test_the_asker_is_known_after_a_restart_and_not_without_the_question(meeting: Meeting) -> None:
    """Telegram tells who asked, with every press; of a question that was deleted it tells nothing."""
    forgotten = meeting.card.model_copy(update={"reply_to_message": None})
    for who in (meeting.asker, meeting.other):
        sent = await meeting.press(who, opens("expenditure/07"), forgotten)
        assert kinds(sent) == [SendMessage, AnswerCallbackQuery]
    began = meeting.asker.make_message(forum_topic_created=ForumTopicCreated(name="a", icon_color=1))
    in_topic = meeting.card.model_copy(
        update={"reply_to_message": began, "message_thread_id": 5, "is_topic_message": True}
    )
    sent = await meeting.press(meeting.asker, opens("expenditure/07"), in_topic)
    assert isinstance(sent[0], SendMessage)
    assert sent[0].ephemeral_message_parameters is not None
    assert sent[0].message_thread_id == 5


async def test_a_message_too_old_to_be_seen_is_answered_alone(meeting: Meeting) -> None:
    sent = await meeting.asker.press_old(opens("expenditure/07"))
    assert isinstance(sent[0], SendMessage)
    assert sent[0].ephemeral_message_parameters is not None


async def test_what_was_asked_in_the_name_of_the_group_its_administrators_change(
    world: World, texts: Texts
) -> None:
    asker = world.person(texts.language.value, id=7, chat=GROUP)
    asked = NAMES["expenditure/04"][0 if texts.language is Language.KK else 1]
    await asker.send(f"@{USERNAME} {asked}", from_user=ANONYMOUS, sender_chat=GROUP)
    card = asker.message
    world.session.administrators[GROUP.id] = [asker.user]
    sent = await asker.press_data(opens("expenditure/07"), message=card)
    assert kinds(sent) == [GetChatAdministrators, AnswerCallbackQuery, EditMessageText]
    other = world.person(texts.language.value, id=8, chat=GROUP)
    sent = await other.press_data(opens("expenditure/07"), message=card)
    assert kinds(sent) == [GetChatAdministrators, SendMessage, AnswerCallbackQuery]


async def test_a_channel_is_nobody_who_presses(world: World, texts: Texts) -> None:
    asker = world.person(texts.language.value, id=7, chat=GROUP)
    asked = NAMES["expenditure/04"][0 if texts.language is Language.KK else 1]
    channel = Chat(id=-100700, type="channel", title="Канал")
    await asker.send(
        f"@{USERNAME} {asked}",
        from_user=User(id=136817688, is_bot=True, first_name="Channel"),
        sender_chat=channel,
    )
    sent = await asker.press_data(opens("expenditure/07"), message=asker.message)
    assert kinds(sent) == [SendMessage, AnswerCallbackQuery]


async def test_a_picture_is_the_asker_s_too(meeting: Meeting) -> None:
    sent = await meeting.press(meeting.asker, HISTORY)
    picture = meeting.asker.message
    assert picture is not None
    assert picture.reply_to_message is not None
    assert picture.reply_to_message.from_user == meeting.asker.user
    assert [method for method in sent if isinstance(method, SendPhoto)]
    for data in (HISTORY, opens("expenditure/07")):
        sent = await meeting.press(meeting.other, data, picture)
        assert link_of(sent) == ""
        [shown] = [method for method in sent if isinstance(method, SendPhoto | SendMessage)]
        assert shown.ephemeral_message_parameters is not None
    alone = await meeting.other.press_data(HISTORY, message=meeting.other.message)
    assert kinds(alone) == [SendPhoto, AnswerCallbackQuery]


async def test_a_picture_that_cannot_be_seen_alone_is_led_to(meeting: Meeting) -> None:
    meeting.world.session.fail(SendPhoto, lambda method: TelegramBadRequest(method, "Bad Request: refused"))
    sent = await meeting.press(meeting.other, HISTORY)
    private = meeting.world.person(meeting.texts.language.value, id=8)
    opened = text_of(await private.open_link(link_of(sent)))
    assert meeting.texts.get("ledger-title") in opened


async def test_windows_are_seen_alone_by_themselves(meeting: Meeting) -> None:
    sent = await meeting.press(meeting.other, "l1:1:2013:0:e-04:0:0")
    assert alert_of(sent)


async def test_in_the_private_chat_all_goes_on(world: World, texts: Texts) -> None:
    person = world.person(texts.language.value)
    await person.send("/start")
    assert person.message is not None
    old = person.message.model_copy(update={"date": dt.datetime(2020, 1, 1, tzinfo=dt.UTC)})
    for message in (person.message, old):
        sent = await person.press_data(opens("expenditure/07"), message=message)
        assert kinds(sent) == [AnswerCallbackQuery, EditMessageText]
