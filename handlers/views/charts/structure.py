"""The chart of what a line consists of: where the money goes, or where it comes from."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from handlers.views.actions import ChartKind, DrawChart
from handlers.views.amounts import figure, percent
from handlers.views.charts.frame import (
    ChartView,
    budget_year,
    chart_caption,
    colour_button,
    decision_source,
    frame_notes,
    told_apart,
)
from handlers.views.charts.records import ChartFrame, ShareBar, StructureChart, Tone, zero_axis
from handlers.views.doubts import line_amount, marked
from handlers.views.lines import NAME_LIMIT, cited, line_in_list
from handlers.views.message import Button
from handlers.views.texts import Texts
from parser.budget_code import BALANCES, BY_SIDE
from parser.kinds import Doubt
from storage.reading.address import LineAddress
from storage.reading.records import Card, LineInfo

BARS_SHOWN = 11
_NAME = 110
_SIDES = frozenset(BY_SIDE.values())


def structure_chart(card: Card, texts: Texts, *, dark: bool = False) -> ChartView | None:
    """The lines directly below a card's line, as bars with their shares of it.

    Args:
        card: with all its children.
        texts: the person's language.
        dark: the colours to draw it in.

    Returns:
        The chart: the largest lines, the rest summed, and what the lines do not explain of the printed whole.
        None of a line without parts, and of a balance, which is a difference.
    """
    edition, line, parts = card.edition, card.line, card.children.lines
    if not parts or line.path in BALANCES:
        return None
    bars = _bars(card, texts)
    axis = zero_axis((line.amount, *(bar.amount for bar in bars)))
    name = line_in_list(line, texts, NAME_LIMIT)
    frame = ChartFrame(
        title=texts.get(f"chart-where-{line.path}") if line.path in _SIDES else name,
        about=(
            " · ".join(
                (budget_year(edition, texts), texts.get("card-decision", **cited(edition.decision, texts)))
            ),
        ),
        notes=frame_notes(
            edition,
            (line.doubt, *(part.doubt for part in parts)),
            texts,
            texts.get("chart-zero") if axis[0] < 0 else "",
            texts.get("chart-gap-parts") if any(bar.tone is Tone.GAP for bar in bars) else "",
        ),
        source=decision_source(edition, texts),
    )
    total = texts.get("listing-whole", amount=line_amount(line, texts))
    chart = StructureChart(frame, total, bars, axis)
    rows = [_buttons(card, texts, dark=dark)]
    return ChartView(chart, chart_caption(frame, edition, texts, total, rows=rows), dark)


def _bars(card: Card, texts: Texts) -> tuple[ShareBar, ...]:
    whole, parts = card.line, card.children.lines
    # One line more takes no more room than the row that would stand for it.
    shown = len(parts) if len(parts) <= BARS_SHOWN + 1 else BARS_SHOWN
    names = told_apart([(part.path, line_in_list(part, texts, _NAME, parts)) for part in parts[:shown]])
    bars = [
        _bar(name, part.amount, part.doubt, whole, Tone.PART, texts)
        for name, part in zip(names, parts, strict=False)
    ]
    if rest := parts[shown:]:
        amount, doubt = sum(part.amount for part in rest), Doubt.gravest(part.doubt for part in rest)
        bars.append(_bar(texts.get("chart-rest", count=len(rest)), amount, doubt, whole, Tone.REST, texts))
    unexplained = whole.amount - sum(part.amount for part in parts)
    if unexplained:
        doubt = Doubt.gravest((whole.doubt, *(part.doubt for part in parts)))
        label = marked(figure(unexplained, whole.unit, texts, signed=True), doubt)
        bars.append(ShareBar(texts.get("chart-unexplained"), unexplained, label, "", Tone.GAP))
    return tuple(bars)


def _bar(  # noqa: PLR0913, PLR0917 - what a bar shows
    name: str, amount: int, doubt: Doubt | None, whole: LineInfo, tone: Tone, texts: Texts
) -> ShareBar:
    label = marked(figure(amount, whole.unit, texts), doubt)
    share = ""
    if whole.amount and amount * whole.amount >= 0:
        said = percent(Fraction(amount, whole.amount), texts)
        share = marked(said, Doubt.gravest((doubt, whole.doubt)))
    return ShareBar(name, amount, label, share, tone)


def _buttons(card: Card, texts: Texts, *, dark: bool) -> Sequence[Button]:
    here = card.address
    others = [
        Button(
            texts.get("chart-button-section", section=texts.get(f"section-{side}")),
            DrawChart(ChartKind.STRUCTURE, here.beside(side.value)),
        )
        for side in BY_SIDE.values()
        if card.line.path in _SIDES and side.value != card.line.path
    ]
    return [*others, colour_button(DrawChart(ChartKind.STRUCTURE, here), texts, dark=dark)]


def structure_button(line: LineAddress, parts: int, texts: Texts) -> tuple[Button, ...]:
    """The button that draws what a line consists of; none for fewer than two parts, and for a balance.

    Args:
        line: the line.
        parts: how many lines are directly below it.
        texts: the person's language.
    """
    if parts < 2 or line.path in BALANCES:
        return ()
    return (Button(texts.get("chart-button"), DrawChart(ChartKind.STRUCTURE, line)),)


def parts_button(line: LineAddress, parts: int, texts: Texts) -> tuple[Button, ...]:
    """The same button where it stands among many: it says that the chart is of the parts."""
    label = texts.get("chart-button-parts")
    return tuple(Button(label, button.action) for button in structure_button(line, parts, texts))
