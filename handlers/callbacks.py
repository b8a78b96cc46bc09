"""What buttons carry: hashes and short forms, never text, within Telegram's 64 bytes.

A prefix ends in its version. Changed fields need a new one: old buttons stay in
chats for years, and `handlers.fallback` answers those nobody understands.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated, Any

from aiogram.filters.callback_data import CallbackData
from pydantic import AfterValidator, Field

from handlers.views.links import BUDGET_KEY, DECISION_KEY, MAX_YEAR, NEWEST, decode_path, encode_path
from handlers.views.message import (
    DIRECT,
    Action,
    AnswerPage,
    AskIn,
    ChangesPage,
    ChartKind,
    ChooseHome,
    ChooseLanguage,
    DecisionsPage,
    DrawChart,
    LineAction,
    OpenChangedLines,
    OpenChanges,
    OpenDecisions,
    OpenEditions,
    OpenInside,
    OpenLedger,
    OpenLine,
    OpenOffice,
    OpenPrinted,
    ShowCandidates,
    StartFollowing,
    StopFollowing,
    Way,
)
from parser.question.intents import Direction
from parser.records import Language
from storage.reading.address import LineAddress
from storage.reading.lookup import FoundBudget
from storage.reading.short_address import DECISION_KEY_LENGTH, ShortAddress, budget_key, decision_key, shorten


def _known(token: str) -> str:
    if decode_path(token) is None:
        raise ValueError("no path")
    return token


# Button data can be forged: what is no hash finds nothing and is not even looked up.
BudgetHash = Annotated[str, Field(pattern=rf"^{BUDGET_KEY}$")]
DecisionHash = Annotated[str, Field(pattern=rf"^{DECISION_KEY}$")]
EditionHash = Annotated[str, Field(pattern=rf"^(?:{NEWEST}|{DECISION_KEY})$")]
_BEGAN = rf"(?:0|1\d{{0,4}}|d\d{{0,4}}|c{DECISION_KEY}(?:[arunx]\d{{1,4}})?)"
WayToken = Annotated[str, Field(pattern=rf"^{_BEGAN}(?:\.\d{{1,4}})?$")]
Offset = Annotated[int, Field(ge=0, le=9999)]
PathToken = Annotated[str, AfterValidator(_known)]


# Which of the lines that a decision changed are listed.
_LETTERS: Mapping[Direction | None, str] = {
    None: "a",
    Direction.RISES: "r",
    Direction.CUTS: "u",
    Direction.ADDED: "n",
    Direction.REMOVED: "x",
}
_DIRECTIONS = {letter: direction for direction, letter in _LETTERS.items()}


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
        return OpenInside(line, self.offset, way) if self.offset else OpenLine(line, way)


class InsideButton(_LineFields, prefix="i1"):
    """Lists the lines inside a line."""

    offset: Offset

    def action(self, budget: FoundBudget) -> OpenInside | None:
        """The list to open; None where the budget does not have its decision, or no longer."""
        line = budget.find_line(self.line)
        return OpenInside(line, self.offset, read_way(self.way, budget)) if line else None


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


class OfficeButton(_LineFields, prefix="a1"):
    """Opens all that the office of a line has."""

    def action(self, budget: FoundBudget) -> OpenOffice | None:
        """What to open; None where the budget does not have its decision, or no longer."""
        line = budget.find_line(self.line)
        return OpenOffice(line, read_way(self.way, budget)) if line else None


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
        direction, way = _DIRECTIONS[self.listed], read_way(self.way, budget)
        return OpenChangedLines(changed, line, direction, self.offset, way)


AnyLineButton = (
    ChangedLinesButton
    | LineButton
    | InsideButton
    | LedgerButton
    | EditionsButton
    | PrintedButton
    | ChangesButton
    | OfficeButton
)


def read_way(token: str, budget: FoundBudget) -> Way:
    """The way that a button carries; a decision that the budget does not know is no part of it.

    Args:
        token: what `write_way` gave, or `0` and `1` of the buttons of long ago.
        budget: of the button's line.
    """
    began, _, listed = token.partition(".")
    inside = int(listed) if listed else None
    if began.startswith("1"):
        return Way(AnswerPage(int(began[1:] or 0)), inside)
    if began.startswith("d"):
        return Way(DecisionsPage(int(began[1:] or 0)), inside)
    key, listed_way = began[1 : 1 + DECISION_KEY_LENGTH], began[1 + DECISION_KEY_LENGTH :]
    decision = budget.find_decision(key) if began.startswith("c") else None
    if decision is None:
        return Way(None, inside)
    if not listed_way:
        return Way(ChangesPage(decision), inside)
    return Way(ChangesPage(decision, _DIRECTIONS[listed_way[0]], int(listed_way[1:])), inside)


def write_way(way: Way) -> str:
    """A way in a few characters: `0`; `1` or `d` and the offset of a page; `c` and a decision's hash.

    A dot and an offset behind it say which page of the lines inside the one above it led through.
    """
    listed = "" if way.inside is None else f".{way.inside}"
    match way.began:
        case AnswerPage(offset):
            return f"1{offset or ''}{listed}"
        case DecisionsPage(offset):
            return f"d{offset or ''}{listed}"
        case ChangesPage(decision, direction, offset):
            page = "" if offset is None else f"{_LETTERS[direction]}{offset}"
            return f"c{decision_key(decision)}{page}{listed}"
        case None:
            return f"0{listed}"


def leads_to_answer(data: AnyLineButton) -> AnswerPage | None:
    """The answer's page that a button's way began at."""
    began = data.way.partition(".")[0]
    return AnswerPage(int(began[1:] or 0)) if began.startswith("1") else None


class ChartButton(_AddressFields, prefix="g1"):
    """Sends a chart."""

    kind: ChartKind
    dark: bool


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
        At most 64 bytes: what does not fit of the way back is forgotten. None for an action that is not
        done by a callback, and for a line whose path cannot be spelled that short.
    """
    for form in _forms(action):
        data = _button(form)
        try:
            return data.pack() if data is not None else None
        except ValueError:  # longer than 64 bytes
            continue
    return None


def _forms(action: Action) -> list[Action]:
    """An action, then the same with less of the way back."""
    if not isinstance(action, LineAction) or action.way == DIRECT:
        return [action]
    return [action, replace(action, way=Way(action.way.began)), replace(action, way=DIRECT)]


def _button(action: Action) -> CallbackData | None:  # noqa: PLR0911 - one for each kind
    if isinstance(action, DrawChart):
        return _chart_button(action)
    match action:
        case OpenDecisions(budget, year, offset):
            return DecisionsButton(budget=budget_key(budget), year=year, offset=offset)
        case ShowCandidates(offset, budget):
            return CandidatesButton(offset=offset, budget=budget_key(budget) if budget else NEWEST)
        case AskIn(budget):
            return PlaceButton(budget=budget_key(budget))
        case ChooseHome(budget):
            return HomeButton(budget=budget_key(budget))
        case ChooseLanguage(language):
            return LanguageButton(language=language)
        case StartFollowing(line) | StopFollowing(line):
            return _follow_button(line, follows=isinstance(action, StartFollowing))
    if isinstance(action, LineAction):
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


def _follow_button(line: LineAddress, *, follows: bool) -> FollowButton | None:
    short, token = shorten(line), encode_path(line.path)
    if token is None:
        return None
    return FollowButton(budget=short.budget, year=short.year, path=token, follows=follows)


def _line_button(action: LineAction) -> CallbackData | None:
    short, token = shorten(action.line), encode_path(action.line.path)
    if token is None:
        return None
    fields: dict[str, Any] = {
        "budget": short.budget,
        "year": short.year,
        "decision": short.decision or NEWEST,
        "path": token,
        "way": write_way(action.way),
    }
    match action:
        case OpenLine():
            fields["offset"] = 0
        case OpenInside(offset=offset):
            fields["offset"] = offset
        case OpenChanges(changed_by):
            fields["changed_by"] = decision_key(changed_by)
        case OpenChangedLines(changed_by, direction=direction, offset=offset):
            fields |= {
                "changed_by": decision_key(changed_by),
                "listed": _LETTERS[direction],
                "offset": offset,
            }
    return _BUTTONS[type(action)](**fields)


_BUTTONS: Mapping[type[LineAction], type[CallbackData]] = {
    OpenLine: LineButton,
    OpenInside: InsideButton,
    OpenLedger: LedgerButton,
    OpenEditions: EditionsButton,
    OpenPrinted: PrintedButton,
    OpenChanges: ChangesButton,
    OpenChangedLines: ChangedLinesButton,
    OpenOffice: OfficeButton,
}
