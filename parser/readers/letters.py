"""A page's letters in their boxes → words: raised numbers told from digits, struck letters left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from parser.readers.lines import Word
from parser.readers.rules import Edges, Segment
from parser.text.marks import raised

_SMALL = 0.85  # a raised letter's height, measured by that of the letter before it
_HIGH = 0.2  # how far up it stands at least, measured likewise
_STRUCK = (0.12, 0.65)  # how far over its base a line is drawn through a text, measured by its height
_TALLEST = 60.0  # points: no letter of a table is higher


class Letter(NamedTuple):
    """A letter in its box; y grows downwards."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    base: float  # the line it stands on

    @property
    def height(self) -> float:
        """How high its box is."""
        return max(self.bottom - self.top, 1.0)

    @property
    def middle(self) -> float:
        """Halfway from left to right."""
        return (self.left + self.right) / 2


def words_of(letters: Sequence[Letter | None]) -> list[Word]:
    """Letters as words. A raised number stands in its word as high as the letters before it.

    Args:
        letters: in reading order; None parts words.
    """
    words: list[Word] = []
    held: list[Letter] = []
    for letter in _with_raised(letters):
        if held and (letter is None or _parted(letter, held)):
            words.append(_word(held))
            held = []
        if letter is not None:
            held.append(letter)
    if held:
        words.append(_word(held))
    return words


def _with_raised(letters: Sequence[Letter | None]) -> Iterator[Letter | None]:
    line: Letter | None = None  # the last letter that is not raised
    for letter in letters:
        if letter is not None and line is not None and _is_raised(letter, line):
            yield letter._replace(text=raised(letter.text), top=line.top, bottom=line.bottom)
            continue
        if letter is not None:
            line = letter
        yield letter


def _is_raised(letter: Letter, line: Letter) -> bool:
    """Whether a digit or a mark is printed small and high behind a letter."""
    if raised(letter.text) == letter.text:
        return False
    size = line.height if line.text.isdigit() or line.text.isupper() else 1.4 * line.height
    near = -0.5 * size < letter.left - line.right < 1.5 * size
    return near and letter.height < _SMALL * size and line.base - letter.base > _HIGH * size


def _parted(letter: Letter, word: Sequence[Letter]) -> bool:
    """Whether a letter begins another word: apart from the last one, left of it or on another line."""
    right = max(one.right for one in word)
    top, bottom = min(one.top for one in word), max(one.bottom for one in word)
    height = max(bottom - top, letter.height)
    return (
        letter.left - right > 0.6 * height
        or letter.left < right - 1.5 * height
        or letter.top > bottom + 0.3 * height
        or letter.bottom < top - 1
    )


def _word(letters: Sequence[Letter]) -> Word:
    return Word(
        "".join(letter.text for letter in letters),
        letters[0].left,
        max(letter.right for letter in letters),
        min(letter.top for letter in letters),
        max(letter.bottom for letter in letters),
    )


def without_struck(letters: Sequence[Letter | None], edges: Edges) -> tuple[list[Letter | None], Edges]:
    """The letters without those that a line is drawn through, and the rules without those lines."""
    on_base: dict[int, list[Letter]] = {}
    for letter in letters:
        if letter is not None:
            on_base.setdefault(round(letter.base), []).append(letter)
    struck: set[Letter] = set()
    rules: list[Segment] = []
    for segment in edges.across:
        below = range(round(segment[0]), round(segment[0] + _TALLEST * _STRUCK[1]) + 1)
        under = next(filter(None, (_struck_by(segment, on_base.get(base, ())) for base in below)), [])
        struck.update(under)
        if not under:
            rules.append(segment)
    if not struck:
        return list(letters), edges
    return [letter if letter not in struck else None for letter in letters], replace(edges, across=rules)


def _struck_by(segment: Segment, line: Sequence[Letter]) -> list[Letter]:
    """The letters of a line of text that a rule is drawn through: it begins and ends where they do."""
    y, begin, end = segment
    under = [letter for letter in line if begin < letter.middle < end]
    if not under:
        return []
    size = max(letter.height for letter in under)
    over_base = max(letter.base for letter in under) - y
    left, right = min(letter.left for letter in under), max(letter.right for letter in under)
    is_through = _STRUCK[0] * size < over_base < _STRUCK[1] * size
    return under if is_through and left - begin < 0.6 * size and end - right < 0.6 * size else []
