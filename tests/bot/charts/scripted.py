"""A process that is asked to draw and does something else: its picture's title says what."""

from __future__ import annotations

import os
import signal
import sys

from bot.charts.wire import Reply, frame, receive_frame, unpack_picture


def main() -> int:
    """Answers with the number of the process, until it is told otherwise."""
    while (request := receive_frame(sys.stdin.buffer)) is not None:
        told = unpack_picture(request).chart.frame.title
        if told == "crash":
            return 3
        if told == "hang":
            signal.pause()
        if told == "babble":
            answer = b"\xff" * 99
        elif told == "no memory":
            answer = frame(bytes([Reply.MEMORY]))
        elif told == "fault":
            answer = frame(bytes([Reply.FAULT]) + b"Traceback: of the drawing")
        else:
            answer = frame(bytes([Reply.PICTURE]) + str(os.getpid()).encode())
        sys.stdout.buffer.write(answer)
        sys.stdout.buffer.flush()
        if told == "once":
            return 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
