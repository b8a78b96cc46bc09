"""The months that a message names an edition by: `в ноябре`, `қараша шешімі`, `с апреля по декабрь`."""

from __future__ import annotations

import re
from functools import cache

from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.fillers import is_filler
from parser.question.place_words import kind_at
from parser.text.dates import may_name_month, parse_month
from parser.text.folding import sound
from parser.text.letters import DASHES

_MOST_BESIDE_MONTH = 4  # words of a message that names a month and nothing else
_WORD = re.compile(r"\w+")


@cache
def _month() -> re.Pattern[str]:
    """A word that may be a month which an edition is named by."""
    asking = load_asking_words()
    named = "|".join(asking.pattern(asks) for asks in (Asks.EDITION, Asks.CHANGE))
    return re.compile(
        rf"""
        \b (?: в | за | после ) \s+ (?P<russian> [^\W\d]+ ) \b  # в ноябре; за апрель; после июля
        | \b {asking.pattern(Asks.SINCE)} \s+ (?P<with> [^\W\d]+ ) \b  # по сравнению с апрелем
        | \b {asking.pattern(Asks.AFTER)} \s+ (?P<after> [^\W\d]+ ) \b  # относительно апреля
        | (?P<ahead> [^\W\d]+ ) (?= \s+ {asking.pattern(Asks.AFTER_FOLLOWS)} )  # сәуірмен салыстырғанда
        | (?P<kazakh> [^\W\d]+ ) \s+ ай\w*  # қараша айындағы
        | \b (?P<locative> [^\W\d]+ (?: да | де | та | те ) (?: ғы | гі )? ) \b  # шілдеде; желтоқсандағы
        | \b\d{{1,2}} \s+ (?P<day> [^\W\d]+ )  # 8 апреля; 8 сәуірдегі
        | \b (?P<before> [^\W\d]+ ) (?= \s+ (?: {named} ) )  # июльское уточнение; қараша шешімі
        | \b (?P<adjective> [^\W\d]+ с к [^\W\d]{{2,3}} ) \b  # ноябрьский; but Октябрьский is a place too
        """,
        re.IGNORECASE | re.VERBOSE,
    )


def find_month(text: str) -> tuple[int, int, int] | None:
    """A month that an edition is named by (`в ноябре`, `қараша айындағы`), with where it stands."""
    asking = load_asking_words()
    for match in _month().finditer(text):
        kinds = ("russian", "with", "after", "ahead", "kazakh", "locative", "day", "before")
        word = next((match[kind] for kind in kinds if match[kind]), None)
        month = parse_month(word or match["adjective"])
        if match["adjective"] and asking.writes(match["adjective"].casefold(), Asks.NOT_ALONE):
            continue
        word = word or match["adjective"]
        if asking.says(sound(next(reversed(_WORD.findall(text[: match.start()])), "")), Asks.VERY):
            continue  # ең майда is smallest, and not in May
        if month and not asking.writes(word.casefold(), Asks.NOTHING):
            return month, match.start(), match.end()
    return _find_bare_month(text) or _find_month_alone(text)


def _find_bare_month(text: str) -> tuple[int, int, int] | None:
    """The month that stands behind all else that a message names: `школы апрель 2013 года`."""
    asking = load_asking_words()
    words = reversed(list(_WORD.finditer(text)))
    said = (each for each in words if not asking.says(sound(each.group()), Asks.YEAR))
    last = next((each for each in said if not each.group().isdigit()), None)
    if last is None or not asking.writes(last.group().casefold(), Asks.BARE_MONTH):
        return None
    month = parse_month(last.group())
    return (month, last.start(), last.end()) if month else None


def _find_month_alone(text: str) -> tuple[int, int, int] | None:
    """The month that is all that a message names: `июльское?`, `апрель`."""
    asking, words = load_asking_words(), list(_WORD.finditer(text))
    if len(words) > _MOST_BESIDE_MONTH:
        return None
    named = [match for match in words if not _asks_of_changes(match.group().casefold())]
    said = named[0].group().casefold() if len(named) == 1 else ""
    # `қазан` alone is a city, too; beside a change it is the month.
    spoken = [sound(match.group().casefold()) for match in words]
    changes = any(map(asking.asks_change, spoken)) and not any(
        kind_at(spoken, at) for at in range(len(spoken))
    )
    no_month = (asking.writes(said, Asks.NOT_ALONE) and not changes) or asking.writes(said, Asks.NOTHING)
    month = parse_month(said) if said and not no_month else None
    return (month, named[0].start(), named[0].end()) if month else None


def _asks_of_changes(folded: str) -> bool:
    """Whether a word beside a month names no line: `август, что урезано`, `қазан мәслихат не өзгертті`."""
    spoken = sound(folded)
    asking = load_asking_words()
    asks = asking.asks_change(spoken) or asking.says(spoken, Asks.DECISION, Asks.ACTOR)
    return asks or is_filler(folded, spoken)


def cut_months(text: str) -> tuple[str, tuple[int, ...]]:
    """A text without the months that editions are named by, and these: `в апреле и декабре` names two."""
    months: dict[int, None] = {}
    if not may_name_month(text):
        return text, ()
    while run := _find_months(text):
        named, start, end = run
        months |= dict.fromkeys(named)
        text = cut(text, start, end)
    while found := find_month(text):
        month, start, end = found
        months[month] = None
        text = cut(text, start, end)
    return text, tuple(months)


def _find_months(text: str) -> tuple[list[int], int, int] | None:
    """Months that follow one another, `июль и ноябрь`, `с апреля по декабрь`, and where they stand."""
    for first in _WORD.finditer(text):
        month = parse_month(first.group())
        if month is None:
            continue
        named, end = [month], first.end()
        while further := _further_month().match(text, end):
            month = parse_month(further["month"])
            if month is None:
                break
            named.append(month)
            end = further.end()
        if len(named) > 1:
            return named, first.start(), end
    return None


@cache
def _further_month() -> re.Pattern[str]:
    """A word after a month that may be another one: `, июле`; ` и в декабре`; ` по декабрь`; `-желтоқсан`."""
    asking = load_asking_words()
    between = asking.pattern(Asks.BETWEEN)
    until = "|".join(map(asking.pattern, (Asks.YEARS_UNTIL, Asks.UP_TO)))  # по июль, до июля
    joins = rf"\s*(?:[{DASHES},/]|(?<!\w){between}|(?<!\w)(?:{until}))?\s*"
    return re.compile(rf"{joins}(?:[^\W\d]{{1,2}}\s+)?(?P<month>[^\W\d]+)", re.IGNORECASE)


def cut(text: str, start: int, end: int) -> str:
    """A text without what stands from one place to another."""
    return f"{text[:start]} {text[end:]}"
