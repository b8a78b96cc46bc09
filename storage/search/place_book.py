"""Names of places in a question: of those that are loaded, and of all of Kazakhstan that are listed."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TypeAlias

from parser.dataclass import dataclass
from parser.decision.named_places import place_name
from parser.decision.place_kinds import SmallKind
from parser.question.question import Token
from parser.records import Language
from parser.text.place_forms import NameForms
from parser.text.places import Alone, ListedPlace, PlaceKind, find_listed, listed_places
from storage.reading.places import KnownPlace
from storage.search.forms import is_kazakh_ending
from storage.search.listed_names import NamesByForm, OtherName, list_forms, load_listed_names

_SHORTEST = 2  # letters of a name, and of an ending behind one that is letters only
_HARD = "kpqt"
_LETTERS = 3  # of a name that is letters only: `ОҚО-ға`


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A place that a name may mean.

    Attributes:
        name: its full name, as budgets are kept by.
        kind: what kind of place it is.
        known: the place, where its budget is loaded.
        alone: what its name means without a word of its kind.
        by_other_name: whether it was called so only before, or is called so only today.
    """

    name: str
    kind: PlaceKind | SmallKind
    known: KnownPlace | None
    alone: Alone
    by_other_name: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a question.

    Attributes:
        start: where its first word stands among the question's.
        end: behind its last word.
        places: those that it may mean.
        ending: what Kazakh has added to the name, as it sounds.
        is_adjective: whether it is the adjective of the name: `Таразский`.
    """

    start: int
    end: int
    places: tuple[NamedPlace, ...]
    ending: str = ""
    is_adjective: bool = False


_Meaning: TypeAlias = NamedPlace | ListedPlace | OtherName


@dataclass(frozen=True, slots=True)
class _BookEntry:
    forms: NameForms
    place: NamedPlace


class PlaceBook:
    """All places by the forms of their names, as they sound. Made once, never changed.

    The listed places are in every book: their names are kept once for all, and each book knows which of them
    are loaded.
    """

    def __init__(self, known: Iterable[KnownPlace] = ()) -> None:
        """Makes the book.

        Args:
            known: the places whose budgets are loaded.
        """
        loaded = tuple(known)
        self._by_name = {place.name: place for place in loaded}
        self._own = NamesByForm[NamedPlace]()
        begun: dict[str, dict[KnownPlace, None]] = defaultdict(dict)
        for place in loaded:
            forms = list_forms(place.own_names)
            self._own.add(forms, _named(place))
            for each in forms:
                begun[" ".join((*each.lead, each.whole))][place] = None
        self._begun = sorted(begun.items(), key=lambda named: named[0])
        self._loaded: dict[ListedPlace, tuple[NamedPlace, ...]] = {}
        for listed in listed_places():
            if same := self._by_name.get(_full_name(listed)):
                self._loaded[listed] = (_listed(listed, same),)
            elif listed.is_shared:
                self._loaded[listed] = tuple(_named(place) for place in loaded if _is(place, listed))

    def _resolve(self, names: Iterable[tuple[NameForms, _Meaning]]) -> Iterator[_BookEntry]:
        for forms, meaning in names:
            for place in self._places(meaning):
                yield _BookEntry(forms, place)

    def _places(self, meaning: _Meaning) -> tuple[NamedPlace, ...]:
        match meaning:
            case NamedPlace():
                return (meaning,)
            case ListedPlace():
                return self._loaded.get(meaning) or (_unloaded(meaning),)
            case OtherName(other):
                known = self._by_name.get(_full_name(other))
                found = known and NamedPlace(known.name, known.kind, known, other.alone, by_other_name=True)
                return (found,) if found else ()

    def _starting_with(self, word: str) -> Iterator[_BookEntry]:
        for names in (self._own, load_listed_names().beginning_as(word)):
            yield from self._resolve(names.cases.get(word, ()))

    def find_begun(self, started: str) -> list[KnownPlace]:
        """The loaded places with a name that begins so.

        Args:
            started: the beginning, as it sounds.
        """
        found: dict[KnownPlace, None] = {}
        for name, places in self._begun[bisect_left(self._begun, started, key=lambda named: named[0]) :]:
            if not name.startswith(started):
                break
            found |= places
        return list(found)

    def find(self, tokens: Sequence[Token]) -> list[Mention]:
        """The names in a question, the longest of those that begin at a word; none overlap."""
        mentions: list[Mention] = []
        at = 0
        while at < len(tokens):
            mention = self._find_at(tokens, at)
            if mention:
                mentions.append(mention)
            at = mention.end if mention else at + 1
        return mentions

    def _find_at(self, tokens: Sequence[Token], at: int) -> Mention | None:
        found = list(self._read_at(tokens, at))
        if not found:
            return None
        longest = max(length for length, _, _ in found)
        best = [(ending, entry) for length, ending, entry in found if length == longest]
        plain = [(ending, entry) for ending, entry in best if not ending] or best  # what is written so
        places = tuple(dict.fromkeys(entry.place for _, entry in plain))
        ending = max((ending for ending, _ in plain), key=len)
        adjective = all(entry.forms.is_adjective for _, entry in plain)
        return Mention(at, at + longest, places, ending, is_adjective=adjective)

    def _read_at(self, tokens: Sequence[Token], at: int) -> Iterator[tuple[int, str, _BookEntry]]:
        """The names that begin at a word: how many words each has, and what Kazakh added to it."""
        word = tokens[at].sound
        for entry in self._starting_with(word):
            length = len(entry.forms.lead) + 1
            if length == 1:
                yield 1, "", entry
                continue
            said = [token.sound for token in tokens[at : at + length]]
            if len(said) < length or tuple(said[:-1]) != entry.forms.lead:
                continue
            if said[-1] in entry.forms.cases:
                yield length, "", entry
            elif (ending := _ending(said[-1], entry.forms.whole)) is not None:
                yield length, ending, entry
        if tokens[at].filler:
            return  # `скока` is no «СҚО-ға»
        own, listed = self._own.wholes, load_listed_names().beginning_as(word).wholes
        for end in range(len(word) - 1, _SHORTEST - 1, -1):
            name, ending = word[:end], word[end:]
            if name not in own and name not in listed:
                continue  # as nearly always
            if is_kazakh_ending(ending) and not _is_chance(name, ending):
                names = (*own.get(name, ()), *listed.get(name, ()))
                yield from ((1, ending, entry) for entry in self._resolve(names))


def _is_chance(name: str, ending: str) -> bool:
    """Whether a word only looks like a short name with an ending: «окон», «скота» are no `ОҚО`, `СКО`.

    Behind a vowel Kazakh has no ending of one sound, and none that begins with a hard consonant: `СҚО-да`.
    """
    return len(name) <= _LETTERS and name.endswith("o") and (len(ending) < _SHORTEST or ending[0] in _HARD)


def _ending(word: str, whole: str) -> str | None:
    rest = word.removeprefix(whole)
    return rest if rest != word and is_kazakh_ending(rest) else None


@cache
def _full_name(place: ListedPlace) -> str:
    """The name that the budgets of a listed place are kept by, its region aside."""
    return place_name(place.kind, place.kazakh, None, Language.KK)


def _is(place: KnownPlace, listed: ListedPlace) -> bool:
    """Whether a loaded place is a listed one whose region belongs to its name."""
    return listed.is_shared and place.kind is listed.kind and place.own_names[:1] == (listed.kazakh,)


def _named(place: KnownPlace) -> NamedPlace:
    own = next(iter(place.own_names), "")
    listed = find_listed(place.kind, own) if isinstance(place.kind, PlaceKind) else None
    alone = listed.alone if listed else Alone.WORD if place.is_small else Alone.NAME
    return NamedPlace(place.name, place.kind, place, alone)


def _listed(listed: ListedPlace, known: KnownPlace | None) -> NamedPlace:
    return NamedPlace(_full_name(listed), listed.kind, known, listed.alone)


@cache
def _unloaded(place: ListedPlace) -> NamedPlace:
    return _listed(place, None)
