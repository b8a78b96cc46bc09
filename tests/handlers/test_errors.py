"""Errors: the person hears of them in their language, administrators shortly, and the room never fails."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
)
from aiogram.methods import AnswerCallbackQuery, AnswerInlineQuery, EditMessageText, SendMessage
from aiogram.types import Chat
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from bot.serving.telegram import GatewayTimeoutError
from handlers import answering, inline_results, opening
from handlers.administrators import Administrators
from handlers.views.texts import Texts
from tests.harness.budget import opens
from tests.harness.person import TestUser, alert_of
from tests.harness.session import USERNAME, Failure
from tests.harness.world import World, open_world

ADMIN = 99
EDUCATION = opens("expenditure/04")


@pytest.fixture
async def world(database: Path) -> AsyncIterator[World]:
    """A bot with an administrator."""
    async with open_world(database, admin_ids=(ADMIN,)) as world:
        yield world


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    """A mistake in the code behind every question."""

    async def fail(*_: object, **__: object) -> None:
        raise RuntimeError("secret detail")

    monkeypatch.setattr(answering, "answer", fail)
    monkeypatch.setattr(inline_results, "answer", fail)


@pytest.fixture
def no_database(monkeypatch: pytest.MonkeyPatch) -> None:
    """A database that is locked for every read of a card."""

    async def fail(*_: object, **__: object) -> None:
        raise OperationalError("SELECT secret FROM person", {}, Exception("database is locked"))

    monkeypatch.setattr(opening, "load_card", fail)


def refusal(reason: str) -> Failure:
    return lambda method: TelegramBadRequest(method, f"Bad Request: {reason}")


def to_person(world: World, person: TestUser) -> list[str]:
    return [each.text for each in world.session.of(SendMessage) if each.chat_id == person.chat.id]


def to_admin(world: World) -> list[str]:
    return [each.text for each in world.session.of(SendMessage) if each.chat_id == ADMIN]


@pytest.mark.usefixtures("broken")
async def test_a_mistake_in_a_message(
    world: World, person: TestUser, texts: Texts, caplog: pytest.LogCaptureFixture
) -> None:
    await person.send("білім беру")
    assert to_person(world, person) == [texts.get("error-general")]
    (notice,) = to_admin(world)
    assert "RuntimeError" in notice
    assert "message" in notice
    assert "secret" not in notice
    assert "білім" not in notice
    assert "secret detail" in caplog.text  # the log has all of it


@pytest.mark.parametrize(
    "absence",
    [
        OperationalError("SELECT secret FROM person", {}, Exception("database is locked")),
        DBAPIError("SELECT secret FROM person", {}, Exception("the database system is starting up")),
        PoolTimeoutError("of secret"),  # all connections are taken, and none comes back in time
    ],
    ids=lambda error: type(error).__name__,
)
async def test_a_database_that_does_not_answer_is_a_line_of_the_log(
    world: World,
    person: TestUser,
    texts: Texts,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
    absence: Exception,
) -> None:
    async def fail(*_: object, **__: object) -> None:
        raise absence

    monkeypatch.setattr(opening, "load_card", fail)
    assert alert_of(await person.press_data(EDUCATION)) == texts.get("error-database")
    [said] = [record for record in caplog.records if record.levelno >= logging.ERROR]
    assert said.exc_info is None
    assert said.getMessage().endswith(f"failed: the database does not answer: {type(absence).__name__}")
    assert "secret" not in caplog.text


async def test_a_statement_of_ours_that_is_wrong_is_shown_where_it_stands(
    world: World, person: TestUser, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = sqlite3.OperationalError("no such column")
    wrong.sqlite_errorname = "SQLITE_ERROR"

    async def fail(*_: object, **__: object) -> None:
        raise OperationalError("SELECT", {}, wrong)

    monkeypatch.setattr(opening, "load_card", fail)
    await person.press_data(EDUCATION)
    [said] = [record for record in caplog.records if record.levelno >= logging.ERROR]
    assert said.exc_info is not None


@pytest.mark.usefixtures("no_database")
async def test_a_locked_database_behind_a_button(world: World, person: TestUser, texts: Texts) -> None:
    await person.send("/start")
    sent = await person.press_data(EDUCATION, message=person.message)
    assert alert_of(sent) == texts.get("error-database")
    assert "secret" not in to_admin(world)[0]


@pytest.mark.usefixtures("broken")
async def test_a_mistake_in_an_inline_query(world: World, person: TestUser, texts: Texts) -> None:
    await person.feed(
        inline_query={"id": "1", "from": person.user.model_dump(), "query": "школы", "offset": ""}
    )
    (answer,) = world.session.of(AnswerInlineQuery)
    assert answer.results == []
    assert answer.button is not None
    assert answer.button.text == texts.get("inline-error")
    assert answer.is_personal


async def test_a_message_that_telegram_refuses(world: World, person: TestUser, texts: Texts) -> None:
    world.session.fail(SendMessage, refusal("can't parse entities"))
    await person.send("/help")
    assert to_person(world, person)[-1] == texts.get("error-telegram")
    assert len(to_admin(world)) == 1


async def test_a_button_that_telegram_refuses(world: World, person: TestUser, texts: Texts) -> None:
    await person.send("/start")
    world.session.fail(EditMessageText, refusal("BUTTON_DATA_INVALID"))
    sent = await person.press_data(EDUCATION, message=person.message)
    # It was answered before the edit, and takes no second answer.
    assert [type(each) for each in sent][:2] == [AnswerCallbackQuery, EditMessageText]
    assert to_person(world, person)[-1] == texts.get("error-telegram")


@pytest.mark.parametrize("reason", ["query is too old and response timeout expired", "query ID is invalid"])
async def test_a_late_answer_is_expected(world: World, person: TestUser, reason: str) -> None:
    await person.send("/start")
    world.session.fail(AnswerCallbackQuery, refusal(reason))
    sent = await person.press_data(EDUCATION, message=person.message)
    assert [type(each) for each in sent] == [AnswerCallbackQuery, EditMessageText]
    assert to_admin(world) == []


async def test_being_blocked_is_expected(
    world: World, person: TestUser, caplog: pytest.LogCaptureFixture
) -> None:
    world.session.fail(
        SendMessage, lambda m: TelegramForbiddenError(m, "Forbidden: bot was blocked by the user")
    )
    await person.send("/help")
    assert len(to_person(world, person)) == 1
    assert to_admin(world) == []
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]


async def test_no_apology_while_a_chat_has_to_wait(world: World, person: TestUser) -> None:
    world.session.fail(SendMessage, lambda method: TelegramRetryAfter(method, "Too Many Requests", 9000))
    await person.send("/help")
    assert len(to_person(world, person)) == 1


@pytest.mark.parametrize(
    ("failure", "times", "key"),
    [
        (lambda m: TelegramNetworkError(m, "Request timeout error"), 1, "error-telegram-unsure"),
        (lambda m: GatewayTimeoutError(m, "504"), 1, "error-telegram-unsure"),
        (lambda m: TelegramAPIError(m, "403 Forbidden"), 1, "error-telegram-away"),
        (refusal("can't parse entities"), 1, "error-telegram"),
    ],
)
async def test_the_apology_fits(
    world: World, person: TestUser, texts: Texts, failure: Failure, times: int, key: str
) -> None:
    world.session.fail(SendMessage, failure, times)
    await person.send("/help")
    assert to_person(world, person)[-1] == texts.get(key)
    assert len(to_person(world, person)) == 2


async def test_an_answer_that_arrived_is_no_error_whatever_telegram_said_of_it(
    world: World, person: TestUser, caplog: pytest.LogCaptureFixture
) -> None:
    world.session.fail(SendMessage, lambda _: ClientDecodeError("no JSON", ValueError(), "<html>"))
    await person.send("/help")
    assert len(to_person(world, person)) == 1
    assert to_admin(world) == []
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]


async def test_a_press_goes_on_though_its_answer_cannot_be_read(world: World, person: TestUser) -> None:
    await person.send("/start")
    world.session.fail(AnswerCallbackQuery, lambda _: ClientDecodeError("no JSON", ValueError(), "<html>"))
    sent = await person.press_data(EDUCATION, message=person.message)
    assert [type(each) for each in sent] == [AnswerCallbackQuery, EditMessageText]


async def test_who_asks_in_a_closed_topic_learns_where_to_ask(
    world: World, texts: Texts, caplog: pytest.LogCaptureFixture
) -> None:
    group = world.person(
        texts.language.value, chat=Chat(id=-100, type="supergroup", title="Тараз", is_forum=True)
    )
    topic = {"message_thread_id": 5, "is_topic_message": True}
    world.session.fail(SendMessage, refusal("TOPIC_CLOSED"))
    await group.send(f"@{USERNAME} білім беру", **topic)
    first, second = world.session.of(SendMessage)
    assert (first.chat_id, first.message_thread_id) == (-100, 5)
    assert (second.chat_id, second.text) == (group.user.id, texts.get("error-topic-closed"))
    # Who has never written to the bot cannot be told; that is no fault of anybody's.
    world.session.fail(SendMessage, refusal("TOPIC_CLOSED"))
    world.session.fail(SendMessage, lambda m: TelegramForbiddenError(m, "bot can't initiate conversation"))
    await group.send(f"@{USERNAME} білім беру", **topic)
    assert to_admin(world) == []
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING]


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize(
    "failure",
    [
        lambda _: ClientDecodeError("no JSON", ValueError(), "<html>"),
        lambda _: RuntimeError("anything at all"),
    ],
)
async def test_the_room_of_errors_survives_its_own_apology(
    world: World, person: TestUser, failure: Failure, caplog: pytest.LogCaptureFixture
) -> None:
    world.session.fail(SendMessage, failure, times=2)
    await person.send("білім беру")
    assert person.handled
    assert "no apology" in caplog.text


@pytest.mark.usefixtures("broken")
async def test_an_apology_that_fails_is_only_logged(
    world: World, person: TestUser, caplog: pytest.LogCaptureFixture
) -> None:
    world.session.fail(SendMessage, refusal("something else"), times=2)
    await person.send("білім беру")
    assert person.handled
    assert "no apology" in caplog.text
    assert f"administrator {ADMIN} not told" in caplog.text


async def test_an_error_before_the_language_is_known(
    world: World, person: TestUser, texts: Texts, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*_: object) -> None:
        raise OperationalError("SELECT 1", {}, Exception("disk I/O error"))

    monkeypatch.setattr("bot.middlewares.locale.find_person", fail)
    await person.send("/help")
    assert to_person(world, person) == [texts.get("error-database")]


async def test_the_person_s_chosen_language_is_used_for_errors(
    world: World, person: TestUser, texts: Texts, monkeypatch: pytest.MonkeyPatch
) -> None:
    stranger = world.person("en", id=70)
    await stranger.press_data(f"s1:{texts.language.value}", inline_message_id="a")

    async def fail(*_: object, **__: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(answering, "answer", fail)
    monkeypatch.setattr(inline_results, "answer", fail)
    await stranger.send("білім беру")
    assert to_person(world, stranger) == [texts.get("error-general")]


@pytest.mark.usefixtures("broken")
async def test_administrators_are_not_flooded(world: World, person: TestUser) -> None:
    for _ in range(5):
        await person.send("білім беру")
    assert len(to_admin(world)) == 1


async def test_notices_are_short_counted_and_silent_without_administrators(world: World) -> None:
    nobody = Administrators(())
    await nobody.notify(world.bot, "x")
    assert nobody.silenced == 0
    often = Administrators((ADMIN,), every=0)
    often.silenced = 3
    await often.notify(world.bot, "ұзақ " * 5000)
    (notice,) = to_admin(world)
    assert len(notice) < 600
    assert notice.endswith("(+3 before)")
    assert often.silenced == 0
