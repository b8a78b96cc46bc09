"""Courtesy within a question or behind it: cut where it names nothing, kept where it is all that is said."""

from __future__ import annotations

import pytest

from parser.question.courtesies import cut_courtesies, read_courtesy_rows
from parser.text.word_lists import ListRow
from tests.harness.rows import of_each


@of_each("row", read_courtesy_rows())
def test_each_courtesy_is_cut_in_its_example(row: ListRow) -> None:
    left = {"сколько на школы", "мектептерге қанша", "мектептерге, қанша"}
    assert row["words"] in row["example"]
    assert cut_courtesies(row["example"]) in left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("спасибо", "спасибо"),
        ("сколько, спасибо", "сколько, спасибо"),  # of what is not said
        ("все понял, спасибо", "все понял, спасибо"),
        ("рахмет, ал спорт", "рахмет, ал спорт"),
        ("школы, садики", "школы, садики"),
        ("школы, пожалуйста, садики", "школы, садики"),
        ("школы 1,5 млрд, спасибо", "школы 1,5 млрд"),
        ("сколько на школы? Спасибо!", "сколько на школы?"),
        ("алдын алу шараларына қанша", "алдын алу шараларына қанша"),
    ],
)
def test_only_courtesy_is_cut(text: str, left: str) -> None:
    assert cut_courtesies(text) == left
