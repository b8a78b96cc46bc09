"""Expressions that look for words of asking, each made when a text first has such a word.

An expression of all words that ask one thing is long, and compiling it takes milliseconds; a message is read
by a hundred of them, and has the words of a few. So an expression says which words it cannot do without, and
where a text has not even the letters of one of them, nothing is found without it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, cached_property

from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.text.letters import KAZAKH, RARE_CASES, WITHOUT_KAZAKH

_GAP = re.compile(r"…\d*")
_WORD_SIGNS = str.maketrans("*~", "  ")
_KAZAKH = frozenset(KAZAKH)
# What an expression that ignores case takes for one letter is one letter; `ё` may be printed as `е`.
_ONE_LETTER = str.maketrans({**{rare: rare.upper()[0].lower()[0] for rare in RARE_CASES}, "ё": "е", "Ё": "е"})


class AskedPattern:
    """A regular expression that ignores case, and finds nothing in a text without a word that it needs."""

    def __init__(self, make: Callable[[], re.Pattern[str]], *needs: Asks) -> None:
        """Says what an expression is, without making it.

        Args:
            make: makes it; called once, when a text has what is needed.
            needs: whatever the expression finds has a word that asks one of these.
        """
        self.make = make
        self.needs = needs

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """The expression itself."""
        return self.make()

    @cached_property
    def _needed(self) -> frozenset[str]:
        return frozenset().union(*map(_list_letters, self.needs))

    def may_be_in(self, text: str) -> bool:
        """Whether a text has the letters of a word that is needed."""
        written = _even_out(text)
        return any(letters in written for letters in self._needed)

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


def asked_pattern(*needs: Asks) -> Callable[[Callable[[], re.Pattern[str]]], Callable[[], AskedPattern]]:
    """Lets a function that makes an expression give it as an `AskedPattern`.

    Args:
        needs: whatever the expression finds has a word that asks one of these.
    """

    def decorate(make: Callable[[], re.Pattern[str]]) -> Callable[[], AskedPattern]:
        pattern = AskedPattern(make, *needs)

        def give() -> AskedPattern:
            return pattern

        return give

    return decorate


@cache
def _list_letters(asks: Asks) -> frozenset[str]:
    """Of each word or phrase that asks something the longest run of letters, in any way it may be written."""
    found: set[str] = set()
    for phrase in load_asking_words().list_phrases(asks):
        said = _GAP.sub(" ", phrase) if "…" in phrase else phrase
        letters = max(said.translate(_WORD_SIGNS).split(), key=len, default="")
        found.add(letters)
        if not _KAZAKH.isdisjoint(letters):
            found.update(map(letters.translate, WITHOUT_KAZAKH))
    return frozenset(map(_even_out, found))


def _even_out(text: str) -> str:
    return text.translate(_ONE_LETTER).lower()
