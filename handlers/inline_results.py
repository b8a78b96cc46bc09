"""An inline query → the articles to choose from: lines, and what is computed of several."""

from __future__ import annotations

from handlers.answer_views import answer_view
from handlers.desk import Desk
from handlers.views.amounts import exact
from handlers.views.articles import Article, article, computed_article
from handlers.views.bounded import bounded_title
from handlers.views.card import CHILDREN_SHOWN
from handlers.views.claim import claim_summary
from handlers.views.doubts import marked
from handlers.views.explained import term_meaning, term_name
from handlers.views.lines import cited
from handlers.views.offers import offer_sentence
from handlers.views.office import across_title
from handlers.views.remainder import remainder_title
from parser.budget_code import MAIN_TOTALS
from parser.question.reading import read_question
from parser.records import Section
from storage.answering.answer import (
    Answer,
    ClaimCheck,
    DecisionChanges,
    Decisions,
    Explanation,
    NotHeld,
    Nothing,
    NothingLoaded,
    PartOfLine,
    PlaceChoice,
    SureLine,
    Talk,
)
from storage.answering.page import Page
from storage.answering.request import Request
from storage.answering.service import answer
from storage.answering.several_figures import AcrossGroups, BoundedList, Remainder
from storage.reading.address import EditionAddress, LineAddress
from storage.reading.cards import ChildrenPage, list_budgets, load_cards
from storage.reading.records import Card
from storage.reading.shelf import load_shelf

# What is spent is asked for most.
_TOTALS = sorted(MAIN_TOTALS, key=lambda section: section is not Section.EXPENDITURE)
_TOTALS_SHOWN = 30


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
        children=CHILDREN_SHOWN,
    )
    found = await answer(desk.session, desk.index, request)
    speaking, remark = desk.speaking(found.heard), None
    match found:
        case Remainder(whole=whole, parts=parts):
            page = Page((whole, *parts), 1 + len(parts))
        case SureLine() | Decisions() | Nothing() | PlaceChoice() | NothingLoaded() | Talk():
            return [], 0
        case ClaimCheck(matches=matches):
            page = Page(matches, len(matches))
        case _:
            page = found.page
            if isinstance(found, NotHeld | PartOfLine):
                remark = offer_sentence(found, speaking.texts)
    after = offset + len(page.matches)
    articles = [
        article(match.card, speaking.texts, remark) for match in page.matches if match.card is not None
    ]
    if offset == 0:
        articles = [*_computed_articles(found, speaking), *articles][:limit]
    return articles, after if page.matches and after < page.total else 0


def _computed_articles(found: Answer, desk: Desk) -> list[Article]:
    """What an answer computes of its lines, to be shared as a whole."""
    match found:
        case AcrossGroups(page=page):
            title, matches = across_title(found, desk.texts), page.matches
        case Remainder(whole=whole, parts=parts):
            title, matches = remainder_title(found, desk.texts), (whole, *parts)
        case Explanation(term=term, page=page):
            addresses = [LineAddress(match.edition.address, match.path) for match in page.matches]
            meaning = term_meaning(term, desk.texts)
            return [
                computed_article(term_name(term, desk.texts), meaning, addresses, answer_view(found, desk))
            ]
        case ClaimCheck(heard=heard):
            addresses = [LineAddress(match.edition.address, match.path) for match in found.matches]
            return [
                computed_article(
                    heard.question.text, claim_summary(found, desk.texts), addresses, answer_view(found, desk)
                )
            ]
        case DecisionChanges(changes=changes, page=page):
            edition = changes.edition
            title = desk.texts.get("changes-title", **cited(edition.decision, desk.texts))
            place = f"{desk.texts.place(edition.budget.place)} · {edition.year}"
            of_changes = LineAddress(edition.address, Section.EXPENDITURE.value)
            previous = [of_changes.as_of(changes.previous.address)] if changes.previous else []
            return [computed_article(title, place, [of_changes, *previous], answer_view(found, desk))]
        case BoundedList(whole=whole, page=page) if page.matches:
            title, matches = bounded_title(found, desk.texts), (whole, *page.matches)
        case _:
            return []
    amount = marked(exact(found.amount, matches[0].line.unit, desk.texts), found.doubt)
    addresses = [LineAddress(match.edition.address, match.path) for match in matches]
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
        connection, shelf, addresses, children=ChildrenPage(limit=CHILDREN_SHOWN), known=desk.index.names
    )
    return [card for card in cards if card is not None]
