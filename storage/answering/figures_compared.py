"""A claimed figure beside a line's own: its amounts, shares and changes, exactly and as people round them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from parser.kinds import Doubt
from parser.question.claimed_direction import Balance
from parser.question.figure_kinds import ClaimedFigure, FigureKind
from parser.question.intents import Direction
from parser.records import Section
from storage.answering.compared_figure import ComparedFigure, scale_figure, set_beside_figure
from storage.reading.office_ledger import OfficeLedger
from storage.reading.records import Card, Change, DecisionInfo

_OPEN_SCALES = (1_000, 10**6, 10**9)  # that an amount may be counted in which says none


@dataclass(frozen=True, slots=True)
class _SummedStep:
    """What one decision left of lines together: no amount where one of them has none."""

    decision: DecisionInfo
    loaded: bool
    amount: int | None
    doubt: Doubt | None


@dataclass(frozen=True, slots=True)
class _Steps:
    """What the decisions left of lines together, and how that changed since the original."""

    steps: tuple[_SummedStep, ...]
    overall: _LineChange | None
    is_balance: bool = False  # of a budget: what it is below zero is a deficit, and that grows downwards


@dataclass(frozen=True, slots=True)
class _LineChange:
    old: int
    new: int
    decision: DecisionInfo
    since: DecisionInfo
    since_year: int | None = None
    over_gap: bool = False
    doubt: Doubt | None = None


def compare_figure(
    figure: ClaimedFigure, card: Card, year_before: Card | None = None
) -> tuple[int, tuple[ComparedFigure, ...]]:
    """A claimed figure beside those of a line.

    Args:
        figure: what is claimed.
        card: of the line.
        year_before: its card in the year before, where that is loaded.

    Returns:
        In how many tenge an amount was counted whose unit was not said, else 1; and the figures of the line,
        of its amounts those of all editions in their order.
    """
    if figure.kind is FigureKind.SHARE:
        return 1, tuple(_compare_shares(figure, card))
    return compare_sum(figure, [card], year_before)


def compare_sum(
    figure: ClaimedFigure, cards: Sequence[Card], year_before: Card | None = None
) -> tuple[int, tuple[ComparedFigure, ...]]:
    """A claimed amount or change beside that of the sum of lines of one edition.

    Args:
        figure: what is claimed: no share.
        cards: of the lines, none of which stands inside another one.
        year_before: the card of the only line in the year before, where that is loaded.

    Returns:
        In how many tenge it was counted where its unit was not said, else 1; and the sum, or how it changed,
        in each edition that has an amount of all the lines, in their order.
    """
    since = _since_year_before(cards[0], year_before) if year_before else None
    return _compare_steps(figure, _sum_cards(cards), cards[0].line.unit, since)


def compare_office(
    figure: ClaimedFigure, ledger: OfficeLedger, unit: int
) -> tuple[int, tuple[ComparedFigure, ...]]:
    """A claimed amount or change beside that of an administrator in all functional groups together.

    Args:
        figure: what is claimed: no share.
        ledger: what each decision left of the administrator.
        unit: of its lines, in tenge.

    Returns:
        The same as of a sum of lines.
    """
    steps = tuple(
        _SummedStep(step.decision, loaded=step.loaded, amount=step.amount, doubt=step.doubt)
        for step in ledger.steps
    )
    overall = [] if ledger.overall is None else [ledger.overall]
    return _compare_steps(figure, _Steps(steps, _sum_overall(overall, steps, 1)), unit)


def compare_beside(figure: ClaimedFigure, card: Card, other: Card) -> tuple[ComparedFigure, ...]:
    """By how much more a line has than another one, beside what is claimed of that.

    Args:
        figure: a claimed change, growth or how many times as much.
        card: of the line.
        other: of the one that it is set beside.

    Returns:
        How much more it has in each edition that has amounts of both, in their order.
    """
    known = {
        step.decision.address: (step.amount, step.doubt) for step in other.ledger if step.amount is not None
    }
    differences = (
        _set_beside(step.decision, (step.amount, step.doubt), known[step.decision.address])
        for step in card.ledger
        if step.amount is not None and step.decision.address in known
    )
    compared = (_compare_change(figure, difference) for difference in differences)
    return tuple(replace(each, since=None) for each in compared if each is not None)


def _set_beside(
    decision: DecisionInfo, own: tuple[int, Doubt | None], other: tuple[int, Doubt | None]
) -> _LineChange:
    """By how much more a line has than another one in an edition that has amounts of both."""
    return _LineChange(other[0], own[0], decision, decision, doubt=Doubt.gravest((own[1], other[1])))


def compare_since(figure: ClaimedFigure, card: Card, since: Card) -> tuple[ComparedFigure, ...]:
    """How a line changed from an edition that is named, beside what is claimed of that.

    Args:
        figure: a claimed change, growth or how many times as much.
        card: of the line, in the edition that the figure is of.
        since: of the line in the edition that it is counted from.

    Returns:
        The change to each later edition of its year that has the line, or to that of another year.
    """
    if since.edition.year != card.edition.year:
        changes = [_since_year_before(card, since)]
    else:
        changes = list(_list_since(card, since))
    compared = (_compare_change(figure, change) for change in changes)
    return tuple(each for each in compared if each is not None)


def _list_since(card: Card, since: Card) -> Iterator[_LineChange]:
    """The changes of a line from an edition to each later one."""
    first, gap, seen = since.edition.decision, False, False
    for step in card.ledger:
        if seen and not step.loaded:
            gap = True
        elif seen and step.amount is not None:
            doubt = Doubt.gravest((since.line.doubt, step.doubt))
            yield _LineChange(since.line.amount, step.amount, step.decision, first, None, gap, doubt)
        seen = seen or step.decision.address == first.address


def _compare_steps(
    figure: ClaimedFigure, summed: _Steps, unit: int, since_year_before: _LineChange | None = None
) -> tuple[int, tuple[ComparedFigure, ...]]:
    """A claimed figure beside what each decision left, or beside how that changed."""
    figure = figure if summed.is_balance else replace(figure, balance=None)
    if figure.kind is not FigureKind.AMOUNT:
        changes = [*_list_changes(summed), *([since_year_before] if since_year_before else [])]
        sizes = [_take_size(change) for change in changes] if summed.is_balance else changes
        pairs = zip(changes, (_compare_change(figure, change) for change in sizes), strict=True)
        return 1, tuple(_contradict(figure, each, change.new) for change, each in pairs if each)
    scales: tuple[int, ...] = (1,) if figure.unit_is_said else (1, unit)
    scales = _OPEN_SCALES if figure.is_open else scales
    readings = {scale: tuple(_compare_amounts(scale_figure(figure, scale), summed.steps)) for scale in scales}
    scale = min(readings, key=lambda scale: _least_difference(readings[scale]))
    return scale, readings[scale]


def _least_difference(compared: tuple[ComparedFigure, ...]) -> Fraction:
    return min((abs(each.difference) for each in compared), default=Fraction(0))


def _compare_amounts(figure: ClaimedFigure, steps: Sequence[_SummedStep]) -> Iterator[ComparedFigure]:
    """The amounts that the decisions left of all lines together: of a gap in one of them there is no sum."""
    for step in steps:
        if step.amount is not None:
            compared = set_beside_figure(figure, Fraction(step.amount), step.decision, doubt=step.doubt)
            yield _contradict(figure, compared, step.amount)


def _contradict(figure: ClaimedFigure, compared: ComparedFigure, amount: int) -> ComparedFigure:
    """A figure beside a balance that is below zero and is said to be above it, or the other way round."""
    contrary = {Balance.DEFICIT: amount > 0, Balance.SURPLUS: amount < 0}
    if figure.balance is None or not contrary[figure.balance]:
        return compared
    return replace(compared, agreement=None, contrary=True)


def _take_size(change: _LineChange) -> _LineChange:
    """How the size of a deficit changed: from −63 to −281 millions it grew."""
    return replace(change, old=-change.old, new=-change.new) if max(change.old, change.new) <= 0 else change


def _sum_cards(cards: Sequence[Card]) -> _Steps:
    steps = tuple(_sum_steps(cards))
    changes = [card.overall for card in cards if card.overall is not None]
    is_balance = len(cards) == 1 and cards[0].line.path == Section.DEFICIT
    return _Steps(steps, _sum_overall(changes, steps, len(cards)), is_balance)


def _sum_steps(cards: Sequence[Card]) -> Iterator[_SummedStep]:
    """What each decision left of all lines together."""
    first, *others = (card.ledger for card in cards)
    known = [{step.decision.address: step for step in steps} for steps in others]
    for step in first:
        together = [step, *(found for steps in known if (found := steps.get(step.decision.address)))]
        amounts = [each.amount for each in together if each.amount is not None]
        yield _SummedStep(
            step.decision,
            loaded=all(each.loaded for each in together),
            amount=sum(amounts) if len(amounts) == len(cards) else None,
            doubt=Doubt.gravest(each.doubt for each in together),
        )


def _compare_shares(figure: ClaimedFigure, card: Card) -> Iterator[ComparedFigure]:
    parents = card.parents[-1:] if figure.of_whole else card.parents
    for parent in parents:
        if parent.share is not None:
            compared = set_beside_figure(figure, parent.share, card.edition.decision, doubt=parent.doubt)
            yield replace(compared, whole=parent.line)


def _list_changes(summed: _Steps) -> Iterator[_LineChange]:
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
        if before is not None and before.amount is not None and step.amount is not None:
            repeats = whole is not None and before.decision == whole.since and step is last
            if not repeats:
                doubt = Doubt.gravest((before.doubt, step.doubt))
                yield _LineChange(
                    before.amount, step.amount, step.decision, before.decision, None, gap, doubt
                )
        before, gap = step, False


def _since_year_before(card: Card, year_before: Card) -> _LineChange:
    since = year_before.edition
    return _LineChange(
        year_before.line.amount,
        card.line.amount,
        card.edition.decision,
        since.decision,
        since.year,
        doubt=Doubt.gravest((card.line.doubt, year_before.line.doubt)),
    )


def _find_last(steps: Sequence[_SummedStep]) -> _SummedStep | None:
    return next((step for step in reversed(steps) if step.amount is not None), None)


def _sum_overall(changes: Sequence[Change], steps: Sequence[_SummedStep], count: int) -> _LineChange | None:
    """How so many lines together changed since the original; None where one was not there, then or now."""
    last = _find_last(steps)
    olds = [change.old for change in changes if change.old is not None]
    if last is None or len(olds) < count:
        return None
    first, new = changes[0], sum(change.new for change in changes)
    doubt = Doubt.gravest(change.doubt for change in changes)
    return _LineChange(sum(olds), new, last.decision, first.since, over_gap=bool(first.skipped), doubt=doubt)


def _compare_change(figure: ClaimedFigure, change: _LineChange) -> ComparedFigure | None:
    """A claimed change beside one of the line; None where that cannot be counted so: from nothing."""
    actual = _count_change(figure, change)
    if actual is None:
        return None
    compared = set_beside_figure(figure, actual, change.decision, doubt=change.doubt)
    delta = change.new - change.old
    against = {Direction.RISES: delta < 0, Direction.CUTS: delta > 0}
    if figure.direction and against.get(figure.direction):
        compared = replace(compared, agreement=None)
    return replace(compared, since=change.since, since_year=change.since_year, over_gap=change.over_gap)


def _count_change(figure: ClaimedFigure, change: _LineChange) -> Fraction | None:
    delta = change.new - change.old
    if figure.kind is FigureKind.CHANGE:
        return Fraction(delta)
    if change.old <= 0 or change.new <= 0:
        return None
    if figure.kind is FigureKind.GROWTH:
        return Fraction(delta, change.old)
    falls = figure.direction is Direction.CUTS
    return Fraction(change.old, change.new) if falls else Fraction(change.new, change.old)
