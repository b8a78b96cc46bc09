"""A person's message → the lines it is about, in the edition it asks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.language import detect_language
from parser.question import Intent, Question, read_question
from parser.records import Language
from storage.candidates import COVERED, CandidateSearch, Found, Match, Scope, is_sure
from storage.scope import Missing, choose_edition, list_places, names_place
from storage.search.index import Index
from storage.search.readings import other_readings

_WORTH = 0.62  # of the best score: what is offered beside it
_POOR = 0.62  # below it, other readings of what was typed are tried
_WHOLE = 0.95  # a name that says all of the question is one line, whatever stands in it
_PHRASE_READING = 0.9  # an everyday phrase of another reading must be typed without slips
_PLACES_TRIED = 6  # after the place at hand, when that has nothing good
_AT_HAND = 0.7
_GOOD_READING = 0.6  # and how good it must be in itself
_BETTER = 0.12  # how much better another reading must be

__all__ = ["Answer", "Match", "Scope", "answer"]


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found for a message.

    `confident` with one match means: show its card. Otherwise `matches` are
    candidates to offer, best first, and none means nothing was found. `total`
    counts all candidates, of which `matches` is the page asked for.
    """

    query: str
    language: Language  # of the question
    intent: Intent
    confident: bool
    matches: tuple[Match, ...]
    total: int
    missing: Missing | None = None
    searched: str | None = None  # what was searched instead of what was typed


async def answer(  # noqa: PLR0913 - a page, and a home
    session: AsyncSession,
    index: Index,
    text: str,
    *,
    limit: int = 5,
    offset: int = 0,
    home: str | None = None,
) -> Answer:
    """Finds what a message is about.

    Codes come first, then exact amounts, then names. The lines are those of the newest edition of
    the budget's main year, or of the edition that the message asks for. What the place at hand does
    not have is looked for in others, unless the message names a place.

    Args:
        session: a database session.
        index: built from the same database.
        text: the message, in either language.
        limit: how many matches at most.
        offset: how many of the best to leave out, for a further page.
        home: the place to answer from when the message names none; the one amended last if None.
    """
    question = read_question(text)
    connection = await session.connection()
    found = await _answer(connection, index, question, (limit, offset), home)
    if _top(found) >= _AT_HAND or question.talk:
        return found
    places = await list_places(connection)
    if names_place(places, question):
        return found
    for place in places[:_PLACES_TRIED]:
        elsewhere = await _answer(connection, index, question, (limit, offset), place)
        if _top(elsewhere) >= max(_AT_HAND, _top(found) + _BETTER):
            return elsewhere
    return found


def _top(found: Answer) -> float:
    return found.matches[0].score if found.matches else 0.0


async def _answer(
    connection: AsyncConnection, index: Index, question: Question, page: tuple[int, int], home: str | None
) -> Answer:
    """The answer from one place, a page of it: how many matches, after how many."""
    limit, offset = page
    language = detect_language(question.text) or Language.RU
    nothing = Answer(question.text, language, question.intent, False, (), 0)
    asked = None if question.talk else await choose_edition(connection, index, question, home)
    if asked is None:
        return nothing
    search = CandidateSearch(connection, index, asked)
    found = await search.find(question)
    main = asked.of_main_year()
    if not found and main is not None and await CandidateSearch(connection, index, main).find(question):
        asked, search = main, CandidateSearch(connection, index, main)
        found = await search.find(question)
    searched = None
    if not question.codes and _best(found) < _POOR:
        for reading in other_readings(index, question):
            if reading.talk:
                return replace(nothing, intent=Intent.HELP)
            other = [
                one for one in await search.find(reading) if not one.through or one.score >= _PHRASE_READING
            ]
            if _best(other) >= max(_GOOD_READING, _best(found) + _BETTER):
                found, searched = other, reading.text
    whole = bool(found) and not question.codes and found[0].covered >= _WHOLE
    several = [] if searched or whole else await search.find_several(question)
    confident = not several and asked.missing is None and is_sure(found, len(question.words))
    worth = _WORTH * found[0].score if found else 0.0
    found = several or [one for one in found if one.score >= worth]
    shown = found[:1] if confident and not offset else found[offset : offset + limit]
    return Answer(
        query=question.text,
        language=language,
        intent=Intent.COMPARE if several else question.intent,
        confident=confident,
        matches=tuple(await search.describe(shown)),
        total=len(found),
        missing=asked.missing,
        searched=searched,
    )


def _best(found: Sequence[Found]) -> float:
    """How good the best candidate is, of which what it leaves unsaid takes away."""
    return max((one.score * min(1.0, one.covered / COVERED) for one in found), default=0.0)
