"""The regions of Kazakhstan and the cities of their rank: which of them a budget's place lies in.

Each has a repository of its own in the open archive of decisions (`locales/archives.tsv`); which region a
place lies in today, and whether it has a council, is in `locales/places.tsv`.
"""

from __future__ import annotations

from functools import cache

from parser.dataclass import dataclass
from parser.decision.named_places import place_name
from parser.decision.place_kinds import kind_of_place, without_kind
from parser.records import Language
from parser.text.places import ListedPlace, PlaceKind, find_listed, listed_places
from parser.text.word_lists import read_list

ARCHIVE_COLUMNS = ("archive", "kind", "kazakh", "kato")


@dataclass(frozen=True, slots=True)
class Region:
    """A region, or a city that lies in none.

    Attributes:
        name: the name that its own budget is kept by: `Ақтөбе облысы`, `Астана`.
        archive: the repository that keeps the decisions of its councils: `local-aktobe`.
        kato: its code in the classification of territories.
        councils: how many councils of regions, cities and districts it has today.
    """

    name: str
    archive: str
    kato: str
    councils: int


@cache
def list_regions() -> tuple[Region, ...]:
    """All of them, by the names of their repositories.

    Raises:
        WordListError: the list is not in its form.
    """
    return tuple(
        Region(_name(kind, row["kazakh"]), row["archive"], row["kato"], _count_councils(kind, row["kazakh"]))
        for row in read_list("archives.tsv", ARCHIVE_COLUMNS)
        for kind in [row.target("kind", PlaceKind)]
    )


def _name(kind: PlaceKind, kazakh: str) -> str:
    return place_name(kind, kazakh, None, Language.KK)


def _count_councils(kind: PlaceKind, kazakh: str) -> int:
    """A region's own council and those of its cities and districts; one of a city that lies in no region."""
    if kind is not PlaceKind.REGION:
        return 1
    return 1 + sum(place.has_council and kazakh in place.regions for place in listed_places())


def region_of_place(place: str) -> Region | None:
    """The region that a place lies in today.

    >>> region_of_place("Дөң ауылдық округі, Хромтау ауданы").name
    'Ақтөбе облысы'
    >>> region_of_place("Оңтүстік Қазақстан облысы").name, region_of_place("Тараз").archive
    ('Түркістан облысы', 'local-zhambyl')

    Args:
        place: the name that its budget is kept by.

    Returns:
        None where no list tells it: of a place that is not listed, or of a district whose name several
        regions have and that is named without one.
    """
    own_first = place.split(", ")
    for part in reversed(own_first):  # the widest place that the name tells stands last
        kind = kind_of_place(part)
        listed = find_listed(kind, without_kind(part)) if isinstance(kind, PlaceKind) else None
        if listed is not None and (name := _region_name(listed)):
            return _by_name().get(name)
    return None


def sits_elsewhere(place: str) -> bool:
    """Whether another place's council adopts a place's budget: a village's, or a town's inside a district.

    >>> sits_elsewhere("Хромтау"), sits_elsewhere("Хромтау ауданы"), sits_elsewhere("Тараз")
    (True, False, False)

    Args:
        place: the name that its budget is kept by.
    """
    own = place.partition(", ")[0]
    kind = kind_of_place(own)
    if not isinstance(kind, PlaceKind):
        return True
    listed = find_listed(kind, without_kind(own))
    if listed is not None and listed.today is not None:
        listed = find_listed(kind, listed.today) or listed
    return listed is not None and not listed.has_council


def _region_name(place: ListedPlace) -> str | None:
    if place.kind is PlaceKind.REGION or place.is_in_no_region:
        return _name(place.kind, place.today or place.kazakh)
    return _name(PlaceKind.REGION, place.regions[0]) if len(place.regions) == 1 else None


@cache
def _by_name() -> dict[str, Region]:
    return {region.name: region for region in list_regions()}
