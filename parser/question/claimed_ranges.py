"""Figures that are said by halves: the ends of a range, `от 8 до 9 млрд`, and numbers alone, `было 8,3`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cache

from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.checking import ClaimWord, says_pattern
from parser.question.claimed_direction import find_claimed_direction
from parser.question.figure_kinds import ClaimedFigure, FigureKind, Incomparable
from parser.question.fillers import is_filler
from parser.question.said_amounts import number_words, read_said_number
from parser.text.folding import sound, words
from parser.text.letters import DASHES

_SHORTEST_NOUN = 4  # letters of what may be counted
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
        if lower is None or lower.value >= figure.value or figure.incomparable in _NOT_IN_RANGES:
            joined.append(figure)
            continue
        if lower is last:
            joined.pop()
        if _ends_changes(text, lower, figure):
            joined += [lower, figure]
        else:
            start = _from().search(text, 0, lower.start) or _between_before().search(text, 0, lower.start)
            first = start.start() if start else lower.start
            behind = _between_behind().match(text, figure.end)
            last_one = behind.end() if behind else figure.end
            said = " ".join(text[first:last_one].split())
            whole = replace(figure, said=said, start=first, end=last_one)
            joined.append(replace(whole, value=lower.value, upper=figure.value))
    return joined


def add_bare(text: str, figures: Sequence[ClaimedFigure]) -> list[ClaimedFigure]:
    """The figures of a text with the numbers beside `было` and `стало` that say no unit.

    They are in the unit that another amount of the text says, else in one that is left open.

    Args:
        text: that they stand in.
        figures: those that are known already.
    """
    scaled = [each for each in figures if each.kind is FigureKind.AMOUNT and each.unit_is_said]
    bare = [
        _as_amount(match, scaled)
        for match in _bare().finditer(text)
        if not any(match.start("number") < each.end and each.start < match.end("number") for each in figures)
        and not _counts_things(text[match.end("number") :])
    ]
    return sorted([*figures, *bare], key=lambda figure: figure.start)


def count_unit(figure: ClaimedFigure) -> Fraction:
    """What one is counted in, in tenge or as a part of the whole: of `8,3 млрд` a billion."""
    return figure.precision * Fraction(10 ** _count_decimals(figure.said))


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
        said=f"{number}{_cut_number(figure.said)}",
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
    between = typed.removeprefix(lower.said) if typed.startswith(lower.said) else _cut_number(typed)
    if not any(map(str.isalpha, between)):
        return False
    return find_claimed_direction(text[: lower.start], text[figure.end :], compares=False)[1]


def _as_amount(match: re.Match[str], scaled: Sequence[ClaimedFigure]) -> ClaimedFigure:
    start, end, number = *match.span("number"), match["number"]
    value, precision = read_said_number(number)
    after = next((each for each in scaled if each.start >= end), None)
    beside = after or next((each for each in reversed(scaled) if each.end <= start), None)
    if beside is None:
        return ClaimedFigure(
            number, start, end, FigureKind.AMOUNT, value, precision, unit_is_said=False, is_open=True
        )
    unit = count_unit(beside)
    said = f"{number}{_cut_number(beside.said)}"
    return ClaimedFigure(said, start, end, FigureKind.AMOUNT, value * unit, precision * unit)


def _counts_things(after: str) -> bool:
    """Whether a number counts things or people, or is a year's: `было 5 школ`, `было 2013 год`."""
    counted = next(iter(words(after.partition("\n")[0])), "") if after[:1].isspace() else ""
    asking, spoken = load_asking_words(), sound(counted)
    if any(asking.says(spoken, asks) for asks in (Asks.WAS, Asks.BECAME, Asks.NOW)):
        return False
    return len(counted) >= _SHORTEST_NOUN and not is_filler(counted, spoken)


def _count_decimals(said: str) -> int:
    """How many digits stand behind the comma of the first number in a text."""
    found = _decimals().search(said)
    return len(found["decimals"]) if found else 0


def _cut_number(said: str) -> str:
    """What a figure says behind its number: ` млрд`, ` %`."""
    found = _first_number().match(said)
    return said[found.end() :] if found else ""


def _number() -> str:
    return rf"\d+ (?: [.,]\d+ )? | {number_words()} (?: \s+ {number_words()} )*"


@cache
def _decimals() -> re.Pattern[str]:
    return re.compile(r"\A\D*\d+[.,](?P<decimals>\d+)")


@cache
def _first_number() -> re.Pattern[str]:
    return re.compile(rf"\W* (?: [\d\s.,]*\d | {_number()} )", re.IGNORECASE | re.VERBOSE)


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


@cache
def _bare() -> re.Pattern[str]:
    """A number beside a word for what was or is: `было 8,3`, `8,3 болды`."""
    number = r"(?P<number> \d+ (?: [.,]\d+ )? ) (?! [\d\w%№] | [.,]\d | \s*% | -\d )"
    before = "|".join(map(load_asking_words().pattern, (Asks.WAS, Asks.BECAME)))
    return re.compile(
        rf"""
        (?: (?<!\w) (?:{before}) \s* [:—–-]? \s*  # было 8,3
          | (?<![\w.,/№-]) (?= [\d.,]+ \s+ (?:{before}) (?!\w) ) )  # 8,3 болды
        (?! (?:19|20)\d\d \b ) {number}
        """,
        re.IGNORECASE | re.VERBOSE,
    )
