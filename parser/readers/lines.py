"""Words by their places → printed lines, for PDF pages (points) and plain text (characters)."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from statistics import median_low

from parser import budget_code
from parser.dataclass import dataclass
from parser.readers.labels import is_label, is_numbering, is_whole_label
from parser.text.amounts import is_amount

LETTER = re.compile(r"[^\W\d_]")
CODE = re.compile(budget_code.CODE)
_FEW_WORDS = 4  # a code, a name of two words and an amount: spaces to measure by
_WIDER = 1.5  # how much wider than a space the gap before an amount is at least
_ROOM = 0.35  # and how wide, measured by the height of the line


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its box; y grows downwards.

    `base` is the line its letters stand on, where that is known: boxes end below it where letters do.
    """

    text: str
    left: float
    right: float
    top: float
    bottom: float
    base: float | None = None

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

    @property
    def y(self) -> float:
        """Where it stands, to be compared with other lines: the base of most of its words."""
        return median_low([word.bottom if word.base is None else word.base for word in self.words])


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
    if start < len(parts):
        return parts[start:]
    close = _close_amount(line)
    return [close] if close else []


def _close_amount(line: TextLine) -> tuple[Word, ...]:
    """The amount behind a code and a name that fills its column: after a gap wider than its spaces."""
    words = line.words
    gaps = [after.left - before.right for before, after in itertools.pairwise(words)]
    if len(words) < _FEW_WORDS or not CODE.fullmatch(words[0].text) or not is_amount(words[-1].text):
        return ()
    usual = median_low(gaps[1:])
    room = max(_WIDER * usual, _ROOM * (line.bottom - line.top))
    found: tuple[Word, ...] = ()
    for begin in range(len(words) - 1, 1, -1):
        if not is_amount(said(words[begin:])):
            break
        if gaps[begin - 1] > room and not is_amount(said(words[begin - 1 :])):
            found, room = words[begin:], gaps[begin - 1]
    return found


def is_heading(line: TextLine) -> bool:
    """Whether a line is part of a table's header: labels of columns, or their numbers.

    `1 2` is a code and an amount; columns are three at least.
    """
    if len(line.words) > 2 and is_numbering(line.text):
        return True
    texts = [said(segment) for segment in segments(line)]
    return all(map(is_label, texts)) and any(map(is_whole_label, texts))


def may_be_torn(line: TextLine) -> bool:
    """Whether a line may be a piece of labels that wrap in narrow columns: `Сумма,` above `тысяч`."""
    return LETTER.search(line.text) is not None and all(is_label(said(part)) for part in segments(line))


def _stands_under(line: TextLine, above: TextLine) -> bool:
    """Whether a line is one run of words that begins where words above do: `Iшкi` under `… көлiк`."""
    size = max(above.bottom - above.top, 1.0)
    spoken = [segment for segment in segments(above) if LETTER.search(said(segment))]
    return len(segments(line)) == 1 and any(abs(segment[0].left - line.left) < size for segment in spoken)


def find_headings(lines: Sequence[TextLine]) -> list[bool]:
    """Which lines are a header's, pieces of its labels between or beside whole ones among them.

    A label alone is none: names begin with it (`Программа | занятости`). Above the first whole label a
    piece begins with a capital and stands under no name, or the last line of a name would be taken for one.
    """
    heads = [False, *map(is_heading, lines), False]
    torn = [False, *map(may_be_torn, lines), False]
    for index in range(1, len(heads) - 1):
        heads[index] |= torn[index] and heads[index - 1]
    for index in range(len(heads) - 2, 0, -1):
        begins = lines[index - 1].text[:1].isupper()
        ends_name = index > 1 and not heads[index - 1] and _stands_under(lines[index - 1], lines[index - 2])
        heads[index] |= torn[index] and heads[index + 1] and begins and not ends_name
    return [
        own and (above or below or len(segments(line)) > 1)
        for line, above, own, below in zip(lines, heads, heads[1:], heads[2:], strict=False)
    ]
