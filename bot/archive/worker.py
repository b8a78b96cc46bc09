"""A process that parses texts of the archive: `python -m bot.archive.worker MEMORY`.

Takes one text after another from its standard input and writes what each says to its standard output, until
its input ends: with the process that gave it, however that one ends.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from typing import BinaryIO

from bot.documents.reply import ReadDocument, ReadFault, pack_documents
from parser.errors import ParseError
from parser.parse import RecentTables, parse_raw
from parser.readers.files import RawFile

_LONGEST_HEAD = 2**20
LENGTH = 8  # bytes of a length before a reply


def pack_text(raw: RawFile) -> bytes:
    """A text as a request: a line of JSON, then its bytes."""
    head = json.dumps([raw.name, raw.sha256, raw.facts, len(raw.data)])
    return head.encode() + b"\n" + raw.data


def receive_text(stream: BinaryIO) -> RawFile | None:
    """The next text of a request; None at the end.

    Raises:
        ValueError: what comes is no request.
    """
    line = stream.readline(_LONGEST_HEAD)
    if not line:
        return None
    name, sha256, facts, size = json.loads(line)
    data = stream.read(int(size))
    return RawFile(str(name), data, str(sha256), facts) if len(data) == size else None


def parse_text(raw: RawFile, recent: RecentTables | None = None) -> ReadDocument:
    """What a text says, or why it cannot be read.

    Args:
        raw: the text.
        recent: tables of texts that were read before it.
    """
    try:
        return ReadDocument(raw.name, parse_raw(raw, recent))
    except ParseError as error:
        return ReadDocument(raw.name, fault=ReadFault.note(error))


def serve_texts(memory: int) -> None:
    """Parses texts until there are no more.

    Args:
        memory: the bytes that this process may have.
    """
    _limit(memory)
    recent = RecentTables()
    # What some library may print must not get into the replies.
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as replies:
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        while (raw := receive_text(sys.stdin.buffer)) is not None:
            reply = pack_documents([parse_text(raw, recent)])
            replies.write(len(reply).to_bytes(LENGTH, "big") + reply)
            replies.flush()


def _limit(memory: int) -> None:
    with suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415 - not on every system

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    with suppress(BrokenPipeError):
        serve_texts(int(sys.argv[1]))
