"""One thing of many, told by its number: `школа № 5`, `2-й микрорайон`, `5-ші мектеп`.

Its number is no code and no amount: a plan gives one amount for all things of a kind.
"""

from __future__ import annotations

import re
from functools import cache

from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.text.word_lists import ListRow, any_in_either_case, read_list

NUMBERED_COLUMNS = ("thing", "single", "example")
_NUMBER = r"(?<![\w./,-])\d{1,3}(?![\w%/]|[ .,-]\d)"
_LAST = r"\d{1,2}(?=\s*(?:[?!.;]|$))"  # behind its thing: no amount is meant, nor a code
_ORDINAL = r"(?<![\w./,-])\d{1,3}-(?:[^\W\d]{1,3}(?!\w))?"  # in Kazakh a hyphen is enough


def cut_numbered(text: str) -> str | None:
    """A message without the number of one thing that it asks of; None where it tells none by a number.

    Args:
        text: the message. `5 школ` are five of them, and `школы 2014` a year.

    >>> cut_numbered("сколько дали школе № 5"), cut_numbered("2-й микрорайон"), cut_numbered("5 школ")
    ('сколько дали школе', 'микрорайон', None)
    """
    match = _numbered().search(text)
    if match is None:
        return None
    thing = next(filter(None, (match["named"], match["ordered"], match["counted"], match["signed"])))
    return " ".join(f"{text[: match.start()]} {thing} {text[match.end() :]}".split())


def read_numbered_rows() -> tuple[ListRow, ...]:
    """The things of which one is told by its number, and their forms that are of one alone."""
    return read_list("numbered_things.tsv", NUMBERED_COLUMNS)


@cache
def _numbered() -> re.Pattern[str]:
    rows = read_numbered_rows()
    thing = any_in_either_case([row["thing"] for row in rows])
    single = any_in_either_case([word for row in rows for word in row["single"].split()])
    sign = rf"(?:[№\#]|{load_asking_words().pattern(Asks.CHOICE)})\s*"
    return re.compile(
        rf"""
        (?<!\w) (?P<named> {thing} ) \s* {sign} {_NUMBER}  # школа № 5, школа номер 5
        | (?: {sign} {_NUMBER} | {_ORDINAL} ) \s* (?P<ordered> {thing} )  # № 5 мектеп, 5-я школа, 5-мектеп
        | {_NUMBER} \s+ (?P<counted> {single} )  # дали 5 школе
        | (?<!\w) (?P<signed> {single} ) \s+ {_LAST}  # школа 5
        """,
        re.IGNORECASE | re.VERBOSE,
    )
