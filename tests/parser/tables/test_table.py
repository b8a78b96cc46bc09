"""What tables of rows mean: sections, sides, levels, and what is no budget."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parser.document import Row
from parser.errors import ParseError
from parser.kinds import Doubt, FindingKind, Lack
from parser.readers.detect import read_document
from parser.readers.files import as_raw
from parser.readers.year_columns import rows_of_year
from parser.tables.table import Table, find_lack, read_table
from tests.parser.layouts import as_html

FLAT = ("Функциональная группа", "Администратор", "Программа", "Наименование", "Сумма, тысяч тенге")


def rows(*lines: tuple[str, ...]) -> list[Row]:
    table = [[(text, 1, 1) for text in line] for line in lines]
    document = read_document(as_raw("x", as_html([table])))
    return [block for block in document.blocks if isinstance(block, Row)]


def paths(table: Table) -> list[tuple[str, int]]:
    return [(line.path, line.amount // 1000) for line in table.lines]


LENDING = (
    FLAT,
    ("", "", "", "III. Чистое бюджетное кредитование", "70"),
    ("", "", "", "Бюджетные кредиты", "100"),
    ("10", "", "", "Сельское хозяйство", "100"),
    ("", "453", "", "Отдел экономики", "100"),
    ("", "", "006", "Бюджетные кредиты", "100"),
    ("5", "", "", "Погашение бюджетных кредитов", "30"),
    ("", "01", "", "Погашение бюджетных кредитов", "30"),
    ("", "", "1", "Погашение бюджетных кредитов", "30"),
    ("", "", "", "VI. Финансирование дефицита", "70"),
    ("7", "", "", "Поступление займов", "100"),
    ("", "01", "", "Внутренние займы", "100"),
    ("", "", "2", "Договоры займа", "100"),
    ("16", "", "", "Погашение займов", "30"),
    ("", "452", "", "Отдел финансов", "30"),
    ("", "", "008", "Погашение долга", "30"),
)


def test_categories_among_groups() -> None:
    table = read_table(rows(*LENDING), 1000, "x")
    assert paths(table) == [
        ("net_lending", 70), ("net_lending/loans", 100), ("net_lending/10", 100), ("net_lending/10/453", 100),
        ("net_lending/10/453/006", 100), ("net_lending/5", 30), ("net_lending/5/01", 30),
        ("net_lending/5/01/1", 30), ("financing", 70), ("financing_receipts/7", 100),
        ("financing_receipts/7/01", 100), ("financing_receipts/7/01/2", 100), ("financing_payments/16", 30),
        ("financing_payments/16/452", 30), ("financing_payments/16/452/008", 30),
    ]  # fmt: skip
    assert table.findings == ()


@pytest.mark.parametrize(
    "name", ["Используемые остатки бюджетных средств", "Бюджет қаражатының пайдаланылатын қалдықтары"]
)
def test_balances_without_a_code(name: str) -> None:
    table = read_table(rows(*LENDING, ("", "", "", name, "5")), 1000, "x")
    assert paths(table)[-1] == ("financing_receipts/8", 5)


def test_repayments_keep_the_sign_that_is_printed() -> None:
    printed = [tuple("-30" if cell == "30" and line[0] == "5" else cell for cell in line) for line in LENDING]
    assert ("net_lending/5", -30) in paths(read_table(rows(*printed), 1000, "x"))


def test_odd_spaces_and_missing_amounts_are_said() -> None:
    head = (FLAT, ("", "", "", "2. ЗАТРАТЫ", "188 9410"), ("01", "", "", "Услуги", "188 9410"))
    table = read_table(
        rows(*head, ("", "112", "", "Аппарат", "1889410"), ("", "", "001", "Маслихат", "")), 1000, "x"
    )
    assert paths(table)[1:3] == [("expenditure/01", 1_889_410), ("expenditure/01/112", 1_889_410)]
    assert len(paths(table)) == 3  # what prints no amount has none: not 0
    assert [(found.kind, *found.values.values()) for found in table.findings] == [
        (FindingKind.DIGITS_ODDLY_SPACED, "188 9410"),
        (FindingKind.DIGITS_ODDLY_SPACED, "188 9410"),
        (FindingKind.AMOUNT_MISSING, "Маслихат", "expenditure/01/112/001"),
    ]


def test_a_column_for_each_year() -> None:
    head = ("Категория", "Наименование", "2021 год", "2022 год", "2023 год")
    three = rows(head, ("", "1. ДОХОДЫ", "5", "6", "7"), ("1", "Налоги", "5", "6", "7"))
    years = rows_of_year(three)
    assert [year for year, _ in years] == [2021, 2022, 2023]
    assert [paths(read_table(part, 1000, "x")) for _, part in years] == [
        [("revenue", amount), ("revenue/1", amount)] for amount in (5, 6, 7)
    ]


def test_an_amount_of_no_years_column_is_warned_of() -> None:
    head = ("Категория", "Наименование", "2021 год", "2022 год", "2023 год")
    three = rows(head, ("", "1. ДОХОДЫ", "5", "6", "7"), ("1", "Налоги", "5", "6", "7"))
    odd = replace(three[-1], cells=("2", "Прочие", "8"), amounts=())
    first, second, _ = rows_of_year([*three, odd])
    assert [row.doubt for row in first[1]] == [None, None, None, Doubt.UNSURE]
    assert second[1][3].cells == ("2", "Прочие", "")
    table = read_table(first[1], 1000, "x")
    assert [line.doubt for line in table.lines] == [None, None, Doubt.UNSURE]
    assert [(finding.kind, finding.values) for finding in table.findings] == [
        (FindingKind.CELLS_UNSURE, {"name": "Прочие"})
    ]


@pytest.mark.parametrize("doubt", Doubt)
def test_a_doubt_about_a_row_is_its_line_s(doubt: Doubt) -> None:
    printed = rows(*LENDING)
    table = read_table(
        [replace(row, doubt=doubt if row.at.number % 2 else None) for row in printed], 1000, "x"
    )
    assert [line.doubt for line in table.lines] == [
        doubt if line.at.number % 2 else None for line in table.lines
    ]
    assert len({line.doubt for line in table.lines if line.codes}) == 2
    assert len({line.doubt for line in table.lines if not line.codes}) == 2
    told = [finding.kind for finding in table.findings]
    unsure = [FindingKind.CELLS_UNSURE for row in printed if row.at.number % 2]
    assert told == (unsure if doubt is Doubt.UNSURE else [])


def test_other_tables_are_no_budgets() -> None:
    programs = rows(("№", "Наименование", "Сумма"), ("1", "Школа", "5"), ("2", "Дорога", "6"))
    districts = rows(("Наименование", "Сумма"), ("Акжарский сельский округ", "5"), ("Всего", "5"))
    assert find_lack(programs) is Lack.SECTIONS
    assert find_lack(districts) is Lack.SECTIONS
    with pytest.raises(ParseError) as caught:
        read_table(districts, 1000, "x")
    assert caught.value.kind == "no-rows"
    budget = rows(FLAT, ("", "", "", "1. ДОХОДЫ", "5"), ("1", "", "", "Налоги", "5"), ("2", "", "", "Прочие", "0"),
                  ("", "", "", "2. ЗАТРАТЫ", "5"))  # fmt: skip
    assert find_lack(budget) is None


@pytest.mark.parametrize(
    ("balance", "names", "parts"),
    [
        ("III. Чистое бюджетное кредитование", ("Выдано", "Возвращено"), ("loans", "repayments")),
        ("III. Таза бюджеттік кредиттеу", ("Берілді", "Қайтарылды"), ("loans", "repayments")),
        ("IV. Сальдо по операциям с финансовыми активами", ("Куплено", "Выручено"), ("purchase", "sale")),
        (
            "IV. Қаржы активтерімен операциялар бойынша сальдо",
            ("Алынғаны", "Өткізілгені"),
            ("purchase", "sale"),
        ),
    ],
)
def test_the_parts_of_a_balance_with_other_names_are_told_by_their_order(
    balance: str, names: tuple[str, str], parts: tuple[str, str]
) -> None:
    head = (FLAT, ("", "", "", "2. ЗАТРАТЫ", "5"), ("01", "", "", "Услуги", "5"))
    below = [("", "", "", name, amount) for name, amount in zip(names, ("9", "2"), strict=True)]
    table = read_table(rows(*head, ("", "", "", balance, "7"), *below), 1000, "x")
    section = table.lines[2].section
    assert paths(table)[2:] == [(section, 7), (f"{section}/{parts[0]}", 9), (f"{section}/{parts[1]}", 2)]
    third = read_table(rows(*head, ("", "", "", balance, "7"), *below, ("", "", "", "Өзге", "1")), 1000, "x")
    assert paths(third) == paths(table)
    assert [found.kind for found in third.findings] == [FindingKind.ROW_SET_ASIDE]


FINANCING = (
    ("", "", "", "VI. Финансирование дефицита", "350"),
    ("", "", "", "Поступление займов", "100"),
    ("7", "", "", "Поступление займов", "100"),
    ("", "01", "", "Внутренние займы", "100"),
    ("", "", "2", "Договоры займа", "100"),
    ("", "", "", "Погашение займов", "30"),
    ("16", "", "", "Погашение займов", "30"),
    ("", "452", "", "Отдел финансов", "30"),
    ("", "", "008", "Погашение долга", "30"),
    ("", "", "", "Используемые остатки бюджетных средств", "280"),
    ("8", "", "", "Используемые остатки бюджетных средств", "280"),
    ("", "01", "", "Остатки бюджетных средств", "280"),
    ("", "", "1", "Свободные остатки", "280"),
)


def test_the_parts_of_the_financing_with_and_without_their_codes() -> None:
    head = (FLAT, ("", "", "", "1. ДОХОДЫ", "8"), ("1", "", "", "Налоги", "8"), ("", "8", "", "Пошлина", "8"))
    both = read_table(rows(*head, *FINANCING), 1000, "x")
    assert paths(both)[3:] == [
        ("financing", 350),
        ("financing_receipts/loans", 100), ("financing_receipts/7", 100), ("financing_receipts/7/01", 100),
        ("financing_receipts/7/01/2", 100),
        ("financing_payments/loans", 30), ("financing_payments/16", 30), ("financing_payments/16/452", 30),
        ("financing_payments/16/452/008", 30),
        ("financing_receipts/balances", 280), ("financing_receipts/8", 280), ("financing_receipts/8/01", 280),
        ("financing_receipts/8/01/1", 280),
    ]  # fmt: skip
    assert both.findings == ()
    # The class 8 of the taxes is not the category 8: without their codes the rows have the codes' paths.
    plain = [row for row in FINANCING if not any(row[:3])]
    assert paths(read_table(rows(*head, *plain), 1000, "x"))[3:] == [
        ("financing", 350), ("financing_receipts/7", 100), ("financing_payments/16", 30),
        ("financing_receipts/8", 280),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "name", ["VI. Ненефтяной дефицит (профицит) бюджета", "VI. Бюджеттің мұнайға қатысты емес тапшылығы"]
)
def test_the_deficit_without_oil_revenue_is_not_the_financing(name: str) -> None:
    oil = ("", "", "", name, "-999")
    financing = ("", "", "", "VII. Финансирование дефицита", "70")
    table = read_table(rows(*LENDING[:2], oil, financing, *LENDING[10:]), 1000, "x")
    assert paths(table)[:2] == [("net_lending", 70), ("financing", 70)]
    [found] = table.findings
    assert found.kind is FindingKind.ROW_SET_ASIDE
    assert name in str(found.values["printed"])
    # The official print is no table: there the row is no reason to refuse the whole document.
    printed = [replace(row, table=0) for row in rows(*LENDING[:2], oil, financing, *LENDING[10:])]
    assert paths(read_table(printed, 1000, "x")) == paths(table)
