"""The process that reads documents: `python -m bot.documents.worker MEMORY SECONDS`.

Takes files from its standard input and writes what they say to its standard output. It reads one request
and ends.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from bot.documents.reply import OUT_OF_MEMORY, ReadDocument, ReadFault, pack_documents
from bot.documents.wire import receive_files
from bot.loading import open_documents
from handlers.registration import MOST_DOCUMENTS, SentFile
from parser.errors import ParseError
from parser.kinds import Counted
from parser.readers.files import RawFile, as_raw


def read_request(memory: int, seconds: int) -> int:
    """Read documents.

    Args:
        memory: the bytes that this process, and each that it starts, may have.
        seconds: of computing that each of them may take.

    Returns:
        0 when the reply is written, 3 where the memory did not suffice.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the bot ends this process itself
    _limit(memory, seconds)
    # What some library may print must not get into the reply.
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as reply:
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        try:
            reply.write(pack_documents(read_documents(receive_files(sys.stdin.buffer))))
        except MemoryError:
            return OUT_OF_MEMORY
    return 0


def read_documents(files: Sequence[SentFile]) -> list[ReadDocument]:
    """Reads all documents in files, those of archives too; past the most that may come at once, none.

    Args:
        files: as they were sent.

    Returns:
        What each says, or why it cannot be read.
    """
    found: list[ReadDocument] = []
    for document in _documents_in(files):
        if len(found) == MOST_DOCUMENTS:
            error = ParseError.limit(files[0].name, Counted.FILES, MOST_DOCUMENTS)
            return [ReadDocument(files[0].name, fault=ReadFault.note(error))]
        found.append(document)
    return found


def _documents_in(files: Sequence[SentFile]) -> Iterator[ReadDocument]:
    for file in files:
        for document in open_documents(Path(file.name), partial(_as_raw, file)):
            name = document.path.as_posix()
            try:
                yield ReadDocument(name, document.parse())
            except ParseError as error:
                yield ReadDocument(name, fault=ReadFault.note(error))


def _as_raw(file: SentFile, _path: Path) -> RawFile:
    return as_raw(file.name, file.data)


def _limit(memory: int, seconds: int) -> None:
    """Let what asks for too much fail here, not on the whole machine, where systems know such limits."""
    with suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415 - not on every system

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    sys.exit(read_request(int(sys.argv[1]), int(sys.argv[2])))
