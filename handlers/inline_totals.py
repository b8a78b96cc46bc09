"""What an empty inline query shows: the main totals of what is loaded, and what the last decision did."""

from __future__ import annotations

from handlers.desk import Desk
from handlers.inline_links import changes_payload
from handlers.views.articles import Article, ToldInline, article, computed_article
from handlers.views.card import CHILDREN_SHOWN
from handlers.views.changes import changes_view, tell_totals
from handlers.views.lines import cited
from handlers.views.links import HELP_PAYLOAD
from handlers.views.texts import Texts
from parser.budget_code import MAIN_TOTALS
from parser.records import Section
from storage.reading.address import BudgetAddress, EditionAddress, LineAddress
from storage.reading.cards import ChildrenPage, list_budgets, load_cards
from storage.reading.changes import list_editions_set_by, load_changes
from storage.reading.differences import Changes
from storage.reading.records import Card
from storage.reading.shelf import load_shelf

# What is spent is asked for most.
_TOTALS = sorted(MAIN_TOTALS, key=lambda section: section is not Section.EXPENDITURE)
_TOTALS_SHOWN = 30


async def find_total_articles(desk: Desk) -> list[Article]:
    """The main totals and the last decision of the person's own budget, then the totals of all others.

    Args:
        desk: whom to show them to, from what.

    Returns:
        The articles; none where nothing is loaded.
    """
    budgets = await list_budgets(desk.session)
    own = desk.own_budget or next(iter(budgets), None)
    if own is None:
        return []
    others = [budget for budget in budgets if budget != own]
    cards = await _read_totals(desk, [own, *others])
    articles = [article(card, desk.texts, with_place=bool(others)) for card in cards]
    first = sum(card.edition.budget == own for card in cards)
    changed = await _find_last_changes(desk, own)
    last = [_changes_article(changed, desk.texts)] if changed else []
    return [*articles[:first], *last, *articles[first:]]


def _changes_article(changes: Changes, texts: Texts) -> Article:
    """What a decision changed, as an inline result."""
    edition = changes.edition
    of_changes = LineAddress(edition.address, Section.EXPENDITURE.value)
    previous = [of_changes.as_of(changes.previous.address)] if changes.previous else []
    where = f"{texts.place(edition.budget.place)} · {edition.year}"
    told = ToldInline(
        texts.get("changes-title", **cited(edition.decision, texts)),
        changes_view(changes, texts),
        " · ".join([where, *tell_totals(changes, texts)]),
    )
    return computed_article(told, [of_changes, *previous], changes_payload(changes) or HELP_PAYLOAD, texts)


async def _read_totals(desk: Desk, budgets: list[BudgetAddress]) -> list[Card]:
    addresses = [
        LineAddress(EditionAddress(budget, _choose_year(desk, budget)), section.value)
        for budget in budgets
        for section in _TOTALS
    ][:_TOTALS_SHOWN]
    connection = await desk.session.connection()
    shelf = await load_shelf(connection, [address.edition.budget for address in addresses])
    cards = await load_cards(
        connection, shelf, addresses, children=ChildrenPage(limit=CHILDREN_SHOWN), known=desk.index.names
    )
    return [card for card in cards if card is not None]


def _choose_year(desk: Desk, budget: BudgetAddress) -> int:
    """The year that the person chose, where it is one of the budget's own; else its first."""
    chosen = desk.own.year if desk.own and budget == desk.own_budget else None
    in_budget = chosen is not None and budget.first_year <= chosen <= budget.last_year
    return chosen if chosen is not None and in_budget else budget.first_year


async def _find_last_changes(desk: Desk, budget: BudgetAddress) -> Changes | None:
    editions = await list_editions_set_by(desk.session, places=[budget.place])
    newest = next((edition for edition in editions if edition.budget == budget), None)
    return await load_changes(desk.session, newest) if newest else None
