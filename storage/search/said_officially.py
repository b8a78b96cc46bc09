"""How one thing is named officially: in both languages, and by budgets of other ranks and years."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from parser.dataclass import dataclass
from parser.records import Language

_COLUMNS = 3  # in terms.tsv: a concept, its terms in Kazakh and in Russian
_LANGUAGES = 2  # the columns of official_wordings.tsv
NEAR = "||"
"""Parts the terms of a thing from those of its neighbours."""


@dataclass(frozen=True, slots=True)
class Concept:
    """What one list of terms stands for.

    Attributes:
        terms: in its own language.
        translations: in the other one.
        near: those of them that are of neighbouring things.
    """

    terms: tuple[str, ...]
    translations: tuple[str, ...] = ()
    near: frozenset[str] = frozenset()


def read_concepts(path: Path) -> dict[tuple[Language, tuple[str, ...]], Concept]:
    """By the terms of one language, what they stand for.

    Raises:
        ValueError: a line is not in the form; the message names file and line.
    """
    concepts: dict[tuple[Language, tuple[str, ...]], Concept] = {}
    for number, line in number_lines(path):
        cells = line.split("\t")
        if len(cells) != _COLUMNS:
            raise ValueError(f"{path.name}, line {number}: {line!r}")
        parted = [cell.partition(NEAR) if cell != "-" else ("", "", "") for cell in cells[1:]]
        near = frozenset(term for _, _, rest in parted for term in part_terms(rest))
        kazakh, russian = ((*part_terms(same), *part_terms(rest)) for same, _, rest in parted)
        concepts[Language.KK, kazakh] = Concept(kazakh, russian, near)
        concepts[Language.RU, russian] = Concept(russian, kazakh, near)
    return concepts


@dataclass(frozen=True, slots=True)
class Wordings:
    """How one thing is named officially: the wordings of a term's own language, and of the other."""

    same: tuple[str, ...] = ()
    other: tuple[str, ...] = ()


def read_official_wordings(path: Path) -> Mapping[str, Wordings]:
    """By each official term of the list, all of its wordings; none without the list.

    Raises:
        ValueError: a line is not in the form, or a term stands in two; the message names file and line.
    """
    wordings: dict[str, Wordings] = {}
    for number, line in number_lines(path) if path.exists() else ():
        cells = [part_terms(cell) for cell in line.split("\t")]
        known = wordings.keys() & {term for cell in cells for term in cell}
        if len(cells) != _LANGUAGES or not all(cells) or known:
            raise ValueError(f"{path.name}, line {number}: {line!r}")
        kazakh, russian = cells
        wordings |= dict.fromkeys(kazakh, Wordings(kazakh, russian))
        wordings |= dict.fromkeys(russian, Wordings(russian, kazakh))
    return wordings


def word_in_all_ways(
    concept: Concept, wordings: Mapping[str, Wordings]
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """A phrase's terms and those of the other language, each in all of its wordings, and the neighbours.

    Args:
        concept: what the phrase stands for.
        wordings: by a term, how else it is named.
    """
    unworded = Wordings()
    worded = [(term, wordings.get(term, unworded)) for term in concept.terms]
    translated = [(term, wordings.get(term, unworded)) for term in concept.translations]
    terms = dict.fromkeys(each for term, ways in worded for each in (term, *ways.same))
    foreign = [*[(term, *ways.same) for term, ways in translated], *[ways.other for _, ways in worded]]
    other_terms = dict.fromkeys(each for ways in foreign for each in ways)
    meant = {
        each
        for term, ways in (*worded, *translated)
        for each in (term, *ways.same, *ways.other)
        if term not in concept.near
    }
    near = tuple(term for term in (*terms, *other_terms) if term not in meant)
    return tuple(terms), tuple(other_terms), near


def part_terms(text: str) -> tuple[str, ...]:
    """The terms that a cell of a list has."""
    return tuple(term.strip() for term in text.split("|") if term.strip())


def number_lines(path: Path) -> Iterator[tuple[int, str]]:
    """The lines of a list with their numbers, without remarks."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.strip() and not line.startswith("#"):
            yield number, line
