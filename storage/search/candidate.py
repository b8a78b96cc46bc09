"""A path that a question may mean, and how well it fits."""

from __future__ import annotations

from parser.dataclass import dataclass
from storage.search.parts import PartSign
from storage.search.word_index import IndexedName


@dataclass(frozen=True, slots=True)
class Candidate:
    """A path that may be meant.

    Attributes:
        path: the line's.
        score: how well it fits, 0 to 1.
        covered: how much of the question its name says, 0 to 1.
        weak: whether it may be offered and not asserted: an ordinary word of other talk leads here, or
            the question is a few words of a long name.
        exact: whether the question is the line's whole name, in its words' very forms and either language.
        through: whether an everyday phrase of the lexicon leads here: `садики` to the line of preschools.
        pieced: whether no phrase says all of the question: several, or one with other words, lead here.
        part: what tells that something paid out of the line is named, which is no line by itself.
        wider: whether more is spent on it than the question may mean: it is an administrator, of whose
            branch alone is spoken, or of all a district, where villages are. How it changed may be told, for
            the answer says of what.
    """

    path: str
    score: float
    covered: float = 1.0
    weak: bool = False
    exact: bool = False
    through: bool = False
    pieced: bool = False
    part: PartSign | None = None
    wider: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked(Candidate):
    """A path found by one of its names."""

    name: IndexedName
