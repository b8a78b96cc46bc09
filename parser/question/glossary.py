"""The words of budgets that can be explained, and what says them: `locales/glossary.tsv`.

The explanations themselves are texts (`locales/glossary/*.ftl`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from parser.budget_code import codes_of, level_of
from parser.dataclass import dataclass
from parser.question.fillers import is_filler
from parser.question.question import Token
from parser.text.word_lists import ListRow, WordSet, read_list, spoken_words, word_set

GLOSSARY_COLUMNS = ("term", "source", "paths", "kazakh", "russian")
_NONE = "-"


@dataclass(frozen=True, slots=True)
class LawArticle:
    """A place in the Budget Code: article 3, paragraph 1, subparagraph 22; 0 for what is not named."""

    article: int
    paragraph: int = 0
    subparagraph: int = 0


@dataclass(frozen=True, slots=True)
class Term:
    """A word that can be explained.

    Attributes:
        key: of its explanation.
        source: where the Budget Code of 2025 says it; empty for a word of our own.
        paths: the lines of a budget that it explains.
        phrases: how it is written, word by word.
    """

    key: str
    source: tuple[LawArticle, ...]
    paths: tuple[str, ...]
    phrases: tuple[tuple[WordSet, ...], ...]


def find_term(tokens: Sequence[Token]) -> Term | None:
    """The term that words name, all of them together; None where they name something else as well.

    Words that only ask may stand beside it: `субвенция в бюджете`; but `налог на имущество` is no `налог`.
    """
    said = [token.sound for token in tokens]
    telling = [
        token.sound for token in tokens if not token.filler and not is_filler(token.folded, token.sound)
    ]
    return next((term for words in (said, telling) for term in read_terms() if _names(term, words)), None)


def find_term_of_line(path: str) -> Term | None:
    """The term that explains a line: its own, else that of its level in the classification.

    >>> find_term_of_line("net_lending").key, find_term_of_line("expenditure/04/464/009").key
    ('net-lending', 'program')
    """
    level = level_of(path)
    key = level.name.lower() if level else None
    return find_own_term(path) or next((term for term in read_terms() if term.key == key), None)


def find_common_term(paths: Iterable[str]) -> Term | None:
    """The word for lines that all have one code: an administrator in several groups; None for others."""
    listed = list(paths)
    codes = {codes_of(path)[-1:] for path in listed}
    return find_term_of_line(listed[0]) if len(codes) == 1 else None


def find_own_term(path: str) -> Term | None:
    """The term that explains this very line; None for a line like many others.

    >>> find_own_term("net_lending").key, find_own_term("expenditure/04/464/009")
    ('net-lending', None)
    """
    return next((term for term in read_terms() if path in term.paths), None)


@cache
def read_terms() -> tuple[Term, ...]:
    """All terms, in the order of the list.

    Raises:
        WordListError: the list is not in its form.
    """
    return tuple(map(_read, read_list("glossary.tsv", GLOSSARY_COLUMNS)))


def _names(term: Term, words: Sequence[str]) -> bool:
    return any(len(phrase) == len(words) and all(map(WordSet.has, phrase, words)) for phrase in term.phrases)


def _read(row: ListRow) -> Term:
    written = (phrase for column in ("kazakh", "russian") for phrase in row[column].split(" | "))
    return Term(
        row["term"],
        tuple(_read_article(place, row) for place in _parted(row["source"], ";")),
        _parted(row["paths"], " | "),
        tuple(tuple(map(_spoken, phrase.split())) for phrase in written),
    )


def _parted(cell: str, mark: str) -> tuple[str, ...]:
    return () if cell == _NONE else tuple(cell.split(mark))


def _read_article(place: str, row: ListRow) -> LawArticle:
    try:
        return LawArticle(*map(int, place.split(".")))
    except (TypeError, ValueError) as error:
        raise row.flaw(f"no place in the Code: {place!r}") from error


def _spoken(written: str) -> WordSet:
    return word_set(spoken_words(written))
