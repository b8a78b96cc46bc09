"""Who draws charts, as handlers know it, and how drawing fails."""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol

from handlers.views.charts.records import Picture


class DrawingFault(StrEnum):
    """Why there is no picture. The texts that say so are called after it."""

    CRASH = "crash"  # the process that draws ended, or could not begin
    TIMEOUT = "timeout"
    MEMORY = "memory"


class DrawingError(Exception):
    """There is no picture.

    Attributes:
        fault: why.
    """

    def __init__(self, fault: DrawingFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


class Draughtsman(Protocol):
    """Draws pictures somewhere else, so that the bot goes on answering meanwhile."""

    @property
    def style(self) -> str:
        """How it draws: an equal picture drawn in another style is another file."""

    async def draw(self, picture: Picture) -> bytes:
        """Draw a picture.

        Args:
            picture: a chart and its colours.

        Returns:
            A PNG file.

        Raises:
            DrawingError: there is none; the next one may be drawn.
        """

    async def close(self) -> None:
        """Draw nothing more, and let go of what drew."""
