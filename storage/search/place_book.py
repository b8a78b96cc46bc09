"""Names of places in a question: of those that are loaded, and of all of Kazakhstan that are listed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from parser.decision.named_places import place_name
from parser.decision.place_kinds import SmallKind, without_kind
from parser.question.question import Token
from parser.records import Language
from parser.text.place_forms import NameForms, forms_of
from parser.text.places import Alone, ListedPlace, PlaceKind, find_listed, listed_places
from storage.reading.places import KnownPlace
from storage.search.forms import is_kazakh_ending

_SHORTEST = 2  # letters of a name


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


@dataclass(frozen=True, slots=True)
class _BookEntry:
    forms: NameForms
    place: NamedPlace


class PlaceBook:
    """All places by the forms of their names, as they sound. Made once, never changed."""

    def __init__(self, known: Iterable[KnownPlace] = ()) -> None:
        """Makes the book.

        Args:
            known: the places whose budgets are loaded.
        """
        loaded = tuple(known)
        by_name = {place.name: place for place in loaded}
        self._cases: dict[str, list[_BookEntry]] = defaultdict(list)  # by the first word's cases
        self._wholes: dict[str, list[_BookEntry]] = defaultdict(list)  # of one word, before an ending
        for place in loaded:
            self._add(_forms(place.own_names), _named(place))
        for listed in listed_places():
            name = _full_name(listed)
            same = [] if name in by_name else [place for place in loaded if _is(place, listed)]
            places = map(_named, same) if same else [_listed(listed, by_name.get(name))]
            self._add(_listed_forms(listed), *places)
        for listed in listed_places():
            self._link(listed, by_name)

    def _link(self, old: ListedPlace, by_name: Mapping[str, KnownPlace]) -> None:
        """Lets a renamed place be found by its other name."""
        new = find_listed(old.kind, old.today) if old.today else None
        for named, other in ((old, new), (new, old)):
            known = by_name.get(_full_name(other)) if named and other else None
            if named and other and known:
                place = NamedPlace(known.name, known.kind, known, other.alone, by_other_name=True)
                self._add(_listed_forms(named), place)

    def _add(self, names: Iterable[NameForms], *places: NamedPlace) -> None:
        for forms in names:
            for place in places:
                entry = _BookEntry(forms, place)
                for first in [forms.lead[0]] if forms.lead else forms.cases:
                    self._cases[first].append(entry)
                if not forms.lead:
                    self._wholes[forms.whole].append(entry)

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
        for entry in self._cases.get(word, ()):
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
        for end in range(len(word) - 1, _SHORTEST - 1, -1):
            if word[:end] in self._wholes and is_kazakh_ending(word[end:]):
                for entry in self._wholes[word[:end]]:
                    yield 1, word[end:], entry


def _ending(word: str, whole: str) -> str | None:
    rest = word.removeprefix(whole)
    return rest if rest != word and is_kazakh_ending(rest) else None


def _forms(names: Iterable[str]) -> tuple[NameForms, ...]:
    """The forms of a place's names, each once: `область Абай` is found by `Абай`."""
    return tuple(dict.fromkeys(forms for name in names for forms in forms_of(without_kind(name))))


@cache
def _listed_forms(place: ListedPlace) -> tuple[NameForms, ...]:
    """The same of a listed place: every book has all of them."""
    return _forms(place.names)


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
