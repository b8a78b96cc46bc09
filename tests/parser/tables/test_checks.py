"""What disagrees in a document: the table with itself, the text with the table, and how sure we are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parser.document import Row
from parser.kinds import DiscrepancyKind, Doubt, FindingKind
from parser.parse import parse_document
from parser.records import Discrepancy, Edition, Finding, Language, ParsedDecision
from parser.tables.checks import check_edition
from parser.tables.table import read_table
from tests.parser.texts import NAMES, budget_rows, document

KK, RU = Language.KK, Language.RU
TEXT = {
    RU: """О городском бюджете на 2013-2015 годы
        Решение Таразского городского маслихата от 14 декабря 2012 года № 10-3
        городской маслихат РЕШИЛ:
        1. Утвердить городской бюджет на 2013-2015 годы согласно приложениям 1, 2 и 3, в том числе на 2013 год в следующих объемах:
        1) доходы – {revenue}, в том числе: налоговые поступления – 40 тысяч тенге;
        2) затраты – 110 тысяч тенге;
        5) дефицит (профицит) бюджета – -10 тысяч тенге;
        6) финансирование дефицита бюджета – 10 тысяч тенге: используемые остатки бюджетных средств – {balances}.
        Приложение 1 к решению Таразского городского маслихата от 14 декабря 2012 года № 10-3
        Бюджет города Тараз на 2013 год""",
    KK: """2013-2015 жылдарға арналған қалалық бюджет туралы
        Тараз қалалық мәслихатының 2012 жылғы 14 желтоқсандағы № 10-3 шешімі
        қалалық мәслихат ШЕШТІ:
        1. 2013-2015 жылдарға арналған қалалық бюджет 1, 2 және 3-қосымшаларға сәйкес, оның ішінде 2013 жылға келесі көлемдерде бекітілсін:
        1) кірістер – {revenue}, оның ішінде: салықтық түсімдер – 40 мың теңге;
        2) шығындар – 110 мың теңге;
        5) бюджет тапшылығы (профициті) – -10 мың теңге;
        6) бюджет тапшылығын қаржыландыру – 10 мың теңге: бюджет қаражатының пайдаланылатын қалдықтары – {balances}.
        Тараз қалалық мәслихатының 2012 жылғы 14 желтоқсандағы № 10-3 шешіміне 1-қосымша
        Тараз қаласының 2013 жылға арналған бюджеті""",
}  # fmt: skip
THOUSANDS = {RU: "тысяч тенге", KK: "мың теңге"}
TENGE = {RU: "тенге", KK: "теңге"}


def read(
    language: Language, revenue: str = "", balances: str = "", rows: list[Row] | None = None
) -> ParsedDecision:
    unit = THOUSANDS[language]
    text = TEXT[language].format(revenue=revenue or f"100 {unit}", balances=balances or f"10 {unit}")
    return parse_document(document(language, text, budget_rows(language) if rows is None else rows))


@pytest.mark.parametrize("language", Language)
def test_a_document_that_agrees_with_itself(language: Language) -> None:
    parsed = read(language)
    assert parsed.discrepancies == ()
    assert parsed.warnings == ()
    assert parsed.headline == {
        "revenue": 100_000, "expenditure": 110_000, "net_lending": 0, "financial_assets": 0,
        "deficit": -10_000, "financing": 10_000,
    }  # fmt: skip


@pytest.mark.parametrize("language", Language)
def test_a_clause_s_figure_that_is_not_the_table_s(language: Language) -> None:
    parsed = read(language, revenue=f"101 {THOUSANDS[language]}")
    assert parsed.headline["revenue"] == 101_000
    assert parsed.discrepancies == (
        Discrepancy(
            DiscrepancyKind.TEXT,
            "revenue",
            101_000,
            100_000,
            "paragraph 5",
            2013,
            place="Тараз",
            set_by=parsed.editions[0].set_by,
        ),
    )


@pytest.mark.parametrize("language", Language)
def test_thousands_left_out_where_the_table_has_the_number(language: Language) -> None:
    parsed = read(language, balances=f"10 {TENGE[language]}")
    assert parsed.discrepancies == ()
    assert [f.amount for f in parsed.clause_figures if f.path == "financing_receipts/8"] == [10_000]
    (warning,) = parsed.warnings
    assert warning.kind is FindingKind.THOUSANDS_LEFT_OUT_BUT_TABLE_AGREES


@pytest.mark.parametrize("language", Language)
def test_what_may_be_misread_is_told_from_what_the_document_says(language: Language) -> None:
    parsed = read(language, balances=f"11 {TENGE[language]}")
    assert [(d.path, d.printed, d.expected, d.certain) for d in parsed.discrepancies] == [
        ("financing_receipts/8", 11_000, 10_000, False)
    ]


@pytest.mark.parametrize("language", Language)
def test_a_broken_sum_beside_a_warning_is_not_certain(language: Language) -> None:
    rows = budget_rows(language, tax=40)
    row = rows[4]
    rows[4] = Row((*row.cells[:2], "41"), row.at, row.printed)
    table = read_table(rows, 1000, "file")
    parsed = read(language, rows=rows)
    edition = parsed.editions[0]
    assert {(d.kind, d.path, d.certain) for d in parsed.discrepancies} >= {("sum", "revenue/1/01", True)}
    doubtful = Edition(edition.place, 2013, "1", edition.set_by, language, 1000, table.lines)
    warned = check_edition(doubtful, [Finding(FindingKind.DIGITS_ODDLY_SPACED, row.at, {"printed": "41"})])
    assert [d.certain for d in warned if d.path == "revenue/1/01"] == [False]
    lines = tuple(
        replace(line, doubt=Doubt.SCANNED) if line.at == row.at else line for line in doubtful.lines
    )
    scanned = check_edition(replace(doubtful, lines=lines))
    assert [d.certain for d in scanned if d.path == "revenue/1/01"] == [False]
    levels = check_edition(doubtful, [Finding(FindingKind.LEVELS_UNSURE, rows[1].at, {"section": "revenue"})])
    assert [d.certain for d in levels if d.path.startswith("revenue")] == [False] * len(levels)


PARTS = {
    RU: ("Бюджетные кредиты", "Погашение бюджетных кредитов"),
    KK: ("Бюджеттік кредиттер", "Бюджеттік кредиттерді өтеу"),
}


def lending(language: Language, repaid: str) -> list[Row]:
    """The small budget with loans of 7 and a repayment; its balance is 5."""
    words = PARTS[language]
    rows = budget_rows(language)
    at = next(i for i, row in enumerate(rows) if row.cells[1:2] == (NAMES[language]["net"],))
    net = rows[at]
    rows[at : at + 1] = [
        Row(("", net.cells[1], "5"), net.at, net.printed),
        Row(("", words[0], "7"), net.at, words[0]),
        Row(("", words[1], repaid), net.at, words[1]),
    ]
    changed = {NAMES[language]["deficit"]: "-15", NAMES[language]["financing"]: "15"}
    done = [
        Row((*r.cells[:2], changed.get(r.cells[1], r.cells[2])), r.at, r.printed)
        if not r.header and not r.cells[0]
        else r
        for r in rows
    ]
    return [
        Row((*r.cells[:2], "15"), r.at, r.printed) if i >= len(done) - 3 else r for i, r in enumerate(done)
    ]


@pytest.mark.parametrize("repaid", ["2", "-2"])
@pytest.mark.parametrize("language", Language)
def test_repayments_may_be_printed_with_either_sign(language: Language, repaid: str) -> None:
    discrepancies = read(language, rows=lending(language, repaid)).discrepancies
    assert [d for d in discrepancies if d.kind != "text"] == []


@pytest.mark.parametrize("language", Language)
def test_net_lending_that_is_not_loans_less_repayments(language: Language) -> None:
    discrepancies = read(language, rows=lending(language, "3")).discrepancies
    assert [(d.kind, d.printed, d.expected) for d in discrepancies if d.kind != "text"] == [
        ("net_lending", 5_000, 4_000)
    ]


@pytest.mark.parametrize("language", Language)
def test_a_deficit_without_net_lending_is_a_discrepancy(language: Language) -> None:
    """Revenue 100, expenditure 110, net lending 5: the deficit is 15 and not 10."""
    rows = lending(language, "2")
    at = next(i for i, row in enumerate(rows) if row.cells[1:2] == (NAMES[language]["deficit"],))
    rows[at] = Row((*rows[at].cells[:2], "-10"), rows[at].at, rows[at].printed)
    discrepancies = read(language, rows=rows).discrepancies
    assert [(d.kind, d.printed, d.expected) for d in discrepancies if d.kind == "deficit"] == [
        ("deficit", -10_000, -15_000)
    ]


CODED = {
    RU: ("Сельское хозяйство", "Отдел экономики", "Бюджетные кредиты специалистам", "Погашение кредитов"),
    KK: ("Ауыл шаруашылығы", "Экономика бөлімі", "Мамандарға бюджеттік кредиттер", "Кредиттерді өтеу"),
}


def coded(language: Language, loans: str = "7", repaid: str = "2") -> list[Row]:
    """The budget with lending, with the coded rows of each part below it."""
    group, office, program, back = CODED[language]
    rows = lending(language, "2")
    at = next(i for i, row in enumerate(rows) if row.cells[1:2] == (NAMES[language]["net"],))
    given = [
        Row((code, name, loans), rows[at].at, name)
        for code, name in (("10", group), ("453", office), ("006", program))
    ]
    returned = [Row((code, back, repaid), rows[at].at, back) for code in ("5", "01", "1")]
    return [*rows[: at + 2], *given, rows[at + 2], *returned, *rows[at + 3 :]]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    ("loans", "repaid", "expected"),
    [
        ("7", "2", []),
        ("7", "-2", []),  # one row of a repayment may have a minus and the other none
        ("8", "2", [("sum", "net_lending/loans", 7_000, 8_000)]),
        ("7", "3", [("sum", "net_lending/repayments", 2_000, 3_000)]),
    ],
)
def test_the_parts_of_a_balance_against_their_coded_rows(
    language: Language, loans: str, repaid: str, expected: list[tuple[str, str, int, int]]
) -> None:
    discrepancies = read(language, rows=coded(language, loans, repaid)).discrepancies
    others = {DiscrepancyKind.TEXT, DiscrepancyKind.ABOVE_PARENT}
    assert [
        (d.kind, d.path, d.printed, d.expected) for d in discrepancies if d.kind not in others
    ] == expected


@pytest.mark.parametrize("language", Language)
def test_a_balance_against_its_coded_rows_where_no_part_is_printed_above_them(language: Language) -> None:
    rows = [
        row
        for row in coded(language, "8")
        if row.header or row.cells[0] or row.cells[1] not in PARTS[language]
    ]
    discrepancies = read(language, rows=rows).discrepancies
    assert [(d.kind, d.path, d.printed, d.expected) for d in discrepancies if d.kind != "text"] == [
        ("net_lending", "net_lending", 5_000, 6_000)
    ]


VILLAGES = {
    RU: [
        "Свод бюджетов сельских округов Алгинского района на 2020 год",
        "Бюджет Бестамакского сельского округа на 2020 год",
        "Бюджет сельского округа Карахобда на 2020 год",
    ],
    KK: [
        "Алға ауданы ауылдық округтерінің 2020 жылға арналған жиынтық бюджеті",
        "2020 жылға арналған Бестамақ ауылдық округінің бюджеті",
        "Қарақобда ауылдық округінің 2020 жылға арналған бюджеті",
    ],
}
OF_VILLAGES = {
    RU: """{title} сельских округов Алгинского района на 2020-2022 годы
        Решение Алгинского районного маслихата Актюбинской области от 8 января 2020 года № 450
        Алгинский районный маслихат РЕШИЛ:
        1. {clause}""",
    KK: """{title}
        Ақтөбе облысы Алға аудандық мәслихатының 2020 жылғы 8 қаңтардағы № 450 шешімі
        Алға аудандық мәслихаты ШЕШІМ ҚАБЫЛДАДЫ:
        1. {clause}""",
}
STAMPED = {
    RU: "Приложение 1{nth} к решению Алгинского районного маслихата от 8 января 2020 года № 450",
    KK: "Алға аудандық мәслихатының 2020 жылғы 8 қаңтардағы № 450 шешіміне 1{nth}-қосымша",
}
ADOPTS = {
    RU: {"title": "О бюджетах", "clause": "Утвердить бюджеты сельских округов на 2020-2022 годы."},
    KK: {
        "title": "2020-2022 жылдарға арналған Алға ауданы ауылдық округтерінің бюджеттері туралы",
        "clause": "2020-2022 жылдарға арналған ауылдық округтердің бюджеттері бекітілсін.",
    },
}
AMENDS = {
    RU: {
        "title": "О внесении изменений в решение Алгинского районного маслихата от 8 января 2019 года № 350 о бюджетах",
        "clause": "Внести в решение Алгинского районного маслихата от 8 января 2019 года № 350 следующие изменения:",
    },
    KK: {
        "title": "2020-2022 жылдарға арналған ауылдық округтердің бюджеттері туралы Алға аудандық мәслихатының 2019 жылғы 8 қаңтардағы № 350 шешіміне өзгерістер енгізу туралы",
        "clause": "Алға аудандық мәслихатының 2019 жылғы 8 қаңтардағы № 350 шешіміне мынадай өзгерістер енгізілсін:",
    },
}  # fmt: skip


def villages(language: Language, words: dict[str, str], revenue: int) -> ParsedDecision:
    """A summary and two districts of 100 and 150 thousand tenge of revenue."""
    blocks: list[str | list[Row]] = [OF_VILLAGES[language].format(**words)]
    for nth, (title, amount) in enumerate(zip(VILLAGES[language], (revenue, 100, 150), strict=True)):
        stamp = STAMPED[language].format(nth=f"-{nth}" if nth else "")
        spent = 260 if not nth else amount + 5
        blocks += [f"{stamp}\n{title}", budget_rows(language, revenue=amount, expenditure=spent, tax=amount)]
    return parse_document(document(language, *blocks))


@pytest.mark.parametrize("language", Language)
def test_a_summary_of_districts_is_no_budget_of_the_rayon(language: Language) -> None:
    parsed = villages(language, ADOPTS[language], 250)
    places = [edition.place for edition in parsed.editions]
    assert places[0] == "ауылдық округтер, Алға ауданы"
    assert all(place.endswith(", Алға ауданы") for place in places[1:])
    assert not [found for found in parsed.discrepancies if found.kind == "summary"]


@pytest.mark.parametrize("language", Language)
def test_a_summary_that_is_not_the_sum_of_its_districts(language: Language) -> None:
    parsed = villages(language, ADOPTS[language], 251)
    found = [discrepancy for discrepancy in parsed.discrepancies if discrepancy.kind == "summary"]
    assert (found[0].path, found[0].printed, found[0].expected) == ("revenue", 251_000, 250_000)
    assert {discrepancy.place for discrepancy in found} == {"ауылдық округтер, Алға ауданы"}
    # An amendment prints only the districts that it changes.
    amended = villages(language, AMENDS[language], 251)
    assert not [discrepancy for discrepancy in amended.discrepancies if discrepancy.kind == "summary"]
