"""The greeting: what the bot is for, what is loaded, and buttons that ask at once."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.views.actions import OfferHomes, OpenChanges, OpenInside, OpenLine
from handlers.views.fitting import ROWS
from handlers.views.message import Button, MessageView, Span, bold, code, paragraphs, plain
from handlers.views.pages import language_view
from handlers.views.texts import Texts
from parser.budget_code import BY_SIDE, Side
from parser.records import Section
from storage.reading.address import BudgetAddress, EditionAddress, LineAddress
from storage.reading.cards import LoadedBudget, LoadedBudgets

BUDGETS_SHOWN = 6


def start_view(
    budgets: LoadedBudgets,
    texts: Texts,
    unread: str | None = None,
    newest: EditionAddress | None = None,
    examples: Sequence[str] = (),
) -> MessageView:
    """The greeting: what the bot is for, what to type, and buttons that ask at once.

    Args:
        budgets: what is loaded.
        texts: the person's language.
        unread: the name of the text that says what of the message was not understood.
        newest: what the newest decision set in the budget at hand.
        examples: what to type, for instance.

    Returns:
        The message; its buttons open what changed last, the largest lines, and the totals of some budgets.
    """
    asked = [[plain(texts.get("start-ask"))], *([plain("• "), code(each)] for each in examples)]
    spans = paragraphs(
        [[bold(texts.get("start-title"))], [plain(texts.get("start-what"))]],
        asked if examples else [],
        [[plain(texts.get(unread))]] if unread else [],
        _loaded(budgets, texts),
        [[plain(texts.get("start-more"))]],
    )
    return MessageView(spans, _rows(budgets, texts, newest, ROWS))


def _rows(
    budgets: LoadedBudgets, texts: Texts, newest: EditionAddress | None, room: int
) -> tuple[tuple[Button, ...], ...]:
    """So many rows that ask at once; the totals are of as many budgets as there is room for."""
    asking = _asking(newest, texts, with_place=not budgets.of_one_place)
    elsewhere = _elsewhere(budgets, texts)
    return (*asking, *_totals(budgets, texts)[: room - len(asking) - len(elsewhere)], *elsewhere)


def _elsewhere(budgets: LoadedBudgets, texts: Texts) -> tuple[tuple[Button, ...], ...]:
    """The button to choose a place of one's own, where there are several."""
    several = budgets.total and not budgets.of_one_place
    return ((Button(texts.get("button-homes"), OfferHomes()),),) if several else ()


def asking_rows(newest: EditionAddress, texts: Texts) -> tuple[tuple[Button, ...], ...]:
    """Buttons that ask at once of a place: what changed last, the largest lines, revenue and spending.

    Args:
        newest: what the newest decision set there.
        texts: the person's language.
    """
    return (*_asking(newest, texts), _totals_row(newest.budget, newest.year, texts))


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
    budgets: LoadedBudgets,
    every: Sequence[Texts],
    unread: str | None = None,
    newest: EditionAddress | None = None,
    examples: Sequence[Sequence[str]] = (),
) -> MessageView:
    """The greeting of a person of whom no language is known: in each, with a button for each.

    Args:
        budgets: what is loaded.
        every: the texts of each language.
        unread: the name of the text that says what of the message was not understood.
        newest: what the newest decision set in the budget at hand.
        examples: for each language what to type, for instance.

    Returns:
        The message; its buttons of totals are in the first language.
    """
    typed = examples or [() for _ in every]
    views = [
        start_view(budgets, texts, unread, newest, shown) for texts, shown in zip(every, typed, strict=True)
    ]
    spans = paragraphs(*([view.spans] for view in views))
    chosen = language_view(every[0]).rows
    return MessageView(spans, (*_rows(budgets, every[0], newest, ROWS - len(chosen)), *chosen))


def budgets_view(sentence: str, budgets: LoadedBudgets, texts: Texts) -> MessageView:
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


def _loaded(budgets: LoadedBudgets, texts: Texts) -> list[list[Span]]:
    if not budgets.shown:
        return [[plain(texts.get("nothing-loaded"))]]
    more = budgets.total - len(budgets.shown)
    return [
        [plain(texts.get("start-loaded"))],
        *([plain(f"• {_describe(budget, texts)}")] for budget in budgets.shown),
        *([[plain("• " + texts.get("start-more-budgets", count=more))]] if more > 0 else []),
    ]


def _describe(budget: LoadedBudget, texts: Texts) -> str:
    """A budget with the years that can be asked about: those whose tables are loaded."""
    place, address = texts.place(budget.address.place), budget.address
    if not budget.years:
        years = _join_years(range(address.first_year, address.last_year + 1))
        return texts.get("start-budget-untold", place=place, years=years)
    return texts.get("start-budget", place=place, years=_join_years(budget.years))


def _join_years(years: Sequence[int]) -> str:
    """Years in order: `2013–2015`, `2013, 2015`."""
    spans: list[list[int]] = []
    for year in years:
        if spans and spans[-1][-1] == year - 1:
            spans[-1].append(year)
        else:
            spans.append([year])
    return ", ".join(f"{span[0]}–{span[-1]}" if len(span) > 1 else str(span[0]) for span in spans)


def _totals(budgets: LoadedBudgets, texts: Texts) -> tuple[tuple[Button, ...], ...]:
    return tuple(
        _totals_row(budget.address, budget.years[0], texts) for budget in budgets.shown if budget.years
    )


def _totals_row(budget: BudgetAddress, year: int, texts: Texts) -> tuple[Button, ...]:
    return tuple(_total(EditionAddress(budget, year), section, texts) for section in _TOTALS)


def _total(edition: EditionAddress, section: Section, texts: Texts) -> Button:
    name = texts.get(f"section-{section}")
    label = texts.get("button-start-section", section=name, place=texts.place(edition.budget.place, 25))
    return Button(label, OpenLine(LineAddress(edition, section.value)))
