"""Packs an action as the data of its button: the fields of its class, within Telegram's 64 bytes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from aiogram.filters.callback_data import CallbackData

from handlers.callbacks import (
    AdminButton,
    AnswerFileButton,
    AnswerTableButton,
    BudgetButton,
    CandidatesButton,
    DecisionsButton,
    FeedbackButton,
    FollowButton,
    HomeButton,
    HomesButton,
    HomeYearButton,
    LanguageButton,
    PhraseButton,
    PlaceButton,
    TaughtButton,
    TeachButton,
    UploadButton,
)
from handlers.line_buttons import (
    ChangedLinesButton,
    ChangesButton,
    ChangesTableButton,
    ChartButton,
    EditionsButton,
    InsideButton,
    LedgerButton,
    LineButton,
    OfficeButton,
    OfficeLedgerButton,
    PrintedButton,
    SharedButton,
    TableButton,
    TableFileButton,
    TermButton,
)
from handlers.views.actions import (
    Action,
    AskIn,
    ChooseHome,
    ChooseHomeYear,
    ChooseLanguage,
    DrawChart,
    GiveFeedback,
    LineAction,
    OfferHomes,
    OpenBudget,
    OpenChangedLines,
    OpenChanges,
    OpenDecisions,
    OpenEditions,
    OpenInside,
    OpenLedger,
    OpenLine,
    OpenOffice,
    OpenOfficeLedger,
    OpenPrinted,
    OpenTerm,
    ShowCandidates,
    ShowShared,
    StartFollowing,
    StopFollowing,
)
from handlers.views.links import NEWEST, encode_path
from handlers.views.operator_actions import (
    OpenAdminPage,
    OperatorsAction,
    SendTaught,
    TakePhraseStep,
    TakeUploadStep,
    TeachLine,
)
from handlers.views.table_actions import SendAnswerTable, SendTable, TakeAnswer, TakeChanges, TakeTable
from handlers.views.ways import DIRECT, Way
from handlers.way_tokens import DIRECTION_LETTERS, write_way
from storage.reading.address import LineAddress
from storage.reading.short_address import budget_key, decision_key, shorten


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


def _button(action: Action) -> CallbackData | None:  # noqa: C901, PLR0911 - one for each kind
    if isinstance(action, DrawChart | ShowShared):
        return _chart_button(action) if isinstance(action, DrawChart) else _shared_button(action)
    if isinstance(action, OpenBudget | SendTable | TakeAnswer | SendAnswerTable):
        return _table_button(action)
    if isinstance(action, GiveFeedback):
        return FeedbackButton(step=action.step)
    match action:
        case OpenDecisions(budget, year, offset):
            return DecisionsButton(budget=budget_key(budget), year=year, offset=offset)
        case ShowCandidates(offset, budget):
            return CandidatesButton(offset=offset, budget=budget_key(budget) if budget else NEWEST)
        case AskIn(budget):
            return PlaceButton(budget=budget_key(budget))
        case ChooseHome(budget):
            return HomeButton(budget=budget_key(budget))
        case ChooseHomeYear(year):
            return HomeYearButton(year=year or 0)
        case OfferHomes():
            return HomesButton()
        case ChooseLanguage(language):
            return LanguageButton(language=language)
        case StartFollowing(line) | StopFollowing(line):
            return _follow_button(line, follows=isinstance(action, StartFollowing))
    if isinstance(action, OperatorsAction):
        return _operators_button(action)
    return _line_button(action) if isinstance(action, LineAction) else None


def _shared_button(action: ShowShared) -> SharedButton | None:
    short, token = shorten(action.line), encode_path(action.line.path)
    if token is None:
        return None
    return SharedButton(
        budget=short.budget,
        year=short.year,
        decision=short.decision or NEWEST,
        path=token,
        language=action.language,
        history=action.history,
    )


def _operators_button(action: OperatorsAction) -> CallbackData | None:
    match action:
        case TakeUploadStep(upload, step):
            return UploadButton(token=upload, step=step)
        case OpenAdminPage(page, offset):
            return AdminButton(page=page, offset=offset)
        case TakePhraseStep(key, phrase_step):
            return PhraseButton(key=key, step=phrase_step)
        case TeachLine(path):
            token = encode_path(path)
            return TeachButton(path=token) if token else None
        case SendTaught():
            return TaughtButton()


def _chart_button(action: DrawChart) -> ChartButton | None:
    fields = _address_fields(action.line)
    return ChartButton(**fields, kind=action.kind, dark=action.dark) if fields else None


def _table_button(action: OpenBudget | SendTable | TakeAnswer | SendAnswerTable) -> CallbackData | None:
    match action:
        case OpenBudget(budget, year):
            return BudgetButton(budget=budget_key(budget), year=year)
        case TakeAnswer(offset, budget):
            return AnswerTableButton(offset=offset, budget=budget_key(budget))
        case SendAnswerTable(budget, form):
            return AnswerFileButton(budget=budget_key(budget), form=form)
        case SendTable(kind, line, form):
            fields = _address_fields(line)
            return TableFileButton(**fields, kind=kind, form=form) if fields else None


def _address_fields(line: LineAddress) -> dict[str, Any] | None:
    """A line's address as buttons carry it; None for a path that has no short form."""
    short, token = shorten(line), encode_path(line.path)
    if token is None:
        return None
    return {
        "budget": short.budget,
        "year": short.year,
        "decision": short.decision or NEWEST,
        "path": token,
    }


def _follow_button(line: LineAddress, *, follows: bool) -> FollowButton | None:
    short, token = shorten(line), encode_path(line.path)
    if token is None:
        return None
    return FollowButton(budget=short.budget, year=short.year, path=token, follows=follows)


def _line_button(action: LineAction) -> CallbackData | None:
    fields = _address_fields(action.line)
    if fields is None:
        return None
    fields["way"] = write_way(action.way)
    match action:
        case OpenLine():
            fields["offset"] = 0
        case OpenInside(page=page):
            fields |= {"offset": page.offset, "by_code": page.by_code}
        case OpenChanges(changed_by):
            fields["changed_by"] = decision_key(changed_by)
        case OpenChangedLines(changed_by, direction=direction, offset=offset):
            fields |= {
                "changed_by": decision_key(changed_by),
                "listed": DIRECTION_LETTERS[direction],
                "offset": offset,
            }
        case TakeTable(kind=kind, offset=offset):
            fields |= {"kind": kind, "offset": offset}
        case TakeChanges(changed_by, direction=direction, offset=offset):
            listed = NEWEST if offset is None else f"{DIRECTION_LETTERS[direction]}{offset}"
            fields |= {"changed_by": decision_key(changed_by), "listed": listed}
    return _BUTTONS[type(action)](**fields)


_BUTTONS: Mapping[type[LineAction], type[CallbackData]] = {
    OpenLine: LineButton,
    OpenInside: InsideButton,
    OpenLedger: LedgerButton,
    OpenEditions: EditionsButton,
    OpenPrinted: PrintedButton,
    OpenTerm: TermButton,
    OpenChanges: ChangesButton,
    OpenChangedLines: ChangedLinesButton,
    OpenOffice: OfficeButton,
    OpenOfficeLedger: OfficeLedgerButton,
    TakeTable: TableButton,
    TakeChanges: ChangesTableButton,
}
