"""Rows whose loss no sum shows are told by what all others of their level have; nothing is told of a whole table."""

from __future__ import annotations

import pytest

from parser.errors import ParseError
from parser.kinds import DiscrepancyKind, FindingKind, ParseErrorKind
from parser.parse import parse_raw
from parser.readers.files import as_raw
from parser.records import ParsedDecision
from tests.parser.typography import BASE

_HEAD = BASE[: BASE.index("<table>")]
_RECEIPTS = ("Категория", "Класс", "Подкласс", "Наименование", "Сумма, тысяч тенге")
_SPENDING = (
    "Функциональная группа",
    "Подгруппа",
    "Администратор",
    "Программа",
    "Наименование",
    "Сумма, тысяч тенге",
)
_GROUPS = ("01", "02", "03", "04", "05", "06", "07")
TOLD = frozenset({FindingKind.ROW_LOST, FindingKind.ROW_REPEATED, FindingKind.SIGNS_DIFFER})

Cells = tuple[str, ...]


def receipts() -> list[Cells]:
    """Six classes with one subclass each."""
    rows: list[Cells] = [_RECEIPTS, ("", "", "", "1. ДОХОДЫ", "600"), ("1", "", "", "Налоги", "600")]
    for number in range(1, 7):
        rows += [("", f"0{number}", "", f"Класс {number}", "100"), ("", "", "1", f"Подкласс {number}", "100")]
    return rows


def spending() -> list[Cells]:
    """Seven groups with one subgroup, administrator and program each, and what is paid back of loans."""
    rows: list[Cells] = [_SPENDING, ("", "", "", "", "2. ЗАТРАТЫ", "700")]
    for number, group in enumerate(_GROUPS, start=1):
        rows += [
            (group, "", "", "", f"Группа {number}", "100"), ("", "1", "", "", f"Подгруппа {number}", "100"),
            ("", "", f"45{number}", "", f"Отдел {number}", "100"), ("", "", "", "001", f"Услуги {number}", "100"),
        ]  # fmt: skip
    return [*rows, ("", "", "", "", "3. Чистое бюджетное кредитование", "0")]


def balances() -> list[Cells]:
    return [
        ("", "", "", "4. Сальдо по операциям с финансовыми активами", "0"),
        ("", "", "", "Приобретение финансовых активов", "0"),
        ("", "", "", "Поступления от продажи финансовых активов государства", "0"),
        ("", "", "", "5. Дефицит (профицит) бюджета", "-100"),
        ("", "", "", "6. Финансирование дефицита (использование профицита) бюджета", "100"),
        ("7", "", "", "Поступления займов", "150"), ("", "01", "", "Внутренние займы", "150"),
    ]  # fmt: skip


def payments() -> list[Cells]:
    return [
        _SPENDING,
        ("16", "", "", "", "Погашение займов", "50"),
        ("", "1", "", "", "Погашение займов", "50"),
        ("", "", "452", "", "Отдел финансов", "50"),
        ("", "", "", "008", "Погашение долга", "50"),
    ]


def read(*tables: list[Cells]) -> ParsedDecision:
    page = "".join(
        "<table>"
        + "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in table)
        + "</table>"
        for table in tables
    )
    return parse_raw(as_raw("x.html", f"{_HEAD}{page}</body></html>".encode()))


def told(parsed: ParsedDecision) -> list[tuple[str, object]]:
    return [(found.kind.value, found.values["path"]) for found in parsed.warnings if found.kind in TOLD]


def without(table: list[Cells], name: str) -> list[Cells]:
    left = [row for row in table if name not in row]
    assert len(left) == len(table) - 1
    return left


def test_a_whole_table_has_none() -> None:
    parsed = read(receipts(), spending(), balances(), payments())
    assert told(parsed) == []
    assert parsed.discrepancies == ()
    assert len(parsed.editions[0].lines) == 55


@pytest.mark.parametrize(
    ("name", "path"),
    [("Подгруппа 2", "expenditure/02"), ("Подкласс 4", "revenue/1/04"), ("Подкласс 6", "revenue/1/06")],
)
def test_a_row_that_all_others_have(name: str, path: str) -> None:
    parsed = read(
        *(
            without(table, name) if any(name in row for row in table) else table
            for table in (receipts(), spending(), balances(), payments())
        )
    )
    assert told(parsed) == [("row-lost", path)]


def test_what_two_rows_of_a_level_have_not_may_be_left_out() -> None:
    assert (
        told(
            read(without(without(receipts(), "Подкласс 4"), "Подкласс 5"), spending(), balances(), payments())
        )
        == []
    )


def test_a_row_that_stands_twice() -> None:
    doubled = [
        ("", "03", "", "Налог на игорный бизнес", "0") if row[3] == "Подкласс 3" else row
        for row in receipts()
    ]
    assert ("row-repeated", "revenue/1/03") in told(read(doubled, spending(), balances(), payments()))


def test_an_administrator_may_stand_several_times_in_a_group() -> None:
    table = spending()
    at = next(index for index, row in enumerate(table) if row[4] == "Услуги 3")
    more = [("", "", "453", "", "Отдел 3", "0"), ("", "", "", "002", "Ремонт", "0")]
    assert told(read(receipts(), [*table[: at + 1], *more, *table[at + 1 :]], balances())) == []


def test_a_minus_that_the_row_above_has_not() -> None:
    table = [(*row[:5], "(50)") if row[2] == "452" else row for row in payments()]
    assert ("signs-differ", "financing_payments/16/452") in told(
        read(receipts(), spending(), balances(), table)
    )


def test_the_financing_is_missed_where_its_parts_are_there() -> None:
    table = without(balances(), "6. Финансирование дефицита (использование профицита) бюджета")
    missed = [
        found.path
        for found in read(receipts(), spending(), table, payments()).discrepancies
        if found.kind is DiscrepancyKind.BALANCE_MISSING
    ]
    assert missed == ["financing"]


def test_two_zeros_in_one_cell_are_no_amount_of_one_row() -> None:
    table = [row for row in balances() if "Приобретение финансовых активов" not in row]
    joined = [
        ("", "", "", "Приобретение финансовых активов<br>Поступления от продажи финансовых активов", "0<br>0")
        if row[3].startswith("Поступления от продажи") else row
        for row in table
    ]  # fmt: skip
    with pytest.raises(ParseError) as refused:
        read(receipts(), spending(), joined, payments())
    assert refused.value.kind is ParseErrorKind.ROWS_IN_ONE
    assert refused.value.values["count"] == 2
