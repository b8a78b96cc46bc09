"""What the listed places of Kazakhstan are called, by the forms of their names, as they sound."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import Generic, TypeAlias, TypeVar

from parser.dataclass import dataclass
from parser.decision.place_kinds import without_kind
from parser.text.folding import sounds
from parser.text.place_forms import NameForms, forms_of
from parser.text.places import ListedPlace, find_listed, listed_places

_Meaning = TypeVar("_Meaning")


@dataclass(frozen=True, slots=True)
class OtherName:
    """What a listed place was called before, or is called today: the name of this one."""

    place: ListedPlace


_Listed: TypeAlias = ListedPlace | OtherName


class NamesByForm(Generic[_Meaning]):
    """What names mean, by the forms of the names, as they sound.

    Attributes:
        cases: by the first word, in all cases where it is the only one.
        wholes: names of one word, before an ending.
    """

    def __init__(self) -> None:
        self.cases: dict[str, list[tuple[NameForms, _Meaning]]] = defaultdict(list)
        self.wholes: dict[str, list[tuple[NameForms, _Meaning]]] = defaultdict(list)

    def add(self, names: Iterable[NameForms], meaning: _Meaning) -> None:
        """Adds the names of a place.

        Args:
            names: the forms of each.
            meaning: what whoever says one of them means.
        """
        for forms in names:
            for first in [forms.lead[0]] if forms.lead else forms.cases:
                self.cases[first].append((forms, meaning))
            if not forms.lead:
                self.wholes[forms.whole].append((forms, meaning))


class ListedNames:
    """What the listed names mean. Forms are made of those that begin with a sound that a message has.

    However a name is declined, it begins as it did: most messages need some fifty of a thousand names.
    """

    def __init__(self) -> None:
        self._written: dict[str, list[tuple[list[str], _Listed]]] = defaultdict(list)  # by their first sound
        self._made: dict[str, NamesByForm[_Listed]] = {}
        for listed in listed_places():
            self._write(listed, listed)
        for old in listed_places():
            new = find_listed(old.kind, old.today) if old.today else None
            if new:
                self._write(old, OtherName(new))
                self._write(new, OtherName(old))

    def _write(self, named: ListedPlace, meaning: _Listed) -> None:
        by_sound = defaultdict[str, list[str]](list)
        for name in named.names:
            for spoken in sounds(without_kind(name))[:1]:
                by_sound[spoken[0]].append(name)
        for first, names in by_sound.items():
            self._written[first].append((names, meaning))

    def beginning_as(self, word: str) -> NamesByForm[_Listed]:
        """The names that begin with the first sound of a word, given as it sounds."""
        first = word[:1]
        made = self._made.get(first)
        if made is None:
            made = NamesByForm()
            for names, meaning in self._written.get(first, ()):
                made.add(list_forms(names), meaning)
            if first in self._written:
                self._made[first] = made
        return made


def list_forms(names: Iterable[str]) -> tuple[NameForms, ...]:
    """The forms of a place's names, each once: `область Абай` is found by `Абай`."""
    return tuple(dict.fromkeys(forms for name in names for forms in forms_of(without_kind(name))))


@cache
def load_listed_names() -> ListedNames:
    """The names of all listed places, whatever is loaded."""
    return ListedNames()
