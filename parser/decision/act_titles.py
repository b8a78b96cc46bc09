"""Which of all acts of local bodies may be a budget: told by titles and, where they leave it open, by a text.

An archive holds every act: of a hundred, a few adopt or amend a budget. Whether one does is known when it has
been read; here it is told which are worth reading. The words are in `locales/act_titles.tsv`.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from enum import StrEnum
from functools import cache

from parser.text.folding import compose
from parser.text.word_lists import ListRow, any_of, read_list

ACT_TITLE_COLUMNS = ("says", "language", "words", "example")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_YEARS = re.compile(r"(?<!\d)(20\d\d)\s*[-–—]\s*20\d\d(?!\d)")
_LONGEST = 400_000  # letters of a text that are looked at


class ActWord(StrEnum):
    """What a word says: the column `says` of the list."""

    BUDGET = "budget"
    NO_PLAN = "no-plan"  # what has to do with a budget and is none: its execution, a commission
    AMENDS = "amends"
    REVENUE = "comes-in"
    EXPENDITURE = "is-spent"


class Subject(StrEnum):
    """What an act may be about, as far as its titles tell."""

    BUDGET = "budget"
    OPEN = "open"  # its text tells
    OTHER = "other"


def read_act_title_words() -> tuple[ListRow, ...]:
    """The words of the list."""
    return read_list("act_titles.tsv", ACT_TITLE_COLUMNS)


def subject_of(titles: Collection[str]) -> Subject:
    """What an act with these titles is about.

    >>> subject_of(["Об утверждении бюджета сельского округа «Дөң» на 2019-2021 годы"])
    <Subject.BUDGET: 'budget'>
    >>> subject_of(["О внесении изменений в решение маслихата от 4 января 2019 года № 276"])
    <Subject.OPEN: 'open'>
    >>> subject_of(["Об утверждении отчета об исполнении бюджета района за 2018 год"])
    <Subject.OTHER: 'other'>

    Args:
        titles: in one language or both; none where none is known.
    """
    texts = [compose(title) for title in titles]
    if any(_says(ActWord.NO_PLAN).search(text) for text in texts):
        return Subject.OTHER
    if any(_says(ActWord.BUDGET).search(text) for text in texts):
        return Subject.BUDGET if any(map(_YEAR.search, texts)) else Subject.OPEN
    if not texts or any(_says(ActWord.AMENDS).search(text) for text in texts):
        return Subject.OPEN
    return Subject.OTHER


def may_hold_budget(text: str) -> bool:
    """Whether a text speaks of a budget, of what comes in and of what is spent.

    Args:
        text: of an act, as it is kept.
    """
    looked_at = compose(text[:_LONGEST])
    wanted = (ActWord.BUDGET, ActWord.REVENUE, ActWord.EXPENDITURE)
    return all(_says(word).search(looked_at) for word in wanted)


def first_year(titles: Collection[str]) -> int | None:
    """The first year of the budget that titles name; None where they name no year.

    >>> first_year(["О внесении изменений в решение от 25 декабря 2018 года «О бюджете на 2019-2021 годы»"])
    2019

    Args:
        titles: in one language or both.
    """
    for text in titles:
        spans = _YEARS.findall(text)
        if spans:
            return int(spans[-1])
    years = [int(year) for text in titles for year in _YEAR.findall(text)]
    return max(years, default=None)


@cache
def _says(word: ActWord) -> re.Pattern[str]:
    listed = [row["words"] for row in read_act_title_words() if row.target("says", ActWord) is word]
    return re.compile(rf"\b{any_of(listed)}", re.IGNORECASE)
