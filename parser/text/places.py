"""Kazakhstan's regions, cities and districts in both languages, to tell one place from two names.

The names are data: `locales/places.tsv`.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from parser.dataclass import dataclass
from parser.text.folding import skeleton
from parser.text.word_lists import ListRow, read_list

PLACE_COLUMNS = ("kind", "kazakh", "russian", "regions", "region", "council", "today", "spoken", "alone")
_NONE = "-"


class PlaceKind(StrEnum):
    """Places that have a budget and a council of their own."""

    REGION = "region"
    CITY = "city"
    DISTRICT = "district"


class Alone(StrEnum):
    """What a name means by itself: the column `alone`."""

    NAME = "name"  # the place
    WORD = "word"  # perhaps a person, a river or an ordinary word
    NOTHING = "nothing"  # an ordinary word, in most of its forms


@dataclass(frozen=True, slots=True)
class ListedPlace:
    """A place of the list.

    Attributes:
        kind: a region, a city or a district.
        kazakh: its official Kazakh name, without the word of its kind.
        russian: its Russian names as council texts print them, the official one of today first.
        spoken: old and everyday names.
        is_shared: whether districts of several regions have its name.
        is_in_no_region: whether it is a city of its own, as the capital is.
        regions: the Kazakh names of the regions that places of this name lie in today.
        has_council: whether it has a council, that adopts its budget.
        today: the Kazakh name that the place has now, where this one is an old one.
        alone: what its name means by itself.
    """

    kind: PlaceKind
    kazakh: str
    russian: tuple[str, ...]
    spoken: tuple[str, ...]
    is_shared: bool
    is_in_no_region: bool
    regions: tuple[str, ...]
    has_council: bool
    today: str | None
    alone: Alone

    @property
    def names(self) -> tuple[str, ...]:
        """All its names, the Kazakh one first."""
        return (self.kazakh, *self.russian, *self.spoken)


def key_of(name: str) -> str:
    """What a name sounds like without its adjective's ending: `Таразского` and `Тараз` are one.

    Russian genitives of nouns lose their last vowel too (`Тараза`), so that a key never tells cases apart.
    """
    spoken = skeleton(name).replace(" ", "")
    for ending in ("skogo", "skomu", "skaia", "skoi", "skom", "skim", "ski", "ckogo", "cki"):
        if spoken.endswith(ending) and len(spoken) > len(ending) + 1:
            return spoken.removesuffix(ending) + "+"
    return spoken


@cache
def listed_places() -> tuple[ListedPlace, ...]:
    """The list, in its order.

    Raises:
        WordListError: it is not in its form.
    """
    return tuple(map(_read, read_list("places.tsv", PLACE_COLUMNS)))


def _read(row: ListRow) -> ListedPlace:
    names = {
        column: () if row[column] == _NONE else tuple(row[column].split(" | "))
        for column in ("russian", "region", "spoken", "today")
    }
    return ListedPlace(
        row.target("kind", PlaceKind),
        row["kazakh"],
        names["russian"],
        names["spoken"],
        row["regions"] == "several",
        row["regions"] == "none",
        names["region"],
        row["council"] == "own",
        next(iter(names["today"]), None),
        row.target("alone", Alone),
    )


def find_listed(kind: PlaceKind, kazakh: str) -> ListedPlace | None:
    """The place of a kind that has an official Kazakh name; None for one that is not listed."""
    return _by_name().get((kind, kazakh))


@cache
def _by_name() -> Mapping[tuple[PlaceKind, str], ListedPlace]:
    return {(place.kind, place.kazakh): place for place in listed_places()}


@cache
def _official_names() -> Mapping[str, Mapping[str, str]]:
    """Of each kind of place, the official name by the key of every name that texts print."""
    names: dict[str, dict[str, str]] = {kind: {} for kind in PlaceKind}
    for place in listed_places():
        for name in (place.kazakh, *place.russian):
            names[place.kind].setdefault(key_of(name), place.kazakh)
    return names


def is_shared(district: str) -> bool:
    """Whether districts of several regions have a name: then their region belongs to it."""
    listed = find_listed(PlaceKind.DISTRICT, district)
    return listed is not None and listed.is_shared


def find_official(kind: str, name: str) -> str | None:
    """The official Kazakh name of a place.

    Args:
        kind: "region", "city" or "district".
        name: a name in either language, in any case a council's text may print.

    Returns:
        The Kazakh name, or None when no place of that kind is known by the name.
    """
    table = _official_names()[kind]
    key = key_of(name)
    # Genitive of a noun: "города Тараза", "города Караганды", "города Экибастуза".
    candidates = (
        key,
        key.rstrip("+"),
        key.removesuffix("a"),
        key.removesuffix("i") + "a",
        key.removesuffix("i"),
    )
    return next((table[candidate] for candidate in candidates if candidate in table), None)
