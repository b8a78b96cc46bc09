"""Any mixture of the wordings reads back equal; any ruin of a decision is read or refused, never a crash."""

from __future__ import annotations

import contextlib
import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parser.document import Paragraph, Row
from parser.errors import ParseError
from parser.parse import parse_document
from parser.records import DecisionKind, Language, ParsedDecision, PlaceUnit, SourcePlace
from tests.conftest import examples
from tests.harness.growth import assert_in_proportion
from tests.harness.sweeping import mostly_swept
from tests.parser.decision.test_decision import CASES
from tests.parser.texts import budget_rows, document

KK, RU = Language.KK, Language.RU
MONTHS = {
    KK: (
        "қаңтар",
        "ақпан",
        "наурыз",
        "сәуір",
        "мамыр",
        "маусым",
        "шілде",
        "тамыз",
        "қыркүйек",
        "қазан",
        "қараша",
        "желтоқсан",
    ),
    RU: (
        "января",
        "февраля",
        "марта",
        "апреля",
        "мая",
        "июня",
        "июля",
        "августа",
        "сентября",
        "октября",
        "ноября",
        "декабря",
    ),
}
NUMBERS = (
    "12-3",
    "8С-5/3",
    "45-414-VI",
    "33/3-V",
    "480/62-VІ",
    "7",
    "С-70/2",
    "2–2",
    "128/21",
    "5С-10/3-12",
    "237",
)
QUOTES = (("«", "»"), ("“", "”"), ('"', '"'), ("„", "“"), ("««", "»"), ("<", ">"), ("«", ""))
COUNCILS = {
    KK: (("Тараз қалалық", "Тараз", "қалалық"), ("Әйтеке би аудандық", "Әйтеке би ауданы", "аудандық"), ("Байзақ аудандық", "Байзақ ауданы", "аудандық")),
    RU: (("Таразского городского", "Тараз", "городском"), ("Айтекебийского районного", "Әйтеке би ауданы", "районном"), ("Байзакского районного", "Байзақ ауданы", "районном")),
}  # fmt: skip
VERBS = {
    KK: ("ШЕШТІ:", "ШЕШІМ ЕТЕДІ:", "ШЕШІМ ЕТТІ:", "ШЕШІМ ҚАБЫЛДАДЫ:", "ШЕШIМ ЕТЕДI:", "шешті:"),
    RU: ("РЕШИЛ:", "решил:", "PEШИЛ:", "РЕШИЛ"),
}


@st.composite
def dates(draw: st.DrawFn, language: Language, date: dt.date) -> str:
    month = MONTHS[language][date.month - 1]
    if language is KK:
        form = draw(
            st.sampled_from(
                [
                    "{y} жылғы {d} {m}дағы",
                    "{y}жылғы {d}{m}дегі",
                    "{y} жылғы «{d}» {m}дағы",
                    "{d:02}.{n:02}.{y}",
                    "{y}.{n:02}.{d:02}",
                ]
            )
        )
    else:
        form = draw(
            st.sampled_from(
                [
                    "от {d} {m} {y} года",
                    "от {d}{m} {y}года",
                    "от «{d}» {m} {y} года",
                    "от {d:02}.{n:02}.{y}",
                    "от {d:02} {m} {y} г.",
                ]
            )
        )
    return form.format(y=date.year, d=date.day, m=month, n=date.month)


@st.composite
def references(
    draw: st.DrawFn, language: Language, council: str, number: str, date: dt.date, title: str, noun: str
) -> str:
    """A decision's name in any order of its words; with its title, where one is given."""
    sign = draw(st.sampled_from(["№ ", "№", "N "]))
    left, right = draw(st.sampled_from(QUOTES[:-1] if language is KK else QUOTES))
    quoted = f"{left}{title}{right}" if title else ""
    day, numbered = draw(dates(language, date)), f"{sign}{number}"
    if language is KK:
        orders = [
            "{q} {c} мәслихатының {d} {n} {s}",
            "{c} мәслихатының {q} {d} {n} {s}",
            "{c} мәслихатының {d} {q} {n} {s}",
            "{c} мәслихатының {d} {n} {q} {s}",
        ]
    else:
        orders = [
            "{s} {c} маслихата {d} {n} {q}",
            "{s} {c} маслихата {q} {d} {n}",
            "{s} {c} маслихата {q} {n} {d}",
            "{s} {c} маслихата {n} {d} {q}",
        ]
        if not right:  # an unclosed title ends where the clause goes on
            orders = orders[:1]
    text = draw(st.sampled_from(orders)).format(q=quoted, c=council, d=day, n=numbered, s=noun)
    return " ".join(text.split())


@pytest.mark.parametrize("language", Language)
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=examples(15))
@given(data=st.data())
def test_any_mixture_of_wordings_reads_back_equal(language: Language, data: st.DataObject) -> None:
    council, place, kind = data.draw(st.sampled_from(COUNCILS[language]))
    numbers = data.draw(st.lists(st.sampled_from(NUMBERS), min_size=3, max_size=3, unique=True))
    year = data.draw(st.integers(2010, 2030))
    first = dt.date(year - 1, 12, data.draw(st.integers(1, 31)))
    own = dt.date(year, data.draw(st.integers(1, 12)), data.draw(st.integers(1, 28)))
    title = {
        KK: f"{year}-{year + 2} жылдарға арналған {kind} бюджет туралы",
        RU: f"О {kind} бюджете на {year}-{year + 2} годы",
    }[language]

    def named(number: str, date: dt.date, noun: str, title: str = title, council: str = council) -> str:
        return data.draw(references(language, council, number, date, title, noun))

    decoy = {KK: "Жамбыл облыстық", RU: "Жамбылского областного"}[language]
    oblast = named(
        numbers[2], own - dt.timedelta(days=3), {KK: "шешіміне", RU: "решения"}[language], "", decoy
    )
    verb = data.draw(st.sampled_from(VERBS[language]))
    heading = {
        KK: f"{named(numbers[0], first, 'шешіміне')} өзгерістер енгізу туралы",
        RU: f"О внесении изменений в {named(numbers[0], first, 'решение')}",
    }[language]
    requisites = named(numbers[1], own, {KK: "шешімі", RU: "Решение"}[language], "")
    registered = data.draw(st.sampled_from({
        KK: ["", f". Әділет департаментінде {own.year} жылғы 30 {MONTHS[KK][own.month - 1]}да № 1917 болып тіркелді"],
        RU: ["", f". Зарегистрировано Департаментом юстиции 28 {MONTHS[RU][own.month - 1]} {own.year} года № 1917", ". Зарегистрировано за № 1917"],
    }[language]))  # fmt: skip
    head = [heading, requisites + registered]
    if data.draw(st.booleans()):
        head.reverse()
    body = {
        KK: [
            f"Бюджет кодексінің 109 бабына және {oblast} сәйкес {council} мәслихаты {verb}",
            f"1. {named(numbers[0], first, 'шешіміне')} (тізілімде № 1860 болып тіркелген) келесі өзгерістер енгізілсін:",
            f"{council} мәслихатының {own.year} жылғы {own.day} {MONTHS[KK][own.month - 1]}дағы № {numbers[1]} шешіміне 1-қосымша",
            f"{year} жылға арналған {kind} бюджет",
        ],
        RU: [
            f"В соответствии со статьей 109 Бюджетного кодекса и на основании {oblast} маслихат {verb}",
            f"1. Внести в {named(numbers[0], first, 'решение')} (зарегистрировано за № 1860) следующие изменения:",
            f"Приложение 1 к решению {council} маслихата от {own.day} {MONTHS[RU][own.month - 1]} {own.year} года № {numbers[1]}",
            f"Бюджет на {year} год",
        ],
    }[language]  # fmt: skip
    parsed = parse_document(document(language, "\n".join([*head, *body]), budget_rows(language)))
    decision = parsed.decision
    assert (decision.number, decision.date, decision.kind) == (numbers[1], own, DecisionKind.AMENDMENT)
    assert decision.amends is not None
    assert (decision.amends.number, decision.amends.date) == (numbers[0], first)
    assert decision.amends.registration_number == "1860"
    assert decision.registration_number == ("1917" if registered else None)
    assert decision.place == place
    assert decision.budget_years == (year, year + 2)
    assert decision.title is not None
    assert decision.title == " ".join(heading.split())
    assert [(e.year, e.appendix, e.set_by) for e in parsed.editions] == [(year, "1", decision.ref)]


REFUSALS = {
    None, "no-words", "no-budget", "no-table", "appendix-absent", "tables-are-no-budget", "no-rows", "no-expenditure",
    "no-decision", "no-place", "no-year", "unreadable-row", "unreadable-amount",
}  # fmt: skip
RUINS = [pytest.param(case, id=name) for name, case in CASES.items()]


@pytest.mark.parametrize("case", mostly_swept(RUINS[:8], 3))
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=examples(15))
@given(data=st.data())
def test_a_ruined_decision_is_read_or_refused(case, data: st.DataObject) -> None:  # type: ignore[no-untyped-def]
    whole = document(case.language, case.text, budget_rows(case.language))
    blocks: list[Paragraph | Row] = list(whole.blocks)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, max(len(blocks) - 1, 0)))
        deed = data.draw(st.sampled_from(["drop", "cut", "swap", "twice", "end"]))
        if not blocks:
            break
        block = blocks[at]
        if deed == "drop":
            del blocks[at]
        elif deed == "end":
            del blocks[at:]
        elif deed == "twice":
            blocks.insert(data.draw(st.integers(0, len(blocks))), block)
        elif deed == "swap":
            other = data.draw(st.integers(0, len(blocks) - 1))
            blocks[at], blocks[other] = blocks[other], blocks[at]
        elif isinstance(block, Paragraph):
            begin = data.draw(st.integers(0, len(block.text)))
            blocks[at] = Paragraph(
                block.text[begin : data.draw(st.integers(begin, len(block.text)))], block.at
            )
        elif not block.header:
            code = data.draw(
                st.sampled_from(["", "1", "04", "464", block.cells[0]])
            )  # readers give digits or nothing
            ruin = st.sampled_from(["", "0", "12 3456", "-", "— 5", "x"])
            cells = (code, *(data.draw(ruin | st.just(cell)) for cell in block.cells[1:]))
            blocks[at] = Row(cells, block.at, " ".join(cells))
    refused: str | None = None
    try:
        parsed = parse_document(type(whole)(whole.source, tuple(blocks)))
    except ParseError as error:
        refused = error.kind
    else:
        assert isinstance(parsed, ParsedDecision)
        assert parsed.editions or parsed.figure_changes or parsed.clause_figures
    assert refused in REFUSALS


@pytest.mark.parametrize(
    "text",
    mostly_swept([
        "«" * 60_000, "№ " * 50_000, "решение " * 12_000, "шешіміне " * 12_000, "А" * 100_000, "Тараз " * 16_000,
        "цифры «1» " * 10_000, "1) доходы – 1 " * 7_000, "2013 жылғы 8 " * 7_000, "Приложение 1 к решению " * 4_000, "( " * 50_000,
        "изложить " * 10_000, "в редакции " * 10_000, "1 2 " * 25_000, "-" * 100_000, "1" * 100_000, "приложения 1, " * 7_000,
        "Сноска. Приложение 1, 2 " * 4_000, "утвердить " * 10_000, "Внести в " * 10_000, "бекітілсін бюджет " * 5_000, "О бюджете \"О " * 7_000,
    ], 3),
    ids=lambda text: text[:20],
)  # fmt: skip
def test_a_hostile_paragraph_takes_as_long_as_it_is(text: str) -> None:
    def read(paragraph: str) -> None:
        whole = document(RU, CASES["ru: a decision of a region"].text, budget_rows(RU))
        blocks = list(whole.blocks)
        blocks.insert(4, Paragraph(paragraph, SourcePlace(PlaceUnit.PARAGRAPH, 99)))
        with contextlib.suppress(ParseError):
            parse_document(type(whole)(whole.source, tuple(blocks)))

    assert_in_proportion(read, text[: len(text) // 4], text)
