"""The bot as a process against a Bot API server: what people do comes in over HTTP, and the answers arrive there."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from handlers.views.texts import load_texts
from parser.records import Language
from tests.botapi.process import BotProcess
from tests.botapi.server import BotApi, bot_api
from tests.conftest import SAMPLES
from tests.harness.databases import database_url
from tests.harness.fixtures import filled

__all__ = ["filled"]

pytestmark = pytest.mark.asyncio(loop_scope="module")

OPERATOR = 8
DOCUMENT = SAMPLES / "20-3.2013-11-13.2013.kk.csv"
KK, RU = (load_texts(language) for language in Language)


@dataclass(frozen=True, slots=True)
class Running:
    """A bot and its Telegram."""

    api: BotApi
    bot: BotProcess

    async def say(self, person: int, text: str, *, language: str = "kk", answers: int = 1) -> list[str]:
        """Somebody writes; what the bot answers."""
        before = len(self.api.chats.of(person))
        self.api.updates.ask(person, text, language=language)
        await self.api.until(lambda: len(self.api.chats.of(person)) >= before + answers)
        return [message["text"] for message in self.api.chats.of(person)[before:]]


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def running(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Running]:
    """One process for all these tests: to start it takes longer than all that they ask of it."""
    folder = tmp_path_factory.mktemp("process")
    database = database_url(Path(shutil.copy(filled, folder / "qazyna.db")))
    async with bot_api() as api:
        bot = BotProcess(api, database, folder / "bot.log", ADMIN_IDS=str(OPERATOR))
        await bot.start()
        try:
            yield Running(api, bot)
        finally:
            await bot.kill()


def button(message: dict[str, Any], label: str) -> str:
    """The data of a button of a message."""
    rows = message["reply_markup"]["inline_keyboard"]
    return next(str(each["callback_data"]) for row in rows for each in row if label in each["text"])


async def test_start(running: Running) -> None:
    [said] = await running.say(1, "/start", language="ru")
    assert RU.get("start-title") in said


@pytest.mark.parametrize(
    ("language", "question", "name"),
    [
        ("kk", "көшелерді жарықтандыру", "Көшелерді жарықтандыру"),
        ("ru", "санитарная очистка", "Санитарная очистка"),
    ],
)
async def test_a_question(running: Running, language: str, question: str, name: str) -> None:
    [said] = await running.say(2, question, language=language)
    assert said.startswith(name)
    assert "№\u00a015-3" in said


async def test_a_button(running: Running) -> None:
    api = running.api
    await running.say(3, "458 015")
    [card] = api.chats.of(3)
    before = len(api.of("answerCallbackQuery", "editMessageText", "sendMessage"))
    press = api.updates.press(3, card, button(card, KK.get("button-ledger")))
    await api.until(lambda: press not in api.chats.queries and api.chats.of(3)[-1] != card)
    methods = [
        call.method for call in api.of("answerCallbackQuery", "editMessageText", "sendMessage")[before:]
    ]
    assert methods[0] == "answerCallbackQuery"  # before anything that may take long
    assert "242" in api.chats.of(3)[-1]["text"]


async def test_inline(running: Running) -> None:
    api = running.api
    query = api.updates.look_up(4, "саябақтар")
    await api.until(
        lambda: any(call.params["inline_query_id"] == query for call in api.taken("answerInlineQuery"))
    )
    [answer] = api.taken("answerInlineQuery")
    assert "Саябақтар күтімі" in answer.params["results"][0]["title"]


async def test_a_document(running: Running) -> None:
    api = running.api
    api.chats.files["sent"] = DOCUMENT.read_bytes()
    api.updates.send_file(OPERATOR, "sent", DOCUMENT.name)
    await api.until(lambda: any("№\u00a020-3" in message["text"] for message in api.chats.of(OPERATOR)))


async def test_a_stop(running: Running) -> None:
    """The last: it ends by itself, with everything answered and confirmed."""
    assert await running.bot.stop() == 0
    assert running.api.updates.unconfirmed == []
    log = running.bot.log.read_text(encoding="utf-8")
    assert "Traceback" not in log
    assert "AAAAA" not in log
