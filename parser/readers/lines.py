"""Words by their places → printed lines, for PDF pages (points) and plain text (characters)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from parser import budget_code
from parser.readers.labels import is_label, is_numbering, is_whole_label
from parser.text.amounts import is_amount

LETTER = re.compile(r"[^\W\d_]")
CODE = re.compile(budget_code.CODE)


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its box; y grows downwards."""

    text: str
    left: float
    right: float
    top: float
    bottom: float

    @property
    def middle(self) -> float:
        """Halfway from left to right."""
        return (self.left + self.right) / 2

    @property
    def centre(self) -> float:
        """Halfway from top to bottom."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class TextLine:
    """Words on one line, from left to right."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The words with single spaces."""
        return " ".join(word.text for word in self.words)

    @property
    def left(self) -> float:
        """Where the first word begins."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Where the last word ends."""
        return self.words[-1].right

    @property
    def top(self) -> float:
        """The upper edge of the tallest word."""
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        """The lower edge of the deepest word."""
        return max(word.bottom for word in self.words)


def lines_of(words: Sequence[Word]) -> list[TextLine]:
    """Words as lines from the top: what overlaps by two thirds of its height is on one line.

    Boxes are those of the letters, so a dash is a sliver inside its line.
    """
    lines: list[list[Word]] = []
    tallest: Word | None = None
    for word in sorted(words, key=lambda word: (word.centre, word.left)):
        if tallest is not None and _beside(word, tallest):
            lines[-1].append(word)
            tallest = max(tallest, word, key=lambda candidate: candidate.bottom - candidate.top)
        else:
            lines.append([word])
            tallest = word
    return [TextLine(tuple(sorted(line, key=lambda word: word.left))) for line in lines]


def _beside(word: Word, other: Word) -> bool:
    shared = min(word.bottom, other.bottom) - max(word.top, other.top)
    return shared > 0.66 * min(word.bottom - word.top, other.bottom - other.top)


def join_wrapped(lines: Sequence[str]) -> str:
    """Lines of a cell or a paragraph as one text: a word parted by a hyphen closes up."""
    text = ""
    for line in lines:
        part = " ".join(line.split())
        if part:
            glue = "" if not text or (text.endswith("-") and not text.endswith(" -")) else " "
            text += glue + part
    return text


def said(words: Sequence[Word]) -> str:
    """Words as one text."""
    return " ".join(word.text for word in words)


def segments(line: TextLine) -> list[tuple[Word, ...]]:
    """A line's words, parted where the gap is wider than a space."""
    found: list[list[Word]] = []
    for word in line.words:
        if found and word.left - found[-1][-1].right <= 1.2 * max(word.bottom - word.top, 1.0):
            found[-1].append(word)
        else:
            found.append([word])
    return [tuple(segment) for segment in found]


def amounts_at_end(line: TextLine) -> list[tuple[Word, ...]]:
    """The amounts that a line ends in, each parted by a gap from what stands before."""
    parts = segments(line)
    start = len(parts)
    while start and is_amount(said(parts[start - 1])):
        start -= 1
    return parts[start:]


def is_heading(line: TextLine) -> bool:
    """Whether a line is part of a table's header: labels of columns, or their numbers.

    `1 2` is a code and an amount; columns are three at least.
    """
    if len(line.words) > 2 and is_numbering(line.text):
        return True
    texts = [said(segment) for segment in segments(line)]
    return all(map(is_label, texts)) and any(map(is_whole_label, texts))
