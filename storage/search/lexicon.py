"""Everyday words → the official terms they stand for.

The lists are data in `locales/lexicon.<language>.tsv`: a phrase, a tab, one or more official
terms separated by ` | `. An entry leads to terms of the national classification, never to
one city's codes, so it serves every budget.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from parser.names import sounds

_LOCALES = Path(__file__).parents[2] / "locales"
_LONGEST = 5  # words in a phrase
_MAX_VARIANTS = 12


@dataclass(frozen=True, slots=True)
class Variant:
    """A question with an everyday phrase replaced by official words."""

    words: tuple[str, ...]
    phrase: tuple[str, ...]


class Lexicon:
    """Phrases by their sound; inflected forms are found by their beginning."""

    def __init__(self, entries: Iterable[tuple[str, Sequence[str]]]) -> None:
        self._terms: dict[tuple[str, ...], tuple[tuple[str, ...], ...]] = {}
        for phrase, terms in entries:
            key = tuple(sounds(phrase))
            known = self._terms.get(key, ())
            spoken = (tuple(sounds(term)) for term in terms)
            self._terms[key] = tuple(dict.fromkeys((*known, *spoken)))
        self._by_start: dict[str, list[tuple[str, ...]]] = {}
        for key in self._terms:
            self._by_start.setdefault(key[0][:3], []).append(key)

    def __len__(self) -> int:
        return len(self._terms)

    def variants(self, words: Sequence[str]) -> list[Variant]:
        """The question with each known phrase replaced, longer phrases first."""
        found: list[Variant] = []
        for start, end, key in self._phrases(words):
            found.extend(
                Variant((*words[:start], *term, *words[end:]), tuple(words[start:end]))
                for term in self._terms[key]
            )
        return found[:_MAX_VARIANTS]

    def _phrases(self, words: Sequence[str]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        """Known phrases in the words: where they stand and the entry, longest first."""
        for length in range(min(_LONGEST, len(words)), 0, -1):
            for start in range(len(words) - length + 1):
                part = tuple(words[start : start + length])
                if part in self._terms:
                    yield start, start + length, part
                    continue
                for key in self._by_start.get(part[0][:3], ()):
                    if len(key) == length and all(map(_same_stem, key, part)):
                        yield start, start + length, key
                        break


def _same_stem(entry: str, word: str) -> bool:
    """Whether a word is an inflected form of an entry: the entry's stem, and at most five letters more."""
    if entry == word:
        return True
    pairs = enumerate(zip(entry, word, strict=False))
    shared = next((i for i, (a, b) in pairs if a != b), min(len(entry), len(word)))
    return shared >= 4 and shared >= len(entry) - 1 and len(word) - shared <= 5


@cache
def load_lexicon(folder: Path = _LOCALES) -> Lexicon:
    """The lexicons of both languages, read from disk the first time.

    Raises:
        ValueError: a line is not `phrase<TAB>terms`; the message names file and line.
    """
    entries: list[tuple[str, Sequence[str]]] = []
    for path in sorted(folder.glob("lexicon.*.tsv")):
        entries.extend(read_lexicon(path).items())
    return Lexicon(entries)


def read_lexicon(path: Path) -> Mapping[str, tuple[str, ...]]:
    """One language's entries; see `load_lexicon` for the form and errors."""
    entries: dict[str, tuple[str, ...]] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        phrase, tab, terms = line.partition("\t")
        split = tuple(term.strip() for term in terms.split("|") if term.strip())
        if not tab or not sounds(phrase) or not split or phrase in entries:
            raise ValueError(f"{path.name}, line {number}: {line!r}")
        entries[phrase] = split
    return entries
