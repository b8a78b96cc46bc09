"""A page's picture → blocks of text, and blocks → a strip that shows them one under the other.

A program that reads pictures loses its way between the columns of a table, reads a row's amount into its
name or drops a code that stands alone. On a strip it sees one column only; each word goes back to where its
block stood.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from parser.dataclass import dataclass
from parser.readers.picture_rules import Ruled, dark_of
from parser.readers.tesseract import SeenWord

if TYPE_CHECKING:
    from PIL.Image import Image

_STEP = 4  # pixels that count as one when blocks are put together
_SOME_INK = 40  # of 255: the share of them that is ink
_SPECK = (8, 5)  # pixels: what is smaller is dirt
_MARGIN = 6  # pixels of white around a block that stands alone
_BETWEEN = 50  # pixels between blocks of a strip
_TALLEST, _WIDEST = 12_000, 2_400  # pixels of a strip


class PageBlock(NamedTuple):
    """A part of a page in pixels; y grows downwards."""

    left: int
    top: int
    right: int
    bottom: int


@dataclass(frozen=True, slots=True)
class Strip:
    """A picture that shows blocks of a page, one under the other or several on a line.

    Attributes:
        picture: what is shown.
        lines: the numbers of the blocks on each line, among all blocks of the page.
        tops: where each line begins.
    """

    picture: Image
    lines: tuple[tuple[int, ...], ...]
    tops: tuple[int, ...]

    def words_by_line(self, words: Sequence[SeenWord]) -> list[list[SeenWord]]:
        """The words of each line, at their places on the strip."""
        found: list[list[SeenWord]] = [[] for _ in self.lines]
        begins = [top - _BETWEEN // 2 for top in self.tops]
        for word in words:
            found[max(bisect_right(begins, (word.top + word.bottom) / 2) - 1, 0)].append(word)
        return found

    def words_on_page(self, words: Sequence[SeenWord], blocks: Sequence[PageBlock]) -> Iterator[SeenWord]:
        """The words at their places on the page, where a line shows one block, whose number begins `line`."""
        lines = zip(self.lines, self.tops, self.words_by_line(words), strict=True)
        for (number,), top, shown in lines:
            right = blocks[number].left - _BETWEEN - _MARGIN
            down = blocks[number].top - top - _MARGIN
            for word in shown:
                yield replace(
                    word, left=word.left + right, right=word.right + right, top=word.top + down,
                    bottom=word.bottom + down, line=(str(number), *word.line),
                )  # fmt: skip


def find_blocks(ruled: Ruled) -> list[PageBlock]:
    """The blocks of text of a page from the top: what stands close together, with no rule between."""
    from PIL import ImageFilter

    ink = dark_of(ruled.text).filter(ImageFilter.MedianFilter(3)).reduce(_STEP)
    ink = ink.point([255 if value > _SOME_INK else 0 for value in range(256)]).filter(
        ImageFilter.MaxFilter(3)
    )
    ink.paste(128, mask=ruled.drawn.reduce(_STEP).point([255 if value else 0 for value in range(256)]))
    blocks = [PageBlock(*(edge * _STEP for edge in block)) for block in _joined_runs(ink)]
    return sorted(
        (b for b in blocks if b.right - b.left > _SPECK[0] + _STEP and b.bottom - b.top > _SPECK[1] + _STEP),
        key=lambda block: (block.top, block.left),
    )


def strips_of(
    picture: Image, blocks: Sequence[PageBlock], scale: float = 1.0, *, beside: bool = False
) -> Iterator[Strip]:
    """Strips that show blocks of a page, in their order.

    Args:
        picture: of the page.
        blocks: parts of it.
        scale: how much larger they are shown than they are.
        beside: whether several stand on a line, close together: a digit alone is hardly read.
    """
    from PIL import ImageOps

    margin = 0 if beside else _MARGIN
    parts = [ImageOps.expand(_scaled(picture.crop(block), scale), margin, 255) for block in blocks]
    lines: list[list[int]] = []
    width = height = 0
    for number, part in enumerate(parts):
        if lines and beside and width + part.width < _WIDEST:
            lines[-1].append(number)
            width += part.width
            continue
        tall = part.height + _BETWEEN
        if lines and height + tall > _TALLEST:
            yield _strip(parts, lines)
            lines, height = [], 0
        lines.append([number])
        width = part.width
        height += tall
    if lines:
        yield _strip(parts, lines)


def _scaled(part: Image, scale: float) -> Image:
    from PIL import Image

    size = (max(round(part.width * scale), 1), max(round(part.height * scale), 1))
    return part if scale == 1.0 else part.resize(size, Image.Resampling.BICUBIC)


def _strip(parts: Sequence[Image], lines: Sequence[Sequence[int]]) -> Strip:
    """The strip that shows some parts; those of one line stand on one base."""
    from PIL import Image

    heights = [max(parts[number].height for number in line) for line in lines]
    widths = [sum(parts[number].width for number in line) for line in lines]
    size = (max(widths) + 2 * _BETWEEN, sum(heights) + _BETWEEN * (len(lines) + 1))
    strip = Image.new("L", size, 255)
    tops: list[int] = []
    top = _BETWEEN
    for line, height in zip(lines, heights, strict=True):
        left = _BETWEEN
        for number in line:
            strip.paste(parts[number], (left, top + height - parts[number].height))
            left += parts[number].width
        tops.append(top)
        top += height + _BETWEEN
    return Strip(strip, tuple(map(tuple, lines)), tuple(tops))


def _joined_runs(ink: Image) -> list[list[int]]:
    """The bounds of what hangs together: runs of white pixels with small gaps, one row to the next."""
    width, height = ink.size
    pixels = ink.tobytes()
    pattern = re.compile(rb"\xff(?:\x00{0,5}\xff)*")  # a gap of 24 pixels at most; a rule is neither
    bounds: list[list[int]] = []
    first: list[int] = []  # for each run, an earlier one that it hangs together with
    above: list[tuple[int, int, int]] = []

    def root(index: int) -> int:
        while first[index] != index:
            first[index] = first[first[index]]
            index = first[index]
        return index

    for row in range(height):
        here: list[tuple[int, int, int]] = []
        for match in pattern.finditer(pixels, row * width, (row + 1) * width):
            begin, end = match.start() - row * width, match.end() - row * width
            index = len(bounds)
            bounds.append([begin, row, end, row + 1])
            first.append(index)
            for other_begin, other_end, other in above:
                if other_begin < end and begin < other_end and root(other) != root(index):
                    kept, merged = root(other), root(index)
                    first[merged] = kept
                    a, b = bounds[kept], bounds[merged]
                    bounds[kept] = [min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])]
            here.append((begin, end, index))
        above = here
    return [bound for index, bound in enumerate(bounds) if first[index] == index]
