"""A line or an office through its decisions, a row each; one not loaded is a row without an amount."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.views.clean import one_line
from handlers.views.deltas import balance_remark
from handlers.views.editions import gap_text, over_gap
from handlers.views.lines import listed_name
from handlers.views.tables.file_names import file_name
from handlers.views.tables.records import ColumnName, DataTable, TableRow, cells_of, columns_of
from handlers.views.tables.source_cells import (
    about_edition,
    decision_cells,
    doubt_remark,
    named_cells,
    remark,
    source_cells,
)
from handlers.views.texts import Texts
from parser.budget_code import codes_of
from parser.records import DecisionKind
from storage.answering.office_sum import Office
from storage.reading.line_history import LineHistory
from storage.reading.records import Step

COLUMNS = (
    ColumnName.PLACE, ColumnName.YEAR, ColumnName.CODE, ColumnName.NAME_KK, ColumnName.NAME_RU,
    ColumnName.DECISION, ColumnName.DATE, ColumnName.AMOUNT, ColumnName.DELTA, ColumnName.APPENDIX,
    ColumnName.ROW, ColumnName.TEXT, ColumnName.LINK, ColumnName.REMARK, ColumnName.PATH,
)  # fmt: skip
_OFFICE_COLUMNS = tuple(
    column
    for column in COLUMNS
    if column not in {ColumnName.APPENDIX, ColumnName.ROW, ColumnName.TEXT, ColumnName.PATH}
)
_TITLE = 160


def history_table(history: LineHistory, texts: Texts) -> DataTable:
    """Every decision's step of a line, in the order of time.

    Args:
        history: the line with each step as it stood then.
        texts: the person's language.
    """
    card = history.card
    edition, path = card.edition, card.line.path
    name = listed_name(path, card.line.names, texts, _TITLE)
    about = (f"{texts.place(edition.budget.place)} · {edition.year}", about_edition(edition, texts)[-1])
    return DataTable(
        f"{texts.get('ledger-title')}: {name}",
        about,
        columns_of(COLUMNS, texts),
        cells_of(COLUMNS, [_step(history, index, texts) for index in range(len(history.steps))]),
        file_name(edition, *(codes_of(path) or (path,)), "history", of_decision=False),
    )


def office_history_table(office: Office, name: str, texts: Texts) -> DataTable:
    """What each decision left of all that an office has, in the order of time: computed, so no row is named.

    Args:
        office: with its ledger.
        name: what the office is called.
        texts: the person's language.
    """
    first, steps = office.page.matches[0], office.ledger.steps
    edition, code = first.edition, codes_of(first.path)[-1]
    about = (f"{texts.place(edition.budget.place)} · {edition.year}", about_edition(edition, texts)[-1])
    rows = [_office_step(office, index, texts) for index in range(len(steps))]
    return DataTable(
        f"{texts.get('ledger-title')}: {one_line(name, _TITLE)}",
        about,
        columns_of(_OFFICE_COLUMNS, texts),
        cells_of(_OFFICE_COLUMNS, rows),
        file_name(edition, code, "history", of_decision=False),
    )


def _office_step(office: Office, index: int, texts: Texts) -> TableRow:
    first, step = office.page.matches[0], office.ledger.steps[index]
    computed = texts.get("table-computed") if step.amount is not None else None
    said = _remark(office.ledger.steps, index, texts)
    return {
        **named_cells(first.edition, first.path, first.line.names, texts),
        ColumnName.CODE: codes_of(first.path)[-1],
        **decision_cells(step.decision),
        ColumnName.LINK: step.decision.url_in(texts.language),
        ColumnName.AMOUNT: step.amount,
        ColumnName.DELTA: step.delta,
        ColumnName.REMARK: remark(said, computed, doubt_remark(step.doubt or step.delta_doubt, texts)),
    }


def _step(history: LineHistory, index: int, texts: Texts) -> TableRow:
    card, past = history.card, history.steps[index]
    step, line = past.step, past.line
    source = (
        source_cells(past.edition, line.row, line.language, line.url, texts)
        if past.edition and line
        else {**decision_cells(step.decision), ColumnName.LINK: step.decision.url_in(texts.language)}
    )
    return {
        **named_cells(card.edition, step.path or card.line.path, card.line.names, texts),
        **(named_cells(card.edition, line.path, line.names, texts) if line else {}),
        **source,
        ColumnName.AMOUNT: step.amount,
        ColumnName.DELTA: step.delta,
        ColumnName.REMARK: remark(
            _remark(card.ledger, index, texts),
            balance_remark(card.line.path, step.both, texts),
            doubt_remark(step.doubt or step.delta_doubt, texts),
        ),
    }


def _remark(steps: Sequence[Step], index: int, texts: Texts) -> str | None:
    step = steps[index]
    if not step.loaded:
        return gap_text(step, texts)
    if step.amount is None:
        return texts.get("ledger-absent")
    if step.decision.kind is DecisionKind.ORIGINAL:
        return texts.get("ledger-approved")
    earlier = [past for past in steps[:index] if past.loaded]
    if earlier and earlier[-1].amount is None:
        return texts.get("ledger-appeared")
    if index and not steps[index - 1].loaded and step.delta is not None:
        return texts.get(f"table{over_gap(steps, index)}")
    return None
