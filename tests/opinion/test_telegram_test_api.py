"""What somebody else took for Telegram when they wrote a server of their own: the bot answers there too."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession

from handlers.views.texts import load_texts
from parser.records import Language
from tests.botapi.clock import pause
from tests.botapi.process import BotProcess
from tests.botapi.server import TOKEN
from tests.harness.databases import database_url
from tests.harness.fixtures import database, filled
from tests.harness.moments import GUARD_SECONDS
from tests.harness.ports import free_port

__all__ = ["database", "filled"]

pytestmark = pytest.mark.soak

FOLDER = Path(__file__).parent
PERSON = {"id": 7, "first_name": "A", "username": "a", "is_bot": False, "language_code": "kk"}
CHAT = {"id": 7, "first_name": "A", "username": "a", "type": "private"}


class Client:
    """Somebody who writes by the server's own client API."""

    def __init__(self, url: str, http: ClientSession) -> None:
        self._url = url
        self._http = http

    async def post(self, path: str, **content: Any) -> Any:
        async with self._http.post(f"{self._url}/{path}", json=content) as response:
            assert response.status == 200
            return (await response.json())["result"]

    async def say(self, text: str, **more: Any) -> dict[str, Any]:
        """Writes to the bot; its answer."""
        path = "sendCommand" if "entities" in more else "sendMessage"
        await self.post(
            path, botToken=TOKEN, date=1_800_000_000, chat=CHAT, **{"from": PERSON}, text=text, **more
        )
        return await self.hear()

    async def hear(self) -> dict[str, Any]:
        """Waits for a message of the bot."""
        async with asyncio.timeout(GUARD_SECONDS):
            while not (found := await self.post("getUpdates", token=TOKEN, chatId=CHAT["id"])):
                await pause(0.05)
        [update] = found
        return dict(update)

    async def said(self) -> list[str]:
        """What the bot wrote, as it is to be seen now."""
        found = await self.post("getUpdatesHistory", token=TOKEN)
        return [each["message"]["text"] for each in found if "chat_id" in each.get("message", {})]

    async def recorded(self) -> list[dict[str, Any]]:
        """What the bot asked for that the server does not know."""
        async with self._http.get(f"{self._url}/recorded") as response:
            found: list[dict[str, Any]] = await response.json()
            return found


@pytest.fixture
async def url() -> AsyncIterator[str]:
    """The address of the server."""
    node = shutil.which("node")
    if node is None or not (FOLDER / "node_modules").is_dir():
        pytest.fail("`make opinion` fetches telegram-test-api first; it needs Node.js and the network")
    port = free_port()
    server = await asyncio.create_subprocess_exec(
        node, "server.js", str(port), cwd=FOLDER, stdout=asyncio.subprocess.PIPE
    )
    assert server.stdout is not None
    assert await server.stdout.readline() == b"ready\n"
    yield f"http://127.0.0.1:{port}"
    server.kill()
    await server.wait()


async def test_start_a_question_a_button_and_a_stop(url: str, database: Path, tmp_path: Path) -> None:
    bot = BotProcess(url, database_url(database), tmp_path / "bot.log")
    await bot.begin()
    texts = load_texts(Language.KK)
    async with ClientSession() as http:
        client = Client(url, http)
        command = [{"type": "bot_command", "offset": 0, "length": 6}]
        started = await client.say("/start", entities=command)
        assert texts.get("start-title") in started["message"]["text"]
        card = await client.say("көшелерді жарықтандыру")
        assert card["message"]["text"].startswith("Көшелерді жарықтандыру")
        buttons = [each for row in card["message"]["reply_markup"]["inline_keyboard"] for each in row]
        [data] = [each["callback_data"] for each in buttons if each["text"] == texts.get("button-ledger")]
        shown = {
            "message_id": card["messageId"],
            "date": 1_800_000_000,
            "chat": CHAT,
            "text": card["message"]["text"],
        }
        press = {"botToken": TOKEN, "date": 1_800_000_000, "from": PERSON, "message": shown, "data": data}
        await client.post("sendCallback", **press)
        async with asyncio.timeout(GUARD_SECONDS):
            while "242" not in (await client.said())[-1]:
                await pause(0.05)
        await bot.idle()
        assert (
            len(await client.said()) == 2
        )  # nobody heard of an error, though this server answers an edit with null
        recorded = {each["method"] for each in await client.recorded()}
    assert {"setMyCommands", "setMyDescription", "setMyShortDescription"} <= recorded
    assert await bot.stop() == 0
    assert "Traceback" not in bot.log.read_text(encoding="utf-8")
