"""A page's letters in their boxes → words: raised numbers told from digits, struck letters left out."""

from __future__ import annotations

import statistics
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from parser.readers.lines import Word
from parser.readers.rules import Edges, Segment
from parser.text.marks import may_be_mark, raised

_SMALL = 0.85  # the size of a raised letter, measured by that of the letter before it
_HIGH = (0.1, 0.7)  # how far up it stands, measured likewise
_NEAR = 0.6  # how far behind, measured likewise
_MOST = 4_000_000  # pairs of letters of a page that are compared
_STRUCK = (0.12, 0.65)  # how far over its base a line is drawn through a text, measured by its height
_GAP = 1.0  # points: as far at least a cell's text stands from the next one's
_TALLEST = 60.0  # points: no letter of a table is higher


class Letter(NamedTuple):
    """A letter in its box; y grows downwards."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    base: float  # the line it stands on
    size: float  # of its font

    @property
    def height(self) -> float:
        """How high its box is."""
        return max(self.bottom - self.top, 1.0)

    @property
    def middle(self) -> float:
        """Halfway from left to right."""
        return (self.left + self.right) / 2


def words_of(letters: Sequence[Letter | None], down: Sequence[Segment] = ()) -> list[Word]:
    """Letters as words. A raised number stands in its word as high as the letters before it.

    Args:
        letters: in reading order; None parts words.
        down: the vertical rules of the page, which part words as well.
    """
    rules = sorted(down)
    words: list[Word] = []
    held: list[Letter] = []
    for letter in _with_raised(letters):
        if held and (letter is None or _parted(letter, held) or _ruled_off(held[-1], letter, rules)):
            words.append(_word(held))
            held = []
        if letter is not None:
            held.append(letter)
    if held:
        words.append(_word(held))
    return words


def _with_raised(letters: Sequence[Letter | None]) -> list[Letter | None]:
    """The letters with small numbers that are printed high beside a letter as raised digits."""
    printed = [letter for letter in letters if letter is not None]
    if not printed:
        return list(letters)
    usual = statistics.median_low([letter.size for letter in printed])
    small = [letter for letter in printed if letter.size < _SMALL * usual and may_be_mark(letter.text)]
    if not small or len(small) * len(printed) > _MOST:
        return list(letters)
    hosts: dict[Letter, Letter] = {}
    smallest = min(letter.size for letter in small)
    large = [letter for letter in printed if letter.size * _SMALL > smallest]
    for letter in sorted(small, key=lambda letter: letter.left):
        before = next((known for known in hosts if _follows(letter, known)), None)
        host = hosts[before] if before else next((line for line in large if _is_raised(letter, line)), None)
        if host is not None:
            hosts[letter] = host
    return [
        letter._replace(text=raised(letter.text), top=hosts[letter].top, bottom=hosts[letter].bottom)
        if letter in hosts
        else letter
        for letter in letters
    ]


def _follows(letter: Letter, other: Letter) -> bool:
    """Whether a raised letter stands beside another one."""
    is_near = -0.3 * other.size < letter.left - other.right < 0.5 * other.size
    return is_near and abs(letter.base - other.base) < 0.1 * other.size


def _is_raised(letter: Letter, line: Letter) -> bool:
    """Whether a small letter is printed high and close behind another one."""
    is_near = -_NEAR * line.size < letter.left - line.right < _NEAR * line.size
    is_high = _HIGH[0] * line.size < line.base - letter.base < _HIGH[1] * line.size
    return is_near and is_high and letter.size < _SMALL * line.size


def _parted(letter: Letter, word: Sequence[Letter]) -> bool:
    """Whether a letter begins another word: apart from the last one, left of it or on another line."""
    right = max(known.right for known in word)
    top, bottom = min(known.top for known in word), max(known.bottom for known in word)
    height = max(bottom - top, letter.height)
    return (
        letter.left - right > 0.6 * height
        or letter.left < right - 1.5 * height
        or letter.top > bottom + 0.3 * height
        or letter.bottom < top - 1
    )


def _ruled_off(letter: Letter, other: Letter, rules: Sequence[Segment]) -> bool:
    """Whether a vertical rule is drawn in the gap between two letters of a line."""
    if other.left - letter.right < _GAP:
        return False  # a word that is too long for its cell runs across the rule
    index = bisect_left(rules, (letter.right - _GAP / 2,))
    while index < len(rules) and rules[index][0] < other.left + _GAP / 2:
        _, top, bottom = rules[index]
        if top < (other.top + other.bottom) / 2 < bottom:
            return True
        index += 1
    return False


def _word(letters: Sequence[Letter]) -> Word:
    return Word(
        "".join(letter.text for letter in letters),
        letters[0].left,
        max(letter.right for letter in letters),
        min(letter.top for letter in letters),
        max(letter.bottom for letter in letters),
        statistics.median_low([letter.base for letter in letters]),
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
