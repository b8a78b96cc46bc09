"""How work grows with its input. No seconds are told: on a busy machine everything takes longer, and alike."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

_Input = TypeVar("_Input")
_PROPORTIONAL = 8  # four times the input takes four times as long; where the square counts, sixteen
_TRIES = 5


def measure_growth(work: Callable[[_Input], object], quarter: _Input, whole: _Input) -> float:
    """How many times longer some work takes on an input than on a quarter of it, at best.

    Args:
        work: what is done with an input.
        quarter: a quarter of the input.
        whole: the input.

    Returns:
        The smallest of a few measurements, the first that is in proportion.
    """
    growths: list[float] = []
    while len(growths) < _TRIES and (not growths or growths[-1] >= _PROPORTIONAL):
        small, large = _measure(work, quarter), _measure(work, whole)
        growths.append(large / small)
    return min(growths)


def assert_in_proportion(work: Callable[[_Input], object], quarter: _Input, whole: _Input) -> None:
    """Fails where the work grows faster than its input."""
    growth = measure_growth(work, quarter, whole)
    assert growth < _PROPORTIONAL, f"{growth:.1f} times longer on four times as much"


def _measure(work: Callable[[_Input], object], given: _Input) -> int:
    started = time.process_time_ns()
    work(given)
    return max(time.process_time_ns() - started, 1)
