"""The chart of changes, of a decision or of several: from a section's old total to the new one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from handlers.views.actions import ChartKind, DrawChart
from handlers.views.amounts import figure, unit_name
from handlers.views.changed_lines import UNIT, before_and_after, changes_title
from handlers.views.charts.frame import (
    ChartView,
    budget_year,
    chart_caption,
    colour_button,
    decision_source,
    frame_notes,
    scale_note,
    told_apart,
)
from handlers.views.charts.moved_lines import join_moved
from handlers.views.charts.records import ChartFrame, Tone, WaterfallChart, WaterfallRow, close_axis
from handlers.views.doubts import marked
from handlers.views.lines import cited, listed_name, skipped_text
from handlers.views.message import Button
from handlers.views.texts import Texts
from parser.budget_code import BY_SIDE, Side, section_of
from parser.kinds import Doubt
from parser.records import Section
from storage.reading.address import DecisionAddress, LineAddress
from storage.reading.differences import ChangedLine, Changes

LINES_EACH_WAY = 4
_NAME = 90
_STATUS = {"added": "chart-line-added", "removed": "chart-line-removed"}

_Delta = tuple[str, int, Doubt | None, Tone]  # what it is, by how much, how sure, its colour


def has_waterfall(changes: Changes, section: Section) -> bool:
    """Whether a section's total is printed before and after, and differs or has lines that do."""
    total = changes.totals.get(section)
    both = total.both if total else None
    if changes.previous is None or both is None:
        return False
    old, new = both
    return old != new or bool(_moved(changes, section))


def waterfall_chart(
    changes: Changes, section: Section, texts: Texts, *, dark: bool = False, together: bool = False
) -> ChartView | None:
    """A section's total before and after a decision, and the lines that make the difference.

    Args:
        changes: the difference from the previous loaded edition, or from an earlier one.
        section: spending or revenue.
        texts: the person's language.
        dark: the colours to draw it in.
        together: whether several decisions may lie between.

    Returns:
        The chart; its steps lead from the old total to the new one exactly, what no line explains being one
        of them. None where a total is not printed in both editions, or nothing changed.
    """
    total, previous = changes.totals.get(section), changes.previous
    both = total.both if total else None
    if previous is None or total is None or both is None or not has_waterfall(changes, section):
        return None
    edition, (old, new) = changes.edition, both
    deltas = _deltas(changes, section, new - old, total.doubt, texts)
    levels = list(accumulate((delta for _, delta, _, _ in deltas), initial=old))
    axis = close_axis((old, new, *levels))
    doubt = total.doubt
    rows = [_whole(texts.get("chart-before", **cited(previous, texts)), old, doubt, texts)]
    for (name, delta, line_doubt, tone), start in zip(deltas, levels, strict=False):
        label = marked(figure(delta, UNIT, texts, signed=True), line_doubt)
        rows.append(WaterfallRow(name, label, start, start + delta, tone))
    rows.append(_whole(texts.get("chart-after", **cited(edition.decision, texts)), new, doubt, texts))
    frame = ChartFrame(
        title=changes_title(changes, texts, together=together),
        about=(
            " · ".join(
                (
                    texts.get(f"section-{section}"),
                    budget_year(edition, texts),
                    unit_name(UNIT, texts),
                )
            ),
        ),
        notes=frame_notes(
            edition,
            (doubt, *(each[2] for each in deltas)),
            texts,
            scale_note(axis, texts),
            skipped_text(changes.skipped, texts) if changes.skipped else "",
            texts.get("chart-gap") if any(tone is Tone.GAP for *_, tone in deltas) else "",
            texts.get("changes-verdict-unread") if changes.is_partly_read else "",
        ),
        source=decision_source(edition, texts),
    )
    told = before_and_after(texts.get(f"section-{section}"), both, doubt, texts, path=section)
    said = f"{told}, {unit_name(UNIT, texts)}"
    since = previous.address if together else None
    rows_below = _buttons(changes, section, since, texts, dark=dark)
    caption = chart_caption(frame, edition, texts, said, rows=rows_below)
    return ChartView(WaterfallChart(frame, tuple(rows), axis), caption, dark)


def _whole(name: str, amount: int, doubt: Doubt | None, texts: Texts) -> WaterfallRow:
    return WaterfallRow(name, marked(figure(amount, UNIT, texts), doubt), 0, amount, Tone.WHOLE)


def _moved(changes: Changes, section: Section) -> list[ChangedLine]:
    """The lines of a section that tell its change, each tenge once, largest first."""
    telling = (line for line in join_moved(changes) if line.telling and line.delta)
    return sorted(
        (line for line in telling if section_of(line.path) is section), key=lambda line: -abs(line.delta)
    )


def _deltas(
    changes: Changes, section: Section, delta: int, doubt: Doubt | None, texts: Texts
) -> list[_Delta]:
    """Rises, then cuts, those beyond the largest summed, then what no line explains."""
    moved = _moved(changes, section)
    rises = [line for line in moved if line.delta > 0]
    cuts = [line for line in moved if line.delta < 0]
    deltas = [
        *_one_way(rises, Tone.RISE, "chart-rest-rises", texts),
        *_one_way(cuts, Tone.CUT, "chart-rest-cuts", texts),
    ]
    unexplained = delta - sum(line.delta for line in moved)
    if unexplained:
        gravest = Doubt.gravest((doubt, *(line.doubt for line in moved)))
        key = "chart-unexplained-unread" if changes.is_partly_read else "chart-unexplained"
        deltas.append((texts.get(key), unexplained, gravest, Tone.GAP))
    return deltas


def _one_way(lines: Sequence[ChangedLine], tone: Tone, key: str, texts: Texts) -> list[_Delta]:
    # One line more takes no more room than the row that would stand for it.
    shown = len(lines) if len(lines) <= LINES_EACH_WAY + 1 else LINES_EACH_WAY
    names = told_apart(
        [(line.path, listed_name(line.path, line.names, texts, _NAME)) for line in lines[:shown]]
    )
    deltas: list[_Delta] = [
        (_with_status(name, line, texts), line.delta, line.doubt, tone)
        for name, line in zip(names, lines, strict=False)
    ]
    if rest := lines[shown:]:
        doubt = Doubt.gravest(line.doubt for line in rest)
        deltas.append((texts.get(key, count=len(rest)), sum(line.delta for line in rest), doubt, tone))
    return deltas


def _with_status(name: str, line: ChangedLine, texts: Texts) -> str:
    """A name with what became of the line; two of one name were told apart before: one of them may be new."""
    return texts.get(_STATUS[line.status], name=name) if line.status in _STATUS else name


def _buttons(
    changes: Changes, section: Section, since: DecisionAddress | None, texts: Texts, *, dark: bool
) -> list[list[Button]]:
    others = [
        Button(
            texts.get("chart-button-section", section=texts.get(f"section-{other}")),
            _draw(changes, other, since),
        )
        for other in BY_SIDE.values()
        if other is not section and has_waterfall(changes, other)
    ]
    return [[*others, colour_button(_draw(changes, section, since), texts, dark=dark)]]


def _draw(changes: Changes, section: Section, since: DecisionAddress | None) -> DrawChart:
    line = LineAddress(changes.edition.address, section.value)
    return DrawChart(ChartKind.WATERFALL, line, since=since)


def changes_pictures(
    changes: Changes, texts: Texts, since: DecisionAddress | None = None
) -> tuple[Button, ...]:
    """The button that draws changes from the old total to the new one; none without changes.

    Args:
        changes: of a decision, or of several together.
        texts: the person's language.
        since: the decision that those of several are counted from.
    """
    if changes.previous is None:
        return ()
    sides = (BY_SIDE[side] for side in (Side.SPENDING, Side.RECEIPTS))
    sections = [section for section in sides if has_waterfall(changes, section)]
    return tuple(
        Button(texts.get("chart-button"), _draw(changes, section, since)) for section in sections[:1]
    )


def print_button(changes: Changes, texts: Texts) -> tuple[Button, ...]:
    """The button that draws a decision's changes as a page to print; none without changes."""
    if changes.previous is None:
        return ()
    page = DrawChart(ChartKind.SHEET, LineAddress(changes.edition.address, Section.EXPENDITURE.value))
    return (Button(texts.get("chart-button-print"), page),)
