"""A line through all editions: approved, each decision, now."""

from __future__ import annotations

from handlers.views.amounts import exact, figure
from handlers.views.clean import one_line
from handlers.views.doubts import doubt_lines, marked
from handlers.views.lines import cited, codes_text, listed_name
from handlers.views.message import (
    Button,
    ChartKind,
    DrawChart,
    MessageView,
    OpenChanges,
    OpenLine,
    Span,
    bold,
    code,
    italic,
    paragraphs,
    plain,
)
from handlers.views.texts import Texts
from parser.kinds import Doubt
from parser.records import DecisionKind
from storage.reading.records import Card, Step

STEPS_SHOWN = 30
DECISIONS_SHOWN = 8


def ledger_view(card: Card, texts: Texts, *, asked: bool = False, notice: str | None = None) -> MessageView:
    """Every decision's step of a card's line, gaps included.

    Args:
        card: the line of an edition.
        texts: the person's language.
        asked: carried on to the card's buttons.
        notice: a sentence to put first, such as what could not be found.

    Returns:
        The message. Of a very long ledger it shows the first step and the last
        ones, and says how many it leaves out.
    """
    edition, line = card.edition, card.line
    title = [plain("📜 "), bold(texts.get("ledger-title"))]
    name = [bold(listed_name(line.path, line.names, texts))]
    where = [plain(f"{texts.place(edition.budget.place)} · {edition.year}")]
    if line.codes:
        where += [plain(" · "), code(codes_text(line.codes))]
    return MessageView(
        paragraphs(
            [[italic(notice)]] if notice else [],
            [title, name, where],
            _steps(card, texts),
            [_total(card, texts)],
            doubt_lines(_doubts(card), texts),
        ),
        _rows(card, texts, asked=asked),
    )


def _steps(card: Card, texts: Texts) -> list[list[Span]]:
    steps = card.ledger
    described = [_step(steps, index, card.line.unit, texts) for index in range(len(steps))]
    if len(described) <= STEPS_SHOWN:
        return described
    left_out = len(described) - STEPS_SHOWN
    return [
        described[0],
        [italic(texts.get("ledger-left-out", count=left_out))],
        *described[left_out + 1 :],
    ]


def _step(steps: tuple[Step, ...], index: int, unit: int, texts: Texts) -> list[Span]:
    step = steps[index]
    head = plain("• " + texts.get("ledger-decision", **cited(step.decision, texts)) + ": ")
    if not step.loaded:
        return [head, italic(texts.get("ledger-unloaded"))]
    if step.amount is None:
        return [head, italic(texts.get("ledger-absent"))]
    amount = marked(exact(step.amount, unit, texts), step.doubt)
    return [head, bold(amount), plain(_remark(steps, index, unit, texts))]


def _remark(steps: tuple[Step, ...], index: int, unit: int, texts: Texts) -> str:
    step = steps[index]
    if step.decision.kind is DecisionKind.ORIGINAL:
        return f" ({texts.get('ledger-approved')})"
    if step.delta is None:
        return ""
    earlier = [past for past in steps[:index] if past.loaded]
    if earlier and earlier[-1].amount is None:
        return f" ({texts.get('ledger-appeared')})"
    over_gap = "-over-gap" if index and not steps[index - 1].loaded else ""
    if step.delta == 0:
        said = texts.get(f"ledger-unchanged{over_gap}")
    else:
        said = figure(step.delta, unit, texts, signed=True)
        if over_gap:
            said = texts.get("ledger-delta-over-gap", delta=said)
    return f" ({marked(said, step.delta_doubt)})"


def _total(card: Card, texts: Texts) -> list[Span]:
    change = card.since_original
    if change is None or change.old is None:
        return []
    if change.delta == 0:
        return [plain(marked(texts.get("ledger-total-unchanged"), change.doubt))]
    delta = exact(change.delta, card.line.unit, texts, signed=True)
    return [plain(marked(texts.get("ledger-total", delta=delta), change.doubt))]


def _doubts(card: Card) -> list[Doubt | None]:
    """The doubts of all steps; a change has no other."""
    return [step.doubt for step in card.ledger]


def _rows(card: Card, texts: Texts, *, asked: bool) -> tuple[tuple[Button, ...], ...]:
    here = card.address
    # The first loaded edition has nothing before it to be compared with.
    loaded = [step.decision for step in card.ledger if step.loaded][1:][-DECISIONS_SHOWN:]
    buttons = [
        Button(
            texts.get("button-changes", number=f"№ {one_line(decision.number, 20)}"),
            OpenChanges(decision.address, here, asked),
        )
        for decision in loaded
    ]
    pairs = [tuple(buttons[index : index + 2]) for index in range(0, len(buttons), 2)]
    chart = Button(texts.get("chart-button"), DrawChart(ChartKind.HISTORY, here))
    return ((chart,), *pairs, (Button(texts.get("button-card"), OpenLine(here, asked=asked)),))
