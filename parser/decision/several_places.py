"""Titles that make a budget that of several places: `Бюджет Акжарского и Коксуского сельских округов`.

Each rural district, village, town and rayon has a budget of its own. A table of two of them is neither's, nor
the summary of all, and the law knows no such budget.
"""

from __future__ import annotations

import re
from functools import cache

from parser.decision.place_kinds import (
    Stands,
    is_title_word,
    kind_words,
    long_name,
    without_quotes,
)
from parser.records import Language
from parser.text.declension import GENITIVE, MASCULINE_NOMINATIVE
from parser.text.letters import CAPITALS
from parser.text.word_lists import any_of
from parser.text.wordings import Says, wording

_BUDGET = re.compile(r"(?x: бюджет\w* )", re.IGNORECASE)


def names_several_places(title: str) -> bool:
    """Whether a title names several places whose budget follows.

    >>> names_several_places("Бюджет села Акжар и поселка Коксу на 2024 год")
    True
    >>> names_several_places("Бюджет села Акжар Коксуского сельского округа на 2024 год")
    False

    Args:
        title: with the kinds of places in whole words, evened.
    """
    *before, last = _BUDGET.split(without_quotes(title))
    own = {
        Language.RU: last,
        Language.KK: before[-1] if before else last,
    }  # in front of it there may be a stamp
    for language, text in own.items():
        said = text if _any_kind(language).search(text) else title
        if any(not is_title_word(found[0].split()[0]) for found in _several(language).finditer(said)):
            return True
    return False


@cache
def _any_kind(language: Language) -> re.Pattern[str]:
    return re.compile(_words(language, *Stands), re.IGNORECASE | re.VERBOSE)


@cache
def _several(language: Language) -> re.Pattern[str]:
    return _several_in_russian() if language is Language.RU else _several_in_kazakh()


def _several_in_russian() -> re.Pattern[str]:
    many = _words(Language.RU, Stands.ALL, Stands.SEVERAL)
    behind = _words(Language.RU, Stands.AFTER, Stands.ANYWHERE)
    before = _words(Language.RU, Stands.BEFORE)
    adjective = rf"(?: (?<!\w) (?-i: [{CAPITALS}] ) [\w-]{{0,60}} (?: {GENITIVE} | {MASCULINE_NOMINATIVE} ) )"
    name = rf"(?-i: (?> {long_name(3)} ) )"
    and_ = rf"(?: \s+ {wording(Says.JOINS_PLACES, Language.RU)} \s+ )"
    return re.compile(
        rf"""
        {adjective} \s+ {many}  # Коксуского | сельских округов
        | {name} (?: {and_} | \s* , \s* ) {name} \s+ {many}  # Дөң и Копа сельских округов
        | {many} \s+ {name} (?! \s+ {behind} )  # сел Акжар; never: округов Хромтауского района
        | {adjective} {and_} {adjective} \s+ {behind}  # Акжарского и Коксуского сельского округа
        | {before} \s+ {name} {and_} (?: {before} \s+ )? {name}  # села Акжар и Коксу; села Акжар и села Коксу
        | {behind} {and_} (?: {before} \s+ {name} | {adjective} \s+ {behind} )  # … округа и села Коксу
        """,
        re.IGNORECASE | re.VERBOSE,
    )


def _several_in_kazakh() -> re.Pattern[str]:
    many = _words(Language.KK, Stands.ALL, Stands.SEVERAL)
    behind = _words(Language.KK, Stands.AFTER, Stands.ANYWHERE)
    name = rf"(?-i: (?> {long_name(4)} ) )"
    and_ = rf"(?: \s+ {wording(Says.JOINS_PLACES, Language.KK)} \s+ )"
    return re.compile(
        rf"""
        {name} \s+ {many}  # Ақжар және Көксу ауылдық округтерінің
        | {name} {and_} {name} \s+ {behind}  # Ақжар және Көксу ауылдық округінің
        | {behind} {and_} {name} \s+ {behind}  # Ақжар ауылдық округі мен Көксу ауылының
        """,
        re.IGNORECASE | re.VERBOSE,
    )


def _words(language: Language, *stands: Stands) -> str:
    beside = (word.word for word in kind_words() if word.language is language and word.stands in stands)
    return rf"(?: (?<!\w) {any_of(beside)} (?!\w) )"
