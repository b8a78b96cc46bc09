"""The bot as an operator starts it: `python -m bot run`, with settings, signals and an exit code."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from aiohttp import ClientSession

from tests.botapi.clock import pause
from tests.botapi.server import TOKEN, BotApi
from tests.harness.moments import GUARD_SECONDS
from tests.harness.ports import free_port

ROOT = Path(__file__).parents[2]
HOOK = "https://bot.example.org/hook"
SECRET = "s3cret_-"


class BotProcess:
    """A process of the bot, whose Telegram is a server on this machine.

    Attributes:
        log: what it says.
    """

    def __init__(self, api: BotApi | str, database: str, log: Path, **settings: str) -> None:
        """Makes one that does not run yet.

        Args:
            api: its Telegram, or the address of another one.
            database: the address of its database.
            log: the file for what it says.
            settings: more of them, as they stand in the environment.
        """
        self.log = log
        self._api = api
        self._settings = {
            "BOT_TOKEN": TOKEN,
            "DATABASE_URL": database,
            "TELEGRAM_API_URL": api if isinstance(api, str) else api.url,
            "MONITOR_LISTEN": f"127.0.0.1:{free_port()}",
            "LOG_LEVEL": "INFO",
            "LANG": "C",
        } | settings
        self._process: asyncio.subprocess.Process | None = None

    async def start(self, limit: Callable[[], None] | None = None) -> None:
        """Starts it, and waits until it takes updates.

        Args:
            limit: is called in the new process, before the bot.
        """
        method = "setWebhook" if "WEBHOOK_URL" in self._settings else "getUpdates"
        api = self._api
        assert isinstance(api, BotApi)
        before = len(api.of(method))
        await self.begin(limit)
        ended = asyncio.ensure_future(self.wait())
        taking = asyncio.ensure_future(api.until(lambda: len(api.of(method)) > before))
        await asyncio.wait({ended, taking}, return_when=asyncio.FIRST_COMPLETED)
        over = ended.done()
        for task in (ended, taking):
            task.cancel()
        assert not over, self.log.read_text()

    async def begin(self, limit: Callable[[], None] | None = None) -> None:
        """Starts it and waits for nothing."""
        with self.log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot", "run",
                cwd=ROOT, env=_inherited() | self._settings, stdout=log, stderr=log, preexec_fn=limit,
            )  # fmt: skip

    @property
    def pid(self) -> int:
        """Its number."""
        assert self._process is not None
        return self._process.pid

    async def wait(self) -> int:
        """Waits until it has ended; gives its exit code."""
        assert self._process is not None
        async with asyncio.timeout(GUARD_SECONDS):
            return await self._process.wait()

    async def idle(self) -> None:
        """Waits until it has nothing open any more: all was answered, or given up."""
        async with asyncio.timeout(GUARD_SECONDS), ClientSession() as http:
            while True:
                async with http.get(f"http://{self._settings['MONITOR_LISTEN']}/health") as response:
                    if not (await response.json())["updates"]:
                        return
                await pause(0.05)

    async def stop(self) -> int:
        """Asks it to end, and gives its exit code."""
        return await self._signal(signal.SIGTERM)

    async def kill(self) -> int:
        """Ends it at once, as a loss of power would."""
        return await self._signal(signal.SIGKILL)

    async def _signal(self, number: signal.Signals) -> int:
        assert self._process is not None
        if self._process.returncode is None:
            self._process.send_signal(number)
        return await self.wait()


async def begin_command(
    *arguments: str, database: str, limit: Callable[[], None] | None = None
) -> asyncio.subprocess.Process:
    """Starts a command of the command line: `begin_command("load", "data/taraz", database=…)`.

    Args:
        arguments: as they are typed.
        database: the address of the database.
        limit: is called in the new process, before the command.

    Returns:
        The process; what it prints is to be read from it.
    """
    pipe = asyncio.subprocess.PIPE
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", *arguments,
        cwd=ROOT, env=_inherited() | {"DATABASE_URL": database, "LANG": "C"},
        stdout=pipe, stderr=asyncio.subprocess.STDOUT, preexec_fn=limit,
    )  # fmt: skip


def _inherited() -> dict[str, str]:
    return {name: os.environ[name] for name in ("PATH", "XDG_CACHE_HOME") if name in os.environ}


def behind_webhook() -> tuple[Mapping[str, str], str]:
    """The settings of a process behind a webhook.

    Returns:
        The settings, and the address at which the proxy reaches the process.
    """
    listen = f"127.0.0.1:{free_port()}"
    return {"WEBHOOK_URL": HOOK, "WEBHOOK_SECRET": SECRET, "WEBHOOK_LISTEN": listen}, f"http://{listen}"
