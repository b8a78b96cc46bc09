"""What operators have taught: everyday words, each with the line that they mean.

Kept apart from the lexicon that is shipped, until somebody reviews it and takes it in (`write_tsv`). A phrase
is kept with what its line is called, not with one city's codes: it serves every budget that has such a line,
and none that has not.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import TYPE_CHECKING

from parser.dataclass import dataclass
from parser.records import Language
from parser.text.folding import words as words_of
from storage.statements import fetch_rows

if TYPE_CHECKING:
    from sqlmodel.ext.asyncio.session import AsyncSession

_LONGEST = 80  # characters, as a missed question has
_QUERY = "SELECT words, language, kazakh, russian FROM taught_phrase ORDER BY words"


@dataclass(frozen=True, slots=True)
class Taught:
    """A phrase, its language, and what the line that it means is called in each language, as far as known."""

    words: str
    language: Language
    names: tuple[tuple[Language, str], ...]

    @property
    def name(self) -> str:
        """What the line is called, in the phrase's language where it has a name in it."""
        known = dict(self.names)
        return known.get(self.language) or next(iter(known.values()))


def phrase_key(phrase: str) -> str:
    """A hash by which a button names a phrase."""
    return hashlib.blake2b(phrase.encode(), digest_size=6).hexdigest()


def read_phrase(text: str) -> str:
    """The phrase in a text: its words, folded, as questions are."""
    return " ".join(words_of(text))[:_LONGEST].strip()


async def list_taught(session: AsyncSession) -> list[Taught]:
    """All phrases in their order."""
    found = []
    for words, language, kazakh, russian in await (await session.connection()).run_sync(fetch_rows, _QUERY):
        names = (Language.KK, kazakh), (Language.RU, russian)
        found.append(Taught(words, Language(language), tuple((told, name) for told, name in names if name)))
    return found


def write_tsv(taught: Iterable[Taught], language: Language) -> str:
    """The phrases of a language in the form of `locales/lexicon.*.tsv`, for review.

    A line that has no name in the phrase's language is told as a comment: the lexicon of a language leads to
    terms of that language.

    Returns:
        A phrase, a tab and an official term a line; empty where there is no phrase of the language.
    """
    rows = []
    for each in taught:
        if each.language is language:
            known = dict(each.names)
            row = f"{each.words}\t{' '.join(each.name.split())}"
            rows.append(row if language in known else f"# {row}")
    return "".join(f"{row}\n" for row in rows)
