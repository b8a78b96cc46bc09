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
from storage.kept.reader import StoredReader, of_one_state
from storage.reading.address import BudgetAddress, EditionAddress, LineAddress
from storage.reading.card_making import ChildrenPage
from storage.reading.cards import load_each_card
from storage.reading.catalogue_query import load_catalogue
from storage.reading.changes import compare_editions
from storage.reading.differences import Changes

# What is spent is asked for most.
_TOTALS = sorted(MAIN_TOTALS, key=lambda section: section is not Section.EXPENDITURE)
_OTHERS_SHOWN = 9  # budgets beside the person's own


async def find_total_articles(desk: Desk) -> list[Article]:
    """The main totals and the last decision of the person's own budget, then the totals of all others.

    Args:
        desk: whom to show them to, from what.

    Returns:
        The articles; none where nothing is loaded.
    """
    own = desk.first_budget
    if own is None:
        return []
    budgets = dict.fromkeys(budget for place in desk.index.places for budget in place.budgets)
    others = [budget for budget in budgets if budget != own]
    addresses = [
        LineAddress(EditionAddress(budget, _choose_year(desk, budget)), section.value)
        for budget in (own, *others[:_OTHERS_SHOWN])
        for section in _TOTALS
    ]
    children, known = ChildrenPage(limit=CHILDREN_SHOWN), desk.index.names
    cards = await load_each_card(desk.session, addresses, children=children, known=known)
    articles = [article(card, desk.texts, with_place=bool(others)) for card in cards if card is not None]
    first = sum(card.edition.budget == own for card in cards if card is not None)
    changed = await _load_last_changes(desk.session, own)
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


def _choose_year(desk: Desk, budget: BudgetAddress) -> int:
    """The year that the person chose, where it is one of the budget's own; else its first."""
    chosen = desk.own.year if desk.own and budget == desk.own_budget else None
    in_budget = chosen is not None and budget.first_year <= chosen <= budget.last_year
    return chosen if chosen is not None and in_budget else budget.first_year


@of_one_state
async def _load_last_changes(reader: StoredReader, budget: BudgetAddress) -> Changes | None:
    """What the last decision on a budget changed in the first year that it set."""
    catalogue = await load_catalogue(reader, budget)
    if catalogue is None or not catalogue.editions:
        return None
    last = catalogue.editions[-1].decision
    first = next(edition for edition in catalogue.editions if edition.decision == last)
    return await compare_editions(reader, catalogue, first)
