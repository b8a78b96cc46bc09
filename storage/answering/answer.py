"""A person's message → the lines it is about, in the edition it asks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.question.intents import Intent
from parser.question.question import Question
from parser.records import Language
from parser.text.language import detect_language
from storage.answering.candidates import CandidateSearch
from storage.answering.certainty import is_sure, stands_out
from storage.answering.edition import Asked, Missing, choose_edition, list_places, names_place
from storage.answering.lists import LISTED, find_years, list_parts
from storage.answering.matches import Found, Match
from storage.reading.address import EditionAddress
from storage.search.index import Index
from storage.search.other_readings import other_readings
from storage.search.rank import Rankings
from storage.search.weights import CertaintyWeights, Weights

_BUDGET = "biudjet"

__all__ = ["Answer", "Match", "answer"]


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found for a message.

    `confident` with one match means: show its card. Otherwise `matches` are
    candidates to offer, best first, and none means nothing was found. `total`
    counts all candidates, of which `matches` is the page asked for.

    With `together` the matches answer in common: below the line `inside`, largest (or smallest) first;
    or without it, one line in several years, or one for each part of the question.
    With `changes_of` the question is what the decision changed in that edition.
    """

    query: str
    language: Language  # of the question
    intent: Intent
    confident: bool
    matches: tuple[Match, ...]
    total: int
    missing: Missing | None = None
    searched: str | None = None  # what was searched instead of what was typed
    inside: Match | None = None
    smallest: bool = False  # first of `matches`
    together: bool = False
    changes_of: EditionAddress | None = None
    understood: tuple[str, ...] = ()  # where nothing was found: the words that were searched
    nearest: tuple[Match, ...] = ()  # and the lines that come nearest


async def answer(  # noqa: PLR0913 - a page, and a home
    session: AsyncSession,
    index: Index,
    question: Question,
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
        question: what the message asks, in either language.
        limit: how many matches at most.
        offset: how many of the best to leave out, for a further page.
        home: the place to answer from when the message names none; the one amended last if None.
    """
    connection = await session.connection()
    rankings = Rankings(index)
    found = await _answer(connection, rankings, question, (limit, offset), home)
    weights = index.weights.answer
    if _top(found) >= weights.at_hand or question.talk:
        return found
    places = await list_places(connection)
    if names_place(places, question):
        return found
    for place in places[: weights.places_tried]:
        elsewhere = await _answer(connection, rankings, question, (limit, offset), place)
        if _top(elsewhere) >= max(weights.at_hand, _top(found) + weights.better):
            return elsewhere
    return found


def _top(found: Answer) -> float:
    return found.matches[0].score if found.matches else 0.0


async def _answer(
    connection: AsyncConnection,
    rankings: Rankings,
    question: Question,
    page: tuple[int, int],
    home: str | None,
) -> Answer:
    """The answer from one place, a page of it: how many matches, after how many."""
    index = rankings.index
    limit, offset = page
    language = detect_language(question.text) or Language.RU
    nothing = Answer(question.text, language, question.intent, False, (), 0)
    asked = None if question.talk else await choose_edition(connection, index, question, home)
    if asked is None:
        return nothing
    search = CandidateSearch(connection, rankings, asked)
    found = await search.find(question)
    main = asked.of_main_year()
    if not found and main is not None and await CandidateSearch(connection, rankings, main).find(question):
        asked, search = main, CandidateSearch(connection, rankings, main)
        found = await search.find(question)
    figures = await _several_figures(search, index.weights, question, found, asked)
    if figures is not None:
        return await _list_figures(search, question, replace(nothing, missing=asked.missing), figures, page)
    searched = None
    best = _best(found, index.weights.certainty)
    if not question.codes and best < index.weights.answer.poor:
        other = await _read_otherwise(search, index, question, best)
        if other is not None and other.reading.talk:
            return replace(nothing, intent=Intent.HELP)
        if other is not None:
            found, searched = other.found, other.reading.text
    nothing = replace(nothing, missing=asked.missing, searched=searched)
    if not found:
        near = await search.describe(await search.find_nearest(question))
        said = tuple(token.folded for token in asked.rest_of(question).tokens if not token.filler)
        return replace(nothing, understood=said, nearest=tuple(near))
    confident = asked.missing is None and _is_sure(found, question, index.weights.certainty)
    found = [one for one in found if one.score >= index.weights.answer.offered_beside * found[0].score]
    shown = await search.describe(found[:1] if confident and not offset else found[offset : offset + limit])
    unnamed = question.intent is Intent.CHANGE and _asks_of_all(asked.rest_of(question))
    changed = asked.catalogue.describe(asked.edition).address if unnamed else None
    return replace(nothing, confident=confident, matches=tuple(shown), total=len(found), changes_of=changed)


@dataclass(frozen=True, slots=True)
class _Otherwise:
    """What another reading of the same message finds; nothing where that is small talk."""

    reading: Question
    found: list[Found]


async def _read_otherwise(
    search: CandidateSearch, index: Index, question: Question, best: float
) -> _Otherwise | None:
    """The best of the other readings of what was typed, if it is better by enough."""
    better: _Otherwise | None = None
    weights = index.weights.answer
    for other in other_readings(index, question):
        reading = other.question
        if reading.talk:
            return _Otherwise(reading, [])
        found = await search.find(reading)
        found = [one for one in found if not one.through or one.score >= weights.phrase_reading]
        score = _best(found, index.weights.certainty)
        if score >= max(weights.good_reading, best + weights.better):
            # One ordinary word in the other language is too little to assert anything.
            little = other.translated and len(reading.words) == 1
            found = [replace(one, weak=one.weak or little) for one in found]
            better, best = _Otherwise(reading, found), score
    return better


@dataclass(frozen=True, slots=True)
class _Figures:
    """Lines that answer a question together, and the line they are inside of, if they are."""

    intent: Intent
    lines: Sequence[Found]
    inside: Found | None = None
    confident: bool = True


async def _list_figures(
    search: CandidateSearch, question: Question, nothing: Answer, figures: _Figures, page: tuple[int, int]
) -> Answer:
    limit, offset = page
    return replace(
        nothing,
        intent=figures.intent,
        confident=figures.confident,
        matches=tuple(await search.describe(figures.lines[offset : offset + limit])),
        total=len(figures.lines),
        inside=(await search.describe([figures.inside]))[0] if figures.inside else None,
        smallest=question.smallest,
        together=True,
    )


async def _several_figures(
    search: CandidateSearch, weights: Weights, question: Question, found: Sequence[Found], asked: Asked
) -> _Figures | None:
    """What answers a question for several figures; None where it is for one."""
    sure = asked.missing is None and _is_sure(found, question, weights.certainty)
    unnamed = asked.missing is None and asked.rest_of(question).names_nothing
    if question.intent in LISTED and found and (sure or unnamed):
        parts = await list_parts(search, found[0], question)
        if parts:
            return _Figures(question.intent, parts, found[0])
    if sure and len(question.years) > 1:
        years = await find_years(search, found[0], question.years)
        if len(years) > 1:
            return _Figures(Intent.COMPARE, years)
    if found and not question.codes and found[0].covered >= weights.answer.whole and not found[0].pieced:
        return None
    several = await search.find_several(question)
    return _Figures(Intent.COMPARE, several, confident=False) if several else None


def _asks_of_all(question: Question) -> bool:
    """Whether it names no line, or only the budget as a whole."""
    words = (token.sound for token in question.tokens if not token.filler)
    return not question.codes and all(word.startswith(_BUDGET) for word in words)


def _is_sure(found: Sequence[Found], question: Question, weights: CertaintyWeights) -> bool:
    at_large = question.intent in LISTED or question.intent is Intent.SHARE
    return is_sure(found, len(question.words), weights) or (at_large and stands_out(found, weights))


def _best(found: Sequence[Found], weights: CertaintyWeights) -> float:
    """How good the best candidate is, of which what it leaves unsaid takes away."""
    return max((one.score * min(1.0, one.covered / weights.covered) for one in found), default=0.0)
