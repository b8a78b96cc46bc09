"""What a place is called in each language.

Budgets are kept by one name: of a listed place (`locales/places.tsv`) the official Kazakh one, `Әйтеке би
ауданы`; of any other place, such as a village, the one that its text printed. The Russian name is the list's,
or that of the village's Russian text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from parser.decision.place_kinds import called, kind_of_place, without_kind
from parser.decision.rural_places import SUMMARY, SUMMARY_IN_RUSSIAN, is_summary
from parser.records import Language
from parser.text.declension import NOMINATIVE
from parser.text.language import detect_language
from parser.text.places import PlaceKind, find_listed


def names_of_place(place: str, printed: Iterable[tuple[Language, str]] = ()) -> Mapping[Language, str]:
    """A place's full names, by language; a language that no text and no list has is absent.

    >>> names_of_place("Әйтеке би ауданы")[Language.RU]
    'Айтекебийский район'
    >>> sorted(names_of_place("Аксуский сельский округ"))
    [<Language.RU: 'ru'>]

    Args:
        place: the name of its budget.
        printed: its names in the texts of decisions, with their languages.
    """
    names: dict[Language, str] = {}
    for language, text in (*printed, *((language, place) for language in Language)):
        if language not in names and (name := _name_in(text, language)) is not None:
            names[language] = name
    return names


def _name_in(place: str, language: Language) -> str | None:
    """A full name in a language: `Дөң ауылдық округі, Хромтау ауданы` → None in Russian."""
    own, comma, above = place.partition(", ")
    name = _own_name_in(own, language, summary=is_summary(place))
    if name is None or not comma:
        return name
    return f"{name}, {_own_name_in(above, language) or above}"


def _own_name_in(own: str, language: Language, *, summary: bool = False) -> str | None:
    if summary:
        return SUMMARY if language is Language.KK else SUMMARY_IN_RUSSIAN
    kind = kind_of_place(own)
    listed = find_listed(kind, without_kind(own)) if isinstance(kind, PlaceKind) else None
    if isinstance(kind, PlaceKind) and listed is not None:
        return own if language is Language.KK else _in_russian(kind, listed.russian[0])
    return own if _language_of(own) in (language, None) else None


def _in_russian(kind: PlaceKind, name: str) -> str:
    """`Тараз`; `Айтекебийский район`, `район Беимбета Майлина`; `Жамбылская область`, `область Абай`."""
    word = called(kind, Language.RU)
    if not word or name.startswith(word):
        return name
    return f"{name} {word}" if name.endswith(NOMINATIVE) else f"{word} {name}"


def _language_of(own: str) -> Language | None:
    """The language of a name by its kind's word, else by its letters; None for a city that no list has."""
    kind = kind_of_place(own)
    for language in Language:
        word = called(kind, language)
        if word and word in own:
            return language
    return detect_language(own) if kind is not PlaceKind.CITY else None
