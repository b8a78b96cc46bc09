"""The choice of a budget year and of the decision that its table is shown as of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from itertools import takewhile

from handlers.views.actions import Action, OpenLine
from handlers.views.amounts import exact
from handlers.views.clean import one_line
from handlers.views.doubts import doubt_lines, marked
from handlers.views.fitting import ROWS, spread
from handlers.views.lines import cited, listed_name
from handlers.views.message import Button, MessageView, Span, bold, in_rows, italic, paragraphs, plain
from handlers.views.texts import Texts
from handlers.views.ways import DIRECT, Way, in_other_year
from parser.dataclass import dataclass
from storage.reading.address import LineAddress
from storage.reading.records import Card, EditionInfo, OtherYear, Step

EDITIONS_SHOWN = 40  # decisions on one year, the newest of them
_YEARS_IN_ROW, _EDITIONS_IN_ROW = 5, 2


@dataclass(frozen=True, slots=True)
class EditionChoice:
    """What there is to choose between.

    Attributes:
        name: of what is shown.
        shown: the edition that it is shown in.
        steps: the decisions on its year, with what each left of it.
        unit: what the table counts in, in tenge.
        other_years: the other years that have it.
        address: of what is shown.
        find: its address as a step left it; None where there is nothing to open.
        open: what a button does that opens an address, come to by a way.
        way: how the person came there.
    """

    name: str
    shown: EditionInfo
    steps: Sequence[Step]
    unit: int
    other_years: Sequence[OtherYear]
    address: LineAddress
    find: Callable[[Step], LineAddress | None]
    open: Callable[[LineAddress, Way], Action]
    way: Way = DIRECT


def editions_view(card: Card, texts: Texts, way: Way = DIRECT) -> MessageView:
    """All decisions on the year of a card, each with what it left of the line.

    Args:
        card: the line of an edition.
        texts: the person's language.
        way: how the person came to the line.

    Returns:
        The message; a button opens the line as of each decision that has it, and in each other year.
    """
    choice = EditionChoice(
        name=listed_name(card.line.path, card.line.names, texts),
        shown=card.edition,
        steps=card.ledger,
        unit=card.line.unit,
        other_years=card.other_years,
        address=card.address,
        find=partial(line_as_of, card),
        open=OpenLine,
        way=way,
    )
    return choice_view(choice, texts)


def choice_view(choice: EditionChoice, texts: Texts) -> MessageView:
    """All decisions on a year, each with what it left of a line or of lines together.

    Args:
        choice: what there is to choose between.
        texts: the person's language.

    Returns:
        The message; a button opens each.
    """
    edition, steps = choice.shown, choice.steps[-EDITIONS_SHOWN:]
    title = texts.get("editions-title", place=texts.place(edition.budget.place), year=str(edition.year))
    left_out = len(choice.steps) - len(steps)
    return MessageView(
        paragraphs(
            [[bold(title)], [plain(choice.name)]],
            [
                *([[italic(texts.get("ledger-left-out", count=left_out))]] if left_out else []),
                *(_describe(step, choice, texts) for step in steps),
            ],
            doubt_lines([step.doubt for step in steps], texts),
        ),
        _rows(choice, steps, texts),
    )


def _describe(step: Step, choice: EditionChoice, texts: Texts) -> list[Span]:
    head = plain("• " + texts.get("ledger-decision", **cited(step.decision, texts)) + ": ")
    shown_here = step.decision.address == choice.shown.decision.address
    mark = [bold(f" {texts.get('editions-here')}")] if shown_here else []
    if not step.loaded:
        return [head, italic(gap_text(step, texts))]
    if step.amount is None:
        return [head, italic(texts.get("ledger-absent"))]
    return [head, plain(marked(exact(step.amount, choice.unit, texts), step.doubt)), *mark]


def _rows(choice: EditionChoice, steps: Sequence[Step], texts: Texts) -> tuple[tuple[Button, ...], ...]:
    here, way = choice.shown.address, choice.way
    years = [
        Button(str(other.year), choice.open(other.line, in_other_year(way, here, other.line.edition)))
        for other in choice.other_years
    ]
    below = (
        *in_rows(years, _YEARS_IN_ROW),
        (Button(texts.get("button-card"), choice.open(choice.address, way)),),
    )
    opened = [(step, line) for step in steps if (line := choice.find(step)) is not None]
    is_narrow = len(opened) > _EDITIONS_IN_ROW * (ROWS - len(below))
    editions = [
        Button(_label(step, steps, texts, is_narrow=is_narrow), choice.open(line, way))
        for step, line in opened
    ]
    return (*spread(editions, _EDITIONS_IN_ROW, below), *below)


def _label(step: Step, steps: Sequence[Step], texts: Texts, *, is_narrow: bool) -> str:
    """A decision with its date; of many on one year the number alone, where no other has it."""
    return (
        step_label(step, steps, texts)
        if is_narrow
        else texts.get("ledger-decision", **cited(step.decision, texts))
    )


def line_as_of(card: Card, step: Step) -> LineAddress | None:
    """The card's line as a decision left it; None where that is not loaded or has no such line.

    The decision is named, also where it is the newest: the button says its number.
    """
    line = card.address if step.path is None else card.address.beside(step.path)
    return step_address(line, step)


def step_address(line: LineAddress, step: Step) -> LineAddress | None:
    """A line as a step of its ledger left it; None where that is not loaded or has no such line."""
    if not step.loaded or step.amount is None:
        return None
    return line.as_of(step.decision.address)


def step_label(step: Step, steps: Sequence[Step], texts: Texts) -> str:
    """A decision on a narrow button: its number, with the date where another has the same number."""
    alike = sum(other.decision.number == step.decision.number for other in steps)
    key = "ledger-decision" if alike > 1 else "button-step"
    decision = replace(step.decision, number=one_line(step.decision.number, 20))
    return texts.get(key, **cited(decision, texts))


def gap_text(step: Step, texts: Texts) -> str:
    """Why nothing is known of a step: its table is not loaded, or the line in it could not be read."""
    return texts.get("ledger-unread" if step.unread else "ledger-unloaded")


def over_gap(steps: Sequence[Step], index: int) -> str:
    """The ending of the texts of a change told together with the gaps before it; empty without any."""
    gaps = list(takewhile(lambda step: not step.loaded, reversed(steps[:index])))
    if not gaps:
        return ""
    return "-over-unread" if all(step.unread for step in gaps) else "-over-gap"
