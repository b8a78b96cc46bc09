"""The line of a list that a message means by its number or by its place, whatever was asked since."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parser.question.follow_up import read_follow_up
from parser.question.intents import Frame, Intent, Unsaid
from parser.question.question import Question
from parser.question.reading import read_question
from parser.question.shown_before import ShownBefore

SECTIONS = {1: "expenditure/04", 2: "expenditure/07", 3: "expenditure/12", 4: "expenditure/06"}
OFFICES = {1: "464", 2: "487", 3: "467"}
INSIDE = {1: "expenditure/12/458/045", 2: "expenditure/12/458/022"}
LARGEST = "самые большие расходы"


def _of(path: str) -> Question:
    return Question("третье", Frame(), (), path=path, named="третье")


@pytest.mark.parametrize(
    ("message", "path"),
    [
        ("а следующее", SECTIONS[4]),
        ("келесісі", SECTIONS[4]),
        ("а предыдущее", SECTIONS[2]),
        ("алдыңғысы", SECTIONS[2]),
        ("вернись к первому", SECTIONS[1]),
        ("біріншісіне қайт", SECTIONS[1]),
        ("второе", INSIDE[2]),
        ("екіншісі", INSIDE[2]),
    ],
)
def test_a_list_goes_on_behind_what_a_line_of_it_consists_of(message: str, path: str) -> None:
    shown = ShownBefore(_of(SECTIONS[3]), 2013, offered=INSIDE, outer=SECTIONS)
    assert read_follow_up(message, shown).path == path


@pytest.mark.parametrize("message", ["а следующее", "келесісі", "что следующее", "второе", "второе в списке"])
def test_behind_the_largest_the_next_is_the_second(message: str) -> None:
    shown = ShownBefore(read_question(LARGEST), 2013, offered=SECTIONS)
    assert read_follow_up(message, shown).path == SECTIONS[2]


@pytest.mark.parametrize("message", ["а следующее", "келесісі"])
def test_behind_the_last_line_there_is_none(message: str) -> None:
    shown = ShownBefore(_of(SECTIONS[4]), 2013, offered=SECTIONS)
    assert read_follow_up(message, shown).lacks is Unsaid.MORE


@pytest.mark.parametrize("message", ["а предыдущее", "предыдущее решение"])
def test_before_the_first_line_it_is_the_decision(message: str) -> None:
    asked = read_follow_up(message, ShownBefore(_of(SECTIONS[1]), 2013, offered=SECTIONS))
    assert asked.path == SECTIONS[1]
    assert asked.in_order.step == 1


@pytest.mark.parametrize("message", ["второе", "екіншісі"])
def test_an_office_of_several_groups_is_chosen_with_all_of_them(message: str) -> None:
    shown = ShownBefore(read_question("самые большие отделы"), 2020, offered=OFFICES)
    assert read_follow_up(message, shown).codes == ((OFFICES[2],),)


@pytest.mark.parametrize(
    ("message", "line"),
    [("на сколько процентов", "как изменилось образование"), ("қанша пайызға", "мектептер азайды ма")],
)
def test_by_how_many_percent_behind_a_change_is_of_the_change(message: str, line: str) -> None:
    asked = read_follow_up(message, ShownBefore(read_question(line), 2013))
    assert asked.intent is Intent.COMPARE
    assert asked.original


@pytest.mark.parametrize(
    ("message", "rank"), [("второе с конца", 2), ("предпоследнее", 2), ("соңынан үшінші", 3)]
)
def test_a_place_may_be_counted_from_the_end_of_the_largest(message: str, rank: int) -> None:
    asked = read_follow_up(message, ShownBefore(read_question(LARGEST), 2013, offered=SECTIONS))
    assert asked.frame.at_rank == rank
    assert asked.frame.smallest


@pytest.mark.parametrize(("message", "count"), [("покажи только пять", 5), ("тек бесеуін көрсет", 5)])
def test_the_largest_are_as_many_as_it_is_said(message: str, count: int) -> None:
    asked = read_follow_up(message, ShownBefore(read_question(LARGEST), 2013))
    assert (asked.intent, asked.frame.count) == (Intent.LARGEST, count)


@pytest.mark.parametrize("message", ["только школы", "тек мектеп", "второе", "с конца года"])
def test_a_list_is_cut_by_nothing_else(message: str) -> None:
    asked = read_follow_up(message, ShownBefore(read_question(LARGEST), 2013, offered=SECTIONS))
    assert asked.frame.count is None
    assert asked.frame.at_rank is None


@pytest.mark.parametrize("message", ["сколько вместе", "барлығы бірге қанша"])
def test_all_of_a_list_is_what_it_is_of(message: str) -> None:
    shown = ShownBefore(read_question(LARGEST), 2013, offered=SECTIONS, whole="expenditure")
    assert read_follow_up(message, shown).path == "expenditure"


@pytest.mark.parametrize("message", ["олардың айырмасы", "их разница", "вместе"])
def test_behind_one_of_the_largest_two_are_it_and_the_first(message: str) -> None:
    chosen = replace(_of(SECTIONS[3]), earlier=read_question(LARGEST))
    asked = read_follow_up(message, ShownBefore(chosen, 2013, offered=SECTIONS))
    assert [part.path for part in asked.parts] == [SECTIONS[1], SECTIONS[3]]


@pytest.mark.parametrize(
    "message", ["когда принято это решение", "бұл шешім қашан қабылданды", "что урезали этим решением"]
)
def test_a_decision_that_is_pointed_to_is_the_one_that_was_shown(message: str) -> None:
    shown = ShownBefore(read_question("что изменило решение 18-3"), 2013, of_changes=True)
    assert read_follow_up(message, shown).decision == "18-3"
    assert not read_follow_up(message, ShownBefore(read_question("школы"), 2013)).names_decision


@pytest.mark.parametrize("message", ["второй раз", "екінші рет"])
def test_a_time_chooses_no_line(message: str) -> None:
    asked = read_follow_up(message, ShownBefore(read_question(LARGEST), 2013, offered=SECTIONS))
    assert asked.lacks is Unsaid.CONTEXT


@pytest.mark.parametrize("message", ["теперь расходы так же", "то же самое по расходам", "шығындар да солай"])
def test_another_line_is_asked_for_in_the_same_way(message: str) -> None:
    asked = read_follow_up(message, ShownBefore(read_question("доходы по годам"), 2013))
    assert asked.frame.every_year
    assert not read_follow_up(message, ShownBefore(read_question("доходы"), 2013)).frame.every_year


@pytest.mark.parametrize(
    ("message", "corrects"), [("нет, библиотеки", True), ("жоқ, кітапхана", True), ("а библиотеки", False)]
)
def test_a_corrected_line_is_told_from_a_further_one(message: str, corrects: bool) -> None:
    assert read_follow_up(message, ShownBefore(read_question("школы"), 2013)).corrects is corrects


@pytest.mark.parametrize(
    ("message", "lines"), [("что из них дороже всего", 3), ("что дороже", 2), ("вместе", 2)]
)
def test_of_them_is_of_all_lines_that_were_named(message: str, lines: int) -> None:
    asked = replace(
        read_question("садики"), earlier=replace(read_question("дороги"), earlier=read_question("школы"))
    )
    assert len(read_follow_up(message, ShownBefore(asked, 2013)).parts) == lines


@pytest.mark.parametrize("message", ["во сколько раз", "неше есе"])
def test_how_many_times_more_is_no_time(message: str) -> None:
    asked = read_follow_up(message, ShownBefore(read_question("что больше, школы или дороги"), 2013))
    assert asked.lacks is None
    assert len(asked.parts) == 2
