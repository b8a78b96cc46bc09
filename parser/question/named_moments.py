"""Since when and up to when a message asks: `с апреля`, `сәуірден бері`; `на 1 июля`, `шілдеге дейін`."""

from __future__ import annotations

import re

from parser.question.asked_patterns import asked_pattern
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.word_forms import LOCATIVE_OF_TIME
from parser.text.dates import may_name_month, parse_month
from parser.text.folding import sound, sounds

_FIRST_MONTH = 1
_FEASTS = frozenset({(8, 3), (22, 3), (9, 5), (25, 10), (16, 12)})  # days that money is spent on
_WORD = re.compile(r"[^\W\d]+")
_INSTRUMENTAL = re.compile("(?:em|skim)$")  # с апрелем, с апрельским, as it sounds


def cut_since(text: str) -> tuple[str, int | None]:
    """A text without the month since when it asks, and that month; the first one for `с начала года`.

    >>> cut_since("что изменилось с апреля")
    ('что изменилось  ', 4)

    Args:
        text: the message.
    """
    if since_start().search(text):
        return since_start().sub(" ", text), _FIRST_MONTH
    for match in since_month().finditer(text):
        month = parse_month(match["following"] or match["before"])
        # `по сравнению с апрелем` is of April's own edition.
        several = _until_another().match(text, match.end())  # с апреля по июль
        if several is not None and parse_month(several["month"]) is not None:
            continue
        if month is not None and not _INSTRUMENTAL.search(sound((match["following"] or "").casefold())):
            return f"{text[: match.start()]} {text[match.end() :]}", month
    return text, None


def cut_moment(text: str) -> tuple[str, int | None, int | None]:
    """A text without the day or the month up to which it asks: that month, and the day where one is named.

    >>> cut_moment("сколько было на школы на 1 июля")[1:], cut_moment("что изменилось до июля")[1:]
    ((7, 1), (7, None))

    Args:
        text: the message.
    """
    text, month, day = _cut_as_of(text)
    return (text, month, day) if month is not None else (*_cut_until(text), None)


def _cut_as_of(text: str) -> tuple[str, int | None, int | None]:
    """A text without the day as of which it asks, that day's month, and the day: `на 1 июля`.

    A feast is none: `сколько на 8 марта`.
    """
    for match in _as_of_day().finditer(text) if may_name_month(text) else ():
        month = parse_month(match["month"] or match["month_behind"] or match["month_in"])
        day = int(match["day"] or match["day_behind"] or match["day_in"])
        changes = match["day_in"] and any(map(load_asking_words().asks_change, sounds(text)))
        inside = match["month_in"] is None or LOCATIVE_OF_TIME.search(sound(match["month_in"].casefold()))
        if month is not None and inside and (day, month) not in _FEASTS and not changes:
            return f"{text[: match.start()]} {text[match.end() :]}", month, day
    return text, None, None


@asked_pattern(digit=True)
def _as_of_day() -> re.Pattern[str]:
    """`на 1 июля`, `1 шілдеге дейін`; with a year it is a date."""
    asking = load_asking_words()
    day, month = r"(?:[12]?\d|3[01])", r"[^\W\d]+"
    return re.compile(
        rf"""
        (?<!\w) {asking.pattern(Asks.AS_OF)} \s+ (?P<day> {day} ) \s+ (?P<month> {month} )
          (?! \s+ 20\d\d )
        | (?<![\w.,/-]) (?P<day_behind> {day} ) \s+ (?P<month_behind> {month} )
          \s+ {asking.pattern(Asks.AS_OF_FOLLOWS)} (?!\w)
        | (?<![\w.,/-]) (?P<day_in> {day} ) \s+ (?P<month_in> {month} )
          (?!\w) (?! \s+ {asking.pattern(Asks.DECISION)} )  # 1 шілдедегі мәдениет; no 8 сәуірдегі шешім
        """,
        re.IGNORECASE | re.VERBOSE,
    )


def _cut_until(text: str) -> tuple[str, int | None]:
    """A text without the month up to which it asks, and that month; of its end it is the next one."""
    if not may_name_month(text):
        return text, None
    for match in until_month().finditer(text):
        month = parse_month(next(filter(None, match.groups())))
        from_another = parse_month(
            (_WORD.findall(text[: match.start()]) or [""])[-1]
        )  # сәуірден желтоқсанға дейін
        if month is not None and not from_another:
            rest = f"{text[: match.start()]} {text[match.end() :]}"
            return rest, month + 1 if match["end"] or match["end_before"] else month
    return text, None


@asked_pattern(Asks.YEARS_UNTIL, Asks.UP_TO)
def _until_another() -> re.Pattern[str]:
    """`по июль`, `до июля`, behind the month that something begins with."""
    asking = load_asking_words()
    until = "|".join(map(asking.pattern, (Asks.YEARS_UNTIL, Asks.UP_TO)))
    return re.compile(rf"\s+(?:{until})\s+(?P<month>[^\W\d]+)", re.IGNORECASE)


@asked_pattern(Asks.UP_TO_END, Asks.UP_TO, Asks.UP_TO_END_FOLLOWS, Asks.UP_TO_FOLLOWS)
def until_month() -> re.Pattern[str]:
    """`к июлю`, `до июля`, `на конец апреля`; `шілдеге дейін`, `сәуірдің соңына`; but `до 8 апреля`."""
    asking = load_asking_words()
    return re.compile(
        rf"""
        \b {asking.pattern(Asks.UP_TO_END)} \s+ (?P<end> [^\W\d]+ )  # на конец апреля
        | \b {asking.pattern(Asks.UP_TO)} \s+ (?P<following> [^\W\d]+ )  # к июлю
        | \b (?P<end_before> [^\W\d]+ ) \s+ {asking.pattern(Asks.UP_TO_END_FOLLOWS)}  # сәуірдің соңына
        | \b (?P<before> [^\W\d]+ ) (?: \s+ {asking.pattern(Asks.DECISION)} )?
          \s+ {asking.pattern(Asks.UP_TO_FOLLOWS)}  # шілдеге дейін, шілдедегі шешімге дейін
        """,
        re.IGNORECASE | re.VERBOSE,
    )


@asked_pattern(Asks.SINCE_START)
def since_start() -> re.Pattern[str]:
    """`с начала года`, `жыл басынан бері`."""
    return re.compile(rf"\b{load_asking_words().pattern(Asks.SINCE_START)}", re.IGNORECASE)


@asked_pattern(Asks.SINCE, Asks.SINCE_FOLLOWS)
def since_month() -> re.Pattern[str]:
    """`с апреля`, `сәуірден бері`; whether the word is a month is for `parse_month` to say."""
    asking = load_asking_words()
    return re.compile(
        rf"""
        \b {asking.pattern(Asks.SINCE)} \s+ (?P<following> [^\W\d]+ )  # с апреля
        | \b (?P<before> [^\W\d]+ ) \s+ {asking.pattern(Asks.SINCE_FOLLOWS)}
        """,
        re.IGNORECASE | re.VERBOSE,
    )
