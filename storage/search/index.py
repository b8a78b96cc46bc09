"""The names of all lines in memory, ready to be searched, with what is known of how people speak."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy import select
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.budget_code import codes_of, depth
from parser.question.fillers import is_filler
from parser.question.question import Token
from parser.records import Language
from storage.models import Name, PathName, table
from storage.reading.places import KnownPlace, list_places
from storage.search.lexicon_files import load_lexicon, read_taught
from storage.search.matching import match_word
from storage.search.official_terms import OfficialTerms
from storage.search.phrase_finder import PhraseFinder
from storage.search.phrases import Lexicon, holds
from storage.search.place_book import PlaceBook
from storage.search.printed_pairs import PrintedPairs
from storage.search.weights import WEIGHTS, Weights
from storage.search.word_index import NameEntry, WordIndex
from storage.search.word_pairs import WordPairs, load_pairs
from storage.taught import Taught, list_taught

__all__ = ["Index", "NameEntry", "StoredNames", "build_index", "read_names"]


class Index:
    """Names by their words, paths by their codes, and the lexicon. Built once for what is loaded.

    Attributes:
        names: for each path, its name in each language; of several the first entry's.
        words: the names by their words.
        lexicon: everyday phrases; `phrases` finds them in questions.
        terms: the lexicon's official terms among the names.
        pairs: words of one language for those of the other.
        printed_pairs: words of names that seem to ask of a change.
        weights: by which a search weighs.
        places: those whose budgets are loaded, with their decisions.
        place_book: finds the names of places in questions, loaded or not.
        breadth: how many times the names of one place there are, as far as a search goes: a name of one
            place must not push out that of another.
        place_names: what the loaded places are called in each language, by their names.
    """

    def __init__(
        self,
        entries: Iterable[NameEntry],
        lexicon: Lexicon | None = None,
        pairs: WordPairs | None = None,
        weights: Weights = WEIGHTS,
        places: Iterable[KnownPlace] = (),
    ) -> None:
        entries = list(entries)
        self.places = tuple(places)
        self.place_book = PlaceBook(self.places)
        self.breadth = min(max(len(self.places), 1), weights.rank.most_places)
        self.place_names = {place.name: place.names for place in self.places}
        self.weights = weights
        self.lexicon = lexicon or Lexicon()
        self.pairs = pairs or WordPairs()
        self.names: dict[str, dict[Language, str]] = {}
        for entry in entries:
            self.names.setdefault(entry.path, {}).setdefault(entry.language, entry.text)
        self.words = WordIndex(entries)
        self.terms = OfficialTerms(self.words, self.lexicon.telling, weights)
        self.phrases = PhraseFinder(self.lexicon, self.terms.reaches)
        spoken = (name.words for name in self.words.names)
        self.printed_pairs = PrintedPairs(spoken, self.words.vocabulary)
        self._codes = _index_codes(self.words.names_of)

    def has_words_in(self, language: Language, spoken: Iterable[str]) -> bool:
        """Whether some of these words, as they sound, are in names or everyday phrases of a language."""
        said = frozenset(spoken)
        return not (
            self._words_of[language].isdisjoint(said) and self.lexicon.words_of[language].isdisjoint(said)
        )

    @cached_property
    def _words_of(self) -> Mapping[Language, frozenset[str]]:
        words: dict[Language, set[str]] = {language: set() for language in Language}
        for name in self.words.names:
            words[name.language].update(name.words)
        return {language: frozenset(found) for language, found in words.items()}

    def has_word(self, spoken: str) -> bool:
        """Whether some name holds a word, as it sounds."""
        return spoken in self.words.postings

    def has_name_of(self, words: Iterable[str], others: Iterable[str] = ()) -> bool:
        """Whether the name of some line holds all of these words.

        Args:
            words: as they sound, in this very form.
            others: in any form.
        """
        holders = [self.words.holders(word) if self.has_word(word) else frozenset[int]() for word in words]
        for word in others:
            forms = (self.words.holders(form) for form in self.match_word(word, slips=False))
            holders.append(frozenset[int]().union(*forms))
        return bool(frozenset[int].intersection(*holders)) if holders else False

    def prints(self, spoken: Sequence[str]) -> bool:
        """Whether some name holds these words, as they sound, one right after the other."""
        return any(
            holds(self.words.names[number].words, spoken) for number in self.words.postings.get(spoken[0], ())
        )

    def find_whole_phrase(self, tokens: Sequence[Token]) -> frozenset[int]:
        """The numbers of a question's words that are an everyday phrase, where all others only ask.

        `сколько на чемпионат` names the contests and asks for no champion among the lines.
        """
        told = [n for n, token in enumerate(tokens) if not is_filler(token.folded, token.sound)]
        for said in (told, list(range(len(tokens)))):
            written = tuple(tokens[n].folded for n in said)
            entries = self.lexicon.find_entries([tokens[n].sound for n in said]) if said else ()
            if any(entry.folded == written for entry in entries):
                return frozenset(said)
        return frozenset()

    def match_word(self, spoken: str, *, slips: bool = True) -> Mapping[str, float]:
        """The words of names that a typed one may be, each with how like it is, 0 to 1."""
        return match_word(self.words, spoken, self.weights.words, slips=slips)

    def find_code(self, digits: str) -> tuple[str, ...]:
        """Paths whose codes end in these digits (whole codes only), the shortest path first."""
        return self._codes.get(digits) or self._codes.get(digits.lstrip("0"), ())


def _index_codes(paths: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Every run of whole codes at a path's end → its paths, with and without a leading zero."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in paths:
        codes = codes_of(path)
        for start in range(len(codes)):
            digits = "".join(codes[start:])
            found[digits].add(path)
            if start == 0:
                found[digits.lstrip("0")].add(path)
    return {
        digits: tuple(sorted(matches, key=lambda path: (depth(path), path)))
        for digits, matches in found.items()
    }


@dataclass(frozen=True, slots=True)
class StoredNames:
    """What is stored under names: all that an index is made of, beside what is known of how people speak.

    Attributes:
        entries: the distinct names of all paths, the most printed first.
        places: those whose budgets are loaded.
        taught: everyday words that operators have taught.
    """

    entries: tuple[NameEntry, ...]
    places: tuple[KnownPlace, ...]
    taught: tuple[Taught, ...] = ()

    def index(self, weights: Weights = WEIGHTS) -> Index:
        """A new index of these names."""
        taught = [read_taught(each) for each in self.taught]
        lexicon = load_lexicon(weights=weights.phrases).with_entries(taught)
        return Index(self.entries, lexicon, load_pairs(), weights, self.places)


async def read_names(session: AsyncSession) -> StoredNames:
    """Reads the distinct names of all stored paths and places."""
    pair, name = table(PathName).c, table(Name).c
    query = select(pair.path, name.language, name.text).join(table(Name), name.id == pair.name_id)
    rows = await (await session.connection()).execute(query.order_by(pair.editions.desc(), name.text))
    entries = tuple(NameEntry(path, language, text) for path, language, text in rows)
    return StoredNames(entries, await list_places(session), tuple(await list_taught(session)))


async def build_index(session: AsyncSession, weights: Weights = WEIGHTS) -> Index:
    """The index of all that is stored.

    Args:
        session: a database session.
        weights: by which to search; others than usual only to measure what they do.
    """
    return (await read_names(session)).index(weights)
