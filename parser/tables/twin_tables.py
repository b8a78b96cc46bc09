"""One table of a decision in both languages in one file: one text stands behind the other.

Each is an edition of its own language, of one place: which of two prints of its name is the place's makes no
other budget of it. Where their amounts differ, whoever stores them says so.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import product

from parser.dataclass import dataclass
from parser.decision.place_kinds import SmallKind, kind_of_place, name_today, without_kind
from parser.records import Edition, Language
from parser.text.folding import skeleton
from parser.text.language import detect_language
from parser.text.places import PlaceKind

_AKIN = 0.6  # of the letters of two names: Жалгызтюбин, Жалғызтөбе

Twins = tuple[int, Edition, Edition]


class TwinTables:
    """The tables of a file so far, each looked at once: a file of many villages has a hundred and more."""

    def __init__(self) -> None:
        self._kept: list[_Traits] = []
        self._alike: dict[
            Hashable, list[int]
        ] = {}  # the indices of tables that may be one, by what they share
        self._languages: dict[tuple[str, int], set[Language | None]] = {}  # by place and year

    def keep(self, edition: Edition) -> None:
        """Keeps a table, for later ones to be compared with.

        Args:
            edition: the next one of the file.
        """
        traits = _Traits.of(edition)
        for key in traits.keys:
            self._alike.setdefault((key, traits.language), []).append(len(self._kept))
        self._kept.append(traits)
        self._languages.setdefault((edition.place, edition.year), set()).add(traits.language)

    def find(self, edition: Edition, earlier: Sequence[Edition]) -> Twins | None:
        """The table that a later one prints in the other language.

        Args:
            edition: the later one.
            earlier: the tables before it in the file, which were kept in this order.

        Returns:
            The index of the earlier one, it with the language of its names, and the later one with its own
            and with the place of the earlier. None where it is no other language's print of any.
        """
        own = _Traits.of(edition)
        if own.language is None:
            return None
        found: dict[int, Language] = {}
        for language, key in product(Language, own.keys):
            if language is not own.language:
                found |= dict.fromkeys(self._alike.get((key, language), ()), language)
        for index, language in sorted(found.items()):
            other = earlier[index]
            if own.language in self._languages[other.place, other.year] or not own.may_be(self._kept[index]):
                continue
            twin = replace(edition, place=other.place, language=own.language)
            return index, replace(other, language=language), twin
        return None


@dataclass(frozen=True, slots=True)
class _Traits:
    """What tells of two tables that they are one.

    Attributes:
        language: that of its names.
        kind: of its place.
        name: of its place today, without its kind, as far as both languages write it alike.
        appendix: its number.
        keys: of each of two tables that are one, one at least is the other's too.
    """

    language: Language | None
    kind: PlaceKind | SmallKind
    name: str
    appendix: str | None
    keys: tuple[Hashable, ...]

    @classmethod
    def of(cls, edition: Edition) -> _Traits:
        """What a table has of them."""
        language = detect_language(" ".join(line.name for line in edition.lines))
        name = skeleton(without_kind(name_today(edition.place).partition(",")[0]))
        shared, appendix = (edition.year, edition.set_by), edition.appendix
        keys: list[Hashable] = [(shared, "name", name)]
        if appendix is not None:
            keys.append((shared, "appendix", appendix))
        return cls(language, kind_of_place(edition.place.partition(",")[0]), name, appendix, tuple(keys))

    def may_be(self, other: _Traits) -> bool:
        """Whether two tables of one year and one setter are of one place, or of places that may be one.

        Two names that are no more than akin are one place's where they are on the same appendix.
        """
        kinds = {self.kind, other.kind}
        if len(kinds) > 1 and not all(isinstance(kind, SmallKind) for kind in kinds):
            return False
        if self.name == other.name:
            return True
        if self.appendix is None or self.appendix != other.appendix:
            return False
        return SequenceMatcher(None, self.name, other.name, autojunk=False).ratio() >= _AKIN
