"""What stands behind a line among the largest, and at which place."""

from __future__ import annotations

import pytest

from parser.question.follow_up import read_first
from parser.question.intents import Frame, Intent, ListedLevel
from parser.question.reading import read_question


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("на что больше всего тратят после школ", "школ"),
        ("после образования самые крупные статьи", "образования"),
        ("мектептен кейінгі ең үлкен шығын", "мектептен"),
        ("самый большой налог после социального", "социального"),
        ("мектеп пен балабақшадан кейін ең көп не жұмсалады", "мектеп, балабақшадан"),
    ],
)
def test_the_line_behind_which_the_largest_is_asked_for(text: str, named: str) -> None:
    question = read_question(text)
    assert question.frame == Frame(Intent.LARGEST, ranked=True, behind=True)
    assert question.named == named


@pytest.mark.parametrize(
    "text",
    [
        "на что ушло больше всего после апреля",
        "самые большие расходы после решения 12-3",
        "школы после ремонта",
    ],
)
def test_what_stands_behind_no_line(text: str) -> None:
    assert not read_question(text).frame.behind


@pytest.mark.parametrize(
    ("text", "rank", "level"),
    [
        ("третья статья", 3, None),
        ("вторая программа", 2, ListedLevel.PROGRAM),
        ("үшінші бап", 3, None),
        ("второй отдел", 2, ListedLevel.ADMINISTRATOR),
    ],
)
def test_a_rank_by_its_number_and_a_noun(text: str, rank: int, level: ListedLevel | None) -> None:
    frame = read_first(text).frame
    assert (frame.intent, frame.at_rank, frame.level) == (Intent.LARGEST, rank, level)


@pytest.mark.parametrize("text", ["второе", "вторая школа", "7 группа", "второе решение", "второй вариант"])
def test_a_number_that_names_no_rank(text: str) -> None:
    assert read_first(text).frame.at_rank is None
