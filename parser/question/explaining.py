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


def read_explaining_rows() -> tuple[ListRow, ...]:
    """The rows of the list."""
    return read_list("explaining.tsv", EXPLAINING_COLUMNS)


def _list_explaining(language: Language) -> list[str]:
    """All words of a language that ask what something means."""
    return [row["words"] for row in read_explaining_rows() if row.target("language", Language) is language]


@listed_pattern(_list_explaining)
def _asks_meaning(language: Language) -> re.Pattern[str]:
    said: dict[AsksWhere, list[str]] = {where: [] for where in AsksWhere}
    for row in read_explaining_rows():
        if row.target("language", Language) is language:
            said[row.target("where", AsksWhere)].append(row["words"])
    anywhere, last = any_in_either_case(said[AsksWhere.ANYWHERE]), any_in_either_case(said[AsksWhere.LAST])
    # Behind a number they ask of a sum that was seen somewhere: `439 489 бұл не`.
    return re.compile(rf"(?<!\w)(?:{anywhere}|(?<!\d[ ]){last}(?=\W*$))", re.IGNORECASE)
