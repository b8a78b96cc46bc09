"""Answers over HTTP: our bot behind a webhook and the peer with AsyncSession, as processes that take turns.

Both get the same messages, a few at a time, from a Bot API server of their own in this process. Counted are
the seconds of the processor that a process takes, of all its threads: answers a second of one core.
"""

from __future__ import annotations

import asyncio
import itertools
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from bench.questions import QUESTIONS, new_questions
from bench.table import Result, print_results
from storage.engine import create_engine
from storage.models import Name, table
from tests.botapi.process import BotProcess, behind_webhook
from tests.botapi.server import BotApi, bot_api
from tests.harness.ports import free_port

_PROJECT = Path(__file__).parents[1]
_TOGETHER = 20  # messages that come at once
_TURNS = 12  # of each kind that are counted
_WARM = 5  # before them
_PEOPLE = 200
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(slots=True)
class Served:
    """A bot as a process, and the server that asks it.

    Attributes:
        asked: how many messages it was sent.
        seconds: of the processor that it took for those that are counted.
    """

    api: BotApi
    pid: int
    asked: int = 0
    seconds: float = 0.0

    async def take(self, texts: Sequence[str], *, counted: bool) -> None:
        """Sends messages, each of another person, and waits until all are answered."""
        before = read_seconds(self.pid)
        for text in texts:
            self.api.updates.ask(10_000 + self.asked % _PEOPLE, text, language=("kk", "ru")[self.asked % 2])
            self.asked += 1
        await self.api.until(lambda: len(self.api.taken("sendMessage")) >= self.asked)
        if counted:
            self.seconds += read_seconds(self.pid) - before


def read_seconds(pid: int) -> float:
    """The seconds of the processor that a running process has taken, as Linux tells them."""
    told = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(told[11]) + int(told[12])) / _TICKS


def run() -> list[Result]:
    """Measures answers a second of one core, the bot beside the peer."""
    with tempfile.TemporaryDirectory() as folder:
        database = f"{folder}/bench.db"
        environment = {"DATABASE_URL": f"sqlite+aiosqlite:///{database}"}
        load = [sys.executable, "-m", "bot", "load", "data/taraz"]
        subprocess.run(load, cwd=_PROJECT, capture_output=True, check=True, env=environment)  # noqa: S603 - this Python
        return asyncio.run(_measure(Path(folder), environment["DATABASE_URL"]))


async def _measure(folder: Path, database: str) -> list[Result]:
    engine = create_engine(database)
    async with engine.connect() as connection:
        names = list((await connection.scalars(select(table(Name).c.text).order_by("id"))).all())
    await engine.dispose()
    count = _TOGETHER * (_TURNS + _WARM)
    every = new_questions(names)
    kinds = (
        ("a repeated question", list(itertools.islice(itertools.cycle(QUESTIONS), count))),
        ("a new question", every[:: max(len(every) // count, 1)][:count]),
    )
    async with AsyncExitStack() as stack:
        ours = await _start_ours(stack, folder, database)
        peer = await _start_peer(stack, folder)
        return [await _compare(f"over HTTP, {kind}", texts, ours, peer) for kind, texts in kinds]


async def _start_ours(stack: AsyncExitStack, folder: Path, database: str) -> Served:
    api = await stack.enter_async_context(bot_api())
    settings, address = behind_webhook()
    api.proxy.append(address)
    process = BotProcess(api, database, folder / "bot.log", **settings)
    await process.start()
    stack.push_async_callback(process.stop)
    return Served(api, process.pid)


async def _start_peer(stack: AsyncExitStack, folder: Path) -> Served:
    api = await stack.enter_async_context(bot_api())
    port = free_port()
    api.proxy.append(f"http://127.0.0.1:{port}")
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bench.webhook_peer", f"{folder}/peer.db", api.url, str(port), cwd=_PROJECT
    )

    async def end() -> None:
        process.terminate()
        await process.wait()

    stack.push_async_callback(end)
    await api.until(lambda: bool(api.taken("setWebhook")))
    return Served(api, process.pid)


async def _compare(kind: str, texts: Sequence[str], ours: Served, peer: Served) -> Result:
    """Sends every message to both, some to the one, then to the other."""
    ours.seconds = peer.seconds = 0.0
    for turn in range(_WARM + _TURNS):
        some = texts[turn * _TOGETHER : (turn + 1) * _TOGETHER]
        for served in (ours, peer):
            await served.take(some, counted=turn >= _WARM)
    own, other = (_TURNS * _TOGETHER / served.seconds for served in (ours, peer))
    return Result(
        kind, f"{own:.0f} answers a second of one core", f"AsyncSession {other:.0f} ({other / own:.1f} ×)"
    )


if __name__ == "__main__":
    print_results(run())
