"""Amounts that bound a list: `больше 1 млрд`, `от 100 до 200 млн`, `1 млрд теңгеден асатын`."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from itertools import pairwise

from parser.dataclass import dataclass
from parser.question.asked_patterns import asked_pattern
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.fillers import is_filler
from parser.question.numerals import number_words, read_number_words
from parser.question.said_amounts import SaidAmount, find_said_amounts
from parser.question.superlatives import counted_lines
from parser.question.word_forms import ABLATIVE_ENDING
from parser.text.folding import sound, words
from parser.text.letters import DASHES

# A Russian verb, as it sounds: перемахнули, перевалило, тянет.
_VERB = re.compile("...(?:l[iao]|[aeiu]t|[aeiu]l)$")


class BoundUnit(StrEnum):
    """What the ends of bounds are counted in: tenge, or ten-thousandths of something."""

    TENGE = "tenge"
    SHARE = "share"  # of the line that the list is of: `больше 10 %`
    BUDGET = "budget"  # of all spending or all revenue: `больше 10 % бюджета`
    AVERAGE = "average"  # of what the lines have on the average: `выше среднего`


@dataclass(frozen=True, slots=True)
class Bounds:
    """Between which amounts; None where there is no end. An end is counted in if that is said."""

    low: int | None = None
    high: int | None = None
    low_included: bool = False
    high_included: bool = False
    unit: BoundUnit = BoundUnit.TENGE

    def hold(self, amount: int) -> bool:
        """Whether an amount lies between them, which are in tenge."""
        above = self.low is None or amount > self.low or (self.low_included and amount == self.low)
        below = self.high is None or amount < self.high or (self.high_included and amount == self.high)
        return above and below


def cut_bounds(text: str) -> tuple[str, Bounds | None]:
    """A message without the amounts that it bounds a list by, and these.

    >>> rest, bounds = cut_bounds("программы дороже 500 млн")
    >>> (rest, bounds.low, bounds.high)
    ('программы  ', 500000000, None)
    """
    said = list(find_said_amounts(text))
    for low, high in pairwise(said):
        found = _read_range(text, low, high)
        if found:
            return found
    for amount in said:
        found = _read_worded_range(text, amount) or _read_worded_end(text, amount)
        if found:
            return found
    sides = ((found, amount) for amount in said if (found := _read_side(text, amount)))
    first, bounding = next(sides, (None, None))
    if first is None or bounding is None:
        return text, None
    rest, bounds = first
    # больше 100 млн, но меньше 1 млрд; дороже 100 миллионов, но дешевле 300
    others = (_read_side(rest, amount, bounding.scale) for amount in find_said_amounts(rest))
    merged = ((further, both) for further, other in filter(None, others) if (both := _merge(bounds, other)))
    return next(merged, (rest, bounds))


def _merge(bounds: Bounds, other: Bounds) -> Bounds | None:
    """The bounds of both, where one bounds from below and the other from above."""
    low, high = (bounds, other) if bounds.high is None else (other, bounds)
    if low.low is None or low.high is not None or high.high is None or high.low is not None:
        return None
    return Bounds(low.low, high.high, low.low_included, high.high_included)


def _read_range(text: str, low: SaidAmount, high: SaidAmount) -> tuple[str, Bounds] | None:
    """`от 100 до 200 млн`: what scales the second may be left out at the first."""
    first, last = low.tenge(high.scale), high.tenge(low.scale)
    if first is None or last is None or first > last:
        return None
    words = _range_words()
    before, after = words.before.search(text[: low.start]), words.after.match(text[high.end :])
    between = text[low.end : high.start]
    if not words.to.fullmatch(between) and not ((before or after) and words.joins.fullmatch(between)):
        return None
    bounds = Bounds(first, last, low_included=True, high_included=True)
    return cut_out(
        text, before.start() if before else low.start, high.end + (after.end() if after else 0)
    ), bounds


def _read_worded_range(text: str, high: SaidAmount) -> tuple[str, Bounds] | None:
    """`елу мен алпыс миллион аралығында`: a number in words whose scale only the second amount says."""
    worded = _range_words().worded.search(text[: high.start])
    if worded is None:
        return None
    start = worded.start("number")
    number = read_number_words(worded["number"].casefold().split())
    return _read_range(text, SaidAmount(start, worded.end("number"), number, None), high)


def _read_worded_end(text: str, low: SaidAmount) -> tuple[str, Bounds] | None:
    """`от миллиарда до трёх`: a number in words whose scale only the first amount says."""
    worded = _range_words().worded_end.match(text[low.end :])
    if worded is None or not _range_words().before.search(text[: low.start]):
        return None
    number = read_number_words(worded["number"].casefold().split())
    start, end = (low.end + at for at in worded.span("number"))
    return _read_range(text, low, SaidAmount(start, end, number, None))


def _read_side(text: str, amount: SaidAmount, scale: int | None = None) -> tuple[str, Bounds] | None:
    """`не менее 1 млрд`, `1 млрд-тан астам`: the words that bound stand before the amount or after it.

    An amount that says in nothing what it is counted in is counted in `scale`.
    """
    tenge = amount.tenge(scale)
    if tenge is None:
        return None
    found = find_side(text, amount.start, amount.end)
    if found is None:
        return None
    start, end, side = found
    if start == amount.start and (cost := cost_before().search(text[:start])):
        start = cost.start()  # құны 1 млрд-тан жоғары
    return cut_out(text, start, end), side.bound(tenge)


def find_side(text: str, first: int, last: int) -> tuple[int, int, EndWords] | None:
    """The words that make what stands somewhere in a text the end of a bound.

    Args:
        text: the whole of it.
        first: where what may bound begins.
        last: where it ends.

    Returns:
        From where to where it stands with these words, and what they say; None where it stands without.
    """
    # Words may hold those of another side: of `не дотягивает до` the last alone bounds as well.
    said = [(found, side) for side in _side_words() if (found := side.find(text, first, last))]
    if not said:
        start = _find_passing(text[:first])
        return None if start is None else (start, last, _more_words())
    (start, end), side = max(said, key=lambda each: each[0][1] - each[0][0])
    return start, end, side


def _find_passing(before: str) -> int | None:
    """Where a verb of passing stands before an amount: `перемахнули через`, but `программы за`, `что за`."""
    passed = _passed().search(before)
    if passed is None or kinds_of_lines().fullmatch(passed["verb"]):
        return None
    folded = passed["verb"].casefold()
    if not _VERB.search(sound(folded)):
        return None  # сколько человек за 77 млн
    return None if is_filler(folded, sound(folded)) else passed.start()


def cut_out(text: str, start: int, end: int) -> str:
    """A text without what stands somewhere in it."""
    return f"{text[:start]} {text[end:]}"


@dataclass(frozen=True, slots=True)
class EndWords:
    """The words that bound an amount from one side, and whether the amount itself is counted in."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    mixed: re.Pattern[str]  # after an amount in a Kazakh case, the Russian words that else stand before one
    from_below: bool
    included: bool

    def find(self, text: str, first: int, last: int) -> tuple[int, int] | None:
        """From where to where something stands with these words; None where it stands without."""
        before, after = self.before.search(text[:first]), self.after.match(text[last:])
        if before:
            again = after if after and not _begins_with_amount(text[last + after.end() :]) else None
            return before.start(), last + (again.end() if again else 0)  # от миллиарда и выше
        if after is None and ABLATIVE_ENDING.search(sound((words(text[first:last]) or [""])[-1])):
            after = self.mixed.match(text[last:])  # миллионнан больше
        if after is None or _begins_with_amount(text[last + after.end() :]):
            return None  # of `больше 1 млрд и меньше 5 млрд` each bounds what follows it
        return first, last + after.end()

    def bound(self, end: int, unit: BoundUnit = BoundUnit.TENGE) -> Bounds:
        """The bounds that an end gives with these words."""
        if self.from_below:
            return Bounds(low=end, low_included=self.included, unit=unit)
        return Bounds(high=end, high_included=self.included, unit=unit)


@cache
def _side_words() -> tuple[EndWords, ...]:
    """The sides by their words."""
    asking = load_asking_words()
    than, cost, negated = (asking.pattern(asks) for asks in (Asks.THAN, Asks.COST, Asks.REACHES_NOT))
    emphasis = rf"(?: {asking.pattern(Asks.EMPHASIS)} [\s,]+ )*"  # не превышают и 500 тысяч

    def side(words: str, follows: Asks, sign: str, *, from_below: bool, included: bool) -> EndWords:
        said = rf"(?: {cost} \s+ )? {emphasis} (?: {words} )"
        than_said = rf"{emphasis} (?: {than} \s* )? {emphasis}"
        before = rf"(?: (?<!\w) {said} [\s,]* {than_said} | {sign} \s* )$"
        # 1 млрд теңгеден қымбатқа түсетін
        auxiliary = rf"(?! {asking.pattern(Asks.RECEIVES)} ) {asking.pattern(Asks.AUXILIARY)}"  # no түсімдер
        after = rf"[\s,]* {emphasis} {asking.pattern(follows)} (?: \s+ {auxiliary} )?"
        mixed = rf"[\s,]* {emphasis} (?: {words} )"
        first, last, between = (
            re.compile(each, re.IGNORECASE | re.VERBOSE) for each in (before, after, mixed)
        )
        return EndWords(first, last, between, from_below, included)

    more, less = asking.pattern(Asks.MORE_THAN), asking.pattern(Asks.LESS_THAN)
    at_least = rf"{asking.pattern(Asks.AT_LEAST)} | {negated} \s+ {less}"
    at_most = rf"{asking.pattern(Asks.AT_MOST)} | {negated} \s+ {more}"
    return (
        side(at_least, Asks.AT_LEAST_FOLLOWS, "(?:>=|≥)", from_below=True, included=True),
        side(at_most, Asks.AT_MOST_FOLLOWS, "(?:<=|≤)", from_below=False, included=True),
        side(more, Asks.MORE_THAN_FOLLOWS, ">", from_below=True, included=False),
        side(less, Asks.LESS_THAN_FOLLOWS, "<", from_below=False, included=False),
    )


def _begins_with_amount(text: str) -> bool:
    said = next(find_said_amounts(text), None)
    if said is None or text[: said.start].strip(" ,"):
        return False
    return counted_lines().match(text, said.start) is None  # 100 млн-нан асатын 10 шығын


@cache
def _more_words() -> EndWords:
    """The words of what is more than an amount."""
    return next(side for side in _side_words() if side.from_below and not side.included)


@asked_pattern(Asks.PASSES)
def _passed() -> re.Pattern[str]:
    return re.compile(rf"(?P<verb>[^\W\d]+)\s+{load_asking_words().pattern(Asks.PASSES)}\s*$", re.IGNORECASE)


@asked_pattern(Asks.COST)
def cost_before() -> re.Pattern[str]:
    """The words of cost at the end of what stands before an amount: `стоимостью`."""
    return re.compile(rf"(?<!\w){load_asking_words().pattern(Asks.COST)}\s*$", re.IGNORECASE)


@asked_pattern(Asks.PROGRAM, Asks.ADMINISTRATOR, Asks.GROUP, Asks.LINE)
def kinds_of_lines() -> re.Pattern[str]:
    """The words for lines of any kind, of which a list is asked."""
    asking = load_asking_words()
    kinds = (Asks.PROGRAM, Asks.ADMINISTRATOR, Asks.GROUP, Asks.LINE)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(asking.pattern, kinds))})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _RangeWords:
    """What stands before, between and after two amounts that bound a list."""

    before: re.Pattern[str]
    to: re.Pattern[str]  # makes a range by itself: 100-200 млн
    joins: re.Pattern[str]  # needs what stands before or after: между 100 и 200 млн
    after: re.Pattern[str]
    worded: re.Pattern[str]  # a first number in words, before the second amount
    worded_end: re.Pattern[str]  # a second one, after the first amount


@cache
def _range_words() -> _RangeWords:
    asking, flags, numeral = load_asking_words(), re.IGNORECASE, number_words()
    joins = f"{asking.pattern(Asks.BETWEEN)}|{asking.pattern(Asks.UNTIL)}"
    return _RangeWords(
        re.compile(rf"(?<!\w){asking.pattern(Asks.RANGE)}\s*$", flags),
        re.compile(rf"\s*(?:[{DASHES}]|{asking.pattern(Asks.UNTIL)})\s*", flags),
        re.compile(rf"\s*(?:{asking.pattern(Asks.BETWEEN)})?\s*", flags),
        re.compile(rf"\s*{asking.pattern(Asks.RANGE_FOLLOWS)}", flags),
        re.compile(rf"(?<!\w)(?P<number>{numeral}(?:\s+{numeral})*)\s+(?:{joins})\s*$", flags),
        re.compile(rf"\s*(?:{joins})\s+(?P<number>{numeral}(?:\s+{numeral})*)(?!\w)", flags),
    )
