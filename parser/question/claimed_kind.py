"""What a claimed figure is beside the words around it: an amount, a change of it, and what only bounds it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from parser.dataclass import dataclass
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.checking import ClaimWord, says_pattern
from parser.question.claimed_aside import find_signed
from parser.question.claimed_denial import deny
from parser.question.claimed_direction import (
    claim_joint,
    compares_first,
    find_bound_of_change,
    find_bounded_side,
    find_claimed_bound,
    find_claimed_direction,
    is_more_by,
    is_set_against,
)
from parser.question.claimed_verbs import makes_something
from parser.question.figure_kinds import ClaimedFigure, FigureKind
from parser.question.fillers import is_filler
from parser.question.fractions import names_base
from parser.question.intents import Direction
from parser.question.numbers import without_ending
from parser.question.word_forms import ABLATIVE_ENDING, DATIVE_ENDING
from parser.text.folding import sound, sounds, words
from parser.text.units import is_currency_name


@dataclass(frozen=True, slots=True)
class BoundedText:
    """What stands around a figure, the words that bound it cut off.

    Attributes:
        before: what stands before the figure.
        after: what stands behind it.
        ahead: the words right before it that bound it: `больше чем на`.
        behind: those right behind it: `астам`.
    """

    before: str
    after: str
    ahead: str = ""
    behind: str = ""


def cut_bound(figure: ClaimedFigure, before: str, after: str) -> BoundedText:
    """What stands around a change, without what only bounds that: `больше чем на 5 %`, `5 %-дан астам`.

    Args:
        figure: as it is by itself.
        before: what stands before it.
        after: and what stands behind it.
    """
    is_from = _ends(figure.said, ABLATIVE_ENDING)
    ahead, behind = find_bound_of_change(before, after if is_from else "")
    if figure.kind is FigureKind.TIMES and not ahead:  # более чем вдвое
        ahead = find_claimed_bound(before, "")[0]
        ahead = ahead if len(ahead.split()) > 1 else ""
    kept_before = before[: before.rindex(ahead)] if ahead else before
    rest = after[after.index(behind) + len(behind) :] if behind else after
    # Of `200 млн-нан көп` the same word says that it is more.
    kept_after = rest if behind and compares_first(rest) else after
    return BoundedText(kept_before, kept_after, ahead, behind)


def names_part(before: str) -> bool:
    """Whether what stands before a figure says that it is of what was said before: `из них`."""
    return re.search(rf"(?<!\w){says_pattern(ClaimWord.PART)}(?!\w)", before, re.IGNORECASE) is not None


def find_shared_verb(sentence: str, figure: ClaimedFigure, following: ClaimedFigure) -> str | None:
    """What says of a Kazakh figure that it is a change, where another one stands between the two.

    `шығыстар 1,8 млрд теңгеге немесе 8,4 %-ға өсті`, `1,8 млрд теңгеге (8,4 %) өсті`

    Args:
        sentence: that both are said in.
        figure: the first one.
        following: and the one behind it, which says the same once more.

    Returns:
        The clause behind the second figure; None where it does not say the same.
    """
    between = sentence[figure.end : following.start]
    if not (_ends(figure.said, DATIVE_ENDING) and _or().fullmatch(between)):
        return None
    return claim_joint().split(sentence[following.end :])[0].lstrip(") ")


def tell_kind(
    figure: ClaimedFigure, piece: str, start: int, *, is_verb_unread: bool = False
) -> ClaimedFigure:
    """A figure as what it is beside the words around it: `выросло на 2 млрд` is a change, no amount.

    Of a verb that nothing reads the form alone tells: `чикнут на 50 млн` is a change, whichever way.

    Args:
        figure: as it is by itself.
        piece: the text that it is said in.
        start: where that begins in the figure's text.
        is_verb_unread: whether a verb stands around it that no list has.
    """
    before, after = piece[: figure.start - start], piece[figure.end - start :]
    may_change = is_verb_unread and is_by(figure, before, after) and not makes_something(piece)
    return deny(_tell_kind(figure, piece, before, after, may_change=may_change), figure, before, after)


def _tell_kind(
    figure: ClaimedFigure, piece: str, before: str, after: str, *, may_change: bool
) -> ClaimedFigure:
    is_times, bound = figure.kind is FigureKind.TIMES, cut_bound(figure, before, after)
    compares = is_times or is_by(figure, before, after) or is_set_against(before, bound.after)
    direction, changes = find_claimed_direction(bound.before, bound.after, compares=compares)
    changes = changes or may_change
    signed = Direction.RISES if before.rstrip().endswith("+") else find_signed(before, after)
    if signed and figure.kind is not FigureKind.TIMES:
        direction, changes = signed, True
    of_named = names_base(piece) or (figure.in_words and not names_part(before))
    of_whole = figure.kind is FigureKind.SHARE and of_named
    shown = replace(figure, said=_without_case(figure), of_whole=of_whole)
    if not (is_times or changes):
        return _with_bound(shown, figure, before, after)
    is_bounded = bool(bound.ahead or bound.behind)  # 5 %-дан астам өсті
    said = figure.said if bound.behind else shown.said
    said = f"{bound.ahead} {said} {bound.behind}".strip()
    if is_times:
        return replace(shown, said=said, direction=direction, is_bounded=is_bounded)
    if figure.upper is None and not is_bounded and _is_end_point(figure, before, after):
        return shown
    kind = FigureKind.GROWTH if figure.kind is FigureKind.SHARE else FigureKind.CHANGE
    return replace(shown, said=said, kind=kind, direction=direction, is_bounded=is_bounded)


def _with_bound(shown: ClaimedFigure, figure: ClaimedFigure, before: str, after: str) -> ClaimedFigure:
    """An amount or a share with the words that bound it, of which it keeps its ending: `9 миллиардтан аз`."""
    ahead, behind = find_claimed_bound(before, "" if _ends(figure.said, DATIVE_ENDING) else after)
    if figure.value == 0 or figure.upper is not None or _to().search(before) or not (ahead or behind):
        return shown  # `до 3 млрд` may be what a change ends at
    said = f"{ahead} {figure.said if behind else shown.said} {behind}".strip()
    if figure.kind is FigureKind.AMOUNT:
        return replace(shown, said=said, is_bounded=True)
    side = find_bounded_side(ahead, behind) if figure.kind is FigureKind.SHARE else None
    return shown if side is None or figure.bound else replace(shown, said=said, bound=side)


def _without_case(figure: ClaimedFigure) -> str:
    """A figure as it was said, without the Kazakh ending of its last word: `218 миллионға`."""
    said = without_ending(figure.said.rstrip(". "))
    if _ends(said, DATIVE_ENDING):
        return said[:-2]
    return said[:-3] if _ends(said, ABLATIVE_ENDING) else said


def is_by(figure: ClaimedFigure, before: str, after: str) -> bool:
    """Whether it is said by how much: `на 300 млн больше`, `300 млн-ға көп`.

    Of `на школы 8,4 млрд, это больше` the word between says what the figure is of.

    Args:
        figure: as it is by itself, with its ending.
        before: what stands before it.
        after: and what stands behind it.
    """
    match = _by().search(before)
    between = match["between"] if match else None
    if match and between:
        plain = is_filler(*_read_word(between)) or _exactly().fullmatch(between)
        return bool(plain) or compares_first(after)
    more = is_more_by(after) and not _ends(figure.said, ABLATIVE_ENDING)  # 1,2 млрд артық бөлінеді
    return match is not None or _ends(figure.said, DATIVE_ENDING) or more


def _read_word(said: str) -> tuple[str, str]:
    folded = next(iter(words(said)), "")
    return folded, sound(folded)


def _is_end_point(figure: ClaimedFigure, before: str, after: str) -> bool:
    """Whether a figure beside a word of change is what the line was or is: `с 2 до 3 млрд`."""
    return bool(
        figure.is_end or _to().search(before) or _until().match(after) or _ends(figure.said, ABLATIVE_ENDING)
    )


@cache
def _or() -> re.Pattern[str]:
    """What stands between two figures that say the same."""
    return re.compile(rf"\s*(?:\(\s*|,?\s*{says_pattern(ClaimWord.POINTS_BACK)}\s+)", re.IGNORECASE)


@cache
def _exactly() -> re.Pattern[str]:
    about = load_asking_words().pattern(Asks.ABOUT)
    return re.compile(rf"{says_pattern(ClaimWord.EXACTLY)}|{about}", re.IGNORECASE)


@cache
def _by() -> re.Pattern[str]:
    return _stands_before(ClaimWord.BY)


@cache
def _to() -> re.Pattern[str]:
    return _stands_before(ClaimWord.TO)


def _stands_before(says: ClaimWord) -> re.Pattern[str]:
    """Such a word at the end of what stands before a figure, one word at most between."""
    return re.compile(
        rf"(?<!\w) {says_pattern(says)} (?: \s+ (?P<between> \w+ ) )? \s* $", re.IGNORECASE | re.VERBOSE
    )


@cache
def _until() -> re.Pattern[str]:
    return re.compile(rf"\W* {says_pattern(ClaimWord.UNTIL)}", re.IGNORECASE | re.VERBOSE)


def _ends(said: str, ending: re.Pattern[str]) -> bool:
    """Whether a figure is said with a Kazakh ending: `2 млрд-қа`, `12 пайызға`, `теңгеден`."""
    last = list(sounds(said))[-1]
    return not is_currency_name(last) and ending.search(last) is not None
