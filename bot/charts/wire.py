"""What goes between the bot and the process that draws: a length, then so many bytes.

A request is a pickled `Picture`. A reply begins with one byte that says what it is.
"""

from __future__ import annotations

import pickle
from enum import IntEnum
from typing import BinaryIO

from handlers.views.charts.records import Picture

LENGTH_BYTES = 4
_LONGEST = 64 * 2**20  # nothing that is asked or drawn comes near


class Reply(IntEnum):
    """The first byte of a reply."""

    PICTURE = 0  # a PNG file follows
    MEMORY = 1  # there is not enough of it
    FAULT = 2  # why follows, for the log


def frame(payload: bytes) -> bytes:
    """Bytes with their length before them."""
    return len(payload).to_bytes(LENGTH_BYTES, "big") + payload


def frame_length(head: bytes) -> int:
    """How many bytes follow.

    Args:
        head: the bytes that tell it.

    Raises:
        ValueError: more than anything that is ever sent.
    """
    length = int.from_bytes(head, "big")
    if length > _LONGEST:
        raise ValueError(f"a frame of {length} bytes")
    return length


def receive_frame(stream: BinaryIO) -> bytes | None:
    """The next payload; None where the other side has closed."""
    head = stream.read(LENGTH_BYTES)
    if len(head) < LENGTH_BYTES:
        return None
    length = frame_length(head)
    payload = stream.read(length)
    return payload if len(payload) == length else None


def pack_picture(picture: Picture) -> bytes:
    """A picture as a request."""
    return pickle.dumps(picture)


def unpack_picture(payload: bytes) -> Picture:
    """The picture that a request asks for; only ever from the process that started this one."""
    picture = pickle.loads(payload)  # noqa: S301 - from our own parent, through a pipe nobody else has
    if not isinstance(picture, Picture):
        raise TypeError(type(picture).__name__)
    return picture
