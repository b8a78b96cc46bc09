"""A question's words → paths with scores. Pure: an index and words in, a ranking out.

Every word of the question is matched with the names: by itself, by its beginning (which is how
both languages inflect), with a typing slip, or through the lexicon, where an everyday phrase
stands for an official term. A name scores by how much of the question it covers, weighted by how
rare each word is (85 %), and how much of the name the question covers (15 %); the best are ranked
again with the likeness of their letters (2- to 4-grams). A line may be named together with what
stands above it: `ветеринария бөлімінің күрделі шығыстары`. No step gives a full score for one
shared word.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from parser.question import Token
from storage.search.index import Index, SearchString
from storage.search.lexicon import Entry, Found
from storage.search.likeness import CERTAIN, Grams, cosine, grams, match_word
from storage.search.terms import OFFICE_WORDS, find_term

_LOOKED_AT = 60  # names whose own words are weighed, of those that cover the question best
_RERANKED = 16
_COMMON = 1500  # names that hold a word, from which it only adds to what rarer words find
_LEXICON = 0.97  # an official name itself ranks above one reached through an everyday word
_PRINTED_INSTEAD = 0.9
_GROUP_INSTEAD = 0.65
_SAYS_MORE = 0.3
_MUCH = 0.7  # a phrase believed so far needs no likeness of letters, where the question is much shorter
_LATER_TERM = 0.012  # how much less each further term of an entry counts
_ABOVE = 0.8  # a word found in a parent's name counts less than in the line's own
_AS_WRITTEN = 0.01  # for a name in the very letters, above one that only sounds the same
_WHOLE_NAME = 0.99
_KNOWN = 0.98  # from here on a phrase is surely the one of the lexicon
_FORM = 0.8  # from here on a word is a form of another, not only like it
_NEARLY = 0.03
_LEVEL = 0.05  # for a line of the level that the question asks for, against others
_TOTAL_WORDS = ("dohod", "rashod", "zatrat", "kiris", "wigis", "wigin", "biudjet")
_YIELDING = 0.05
_SENTENCE = 4  # content words
_STORY = 0.5  # of a rare word's weight: how much all words that name nothing weigh together
_MENTION = 0.25  # one word that is less of a name than this is only mentioned in it
_SAID = 0.6  # of a name: what says more of it means it


@dataclass(frozen=True, slots=True)
class Ranked:
    """A path with its score and how much of the question it covers, both 0 to 1.

    `weak` says that it may be offered but not asserted: an ordinary word of other talk leads here, or
    the question is one word of a long name.
    """

    path: str
    score: float
    covered: float
    string: SearchString
    weak: bool = False
    exact: bool = False  # the question is the line's whole name, or one of its own words' forms
    through: bool = False  # an everyday phrase leads here
    pieced: bool = False  # no phrase says all of the question: several, or one with other words, lead here


def rank(index: Index, tokens: Sequence[Token], limit: int = 50) -> list[Ranked]:
    """The paths that a question may mean, best first.

    Args:
        index: the names.
        tokens: the question's words, fillers included.
        limit: how many paths to return at most.
    """
    asked = _Asked(index, tokens)
    if not asked.content:
        return []
    best: dict[str, Ranked] = {}
    for ranked in asked.rank_names():
        _keep(best, ranked)
    if len(asked.content) > 1 and not any(ranked.covered > 0.95 for ranked in best.values()):
        for ranked in asked.rank_below(list(best.values())):
            _keep(best, ranked)
    level = _LEVEL if len(asked.content) == 1 else _NEARLY
    capped = {path: _below_parent(one, best, level) for path, one in best.items()}
    best.update(
        {path: replace(best[path], score=cap) for path, cap in capped.items() if cap < best[path].score}
    )
    if any(word.startswith(OFFICE_WORDS) for word in asked.content.values()):
        best = {path: replace(one, score=one.score + _office(one, best)) for path, one in best.items()}
    # Of names that fit alike, the one that says least is meant.
    return heapq.nsmallest(
        limit, best.values(), key=lambda r: (-r.score, r.path.count("/"), r.string.weight, r.path)
    )


def _keep(best: dict[str, Ranked], ranked: Ranked) -> None:
    if ranked.path not in best or best[ranked.path].score < ranked.score:
        best[ranked.path] = ranked


def _below_parent(one: Ranked, best: Mapping[str, Ranked], level: float) -> float:
    """A line's score, kept below that of a line above it which says the question nearly as well."""
    score = one.score
    for parent in _above(one.path):
        above = best.get(parent)
        if one.through and above and above.through and (level < _LEVEL or _is_office(parent)):
            continue  # the phrase itself says which of its terms comes first
        if (
            above
            and one.score < _WHOLE_NAME
            and above.covered >= one.covered
            and above.score >= score - level
        ):
            score = min(score, above.score - 0.001)
    return score


def _office(one: Ranked, best: Mapping[str, Ranked]) -> float:
    """What the level adds where an office is asked for: it stands third in a path of expenditure."""
    offices = [other.covered for path, other in best.items() if _is_office(path)]
    if one.covered > max(offices, default=0.0):
        return 0.0  # the question says more than an office's name
    return _LEVEL if _is_office(one.path) else -_LEVEL


def _is_office(path: str) -> bool:
    return path.startswith(("expenditure/", "financing_payments/")) and path.count("/") == 2


class _Asked:
    """One question against an index: for every content word, how well each name matches it."""

    def __init__(self, index: Index, tokens: Sequence[Token]) -> None:
        self._index = index
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
        self._spoken = frozenset(self.content.values())
        self._length = sum(map(len, self.content.values()))
        self._folded = " ".join(tokens[n].folded for n in numbers)
        self._matches = {n: match_word(index, word) for n, word in self.content.items()}
        self._absent: set[int] = set()  # words of phrases whose lines these budgets lack
        self._set_absent_aside(found)
        self._weights = {n: self._weight(n) for n in self.content}
        self._through: dict[int, float] = {}  # names reached through the lexicon: how well
        self._strong: set[int] = set()  # those that an entry may assert
        self._whole: set[int] = set()  # those that one phrase leads to which is all of the question
        self._matched = frozenset(word for matches in self._matches.values() for word in matches)
        self._by_number = self._post()
        self._let_totals_yield()
        self._total = sum(self._weights.values())
        for one in phrases:
            self._add_phrase(one)
        for one in found:
            if one.entry.group and not self._leads(one.entry):
                self._add_group(one, f"expenditure/{one.entry.group}")
        self._heard = self._weigh_heard()

    def _weigh_heard(self) -> float:
        """What a name's score is a share of: of a whole sentence, the words that name something.

        A sentence tells its story around the line that it is about. Its other words do not make the
        line less likely, only less certain: `covered` counts them all.
        """
        if len(self.content) < _SENTENCE:
            return self._total
        known = {n for n, strings in self._by_number.items() if max(strings.values(), default=0.0) >= CERTAIN}
        heard = sum(self._weights[n] for n in known)
        story = self._total - heard
        return heard + min(story, _STORY * self._index.rarest) if known else self._total

    def rank_names(self) -> list[Ranked]:
        """Names by their own words."""
        covered: dict[int, float] = {}
        for n, strings in self._by_number.items():
            weight = self._weights[n]
            for number, likeness in strings.items():
                covered[number] = covered.get(number, 0.0) + likeness * weight
        # Names that cover the question best, shorter ones first, are worth a closer look.
        weigh = self._index.strings
        least = min(heapq.nlargest(_LOOKED_AT, covered.values()), default=0.0)
        near = heapq.nsmallest(
            _LOOKED_AT,
            (number for number, cover in covered.items() if cover >= least),
            key=lambda number: (-covered[number], weigh[number].weight),
        )
        scored = heapq.nlargest(
            _RERANKED,
            (
                (0.85 * min(covered[number] / self._heard, 1.0) + 0.15 * self._name_covered(number), number)
                for number in near
            ),
        )
        letters = grams(" ".join(self.content.values()))
        return [
            ranked
            for score, number in scored
            for ranked in self._paths(number, score, self._certain(number), letters)
        ]

    def _certain(self, number: int) -> float:
        """How much of the question a name surely has."""
        sure = (self._weights[n] for n, s in self._by_number.items() if s.get(number, 0.0) >= CERTAIN)
        return sum(sure) / self._total

    def rank_below(self, candidates: Iterable[Ranked]) -> list[Ranked]:
        """Candidates again with the words that stand in the names above them."""
        found = []
        for candidate in candidates:
            above = [
                number
                for parent in _above(candidate.path)
                for number in self._index.strings_of.get(parent, ())
            ]
            own = self._index.strings_of[candidate.path]
            cover = 0.0
            for n, strings in self._by_number.items():
                mine = max((strings.get(number, 0.0) for number in own), default=0.0)
                theirs = _ABOVE * max((strings.get(number, 0.0) for number in above), default=0.0)
                cover += (max(mine, theirs) >= CERTAIN) * self._weights[n]
            if cover / self._total > candidate.covered:
                gained = 0.85 * (cover / self._total - candidate.covered) * self._total / self._heard
                found.append(replace(candidate, score=candidate.score + gained, covered=cover / self._total))
        return found

    def _weight(self, n: int) -> float:
        found = {word: likeness for word, likeness in self._matches[n].items() if likeness >= CERTAIN}
        rarity = self._index.rarity
        return max((rarity[word] * likeness for word, likeness in found.items()), default=self._index.rarest)

    def _set_absent_aside(self, found: Sequence[Found]) -> None:
        """A phrase that is known but names no line of these budgets is not taken for a similar word."""
        named = {n for one in found if self._leads(one.entry) for n in one.tokens}
        for one in found:
            for n in (one.tokens & self.content.keys()) - named:
                if one.likeness >= _KNOWN:
                    self._absent.update({n} if len(one.tokens) > 1 else ())
                    self._matches[n] = {
                        word: like for word, like in self._matches[n].items() if like >= _FORM
                    }
                    if not _terms(one.entry):
                        self._matches[n] = {}

    def _let_totals_yield(self) -> None:
        """`расходы на школы` is about schools; `капитальные расходы` is what it says, as a name says it."""
        totals = {n for n, word in self.content.items() if word.startswith(_TOTAL_WORDS)}
        if not totals or totals == self.content.keys():
            return
        sure = [
            {number for number, like in strings.items() if like >= CERTAIN}
            for strings in self._by_number.values()
        ]
        if not set.intersection(*sure):
            self._weights |= {n: _YIELDING * self._weights[n] for n in totals}

    def _post(self) -> dict[int, dict[int, float]]:
        """For every content word, the names that hold it; of a common one those that rarer ones hold."""
        postings = self._index.postings
        size = {n: sum(len(postings[word]) for word in matches) for n, matches in self._matches.items()}
        posted: dict[int, dict[int, float]] = {n: {} for n in self.content}
        seen: set[int] = set()
        for n in sorted(size, key=lambda n: size[n]):
            if size[n] > _COMMON and seen:
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
        for order, term in enumerate(_terms(one.entry)):
            hits = self._hits(term)
            for number, rate in hits:
                # Of names that hold the term, the one that says least else is meant.
                likeness = (_LEXICON - _LATER_TERM * order) * trust - _SAYS_MORE * (hits[0][1] - rate)
                self._through[number] = max(self._through.get(number, 0.0), likeness)
                if not one.entry.weak:
                    self._strong.add(number)
                if one.tokens >= self.content.keys() and not one.parted:
                    self._whole.add(number)
                for n in one.tokens & self.content.keys():
                    if self._by_number[n].get(number, 0.0) < likeness:
                        self._by_number[n][number] = likeness

    def _add_group(self, one: Found, group: str) -> None:
        """Lets a phrase whose lines these budgets lack offer the functional group they would be in."""
        for number in self._index.strings_of.get(group, ()):
            likeness = _GROUP_INSTEAD * one.likeness
            if self._through.get(number, 0.0) < likeness:
                self._through[number] = likeness
            for n in one.tokens & self.content.keys():
                self._by_number[n][number] = max(self._by_number[n].get(number, 0.0), likeness)

    def _trust(self, one: Found) -> float:
        """How far a phrase is believed: a form of it less than the very word that names print."""
        printed = all(self.content.get(n) in self._index.postings for n in one.tokens)
        return one.likeness if one.likeness == 1.0 or not printed else _PRINTED_INSTEAD * one.likeness

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

    def _own(self, number: int) -> float:
        """How much of the question a name has in its own words, no phrase leading to it."""
        own = set(self._index.strings[number].words)
        said = (
            self._weights[n]
            for n, matches in self._matches.items()
            if any(like >= CERTAIN for word, like in matches.items() if word in own)
        )
        return sum(said) / self._total

    def _name_covered(self, number: int) -> float:
        if number in self._through:
            return self._through[number]
        string, rarity, matched = self._index.strings[number], self._index.rarity, self._matched
        return sum([rarity[word] for word in string.words if word in matched]) / string.weight

    def _paths(self, number: int, score: float, covered: float, letters: Grams) -> Iterable[Ranked]:
        string = self._index.strings[number]
        likeness = self._through.get(number, 0.0)
        if likeness < _MUCH or self._length > _MUCH * len(string.spoken):
            likeness = max(likeness, cosine(letters, grams(string.spoken)))
        if number in self._through:
            weak = number not in self._strong
        else:
            said = self._name_covered(number)
            weak = len(self.content) == 1 and said < _MENTION
            # «республиканский бюджет» is no line that has both words somewhere.
            weak = weak or (said < _SAID and self.content.keys() <= self._absent)
        exact = self._spoken.issuperset(string.words) and self._spoken == set(string.words)
        score += _AS_WRITTEN if string.folded == self._folded else 0.0
        for path in string.paths:
            through = number in self._through
            pieced = through and number not in self._whole and self._own(number) < _WHOLE_NAME
            yield Ranked(path, 0.7 * score + 0.3 * likeness, covered, string, weak, exact, through, pieced)


def _terms(entry: Entry) -> tuple[tuple[str, ...], ...]:
    return (*entry.terms, *entry.other_terms)


def _above(path: str) -> tuple[str, ...]:
    codes = path.split("/")
    return tuple("/".join(codes[:depth]) for depth in range(2, len(codes)))
