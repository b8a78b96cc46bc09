"""The few pictograms of the bot's buttons that DejaVu Sans has no letter for, drawn in one colour."""

from __future__ import annotations

from PIL import ImageDraw

ICONS = frozenset("📊🔔📜🧾📍🌙")


def draw_icon(pen: ImageDraw.ImageDraw, icon: str, at: tuple[float, float], size: float, colour: str) -> None:
    """Draw a pictogram into a square.

    Args:
        pen: draws.
        icon: one of `ICONS`.
        at: the upper left corner.
        size: of the letters beside it.
        colour: of its lines.
    """
    left, top = at
    unit = size / 10

    def box(x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
        return left + x0 * unit, top + y0 * unit, left + x1 * unit, top + y1 * unit

    match icon:
        case "📊":
            for x, height in ((1, 4), (4, 8), (7, 6)):
                pen.rectangle(box(x, 9 - height, x + 2, 9), fill=colour)
        case "🔔":
            pen.pieslice(box(1.5, 0.8, 8.5, 8.5), 180, 360, fill=colour)
            pen.rectangle(box(1.5, 4.5, 8.5, 7.2), fill=colour)
            pen.rectangle(box(0.6, 7, 9.4, 7.8), fill=colour)
            pen.ellipse(box(4, 7.6, 6, 9.6), fill=colour)
        case "📜" | "🧾":
            pen.rounded_rectangle(box(1.5, 0.5, 8.5, 9.5), unit, outline=colour, width=2)
            for y in (3, 5, 7):
                pen.line(box(3, y, 7 if icon == "📜" or y < 7 else 5, y), fill=colour, width=2)
        case "📍":
            pen.ellipse(box(2, 0, 8, 6), outline=colour, width=3)
            pen.line(box(5, 6, 5, 10), fill=colour, width=3)
        case "🌙":
            pen.arc(box(1, 0.5, 9, 9), 60, 300, fill=colour, width=3)
            pen.arc(box(3.4, 1.2, 9, 8.2), 75, 285, fill=colour, width=3)
