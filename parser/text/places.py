"""Kazakhstan's regions, cities and districts in both languages, to tell one place from two names.

The names are data: `locales/places.tsv`.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from parser.text.folding import fold, skeleton
from parser.text.word_lists import ListRow, read_list


class PlaceKind(StrEnum):
    """Places that have a budget and a council of their own."""

    REGION = "region"
    CITY = "city"
    DISTRICT = "district"


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
def _rows() -> tuple[ListRow, ...]:
    return read_list("places.tsv", ("kind", "kazakh", "russian", "regions"))


def _names_in(row: ListRow) -> tuple[str, ...]:
    """All names of a row's place, the Kazakh one first."""
    return (row["kazakh"], *row["russian"].split(" | "))


@cache
def _official_names() -> Mapping[str, Mapping[str, str]]:
    """Of each kind of place, the official name by the key of every name it has."""
    names: dict[str, dict[str, str]] = {kind: {} for kind in PlaceKind}
    for row in _rows():
        of_kind = names[row.target("kind", PlaceKind)]
        for name in _names_in(row):
            if of_kind.setdefault(key_of(name), row["kazakh"]) != row["kazakh"]:
                raise row.flaw(f"{name} is {of_kind[key_of(name)]} already")
    return names


@cache
def _shared_districts() -> frozenset[str]:
    return frozenset(
        row["kazakh"] for row in _rows() if row["kind"] == PlaceKind.DISTRICT and row["regions"] == "several"
    )


def is_shared(district: str) -> bool:
    """Whether districts of several regions have a name: then their region belongs to it."""
    return district in _shared_districts()


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


def official_names(kind: PlaceKind, kazakh: str) -> tuple[str, ...]:
    """All names that a place has in the list, the Kazakh one first; none for a place that is not listed.

    >>> official_names(PlaceKind.REGION, "Жетісу")
    ('Жетісу', 'область Жетісу', 'Жетысу', 'Жетысуская')
    """
    same = (row for row in _rows() if (row["kind"], row["kazakh"]) == (kind, kazakh))
    return next(map(_names_in, same), ())


# What Russian puts for the last letter of a city's name: `Астаны, -е, -у, -ой`; `Семея, -ю, -е, -ем`.
_CASES = {"а": ("ы", "е", "у", "ой"), "й": ("я", "ю", "е", "ем")}


def find_declined_city(word: str) -> str | None:
    """The official name of a listed city of which a word (folded) is a Russian case with another last vowel.

    >>> find_declined_city("семее"), find_declined_city("семье")
    ('Семей', None)
    """
    return _declined_cities().get(word)


@cache
def _declined_cities() -> Mapping[str, str]:
    return {
        name[:-1] + ending: row["kazakh"]
        for row in _rows()
        if row["kind"] == PlaceKind.CITY
        for name in map(fold, _names_in(row))
        for ending in _CASES.get(name[-1], ())
    }
