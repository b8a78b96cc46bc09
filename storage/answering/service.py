"""A question → its answer: the one service behind the chat, groups, inline queries and the command line.

The place and the edition are chosen once, before any page is cut: whatever page of an answer is asked
for, it is a page of the same lines.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.records import Language
from parser.text.language import detect_language
from storage.answering.answer import Answer, Heard, Nothing, NothingLoaded, Talk
from storage.answering.edition import ChosenBudget, choose_budgets, choose_edition
from storage.answering.inquiry import Chat, Finding, Inquiry, Readings, best_score
from storage.answering.writer import AnswerWriter, Request
from storage.reading.outlines import Outlines, Wanted
from storage.reading.shelf import Shelf, load_shelf
from storage.search.index import Index
from storage.search.rank import Rankings

__all__ = ["Request", "answer"]


async def answer(session: AsyncSession, index: Index, request: Request) -> Answer:
    """Finds what a message is about.

    Codes come first, then exact amounts, then names. The lines are those of the newest edition of
    the budget's main year, or of the edition that the message asks for. What the place at hand does
    not have is looked for in others, unless the message names a place.

    Args:
        session: a database session.
        index: built from the same database.
        request: the question, and what is wanted of its answer.

    Returns:
        One of the kinds of answers.
    """
    question = request.question
    heard = Heard(question, detect_language(question.text) or Language.RU)
    if question.talk:
        return Talk(heard)
    chosen = choose_budgets(index, question, request.home, request.budget)
    if not chosen:
        return NothingLoaded(heard)
    connection = await session.connection()
    shelf = await load_shelf(connection, [choice.budget for choice in chosen])
    outlines = Outlines()
    inquiries = _list_inquiries(index, shelf, request, chosen, outlines)
    if not inquiries:
        return Nothing(heard)
    inquiry, finding = await _inquire(connection, inquiries, outlines)
    if isinstance(finding, Chat):
        return Talk(heard)
    return await AnswerWriter(connection, index, shelf, request).write(heard, inquiry, finding)


def _list_inquiries(
    index: Index, shelf: Shelf, request: Request, chosen: Sequence[ChosenBudget], outlines: Outlines
) -> list[Inquiry]:
    """The question as it is put to each place that has an edition, the place at hand first."""
    readings = Readings(Rankings(index), request.question)
    inquiries = []
    for choice in chosen:
        catalogue = shelf.find(choice.budget)
        asked = catalogue and choose_edition(index, catalogue, request.question, choice.place_words)
        if asked:
            inquiries.append(Inquiry(readings, asked, outlines))
    return inquiries


async def _inquire(
    connection: AsyncConnection, inquiries: Sequence[Inquiry], outlines: Outlines
) -> tuple[Inquiry, Finding]:
    """What the place at hand finds, or where that is little, another place that finds more.

    Lines are read at most twice: for the question as it was typed, at hand; and then, only where that
    finds little, for its other readings and for all places that may find more.
    """
    at_hand, *others = inquiries
    await outlines.read(connection, at_hand.list_wanted())
    weights = at_hand.weights
    otherwise = at_hand.needs_otherwise()
    finding = None if otherwise else at_hand.find()
    if finding is not None and best_score(finding) >= weights.at_hand:
        return at_hand, finding
    others = [inquiry for inquiry in others if inquiry.can_reach(weights.at_hand)]
    wanted = at_hand.list_wanted_otherwise() if otherwise else Wanted()
    for inquiry in others:
        wanted.add(inquiry.list_wanted())
        wanted.add(inquiry.list_wanted_otherwise())
    await outlines.read(connection, wanted)
    finding = finding or at_hand.find()
    if best_score(finding) >= weights.at_hand:
        return at_hand, finding
    for inquiry in others:
        elsewhere = inquiry.find()
        if best_score(elsewhere) >= max(weights.at_hand, best_score(finding) + weights.better):
            return inquiry, elsewhere
    return at_hand, finding
