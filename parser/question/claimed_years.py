"""Over which years a claimed figure is: `за три года 27 млрд`, `2013 және 2014 жылдары 3,3 млрд`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from parser.question.checking import ClaimWord, says_pattern, says_whole
from parser.question.figure_kinds import ClaimedFigure, FigureKind
from parser.question.named_years import YEAR, YEARS, spell_years
from parser.question.numerals import count_words, read_count
from parser.question.question import Question, Statement, YearSpan


def cut_span(text: str) -> str:
    """A text without the words for how many years something is over, which name no line.

    >>> cut_span("за последние 3 года на школы")
    '  на школы'

    Args:
        text: a part of a claim.
    """
    return _span().sub(" ", text)


def find_span(figure: ClaimedFigure, text: str, asked: Question, at: int, row: int) -> YearSpan | None:
    """Over which years a figure is; None where it is of one year, as nearly all are.

    Args:
        figure: what is claimed.
        text: what is said around it.
        asked: the same, read: it names the years.
        at: which of the figures it is that stand in a row.
        row: how many these are: `в 2013 и 2014 годах 8,4 и 9,6 млрд` are of one year each.
    """
    years = tuple(sorted(dict.fromkeys(asked.years)))
    if row > 1 and len(asked.years) == row:
        return YearSpan((asked.years[at],))
    found = _span().search(text)
    if says_whole(ClaimWord.EACH_YEAR).search(text) and figure.kind is FigureKind.AMOUNT:
        return YearSpan(years, each=True)
    if len(years) > 1:
        return YearSpan(_of_one(text, years) or years)
    if found is not None and not years:
        count = found["count"] or found["behind"]
        return YearSpan((), read_count(count) if count else None)
    if asked.frame.every_year and figure.kind is not FigureKind.SHARE:
        return YearSpan(())
    return None


def _of_one(text: str, years: Sequence[int]) -> tuple[int, ...]:
    """The one year that is named beside a range: `на 2013-2015 годы, в том числе на 2013 год`."""
    spelled = spell_years(text)
    alone = {int(found["year"]) for found in YEAR.finditer(YEARS.sub(" ", spelled))}
    return tuple(alone) if YEARS.search(spelled) and len(alone) == 1 and alone <= set(years) else ()


def over_years(statement: Statement, span: YearSpan | None, *, each: bool) -> list[Statement]:
    """A statement of the years that it is over; one of each year, where each is said to have so much.

    Args:
        statement: of a line, in whatever year.
        span: the years.
        each: whether each of several has so much: `в 2013 и 2014 годах по 9 млрд`.
    """
    if span is None or statement.than is not None or statement.since is not None:
        return [statement]
    apart = (each and not span.each) or len(span.years) == 1
    years = [(year,) for year in span.years] if apart else [span.years]
    return [
        replace(
            statement,
            subjects=tuple(_of_year(subject, some, span) for subject in statement.subjects),
            span=None if len(some) == 1 else span,
        )
        for some in years or [()]
    ]


def _of_year(question: Question, years: Sequence[int], span: YearSpan) -> Question:
    """What names a line, in the first of some years; in the year at hand where none is named."""
    first = next(iter(years), None)
    named = "" if first is None else str(first)
    digits = set(map(str, span.years))
    return replace(
        question,
        tokens=tuple(token for token in question.tokens if token.folded not in digits),
        year=first,
        year_is_said=first is not None,
        years=() if first is None else (first,),
        year_shift=0,
        named_edition=named,
        text=f"{question.named} {named}".strip(),
    )


@cache
def _span() -> re.Pattern[str]:
    over, years, all_of, follows = map(
        says_pattern,
        (ClaimWord.OVER, ClaimWord.OVER_YEARS, ClaimWord.OVER_ALL, ClaimWord.OVER_YEARS_FOLLOWS),
    )
    return re.compile(
        rf"""
        (?<!\w) (?:
            {over} \s+ (?: {all_of} \s+ )?  # за последние три года
            (?P<count> {count_words()} ) \s+ (?: {all_of} \s+ )? {years}
          | (?: {all_of} \s+ )? (?P<behind> {count_words()} ) [ -]? {follows}  # соңғы үш жылда
        ) (?!\w)
        """,
        re.IGNORECASE | re.VERBOSE,
    )
