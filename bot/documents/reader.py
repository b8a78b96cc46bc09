"""Reads documents in a process of its own, within limits of time and memory: nobody else waits for them."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from bot.documents.reply import OUT_OF_MEMORY, ReadDocument, unpack_documents
from bot.documents.wire import pack_files
from handlers.registration import ReadingError, ReadingFault, SentFile

LIMIT_SECONDS = 180.0  # a decision takes a second, one of many scanned pages a minute or two
MEMORY_BYTES = 2 * 2**30
_LONGEST_REPLY = 256 * 2**20
_PROJECT = Path(__file__).resolve().parents[2]
_SECRETS = frozenset({"BOT_TOKEN", "WEBHOOK_SECRET", "DATABASE_URL"})

_log = logging.getLogger(__name__)


class DocumentReader(Protocol):
    """Reads documents somewhere else, so that the bot goes on answering meanwhile."""

    async def read(self, files: Sequence[SentFile]) -> list[ReadDocument]:
        """Read all documents in files.

        Args:
            files: as they were sent.

        Returns:
            What each document says, or why it cannot be read.

        Raises:
            ReadingError: none of them could be read.
        """


class ProcessReader:
    """Reads in a process that is started for it; one after the other, so that the memory suffices."""

    def __init__(
        self,
        *,
        limit: float = LIMIT_SECONDS,
        memory: int = MEMORY_BYTES,
        module: str = "bot.documents.worker",
    ) -> None:
        self._limit = limit
        self._command = (sys.executable, "-m", module, str(memory), str(int(limit) + 1))
        self._turn = asyncio.Lock()

    async def read(self, files: Sequence[SentFile]) -> list[ReadDocument]:
        """See `DocumentReader.read`."""
        async with self._turn:
            process = await self._start()
            try:
                async with asyncio.timeout(self._limit):
                    reply = await _exchange(process, pack_files(files))
                    ended = await process.wait()
            except TimeoutError as error:
                _log.error("documents were not read within %s s", self._limit)
                raise ReadingError(ReadingFault.TIMEOUT) from error
            finally:
                await _end(process)
        return _open(reply, ended)

    async def _start(self) -> Process:
        environment = {name: value for name, value in os.environ.items() if name not in _SECRETS}
        try:
            # In a session of its own: what it starts itself ends with it.
            return await asyncio.create_subprocess_exec(
                *self._command, stdin=PIPE, stdout=PIPE, cwd=_PROJECT, env=environment, start_new_session=True
            )
        except OSError as error:
            _log.error("the process that reads documents does not start: %s", error)
            raise ReadingError(ReadingFault.CRASH) from error


async def _exchange(process: Process, request: bytes) -> bytes:
    """What a process replies to a request, as far as it may be long."""
    if process.stdin is None or process.stdout is None:
        raise ReadingError(ReadingFault.CRASH)
    parts, left = [], _LONGEST_REPLY
    with suppress(ConnectionError):  # it ended without reading all: its exit code says why
        process.stdin.write(request)
        await process.stdin.drain()
        process.stdin.close()
    while left > 0 and (part := await process.stdout.read(min(left, 2**20))):
        parts.append(part)
        left -= len(part)
    if left <= 0:
        raise ReadingError(ReadingFault.MEMORY)
    return b"".join(parts)


def _open(reply: bytes, ended: int) -> list[ReadDocument]:
    if ended == OUT_OF_MEMORY:
        raise ReadingError(ReadingFault.MEMORY)
    if ended == -signal.SIGXCPU:
        raise ReadingError(ReadingFault.TIMEOUT)
    if ended:
        _log.error("the process that reads documents has ended with %s", ended)
        raise ReadingError(ReadingFault.CRASH)
    try:
        return unpack_documents(reply)
    except ValueError as error:
        _log.error("the process that reads documents replied something else: %s", type(error).__name__)
        raise ReadingError(ReadingFault.CRASH) from error


async def _end(process: Process) -> None:
    """Ends a process that has not ended by itself, with all that it has started."""
    if process.returncode is None:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    await process.wait()
