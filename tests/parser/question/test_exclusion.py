"""What a message takes out of a line, and in which ways it may be cut."""

from __future__ import annotations

import pytest

from parser.question.exclusion import find_exclusions
from parser.question.follow_up import read_follow_up
from parser.question.intents import Intent, Unsaid
from parser.question.question import Question
from parser.question.reading import read_question
from parser.question.shown_before import ShownBefore


def cuts(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(cut.whole, cut.parts) for cut in find_exclusions(text)]


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("образование без школ", ("образование", ("школ",))),
        ("расходы за вычетом образования и здравоохранения", ("расходы", ("образования", "здравоохранения"))),
        ("доходы, не считая трансфертов", ("доходы", ("трансфертов",))),
        ("без трансфертов, доходы", ("доходы", ("трансфертов",))),
        ("без трансфертов доходы", ("доходы", ("трансфертов",))),
        ("кроме высшего образования расходы", ("расходы", ("высшего образования",))),
        ("всё кроме образования", ("", ("образования",))),
        ("мектепсіз білім беру", ("білім беру", ("мектеп",))),
        ("bilim beru mektepsiz", ("bilim beru", ("mektep",))),
        ("күрделі шығыстарсыз білім беру", ("білім беру", ("күрделі шығыстар",))),
        ("мектептерді қоспағанда білім беру", ("білім беру", ("мектептерді",))),
        ("білім беру, мектептерді қоспағанда", ("білім беру", ("мектептерді",))),
        ("кірістер трансферттерден басқа", ("кірістер", ("трансферттерден",))),
        ("білім беруден басқасының бәрі", ("", ("білім беруден",))),
        ("білім берусіз барлығы", ("", ("білім беру",))),
        ("барлығы білім берусіз", ("", ("барлығы білім беру",))),
        ("акциз кірісі трансфертсіз", ("акциз кірісі", ("трансферт",))),  # and not without «ак»
        ("трансфертсіз кіріс", ("кіріс", ("трансферт",))),
        ("ТКШ сусыз", ("ТКШ", ("су",))),
        ("мектепсіз, балабақшасыз білім беру", ("білім беру", ("мектеп", "балабақша"))),
        ("образование минус школы и минус садики", ("образование", ("школы", "садики"))),
        ("если убрать школы, сколько останется на образование", ("сколько   на образование", ("школы",))),
        ("образование, если не брать школы", ("образование", ("школы",))),
        ("мектептерді ескермегенде білім беру", ("білім беру", ("мектептерді",))),
        ("мектептерді сызып тастасақ білім беру", ("білім беру", ("мектептерді",))),
        ("бәрі, тек білім мен спорт емес", ("", ("білім", "спорт"))),
    ],
)
def test_one_way_of_cutting_is_the_right_one(text: str, cut: tuple[str, tuple[str, ...]]) -> None:
    assert cut in cuts(text)


@pytest.mark.parametrize(
    "text",
    [
        "бесплатный проезд",
        "тегін тамақ",
        "безработным",
        "безнадзорные животные",
        "жұмыссыздарға арналған бағдарлама",
        "көрсете аласыз ба",
        "мектеп басқа",
        "без",
        "",
    ],
)
def test_nothing_is_taken_out(text: str) -> None:
    assert not cuts(text)


def test_all_that_is_left_is_not_parted() -> None:
    assert cuts("всё кроме образования города") == [("", ("образования города",))]


def test_what_only_asks_is_taken_out_of_nothing() -> None:
    assert read_question("образование без разницы").exclusions == ()


def only(question: Question) -> tuple[tuple[str, ...], tuple[str, ...]]:
    (exclusion,) = question.exclusions
    return exclusion.whole.words, exclusion.parts[0].words


@pytest.mark.parametrize(
    ("text", "part"), [("без школ", "wkol"), ("а без школ?", "wkol"), ("ал мектепсіз", "mektep")]
)
def test_it_is_taken_out_of_the_line_before(text: str, part: str) -> None:
    whole = read_follow_up(text, ShownBefore(read_question("образование 2014"), 2014))
    assert only(whole) == (("obrazovanie",), (part,))
    assert whole.year == 2014


def test_out_of_everything_is_not_out_of_the_line_before() -> None:
    assert only(read_follow_up("всё кроме школ", ShownBefore(read_question("образование"), 2013))) == (
        (),
        ("wkol",),
    )


def test_the_year_is_changed_of_what_is_taken_out_too() -> None:
    question = read_follow_up("а в 2014 году?", ShownBefore(read_question("образование без школ 2013"), 2013))
    assert question.year == 2014
    assert only(question) == (("obrazovanie",), ("wkol",))


@pytest.mark.parametrize(
    "text",
    [
        "без 12-3 изменения школы",
        "школы без учёта последней поправки",
        "школы кроме 2014 года",
        "12-3 шешімінсіз мектеп",
        "12-3 шешімінсіз ше",
    ],
)
def test_no_amount_is_told_without_an_edition(text: str) -> None:
    assert read_question(text).lacks is Unsaid.WITHOUT_EDITION


@pytest.mark.parametrize(
    "text", ["образование 12-3 без школ", "что без изменений после 12-3", "школы до 12-3"]
)
def test_what_an_edition_has_is_told(text: str) -> None:
    assert read_question(text).lacks is None


def test_one_edition_less_another_is_a_comparison() -> None:
    question = read_question("культура 18-3 минус 12-3")
    assert (question.intent, question.decisions) == (Intent.COMPARE, ("18-3", "12-3"))
    assert not question.exclusions
