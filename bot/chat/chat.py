"""`python -m bot chat`: the same bot without Telegram, in the terminal.

The same dispatcher and handlers; only the session is local. Reads lines from a
pipe as well, and then echoes each one before its answer.
"""

from __future__ import annotations

import asyncio
import io
import os
import re
import sys
from collections.abc import Iterator, Mapping
from typing import TextIO
from urllib.parse import parse_qs, urlsplit

from aiogram import Dispatcher
from aiogram.types import CallbackQuery, Chat, InlineKeyboardButton, InlineQuery, Update, User
from sqlalchemy.exc import SQLAlchemyError

from bot.app import create_bot, create_dispatcher
from bot.chat.screen import Terminal
from bot.chat.session import USERNAME, LocalSession
from bot.logs import set_up_logging
from bot.operator.texts import terminal_code, terminal_texts
from bot.services import Services, create_services
from bot.serving.run import DONE, FAILED, explain_stop
from bot.settings import Settings
from handlers.administrators import Administrators
from handlers.views.texts import load_texts, pick_language
from parser.records import Language
from storage.engine import EngineError, create_engine
from storage.people import find_person
from storage.schema import SchemaError

PERSON_ID = 1  # nobody's in Telegram
_TOKEN = "1:local"  # noqa: S105 - aiogram wants the form of one


class LocalChat:
    """One person's private chat with the bot."""

    def __init__(self, dispatcher: Dispatcher, services: Services, terminal: Terminal, language: str) -> None:
        self._dispatcher = dispatcher
        self._services = services
        self._terminal = terminal
        self._texts = load_texts(pick_language(language))
        self._session = LocalSession(terminal, self._count_text)
        self._bot = create_bot(_TOKEN, session=self._session)
        self._person = User(id=PERSON_ID, is_bot=False, first_name="—", language_code=language)
        self._chat = Chat(id=PERSON_ID, type="private", first_name="—")
        self._updates = 0

    async def open(self) -> None:
        """Start the bot up."""
        await self._dispatcher.emit_startup(bot=self._bot)

    async def close(self) -> None:
        """Shut the bot down."""
        await self._dispatcher.emit_shutdown(bot=self._bot)

    async def take(self, line: str) -> None:
        """Do what a line asks for: press a button, try an inline query, or send it as a message.

        Args:
            line: what was typed. A number is a button's only while that button is shown.
        """
        async with self._services.sessions() as session:
            chosen = (await find_person(session, PERSON_ID)).language
        self._texts = load_texts(chosen or pick_language(self._person.language_code))
        text = line.strip()
        # "009" is a code even where there is a ninth button.
        number = int(text) if re.fullmatch(r"[1-9]\d{0,2}", text, re.ASCII) else 0
        if button := self._terminal.buttons.get(number):
            await self._press(button)
        elif text.startswith("@"):
            await self._ask_inline(re.sub(rf"^@(?:{USERNAME}\b)?\s*", "", text))
        else:
            await self._send(text)

    def _count_text(self, count: int, more: bool) -> str:  # noqa: FBT001 - the session's callback
        return self._texts.get("chat-articles-more" if more else "chat-articles", count=count)

    async def _send(self, text: str) -> None:
        message = self._session.keep(self._chat, self._person, self._bot, text=text)
        await self._feed(Update(update_id=self._next_id(), message=message))

    async def _press(self, button: InlineKeyboardButton) -> None:
        if button.callback_data is not None:
            press = CallbackQuery(
                id=str(self._updates),
                from_user=self._person,
                chat_instance="local",
                message=self._terminal.message,
                data=button.callback_data,
            )
            await self._feed(Update(update_id=self._next_id(), callback_query=press))
        elif button.switch_inline_query is not None:
            await self._ask_inline(button.switch_inline_query)
        elif button.url is not None:
            payload = parse_qs(urlsplit(button.url).query).get("start", [""])[0]
            await self._send(f"/start {payload}")

    async def _ask_inline(self, text: str) -> None:
        query = InlineQuery(id=str(self._updates), from_user=self._person, query=text[:256], offset="")
        await self._feed(Update(update_id=self._next_id(), inline_query=query))

    async def _feed(self, update: Update) -> None:
        await self._dispatcher.feed_update(self._bot, update)

    def _next_id(self) -> int:
        self._updates += 1
        return self._updates


def run_chat(
    settings: Settings,
    stdin: TextIO | None = None,
    stdout: TextIO | None = None,
    environ: Mapping[str, str] | None = None,
) -> int:
    """Chat until the input ends.

    Args:
        settings: the settings.
        stdin: what is typed or piped in, the process's own when None.
        stdout: where answers go, the process's own when None.
        environ: the environment, for the language of a person who has chosen none.

    Returns:
        0 at the end of the input, 1 when the bot cannot start; why is said on standard error.
    """
    stdin, stdout = stdin or sys.stdin, stdout or sys.stdout
    # What the framework logs of each update would stand between the answers.
    asked_for = "log_level" in settings.model_fields_set
    set_up_logging(settings.log_level if asked_for else "WARNING", settings.log_format)
    environ = os.environ if environ is None else environ
    language = terminal_code(environ)
    terminal = Terminal(stdout)
    if stdin.isatty():
        terminal.print(terminal_texts(environ).get("chat-starting"), style="dim")
    try:
        services = create_services(create_engine(settings.database_url))
    except EngineError as error:
        return _fail(error, environ)
    dispatcher = create_dispatcher(services, limits={})
    # Whoever is at the terminal looks after its database; what goes wrong is told there already.
    dispatcher["administrators"] = Administrators((PERSON_ID,), tells=False)
    chat = LocalChat(dispatcher, services, terminal, language)
    # A runner instead of asyncio.run: the prompt waits outside the loop, where Ctrl-C works.
    with asyncio.Runner() as runner:
        try:
            runner.run(chat.open())
            for line in _typed(terminal) if stdin.isatty() else _piped(terminal, stdin):
                runner.run(chat.take(line))
        except (SQLAlchemyError, EngineError, SchemaError, OSError) as error:
            return _fail(error, environ)
        except KeyboardInterrupt:
            pass
        finally:
            runner.run(chat.close())
    return DONE


def _fail(error: Exception, environ: Mapping[str, str]) -> int:
    print(explain_stop(error, terminal_texts(environ)), file=sys.stderr)  # noqa: T201 - operators read it on the terminal
    return FAILED


def _typed(terminal: Terminal) -> Iterator[str]:
    for language in Language:
        terminal.print(load_texts(language).get("chat-welcome"), style="dim")
    while True:
        try:
            line = terminal.read()
        except EOFError:
            return
        if line.strip():
            yield line


def _piped(terminal: Terminal, stdin: TextIO) -> Iterator[str]:
    if isinstance(stdin, io.TextIOWrapper):
        stdin.reconfigure(encoding="utf-8", errors="replace")
    for line in stdin:
        if text := line.strip():
            terminal.print(f"> {text}")
            yield text
