"""The two ends of a range as one figure: `от 8 до 9 млрд`, `8-ден 9 млрд-қа дейін`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from parser.question.checking import ClaimWord, says_pattern
from parser.question.claimed_direction import find_claimed_direction
from parser.question.claimed_numbers import count_unit, cut_number
from parser.question.figure_kinds import ClaimedFigure, Incomparable
from parser.question.numerals import number_words
from parser.question.said_amounts import read_said_number
from parser.text.letters import DASHES

_NOT_IN_RANGES = frozenset({Incomparable.FOREIGN, Incomparable.NEGATIVE})


def join_ranges(text: str, figures: Sequence[ClaimedFigure]) -> list[ClaimedFigure]:
    """The figures of a text, those that are the two ends of one range as one: `от 8 до 9 млрд`.

    Where something changed from the one to the other (`выросли с 8 до 9 млрд`) they stay two amounts, the
    first in the unit of the second.

    Args:
        text: that they stand in.
        figures: in their order.
    """
    joined: list[ClaimedFigure] = []
    for figure in figures:
        begins = joined[-1].end if joined else 0
        last = joined[-1] if joined else None
        lower = _find_lower(text, figure, begins) or _take_last(text, figure, last)
        if lower is None or figure.incomparable in _NOT_IN_RANGES:
            joined.append(figure)
            continue
        if lower.value >= figure.value:  # сократили с 50 до 37 млн
            falls = lower is not last and _ends_changes(text, lower, figure)
            begun = [replace(lower, is_end=True)] if falls else []
            joined += [*begun, replace(figure, is_end=figure.is_end or falls)]
            continue
        if lower is last:
            joined.pop()
        if _ends_changes(text, lower, figure):
            joined += [replace(lower, is_end=True), replace(figure, is_end=True)]
        else:
            start = _from().search(text, 0, lower.start) or _between_before().search(text, 0, lower.start)
            first = start.start() if start else lower.start
            behind = _between_behind().match(text, figure.end)
            last_one = behind.end() if behind else figure.end
            said = " ".join(text[first:last_one].split())
            whole = replace(figure, said=said, start=first, end=last_one)
            joined.append(replace(whole, value=lower.value, upper=figure.value))
    return joined


def _find_lower(text: str, figure: ClaimedFigure, begins: int) -> ClaimedFigure | None:
    """The number right before a figure that a range begins with, in the figure's own unit."""
    match = _lower().search(text, begins, figure.start)
    if match is None or not figure.precision:
        return None
    if match["and"] and not _is_between(text, match.start(), figure.end):
        return None  # школам и садикам 8 и 9 млрд
    unit = count_unit(figure)
    number = match["number"]
    value, precision = read_said_number(number)
    return replace(
        figure,
        said=f"{number}{cut_number(figure.said)}",
        start=match.start("number"),
        end=match.end() if match["ending"] else match.end("number"),
        value=value * unit,
        precision=precision * unit,
    )


def _take_last(text: str, figure: ClaimedFigure, last: ClaimedFigure | None) -> ClaimedFigure | None:
    """The figure before, where that is said to be the beginning of a range: `от 800 млн до 1 млрд`."""
    if last is None or last.kind is not figure.kind or last.upper is not None:
        return None
    between = text[last.end : figure.start]
    dashed = bool(between) and between in DASHES
    begun = _from().search(text, 0, last.start) or _ablative_end().search(last.said)
    if _is_between(text, last.start, figure.end) and _and().fullmatch(between):
        return last
    return last if dashed or (begun and _link().fullmatch(between)) else None


def _is_between(text: str, start: int, end: int) -> bool:
    """Whether two figures that `и` joins are ends: `между 8 и 9 млрд`, `8 бен 9 млрд аралығында`."""
    return bool(_between_before().search(text, 0, start) or _between_behind().match(text, end))


def _ends_changes(text: str, lower: ClaimedFigure, figure: ClaimedFigure) -> bool:
    """Whether two figures are what something was and became: no dash between them, and a word of change."""
    typed = text[lower.start : figure.start]
    between = typed.removeprefix(lower.said) if typed.startswith(lower.said) else cut_number(typed)
    is_from = _ablative_end().search(lower.said) is not None  # 12,3 млрд-тан 12,5 млрд-қа дейін көбейді
    if not (is_from or any(map(str.isalpha, between))):
        return False
    return find_claimed_direction(text[: lower.start], text[figure.end :], compares=False)[1]


def _number() -> str:
    return rf"\d+ (?: [.,]\d+ )? | {number_words()} (?: \s+ {number_words()} )*"


@cache
def _lower() -> re.Pattern[str]:
    """The number that a range begins with, right before the figure that it ends with."""
    return re.compile(
        rf"""
        (?<![\w.,/№-]) (?P<number> {_number()} )
        (?: (?P<ending> -? {says_pattern(ClaimWord.RANGE_FROM_FOLLOWS)} \s+ )  # 8-ден 9 млрд-қа дейін
          | {_link_source()}  # 8–9 млрд; 8 до 9 млрд
          | (?P<and> {_and_source()} ) ) \Z  # 8 бен 9 млрд аралығында
        """,
        re.IGNORECASE | re.VERBOSE,
    )


def _link_source() -> str:
    """What stands between the two ends of a range: `8–9`, `8 до 9`."""
    return rf"(?: \s* [{DASHES}] \s* | \s+ {says_pattern(ClaimWord.RANGE_TO)} \s+ )"


def _and_source() -> str:
    return rf"\s+ {says_pattern(ClaimWord.RANGE_AND)} \s+"


@cache
def _and() -> re.Pattern[str]:
    return re.compile(_and_source(), re.IGNORECASE | re.VERBOSE)


@cache
def _between_before() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w) {says_pattern(ClaimWord.BETWEEN)} \s+ \Z", re.IGNORECASE | re.VERBOSE)


@cache
def _between_behind() -> re.Pattern[str]:
    return re.compile(rf"\s+ {says_pattern(ClaimWord.BETWEEN)} (?!\w)", re.IGNORECASE | re.VERBOSE)


@cache
def _link() -> re.Pattern[str]:
    return re.compile(rf"{_link_source()} | \s+", re.IGNORECASE | re.VERBOSE)


@cache
def _from() -> re.Pattern[str]:
    """What begins a range, right before its first number."""
    return re.compile(rf"(?<!\w) {says_pattern(ClaimWord.RANGE_FROM)} \s+ \Z", re.IGNORECASE | re.VERBOSE)


@cache
def _ablative_end() -> re.Pattern[str]:
    return re.compile(rf"{says_pattern(ClaimWord.RANGE_FROM_FOLLOWS)}\Z", re.IGNORECASE)
