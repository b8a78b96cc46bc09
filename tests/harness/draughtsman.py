"""Stands in for the process that draws: notes what it is asked for."""

from __future__ import annotations

import asyncio

from handlers.drawing import DrawingError, DrawingFault
from handlers.views.charts.records import Picture


class PaperDraughtsman:
    """Hands out files that are no pictures.

    Attributes:
        asked: the pictures, in order.
        faults: what happens to the next ones instead.
        style: how it draws.
        may_draw: while it is not set, nothing is drawn.
    """

    def __init__(self) -> None:
        self.asked: list[Picture] = []
        self.faults: list[DrawingFault] = []
        self.closed = False
        self.style = "paper"
        self.may_draw = asyncio.Event()
        self.may_draw.set()

    async def draw(self, picture: Picture) -> bytes:
        """Notes the picture, or fails as planned."""
        await self.may_draw.wait()
        if self.faults:
            raise DrawingError(self.faults.pop(0))
        self.asked.append(picture)
        return f"picture {len(self.asked)}".encode()

    async def close(self) -> None:
        """Notes that it was closed."""
        self.closed = True
