"""Outgoing requests that fail: repeated where that is safe, each chat waiting for itself."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import (
    AiogramError,
    ClientDecodeError,
    TelegramBadRequest,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.methods import AnswerCallbackQuery, EditMessageText, GetMe, SendMessage, TelegramMethod
from aiohttp import ClientOSError, ServerDisconnectedError

from bot.app import create_bot
from bot.middlewares.retry import HURRY, PATIENCE, RetryAfter
from bot.serving.telegram import GatewayTimeoutError
from tests.harness.moments import happens
from tests.harness.session import Failure, RecordingSession
from tests.harness.world import TOKEN

OLD, NEW = -7, -1007


class Sleep:
    """Remembers instead of sleeping; while `over` is not set, nobody wakes."""

    def __init__(self) -> None:
        self.naps: list[float] = []
        self.begun = asyncio.Event()
        self.over = asyncio.Event()
        self.over.set()

    async def __call__(self, seconds: float) -> None:
        self.naps.append(seconds)
        self.begun.set()
        await happens(self.over)


@pytest.fixture
def sleep() -> Sleep:
    return Sleep()


@pytest.fixture
def session() -> RecordingSession:
    return RecordingSession()


@pytest.fixture
def bot(sleep: Sleep, session: RecordingSession) -> Bot:
    session.middleware(RetryAfter(sleep))
    return Bot(TOKEN, session=session)


def later(seconds: int) -> Failure:
    return lambda method: TelegramRetryAfter(method, "Too Many Requests", seconds)


def broken(cause: type[Exception]) -> Failure:
    def fail(method: TelegramMethod[Any]) -> AiogramError:
        error = TelegramNetworkError(method, cause.__name__)
        error.__cause__ = cause()
        return error

    return fail


def undecoded(_: TelegramMethod[Any]) -> AiogramError:
    return ClientDecodeError("Failed to decode object", ValueError(), "{")


def gateway(method: TelegramMethod[Any]) -> AiogramError:
    return GatewayTimeoutError(method, "504 Gateway Timeout")


def internal(method: TelegramMethod[Any]) -> AiogramError:
    return TelegramServerError(method, "Internal Server Error")


def refused(method: TelegramMethod[Any]) -> AiogramError:
    return TelegramBadRequest(method, "Bad Request: chat not found")


async def test_a_message_is_sent_however_often_telegram_lets_it_wait(
    bot: Bot, session: RecordingSession, sleep: Sleep
) -> None:
    for seconds in (3, 1, 900, 2):
        session.fail(SendMessage, later(seconds))
    message = await bot.send_message(7, "сәлем")
    assert message.text == "сәлем"
    assert sleep.naps == [3, 1, 900, 2]


@pytest.mark.parametrize(
    ("failure", "sent_again"),
    [
        (broken(ClientOSError), True),  # refused, or reset
        (broken(ServerDisconnectedError), True),
        (internal, True),
        (broken(TimeoutError), False),  # the person may have it
        (gateway, False),
        (undecoded, False),  # the person has it
        (refused, False),
    ],
)
async def test_a_message_is_sent_again_where_none_arrived(
    bot: Bot, session: RecordingSession, sleep: Sleep, failure: Failure, sent_again: bool
) -> None:
    session.fail(SendMessage, failure)
    if sent_again:
        assert (await bot.send_message(7, "сәлем")).text == "сәлем"
    else:
        with pytest.raises(AiogramError):
            await bot.send_message(7, "сәлем")
    assert len(session.of(SendMessage)) == 1 + sent_again
    assert len(sleep.naps) == sent_again


@pytest.mark.parametrize("failure", [broken(TimeoutError), gateway])
async def test_what_changes_nothing_the_second_time_is_repeated_whatever_became_of_it(
    bot: Bot, session: RecordingSession, failure: Failure
) -> None:
    session.fail(EditMessageText, failure)
    assert await bot.edit_message_text("сәлем", inline_message_id="1")
    assert len(session.of(EditMessageText)) == 2
    session.fail(GetMe, failure)
    assert (await bot.get_me()).is_bot


async def test_an_answer_that_cannot_be_read_is_enough_where_only_yes_is_awaited(
    bot: Bot, session: RecordingSession
) -> None:
    session.fail(EditMessageText, undecoded)
    assert await bot.edit_message_text("сәлем", inline_message_id="1") is True
    session.fail(AnswerCallbackQuery, undecoded)
    assert await bot.answer_callback_query("1") is True
    assert len(session.sent) == 2


async def test_pauses_grow(bot: Bot, session: RecordingSession, sleep: Sleep) -> None:
    session.fail(SendMessage, internal, times=9)
    await bot.send_message(7, "сәлем")
    assert sleep.naps == [0.5, 1, 2, 4, 8, 16, 30, 30, 30]


async def test_nothing_is_repeated_for_ever(bot: Bot, session: RecordingSession, sleep: Sleep) -> None:
    session.fail(SendMessage, internal, times=1000)
    with pytest.raises(TelegramServerError):
        await bot.send_message(7, "сәлем")
    assert PATIENCE - 30 < sum(sleep.naps) <= PATIENCE


async def test_an_answer_to_a_press_does_not_wait_long(
    bot: Bot, session: RecordingSession, sleep: Sleep
) -> None:
    session.fail(AnswerCallbackQuery, later(6))
    with pytest.raises(TelegramRetryAfter):
        await bot.answer_callback_query("1")
    session.fail(AnswerCallbackQuery, internal, times=100)
    with pytest.raises(TelegramServerError):
        await bot.answer_callback_query("1")
    assert sum(sleep.naps) <= HURRY


async def test_a_group_with_a_new_number_gets_its_answers_there(
    bot: Bot, session: RecordingSession, sleep: Sleep
) -> None:
    session.fail(SendMessage, lambda method: TelegramMigrateToChat(method, "upgraded", NEW))
    assert (await bot.send_message(OLD, "сәлем")).chat.id == NEW
    await bot.send_message(OLD, "тағы")
    assert [each.chat_id for each in session.of(SendMessage)] == [OLD, NEW, NEW]
    assert sleep.naps == []


async def test_a_group_that_moves_while_much_waits_for_it_gets_all_of_it_there_in_order(
    bot: Bot, session: RecordingSession, sleep: Sleep
) -> None:
    sleep.over.clear()
    session.fail(SendMessage, later(30))
    session.fail(SendMessage, lambda method: TelegramMigrateToChat(method, "upgraded", NEW))
    waiting = [asyncio.ensure_future(bot.send_message(OLD, "бір"))]
    await happens(sleep.begun)
    waiting += [asyncio.ensure_future(bot.send_message(OLD, text)) for text in ("екі", "үш")]
    await asyncio.sleep(0)
    sleep.over.set()
    arrived = await asyncio.gather(*waiting)
    assert [(each.chat.id, each.text) for each in arrived] == [(NEW, "бір"), (NEW, "екі"), (NEW, "үш")]
    # Who waited behind it did not try the old number any more.
    assert [each.chat_id for each in session.of(SendMessage)] == [OLD, OLD, NEW, NEW, NEW]


async def test_a_chat_that_waits_has_a_queue_of_its_own(
    bot: Bot, session: RecordingSession, sleep: Sleep
) -> None:
    sleep.over.clear()
    session.fail(SendMessage, later(30))
    slow = [asyncio.ensure_future(bot.send_message(7, text)) for text in ("бір",)]
    await happens(sleep.begun)
    slow += [asyncio.ensure_future(bot.send_message(7, text)) for text in ("екі", "үш")]
    assert (await bot.send_message(8, "басқа")).text == "басқа"
    assert [each.text for each in session.of(SendMessage)] == ["бір", "басқа"]  # the others did not even try
    sleep.over.set()
    await asyncio.gather(*slow)
    assert [each.text for each in session.of(SendMessage)] == ["бір", "басқа", "бір", "екі", "үш"]
    assert sleep.naps == [30]


async def test_our_bot_waits(session: RecordingSession) -> None:
    naps = Sleep()
    bot = create_bot(TOKEN, session=session, sleep=naps)
    session.fail(SendMessage, later(2))
    await bot.send_message(7, "сәлем")
    assert naps.naps == [2]
