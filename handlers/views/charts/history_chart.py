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
from handlers.views.lines import codes_text, listed_name
from handlers.views.texts import Texts
from parser.kinds import Doubt
from parser.records import DecisionKind
from storage.reading.records import Card, Step

ROWS_SHOWN = 11
_NAME = 160


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
    edition, line = card.edition, card.line
    steps = card.ledger
    axis = close_axis(tuple(step.amount for step in steps if step.amount is not None))
    total = _total(card, texts)
    frame = ChartFrame(
        title=listed_name(line.path, line.names, texts, _NAME),
        about=(
            " · ".join(filter(None, (texts.get("ledger-title"), codes_text(line.codes)))),
            " · ".join((budget_year(edition, texts), unit_name(line.unit, texts))),
        ),
        notes=frame_notes(
            edition,
            (step.doubt for step in steps),
            texts,
            "" if card.newest else texts.get("chart-shown"),
            scale_note(axis, texts),
            "" if all(step.loaded for step in steps) else texts.get("chart-gaps"),
        ),
        source=f"{texts.get('chart-sources')} {texts.get('chart-plan')}",
    )
    chart = HistoryChart(frame, _rows(card, texts), axis, total)
    buttons = [[colour_button(ChartKind.HISTORY, card.address, texts, dark=dark)]]
    return ChartView(chart, chart_caption(frame, edition, texts, total, rows=buttons), dark)


def _rows(card: Card, texts: Texts) -> tuple[HistoryRow, ...]:
    steps = card.ledger
    rows = [_row(card, index, texts) for index in range(len(steps))]
    if len(rows) <= ROWS_SHOWN:
        return tuple(rows)
    left_out = len(rows) - ROWS_SHOWN
    skipped = HistoryRow("", "", None, texts.get("ledger-left-out", count=left_out), known=False)
    return (rows[0], skipped, *rows[left_out + 1 :])


def _row(card: Card, index: int, texts: Texts) -> HistoryRow:
    steps, unit = card.ledger, card.line.unit
    step = steps[index]
    number, date = f"№ {one_line(step.decision.number, 14)}", day(step.decision.date, texts)
    if not step.loaded:
        return HistoryRow(number, date, None, texts.get("ledger-unloaded"), tone=Tone.GAP, known=False)
    shown = not card.newest and step.decision.address == card.edition.decision.address
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


def _total(card: Card, texts: Texts) -> str:
    """What all decisions came to, from the original to the last step that is shown."""
    first, last = card.ledger[0], card.ledger[-1]
    if first.decision.kind is not DecisionKind.ORIGINAL or first.amount is None or last.amount is None:
        return ""
    if first is last:
        return ""
    delta, doubt = last.amount - first.amount, Doubt.gravest((first.doubt, last.doubt))
    if delta == 0:
        return marked(texts.get("ledger-total-unchanged"), doubt)
    return marked(texts.get("ledger-total", delta=exact(delta, card.line.unit, texts, signed=True)), doubt)
