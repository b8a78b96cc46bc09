"""What a message says to the bot, should its words name no line."""

from __future__ import annotations

import pytest

from parser.question.aside import read_addressing_rows
from parser.question.reading import read_question
from parser.question.remarks import Remark
from parser.text.word_lists import ListRow
from tests.harness.rows import of_each


@of_each("row", read_addressing_rows())
def test_an_example_speaks_to_the_bot(row: ListRow) -> None:
    question = read_question(row["example"])
    assert question.talk or question.aside


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("спасибо тебе всё объяснил", Remark.THANKS),
        ("ладно потом зайду", Remark.AGREEMENT),
        ("ты чего скучаешь", Remark.ABOUT),
    ],
)
def test_how_it_begins_tells_what_it_says(text: str, says: Remark) -> None:
    assert read_question(text).aside is says


@pytest.mark.parametrize(
    "text",
    [
        "сколько ты дал школам",  # asks how much
        "какие у тебя программы",  # which
        "ты видел расходы",  # of money
        "что ты урезал в апреле",  # what changed
        "тебе 464 009",  # a code
        "ғарыш айлағы",  # a noun that sounds like a Russian verb of the second person: куда спешишь
        "балалардың жәрдемақысын",  # ends as a verb of the second person sounds
        "что нового в бюджете",
        "школы с бассейном",  # «с праздником» greets, «с» does not
    ],
)
def test_what_asks_of_a_budget_says_nothing_to_the_bot(text: str) -> None:
    assert read_question(text).aside is None
