"""What buttons about a line carry: its address in hashes, and the way that led to it."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, ClassVar

from aiogram.filters.callback_data import CallbackData
from pydantic import AfterValidator, Field

from handlers.views.actions import (
    ChartKind,
    OpenChangedLines,
    OpenChanges,
    OpenEditions,
    OpenInside,
    OpenLedger,
    OpenLine,
    OpenOffice,
    OpenOfficeEditions,
    OpenOfficeLedger,
    OpenOfficePrinted,
    OpenPrinted,
    OpenTerm,
)
from handlers.views.links import BUDGET_KEY, DECISION_KEY, MAX_YEAR, NEWEST, decode_path
from handlers.views.table_actions import TableForm, TableKind, TakeChanges, TakeTable
from handlers.views.ways import InsidePage
from handlers.way_tokens import LISTED, LISTED_CHANGES, NO_WAY, WayToken, read_way
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


PlainAction = (
    OpenLedger
    | OpenEditions
    | OpenPrinted
    | OpenTerm
    | OpenOffice
    | OpenOfficeLedger
    | OpenOfficeEditions
    | OpenOfficePrinted
)
"""What is opened of a line and needs nothing but the line and the way to it."""


class _OpeningButton(_LineFields, prefix="_"):
    opens: ClassVar[type[PlainAction]]

    def action(self, budget: FoundBudget) -> PlainAction | None:
        """What to open; None where the budget does not have the button's decision, or no longer."""
        line = budget.find_line(self.line)
        return self.opens(line, read_way(self.way, budget)) if line else None


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


class LedgerButton(_OpeningButton, prefix="h2"):
    """Opens a line's history."""

    opens = OpenLedger


class EditionsButton(_OpeningButton, prefix="e1"):
    """Opens the choice of decisions on a line's year."""

    opens = OpenEditions


class PrintedButton(_OpeningButton, prefix="r1"):
    """Opens a line's row as it is printed."""

    opens = OpenPrinted


class TermButton(_OpeningButton, prefix="t1"):
    """Explains the word that names a line."""

    opens = OpenTerm


class OfficeButton(_OpeningButton, prefix="a1"):
    """Opens all that the office of a line has."""

    opens = OpenOffice


class OfficeLedgerButton(_OpeningButton, prefix="b1"):
    """Opens what every decision left of all that the office of a line has."""

    opens = OpenOfficeLedger


class OfficeEditionsButton(_OpeningButton, prefix="a2"):
    """Opens the choice of decisions on the year of all that an office has."""

    opens = OpenOfficeEditions


class OfficePrintedButton(_OpeningButton, prefix="a3"):
    """Opens the rows of all that an office has as they are printed."""

    opens = OpenOfficePrinted


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
    listed: Annotated[str, Field(pattern=rf"^{LISTED}$")]
    offset: Offset

    def action(self, budget: FoundBudget) -> OpenChangedLines | None:
        """The list to open; None where the budget lacks one of the two decisions."""
        line, changed = budget.find_line(self.line), budget.find_decision(self.changed_by)
        if line is None or changed is None:
            return None
        listed, way = LISTED_CHANGES[self.listed], read_way(self.way, budget)
        return OpenChangedLines(changed, line, listed, self.offset, way)


class _SpanFields(_AddressFields, prefix="_"):
    since: DecisionHash
    listed: Annotated[str, Field(pattern=rf"^(?:{NEWEST}|{LISTED}\d{{1,4}})$")]

    @property
    def way(self) -> str:
        """How the person came there is not carried."""
        return NO_WAY

    def _open(self, budget: FoundBudget) -> OpenChanges | OpenChangedLines | None:
        """The changes of the span; None where the budget lacks one of the two decisions."""
        line, since = budget.find_line(self.line), budget.find_decision(self.since)
        decision = line.edition.decision if line else None
        if line is None or decision is None or since is None:
            return None
        if self.listed == NEWEST:
            return OpenChanges(decision, line, since=since)
        listed, offset = LISTED_CHANGES[self.listed[0]], int(self.listed[1:])
        return OpenChangedLines(decision, line, listed, offset, since=since)


class SpanButton(_SpanFields, prefix="w2"):
    """Opens what changed from one decision to another: the year's edition that the latter set."""

    def action(self, budget: FoundBudget) -> OpenChanges | OpenChangedLines | None:
        """The changes to open; None where the budget lacks one of the two decisions."""
        return self._open(budget)


class SpanTableButton(_SpanFields, prefix="w3"):
    """Opens the choice in which form to take away what changed from one decision to another."""

    def action(self, budget: FoundBudget) -> TakeChanges | None:
        """The choice to open; None where the budget lacks one of the two decisions."""
        opened = self._open(budget)
        if opened is None:
            return None
        taken = TakeChanges(opened.decision, opened.line, since=opened.since)
        if isinstance(opened, OpenChanges):
            return taken
        return replace(taken, listed=opened.listed, offset=opened.offset)


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
    listed: Annotated[str, Field(pattern=rf"^(?:{NEWEST}|{LISTED}\d{{1,4}})$")]

    def action(self, budget: FoundBudget) -> TakeChanges | None:
        """The choice to open; None where the budget lacks one of the two decisions."""
        line, changed = budget.find_line(self.line), budget.find_decision(self.changed_by)
        if line is None or changed is None:
            return None
        way = read_way(self.way, budget)
        if self.listed == NEWEST:
            return TakeChanges(changed, line, way=way)
        return TakeChanges(changed, line, LISTED_CHANGES[self.listed[0]], int(self.listed[1:]), way)


AnyLineButton = (
    ChangedLinesButton
    | LineButton
    | InsideButton
    | LedgerButton
    | EditionsButton
    | PrintedButton
    | TermButton
    | ChangesButton
    | SpanButton
    | SpanTableButton
    | OfficeButton
    | OfficeLedgerButton
    | OfficeEditionsButton
    | OfficePrintedButton
    | TableButton
    | ChangesTableButton
)


class ChartButton(_AddressFields, prefix="g1"):
    """Sends a chart."""

    kind: ChartKind
    dark: bool | None


class SpanChartButton(_AddressFields, prefix="g2"):
    """Sends the waterfall from one decision to another: the year's edition that the latter set."""

    since: DecisionHash
    dark: bool | None


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


class SpanFileButton(_AddressFields, prefix="w4"):
    """Sends what changed from one decision to another as a file."""

    since: DecisionHash
    form: TableForm
