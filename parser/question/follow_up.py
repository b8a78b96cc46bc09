"""A message that goes on from the one before: `ал 2014 жылы?`, `а в прошлом году?`, `и спорт?`."""

from __future__ import annotations

import re

from parser.question.intents import Intent
from parser.question.question import cut_edition, read_question

_JOINS = re.compile(r"^\s*(?:ал|және|тағы|сосын|а|и|ещё|еще|тоже|также)\b[\s,]*", re.IGNORECASE)
_LAST_YEAR = re.compile(r"\b(?:в\s+)?прошл\w+\s+год\w*|\bбылтыр\w*|\bөткен\s+жыл\w*", re.IGNORECASE)
_NEXT_YEAR = re.compile(
    r"\b(?:в|на)?\s*(?:следующ|будущ)\w+\s+год\w*|\b(?:келесі|келер)\s+жыл\w*", re.IGNORECASE
)


def resolve(text: str, previous: str, year: int) -> str:
    """The whole question that a message asks after another one.

    Args:
        text: the message.
        previous: the whole question before it, with what it asked of which edition.
        year: the budget year that was answered from.

    Returns:
        The message itself where it stands alone; else what it names with the edition asked for before,
        or what was named before with the edition that it asks for.
    """
    joined = _JOINS.match(text)
    said = _NEXT_YEAR.sub(f" {year + 1} год ", _LAST_YEAR.sub(f" {year - 1} год ", text))
    rest = _JOINS.sub("", said)
    question = read_question(rest)
    naming = (token for token in question.tokens if token.sound != str(question.year))
    names = bool(question.codes) or any(not token.filler for token in naming)
    named = cut_edition(previous)[0]
    if not names and _asks_edition(rest) and question.intent is Intent.COMPARE:
        return f"{named} {year} {rest}".strip()  # `сравни с 2014`
    if (
        not names
        and joined
        and question.intent not in {Intent.AMOUNT, Intent.HELP}
        and not _asks_edition(rest)
    ):
        return f"{previous} {rest}".strip()  # `а доля?`
    if not names and _asks_edition(rest):
        return f"{named} {rest}".strip()
    if names and joined and not _asks_edition(rest):
        return f"{rest} {cut_edition(previous)[1]}".strip()
    return said if said != text else text


def _asks_edition(text: str) -> bool:
    asked = read_question(text)
    return bool(asked.year or asked.date or asked.month or asked.original or asked.decision)
