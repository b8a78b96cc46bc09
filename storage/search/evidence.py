"""A question against an index: how well each of its words matches each name.

A word matches a name by itself, by its beginning (which is how both languages inflect), with a typing
slip, or through the lexicon, where an everyday phrase stands for an official term.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from parser.question.question import Token
from storage.search.index import Index
from storage.search.matching import match_word
from storage.search.official_terms import find_term
from storage.search.phrases import Entry, Found

_TOTAL_WORDS = ("dohod", "rashod", "zatrat", "kiris", "wigis", "wigin", "biudjet")


class Evidence:
    """What the words of a question say of the names.

    Attributes:
        content: the words that can name a line, by their number in the question.
        weights: how much each of them tells.
        by_number: for each of them the names that it matches, with how well, 0 to 1.
        total: the weight of all; `heard` is that of those that a name's score is a share of.
        through: the names that phrases lead to, with how well.
        strong: those of them that a phrase may assert.
        whole: those that one phrase leads to which is all of the question.
        absent: words of phrases whose lines these budgets lack.
    """

    def __init__(self, index: Index, tokens: Sequence[Token]) -> None:
        self._index = index
        self._settings = index.weights.evidence
        self._certain = index.weights.words.certain
        numbers = [n for n, token in enumerate(tokens) if not token.filler] or list(range(len(tokens)))
        found = index.lexicon.find(tokens, slips=False, reaches=self._reaches)
        unknown = [n for n in numbers if not any(n in one.tokens for one in found)]
        if any(tokens[n].sound not in index.postings for n in unknown):
            found = index.lexicon.find(tokens, slips=True, reaches=self._reaches)
        # A filler belongs to a phrase only beside a word that asks for something, or where there is none.
        content = set(numbers)
        phrases = [one for one in found if one.tokens & content and self._leads(one.entry)]
        numbers = sorted({*numbers, *(n for one in phrases for n in one.tokens)}) if phrases else numbers
        self.content = {n: tokens[n].sound for n in numbers}
        self.folded = " ".join(tokens[n].folded for n in numbers)
        self._matches = {n: match_word(index, word) for n, word in self.content.items()}
        self.absent: set[int] = set()  # words of phrases whose lines these budgets lack
        self._set_absent_aside(found)
        self.weights = {n: self._weight(n) for n in self.content}
        self.through: dict[int, float] = {}  # names reached through the lexicon: how well
        self.strong: set[int] = set()  # those that an entry may assert
        self.whole: set[int] = set()  # those that one phrase leads to which is all of the question
        self._matched = frozenset(word for matches in self._matches.values() for word in matches)
        self.by_number = self._post()
        self._let_totals_yield()
        self.total = sum(self.weights.values())
        for one in phrases:
            self._add_phrase(one)
        for one in found:
            if one.entry.group and not self._leads(one.entry):
                self._add_group(one, f"expenditure/{one.entry.group}")
        self.heard = self._weigh_heard()

    def _weigh_heard(self) -> float:
        """What a name's score is a share of: of a whole sentence, the words that name something.

        A sentence tells its story around the line that it is about. Its other words do not make the
        line less likely, only less certain: `covered` counts them all.
        """
        if len(self.content) < self._settings.sentence:
            return self.total
        known = {
            n for n, strings in self.by_number.items() if max(strings.values(), default=0.0) >= self._certain
        }
        heard = sum(self.weights[n] for n in known)
        story = self.total - heard
        return heard + min(story, self._settings.story * self._index.rarest) if known else self.total

    def _weight(self, n: int) -> float:
        found = {word: likeness for word, likeness in self._matches[n].items() if likeness >= self._certain}
        rarity = self._index.rarity
        return max((rarity[word] * likeness for word, likeness in found.items()), default=self._index.rarest)

    def _set_absent_aside(self, found: Sequence[Found]) -> None:
        """A phrase that is known but names no line of these budgets is not taken for a similar word."""
        named = {n for one in found if self._leads(one.entry) for n in one.tokens}
        for one in found:
            for n in (one.tokens & self.content.keys()) - named:
                if one.likeness >= self._settings.known_phrase:
                    self.absent.update({n} if len(one.tokens) > 1 else ())
                    self._matches[n] = {
                        word: like for word, like in self._matches[n].items() if like >= self._settings.form
                    }
                    if not _terms(one.entry):
                        self._matches[n] = {}

    def _let_totals_yield(self) -> None:
        """`расходы на школы` is about schools; `капитальные расходы` is what it says, as a name says it."""
        totals = {n for n, word in self.content.items() if word.startswith(_TOTAL_WORDS)}
        if not totals or totals == self.content.keys():
            return
        sure = [
            {number for number, like in strings.items() if like >= self._certain}
            for strings in self.by_number.values()
        ]
        if not set.intersection(*sure):
            self.weights |= {n: self._settings.totals * self.weights[n] for n in totals}

    def _post(self) -> dict[int, dict[int, float]]:
        """For every content word, the names that hold it; of a common one those that rarer ones hold."""
        postings = self._index.postings
        size = {n: sum(len(postings[word]) for word in matches) for n, matches in self._matches.items()}
        posted: dict[int, dict[int, float]] = {n: {} for n in self.content}
        seen: set[int] = set()
        for n in sorted(size, key=lambda n: size[n]):
            if size[n] > self._settings.common and seen:
                posted[n] = self._among(seen, self._matches[n])
                continue
            best = posted[n]
            for word, likeness in self._matches[n].items():
                for number in postings[word]:
                    if best.get(number, 0.0) < likeness:
                        best[number] = likeness
            seen.update(best)
        return posted

    def _among(self, numbers: Set[int], matches: Mapping[str, float]) -> dict[int, float]:
        """Of these names, those that hold a matching word."""
        found: dict[int, float] = {}
        for word, likeness in sorted(matches.items(), key=lambda match: match[1]):
            found.update(dict.fromkeys(numbers & self._index.holders(word), likeness))
        return found

    def _add_phrase(self, one: Found) -> None:
        """Lets an everyday phrase's words match the names that its official terms name."""
        trust = self._trust(one)
        settings = self._settings
        for order, term in enumerate(_terms(one.entry)):
            hits = self._hits(term)
            for number, rate in hits:
                # Of names that hold the term, the one that says least else is meant.
                likeness = (settings.phrase - settings.later_term * order) * trust
                likeness -= settings.says_more * (hits[0][1] - rate)
                self.through[number] = max(self.through.get(number, 0.0), likeness)
                believed = not one.entry.weak and one.likeness >= settings.asserting_phrase
                if believed and rate >= settings.asserting_rate:
                    self.strong.add(number)
                if one.tokens >= self.content.keys() and not one.parted:
                    self.whole.add(number)
                for n in one.tokens & self.content.keys():
                    if self.by_number[n].get(number, 0.0) < likeness:
                        self.by_number[n][number] = likeness

    def _add_group(self, one: Found, group: str) -> None:
        """Lets a phrase whose lines these budgets lack offer the functional group they would be in."""
        for number in self._index.strings_of.get(group, ()):
            likeness = self._settings.group_instead * one.likeness
            if self.through.get(number, 0.0) < likeness:
                self.through[number] = likeness
            for n in one.tokens & self.content.keys():
                self.by_number[n][number] = max(self.by_number[n].get(number, 0.0), likeness)

    def _trust(self, one: Found) -> float:
        """How far a phrase is believed: a form of it less than the very word that names print."""
        printed = all(self.content.get(n) in self._index.postings for n in one.tokens)
        whole = one.likeness == 1.0 or not printed
        return one.likeness if whole else self._settings.printed_instead * one.likeness

    def _hits(self, term: tuple[str, ...]) -> tuple[tuple[int, float], ...]:
        """The names that hold nearly all of an official term."""
        cache = self._index.term_hits
        if term not in cache:
            cache[term] = tuple(find_term(self._index, term))
        return cache[term]

    def _leads(self, entry: Entry) -> bool:
        """Whether these budgets have a line that a phrase stands for."""
        return any(map(self._hits, _terms(entry)))

    def _reaches(self, entry: Entry) -> bool:
        """Whether a phrase is all that its words mean here: it leads to a line, or is known to have none."""
        return not _terms(entry) or self._leads(entry)

    def own(self, number: int) -> float:
        """How much of the question a name has in its own words, no phrase leading to it."""
        own = set(self._index.strings[number].words)
        said = (
            self.weights[n]
            for n, matches in self._matches.items()
            if any(like >= self._certain for word, like in matches.items() if word in own)
        )
        return sum(said) / self.total

    def name_covered(self, number: int) -> float:
        """How much of a name the question says, or how well a phrase leads to it."""
        if number in self.through:
            return self.through[number]
        string, rarity, matched = self._index.strings[number], self._index.rarity, self._matched
        return sum([rarity[word] for word in string.words if word in matched]) / string.weight

    def certain(self, number: int) -> float:
        """How much of the question a name surely has."""
        sure = (self.weights[n] for n, s in self.by_number.items() if s.get(number, 0.0) >= self._certain)
        return sum(sure) / self.total


def _terms(entry: Entry) -> tuple[tuple[str, ...], ...]:
    return (*entry.terms, *entry.other_terms)
