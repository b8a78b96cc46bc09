"""Stands in for the process that draws: notes what it is asked for."""

from __future__ import annotations

from handlers.drawing import DrawingError, DrawingFault
from handlers.views.charts.records import Picture


class PaperDraughtsman:
    """Hands out files that are no pictures.

    Attributes:
        asked: the pictures, in order.
        faults: what happens to the next ones instead.
        style: how it draws.
    """

    def __init__(self) -> None:
        self.asked: list[Picture] = []
        self.faults: list[DrawingFault] = []
        self.closed = False
        self.style = "paper"

    async def draw(self, picture: Picture) -> bytes:
        """Notes the picture, or fails as planned."""
        if self.faults:
            raise DrawingError(self.faults.pop(0))
        self.asked.append(picture)
        return f"picture {len(self.asked)}".encode()

    async def close(self) -> None:
        """Notes that it was closed."""
        self.closed = True
