"""Asking which decisions there are: the example of every row asks it, and what names a line or a change does not."""

from __future__ import annotations

import pytest

from parser.question.decision_list import DecisionWord, asks_for_decisions, read_decision_list_rows
from parser.question.reading import read_question
from parser.text.folding import sounds

ROWS = read_decision_list_rows()


def test_an_example_asks_with_the_words_of_its_row() -> None:
    for row in ROWS:
        assert asks_for_decisions(read_question(row["example"])), row["example"]
        stems = tuple(stem for word in row["words"].split() for stem in sounds(word))
        assert any(spoken.startswith(stems) for spoken in sounds(row["example"])), row.number
        assert row.target("says", DecisionWord)


@pytest.mark.parametrize(
    "text",
    [
        "какие решения приняты по школам",
        "решение 12-3",
        "последнее решение",
        "что изменило решение",
        "шешім",
        "помощь по решению маслихата",
        "какие изменения",
        "қаланың бюджеті қанша",
        "Тараздың бюджеті қандай",
        "қандай өзгерістер бар",
    ],
)
def test_what_names_something_else_does_not(text: str) -> None:
    assert not asks_for_decisions(read_question(text))
