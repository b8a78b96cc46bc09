"""What operators have taught: everyday words, each with the line that they mean.

Kept apart from the lexicon that is shipped, until somebody reviews it and takes it in (`write_tsv`). A phrase
is kept with what its line is called, not with one city's codes: it serves every budget that has such a line,
and none that has not.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable

from sqlalchemy import delete, insert, select
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.dataclass import dataclass
from parser.records import Language
from parser.text.folding import words as words_of
from storage.engine import begin_write
from storage.kept.state import StatePart, mark_changed
from storage.models import MissedQuestion, TaughtPhrase, table
from storage.reading.records import Names

MOST_TAUGHT = 2000
_LONGEST = 80  # characters, as a missed question has

_TAUGHT = table(TaughtPhrase)
_MISSED = table(MissedQuestion)
_NAMES = {Language.KK: _TAUGHT.c.kazakh, Language.RU: _TAUGHT.c.russian}


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


async def teach(
    session: AsyncSession, phrase: str, language: Language, names: Names, now: dt.datetime
) -> bool:
    """Keeps a phrase, in place of what it meant before, and commits; its questions are missed no more.

    Args:
        session: a database session.
        phrase: as `read_phrase` gives it.
        language: of the phrase.
        names: of the line that it means.
        now: the moment.

    Returns:
        False where no more phrases are kept.
    """
    if session.in_transaction():
        await session.commit()  # what was read so far must not stop this session from writing
    connection = await begin_write(session)
    others = (await connection.execute(select(_TAUGHT.c.words).where(_TAUGHT.c.words != phrase))).all()
    if len(others) >= MOST_TAUGHT:
        await session.rollback()
        return False
    await connection.execute(delete(_TAUGHT).where(_TAUGHT.c.words == phrase))
    row = {"words": phrase, "language": language, "taught_at": now}
    row |= {column.name: names.get(spoken) for spoken, column in _NAMES.items()}
    await connection.execute(insert(_TAUGHT).values(row))
    await connection.execute(delete(_MISSED).where(_MISSED.c.words == phrase))
    await connection.run_sync(mark_changed, StatePart.BUDGETS)
    await session.commit()
    return True


async def unteach(session: AsyncSession, phrase: str) -> None:
    """Forgets a phrase, and commits."""
    if session.in_transaction():
        await session.commit()
    connection = await begin_write(session)
    await connection.execute(delete(_TAUGHT).where(_TAUGHT.c.words == phrase))
    await connection.run_sync(mark_changed, StatePart.BUDGETS)
    await session.commit()


async def list_taught(session: AsyncSession) -> list[Taught]:
    """All phrases in their order."""
    rows = await (await session.connection()).execute(select(_TAUGHT).order_by(_TAUGHT.c.words))
    found = []
    for row in rows.mappings():
        names = {language: row[column.name] for language, column in _NAMES.items()}
        known = tuple((language, name) for language, name in names.items() if name)
        found.append(Taught(row["words"], row["language"], known))
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
