"""Packs an action as the data of its button: the fields of its class, within Telegram's 64 bytes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, assert_never

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
    FollowedButton,
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
    OfficeEditionsButton,
    OfficeLedgerButton,
    OfficePrintedButton,
    PlainAction,
    PrintedButton,
    SharedButton,
    SpanButton,
    SpanChartButton,
    SpanFileButton,
    SpanTableButton,
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
    ListFollowed,
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
    OpenOfficeEditions,
    OpenOfficeLedger,
    OpenOfficePrinted,
    OpenPrinted,
    OpenTerm,
    ShareInline,
    ShowCandidates,
    ShowShared,
    StartChat,
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
from handlers.way_tokens import LISTED_LETTERS, write_way
from parser.dataclass import replace
from storage.reading.address import DecisionAddress, LineAddress
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
        try:
            data = _button(form)
            return data.pack() if data is not None else None
        except ValueError:  # longer than 64 bytes
            continue
    return None


def _forms(action: Action) -> list[Action]:
    """An action, then the same with less of the way back."""
    if not isinstance(action, LineAction) or action.way == DIRECT:
        return [action]
    return [action, replace(action, way=Way(action.way.began)), replace(action, way=DIRECT)]


def _button(action: Action) -> CallbackData | None:  # noqa: C901, PLR0911, PLR0912 - one for each kind
    """The button of an action; None for one that opens a link, or a query in another chat.

    Raises:
        ValueError: a line's path has no short form.
    """
    match action:
        case OpenLine(line, way):
            return LineButton(**_fields(line, way), offset=0)
        case OpenInside(line, page, way):
            return InsideButton(**_fields(line, way), offset=page.offset, by_code=page.by_code)
        case (
            OpenLedger(line, way)
            | OpenEditions(line, way)
            | OpenPrinted(line, way)
            | OpenTerm(line, way)
            | OpenOffice(line, way)
            | OpenOfficeLedger(line, way)
            | OpenOfficeEditions(line, way)
            | OpenOfficePrinted(line, way)
        ):
            return _OPENING[type(action)](**_fields(line, way))
        case OpenChanges() | OpenChangedLines() | TakeChanges():
            return _changes_button(action)
        case TakeTable(line, kind, way, offset):
            return TableButton(**_fields(line, way), kind=kind, offset=offset)
        case DrawChart(_, line, dark, DecisionAddress() as since):
            return SpanChartButton(**_fields(line), since=decision_key(since), dark=dark)
        case DrawChart(kind, line, dark):
            return ChartButton(**_fields(line), kind=kind, dark=dark)
        case ShowShared(line, language, history):
            return SharedButton(**_fields(line), language=language, history=history)
        case SendTable(_, line, form, DecisionAddress() as since):
            return SpanFileButton(**_fields(line), since=decision_key(since), form=form)
        case SendTable(kind, line, form):
            return TableFileButton(**_fields(line), kind=kind, form=form)
        case StartFollowing(line=line) | StopFollowing(line=line):
            fields = _fields(line.as_of(None))
            del fields["decision"]
            return FollowButton(**fields, follows=isinstance(action, StartFollowing))
        case ListFollowed(offset):
            return FollowedButton(offset=offset)
        case OpenBudget(budget, year):
            return BudgetButton(budget=budget_key(budget), year=year)
        case OpenDecisions(budget, year, offset):
            return DecisionsButton(budget=budget_key(budget), year=year, offset=offset)
        case TakeAnswer(offset, budget):
            return AnswerTableButton(offset=offset, budget=budget_key(budget))
        case SendAnswerTable(budget, form):
            return AnswerFileButton(budget=budget_key(budget), form=form)
        case ShowCandidates(offset, answered_from):
            key = budget_key(answered_from) if answered_from else NEWEST
            return CandidatesButton(offset=offset, budget=key)
        case AskIn(budget):
            return PlaceButton(budget=budget_key(budget))
        case ChooseHome(budget):
            return HomeButton(budget=budget_key(budget))
        case ChooseHomeYear(home_year):
            return HomeYearButton(year=home_year or 0)
        case OfferHomes():
            return HomesButton()
        case ChooseLanguage(language):
            return LanguageButton(language=language)
        case GiveFeedback(feedback_step):
            return FeedbackButton(step=feedback_step)
        case TakeUploadStep() | OpenAdminPage() | TakePhraseStep() | TeachLine() | SendTaught():
            return _operators_button(action)
        case StartChat() | ShareInline():
            return None
        case _:
            assert_never(action)


def _changes_button(action: OpenChanges | OpenChangedLines | TakeChanges) -> CallbackData:
    match action:
        case OpenChanges(decision, line, _, DecisionAddress() as since):
            return SpanButton(**_fields(line.as_of(decision)), since=decision_key(since), listed=NEWEST)
        case OpenChangedLines(decision, line, changes, offset, _, DecisionAddress() as since):
            listed = f"{LISTED_LETTERS[changes]}{offset}"
            return SpanButton(**_fields(line.as_of(decision)), since=decision_key(since), listed=listed)
        case OpenChanges(decision, line, way):
            return ChangesButton(**_fields(line, way), changed_by=decision_key(decision))
        case OpenChangedLines(decision, line, changes, offset, way):
            listed, changed_by = LISTED_LETTERS[changes], decision_key(decision)
            return ChangedLinesButton(
                **_fields(line, way), changed_by=changed_by, listed=listed, offset=offset
            )
        case TakeChanges(decision, line, changes, start, _, DecisionAddress() as since):
            listed = NEWEST if start is None else f"{LISTED_LETTERS[changes]}{start}"
            return SpanTableButton(**_fields(line.as_of(decision)), since=decision_key(since), listed=listed)
        case TakeChanges(decision, line, changes, start, way):
            listed = NEWEST if start is None else f"{LISTED_LETTERS[changes]}{start}"
            return ChangesTableButton(**_fields(line, way), changed_by=decision_key(decision), listed=listed)


def _operators_button(action: OperatorsAction) -> CallbackData:
    match action:
        case TakeUploadStep(upload, upload_step):
            return UploadButton(token=upload, step=upload_step)
        case OpenAdminPage(admin_page, offset):
            return AdminButton(page=admin_page, offset=offset)
        case TakePhraseStep(key, phrase_step):
            return PhraseButton(key=key, step=phrase_step)
        case TeachLine(path):
            return TeachButton(path=_path_token(path))
        case SendTaught():
            return TaughtButton()


def _fields(line: LineAddress, way: Way | None = None) -> dict[str, Any]:
    """A line's address as buttons carry it, and the way to it, where one is given."""
    short = shorten(line)
    fields = {
        "budget": short.budget,
        "year": short.year,
        "decision": short.decision or NEWEST,
        "path": _path_token(line.path),
    }
    return fields if way is None else fields | {"way": write_way(way)}


def _path_token(path: str) -> str:
    token = encode_path(path)
    if token is None:
        raise ValueError("no short form")
    return token


_OPENING: Mapping[type[PlainAction], type[CallbackData]] = {
    OpenLedger: LedgerButton,
    OpenEditions: EditionsButton,
    OpenPrinted: PrintedButton,
    OpenTerm: TermButton,
    OpenOffice: OfficeButton,
    OpenOfficeLedger: OfficeLedgerButton,
    OpenOfficeEditions: OfficeEditionsButton,
    OpenOfficePrinted: OfficePrintedButton,
}
