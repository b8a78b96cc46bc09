"""Everyday words → the official terms they stand for, as they are kept.

The lists are data in `locales/`:

- `lexicon.<language>.tsv`: a phrase, a tab, official terms separated by ` | `, the likeliest
  first. A phrase in capitals is an abbreviation and matches only as it is written.
- `weak.<language>.txt`: phrases that are ordinary words of other talk too: they may offer a
  line, never assert it.
- `absent.txt`: phrases for what no local budget holds, so that they are not taken for similar words.
- `terms.tsv`: a concept, its Kazakh and its Russian terms, so that an everyday word of one
  language reaches a budget that is loaded in the other only.

An entry leads to terms of the national classification, never to one city's codes, so it serves
every budget.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from parser.language import detect_language
from parser.names import sound, words
from parser.records import Language
from storage.search.lexicon import Entry, Lexicon

_LOCALES = Path(__file__).parents[2] / "locales"


@cache
def load_lexicon(folder: Path = _LOCALES) -> Lexicon:
    """The lexicons of both languages, read from disk the first time.

    Raises:
        ValueError: a line is not in its file's form; the message names file and line.
    """
    other = _read_terms(folder / "terms.tsv")
    entries = [_absent(phrase) for _, phrase in _lines(folder / "absent.txt")]
    for language in Language:
        weak = _read_words(folder / f"weak.{language}.txt")
        for phrase, terms in read_lexicon(folder / f"lexicon.{language}.tsv").items():
            entries.append(
                Entry(
                    tuple(words(phrase)),
                    language,
                    tuple(_spoken(term) for term in terms),
                    tuple(_spoken(term) for term in other.get((language, terms), ())),
                    phrase.casefold() in weak,
                    _is_abbreviation(phrase),
                )
            )
    return Lexicon(entries)


def _absent(phrase: str) -> Entry:
    language = detect_language(phrase) or Language.RU
    return Entry(tuple(words(phrase)), language, (), (), weak=False, exact=_is_abbreviation(phrase))


def _is_abbreviation(phrase: str) -> bool:
    return len(phrase) > 1 and phrase.isupper() and len(phrase.split()) == 1


def _spoken(term: str) -> tuple[str, ...]:
    return tuple(filter(None, map(sound, words(term))))


def read_lexicon(path: Path) -> Mapping[str, tuple[str, ...]]:
    """One language's entries; see `load_lexicon` for the form and errors."""
    entries: dict[str, tuple[str, ...]] = {}
    for number, line in _lines(path):
        phrase, tab, terms = line.partition("\t")
        split = _terms(terms)
        if not tab or not words(phrase) or not split or phrase in entries:
            raise ValueError(f"{path.name}, line {number}: {line!r}")
        entries[phrase] = split
    return entries


def _read_terms(path: Path) -> dict[tuple[Language, tuple[str, ...]], tuple[str, ...]]:
    """A concept's terms of one language → its terms of the other."""
    pairs: dict[tuple[Language, tuple[str, ...]], tuple[str, ...]] = {}
    for number, line in _lines(path):
        cells = line.split("\t")
        if len(cells) != 3:
            raise ValueError(f"{path.name}, line {number}: {line!r}")
        kazakh, russian = (_terms(cell) if cell != "-" else () for cell in cells[1:])
        pairs[Language.KK, kazakh] = russian
        pairs[Language.RU, russian] = kazakh
    return pairs


def _terms(text: str) -> tuple[str, ...]:
    return tuple(term.strip() for term in text.split("|") if term.strip())


def _read_words(path: Path) -> frozenset[str]:
    return frozenset(line.casefold() for _, line in _lines(path))


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.strip() and not line.startswith("#"):
            yield number, line
