"""One figure of the budget beside a claimed one: where it stands, how much it is, how far apart they are."""

from __future__ import annotations

from fractions import Fraction

from handlers.views.amounts import exact, figure, percent, share_asked, times
from handlers.views.clean import one_line
from handlers.views.deltas import tell_delta
from handlers.views.doubts import marked
from handlers.views.lines import cited, line_in_list
from handlers.views.message import Span, bullet
from handlers.views.texts import Texts
from parser.dataclass import dataclass
from parser.question.figure_kinds import ClaimedFigure, FigureKind
from parser.question.fractions import ShareBound
from parser.question.intents import Direction
from storage.answering.answer import CheckedLine
from storage.answering.compared_figure import Agreement, ComparedFigure
from storage.reading.records import LineInfo

_WORDS_SHOWN = 60
_LEAST_TIMES = Fraction(5, 4)  # how many times as much: less is told in percent
_LEAST_TOLD = Fraction(1, 2000)  # of a share: less is told as no point


@dataclass(frozen=True, slots=True)
class ToldFigure:
    """A figure of the budget in words: where it stands, how much it is, how far from what was said."""

    at: str
    actual: str
    difference: str


def tell_figure(said: ClaimedFigure, compared: ComparedFigure, line: CheckedLine, texts: Texts) -> ToldFigure:
    """A figure of the budget in words for a sentence: where it stands, what it is, how far it is off.

    Args:
        said: the claimed figure.
        compared: the budget's.
        line: the line that it is of.
        texts: the person's language.
    """
    unit = line.match.line.unit
    actual = marked(_say_figure(said, compared, line, texts, with_unit=True), compared.doubt)
    at = _say_where(compared, line, texts)
    if goes_otherwise(said, compared):
        return ToldFigure(at, actual, texts.get("claim-opposite"))
    key = "claim-more" if compared.difference > 0 else "claim-less"
    difference = _say_difference(said, compared, unit, texts)
    return ToldFigure(at, actual, texts.get(key, amount=difference))


def tell_bound(said: ClaimedFigure, compared: ComparedFigure, told: ToldFigure, texts: Texts) -> str:
    """On which side of a share the budget's is, and whether that was said.

    Args:
        said: the share, which is said to be more or less than it: `больше половины`.
        compared: the budget's share, which is not that one exactly.
        told: the same in words.
        texts: the person's language.
    """
    actual = ShareBound.OVER if compared.difference > 0 else ShareBound.UNDER
    key = f"claim-{actual}-{'kept' if actual is said.bound else 'missed'}"
    return texts.get(key, at=told.at, actual=told.actual, bound=_say_limit(said, texts))


def _say_limit(said: ClaimedFigure, texts: Texts) -> str:
    """The share that another one is said to be more or less than: one in words as a fraction."""
    return str(said.value) if said.in_words else share_asked(said.value, texts)


def tell_beside(said: ClaimedFigure, compared: ComparedFigure, line: CheckedLine, texts: Texts) -> list[Span]:
    """One figure of the budget in a list, with its difference from the claimed one.

    `№ 12-3: 12 282 348 (−217 652)`
    """
    actual = _say_figure(said, compared, line, texts, with_unit=False)
    remark = _remark(said, compared, line, texts)
    told = f"{_say_where(compared, line, texts)}: {marked(actual, compared.doubt)}"
    return bullet(f"{told} ({remark})" if remark else told)


def _remark(said: ClaimedFigure, compared: ComparedFigure, line: CheckedLine, texts: Texts) -> str:
    """How a figure stands to what was said: `=`, `≈ +45`, `−217 652`."""
    if compared.agreement is Agreement.EXACT:
        return "="
    if compared.agreement is Agreement.WITHIN:
        return texts.get("claim-inside")
    if said.bound and not said.is_denied:
        return f"{'>' if compared.difference > 0 else '<'} {_say_limit(said, texts)}"
    if goes_otherwise(said, compared):
        return texts.get("claim-opposite")
    apart = _tell_apart(said, compared, line, texts)
    if compared.agreement:
        return f"≈ {apart}".rstrip()
    return apart or ("" if said.is_bounded else "≠")


def _tell_apart(said: ClaimedFigure, compared: ComparedFigure, line: CheckedLine, texts: Texts) -> str:
    """By how much a figure differs, with a sign; nothing where nobody would count that."""
    difference, unit = compared.difference, line.match.line.unit
    if said.kind in {FigureKind.AMOUNT, FigureKind.CHANGE}:
        return figure(int(difference), unit, texts, signed=True)
    is_small = compared.agreement is not None and abs(difference) < _LEAST_TOLD
    if is_small or (said.kind is FigureKind.TIMES and line.beside is not None):
        return ""
    return ("+" if difference > 0 else "−") + _say_difference(said, compared, unit, texts, shortly=True)


def goes_otherwise(said: ClaimedFigure, compared: ComparedFigure) -> bool:
    """Whether a change goes the other way than was said, or a deficit is said to be a surplus."""
    if compared.contrary:
        return True
    if said.direction is None or said.is_denied or said.kind in {FigureKind.AMOUNT, FigureKind.SHARE}:
        return False
    if said.kind is FigureKind.TIMES:
        return compared.actual < 1 if said.direction is Direction.RISES else compared.actual > 1
    return compared.actual < 0 if said.direction is Direction.RISES else compared.actual > 0


def say_whole(whole: LineInfo, texts: Texts) -> str:
    """The line that a share is of."""
    return line_in_list(whole, texts, _WORDS_SHOWN)


def is_earlier_share(compared: ComparedFigure, line: CheckedLine) -> bool:
    """Whether a share is one that an earlier decision left, and not the one that the line is shown of."""
    return compared.whole is not None and compared.decision.address != line.match.edition.decision.address


def name_years(line: CheckedLine) -> str:
    """The years that a figure is over: `2013–2015`, `2013, 2015`."""
    years = [match.edition.year for match in line.years]
    whole = len(years) > 2 and years == list(range(years[0], years[-1] + 1))
    return f"{years[0]}–{years[-1]}" if whole else ", ".join(map(str, years))


def _say_figure(
    said: ClaimedFigure, compared: ComparedFigure, line: CheckedLine, texts: Texts, *, with_unit: bool
) -> str:
    """A figure of the budget as it is; of how a deficit changed, in words."""
    path, unit, actual = line.match.path, line.match.line.unit, compared.actual
    tell = exact if with_unit else figure
    match said.kind:
        case FigureKind.CHANGE if compared.balance is not None:
            return tell_delta(path, compared.balance, unit, texts, with_unit=with_unit)
        case FigureKind.AMOUNT | FigureKind.CHANGE:
            return tell(int(actual), unit, texts, signed=said.kind is FigureKind.CHANGE)
        case FigureKind.SHARE:
            return percent(actual, texts)
        case FigureKind.GROWTH:
            return percent(actual, texts, signed=True)
        case FigureKind.TIMES:
            is_against = line.beside is not None and goes_otherwise(said, compared)
            return _say_times(actual, texts, is_more_told=is_against)


def _say_times(ratio: Fraction, texts: Texts, *, is_more_told: bool) -> str:
    """How many times as much it became, or less; what is hardly more or less is told as a share of it."""
    if ratio == 1:
        return texts.get("ledger-unchanged")
    size = max(ratio, 1 / ratio)
    if size < _LEAST_TIMES:
        return percent(ratio - 1, texts, signed=True)
    tenths = _count_tenths(size)
    if tenths % 10:
        told = texts.get("comparison-times", times=times(size, texts))
    else:
        told = texts.get("comparison-times-whole", count=tenths // 10, times=times(size, texts))
    if ratio < 1:
        return texts.get("claim-times-less", times=told)
    return texts.get("claim-times-more", times=told) if is_more_told else told


def _say_difference(
    said: ClaimedFigure, compared: ComparedFigure, unit: int, texts: Texts, *, shortly: bool = False
) -> str:
    """How far a figure is from what was said: in money, or in points: `в 2 раза` is +100 %."""
    difference = abs(compared.difference)
    match said.kind:
        case FigureKind.AMOUNT | FigureKind.CHANGE:
            return exact(int(difference), unit, texts)
        case FigureKind.TIMES:
            falls = said.direction is Direction.CUTS or (
                said.direction is None and compared.actual < 1 <= said.value
            )
            difference = abs(compared.actual - (1 / said.value if falls else said.value))
    return _say_points(difference * 100, texts, shortly=shortly)


def _say_points(points: Fraction, texts: Texts, *, shortly: bool) -> str:
    """So many hundredths of a whole; in words where they stand in a sentence, and shortened in a list."""
    number, tenths = times(points, texts), _count_tenths(points)
    if shortly:
        return texts.get("claim-points", number=number)
    if tenths % 10:
        return texts.get("claim-points-part", number=number)
    return texts.get("claim-points-whole", count=tenths // 10, number=number)


def _count_tenths(value: Fraction) -> int:
    """How many tenths `times` shows of a value, by which the word behind it goes."""
    return int(value * 10 + Fraction(1, 2))


def _say_where(compared: ComparedFigure, line: CheckedLine, texts: Texts) -> str:
    if compared.whole is not None:
        at = say_whole(compared.whole, texts)
        if not is_earlier_share(compared, line):
            return at
        decision = texts.get("ledger-decision", **cited(compared.decision, texts))
        return texts.get("claim-share-then", at=at, decision=decision)
    if compared.since is None and line.years and compared.year is None:
        return name_years(line)
    if compared.since is None:
        at = texts.get("ledger-decision", **cited(compared.decision, texts))
        return texts.get("claim-of-year", at=at, year=str(compared.year)) if compared.year else at
    if compared.since_year is not None:
        return f"{compared.since_year} → {line.match.edition.year}"
    numbers = (one_line(decision.number, 20) for decision in (compared.since, compared.decision))
    span = " → ".join(f"№ {number}" for number in numbers)
    if compared.came or compared.gone:
        span = texts.get("claim-came" if compared.came else "claim-gone", span=span)
    return texts.get("claim-over-gap", span=span) if compared.over_gap else span
