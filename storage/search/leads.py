"""Everyday phrases that were found in a question → the names that they lead to.

A phrase of the lexicon stands for official terms, and each term stands in some names; where no budget has
any of them, the phrase's functional group stands in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace

from parser.budget_code import is_branch, path_below, section_of
from parser.dataclass import dataclass
from parser.records import Section
from storage.search.index import Index
from storage.search.official_terms import is_bound
from storage.search.phrase_match import PhraseMatch
from storage.search.search_words import WordRole, has_role
from storage.search.yielding import Hits, Words


@dataclass(frozen=True, slots=True)
class Reached:
    """The names that phrases lead to.

    Attributes:
        likeness: how well, for each of them.
        assertable: those that a phrase may assert.
        whole: those whose phrase is all of the question.
        official: those whose official name in the other language is all of the question.
        parts: those that are reached best by a phrase for something paid out of them.
        homes: the path of the functional group that the phrase is of, for each whose phrase has one.
        bound: those of which only the lines in that group are meant.
    """

    likeness: Mapping[int, float]
    assertable: frozenset[int]
    whole: frozenset[int]
    official: frozenset[int]
    parts: frozenset[int]
    homes: Mapping[int, str]
    bound: frozenset[int]


@dataclass(frozen=True, slots=True)
class Lead:
    """A phrase of a question leads to a name of a line: `садик` to «Дошкольное воспитание и обучение».

    Attributes:
        name: its number in the index.
        positions: of the phrase's words in the question.
        likeness: how well it leads there, 0 to 1.
        asserts: whether the name may be asserted for it.
        whole: whether the phrase is all that the question names.
        official: whether it is an official term that the name is, whole.
        part: whether it is something paid out of the line, as `столовая` is out of schools.
        group: the code of the functional group that the phrase is of; None where the lexicon tells none.
        bound: whether only lines of that group are meant, whatever others have the name.
    """

    name: int
    positions: Collection[int]
    likeness: float
    asserts: bool = False
    whole: bool = False
    official: bool = False
    part: bool = False
    group: str | None = None
    bound: bool = False


def lead_to_lines(
    index: Index, words: Words, names: Hits, phrases: Sequence[PhraseMatch], lacking: Collection[Set[int]]
) -> Iterator[Lead]:
    """From everyday phrases to the names that hold their official terms.

    Args:
        index: the names and the lexicon.
        words: of the question, by their positions.
        names: for each, the names that hold it themselves.
        phrases: found in the question.
        lacking: the positions of known phrases of which no budget has a line. A phrase within one asserts
            nothing: where `налог на бизнес` is lacking, `налог` does not stand for it.

    Yields:
        A lead for each phrase and each name that it leads to.
    """
    weights, certain = index.weights.evidence, index.weights.words.certain
    for match in phrases:
        trust = _trust(index, words, names, match)
        believed = not match.entry.weak and match.likeness >= weights.asserting_phrase
        believed = believed and not any(match.positions < longer for longer in lacking)
        slip = match.likeness <= index.weights.phrases.slip
        believed = believed and not (slip and may_be_another_word(index, [words[n] for n in match.positions]))
        whole = match.positions >= words.keys() and not match.parted
        named = whole and match.likeness == 1.0 and match.entry.is_official
        found = [(term, index.terms.find_for(match.entry, term)) for term in match.entry.all_terms]
        # Terms that no budget has are no better than the first that one has.
        for order, (term, hits) in enumerate((term, hits) for term, hits in found if hits):
            near = term in match.entry.near
            for name, rate, lacks in hits:
                neighbour = near and not all(names[n].get(name, 0.0) >= certain for n in match.positions)
                # Of names that hold the term, the one that says least else is meant; one that only mentions
                # it is less than a name of it: «Өзгелер» is no «… өзге де төлемдерді төлеу …».
                less = weights.says_more * (max(hits[0].rate, weights.asserting_rate) - rate)
                likeness = (weights.phrase - weights.later_term * order) * trust - less
                least = weights.asserting_group if _is_group(index, name) else weights.asserting_rate
                other = neighbour or lacks or _is_of_other_rank(index, words, match, name)
                asserts = believed and not other and rate >= least
                official = named and rate >= index.weights.rank.whole_name
                part, group = match.entry.part, match.entry.group
                bound = is_bound(match.entry, term)
                yield Lead(name, match.positions, likeness, asserts, whole, official, part, group, bound)


def _is_group(index: Index, number: int) -> bool:
    """Whether a name is that of functional groups alone: what it lists stands for all that they pay."""
    paths = index.words.names[number].paths
    return all(section_of(path) is Section.EXPENDITURE and is_branch(path) for path in paths)


def _is_of_other_rank(index: Index, words: Words, match: PhraseMatch, name: int) -> bool:
    """Whether an institution of the oblast is asked of, and a name is of none: `областной маслихат`."""
    said = [word for n, word in words.items() if n in match.positions]
    beside = [word for n, word in words.items() if n not in match.positions]
    oblast = {word for word in beside if has_role(word, WordRole.OBLAST)}
    city = any(has_role(word, WordRole.RANK) for word in beside if word not in oblast)  # областного значения
    if not oblast or city or not any(has_role(word, WordRole.INSTITUTION) for word in said):
        return False
    return not any(has_role(word, WordRole.TERRITORY) for word in index.words.names[name].words)


def may_be_another_word(index: Index, typed: Sequence[str]) -> bool:
    """Whether what is like something known is one word, so short that it may be one of its own.

    `останки` are no «остатки».

    Args:
        index: weighs it.
        typed: the words that are only like those of a phrase or a name.
    """
    return len(typed) == 1 and len(typed[0]) < index.weights.phrases.alone


def _trust(index: Index, words: Words, names: Hits, match: PhraseMatch) -> float:
    """How far a phrase is believed: a form of it less than the very word that names print."""
    printed = all(names[n] and index.has_word(words[n]) for n in match.positions)
    if match.likeness == 1.0 or not printed:
        return match.likeness
    return index.weights.evidence.printed_instead * match.likeness


def doubt_known(leads: Iterable[Lead], found: Iterable[PhraseMatch]) -> list[Lead]:
    """The leads, none asserting by words that are known for what no budget holds: `суды`, water in Kazakh."""
    nowhere = {match.positions for match in found if not match.entry.all_terms and match.likeness == 1.0}
    return [
        replace(lead, asserts=False) if lead.asserts and lead.positions in nowhere else lead for lead in leads
    ]


def lead_to_groups(index: Index, words: Words, found: Sequence[PhraseMatch]) -> Iterator[Lead]:
    """Leads phrases whose lines no loaded budget has to the functional group that they would be in.

    Such a lead offers the group and asserts nothing. A phrase without a group leads nowhere.
    """
    for match in found:
        if match.entry.group and not index.terms.leads_home(match.entry):
            likeness = index.weights.evidence.group_instead * match.likeness
            for name in index.words.names_of.get(path_below(Section.EXPENDITURE, match.entry.group), ()):
                yield Lead(name, match.positions & words.keys(), likeness)


def gather_leads(leads: Sequence[Lead], own: Hits) -> Reached:
    """What phrases lead to.

    Args:
        leads: from phrases to names.
        own: for each word, the names that hold it themselves.
    """
    best: dict[int, Lead] = {}
    for lead in leads:
        known = best.get(lead.name)
        if known is None or (known.likeness, known.part) < (lead.likeness, known.part and not lead.part):
            best[lead.name] = lead
    return Reached(
        {name: lead.likeness for name, lead in best.items()},
        frozenset(lead.name for lead in leads if lead.asserts),
        frozenset(lead.name for lead in leads if lead.whole),
        frozenset(lead.name for lead in leads if lead.official),
        frozenset(name for name, lead in best.items() if lead.part) | _list_parts(leads, own),
        {name: path_below(Section.EXPENDITURE, lead.group) for name, lead in best.items() if lead.group},
        frozenset(best) - {lead.name for lead in leads if not lead.bound},
    )


def _list_parts(leads: Sequence[Lead], own: Hits) -> frozenset[int]:
    """The names of which a part is named by a word that nothing else of a question says of them.

    In `көшедегі шамды ауыстыру` a phrase leads to street lights, and one for a part says «ауыстыру».
    """
    said: dict[int, set[int]] = defaultdict(set)
    for lead in leads:
        if not lead.part:
            said[lead.name].update(lead.positions)
    return frozenset(
        lead.name
        for lead in leads
        if lead.part and any(n not in said[lead.name] and lead.name not in own[n] for n in lead.positions)
    )
