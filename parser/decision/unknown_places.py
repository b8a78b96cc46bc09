"""Titles of budgets that name a place of an unknown kind, or by a name that is not the council's.

`Бюджет хутора «Дон»`, `Бюджет 13 участка`, `Бюджет Дона`: whatever it is, it is not the council's own.
"""

from __future__ import annotations

import re
from functools import cache

from parser.decision.place_kinds import NAME_WORD, Stands, kind_of_place, kind_words, without_kind
from parser.records import Language
from parser.text.declension import GENITIVE, NOMINATIVE, OF_PLACE_FEMININE, cases
from parser.text.folding import fold
from parser.text.letters import CAPITALS, QUOTES, SMALLS
from parser.text.places import PlaceKind, find_listed
from parser.text.word_lists import any_of
from parser.text.wordings import Says, wording

_SHORTEST = 4  # letters of a word that tells a kind


def budget_named_by(behind: str, before: str) -> re.Pattern[str]:
    """A pattern for titles of budgets by what stands behind the word in Russian and before it in Kazakh."""
    return re.compile(
        rf"""
        \b (?i: бюджет ) \w* \s+ {behind}  # Бюджет станции «Шолақ»; Бюджет сельского округа на 2019 год
        | {before} \s+ (?: \S+\s+ ){{0,4}} (?i: бюджет )  # ауылдық округінің 2019 жылға арналған бюджеті
        """,
        re.VERBOSE,
    )


@cache
def _not_large() -> str:
    """A source for a place where no word of a rayon, a town or a region begins, and none of a title."""
    large = any_of(
        word.word
        for word in kind_words()
        if word.stands is Stands.ANYWHERE and isinstance(word.kind, PlaceKind)
    )
    return rf"(?! (?i: {large} | {wording(Says.TITLE_WORD)} (?!\w) ) )"


@cache
def _quoted_place() -> re.Pattern[str]:
    kind = rf"{_not_large()} [^\W\d] [\w./-]*"
    quoted = rf"[{QUOTES}] \s* [{CAPITALS}\d] [^{QUOTES}]{{1,40}} [{QUOTES}]"
    return budget_named_by(rf"(?: {kind} \s+ ){{1,3}} {quoted}", rf"{quoted} \s+ {kind}")


@cache
def _unquoted_place() -> re.Pattern[str]:
    kind = rf"(?<!\w) {_not_large()} [{SMALLS}] [{SMALLS}-]{{{_SHORTEST - 1},40}} (?!\w)"
    number = r"(?: (?: №\s? )? (?<![\w.,]) \d{1,3} (?! [\d.,]\w ) (?: -\w{1,3} (?!\w) )? )"
    end = rf"(?= \s* (?: \Z | [,;:()] | \s (?i: {wording(Says.TITLE_WORD)} ) ) )"
    adjective = rf"(?: {NAME_WORD} (?: (?<= {GENITIVE} ) | (?<= {OF_PLACE_FEMININE} ) ) )"
    behind = rf"""(?x:
        (?: (?: {kind} \s+ ){{1,2}} (?: {NAME_WORD} (?: \s+ {NAME_WORD} )? | {number} )  # хутора Дон
          | {number} \s+ {kind}  # 13 участка
          | {adjective} \s+ {kind} ) {end}  # Донского хутора
    )"""
    before = rf"""(?x:
        (?: {NAME_WORD} | {number} -? ) \s*
        (?: {_not_large()} [{SMALLS}]{{2,40}} \s+ )?  # Дөң | елді | мекенінің
        (?<!\w) {_not_large()} [{SMALLS}]{{{_SHORTEST - 2},40}} (?: [нтд][ыі]ң | [ыі] ) (?!\w)  # қыстағының
        (?= \s+ (?: \d{{4}} | (?i: бюджет ) ) )  # | 2013 жылға
    )"""
    return budget_named_by(behind, before)


def is_of_unknown_place(title: str) -> bool:
    """Whether a title makes a budget that of a place whose kind is no rayon's, town's or region's.

    >>> is_of_unknown_place("Бюджет хутора «Дон» на 2019 год"), is_of_unknown_place("Бюджет района «Самар»")
    (True, False)
    >>> is_of_unknown_place("Бюджет 13 участка на 2019 год"), is_of_unknown_place("Бюджет района на 2019 год")
    (True, False)
    """
    return any(pattern.search(title) is not None for pattern in (_quoted_place(), _unquoted_place()))


@cache
def _name_alone() -> re.Pattern[str]:
    return re.compile(
        rf"""
        \b (?i: бюджет ) \w* \s+ {_not_large()}
        (?P<name> {NAME_WORD} (?: \s+ {NAME_WORD} )? )  # Бюджет Дона | на 2019 год
        (?= \s* (?: \Z | [,;()] | \s (?i: {wording(Says.TITLE_WORD, Language.RU)} ) \s ) )
        """,
        re.VERBOSE,
    )


def is_of_another(title: str, place: str) -> bool:
    """Whether a title makes a budget that of a name alone, which is not the council's own in any case.

    >>> is_of_another("Бюджет Дона на 2019 год", "Тараз"), is_of_another("Бюджет Тараза на 2019 год", "Тараз")
    (True, False)

    Args:
        title: as it would be written out.
        place: the council's.
    """
    found = _name_alone().search(title)
    if found is None or found["name"].endswith(NOMINATIVE):  # Бюджет Уточненный
        return False
    own, kind = without_kind(place.partition(",")[0]), kind_of_place(place)
    listed = find_listed(kind, own) if isinstance(kind, PlaceKind) else None
    names = listed.names if listed is not None else (own,)
    return fold(found["name"]) not in {form for name in names for form in cases(fold(name))}
