"""A phrase of the lexicon as it is found in a question, and what is told of one by how it was typed."""

from __future__ import annotations

from collections.abc import Sequence, Set

from parser.dataclass import dataclass
from parser.text.folding import sound
from parser.text.harmony import are_of_other_rows
from storage.search.phrases import Entry


@dataclass(frozen=True, slots=True)
class PhraseMatch:
    """An entry of the lexicon found in a question.

    Attributes:
        entry: the phrase.
        positions: where its words stand among the question's.
        likeness: 1 for the phrase itself, less for a form of it or a mistyped one.
        parted: whether other words stand between its words, or they are in another order.
    """

    entry: Entry
    positions: frozenset[int]
    likeness: float
    parted: bool = False


def keep_named(found: Sequence[PhraseMatch]) -> Sequence[PhraseMatch]:
    """The phrases without those that take a word from an official name that is said whole.

    `жилищная помощь малоимущим` is «Жилищная помощь», and no other «помощь малоимущим».
    """
    named = [match.positions for match in found if _is_official_name(match)]
    return [match for match in found if not any(_takes_from(match.positions, each) for each in named)]


def _is_official_name(match: PhraseMatch) -> bool:
    """Whether a phrase of several words, as it is typed, is one of its own official terms."""
    whole = match.likeness == 1.0 and not match.parted and len(match.entry.folded) > 1
    return whole and tuple(map(sound, match.entry.folded)) in match.entry.all_terms


def _takes_from(positions: Set[int], named: Set[int]) -> bool:
    """Whether a phrase has words of a name, others besides, and is no longer than it."""
    return bool(positions & named) and bool(positions - named) and len(positions) <= len(named)


def is_turned(match: PhraseMatch, said: Sequence[int]) -> bool:
    """Whether a phrase for a part stands the other way round, without the word that joins its words.

    `школы потом дороги` are two lines, and no `дорога в школу`.
    """
    lacks = len(match.entry.folded) > len(said)
    return match.entry.part and lacks and list(said) != sorted(said)


def is_of_other_row(entry: Entry, folded: Sequence[str]) -> bool:
    """Whether a typed word only sounds as that of a phrase, and is written otherwise: `қырыс`, `кіріс`."""
    return any(map(are_of_other_rows, entry.folded, folded))


def is_form_of(entry: Entry, folded: Sequence[str]) -> bool:
    """Whether typed words are written as a phrase is, whatever their endings: `кәрізге` is of `кәріз`."""
    alike = len(folded) == len(entry.folded)
    return alike and all(map(str.startswith, folded, entry.folded))


def stands_for(entry: Entry, official: Entry) -> bool:
    """Whether a phrase stands for an official term, and so names the same thing."""
    return official.is_official and tuple(map(sound, official.folded)) in entry.all_terms
