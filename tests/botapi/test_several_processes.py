"""Two processes of the bot behind one webhook, over one PostgreSQL database; one of them is killed at work."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path

import pytest

from bot.middlewares.throttle import LIMITS
from bot.serving.turns import ROOM
from handlers.views.texts import load_texts
from parser.records import Language
from tests.botapi.process import BotProcess, behind_webhook
from tests.botapi.server import BotApi, bot_api
from tests.harness.databases import database_url
from tests.harness.fixtures import filled

__all__ = ["filled"]

pytestmark = pytest.mark.postgres  # there processes share conversations and limits

PEOPLE = range(100, 140)
QUESTION, LINE = "458 015", "07 · 458 · 015"
AMOUNT = "700\u00a0000"
A_YEAR_LATER = "ал 2014 жылы?"
KK = load_texts(Language.KK)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two processes, and their Telegram."""

    api: BotApi
    bots: tuple[BotProcess, BotProcess]

    def ask_all(self, text: str) -> None:
        """Everybody writes at once."""
        for person in PEOPLE:
            self.api.updates.ask(person, text)

    @property
    def taken(self) -> int:
        """How many updates the processes have taken."""
        webhook = self.api.webhook
        return sum(status == HTTPStatus.OK for status in webhook.statuses) if webhook else 0

    def answers(self, *words: str) -> dict[int, int]:
        """How many messages with certain words each person has got."""
        got = {person: [message["text"] for message in self.api.chats.of(person)] for person in PEOPLE}
        return {person: sum(all(word in text for word in words) for text in got[person]) for person in PEOPLE}

    async def until_all(self, *words: str) -> None:
        """Waits until everybody has got an answer with certain words."""
        await self.api.until(lambda: all(self.answers(*words).values()))


@pytest.fixture
async def pair(filled: Path, tmp_path: Path) -> AsyncIterator[Pair]:
    database = database_url(Path(shutil.copy(filled, tmp_path / "qazyna.db")))
    async with AsyncExitStack() as stack:
        api = await stack.enter_async_context(bot_api())
        bots = []
        for name in ("first", "second"):
            settings, address = behind_webhook()
            bot = BotProcess(api, database, tmp_path / f"{name}.log", **settings)
            stack.push_async_callback(bot.kill)
            api.proxy.append(address)
            await bot.start()
            bots.append(bot)
        yield Pair(api, (bots[0], bots[1]))


async def test_follow_ups_go_on_and_limits_hold_whoever_answers(pair: Pair) -> None:
    pair.ask_all(QUESTION)
    await pair.until_all(LINE)
    pair.ask_all(A_YEAR_LATER)
    await pair.until_all(LINE, "2014")

    limit = LIMITS["message"]
    taken = pair.taken
    for _ in range(4 * limit.count):
        pair.api.updates.ask(1, "/about")
    await pair.api.until(lambda: pair.taken >= taken + 4 * limit.count)
    for bot in pair.bots:
        assert await bot.stop() == 0
    told = [call for call in pair.api.taken("sendMessage") if call.chat == 1]
    answers = [call for call in told if KK.get("about-title") in call.text]
    refilled = (told[-1].at - told[0].at) * limit.count / limit.seconds
    assert limit.count <= len(answers) <= limit.count + refilled + 1


async def test_one_is_killed_and_the_other_answers_everybody(pair: Pair) -> None:
    pair.ask_all(QUESTION)
    await pair.until_all(LINE)
    pair.ask_all(A_YEAR_LATER)
    some = len(PEOPLE) // 4
    await pair.api.until(lambda: sum(map(bool, pair.answers(LINE, "2014").values())) >= some)
    answered = sum(map(bool, pair.answers(LINE, "2014").values())) + ROOM  # and those on their way
    await pair.bots[0].kill()
    await pair.until_all(LINE, "2014")
    # Who was answered in its last moments, before that was written down, is answered by the other one as well.
    again = [count for count in pair.answers(LINE, "2014").values() if count > 1]
    assert set(again) <= {2}
    assert len(again) <= answered
    pair.ask_all("ал 2013 жылы?")  # goes on from what the other one had answered to some
    await pair.api.until(lambda: min(pair.answers(LINE, AMOUNT).values()) == 2)
    assert await pair.bots[1].stop() == 0
    assert "Traceback" not in pair.bots[1].log.read_text(encoding="utf-8")
