"""Numbers of decisions with more in them than `12-3`: `С-30/134-VI`, `223-VII`, `51/420-6с`, `№ 47/256`."""

from __future__ import annotations

import re
from functools import cache

from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.text.letters import DASHES

_SIGN = rf"[{DASHES}/]"
_DIGITS = rf"\d{{1,4}} (?: {_SIGN} \d{{1,4}} ){{0,2}}"
# Of a council's convocation, in letters of either alphabet; in small ones no Kazakh ending (`15-і`).
_SERIES = r"(?: [IVX\u0406\u0425]{1,5} | [ivx]{2,5} )"
_ENDING = r"\d{1,2} [^\W\d_]"  # the same as a digit and a letter
_LETTERED = re.compile(
    rf"""
    (?<![\w.,/-]) (?: № \s* )?
    (?:
        (?: \d? [^\W\d_] {_SIGN}? | {_SERIES} {_SIGN} )?
        (?P<serial> {_DIGITS} ) {_SIGN} {_SERIES}  # С-30/134-VI
        | (?: \d? [^\W\d_] | {_SERIES} ) {_SIGN} (?P<headed> \d{{1,4}} {_SIGN} \d{{1,4}} )  # 6С-34-2
        | (?P<ended> \d{{1,4}} {_SIGN} \d{{1,4}} ) {_SIGN} {_ENDING}  # 51/420-6с
    )
    (?! [\w/] | [.,-]\d )
    """,
    re.VERBOSE,
)
# What stands before the digits of a printed number: С-, 6С-, VI-
_HEAD = re.compile(rf"^\d?[^\W\d]+\s*{_SIGN}?\s*")
_END = re.compile(rf"(?x: (?<=\d) \s? {_SIGN} \s? {_ENDING} $ )")  # -6с of 51/420-6с
_GROUPS = 2  # of digits, by which people name a decision
LONG_NUMBER = r"№ (?P<long> \d{1,4} (?: - \d{1,4} ){0,2} ) №"
"""How `spell_long_numbers` writes a number, for patterns of words apart."""


def number_digits(printed: str) -> str:
    """The digits of a decision's number, by which people name it: without letters, whatever stands between.

    >>> number_digits("6С-34/2-VI")
    '34-2'
    >>> number_digits("51/420-6с"), number_digits("25-1р")
    ('51-420', '25-1')

    Args:
        printed: the number as printed.
    """
    own = _HEAD.sub("", printed.strip())
    groups = re.findall(r"\d+", own)
    return "-".join(groups[:-1] if len(groups) > _GROUPS and _END.search(own) else groups)


def spell_long_numbers(text: str) -> str:
    """A text with such numbers as their digits between two signs.

    >>> spell_long_numbers("что изменило решение С-30/134-VI")
    'что изменило решение №30-134№'

    Args:
        text: the message. Digits alone are a number of that kind only behind its sign or beside its noun, and
            never where the last three may be a program: `№ 458/023`.
    """
    if not any(char.isdigit() for char in text):
        return text
    text = _LETTERED.sub(
        lambda match: spell_digits(match["serial"] or match["headed"] or match["ended"]), text
    )
    return _beside().sub(lambda match: f"{match['noun'] or ''}{spell_digits(match['digits'])}", text)


def cut_long_numbers(text: str) -> str:
    """A text without such numbers as have letters, which tell no language: С is a word of one."""
    return _LETTERED.sub(" ", text)


def spell_digits(digits: str) -> str:
    """A number as `spell_long_numbers` writes it.

    >>> spell_digits("24/146")
    '№24-146№'

    Args:
        digits: what the number has of digits, as typed.
    """
    return f"№{number_digits(digits)}№"


@cache
def _beside() -> re.Pattern[str]:
    """Two numbers, of which the second is a long one, as a decision's: `№ 47/256`, `47/256 шешімі`."""
    decision = load_asking_words().pattern(Asks.DECISION)
    return re.compile(
        rf"""
        (?P<noun> (?<!\w) {decision} \s+ )? (?P<mark> № \s* )?
        (?<![\d.,/-]) (?P<digits> \d{{1,2}} {_SIGN} (?!0) \d{{3,4}}
                        | \d{{1,4}} {_SIGN} \d{{1,4}} (?= [^\W\d_] (?!\w) ) ) [^\W\d_]? (?!\w)
        (?! [\d.,/-]*\d | \s*% | № )
        (?(noun) | (?(mark) | (?= \s+ (?:{decision}) ) ) )  # № 47/256; решение 47-256; 47/256 шешімі
        """,
        re.IGNORECASE | re.VERBOSE,
    )
