"""Titles of budgets that shorten the kind of a place, or print it in capitals, name the same place."""

from __future__ import annotations

import pytest

from parser.decision.place_titles import ABBREVIATION_COLUMNS, title_as_written, written_out
from parser.parse import parse_document
from parser.records import Language
from parser.tables.appendix_titles import place_of
from parser.text.word_lists import ListRow, read_list
from tests.harness.rows import of_each
from tests.parser.tables.test_captions import DISTRICT, of_district
from tests.parser.texts import budget_rows, document

KK, RU = Language.KK, Language.RU
ROWS = read_list("place_abbreviations.tsv", ABBREVIATION_COLUMNS)
HEAD = {KK: "Бюджет туралы", RU: "О бюджете"}


def language_of(row: ListRow) -> Language:
    return RU if "Бюджет " in row["example"] else KK


def named_by(language: Language, title: str) -> str | None:
    """Whose budget a table with a title is, in a rayon's decision."""
    own = {KK: "2023 жылға арналған аудандық бюджет", RU: "Районный бюджет на 2023 год"}[language]
    return place_of(title, of_district(language, HEAD[language], own).decision, None)


@of_each("row", ROWS)
def test_an_abbreviation_is_its_word_in_its_example(row: ListRow) -> None:
    language, title = language_of(row), row["example"]
    whole = title.replace(f" {row['short']} ", f" {row['whole']} ")
    assert whole != title
    assert written_out(title) == whole
    assert named_by(language, title) == named_by(language, whole)
    assert named_by(language, title) not in {"Хромтау ауданы", None}


@of_each("row", ROWS)
def test_an_abbreviation_in_capitals_is_its_word_too(row: ListRow) -> None:
    language = language_of(row)
    assert named_by(language, row["example"].upper()) == named_by(language, row["example"]) is not None


@pytest.mark.parametrize(
    "title",
    [
        "Бюджет города Тараз на 2023 г.",
        "На 2023 г. Тараз",
        "Бюджет сельского округа С.Сейфуллина на 2023 год",
        "А. Иманов ауылдық округінің 2023 жылға арналған бюджеті",
        "Бюджет на 2023 год с учётом изменений",
    ],
)
def test_what_is_no_abbreviation_of_a_kind_stays(title: str) -> None:
    assert title_as_written(title) == title


@pytest.mark.parametrize("lines", [("{place}", "{title}"), ("{title}", "{place}")], ids=["above", "below"])
@pytest.mark.parametrize("language", Language)
def test_a_line_of_its_own_names_the_village(lines: tuple[str, str], language: Language) -> None:
    title = {KK: "2023 жылға арналған бюджет", RU: "Бюджет на 2023 год"}[language]
    place = {KK: "Ақжар ауылдық округі", RU: "Акжарский сельский округ"}[language]
    heading = "\n".join(line.format(title=title, place=place) for line in lines)
    text = DISTRICT[language].format(title=HEAD[language])
    (edition,) = parse_document(document(language, text, heading, budget_rows(language))).editions
    assert edition.place == f"{place}, Хромтау ауданы"
