"""A name behind a word that counts: of things it tells how many there are, of a place what that spends."""

from __future__ import annotations

import pytest

from parser.question.reading import read_question
from parser.records import Language
from storage.answering.asked_place import read_place
from storage.search.index import Index, NameEntry

NAMES = (
    ("expenditure/06/451/005", "Государственная адресная социальная помощь"),
    ("expenditure/12/458/023", "Ремонт автомобильных дорог"),
)
INDEX = Index([NameEntry(path, Language.RU, name) for path, name in NAMES])


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("сколько Павлодар тратит на дороги", "Павлодар"),
        ("сколько павлодар тратит на дороги", "Павлодар"),
        ("Сколько Усть-Каменогорск дает на помощь", "Өскемен"),
        ("скока Алматы выделяет на дороги", "Алматы"),
        ("сколько Семей тратит на дороги", "Семей"),
        ("қанша Павлодар жолға жұмсайды", "Павлодар"),
    ],
)
def test_a_place_behind_it_is_one(text: str, missing: str) -> None:
    assert read_place(INDEX, read_question(text)).missing == missing


@pytest.mark.parametrize(
    "text",
    [
        "сколько семей получили адресную помощь",
        "Сколько семей",
        "Сколько Семей Получили Помощь",
        "қанша құлан бар",
        "неше темір керек",
    ],
)
def test_things_that_are_counted_are_no_place(text: str) -> None:
    found = read_place(INDEX, read_question(text))
    assert (found.missing, found.words) == (None, frozenset())
