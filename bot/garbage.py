"""Python's search for garbage, put off while the program starts: nearly all that a start makes stays.

Going through it again and again, as Python does after every 700 new objects, takes a quarter of the time to a
first answer; so does looking through all of it several times at the end, when the memory goes back anyway.
"""

from __future__ import annotations

import atexit
import gc
from typing import Any

_START = 1_000_000  # objects, more than a start to the first answer makes
_RUNNING = 50_000, 20, 20  # as a program needs that runs on


def put_off() -> None:
    """Looks for no garbage until `end_start` or a million objects, and for none at the end."""
    gc.set_threshold(_START)
    gc.callbacks.append(_after_first)
    atexit.register(gc.freeze)


def end_start() -> None:
    """Takes all that is there for what stays, and looks for garbage from now on, where that was put off."""
    if _after_first in gc.callbacks:
        gc.collect()  # which ends in `_after_first`


def keep_what_stays() -> None:
    """Takes all that is there by now for what stays: a program that runs on does not go through it again."""
    gc.collect()
    gc.freeze()


def _after_first(phase: str, _told: dict[str, Any]) -> None:
    if phase == "stop":
        gc.callbacks.remove(_after_first)
        gc.freeze()
        gc.set_threshold(*_RUNNING)
