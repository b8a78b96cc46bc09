"""A claimed figure beside a line's own: its amounts, shares and changes, exactly and as people round them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from parser.budget_code.balance_change import change_balance
from parser.kinds import Doubt
from parser.question.claimed_direction import Balance
from parser.question.figure_kinds import ClaimedFigure, FigureKind
from parser.question.intents import Direction
from storage.answering.compared_figure import ComparedFigure, scale_figure, set_beside_figure
from storage.answering.summed_lines import (
    LineChange,
    SummedLines,
    SummedStep,
    change_since_year,
    list_changes_since,
    list_sum_changes,
    sum_cards,
    sum_office,
)
from storage.reading.office_ledger import OfficeLedger
from storage.reading.records import Card, DecisionInfo

_OPEN_SCALES = (1_000, 10**6, 10**9)  # that an amount may be counted in which says none


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
    since = change_since_year(cards[0], year_before) if year_before else None
    return _compare_steps(figure, sum_cards(cards), cards[0].line.unit, since)


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
    return _compare_steps(figure, sum_office(ledger), unit)


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
) -> LineChange:
    """By how much more a line has than another one in an edition that has amounts of both."""
    return LineChange(other[0], own[0], decision, decision, doubt=Doubt.gravest((own[1], other[1])))


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
        changes = [change_since_year(card, since)]
    else:
        changes = list(list_changes_since(card, since))
    compared = (_compare_change(figure, change) for change in changes)
    return tuple(each for each in compared if each is not None)


def compare_years(figure: ClaimedFigure, cards: Sequence[Card]) -> tuple[int, tuple[ComparedFigure, ...]]:
    """A claimed figure beside what a line has in several years together, or how it changed over them.

    Args:
        figure: what is claimed: no share.
        cards: of the line, one of each year, in their order.

    Returns:
        In how many tenge it was counted where its unit was not said, else 1; and the sum of the newest
        amounts, with those of one year that are as much where the sum is not; or the change from the first
        year to the last.
    """
    first, last = cards[0], cards[-1]
    if figure.kind is not FigureKind.AMOUNT:
        change = _compare_change(figure, change_since_year(last, first))
        return 1, () if change is None else (change,)
    doubt = Doubt.gravest(card.line.doubt for card in cards)
    total = sum(card.line.amount for card in cards)
    step = SummedStep(last.edition.decision, loaded=True, amount=total, doubt=doubt)
    scale, compared = _compare_steps(figure, SummedLines((step,), None), last.line.unit)
    if any(each.agreement for each in compared):
        return scale, compared
    of_one = (
        replace(each, year=card.edition.year) for card in cards for each in compare_sum(figure, [card])[1]
    )
    return scale, (*compared, *(each for each in of_one if each.agreement))


def compare_each_year(figure: ClaimedFigure, cards: Sequence[Card]) -> tuple[int, tuple[ComparedFigure, ...]]:
    """A claimed amount beside the newest one that a line has in each of several years.

    Args:
        figure: what is claimed: an amount.
        cards: of the line, one of each year, in their order.

    Returns:
        In how many tenge it was counted where its unit was not said, else 1; and the amount of each year.
    """
    compared = [compare_sum(figure, [card]) for card in cards]
    newest = zip(cards, compared, strict=True)
    return compared[-1][0], tuple(
        replace(of_year[-1], year=card.edition.year) for card, (_, of_year) in newest if of_year
    )


def _compare_steps(
    figure: ClaimedFigure, summed: SummedLines, unit: int, since_year_before: LineChange | None = None
) -> tuple[int, tuple[ComparedFigure, ...]]:
    """A claimed figure beside what each decision left, or beside how that changed."""
    figure = figure if summed.is_balance else replace(figure, balance=None)
    if figure.kind is not FigureKind.AMOUNT:
        changes = [*list_sum_changes(summed), *([since_year_before] if since_year_before else [])]
        compare = _compare_balance if summed.is_balance else _compare_change
        return 1, tuple(each for change in changes if (each := compare(figure, change)))
    scales: tuple[int, ...] = (1,) if figure.unit_is_said else (1, unit)
    scales = _OPEN_SCALES if figure.is_open else scales
    readings = {scale: tuple(_compare_amounts(scale_figure(figure, scale), summed.steps)) for scale in scales}
    scale = min(readings, key=lambda scale: _least_difference(readings[scale]))
    return scale, readings[scale]


def _least_difference(compared: tuple[ComparedFigure, ...]) -> Fraction:
    return min((abs(each.difference) for each in compared), default=Fraction(0))


def _compare_amounts(figure: ClaimedFigure, steps: Sequence[SummedStep]) -> Iterator[ComparedFigure]:
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


def _compare_balance(figure: ClaimedFigure, change: LineChange) -> ComparedFigure | None:
    """A claimed change beside one of the budget's balance, by its size."""
    compared = _compare_change(figure, _take_size(change))
    if compared is None:
        return None
    return _contradict(figure, replace(compared, balance=(change.old, change.new)), change.new)


def _take_size(change: LineChange) -> LineChange:
    """How the size of a balance changed: a deficit from −63 to −281 millions grew."""
    is_deficit = change_balance(change.old, change.new).is_deficit
    return replace(change, old=-change.old, new=-change.new) if is_deficit else change


def _compare_shares(figure: ClaimedFigure, card: Card) -> Iterator[ComparedFigure]:
    parents = card.parents[-1:] if figure.of_whole else card.parents
    for parent in parents:
        if parent.share is not None:
            compared = set_beside_figure(figure, parent.share, card.edition.decision, doubt=parent.doubt)
            yield replace(compared, whole=parent.line)


def compare_earlier_shares(figure: ClaimedFigure, card: Card, whole: Card) -> tuple[ComparedFigure, ...]:
    """A claimed share beside those that a line had of another one before its edition.

    Args:
        figure: what is claimed: a share.
        card: of the line.
        whole: of the line that it is a share of.

    Returns:
        The share in each earlier edition that has amounts of both, in their order.
    """
    known = {
        step.decision.address: (step.amount, step.doubt) for step in whole.ledger if step.amount is not None
    }
    shares = list[ComparedFigure]()
    for step in card.ledger:
        amount, doubt = known.get(step.decision.address, (0, None))
        if step.decision.address == card.edition.decision.address:
            break
        if step.amount is not None and step.amount >= 0 and amount > 0:
            doubt = Doubt.gravest((step.doubt, doubt))
            share = set_beside_figure(figure, Fraction(step.amount, amount), step.decision, doubt=doubt)
            shares.append(replace(share, whole=whole.line))
    return tuple(shares)


def _compare_change(figure: ClaimedFigure, change: LineChange) -> ComparedFigure | None:
    """A claimed change beside one of the line; None where that cannot be counted so: from nothing."""
    actual = _count_change(figure, change)
    if actual is None:
        return None
    size = _turn_times(figure, actual) if figure.kind is FigureKind.TIMES else None
    compared = set_beside_figure(figure, actual, change.decision, doubt=change.doubt, size=size)
    delta = change.new - change.old
    against = {Direction.RISES: delta < 0, Direction.CUTS: delta > 0}
    if figure.direction and against.get(figure.direction):
        compared = replace(compared, agreement=None)
    return replace(
        compared,
        since=change.since,
        since_year=change.since_year,
        over_gap=change.over_gap,
        came=change.came,
        gone=change.gone,
    )


def _count_change(figure: ClaimedFigure, change: LineChange) -> Fraction | None:
    delta = change.new - change.old
    if figure.kind is FigureKind.CHANGE:
        return Fraction(delta)
    if change.old <= 0 or change.new < 0:
        return None
    if figure.kind is FigureKind.GROWTH:
        return Fraction(delta, change.old)
    return Fraction(change.new, change.old) if change.new else None


def _turn_times(figure: ClaimedFigure, ratio: Fraction) -> Fraction:
    """How many times more or less it became, as is claimed; where neither is, whichever it did."""
    if figure.direction is Direction.CUTS:
        return 1 / ratio
    is_open = figure.direction is None and figure.value >= 1
    return max(ratio, 1 / ratio) if is_open else ratio
