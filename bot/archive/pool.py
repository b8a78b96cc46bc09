"""Several processes that parse texts at once, each within limits of time and memory."""

from __future__ import annotations

import asyncio
import logging
import os
import sys
from asyncio.subprocess import PIPE, Process
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from bot.archive.worker import LENGTH, pack_text
from bot.documents.reply import ReadDocument, ReadFault, unpack_documents
from parser.errors import ParseError
from parser.kinds import ParseErrorKind
from parser.readers.files import RawFile

LIMIT_SECONDS = 120.0  # a budget takes a tenth of a second, that of a region a second or two
MEMORY_BYTES = 2 * 2**30
_LONGEST_REPLY = 256 * 2**20
_PROJECT = Path(__file__).resolve().parents[2]
_SECRETS = frozenset({"BOT_TOKEN", "WEBHOOK_SECRET", "DATABASE_URL"})

_log = logging.getLogger(__name__)


class ParsingPool:
    """Processes that parse. One that a text has brought down is started anew for the next text."""

    def __init__(
        self, jobs: int, *, limit: float = LIMIT_SECONDS, module: str = "bot.archive.worker"
    ) -> None:
        """Starts nothing yet.

        Args:
            jobs: how many processes there may be.
            limit: the seconds that a text may take.
            module: what the processes run.
        """
        self.jobs = jobs
        self._limit = limit
        self._command = (sys.executable, "-m", module, str(MEMORY_BYTES))
        self._processes: set[Process] = set()
        self._idle: asyncio.Queue[Process | None] = asyncio.Queue()
        for _ in range(jobs):
            self._idle.put_nowait(None)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        for process in list(self._processes):
            await self._end(process)

    async def parse(self, raw: RawFile) -> ReadDocument:
        """What a text says, or why it cannot be read: also that it took too long, or too much memory.

        Args:
            raw: the text.
        """
        process = await self._idle.get()
        try:
            if process is None:
                process = await self._start()
            try:
                async with asyncio.timeout(self._limit):
                    return await _exchange(process, raw)
            except TimeoutError:
                fault = "timeout"
            except (OSError, EOFError, ValueError) as error:
                _log.warning("%s: the process that parses it has ended: %s", raw.name, type(error).__name__)
                fault = "crash"
            await self._end(process)
            process = None
            return ReadDocument(
                raw.name, fault=ReadFault.note(ParseError(ParseErrorKind.NOT_FINISHED, raw.name, how=fault))
            )
        except asyncio.CancelledError:
            if process is not None:
                await self._end(process)
            process = None
            raise
        finally:
            self._idle.put_nowait(process)

    async def _start(self) -> Process:
        environment = {name: value for name, value in os.environ.items() if name not in _SECRETS}
        process = await asyncio.create_subprocess_exec(
            *self._command,
            stdin=PIPE,
            stdout=PIPE,
            cwd=_PROJECT,
            env=environment,
            start_new_session=True,  # Ctrl-C is for the load, which ends its processes itself
        )
        self._processes.add(process)
        return process

    async def _end(self, process: Process) -> None:
        self._processes.discard(process)
        if process.stdin is not None:
            process.stdin.close()
        if process.returncode is None:
            with suppress(ProcessLookupError):
                process.kill()
        await process.wait()


async def _exchange(process: Process, raw: RawFile) -> ReadDocument:
    if process.stdin is None or process.stdout is None:
        raise EOFError
    process.stdin.write(pack_text(raw))
    await process.stdin.drain()
    size = int.from_bytes(await process.stdout.readexactly(LENGTH), "big")
    if size > _LONGEST_REPLY:
        raise ValueError(size)
    [read] = unpack_documents(await process.stdout.readexactly(size))
    return read
