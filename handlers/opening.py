"""What an address that came back from outside opens: its line, or what there is instead."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from handlers.desk import Desk
from handlers.follow_button import with_own_button
from handlers.memory import Answered
from handlers.shown_again import reuse
from handlers.table_finding import find_table
from handlers.views.actions import (
    CardAction,
    ChangesAction,
    LineAction,
    OfficeAction,
    OpenInside,
    OpenLedger,
    OpenLine,
    OpenOffice,
    OpenOfficeLedger,
    OpenOfficePrinted,
    OpenPrinted,
    PrintedAction,
)
from handlers.views.articles import Article, article
from handlers.views.card import CHILDREN_SHOWN
from handlers.views.decisions import decisions_view
from handlers.views.gone import gone_sentence, gone_view
from handlers.views.greeting import BUDGETS_SHOWN, budgets_view
from handlers.views.inside import INSIDE_PAGE, inside_view
from handlers.views.lines import line_name
from handlers.views.message import MessageView, told_before
from handlers.views.office_pages import office_printed_view
from handlers.views.opened import view_of_card, view_of_changes, view_of_office
from handlers.views.printed import printed_view
from handlers.views.table_actions import TableKind, TakeChanges, TakeTable
from handlers.views.take_away import table_choice_view
from parser.dataclass import dataclass
from parser.question.going_on import ask_of_line
from storage.answering.office import load_office
from storage.reading.address import LineAddress
from storage.reading.cards import LoadedBudgets, describe_budgets, list_budgets, load_card
from storage.reading.changes import load_changes
from storage.reading.decision_list import load_decision_list
from storage.reading.lookup import FoundBudget, find_budget, find_remains
from storage.reading.office_ledger import is_office_path
from storage.reading.printed_rows import load_printed_lines, load_printed_rows
from storage.reading.records import Card
from storage.reading.short_address import ShortAddress

_PRINTED_SHOWN = 12  # groups of an office

_Beside = ChangesAction | OfficeAction | PrintedAction | TakeTable | TakeChanges


@dataclass(frozen=True, slots=True)
class Gone:
    """An address whose line is not there: a sentence that says so, and a message with what there is."""

    sentence: str
    view: MessageView


async def open_address(
    desk: Desk,
    short: ShortAddress,
    act: Callable[[FoundBudget], LineAction | None] | None = None,
    *,
    inline: bool = False,
) -> MessageView | Gone:
    """Open what a button or a link names.

    Args:
        desk: whom to show it to, from what.
        short: the address, from anyone.
        act: what is asked of the budget, None where that does not know a decision; the line's card
            unless said otherwise.
        inline: for a message that lives in somebody else's chat.

    Returns:
        The line's card, its history or a decision's changes; or that it is gone.
    """
    budget = await find_budget(desk.session, short.budget)
    if budget is None:
        return await unknown_budget(desk)
    action = act(budget) if act else _open_card(budget, short)
    view = await _view_line(desk, action, inline=inline) if action else None
    if view is not None:
        return view
    asked = _asked(action) if action else budget.newest_line(short)
    return await gone_line(desk, asked, decision_known=action is not None)


async def open_link(desk: Desk, short: ShortAddress) -> MessageView:
    """Open what a deep link or a shared query names; of one without a decision that is said first.

    Args:
        desk: whom to show it to, from what.
        short: the address, from anyone. Long ago it named no decision where the newest was meant.

    Returns:
        The line's card, or that it is gone.
    """
    opened = await open_address(desk, short)
    if isinstance(opened, Gone):
        return opened.view
    return opened if short.decision else told_before(desk.texts.get("link-names-no-decision"), opened)


async def gone_line(desk: Desk, asked: LineAddress, *, decision_known: bool) -> Gone:
    """Says what an address asked for that is not there, and what there is instead.

    Args:
        desk: whom to show it to, from what.
        asked: the line; in the newest edition where its decision is not known.
        decision_known: whether the address's decision was found.
    """
    remains = await find_remains(desk.session, asked, decision_known=decision_known)
    return Gone(gone_sentence(remains, desk.texts), gone_view(remains, desk.texts))


@dataclass(frozen=True, slots=True)
class _OpenedLine:
    """What a button about a line shows; None where that is no longer stored.

    Attributes:
        view: the message.
        card: of the line that the next message goes on from.
    """

    view: MessageView | None
    card: Card | None = None


async def _view_line(desk: Desk, action: LineAction, *, inline: bool) -> MessageView | None:
    """What a button about a line shows, the same for all who are spoken to in one language."""
    key = "line", action, inline, desk.texts.language, desk.username
    shown = await reuse(desk, key, partial(_show_line, desk.of_nobody, action, inline=inline))
    _remember(desk, shown.card)
    return await with_own_button(shown.view, desk) if shown.view else None


async def _show_line(desk: Desk, action: LineAction, *, inline: bool) -> _OpenedLine:
    if isinstance(action, CardAction) and is_office_path(action.line.path):
        opens = OpenOfficeLedger if isinstance(action, OpenLedger) else OpenOffice
        action = opens(action.line, action.way)
    if isinstance(action, OpenInside):
        page = action.page
        card = await load_card(
            desk.session,
            action.line,
            children_offset=page.offset,
            children_limit=INSIDE_PAGE,
            children_by_code=page.by_code,
        )
        view = inside_view(card, desk.texts, action.way) if card else None
    elif isinstance(action, CardAction):
        card = await load_card(desk.session, action.line, children_limit=CHILDREN_SHOWN)
        view = view_of_card(card, action, desk.texts, inline=inline) if card else None
    else:
        card, view = None, await _view_beside(desk, action)
    return _OpenedLine(desk.finish(view) if view else None, card)


async def _view_beside(desk: Desk, action: _Beside) -> MessageView | None:
    """What a button shows that is not the line's own card."""
    line, texts = action.line, desk.texts
    if isinstance(action, ChangesAction):
        edition = line.as_of(action.decision).edition
        changes = await load_changes(desk.session, edition, action.since)
        return view_of_changes(changes, action, texts) if changes else None
    if isinstance(action, OfficeAction):
        office = await load_office(desk.session, desk.index, line)
        return view_of_office(office, action, texts) if office else None
    if isinstance(action, OpenPrinted):
        printed = await load_printed_rows(desk.session, line, texts.language)
        return printed_view(printed, texts, action.way) if printed else None
    if isinstance(action, OpenOfficePrinted):
        return await _view_printed_office(desk, action)
    return await _view_table(desk, action)


async def _view_printed_office(desk: Desk, action: OpenOfficePrinted) -> MessageView | None:
    """The rows of an office in each group; None when it is no longer stored."""
    office = await load_office(desk.session, desk.index, action.line)
    if office is None:
        return None
    shown = office.page.matches[:_PRINTED_SHOWN]
    edition, paths = office.printed_at.edition, [match.path for match in shown]
    rows = await load_printed_lines(desk.session, edition, paths, desk.texts.language)
    printed = [(match, rows[match.path]) for match in shown if match.path in rows]
    return office_printed_view(office, printed, desk.texts, action.way)


async def _view_table(desk: Desk, action: TakeTable | TakeChanges) -> MessageView | None:
    """The choice in which form to take away a table; None when what it is of is no longer stored."""
    if isinstance(action, TakeChanges):
        changed = action.line.as_of(action.decision)
        found = await find_table(desk, changed, TableKind.CHANGES, action.since)
    else:
        found = await find_table(desk, action.line, action.kind)
    return table_choice_view(found.table, action, desk.texts, found.changes) if found else None


def _remember(desk: Desk, card: Card | None) -> None:
    """Keeps the line that was opened: what the person writes next goes on from it."""
    if desk.conversation is None or card is None:
        return
    edition, last = card.edition, desk.conversation.last
    name = line_name(card.line, desk.texts)
    decision = None if card.newest else edition.decision.number
    question = ask_of_line(card.line.path, name, edition.year, decision)
    place, section = edition.budget.place, card.line.section
    answered = Answered(
        question,
        edition.year,
        place,
        desk.texts.language,
        section=section,
        is_total=card.line.path == section,
        holds_lines=card.children.total > 0,
    )
    # The numbers of the list that it was opened from still choose: `второе`.
    desk.conversation.remember(
        replace(answered, offered=last.offered, outer=last.outer) if last else answered
    )


async def open_decisions(desk: Desk, key: str, year: int, offset: int) -> MessageView:
    """List the decisions on a budget.

    Args:
        desk: whom to show it to, from what.
        key: the hash of the budget, from anyone.
        year: whose totals stand beside them.
        offset: how many to pass over.

    Returns:
        The list, or that the budget is not loaded.
    """
    budget = await find_budget(desk.session, key)
    listed = await load_decision_list(desk.session, budget.address, year) if budget else None
    if listed is None:
        return (await unknown_budget(desk)).view
    budgets = desk.list_budgets(listed.budget.place)
    return decisions_view(
        listed, desk.texts, offset if offset < len(listed.decisions) else 0, budgets=budgets
    )


async def list_loaded(desk: Desk) -> LoadedBudgets:
    """The budgets that are loaded, those of the person's own place first."""
    budgets, first = await list_budgets(desk.session), desk.first_budget
    own_first = sorted(budgets, key=lambda budget: first is None or budget.place != first.place)
    return await describe_budgets(desk.session, own_first, BUDGETS_SHOWN)


async def say_unreadable(desk: Desk) -> MessageView:
    """Says that a link cannot be read, and what is loaded."""
    return budgets_view(desk.texts.get("gone-link"), await list_loaded(desk), desk.texts)


async def unknown_budget(desk: Desk) -> Gone:
    """Says that the budget of an address is not loaded here, and which budgets are."""
    sentence = desk.texts.get("gone-budget")
    return Gone(sentence, budgets_view(sentence, await list_loaded(desk), desk.texts))


def _open_card(budget: FoundBudget, short: ShortAddress) -> OpenLine | None:
    line = budget.find_line(short)
    return OpenLine(line) if line else None


def _asked(action: LineAction) -> LineAddress:
    return (
        action.line.as_of(action.decision) if isinstance(action, ChangesAction | TakeChanges) else action.line
    )


async def find_article(desk: Desk, short: ShortAddress) -> Article | None:
    """The inline result of a shared line: the very figure that was shown.

    Args:
        desk: whom to show it to, from what.
        short: the line's address.

    Returns:
        None when the line, or its edition, is not stored. Where the address names no decision, that is said.
    """
    budget = await find_budget(desk.session, short.budget)
    line = budget.find_line(short) if budget else None
    card = await load_card(desk.session, line, children_limit=CHILDREN_SHOWN) if line else None
    told = None if short.decision else desk.texts.get("link-names-no-decision")
    return article(card, desk.texts, told) if card else None
