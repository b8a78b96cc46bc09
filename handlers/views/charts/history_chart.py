"""The chart of a line's history: a step for every decision, a gap for each that is not loaded."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.views.actions import ChartKind
from handlers.views.amounts import day, exact, figure, unit_name
from handlers.views.charts.frame import (
    ChartView,
    budget_year,
    chart_caption,
    colour_button,
    frame_notes,
    scale_note,
)
from handlers.views.charts.records import ChartFrame, HistoryChart, HistoryRow, Tone, close_axis
from handlers.views.clean import one_line
from handlers.views.doubts import marked
from handlers.views.lines import NAME_LIMIT, codes_text, line_in_list, listed_name
from handlers.views.texts import Texts
from parser.budget_code import codes_of
from parser.dataclass import dataclass
from parser.kinds import Doubt
from parser.records import DecisionKind
from storage.answering.office_sum import Office
from storage.reading.address import LineAddress
from storage.reading.records import Card, EditionInfo, Step

ROWS_SHOWN = 11


@dataclass(frozen=True, slots=True)
class _Traced:
    """A line, or all that an office has, through the decisions on a year.

    Attributes:
        name: what it is called.
        about: its codes, and how its amounts come about where they are printed nowhere.
        edition: that is shown.
        newest: whether that is the newest of its year.
        unit: what the table counts in, in tenge.
        steps: what each decision left of it.
        address: what draws it again.
    """

    name: str
    about: tuple[str, ...]
    edition: EditionInfo
    newest: bool
    unit: int
    steps: Sequence[Step]
    address: LineAddress


def history_chart(card: Card, texts: Texts, *, dark: bool = False) -> ChartView:
    """What every decision left of a card's line, as a chart.

    Args:
        card: the line of an edition.
        texts: the person's language.
        dark: the colours to draw it in.

    Returns:
        The chart. Of a very long history it shows the first step and the last ones, and says how many it
        leaves out.
    """
    line = card.line
    name, codes = listed_name(line.path, line.names, texts), codes_text(line.codes)
    traced = _Traced(name, (codes,), card.edition, card.newest, line.unit, card.ledger, card.address)
    return _chart(traced, texts, dark=dark)


def office_history_chart(office: Office, texts: Texts, *, dark: bool = False) -> ChartView:
    """What every decision left of all that an office has, as a chart.

    Args:
        office: its lines and its ledger.
        texts: the person's language.
        dark: the colours to draw it in.
    """
    first = office.page.matches[0]
    about = (codes_of(first.path)[-1], texts.get("across-ledger"))
    traced = _Traced(
        line_in_list(first.line, texts, NAME_LIMIT),
        about,
        first.edition,
        office.around.newest,
        first.line.unit,
        office.ledger.steps,
        office.address,
    )
    return _chart(traced, texts, dark=dark)


def _chart(traced: _Traced, texts: Texts, *, dark: bool) -> ChartView:
    edition, steps = traced.edition, traced.steps
    axis = close_axis(tuple(step.amount for step in steps if step.amount is not None))
    total = _total(traced, texts)
    codes, *said = traced.about
    frame = ChartFrame(
        title=traced.name,
        about=(
            " · ".join(filter(None, (texts.get("ledger-title"), codes))),
            *said,
            " · ".join((budget_year(edition, texts), unit_name(traced.unit, texts))),
        ),
        notes=frame_notes(
            edition,
            (step.doubt for step in steps),
            texts,
            "" if traced.newest else texts.get("chart-shown"),
            scale_note(axis, texts),
            "" if all(step.loaded for step in steps) else texts.get("chart-gaps"),
        ),
        source=f"{texts.get('chart-sources')} {texts.get('chart-plan')}",
    )
    chart = HistoryChart(frame, _rows(traced, texts), axis, total)
    buttons = [[colour_button(ChartKind.HISTORY, traced.address, texts, dark=dark)]]
    return ChartView(chart, chart_caption(frame, edition, texts, total, rows=buttons), dark)


def _rows(traced: _Traced, texts: Texts) -> tuple[HistoryRow, ...]:
    steps = traced.steps
    rows = [_row(traced, index, texts) for index in range(len(steps))]
    if len(rows) <= ROWS_SHOWN:
        return tuple(rows)
    left_out = len(rows) - ROWS_SHOWN
    skipped = HistoryRow("", "", None, texts.get("ledger-left-out", count=left_out), known=False)
    return (rows[0], skipped, *rows[left_out + 1 :])


def _row(traced: _Traced, index: int, texts: Texts) -> HistoryRow:
    steps, unit = traced.steps, traced.unit
    step = steps[index]
    number, date = f"№ {one_line(step.decision.number, 14)}", day(step.decision.date, texts)
    if not step.loaded:
        return HistoryRow(number, date, None, texts.get("ledger-unloaded"), tone=Tone.GAP, known=False)
    shown = not traced.newest and step.decision.address == traced.edition.decision.address
    if step.amount is None:
        return HistoryRow(number, date, None, texts.get("ledger-absent"), shown=shown)
    label = marked(figure(step.amount, unit, texts), step.doubt)
    remark, tone = _remark(steps, index, unit, texts)
    return HistoryRow(number, date, step.amount, label, remark, tone, shown=shown)


def _remark(steps: Sequence[Step], index: int, unit: int, texts: Texts) -> tuple[str, Tone]:
    """What a step changed, with its colour."""
    step = steps[index]
    if step.decision.kind is DecisionKind.ORIGINAL:
        return texts.get("ledger-approved"), Tone.WHOLE
    if step.delta is None:
        return "", Tone.WHOLE
    earlier = [past for past in steps[:index] if past.loaded]
    if earlier and earlier[-1].amount is None:
        return texts.get("ledger-appeared"), Tone.RISE
    if step.delta == 0:
        return marked(texts.get("ledger-unchanged"), step.delta_doubt), Tone.WHOLE
    said = figure(step.delta, unit, texts, signed=True)
    return marked(said, step.delta_doubt), Tone.RISE if step.delta > 0 else Tone.CUT


def _total(traced: _Traced, texts: Texts) -> str:
    """What all decisions came to, from the original to the last step that is shown."""
    first, last = traced.steps[0], traced.steps[-1]
    if first.decision.kind is not DecisionKind.ORIGINAL or first.amount is None or last.amount is None:
        return ""
    if first is last:
        return ""
    delta, doubt = last.amount - first.amount, Doubt.gravest((first.doubt, last.doubt))
    if delta == 0:
        return marked(texts.get("ledger-total-unchanged"), doubt)
    return marked(texts.get("ledger-total", delta=exact(delta, traced.unit, texts, signed=True)), doubt)
