"""One thing of many, told by its number: `школа № 5`, `2-й микрорайон`, `5-ші мектеп`.

Its number is no code and no amount: a plan gives one amount for all things of a kind.
"""

from __future__ import annotations

import re
from functools import cache

from parser.dataclass import dataclass
from parser.question.asked_patterns import asked_pattern
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.intents import Unheld
from parser.text.word_lists import ListRow, any_in_either_case, read_list

NUMBERED_COLUMNS = ("thing", "single", "asks", "example")
_NUMBER = r"(?<![\w./,-])\d{1,3}(?![\w%/]|[ .,-]\d)"
_LAST = r"\d{1,2}(?=\s*(?:[?!.;]|$))"  # behind its thing: no amount is meant, nor a code
_ORDINAL = r"(?<![\w./,-])\d{1,3}-(?:[^\W\d]{1,3}(?!\w))?"  # in Kazakh a hyphen is enough


@dataclass(frozen=True, slots=True)
class NumberedThing:
    """One thing of many that a message asks of.

    Attributes:
        rest: the message without its number; without the thing too where that is only a place.
        asks: what is asked of it that no plan tells.
    """

    rest: str
    asks: Unheld


def cut_numbered(text: str) -> NumberedThing | None:
    """The one thing of many that a message asks of; None where it tells none by a number.

    Args:
        text: the message. `5 школ` are five of them, and `школы 2014` a year.

    >>> thing, place = cut_numbered("сколько дали школе № 5"), cut_numbered("7 микрорайон дороги")
    >>> thing and thing.rest, place and place.rest, cut_numbered("5 школ")
    ('сколько дали школе', 'дороги', None)
    """
    match = _numbered().search(text)
    if match is None:
        return None
    thing = next(filter(None, match.group("named", "ordered", "counted", "signed", "sited")))
    asks = Unheld.PLACE if _place().fullmatch(thing) else Unheld.SINGLE
    kept = "" if asks is Unheld.PLACE else thing
    rest = " ".join(f"{text[: match.start()]} {kept} {text[match.end() :]}".split())
    return NumberedThing(rest, asks)


def read_numbered_rows() -> tuple[ListRow, ...]:
    """The things of which one is told by its number, and their forms that are of one alone."""
    return read_list("numbered_things.tsv", NUMBERED_COLUMNS)


@asked_pattern(digit=True)
def _numbered() -> re.Pattern[str]:
    rows = read_numbered_rows()
    thing = any_in_either_case([row["thing"] for row in rows])
    single = any_in_either_case([word for row in rows for word in row["single"].split()])
    sites = any_in_either_case([word for row in _list_places() for word in row["single"].split()])
    sign = rf"(?:[№\#]|{load_asking_words().pattern(Asks.CHOICE)})\s*"
    return re.compile(
        rf"""
        (?<!\w) (?P<named> {thing} ) \s* {sign} {_NUMBER}  # школа № 5, школа номер 5
        | (?: {sign} {_NUMBER} | {_ORDINAL} ) \s* (?P<ordered> {thing} )  # № 5 мектеп, 5-я школа, 5-мектеп
        | {_NUMBER} \s+ (?P<counted> {single} )  # дали 5 школе
        | (?<!\w) (?P<signed> {single} ) \s+ {_LAST}  # школа 5
        | (?<!\w) (?P<sited> {sites} ) \s+ {_NUMBER}  # мкр 5 школа
        """,
        re.IGNORECASE | re.VERBOSE,
    )


@cache
def _place() -> re.Pattern[str]:
    """A thing that only says where something is."""
    return re.compile(any_in_either_case([row["thing"] for row in _list_places()]), re.IGNORECASE)


def _list_places() -> list[ListRow]:
    return [row for row in read_numbered_rows() if row.target("asks", Unheld) is Unheld.PLACE]
