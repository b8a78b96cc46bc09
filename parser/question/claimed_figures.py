"""The figures of a claim: `2 млрд`, `на 300 млн больше`, `67 %`, `выросло на 12 %`, `в 2 раза`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from functools import cache, partial

from parser.question.asked_patterns import listed_pattern
from parser.question.asking_words import load_asking_words
from parser.question.asks import CHANGES, Asks
from parser.question.checking import ClaimWord, list_saying, says_pattern
from parser.question.claimed_numbers import add_bare, add_listed, counts_things
from parser.question.claimed_ranges import join_ranges
from parser.question.figure_kinds import ClaimedFigure, FigureKind, Incomparable
from parser.question.fractions import find_fractions
from parser.question.numbers import add_chain, join_chains
from parser.question.numerals import number_words
from parser.question.said_amounts import find_said_amounts, names_currency, read_said_number
from parser.text.folding import sounds
from parser.text.letters import with_ascii_digits

# How many times as much is said in one word.
_FOLDS = {
    ClaimWord.TWOFOLD: 2,
    ClaimWord.THREEFOLD: 3,
    ClaimWord.FOURFOLD: 4,
    ClaimWord.FIVEFOLD: 5,
    ClaimWord.TENFOLD: 10,
}
_MOVES = (*CHANGES, Asks.GIVES, Asks.SPENDS, Asks.GETS)  # what nothing may be: given, added, spent
_LEAST_WHOLE, _ROUND_TIMES = 2, 10  # times: from where on they are said whole, and without halves
_MOST_DIGITS = 10  # of a number that nothing scales or parts: a longer one is a telephone's or an account's


def find_claimed_figures(text: str) -> list[ClaimedFigure]:
    """The figures of a text in their order, as what they are by themselves: amounts, shares and times.

    >>> [(figure.said, figure.kind.value) for figure in find_claimed_figures("2 млрд, это 67 % или в 2 раза")]
    [('2 млрд', 'amount'), ('67 %', 'share'), ('2 раза', 'times')]
    """
    text = with_ascii_digits(text)
    found = sorted(
        [
            *_find_zeros(text),
            *_find_shares(text),
            *_find_fractions(text),
            *_find_times(text),
            *_find_amounts(text),
        ],
        key=lambda each: each.start,
    )
    apart: list[ClaimedFigure] = []
    for figure in found:
        if not apart or figure.start >= apart[-1].end:
            apart.append(figure)
    return add_listed(text, add_bare(text, join_ranges(text, apart)))


def _find_amounts(text: str) -> Iterator[ClaimedFigure]:
    for chain in join_chains(text, find_said_amounts(text)):
        first, last = chain[0], chain[-1]
        said = text[first.start : last.end].strip()
        is_said = first.in_words or names_currency(said)
        is_amount = is_said or not (_is_long(said) or counts_things(text[last.end :]))
        minus, foreign = _MINUS.search(text, 0, first.start), _foreign().match(text, last.end)
        if not is_amount or (first.alone and not minus and _vague().match(said)):
            continue
        tenge, precision = add_chain(chain)
        start, end = minus.start() if minus else first.start, foreign.end() if foreign else last.end
        reason = Incomparable.FOREIGN if foreign else Incomparable.NEGATIVE if minus else None
        yield ClaimedFigure(
            " ".join(text[start:end].split()),
            start,
            end,
            FigureKind.AMOUNT,
            Fraction(tenge),
            Fraction(precision),
            unit_is_said=is_said,
            incomparable=reason,
        )


def _is_long(said: str) -> bool:
    """Whether a number without a unit is a telephone's or an account's."""
    return said.isdecimal() and len(said) > _MOST_DIGITS


def _find_zeros(text: str) -> Iterator[ClaimedFigure]:
    """Amounts of nothing: `не дали ни копейки`, `ничего не выделили`."""
    found = list(_zeros().finditer(text))
    asking = load_asking_words()
    moves = found and any(asking.says(word, *_MOVES) for word in sounds(text))
    for match in found:
        if match["zero"] or moves:
            said = " ".join(match[0].split())
            yield ClaimedFigure(said, *match.span(), FigureKind.AMOUNT, Fraction(0), Fraction(0))


def _find_shares(text: str) -> Iterator[ClaimedFigure]:
    for match in _shares().finditer(text):
        value, precision = read_said_number(match["number"])
        said = " ".join(match[0].split())
        yield ClaimedFigure(said, *match.span(), FigureKind.SHARE, value / 100, precision / 100)


def _find_fractions(text: str) -> Iterator[ClaimedFigure]:
    for said in find_fractions(text):
        figure = ClaimedFigure(said.text, said.start, said.end, FigureKind.SHARE, said.value, Fraction(0))
        yield replace(figure, bound=said.bound)


def _find_times(text: str) -> Iterator[ClaimedFigure]:
    for match in _times().finditer(text):
        folds = (Fraction(times) for says, times in _FOLDS.items() if match[says.value])
        value, precision = next(folds, Fraction(1)), Fraction(1)
        if match["number"]:
            value, precision = read_said_number(match["number"])
        value += Fraction(1, 2) if match["half"] else 0
        precision = min(precision, _tell_step(value))
        said = " ".join(match[0].split())
        if value:  # nothing becomes naught times as much
            yield ClaimedFigure(said, *match.span(), FigureKind.TIMES, value, precision)


def _tell_step(times: Fraction) -> Fraction:
    """How finely so many times are said: one and a half to a tenth, two to a half, which would be said."""
    if times.denominator > 1 or times < _LEAST_WHOLE:
        return Fraction(1, 10)
    return Fraction(1, 2) if times < _ROUND_TIMES else Fraction(1)


def _list_nothing() -> list[str]:
    return [*list_saying(ClaimWord.ZERO), *list_saying(ClaimWord.NOTHING)]


def _list_times() -> list[str]:
    return [word for says in (ClaimWord.TIMES, *_FOLDS) for word in list_saying(says)]


@listed_pattern(_list_nothing)
def _zeros() -> re.Pattern[str]:
    zero, nothing = says_pattern(ClaimWord.ZERO), says_pattern(ClaimWord.NOTHING)
    return re.compile(rf"(?<!\w)(?:(?P<zero>{zero})|{nothing})(?!\w)", re.IGNORECASE)


@listed_pattern(partial(list_saying, ClaimWord.PERCENT))
def _shares() -> re.Pattern[str]:
    return re.compile(
        rf"""
        (?<![\w.,]) (?P<number> {_number()} ) \s* (?: {says_pattern(ClaimWord.PERCENT)} )  # 12,5 %
        (?: -? [^\W\d]{{1,4}} \b )?  # 12%-ға
        """,
        re.IGNORECASE | re.VERBOSE,
    )


@listed_pattern(_list_times)
def _times() -> re.Pattern[str]:
    folds = "|".join(f"(?P<{says}>{says_pattern(says)})" for says in _FOLDS)
    return re.compile(
        rf"""
        (?<![\w.,]) (?: (?P<number> {_number()} ) (?P<half> \s+ {says_pattern(ClaimWord.AND_HALF)} )?
            \s* {says_pattern(ClaimWord.TIMES)}  # 2,5 раза
          | {folds} )
        """,
        re.IGNORECASE | re.VERBOSE,
    )


def _number() -> str:
    return rf"\d+ (?: [.,]\d+ )? | {number_words()} (?: \s+ {number_words()} )*"


@cache
def _foreign() -> re.Pattern[str]:
    """Another currency right behind an amount."""
    return re.compile(rf"\s*(?:{says_pattern(ClaimWord.FOREIGN)}(?!\w)|[$€₽¥])", re.IGNORECASE)


@cache
def _vague() -> re.Pattern[str]:
    return re.compile(says_pattern(ClaimWord.VAGUE), re.IGNORECASE)


_MINUS = re.compile(r"(?<!\S)[-−](?:\d[\d\s.,]{0,30})?\Z")  # and the number behind it
