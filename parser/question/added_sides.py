"""A comparison one side of which is several lines together: `школы больше садиков и дорог вместе?`.

The words that add stand on that side or at its end; what stands on either side of the word that compares is
cut first, and then each side into its lines.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from parser.question.asks import Asks
from parser.question.cut_by_form import (
    any_word,
    between_lines,
    cut_ablative,
    cut_comparative,
    cut_together,
    cut_with,
    more_or_less,
    names,
    without_comparison,
)
from parser.question.word_forms import ABLATIVE
from parser.text.folding import sound

_PAIR = 2


def without_adding(text: str) -> str:
    """A text without the words that add lines up; what also stands between lines becomes a comma.

    >>> without_adding("школы больше, чем садики плюс дороги")
    'школы больше, чем садики ,  дороги'
    """
    for said in reversed(list(_find_adding(text))):
        between = ", " if between_lines().fullmatch(said[0].strip()) else " "
        text = f"{text[: said.start()]}{between}{text[said.end() :]}"
    return text


def _find_adding(text: str) -> Iterator[re.Match[str]]:
    """The words that add lines up; `больше всего` adds nothing."""
    for said in any_word(Asks.SUM, Asks.TOTAL).finditer(text):
        before = list(more_or_less().finditer(text[: said.start()]))
        if not before or text[before[-1].end() : said.start()].strip():
            yield said


def cut_added_sides(text: str) -> tuple[tuple[str, ...], ...]:
    """The sides of a comparison, each with its lines, where one of them is several lines together.

    >>> cut_added_sides("школы больше садиков и дорог вместе")
    (('школы',), ('садиков', 'дорог'))

    Args:
        text: a message that compares.

    Returns:
        Nothing where nothing is added up in it, or only one line stands on each side.
    """
    if next(_find_adding(text), None) is None:
        return ()
    if behind := _cut_before_sum(text):
        return behind
    bare = without_adding(text)
    ways: tuple[Callable[[str], Sequence[str]], ...] = (
        partial(_cut_at, Asks.AGAINST),
        partial(_cut_at, Asks.AGAINST_FOLLOWS),
        cut_comparative,
        cut_ablative,
        any_word(Asks.OR).split,
        cut_with,
    )
    for cut in ways:
        sides = [tuple(_list_lines(side)) for side in cut(bare)]
        sides = [side for side in sides if side]
        if len(sides) >= _PAIR and any(len(side) > 1 for side in sides):
            return tuple(sides)
    return ()


def _cut_before_sum(text: str) -> tuple[tuple[str, ...], ...]:
    """`білім ТКШ мен көлікті қосқаннан көп пе`: what adds up ends as what the first line is set against."""
    for said in any_word(Asks.SUM).finditer(text):
        line, _, others = text[: said.start()].strip().partition(" ")
        added = tuple(_list_lines(others))
        if ABLATIVE.search(sound(said[0].casefold())) and names(line) and len(added) > 1:
            return ((line,), added)
    return ()


def _cut_at(against: Asks, text: str) -> Sequence[str]:
    """`школы больше, чем садики и дороги`; `мектепке қарағанда балабақша мен жол`."""
    said = any_word(against).search(text)
    return [text[: said.start()], text[said.end() :]] if said else [text]


def _list_lines(side: str) -> Iterator[str]:
    """The lines that a side of a comparison names."""
    for piece in between_lines().split(side):
        for beside in cut_with(piece):
            parts = cut_together(beside)
            for part in parts if all(map(names, parts)) else [beside]:
                if names(part):
                    yield without_comparison(part)
