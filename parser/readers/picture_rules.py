"""The rules of a table that are drawn in a picture, and the picture without them.

A rule is a long run of dark pixels. Pixels are averaged along the direction of the run, so that breaks
and specks do not matter; runs of neighbouring rows are one rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from parser.dataclass import dataclass
from parser.readers.pictures import POINTS
from parser.readers.rules import Edges

if TYPE_CHECKING:
    from PIL.Image import Image

INK = 70  # how dark a pixel of a letter is at least
_AVERAGED = 12  # pixels
_FILLED = 185  # of 255: how much of them is dark in a rule
_ACROSS = 8  # averages in a row: a third of an inch, longer than any dash
_DOWN = 6  # a quarter of an inch, higher than any letter
_NEAR = 3  # rows of pixels that a rule may skip
_BESIDE = 2  # pixels to both sides of a rule that are its own
_THICKEST = 12  # pixels: what is thicker is a stain, a stamp or a picture


@dataclass(slots=True)
class _Run:
    """A rule: the rows of pixels that it fills, and from where to where."""

    first: int
    last: int
    begin: int
    end: int

    @property
    def middle(self) -> float:
        return (self.first + self.last) / 2

    def take(self, other: _Run) -> None:
        self.first, self.last = min(self.first, other.first), max(self.last, other.last)
        self.begin, self.end = min(self.begin, other.begin), max(self.end, other.end)


@dataclass(frozen=True, slots=True)
class Ruled:
    """A page's rules in points, where they are drawn in the picture, and the picture without them."""

    edges: Edges
    drawn: Image  # white where a rule is, else black
    text: Image


def find_rules(picture: Image) -> Ruled:
    """Finds the rules of an upright picture."""
    from PIL import Image, ImageDraw

    ink = dark_of(picture)
    across = [run for run in _rules(ink, _ACROSS) if run.last - run.first < _THICKEST]
    down = [
        run for run in _rules(ink.transpose(Image.Transpose.TRANSPOSE), _DOWN)
        if run.last - run.first < _THICKEST
    ]  # fmt: skip
    drawn = Image.new("L", picture.size, 0)
    draw = ImageDraw.Draw(drawn)
    for run in across:
        draw.rectangle((run.begin - 3, run.first - _BESIDE, run.end + 3, run.last + _BESIDE), fill=255)
    for run in down:
        draw.rectangle((run.first - _BESIDE, run.begin - 3, run.last + _BESIDE, run.end + 3), fill=255)
    text = picture.copy()
    text.paste(255, mask=drawn)
    edges = Edges(
        [(run.middle * POINTS, run.begin * POINTS, run.end * POINTS) for run in across],
        [(run.middle * POINTS, run.begin * POINTS, run.end * POINTS) for run in down],
    )
    return Ruled(edges, drawn, text)


def dark_of(picture: Image) -> Image:
    """White where a picture is dark enough to be ink, else black."""
    return picture.point([255 if 255 - value > INK else 0 for value in range(256)])


def _rules(ink: Image, least: int) -> list[_Run]:
    """The horizontal rules of a picture whose ink is white, each at least so many averages long."""
    averaged = ink.reduce((_AVERAGED, 1)).point([255 if value > _FILLED else 0 for value in range(256)])
    found: list[_Run] = []
    open_runs: list[_Run] = []
    for row, begin, end in _long_runs(averaged, least):
        run = _Run(row, row, begin * _AVERAGED, end * _AVERAGED)
        open_runs = [other for other in open_runs if row - other.last <= _NEAR]
        joined = [
            other
            for other in open_runs
            if other.begin < run.end + 2 * _AVERAGED and run.begin < other.end + 2 * _AVERAGED
        ]
        if not joined:
            found.append(run)
            open_runs.append(run)
            continue
        first, *others = joined
        first.take(run)
        for other in others:
            first.take(other)
            found.remove(other)
            open_runs.remove(other)
    return found


def _long_runs(mask: Image, least: int) -> Iterator[tuple[int, int, int]]:
    """Row, begin and end of each run of white pixels, from the top."""
    width, height = mask.size
    pixels = mask.tobytes()
    pattern = re.compile(rb"\xff{%d,}" % least)
    for row in range(height):
        for match in pattern.finditer(pixels, row * width, (row + 1) * width):
            yield row, match.start() - row * width, match.end() - row * width
