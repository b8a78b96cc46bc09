"""Decisions that are called otherwise beside their numbers: `документ № 298`, «298 нөмірлі қаулы»."""

from __future__ import annotations

import re
from functools import cache

from parser.question.asked_patterns import asked_pattern
from parser.question.asking_words import load_asking_words, plain_word, says_in
from parser.question.asks import Asks
from parser.question.long_numbers import spell_digits
from parser.records import Language
from parser.text.folding import sound

_NUMBER = r"\d{1,4} (?: [-/] \d{1,4} )? (?! [\d.,/-]*\d )"
_SPELLED = r"№ \d{1,4} (?: - \d{1,4} ){0,2} №"  # as `spell_long_numbers` writes one
_LONG = r"\d{1,2} [-/] (?!0) \d{3,4}"  # 24/146; 458/023 is a program's code
# 12-3, 298; not 2013, nor digits that are an amount's: 12, 500 млн
_BARE = (
    rf"(?: \d{{1,3}} [-/] \d{{1,2}} | {_LONG} | (?! 0 | (?:19|20)\d\d \b ) \d{{3,4}} )"
    r" (?! [\d.,/-]*\d | \s+\d )"
)


def spell_papers(text: str) -> str:
    """A text with a paper that has a number called a decision, and its number after a sign.

    >>> spell_papers("что изменило решение под номером 298")
    'что изменило решение № 298'

    Args:
        text: the message. A paper without a number stays what it is: `строка документа`, `документы школ`.
    """
    text = _called_number().sub(_say_sign, text)
    return _papers().sub(_say_decision, text)


@asked_pattern(Asks.NUMBER_SIGN, digit=True)
def _called_number() -> re.Pattern[str]:
    """Digits that a word calls the number of the decision beside them."""
    asking = load_asking_words()
    sign = asking.pattern(Asks.NUMBER_SIGN)
    noun = "|".join(map(asking.pattern, (Asks.DECISION, Asks.AMENDMENT, Asks.PAPER)))
    return re.compile(
        rf"""
        (?<!\w) (?P<noun> {noun} ) \s+ {sign} \s+ (?P<behind> {_NUMBER} )  # решение под номером 298
        | (?<!\w) {sign} \s+ (?P<between> {_NUMBER} ) (?= \s+ (?: {noun} ) )  # нөмірі 298 шешім
        | (?<![\w.,/-]) (?P<ahead> {_NUMBER} ) [ -] {sign} (?= \s+ (?: {noun} ) )  # 298 нөмірлі шешім
        """,
        re.IGNORECASE | re.VERBOSE,
    )


def _say_sign(said: re.Match[str]) -> str:
    noun = f"{said['noun']} " if said["noun"] else ""
    return noun + _write(said["behind"] or said["between"] or said["ahead"])


@asked_pattern(Asks.PAPER, digit=True)
def _papers() -> re.Pattern[str]:
    """A paper beside what can only be a decision's number."""
    paper = load_asking_words().pattern(Asks.PAPER)
    return re.compile(
        rf"""
        (?<!\w) (?P<before> {paper} ) \.? \s+
          (?P<behind> {_SPELLED} | № \s* {_NUMBER} | {_BARE} )  # документ № 298, №24-146№
        | (?<![\w.,/-]) (?:
            (?P<ahead> {_SPELLED} | № \s* {_NUMBER} | {_LONG} | \d{{1,3}} [-/] \d{{1,2}} ) \s+  # № 298 құжат
          | (?P<ordinal> {_BARE} ) - (?: [^\W\d]{{1,2}} \s+ )? )  # 298-й документ; no 298 документов
          (?P<after> {paper} )
        """,
        re.IGNORECASE | re.VERBOSE,
    )


def _say_decision(said: re.Match[str]) -> str:
    number = said["behind"] or said["ahead"] or said["ordinal"]
    number = number if number.endswith("№") else _write(number.removeprefix("№").strip())
    kazakh = says_in(Language.KK, sound((said["before"] or said["after"]).casefold()))
    noun = plain_word(Language.KK if kazakh else Language.RU, Asks.DECISION)
    return f"{number} {noun}" if kazakh else f"{noun} {number}"


def _write(number: str) -> str:
    """A number behind its sign; one with a long second part as all long ones are written."""
    return spell_digits(number) if _long().fullmatch(number) else f"№ {number}"


@cache
def _long() -> re.Pattern[str]:
    return re.compile(_LONG, re.VERBOSE)
