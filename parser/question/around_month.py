"""Two editions on both sides of a month or its decision: `до августа и после`, `қазанға дейін және кейін`."""

from __future__ import annotations

import re
from functools import cache

from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.text.dates import may_name_month, parse_month


def spell_around_month(text: str) -> str:
    """A text that asks what a month changed, written in one way in each language.

    >>> spell_around_month("дороги до августа и после")
    'дороги до и после августа'

    Args:
        text: the message.
    """
    if not may_name_month(text):
        return text
    text = _before_and_after().sub(lambda match: _spell(match, "до и после {month}"), text)
    return _behind().sub(lambda match: _spell(match, "{month} айында өзгерді"), text)


def _spell(match: re.Match[str], form: str) -> str:
    month = match["month"]
    return form.format(month=month) if parse_month(month) is not None else match.group()


@cache
def _before_and_after() -> re.Pattern[str]:
    """`до августа и после`, `до июльского решения и после него`."""
    asking = load_asking_words()
    before, decision, between, after = map(
        asking.pattern, (Asks.UP_TO, Asks.DECISION, Asks.BETWEEN, Asks.AND_AFTER)
    )
    return re.compile(
        rf"(?<!\w){before}\s+(?P<month>[^\W\d]+)(?:\s+{decision})?\s+{between}\s+{after}(?!\w)", re.IGNORECASE
    )


@cache
def _behind() -> re.Pattern[str]:
    """`қазанға дейін және кейін`, `тамыздағы шешімге дейін, кейін`."""
    asking = load_asking_words()
    before, decision, between, after = map(
        asking.pattern, (Asks.UP_TO_FOLLOWS, Asks.DECISION, Asks.BETWEEN, Asks.AND_AFTER_FOLLOWS)
    )
    return re.compile(
        rf"(?<!\w)(?P<month>[^\W\d]+)(?:\s+{decision})?\s+{before}\s*(?:,|{between})?\s*{after}(?!\w)",
        re.IGNORECASE,
    )
