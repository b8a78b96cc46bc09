"""Regions, cities and districts that a text names, with one name for both languages.

A place's name is the official Kazakh one where it is known (`parser.text.places`): a city by its name
alone (`Тараз`), a district or a region with its kind (`Әйтеке би ауданы`, `Жамбыл облысы`). What is not
known keeps the name its language prints.
"""

from __future__ import annotations

import re
from functools import cache

from parser.decision.place_kinds import (
    ADJECTIVE,
    NAME_WORD,
    Stands,
    adjective_stem,
    called,
    kind_of_place,
    long_name,
    without_kind,
    without_quotes,
    words_beside,
)
from parser.records import Language
from parser.text.declension import OF_PLACE_FEMININE
from parser.text.letters import CAPITALS
from parser.text.places import PlaceKind, find_official, is_shared
from parser.text.word_lists import any_of


def place_name(kind: PlaceKind, name: str, region: str | None, language: Language) -> str:
    """One name of a place for both languages, or its printed name when it is not known.

    Args:
        kind: of the place.
        name: as printed.
        region: the official name of the region, which tells districts of one name apart.
        language: of the print.
    """
    official = find_official(kind, name)
    if official is None:
        return f"{name} {called(kind, language)}".rstrip()
    suffix = f", {region} облысы" if kind is PlaceKind.DISTRICT and region and is_shared(official) else ""
    return f"{official} {called(kind, Language.KK)}".rstrip() + suffix


def official_place(place: str) -> str:
    """The one name for both languages of a place that is named in full; the same where it is not listed.

    >>> official_place("Северо-Казахстанская область")
    'Солтүстік Қазақстан облысы'
    >>> official_place("район имени Саумал")
    'район имени Саумал'

    Args:
        place: its name with the word of its kind, and with its region or district behind a comma.
    """
    own, _, above = place.partition(", ")
    kind = kind_of_place(own)
    name = without_kind(own)
    if not isinstance(kind, PlaceKind) or find_official(kind, name) is None:
        return place
    return place_name(kind, name, find_official(PlaceKind.REGION, without_kind(above)), Language.KK)


@cache
def _region_patterns() -> tuple[re.Pattern[str], ...]:
    before = any_of(words_beside(Language.RU, Stands.BEFORE, PlaceKind.REGION))
    after = any_of(words_beside(Language.KK, Stands.AFTER, PlaceKind.REGION))
    # Жамбылской области; области Абай
    russian = (
        rf"(?P<name>[{CAPITALS}][\w-]{{0,60}}{OF_PLACE_FEMININE})\s+{before}|{before}\s+(?P<new>{NAME_WORD})"
    )
    # Қазақстан Республикасы Жамбыл облысы
    kazakh = rf"(?P<name>{NAME_WORD}(?:\s+{NAME_WORD})?)\s+{after}"
    return re.compile(russian), re.compile(kazakh)


def find_region(text: str) -> str | None:
    """The official Kazakh name of the region a text names first."""
    for pattern in _region_patterns():
        for match in pattern.finditer(text):
            words = next(filter(None, match.groups())).split()
            for start in range(len(words)):  # what stands before the name may begin with a capital too
                if official := find_official(PlaceKind.REGION, " ".join(words[start:])):
                    return official
    return None


@cache
def _place_patterns() -> tuple[tuple[PlaceKind, Language, re.Pattern[str]], ...]:
    kk_city = any_of(words_beside(Language.KK, Stands.AFTER, PlaceKind.CITY))
    ru_city = any_of(words_beside(Language.RU, Stands.BEFORE, PlaceKind.CITY))
    kk_district = any_of(
        word
        for stands in (Stands.AFTER, Stands.COUNCIL)
        for word in words_beside(Language.KK, stands, PlaceKind.DISTRICT)
    )
    (ru_council,) = words_beside(Language.RU, Stands.COUNCIL, PlaceKind.DISTRICT)
    ru_district = any_of(
        (*words_beside(Language.RU, Stands.BEFORE, PlaceKind.DISTRICT), f"{adjective_stem(ru_council)}*")
    )
    return (
        # Тараз қаласының … бюджеті
        (PlaceKind.CITY, Language.KK, re.compile(rf"(?P<name>{NAME_WORD})\s+{kk_city}")),
        # Бюджет города Тараз
        (PlaceKind.CITY, Language.RU, re.compile(rf"\b{ru_city}\s+(?P<name>{NAME_WORD})")),
        # Бұқар жырау ауданының … бюджеті; Байзақ аудандық бюджеті
        (PlaceKind.DISTRICT, Language.KK, re.compile(rf"(?P<name>{long_name(4)})\s+{kk_district}")),
        # Бюджет Байзакского района; Байзакский районный бюджет
        (PlaceKind.DISTRICT, Language.RU, re.compile(rf"(?P<name>{ADJECTIVE})\s+{ru_district}")),
    )


def find_unlisted_town(text: str) -> str | None:
    """The town that a title names and that no list has, as the title prints it: `Бюджет города Саумал`."""
    unquoted = without_quotes(text)
    for kind, _, pattern in _place_patterns():
        match = pattern.search(unquoted) if kind is PlaceKind.CITY else None
        if match and find_official(PlaceKind.CITY, match["name"]) is None:
            name: str = match["name"]
            return name
    return None


def find_place(text: str, region: str | None = None) -> str | None:
    """The city or district that a title names: `Бюджет города Тараз`, `Тараз қаласының … бюджеті`."""
    unquoted = without_quotes(text)
    for kind, language, pattern in _place_patterns():
        match = pattern.search(unquoted)
        if match and find_official(kind, match["name"]):
            return place_name(kind, match["name"], region, language)
    return None
