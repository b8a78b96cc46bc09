"""A table of several places together is neither's, nor the summary of all: it is set aside and told."""

from __future__ import annotations

import pytest

from parser.errors import ParseError
from parser.kinds import FindingKind, ParseErrorKind
from parser.parse import parse_raw
from parser.readers.files import as_raw
from parser.records import AsideReason, ParsedDecision
from parser.tables.appendix_titles import is_of_several
from tests.parser.typography import BASE, EXPECTED

TITLE = "Бюджет города Коктем на 2013 год"
SEVERAL = (
    "Бюджет Акжарского и Коксуского сельских округов на 2024 год",
    "Бюджет Акжарского, Коксуского сельских округов на 2024 год",
    "Бюджет сельских округов Акжар и Коксу на 2024 год",
    "Ақжар және Көксу ауылдық округтерінің 2024 жылға арналған бюджеті",
    "Бюджет Акжарского сельского округа и села Коксу на 2024 год",
    "Бюджет сел Акжар и Коксу на 2024 год",
    "Ақжар ауылдық округі мен Көксу ауылының 2024 жылға арналған бюджеті",
    "Бюджет Акжарского сельского округа и Коксуского сельского округа на 2024 год",
    "Бюджет Акжарского и Коксуского с/о на 2024 год",
    "Бюджет города Тараз и Байзакского района на 2024 год",
    "Ақжар, Көксу ауылдарының 2024 жылға арналған бюджеті",
    "Бюджет поселков Топар и Шортанды на 2024 год",
    "Бюджет «Акжар» и «Коксу» сельских округов на 2024 год",
    "БЮДЖЕТ АКЖАРСКОГО И КОКСУСКОГО СЕЛЬСКИХ ОКРУГОВ НА 2024 ГОД",
    "АҚЖАР ЖӘНЕ КӨКСУ АУЫЛДЫҚ ОКРУГТЕРІНІҢ 2024 ЖЫЛҒА АРНАЛҒАН БЮДЖЕТІ",
    "2024 жылға арналған Ақжар және Көксу ауылдық округтерінің бюджеті",
    "Бюджет села Коксу и Акжарского сельского округа на 2024 год",
    "Тараз қаласы мен Байзақ ауданының 2024 жылға арналған бюджеті",
    "2024 жылға арналған бюджет, Ақжар және Көксу ауылдық округтері",
    "Бюджет на 2024 год, Акжарский и Коксуский сельские округа",
    "О бюджете X сельского округа Бюджет Акжарского и Коксуского сельского округа на 2024 год",
)
ONE = (
    "Бюджеты сельских округов на 2024 год",
    "Бюджеты сельских округов Хромтауского района на 2024 год",
    "Ауылдық округтердің 2024 жылға арналған бюджеті",
    "Алға ауданы ауылдық округтерінің бюджеті",
    "Бюджет села Акжар Акжарского сельского округа на 2024 год",
    "Бюджет аульных (сельских) округов на 2013",
    "Бюджеты сельских округов Бухар Жырауского района на 2024 год",
    "Бюджет района имени Габита Мусрепова на 2024 год",
    "Бюджет города районного значения и сельских округов на 2024 год",
    "О бюджетах Акжарского и Коксуского сельских округов на 2024-2026 годы Бюджет Акжарского сельского округа на 2024 год",
    "«Ақжар және Көксу ауылдық округтерінің 2024-2026 жылдарға арналған бюджеттері туралы» Ақжар ауылдық округінің 2024 жылға арналған бюджеті",
    "Бюджет города Тараз на 2024 год",
    "Районный бюджет на 2024 год с учетом трансфертов",
    "Алға ауданы, Ақжар ауылдық округінің 2024 жылға арналған бюджеті",
    "СВОД БЮДЖЕТОВ СЕЛЬСКИХ ОКРУГОВ",
    "Объем трансфертов в разрезе сел и сельских округов",
    "Бюджет сельского округа имени Ильяса Жансугурова на 2024 год",
    "Қарғалы ауылдық округінің 2024 жылға арналған бюджеті",
    "Байзақ ауданының ауылдық округтерінің бюджеті",
    "Бюджет Акмолинского сельского округа Целиноградского района Акмолинской области",
)
TOGETHER = "Бюджет Акжарского и Коксуского сельских округов на 2014 год"


@pytest.mark.parametrize("title", SEVERAL)
def test_a_title_that_names_several_places(title: str) -> None:
    assert is_of_several(title)


@pytest.mark.parametrize("title", ONE)
def test_a_title_of_one_place_or_of_all(title: str) -> None:
    assert not is_of_several(title)


def read(page: str) -> ParsedDecision:
    return parse_raw(as_raw("x.html", page.encode()))


def test_a_table_of_several_places_is_set_aside_beside_a_budget() -> None:
    start, end = BASE.index("<p>Приложение 1"), BASE.index("</body>")
    second = BASE[start:end].replace("Приложение 1", "Приложение 2").replace(TITLE, TOGETHER)
    parsed = read(BASE.replace("</body>", f"{second}</body>"))
    (edition,) = parsed.editions
    assert [(line.path, line.name, line.amount) for line in edition.lines] == EXPECTED
    assert [(each.reason, each.year) for each in parsed.set_aside] == [(AsideReason.SEVERAL_PLACES, 2014)]
    told = [each.values for each in parsed.warnings if each.kind is FindingKind.SEVERAL_PLACES]
    assert told == [{"title": TOGETHER}]


def test_a_decision_with_nothing_else_is_refused_for_it() -> None:
    with pytest.raises(ParseError) as refused:
        read(BASE.replace(TITLE, TOGETHER))
    assert refused.value.kind is ParseErrorKind.TABLES_ARE_NO_BUDGET
    assert refused.value.values["reason"] == AsideReason.SEVERAL_PLACES


def test_a_table_of_villages_without_names_is_not_the_budget_of_what_they_lie_in() -> None:
    with pytest.raises(ParseError) as refused:
        read(BASE.replace(TITLE, "Бюджеты сел на 2013 год"))
    assert refused.value.kind is ParseErrorKind.UNNAMED_PLACE
