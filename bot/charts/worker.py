"""The process that draws: `python -m bot.charts.worker IDLE MEMORY`.

Reads pictures from its standard input and writes PNG files to its standard output. It ends by itself when
nothing is asked for `IDLE` seconds, when the bot closes the input or is gone, and after any failure: what
draws next begins afresh.
"""

from __future__ import annotations

import os
import select
import signal
import sys
import traceback
import warnings
from contextlib import suppress
from typing import BinaryIO

from bot.charts.wire import Reply, frame, receive_frame, unpack_picture


def main(idle: float, memory: int) -> int:
    """Draw until there is nothing more to draw.

    Args:
        idle: the seconds to wait for a picture.
        memory: the bytes that the process may have.

    Returns:
        0 after an orderly end, 1 after a failure.
    """
    # Ctrl-C in the terminal reaches all processes there; the bot ends this one itself.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit_memory(memory)
    # What some library may print must not get between the pictures.
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as replies, suppress(BrokenPipeError):
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        return _serve(sys.stdin.buffer, replies, idle)
    return 0


def _serve(requests: BinaryIO, replies: BinaryIO, idle: float) -> int:
    try:
        from bot.charts.canvas import Ruler
        from bot.charts.drawing import draw

        warnings.filterwarnings("ignore", message="Glyph .* missing from font")  # it is drawn as a box
        ruler = Ruler()
        while select.select([requests], [], [], idle)[0]:
            request = receive_frame(requests)
            if request is None:
                break
            _reply(replies, Reply.PICTURE, draw(unpack_picture(request), ruler))
    except MemoryError:
        _reply(replies, Reply.MEMORY)
        return 1
    except BrokenPipeError:
        raise
    except Exception:
        _reply(replies, Reply.FAULT, traceback.format_exc().encode())
        return 1
    return 0


def _reply(replies: BinaryIO, kind: Reply, payload: bytes = b"") -> None:
    replies.write(frame(bytes([kind]) + payload))
    replies.flush()


def _limit_memory(memory: int) -> None:
    """Let what asks for too much fail here, not on the whole machine, where systems know such limits."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]), int(sys.argv[2])))
