"""A message that is still being typed: `мек`, `ремонт дор` → the lines that it may come to ask for.

What is asked for inline is answered at every letter; here is what is offered while the last word means
nothing yet. A line that a started word leads to is offered, never asserted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlmodel.ext.asyncio.session import AsyncSession

from parser.question.question import Question
from storage.answering.answer import Answer, Choice, Nothing, PlaceChoice, Talk
from storage.answering.asked_budgets import choose_budgets
from storage.answering.certainty import Candidates
from storage.answering.edition import choose_edition
from storage.answering.inquiry import FoundLine
from storage.answering.request import Heard, Request, hear_language
from storage.answering.writing import AnswerWriter
from storage.reading.outlines import Outlines, Wanted
from storage.reading.shelf import load_shelf
from storage.search.index import Index
from storage.search.started_words import StartedPath, complete_words
from storage.search.weights import Weights

_OFFERED = 12  # lines: more would be read by nobody who goes on typing
_SHORT = 4  # letters: so short a word may be the beginning of another, whatever it means by itself


async def complete_question(session: AsyncSession, index: Index, request: Request) -> Answer | None:
    """The lines that a message may come to ask for, of the place that it names, else of the one at hand.

    Args:
        session: a database session.
        index: built from the same database.
        request: the message as far as it is typed.

    Returns:
        Lines to choose from; None where its last word begins no word that leads to a line of that place.
    """
    question = request.question
    chosen = choose_budgets(index, question, request.home, request.budget)
    if not chosen.budgets and _may_begin_another(question):  # `шко` is a region, and begins «школы»
        chosen = choose_budgets(index, replace(question, tokens=()), request.home, request.budget)
    if not chosen.budgets:
        return None
    connection = await session.connection()
    shelf = await load_shelf(connection, chosen.budgets[:1])
    catalogue = shelf.find(chosen.budgets[0])
    asked = choose_edition(index, catalogue, question, chosen.place, chosen.year) if catalogue else None
    completed = complete_words(index, asked.rest_of(question).tokens) if asked else []
    if asked is None or not completed:
        return None
    outlines = Outlines()
    wanted = Wanted({asked.edition.key: asked.edition}, {each.path for each in completed})
    await outlines.read(connection, wanted)
    known = outlines.lines(asked.edition)
    there = [each for each in completed if each.path in known]
    lines = [
        FoundLine(path=each.path, score=each.likelihood, asked=asked, line=known[each.path]) for each in there
    ]
    lines.sort(key=lambda line: (-round(line.score, 1), -abs(line.line.amount)))
    heard = _hear(index, request, chosen.place.words, there)
    heard = replace(heard, assumed=asked.budget if chosen.is_assumed else None)
    found = await AnswerWriter(connection, index, shelf, request).write(
        heard, Candidates(asked, lines[:_OFFERED])
    )
    return found if isinstance(found, Choice) else None


def may_go_on(found: Answer, weights: Weights) -> bool:
    """Whether a message may be meant to go on, since what it is answered with so far is hardly meant.

    Args:
        found: its answer.
        weights: from where on an answer is good.
    """
    question = found.heard.question
    if isinstance(found, Nothing):
        return question.lacks is None
    if not _may_begin_another(question):
        return False
    if isinstance(found, Choice):
        best = max((match.score for match in found.page.matches), default=0.0)
        return not question.names_line or best < weights.answer.poor
    return isinstance(found, Talk | PlaceChoice)


def _may_begin_another(question: Question) -> bool:
    """Whether a message is one word so short that it may begin another, whatever it means by itself."""
    return len(question.tokens) == 1 and len(question.tokens[0].folded) <= _SHORT


def _hear(index: Index, request: Request, place: frozenset[str], there: Sequence[StartedPath]) -> Heard:
    """What was heard; its language is that of all words that it may become, where that is one."""
    heard = hear_language(index, request.question, place)
    languages = {each.language for each in there}
    if heard.language_is_plain or len(languages) != 1:
        return heard
    return replace(heard, language=languages.pop(), language_is_plain=True)
