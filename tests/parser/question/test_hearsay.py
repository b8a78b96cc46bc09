"""From whom something was heard: each phrase is cut of its example, and what only looks like one stays."""

from __future__ import annotations

import pytest

from parser.question.hearsay import cut_hearsay, read_hearsay_rows
from parser.question.reading import read_question
from parser.text.word_lists import ListRow
from tests.harness.rows import of_each


def names_line(told: str, asked: str) -> bool:
    """Whether the rest of a message names a line, as reading asks it."""
    return read_question(asked).names_line


@of_each("row", read_hearsay_rows())
def test_of_an_example_the_question_is_left(row: ListRow) -> None:
    assert cut_hearsay(row["example"], names_line) in {"школам урезали", "мектепке азайтты ма"}


@pytest.mark.parametrize(
    "text",
    [
        "сосед говорит на школы 8 млрд",  # who told an amount is read with it
        "кто говорит что школам урезали",
        "школы, сосед говорит, урезали",
        "друг сказал спасибо",  # nothing is asked behind it
        "дороги говорят что урезали",
        "читал книги в библиотеке",
    ],
)
def test_what_tells_from_whom_nothing_was_heard_stays(text: str) -> None:
    assert cut_hearsay(text, names_line) == text
