"""A share that is told by a hundred or a thousand tenge: `из 100 тенге 53`, `әр 100 теңгенің 53-і`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache

from parser.question.asking_words import plain_word
from parser.question.asks import Asks
from parser.question.checking import ClaimWord, says_pattern
from parser.question.said_amounts import amount_scales
from parser.question.word_forms import GENITIVE
from parser.records import Language
from parser.text.folding import sound
from parser.text.units import currency_words


def spell_hundredths(text: str) -> tuple[str, Mapping[tuple[int, str], str]]:
    """A claim with such shares spelled in percent, of the whole budget; and how each of them was said.

    >>> spell_hundredths("из каждых 100 тенге 53 идут на образование")
    ('53 % бюджета идут на образование', {(0, '53 %'): 'из каждых 100 тенге 53'})

    An amount behind so many tenge each is no part of them: `1000 теңгеден 12 млн`.

    Args:
        text: a claim.

    Returns:
        The text, and each share as it was said, by where its percent begin there, and these.
    """
    spelled: list[str] = []
    said: dict[tuple[int, str], str] = {}
    end = 0
    found = [(match, language) for language in Language for match in _hundredths(language).finditer(text)]
    for match, language in sorted(found, key=lambda each: each[0].start()):
        percent = _percent(match)
        if percent is None or match.start() < end or not _is_of_whole(match, language):
            continue
        budget = plain_word(language, Asks.BUDGET_SHARE)
        before, after = ("", f" {budget}") if language is Language.RU else (f"{budget} ", "")
        spelled += [text[end : match.start()], match["between"], before]
        said[sum(map(len, spelled)), percent] = " ".join(match[0].split())
        spelled += [percent, after]
        end = match.end()
    return "".join([*spelled, text[end:]]), said


def _percent(match: re.Match[str]) -> str | None:
    """What part a share is, in percent; None of more than the whole."""
    part, whole = Decimal(match["part"].replace(",", ".")), Decimal(match["whole"])
    return f"{(part * 100 / whole).normalize():f} %".replace(".", ",") if part <= whole else None


def _is_of_whole(match: re.Match[str], language: Language) -> bool:
    """Whether so many tenge are a whole, and not what each gets: `100 теңгеден 53 оқушыға`."""
    if language is Language.RU or match["ending"] or match["money"]:
        return True
    return match["every"] is not None or GENITIVE.search(sound(match["of"])) is not None


@cache
def _hundredths(language: Language) -> re.Pattern[str]:
    money, every = currency_words(), says_pattern(ClaimWord.EVERY)
    before, case = (
        (rf"{says_pattern(ClaimWord.OUT_OF)} \s+", "")  # из каждых 100 тенге
        if language is Language.RU
        else (rf"(?P<every> {every} \s+ )?", r"[^\W\d]{3}")  # әр 100 теңгенің
    )
    return re.compile(
        rf"""
        (?<!\w) {before} (?P<whole> 1000? ) \s+ (?P<of> (?:{money}) {case} ) (?!\w) [ ,:—–-]*
        (?P<between> (?: [^\W\d]+ \s+ ){{0,4}}? )  # идёт на образование
        (?P<part> \d{{1,3}} (?: [.,]\d+ )? ) (?! \d | [.,]\d | \s* -? (?:{amount_scales()}) )  # but 53 млн
        (?P<ending> -?[^\W\d]{{1,3}} )?   # 53-і
        (?! \w | \s*% | [.,]\d | \s* [-–—]? \s* \d | \s+ (?:{amount_scales()}) )  # 12 500; 53-55
        (?P<money> \s+ (?:{money}) [^\W\d]* )?  # теңгесі
        """,
        re.IGNORECASE | re.VERBOSE,
    )
