"""Decision text evened out for reading: one alphabet in each word, titles in quotes set aside.

Councils' texts mix Latin letters into Cyrillic words, and put titles of decisions into titles of
decisions. Everything here keeps every character's position, so that what is found in the evened
text can be cut from the printed one.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

from parser.document import Paragraph
from parser.records import SourcePlace
from parser.text.joining import close_up
from parser.text.letters import (
    CAPITALS,
    CYRILLIC,
    DASHES,
    QUOTES,
    ROMAN,
    SMALLS,
    TO_CYRILLIC,
    TO_LATIN,
    drop_invisible,
)
from parser.text.marks import without_raised

_OPEN, _CLOSE = "«“„\"'‘<‹", "»”“\"'’>›"
_LETTERS = re.compile(r"[^\W\d_]+")
# What most texts consist of: composed letters and signs that are shown and raise nothing.
_PLAIN = re.compile("[ -~\u0400-\u0481\u048a-\u052f«»–—№]*")
_LATIN_LOOK = re.compile(f"[{''.join(map(chr, TO_CYRILLIC))}]")

# 12; 8С; 45а-; 25-1р; never 10-3г., 10-3н
_DIGITS = rf"\d+ (?: (?: [{CAPITALS}]{{1,2}} | (?! [гжн](?![-/]) ) [{SMALLS}] ) (?! [^\W\d_] ) )?"
# A decision's number, for expressions that ignore case: № 12-3; № 8С-5/3; №7; N 237; No. 12; № 2–2; № 1 (XIV)
NUMBER = rf"""(?x:
    (?: №+ | \bN[oо]? (?=[\s.\d]) \.? ) \s* :? \s*
    (?P<number> (?-i:
        (?: [{CAPITALS}]{{1,4}} \s? [-‐‑–—/] \s? )?  # № С-70/2; № Қ-15/2
        {_DIGITS}
        (?: \s? [-‐‑–—/.] \s? (?! 20\d\d\s*(?:ж|г) )  # never of 12 - 2013 жылғы
            (?: {_DIGITS} | [{ROMAN}Y]{{1,6}}(?!\w) | [{CAPITALS}]{{1,4}}\d*(?!\w)
              | (?:бис|БИС)(?!\w) ) )*  # № 45-414-VI; № 12-3; № 12-3-бис
        (?: \s? \( [{ROMAN}]{{1,6}} \) )?  # № 1 (XIV)
    ))
)"""
_LONGEST = 100_000  # characters of a paragraph; a clause with two dozen villages' budgets has a third of it
_FILLER = "\ue000"
# The innermost title in quotes.
_TITLE = re.compile(
    rf"""
    [{_OPEN}]{{1,4}} \s* (?:
        (?: О | Об | Обо ) \s (?: (?!решени) [^{QUOTES}] ){{4,400}}?  # "О районном бюджете на 2013-2015 годы"
        (?: [{_CLOSE}]{{1,4}}  # О районном бюджете»; where no quote closes it:
          | (?= \s*\( (?:за)?регистр )  # "О районном бюджете | (зарегистрировано в Реестре
          | (?= \s+от\s+\d )  # "О районном бюджете | от 21 декабря
          | (?<=годы)(?=\s) | $ )  # "О районном бюджете на 2013-2015 годы | следующие изменения
        | (?: (?!шешім) [^{QUOTES}] ){{4,400}}? туралы  # «2013-2015 жылдарға арналған бюджет туралы»
          (?: [{_CLOSE}]{{1,4}} | (?=\s) | $ )  # бюджет туралы»; «бюджет туралы | шешіміне
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)


def number_key(number: str) -> str:
    """One form of a decision's number for comparing, whatever alphabet and dashes were printed.

    >>> number_key("33/3-\u0406V") == number_key("33/3 – IV")
    True
    """
    text = "".join(unicodedata.normalize("NFKC", number).split()).upper()
    text = re.sub(f"[{DASHES}]", "-", text).translate(TO_LATIN)
    head, dash, roman = text.rpartition("-")
    if dash and re.fullmatch(r"[IVXYL1]*[IVXYL][IVXYL1]*", roman):
        text = head + dash + roman.replace("Y", "V").replace("L", "I").replace("1", "I")
    return text.strip(".-/")


def clean_print(text: str) -> str:
    """Composed letters, no invisible characters or footnote marks, single spaces, words closed up."""
    if not _PLAIN.fullmatch(text):
        text = without_raised(drop_invisible(unicodedata.normalize("NFC", text)))
    return " ".join(close_up(text).split())


def even(text: str) -> str:
    """The same text with every word in one alphabet; as long as what was given."""
    if not _LATIN_LOOK.search(text):  # as in most texts
        return text
    return _LETTERS.sub(
        lambda m: m.group().translate(TO_CYRILLIC) if CYRILLIC.search(m.group()) else m.group(), text
    )


def set_titles_aside(text: str) -> str:
    """The text with innermost quoted titles of decisions blanked out; as long as what was given."""
    return _TITLE.sub(lambda m: _FILLER * len(m.group()), text)


@dataclass(frozen=True)
class Passage:
    """A paragraph in its printed and its evened form, of equal length."""

    printed: str
    at: SourcePlace

    @classmethod
    def of(cls, paragraph: Paragraph) -> Passage:
        """The paragraph with its spaces and invisible characters cleaned."""
        return cls(clean_print(paragraph.text[:_LONGEST]), paragraph.at)

    @cached_property
    def even(self) -> str:
        """The text with every word in one alphabet."""
        return even(self.printed)

    @cached_property
    def bare(self) -> str:
        """The evened text without quoted titles."""
        return set_titles_aside(self.even)


FILLED = rf"[{_FILLER}]"
