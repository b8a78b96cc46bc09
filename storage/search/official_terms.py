"""Which names of an index an official term of the lexicon stands in."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from parser.budget_code import is_below, is_transfer, path_below, section_of
from parser.records import Section
from storage.search.common_programs import OF_ALL, is_common
from storage.search.matching import match_word
from storage.search.phrases import Entry, Term
from storage.search.search_words import WordRole, has_role
from storage.search.weights import Weights
from storage.search.word_index import WordIndex

# Words of a term that tell it from no other one of its kind; and those that tell whose it is.
_NOT_TELLING = (WordRole.BUREAU, WordRole.JOINS)
_TERRITORIES = (WordRole.TERRITORY, WordRole.SETTLEMENT, WordRole.VILLAGE)
TermMatches = Mapping[str, Mapping[str, float]]  # for each word, the words of names that it may be


class TermHit(NamedTuple):
    """A name that holds an official term, by its number, and how well: its rate, 0 to 1.

    `lacks` tells that the name says less than the term: it may be of another thing.
    """

    name: int
    rate: float
    lacks: bool = False


class OfficialTerms:
    """The official terms of the lexicon among the names; each is looked for once."""

    def __init__(self, index: WordIndex, telling: Mapping[str, float], weights: Weights) -> None:
        """Makes a finder.

        Args:
            index: the names.
            telling: how much each word tells one official term from the others.
            weights: by which names are rated.
        """
        self._index = index
        self._telling = telling
        self._weights = weights
        self._found: dict[Term, Sequence[TermHit]] = {}  # at most one for each term of the lexicon

    def find(self, term: Term) -> Sequence[TermHit]:
        """The names with nearly all of a term's weight in them, those first that say least besides."""
        if term not in self._found:
            self._found[term] = tuple(self._find(term))
        return self._found[term]

    def leads(self, entry: Entry) -> bool:
        """Whether these budgets have a line that a phrase stands for, or its words in another line."""
        if entry.given:  # only where a question says that money is given up: `орталық` is a centre, too
            return any(map(self.find, entry.all_terms))
        return self.leads_home(entry)

    def leads_home(self, entry: Entry) -> bool:
        """Whether these budgets have a line that a phrase stands for."""
        return any(self.find_for(entry, term) for term in entry.all_terms)

    def find_for(self, entry: Entry, term: Term) -> Sequence[TermHit]:
        """The names that hold a phrase's term; only those in its functional group where the term tells none.

        Those are programs of all offices, and what is given up to another budget: «Мемлекеттік қажеттіліктер
        үшін жер учаскелерін алып қою» shares most of `бюджеттік алып қоюлар`.
        """
        hits = self.find(term)
        if entry.group is not None and entry.group != OF_ALL:  # support of business is no fee that it pays
            hits = [hit for hit in hits if not (hit.lacks and self._is_received(hit.name))]
        if not is_bound(entry, term):
            return hits
        branch, names = path_below(Section.EXPENDITURE, entry.group or ""), self._index.names
        return [hit for hit in hits if any(is_below(path, branch) for path in names[hit.name].paths)]

    def _is_received(self, number: int) -> bool:
        """Whether a name is one of revenue alone."""
        return all(section_of(path) is Section.REVENUE for path in self._index.names[number].paths)

    def reaches(self, entry: Entry) -> bool:
        """Whether a phrase settles what its words mean: it leads to a line, or stands for none by itself."""
        return not entry.all_terms or self.leads(entry)

    def _find(self, term: Term) -> Iterable[TermHit]:
        weights = self._weights.terms
        matches = {
            word: match_word(self._index, word, self._weights.words, slips=False)
            for word in dict.fromkeys(term)
        }
        if not all(matches.values()):
            return []  # a word that no name has: the budget lacks what the term is about
        said = {match for found in matches.values() for match in found}
        rated = []
        for name, covered in self._cover(matches).items():
            share = self._share_said(name, said)
            rate = (1 - weights.name_share) * covered + weights.name_share * share
            another = self._is_of_another_kind(name, said)
            rate -= weights.near_best * another
            rated.append(TermHit(name, rate, another or self._lacks(name, matches)))
        best = max((hit.rate for hit in rated), default=0.0)
        near = [hit for hit in rated if hit.rate >= best - weights.near_best]
        return heapq.nlargest(weights.hits, near, key=lambda hit: hit.rate)

    def _cover(self, matches: TermMatches) -> dict[int, float]:
        """The names that hold nearly all of a term, and how much of it, 0 to 1."""
        weights = self._weigh(matches)
        total = sum(weights.values())
        least = self._weights.terms.covered * total
        covered: dict[int, float] = {}
        missed = 0.0  # what a name that holds none of the words so far lacks; the heaviest words come first
        for word in sorted(matches, key=lambda word: -weights[word]):
            best: dict[int, float] = {}
            closed = missed > (1 - self._weights.terms.covered) * total
            for match, likeness in sorted(matches[word].items(), key=lambda match: match[1]):
                holders = self._index.holders(match)
                best.update(dict.fromkeys(holders & covered.keys() if closed else holders, likeness))
            for name, likeness in best.items():
                covered[name] = covered.get(name, 0.0) + likeness * weights[word]
            missed += weights[word]
        return {name: cover / total for name, cover in covered.items() if cover >= least}

    def _weigh(self, matches: TermMatches) -> dict[str, float]:
        """How much each word of a term counts.

        Squared, so that the words that tell a term from others of its form weigh most. A small budget
        has every word but once or twice: there the other official terms say which words those are.
        """
        rarity, rarest = self._index.rarity, self._index.rarest
        return {word: (rarity.get(word, rarest) * self._tell(word)) ** 2 for word in matches}

    def _tell(self, word: str) -> float:
        """How much a word tells an official term from others; `управление` and the like count whole."""
        telling = self._telling.get(word, self._index.rarest)
        return max(telling, self._index.rarest) if has_role(word, WordRole.OFFICE) else telling

    def _is_of_another_kind(self, number: int, said: set[str]) -> bool:
        """Whether a name is of a narrower thing than a term, or of an office that the term does not name.

        Education of gifted children is not all education, and a department of employment no program.
        """
        unsaid = [word for word in self._index.names[number].words if word not in said]
        return any(has_role(word, role) for word in unsaid for role in (WordRole.NARROWS, WordRole.OFFICE))

    def _lacks(self, number: int, matches: TermMatches) -> bool:
        """Whether a name leaves out something of a term that must be there; one of these suffices.

        - its deed: `строительство` of a term, which a name that only maintains has not;
        - whose it is: an akim of a village or a «района (города …)» is no akim of an oblast;
        - a large part of its telling words (`terms.lacking`): «Строительство объектов образования» has much
          of a term for hospitals, but not `здравоохранения`. Words that only join others do not count.
        """
        telling = [word for word in matches if not any(has_role(word, role) for role in _NOT_TELLING)]
        words = set(self._index.names[number].words)
        said_of = {word: words & matches[word].keys() for word in telling}
        missing = [word for word in telling if not any(_may_be(word, match) for match in said_of[word])]
        said = {match for found in matches.values() for match in found}
        anothers = _is_of_territory(missing) and _is_of_territory(words - said, *_TERRITORIES, WordRole.RANK)
        done = any(has_role(word, WordRole.DEED) for word in missing)
        if self._is_of_other_rank(number, said, telling):
            return True
        return done or anothers or len(missing) >= self._weights.terms.lacking * len(telling) > 0

    def _is_of_other_rank(self, number: int, said: set[str], telling: Iterable[str]) -> bool:
        """Whether a transfer comes from a budget of another rank than a term's.

        «Трансферты из районного (города областного значения) бюджета» are of no `областного бюджета`.
        """
        name = self._index.names[number]
        if not (self._is_received(number) and all(map(is_transfer, name.paths))):
            return False
        ranked = any(has_role(word, WordRole.RANK) for word in telling)
        unsaid = (word for word in name.words if word not in said and has_role(word, WordRole.RANK))
        return ranked and not all(has_role(word, WordRole.SIGNIFICANCE) for word in unsaid)

    def _share_said(self, number: int, said: set[str]) -> float:
        """How much of a name these words say."""
        name, rarity = self._index.names[number], self._index.rarity
        return sum(rarity[word] for word in name.words if word in said) / name.weight


def is_bound(entry: Entry, term: Term) -> bool:
    """Whether a phrase's term means only lines of its functional group: of `ремонт школ`, schools."""
    return entry.group is not None and (entry.given or (entry.group != OF_ALL and is_common(term)))


def _may_be(word: str, match: str) -> bool:
    """Whether a word of a name is the one of a term: «… города областного значения» is of no `области`."""
    return not _is_of_territory([word]) or _is_of_territory([match])


def _is_of_territory(words: Iterable[str], *roles: WordRole) -> bool:
    """Whether some word tells whose a thing is: an oblast's, a village's."""
    return any(has_role(word, role) for word in words for role in roles or _TERRITORIES)
