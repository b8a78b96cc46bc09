"""A message as it was meant to be typed: digits of ASCII, sentences unbroken, the layout that it asks in.

What a message asks is read from its words. Typed in another layout none asks: `crjkmrj yf irjks` is
`сколько на школы`. Where one word is typed so, search tries the layouts (`storage/search/other_readings.py`).
"""

from __future__ import annotations

import re

from parser.question.asking_words import load_asking_words
from parser.question.fillers import is_filler
from parser.question.keyboard import other_layouts
from parser.question.line_by_line import join_broken
from parser.text.dates import parse_month
from parser.text.folding import sound, words
from parser.text.letters import CYRILLIC, SIGNS, SOUNDING, with_ascii_digits
from parser.text.units import spoken_unit

_TELLING = 4  # sounds of a word that is no other one by chance: `yf` is на, `xnj` что
_LONG = re.compile(r"\S*[a-z]\S*", re.IGNORECASE)
# No word of any language: nothing in it sounds, or a sign stands in it where Cyrillic has a letter.
_MUTE = re.compile(r"[^aeiouy]+", re.IGNORECASE)
_SIGN_WITHIN = re.compile(r"[a-z](?:[;\[\]]|\d+)[a-z]", re.IGNORECASE)
# Nor of any in Cyrillic: nothing in it sounds, it begins with a sign, or has too many consonants together.
_NO_CYRILLIC = re.compile(
    rf"(?<!\w)(?:[^\W{SOUNDING}\d_]{{3,}}(?!\w)|[{SIGNS}])|[^\W{SOUNDING}\d_]{{5}}", re.IGNORECASE
)


def as_meant(text: str) -> str:
    """A message as it was meant: another layout is told by words that ask there, where none does as typed.

    Else it is where half of the words are none in Latin letters: `cflbrb + irjks`.

    >>> as_meant("crjkmrj yf irjks"), as_meant("skolko na shkoly"), as_meant("irjks")
    ('сколько на школы', 'skolko na shkoly', 'irjks')

    Args:
        text: as typed.
    """
    text = join_broken(with_ascii_digits(text))
    if CYRILLIC.search(text) or not any(map(str.isalpha, text)) or _asks(text):
        return text
    read = other_layouts(text)
    spoken = [] if _may_be_latin(text) else [each for each in read if not _NO_CYRILLIC.search(each)]
    return [*filter(_asks, read), *spoken, text][0]


def _may_be_latin(text: str) -> bool:
    """Whether most of the words may be such in Latin letters; one word alone always may."""
    long_words = [word for word in _LONG.findall(text) if len(word) >= _TELLING]
    strange = [word for word in long_words if _MUTE.fullmatch(word) or _SIGN_WITHIN.search(word)]
    return len(text.split()) == 1 or not strange or 2 * len(strange) < len(long_words)


def _asks(text: str) -> bool:
    """Whether a text has a word that asks something, or bounds what is asked: a month, an amount."""
    heard = [(word, sound(word)) for word in words(text)]
    asking = load_asking_words()
    return any(
        is_filler(word, spoken)
        or asking.asks_anything(spoken)
        or parse_month(word) is not None
        or spoken_unit(spoken) is not None
        for word, spoken in heard
        if len(spoken) >= _TELLING
    )
