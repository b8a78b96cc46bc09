"""Expressions that look for words of asking, each made when a text first has such a word.

An expression of all words that ask one thing is long, and compiling it takes milliseconds; a message is read
by a hundred of them, and has the words of a few. So an expression says which words it cannot do without, of
those that ask or of another list, and where a text has not even the letters of one of them, nothing is found
without it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, cached_property, lru_cache, partial
from inspect import signature
from itertools import chain
from typing import Any

from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.text.letters import KAZAKH, RARE_CASES, WITHOUT_KAZAKH

_GAP = re.compile(r"…\d*")
_KAZAKH = re.compile(f"[{KAZAKH}]")
_DIGIT = re.compile(r"\d")
_RARE = re.compile(f"[{RARE_CASES}]")
_RARE_LETTERS = str.maketrans({rare: rare.upper()[0].lower()[0] for rare in RARE_CASES})
_KEYS = (1, 2, 3)  # letters by which a run of them is looked up: as many as it has, three at most
_SHORT_TEXT, _SHORT_WORD = 300, 40  # letters: such texts and words are asked for again, one after another


class AskedPattern:
    """A regular expression that ignores case, and finds nothing in a text without what it needs."""

    def __init__(
        self,
        make: Callable[[], re.Pattern[str]],
        *needs: Asks,
        digit: bool = False,
        or_digit: bool = False,
        listed: Callable[[], Iterable[str]] | None = None,
    ) -> None:
        """Says what an expression is, without making it.

        Args:
            make: makes it; called once, when a text has what is needed.
            needs: whatever the expression finds has a word that asks one of these, or one that is listed; any
                word where neither is said.
            digit: whether whatever it finds has a digit.
            or_digit: whether a digit stands for the word that is needed.
            listed: words and phrases of another list, as it writes them.
        """
        self.make = make
        self.needs = frozenset(needs)
        self.digit = digit
        self.or_digit = or_digit
        self.listed = listed

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """The expression itself."""
        return self.make()

    def may_be_in(self, text: str) -> bool:
        """Whether a text has the letters of a word that is needed, and a digit where one is."""
        if self.digit and not _DIGIT.search(text):
            return False
        if self.needs:
            asked = _find_again(text) if len(text) <= _SHORT_TEXT else _find_asked(text)
            if not self.needs.isdisjoint(asked):
                return True
        elif self.listed is None:
            return True
        if self.or_digit and _DIGIT.search(text):
            return True
        if self.listed is None:
            return False
        return any(map(_even_out(text).__contains__, self._runs))

    @cached_property
    def _runs(self) -> tuple[str, ...]:
        """Of each listed word or phrase the longest run of letters, in any way it may be written."""
        return tuple(_list_letters(self.listed())) if self.listed is not None else ()

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        """What it finds first in a text, from a place on."""
        return self.expression.search(text, start) if self.may_be_in(text) else None

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """What it finds right at the start of a text, or at another place."""
        return self.expression.match(text, start) if self.may_be_in(text) else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """A text that it finds as a whole."""
        return self.expression.fullmatch(text) if self.may_be_in(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All that it finds in a text."""
        return self.expression.finditer(text) if self.may_be_in(text) else iter(())

    def sub(self, instead: str | Callable[[re.Match[str]], str], text: str) -> str:
        """A text with something else instead of all that it finds."""
        return self.expression.sub(instead, text) if self.may_be_in(text) else text

    def split(self, text: str, maxsplit: int = 0) -> list[str]:
        """A text in the parts between all that it finds, or between the first so many."""
        return self.expression.split(text, maxsplit) if self.may_be_in(text) else [text]


def asked_pattern(
    *needs: Asks, digit: bool = False, or_digit: bool = False
) -> Callable[[Callable[..., re.Pattern[str]]], Callable[..., AskedPattern]]:
    """Lets a function that makes an expression give it as an `AskedPattern`, always the same one.

    A function that makes one for each thing asked takes these as its arguments, and gives one for each.

    Args:
        needs: whatever the expression finds has a word that asks one of these; where none are said, one of
            those that the function is called with.
        digit: whether whatever it finds has a digit.
        or_digit: whether a digit stands for the word that is needed.
    """

    def decorate(make: Callable[..., re.Pattern[str]]) -> Callable[..., AskedPattern]:
        @cache
        def give(*asked: Asks) -> AskedPattern:
            return AskedPattern(partial(make, *asked), *(needs or asked), digit=digit, or_digit=or_digit)

        if not signature(make).parameters:
            _givers.append(give)
        return give

    return decorate


def listed_pattern(
    listed: Callable[..., Iterable[str]], *, or_digit: bool = False
) -> Callable[[Callable[..., re.Pattern[str]]], Callable[..., AskedPattern]]:
    """The same for a function whose expression needs words of another list than those that ask.

    Args:
        listed: gives these words, for what the function is called with.
        or_digit: whether a digit stands for the word that is needed.
    """

    def decorate(make: Callable[..., re.Pattern[str]]) -> Callable[..., AskedPattern]:
        @cache
        def give_listed(*given: Any) -> AskedPattern:  # noqa: ANN401 - whatever tells its expressions apart
            return AskedPattern(partial(make, *given), or_digit=or_digit, listed=partial(listed, *given))

        if not signature(make).parameters:
            _givers.append(give_listed)
        return give_listed

    return decorate


_givers: list[Callable[[], AskedPattern]] = []  # the functions that give one, and always the same


def make_patterns_ready() -> None:
    """Makes the expressions of all modules that are imported, but for those that a function gives several of.

    For a program that answers many: the first who has such a word would wait for it, and all others with him.
    """
    for give in _givers:
        _ = give().expression


@lru_cache(maxsize=32)  # each of a hundred expressions asks of the same few texts
def _find_again(text: str) -> frozenset[Asks]:
    return _find_asked(text)


def _find_asked(text: str) -> frozenset[Asks]:
    """All that words may ask whose letters stand in a text, side by side."""
    each = (_hear_again(word) if len(word) <= _SHORT_WORD else _hear_word(word) for word in text.split())
    return frozenset[Asks]().union(*each)


@lru_cache(maxsize=1024)  # a message is asked again without what was cut out of it: of the same words
def _hear_again(word: str) -> frozenset[Asks]:
    return _hear_word(word)


def _hear_word(word: str) -> frozenset[Asks]:
    """All that words may ask whose letters stand in a word, or in what is written without a blank."""
    written, letters = _even_out(word), _load_letters()
    begun = ((at, letters.get(written[at : at + length])) for at in range(len(written)) for length in _KEYS)
    found = (
        asks
        for at, wholes in begun
        if wholes
        for whole, asks in wholes.items()
        if written.startswith(whole, at)
    )
    return frozenset[Asks]().union(*found)


@cache
def _load_letters() -> Mapping[str, Mapping[str, frozenset[Asks]]]:
    """Of all words and phrases that ask the longest runs of letters, by how they begin, and what they ask."""
    letters = defaultdict[str, set[Asks]](set)
    for asks in Asks:
        for run in _list_letters(load_asking_words().list_phrases(asks)):
            letters[run].add(asks)
    by_key = defaultdict[str, dict[str, frozenset[Asks]]](dict)
    for run, asked in letters.items():
        by_key[run[: _KEYS[-1]]][run] = frozenset(asked)
    return by_key


def _list_letters(phrases: Iterable[str]) -> Iterable[str]:
    """Those runs of some phrases, in any way they may be written."""
    said = _GAP.sub(" ", _even_out("\n".join(phrases))).replace("*", " ").replace("~", " ")
    runs = [max(phrase.split(), key=len) for phrase in said.split("\n")]
    kazakh = "\n".join(filter(_KAZAKH.search, runs))
    plainly = (kazakh.translate(plain).split("\n") for plain in WITHOUT_KAZAKH if kazakh)
    return {*runs, *chain.from_iterable(plainly)}


def _even_out(text: str) -> str:
    """A text with one letter for all that an expression which ignores case takes for it."""
    text = text.translate(_RARE_LETTERS) if _RARE.search(text) else text
    return text.lower().replace("ё", "е")  # of which either may be printed for the other
