"""A line through all editions: approved, each decision, now."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.views.actions import ChartKind, DrawChart, OpenLine
from handlers.views.amounts import exact
from handlers.views.card_buttons import shared_rows
from handlers.views.deltas import tell_delta, tell_growth
from handlers.views.doubts import doubt_lines, marked
from handlers.views.editions import gap_text, line_as_of, over_gap, step_label
from handlers.views.fitting import spread
from handlers.views.lines import cited, codes_text, listed_name
from handlers.views.message import (
    Button,
    MessageView,
    Span,
    bold,
    code,
    folded,
    italic,
    link,
    paragraphs,
    plain,
)
from handlers.views.table_actions import TableKind, TakeTable
from handlers.views.take_away import table_button
from handlers.views.texts import Texts
from handlers.views.ways import DIRECT, Way
from parser.dataclass import dataclass
from parser.records import DecisionKind
from storage.reading.records import Card, Change, DecisionInfo, Step

STEPS_SHOWN = 30
STEPS_OPEN = 6  # more are folded
STEPS_IN_ROW = 3


@dataclass(frozen=True, slots=True)
class Traced:
    """An amount that is told decision by decision.

    Attributes:
        path: the line's that it is of; of an office's sum that of any of its lines.
        unit: what its table counts in, in tenge.
        steps: what each decision left, oldest first.
    """

    path: str
    unit: int
    steps: Sequence[Step]


def ledger_view(
    card: Card,
    texts: Texts,
    *,
    way: Way = DIRECT,
    notice: str | None = None,
    inline: bool = False,
) -> MessageView:
    """Every decision's step of a card's line, gaps included.

    Args:
        card: the line of an edition.
        texts: the person's language.
        way: how the person came to the line.
        notice: a sentence to put first, such as what could not be found.
        inline: in a message that lives in somebody else's chat.

    Returns:
        The message; a button opens the line as each decision left it. A long ledger is a quote that a tap
        opens; of a very long one the first step and the last ones show, and how many are left out.
    """
    rows = shared_rows(card, texts, shows_history=True) if inline else _rows(card, texts, way)
    return MessageView(_spans(card, texts, notice, []), rows)


def asked_ledger_view(card: Card, texts: Texts, way: Way, notice: str | None) -> MessageView:
    """The same where one decision's change was asked of: its step comes first, whatever is folded.

    Args:
        card: the line of the edition that this decision set.
        texts: the person's language.
        way: how the person came to the line.
        notice: a sentence to put first.
    """
    asked = asked_step(_traced(card), card.edition.decision, texts)
    return MessageView(_spans(card, texts, notice, asked), _rows(card, texts, way))


def asked_step(traced: Traced, decision: DecisionInfo, texts: Texts) -> list[list[Span]]:
    """The step of a ledger that was asked of, marked as such.

    Args:
        traced: what each decision left.
        decision: the decision that was asked of.
        texts: the person's language.

    Returns:
        One line; none where the ledger lacks the decision.
    """
    return [
        _step(traced, number, texts, sign="▸ ")
        for number, step in enumerate(traced.steps)
        if step.decision == decision
    ]


def changed_steps(card: Card, texts: Texts) -> list[list[Span]]:
    """The steps of a line's ledger at which it came or its amount changed: when that was.

    Args:
        card: of the line.
        texts: the person's language.

    Returns:
        A line for each; none where no loaded decision changed it.
    """
    traced = _traced(card)
    shown = shown_steps(card.ledger)
    return [
        _step(traced, number, texts)
        for number, step in enumerate(card.ledger)
        if step in shown and step.decision.kind is not DecisionKind.ORIGINAL and step.both and step.delta
    ]


def _spans(card: Card, texts: Texts, notice: str | None, asked: list[list[Span]]) -> tuple[Span, ...]:
    edition, line = card.edition, card.line
    title = [plain("📜 "), bold(texts.get("ledger-title"))]
    name = [bold(listed_name(line.path, line.names, texts))]
    where = [plain(f"{texts.place(edition.budget.place)} · {edition.year}")]
    if line.codes:
        where += [plain(" · "), code(codes_text(line.codes))]
    return paragraphs(
        [[italic(notice)]] if notice else [],
        [title, name, where],
        asked,
        *ledger_paragraphs(_traced(card), card.overall, texts),
    )


def _traced(card: Card) -> Traced:
    return Traced(card.line.path, card.line.unit, card.ledger)


def ledger_paragraphs(traced: Traced, overall: Change | None, texts: Texts) -> list[list[list[Span]]]:
    """The steps of a ledger, folded where they are many, the change over all of them, and their doubts.

    Args:
        traced: what each decision left.
        overall: from the original to the last step; None where that is not known.
        texts: the person's language.
    """
    described = _steps(traced, texts)
    return [
        folded(described) if len(described) > STEPS_OPEN else described,
        [_total(overall, traced, texts)],
        doubt_lines([step.doubt for step in traced.steps], texts),  # a change has no other doubt
    ]


def shown_steps(steps: Sequence[Step]) -> list[Step]:
    """The steps of a very long ledger that show: the first and the last ones."""
    return [*steps[:1], *steps[1:][-(STEPS_SHOWN - 1) :]]


def _steps(traced: Traced, texts: Texts) -> list[list[Span]]:
    described = [_step(traced, index, texts) for index in range(len(traced.steps))]
    if len(described) <= STEPS_SHOWN:
        return described
    left_out = len(described) - STEPS_SHOWN
    return [
        described[0],
        [italic(texts.get("ledger-left-out", count=left_out))],
        *described[left_out + 1 :],
    ]


def _step(traced: Traced, index: int, texts: Texts, sign: str = "• ") -> list[Span]:
    step = traced.steps[index]
    cite = texts.get("ledger-decision", **cited(step.decision, texts))
    head = [plain(sign), link(cite, step.decision.url_in(texts.language)), plain(": ")]
    if not step.loaded:
        return [*head, italic(gap_text(step, texts))]
    if step.amount is None:
        return [*head, italic(texts.get("ledger-absent"))]
    amount = marked(exact(step.amount, traced.unit, texts), step.doubt)
    return [*head, bold(amount), plain(_remark(traced, index, texts))]


def _remark(traced: Traced, index: int, texts: Texts) -> str:
    steps = traced.steps
    step = steps[index]
    if step.decision.kind is DecisionKind.ORIGINAL:
        return f" ({texts.get('ledger-approved')})"
    if step.both is None:
        return ""
    earlier = [past for past in steps[:index] if past.loaded]
    if earlier and earlier[-1].amount is None:
        return f" ({texts.get('ledger-appeared')})"
    over = over_gap(steps, index)
    if step.delta == 0:
        said = texts.get(f"ledger-unchanged{over}")
    else:
        said = tell_delta(traced.path, step.both, traced.unit, texts)
        if over:
            said = texts.get(f"ledger-delta{over}", delta=said)
    return f" ({marked(said, step.delta_doubt)})"


def _total(change: Change | None, traced: Traced, texts: Texts) -> list[Span]:
    """The change from the original to the last step that is shown, whatever edition is looked at."""
    if change is None or change.old is None:
        return []
    if change.delta == 0:
        return [plain(marked(texts.get("ledger-total-unchanged"), change.doubt))]
    delta = tell_growth(traced.path, (change.old, change.new), traced.unit, texts)
    return [plain(marked(texts.get("ledger-total", delta=delta), change.doubt))]


def _rows(card: Card, texts: Texts, way: Way) -> tuple[tuple[Button, ...], ...]:
    buttons = [
        Button(step_label(step, card.ledger, texts), OpenLine(line, way))
        for step in shown_steps(card.ledger)
        if (line := line_as_of(card, step)) is not None
    ]
    chart = Button(texts.get("chart-button"), DrawChart(ChartKind.HISTORY, card.address))
    table = table_button(TakeTable(card.address, TableKind.HISTORY, way), texts)
    back = (Button(texts.get("button-card"), OpenLine(card.address, way)),)
    return ((chart, table), *spread(buttons, STEPS_IN_ROW, [(chart, table), back]), back)
