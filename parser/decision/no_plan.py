"""What looks like a decision on a budget and is none: a draft, and a report of how one was carried out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from parser.decision.footnotes import is_footnote
from parser.decision.head import DecisionHead
from parser.decision.titles import grounds, looks_like_title
from parser.errors import ParseError
from parser.kinds import ParseErrorKind
from parser.records import Language
from parser.text.passage import Passage
from parser.text.wordings import Says, saying, wording

_LONGEST = 400  # letters of a title or of a line that says what a text is
# What is written by hand when a decision is adopted.
_BLANK = re.compile(
    r"""
    № \s* _{2}  # № ____
    | [«"“] \s* _+ \s* [»"”] \s* _*  # «___» ________ 2013 года
    """,
    re.VERBOSE,
)
_DONE_BEFORE = re.compile(r"[,:]\W*$")  # Рассмотрев отчет об исполнении бюджета,
_OF_YEARS = re.compile(
    r"""
    20\d\d \s* [-–—] \s* 20\d\d  # на 2014-2016 годы: a plan, whatever else is approved with it
    """,
    re.VERBOSE,
)


def refuse_no_plan(head: DecisionHead, file: str) -> None:
    """Raises where a text is a draft, or where its title or first clause is on how a budget was carried out.

    Args:
        head: of the text.
        file: its name, for messages.

    Raises:
        ParseError: `draft` or `execution`, with the words that say it.
    """
    above = [passage for passage in _above(head) if len(passage.even) <= _LONGEST]
    # A stamp that names a draft is not known as one: it stands at the end of the text.
    stamps = [each for each in (*above, *head.headings, *head.clauses) if _stamp_of_draft().search(each.bare)]
    headings = [each for each in head.headings if not is_footnote(each.even)]
    for passage in (*above, *headings, *stamps):
        if passage in stamps or _is_draft(passage):
            raise ParseError(ParseErrorKind.DRAFT, file, passage.at, passage.printed)
    for passage in (*filter(_is_heading, above), *filter(_approves_execution, head.clauses[:1])):
        if is_of_execution(passage.even) and not _OF_YEARS.search(passage.even):
            raise ParseError(ParseErrorKind.EXECUTION, file, passage.at, passage.printed)


def is_of_execution(title: str) -> bool:
    """Whether a title is that of a report on what came in and was spent.

    >>> is_of_execution("Отчет об исполнении бюджета города Тараз за 2013 год")
    True
    >>> is_of_execution("Бюджет города Тараз на 2013 год")
    False
    """
    return saying(Says.EXECUTION).search(title) is not None


def _above(head: DecisionHead) -> Iterator[Passage]:
    """What stands above the clauses, without notes and without the laws that a council decides by."""
    clauses = len(head.passages) - len(head.clauses)
    for passage in head.passages[: min(head.verb, clauses)]:
        if not is_footnote(passage.even) and not grounds().search(passage.even):
            yield passage


def _is_heading(passage: Passage) -> bool:
    """Whether a passage is a title of whatever wording, and not what a council did before it decided."""
    return looks_like_title(passage) or not _DONE_BEFORE.search(passage.even)


def _approves_execution(passage: Passage) -> bool:
    return _approves().search(passage.even) is not None


@cache
def _approves() -> re.Pattern[str]:
    execution = wording(Says.EXECUTION)
    russian, kazakh = (wording(Says.ADOPTS, language) for language in (Language.RU, Language.KK))
    return re.compile(
        rf"""
        {russian} \s+ (?: \w+\s+ ){{0,3}} {execution}  # 1. Утвердить отчет об исполнении бюджета
        | {execution} [^.;]{{0,120}}? {kazakh}  # бюджетінің атқарылуы туралы есеп бекітілсін
        """,
        re.IGNORECASE | re.VERBOSE,
    )


def _is_draft(passage: Passage) -> bool:
    """Whether a passage says that the text is a draft: by a word of its own, before a title or behind it."""
    text = passage.bare
    if _draft().search(text) or _BLANK.search(passage.even):
        return True
    heads = re.match(rf"\W*{wording(Says.DRAFT)}", text, re.IGNORECASE)
    return heads is not None and looks_like_title(Passage(passage.printed[heads.end() :], passage.at))


@cache
def _stamp_of_draft() -> re.Pattern[str]:
    appendix, drafted = wording(Says.APPENDIX), wording(Says.DRAFT_OF)
    number = r"(?: \d+ (?: -\d+ )? )?"
    return re.compile(
        rf"""
        ^ \W{{0,9}} {appendix} \W{{0,9}} {number} \W{{0,9}} \w? \s* {drafted}  # Приложение 1 к проекту
        | {drafted} \s* {number} \W{{0,9}} {appendix}  # шешім жобасына 1-қосымша
        """,
        re.IGNORECASE | re.VERBOSE,
    )


@cache
def _draft() -> re.Pattern[str]:
    draft, russian, kazakh = (
        wording(Says.DRAFT), wording(Says.DRAFT_OF, Language.RU), wording(Says.DRAFT_OF, Language.KK),
    )  # fmt: skip
    return re.compile(
        rf"""
        ^ \W* {draft} (?: \W* $ | \s* (?: [.:,;)»–—-] | № ) )  # ПРОЕКТ; Проект. О внесении …; Жоба: …
        | \( \s* {draft} \s* \)  # О бюджете города на 2013-2015 годы (проект)
        | ^ \W* {russian}  # Проект решения маслихата
        | {kazakh}  # мәслихаттың шешім жобасы; қала бюджетінің жобасы
        """,
        re.IGNORECASE | re.VERBOSE,
    )
