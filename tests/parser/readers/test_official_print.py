"""The official print of № 12-3, and every other budget in its layout."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from parser.errors import ParseError
from parser.parse import parse_file, parse_raw
from parser.readers.files import RawFile
from parser.records import DecisionKind, DecisionRef, Language, ParsedDecision, Section
from tests.conftest import examples
from tests.parser.budgets import Budget, budgets, prints

DECISION = Path("data/taraz/12-3.2013-04-08.kk.txt")


@pytest.fixture(scope="module")
def parsed() -> ParsedDecision:
    return parse_file(DECISION)


def raw(text: str, name: str = "decision.txt") -> RawFile:
    data = text.encode()
    return RawFile(name, data, hashlib.sha256(data).hexdigest())


def test_decision(parsed: ParsedDecision) -> None:
    decision = parsed.decision
    assert decision.kind is DecisionKind.AMENDMENT
    assert (decision.body, decision.place) == ("Тараз қалалық мәслихаты", "Тараз")
    assert (decision.number, decision.date) == ("12-3", dt.date(2013, 4, 8))
    assert (decision.registration_number, decision.registration_date) == ("1917", dt.date(2013, 4, 17))
    assert decision.amends == DecisionRef("10-3", dt.date(2012, 12, 14), "1860")
    assert decision.budget_years == (2013, 2015)
    assert decision.in_force_from == dt.date(2013, 1, 1)
    assert decision.title is not None
    assert decision.title.endswith("№ 10-3 шешіміне өзгерістер енгізу туралы")


def test_figure_changes(parsed: ParsedDecision) -> None:
    assert [(c.clause, c.old // 1000, c.new // 1000, c.path) for c in parsed.figure_changes] == [
        ("1.1", 21_882_988, 22_275_886, "revenue"),
        ("1.1", 16_492_948, 16_885_846, "revenue/4"),
        ("1.2", 21_945_988, 22_557_307, "expenditure"),
        ("1.5", -63_000, -281_421, "deficit"),
        ("1.6", 63_000, 281_421, "financing"),
        ("1.6", 0, 218_421, "financing_receipts/8"),
    ]


def test_edition(parsed: ParsedDecision) -> None:
    (edition,) = parsed.editions
    assert (edition.place, edition.year, edition.appendix, edition.unit) == ("Тараз", 2013, "1", 1000)
    assert (edition.set_by.number, edition.language) == ("12-3", Language.KK)
    assert Counter(line.section for line in edition.lines) == {
        Section.REVENUE: 36,
        Section.EXPENDITURE: 144,
        Section.NET_LENDING: 3,
        Section.FINANCIAL_ASSETS: 3,
        Section.DEFICIT: 1,
        Section.FINANCING: 1,
        Section.FINANCING_RECEIPTS: 4,
        Section.FINANCING_PAYMENTS: 3,
    }
    assert [line.row for line in edition.lines] == list(range(1, 196))
    assert parsed.discrepancies == ()
    assert parsed.warnings == ()


@pytest.mark.parametrize(
    ("row", "path", "codes", "amount", "name"),
    [
        (1, "revenue", (), 22_275_886, "1. КІРІСТЕР"),
        (
            16, "revenue/1/08", ("1", "08"), 259_154,
            ("Заңдық мәнді іс-әрекеттерді жасағаны және (немесе) оған уәкілеттігі бар мемлекеттік органдар "
             "немесе лауазымды адамдар құжаттар бергені үшін алынатын міндетті төлемдер"),
        ),
        (
            25, "revenue/2/04/1", ("2", "04", "1"), 37_357,
            ("Мұнай секторы ұйымдарынан түсетін түсімдерді қоспағанда, мемлекеттік бюджеттен қаржыландырылатын, "
             "сондай-ақ Қазақстан Республикасы Ұлттық Банкінің бюджетінен (шығыстар сметасынан) ұсталатын және "
             "қаржыландырылатын мемлекеттік мекемелер салатын айыппұлдар, өсімпұлдар, санкциялар, өндіріп алулар"),
        ),
        (
            57, "expenditure/03", ("03",), 142_000,
            "Қоғамдық тәртіп, қауіпсіздік, құқықтық, сот, қылмыстық-атқару қызметі",
        ),
        (
            85, "expenditure/06/451/016", ("06", "451", "016"), 190_000,
            "18 жасқа дейінгі балаларға мемлекеттік жәрдемақылар",
        ),
        (
            89, "expenditure/06/451/011", ("06", "451", "011"), 893,
            ("Жәрдемақыларды және басқа да әлеуметтік төлемдерді есептеу, төлеу мен жеткізу бойынша қызметтерге "
             "ақы төлеу"),
        ),
        (
            93, "expenditure/07/458", ("07", "458"), 766_950,
            ("Ауданның (облыстық маңызы бар қаланың) тұрғын үй-коммуналдық шаруашылығы, жолаушылар көлігі және "
             "автомобиль жолдары бөлімі"),
        ),
        (
            100, "expenditure/07/467/074", ("07", "467", "074"), 3_333,
            ("Жұмыспен қамту 2020 бағдарламасының екінші бағыты шеңберінде жетіспейтін "
             "инженерлік-коммуникациялық инфрақұрылымды дамытуға мен жайластыруға"),
        ),
        (134, "expenditure/08/456/006", ("08", "456", "006"), 60, "Мемлекеттік органның күрделі шығыстары"),
        (
            148, "expenditure/10/463/006", ("10", "463", "006"), 25_000,
            ("Аудандық маңызы бар қалалардың, кенттердiң, ауылдардың (селолардың), ауылдық (селолық) "
             "округтердiң шекарасын белгiлеу кезiнде жүргiзiлетiн жерге орналастыру"),
        ),
        (186, "financial_assets/sale", (), 0, "Мемлекеттің қаржы активтерін сатудан түсетін түсімдер"),
        (187, "deficit", (), -281_421, "5. Бюджет тапшылығы (профициті)"),
        (190, "financing_receipts/7/01", ("7", "1"), 700_000, "Мемлекеттік ішкі қарыздар"),
        (
            195, "financing_payments/16/452/008", ("16", "452", "008"), 637_000,
            "Жергілікті атқарушы органның жоғары тұрған бюджет алдындағы борышын өтеу",
        ),
    ],
)  # fmt: skip
def test_rows(
    parsed: ParsedDecision, row: int, path: str, codes: tuple[str, ...], amount: int, name: str
) -> None:
    line = parsed.editions[0].lines[row - 1]
    assert (line.path, line.codes, line.amount, line.name) == (path, codes, amount * 1000, name)


def test_every_row_keeps_what_was_printed(parsed: ParsedDecision) -> None:
    lines = DECISION.read_text(encoding="utf-8").splitlines()
    for line in parsed.editions[0].lines:
        first = line.printed.splitlines()[0]
        assert first == lines[line.at.number - 1].strip()
        assert line.amount_printed in line.printed


def read(text: str) -> ParsedDecision:
    return parse_raw(raw(text))


@pytest.mark.parametrize("language", Language)
@settings(
    max_examples=examples(8),
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(data=st.data())
def test_invented_budgets_read_back_equal(language: Language, data: st.DataObject) -> None:
    budget: Budget = data.draw(budgets(language))
    text: str = data.draw(prints(budget))
    parsed = read(text)
    (edition,) = parsed.editions
    assert edition.year == budget.year
    assume(not parsed.warnings)  # two names may end in the same digit, and the sum tells not whose it is
    assert [(line.path, line.name, line.amount) for line in edition.lines] == [
        (row.path, row.name, row.amount * 1000) for row in budget.rows
    ]
    sums = [d for d in parsed.discrepancies if d.kind != "financing"]  # invented financing need not balance
    assert sums == []


def test_a_row_without_an_amount_is_an_error_that_shows_it() -> None:
    text = DECISION.read_text(encoding="utf-8")
    broken = text.replace("003 Жалпы білім беру 8 294 766", "003 Жалпы білім беру", 1)
    with pytest.raises(ParseError) as caught:
        read(broken[: broken.index("006 Балаларға")])
    assert caught.value.kind == "unreadable-row"
    assert str(caught.value.at) == "line 281"
    assert caught.value.found == "003 Жалпы білім беру"


def test_an_amount_that_breaks_a_sum_is_a_discrepancy_with_both_numbers() -> None:
    text = DECISION.read_text(encoding="utf-8").replace("8 294 766", "8 294 765", 1)
    found = [(d.kind, d.path, d.printed, d.expected) for d in read(text).discrepancies]
    assert found == [("sum", "expenditure/04/464", 8_596_188_000, 8_596_187_000)]


def test_a_figure_of_the_text_that_is_not_the_table_s_is_a_discrepancy() -> None:
    text = DECISION.read_text(encoding="utf-8").replace(
        "«22 557 307» сандарымен", "«22 557 306» сандарымен", 1
    )
    found = [(d.kind, d.path, d.printed, d.expected) for d in read(text).discrepancies]
    assert found == [("text", "expenditure", 22_557_306_000, 22_557_307_000)]


def test_a_document_without_a_budget_is_an_error() -> None:
    text = DECISION.read_text(encoding="utf-8")
    with pytest.raises(ParseError) as caught:
        read(text[: text.index("Санаты")])
    assert caught.value.kind == "appendix-absent"
