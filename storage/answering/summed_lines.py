"""What each decision left of lines together, and how that changed from one decision to another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parser.dataclass import dataclass
from parser.kinds import Doubt
from parser.records import Section
from storage.reading.office_ledger import OfficeLedger
from storage.reading.records import Card, Change, DecisionInfo


@dataclass(frozen=True, slots=True)
class SummedStep:
    """What one decision left of lines together: no amount where one of them has none.

    `absent` says of a single one that a loaded edition has no such line.
    """

    decision: DecisionInfo
    loaded: bool
    amount: int | None
    doubt: Doubt | None
    absent: bool = False


@dataclass(frozen=True, slots=True)
class SummedLines:
    """What the decisions left of lines together, and how that changed since the original."""

    steps: tuple[SummedStep, ...]
    overall: LineChange | None
    is_balance: bool = False  # of a budget: what it is below zero is a deficit, and that grows downwards


@dataclass(frozen=True, slots=True)
class LineChange:
    """How lines together changed from one edition to another, which may be of another year.

    A line that `came` was not in the first of them, one that is `gone` is not in the other.
    """

    old: int
    new: int
    decision: DecisionInfo
    since: DecisionInfo
    since_year: int | None = None
    over_gap: bool = False
    doubt: Doubt | None = None
    came: bool = False
    gone: bool = False


def sum_cards(cards: Sequence[Card]) -> SummedLines:
    """What the decisions left of lines of one edition together, none of which stands inside another one."""
    steps = tuple(_sum_steps(cards))
    changes = [card.overall for card in cards if card.overall is not None]
    is_balance = len(cards) == 1 and cards[0].line.path == Section.DEFICIT
    return SummedLines(steps, _sum_overall(changes, steps, len(cards)), is_balance)


def sum_office(ledger: OfficeLedger) -> SummedLines:
    """What the decisions left of an administrator in all functional groups together."""
    steps = tuple(
        SummedStep(
            step.decision,
            loaded=step.loaded,
            amount=step.amount,
            doubt=step.doubt,
            absent=step.loaded and step.amount is None,
        )
        for step in ledger.steps
    )
    overall = [] if ledger.overall is None else [ledger.overall]
    return SummedLines(steps, _sum_overall(overall, steps, 1))


def list_changes_since(card: Card, since: Card) -> Iterator[LineChange]:
    """The changes of a line from an edition to each later one."""
    first, gap, seen = since.edition.decision, False, False
    for step in card.ledger:
        if seen and not step.loaded:
            gap = True
        elif seen and step.amount is not None:
            doubt = Doubt.gravest((since.line.doubt, step.doubt))
            yield LineChange(since.line.amount, step.amount, step.decision, first, None, gap, doubt)
        seen = seen or step.decision.address == first.address


def list_sum_changes(summed: SummedLines) -> Iterator[LineChange]:
    """The changes of lines together: since the original, and of each decision."""
    steps, whole = summed.steps, summed.overall
    last = _find_last(steps)
    if whole is not None:
        yield whole
    before, gap = None, False
    for step in steps:
        if not step.loaded:
            gap = True
            continue
        repeats = before is not None and whole is not None and before.decision == whole.since and step is last
        if before is not None and not repeats and _is_change(before, step):
            old, new = before.amount or 0, step.amount or 0
            doubt = Doubt.gravest((before.doubt, step.doubt))
            came, gone = before.absent, step.absent
            yield LineChange(old, new, step.decision, before.decision, None, gap, doubt, came, gone)
        before, gap = step, False


def _is_change(before: SummedStep, step: SummedStep) -> bool:
    """Whether a line changed between two loaded editions, one of which has it and has an amount of it."""
    known = [each.amount is not None for each in (before, step)]
    return all(known) or (any(known) and (before.absent or step.absent))


def change_since_year(card: Card, year_before: Card) -> LineChange:
    """How a line changed from another year's edition to its own."""
    since = year_before.edition
    return LineChange(
        year_before.line.amount,
        card.line.amount,
        card.edition.decision,
        since.decision,
        since.year,
        doubt=Doubt.gravest((card.line.doubt, year_before.line.doubt)),
    )


def _sum_steps(cards: Sequence[Card]) -> Iterator[SummedStep]:
    """What each decision left of all lines together."""
    first, *others = (card.ledger for card in cards)
    known = [{step.decision.address: step for step in steps} for steps in others]
    for step in first:
        together = [step, *(found for steps in known if (found := steps.get(step.decision.address)))]
        amounts = [each.amount for each in together if each.amount is not None]
        loaded, is_known = all(each.loaded for each in together), len(amounts) == len(cards)
        yield SummedStep(
            step.decision,
            loaded=loaded,
            amount=sum(amounts) if is_known else None,
            doubt=Doubt.gravest(each.doubt for each in together),
            absent=loaded and not is_known and len(cards) == 1,
        )


def _find_last(steps: Sequence[SummedStep]) -> SummedStep | None:
    return next((step for step in reversed(steps) if step.amount is not None), None)


def _sum_overall(changes: Sequence[Change], steps: Sequence[SummedStep], count: int) -> LineChange | None:
    """How so many lines together changed since the original; None where one was not there, then or now."""
    last = _find_last(steps)
    olds = [change.old for change in changes if change.old is not None]
    if last is None or len(olds) < count:
        return None
    first, new = changes[0], sum(change.new for change in changes)
    doubt = Doubt.gravest(change.doubt for change in changes)
    return LineChange(
        sum(olds), new, last.decision, first.since, over_gap=bool(first.skipped or first.unread), doubt=doubt
    )
