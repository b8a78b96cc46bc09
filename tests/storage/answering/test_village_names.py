"""Villages that are called by a word which names of lines and everyday phrases have as well."""

from __future__ import annotations

import pytest

from parser.question.reading import read_question
from parser.records import Language
from storage.answering.asked_place import read_place
from storage.search.index import Index
from storage.search.lexicon_files import load_lexicon
from storage.search.name_columns import NameEntry

INDEX = Index(
    [
        NameEntry("expenditure/04/464/003", Language.RU, "Школы и образование"),
        NameEntry("expenditure/06/451/002", Language.KK, "Еңбек нарығы"),
        NameEntry("expenditure/12/458/023", Language.RU, "Ремонт автомобильных дорог"),
    ],
    load_lexicon(),
)


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("дороги в селе Абай", "село Абай"),
        ("бюджет села Достык Байзакского района", "село Достык"),
        ("бюджет села Болашак", "село Болашак"),  # a phrase by itself
        ("вода в селе победа", "село победа"),
        ("свет в ауле «Центральное»", "село Центральное"),
        ("Еңбек ауылының жолы", "Еңбек ауылы"),  # printed in names
        ("Байзақ ауданы, Саз ауылының суы", "Саз ауылы"),
    ],
)
def test_a_village_is_called_by_an_ordinary_word(text: str, missing: str) -> None:
    assert read_place(INDEX, read_question(text)).missing == missing


@pytest.mark.parametrize(
    "text",
    [
        "живу в селе. Дороги когда сделают",
        "В Селе Дороги",
        "ДОРОГИ В СЕЛЕ ШКОЛА",
        "в селе Садик",
        "в селе школа",
        "дороги в селе центральное место",
        "ремонт в селе дорги",
        "ауылда Мектеп бар ма",
    ],
)
def test_a_thing_in_a_village_is_not_its_name(text: str) -> None:
    assert read_place(INDEX, read_question(text)).missing is None
