"""The greeting: what the bot is for, what is loaded, and buttons that ask at once."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.views.actions import OfferHomes, OpenChanges, OpenInside, OpenLine
from handlers.views.message import Button, MessageView, Span, bold, code, paragraphs, plain
from handlers.views.pages import language_view
from handlers.views.texts import Texts
from parser.budget_code import BY_SIDE, Side
from parser.records import Section
from storage.reading.address import BudgetAddress, EditionAddress, LineAddress

BUDGETS_SHOWN = 6
_EXAMPLES = ("start-example-name", "start-example-code", "start-example-total")


def start_view(
    budgets: Sequence[BudgetAddress],
    texts: Texts,
    unread: str | None = None,
    newest: EditionAddress | None = None,
) -> MessageView:
    """The greeting: what the bot is for, what to type, and buttons that ask at once.

    Args:
        budgets: what is loaded.
        texts: the person's language.
        unread: the name of the text that says what of the message was not understood.
        newest: what the newest decision set in the budget at hand.

    Returns:
        The message; its buttons open the totals, what changed last and the largest lines.
    """
    spans = paragraphs(
        [[bold(texts.get("start-title"))], [plain(texts.get("start-what"))]],
        [[plain(texts.get("start-ask"))], *([plain("• "), code(texts.get(key))] for key in _EXAMPLES)],
        [[plain(texts.get(unread))]] if unread else [],
        _loaded(budgets, texts),
        [[plain(texts.get("start-more"))]],
    )
    asking = _asking(newest, texts, with_place=_has_several_places(budgets))
    return MessageView(spans, (*asking, *_totals(budgets, texts), *_elsewhere(budgets, texts)))


def _has_several_places(budgets: Sequence[BudgetAddress]) -> bool:
    return len({budget.place for budget in budgets}) > 1


def _elsewhere(budgets: Sequence[BudgetAddress], texts: Texts) -> tuple[tuple[Button, ...], ...]:
    """The button to choose a place of one's own, where there are several."""
    return ((Button(texts.get("button-homes"), OfferHomes()),),) if _has_several_places(budgets) else ()


def asking_rows(newest: EditionAddress, texts: Texts) -> tuple[tuple[Button, ...], ...]:
    """Buttons that ask at once of a place: what changed last, the largest lines, revenue and spending.

    Args:
        newest: what the newest decision set there.
        texts: the person's language.
    """
    return (*_asking(newest, texts), *_totals([newest.budget], texts))


def _asking(
    newest: EditionAddress | None, texts: Texts, *, with_place: bool = False
) -> tuple[tuple[Button, ...], ...]:
    """Buttons that ask what changed last, and for the largest lines; they say of which place if need be."""
    if newest is None or newest.decision is None:
        return ()
    spent = LineAddress(EditionAddress(newest.budget, newest.year), BY_SIDE[Side.SPENDING].value)
    place = texts.place(newest.budget.place, 25)
    labels = [texts.get("button-start-changes"), texts.get("button-start-largest")]
    if with_place:
        labels = [texts.get("button-start-section", section=label, place=place) for label in labels]
    changed, largest = labels
    asked = Button(changed, OpenChanges(newest.decision, spent)), Button(largest, OpenInside(spent))
    return tuple((button,) for button in asked) if with_place else (asked,)


def bilingual_start_view(
    budgets: Sequence[BudgetAddress], every: Sequence[Texts], newest: EditionAddress | None = None
) -> MessageView:
    """The greeting of a person of whom no language is known: in each, with a button for each.

    Args:
        budgets: what is loaded.
        every: the texts of each language.
        newest: what the newest decision set in the budget at hand.

    Returns:
        The message; its buttons of totals are in the first language.
    """
    views = [start_view(budgets, texts, newest=newest) for texts in every]
    spans = paragraphs(*([view.spans] for view in views))
    return MessageView(spans, (*views[0].rows, *language_view(every[0]).rows))


def budgets_view(sentence: str, budgets: Sequence[BudgetAddress], texts: Texts) -> MessageView:
    """A sentence, then what is loaded, with the totals as buttons.

    Args:
        sentence: what to say first.
        budgets: what is loaded.
        texts: the person's language.

    Returns:
        The message.
    """
    return MessageView(paragraphs([[plain(sentence)]], _loaded(budgets, texts)), _totals(budgets, texts))


_TOTALS = tuple(BY_SIDE.values())


def _loaded(budgets: Sequence[BudgetAddress], texts: Texts) -> list[list[Span]]:
    if not budgets:
        return [[plain(texts.get("nothing-loaded"))]]
    described = (
        texts.get("start-budget", place=texts.place(budget.place), years=_years(budget))
        for budget in budgets[:BUDGETS_SHOWN]
    )
    more = len(budgets) - BUDGETS_SHOWN
    return [
        [plain(texts.get("start-loaded"))],
        *([plain(f"• {budget_line}")] for budget_line in described),
        *([[plain("• " + texts.get("start-more-budgets", count=more))]] if more > 0 else []),
    ]


def _totals(budgets: Sequence[BudgetAddress], texts: Texts) -> tuple[tuple[Button, ...], ...]:
    return tuple(
        tuple(_total(budget, section, texts) for section in _TOTALS) for budget in budgets[:BUDGETS_SHOWN]
    )


def _total(budget: BudgetAddress, section: Section, texts: Texts) -> Button:
    name = texts.get(f"section-{section}")
    label = texts.get("button-start-section", section=name, place=texts.place(budget.place, 25))
    return Button(label, OpenLine(LineAddress(EditionAddress(budget, budget.first_year), section.value)))


def _years(budget: BudgetAddress) -> str:
    return f"{budget.first_year}–{budget.last_year}"
