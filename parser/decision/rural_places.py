"""Places below a rayon or a town that have budgets: rural districts, villages and settlements."""

from __future__ import annotations

import itertools
import re
from functools import cache

from parser.decision.place_kinds import (
    KindWord,
    SmallKind,
    Stands,
    called,
    is_title_word,
    kind_words,
    long_name,
    numbered_name,
    without_quotes,
    words_beside,
)
from parser.decision.unknown_places import budget_named_by
from parser.records import Language
from parser.text.declension import (
    GENITIVE,
    MASCULINE_NOMINATIVE,
    NOMINATIVE,
    agree_with_noun,
    nominative_of_genitive,
)
from parser.text.letters import CAPITALS, QUOTES
from parser.text.places import PlaceKind
from parser.text.word_lists import any_of
from parser.text.wordings import Says, wording

_NUMBER = re.compile(r"(?x: (?: №\s? )? (\d+) (?: -\w* )? )")  # № 40; 40-го
SUMMARY = "ауылдық округтер"  # what budgets are kept by, in both languages
SUMMARY_IN_RUSSIAN = "сельские округа"


@cache
def _all_rural() -> re.Pattern[str]:
    """All rural districts of a rayon together: the summary that stands beside their budgets."""
    russian, kazakh = (
        any_of(words_beside(language, Stands.ALL, *SmallKind)) for language in (Language.RU, Language.KK)
    )
    return re.compile(
        rf"""
        \b{russian}  # бюджеты сельских округов
        | {kazakh}  # ауылдық округтердің бюджеті
        """,
        re.IGNORECASE | re.VERBOSE,
    )


@cache
def _of_district() -> str:
    words = any_of(words_beside(Language.RU, Stands.ANYWHERE, PlaceKind.DISTRICT, PlaceKind.REGION))
    return rf"""(?x:
        [{CAPITALS}][\w-]* \s+ {words}  # сельского округа Акжар | Хромтауского района
    )"""


@cache
def _above() -> re.Pattern[str]:
    words = any_of(
        word
        for language in Language
        for word in words_beside(language, Stands.ANYWHERE, PlaceKind.DISTRICT, PlaceKind.REGION)
    )
    return re.compile(rf"\b{words}\s+")  # Байзақ ауданы | Кеңес ауылдық округі


@cache
def _any_kind() -> re.Pattern[str]:
    """Any word of these kinds; most texts have none, and then no pattern is made or tried."""
    return re.compile(
        any_of(word.word for word in kind_words() if isinstance(word.kind, SmallKind)), re.IGNORECASE
    )


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], KindWord], ...]:
    """How each kind is named, in the order of the list."""
    beside = {Stands.AFTER, Stands.BEFORE}
    small = [word for word in kind_words() if isinstance(word.kind, SmallKind) and word.stands in beside]
    groups = itertools.groupby(small, key=lambda word: (word.kind, word.language, word.stands))
    return tuple(
        (_pattern(language, stands, tuple(group)), _first(small, kind, language, stands))
        for (kind, language, stands), group in groups
    )


def _first(words: list[KindWord], *key: object) -> KindWord:
    return next(word for word in words if (word.kind, word.language, word.stands) == key)


def _pattern(language: Language, stands: Stands, words: tuple[KindWord, ...]) -> re.Pattern[str]:
    kinds = f"(?i:{any_of(word.word for word in words)})"
    title_word = f"(?i:{wording(Says.TITLE_WORD)})"
    number_first = rf"(?:\A|\b{title_word}\s+)(?P<numbered>{numbered_name()})"  # 40 разъезда; 8 Март ауылының
    if stands is Stands.BEFORE:  # сельского округа Акжар; поселка Шортанды
        named_for = any_of(word.word for word in kind_words() if word.stands is Stands.NAMED_FOR)
        return re.compile(
            rf"""
            \b {kinds} \s+  # сельского округа | Акжар
            (?!Республик)  # never города | Республики Казахстан
            (?P<name> (?: {named_for} \s+ )?
                (?: {numbered_name()} (?= \s* (?: \Z | [,.;:()] | \s {title_word} ) )  # села 8 Марта
                  | {long_name(3, unless=_of_district())} ) )
            """,
            re.VERBOSE,
        )
    if language is Language.KK:  # Ақсуат ауылдық округінің
        return re.compile(rf"(?:{number_first}(?:\s+|(?<=-))|(?P<name>{long_name(4)})\s+){kinds}")
    return re.compile(
        rf"""
        (?: {number_first}
          | (?P<name> (?<!\w) [{CAPITALS}][\w-]{{0,60}}
                (?: {GENITIVE}  # Аккольского | сельского округа
                  | {MASCULINE_NOMINATIVE} ) )  # Аккольский | сельский округ
          | [{QUOTES}] (?P<quoted> {long_name(3)} ) [{QUOTES}] ) \s+ {kinds}  # «Дөң» сельского округа
        """,
        re.VERBOSE,
    )


def find_small_place(text: str, parent: str | None) -> str | None:
    """The rural district, village, settlement or town whose budget a text names, with its district.

    For the summary of all of them: `ауылдық округтер, Алға ауданы`.

    Args:
        text: an appendix's title, or the clause that adopts its budget, evened.
        parent: the place of the council; it belongs to the name, as names of villages repeat.
    """
    unquoted = without_quotes(text)
    for pattern, word in _patterns() if any(map(_any_kind().search, (unquoted, text))) else ():
        match = pattern.search(unquoted) or pattern.search(text)
        name = _without_district(next(filter(None, match.groups()))) if match else ""
        if name and not is_title_word(name):
            return f"{_full_name(name, word)}{f', {parent}' if parent else ''}"
    return f"{SUMMARY}, {parent}" if parent and _all_rural().search(text) else None


@cache
def _unnamed() -> re.Pattern[str]:
    russian, kazakh = (
        any_of(
            word.word for word in kind_words()
            if isinstance(word.kind, SmallKind) and (word.language, word.stands) in where
        )
        for where in (
            {(Language.RU, Stands.BEFORE), (Language.RU, Stands.SEVERAL)},
            {(Language.KK, Stands.AFTER), (Language.KK, Stands.SEVERAL)},
        )
    )  # fmt: skip
    return budget_named_by(f"(?i: {russian} )", rf"\b (?i: {kazakh} )")


def is_of_small_place(title: str) -> bool:
    """Whether a title makes a budget that of a rural district, a village or a settlement, named or not."""
    return _unnamed().search(title) is not None and not _all_rural().search(title)


def is_summary(place: str) -> bool:
    """Whether a place stands for all rural districts of a rayon."""
    return place.startswith(f"{SUMMARY},")


def _full_name(name: str, word: KindWord) -> str:
    """`Аккольский сельский округ`, `поселок Аккольский`, `село Бауманское`, `Ақсуат ауылдық округі`.

    A number is written as one, however it is printed: `разъезд № 40`, `№ 40 разъезі`.
    """
    if number := _NUMBER.fullmatch(name):
        name = f"№ {number[1]}"
    if word.kind is None or word.language is Language.KK:
        return f"{name} {word.called}"
    adjective = nominative_of_genitive(name)
    if word.kind is SmallKind.RURAL_DISTRICT and adjective is not None:
        return f"{adjective} {called(word.kind, Language.RU)}"
    if word.kind is SmallKind.RURAL_DISTRICT and name.endswith(NOMINATIVE) and word.stands is Stands.AFTER:
        return f"{name} {called(word.kind, Language.RU)}"
    if word.stands is Stands.AFTER:
        return f"{word.called} {agree_with_noun(adjective or name, word.called)}"
    return f"{word.called} {name}"


def _without_district(name: str) -> str:
    """`Глубокое ауданы Алтайский` → what follows the district's word."""
    return _above().split(name)[-1].strip()
