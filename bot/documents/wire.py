"""What goes to the process that reads documents; what it replies is in `reply.py`.

A line of JSON says what the files are called and how long they are; then come their bytes.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import BinaryIO

from handlers.registration import SentFile

_LONGEST_HEAD = 2**16
_NEWLINE = b"\n"


def pack_files(files: Sequence[SentFile]) -> bytes:
    """Files as a request."""
    head = json.dumps([(file.name, len(file.data)) for file in files]).encode()
    return head + _NEWLINE + b"".join(file.data for file in files)


def receive_files(stream: BinaryIO) -> list[SentFile]:
    """The files of a request.

    Raises:
        ValueError: it is none.
    """
    head = json.loads(stream.readline(_LONGEST_HEAD))
    return [SentFile(str(name), stream.read(int(size))) for name, size in head]
