"""A question or a button → what to show. Knows storage and views, no messenger."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from handlers.answer_views import answer_view
from handlers.chatter import is_asked
from handlers.desk import Desk, Spoken
from handlers.examples import find_examples_of
from handlers.follow_button import with_own_button
from handlers.kept_answer import keep_answer
from handlers.memory import Answered
from handlers.shown_again import Circumstances, reuse
from handlers.views.card import CHILDREN_SHOWN
from handlers.views.matches import MATCHES_PAGE
from handlers.views.message import MessageView
from parser.dataclass import dataclass
from parser.question.follow_up import goes_on, read_first, read_follow_up
from parser.question.going_on import asks_for_more
from parser.question.intents import Frame, Intent, Unsaid
from parser.question.question import Question
from parser.question.reading import read_question
from storage.answering.answer import Answer
from storage.answering.request import Request
from storage.answering.service import answer
from storage.aside import work_aside
from storage.reading.address import BudgetAddress
from storage.reading.places import Home


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
    known = await reuse(
        desk, ("message", text, alone, Circumstances.find(desk)), partial(_prepare, desk, text, alone=alone)
    )
    await _keep(desk, known.request, known.found, message)
    return await with_own_button(known.view, desk)


@dataclass(frozen=True, slots=True)
class _Prepared:
    """What a message asked, and what it was answered with."""

    request: Request
    found: Answer
    view: MessageView


async def _prepare(desk: Desk, text: str, *, alone: bool) -> _Prepared:
    request = await (_ask_alone(text, desk) if alone else _understand(text, desk))
    found = await answer(desk.session, desk.index, request)
    return _Prepared(request, found, desk.finish(await _show(found, desk)))


async def _show(found: Answer, desk: Desk) -> MessageView:
    return answer_view(found, desk, await find_examples_of(found, desk))


async def answer_reply(desk: Desk, text: str, message: int) -> MessageView | None:
    """Answer a reply to the bot's message in a group, if it asks something.

    Args:
        desk: whom to answer, from what.
        text: the reply.
        message: its id, by which its buttons find what it asked.

    Returns:
        None for a word among people, of which nothing is kept.
    """
    request = await _understand(text, desk)
    found = await answer(desk.session, desk.index, request)
    if not is_asked(text, found, desk.index):
        return None
    await _keep(desk, request, found, message)
    return await _show(found, desk)


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
    request = await (_ask_alone(text, desk) if alone else _understand(text, desk))
    return await _find(desk, request, message)


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
    question = await _recall(desk, message)
    if question is None:
        return None
    home = desk.home_at(budget.place)
    request = _request(desk, question, home, budget)
    return await with_own_button(await _show(await _find(desk, request, message.id), desk), desk)


async def find_whole_answer(
    desk: Desk, message: AskedMessage, budget: BudgetAddress | None, limit: int
) -> Answer | None:
    """The answer to a message that was answered before, with all of its lines.

    Args:
        desk: whom to answer, from what.
        message: what was asked.
        budget: that it was answered from.
        limit: how many lines at most.

    Returns:
        None for a message that went on from another one, where that is forgotten.
    """
    question = await _recall(desk, message)
    if question is None:
        return None
    request = _request(desk, question, desk.home(message.text.strip()), budget)
    return await answer(desk.session, desk.index, replace(request, limit=limit, children=0))


async def _recall(desk: Desk, message: AskedMessage) -> Question | None:
    """What a message asked; None where it went on from another one and that is forgotten."""
    said = message.text.strip()
    question = desk.conversation.recall(message.id, message.asker) if desk.conversation else None
    if question is None and goes_on(said, desk.known_words):
        return None
    return question or await work_aside(said, read_question, said)


async def _find(desk: Desk, request: Request, message: int | None) -> Answer:
    """The answer to what is asked; the conversation keeps it, and by the message's id what it asked."""
    found = await answer(desk.session, desk.index, request)
    await _keep(desk, request, found, message)
    return found


async def _keep(desk: Desk, request: Request, found: Answer, message: int | None) -> None:
    if desk.conversation:
        keep_answer(found, desk.conversation, desk.missed)
        if desk.spoken is not Spoken.CHOSEN and not found.heard.question.language:
            desk.conversation.keep_language(desk.speaking(found.heard).texts.language)
        if message is not None:
            desk.conversation.note(message, request.question)


def _request(
    desk: Desk, question: Question, home: Home | None, budget: BudgetAddress | None = None
) -> Request:
    """What is wanted of an answer at a desk: its first page."""
    return Request(
        question, home, budget, MATCHES_PAGE, children=CHILDREN_SHOWN, running_year=desk.running_year
    )


async def _ask_alone(text: str, desk: Desk) -> Request:
    """What a message asks by itself, of the person's own place before that of the message before."""
    home = desk.own or desk.home(text)
    said = text.strip()
    return _request(desk, await work_aside(said, read_first, said), home)


async def _understand(text: str, desk: Desk) -> Request:
    """The whole question of a new message, which may go on from the one before, and what is wanted of it."""
    said = text.strip()
    last = desk.conversation.last if desk.conversation else None
    if last is None:
        return _request(desk, await work_aside(said, read_first, said), desk.home(text))
    own = await work_aside(said, read_question, said)
    if own.claim:  # stands alone
        return _request(desk, own, desk.home(text))
    if asks_for_more(own):
        return _ask_for_more(own, last, desk)
    question = await work_aside(said, read_follow_up, said, last.context, desk.known_words)
    home = desk.home_at(last.place) if question.path else desk.home(text)
    return _request(desk, question, home)


def _ask_for_more(own: Question, last: Answered, desk: Desk) -> Request:
    """The next page of what was answered; of one line, what it consists of."""
    question, offset = replace(last.question, said=own.tokens), last.shown or 0
    if last.shown is None:
        question = replace(question, frame=Frame(Intent.LIST))
    elif last.shown >= last.total:
        question = replace(own, lacks=Unsaid.MORE, talk=None)
    home = desk.home_at(last.place)
    return replace(_request(desk, question, home), offset=offset)


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
    question = await _recall(desk, message)
    if question is None:
        return None
    said = message.text.strip()
    request = replace(_request(desk, question, desk.home(said), budget), offset=offset, every=True)
    return await _show(await answer(desk.session, desk.index, request), desk)
