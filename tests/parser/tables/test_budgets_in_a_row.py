"""Budgets of several villages below one stamp, each with no more than the village's name above it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from parser.kinds import FindingKind
from parser.parse import parse_raw
from parser.readers.files import as_raw
from parser.records import Language, ParsedDecision
from tests.parser.typography import BASE

KK, RU = Language.KK, Language.RU
HEAD = {
    RU: "<p>О бюджетах сельских округов на 2013-2015 годы</p><p>Решение Хромтауского районного маслихата от 28 декабря "
    "2012 года № 12/3</p><p>1. Утвердить бюджеты сельских округов на 2013-2015 годы.</p><p>Приложение 1 к решению "
    "Хромтауского районного маслихата от 28 декабря 2012 года № 12/3</p><p>Бюджеты сельских округов на 2013 год</p>",
    KK: "<p>2013-2015 жылдарға арналған ауылдық округтердің бюджеттері туралы</p><p>Хромтау аудандық мәслихатының 2012 "
    "жылғы 28 желтоқсандағы № 12/3 шешімі</p><p>1. Ауылдық округтердің 2013-2015 жылдарға арналған бюджеттері "
    "бекітілсін.</p><p>Хромтау аудандық мәслихатының 2012 жылғы 28 желтоқсандағы № 12/3 шешіміне 1-қосымша</p>"
    "<p>Ауылдық округтердің 2013 жылға арналған бюджеттері</p>",
}  # fmt: skip
VILLAGES = {
    RU: ("Акжарский сельский округ", "Коктауский сельский округ"),
    KK: ("Ақжар ауылдық округі", "Көктау ауылдық округі"),
}
TABLES = BASE[BASE.index("<table>") : BASE.index("</body>")]
OTHERS = TABLES.replace("<td>1 240</td>", "<td>1 250</td>").replace("<td>260</td>", "<td>250</td>")
ONE = "</table><table>"


def above(village: str, tables: str) -> str:
    return f"<p>{village}</p>{tables}"


def above_one_table(village: str, tables: str) -> str:
    return f"<p>{village}</p>{tables.replace(ONE, '')}"


def first_row(village: str, tables: str) -> str:
    return tables.replace("<table>\n", f'<table>\n<tr><td colspan="5">{village}</td></tr>', 1).replace(
        ONE, ""
    )


def below_the_labels(village: str, tables: str) -> str:
    end = tables.index("</tr>") + len("</tr>")
    return f'{tables[:end]}<tr><td colspan="5">{village}</td></tr>{tables[end:]}'.replace(ONE, "")


FORMS: tuple[Callable[[str, str], str], ...] = (above, above_one_table, first_row, below_the_labels)


def read(language: Language, *tables: str) -> ParsedDecision:
    return parse_raw(
        as_raw("x.html", f"<html><body>{HEAD[language]}{''.join(tables)}</body></html>".encode())
    )


def schools(parsed: ParsedDecision) -> list[tuple[str, int, int]]:
    return [
        (edition.place, len(edition.lines), line.amount)
        for edition in parsed.editions
        for line in edition.lines
        if line.path == "expenditure/04/464/003"
    ]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)
@pytest.mark.parametrize("joined", [False, True], ids=["tables", "one-table"])
def test_each_village_has_its_own_figures(
    form: Callable[[str, str], str], joined: bool, language: Language
) -> None:
    first, second = VILLAGES[language]
    tables = form(first, TABLES) + form(second, OTHERS)
    if joined and form in {first_row, below_the_labels}:
        tables = tables.replace("</table><table>", "")
    parsed = read(language, tables)
    assert schools(parsed) == [
        (f"{first}, Хромтау ауданы", 21, 1_240_000), (f"{second}, Хромтау ауданы", 21, 1_250_000),
    ]  # fmt: skip
    assert [each.kind for each in parsed.warnings] == [FindingKind.YEAR_FROM_APPENDIX]


def test_a_second_budget_that_nothing_names_is_no_neighbour_s() -> None:
    parsed = read(RU, above(VILLAGES[RU][0], TABLES), OTHERS)
    place = f"{VILLAGES[RU][0]}, Хромтау ауданы"
    assert schools(parsed) == [(place, 21, 1_240_000), (place, 21, 1_250_000)]
    assert FindingKind.TABLE_TWICE in {each.kind for each in parsed.warnings}


@pytest.mark.parametrize("language", Language)
def test_another_year_below_the_same_stamp_is_the_same_village_s(language: Language) -> None:
    title = {RU: "Бюджет на 2014 год", KK: "2014 жылға арналған бюджет"}[language]
    parsed = read(language, above(VILLAGES[language][0], TABLES), f"<p>{title}</p>", OTHERS)
    place = f"{VILLAGES[language][0]}, Хромтау ауданы"
    assert [(edition.place, edition.year) for edition in parsed.editions] == [(place, 2013), (place, 2014)]
    assert schools(parsed)[1] == (place, 21, 1_250_000)


def test_spending_that_is_printed_once_more_is_nobody_s_repayment() -> None:
    """The rows of a half that stood above already belong to no section that is open below it."""
    again = f"<table>{OTHERS.partition(ONE)[2]}"
    parsed = read(RU, above(VILLAGES[RU][0], TABLES + again))
    (edition,) = parsed.editions
    assert schools(parsed) == [(edition.place, 21, 1_240_000)]
    assert not [line.path for line in edition.lines if line.path.startswith("financing_payments/0")]
    told = [each.values["printed"] for each in parsed.warnings if each.kind is FindingKind.ROW_SET_ASIDE]
    assert any("1 250" in str(printed) for printed in told)
