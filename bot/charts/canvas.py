"""A picture in pixels from its upper left corner, and the measuring of texts for it.

The only file that knows matplotlib, so that only the process that draws ever imports it.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from matplotlib import get_data_path
from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, get_font
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, Rectangle
from matplotlib.text import Text
from matplotlib.transforms import IdentityTransform
from PIL import Image

from handlers.views.charts.records import Tone
from handlers.views.clean import tie_numbers
from parser.dataclass import dataclass

Align = Literal["left", "center", "right"]

_DPI = 100
_POINTS = 72 / _DPI  # points in one pixel
# DejaVu Sans comes with matplotlib and has all Kazakh letters; the bold one stands at True.
_FILES = [Path(get_data_path(), "fonts", "ttf", name) for name in ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf")]
_MEASURED = 100  # pixels: the size at which letters are measured
_CUT = "…"


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a picture; every one of them can be read on `ground`."""

    ground: str
    ink: str
    muted: str
    grid: str
    tones: dict[Tone, str]


LIGHT = Palette(
    ground="#ffffff",
    ink="#17212b",
    muted="#56626f",
    grid="#dfe5eb",
    tones={
        Tone.WHOLE: "#56626f",
        Tone.PART: "#2a6fb0",
        Tone.RISE: "#1f6fb8",
        Tone.CUT: "#b4540a",
        Tone.REST: "#7d95ad",
        Tone.GAP: "#67727d",
    },
)
DARK = Palette(
    ground="#17212b",
    ink="#f3f6f9",
    muted="#a3b1bf",
    grid="#2d3a47",
    tones={
        Tone.WHOLE: "#a3b1bf",
        Tone.PART: "#5aa7e8",
        Tone.RISE: "#64b1f2",
        Tone.CUT: "#f2a154",
        Tone.REST: "#6f8aa5",
        Tone.GAP: "#94a2b0",
    },
)


FONTS_KEPT = 64


class Ruler:
    """Tells how wide texts are, and breaks them into lines."""

    def __init__(self) -> None:
        self._fonts: dict[tuple[float, bool], FontProperties] = {}
        self._advances: dict[tuple[str, bool], float] = {}  # of a letter, as a part of its size

    def font(self, size: float, *, bold: bool = False) -> FontProperties:
        """DejaVu Sans with letters of so many pixels."""
        key = (size, bold)
        if key not in self._fonts:
            if len(self._fonts) >= FONTS_KEPT:  # `fit` makes a size of its own for every long text
                self._fonts.clear()
            self._fonts[key] = FontProperties(fname=_FILES[bold], size=size * _POINTS)
        return self._fonts[key]

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        """How wide a text is, in pixels: the sum of its letters, whatever stands closer together."""
        return size * sum(self._advance(letter, bold=bold) for letter in printable(text))

    def _advance(self, letter: str, *, bold: bool) -> float:
        # Each letter is measured once: to lay out whole texts takes longer than to draw them.
        key = (letter, bold)
        if key not in self._advances:
            font = get_font(str(_FILES[bold]))
            font.set_size(_MEASURED * _POINTS, _DPI)
            self._advances[key] = font.load_char(ord(letter)).linearHoriAdvance / 2**16 / _MEASURED
        return self._advances[key]

    def fit(self, text: str, width: float, size: float, *, bold: bool = False) -> float:
        """The size at which a text is no wider than `width`: the one asked for, or a smaller one."""
        wide = self.width(text, size, bold=bold)
        return size if wide <= width else max(size * width / wide, size / 2)

    def wrap(self, text: str, width: float, size: float, lines: int, *, bold: bool = False) -> list[str]:
        """A text in lines, broken between words, or within one that is wider than a line.

        Args:
            text: the text.
            width: the widest that a line may be.
            size: of the letters.
            lines: at most so many; what is left is cut off with "…".
            bold: whether the letters are.
        """
        broken: list[str] = []
        left = tie_numbers(printable(text)).split(" ")
        while left and len(broken) < lines:
            line, left = self._take(left, width, size, bold=bold)
            broken.append(line)
        if left:
            broken[-1] = self._cut(f"{broken[-1]} {left[0]}", width, size, bold=bold)
        return broken

    def _take(self, words: Sequence[str], width: float, size: float, *, bold: bool) -> tuple[str, list[str]]:
        """The first line of the words, and the words that are left."""
        line = words[0]
        if self.width(line, size, bold=bold) > width:
            count = self._count(line, width, size, bold=bold)
            return line[:count], [line[count:], *words[1:]]
        for index, word in enumerate(words[1:], start=1):
            if self.width(f"{line} {word}", size, bold=bold) > width:
                return line, list(words[index:])
            line = f"{line} {word}"
        return line, []

    def _cut(self, text: str, width: float, size: float, *, bold: bool) -> str:
        room = width - self.width(_CUT, size, bold=bold)
        return text[: self._count(text, room, size, bold=bold)].rstrip(" ,;:-–—(") + _CUT

    def _count(self, text: str, width: float, size: float, *, bold: bool) -> int:
        """How many letters of a text fit into a width, at least one."""
        low, high = 1, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (
                (middle, high) if self.width(text[:middle], size, bold=bold) <= width else (low, middle - 1)
            )
        return low


class Canvas:
    """A picture that is being drawn. All measures are pixels from the upper left corner."""

    def __init__(self, width: int, height: int, palette: Palette, ruler: Ruler) -> None:
        self.palette = palette
        self._height = height
        self._ruler = ruler
        self._figure = Figure(figsize=(width / _DPI, height / _DPI), dpi=_DPI, facecolor=palette.ground)
        self._canvas = FigureCanvasAgg(self._figure)

    def text(  # noqa: PLR0913 - what a text looks like
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        *,
        color: str | None = None,
        bold: bool = False,
        align: Align = "left",
    ) -> None:
        """One line of text whose baseline is at `y`."""
        if not text:
            return
        self._add(
            Text(
                x,
                self._height - y,
                printable(text),
                color=color or self.palette.ink,
                fontproperties=self._ruler.font(size, bold=bold),
                horizontalalignment=align,
                verticalalignment="baseline",
                parse_math=False,  # a "$" in a name is a letter
            )
        )

    def box(  # noqa: PLR0913 - a rectangle and a look
        self, x: float, y: float, width: float, height: float, color: str, *, hatched: bool = False
    ) -> None:
        """A filled rectangle, or one of slanting lines."""
        corner = (x, self._height - y - height)
        if hatched:
            self._add(
                Rectangle(corner, width, height, facecolor=self.palette.ground, edgecolor=color, hatch="////")
            )
        else:
            self._add(Rectangle(corner, width, height, facecolor=color, edgecolor="none"))

    def line(  # noqa: PLR0913 - two ends and a look
        self,
        x: float,
        y: float,
        to_x: float,
        to_y: float,
        color: str,
        *,
        width: float = 2,
        dashed: bool = False,
    ) -> None:
        """A straight line."""
        height = self._height
        self._add(
            Line2D(
                [x, to_x],
                [height - y, height - to_y],
                color=color,
                linewidth=width * _POINTS,
                linestyle=(0, (3, 3)) if dashed else "-",
                solid_capstyle="butt",
            )
        )

    def dot(self, x: float, y: float, radius: float, color: str, *, hollow: bool = False) -> None:
        """A circle, filled or with a hole."""
        inside = self.palette.ground if hollow else color
        circle = Circle(
            (x, self._height - y), radius, facecolor=inside, edgecolor=color, linewidth=3 * _POINTS
        )
        circle.set_zorder(5)
        self._add(circle)

    def _add(self, artist: Artist) -> None:
        artist.set_transform(IdentityTransform())
        self._figure.add_artist(artist)

    def png(self, dpi: int | None = None) -> bytes:
        """The picture as a PNG file.

        Args:
            dpi: how many of its pixels make an inch on paper, where that matters.
        """
        self._canvas.draw()
        size = self._canvas.get_width_height()
        image = Image.frombuffer("RGBA", size, self._canvas.buffer_rgba(), "raw", "RGBA", 0, 1).convert("RGB")
        file = io.BytesIO()
        image.save(file, "PNG", compress_level=3, **({"dpi": (dpi, dpi)} if dpi else {}))
        return file.getvalue()


def printable(text: str) -> str:
    """A text in letters that the font has: without what makes a sign a coloured one, on one line."""
    return text.replace("\ufe0f", "").replace("\n", " ")
