"""What is told before a message is read: that nothing is asked of several lines together."""

from collections.abc import Sequence

import pytest

from parser.question.asking_words import read_asking_rows
from parser.question.intents import Relation
from parser.question.reading import read_question, read_together
from tests.harness.sweeping import some_of

_EXAMPLES = [row["example"] for row in read_asking_rows()][::9]
_BEFORE = ("школы, ", "жолдар ")  # a line that was named before, as a message is set behind it


@pytest.mark.parametrize("before", _BEFORE)
@pytest.mark.parametrize("examples", some_of(_EXAMPLES, 5))
def test_nothing_that_is_asked_of_lines_together_is_passed_over(examples: Sequence[str], before: str) -> None:
    for example in examples:
        text = before + example
        read = read_question(text)
        if read_together(text) is None:
            assert read.relation is Relation.NAMED or len(read.parts) < 2, text
        else:
            assert read_together(text) == read


@pytest.mark.parametrize(
    "text",
    [
        "школы, на сколько больше чем спорт",
        "доходы, сколько тратит город",
        "көлік, қосылды ма қысқарды ма",
        "дороги, урезали ради школ",
        "школы + спорт",
    ],
)
def test_what_may_be_asked_of_two_lines_is_read(text: str) -> None:
    assert read_together(text) == read_question(text)


@pytest.mark.parametrize("text", ["школы, спорт в 2014 году", "мектеп, жолдарға қанша", "дороги, что там"])
def test_most_messages_are_told_unread(text: str) -> None:
    assert read_together(text) is None
