"""Years that are written in words."""

import pytest

from parser.question.reading import read_question
from parser.question.years_in_words import read_year_word_rows, spell_years_in_words
from parser.text.word_lists import ListRow
from tests.harness.rows import of_each


@of_each("row", read_year_word_rows())
def test_every_word_of_the_list_is_read_as_its_year(row: ListRow) -> None:
    """The example of a row names its year, and the words for it name no line."""
    question = read_question(row["example"])
    assert question.years == (2000 + (row.integer("year") or 15),)
    assert len(question.words) <= 1


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("школы в четырнадцатом и пятнадцатом году", (2014, 2015)),
        ("доходы в тринадцатом и в четырнадцатом", (2013, 2014)),
        ("в две тысячи пятнадцатом школам", (2015,)),
        ("екі мың он төртінші жылы жолға", (2014,)),
        ("on besinshi zhyly mektepke kansha", (2015,)),
        ("школы с тринадцатого по пятнадцатый год", (2013, 2014, 2015)),
        ("школы в 14ом году", (2014,)),
        ("на 15ый год ипн", (2015,)),
        ("на 14г социалка", (2014,)),
        ("налоги на 15й", (2015,)),
        ("2015 zhyly mektepke kansha", (2015,)),
    ],
)
def test_a_year_is_read_however_it_is_written(text: str, years: tuple[int, ...]) -> None:
    """Words, two digits with any ending, Latin letters."""
    assert read_question(text).years == years


@pytest.mark.parametrize(
    "text",
    [
        "ремонт пятнадцатой школы",
        "пятнадцать миллионов на школы",
        "двадцать вторая школа",
        "он екінші орында",
        "пятнадцатый микрорайон",
    ],
)
def test_another_number_is_no_year(text: str) -> None:
    """An ordinal of a thing, and a number that counts."""
    assert spell_years_in_words(text) == text
    assert read_question(text).years == ()


def test_a_year_by_the_one_at_hand_is_a_relative_one() -> None:
    """Not the years that `екі жыл` asks for, where one is meant that is two years off."""
    question = read_question("білім беру екі жылдан кейін")
    assert (question.year_shift, question.frame.every_year) == (2, False)
