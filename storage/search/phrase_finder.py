"""Everyday phrases in a question, in any of their forms → the entries of the lexicon."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import zip_longest

from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.question import Token
from parser.text.folding import sound
from storage.search.phrase_flows import keep_flows
from storage.search.phrase_match import (
    PhraseMatch,
    is_form_of,
    is_of_other_row,
    is_turned,
    keep_named,
    stands_for,
)
from storage.search.phrases import Entry, Lexicon, holds
from storage.search.search_words import WordRole, has_role

_OF_SIZE = (Asks.LARGE, Asks.SMALL, Asks.LARGEST, Asks.SMALLEST)
_WORDS_KEPT = 4_000  # typed words whose matches are remembered
_QUESTIONS_KEPT = 4  # the same of questions

Likenesses = Mapping[str, float]  # words of phrases that a typed word may be, with how like each is


class PhraseFinder:
    """Finds a lexicon's phrases in questions.

    The last typed words are remembered with what they match, and the last few questions with their phrases: a
    question is searched, compared with names and judged, and each asks for its phrases.
    """

    def __init__(self, lexicon: Lexicon, reaches: Callable[[Entry], bool] = lambda _: True) -> None:
        """Makes a finder.

        Args:
            lexicon: the phrases.
            reaches: tells whether a phrase leads to a line. Only a phrase that does so hides the shorter
                ones in it: `детские сады` hides `сады`.
        """
        self._lexicon = lexicon
        self._reaches = reaches
        self._match: Callable[..., Likenesses] = lru_cache(maxsize=_WORDS_KEPT)(self._match_word)
        self._found: Callable[..., Sequence[PhraseMatch]] = lru_cache(maxsize=_QUESTIONS_KEPT)(self._find)

    def reaching(self, reaches: Callable[[Entry], bool]) -> PhraseFinder:
        """The finder for other lines, with what is remembered of typed words.

        Args:
            reaches: tells whether a phrase leads to one of them.
        """
        finder = PhraseFinder(self._lexicon, reaches)
        finder._match = self._match
        return finder

    def find(self, tokens: Sequence[Token], *, slips: bool) -> Sequence[PhraseMatch]:
        """The phrases in a question, longer ones instead of what they contain.

        Args:
            tokens: the question's words, fillers included: phrases may hold some.
            slips: whether mistyped words are tried as well.
        """
        return self._found(tuple(tokens), slips=slips)

    def _find(self, tokens: tuple[Token, ...], *, slips: bool) -> Sequence[PhraseMatch]:
        everything = list(range(len(tokens)))
        content = [position for position in everything if not tokens[position].filler]
        # Without its fillers a question may read otherwise; most phrases are found both ways.
        ways = [everything] if content == everything else [everything, content]
        found = list(
            dict.fromkeys(match for way in ways for match in self._find_in_order(tokens, way, slips=slips))
        )
        if len(everything) >= self._lexicon.weights.scattered:
            found.extend(self._find_scattered(tokens, frozenset(content)))
        return self._keep_longest(keep_flows(tokens, self._without_own(found), set(content)))

    def _without_own(self, found: Sequence[PhraseMatch]) -> Sequence[PhraseMatch]:
        """The phrases without a budget above that nothing is given to, where another phrase leads on.

        In an oblast's own budget `республика облысқа қанша береді` asks of the republic.
        """
        lead = [
            match.positions
            for match in found
            if not (match.entry.given or match.entry.received) and self._reaches(match.entry)
        ]
        return [
            match
            for match in found
            if not match.entry.given
            or self._reaches(match.entry)
            or all(match.positions & positions for positions in lead)
        ]

    def list_written(self, token: Token) -> frozenset[str]:
        """How the phrases of one word are written that a typed word is by its sound: `кәріз` and `қарыз`."""
        spoken = self._match(token.sound, slips=False)
        entries = (entry for word in spoken for entry in self._lexicon.find_entries((word,)))
        return frozenset(entry.folded[0] for entry in entries)

    def find_whole(self, tokens: Sequence[Token]) -> Sequence[PhraseMatch]:
        """The phrases that are just these words, one after the other, none of them mistyped."""
        everything = list(range(len(tokens)))
        matches = [self._match(token.sound, slips=False) for token in tokens]
        found = self._find_at(tokens, everything, matches, whole=True)
        return self._keep_longest(
            keep_flows(tokens, self._without_own(list(dict.fromkeys(found))), set(everything))
        )

    def holds(self, tokens: Sequence[Token], spoken: Sequence[str]) -> bool:
        """Whether a question holds a phrase that these words, as they sound, are a part of.

        `салықтан басқа түсімдер` is one, and takes no taxes out of anything.
        """
        found = (match for match in self.find(tokens, slips=False) if not match.parted)
        phrases = (tuple(map(sound, match.entry.folded)) for match in found)
        return any(len(words) > len(spoken) and holds(words, spoken) for words in phrases)

    def _keep_longest(self, found: Iterable[PhraseMatch]) -> Sequence[PhraseMatch]:
        ordered = sorted(found, key=lambda match: (-len(match.positions), -match.likeness))
        exact: dict[frozenset[int], list[Entry]] = defaultdict(list)
        for match in ordered:
            if match.likeness == 1.0:
                exact[match.positions].append(match.entry)
        kept: list[PhraseMatch] = []
        for match in ordered:
            # What is written is no form of another word: казино, not қазына. But «Субвенции», an official
            # term, is one of субвенция, which leads on where a budget has no line of that name.
            written = exact.get(match.positions)
            if (
                written
                and match.likeness < 1.0
                and not any(stands_for(match.entry, each) for each in written)
            ):
                continue
            longer = (wider for wider in kept if match.positions < wider.positions)
            if not any(self._reaches(wider.entry) for wider in longer):
                kept.append(match)
        return keep_named(kept)

    def _find_scattered(self, tokens: Sequence[Token], content: frozenset[int]) -> Iterator[PhraseMatch]:
        """Phrases whose words stand near one another, with others between or in another order.

        `берём у области в долг` says «берём в долг»; but what asks for the smallest is none of them: `что в
        доходах самое мелкое`.
        """
        weights, asking = self._lexicon.weights, load_asking_words()
        matches = [
            {}
            if token.filler and (asking.says(token.sound, *_OF_SIZE) or _is_of_money(behind))
            else self._match(token.sound, slips=False)
            for token, behind in zip_longest(tokens, tokens[1:])
        ]
        for position, likenesses in enumerate(matches):
            start, end = max(position - weights.near, 0), min(position + weights.near + 1, len(tokens))
            near = [neighbour for neighbour in range(start, end) if neighbour != position]
            beside = frozenset[str]().union(*(matches[neighbour] for neighbour in near))
            for word, likeness in likenesses.items():
                for key in self._lexicon.starting_with(word):
                    if len(key) == 1 or key[1] not in beside:
                        continue
                    positions = _find_near(key[1:], matches, near)
                    if positions is not None and not content.isdisjoint((position, *positions)):
                        said = (position, *positions)
                        found = self._match_entries(key, tokens, said, likeness * weights.parted, parted=True)
                        yield from (match for match in found if not is_turned(match, said))

    def _find_in_order(
        self, tokens: Sequence[Token], positions: Sequence[int], *, slips: bool
    ) -> Iterator[PhraseMatch]:
        """Phrases whose words stand together, at these positions of the question."""
        matches = [self._match(tokens[position].sound, slips=slips) for position in positions]
        for start in range(len(positions)):
            yield from self._find_at(tokens, positions[start:], matches[start:])

    def _find_at(
        self,
        tokens: Sequence[Token],
        positions: Sequence[int],
        matches: Sequence[Likenesses],
        *,
        whole: bool = False,
    ) -> Iterator[PhraseMatch]:
        """Phrases that begin at the first of some positions; with `whole`, those that end at the last."""
        weights, stems = self._lexicon.weights, self._lexicon.words.stems
        fewest, most = len(positions) if whole else 1, min(len(positions), weights.longest)
        longest: dict[int, int] = {}  # by a phrase's words: the longest stem its first word is a form of
        read: list[tuple[tuple[str, ...], float, float]] = []
        following = matches[1] if len(matches) > 1 else {}
        for word, first in matches[0].items():
            for key in self._lexicon.starting_with(word):
                if len(key) > 1 and key[1] not in following:
                    continue  # as of most phrases that begin with a word
                alone = len(key) == 1 and first == weights.synonym
                likeness = 0.0 if alone or not fewest <= len(key) <= most else _rate_in_order(key, matches)
                if likeness:
                    read.append((key, first, likeness))
                    if first >= weights.form and self._is_everyday(key):
                        longest[len(key)] = max(longest.get(len(key), 0), len(stems[key[0]]))
        for key, first, likeness in read:
            # оқулықтары is a form of оқулық, not of оқу; what is typed so is itself
            if first == 1.0 or first < weights.form or len(stems[key[0]]) >= longest.get(len(key), 0):
                yield from self._match_entries(key, tokens, positions[: len(key)], likeness)

    def _is_everyday(self, key: tuple[str, ...]) -> bool:
        """Whether words are a phrase also where no money is said to come in or to be given up."""
        return any(not (entry.received or entry.given) for entry in self._lexicon.find_entries(key))

    def _match_entries(
        self,
        key: tuple[str, ...],
        tokens: Sequence[Token],
        positions: Sequence[int],
        likeness: float,
        *,
        parted: bool = False,
    ) -> Iterator[PhraseMatch]:
        folded = tuple(tokens[position].folded for position in positions)
        entries = self._lexicon.find_entries(key)
        # кәріз and қарыз sound alike: what is written exactly so decides.
        same = [entry for entry in entries if entry.folded == folded]
        same = same or [entry for entry in entries if not entry.exact and is_form_of(entry, folded)]
        latin = all(word.isascii() and len(word) >= self._lexicon.weights.latin for word in folded)
        others = (entry for entry in entries if not entry.exact or latin)
        for entry in same or [entry for entry in others if not is_of_other_row(entry, folded)]:
            yield PhraseMatch(entry, frozenset(positions), likeness, parted)

    def _match_word(self, word: str, *, slips: bool) -> Likenesses:
        return self._lexicon.words.match(word, slips=slips)


def _is_of_money(behind: Token | None) -> bool:
    """Whether what stands before a word says which money it is: `білім жалпы шығынның қанша пайызы`."""
    return behind is not None and has_role(behind.sound, WordRole.ALL_MONEY)


def _rate_in_order(words: Sequence[str], matches: Sequence[Likenesses]) -> float:
    """How like typed words are to a phrase: as like as the least like of them; 0 where one is missing."""
    likeness = 1.0
    for word, found in zip(words, matches, strict=False):
        if word not in found:
            return 0.0
        likeness = min(likeness, found[word])
    return likeness


def _find_near(
    words: Sequence[str], matches: Sequence[Likenesses], near: Sequence[int]
) -> tuple[int, ...] | None:
    """The positions of a phrase's other words; None where one is missing."""
    taken: list[int] = []
    for word in words:
        position = next((n for n in near if word in matches[n] and n not in taken), None)
        if position is None:
            return None
        taken.append(position)
    return tuple(taken)
