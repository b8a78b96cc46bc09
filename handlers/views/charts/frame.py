"""What all charts share: the words around the picture, its caption, its buttons, and names told apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from handlers.views.actions import DrawChart
from handlers.views.charts.records import Axis, Chart, ChartFrame
from handlers.views.clean import one_line
from handlers.views.doubts import doubt_lines
from handlers.views.faults import fault_mark
from handlers.views.lines import cited
from handlers.views.message import Button, MessageView, Span, bold, link, paragraphs, plain
from handlers.views.texts import Texts
from parser.budget_code import codes_of
from parser.dataclass import dataclass
from parser.kinds import Doubt
from storage.reading.records import EditionInfo


@dataclass(frozen=True, slots=True)
class ChartView:
    """A chart with its caption and buttons, before it is drawn. `dark` are the colours to draw it in."""

    chart: Chart
    caption: MessageView
    dark: bool = False


def budget_year(edition: EditionInfo, texts: Texts) -> str:
    """The place and the year: «Тараз · 2013»."""
    return f"{texts.place(edition.budget.place)} · {edition.year}"


def decision_source(edition: EditionInfo, texts: Texts) -> str:
    """Where the amounts of one edition are printed, and that they are a plan."""
    decision = edition.decision
    act = texts.get("source-decision", **cited(decision, texts))
    body = one_line(decision.body_in(texts.language) or "", 120) if decision.bodies else ""
    source = ", ".join(part for part in (body, act) if part)
    if edition.appendix:
        source += f", {texts.get('source-appendix', appendix=one_line(edition.appendix, 20))}"
    return f"{texts.get('card-source')} {source}. {texts.get('chart-plan')}"


def frame_notes(
    edition: EditionInfo, doubts: Iterable[Doubt | None], texts: Texts, *said: str
) -> tuple[str, ...]:
    """What must be known to read a picture: sentences of its own, then faults of the table and doubts."""
    marks = [*fault_mark(edition, texts), *doubt_lines(doubts, texts)]
    sentences = (note[:1].upper() + note[1:] for note in said if note)
    return (*sentences, *("".join(span.text for span in mark) for mark in marks))


def scale_note(axis: Axis, texts: Texts) -> str:
    """That lengths do not tell proportions, where they do not."""
    return texts.get("chart-scale") if axis[0] > 0 or axis[1] < 0 else ""


def chart_caption(
    frame: ChartFrame, edition: EditionInfo, texts: Texts, *said: str, rows: Sequence[Sequence[Button]] = ()
) -> MessageView:
    """The text under a picture: what it is of, what it comes to, and the way to its source.

    Args:
        frame: of the chart.
        edition: that the amounts are of.
        texts: the person's language.
        said: what the picture comes to, a line each.
        rows: the buttons.
    """
    decision = edition.decision
    act = texts.get("source-decision", **cited(decision, texts))
    source: list[Span] = [
        plain(f"{texts.get('card-source')} "),
        link(act, decision.url_in(texts.language)),
    ]
    about = [[plain(line)] for line in frame.about]
    spans = paragraphs([[bold(frame.title)], *about], [[plain(line)] for line in said if line], [source])
    return MessageView(spans, tuple(tuple(row) for row in rows))


def colour_button(chart: DrawChart, texts: Texts, *, dark: bool) -> Button:
    """The button that draws a chart in the other colours than it has."""
    key = "chart-button-light" if dark else "chart-button-dark"
    return Button(texts.get(key), replace(chart, dark=not dark))


def told_apart(named: Sequence[tuple[str, str]]) -> list[str]:
    """Names of a chart's lines, each behind its codes where another line has the same name.

    Args:
        named: each line's path and name.

    Returns:
        The names, in the same order.
    """
    counts = Counter(name for _, name in named)
    return [
        f"{' '.join(codes_of(path))} · {name}" if counts[name] > 1 and codes_of(path) else name
        for path, name in named
    ]
