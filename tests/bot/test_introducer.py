"""Menus and descriptions: in each kind of chat, in both languages and for others, sent once and never in the way."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramNetworkError, TelegramRetryAfter
from aiogram.methods import (
    GetMyCommands,
    SetMyCommands,
    SetMyDescription,
    SetMyShortDescription,
    TelegramMethod,
)

from bot.app import create_bot, create_dispatcher
from bot.services import create_services
from bot.serving.introducer import Introducer
from handlers.views.pages import COMMANDS
from storage.engine import create_engine
from tests.harness.budget import url
from tests.harness.moments import happens
from tests.harness.session import USERNAME, Failure, RecordingSession
from tests.harness.world import TOKEN, pass_over

ADMIN = 7
SCOPES = ("default", "all_private_chats", "all_group_chats", "all_chat_administrators", f"chat {ADMIN}")
LANGUAGES = ("", "kk", "ru")
EVERYTHING = len(LANGUAGES) * (len(SCOPES) + 2)


@pytest.fixture
def session() -> RecordingSession:
    return RecordingSession()


@pytest.fixture
def bot(session: RecordingSession) -> Bot:
    return create_bot(TOKEN, session=session, sleep=pass_over)


def commands(session: RecordingSession, scope: str, language: str) -> list[str]:
    return [each.command for each in session.profile["menu", scope, language]]


async def test_each_kind_of_chat_has_a_menu(session: RecordingSession, bot: Bot) -> None:
    assert await Introducer([ADMIN]).introduce(bot) == EVERYTHING
    of_group = ["ask", "budget", "decisions", "changes", "help", "about"]
    expected = {
        "default": [*COMMANDS],
        "all_private_chats": [*COMMANDS],
        "all_group_chats": of_group,
        "all_chat_administrators": [*of_group, "language", "home"],
        f"chat {ADMIN}": [*COMMANDS, "admin"],
    }
    assert {scope: commands(session, scope, "") for scope in SCOPES} == expected
    assert {scope: commands(session, scope, "ru") for scope in SCOPES} == expected
    menus = {language: session.profile["menu", "all_private_chats", language] for language in LANGUAGES}
    assert menus[""] == menus["kk"] != menus["ru"]
    session.check()


async def test_descriptions_are_in_both_languages_and_for_others(session: RecordingSession, bot: Bot) -> None:
    await Introducer().introduce(bot)
    for kind in ("description", "short"):
        others, kazakh, russian = (session.profile[kind, language] for language in LANGUAGES)
        assert kazakh != russian
        assert kazakh.split("\n\n")[0] in others
        assert russian.split("\n\n")[0] in others
    assert f"@{USERNAME}" in session.profile["description", "ru"]
    session.check()


async def test_what_telegram_has_is_not_sent_again(session: RecordingSession, bot: Bot) -> None:
    await Introducer([ADMIN]).introduce(bot)
    session.sent.clear()
    assert await Introducer([ADMIN]).introduce(bot) == 0
    assert session.sent == []
    session.profile["description", "ru"] = "Прежнее"
    session.profile["menu", "all_group_chats", "kk"].pop()
    assert await Introducer([ADMIN]).introduce(bot) == 2
    assert [type(method) for method in session.sent] == [SetMyCommands, SetMyDescription]


async def test_what_is_refused_costs_a_line(
    session: RecordingSession, bot: Bot, caplog: pytest.LogCaptureFixture
) -> None:
    session.fail(SetMyCommands, lambda method: TelegramBadRequest(method, "Bad Request: chat not found"))
    assert await Introducer().introduce(bot) == EVERYTHING - len(LANGUAGES) - 1
    assert [record.getMessage() for record in caplog.records if "not found" in record.getMessage()] == [
        "the menu of default in other languages is not set: Telegram server says - Bad Request: chat not found"
    ]


async def test_a_server_that_does_not_tell_what_it_has_is_told_again(
    session: RecordingSession, bot: Bot
) -> None:
    session.fail(GetMyCommands, lambda method: TelegramBadRequest(method, "Not Found"), times=3)
    assert await Introducer().introduce(bot) == EVERYTHING - len(LANGUAGES)


def be_away(method: TelegramMethod[Any]) -> Exception:
    return TelegramNetworkError(method, "away")


def ask_to_wait(method: TelegramMethod[Any]) -> Exception:
    return TelegramRetryAfter(method, "Too Many Requests", retry_after=3600)


@pytest.mark.parametrize("failure", [be_away, ask_to_wait])
async def test_where_telegram_is_away_or_asks_to_wait_the_rest_is_left(
    session: RecordingSession, bot: Bot, caplog: pytest.LogCaptureFixture, failure: Failure
) -> None:
    session.fail(SetMyShortDescription, failure, times=9)
    menus = len(LANGUAGES) * (len(SCOPES) - 1)
    assert await Introducer().introduce(bot) == menus + 1  # and one description, which comes before
    assert len([record for record in caplog.records if "left as they are" in record.getMessage()]) == 1


async def test_the_start_does_not_wait_and_the_end_gives_up(
    session: RecordingSession, bot: Bot, tmp_path: Path
) -> None:
    dispatcher = create_dispatcher(create_services(create_engine(url(tmp_path / "new.db"))))
    Introducer().register(dispatcher)
    await dispatcher.emit_startup(bot=bot)
    assert session.of(SetMyCommands) == []
    await happens(session.arrived[SetMyCommands])
    await dispatcher.emit_shutdown(bot=bot)
    sent = len(session.sent)
    await asyncio.sleep(0)
    assert len(session.sent) == sent < EVERYTHING
