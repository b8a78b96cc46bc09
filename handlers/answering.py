"""A question or a button → what to show. Knows storage and views, no messenger."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.memory import Conversation
from handlers.views.articles import Article, article
from handlers.views.candidates import answer_notices, candidates_view, nothing_view
from handlers.views.card import CHILDREN_PAGE, card_view
from handlers.views.changes import changes_view
from handlers.views.comparison import comparison_view
from handlers.views.ledger import ledger_view
from handlers.views.listing import listing_view
from handlers.views.matches import MATCHES_PAGE
from handlers.views.message import MessageView, OpenChanges, OpenLedger, OpenLine
from handlers.views.pages import help_view, notice_view
from handlers.views.texts import Texts
from parser.question.intents import Intent
from parser.question.question import Question, read_question
from parser.records import Section
from storage.answering.answer import Answer, Match, answer
from storage.missed_questions import count_missed
from storage.reading.address import EditionAddress, LineAddress
from storage.reading.cards import list_budgets, load_card
from storage.reading.changes import load_changes
from storage.reading.records import Card
from storage.search.index import Index

QUESTION_LIMIT = 400  # characters; nobody needs more to name a budget line


@dataclass(frozen=True, slots=True)
class Desk:
    """What it takes to answer one person.

    Attributes:
        session: a database session.
        index: the search index.
        texts: the person's language.
        username: the bot's name in Telegram without `@`; None where it is not in Telegram.
        conversation: what the chat was last answered; None where questions stand alone.
    """

    session: AsyncSession
    index: Index
    texts: Texts
    username: str | None = None
    conversation: Conversation | None = None

    @property
    def home(self) -> str | None:
        """The place to answer from when a question names none."""
        return self.conversation.place if self.conversation else None

    def understand(self, text: str) -> Question:
        """The whole question of a new message, which may go on from the one before."""
        said = text.strip()[:QUESTION_LIMIT]
        return self.conversation.understand(said) if self.conversation else read_question(said)

    def recall(self, text: str) -> Question:
        """The whole question of a message that was answered before."""
        said = text.strip()[:QUESTION_LIMIT]
        return self.conversation.recall(said) if self.conversation else read_question(said)


async def answer_question(desk: Desk, text: str) -> MessageView:
    """Answer a message.

    Args:
        desk: whom to answer, from what.
        text: the message.

    Returns:
        A line's card or history, a list or comparison of lines, what a decision changed, candidates,
        help, or that nothing was found.
    """
    question = desk.understand(text)
    found = await answer(desk.session, desk.index, question, limit=MATCHES_PAGE, home=desk.home)
    if desk.conversation and found.matches:
        desk.conversation.remember(question, found.matches[0].edition.year, found.matches[0].place)
    shown = await _changed_view(desk, found) if found.changes_of else None
    if shown is None and found.confident and not found.together:
        shown = await _sure_view(desk, found)
    return shown or await _unsure_view(desk, found, 0)


async def offer_candidates(desk: Desk, text: str, offset: int = 0) -> MessageView:
    """Show all that a message may have meant, also where one line was sure.

    Args:
        desk: whom to answer, from what.
        text: the message.
        offset: how many candidates to pass over.

    Returns:
        A page of candidates, or that there are none.
    """
    return await _unsure_view(desk, await _find_all(desk, desk.recall(text), MATCHES_PAGE, offset), offset)


async def _find_all(desk: Desk, question: Question, limit: int, offset: int) -> Answer:
    found = await answer(desk.session, desk.index, question, limit=limit, offset=offset, home=desk.home)
    if not found.confident or found.together or offset or found.total == 1 or limit == 1:
        return found
    # A sure line comes alone: what else could have been meant is the rest of the page.
    others = await answer(desk.session, desk.index, question, limit=limit - 1, offset=1, home=desk.home)
    return replace(found, matches=found.matches + others.matches)


async def _unsure_view(desk: Desk, found: Answer, offset: int) -> MessageView:
    if found.inside is not None:
        return listing_view(found, found.inside, desk.texts, offset)
    if found.together:
        return comparison_view(found, desk.texts)
    if found.matches:
        return candidates_view(found, desk.texts, offset)
    if found.intent is Intent.HELP:
        return help_view(desk.username, desk.texts)
    if not await list_budgets(desk.session):
        return notice_view("nothing-loaded", desk.texts)
    if desk.conversation:
        await count_missed(desk.session, found.query, dt.datetime.now(dt.UTC).date())
    return nothing_view(found, desk.texts)


async def _changed_view(desk: Desk, found: Answer) -> MessageView | None:
    changes = await load_changes(desk.session, found.changes_of) if found.changes_of else None
    return changes_view(changes, desk.texts) if changes else None


async def _sure_view(desk: Desk, found: Answer) -> MessageView | None:
    card = await load_match_card(desk.session, found.matches[0])
    if card is None:
        return None
    texts, asked = desk.texts, found.total > 1
    notice = " ".join(answer_notices(found, texts)) or None
    if found.intent is Intent.CHANGE and len(card.ledger) > 1:
        return ledger_view(card, texts, asked=asked, notice=notice)
    return card_view(card, texts, asked=asked, notice=notice)


async def load_match_card(session: AsyncSession, match: Match) -> Card | None:
    """The card of a match.

    Args:
        session: a database session.
        match: from an answer.

    Returns:
        Its card, None when the line is no longer stored.
    """
    return await load_card(session, match.address, children_limit=CHILDREN_PAGE)


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
        cards = await _total_cards(desk.session)
        return [article(card, desk.texts) for card in cards[offset : offset + limit]], 0
    found = await _find_all(desk, read_question(query.strip()[:QUESTION_LIMIT]), limit, offset)
    loaded = [await load_match_card(desk.session, match) for match in found.matches]
    after = offset + len(found.matches)
    # One line can match by several of its names, and an id may stand in a page only once.
    articles = {each.id: each for each in (article(card, desk.texts) for card in loaded if card is not None)}
    return list(articles.values()), after if found.matches and after < found.total else 0


async def _total_cards(session: AsyncSession) -> list[Card]:
    addresses = [
        LineAddress(EditionAddress(budget, budget.first_year), section.value)
        for budget in await list_budgets(session)
        for section in _MAIN_TOTALS
    ]
    cards = [await _card(session, address) for address in addresses[:_TOTALS_SHOWN]]
    return [card for card in cards if card is not None]


_MAIN_TOTALS = (Section.EXPENDITURE, Section.REVENUE, Section.DEFICIT)
_TOTALS_SHOWN = 30
