"""A share that is told by a hundred or a thousand tenge: `из 100 тенге 53`, `әр 100 теңгенің 53-і`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache

from parser.question.asking_words import plain_word
from parser.question.asks import Asks
from parser.question.checking import ClaimWord, says_pattern
from parser.records import Language
from parser.text.units import currency_words


def spell_hundredths(text: str) -> tuple[str, Mapping[str, str]]:
    """A claim with such shares spelled in percent, of the whole budget; and how each of them was said.

    >>> spell_hundredths("из каждых 100 тенге 53 идут на образование")
    ('53 % бюджета идут на образование', {'53 %': 'из каждых 100 тенге 53'})

    Args:
        text: a claim.
    """
    said: dict[str, str] = {}
    for language in Language:
        text = _hundredths(language).sub(lambda match, of=language: _spell(match, of, said), text)  # type: ignore[misc]
    return " ".join(text.split()), said


def _spell(match: re.Match[str], language: Language, said: dict[str, str]) -> str:
    share = Decimal(match["part"].replace(",", ".")) * 100 / Decimal(match["whole"])
    percent = f"{share.normalize():f} %".replace(".", ",")
    said[percent] = match[0].strip()
    budget = plain_word(language, Asks.BUDGET_SHARE)
    spelled = f"{percent} {budget}" if language is Language.RU else f"{budget} {percent}"
    return f"{match['between']} {spelled} "


@cache
def _hundredths(language: Language) -> re.Pattern[str]:
    money, every = currency_words(), says_pattern(ClaimWord.EVERY)
    before, case = (
        (rf"{says_pattern(ClaimWord.OUT_OF)} \s+", "")  # из каждых 100 тенге
        if language is Language.RU
        else (rf"(?: {every} \s+ )?", r"[^\W\d]{3}")  # әр 100 теңгенің
    )
    return re.compile(
        rf"""
        (?<!\w) {before} (?P<whole> 1000? ) \s+ (?:{money}) {case} (?!\w) [ ,:—–-]*
        (?P<between> (?: [^\W\d]+ \s+ ){{0,4}}? )  # идёт на образование
        (?P<part> \d{{1,3}} (?: [.,]\d+ )? ) (?: -?[^\W\d]{{1,3}} )? (?! \w | \s*% | [.,]\d )  # 53-і
        (?: \s+ (?:{money}) [^\W\d]* )?  # теңгесі
        """,
        re.IGNORECASE | re.VERBOSE,
    )
