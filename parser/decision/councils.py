"""Councils as decisions name them, in both languages, with the place that each sits for."""

from __future__ import annotations

import re
from functools import cache

from parser.dataclass import dataclass
from parser.decision.named_places import place_name
from parser.decision.place_kinds import (
    ADJECTIVE,
    Stands,
    adjective_stem,
    council_adjective,
    kind_of,
    long_name,
    words_beside,
)
from parser.records import Language
from parser.text.declension import MASCULINE, OF_PLACE_FEMININE, feminine, genitive, name_in, nominative
from parser.text.letters import CAPITALS, SMALLS
from parser.text.places import PlaceKind, find_official
from parser.text.word_lists import any_of

_COUNCIL = {Language.KK: r"мәслихат\w*", Language.RU: r"маслихат\w*"}
# What stands before a council's name and is no part of it.
_KAZAKH_BEFORE = re.compile(
    r"""
    (?: облысы(?:ның)?  # Жамбыл облысы Байзақ аудандық мәслихаты
      | Республикасы(?:ның)?  # Қазақстан Республикасының Астана қаласы мәслихаты
      | туралы | сәйкес | негізінде )  # «…» туралы Тараз қалалық мәслихатының шешімі
    \s+
    """,
    re.IGNORECASE | re.VERBOSE,
)
_NEW_REGION = re.compile(
    r"""
    \s+ области \s+ (\w+)  # областной маслихат области Жетісу
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Council:
    """A council in the nominative, as its language prints it, and the place it sits for."""

    body: str
    place: str
    kind: PlaceKind


def find_council(text: str, region: str | None = None) -> Council | None:
    """The first council that a text names with its place; None for `районный маслихат` alone.

    Args:
        text: evened text (`parser.text.passage.even`).
        region: the official Kazakh name of the region, where it is known.
    """
    found = [council for council in (_kazakh(text, region), *_russian(text, region)) if council]
    return min(found, key=lambda pair: pair[0])[1] if found else None


@cache
def _kazakh_pattern() -> re.Pattern[str]:
    """`Тараз қалалық мәслихатының`, `Тайынша ауданы мәслихатының`."""
    kinds = any_of(
        word
        for stands in (Stands.COUNCIL, Stands.AFTER)
        for word in words_beside(Language.KK, stands, *PlaceKind)
    )
    return re.compile(rf"(?P<name>{long_name(4)})\s+(?P<kind>(?i:{kinds}))\s+(?i:{_COUNCIL[Language.KK]})")


def _kazakh(text: str, region: str | None) -> tuple[int, Council] | None:
    for match in _kazakh_pattern().finditer(text):
        words = _KAZAKH_BEFORE.split(match["name"])[-1].split()
        printed = match["kind"].lower()
        kind = kind_of(Language.KK, printed)
        # "Қызылорда Сырдария аудандық": the longest run of words that is a known name, else all of them.
        runs = (" ".join(words[start:]) for start in range(len(words)))
        name = _capitalised(next((run for run in runs if find_official(kind, run)), " ".join(words)))
        if not name:
            continue
        body = f"{name} {printed} мәслихаты"
        return match.start(), Council(body, place_name(kind, name, region, Language.KK), kind)
    return None


@cache
def _russian_patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    councils = "|".join(map(adjective_stem, words_beside(Language.RU, Stands.COUNCIL, *PlaceKind)))
    district = any_of(words_beside(Language.RU, Stands.BEFORE, PlaceKind.DISTRICT))
    kinds = any_of(words_beside(Language.RU, Stands.BEFORE, *PlaceKind))
    council = _COUNCIL[Language.RU]
    name = long_name(4, unless=rf"[{CAPITALS}{SMALLS}-]+{OF_PLACE_FEMININE}\b")  # … Жамбылской области
    return (
        # Таразского городского маслихата
        re.compile(rf"{ADJECTIVE}\s+(?i:(?P<kind>{councils}){MASCULINE}\s+{council})"),
        # маслихата Тайыншинского района
        re.compile(rf"(?i:{council})\s+{ADJECTIVE}\s+(?i:{district})"),
        # маслихата города Лисаковска; маслихата района имени Габита Мусрепова
        re.compile(rf"(?i:{council})\s+(?P<kind>(?i:{kinds}))\s+(?P<name>(?:имени\s+)?{name})"),
    )


def _russian(text: str, region: str | None) -> list[tuple[int, Council]]:
    by_adjective, after_adjective, after_noun = _russian_patterns()
    found: list[tuple[int, Council]] = []
    if match := by_adjective.search(text):
        adjective = nominative(_capitalised(match["adjective"]))
        kind = kind_of(Language.RU, match["kind"].lower())
        body = f"{adjective} {council_adjective(kind, Language.RU)} маслихат"
        name = adjective
        if kind is PlaceKind.CITY and find_official(kind, adjective) is None:
            name = name_in(adjective)
        if kind is PlaceKind.REGION and (new := _NEW_REGION.match(text, match.end())):
            name = new[1]
        place = place_name(kind, feminine(name) if kind is PlaceKind.REGION else name, region, Language.RU)
        found.append((match.start(), Council(body, place, kind)))
    if match := after_adjective.search(text):
        adjective = nominative(_capitalised(match["adjective"]))
        body = f"Маслихат {genitive(adjective)} района"
        place = place_name(PlaceKind.DISTRICT, adjective, region, Language.RU)
        found.append((match.start(), Council(body, place, PlaceKind.DISTRICT)))
    if match := after_noun.search(text):
        kind = kind_of(Language.RU, match["kind"].lower())
        name = match["name"].strip()
        body = f"Маслихат {match['kind'].lower()} {name}"
        found.append((match.start(), Council(body, place_name(kind, name, region, Language.RU), kind)))
    return found


def _capitalised(name: str) -> str:
    """A name printed in capitals as a name."""
    return " ".join(
        re.sub(r"[^\W\d_]+", lambda m: m.group().capitalize(), word)
        if word.isupper() and len(word) > 2
        else word
        for word in name.split()
    )
