"""How a PDF page must be turned for its text to stand upright.

A landscape page is stored as an upright one with a note to turn it, or its text is drawn turned,
or both. What counts is how the letters stand: the page is turned until most of them are upright.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable

from parser.dataclass import dataclass

_SLANT = 10  # degrees: letters that are off by more are a stamp across the page, not its text


@dataclass(frozen=True, slots=True)
class Turn:
    """Places of a page as they are when it is turned; y grows downwards.

    Attributes:
        quarters: how often it is turned by 90 degrees clockwise.
        left, bottom, right, top: the edges of the page as it is stored, y growing upwards.
    """

    quarters: int
    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        """How high the turned page is."""
        return self.right - self.left if self.quarters % 2 else self.top - self.bottom

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """A box of the stored page as left, top, right and bottom on the turned one."""
        if self.quarters == 1:
            return bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
        if self.quarters == 2:
            return self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
        if self.quarters == 3:
            return self.top - top, self.right - right, self.top - bottom, self.right - left
        return left - self.left, self.top - top, right - self.left, self.top - bottom


def quarters_of(angle: float) -> int | None:
    """By how many quarters letters are turned counterclockwise; None for slanting ones.

    Args:
        angle: of the letters, in radians.
    """
    if not angle:  # as nearly all letters stand
        return 0
    degrees = math.degrees(angle) % 360
    quarters = round(degrees / 90)
    return quarters % 4 if abs(degrees - 90 * quarters) <= _SLANT else None


def most_common_turn(quarters: Iterable[int | None]) -> int:
    """How most letters of a page are turned; those that slant do not count."""
    counts = Counter(turn for turn in quarters if turn is not None)
    return counts.most_common(1)[0][0] if counts else 0
