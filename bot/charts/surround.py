"""What stands above and below every chart for a phone, and the room that it takes."""

from __future__ import annotations

from bot.charts.canvas import Canvas, Ruler
from handlers.views.charts.records import ChartFrame
from parser.dataclass import dataclass

# A phone shows a picture some 400 points wide, so that letters of 25 pixels become letters of 10 points.
WIDTH = 1000
TALLEST = 1280  # Telegram makes a photo with a longer side smaller
MARGIN = 36
INNER = WIDTH - 2 * MARGIN
TITLE, TEXT, SMALL = 38, 28, 24
SMALLEST_TITLE, _LONG_TITLE = 33, 26
_TITLE_LINE, _LONG_TITLE_LINE, _SMALL_LINE = 46, 33, 33
_TITLE_LINES, _LONG_TITLE_LINES = 3, 7  # a name of 300 letters is whole in seven
_NOTE_LINES = 3
_ABOVE_ZERO = 7  # pixels between the sign for zero and its line


@dataclass(frozen=True, slots=True)
class Surround:
    """The words around a chart, broken into lines."""

    title: list[str]
    size: float  # of the title's letters
    about: list[str]
    notes: list[str]

    @property
    def head(self) -> int:
        """The height of what stands above."""
        return MARGIN + len(self.title) * self.title_line + len(self.about) * _SMALL_LINE + 24

    @property
    def title_line(self) -> int:
        """From one line of the title to the next."""
        return _TITLE_LINE if self.size >= SMALLEST_TITLE else _LONG_TITLE_LINE

    @property
    def foot(self) -> int:
        """The height of what stands below."""
        return 26 + len(self.notes) * _SMALL_LINE + MARGIN - 10

    def draw(self, canvas: Canvas, height: int) -> None:
        """Write the words onto a picture of that height."""
        y = MARGIN
        for line in self.title:
            canvas.text(MARGIN, y + 32, line, self.size, bold=True)
            y += self.title_line
        for line in self.about:
            canvas.text(MARGIN, y + 24, line, SMALL, color=canvas.palette.muted)
            y += _SMALL_LINE
        y = height - self.foot
        canvas.line(MARGIN, y + 6, WIDTH - MARGIN, y + 6, canvas.palette.grid)
        for line in self.notes:
            y += _SMALL_LINE
            canvas.text(MARGIN, y + 10, line, SMALL - 1, color=canvas.palette.muted)


def draw_zero(canvas: Canvas, x: float, top: float, bottom: float) -> None:
    """Mark where a scale has its zero: a line, and what it stands for above it.

    Args:
        canvas: the picture.
        x: where amounts of zero stand.
        top: of the line.
        bottom: of the line.
    """
    canvas.line(x, top, x, bottom, canvas.palette.muted, width=1.5)
    canvas.text(x, top - _ABOVE_ZERO, "0", SMALL - 1, color=canvas.palette.muted, align="center")


def surround(frame: ChartFrame, ruler: Ruler) -> Surround:
    """Break the words of a chart into lines as wide as the picture.

    Args:
        frame: the words.
        ruler: measures them.
    """
    size = max(ruler.fit(frame.title, INNER, TITLE, bold=True), SMALLEST_TITLE)
    title = ruler.wrap(frame.title, INNER, size, _LONG_TITLE_LINES, bold=True)
    if len(title) > _TITLE_LINES:
        size = _LONG_TITLE
        title = ruler.wrap(frame.title, INNER, size, _LONG_TITLE_LINES, bold=True)
    return Surround(
        title,
        size,
        [line for text in frame.about for line in ruler.wrap(text, INNER, SMALL, 2)],
        [
            line
            for text in (*frame.notes, frame.source)
            for line in ruler.wrap(text, INNER, SMALL - 1, _NOTE_LINES)
        ],
    )
