"""Budgets among all acts of local bodies: the example of every word is told as its row says."""

from __future__ import annotations

import pytest

from parser.decision.act_titles import (
    ActWord,
    Subject,
    first_year,
    may_hold_budget,
    read_act_title_words,
    subject_of,
)
from parser.text.word_lists import ListRow
from tests.harness.rows import of_each

SUBJECTS = {
    ActWord.BUDGET: Subject.BUDGET,
    ActWord.NO_PLAN: Subject.OTHER,
    ActWord.AMENDS: Subject.OPEN,
}


@of_each("row", read_act_title_words())
def test_every_word_says_what_its_row_says(row: ListRow) -> None:
    word, example = row.target("says", ActWord), row["example"]
    if word in SUBJECTS:
        assert subject_of([example]) is SUBJECTS[word]
        return
    assert may_hold_budget(f"Бюджет: {example}")
    assert not may_hold_budget(f"Бюджет: {example.replace(row['words'], 'сомасы')}")


@pytest.mark.parametrize(
    ("titles", "subject"),
    [
        (("Об областном бюджете на 2019-2021 годы",), Subject.BUDGET),
        (("Об утверждении бюджетов сельских округов района на 2024 - 2026 годы",), Subject.BUDGET),
        (("О ставках налога", "2019 жылға арналған бюджет туралы"), Subject.BUDGET),
        (("О внесении изменений в решение № 5 «О бюджете города на 2019-2021 годы»",), Subject.BUDGET),
        (("О бюджете",), Subject.OPEN),
        ((), Subject.OPEN),
        (("Об утверждении Правил выгула собак",), Subject.OTHER),
        (("О НЕКОТОРЫХ ВОПРОСАХ", "КЕЙБІР МӘСЕЛЕЛЕР ТУРАЛЫ"), Subject.OTHER),
    ],
)
def test_titles_tell_budgets_from_other_acts(titles: tuple[str, ...], subject: Subject) -> None:
    assert subject_of(titles) is subject


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("Об утверждении бюджета на 2019-2021 годы", 2019),
        ("О внесении изменений в решение от 25 декабря 2018 года «О бюджете на 2019–2021 годы»", 2019),
        ("О внесении изменений в решение от 20 декабря 2007 года № 5 «О районном бюджете на 2008 год»", 2008),
        ("2024 - 2026 жылдарға арналған бюджет туралы", 2024),
        ("О бюджете", None),
    ],
)
def test_the_first_year_of_a_budget_by_its_title(title: str, year: int | None) -> None:
    assert first_year([title]) == year
