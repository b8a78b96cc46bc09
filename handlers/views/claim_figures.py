"""What is told of a line beside a claimed figure: which of its figures comes nearest, and all of them."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from handlers.views.amounts import exact, unit_name
from handlers.views.claimed_figure import (
    goes_otherwise,
    is_earlier_share,
    say_whole,
    tell_beside,
    tell_bound,
    tell_figure,
)
from handlers.views.doubts import marked
from handlers.views.lines import cited
from handlers.views.message import Span, bold, bullet, folded, italic, plain
from handlers.views.texts import Texts
from parser.question.claimed_direction import Balance
from parser.question.figure_kinds import ClaimedFigure, FigureKind
from parser.records import DecisionKind
from storage.answering.answer import CheckedLine, CheckedStatement
from storage.answering.compared_figure import Agreement, ComparedFigure
from storage.reading.records import DecisionInfo

_LEAST_ENTRIES = 3
_ENTRIES_OPEN = 6  # more are folded
_GROUPS = {
    FigureKind.AMOUNT: "amount",
    FigureKind.SHARE: "share",
    FigureKind.CHANGE: "change",
    FigureKind.GROWTH: "change",
    FigureKind.TIMES: "change",
}
_OF_ONE_EDITION = frozenset({"amount", "beside", "times", "span"})  # what each decision has by itself
Lines = list[list[Span]]


def headline_lines(checked: CheckedStatement, line: CheckedLine, texts: Texts) -> Lines:
    """The headline on a line: where the figure stands as it was said, else the nearest one, and how far off.

    Args:
        checked: the claimed figure.
        line: one of the lines that it may be said of.
        texts: the person's language.
    """
    figure, group = checked.statement.figure, _group(checked, line)
    if not line.compared:
        return [[plain(texts.get(f"claim-no-{group}"))]]
    if _is_of_each_year(checked):
        fits = sum(each.agreement is not None for each in line.compared)
        return [[bold(texts.get("claim-each-year", fits=fits, years=len(line.compared)))]]
    named = [each for each in line.compared if each.decision.address == line.named_decision]
    told = named or line.compared
    compared = _choose(checked, line, told)
    entry = tell_figure(figure, compared, line, texts)
    values = {"at": entry.at, "actual": entry.actual, "difference": entry.difference}
    if figure.bound and not (figure.is_denied or compared.agreement or compared.contrary):
        return [[bold(tell_bound(figure, compared, entry, texts))]]
    if group == "span" and compared.year is not None:  # one of the years alone has it
        group = "amount"
    key = _headline_key(figure, compared, group, is_named=bool(named))
    if compared.whole is not None and is_earlier_share(compared, line):
        decision = texts.get("ledger-decision", **cited(compared.decision, texts))
        key, values = (
            "claim-then-share",
            {**values, "at": say_whole(compared.whole, texts), "decision": decision},
        )
    told_first = [] if named else _tell_newest(figure, compared, line, texts)
    return [*told_first, [bold(texts.get(key, **values, year=str(line.match.edition.year)))]]


def find_earlier_decision(checked: CheckedStatement, line: CheckedLine) -> DecisionInfo | None:
    """The earlier decision that alone has the claimed amount or share.

    None where the newest one fits too, or none does: `проверь: дефицит 63 млн` may be of April alone.
    """
    kinds = {FigureKind.AMOUNT, FigureKind.SHARE}
    if line.years or line.beside is not None or checked.statement.figure.kind not in kinds:
        return None
    fitting = [each for each in line.compared if each.agreement and each.year is None]
    newest = line.match.edition.decision.address
    if not fitting or any(each.decision.address == newest for each in fitting):
        return None
    return _choose(checked, line, fitting).decision


def _is_of_each_year(checked: CheckedStatement) -> bool:
    """Whether each of several years is said to have the figure."""
    return checked.statement.span is not None and checked.statement.span.each


def _tell_newest(said: ClaimedFigure, compared: ComparedFigure, line: CheckedLine, texts: Texts) -> Lines:
    """What the newest decision has, where an amount fits an earlier one alone; else nothing."""
    if is_earlier_share(compared, line):
        own = [each for each in line.compared if each.whole == compared.whole and each is not compared]
        newest = tell_figure(said, own[0], line, texts)
        decision = texts.get("ledger-decision", **cited(own[0].decision, texts))
        values = {"at": newest.at, "actual": newest.actual, "difference": newest.difference}
        return [[bold(texts.get("claim-newest-share", decision=decision, **values))]]
    own = [each for each in line.compared if each.year is None]
    is_amount = said.kind is FigureKind.AMOUNT and not (line.years or line.beside)
    if not (is_amount and own and compared.agreement and compared.year is None) or own[-1].agreement:
        return []
    newest = tell_figure(said, own[-1], line, texts)
    key = "claim-newest-amount"
    return [[bold(texts.get(key, at=newest.at, actual=newest.actual, difference=newest.difference))]]


def _headline_key(figure: ClaimedFigure, compared: ComparedFigure, group: str, *, is_named: bool) -> str:
    """The sentence for a figure of the budget beside what was said."""
    if compared.agreement:
        return f"claim-{compared.agreement}-{group}"
    if compared.contrary:
        return f"claim-is-{Balance.SURPLUS if figure.balance is Balance.DEFICIT else Balance.DEFICIT}"
    if figure.in_words or (figure.is_bounded and figure.kind is FigureKind.SHARE):
        # How exactly it is meant is not said.
        return f"claim-{'words' if figure.kind is FigureKind.SHARE else 'named'}-{group}"
    if group == "beside" and figure.kind is FigureKind.TIMES:  # nobody counts these in points
        group = "times"
    tells_one = figure.is_bounded or figure.is_nothing or (is_named and group in _OF_ONE_EDITION)
    return f"claim-{'named' if tells_one else 'none'}-{group}"


def entry_lines(checked: CheckedStatement, line: CheckedLine, texts: Texts, count: int) -> Lines:
    """All figures of a line beside the claimed one, a line of text for each.

    Args:
        checked: the claimed figure.
        line: one of the lines that it may be said of.
        texts: the person's language.
        count: how many there is room for: of more, those that agree, the first and the last are told. With
            less room than for three none is: the headline says enough then.
    """
    if line.years and not _is_of_each_year(checked):
        return _year_lines(line, texts)
    if not line.years and (len(line.compared) < 2 or count < _LEAST_ENTRIES):
        return []
    shown = _choose_entries(line.compared, count)
    heading = texts.get(f"claim-all-{_group(checked, line)}", unit=unit_name(line.match.line.unit, texts))
    said = [tell_beside(checked.statement.figure, compared, line, texts) for compared in shown]
    left_out = len(line.compared) - len(shown)
    if left_out:
        said.append([italic(texts.get("claim-left-out", count=left_out))])
    return [[plain(heading)], *(folded(said) if len(said) > _ENTRIES_OPEN else said)]


def _year_lines(line: CheckedLine, texts: Texts) -> Lines:
    """What the line has in each of the years that a figure is over."""
    told = []
    for match in line.years:
        at = texts.get("ledger-decision", **cited(match.edition.decision, texts))
        amount = marked(exact(match.line.amount, match.line.unit, texts), match.line.doubt)
        told.append(bullet(texts.get("claim-of-year", at=f"{amount}, {at}", year=str(match.edition.year))))
    return told


def _choose_entries(compared: Sequence[ComparedFigure], most: int) -> list[ComparedFigure]:
    """Those that agree, the first and the last, in their order."""
    if len(compared) <= most:
        return list(compared)
    ranked = sorted(
        range(len(compared)),
        key=lambda at: (at not in {0, len(compared) - 1}, compared[at].agreement is None, -at),
    )
    return [compared[at] for at in sorted(ranked[:most])]


def _group(checked: CheckedStatement, line: CheckedLine) -> str:
    """By what its sentences go: an amount, a share, a change, of two lines how much more the one has."""
    if line.beside is not None:
        return "beside"
    if line.years and checked.statement.figure.kind is FigureKind.AMOUNT and not _is_of_each_year(checked):
        return "span"
    if checked.statement.since is not None and not line.compared:
        return "later"
    return _GROUPS[checked.statement.figure.kind]


def _choose(
    checked: CheckedStatement, line: CheckedLine, compared: Sequence[ComparedFigure]
) -> ComparedFigure:
    """The figure that is told first.

    - Of a bound, and of how much more one line has: that of the newest edition.
    - Of figures that agree with the claimed one: the exact one, else the last.
    - Of figures that do not: the nearest. A share of the line right above, and a change since the original,
      come before others.
    """
    figure = checked.statement.figure
    agreeing = [each for each in compared if each.agreement]
    exact_ones = [each for each in agreeing if each.agreement in {Agreement.EXACT, Agreement.WITHIN}]
    best = exact_ones or [each for each in agreeing if each.agreement is Agreement.ROUNDED] or agreeing
    # The smallest amount is no nearer to nothing than any other.
    if not best and (figure.is_bounded or figure.is_nothing or line.beside is not None):
        best = list(compared)
    if figure.bound and not best:  # of a bound it is told of the whole, as where no whole is named
        return compared[-1]
    if best:
        return best[0] if best[0] is compared[0] and _is_foremost(checked, line, best[0]) else best[-1]

    def distance(each: ComparedFigure) -> tuple[bool, bool, Fraction]:
        apart = abs(each.difference)  # as much the other way tells more than a neighbour
        return apart > figure.precision, goes_otherwise(figure, each), apart

    return min(reversed(compared), key=distance)


def _is_foremost(checked: CheckedStatement, line: CheckedLine, first: ComparedFigure) -> bool:
    """Whether the first of a line's figures is told before the newest: what it is of stands first."""
    if checked.statement.figure.kind is FigureKind.SHARE:
        return True
    is_counted_otherwise = line.beside is not None or checked.statement.since is not None
    return first.since is not None and first.since.kind is DecisionKind.ORIGINAL and not is_counted_otherwise


def thousandfold_lines(checked: CheckedStatement, line: CheckedLine, texts: Texts) -> Lines:
    """That the line has a thousand times the claimed figure, or a thousandth of it: `21 694 тенге`.

    Nothing where it has neither.
    """
    found = line.thousandfold
    if found is None:
        return []
    entry = tell_figure(checked.statement.figure, found.compared, line, texts)
    key = (
        "claim-in-table-unit"
        if found.in_table_unit
        else f"claim-thousand-{'more' if found.is_more else 'less'}"
    )
    unit = unit_name(line.match.line.unit, texts)
    return [[bold(texts.get(key, unit=unit, at=entry.at, actual=entry.actual))]]
