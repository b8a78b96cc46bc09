"""Which place a question names: one that is loaded, several of one name, or one that is not loaded.

A name is believed where a word of its kind stands beside it (`город Темір`), where it is declined as places
are (`в Семее`, `Оралда`), or where it is the name of no person, river or ordinary thing. It is no place in
what is only called after one (`улица Абая`), nor in the name of a line (`«Балапан» бағдарламасы`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from parser.dataclass import dataclass
from parser.decision.place_kinds import without_kind
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.place_words import SMALL, Kinds, is_ordinary, kind_at
from parser.question.question import Question
from parser.question.taking_out import is_accusative
from parser.question.word_forms import INFINITIVE
from parser.text.declension import name_in
from parser.text.folding import skeleton
from parser.text.places import PlaceKind
from storage.answering.bare_place import AskedWords, is_bare_place
from storage.answering.unlisted_place import UnlistedPlace, find_unlisted
from storage.reading.places import KnownPlace
from storage.search.index import Index
from storage.search.place_book import Mention, NamedPlace

_QUESTIONS_KEPT = 4  # of which it is remembered which places they name
_ALIKE = 70  # of 100


@dataclass(frozen=True, slots=True)
class AskedPlace:
    """What a question says of the place.

    Attributes:
        places: those that are loaded and may be meant; several where one name is of several.
        beside: further places that are named, each to be compared with the first: `Астана и Семей`.
        words: the words that name it, as they sound: they name no line.
        missing: the place that is named and not loaded, as budgets are called or as it was typed.
        further: more places that are named and not loaded: `Алматы и Москвы`.
        alike: loaded villages whose names, known in one language only, are like the missing one's.
    """

    places: tuple[KnownPlace, ...] = ()
    beside: tuple[KnownPlace, ...] = ()
    words: frozenset[str] = frozenset()
    missing: str | None = None
    further: tuple[str, ...] = ()
    alike: tuple[KnownPlace, ...] = ()


@dataclass(frozen=True, slots=True)
class _Meant:
    """What one name means: places that are loaded, or one that is not."""

    known: tuple[KnownPlace, ...]
    missing: str | None = None
    is_region: bool = False


def read_place(index: Index, question: Question) -> AskedPlace:
    """Which place a question names.

    Args:
        index: with the places, and the words of lines' names, which are no places.
        question: what is asked.

    Returns:
        An empty value where no place is named.
    """
    said = question.text, question.tokens, question.frame
    known: AskedPlace | None = index.asked_places.get(said)
    if known is None:
        known = _read_place(index, question)
        if len(index.asked_places) >= _QUESTIONS_KEPT:
            index.asked_places.clear()
        index.asked_places[said] = known
    return known


def _read_place(index: Index, question: Question) -> AskedPlace:
    found = index.place_book.find(question.tokens)
    mentions = [
        mention
        for mention in found
        if not any(no_place(question, mention) for no_place in (_sets_against, _is_ordinary, _is_deed))
    ]
    spoken = tuple(token.sound for token in question.tokens)
    names = frozenset(at for mention in mentions for at in range(mention.start, mention.end))
    reading = AskedWords(index, question, spoken, names)
    meant = [each for mention in mentions if (each := _read_mention(reading, mention))]
    unlisted = find_unlisted(index, question, reading.taken)
    for place in unlisted:
        reading.taken |= place.positions
    words = frozenset(spoken[at] for at in reading.taken)
    asked = _choose(meant, unlisted, words)
    if len(unlisted) != 1 or asked.missing != unlisted[0].name:
        return asked
    alike = [known for known in index.places if known.is_small and _is_alike(known, unlisted[0].name)]
    return replace(asked, alike=tuple(alike))


def _sets_against(question: Question, mention: Mention) -> bool:
    """Whether a name is the word behind what something is set against: `ТКШ-ға қарағанда`, no Қарағанды."""
    word = question.tokens[mention.start]
    alone = mention.start > 0 and mention.end == mention.start + 1
    return alone and load_asking_words().writes(word.folded, Asks.AGAINST_FOLLOWS)


def _is_ordinary(question: Question, mention: Mention) -> bool:
    """Whether a name is a word of its own: `семейный отдых`, `оралу`."""
    return all(is_ordinary(token.folded) for token in question.tokens[mention.start : mention.end])


def _is_deed(question: Question, mention: Mention) -> bool:
    """Whether a name is a verb whose object stands before it: `ағаштарды ақтау` whitens trees."""
    word = question.tokens[mention.start]
    if mention.start == 0 or mention.end > mention.start + 1 or mention.is_adjective:
        return False
    stem = word.sound.removesuffix(mention.ending)
    return INFINITIVE.search(stem) is not None and is_accusative(question.tokens[mention.start - 1].folded)


def _is_alike(known: KnownPlace, name: str) -> bool:
    """Whether a name may be that of a village in the other language: `Жалгызтюбинский` and `Жалғызтөбе`."""
    typed = skeleton(name_in(without_kind(name)))
    return len(known.names) == 1 and any(
        fuzz.ratio(typed, skeleton(name_in(own))) >= _ALIKE for own in known.own_names
    )


def _choose(meant: Sequence[_Meant], unlisted: Sequence[UnlistedPlace], words: frozenset[str]) -> AskedPlace:
    """The narrowest of the places that are named: `Жалғызтөбе, Байзақ ауданы` is the village."""
    other = [each.name for each in unlisted]
    if any(map(_is_small, meant)):
        return _choose_small(meant, other, words)
    if any(each.is_small for each in unlisted):  # `село Акжар, Байзакский район`
        return _set_beside((), other, words)
    # A region beside a town or a district is where that lies.
    narrow = [each for each in meant if not each.is_region] or ([] if unlisted else list(meant))
    missing = dict.fromkeys([*(each.missing for each in narrow if each.missing), *other])
    return _set_beside([each.known for each in narrow if each.known], list(missing), words)


def _choose_small(meant: Sequence[_Meant], other: Sequence[str], words: frozenset[str]) -> AskedPlace:
    """The villages that are named, with a city beside them, and without what only tells where they lie."""
    above = {place.name for each in meant for place in each.known} | {each.missing for each in meant}
    named = [
        tuple(place for place in each.known if place.district in above) or each.known
        for each in meant
        if _is_small(each) or _is_city(each)
    ]
    return _set_beside(named, other, words)


def _is_small(meant: _Meant) -> bool:
    return bool(meant.known) and all(place.is_small for place in meant.known)


def _is_city(meant: _Meant) -> bool:
    """Whether a city is meant, in which no village lies."""
    return bool(meant.known) and all(place.kind is PlaceKind.CITY for place in meant.known)


def _set_beside(
    known: Sequence[tuple[KnownPlace, ...]], missing: Sequence[str], words: frozenset[str]
) -> AskedPlace:
    """The places that are named beside one another: those that are loaded, and those that are not."""
    known = list(dict.fromkeys(known))
    beside = tuple(places[0] for places in known[1:] if len(places) == 1)
    first = next(iter(missing), None)
    return AskedPlace(known[0] if known else (), beside, words, first, tuple(missing[1:]))


def _read_mention(reading: AskedWords, mention: Mention) -> _Meant | None:
    """What a name means; None where it is no place here."""
    positions, told = _find_kind(reading, mention)
    places = [place for place in mention.places if place.kind in told]
    adjective = mention.is_adjective  # `Таразский район`: no district that is known
    if not places and (told & SMALL or (told and adjective)):
        return None  # `село Павлодар`: a village of the city's name
    if not places:
        places = [place for place in mention.places if is_bare_place(reading, mention, place)]
    if not places:
        return None
    reading.taken.update(range(mention.start, mention.end), positions)
    return _mean(places, by_kind=bool(told))


def _mean(places: Sequence[NamedPlace], *, by_kind: bool) -> _Meant:
    """What is meant of the places that a name may mean, one of each at most.

    A renamed place is found by its other name where no place has that name by itself. A bare name that a
    city has is the city, or the district of the name, never the region.
    """
    own = [place for place in places if not place.by_other_name]
    renamed = [place for place in places if place.by_other_name]
    places = own if not renamed or any(place.known for place in own) else renamed
    small = tuple(place.known for place in places if place.known and place.known.is_small)
    if small:
        return _Meant(small)
    city = next((place for place in places if place.kind is PlaceKind.CITY), None)
    if city is not None and not by_kind:
        if city.known is None:
            return _Meant((), city.name)
        places = [place for place in places if place.kind is not PlaceKind.REGION]
    known = tuple(place.known for place in places if place.known)
    return _Meant(
        known,
        None if known else places[0].name,
        is_region=all(place.kind is PlaceKind.REGION for place in places),
    )


def _find_kind(reading: AskedWords, mention: Mention) -> tuple[list[int], Kinds]:
    """Where the words of a kind beside a name stand, behind it or else before it, and what they tell."""
    spoken, free = reading.spoken, reading.names | reading.taken
    positions: list[int] = []
    kinds: Kinds = frozenset()
    at = mention.end
    while at not in free and (found := kind_at(spoken, at)) and kinds in (frozenset(), found.kinds):
        positions += range(at, at + found.length)  # ауылдық округі
        kinds, at = found.kinds, at + found.length
    if kinds:
        return positions, kinds
    at = mention.start
    while found := next(
        (
            found
            for length in (2, 1)
            if at >= length
            and free.isdisjoint(range(at - length, at))
            and (found := kind_at(spoken, at - length))
            and found.length == length
            and kinds in (frozenset(), found.kinds)
        ),
        None,
    ):
        positions += range(at - found.length, at)  # в сельском округе | Акжар
        kinds, at = found.kinds, at - found.length
    return positions, kinds
