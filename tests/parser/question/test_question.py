"""What a message asks, as it is typed."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parser.question.intents import Intent
from parser.question.reading import read_question
from parser.text.folding import sounds


@pytest.mark.parametrize(
    ("text", "codes", "amounts"),
    [
        ("464 009", (("464", "009"),), (464_009,)),
        ("464-009", (("464", "009"),), ()),
        ("04.464.009", (("04", "464", "009"),), ()),
        ("458/023", (("458", "023"),), ()),
        ("112", (("112",),), (112,)),
        ("12 282 348", (("12", "282", "348"),), (12_282_348,)),
        ("12.282.348", (("12", "282", "348"),), (12_282_348,)),
        ("-281 421", (("281", "421"),), (-281_421,)),
        ("что за код 464?", (("464",),), (464,)),
    ],
)
def test_numbers_are_codes_and_amounts(
    text: str, codes: tuple[tuple[str, ...], ...], amounts: tuple[int, ...]
) -> None:
    question = read_question(text)
    assert question.codes == codes
    assert set(amounts) <= set(question.amounts)


@pytest.mark.parametrize(
    ("text", "tenge", "precision"),
    [
        ("12,3 млрд", 12_300_000_000, 100_000_000),
        ("12.3 миллиарда тенге", 12_300_000_000, 100_000_000),
        ("2 млн", 2_000_000, 1_000_000),
        ("1 146 млн", 1_146_000_000, 1_000_000),
        ("8 млрд 400 млн", 8_400_000_000, 100_000_000),
        ("8 миллиард 412 миллион теңге", 8_412_000_000, 1_000_000),
        ("2 млн 3 млрд", 2_000_000, 1_000_000),  # no one amount
        ("полмиллиарда", 500_000_000, 100_000_000),
        ("бір миллиард жүз миллион", 1_100_000_000, 100_000_000),
        ("миллиард", 1_000_000_000, 1_000_000_000),
    ],
)
def test_round_figures(text: str, tenge: int, precision: int) -> None:
    question = read_question(text)
    assert question.scaled is not None
    assert (question.scaled.tenge, question.scaled.precision) == (tenge, precision)
    assert text.startswith(question.scaled.said)
    assert not question.codes
    assert not question.amounts


@pytest.mark.parametrize(
    ("text", "tenge"),
    [
        ("500 мың теңге", 500_000),
        ("154 373 тысячи тенге", 154_373_000),
        ("20 тыс", 20_000),
        ("1 млн 146 тыс", 1_146_000),
        ("ровно 500 млн", 500_000_000),
        ("дәл 1 млрд", 1_000_000_000),
    ],
)
def test_thousands_are_exact(text: str, tenge: int) -> None:
    question = read_question(text)
    assert question.amounts == (tenge,)
    assert question.scaled is None
    assert not question.codes


@pytest.mark.parametrize(
    ("text", "year", "said"),
    [
        ("школы 2014", 2014, False),
        ("школы в 2014 году", 2014, True),
        ("мектептер 2014 жылы", 2014, True),
        ("мектеп 2014ж", 2014, True),
        ("12 014 201", None, False),
        ("школы", None, False),
    ],
)
def test_a_year(text: str, year: int | None, *, said: bool) -> None:
    question = read_question(text)
    assert (question.year, question.year_is_said) == (year, said)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("школы с 2013 по 2015", (2013, 2014, 2015)),
        ("школы от 2013 года до 2015 года", (2013, 2014, 2015)),
        ("мектеп 2013 жылдан 2015 жылға дейін", (2013, 2014, 2015)),
        ("школы между 2013 и 2015", (2013, 2015)),
        ("школы 2013/2014/2015", (2013, 2014, 2015)),
        ("школы 2013,2014,2015", (2013, 2014, 2015)),
        ("школы на 14-й год и на 15-й", (2014, 2015)),
        ("школы в 14 году", (2014,)),
        ("мектеп 14-жылы", (2014,)),
        ("мектеп 2013 пен 2015те", (2013, 2015)),
        ("школы к 2015-му", (2015,)),
        ("школа 14", ()),
        ("12 жылдық мектеп", ()),
        ("школы 10-14", ()),
    ],
)
def test_years_in_whichever_way_they_are_written(text: str, years: tuple[int, ...]) -> None:
    assert read_question(text).years == years


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("школы в апреле, июле и декабре", (4, 7, 12)),
        ("мектеп сәуірдегі мен желтоқсандағы", (4, 12)),
        ("школы и маршруты", ()),
    ],
)
def test_all_months_that_are_named(text: str, months: tuple[int, ...]) -> None:
    assert read_question(text).months == months


def test_a_year_by_the_one_that_would_be_answered_from() -> None:
    last, compared = read_question("мектептер былтыр"), read_question("сравни школы с прошлым годом")
    assert (last.year_shift, last.near(2013).years, last.near(2013).year) == (-1, (2012,), 2012)
    assert compared.near(2013).years == (2013, 2012)
    assert read_question("школы 2014").near(2013) == read_question("школы 2014")


@pytest.mark.parametrize(
    ("text", "number", "marked"),
    [("№ 12-3 жолдар", "12-3", True), ("жолдар 12-3", "12-3", False), ("464-009", None, False)],
)
def test_a_decision(text: str, number: str | None, *, marked: bool) -> None:
    question = read_question(text)
    assert (question.decision, question.decision_is_marked) == (number, marked)


@pytest.mark.parametrize(
    "text", ["2013 жылғы 8 сәуірдегі білім", "образование на 8 апреля 2013 года", "білім 08.04.2013"]
)
def test_a_date(text: str) -> None:
    assert read_question(text).date == dt.date(2013, 4, 8)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("сколько денег выделили на школы?", "школы"),
        ("мектептерге қанша ақша бөлінді", "мектептерге"),
        ("покажите, пожалуйста, расходы", "расходы"),
    ],
)
def test_fillers_drop_out(text: str, words: str) -> None:
    assert read_question(text).words == tuple(sounds(words))


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("как изменилось образование", Intent.CHANGE),
        ("білім беру қалай өзгерді", Intent.CHANGE),
        ("какая доля культуры", Intent.SHARE),
        ("сәлем", Intent.HELP),
        ("школы", Intent.AMOUNT),
    ],
)
def test_the_intent(text: str, intent: Intent) -> None:
    assert read_question(text).intent is intent


@given(st.text(max_size=2000))
def test_any_text_is_read(text: str) -> None:
    question = read_question(text)
    assert len(question.text) <= 300
    assert question == read_question(text)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("школы\n\nсадики\n\nдороги", ["школы", "садики", "дороги"]),
        ("1) мектеп\n2) балабақша", ["мектеп", "балабақша"]),
        ("школы\n2014 год", []),
        ("464\n009", []),
    ],
)
def test_a_list_with_an_entry_in_each_line(text: str, named: list[str]) -> None:
    parts = read_question(text).parts
    assert [part.text for part in parts] == named
