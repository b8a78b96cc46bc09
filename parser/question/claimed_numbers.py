"""Numbers of a claim that say no unit: beside `было` and `стало`, and in a row: `8,4 и 1,9 млрд`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cache

from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.checking import ClaimWord, says_pattern
from parser.question.figure_kinds import ClaimedFigure, FigureKind
from parser.question.fillers import is_filler
from parser.question.nouns import is_finite_verb
from parser.question.numerals import number_words
from parser.question.said_amounts import read_said_number
from parser.records import Language
from parser.text.folding import sound, words
from parser.text.language import detect_language

_ARROW = re.compile(r"\s*(?:→|->|=>)\s*")  # 288 → 383 млн
_LONGEST_NUMBER = 40  # characters
_SHORTEST_NOUN = 4  # letters of what may be counted: тыс and млн are none, nor на and по


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
        if _is_free(match, figures) and not counts_things(text[match.end("number") :])
    ]
    return sorted([*figures, *bare], key=lambda figure: figure.start)


def add_listed(text: str, figures: Sequence[ClaimedFigure]) -> list[ClaimedFigure]:
    """The figures of a text with the numbers that take their unit from another one: `8,4 и 1,9 млрд`.

    Such a number has decimals, `на ЖКХ 29,7, на дороги 6,8 %`, or stands in a row with the figure: `8 и 2
    млрд`.

    Args:
        text: that they stand in.
        figures: those that are known already.
    """
    found = list(figures)
    for match in reversed(list(_listed().finditer(text))):
        if not _is_free(match, found) or _goes_on(text, match.start("number")):
            continue
        beside = _find_beside(match, found)
        following = next((each for each in found if each.start >= match.end("number")), None)
        follows = following is not None and (
            _row().fullmatch(text, match.end("number"), following.start)
            or _ARROW.fullmatch(text, match.end("number"), following.start)
        )
        if beside is not None and (follows or match["decimals"]):
            found = sorted([*found, _in_unit(match, beside)], key=lambda figure: figure.start)
    return found


def in_row(text: str, figures: Sequence[ClaimedFigure]) -> list[list[ClaimedFigure]]:
    """Figures that follow one another with nothing but `и` or a comma between: `8,4 и 1,9 млрд`.

    Args:
        text: that they stand in.
        figures: in their order, one at least.

    Returns:
        The figures in their rows, most of which have one.
    """
    rows = [[figures[0]]]
    for figure in figures[1:]:
        last = rows[-1][-1]
        is_contrast = _instead().search(text, last.end, figure.start) is not None  # не 5, а 8,4 млрд
        if last.kind is figure.kind and not is_contrast and _row().fullmatch(text, last.end, figure.start):
            rows[-1].append(figure)
        else:
            rows.append([figure])
    return rows


def counts_things(after: str) -> bool:
    """Whether a number counts things or people, or is a year's: `5 школ`, `было 2013 год`.

    Args:
        after: what stands behind the number.
    """
    said = words(after.partition("\n")[0]) if after[:1].isspace() else []
    counted = next(iter(said), "")
    language = detect_language(counted) or Language.RU
    if is_finite_verb(counted, language, is_last=len(said) == 1):  # 8,4 млрд шөкті
        return False
    asking, spoken = load_asking_words(), sound(counted)
    if any(asking.says(spoken, asks) for asks in (Asks.WAS, Asks.BECAME, Asks.NOW)):
        return False
    return len(counted) >= _SHORTEST_NOUN and not is_filler(counted, spoken)


def count_unit(figure: ClaimedFigure) -> Fraction:
    """What one is counted in, in tenge or as a part of the whole: of `8,3 млрд` a billion."""
    return figure.precision * Fraction(10 ** _count_decimals(figure.said))


def cut_number(said: str) -> str:
    """What a figure says behind its number: ` млрд`, ` %`."""
    found = _first_number().match(said)
    return said[found.end() :] if found else ""


def _is_free(match: re.Match[str], figures: Sequence[ClaimedFigure]) -> bool:
    start, end = match.span("number")
    return not any(start < each.end and each.start < end for each in figures)


def _goes_on(text: str, start: int) -> bool:
    """Whether a number may be the end of one that begins before it: of `12 282,5` the second is none.

    Behind decimals, `8,4 1,9`, or a year another one begins.
    """
    return _ends_in_whole_number().search(text, max(start - _LONGEST_NUMBER, 0), start) is not None


@cache
def _ends_in_whole_number() -> re.Pattern[str]:
    return re.compile(r"(?<![\d.,])(?!(?:19|20)\d\d\s)\d+\s\Z")


def _find_beside(match: re.Match[str], figures: Sequence[ClaimedFigure]) -> ClaimedFigure | None:
    """The figure whose unit a number has: the next one that says a unit, else the one before."""
    start, end = match.span("number")
    says = [
        each
        for each in figures
        if each.precision
        and each.upper is None
        and each.unit_is_said
        and each.said[0].isdigit()
        and each.kind is not FigureKind.TIMES
    ]
    after = next((each for each in says if each.start >= end), None)
    return after or next((each for each in reversed(says) if each.end <= start), None)


def _as_amount(match: re.Match[str], scaled: Sequence[ClaimedFigure]) -> ClaimedFigure:
    """A number as an amount, in a unit that is left open where no other amount says one."""
    start, end, number = *match.span("number"), match["number"]
    after = next((each for each in scaled if each.start >= end), None)
    beside = after or next((each for each in reversed(scaled) if each.end <= start), None)
    if beside is not None:
        return _in_unit(match, beside)
    value, precision = read_said_number(number)
    return ClaimedFigure(
        number, start, end, FigureKind.AMOUNT, value, precision, unit_is_said=False, is_open=True
    )


def _in_unit(match: re.Match[str], beside: ClaimedFigure) -> ClaimedFigure:
    """A number in the unit of another figure."""
    start, end, number = *match.span("number"), match["number"]
    value, precision = read_said_number(number)
    unit = count_unit(beside)
    said = f"{number}{cut_number(beside.said)}"
    known = replace(beside, said=said, start=start, end=end)
    return replace(known, value=value * unit, precision=precision * unit)


def _count_decimals(said: str) -> int:
    """How many digits stand behind the comma of the first number in a text."""
    found = _decimals().search(said)
    return len(found["decimals"]) if found else 0


@cache
def _decimals() -> re.Pattern[str]:
    return re.compile(r"\A\D*\d+[.,](?P<decimals>\d+)")


@cache
def _first_number() -> re.Pattern[str]:
    number = rf"\d+ (?: [.,]\d+ )? | {number_words()} (?: \s+ {number_words()} )*"
    return re.compile(rf"\W* (?: [\d\s.,]*\d | {number} )", re.IGNORECASE | re.VERBOSE)


@cache
def _bare() -> re.Pattern[str]:
    """A number beside a word for what was or is: `было 8,3`, `8,3 болды`."""
    number = r"(?P<number> \d+ (?: [.,]\d+ )? ) (?! [\w\d%№] | [.,]\d | \s*% | -\d )"
    before = "|".join(map(load_asking_words().pattern, (Asks.WAS, Asks.BECAME)))
    instead, follows = says_pattern(ClaimWord.INSTEAD), says_pattern(ClaimWord.INSTEAD_FOLLOWS)
    return re.compile(
        rf"""
        (?: (?<!\w) (?:{before}|{instead}) \s* [:—–-]? \s*  # было 8,3
          | (?<![\w.,/№-]) (?= [\d.,]+ \s+ (?:{before}|{follows}) (?!\w) ) )  # 8,3 болды
        (?! (?:19|20)\d\d \b ) {number}
        """,
        re.IGNORECASE | re.VERBOSE,
    )


@cache
def _listed() -> re.Pattern[str]:
    """A number with nothing behind it that it could count: `8,4 и`, `29,7,`, `1,62` at the end."""
    return re.compile(
        rf"""
        (?<![\w.,/№+−-]) (?<!№\s) (?! (?:19|20)\d\d \b )
        (?P<number> \d+ (?P<decimals> ,\d+ )? )  # 8,4 и; 29,7,; 288 →
        (?! [\w%] | [.,]\d | -\d )
        (?= \s* (?: [,;.)!?→] | -> | => | \Z | {says_pattern(ClaimWord.JOINS)}\s
          | (?(decimals) \d+,\d | (?!)) ) )  # 8,4 1,9
        """,
        re.IGNORECASE | re.VERBOSE,
    )


@cache
def _instead() -> re.Pattern[str]:
    return re.compile(rf"\s{load_asking_words().pattern(Asks.MEANT)}\s", re.IGNORECASE)


@cache
def _row() -> re.Pattern[str]:
    """What stands between two figures of a row: `8,4 и 1,9`, `10, 12`, `8 бен 2`, `8,4 1,9`."""
    words = f"(?:{says_pattern(ClaimWord.JOINS)}|{says_pattern(ClaimWord.RANGE_AND)})"
    return re.compile(rf"\s*[,;]\s+(?:{words}\s+)?|\s+(?:{words}\s+)?", re.IGNORECASE)
