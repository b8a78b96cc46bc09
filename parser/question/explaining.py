"""Asking what a word means: `что такое субвенция`, `субвенция дегеніміз не` (`locales/explaining.tsv`)."""

from __future__ import annotations

import re
from enum import StrEnum

from parser.question.asked_patterns import listed_pattern
from parser.records import Language
from parser.text.word_lists import ListRow, any_in_either_case, read_list

EXPLAINING_COLUMNS = ("words", "language", "where", "example")


class AsksWhere(StrEnum):
    """Where in a message words must stand to ask what something means: the column `where` of the list."""

    ANYWHERE = "anywhere"
    LAST = "last"  # «бұл не», with nothing behind it
    WHO = "who"  # anywhere; of what is no term it asks which person it is: `кто такой Никитин`


def cut_explaining(text: str) -> tuple[str, Language | None]:
    """A message without the words that ask what something means, and their language.

    >>> cut_explaining("что такое субвенция")
    ('субвенция', <Language.RU: 'ru'>)

    Returns:
        The text as it is and None where no such words are in it.
    """
    for language in Language:
        if _asks_meaning(language).search(text):
            return " ".join(_asks_meaning(language).sub(" ", text).split()), language
    return text, None


def asks_who(text: str) -> bool:
    """Whether a message asks who somebody is, or what a word for him means: `кто такой администратор`."""
    return any(_asks_who(language).search(text) for language in Language)


def read_explaining_rows() -> tuple[ListRow, ...]:
    """The rows of the list."""
    return read_list("explaining.tsv", EXPLAINING_COLUMNS)


def _list_said(language: Language, *where: AsksWhere) -> list[str]:
    rows = (row for row in read_explaining_rows() if row.target("language", Language) is language)
    return [row["words"] for row in rows if row.target("where", AsksWhere) in where]


def _list_explaining(language: Language) -> list[str]:
    """All words of a language that ask what something means."""
    return _list_said(language, *AsksWhere)


def _list_who(language: Language) -> list[str]:
    return _list_said(language, AsksWhere.WHO)


@listed_pattern(_list_who)
def _asks_who(language: Language) -> re.Pattern[str]:
    said = any_in_either_case(_list_who(language))
    return re.compile(rf"(?<!\w){said}(?!\w)", re.IGNORECASE)


@listed_pattern(_list_explaining)
def _asks_meaning(language: Language) -> re.Pattern[str]:
    anywhere = any_in_either_case(_list_said(language, AsksWhere.ANYWHERE, AsksWhere.WHO))
    last = any_in_either_case(_list_said(language, AsksWhere.LAST))
    # Behind a number they ask of a sum that was seen somewhere: `439 489 бұл не`.
    return re.compile(rf"(?<!\w)(?:{anywhere}|(?<!\d[ ]){last}(?=\W*$))", re.IGNORECASE)
