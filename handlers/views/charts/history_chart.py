"""The chart of a line's history: a step for every decision, a gap for each that is not loaded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from handlers.views.actions import ChartKind, DrawChart
from handlers.views.amounts import day, figure, unit_name
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
from handlers.views.deltas import is_rise, tell_delta_shortly, tell_growth
from handlers.views.doubts import marked
from handlers.views.editions import gap_text
from handlers.views.ledger import Traced
from handlers.views.lines import NAME_LIMIT, codes_text, line_in_list, listed_name
from handlers.views.texts import Texts
from parser.budget_code import codes_of
from parser.dataclass import dataclass
from parser.kinds import Doubt
from parser.records import DecisionKind
from storage.answering.office_sum import Office
from storage.reading.address import LineAddress
from storage.reading.records import Card, EditionInfo

ROWS_SHOWN = 11


@dataclass(frozen=True, slots=True)
class _Story:
    """A line, or all that an office has, through the decisions on a year.

    Attributes:
        name: what it is called.
        about: its codes, and how its amounts come about where they are printed nowhere.
        edition: that is shown.
        newest: whether that is the newest of its year.
        traced: what each decision left of it.
        address: what draws it again.
    """

    name: str
    about: tuple[str, ...]
    edition: EditionInfo
    newest: bool
    traced: Traced
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
    traced = Traced(line.path, line.unit, card.ledger)
    return _chart(_Story(name, (codes,), card.edition, card.newest, traced, card.address), texts, dark=dark)


def office_history_chart(office: Office, texts: Texts, *, dark: bool = False) -> ChartView:
    """What every decision left of all that an office has, as a chart.

    Args:
        office: its lines and its ledger.
        texts: the person's language.
        dark: the colours to draw it in.
    """
    first = office.page.matches[0]
    about = (codes_of(first.path)[-1], texts.get("across-ledger"))
    story = _Story(
        line_in_list(first.line, texts, NAME_LIMIT),
        about,
        first.edition,
        office.around.newest,
        Traced(first.path, first.line.unit, office.ledger.steps),
        office.address,
    )
    return _chart(story, texts, dark=dark)


def _chart(story: _Story, texts: Texts, *, dark: bool) -> ChartView:
    edition, traced = story.edition, story.traced
    steps = traced.steps
    axis = close_axis(tuple(step.amount for step in steps if step.amount is not None))
    total = _total(traced, texts)
    codes, *said = story.about
    frame = ChartFrame(
        title=story.name,
        about=(
            " · ".join(filter(None, (texts.get("ledger-title"), codes))),
            *said,
            " · ".join((budget_year(edition, texts), unit_name(traced.unit, texts))),
        ),
        notes=frame_notes(
            edition,
            (step.doubt for step in steps),
            texts,
            "" if story.newest else texts.get("chart-shown"),
            scale_note(axis, texts),
            texts.get("chart-gaps") if any(not step.loaded and not step.unread for step in steps) else "",
            texts.get("chart-unread") if any(step.unread for step in steps) else "",
        ),
        source=f"{texts.get('chart-sources')} {texts.get('chart-plan')}",
    )
    chart = HistoryChart(frame, _rows(story, texts), axis, total)
    buttons = [[colour_button(DrawChart(ChartKind.HISTORY, story.address), texts, dark=dark)]]
    return ChartView(chart, chart_caption(frame, edition, texts, total, rows=buttons), dark)


def _rows(story: _Story, texts: Texts) -> tuple[HistoryRow, ...]:
    rows = [_row(story, index, texts) for index in range(len(story.traced.steps))]
    if len(rows) > ROWS_SHOWN:
        left_out = len(rows) - ROWS_SHOWN
        skipped = HistoryRow("", "", None, texts.get("ledger-left-out", count=left_out), known=False)
        rows = [rows[0], skipped, *rows[left_out + 1 :]]
    return tuple(_with_strokes(story.traced.path, rows))


def _with_strokes(path: str, rows: Iterable[HistoryRow]) -> Iterator[HistoryRow]:
    """The rows with how their steps are drawn: over rows left out, that is not a decision's own change."""
    before: int | None = None
    for row in rows:
        if row.amount is None:
            yield row
            before = None if row.known else before  # there is no such line: nothing is drawn from it
            continue
        if before is None or before == row.amount:
            yield row
        else:
            yield replace(row, stroke=_tone_of(path, (before, row.amount)))
        before = row.amount


def _row(story: _Story, index: int, texts: Texts) -> HistoryRow:
    traced = story.traced
    step = traced.steps[index]
    number, date = f"№ {one_line(step.decision.number, 14)}", day(step.decision.date, texts)
    if not step.loaded:
        return HistoryRow(number, date, None, gap_text(step, texts), tone=Tone.GAP, known=False)
    shown = not story.newest and step.decision.address == story.edition.decision.address
    if step.amount is None:
        return HistoryRow(number, date, None, texts.get("ledger-absent"), shown=shown)
    label = marked(figure(step.amount, traced.unit, texts), step.doubt)
    remark, tone = _remark(traced, index, texts)
    return HistoryRow(number, date, step.amount, label, remark, tone, shown=shown)


def _remark(traced: Traced, index: int, texts: Texts) -> tuple[str, Tone]:
    """What a step changed, with its colour."""
    steps = traced.steps
    step = steps[index]
    if step.decision.kind is DecisionKind.ORIGINAL:
        return texts.get("ledger-approved"), Tone.WHOLE
    if step.both is None:
        return "", Tone.WHOLE
    earlier = [past for past in steps[:index] if past.loaded]
    if earlier and earlier[-1].amount is None:
        return texts.get("ledger-appeared"), Tone.RISE
    if step.delta == 0:
        return marked(texts.get("ledger-unchanged"), step.delta_doubt), Tone.WHOLE
    said = tell_delta_shortly(traced.path, step.both, traced.unit, texts)
    return marked(said, step.delta_doubt), _tone_of(traced.path, step.both)


def _tone_of(path: str, both: tuple[int, int]) -> Tone:
    return Tone.RISE if is_rise(path, both) else Tone.CUT


def _total(traced: Traced, texts: Texts) -> str:
    """What all decisions came to, from the original to the last step that is shown."""
    first, last = traced.steps[0], traced.steps[-1]
    if first.decision.kind is not DecisionKind.ORIGINAL or first.amount is None or last.amount is None:
        return ""
    if first is last:
        return ""
    both, doubt = (first.amount, last.amount), Doubt.gravest((first.doubt, last.doubt))
    if first.amount == last.amount:
        return marked(texts.get("ledger-total-unchanged"), doubt)
    delta = tell_growth(traced.path, both, traced.unit, texts)
    return marked(texts.get("ledger-total", delta=delta), doubt)
