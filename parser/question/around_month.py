"""Two editions on both sides of a month or its decision: `до августа и после`, `қазанға дейін және кейін`."""

from __future__ import annotations

import re
from functools import cache

from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.word_forms import OF_WHAT_WAS, WORD
from parser.text.dates import may_name_month, parse_month
from parser.text.folding import sound

_COMPARED_ENDING = 5  # letters: сәуірде|гіден


def spell_around_month(text: str) -> str:
    """A text that asks what a month changed, written in one way in each language.

    Read so it is a change, in which the month's decision is the last.

    >>> spell_around_month("дороги до августа и после")
    'дороги до и после августа'

    Args:
        text: the message.
    """
    if not may_name_month(text):
        return text
    text = WORD.sub(_spell_of_month, text)
    return _behind().sub(_spell_behind, _before_and_after().sub(_spell, text))


def _spell_of_month(match: re.Match[str]) -> str:
    """`сәуірдегіден көп`, more than what was in April, as `сәуірде`: what compares stands behind it."""
    said = match.group()
    of_month = OF_WHAT_WAS.search(sound(said.casefold())) and parse_month(said) is not None
    return said[:-_COMPARED_ENDING] if of_month else said


def _spell(match: re.Match[str]) -> str:
    if parse_month(match["month"]) is None:
        return match.group()
    return " ".join((match["before"], match["between"], match["after"].split()[0], match["month"]))


def _spell_behind(match: re.Match[str]) -> str:
    if parse_month(match["month"]) is None:
        return match.group()
    return " ".join((match["month"], match["between"], match["after"].split()[-1]))


@cache
def _before_and_after() -> re.Pattern[str]:
    """`до августа и после`, `до июльского решения и после него`."""
    asking = load_asking_words()
    before, decision, between, after = map(
        asking.pattern, (Asks.UP_TO, Asks.DECISION, Asks.BETWEEN, Asks.AND_AFTER)
    )
    return re.compile(
        rf"""
        (?<!\w) (?P<before> {before} ) \s+ (?P<month> [^\W\d]+ ) (?: \s+ {decision} )? \s+  # до мая
        (?P<between> {between} ) \s+ (?P<after> {after} ) (?!\w)  # и после него
        """,
        re.IGNORECASE | re.VERBOSE,
    )


@cache
def _behind() -> re.Pattern[str]:
    """`қазанға дейін және кейін`, `тамыздағы шешімге дейін және кейін`."""
    asking = load_asking_words()
    before, decision, between, after = map(
        asking.pattern, (Asks.UP_TO_FOLLOWS, Asks.DECISION, Asks.BETWEEN, Asks.AND_AFTER_FOLLOWS)
    )
    return re.compile(
        rf"""
        (?<!\w) (?P<month> [^\W\d]+ ) (?: \s+ {decision} )? \s+ {before} \s+  # тамыздағы шешімге дейін
        (?P<between> {between} ) \s+ (?P<after> {after} ) (?!\w)  # және одан кейін
        """,
        re.IGNORECASE | re.VERBOSE,
    )
