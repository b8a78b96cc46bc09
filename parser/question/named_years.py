"""Which years a message names, however it writes them: `2013-2015`, `с 2013 по 2015`, `на 14-й год`."""

from __future__ import annotations

import re
from functools import partial

from parser.question.asked_patterns import asked_pattern
from parser.question.asking_words import load_asking_words, plain_word, says_in
from parser.question.asks import Asks
from parser.records import Language
from parser.text.folding import sound, words
from parser.text.letters import DASHES

YEAR_NOUN = "год"  # says of digits that they are a year
_LONGEST_RANGE = 5  # years
# A year by the one that would be answered from: what names it, and how many years later it is.
YEARS_BESIDE = (
    (Asks.YEAR_BEFORE_LAST, -2),
    (Asks.IN_THREE_YEARS, 3),
    (Asks.IN_TWO_YEARS, 2),
    (Asks.LAST_YEAR, -1),
    (Asks.NEXT_YEAR, 1),
)
YEARS = re.compile(
    r"""
    (?<!\d) (?P<first>20\d\d) \s* [-–—] \s* (?P<last>20\d\d) (?!\d)  # 2013-2015
    \s* -? \s* (?: жыл\w* | гг?\b\.? | год\w* )?  # 2013-2015 жылдар; 2013–2015 гг.; 2013-2015 годы
    """,
    re.IGNORECASE | re.VERBOSE,
)
YEAR = re.compile(
    r"""
    (?<! [\d.,/-] ) (?P<year>20\d\d) (?! [.,/-]?\d )  # 2014, not of 12 201 400 or 2014-2016
    # 2014ж; 2014 жылы; 2014 zhyly; 2014 г.; 2014 году
    (?P<word> \s* -? \s* (?: ж\b | жыл\w* | zhyl\w* | jyl\w* | г\b | год\w* | god\w* ) )?
    """,
    re.IGNORECASE | re.VERBOSE,
)
# 2013/2014/2015; 2013,2014,2015
_LISTED = re.compile(r"(?<![\d.,/-])20\d\d(?:[,/;]20\d\d)+(?![.,/-]?\d)")
_ORDINAL = re.compile(rf"(?<![{DASHES}\w.,/])([12]\d)[{DASHES}][^\W\d]{{1,3}}\b")  # 15-й


def spell_years(text: str) -> str:
    """A text with its years written in one way, so that each can be found: `14-й год` as `2014 год`.

    >>> spell_years("с 2013 по 2015-й")
    '2013-2015 '

    Args:
        text: the message.
    """
    if not any(char.isdigit() for char in text):
        return text
    text = _LISTED.sub(lambda match: re.sub("[,/;]", ", ", match.group()), text)
    spelled = _short().sub(
        r"20\g<digits> ", _before_nothing().sub(rf"\g<before>20\g<digits> {YEAR_NOUN}", text)
    )
    spelled = _glued().sub(rf"20\1 {YEAR_NOUN}", spelled)
    if spelled != text:  # `на 14-й год и на 15-й`
        spelled = _ORDINAL.sub(r"20\1", spelled)
    plain = _ended().sub(r"\1 ", spelled)
    return _range().sub(lambda match: f"{match['first']}-{match['last'] or match['end']} ", plain)


@asked_pattern(digit=True)
def _ended() -> re.Pattern[str]:
    """A year with the ending that it is said with: `2015-го`, `2013-тен`, `2015те`."""
    year = load_asking_words().pattern(Asks.YEAR)
    return re.compile(rf"(?<![\d.,/-])(20\d\d)[{DASHES}]?(?!{year})[^\W\d]{{1,4}}\b", re.IGNORECASE)


@asked_pattern(Asks.YEAR_OF_TWO)
def _short() -> re.Pattern[str]:
    """A year of two digits before a word that tells it: `14-й год`, `в 14 году`, `14-жылы`."""
    year = load_asking_words().pattern(Asks.YEAR_OF_TWO)
    return re.compile(
        rf"""
        (?<! [{DASHES}\w.,/] ) (?P<digits> [12]\d ) (?: [{DASHES}]? [^\W\d]{{1,3}} \b )?  # 14-й; 14ый
        [{DASHES}\s] \s* (?= {year} )
        """,
        re.IGNORECASE | re.VERBOSE,
    )


@asked_pattern(Asks.BEFORE_YEAR)
def _before_nothing() -> re.Pattern[str]:
    """A year of two digits at a message's end, by its preposition and its ending: `а на 15-й?`."""
    before, ending = map(load_asking_words().pattern, (Asks.BEFORE_YEAR, Asks.YEAR_ENDING))
    ended = rf"(?P<digits>[12]\d)[{DASHES}]?{ending}(?=[\s?!.]*$)"
    return re.compile(rf"(?P<before>(?<!\w){before}\s+){ended}", re.IGNORECASE)


@asked_pattern(Asks.YEAR_GLUED)
def _glued() -> re.Pattern[str]:
    """A year of two digits with the letter for a year right behind it: `на 14г`."""
    letter = load_asking_words().pattern(Asks.YEAR_GLUED)
    return re.compile(rf"(?<![{DASHES}\w.,/№])([12]\d){letter}(?!\w)", re.IGNORECASE)


@asked_pattern(digit=True)
def _range() -> re.Pattern[str]:
    """`с 2013 по 2015 год`, `2013 жылдан 2015 жылға дейін`: the years between them are meant too."""
    asking = load_asking_words()
    since, until, between, follows, year = map(
        asking.pattern,
        (Asks.YEARS_SINCE, Asks.YEARS_UNTIL, Asks.BETWEEN, Asks.YEARS_UNTIL_FOLLOWS, Asks.YEAR),
    )
    said = rf"(?: \s* {year} \.? )? \s*"
    return re.compile(
        rf"""
        (?: (?<!\w) {since} \s+ )? (?<!\d) (?P<first>20\d\d) {said}
        (?: {until} \s+ (?P<last>20\d\d) (?!\d) {said}  # с 2013 по 2015 год
          | (?: {between} \s* )? (?P<end>20\d\d) (?!\d) {said} {follows} )  # 2013 жылдан 2015 жылға дейін
        """,
        re.IGNORECASE | re.VERBOSE,
    )


@asked_pattern(Asks.EVERY_YEAR)
def every_year() -> re.Pattern[str]:
    """The words that ask for all years that there are: `за все годы`, `барлық жылдар бойынша`."""
    return re.compile(rf"\b{load_asking_words().pattern(Asks.EVERY_YEAR)}", re.IGNORECASE)


@asked_pattern(Asks.YEARLY_AVERAGE)
def yearly_average() -> re.Pattern[str]:
    """The words that ask what one of all years has on the average: `в среднем за год`, `среднегодовые`."""
    return re.compile(rf"(?<!\w){load_asking_words().pattern(Asks.YEARLY_AVERAGE)}", re.IGNORECASE)


@asked_pattern(digit=True)
def between_years() -> re.Pattern[str]:
    """A year with the word that joins it to the next: `2013 пен 2015`."""
    return re.compile(
        rf"(20\d\d)\s*(?:,|{load_asking_words().pattern(Asks.BETWEEN)})\s*(?=20\d\d)", re.IGNORECASE
    )


def find_years(text: str) -> tuple[int, ...]:
    """Every year that a text names, in its order, each once; `2013-2015` and `2015-2013` name three.

    Args:
        text: with its years spelled.
    """
    found: dict[int, None] = {}
    for match in YEARS.finditer(text):
        first, last = sorted((int(match["first"]), int(match["last"])))  # 2014 к 2013
        found.update(dict.fromkeys(range(first, min(last, first + _LONGEST_RANGE) + 1)))
    for match in YEAR.finditer(YEARS.sub(" ", text)):
        found[int(match["year"])] = None
    return tuple(found)


@asked_pattern(Asks.WHICH_YEAR)
def which_year() -> re.Pattern[str]:
    """The words that ask for a year: `в каком году больше`."""
    return re.compile(rf"\b{load_asking_words().pattern(Asks.WHICH_YEAR)}", re.IGNORECASE)


@asked_pattern(Asks.YEARS_UNTIL, Asks.YEARS_UNTIL_FOLLOWS)
def reaches_year() -> re.Pattern[str]:
    """A year up to which something goes on: `как вырастет до 2015`."""
    asking = load_asking_words()
    until, follows, year = map(asking.pattern, (Asks.YEARS_UNTIL, Asks.YEARS_UNTIL_FOLLOWS, Asks.YEAR))
    before, after = rf"(?<!\w){until}\s+20\d\d(?!\d)", rf"(?<!\d)20\d\d(?:\s*{year})?\s*{follows}"
    return re.compile(f"{before}|{after}", re.IGNORECASE)


def cut_relative(text: str) -> tuple[str, int]:
    """A text without the words for a year before or after, and which of them it is: -1, 1, 2; 0 for none."""
    text = year_beside(Asks.THIS_YEAR).sub(" ", text)
    for asks, shift in YEARS_BESIDE:
        found = year_beside(asks).search(text)
        if found:
            return f"{text[: found.start()]} {text[found.end() :]}", shift
    return text, 0


def names_this_year(text: str) -> bool:
    """Whether a text names the year that runs: `в этом году`, `биыл`."""
    return year_beside(Asks.THIS_YEAR).search(text) is not None


def spell_relative(text: str, year: int | None) -> str:
    """A text with such a year named by its number; without the words for it where no year is at hand."""
    for asks, shift in YEARS_BESIDE:
        spell = partial(_spell_year, year, shift)
        text = year_beside(asks).sub(spell, text)
    return text


def _spell_year(year: int | None, shift: int, said: re.Match[str]) -> str:
    """The year that words name, in their language: `2012 жыл` for `былтыр`; nothing where none is known."""
    if year is None:
        return " "
    is_kazakh = any(says_in(Language.KK, sound(word)) for word in words(said[0]))
    return f" {year + shift} {plain_word(Language.KK if is_kazakh else Language.RU, Asks.YEAR)} "


@asked_pattern()
def year_beside(asks: Asks) -> re.Pattern[str]:
    """What names a year by the one answered from: `в прошлом году`, `келесі жылы`."""
    return re.compile(rf"\b{load_asking_words().pattern(asks)}", re.IGNORECASE)
