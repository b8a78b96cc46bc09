"""Short names of lines: by rules (`locales/short_rules.*.tsv`), and by a list where rules are too little.

Official names have up to 250 letters and begin alike; a button shows some forty. The full name stands on the
line's card.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from parser.dataclass import dataclass
from parser.records import Language
from parser.text.clean_names import clean_name
from parser.text.folding import fold
from parser.text.word_lists import read_list

RULE_COLUMNS = ("printed", "short", "example", "shown")
NAME_COLUMNS = ("printed", "short")
_REST = "…"


@dataclass(frozen=True, slots=True)
class _NamePattern:
    """A pattern of names, the words that each of them holds, and what is said in its place."""

    pattern: re.Pattern[str]
    words: str
    short: str


@dataclass(frozen=True, slots=True)
class ShortNames:
    """The short names of one language."""

    _rules: tuple[_NamePattern, ...]
    _names: Mapping[str, str]  # by the folded official name

    def of(self, name: str) -> str:
        """A name in short, clean of look-alike letters and capitals throughout.

        Args:
            name: as printed.

        Returns:
            The listed short name, else what the rules leave of it.
        """
        name = " ".join(clean_name(name).split())
        if listed := self._names.get(fold(name)):
            return listed
        short, lowered = name, name.lower()
        for rule in self._rules:
            if rule.words in lowered and (match := rule.pattern.fullmatch(short)):
                short = _said(rule.short, match.groups())
                lowered = short.lower()
        return short if short == name else short[:1].upper() + short[1:]


def _said(short: str, rests: Sequence[str]) -> str:
    for rest in rests:
        short = short.replace(_REST, rest, 1)
    return " ".join(short.split()).strip(" ,")


@lru_cache(maxsize=2048)
def shorten_name(language: Language, name: str) -> str:
    """A printed name in short, see `ShortNames.of`; those that were shown last are not cut again."""
    return load_short_names(language).of(name)


@cache
def load_short_names(language: Language) -> ShortNames:
    """The short names of a language, read from disk the first time.

    Raises:
        WordListError: a list is not in its form.
    """
    rules = tuple(
        _pattern(row["printed"], row["short"])
        for row in read_list(f"short_rules.{language}.tsv", RULE_COLUMNS)
    )
    names = read_list(f"short_names.{language}.tsv", NAME_COLUMNS)
    return ShortNames(rules, {fold(row["printed"]): row["short"] for row in names})


def _pattern(printed: str, short: str) -> _NamePattern:
    """A rule of a list: `Управление … области` is any name that begins and ends so."""
    pattern = r"\s+".join("(.+?)" if word == _REST else re.escape(word) for word in printed.split())
    pattern = pattern.replace(re.escape(f"{_REST},"), "(.+?),")  # `…, финансируемыми`
    words = max((piece.strip() for piece in printed.split(_REST)), key=len).lower()
    return _NamePattern(re.compile(pattern, re.IGNORECASE), words, short)
