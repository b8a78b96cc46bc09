"""The figures of a claim: `2 млрд`, `на 300 млн больше`, `67 %`, `выросло на 12 %`, `в 2 раза`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from functools import cache

from parser.question.checking import ClaimWord, says_pattern
from parser.question.claimed_direction import (
    find_bound_of_change,
    find_claimed_bound,
    find_claimed_direction,
    is_set_against,
)
from parser.question.claimed_ranges import add_bare, join_ranges
from parser.question.cut_by_form import ABLATIVE_ENDING
from parser.question.figure_kinds import ClaimedFigure, FigureKind, Incomparable
from parser.question.fillers import is_filler
from parser.question.fractions import find_fractions, names_base
from parser.question.intents import Direction
from parser.question.numbers import add_chain, join_chains, without_ending
from parser.question.said_amounts import find_said_amounts, number_words, read_said_number
from parser.text.folding import sound, sounds, words
from parser.text.letters import with_ascii_digits
from parser.text.units import currency_words

_SHORTEST_NOUN = 4  # letters of what may be counted: тыс and млн are none, nor на and по
# How many times as much is said in one word.
_FOLDS = {
    ClaimWord.TWOFOLD: 2,
    ClaimWord.THREEFOLD: 3,
    ClaimWord.FOURFOLD: 4,
    ClaimWord.FIVEFOLD: 5,
    ClaimWord.TENFOLD: 10,
}
_MOST_DIGITS = 10  # of a number that nothing scales or parts: a longer one is a telephone's or an account's


def find_claimed_figures(text: str) -> list[ClaimedFigure]:
    """The figures of a text in their order, as what they are by themselves: amounts, shares and times.

    >>> [(figure.said, figure.kind.value) for figure in find_claimed_figures("2 млрд, это 67 % или в 2 раза")]
    [('2 млрд', 'amount'), ('67 %', 'share'), ('2 раза', 'times')]
    """
    text = with_ascii_digits(text)
    found = sorted(
        [*_find_shares(text), *_find_fractions(text), *_find_times(text), *_find_amounts(text)],
        key=lambda each: each.start,
    )
    apart: list[ClaimedFigure] = []
    for figure in found:
        if not apart or figure.start >= apart[-1].end:
            apart.append(figure)
    return add_bare(text, join_ranges(text, apart))


def tell_kind(figure: ClaimedFigure, piece: str, start: int) -> ClaimedFigure:
    """A figure as what it is beside the words around it: `выросло на 2 млрд` is a change, no amount.

    Args:
        figure: as it is by itself.
        piece: the text that it is said in.
        start: where that begins in the figure's text.
    """
    before, after = piece[: figure.start - start], piece[figure.end - start :]
    is_times = figure.kind is FigureKind.TIMES
    compares = is_times or _is_by(figure, before) or is_set_against(before, after)
    direction, changes = find_claimed_direction(before, after, compares=compares)
    if before.rstrip().endswith("+"):
        direction, changes = Direction.RISES, True
    of_whole = figure.kind is FigureKind.SHARE and names_base(piece)
    shown = replace(figure, said=_without_case(figure), of_whole=of_whole)
    if is_times:
        return replace(shown, direction=direction)
    if not changes:
        return _with_bound(shown, figure, before, after)
    ahead, behind = find_bound_of_change(before, after if _ends(figure.said, ABLATIVE_ENDING) else "")
    is_bounded = bool(ahead or behind)  # 5 %-дан астам өсті
    if figure.upper is None and not is_bounded and _is_end_point(figure, before, after):
        return shown
    kind = FigureKind.GROWTH if figure.kind is FigureKind.SHARE else FigureKind.CHANGE
    said = f"{ahead} {figure.said if behind else shown.said} {behind}".strip()
    return replace(shown, said=said, kind=kind, direction=direction, is_bounded=is_bounded)


def _with_bound(shown: ClaimedFigure, figure: ClaimedFigure, before: str, after: str) -> ClaimedFigure:
    """An amount with the words that bound it, of which it keeps its ending: `9 миллиардтан аз`."""
    ahead, behind = find_claimed_bound(before, after)
    if (
        figure.kind is not FigureKind.AMOUNT
        or figure.upper is not None
        or _to().search(before)
        or not (ahead or behind)
    ):
        return shown  # `до 3 млрд` may be what a change ends at
    said = figure.said if behind else shown.said
    return replace(shown, said=f"{ahead} {said} {behind}".strip(), is_bounded=True)


def _without_case(figure: ClaimedFigure) -> str:
    """A figure as it was said, without the Kazakh ending of its last word: `218 миллионға`."""
    said = without_ending(figure.said.rstrip(". "))
    if _ends(said, _DATIVE):
        return said[:-2]
    return said[:-3] if _ends(said, ABLATIVE_ENDING) else said


def _find_amounts(text: str) -> Iterator[ClaimedFigure]:
    for chain in join_chains(text, find_said_amounts(text)):
        first, last = chain[0], chain[-1]
        said = text[first.start : last.end].strip()
        is_said = first.in_words or _currency().search(said) is not None
        is_amount = is_said or _is_amount(said, text[last.end :])
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


def _is_amount(said: str, after: str) -> bool:
    """Whether a number without a unit may be an amount: no telephone's, and none of things or people."""
    if said.isdecimal() and len(said) > _MOST_DIGITS:
        return False
    counted = next(iter(words(after.partition("\n")[0])), "") if after[:1].isspace() else ""
    return len(counted) < _SHORTEST_NOUN or is_filler(counted, sound(counted))


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
        said = " ".join(match[0].split())
        yield ClaimedFigure(said, *match.span(), FigureKind.TIMES, value, precision)


def _is_by(figure: ClaimedFigure, before: str) -> bool:
    """Whether it is said by how much: `на 300 млн больше`, `300 млн-ға көп`."""
    return _by().search(before) is not None or _ends(figure.said, _DATIVE)


def _is_end_point(figure: ClaimedFigure, before: str, after: str) -> bool:
    """Whether a figure beside a word of change is what the line was or is: `с 2 до 3 млрд`."""
    return bool(_to().search(before) or _until().match(after) or _ends(figure.said, ABLATIVE_ENDING))


@cache
def _shares() -> re.Pattern[str]:
    return re.compile(
        rf"""
        (?<![\w.,]) (?P<number> {_number()} ) \s* (?: {says_pattern(ClaimWord.PERCENT)} )  # 12,5 %
        (?: -? [^\W\d]{{1,4}} \b )?  # 12%-ға
        """,
        re.IGNORECASE | re.VERBOSE,
    )


@cache
def _times() -> re.Pattern[str]:
    folds = "|".join(f"(?P<{says}>{says_pattern(says)})" for says in _FOLDS)
    return re.compile(
        rf"""
        (?<![\w.,]) (?: (?P<number> {_number()} ) \s* {says_pattern(ClaimWord.TIMES)}  # 2,5 раза
          | {folds} )
        """,
        re.IGNORECASE | re.VERBOSE,
    )


def _number() -> str:
    return rf"\d+ (?: [.,]\d+ )? | {number_words()} (?: \s+ {number_words()} )*"


@cache
def _currency() -> re.Pattern[str]:
    return re.compile(currency_words(), re.IGNORECASE)


@cache
def _foreign() -> re.Pattern[str]:
    """Another currency right behind an amount."""
    return re.compile(rf"\s*(?:{says_pattern(ClaimWord.FOREIGN)}(?!\w)|[$€₽¥])", re.IGNORECASE)


@cache
def _by() -> re.Pattern[str]:
    return _stands_before(ClaimWord.BY)


@cache
def _to() -> re.Pattern[str]:
    return _stands_before(ClaimWord.TO)


def _stands_before(says: ClaimWord) -> re.Pattern[str]:
    """Such a word at the end of what stands before a figure, one word at most between."""
    return re.compile(rf"(?<!\w) {says_pattern(says)} (?: \s+ \w+ )? \s* $", re.IGNORECASE | re.VERBOSE)


@cache
def _until() -> re.Pattern[str]:
    return re.compile(rf"\W* {says_pattern(ClaimWord.UNTIL)}", re.IGNORECASE | re.VERBOSE)


@cache
def _vague() -> re.Pattern[str]:
    return re.compile(says_pattern(ClaimWord.VAGUE), re.IGNORECASE)


def _ends(said: str, ending: re.Pattern[str]) -> bool:
    """Whether a figure is said with a Kazakh ending: `2 млрд-қа`, `12 пайызға`, `теңгеден`."""
    last = list(sounds(said))[-1]
    return last != _CURRENCY and ending.search(last) is not None


# As words sound: қ is k, ғ is g.
_DATIVE = re.compile("[gk][ae]$")
_MINUS = re.compile(r"(?<!\S)[-−](?:\d[\d\s.,]{0,30})?\Z")  # and the number behind it
_CURRENCY = "tenge"  # which ends so by itself
