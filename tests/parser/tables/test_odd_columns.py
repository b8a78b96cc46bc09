"""What stands in a column of amounts is the budget, or the table is not read: never a change, a share, a neighbour."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from parser.errors import ParseError
from parser.kinds import FindingKind, ParseErrorKind
from parser.parse import parse_raw
from parser.readers.files import as_raw
from parser.records import AsideReason, ParsedDecision
from tests.parser.typography import BASE, EXPECTED

LABEL = "<td>Сумма, тысяч тенге</td>"
TITLE = "Бюджет города Коктем на 2013 год"
Cells = Callable[[str], list[str]]


def reprinted(labels: list[str], cells: Cells, page: str = BASE) -> str:
    """The page with other columns in the place of its amounts, the unit above its tables."""
    page = page.replace(LABEL, "".join(f"<td>{label}</td>" for label in labels))
    page = re.sub(
        r"<td>(-?\d[\d ]*)</td></tr>",
        lambda row: "".join(f"<td>{cell}</td>" for cell in cells(row[1])) + "</tr>",
        page,
    )
    return page.replace(f"<p>{TITLE}</p>", f"<p>{TITLE}</p><p>тысяч тенге</p>")


def read(page: str) -> ParsedDecision:
    return parse_raw(as_raw("x.html", page.encode()))


def rows_of(parsed: ParsedDecision, year: int = 2013) -> list[tuple[str, str, int]]:
    (edition,) = [each for each in parsed.editions if each.year == year]
    return [(line.path, line.name, line.amount) for line in edition.lines]


def half(amount: str) -> str:
    return str(int(amount.replace(" ", "")) // 2)


NO_BUDGET: dict[str, tuple[list[str], Cells, str | None]] = {
    "villages side by side": (
        ["Акжарский сельский округ", "Коксуский сельский округ"], lambda amount: [amount, half(amount)], "Акжарский сельский округ",
    ),
    "villages in short": (["с. Акжар", "с. Коксу"], lambda amount: [amount, half(amount)], "с. Акжар"),
    "villages in Kazakh": (
        ["Дөң ауылдық округі", "Көктау ауылдық округі"], lambda amount: [amount, half(amount)], "Дөң ауылдық округі",
    ),
    "sources of the money": (
        ["Республиканский бюджет", "Местный бюджет"], lambda amount: [half(amount), amount], "Республиканский бюджет",
    ),
    "quarters": (["1 квартал", "2 квартал"], lambda amount: [half(amount), amount], "1 квартал"),
    "months alone": (["Сумма на 6 месяцев"], lambda amount: [half(amount)], "Сумма на 6 месяцев"),
    "half a year, in Kazakh": (["2013 жылдың 1 жартыжылдығына"], lambda amount: [half(amount)], "2013 жылдың 1 жартыжылдығына"),
    "months, in Kazakh": (["9 айға сомасы"], lambda amount: [half(amount)], "9 айға сомасы"),
    "another currency": (["Сумма, тысяч долларов США"], lambda amount: [amount], "Сумма, тысяч долларов США"),
    "another currency, in Kazakh": (["Сомасы, мың АҚШ доллары"], lambda amount: [amount], "Сомасы, мың АҚШ доллары"),
    "no currency": (["Сумма, МРП"], lambda amount: [amount], "Сумма, МРП"),
    "a month": (["План на январь"], lambda amount: [half(amount)], "План на январь"),
    "what was spent, in other words": (["Игерілді"], lambda amount: [half(amount)], "Игерілді"),
    "a wish": (["Потребность, тыс. тенге"], lambda amount: [half(amount)], "Потребность, тыс. тенге"),
    "what was": (["Предыдущая редакция"], lambda amount: [half(amount)], "Предыдущая редакция"),
    "people": (["Численность, чел."], lambda amount: [half(amount)], "Численность, чел."),
    "two of one label": (["Сумма", "Сумма"], lambda amount: [half(amount), amount], "Сумма"),
    "numbers for labels": (["4", "5"], lambda amount: [half(amount), amount], "4"),
    "years in two units": (
        ["2013 год, тыс. тенге", "2014 год, тенге"], lambda amount: [amount, f"{amount} 000"], "2013 год, тыс. тенге",
    ),
    "a year twice": (["2014 год", "2014 год"], lambda amount: [half(amount), amount], "2014 год"),
    "no label": (["", ""], lambda amount: [half(amount), amount], None),
    "a change alone": (["Изменения (+,-)"], lambda amount: [half(amount)], "Изменения (+,-)"),
    "a change alone, in Kazakh": (["Өзгерістер, мың теңге"], lambda amount: [half(amount)], "Өзгерістер, мың теңге"),
    "what was spent": (["Исполнено"], lambda amount: [half(amount)], "Исполнено"),
    "what was spent, in Kazakh": (["Орындалғаны"], lambda amount: [half(amount)], "Орындалғаны"),
}  # fmt: skip


@pytest.mark.parametrize("name", NO_BUDGET)
def test_a_column_that_is_no_budget_is_not_read_as_one(name: str) -> None:
    labels, cells, label = NO_BUDGET[name]
    page = reprinted(labels, cells)
    with pytest.raises(ParseError) as refused:
        read(page)
    assert refused.value.kind is ParseErrorKind.TABLES_ARE_NO_BUDGET
    assert refused.value.values["reason"] == AsideReason.COLUMN
    # Beside a budget it is set aside, by its label.
    start, end = page.index("<p>Приложение 1"), page.index("</body>")
    second = page[start:end].replace("Приложение 1", "Приложение 2").replace("2013 год", "2014 год", 1)
    parsed = read(BASE.replace("</body>", f"{second.replace(TITLE, TITLE.replace('2013', '2014'))}</body>"))
    assert rows_of(parsed) == EXPECTED
    assert [(each.reason, each.year) for each in parsed.set_aside] == [(AsideReason.COLUMN, 2014)]
    told = [each.values for each in parsed.warnings if each.kind is FindingKind.COLUMN_NO_BUDGET]
    assert told == [{"label": label}]


BUDGET: dict[str, tuple[list[str], Cells]] = {
    "its parts beside the whole": (["Всего", "текущие", "развитие"], lambda amount: [amount, "1", "2"]),
    "a year as amended": (["Утверждено на 2013 год", "Уточнено на 2013 год"], lambda amount: [half(amount), amount]),
    "a year as amended, in Kazakh": (
        ["Бекітілген, 2013 жыл", "Нақтыланған, 2013 жыл"], lambda amount: [half(amount), amount],
    ),
    "a plan as corrected": (["Утв. план", "Скорр. план"], lambda amount: [half(amount), amount]),
    "a number of the row": (["№ п/п", "Сумма"], lambda amount: ["7", amount]),
    "a limit as changed": (["Лимит на 2013 год", "Изменённый лимит"], lambda amount: [half(amount), amount]),
    "quarters before the year": (["1 квартал", "2 квартал", "Год"], lambda amount: ["1", "2", amount]),
    "the same in tenge": (["Сумма, тысяч тенге", "Сумма, тенге"], lambda amount: [amount, f"{amount} 000"]),
    "quarters behind the year": (["Год", "1 квартал", "2 квартал"], lambda amount: [amount, "1", "2"]),
    "a share": (["План", "%", "Факт"], lambda amount: [amount, "50%", half(amount)]),
    "a share in tenths": (["Сумма", "Удельный вес"], lambda amount: [amount, "12,5 %"]),
    "a share first": (["Доля, %", "Сумма"], lambda amount: ["12,5%", amount]),
    "a share first, in Kazakh": (["Үлесі, %", "Сомасы"], lambda amount: ["12,5%", amount]),
    "a year that was": (["2012 год (отчет)", "2013 год (план)"], lambda amount: [half(amount), amount]),
    "a year that was, in Kazakh": (["2012 жыл (есеп)", "2013 жыл"], lambda amount: [half(amount), amount]),
}  # fmt: skip


@pytest.mark.parametrize("name", BUDGET)
def test_what_stands_beside_the_budget_is_left_aside(name: str) -> None:
    parsed = read(reprinted(*BUDGET[name]))
    assert rows_of(parsed) == EXPECTED
    assert {edition.year for edition in parsed.editions} == {2013}
    assert parsed.warnings == ()


@pytest.mark.parametrize("label", ["Лимит", "Собственные средства", "Қаражат"])
def test_a_label_that_is_not_known_is_told(label: str) -> None:
    parsed = read(reprinted([label], lambda amount: [amount]))
    assert rows_of(parsed) == EXPECTED
    told = [each.values for each in parsed.warnings if each.kind is FindingKind.COLUMN_UNKNOWN]
    assert told == [{"label": label}]


@pytest.mark.parametrize(
    "label", ["Сумма", "Сомасы, мың теңге", "Всего", "План", "Уточненный бюджет на 2013 год"]
)
def test_a_usual_label_is_not_told(label: str) -> None:
    parsed = read(reprinted([label], lambda amount: [amount]))
    assert FindingKind.COLUMN_UNKNOWN not in {each.kind for each in parsed.warnings}


def test_what_stands_behind_the_column_of_amounts_is_none() -> None:
    parsed = read(BASE.replace("<td>1 240</td></tr>", "<td>1 240</td><td>7</td></tr>"))
    assert rows_of(parsed) == EXPECTED
    (edition,) = parsed.editions
    assert [line.path for line in edition.lines if line.doubt] == ["expenditure/04/464/003"]


def test_sums_that_stand_in_two_units_are_read_in_that_of_their_column() -> None:
    parsed = read(reprinted(["Сумма, тенге", "Сумма, тысяч тенге"], lambda amount: [f"{amount} 000", amount]))
    assert [edition.unit for edition in parsed.editions] == [1]
    assert rows_of(parsed) == EXPECTED


@pytest.mark.parametrize("line", ["(тыс. долларов США)", "тысяч рублей", "мың АҚШ доллары", "МРП"])
def test_a_line_above_that_names_another_currency_says_that_it_is_no_budget(line: str) -> None:
    page = BASE.replace(LABEL, "<td>Сумма</td>").replace(f"<p>{TITLE}</p>", f"<p>{TITLE}</p><p>{line}</p>")
    with pytest.raises(ParseError) as refused:
        read(page)
    assert refused.value.values["reason"] == AsideReason.COLUMN


@pytest.mark.parametrize(
    "title",
    [
        "Бюджет города Коктем на 1 полугодие 2013 года",
        "Коктем қаласының 2013 жылдың 9 айына арналған бюджеті",
        "Бюджет города Коктем на январь 2013 года",
        "Коктем қаласының 2013 жылғы қаңтарға арналған бюджеті",
    ],
)
def test_a_title_of_a_part_of_the_year_is_no_budget_of_it(title: str) -> None:
    with pytest.raises(ParseError) as refused:
        read(BASE.replace(TITLE, title))
    assert refused.value.values["reason"] == AsideReason.COLUMN


@pytest.mark.parametrize(
    "title",
    [
        "Бюджет Майского района на 2013 год",
        "Май ауданының 2013 жылға арналған бюджеті",
        "2013 жылға арналған Май ауданының бюджеті",
        "2013 жылға Май ауданының бюджеті",
    ],
)
def test_a_place_that_is_called_as_a_month_has_a_budget_of_the_year(title: str) -> None:
    page = BASE.replace("Коктемского городского", "Майского районного").replace("городском", "районном")
    parsed = read(page.replace(TITLE, title))
    assert rows_of(parsed) == EXPECTED
    assert [(edition.place, edition.year) for edition in parsed.editions] == [("Май ауданы", 2013)]


def test_years_beside_one_that_was_are_years_of_the_budget() -> None:
    labels = ["2012 год отчет", "2013 год план", "2014 год прогноз"]
    parsed = read(reprinted(labels, lambda amount: [half(half(amount)), amount, half(amount)]))
    assert [edition.year for edition in parsed.editions] == [2013, 2014]
    assert rows_of(parsed) == EXPECTED
    assert rows_of(parsed, 2014)[0] == ("revenue", "1. ДОХОДЫ", 1_150_000)


def test_a_title_and_a_label_of_other_years_are_told() -> None:
    parsed = read(BASE.replace(LABEL, "<td>2014 год, тысяч тенге</td>"))
    assert rows_of(parsed) == EXPECTED
    assert [(each.kind, each.values) for each in parsed.warnings] == [
        (FindingKind.YEARS_DIFFER, {"year": 2013, "other": 2014})
    ]


def test_the_label_tells_the_year_where_no_title_does() -> None:
    page = BASE.replace(TITLE, "Бюджет города Коктем").replace(LABEL, "<td>2014 год, тысяч тенге</td>")
    assert rows_of(read(page), 2014) == EXPECTED


def test_of_years_one_of_which_is_printed_twice_the_amended_one_counts() -> None:
    labels = ["2013 год", "2013 год уточненный", "2014 год"]
    parsed = read(reprinted(labels, lambda amount: [half(half(amount)), amount, half(amount)]))
    assert [edition.year for edition in parsed.editions] == [2013, 2014]
    assert rows_of(parsed) == EXPECTED
    assert rows_of(parsed, 2014)[0] == ("revenue", "1. ДОХОДЫ", 1_150_000)


def test_columns_without_a_header_are_not_read_unless_they_add_up() -> None:
    bare = re.sub(r"<tr>(?:<td>[^<\d]+</td>){4,}</tr>", "", BASE)
    page = reprinted([], lambda amount: [half(amount), amount], bare)
    with pytest.raises(ParseError) as refused:
        read(page)
    assert refused.value.values["reason"] == AsideReason.COLUMN

    def stages(amount: str) -> list[str]:
        whole = int(amount.replace(" ", ""))
        return [str(whole - 7), "7", amount]

    assert rows_of(read(reprinted([], stages, bare))) == EXPECTED


def test_a_table_that_goes_on_without_its_header_has_the_columns_of_the_one_before() -> None:
    page = reprinted(["2013 год", "2014 год"], lambda amount: [amount, half(amount)])
    at = page.index("<tr>", page.index("Дошкольное"))
    assert rows_of(read(f"{page[:at]}</table><table>{page[at:]}")) == EXPECTED
