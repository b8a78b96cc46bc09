"""The bot as an operator starts it: `python -m bot run`, with settings, signals and an exit code."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.botapi.server import TOKEN, BotApi
from tests.harness.moments import GUARD_SECONDS

ROOT = Path(__file__).parents[2]
HOOK = "https://bot.example.org/hook"
SECRET = "s3cret_-"


class BotProcess:
    """A process of the bot, whose Telegram is a server on this machine.

    Attributes:
        log: what it says.
    """

    def __init__(self, api: BotApi, database: str, log: Path, **settings: str) -> None:
        """Makes one that does not run yet.

        Args:
            api: its Telegram.
            database: the address of its database.
            log: the file for what it says.
            settings: more of them, as they stand in the environment.
        """
        self.log = log
        self._api = api
        self._settings = {
            "BOT_TOKEN": TOKEN,
            "DATABASE_URL": database,
            "TELEGRAM_API_URL": api.url,
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
        before = len(self._api.of(method))
        await self.begin(limit)
        ended = asyncio.ensure_future(self.wait())
        taking = asyncio.ensure_future(self._api.until(lambda: len(self._api.of(method)) > before))
        await asyncio.wait({ended, taking}, return_when=asyncio.FIRST_COMPLETED)
        over = ended.done()
        for task in (ended, taking):
            task.cancel()
        assert not over, self.log.read_text()

    async def begin(self, limit: Callable[[], None] | None = None) -> None:
        """Starts it and waits for nothing."""
        environment = {name: os.environ[name] for name in ("PATH", "XDG_CACHE_HOME") if name in os.environ}
        with self.log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot", "run",
                cwd=ROOT, env=environment | self._settings, stdout=log, stderr=log, preexec_fn=limit,
            )  # fmt: skip

    async def wait(self) -> int:
        """Waits until it has ended; gives its exit code."""
        assert self._process is not None
        async with asyncio.timeout(GUARD_SECONDS):
            return await self._process.wait()

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


def behind_webhook() -> tuple[Mapping[str, str], str]:
    """The settings of a process behind a webhook.

    Returns:
        The settings, and the address at which the proxy reaches the process.
    """
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    settings = {
        "WEBHOOK_URL": HOOK,
        "WEBHOOK_SECRET": SECRET,
        "WEBHOOK_LISTEN": f"127.0.0.1:{port}",
    }
    return settings, f"http://127.0.0.1:{port}"
