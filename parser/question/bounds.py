"""Amounts that bound a list: `больше 1 млрд`, `от 100 до 200 млн`, `1 млрд теңгеден асатын`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import pairwise

from parser.question.asking_words import Asks, load_asking_words
from parser.text.amounts import currency_words, scale_stems, tenge_in
from parser.text.letters import DASHES, SPACES
from parser.text.word_lists import ListRow, any_of, read_list

NUMERAL_COLUMNS = ("word", "value", "example")
_LARGEST = 10**18  # tenge; no table holds more
_LONG = 6  # digits of a number that is an amount though nothing scales it: 500000
_LEAST_ALONE = 10**6  # what a word without a number may scale: больше миллиарда, but no тысяча


@dataclass(frozen=True, slots=True)
class Bounds:
    """Between which amounts, in tenge; None where there is no end. An end is counted in if that is said."""

    low: int | None = None
    high: int | None = None
    low_included: bool = False
    high_included: bool = False

    def hold(self, amount: int) -> bool:
        """Whether an amount lies between them."""
        above = self.low is None or amount > self.low or (self.low_included and amount == self.low)
        below = self.high is None or amount < self.high or (self.high_included and amount == self.high)
        return above and below


@dataclass(frozen=True, slots=True)
class _Said:
    """An amount that stands somewhere in a text; `scale` is None where no word and no length tells it."""

    start: int
    end: int
    number: Decimal
    scale: int | None

    def tenge(self, scale: int | None = None) -> int | None:
        """The amount, counted in what it says itself or else in `scale`."""
        counted = self.scale or scale
        tenge = self.number * counted if counted else None
        return int(tenge) if tenge is not None and tenge <= _LARGEST else None


def cut_bounds(text: str) -> tuple[str, Bounds | None]:
    """A message without the amounts that it bounds a list by, and these.

    >>> cut_bounds("программы дороже 500 млн")
    ('программы  ', Bounds(low=500000000, high=None, low_included=False, high_included=False))
    """
    said = list(_find_amounts(text))
    for low, high in pairwise(said):
        found = _read_range(text, low, high)
        if found:
            return found
    sides = (found for amount in said if (found := _read_side(text, amount)))
    rest, bounds = next(sides, (text, None))
    if bounds is None:
        return text, None
    further, other = cut_bounds(rest)  # больше 100 млн, но меньше 1 млрд
    if other is not None and (merged := _merge(bounds, other)) is not None:
        return further, merged
    return rest, bounds


def _merge(bounds: Bounds, other: Bounds) -> Bounds | None:
    """The bounds of both, where one bounds from below and the other from above."""
    low, high = (bounds, other) if bounds.high is None else (other, bounds)
    if low.low is None or low.high is not None or high.high is None or high.low is not None:
        return None
    return Bounds(low.low, high.high, low.low_included, high.high_included)


def _read_range(text: str, low: _Said, high: _Said) -> tuple[str, Bounds] | None:
    """`от 100 до 200 млн`: what scales the second may be left out at the first."""
    first, last = low.tenge(high.scale), high.tenge()
    if first is None or last is None or first > last:
        return None
    words = _range_words()
    before, after = words.before.search(text[: low.start]), words.after.match(text[high.end :])
    between = text[low.end : high.start]
    if not words.to.fullmatch(between) and not ((before or after) and words.joins.fullmatch(between)):
        return None
    bounds = Bounds(first, last, low_included=True, high_included=True)
    return _without(
        text, before.start() if before else low.start, high.end + (after.end() if after else 0)
    ), bounds


def _read_side(text: str, amount: _Said) -> tuple[str, Bounds] | None:
    """`не менее 1 млрд`, `1 млрд-тан астам`: the words that bound stand before the amount or after it."""
    tenge = amount.tenge()
    if tenge is None:
        return None
    for side in _side_words():
        before = side.before.search(text[: amount.start])
        after = side.after.match(text[amount.end :])
        if before or after:
            start = before.start() if before else amount.start
            end = amount.end + (after.end() if after and not before else 0)
            return _without(text, start, end), side.bound(tenge)
    return None


def _without(text: str, start: int, end: int) -> str:
    return f"{text[:start]} {text[end:]}"


@dataclass(frozen=True, slots=True)
class _EndWords:
    """The words that bound an amount from one side, and whether the amount itself is counted in."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    from_below: bool
    included: bool

    def bound(self, tenge: int) -> Bounds:
        """The bounds that an amount gives with these words."""
        if self.from_below:
            return Bounds(low=tenge, low_included=self.included)
        return Bounds(high=tenge, high_included=self.included)


@cache
def _side_words() -> tuple[_EndWords, ...]:
    """The sides by their words; first those that hold the words of others: `не больше`, `кем емес`."""
    asking = load_asking_words()
    than = asking.pattern(Asks.THAN)

    def side(precedes: Asks, follows: Asks, sign: str, *, from_below: bool, included: bool) -> _EndWords:
        before = rf"(?: (?<!\w){asking.pattern(precedes)} [\s,]* (?: {than} \s* )? | {sign} \s* )$"
        after = rf"[\s,]* {asking.pattern(follows)}"
        flags = re.IGNORECASE | re.VERBOSE
        return _EndWords(re.compile(before, flags), re.compile(after, flags), from_below, included)

    return (
        side(Asks.AT_LEAST, Asks.AT_LEAST_FOLLOWS, "(?:>=|≥)", from_below=True, included=True),
        side(Asks.AT_MOST, Asks.AT_MOST_FOLLOWS, "(?:<=|≤)", from_below=False, included=True),
        side(Asks.MORE_THAN, Asks.MORE_THAN_FOLLOWS, ">", from_below=True, included=False),
        side(Asks.LESS_THAN, Asks.LESS_THAN_FOLLOWS, "<", from_below=False, included=False),
    )


@dataclass(frozen=True, slots=True)
class _RangeWords:
    """What stands before, between and after two amounts that bound a list."""

    before: re.Pattern[str]
    to: re.Pattern[str]  # makes a range by itself: 100-200 млн
    joins: re.Pattern[str]  # needs what stands before or after: между 100 и 200 млн
    after: re.Pattern[str]


@cache
def _range_words() -> _RangeWords:
    asking, flags = load_asking_words(), re.IGNORECASE
    return _RangeWords(
        re.compile(rf"(?<!\w){asking.pattern(Asks.RANGE)}\s*$", flags),
        re.compile(rf"\s*(?:[{DASHES}]|{asking.pattern(Asks.UNTIL)})\s*", flags),
        re.compile(rf"\s*(?:{asking.pattern(Asks.BETWEEN)})?\s*", flags),
        re.compile(rf"\s*{asking.pattern(Asks.RANGE_FOLLOWS)}", flags),
    )


def _find_amounts(text: str) -> Iterator[_Said]:
    for match in _amounts().finditer(text):
        digits, scale = match["digits"], match["scale"] or match["alone"]
        if digits:
            number = Decimal(re.sub(f"[{SPACES}]", "", digits).replace(",", "."))
        else:
            number = _read_numerals((match["numerals"] or "").split(), match["glued"])
        plain = match["currency"] is not None or number >= 10 ** (_LONG - 1)
        tenge = tenge_in(scale) if scale else 1 if plain else None
        if digits or (tenge or 0) >= _LEAST_ALONE:
            yield _Said(match.start(), match.end(), number, tenge)


def _read_numerals(numerals: list[str], glued: str | None) -> Decimal:
    """A number in words, as many as there are: `бес жүз` is 500, `бір жарым` 1.5; without any, one."""
    values = _load_numerals()
    total = Decimal(0)
    for word in numerals:
        value = values[_plain(word)]
        total = total * value if value == 100 and 0 < total < 10 else total + value
    if glued:
        return total + values[f"{glued.casefold()}-"]
    return total or Decimal(1)


@cache
def _load_numerals() -> dict[str, Decimal]:
    """The number words, read from disk the first time."""
    return {_plain(row["word"]): Decimal(row["value"]) for row in _numeral_rows()}


def _numeral_rows() -> tuple[ListRow, ...]:
    return read_list("numerals.tsv", NUMERAL_COLUMNS)


def _plain(word: str) -> str:
    return word.casefold().replace("ё", "е")


@cache
def _amounts() -> re.Pattern[str]:
    """An amount in digits or words, with what scales it and its currency, in any of their forms."""
    words = [row["word"] for row in _numeral_rows()]
    numeral = any_of(word for word in words if not word.endswith("-"))
    glued = "|".join(re.escape(word[:-1]) for word in words if word.endswith("-"))
    scale = rf"(?:{scale_stems()})[^\W\d]*"
    return re.compile(
        rf"""
        (?<! [\w.,/-] )
        (?: (?P<digits> \d{{1,3}} (?:[{SPACES}]\d{{3}})+ (?!\d) | \d+ (?: [.,]\d+ )? (?! [.,/]?\d ) )
            (?: \s* (?P<scale> {scale} ) )?
          | (?: (?P<numerals> {numeral} (?: \s+ {numeral} )* ) \s+ )?
            (?P<glued> {glued} )? (?P<alone> {scale} ) )
        \.? (?: [{DASHES}] [^\W\d]{{1,4}} \b )?  # 500 млн-нан
        (?: \s* (?P<currency> {currency_words()} ) \.? )?
        """,
        re.IGNORECASE | re.VERBOSE,
    )
