"""The names of all lines in memory, ready to be searched.

What is indexed are the distinct names of paths, not the rows of all editions: the codes
are the national classification, so a name in one edition serves every edition and budget
with that path.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.records import Language
from parser.text.folding import fold, sounds
from storage.models import Name, PathName, table
from storage.search.lexicon_files import load_lexicon
from storage.search.phrases import Lexicon
from storage.search.weights import WEIGHTS, Weights


@dataclass(frozen=True, slots=True)
class NameEntry:
    """A name of a path in one language, as printed."""

    path: str
    language: Language
    text: str


@dataclass(frozen=True, slots=True)
class SearchString:
    """One distinct name as it sounds, with the paths that carry it."""

    words: tuple[str, ...]
    spoken: str  # the words with spaces between
    folded: str
    language: Language
    paths: tuple[str, ...]
    weight: float  # sum of its words' rarities


class Index:
    """Names by their words, paths by their codes. Built once, never changed.

    Of several names of a path in a language the first entry's is the one in `names`.
    """

    def __init__(
        self, entries: Iterable[NameEntry], lexicon: Lexicon | None = None, weights: Weights = WEIGHTS
    ) -> None:
        self.weights = weights
        self.lexicon = lexicon if lexicon is not None else Lexicon()
        self.names: dict[str, dict[Language, str]] = {}
        paths: dict[tuple[tuple[str, ...], str, Language], dict[str, None]] = defaultdict(dict)
        for entry in entries:
            self.names.setdefault(entry.path, {}).setdefault(entry.language, entry.text)
            words = tuple(sounds(_without_number(entry.text)))
            if words:
                paths[words, fold(_without_number(entry.text)), entry.language][entry.path] = None
        counts = Counter(word for words, _, _ in paths for word in set(words))
        total = max(len(paths), 1)
        self.rarity: Mapping[str, float] = {
            word: math.log(1 + total / count) for word, count in counts.items()
        }
        self.rarest = math.log(1 + total)
        self.strings = [
            SearchString(
                words,
                " ".join(words),
                folded,
                language,
                tuple(found),
                sum(self.rarity[word] for word in words),
            )
            for (words, folded, language), found in paths.items()
        ]
        self.postings: dict[str, list[int]] = defaultdict(list)
        for number, string in enumerate(self.strings):
            for word in set(string.words):
                self.postings[word].append(number)
        self.vocabulary = sorted(self.postings)
        self.strings_of: dict[str, list[int]] = defaultdict(list)
        for number, string in enumerate(self.strings):
            for path in string.paths:
                self.strings_of[path].append(number)
        self.term_hits: dict[
            tuple[str, ...], tuple[tuple[int, float], ...]
        ] = {}  # filled as terms are asked for
        self._holders: dict[str, frozenset[int]] = {}  # of common words, filled as they are asked for
        self.codes = _index_codes({path for found in paths.values() for path in found})

    def holders(self, word: str) -> frozenset[int]:
        """The names that hold a word, as a set: for words that many names hold."""
        if word not in self._holders:
            self._holders[word] = frozenset(self.postings[word])
        return self._holders[word]

    def find_code(self, digits: str) -> tuple[str, ...]:
        """Paths whose codes end in these digits (whole codes only), the shortest path first."""
        return self.codes.get(digits) or self.codes.get(digits.lstrip("0"), ())


def _without_number(name: str) -> str:
    """A section's name without its number: `1. КІРІСТЕР` is found by `кірістер`."""
    head, dot, rest = name.partition(".")
    return rest if dot and len(head.strip()) <= 3 and rest.strip() else name


def _index_codes(paths: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Every run of whole codes at a path's end → its paths, with and without a leading zero."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in paths:
        codes = [code for code in path.split("/")[1:] if code.isdigit()]
        for start in range(len(codes)):
            digits = "".join(codes[start:])
            found[digits].add(path)
            if start == 0:
                found[digits.lstrip("0")].add(path)
    return {
        digits: tuple(sorted(matches, key=lambda p: (p.count("/"), p))) for digits, matches in found.items()
    }


async def build_index(session: AsyncSession, weights: Weights = WEIGHTS) -> Index:
    """Reads the distinct names of all stored paths, the most printed first."""
    pair, name = table(PathName).c, table(Name).c
    query = select(pair.path, name.language, name.text).join(table(Name), name.id == pair.name_id)
    rows = await (await session.connection()).execute(query.order_by(pair.editions.desc(), name.text))
    entries = (NameEntry(path, language, text) for path, language, text in rows)
    return Index(entries, load_lexicon(weights=weights.phrases), weights)
