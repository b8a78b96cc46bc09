"""What buttons carry: hashes and short forms, never text, within Telegram's 64 bytes.

A prefix ends in its version. Changed fields need a new one: old buttons stay in
chats for years, and `handlers.fallback` answers those nobody understands.
"""

from __future__ import annotations

import re
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import AfterValidator, Field

from handlers.views.links import BUDGET_KEY, DECISION_KEY, MAX_YEAR, NEWEST, decode_path, encode_path
from handlers.views.message import (
    Action,
    AskIn,
    ChartKind,
    ChooseHome,
    ChooseLanguage,
    DrawChart,
    OpenChanges,
    OpenLedger,
    OpenLine,
    ShowCandidates,
)
from parser.records import Language
from storage.reading.lookup import FoundBudget
from storage.reading.short_address import ShortAddress, budget_key, decision_key, shorten


def _known(token: str) -> str:
    if decode_path(token) is None:
        raise ValueError("no path")
    return token


# Button data can be forged: what is no hash finds nothing and is not even looked up.
BudgetHash = Annotated[str, Field(pattern=rf"^{BUDGET_KEY}$")]
DecisionHash = Annotated[str, Field(pattern=rf"^{DECISION_KEY}$")]
EditionHash = Annotated[str, Field(pattern=rf"^(?:{NEWEST}|{DECISION_KEY})$")]
Offset = Annotated[int, Field(ge=0, le=9999)]
PathToken = Annotated[str, AfterValidator(_known)]


class _AddressFields(CallbackData, prefix="_"):
    budget: BudgetHash
    year: Annotated[int, Field(ge=0, le=MAX_YEAR)]
    decision: EditionHash
    path: PathToken

    @property
    def line(self) -> ShortAddress:
        """The line that the button is about."""
        decision = None if self.decision == NEWEST else self.decision
        return ShortAddress(self.budget, self.year, decision, decode_path(self.path) or "")


class _LineFields(_AddressFields, prefix="_"):
    asked: bool


class LineButton(_LineFields, prefix="l2"):
    """Opens a line's card."""

    offset: Offset

    def action(self, budget: FoundBudget) -> OpenLine | None:
        """The line to open; None where the budget does not have its decision, or no longer."""
        line = budget.find_line(self.line)
        return OpenLine(line, self.offset, self.asked) if line else None


class LedgerButton(_LineFields, prefix="h2"):
    """Opens a line's history."""

    def action(self, budget: FoundBudget) -> OpenLedger | None:
        """The history to open; None where the budget does not have its decision, or no longer."""
        line = budget.find_line(self.line)
        return OpenLedger(line, self.asked) if line else None


class ChangesButton(_LineFields, prefix="c2"):
    """Opens what a decision changed."""

    changed_by: DecisionHash

    def action(self, budget: FoundBudget) -> OpenChanges | None:
        """The changes to open; None where the budget lacks one of the two decisions."""
        line, changed = budget.find_line(self.line), budget.find_decision(self.changed_by)
        return OpenChanges(changed, line, self.asked) if line and changed else None


class ChartButton(_AddressFields, prefix="g1"):
    """Sends a chart."""

    kind: ChartKind
    dark: bool


class CandidatesButton(CallbackData, prefix="q2"):
    """Opens a page of the question's candidates, from the place that it was answered from."""

    offset: Offset
    budget: Annotated[str, Field(pattern=rf"^(?:{NEWEST}|{BUDGET_KEY})$")]


class PlaceButton(CallbackData, prefix="p1"):
    """Asks the message's question of a place."""

    budget: BudgetHash


class HomeButton(CallbackData, prefix="m1"):
    """Chooses a home place."""

    budget: BudgetHash


class LanguageButton(CallbackData, prefix="s1"):
    """Chooses a language."""

    language: Language


# Named rows of a database that may have been built anew since, or no place at all.
OLD_FORM = re.compile(r"[lhcq]1:")


def pack(action: Action) -> str | None:
    """An action as button data.

    Args:
        action: what the button does.

    Returns:
        At most 64 bytes; None for an action that is not done by a callback, and
        for a line whose path cannot be spelled that short.
    """
    data = _button(action)
    try:
        return data.pack() if data is not None else None
    except ValueError:  # longer than 64 bytes
        return None


def _button(action: Action) -> CallbackData | None:  # noqa: PLR0911 - one for each kind
    if isinstance(action, DrawChart):
        return _chart_button(action)
    match action:
        case ShowCandidates(offset, budget):
            return CandidatesButton(offset=offset, budget=budget_key(budget) if budget else NEWEST)
        case AskIn(budget):
            return PlaceButton(budget=budget_key(budget))
        case ChooseHome(budget):
            return HomeButton(budget=budget_key(budget))
        case ChooseLanguage(language):
            return LanguageButton(language=language)
        case OpenLine() | OpenLedger() | OpenChanges():
            return _line_button(action)
    return None


def _chart_button(action: DrawChart) -> ChartButton | None:
    short, token = shorten(action.line), encode_path(action.line.path)
    if token is None:
        return None
    return ChartButton(
        budget=short.budget,
        year=short.year,
        decision=short.decision or NEWEST,
        path=token,
        kind=action.kind,
        dark=action.dark,
    )


def _line_button(action: OpenLine | OpenLedger | OpenChanges) -> CallbackData | None:
    short, token, asked = shorten(action.line), encode_path(action.line.path), action.asked
    if token is None:
        return None
    budget, year, decision = short.budget, short.year, short.decision or NEWEST
    match action:
        case OpenLine(offset=offset):
            return LineButton(
                budget=budget, year=year, decision=decision, path=token, asked=asked, offset=offset
            )
        case OpenLedger():
            return LedgerButton(budget=budget, year=year, decision=decision, path=token, asked=asked)
        case OpenChanges(changed_by):
            return ChangesButton(
                budget=budget,
                year=year,
                decision=decision,
                path=token,
                asked=asked,
                changed_by=decision_key(changed_by),
            )
