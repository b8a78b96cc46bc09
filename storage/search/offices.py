"""Which administrators a question asks for, and which lines are of more than it speaks of."""

from __future__ import annotations

from parser.budget_code import VILLAGE_AKIMS, codes_of, is_upkeep, level_of
from parser.records import Level
from storage.search.evidence import Evidence
from storage.search.index import Index
from storage.search.search_words import WordRole, has_role
from storage.search.word_index import IndexedName


def find_offices(index: Index, evidence: Evidence) -> frozenset[str]:
    """The codes of the offices that a question names best: of whose things and people it asks.

    Args:
        index: the names.
        evidence: what the question's words say of the names.

    Returns:
        None of them where no office is asked for; several where their names say as much of the question.
    """
    if not evidence.of_office:
        return frozenset()
    covered: dict[str, float] = {}
    for position in evidence.hits.keys() - evidence.things:
        said: dict[str, float] = {}
        for number, likeness in evidence.hits[position].items():
            path = index.words.names[number].paths[0]
            if level_of(path) is Level.ADMINISTRATOR:
                code = codes_of(path)[-1]
                said[code] = max(said.get(code, 0.0), likeness)
        for code, likeness in said.items():
            covered[code] = covered.get(code, 0.0) + likeness * evidence.weights[position]
    best = max(covered.values(), default=0.0)
    return frozenset(code for code, cover in covered.items() if cover == best)


def is_wider(evidence: Evidence, name: IndexedName) -> bool:
    """Whether a name is an administrator's where none is asked for, or of all places where villages are.

    What an administrator is itself paid from is of it too: «Услуги по реализации государственной политики в
    области предпринимательства» are no help for businesses.

    Args:
        evidence: what the question's words say of the names.
        name: one that they may mean.
    """
    path = name.paths[0]
    of_office = level_of(path) is Level.ADMINISTRATOR or is_upkeep(path)
    if of_office and not evidence.of_office:
        return True
    if not evidence.of_villages:
        return False
    of_village = any(not VILLAGE_AKIMS.isdisjoint(codes_of(path)) for path in name.paths)
    return not (of_village or any(has_role(word, WordRole.VILLAGE) for word in name.words))
