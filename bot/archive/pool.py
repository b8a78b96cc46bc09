"""Several processes that parse texts at once, each within limits of time and memory."""

from __future__ import annotations

import asyncio
import logging
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
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


class ParsingProcess:
    """A process that parses one text after another; one that a text has brought down is started anew."""

    def __init__(self, command: Sequence[str], limit: float) -> None:
        """Starts nothing yet.

        Args:
            command: what is started when a text comes.
            limit: the seconds that a text may take.
        """
        self._command = command
        self._limit = limit
        self._process: Process | None = None

    @property
    def pid(self) -> int | None:
        """The number of the process, None where none runs."""
        return None if self._process is None else self._process.pid

    async def parse(self, raw: RawFile) -> ReadDocument:
        """What a text says, or why it cannot be read: also that it took too long, or too much memory.

        Args:
            raw: the text.
        """
        try:
            async with asyncio.timeout(self._limit):
                if self._process is None:
                    self._process = await self._start()
                return await _exchange(self._process, raw)
        except TimeoutError:
            fault = "timeout"
        except (OSError, EOFError, ValueError) as error:
            _log.warning("%s: the process that parses it has ended: %s", raw.name, type(error).__name__)
            fault = "crash"
        except asyncio.CancelledError:
            await self.end()
            raise
        await self.end()
        unfinished = ParseError(ParseErrorKind.NOT_FINISHED, raw.name, how=fault)
        return ReadDocument(raw.name, fault=ReadFault.note(unfinished))

    async def end(self) -> None:
        """Ends the process, if one runs."""
        process, self._process = self._process, None
        if process is None:
            return
        if process.stdin is not None:
            process.stdin.close()
        if process.returncode is None:
            with suppress(ProcessLookupError):
                process.kill()
        await process.wait()

    async def _start(self) -> Process:
        environment = {name: value for name, value in os.environ.items() if name not in _SECRETS}
        return await asyncio.create_subprocess_exec(
            *self._command,
            stdin=PIPE,
            stdout=PIPE,
            cwd=_PROJECT,
            env=environment,
            start_new_session=True,  # Ctrl-C is for the load, which ends its processes itself
        )


class ParsingPool:
    """Processes that parse, lent to whoever has texts that have tables in common."""

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
        command = (sys.executable, "-m", module, str(MEMORY_BYTES))
        self._processes = [ParsingProcess(command, limit) for _ in range(jobs)]
        self._idle: asyncio.Queue[ParsingProcess] = asyncio.Queue()
        for process in self._processes:
            self._idle.put_nowait(process)

    @property
    def pids(self) -> list[int]:
        """The numbers of the processes that run."""
        return [process.pid for process in self._processes if process.pid is not None]

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        for process in self._processes:
            await process.end()

    @asynccontextmanager
    async def lend(self) -> AsyncIterator[ParsingProcess]:
        """A process that nobody else has meanwhile; waits where all are lent.

        Texts with tables in common are parsed quickest by one process: it reads each table once.
        """
        process = await self._idle.get()
        try:
            yield process
        finally:
            self._idle.put_nowait(process)


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
