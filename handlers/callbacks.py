"""What buttons carry: hashes and short forms, never text, within Telegram's 64 bytes.

A prefix ends in its version. Changed fields need a new one: old buttons stay in
chats for years, and `handlers.fallback` answers those nobody understands.
"""

from __future__ import annotations

import re
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import AfterValidator, Field

from handlers.views.actions import (
    AdminPage,
    ChartKind,
    FeedbackStep,
    InsidePage,
    OpenChangedLines,
    OpenChanges,
    OpenEditions,
    OpenInside,
    OpenLedger,
    OpenLine,
    OpenOffice,
    OpenOfficeLedger,
    OpenPrinted,
    OpenTerm,
    PhraseStep,
    TableForm,
    TableKind,
    TakeChanges,
    TakeTable,
    UploadStep,
)
from handlers.views.links import BUDGET_KEY, DECISION_KEY, MAX_YEAR, NEWEST, decode_path
from handlers.way_tokens import DIRECTIONS, WayToken, read_way
from parser.records import Language
from storage.reading.lookup import FoundBudget
from storage.reading.short_address import ShortAddress


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
    way: WayToken


class LineButton(_LineFields, prefix="l2"):
    """Opens a line's card; what is inside it from an offset on, as buttons of long ago did."""

    offset: Offset

    def action(self, budget: FoundBudget) -> OpenLine | OpenInside | None:
        """The line to open; None where the budget does not have its decision, or no longer."""
        line, way = budget.find_line(self.line), read_way(self.way, budget)
        if line is None:
            return None
        return OpenInside(line, InsidePage(self.offset), way) if self.offset else OpenLine(line, way)


class InsideButton(_LineFields, prefix="i2"):
    """Lists the lines inside a line."""

    offset: Offset
    by_code: bool

    def action(self, budget: FoundBudget) -> OpenInside | None:
        """The list to open; None where the budget does not have its decision, or no longer."""
        line = budget.find_line(self.line)
        page = InsidePage(self.offset, self.by_code)
        return OpenInside(line, page, read_way(self.way, budget)) if line else None


class LedgerButton(_LineFields, prefix="h2"):
    """Opens a line's history."""

    def action(self, budget: FoundBudget) -> OpenLedger | None:
        """The history to open; None where the budget does not have its decision, or no longer."""
        line = budget.find_line(self.line)
        return OpenLedger(line, read_way(self.way, budget)) if line else None


class EditionsButton(_LineFields, prefix="e1"):
    """Opens the choice of decisions on a line's year."""

    def action(self, budget: FoundBudget) -> OpenEditions | None:
        """The choice to open; None where the budget does not have its decision, or no longer."""
        line = budget.find_line(self.line)
        return OpenEditions(line, read_way(self.way, budget)) if line else None


class PrintedButton(_LineFields, prefix="r1"):
    """Opens a line's row as it is printed."""

    def action(self, budget: FoundBudget) -> OpenPrinted | None:
        """The row to open; None where the budget does not have its decision, or no longer."""
        line = budget.find_line(self.line)
        return OpenPrinted(line, read_way(self.way, budget)) if line else None


class TermButton(_LineFields, prefix="t1"):
    """Explains the word that names a line."""

    def action(self, budget: FoundBudget) -> OpenTerm | None:
        """What to explain; None where the budget does not have its decision, or no longer."""
        line = budget.find_line(self.line)
        return OpenTerm(line, read_way(self.way, budget)) if line else None


class OfficeButton(_LineFields, prefix="a1"):
    """Opens all that the office of a line has."""

    def action(self, budget: FoundBudget) -> OpenOffice | None:
        """What to open; None where the budget does not have its decision, or no longer."""
        line = budget.find_line(self.line)
        return OpenOffice(line, read_way(self.way, budget)) if line else None


class OfficeLedgerButton(_LineFields, prefix="b1"):
    """Opens what every decision left of all that the office of a line has."""

    def action(self, budget: FoundBudget) -> OpenOfficeLedger | None:
        """What to open; None where the budget does not have its decision, or no longer."""
        line = budget.find_line(self.line)
        return OpenOfficeLedger(line, read_way(self.way, budget)) if line else None


class ChangesButton(_LineFields, prefix="c2"):
    """Opens what a decision changed."""

    changed_by: DecisionHash

    def action(self, budget: FoundBudget) -> OpenChanges | None:
        """The changes to open; None where the budget lacks one of the two decisions."""
        line, changed = budget.find_line(self.line), budget.find_decision(self.changed_by)
        return OpenChanges(changed, line, read_way(self.way, budget)) if line and changed else None


class ChangedLinesButton(_LineFields, prefix="w1"):
    """Lists the lines that a decision changed."""

    changed_by: DecisionHash
    listed: Annotated[str, Field(pattern=r"^[arunx]$")]
    offset: Offset

    def action(self, budget: FoundBudget) -> OpenChangedLines | None:
        """The list to open; None where the budget lacks one of the two decisions."""
        line, changed = budget.find_line(self.line), budget.find_decision(self.changed_by)
        if line is None or changed is None:
            return None
        direction, way = DIRECTIONS[self.listed], read_way(self.way, budget)
        return OpenChangedLines(changed, line, direction, self.offset, way)


class TableButton(_LineFields, prefix="j1"):
    """Opens the choice in which form to take away a table of a line."""

    kind: TableKind
    offset: Offset

    def action(self, budget: FoundBudget) -> TakeTable | None:
        """The choice to open; None where the budget does not have its decision, or no longer."""
        line = budget.find_line(self.line)
        return TakeTable(line, self.kind, read_way(self.way, budget), self.offset) if line else None


class ChangesTableButton(_LineFields, prefix="j2"):
    """Opens the choice in which form to take away what a decision changed."""

    changed_by: DecisionHash
    listed: Annotated[str, Field(pattern=rf"^(?:{NEWEST}|[arunx]\d{{1,4}})$")]

    def action(self, budget: FoundBudget) -> TakeChanges | None:
        """The choice to open; None where the budget lacks one of the two decisions."""
        line, changed = budget.find_line(self.line), budget.find_decision(self.changed_by)
        if line is None or changed is None:
            return None
        way = read_way(self.way, budget)
        if self.listed == NEWEST:
            return TakeChanges(changed, line, way=way)
        return TakeChanges(changed, line, DIRECTIONS[self.listed[0]], int(self.listed[1:]), way)


AnyLineButton = (
    ChangedLinesButton
    | LineButton
    | InsideButton
    | LedgerButton
    | EditionsButton
    | PrintedButton
    | TermButton
    | ChangesButton
    | OfficeButton
    | OfficeLedgerButton
    | TableButton
    | ChangesTableButton
)


class ChartButton(_AddressFields, prefix="g1"):
    """Sends a chart."""

    kind: ChartKind
    dark: bool


class SharedButton(_AddressFields, prefix="k1"):
    """Shows the card or the history of a line that was sent inline, in the language of that message."""

    language: Language
    history: bool

    def action(self, budget: FoundBudget) -> OpenLine | OpenLedger | None:
        """What to show; None where the budget does not have its decision, or no longer."""
        line = budget.find_line(self.line)
        if line is None:
            return None
        return OpenLedger(line) if self.history else OpenLine(line)

    def unshared(self) -> LedgerButton | LineButton:
        """The button of the same in a chat with the bot."""
        address = self.model_dump(include={"budget", "year", "decision", "path"}) | {"way": "0"}
        return LedgerButton(**address) if self.history else LineButton(**address, offset=0)


class TableFileButton(_AddressFields, prefix="j3"):
    """Sends a table of a line as a file."""

    kind: TableKind
    form: TableForm


class AnswerTableButton(CallbackData, prefix="v1"):
    """Opens the choice in which form to take away the answer to the message's question."""

    offset: Offset
    budget: BudgetHash


class AnswerFileButton(CallbackData, prefix="v2"):
    """Sends the answer to the message's question as a file."""

    budget: BudgetHash
    form: TableForm


class BudgetButton(CallbackData, prefix="j4"):
    """Opens a whole budget."""

    budget: BudgetHash
    year: Annotated[int, Field(ge=0, le=MAX_YEAR)]


class DecisionsButton(CallbackData, prefix="d1"):
    """Lists the decisions on a budget."""

    budget: BudgetHash
    year: Annotated[int, Field(ge=0, le=MAX_YEAR)]
    offset: Offset


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


class HomeYearButton(CallbackData, prefix="y1"):
    """Chooses a year of the home place; 0 for the newest budget's."""

    year: Annotated[int, Field(ge=0, le=MAX_YEAR)]


class HomesButton(CallbackData, prefix="n1"):
    """Shows the places that may be chosen."""


class FollowButton(CallbackData, prefix="f1"):
    """Begins to follow a line, or stops it."""

    budget: BudgetHash
    year: Annotated[int, Field(ge=0, le=MAX_YEAR)]
    path: PathToken
    follows: bool

    @property
    def line(self) -> ShortAddress:
        """The line that the button is about, in the newest edition of its year."""
        return ShortAddress(self.budget, self.year, None, decode_path(self.path) or "")


class UploadButton(CallbackData, prefix="u1"):
    """Stores, forgets or undoes the documents of an operator."""

    token: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{12}$")]
    step: UploadStep


class AdminButton(CallbackData, prefix="o1"):
    """Shows an operator a page."""

    page: AdminPage
    offset: Offset


class PhraseButton(CallbackData, prefix="x1"):
    """Asks for the line that a phrase means, or forgets the phrase."""

    key: Annotated[str, Field(pattern=r"^[0-9a-f]{12}$")]
    step: PhraseStep


class TeachButton(CallbackData, prefix="t2"):
    """Lets the phrase that the message names mean a line."""

    path: PathToken


class TaughtButton(CallbackData, prefix="t3"):
    """Sends what was taught."""


class FeedbackButton(CallbackData, prefix="z1"):
    """Sends question and answer to the operator, if the person agrees."""

    step: FeedbackStep


class LanguageButton(CallbackData, prefix="s1"):
    """Chooses a language."""

    language: Language


# Named rows of a database that may have been built anew since, or no place at all.
OLD_FORM = re.compile(r"[lhcq]1:")
