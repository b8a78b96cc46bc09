"""How appendices are stamped and titled, in both languages and every order of words.

What says that an appendix is no budget is a list: `locales/appendices.tsv`.
"""

from __future__ import annotations

import re
from functools import cache

from parser.decision.no_plan import is_of_execution
from parser.records import AsideReason
from parser.text.word_lists import any_of, read_list
from parser.text.wordings import Says, saying

_LISTS = frozenset({AsideReason.PROGRAMS, AsideReason.PROTECTED, AsideReason.LAND})
APPENDIX_COLUMNS = ("reason", "wording", "example")
_NUMBER = r"(?:№\s*|N\s*)?-?\s*(?P<{}>(?<!\d)\d++(?>(?:\s?-\s?\d++)?))"  # 1; № 2; 1-1
STAMP = re.compile(
    rf"""
    (?: {_NUMBER.format("before")} \s*-?\s* )? приложение \s* (?: {_NUMBER.format("after")} )? ,? \s+
    (?: к \s+ (?: \w+\s+ )? решени  # Приложение 1 к решению; 1-приложение к решению
      | (?: к \s+ [^,;№]{{5,120}} , \s+ )? утвержден )  # Приложение 1 к бюджету, утвержденному решением
    | ^\W* (?: утвержден\w* \s+ решени | к\s+решению ) .{{10,250}}?
      приложение \s* {_NUMBER.format("last")}  # Утверждено решением … № 26-162 Приложение 1
    | (?P<behind> шешімі(?: не | нің | мен \s+ бекітілген ) ) \s+  # шешіміне 1-қосымша; бекітілген 1-қосымша
      (?: {_NUMBER.format("kazakh")} \s*-?\s* )? қосымша
    | ^\W* {_NUMBER.format("first")} \s*-?\s* қосымша \s .{{10,250}}?
      шешімі(?: не | мен \s+ бекітілген )  # 1-қосымша … мәслихатының № 31-147 шешіміне
    """,
    re.IGNORECASE | re.VERBOSE,
)
STAMP_NUMBERS = ("after", "before", "last", "kazakh", "first")  # its groups that hold an appendix's number
# A stamp on lines of its own: its first line says only the number.
STAMP_LINE = re.compile(
    rf"""
    ^\W* приложение \s* (?: {_NUMBER.format("after")} )? \W*$  # Приложение 1
    | ^\W* {_NUMBER.format("kazakh")} \s*-?\s* қосымша \W*$  # 1-қосымша
    """,
    re.IGNORECASE | re.VERBOSE,
)
# A line of a stamp that stands above the line with the number.
STAMP_PART = re.compile(
    r"""
    мәслихат\w* (?: ның | тың ) \W*$  # Тараз қалалық мәслихатының
    | жылғы \s+ \d+ \s* \w+ (?: дағы | дегі | тағы | тегі ) \W*$  # 2012 жылғы 14 желтоқсандағы
    | ^\W* (?: 20\d\d \s* жылғы \s* )? \d+ \s* \w+ (?: дағы | дегі ) \W*$  # 14 желтоқсандағы
    | ^\W* к \s+ решению  # к решению Таразского городского маслихата
    # от 14 декабря 2012 года № 10-3
    | ^\W* (?: от\s+ )? \d+ \s+ \w+ \s+ 20\d\d \s+ год\w* (?: \s+ № \s* \S+ )? \W*$
    | маслихата \W*$  # Таразского городского маслихата
    | ^\W* утвержден\w* (?: \W*$ | \s+ решением )  # Утверждено решением Таразского городского маслихата
    | шешімі(?: не | мен (?: \s+ бекітілген )? ) \W*$  # № 31-147 шешімімен бекітілген
    | ^\W* бекітілген \W*$  # бекітілген
    | ^\W* (?: Об?\s .+ | .+ \s туралы ) [»"”] \W*$  # «Қалалық бюджет туралы»
    """,
    re.IGNORECASE | re.VERBOSE,
)
YEAR = re.compile(
    r"""
    (?<! [-–—\d] ) (?<! [-–—]\s ) (?P<kk> 20\d\d ) \s*-?\s* жыл(?: ға | дың | ғы )?
      (?= \W | арналған | $ ) (?! \s*\d )  # 2013 жылға арналған; 2013 жылғы; never 2013-2015 жылдарға
    | (?: на | за ) \s+ (?P<ru> 20\d\d ) \s* (?: год | г\. ) (?! \w*\s*[-–] )  # на 2013 год; за 2013 г.
    | (?<! [-–—\d] ) (?<! [-–—]\s ) (?P<bare> 20\d\d ) \s* год\b  # бюджет, 2013 год
    """,
    re.IGNORECASE | re.VERBOSE,
)
BUDGET_TITLE = re.compile(
    r"""
    бюджет\w* \s+ (?: на\s+ )? 20\d\d  # Бюджет на 2013 год; бюджеті 2013
    | бюджет\b .{0,120} \b на \s+ 20\d\d \s* год  # Бюджет города Тараз на 2013 год
    | 20\d\d \s*-?\s* жыл\w* \s+ (?: арналған\s+ )? .{0,160} бюджет\w*  # 2013 жылға арналған қала бюджеті
    | 20\d\d \s* год .{0,60} бюджет  # на 2013 год бюджет
    | (?: районн | городск | областн )\w+ \s+ бюджет  # Районный бюджет
    | (?: аудан | қала | облыс )\w* \s+ бюджет  # Аудандық бюджет; қала бюджеті
    """,
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)


def stamp_in(text: str) -> re.Match[str] | None:
    """The stamp that a text holds; the word that no stamp is without is looked for first."""
    return STAMP.search(text) if saying(Says.APPENDIX).search(text) else None


@cache
def _aside() -> tuple[tuple[AsideReason, re.Pattern[str]], ...]:
    wordings: dict[AsideReason, list[str]] = {}
    for row in read_list("appendices.tsv", APPENDIX_COLUMNS):
        wordings.setdefault(row.target("reason", AsideReason), []).append(row["wording"])
    return tuple(
        (reason, re.compile(any_of(phrases), re.IGNORECASE | re.DOTALL))
        for reason, phrases in wordings.items()
    )


def aside_reason(title: str) -> AsideReason | None:
    """Why an appendix with this title (evened) is no budget, None where the title does not say so."""
    said = next((reason for reason, pattern in _aside() if pattern.search(title)), None)
    # A list of programs may be one of what no cut touches `в процессе исполнения бюджета`.
    return AsideReason.EXECUTION if said not in _LISTS and is_of_execution(title) else said
