"""A question or a button → what to show. Knows storage and views, no messenger."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import assert_never

from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.desk import Desk
from handlers.memory import Answered, Conversation
from handlers.views.actions import ANSWERED, DIRECT
from handlers.views.bounded import bounded_view
from handlers.views.candidates import candidates_view, nothing_view
from handlers.views.card import CHILDREN_SHOWN, card_view
from handlers.views.card_buttons import ROWS, Situation
from handlers.views.changes import changes_view
from handlers.views.comparison import comparison_view, year_comparison_view
from handlers.views.decisions import decisions_view
from handlers.views.explained import explained_view
from handlers.views.ledger import ledger_view
from handlers.views.listing import listing_view
from handlers.views.matches import MATCHES_PAGE, answer_notices, numbered
from handlers.views.message import MessageView
from handlers.views.offers import not_held_view, part_view
from handlers.views.office import across_view
from handlers.views.pages import notice_view, remark_view
from handlers.views.places import other_places, place_choice_view
from handlers.views.remainder import no_remainder_view, remainder_view
from handlers.views.texts import Texts
from handlers.views.together import lines_by_edition_view, sum_view
from parser.question.follow_up import goes_on, read_first, read_follow_up
from parser.question.going_on import asks_for_more
from parser.question.intents import Frame, Intent, Unsaid
from parser.question.question import Question
from parser.question.reading import read_question
from storage.answering.answer import (
    Answer,
    Choice,
    DecisionChanges,
    Decisions,
    Explanation,
    NotHeld,
    Nothing,
    NothingLoaded,
    PartOfLine,
    PlaceChoice,
    SeveralFigures,
    SureLine,
    Talk,
)
from storage.answering.answer_traits import list_matches
from storage.answering.page import Match
from storage.answering.request import Heard, Request
from storage.answering.service import answer
from storage.answering.several_figures import (
    AcrossGroups,
    BoundedList,
    Comparison,
    LinesByEdition,
    Listing,
    NoRemainder,
    Remainder,
    SumOfLines,
    YearComparison,
)
from storage.missed_questions import count_missed
from storage.reading.address import BudgetAddress


async def answer_question(
    desk: Desk, text: str, message: int | None = None, *, alone: bool = False
) -> MessageView:
    """Answer a message.

    Args:
        desk: whom to answer, from what.
        text: the message.
        message: its id, by which its buttons find what it asked.
        alone: whether it goes on from no other message, whatever its words.

    Returns:
        A line's card or history, a list or comparison of lines, what a decision changed, candidates,
        help, or that nothing was found.
    """
    return answer_view(await find_answer(desk, text, message, alone=alone), desk)


async def find_answer(desk: Desk, text: str, message: int | None = None, *, alone: bool = False) -> Answer:
    """The answer to a message, not yet in words; the conversation keeps what the next one may go on from.

    Args:
        desk: whom to answer, from what.
        text: the message.
        message: its id, by which its buttons find what it asked.
        alone: whether it goes on from no other message, whatever its words.

    Returns:
        One of the kinds of answers.
    """
    request = _ask_alone(text, desk) if alone else _understand(text, desk)
    question = request.question
    found = await answer(desk.session, desk.index, request)
    if desk.conversation:
        await _remember(found, desk.session, desk.conversation)
        if message is not None:
            desk.conversation.note(message, question)
    return found


@dataclass(frozen=True, slots=True)
class AskedMessage:
    """A message that a button is about: its text, its id, and who wrote it, where that is known."""

    text: str
    id: int
    asker: int | None = None


async def ask_in(desk: Desk, message: AskedMessage, budget: BudgetAddress) -> MessageView | None:
    """Answers a message from a budget that a button chose.

    Args:
        desk: whom to answer, from what.
        message: what was asked.
        budget: the budget.

    Returns:
        The answer; None for a message that went on from another one, where that is forgotten.
    """
    said = message.text.strip()
    question = desk.conversation.recall(message.id, message.asker) if desk.conversation else None
    if question is None and goes_on(said, desk.find_places):
        return None
    question = question or read_question(said)
    request = Request(question, None, budget, limit=MATCHES_PAGE, children=CHILDREN_SHOWN)
    found = await answer(desk.session, desk.index, request)
    if desk.conversation:
        await _remember(found, desk.session, desk.conversation)
        desk.conversation.note(message.id, question)
    return answer_view(found, desk)


def _ask_alone(text: str, desk: Desk) -> Request:
    """What a message asks by itself, of the person's own place before that of the message before."""
    home = desk.own_place or desk.home(text)
    return Request(read_first(text.strip()), home, limit=MATCHES_PAGE, children=CHILDREN_SHOWN)


def _understand(text: str, desk: Desk) -> Request:
    """The whole question of a new message, which may go on from the one before, and what is wanted of it."""
    said = text.strip()
    last = desk.conversation.last if desk.conversation else None
    if last is None:
        return Request(read_first(said), desk.home(text), limit=MATCHES_PAGE, children=CHILDREN_SHOWN)
    own = read_question(said)
    if asks_for_more(own):
        return _ask_for_more(own, last)
    question = read_follow_up(said, last.question, last.year, desk.find_places, last.offered)
    home = last.place if question.path else desk.home(text)
    return Request(question, home, limit=MATCHES_PAGE, children=CHILDREN_SHOWN)


def _ask_for_more(own: Question, last: Answered) -> Request:
    """The next page of what was answered; of one line, what it consists of."""
    question, offset = replace(last.question, said=own.tokens), last.shown or 0
    if last.shown is None:
        question = replace(question, frame=Frame(Intent.LIST))
    elif last.shown >= last.total:
        question = replace(own, lacks=Unsaid.MORE, talk=None)
    return Request(question, last.place, limit=MATCHES_PAGE, offset=offset, children=CHILDREN_SHOWN)


async def _remember(found: Answer, session: AsyncSession, conversation: Conversation) -> None:
    """Keeps what the next message may go on from, and counts what found nothing."""
    question, matches = found.heard.question, list_matches(found)
    if matches:
        conversation.remember(_note_answer(found, matches[0]))
    if isinstance(found, Nothing) and not question.lacks:
        await count_missed(session, question.text, dt.datetime.now(dt.UTC).date())


def _note_answer(found: Answer, first: Match) -> Answered:
    """What of an answer the next message may go on from."""
    heard = found.heard
    answered = Answered(heard.question, first.edition.year, first.place, heard.language)
    if not isinstance(found, Choice | Listing | BoundedList | AcrossGroups | NotHeld | PartOfLine):
        return answered
    page = found.page
    offered = {number: match.path for number, match in numbered(page)}
    return replace(answered, offered=offered, shown=page.offset + len(page.matches), total=page.total)


async def offer_candidates(
    desk: Desk, message: AskedMessage, offset: int = 0, budget: BudgetAddress | None = None
) -> MessageView | None:
    """Show all that a message may have meant, also where one line was sure.

    Args:
        desk: whom to answer, from what.
        message: what was asked.
        offset: how many candidates to pass over.
        budget: that the message was answered from; chosen anew if None.

    Returns:
        A page of candidates, or that there are none; None for a message that went on from another one,
        where what it went on from is forgotten.
    """
    said = message.text.strip()
    question = desk.conversation.recall(message.id, message.asker) if desk.conversation else None
    if question is None and goes_on(said, desk.find_places):
        return None
    question = question or read_question(said)
    request = Request(question, desk.home(said), budget, limit=MATCHES_PAGE, offset=offset, every=True)
    return answer_view(await answer(desk.session, desk.index, request), desk)


def answer_view(found: Answer, desk: Desk) -> MessageView:
    """What an answer is shown as.

    Args:
        found: the answer.
        desk: whom to show it to.

    Returns:
        The message; below it, where a place was taken that nobody named, buttons of other places.
    """
    speaking = desk.speaking(found.heard)
    view = _view(found, speaking)
    return replace(view, rows=(*view.rows, *other_places(found.heard, speaking.texts)))


def _view(found: Answer, desk: Desk) -> MessageView:  # noqa: PLR0911 - one for each kind
    texts = desk.texts
    match found:
        case SureLine():
            return _sure_view(found, texts)
        case Choice():
            return candidates_view(found, texts) if found.page.matches else nothing_view(found.heard, texts)
        case (
            Listing()
            | BoundedList()
            | AcrossGroups()
            | Remainder()
            | NoRemainder()
            | Comparison()
            | SumOfLines()
            | LinesByEdition()
            | YearComparison()
        ):
            return _several_view(found, texts)
        case DecisionChanges() | Decisions():
            return _decisions_view(found, desk)
        case NotHeld():
            return not_held_view(found, texts)
        case PartOfLine():
            return part_view(found, texts)
        case Explanation():
            return explained_view(found, texts)
        case Nothing():
            return nothing_view(found.heard, texts, found.words, found.nearest)
        case PlaceChoice():
            return place_choice_view(found, texts)
        case NothingLoaded():
            return notice_view("nothing-loaded", texts)
        case Talk(remark=remark):
            return remark_view(remark, desk.username, texts)
        case _:
            assert_never(found)


def _decisions_view(found: DecisionChanges | Decisions, desk: Desk) -> MessageView:
    match found:
        case DecisionChanges(changes=changes):
            return changes_view(changes, desk.texts, answer=found)
        case Decisions(heard=heard, listed=listed):
            budgets = desk.list_budgets(listed.budget.place)
            return decisions_view(listed, desk.texts, budgets=budgets, heard=heard)


def _several_view(  # noqa: PLR0911 - one for each kind
    found: SeveralFigures, texts: Texts
) -> MessageView:
    match found:
        case Listing():
            return listing_view(found, texts)
        case Comparison():
            return comparison_view(found, texts)
        case SumOfLines():
            return sum_view(found, texts)
        case LinesByEdition():
            return lines_by_edition_view(found, texts)
        case YearComparison():
            return year_comparison_view(found, texts)
        case BoundedList():
            return bounded_view(found, texts)
        case AcrossGroups():
            return across_view(found, texts)
        case Remainder():
            return remainder_view(found, texts)
        case NoRemainder():
            return no_remainder_view(found, texts)
        case _:
            assert_never(found)


def _sure_view(found: SureLine, texts: Texts) -> MessageView:
    card, notice = found.card, _notice(found.heard, texts)
    alternatives = found.total > 1
    way = ANSWERED if alternatives else DIRECT
    if found.heard.question.intent is Intent.CHANGE and len(card.ledger) > 1:
        return ledger_view(card, texts, way=way, notice=notice)
    room = ROWS - len(other_places(found.heard, texts))
    situation = Situation(way, alternatives=alternatives, room=room)
    return card_view(card, texts, situation, notice=notice)


def _notice(heard: Heard, texts: Texts) -> str | None:
    return " ".join(answer_notices(heard, texts)) or None
