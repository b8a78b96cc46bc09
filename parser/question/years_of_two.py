"""Years that a message writes with two digits each, several together: `13, 14 и 15`, `в 13-м и 15-м`.

Two digits may be anything: a class, an age, a school's number. They are years only where something tells it:
a word for years behind them, an ordinal ending, `в` or `с … по`, a whole year among them, or three in a row.
"""

from __future__ import annotations

import re
from functools import cache

from parser.question.asked_patterns import asked_pattern
from parser.question.asking_words import load_asking_words, says_in
from parser.question.asks import Asks
from parser.question.fillers import is_filler
from parser.records import Language
from parser.text.folding import sound, words
from parser.text.letters import DASHES
from parser.text.units import currency_words, scale_stems

_LONGEST = 5  # years between the first and the last
_IN_A_ROW = 3  # that need no sign
_ITEM = re.compile(rf"(?<!\d)(?P<whole>20)?(?P<digits>[12]\d)(?!\d)(?P<ending>[{DASHES}][^\W\d]{{1,3}}\b)?")


def spell_years_of_two(text: str) -> str:
    """A text with such years written whole.

    >>> spell_years_of_two("образование 13, 14 и 15")
    'образование 2013, 2014 и 2015'

    Args:
        text: the message.
    """
    return _run().sub(_spell, text)


def _spell(match: re.Match[str]) -> str:
    text, said = match.string, match["years"]
    items = list(_ITEM.finditer(said))
    years = [int(item["digits"]) for item in items]
    if all(item["whole"] for item in items):
        return match.group()
    if years != sorted(set(years)) or years[-1] - years[0] > _LONGEST:
        return match.group()
    if not match["year"] and (_counts(text[match.end() :]) or _is_code(text[: match.start()])):
        return match.group()
    told = match["year"] or match["before"] or len(items) >= _IN_A_ROW
    if not (told or any(item["whole"] or item["ending"] for item in items)):
        return match.group()
    spelled = _ITEM.sub(r"20\g<digits>", said)
    if match["year"]:
        spelled = re.sub(rf"(?<=\d)\s*[{DASHES}]\s*(?=\d)", "-", spelled)
    elif re.search(rf"\d\s*[{DASHES}]\s*\d", spelled):
        return match.group()  # `решения 12-13`: no years by themselves
    return f"{match['before'] or ''}{spelled}{match['year'] or ''}"


def _counts(following: str) -> bool:
    """Whether what follows two numbers is what they count or number: `10 и 11 класс`, `12 и 15 млн`."""
    if _scaled().match(following):
        return True
    word = next(iter(words(following)), "")
    spoken = sound(word)
    known = is_filler(word, spoken) or any(says_in(language, spoken) for language in Language)
    return bool(word) and not known


def _is_code(before: str) -> bool:
    """Whether a word for a code stands before: `группы 10 и 12`."""
    return re.search(rf"{load_asking_words().pattern(Asks.CODE)}\s*$", before, re.IGNORECASE) is not None


@cache
def _scaled() -> re.Pattern[str]:
    percent = load_asking_words().pattern(Asks.PERCENT)
    return re.compile(rf"\s*(?:{scale_stems()}|{currency_words()}|{percent}|%)", re.IGNORECASE)


@asked_pattern(digit=True)
def _run() -> re.Pattern[str]:
    """Two years or more with what joins them, and what stands around that tells them to be years."""
    asking = load_asking_words()
    between, since, until, year = map(
        asking.pattern, (Asks.BETWEEN, Asks.YEARS_SINCE, Asks.YEARS_UNTIL, Asks.YEAR)
    )
    item = rf"(?:20)?[12]\d(?!\d)(?:[{DASHES}][^\W\d]{{1,3}}\b)?"
    joint = rf"\s*(?:[{DASHES},;/]|(?<!\w){between}|(?<!\w){until})?\s*(?:[^\W\d]{{1,2}}\s+)?"
    return re.compile(
        rf"""
        (?<![{DASHES}\w.,/№]) (?P<before> {since} \s+ )?  # с 13 по 15; 13-15 жылдары
        (?P<years> {item} (?: {joint} {item} )+ ) (?! [\w.,/]*\d )
        (?P<year> \s* -? (?: {year} ) (?!\w) \.? )?
        """,
        re.IGNORECASE | re.VERBOSE,
    )
