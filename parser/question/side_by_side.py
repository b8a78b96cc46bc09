"""The lines of a message that names several: `дороги или школы`, `білім бе, спорт па`."""

from __future__ import annotations

import re
from functools import cache

from parser.question.asking_words import Asks, load_asking_words
from parser.text.folding import sound

_WORD = re.compile(r"[^\W\d]+")
_TOGETHER = re.compile("...[pmb]en$")  # of a Kazakh word as it sounds: спортпен
_FEWEST_PARTICLES = 2


def part_lines(text: str, *, compares: bool) -> tuple[list[str], bool]:
    """A message in the pieces that name its lines.

    Args:
        text: the message.
        compares: whether a word of it asks to compare.

    Returns:
        The pieces, and whether it is asked which of them is more: of a name that only holds «и» it is not.
    """
    asking = load_asking_words()
    than = _more_than().search(text)
    if than:
        return [text[: than.start()], text[than.end() :]], True
    if len(_particles().findall(text)) >= _FEWEST_PARTICLES:
        pieces = [piece for part in _particles().split(text) for piece in _between().split(part)]
        return _named(pieces), True
    pieces = _named(_between().split(text))
    rivals = re.search(rf"(?<!\w){asking.pattern(Asks.OR)}", text, re.IGNORECASE) is not None
    if compares and len(pieces) < 2:
        pieces = _named(_with().split(text, maxsplit=1))
        pieces = pieces if len(pieces) > 1 else _part_together(text)
    return pieces, rivals or compares


def _named(pieces: list[str]) -> list[str]:
    return [piece for piece in pieces if piece.strip(" ,.?!")]


def _part_together(text: str) -> list[str]:
    """`білімді спортпен салыстыр`: a word that ends so is one line, the words before it are the other."""
    for word in _WORD.finditer(text):
        if _TOGETHER.search(sound(word.group().casefold())) and text[: word.start()].strip():
            return _named([text[: word.start()], text[word.start() :]])
    return [text]


@cache
def _between() -> re.Pattern[str]:
    """What stands between the lines of a question that names several."""
    return re.compile(rf"[,;:+&]|(?<!\w){load_asking_words().pattern(Asks.BETWEEN)}", re.IGNORECASE)


@cache
def _particles() -> re.Pattern[str]:
    return re.compile(rf"\s+{load_asking_words().pattern(Asks.PARTICLE)}", re.IGNORECASE)


@cache
def _with() -> re.Pattern[str]:
    return re.compile(rf"\s+{load_asking_words().pattern(Asks.WITH)}\s+", re.IGNORECASE)


@cache
def _more_than() -> re.Pattern[str]:
    """`больше, чем на`: what stands before it and after it are compared."""
    asking = load_asking_words()
    more, less = asking.pattern(Asks.MORE_THAN), asking.pattern(Asks.LESS_THAN)
    return re.compile(rf"(?<!\w)(?:{more}|{less})[\s,]+{asking.pattern(Asks.THAN)}\s", re.IGNORECASE)
