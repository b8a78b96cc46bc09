"""Updates through the dispatcher, ours beside the handlers that one would write first, in one process.

All get the same updates and take turns, one update each. Seconds are the processor's, of all threads.
Our bot is as `run` makes it, with the sample decisions; only how often one person may ask has no limit.
"""

from __future__ import annotations

import asyncio
import gc
import itertools
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import AsyncExitStack
from pathlib import Path

import aiosqlite
from aiogram import Bot, Dispatcher
from aiogram.methods import AnswerInlineQuery, EditMessageText, SendMessage
from aiogram.types import InlineKeyboardMarkup, Update
from sqlalchemy import select
from sqlalchemy.ext.asyncio import create_async_engine

from bench.feed import Nowhere, message, press, typed
from bench.peers import create_peer, create_visitors, read_by_driver, read_by_session, read_nothing
from bench.questions import QUESTIONS, new_questions
from bench.table import Result
from bot.app import create_bot, create_dispatcher
from bot.services import create_services
from storage.engine import create_engine
from storage.models import Name, table

SAMPLES = Path(__file__).parents[1] / "data/taraz"
_ROUNDS = 300  # updates of a kind
_WARM = 60  # before them, not counted
_PEOPLE = range(1000, 1100)  # half of those who write are known to the peers
_LETTERS = "абвгдежзиклмнопрст"


class Fed:
    """A bot that is given updates."""

    def __init__(self, dispatcher: Dispatcher) -> None:
        self.nowhere = Nowhere()
        self.bot = create_bot("1:bench", session=self.nowhere)
        self.dispatcher = dispatcher

    async def feed(self, update: Update) -> float:
        """Handles an update; returns how many seconds of the processor that took."""
        self.nowhere.sent.clear()
        started = time.process_time()
        await self.dispatcher.feed_update(self.bot, update)
        return time.process_time() - started


class FedPeer(Fed):
    """One with a bare `Bot`, without our bot's handling of faults."""

    def __init__(self, dispatcher: Dispatcher) -> None:
        super().__init__(dispatcher)
        self.bot = Bot("1:bench", session=self.nowhere)


def run() -> list[Result]:
    """Measures milliseconds of the processor for each kind of update, and the peak of memory."""
    with tempfile.TemporaryDirectory() as folder:
        database = f"{folder}/bench.db"
        environment = {"DATABASE_URL": f"sqlite+aiosqlite:///{database}"}
        load = [sys.executable, "-m", "bot", "load", str(SAMPLES)]
        subprocess.run(load, capture_output=True, check=True, env=environment)  # noqa: S603 - this Python
        results = asyncio.run(_measure(database, f"{folder}/peers.db"))
        bot, echo = (_measure_memory(kind, database) for kind in ("bot", "echo"))
    texts = (
        f"{bot[0]:.0f} MB, {bot[1]:+.1f} MB after 20,000 random inline queries",
        f"echo {echo[0]:.0f} MB",
    )
    return [*results, Result("memory", *texts)]


def _measure_memory(kind: str, database: str) -> tuple[float, float]:
    """The peak of a process in MB, and by how much random queries raise it."""
    command = [sys.executable, "-m", "bench.memory", kind, database]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - this Python
    before, after = json.loads(done.stdout)
    return before, after - before


async def _measure(database: str, beside: str) -> list[Result]:
    async with AsyncExitStack() as stack:
        visitors = create_async_engine(f"sqlite+aiosqlite:///{beside}")
        stack.push_async_callback(visitors.dispose)
        await create_visitors(visitors, _PEOPLE)
        driver = await stack.enter_async_context(aiosqlite.connect(beside))
        engine = create_engine(f"sqlite+aiosqlite:///{database}")
        async with engine.connect() as connection:
            names = list((await connection.scalars(select(table(Name).c.text).order_by("id"))).all())
        ours = Fed(create_dispatcher(create_services(engine), limits={}))
        peers = {
            "echo": FedPeer(create_peer(read_nothing)),
            "AsyncSession": FedPeer(create_peer(read_by_session(visitors))),
            "aiosqlite": FedPeer(create_peer(read_by_driver(driver))),
        }
        await ours.dispatcher.emit_startup(bot=ours.bot)
        stack.push_async_callback(ours.dispatcher.emit_shutdown, bot=ours.bot)
        gc.collect()
        gc.freeze()
        return [
            await _compare(kind, updates, ours, peers) for kind, updates in (await _list_kinds(ours, names))
        ]


async def _list_kinds(ours: Fed, names: Sequence[str]) -> list[tuple[str, list[Update]]]:
    """Updates of each kind, as many as are measured."""
    count = _ROUNDS + _WARM
    again = list(itertools.islice(itertools.cycle(QUESTIONS), count))
    new = new_questions(names)[:: max(len(names) * 24 // (count * 2), 1)][:count]
    buttons = list(itertools.islice(itertools.cycle(await _list_buttons(ours)), count))
    full = await _list_full_queries(ours, names)
    found = list(itertools.islice(itertools.cycle(full), count))
    nothing = [f"{_LETTERS[number % 18]}щъ{number}ыъ" for number in range(count)]
    return [
        ("a repeated question", [message(text) for text in again]),
        ("a new question", [message(text) for text in new]),
        ("a button", [press(data) for data in buttons]),
        (
            f"inline, {await _count_results(ours, full):.0f} results, repeated",
            [typed(text) for text in found],
        ),
        ("inline, a new query", [typed(text) for text in new_questions(names)[1::7][:count]]),
        ("inline, without results", [typed(text) for text in nothing]),
    ]


async def _list_buttons(ours: Fed) -> list[str]:
    """The buttons below the answers to the questions that are repeated, those about lines."""
    found: dict[str, None] = {}
    for text in QUESTIONS:
        await ours.feed(message(text))
        sent = next(method for method in ours.nowhere.sent if isinstance(method, SendMessage))
        if isinstance(sent.reply_markup, InlineKeyboardMarkup):
            pressed = (button.callback_data for row in sent.reply_markup.inline_keyboard for button in row)
            found.update(dict.fromkeys(filter(None, pressed)))
    edits = []
    for data in found:
        await ours.feed(press(data))
        if any(isinstance(method, EditMessageText) for method in ours.nowhere.sent):
            edits.append(data)
    return edits


async def _list_full_queries(ours: Fed, names: Sequence[str]) -> list[str]:
    """Queries of one word that bring many results."""
    words = dict.fromkeys(word for name in names for word in name.lower().split() if len(word) > 5)
    counted = []
    for word in list(words)[:80]:
        await ours.feed(typed(word))
        counted.append((_results_of(ours), word))
    return [word for _, word in sorted(counted, reverse=True)[:12]]


async def _count_results(ours: Fed, queries: Sequence[str]) -> float:
    counts = []
    for query in queries:
        await ours.feed(typed(query))
        counts.append(_results_of(ours))
    return statistics.mean(counts)


def _results_of(ours: Fed) -> int:
    [answered] = (method for method in ours.nowhere.sent if isinstance(method, AnswerInlineQuery))
    return len(answered.results)


async def _compare(kind: str, updates: Sequence[Update], ours: Fed, peers: dict[str, FedPeer]) -> Result:
    """Gives every update to all, one after the other."""
    taken: dict[str, list[float]] = {name: [] for name in ("ours", *peers)}
    for update in updates:
        for name, fed in (("ours", ours), *peers.items()):
            taken[name].append(await fed.feed(update))
    own, *others = (statistics.median(seconds[_WARM:]) for seconds in taken.values())
    beside = ", ".join(
        f"{name} {median * 1000:.2f} ms ({own / median:.1f} ×)"
        for name, median in zip(peers, others, strict=True)
    )
    return Result(kind, f"{own * 1000:.2f} ms", beside)
