"""Decisions that a text names, with number and date, in both languages and every order of words.

- «… маслихата от 14 декабря 2012 года № 10-3 "О …"», «… "О …" от 22 декабря 2010 года № 264»,
  «… № 43-5 от 15 декабря 2011 года»;
- «… мәслихатының 2012 жылғы 14 желтоқсандағы № 10-3 "…" шешіміне», «… желтоқсандағы "…" № 10-3 шешіміне».
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import cache

from parser.dataclass import dataclass
from parser.records import Language
from parser.text.dates import find_dates
from parser.text.letters import ROMAN
from parser.text.passage import FILLED, NUMBER, Passage, number_key
from parser.text.wordings import Says, wording

_RUSSIAN_NOUN = re.compile(
    r"""
    \b (?: (?P<itself> решение )  # решение маслихата от …; внести изменения в решение
      | (?P<of> решению )  # приложение 1 к решению
      | (?P<by> решением )  # утвержден решением
      | решени(?: [еяюй]м? | ями? ) ) \b  # с изменениями, внесенными решениями
    """,
    re.IGNORECASE | re.VERBOSE,
)
_KAZAKH_NOUN = re.compile(
    r"""
    (?P<into> шешіміне\w* )  # шешіміне өзгерістер енгізу; often glued to its number
    | (?P<itself> шешімі ) (?!\w)  # мәслихатының № 12-3 шешімі
    | (?P<of> шешімі\w+ )  # шешімінің 1-қосымшасы
    | шешім\w*  # шешім қабылдады
    """,
    re.IGNORECASE | re.VERBOSE,
)
_NUMBER = re.compile(NUMBER, re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_ROMAN = rf"(?! [{ROMAN}]+ \) )"  # № 1 (XIV): a part of the number
_BRACKETS = re.compile(rf"(?x: \( {_ROMAN} [^()]* \) )")
_REACH = 900
_COUNCIL = re.compile(
    r"""
    \s+ [\w\s-]{3,80} мәслихат\w* \s*  # № 31-147 Алматы облыстық мәслихатының шешіміне
    """,
    re.IGNORECASE | re.VERBOSE,
)


@cache
def _russian_stop() -> re.Pattern[str]:
    """What ends a Russian mention: `решение … № 10-3 (зарегистрировано …)` ends at the bracket."""
    ends = (wording(Says.FOOTNOTE, Language.RU), wording(Says.REGISTERED), wording(Says.PUBLISHED))
    return re.compile(
        rf"""
        \( {_ROMAN} | ; | РЕШИЛ  # в соответствии с решением … маслихат РЕШИЛ: № 10-3
        | зарегистр | письм  # решение, зарегистрированное за № 1860; письмо от … № 5
        | {"|".join(ends)}
        """,
        re.IGNORECASE | re.VERBOSE,
    )


@cache
def _kazakh_start() -> re.Pattern[str]:
    """What a Kazakh mention begins after: in `… тіркелді; … № 10-3 шешіміне`, the semicolon."""
    ends = (wording(Says.FOOTNOTE, Language.KK), wording(Says.REGISTERED))
    return re.compile(
        rf"""
        [;:] | енгізілсін  # өзгерістер енгізілсін, № 10-3 шешіміне
        | {"|".join(ends)}
        """,
        re.IGNORECASE | re.VERBOSE,
    )


@cache
def _only_glue() -> re.Pattern[str]:
    """What may stand between a decision's date, its title in quotes, its number and the noun."""
    return re.compile(rf"(?:[\s,.«»“”\"']|{FILLED}|{wording(Says.DATE_GLUE)}|н\b)*", re.IGNORECASE)


class Noun(StrEnum):
    """In which case the word for a decision stands, as far as it tells what is said of it."""

    ITSELF = "itself"  # решение, шешімі
    OF = "of"  # решению, шешімінің
    INTO = "into"  # шешіміне; in Russian `в` and the decision itself
    BY = "by"  # решением
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class NamedDecision:
    """A decision named in a text, with its place there: `решением … от 14 декабря 2012 года № 10-3`.

    Attributes:
        number: as the text prints it.
        date: None where the text gives none.
        noun: in which case its noun stands, which says what the decision does there.
        start, end: where the whole phrase stands in its passage, noun included.
        passage: the number of the passage.
    """

    number: str
    date: dt.date | None
    noun: Noun
    language: Language
    start: int
    end: int
    passage: int

    @property
    def key(self) -> str:
        """The number in its form for comparing."""
        return number_key(self.number)


def find_named_decisions(passages: Sequence[Passage]) -> list[NamedDecision]:
    """The decisions that passages name with their numbers, in the order of the text."""
    return [
        mention
        for index, passage in enumerate(passages)
        if _DIGIT.search(passage.printed)
        for mention in sorted(
            [*_russian(passage, index), *_kazakh(passage, index)], key=lambda mention: mention.start
        )
    ]


def _case(noun: re.Match[str]) -> Noun:
    return next((Noun(name) for name, found in noun.groupdict().items() if found), Noun.OTHER)


def _russian(passage: Passage, index: int) -> Iterable[NamedDecision]:
    """Russian mentions: the noun first, its number and date before the next noun (`решение от … № 10-3`)."""
    nouns = list(_RUSSIAN_NOUN.finditer(passage.bare))
    for position, noun in enumerate(nouns):
        limit = nouns[position + 1].start() if position + 1 < len(nouns) else len(passage.bare)
        window = passage.bare[noun.end() : min(limit, noun.end() + _REACH)]
        if stop := _russian_stop().search(window):
            window = window[: stop.start()]
        found = _pair(window)
        if found:
            number, date, end = found
            printed = passage.printed[noun.end() + number.start("number") : noun.end() + number.end("number")]
            yield NamedDecision(
                printed, date, _case(noun), Language.RU, noun.start(), noun.end() + end, index
            )


def _kazakh(passage: Passage, index: int) -> Iterable[NamedDecision]:
    """Kazakh mentions: the noun last, date and number before it (`2012 жылғы … № 10-3 шешіміне`)."""
    text = _BRACKETS.sub(lambda m: " " * len(m.group()), passage.bare)
    start = 0
    for noun in _KAZAKH_NOUN.finditer(text):
        begin = max(start, noun.start() - _REACH)
        window = text[begin : noun.start()]
        cut = max((stop.end() for stop in _kazakh_start().finditer(window)), default=0)
        numbers = list(_NUMBER.finditer(window, cut))
        start = noun.end()
        if not numbers or not any(
            between.fullmatch(window, numbers[-1].end()) for between in (_only_glue(), _COUNCIL)
        ):
            continue
        number = numbers[-1]
        dates = [found for found in find_dates(window[cut:]) if found[2] + cut <= number.start()]
        date, first = None, number.start()
        if dates and len(window[dates[-1][2] + cut : number.start()].replace("\ue000", "")) < 60:
            date, first = dates[-1][0], dates[-1][1] + cut
        printed = passage.printed[begin + number.start("number") : begin + number.end("number")]
        yield NamedDecision(printed, date, _case(noun), Language.KK, begin + first, noun.end(), index)


def _pair(window: str) -> tuple[re.Match[str], dt.date | None, int] | None:
    """A Russian mention's number and date, in either order, and where they end in the text after its noun."""
    number = _NUMBER.search(window)
    if number is None:
        return None
    dates = find_dates(window)
    before = [found for found in dates if found[2] <= number.start()]
    after = [found for found in dates if found[1] >= number.end()]
    if before and _only_glue().fullmatch(window, before[-1][2], number.start()):
        return number, before[-1][0], number.end()
    if after and _only_glue().fullmatch(window, number.end(), after[0][1]):
        return number, after[0][0], after[0][2]
    if before and len(window[before[-1][2] : number.start()].replace("\ue000", "")) < 60:
        return number, before[-1][0], number.end()
    return number, None, number.end()
