"""Decisions whose numbers have letters or three digits, as people type them."""

from __future__ import annotations

import pytest

from parser.question.intents import Intent
from parser.question.long_numbers import number_digits, spell_long_numbers
from parser.question.reading import read_question


@pytest.mark.parametrize(
    ("printed", "digits"),
    [
        ("12-3", "12-3"),
        ("12/3", "12-3"),
        ("12 – 3", "12-3"),
        ("С-30/134-VI", "30-134"),
        ("6С-34-2", "34-2"),
        ("VI-12/3", "12-3"),
        ("223-VII", "223"),
        ("501", "501"),
        ("51/420-6с", "51-420"),
        ("51/420 – 6С", "51-420"),
        ("25-1р", "25-1"),
    ],
)
def test_a_number_is_known_by_its_digits(printed: str, digits: str) -> None:
    assert number_digits(printed) == digits


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        ("что изменило решение С-30/134-VI", "30-134"),
        ("что изменило решение C-30/134-VI", "30-134"),  # a Latin C
        ("решение с-30/134-vi", "30-134"),
        ("С-30/134-VI шешімі нені өзгертті", "30-134"),
        ("решение № 223-VII", "223"),
        ("223-VII", "223"),
        ("6С-34-2 шешімі", "34-2"),
        ("решение VI-12/3", "12-3"),
        ("51/420-6с шешімі", "51-420"),
        ("№ 47/256", "47-256"),
        ("что изменило решение 47–256", "47-256"),
        ("47/256 шешімі", "47-256"),
        ("51/420-6с", "51-420"),
        ("что изменило решение 51/420-6С", "51-420"),
        ("51–420–6c шешімі нені өзгертті", "51-420"),  # a Latin c
        ("решение 25-1р", "25-1"),
        ("№ 25-1р", "25-1"),
    ],
)
def test_a_decision_is_named_by_it(asked: str, number: str) -> None:
    question = read_question(asked)
    assert (question.decisions, question.decision_is_marked) == ((number,), True)
    assert question.codes == ()
    assert not question.names_line


def test_what_stands_beside_it_is_asked_as_ever() -> None:
    question = read_question("как изменилось образование в решении № 34/256-VI")
    assert question.intent is Intent.CHANGE
    assert [token.sound for token in question.tokens if not token.filler] == ["obrazovanie"]


@pytest.mark.parametrize(
    "said",
    [
        "464 009",
        "№ 458/023",
        "458-023",
        "12-3",
        "15-і күні",
        "T-34",
        "covid-19",
        "2013-2014",
        "1/3 бюджета",
        "5 %",
    ],
)
def test_other_numbers_stay_as_they_are(said: str) -> None:
    assert spell_long_numbers(said) == said
