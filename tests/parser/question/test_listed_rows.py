"""Lines of a kind that are asked for, or of which it is asked how many there are."""

from __future__ import annotations

import pytest

from parser.question.bounds import Bounds
from parser.question.intents import Intent, ListedLevel, Unheld
from parser.question.reading import read_question


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("сколько всего программ", ListedLevel.PROGRAM),
        ("неше бағдарлама бар", ListedLevel.PROGRAM),
        ("сколько строк в бюджете", ListedLevel.PROGRAM),
        ("сколько отделов", ListedLevel.ADMINISTRATOR),
        ("групп сколько", ListedLevel.GROUP),
    ],
)
def test_how_many_lines_there_are(text: str, level: ListedLevel) -> None:
    frame = read_question(text).frame
    assert (frame.intent, frame.level, frame.counts) == (Intent.LIST, level, True)


def test_how_many_lines_changed() -> None:
    for text in ("сколько строк изменило 12-3", "12-3 неше жолды өзгертті"):
        frame = read_question(text).frame
        assert (frame.intent, frame.counts, frame.beyond_plan) == (Intent.CHANGE, True, None)


@pytest.mark.parametrize(
    "text", ["сколько школ", "неше мектеп", "сколько стоит программа занятости", "неше жол салынды"]
)
def test_what_is_no_line_of_a_budget(text: str) -> None:
    assert not read_question(text).frame.counts


@pytest.mark.parametrize(
    "text",
    ["все программы отдела образования", "білім бөлімінің барлық бағдарламалары", "программы отдела спорта"],
)
def test_all_lines_of_one_that_is_named(text: str) -> None:
    question = read_question(text)
    assert question.intent is Intent.LIST
    assert question.names_line


@pytest.mark.parametrize(
    "text", ["программа занятости", "все расходы на школы", "жұмыспен қамту бағдарламасы"]
)
def test_a_line_by_its_name(text: str) -> None:
    assert read_question(text).intent is Intent.AMOUNT


@pytest.mark.parametrize("text", ["нулевые строки", "нөлдік бағдарламалар", "где ноль тенге"])
def test_lines_that_have_nothing(text: str) -> None:
    assert read_question(text).frame.bounds == Bounds(high=0, high_included=True)


def test_nothing_bounds_no_thing() -> None:
    assert read_question("нулевой километр").frame.bounds is None


@pytest.mark.parametrize(
    "text", ["какой отдел отвечает за дороги", "жарықтандыруды кім басқарады", "кто администратор"]
)
def test_whose_programme_it_is(text: str) -> None:
    frame = read_question(text).frame
    assert (frame.beyond_plan, frame.level) == (Unheld.OFFICE, ListedLevel.ADMINISTRATOR)


def test_the_office_that_has_most_is_no_such_question() -> None:
    assert read_question("какой отдел больше всех потратил").frame.beyond_plan is None
