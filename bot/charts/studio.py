"""Starts the process that draws when a chart is first needed, asks it, and ends it."""

from __future__ import annotations

import asyncio
import hashlib
import logging
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Sequence
from contextlib import suppress
from functools import cached_property
from importlib.metadata import version
from pathlib import Path

from bot.charts.wire import LENGTH_BYTES, Reply, frame, frame_length, pack_picture
from handlers.drawing import DrawingError, DrawingFault
from handlers.views.charts.records import Picture

LIMIT_SECONDS = 20.0  # for waiting and drawing; what is drawn takes a tenth of a second, a start one or two
IDLE_SECONDS = 120.0
MEMORY_BYTES = 2**30
_CLOSING_SECONDS = 2.0
_PROJECT = Path(__file__).resolve().parents[2]
_SECRETS = frozenset({"BOT_TOKEN", "WEBHOOK_SECRET", "DATABASE_URL"})

_log = logging.getLogger(__name__)


class Studio:
    """Draws in a process of its own, one picture after another.

    The process ends by itself when it is idle; a next picture starts another one, as it does after a crash.
    """

    def __init__(
        self,
        *,
        limit: float = LIMIT_SECONDS,
        idle: float = IDLE_SECONDS,
        memory: int = MEMORY_BYTES,
        module: str = "bot.charts.worker",
    ) -> None:
        self._limit = limit
        self._command: Sequence[str] = (sys.executable, "-m", module, str(idle), str(memory))
        self._turn = asyncio.Lock()
        self._process: Process | None = None
        self._killed: list[Process] = []  # that nobody has waited for yet
        self._closed = False

    @cached_property
    def style(self) -> str:
        """A hash of all that draws: what was drawn by an older program is drawn anew."""
        drawing = hashlib.blake2b(version("matplotlib").encode(), digest_size=8)
        for file in sorted(Path(__file__).parent.glob("*.py")):
            drawing.update(file.read_bytes())
        return drawing.hexdigest()

    @property
    def pid(self) -> int | None:
        """The number of the process; None while there is none."""
        process = self._process
        return process.pid if process is not None and process.returncode is None else None

    async def draw(self, picture: Picture) -> bytes:
        """Draw a picture.

        Args:
            picture: a chart and its colours.

        Returns:
            A PNG file.

        Raises:
            DrawingError: there is none; the next one may be drawn.
        """
        request = frame(pack_picture(picture))
        try:
            async with asyncio.timeout(self._limit), self._turn:
                return await self._ask(request)
        except TimeoutError as error:
            _log.error("no picture within %s s", self._limit)
            raise DrawingError(DrawingFault.TIMEOUT) from error

    async def _ask(self, request: bytes) -> bytes:
        reply = await self._exchange(request)
        if reply is None:
            ended = await self._end()
            if ended:  # one that ended by itself, for being idle, was only asked in vain
                raise _crashed(ended)
            await self._start()
            reply = await self._exchange(request)
        if reply is None:
            raise _crashed(await self._end())
        return await self._open(reply)

    async def _exchange(self, request: bytes) -> bytes | None:
        """The reply to a request; None where there is no process, or it has ended."""
        process = self._process
        if process is None or process.stdin is None or process.stdout is None:
            return None
        try:
            process.stdin.write(request)
            await process.stdin.drain()
            head = await process.stdout.readexactly(LENGTH_BYTES)
            return await process.stdout.readexactly(frame_length(head))
        except (ConnectionError, asyncio.IncompleteReadError, ValueError):
            return None
        except BaseException:
            # Whoever waited has gone: what is still being drawn would be taken for the next picture.
            _kill(process)
            self._process, self._killed = None, [*self._killed, process]
            raise

    async def _open(self, reply: bytes) -> bytes:
        kind, payload = reply[0], reply[1:]
        if kind == Reply.PICTURE:
            return payload
        await self._end()
        if kind == Reply.MEMORY:
            _log.error("not enough memory to draw")
            raise DrawingError(DrawingFault.MEMORY)
        _log.error("a picture failed: %s", payload.decode(errors="replace"))
        raise DrawingError(DrawingFault.CRASH)

    async def _start(self) -> None:
        if self._closed:
            raise DrawingError(DrawingFault.CRASH)
        await self._end()
        environment = {name: value for name, value in os.environ.items() if name not in _SECRETS}
        environment["OPENBLAS_NUM_THREADS"] = "1"  # nothing is computed; each thread would take memory
        try:
            self._process = await asyncio.create_subprocess_exec(
                *self._command, stdin=PIPE, stdout=PIPE, cwd=_PROJECT, env=environment
            )
        except OSError as error:
            _log.error("the process that draws does not start: %s", error)
            raise DrawingError(DrawingFault.CRASH) from error

    async def _end(self) -> int | None:
        """End the process, at once where it does not end by itself; what it ended with, None without one."""
        while self._killed:
            await self._killed.pop().wait()
        process, self._process = self._process, None
        if process is None:
            return None
        if process.stdin is not None:
            process.stdin.close()
        try:
            async with asyncio.timeout(_CLOSING_SECONDS):
                return await process.wait()
        except TimeoutError:
            _kill(process)
            return await process.wait()

    async def close(self) -> None:
        """Draw nothing more; the process has ended when this returns."""
        self._closed = True
        if self._process is not None and self._turn.locked():  # it is drawing, and would not see the end
            _kill(self._process)
        await self._end()


def _crashed(ended: int | None) -> DrawingError:
    _log.error("the process that draws has ended with %s", ended)
    return DrawingError(DrawingFault.CRASH)


def _kill(process: Process) -> None:
    with suppress(ProcessLookupError):
        process.kill()
