"""A message that goes on from the one before it: `ал 2014 жылы?`, `а в прошлом году?`, `и спорт?`."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from parser.question.asking_words import Asks, load_asking_words
from parser.question.intents import Intent
from parser.question.question import Question
from parser.question.reading import read_question


def read_follow_up(text: str, previous: Question, year: int) -> Question:
    """The whole question that a message asks after another one.

    Args:
        text: the message.
        previous: the whole question before it, with what it asked of which edition.
        year: the budget year that was answered from.

    Returns:
        The message's own question where it stands alone; else what it names with the edition asked for
        before (`и спорт?`), or what was named before with the edition or the intent that it asks for
        (`ал 2014 жылы?`, `а доля?`). Questions are joined as values, not as texts.
    """
    joined = _joins().match(text)
    said = _year_beside(Asks.LAST_YEAR).sub(f" {year - 1} год ", text)
    said = _year_beside(Asks.NEXT_YEAR).sub(f" {year + 1} год ", said)
    question = read_question(said[joined.end() :] if joined else said)
    names, asks_edition = question.names_line, question.asks_edition
    if asks_edition and not names:
        edition = _beside(year, question) if question.intent is Intent.COMPARE else question
        return _with_intent(_with_edition(_without_edition(previous), edition), question)
    if joined and not names and not question.frame.asks_nothing_more:
        named = f"{previous.named} {question.named}".strip()
        return _with_intent(_with_edition(replace(previous, named=named), previous), question)
    if joined and names and not asks_edition:
        return _with_edition(question, previous)
    return question if question.text else read_question(said)


def goes_on(text: str) -> bool:
    """Whether what a message asks depends on the one before it: `ал 2014 жылы?`, `и спорт?`."""
    # After two questions that have nothing in common it asks two things.
    before = ((read_question(f"{code} {year}"), year) for code, year in (("464", 2013), ("457", 2014)))
    first, second = (read_follow_up(text, previous, year) for previous, year in before)
    return first != second


@cache
def _joins() -> re.Pattern[str]:
    """The word that joins a message to the one before: `ал`, `а`, `ещё`."""
    return re.compile(rf"^\s*{load_asking_words().pattern(Asks.GOES_ON)}[\s,]*", re.IGNORECASE)


@cache
def _year_beside(asks: Asks) -> re.Pattern[str]:
    """What names a year by the one answered from: `в прошлом году`, `келесі жылы`."""
    return re.compile(rf"\b{load_asking_words().pattern(asks)}", re.IGNORECASE)


def _without_edition(question: Question) -> Question:
    """What a question names, whatever edition it asks for. A year without `жыл` or `год` is a word too."""
    years = {str(year) for year in question.years}
    number = tuple((question.decision or "").split("-"))
    codes = tuple(run for run in question.codes if run != number)
    return replace(
        question,
        tokens=tuple(token for token in question.tokens if token.sound not in years),
        codes=codes,
        amounts=() if question.codes and not codes else question.amounts,
        parts=tuple(_without_edition(part) for part in question.parts),
    )


def _with_edition(named: Question, asked: Question) -> Question:
    """What one question names, in the edition that another asks for."""
    return replace(
        named,
        text=f"{named.named} {asked.named_edition}".strip(),
        named_edition=asked.named_edition,
        year=asked.year,
        year_is_said=asked.year_is_said,
        years=asked.years,
        decision=asked.decision,
        decision_is_marked=asked.decision_is_marked,
        date=asked.date,
        month=asked.month,
        original=asked.original,
    )


def _beside(year: int, asked: Question) -> Question:
    """The edition a question asks for, to be compared with a year: `сравни с 2014`."""
    years = tuple(dict.fromkeys((year, *asked.years)))
    return replace(asked, year=year, years=years, named_edition=f"{year} {asked.named_edition}".strip())


def _with_intent(question: Question, asked: Question) -> Question:
    """A question with what another one asks, where that asks something."""
    return question if asked.frame.asks_nothing_more else replace(question, frame=asked.frame)
