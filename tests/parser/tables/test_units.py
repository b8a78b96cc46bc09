"""In what a table's amounts are counted: as its header says it, a line above it, or the figures of the text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parser.document import Row
from parser.errors import ParseError
from parser.kinds import FindingKind, ParseErrorKind
from parser.parse import parse_document
from parser.records import AsideReason, Language, ParsedDecision
from tests.parser.texts import budget_rows, document

KK, RU = Language.KK, Language.RU
TEXT = {
    KK: """2013-2015 жылдарға арналған қалалық бюджет туралы
        Жамбыл облысы Тараз қалалық мәслихатының 2012 жылғы 14 желтоқсандағы № 10-3 шешімі
        қалалық мәслихат ШЕШІМ ЕТЕДІ:
        1. Қалалық бюджет 2013 жылға мынадай көлемде бекітілсін: 1) кірістер – 100 мың теңге; 2) шығындар – 110 мың теңге.""",
    RU: """О городском бюджете на 2013-2015 годы
        Решение Таразского городского маслихата Жамбылской области от 14 декабря 2012 года № 10-3
        городской маслихат РЕШИЛ:
        1. Утвердить городской бюджет на 2013 год в следующих объемах: 1) доходы – 100 тысяч тенге; 2) затраты – 110 тысяч тенге.""",
}
TITLE = {KK: "Тараз қаласының {} жылға арналған бюджеті", RU: "Бюджет города Тараз на {} год"}
STAMP = {KK: "№ 10-3 шешіміне {}-қосымша", RU: "Приложение {} к решению № 10-3"}


def labelled(rows: list[Row], *said: str) -> list[Row]:
    """The rows with other labels above their amounts, one for each part of the table."""
    labels = iter(said)
    return [replace(row, cells=(*row.cells[:-1], next(labels))) if row.header else row for row in rows]


def read(
    language: Language, times: int, *above: str, labels: tuple[str, str, str] = ("Сумма",) * 3
) -> ParsedDecision:
    """The budget of 2013 and the next one, with amounts as many times as large, and lines above each table."""
    blocks: list[str | list[Row]] = [TEXT[language]]
    for number, year in enumerate((2013, 2014), start=1):
        blocks += [STAMP[language].format(number), TITLE[language].format(year), *above]
        blocks.append(labelled(budget_rows(language, 100 * times, 110 * times, 40 * times), *labels))
    return parse_document(document(language, *blocks))


def revenues(parsed: ParsedDecision) -> list[int]:
    return [line.amount for edition in parsed.editions for line in edition.lines if line.path == "revenue"]


@pytest.mark.parametrize(
    ("language", "line", "times"),
    [
        (RU, "(тыс. тенге)", 1),
        (RU, "тысяч тенге", 1),
        (RU, "Единица измерения: тысяча тенге", 1),
        (RU, "(тенге)", 1000),
        (RU, "в тенге", 1000),
        (KK, "(мың теңге)", 1),
        (KK, "Өлшем бірлігі: мың теңге", 1),
        (KK, "теңге", 1000),
    ],
)
def test_a_line_above_a_table_says_what_its_amounts_count(language: Language, line: str, times: int) -> None:
    parsed = read(language, times, line)
    assert revenues(parsed) == [100_000, 100_000]
    assert parsed.warnings == ()
    assert parsed.discrepancies == ()


@pytest.mark.parametrize(("end", "times"), [(" (тыс. тенге)", 1), (", тенге", 1000)])
def test_a_title_may_end_with_the_unit(end: str, times: int) -> None:
    blocks = [TEXT[RU], STAMP[RU].format(1), TITLE[RU].format(2013) + end]
    rows = labelled(budget_rows(RU, 100 * times, 110 * times, 40 * times), "Сумма", "Сумма", "Сумма")
    parsed = parse_document(document(RU, *blocks, rows))
    assert revenues(parsed) == [100_000]
    assert parsed.warnings == ()


def test_a_village_of_that_name_is_no_unit() -> None:
    parsed = read(RU, 1, "Бюджет села Тенге")
    assert {each.unit for each in parsed.editions} == {1000}
    assert told_of(parsed) == {(FindingKind.UNIT_FROM_TEXT, 1000), (FindingKind.UNIT_ASSUMED, None)}


def test_the_header_goes_before_the_line_above() -> None:
    parsed = read(RU, 1, "(тенге)", labels=("Сумма, тыс. тенге",) * 3)
    assert revenues(parsed) == [100_000, 100_000]
    found = [each for each in parsed.warnings if each.kind is FindingKind.UNIT_OF_HEADER]
    assert {(each.values["printed"], each.values["above"]) for each in found} == {(1000, 1)}
    same = read(RU, 1, "(тыс. тенге)", labels=("Сумма, тыс. тенге",) * 3)
    assert not same.warnings


def told_of(parsed: ParsedDecision) -> set[tuple[FindingKind, int | str | None]]:
    """The findings, each with its one value."""
    return {(found.kind, next(iter(found.values.values()), None)) for found in parsed.warnings}


def read_years(language: Language, *years: tuple[int, int]) -> ParsedDecision:
    """Budgets without a unit, in the order of the appendices: each of a year, in so many units to a thousand.

    The text gives the figures of the year 2013 alone.
    """
    blocks: list[str | list[Row]] = [TEXT[language]]
    for number, (year, times) in enumerate(years, start=1):
        blocks += [STAMP[language].format(number), TITLE[language].format(year)]
        blocks.append(labelled(budget_rows(language, 100 * times, 110 * times, 40 * times), *("Сумма",) * 3))
    return parse_document(document(language, *blocks))


@pytest.mark.parametrize("language", Language)
def test_where_no_unit_is_printed_the_text_tells_it(language: Language) -> None:
    parsed = read_years(language, (2013, 1000))
    assert revenues(parsed) == [100_000]
    assert told_of(parsed) == {(FindingKind.UNIT_FROM_TEXT, 1)}
    assert parsed.discrepancies == ()


@pytest.mark.parametrize("years", [((2013, 1000), (2014, 1000)), ((2014, 1000), (2013, 1000))])
@pytest.mark.parametrize("language", Language)
def test_what_the_text_tells_of_one_table_is_not_said_of_another(
    language: Language, years: tuple[tuple[int, int], ...]
) -> None:
    parsed = read_years(language, *years)
    assert [(edition.year, edition.unit) for edition in parsed.editions] == [(2013, 1)]
    assert revenues(parsed) == [100_000]
    assert told_of(parsed) == {(FindingKind.UNIT_FROM_TEXT, 1), (FindingKind.UNIT_UNKNOWN, 2014)}
    assert [aside.reason for aside in parsed.set_aside] == [AsideReason.UNIT]


@pytest.mark.parametrize("years", [((2013, 1), (2014, 1)), ((2014, 1), (2013, 1))])
def test_thousands_that_the_text_proves_are_not_called_assumed(years: tuple[tuple[int, int], ...]) -> None:
    parsed = read_years(RU, *years)
    assert revenues(parsed) == [100_000, 100_000]
    assert told_of(parsed) == {(FindingKind.UNIT_FROM_TEXT, 1000), (FindingKind.UNIT_ASSUMED, None)}


def test_a_table_without_a_unit_beside_one_that_prints_tenge_is_not_read() -> None:
    blocks: list[str | list[Row]] = [TEXT[RU]]
    for number, (year, label) in enumerate(((2014, "Сумма"), (2015, "Сумма, тенге")), start=1):
        blocks += [STAMP[RU].format(number), TITLE[RU].format(year)]
        blocks.append(labelled(budget_rows(RU, 7000, 8000, 4000), *(label,) * 3))
    parsed = parse_document(document(RU, *blocks))
    assert [(edition.year, edition.unit) for edition in parsed.editions] == [(2015, 1)]
    assert told_of(parsed) == {(FindingKind.UNIT_UNKNOWN, 2014)}


def test_where_the_text_tells_none_thousands_are_assumed() -> None:
    parsed = read(RU, 3)
    assert revenues(parsed) == [300_000, 300_000]
    assert {found.kind for found in parsed.warnings} == {FindingKind.UNIT_ASSUMED}


@pytest.mark.parametrize(
    "labels",
    [
        ("Сумма, тыс. тенге", "Сумма, тенге", "Сумма, тенге"),
        ("Сумма, тенге", "Сумма", "Сумма, млн тенге"),
        ("Сумма, тыс. тенге, млн тенге", "Сумма", "Сумма"),
    ],
)
def test_a_table_whose_parts_name_other_units_is_refused(labels: tuple[str, str, str]) -> None:
    with pytest.raises(ParseError) as caught:
        read(RU, 1, labels=labels)
    assert caught.value.kind is ParseErrorKind.TABLES_ARE_NO_BUDGET
    assert (caught.value.values["count"], caught.value.values["reason"]) == (2, AsideReason.UNIT)


@pytest.mark.parametrize("language", Language)
def test_lines_between_parts_may_name_another_unit(language: Language) -> None:
    rows = labelled(budget_rows(language), "Сумма", "Сумма", "Сумма")
    second = [number for number, row in enumerate(rows) if row.header][1]
    whole: list[str | list[Row]] = [
        STAMP[language].format(1),
        TITLE[language].format(2013),
        "(тыс. тенге)",
        rows,
    ]
    parted = [STAMP[language].format(2), TITLE[language].format(2014), "(тыс. тенге)"]
    parsed = parse_document(
        document(language, TEXT[language], *whole, *parted, rows[:second], "(тенге)", rows[second:])
    )
    assert [edition.year for edition in parsed.editions] == [2013]
    assert told_of(parsed) == {(FindingKind.UNITS_DIFFER, 1)}
    assert [(aside.appendix, aside.reason) for aside in parsed.set_aside] == [("2", AsideReason.UNIT)]


def test_a_label_torn_between_rows_of_a_header_is_one_unit() -> None:
    rows = labelled(budget_rows(RU), "Сумма, тысяч", "Сумма, тысяч", "Сумма, тысяч")
    torn = [
        each
        for row in rows
        for each in ([row, replace(row, cells=("", "", "тенге"))] if row.header else [row])
    ]
    parsed = parse_document(document(RU, TEXT[RU], STAMP[RU].format(1), TITLE[RU].format(2013), torn))
    assert revenues(parsed) == [100_000]
    assert parsed.warnings == ()
