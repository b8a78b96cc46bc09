"""What no plan holds: the example of every row is read as the row says."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from parser.question.beyond_plan import RowRole, load_beyond_plan, read_beyond_plan_rows
from parser.question.intents import Unheld
from parser.question.question import Question
from parser.question.reading import read_question
from parser.text.word_lists import ListRow
from tests.harness.sweeping import some_of

ROWS = read_beyond_plan_rows()
ASKED = frozenset(Unheld)


def words_of(question: Question, *, filler: bool) -> set[str]:
    return {token.folded for token in question.tokens if token.filler is filler}


def is_read_as_it_says(row: ListRow) -> bool:
    """Whether the example of a row is read as the row says."""
    question = read_question(row["example"])
    match row["asks"]:
        case RowRole.HELD | RowRole.MONEY | RowRole.HOW_MUCH:
            return question.frame.beyond_plan is None
        case RowRole.BETWEEN:
            return bool(question.tokens)
        case RowRole.TO_COME:
            return question.frame.beyond_plan is Unheld.TIME
        case RowRole.DONE:
            return question.frame.beyond_plan is Unheld.EXECUTION
        case asked:
            return question.frame.beyond_plan == asked


def missing_words(row: ListRow) -> list[str]:
    """The words of a row's phrase that its example lacks."""
    tokens = read_question(row["example"]).tokens
    patterns = {word: word.removeprefix("^").strip("()[]") for word in row["phrase"].split()}
    fits = load_beyond_plan().fits
    return [word for word, pattern in patterns.items() if not any(fits(token, pattern) for token in tokens)]


@pytest.mark.parametrize("rows", some_of(ROWS, 4))
def test_every_example_is_read_as_its_row_says(rows: Sequence[ListRow]) -> None:
    assert len(ROWS) > 500
    assert [row for row in rows if not is_read_as_it_says(row)] == []


@pytest.mark.parametrize("rows", some_of(ROWS, 4))
def test_every_word_of_a_phrase_is_in_its_example(rows: Sequence[ListRow]) -> None:
    assert [(row, missing) for row in rows if (missing := missing_words(row))] == []


def test_every_value_is_asked_in_both_languages() -> None:
    other = {Unheld.COST}  # of a kind of cost the words alone tell it
    for file in {row.file for row in ROWS}:
        assert {row["asks"] for row in ROWS if row.file == file} == {*Unheld, *RowRole} - other


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("кто строит школу", {"строит", "школу"}),
        ("сколько школ в городе", {"школ"}),
        ("когда построят школу", {"построят", "школу"}),
        ("подрядчик по ремонту дорог", {"ремонту", "дорог"}),
        ("қалада қанша мектеп бар", {"мектеп"}),
        ("мектеп қашан салынады", {"мектеп", "салынады"}),
    ],
)
def test_the_words_that_ask_name_no_line(text: str, named: set[str]) -> None:
    assert named <= words_of(read_question(text), filler=False)
    assert not {"кто", "сколько", "когда", "подрядчик", "қанша", "қашан"} & words_of(
        read_question(text), filler=False
    )


@pytest.mark.parametrize(
    "text",
    [
        "сколько на школы",
        "сколько денег школам",
        "сколько стоит школа",
        "сколько на ремонт школ",
        "сколько стоит строительство школ",
        "кому дали больше всего",
        "на что больше всего тратят",
        "адресная социальная помощь",
        "мектепке қанша",
        "мектептерге қанша ақша бөлінді",
        "қанша жол жөндеуге бөлінді",
        "кімге көп берілді",
        "ақша қайда кетеді",
        "спасибо",
        "кто ты",
    ],
)
def test_what_the_decisions_hold_is_no_question_beyond_them(text: str) -> None:
    assert read_question(text).frame.beyond_plan is None
