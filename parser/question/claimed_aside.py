"""What a claim says beside its figures: how sure somebody is, a sign in words, and one figure once more."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from parser.question.checking import ClaimWord, says_pattern
from parser.question.figure_kinds import AS_CHANGE, ClaimedFigure, FigureKind
from parser.question.intents import Direction
from parser.question.numerals import number_words
from parser.question.question import Statement


def cut_certainty(text: str) -> tuple[str, tuple[str, ...]]:
    """A text without the shares that only say how sure somebody is of it, and these: no budget has them.

    >>> cut_certainty("на 100 % уверен, что на школы идёт 35 % бюджета")
    (' , что на школы идёт 35 % бюджета', ('на 100 % уверен',))

    Args:
        text: a claim.
    """
    return _certain().sub(" ", text), tuple(" ".join(found[0].split()) for found in _certain().finditer(text))


def say_again(figure: ClaimedFigure, before: str, last: Statement | None) -> Statement | None:
    """A figure that says the one before it once more: `выросли на 1,8 млрд, или на 8,4 %`.

    So does a share in brackets: `больше половины бюджета (52,6 %)`.

    Args:
        figure: it, as it is by itself.
        before: what stands before it in its piece.
        last: the statement before.

    Returns:
        The statement before, with this figure; None where it says something else.
    """
    if last is None:
        return None
    if figure.kind is FigureKind.SHARE is last.figure.kind and before.strip() == "(":
        return replace(last, figure=replace(figure, of_whole=last.figure.of_whole))
    if last.figure.kind not in AS_CHANGE.values() or figure.kind not in AS_CHANGE:
        return None
    if figure.of_whole or figure.is_bounded or not _once_more().fullmatch(before):
        return None
    changed = replace(figure, kind=AS_CHANGE[figure.kind], direction=last.figure.direction)
    return replace(last, figure=changed)


def find_signed(before: str, after: str) -> Direction | None:
    """Which way a figure goes by the word for its sign: `было 213, стало 250, плюс 37 млн`.

    What is added for something else (`8,4 млрд, плюс 1,9 млрд на садики`) is no change.

    Args:
        before: what stands before the figure.
        after: and what stands behind it.
    """
    signed = _signed().search(before)
    if signed is None or (signed["plus"] and _for_something().match(after)):
        return None
    return Direction.RISES if signed["plus"] else Direction.CUTS


def without_sign(before: str) -> str:
    """What stands before a figure, without the word for its sign: `школы: минус 51 млн`."""
    signed = _signed().search(before)
    return before[: signed.start("word")] if signed else before


@cache
def _certain() -> re.Pattern[str]:
    by, percent = says_pattern(ClaimWord.BY), says_pattern(ClaimWord.PERCENT)
    number = rf"(?: \d+ (?: [.,]\d+ )? | {number_words()} (?: \s+ {number_words()} )* ) \s* {percent}"
    whole = rf"(?: 100 | {number_words()} ) \s* {percent}"
    certain = says_pattern(ClaimWord.CERTAIN)
    return re.compile(
        rf"""
        (?<![\w.,]) (?:
            (?: {by} \s+ )? (?: {number} (?: -? [^\W\d]{{1,4}} )? \s+ {certain}  # на 100 % уверен
              | {whole} \s+ {says_pattern(ClaimWord.CERTAIN_FOLLOWS)} )  # 100 % правда
          | {certain} \s+ (?: {by} \s+ )? {number}  # уверен на 100 %
        ) (?!\w)
        """,
        re.IGNORECASE | re.VERBOSE,
    )


@cache
def _once_more() -> re.Pattern[str]:
    """All that stands before such a figure: `, или на`, `(`, `, то есть на`."""
    by, back = says_pattern(ClaimWord.BY), says_pattern(ClaimWord.POINTS_BACK)
    return re.compile(
        rf"[\s,;]*+ (?: {back} \s+ {by} | \( \s* (?: {back} \s+ )? {by}? | [—–-] \s* {by} ) \s*",
        re.IGNORECASE | re.VERBOSE,
    )


@cache
def _signed() -> re.Pattern[str]:
    """A word for a sign that nothing but a mark stands before, at the end of what stands before a figure."""
    plus, minus, exactly = map(says_pattern, (ClaimWord.PLUS, ClaimWord.MINUS, ClaimWord.EXACTLY))
    return re.compile(
        rf"(?: \A | [,;:(—–-] ) \s* (?P<word> (?P<plus> {plus} ) | {minus} ) \s+ (?: {exactly} \s+ )? \Z",
        re.IGNORECASE | re.VERBOSE,
    )


@cache
def _for_something() -> re.Pattern[str]:
    return re.compile(rf"\s*{says_pattern(ClaimWord.BEHIND)}\s", re.IGNORECASE)
