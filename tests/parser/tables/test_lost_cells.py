"""A table that has lost a row or a cell says so, though the sums of what is left hold."""

from __future__ import annotations

import pytest

from parser.errors import ParseError
from parser.kinds import DiscrepancyKind, FindingKind, ParseErrorKind
from parser.parse import parse_raw
from parser.readers.files import as_raw
from parser.records import ParsedDecision
from tests.parser.typography import BASE

ADMINISTRATOR = "<tr><td></td><td>464</td><td></td><td>Отдел образования</td><td>1 500</td></tr>\n"
CLASS = "<tr><td></td><td>01</td><td></td><td>Подоходный налог</td><td>2 000</td></tr>\n"
PURCHASE = "<td>Приобретение финансовых активов</td><td>300</td>"
FINANCING = "<td>6. Финансирование дефицита (использование профицита) бюджета</td><td>281</td>"
LIGHTS = "<tr><td></td><td></td><td>015</td><td>Освещение улиц в населенных пунктах</td><td>500</td></tr>\n"
PARKS = "<tr><td></td><td></td><td>018</td><td>Благоустройство и озеленение</td><td>281</td></tr>\n"
EXPENDITURE = "<tr><td></td><td></td><td></td><td>2. ЗАТРАТЫ</td><td>2 281</td></tr>\n"


def read(*changes: tuple[str, str]) -> ParsedDecision:
    page = BASE
    for old, new in changes:
        assert old in page, old
        page = page.replace(old, new, 1)
    return parse_raw(as_raw("decision.html", page.encode()))


def unsure(parsed: ParsedDecision) -> list[str]:
    """The names of the rows whose cells or place are not certain."""
    return [str(f.values["name"]) for f in parsed.warnings if f.kind is FindingKind.CELLS_UNSURE]


def broken(parsed: ParsedDecision) -> list[tuple[DiscrepancyKind, str, int | None, int | None]]:
    return [(d.kind, d.path, d.printed, d.expected) for d in parsed.discrepancies]


def test_the_page_as_it_is_says_nothing() -> None:
    assert (unsure(read()), broken(read())) == ([], [])


def test_programs_without_their_administrator() -> None:
    assert unsure(read((ADMINISTRATOR, ""))) == ["Общеобразовательное обучение", "Дошкольное воспитание"]


def test_a_subclass_without_its_class() -> None:
    assert unsure(read((CLASS, ""))) == ["Индивидуальный подоходный налог"]


@pytest.mark.parametrize("printed", ["-", "", "нет"])
def test_a_subclass_whose_class_prints_no_amount(printed: str) -> None:
    assert "Индивидуальный подоходный налог" in unsure(read((CLASS, CLASS.replace("2 000", printed))))


def test_spending_above_its_total() -> None:
    education = "<tr><td>04</td><td></td><td></td><td>Образование</td><td>1 500</td></tr>\n"
    parsed = read((EXPENDITURE, ""), (education, ""), (PARKS, PARKS + EXPENDITURE + education))
    assert "Отдел образования" in unsure(parsed)


def test_a_class_that_comes_again() -> None:
    again = CLASS.replace("Подоходный налог", "Акцизы").replace("2 000", "0")
    assert unsure(read(("<tr><td>4</td>", f"{again}<tr><td>4</td>"))) == ["Акцизы"]


def test_a_row_without_its_name() -> None:
    assert unsure(read(("Освещение улиц в населенных пунктах", ""))) == ["015"]


def test_an_amount_alone_in_its_row() -> None:
    parsed = read((PURCHASE, "<td></td><td>300</td>"))
    assert [f.kind for f in parsed.warnings] == [FindingKind.ROW_SET_ASIDE]
    assert "financial_assets/purchase" not in [line.path for line in parsed.editions[0].lines]


@pytest.mark.parametrize("row", [PURCHASE, FINANCING])
def test_an_amount_in_the_cell_of_a_balance_s_name(row: str) -> None:
    name, amount = row.removeprefix("<td>").removesuffix("</td>").split("</td><td>")
    parsed = read((row, f"<td>{name} {amount}</td><td></td>"))
    assert [f.kind for f in parsed.warnings] == [FindingKind.AMOUNT_MISSING]


@pytest.mark.parametrize("printed", ["...", "нет", "½", "***"])
def test_a_balance_that_prints_words(printed: str) -> None:
    parsed = read((PURCHASE, PURCHASE.replace("300", printed)))
    assert [f.kind for f in parsed.warnings] == [FindingKind.AMOUNT_MISSING]


def test_a_balance_and_its_name_exchanged() -> None:
    deficit = "<td>5. Дефицит (профицит) бюджета</td><td>-281</td>"
    with pytest.raises(ParseError) as refused:
        read((deficit, "<td>-281</td><td>5. Дефицит (профицит) бюджета</td>"))
    assert (refused.value.kind, str(refused.value.at)) == (
        ParseErrorKind.UNREADABLE_AMOUNT,
        "table 2, row 14",
    )


def test_a_balance_that_is_not_its_only_part() -> None:
    parsed = read((PURCHASE, PURCHASE.replace("300", "800")))
    assert broken(parsed) == [(DiscrepancyKind.FINANCIAL_ASSETS, "financial_assets", 300_000, 800_000)]


def test_an_administrator_without_programs_where_others_have_some() -> None:
    parsed = read((LIGHTS, ""), (PARKS, ""))
    assert broken(parsed) == [(DiscrepancyKind.SUM, "expenditure/07/458", 781_000, 0)]


def test_an_amount_in_two_cells() -> None:
    parsed = read((LIGHTS, LIGHTS.replace("<td>500</td>", "<td>1</td><td>500</td>")))
    assert unsure(parsed) == ["Освещение улиц в населенных пунктах"]


def test_a_lost_class_of_zero_is_told_by_its_subclasses() -> None:
    """No sum is broken; the subclass 1 would be one of the class above, whose subclass 2 stands before it."""
    tax = "<tr><td></td><td>03</td><td></td><td>Социальный налог</td><td>0</td></tr>\n"
    part = "<tr><td></td><td></td><td>1</td><td>Социальный налог</td><td>0</td></tr>\n"
    transfers = "<tr><td>4</td><td></td><td></td><td>Поступления трансфертов</td><td>300</td></tr>\n"
    assert unsure(read((transfers, tax + part + transfers))) == []
    assert unsure(read((transfers, part + transfers))) == ["Социальный налог"]


HEALTH = (
    "<tr><td>05</td><td></td><td></td><td>Здравоохранение</td><td>0</td></tr>\n",
    "<tr><td></td><td>123</td><td></td><td>Аппарат акима</td><td>0</td></tr>\n",
    "<tr><td></td><td></td><td>002</td><td>Доставка больных</td><td>0</td></tr>\n",
)


@pytest.mark.parametrize(
    ("rows", "unplaced"),
    [
        (HEALTH, []),
        (HEALTH[1:], ["Аппарат акима", "Доставка больных"]),  # behind the administrator 464 of another group
        (HEALTH[2:], ["Доставка больных"]),
        ((HEALTH[0], HEALTH[2]), ["Доставка больных"]),
        (("<tr><td colspan=5>05 Здравоохранение 0</td></tr>\n",), ["05 Здравоохранение 0"]),
        (("<tr><td colspan=5>оның ішінде:</td></tr>\n",), []),
    ],
)
def test_a_lost_group_of_nothing(rows: tuple[str, ...], unplaced: list[str]) -> None:
    housing = "<tr><td>07</td>"
    parsed = read((housing, "".join(rows) + housing))
    assert unsure(parsed) == unplaced
    assert broken(parsed) == broken(read())


def test_a_name_that_is_printed_in_two_cells_is_one() -> None:
    cell = "<td>Отдел образования</td>"
    [edition] = read((cell, cell + cell)).editions
    assert "Отдел образования" in [line.name for line in edition.lines]
