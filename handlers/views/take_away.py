"""«⬇ Таблица»: the button, and the choice between XLSX, CSV and a page to print that it opens."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.views.actions import (
    Action,
    OpenBudget,
    OpenChangedLines,
    OpenChanges,
    OpenInside,
    OpenLedger,
    OpenLine,
    OpenOffice,
    OpenOfficeLedger,
    ShowCandidates,
)
from handlers.views.charts.waterfall import print_button
from handlers.views.clean import one_line
from handlers.views.message import Button, MessageView, Span, bold, link, paragraphs, plain
from handlers.views.table_actions import (
    SendAnswerTable,
    SendTable,
    TableForm,
    TableKind,
    TakeAnswer,
    TakeChanges,
    TakeTable,
)
from handlers.views.tables.records import DataTable
from handlers.views.texts import Texts
from handlers.views.ways import InsidePage
from storage.answering.page import Match
from storage.reading.differences import Changes
from storage.reading.records import DecisionInfo

_SAID = 300


def table_button(action: TakeTable | TakeChanges | TakeAnswer, texts: Texts) -> Button:
    """The button that opens the choice."""
    return Button(texts.get("button-table"), action)


def answer_table_row(matches: Sequence[Match], texts: Texts) -> tuple[tuple[Button, ...], ...]:
    """The row with the button that opens the choice for an answer of one page.

    Args:
        matches: the lines of the answer; of none there is no table.
        texts: the person's language.
    """
    budgets = [match.edition.budget for match in matches[:1]]
    return tuple((table_button(TakeAnswer(0, budget), texts),) for budget in budgets)


def table_choice_view(
    table: DataTable, chosen: TakeTable | TakeChanges, texts: Texts, changes: Changes | None = None
) -> MessageView:
    """In which form to take away a table.

    Args:
        table: what the file will hold.
        chosen: what was pressed.
        texts: the person's language.
        changes: of a decision, where the table is of these: they also come as a page to print.

    Returns:
        The message; its buttons send a file, or lead back.
    """
    if isinstance(chosen, TakeChanges):
        kind, line, since = TableKind.CHANGES, chosen.line.as_of(chosen.decision), chosen.since
    else:
        kind, line, since = chosen.kind, chosen.line, None
    files = [Button(_label(form, texts), SendTable(kind, line, form, since)) for form in TableForm]
    prints = print_button(changes, texts) if changes and since is None else ()
    return MessageView(_said(table, texts), ((*files, *prints), (_back(chosen, texts),)))


def answer_choice_view(table: DataTable, chosen: TakeAnswer, texts: Texts) -> MessageView:
    """In which form to take away the answer to a question.

    Args:
        table: what the file will hold.
        chosen: what was pressed.
        texts: the person's language.
    """
    files = tuple(Button(_label(form, texts), SendAnswerTable(chosen.budget, form)) for form in TableForm)
    back = Button(texts.get("button-back-answer"), ShowCandidates(chosen.offset, chosen.budget))
    return MessageView(_said(table, texts), (files, (back,)))


def table_caption(table: DataTable, decision: DecisionInfo | None, texts: Texts) -> MessageView:
    """The text under a file: what it is of, how many rows, and the way to the source.

    Args:
        table: what the file holds.
        decision: whose edition it is of, where it is of one.
        texts: the person's language.
    """
    url = decision.url_in(texts.language) if decision else None
    first, *others = (one_line(line, _SAID) for line in table.about)
    return MessageView(
        paragraphs(
            [[bold(one_line(table.title, _SAID))], [link(first, url)], *([plain(line)] for line in others)],
            [[plain(texts.get("table-rows", count=len(table.rows)))], [plain(texts.get("chart-plan"))]],
        )
    )


def _label(form: TableForm, texts: Texts) -> str:
    return texts.get(f"button-table-{form.name.lower()}")


def _said(table: DataTable, texts: Texts) -> tuple[Span, ...]:
    return paragraphs(
        [[bold(one_line(table.title, _SAID))], *([plain(one_line(line, _SAID))] for line in table.about)],
        [[plain(texts.get("table-rows", count=len(table.rows)))], [plain(texts.get("table-how"))]],
    )


def _back(chosen: TakeTable | TakeChanges, texts: Texts) -> Button:
    """The button to what was looked at."""
    action: Action
    if isinstance(chosen, TakeChanges):
        if chosen.offset is None:
            action = OpenChanges(chosen.decision, chosen.line, chosen.way, chosen.since)
        else:
            page = chosen.listed, chosen.offset
            action = OpenChangedLines(chosen.decision, chosen.line, *page, chosen.way, chosen.since)
        return Button(texts.get("button-back-table"), action)
    line, way = chosen.line, chosen.way
    match chosen.kind:
        case TableKind.PARTS | TableKind.PARTS_BY_CODE:
            by_code = chosen.kind is TableKind.PARTS_BY_CODE
            action = OpenInside(line, InsidePage(chosen.offset, by_code), way)
        case TableKind.HISTORY:
            action = OpenLedger(line, way)
        case TableKind.OFFICE_HISTORY:
            action = OpenOfficeLedger(line, way)
        case TableKind.BUDGET:
            action = OpenBudget(line.edition.budget, line.edition.year)
        case TableKind.OFFICE:
            action = OpenOffice(line, way)
        case TableKind.LINE | TableKind.CHANGES:
            action = OpenLine(line, way)
    return Button(texts.get("button-back-table"), action)
