"""Titles that name a place which the council of their decision is not of, or the whole republic."""

from __future__ import annotations

import re
from functools import cache

from parser.decision.named_places import find_place, place_name
from parser.decision.place_kinds import (
    Stands,
    kind_of_place,
    long_name,
    name_today,
    without_kind,
    without_quotes,
    words_beside,
)
from parser.decision.place_titles import title_as_written
from parser.decision.rural_places import is_of_small_place
from parser.records import Decision, Language
from parser.text.folding import skeleton
from parser.text.passage import even
from parser.text.places import ListedPlace, PlaceKind, find_listed, find_official
from parser.text.word_lists import any_of
from parser.text.wordings import Says, wording

_ALIKE = 4  # letters that begin two prints of one name


def find_other_place(title: str, decision: Decision, region: str | None) -> str | None:
    """The place that a title names, where the decision's council cannot adopt its budget.

    No council adopts that of the republic: then it is given as the title has it. A rayon's council adopts
    those of the towns in it, a town's or a rayon's those of their villages. A name that begins as the
    council's does is one that is spelled otherwise.

    Args:
        title: of an appendix.
        decision: whose appendix it is.
        region: the region, to name places.
    """
    if decision.body is None or decision.place is None:
        return None
    council = decision.place
    kind = kind_of_place(council)
    text = title_as_written(even(title))
    named = find_place(text, region) or _find_district(text, region)
    if named is None and not is_of_small_place(text) and (republic := _of_republic().search(text)):
        return republic["budget"]
    if named is None or not isinstance(kind, PlaceKind) or _is_one(named, council):
        return None
    listed = _listed(named)
    if kind is not PlaceKind.CITY and kind_of_place(named) is PlaceKind.CITY:
        return None if _may_lie_in(listed, _listed(council), region) else named
    return named


@cache
def _of_republic() -> re.Pattern[str]:
    # Республиканский бюджет на 2013 год, and not: трансферты в республиканский бюджет
    return re.compile(rf"(?<!\bв\s)(?P<budget>{wording(Says.OF_REPUBLIC)})", re.IGNORECASE)


@cache
def _district_before() -> re.Pattern[str]:
    words = any_of(words_beside(Language.RU, Stands.BEFORE, PlaceKind.DISTRICT))
    return re.compile(rf"\b(?i:{words})\s+(?P<name>{long_name(4)})")


def _find_district(title: str, region: str | None) -> str | None:
    """The rayon whose name stands behind the word: `Бюджет района «Самар»`."""
    match = _district_before().search(without_quotes(title))
    words = match["name"].split() if match else []
    for end in range(len(words), 0, -1):
        name = " ".join(words[:end])
        if find_official(PlaceKind.DISTRICT, name):
            return place_name(PlaceKind.DISTRICT, name, region, Language.RU)
    return None


def _is_one(named: str, council: str) -> bool:
    own, other = (skeleton(without_kind(name_today(place).partition(",")[0])) for place in (named, council))
    return own[:_ALIKE] == other[:_ALIKE]


def _listed(place: str) -> ListedPlace | None:
    kind = kind_of_place(place)
    return find_listed(kind, without_kind(place.partition(",")[0])) if isinstance(kind, PlaceKind) else None


def _may_lie_in(town: ListedPlace | None, rayon: ListedPlace | None, region: str | None) -> bool:
    """Whether a town may be one of a rayon: both lie in one region as far as it is known."""
    if town is None or town.is_in_no_region:
        return town is None
    regions = {*(rayon.regions if rayon is not None else ()), *filter(None, (region,))}
    return not regions or not regions.isdisjoint(town.regions)
