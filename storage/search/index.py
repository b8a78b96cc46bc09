"""The names of all lines in memory, ready to be searched, with what is known of how people speak."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from parser.budget_code import codes_of, depth
from parser.dataclass import dataclass
from parser.question.fillers import is_filler
from parser.question.question import Token
from parser.records import Language
from parser.text.memo import Memo, is_short_word
from storage.reading.places import KnownPlace, list_places
from storage.search.gathering import Entry, collecting_later, gather_names
from storage.search.lexicon_files import load_lexicon, read_taught
from storage.search.matching import match_word
from storage.search.name_columns import NameColumns, NameEntry
from storage.search.official_terms import OfficialTerms
from storage.search.phrase_finder import PhraseFinder
from storage.search.phrases import Lexicon, holds
from storage.search.place_book import PlaceBook
from storage.search.printed_names import read_printed
from storage.search.printed_pairs import PrintedPairs
from storage.search.ready_names import find_ready_names
from storage.search.search_words import WordRole, has_role
from storage.search.weights import WEIGHTS, Weights
from storage.search.word_index import WordIndex
from storage.search.word_pairs import WordPairs, load_pairs
from storage.taught import Taught, list_taught

if TYPE_CHECKING:
    from sqlmodel.ext.asyncio.session import AsyncSession

_MOST_MATCHED = 1024  # words of which it is remembered what they may be

__all__ = ["Index", "NameEntry", "StoredNames", "build_index", "read_names"]


class Index:
    """Names by their words, paths by their codes, and the lexicon. Built once for what is loaded.

    Attributes:
        names: for each path, its name in each language; of several the first entry's.
        words: the names by their words.
        lexicon: everyday phrases; `phrases` finds them in questions.
        terms: the lexicon's official terms among the names.
        pairs: words of one language for those of the other.
        weights: by which a search weighs.
        places: those whose budgets are loaded, with their decisions.
        place_book: finds the names of places in questions, loaded or not.
        breadth: how many times the names of one place there are, as far as a search goes: a name of one
            place must not push out that of another.
        place_names: what the loaded places are called in each language, by their names.
        is_large: whether there are so many names that only those of a place are ranked (`place_index.py`).
        asked_places: which places the last few questions name, kept by who reads them: each step asks again.
        of_places: the indexes of some places out of it, by their names, the last used at the end.
    """

    def __init__(
        self,
        entries: Iterable[Entry] | NameColumns,
        lexicon: Lexicon | None = None,
        pairs: WordPairs | None = None,
        weights: Weights = WEIGHTS,
        places: Iterable[KnownPlace] = (),
    ) -> None:
        columns = entries if isinstance(entries, NameColumns) else gather_names(entries)
        self.places = tuple(places)
        self.place_book = PlaceBook(self.places)
        self.breadth = min(max(len(self.places), 1), weights.rank.most_places)
        self.place_names = {place.name: place.names for place in self.places}
        self.weights = weights
        self.lexicon = lexicon or Lexicon()
        self.pairs = pairs or WordPairs()
        self.names = columns.titles
        self._paths = columns.titles.keys()  # also those of a name without a word: a cell that was left empty
        self.words = WordIndex(columns)
        self.terms = OfficialTerms(self.words, self.lexicon.telling, weights)
        self.phrases = PhraseFinder(self.lexicon, self.terms.reaches)
        self.is_large = len(self.words.names) > weights.rank.most_names
        self.asked_places: dict[Hashable, Any] = {}
        self.of_places: dict[tuple[str, ...], Index] = {}

    def narrow(self, columns: NameColumns, place_count: int) -> Index:
        """The same index with some of its names alone; what lines are called is still known of all.

        Args:
            columns: those names.
            place_count: how many places they are of.
        """
        narrowed = Index(columns, self.lexicon, self.pairs, self.weights, self.places)
        narrowed.names, narrowed.is_large = self.names, False
        narrowed.breadth = min(place_count, self.breadth)
        narrowed.phrases = self.phrases.reaching(narrowed.terms.reaches)
        return narrowed

    @cached_property
    def printed_pairs(self) -> PrintedPairs:
        """Words of names that seem to ask of a change."""
        return PrintedPairs(self.words)

    @cached_property
    def _codes(self) -> Mapping[str, Sequence[str]]:
        return _index_codes(self._paths)

    def has_words_in(self, language: Language, spoken: Iterable[str]) -> bool:
        """Whether some of these words, as they sound, are in names or everyday phrases of a language."""
        said = frozenset(spoken)
        return not (
            self.words.words_of[language].isdisjoint(said)
            and self.lexicon.words_of[language].isdisjoint(said)
        )

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
        """The words of names that a typed one may be, each with how like it is, 0 to 1.

        A word for an office may be any other one: the отдел of a rayon is the управление of an oblast.
        """
        return self._matched[spoken, slips]

    @cached_property
    def _matched(self) -> Memo[tuple[str, bool], Mapping[str, float]]:
        """Of the last words what they may be: people write the same words in many questions."""
        return Memo(self._match_word, _MOST_MATCHED, lambda asked: is_short_word(asked[0]))

    def _match_word(self, asked: tuple[str, bool]) -> Mapping[str, float]:
        spoken, slips = asked
        found = match_word(self.words, spoken, self.weights.words, slips=slips)
        return {**self._offices, **found} if has_role(spoken, WordRole.BUREAU) else found

    @cached_property
    def _offices(self) -> Mapping[str, float]:
        """The words of names for an office, with how like one of them another is."""
        words = (word for word in self.words.postings if has_role(word, WordRole.BUREAU))
        return dict.fromkeys(words, self.weights.words.office)

    def find_code(self, digits: str) -> Sequence[str]:
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

    entries: tuple[Entry, ...]
    places: tuple[KnownPlace, ...]
    taught: tuple[Taught, ...] = ()

    def index(self, weights: Weights = WEIGHTS, columns: NameColumns | None = None) -> Index:
        """A new index of these names.

        Args:
            weights: by which to search.
            columns: the names in columns, where they are at hand.
        """
        taught = [read_taught(each) for each in self.taught]
        lexicon = load_lexicon(weights=weights.phrases).with_entries(taught)
        return Index(columns or self.entries, lexicon, load_pairs(), weights, self.places)


async def build_index(session: AsyncSession, weights: Weights = WEIGHTS) -> Index:
    """The index of all that is stored.

    Args:
        session: a database session.
        weights: by which to search; others than usual only to measure what they do.
    """
    columns = await find_ready_names(session)
    return (await _read_beside_names(session, ())).index(weights, columns)


async def read_names(session: AsyncSession) -> StoredNames:
    """Reads the distinct names of all stored paths and places."""
    with collecting_later():
        printed = await read_printed(await session.connection())
        entries = tuple(zip(printed.paths, printed.languages, printed.texts, strict=True))
    return await _read_beside_names(session, entries)


async def _read_beside_names(session: AsyncSession, entries: tuple[Entry, ...]) -> StoredNames:
    return StoredNames(entries, await list_places(session), tuple(await list_taught(session)))
