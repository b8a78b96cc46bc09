"""A question or a button → what to show. Knows storage and views, no messenger."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import assert_never

from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.memory import Answered, Conversation
from handlers.views.amounts import exact
from handlers.views.articles import Article, article, computed_article
from handlers.views.bounded import across_title, across_view, bounded_title, bounded_view
from handlers.views.candidates import candidates_view, nothing_view
from handlers.views.card import CHILDREN_PAGE, card_view
from handlers.views.changes import changes_view
from handlers.views.comparison import comparison_view, year_comparison_view
from handlers.views.doubts import marked
from handlers.views.ledger import ledger_view
from handlers.views.listing import listing_view
from handlers.views.matches import MATCHES_PAGE, answer_notices
from handlers.views.message import MessageView, OpenChanges, OpenLedger, OpenLine
from handlers.views.offers import not_held_view, offer_sentence, part_view
from handlers.views.pages import notice_view, remark_view
from handlers.views.places import other_places, place_choice_view
from handlers.views.remainder import no_remainder_view, remainder_title, remainder_view
from handlers.views.texts import Texts, load_texts
from parser.budget_code import MAIN_TOTALS
from parser.question.follow_up import goes_on, read_follow_up
from parser.question.intents import Intent
from parser.question.question import Question
from parser.question.reading import read_question
from parser.records import Section
from storage.answering.answer import (
    AcrossGroups,
    Answer,
    BoundedList,
    Choice,
    Comparison,
    DecisionChanges,
    Heard,
    Listing,
    NoRemainder,
    NotHeld,
    Nothing,
    NothingLoaded,
    Page,
    PartOfLine,
    PlaceChoice,
    Remainder,
    SeveralFigures,
    SureLine,
    Talk,
    YearComparison,
    list_matches,
)
from storage.answering.asked_place import read_place
from storage.answering.service import Request, answer
from storage.missed_questions import count_missed
from storage.reading.address import BudgetAddress, EditionAddress, LineAddress
from storage.reading.cards import list_budgets, load_card, load_cards
from storage.reading.changes import load_changes
from storage.reading.records import Card
from storage.reading.shelf import load_shelf
from storage.search.index import Index


class Spoken(StrEnum):
    """How the language that a person is spoken to in is known."""

    CHOSEN = "chosen"  # with /language
    LIKELY = "likely"  # their Telegram's, or that of the message under the button
    UNKNOWN = "unknown"  # their Telegram is in neither language


@dataclass(frozen=True, slots=True)
class Desk:
    """What it takes to answer one person.

    Attributes:
        session: a database session.
        index: the search index.
        texts: the language to speak where nothing is asked.
        spoken: how it is known.
        username: the bot's name in Telegram without `@`; None where it is not in Telegram.
        conversation: what the chat was last answered; None where questions stand alone.
        own_place: the person's home place, as its budget is called.
    """

    session: AsyncSession
    index: Index
    texts: Texts
    spoken: Spoken = Spoken.CHOSEN
    username: str | None = None
    conversation: Conversation | None = None
    own_place: str | None = None

    def find_places(self, question: Question) -> frozenset[str]:
        """The words of a question that name a place, as they sound."""
        return read_place(self.index, question).words

    def home(self, text: str) -> str | None:
        """The place to answer from when a message names none.

        Args:
            text: the message: one that goes on from another stays at the place of that one, else the
                person's own comes first.
        """
        last = self.conversation.last if self.conversation else None
        if last is None or (self.own_place is not None and not goes_on(text, self.find_places)):
            return self.own_place
        return last.place

    def speaking(self, heard: Heard) -> Desk:
        """The desk in the language of what is answered: the one the person chose, else the question's.

        Where the question's words do not tell its language, the likely one; its letters tell where there is
        none.

        Args:
            heard: what was asked.
        """
        plain = self.spoken is Spoken.LIKELY and heard.language_is_plain
        if plain or self.spoken is Spoken.UNKNOWN:
            return replace(self, texts=load_texts(heard.language).with_places(self.index.place_names))
        return self


async def answer_question(desk: Desk, text: str, message: int | None = None) -> MessageView:
    """Answer a message.

    Args:
        desk: whom to answer, from what.
        text: the message.
        message: its id, by which its buttons find what it asked.

    Returns:
        A line's card or history, a list or comparison of lines, what a decision changed, candidates,
        help, or that nothing was found.
    """
    return answer_view(await find_answer(desk, text, message), desk)


async def find_answer(desk: Desk, text: str, message: int | None = None) -> Answer:
    """The answer to a message, not yet in words; the conversation keeps what the next one may go on from.

    Args:
        desk: whom to answer, from what.
        text: the message.
        message: its id, by which its buttons find what it asked.

    Returns:
        One of the kinds of answers.
    """
    question = _understand(text, desk)
    request = Request(question, desk.home(text), limit=MATCHES_PAGE, children=CHILDREN_PAGE)
    found = await answer(desk.session, desk.index, request)
    if desk.conversation:
        await _remember(found, desk.session, desk.conversation)
        if message is not None:
            desk.conversation.note(message, question)
    return found


async def ask_in(desk: Desk, text: str, message: int, budget: BudgetAddress) -> MessageView | None:
    """Answers a message from a budget that a button chose.

    Args:
        desk: whom to answer, from what.
        text: the message.
        message: its id.
        budget: the budget.

    Returns:
        The answer; None for a message that went on from another one, where that is forgotten.
    """
    said = text.strip()
    question = desk.conversation.recall(message) if desk.conversation else None
    if question is None and goes_on(said, desk.find_places):
        return None
    question = question or read_question(said)
    request = Request(question, None, budget, limit=MATCHES_PAGE, children=CHILDREN_PAGE)
    found = await answer(desk.session, desk.index, request)
    if desk.conversation:
        await _remember(found, desk.session, desk.conversation)
        desk.conversation.note(message, question)
    return answer_view(found, desk)


def _understand(text: str, desk: Desk) -> Question:
    """The whole question of a new message, which may go on from the one before."""
    said = text.strip()
    last = desk.conversation.last if desk.conversation else None
    if last is None:
        return read_question(said)
    return read_follow_up(said, last.question, last.year, desk.find_places)


async def _remember(found: Answer, session: AsyncSession, conversation: Conversation) -> None:
    """Keeps what the next message may go on from, and counts what found nothing."""
    question, matches = found.heard.question, list_matches(found)
    if matches:
        language = found.heard.language
        conversation.remember(Answered(question, matches[0].edition.year, matches[0].place, language))
    if isinstance(found, Nothing):
        await count_missed(session, question.text, dt.datetime.now(dt.UTC).date())


async def offer_candidates(
    desk: Desk, text: str, message: int, offset: int = 0, budget: BudgetAddress | None = None
) -> MessageView | None:
    """Show all that a message may have meant, also where one line was sure.

    Args:
        desk: whom to answer, from what.
        text: the message.
        message: its id.
        offset: how many candidates to pass over.
        budget: that the message was answered from; chosen anew if None.

    Returns:
        A page of candidates, or that there are none; None for a message that went on from another one,
        where what it went on from is forgotten.
    """
    said = text.strip()
    question = desk.conversation.recall(message) if desk.conversation else None
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
            | YearComparison()
        ):
            return _several_view(found, texts)
        case DecisionChanges():
            return changes_view(found.changes, texts, heard=found.heard)
        case NotHeld():
            return not_held_view(found, texts)
        case PartOfLine():
            return part_view(found, texts)
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


def _several_view(  # noqa: PLR0911 - one for each kind
    found: SeveralFigures, texts: Texts
) -> MessageView:
    match found:
        case Listing():
            return listing_view(found, texts)
        case Comparison():
            return comparison_view(found, texts)
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
    card, others = found.card, found.total > 1
    notice = _notice(found.heard, texts)
    if found.heard.question.intent is Intent.CHANGE and len(card.ledger) > 1:
        return ledger_view(card, texts, asked=others, notice=notice)
    return card_view(card, texts, asked=others, notice=notice)


def _notice(heard: Heard, texts: Texts) -> str | None:
    return " ".join(answer_notices(heard, texts)) or None


async def line_view(
    desk: Desk, action: OpenLine | OpenLedger | OpenChanges, *, inline: bool = False
) -> MessageView | None:
    """What a button about a line shows.

    Args:
        desk: whom to show it to, from what.
        action: the button's action.
        inline: for a message that lives in somebody else's chat.

    Returns:
        The card, the history or a decision's changes; None when that is no longer stored.
    """
    line, texts = action.line, desk.texts
    match action:
        case OpenLine(offset=offset, asked=asked):
            card = await _card(desk.session, line, offset)
            return card_view(card, texts, asked=asked, inline=inline) if card else None
        case OpenLedger(asked=asked):
            card = await _card(desk.session, line)
            return ledger_view(card, texts, asked=asked) if card else None
        case OpenChanges(decision, asked=asked):
            changes = await load_changes(desk.session, line.as_of(decision).edition)
            return changes_view(changes, texts, back=line, asked=asked) if changes else None


async def _card(session: AsyncSession, line: LineAddress, offset: int = 0) -> Card | None:
    return await load_card(session, line, children_offset=offset, children_limit=CHILDREN_PAGE)


async def find_articles(desk: Desk, query: str, *, limit: int, offset: int = 0) -> tuple[list[Article], int]:
    """Inline results of a query.

    Args:
        desk: whom to show them to, from what.
        query: what was typed; the main totals answer an empty one.
        limit: how many articles at most.
        offset: how many to pass over.

    Returns:
        The articles, and the offset that the next page begins at, 0 when there is none.
    """
    if not query.strip():
        cards = await _read_totals(desk)
        return [article(card, desk.texts) for card in cards[offset : offset + limit]], 0
    request = Request(
        read_question(query),
        desk.home(query),
        limit=limit,
        offset=offset,
        every=True,
        cards=True,
        children=CHILDREN_PAGE,
    )
    found = await answer(desk.session, desk.index, request)
    texts, remark = desk.speaking(found.heard).texts, None
    match found:
        case Remainder(whole=whole, parts=parts):
            page = Page((whole, *parts), 1 + len(parts))
        case BoundedList() | NoRemainder() | AcrossGroups():
            page = found.page
        case SureLine() | Nothing() | PlaceChoice() | NothingLoaded() | Talk():
            return [], 0
        case Choice() | Listing() | Comparison() | YearComparison() | DecisionChanges():
            page = found.page
        case NotHeld() | PartOfLine():
            page, remark = found.page, offer_sentence(found, texts)
        case _:
            assert_never(found)
    after = offset + len(page.matches)
    articles = [article(match.card, texts, remark) for match in page.matches if match.card is not None]
    if offset == 0:
        articles = [*_computed_articles(found, desk.speaking(found.heard)), *articles][:limit]
    return articles, after if page.matches and after < page.total else 0


def _computed_articles(found: Answer, desk: Desk) -> list[Article]:
    """What an answer computes of its lines, to be shared as a whole."""
    match found:
        case AcrossGroups(page=page):
            title, of = across_title(found, desk.texts), list(page.matches)
        case Remainder(whole=whole, parts=parts):
            title, of = remainder_title(found, desk.texts), [whole, *parts]
        case BoundedList(whole=whole, page=page) if page.matches:
            title, of = bounded_title(found, desk.texts), [whole, *page.matches]
        case _:
            return []
    amount = marked(exact(found.amount, of[0].line.unit, desk.texts), found.doubt)
    addresses = [LineAddress(match.edition.address, match.path) for match in of]
    return [computed_article(title, amount, addresses, answer_view(found, desk))]


async def _read_totals(desk: Desk) -> list[Card]:
    """The main totals of what is loaded."""
    addresses = [
        LineAddress(EditionAddress(budget, budget.first_year), section.value)
        for budget in await list_budgets(desk.session)
        for section in _TOTALS
    ][:_TOTALS_SHOWN]
    connection = await desk.session.connection()
    shelf = await load_shelf(connection, [address.edition.budget for address in addresses])
    cards = await load_cards(
        connection, shelf, addresses, children=(0, CHILDREN_PAGE), known=desk.index.names
    )
    return [card for card in cards if card is not None]


# What is spent is asked for most.
_TOTALS = sorted(MAIN_TOTALS, key=lambda section: section is not Section.EXPENDITURE)
_TOTALS_SHOWN = 30
