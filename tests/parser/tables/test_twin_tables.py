"""A file with a decision in both languages is one decision, each of its tables one edition in two languages."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from parser.kinds import FindingKind
from parser.parse import parse_raw
from parser.readers.files import as_raw
from parser.records import Language, ParsedDecision
from tests.parser.typography import BASE, EXPECTED

KK, RU = Language.KK, Language.RU
KAZAKH: Mapping[str, str] = {
    "Категория": "Санаты",
    "Класс": "Сыныбы",
    "Подкласс": "Кіші сыныбы",
    "Наименование": "Атауы",
    "Сумма, тысяч тенге": "Сомасы, мың теңге",
    "Функциональная группа": "Функционалдық топ",
    "Администратор бюджетных программ": "Бюджеттік бағдарламалардың әкімшісі",
    "Программа": "Бағдарлама",
    "1. ДОХОДЫ": "1. КІРІСТЕР",
    "2. ЗАТРАТЫ": "2. ШЫҒЫНДАР",
    "3. Чистое бюджетное кредитование": "3. Таза бюджеттік кредиттеу",
    "4. Сальдо по операциям с финансовыми активами": "4. Қаржы активтерімен операциялар бойынша сальдо",
    "Приобретение финансовых активов": "Қаржы активтерін сатып алу",
    "5. Дефицит (профицит) бюджета": "5. Бюджет тапшылығы (профициті)",
    "6. Финансирование дефицита (использование профицита) бюджета": (
        "6. Бюджет тапшылығын қаржыландыру (профицитін пайдалану)"
    ),
}
_TABLES = BASE[BASE.index("<table>") : BASE.rindex("</table>") + len("</table>")]
_CAPTION = (
    "<p>Көктем қалалық мәслихатының 2013 жылғы 8 сәуірдегі № {number} шешіміне {appendix}-қосымша</p>"
    "<p>Көктем қаласының 2013 жылға арналған бюджеті</p>"
)


def kazakh(tables: str = _TABLES) -> str:
    def cell(found: re.Match[str]) -> str:
        name = found[1]
        is_name = re.search(r"[А-Яа-я]{3}", name) is not None
        return f"<td>{KAZAKH.get(name, f'Қазақша атауы өзгеше жол: {name[:3]}') if is_name else name}</td>"

    return re.sub(r"<td>(.*?)</td>", cell, tables)


def read(tables: str, number: str = "2-3", appendix: str = "1") -> ParsedDecision:
    caption = _CAPTION.format(number=number, appendix=appendix)
    return parse_raw(as_raw("x.html", BASE.replace("</body>", f"{caption}{tables}</body>").encode()))


def kinds(parsed: ParsedDecision) -> list[FindingKind]:
    return [finding.kind for finding in parsed.warnings]


def test_both_prints_of_a_table_are_one_edition_of_one_place() -> None:
    parsed = read(kazakh())
    assert kinds(parsed) == [FindingKind.TABLE_IN_BOTH_LANGUAGES]
    assert [(each.place, each.year, each.language) for each in parsed.editions] == [
        ("Коктем", 2013, RU), ("Коктем", 2013, KK),
    ]  # fmt: skip
    figures = [[(line.path, line.amount) for line in each.lines] for each in parsed.editions]
    assert figures[0] == figures[1] == [(path, amount) for path, _, amount in EXPECTED]
    assert parsed.decision.number == "2-3"


@pytest.mark.parametrize(
    "tables",
    [_TABLES, _TABLES.replace("1 240", "1 250")],
)
def test_a_table_twice_in_one_language_is_told_as_that(tables: str) -> None:
    parsed = parse_raw(as_raw("x.html", BASE.replace(_TABLES, _TABLES + _STAMP + tables).encode()))
    assert FindingKind.TABLE_TWICE in kinds(parsed)
    assert {each.language for each in parsed.editions} == {RU}


@pytest.mark.parametrize("appendix", ["1", "2", ""])
def test_the_same_place_is_one_whatever_the_number_of_its_appendix(appendix: str) -> None:
    parsed = read(kazakh(), appendix=appendix)
    assert {(each.place, each.language) for each in parsed.editions} == {("Коктем", RU), ("Коктем", KK)}


@pytest.mark.parametrize(
    ("russian", "name", "is_one"),
    [
        ("Акжарского сельского округа", "Ақжар ауылдық округінің", True),
        ("Жалгызтюбинского сельского округа", "Жалғызтөбе ауылдық округінің", True),
        ("Акжарского сельского округа", "Дөң ауылдық округінің", False),
        ("города Коктем", "Ақжар ауылдық округінің", False),
    ],
)
def test_villages_of_one_appendix_are_one_where_their_names_are_akin(
    russian: str, name: str, *, is_one: bool
) -> None:
    caption = _CAPTION.format(number="2-3", appendix="1").replace("Көктем қаласының", name)
    page = BASE.replace("города Коктем", russian).replace("</body>", f"{caption}{kazakh()}</body>")
    parsed = parse_raw(as_raw("x.html", page.encode()))
    assert len(parsed.editions) == 2
    assert (len({each.place for each in parsed.editions}) == 1) is is_one
    assert (FindingKind.TABLE_IN_BOTH_LANGUAGES in kinds(parsed)) is is_one


_STAMP = BASE[BASE.index("<p>Приложение 1") : BASE.index("<table>")]
