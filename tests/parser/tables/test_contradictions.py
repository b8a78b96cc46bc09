"""A table that contradicts its decision is set aside and told: of another place or year, in another unit, of rows alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from parser.document import Row
from parser.errors import ParseError
from parser.kinds import FindingKind, ParseErrorKind
from parser.parse import parse_document
from parser.records import AsideReason, Language, ParsedDecision
from tests.parser.decision.test_no_plan import AMENDS, BUDGET, OWN, STAMP, TITLE, VERB
from tests.parser.texts import budget_rows, document

KK, RU = Language.KK, Language.RU
FIGURES = {
    RU: "1. Утвердить городской бюджет на 2013 год в следующих объемах: 1) доходы – 100 тысяч тенге; 2) затраты – 110 тысяч тенге.",
    KK: "1. Қалалық бюджет 2013 жылға мынадай көлемде бекітілсін: 1) кірістер – 100 мың теңге; 2) шығындар – 110 мың теңге.",
}
NO_FIGURES = {RU: "1. Утвердить городской бюджет.", KK: "1. Қалалық бюджет бекітілсін."}
YEAR = {RU: "Бюджет города Тараз на {} год", KK: "Тараз қаласының {} жылға арналған бюджеті"}
ELSEWHERE = [
    (RU, "Бюджет города Шымкент на 2013 год"),
    (RU, "Бюджет Байзакского района на 2013 год"),
    (RU, "БЮДЖЕТ ГОРОДА ШЫМКЕНТ НА 2013 ГОД"),
    (RU, "Бюджет района «Самар» на 2013 год"),
    (KK, "Шымкент қаласының 2013 жылға арналған бюджеті"),
    (KK, "Байзақ ауданының 2013 жылға арналған бюджеті"),
    (KK, "2013 жылға арналған Байзақ аудандық бюджеті"),
    (RU, "Республиканский бюджет на 2013 год"),
    (RU, "Бюджет Республики Казахстан на 2013 год"),
    (KK, "Қазақстан Республикасының 2013 жылға арналған бюджеті"),
    (KK, "2013 жылға арналған республикалық бюджет"),
]
OF_ROWS = [
    (RU, "В приложении 1 строки изложить в следующей редакции:"),
    (RU, "Изменения, вносимые в приложение 1"),
    (KK, "1-қосымшада мынадай жолдар жаңа редакцияда жазылсын:"),
    (KK, "1-қосымшаға енгізілетін өзгерістер"),
]
Damage = Callable[[list[Row]], list[Row]]


def read(
    language: Language,
    *above: str,
    amending: bool = True,
    clause: str | None = None,
    rows: list[Row] | None = None,
) -> ParsedDecision:
    title = (AMENDS if amending else TITLE)[language]
    text = f"{title}\n{OWN[language]}\n{VERB[language]}\n{clause or NO_FIGURES[language]}"
    lines = above or (BUDGET[language],)
    return parse_document(document(language, text, STAMP[language], *lines, rows or budget_rows(language)))


def reason_of(
    language: Language,
    *above: str,
    amending: bool = True,
    clause: str | None = None,
    rows: list[Row] | None = None,
) -> AsideReason:
    with pytest.raises(ParseError) as refused:
        read(language, *above, amending=amending, clause=clause, rows=rows)
    assert refused.value.kind is ParseErrorKind.TABLES_ARE_NO_BUDGET
    return AsideReason(str(refused.value.values["reason"]))


def labelled(rows: list[Row], unit: str) -> list[Row]:
    return [replace(row, cells=(*row.cells[:-1], unit)) if row.header else row for row in rows]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("year", [2016, 2031, 2012])
@pytest.mark.parametrize("amending", [True, False])
def test_a_year_that_the_budget_has_not(language: Language, year: int, amending: bool) -> None:
    assert reason_of(language, YEAR[language].format(year), amending=amending) is AsideReason.YEAR


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("year", [2013, 2014, 2015])
def test_each_year_of_the_budget_is_read(language: Language, year: int) -> None:
    parsed = read(language, YEAR[language].format(year))
    assert [edition.year for edition in parsed.editions] == [year]
    assert parsed.warnings == ()


@pytest.mark.parametrize("language", Language)
def test_one_table_of_another_year_is_told_beside_one_that_is_read(language: Language) -> None:
    text = f"{TITLE[language]}\n{OWN[language]}\n{VERB[language]}\n{NO_FIGURES[language]}"
    further = STAMP[language].replace("Приложение 1", "Приложение 2").replace("1-қосымша", "2-қосымша")
    blocks: list[str | list[Row]] = [
        STAMP[language], BUDGET[language], budget_rows(language), further, YEAR[language].format(2031),
    ]  # fmt: skip
    parsed = parse_document(document(language, text, *blocks, budget_rows(language, revenue=105)))
    assert [edition.year for edition in parsed.editions] == [2013]
    assert [(each.reason, each.year) for each in parsed.set_aside] == [(AsideReason.YEAR, 2031)]
    told = [found.values for found in parsed.warnings if found.kind is FindingKind.YEAR_OUTSIDE]
    assert told == [{"year": 2031, "first_year": 2013, "last_year": 2015}]


@pytest.mark.parametrize("language", Language)
def test_a_year_that_was_over_when_its_table_was_set(language: Language) -> None:
    """As a report on a year is, under whatever title."""
    text = f"{AMENDS[language]}\n{OWN[language]}\n{VERB[language]}\n{NO_FIGURES[language]}"
    later = text.replace("2013 года № 12-3", "2014 года № 12-3").replace("2013 жылғы 8", "2014 жылғы 8")
    stamp = STAMP[language].replace("2013", "2014")
    with pytest.raises(ParseError) as refused:
        parse_document(document(language, later, stamp, BUDGET[language], budget_rows(language)))
    assert refused.value.values["reason"] == AsideReason.YEAR


@pytest.mark.parametrize(("language", "title"), ELSEWHERE)
def test_a_place_that_the_council_is_not_of(language: Language, title: str) -> None:
    assert reason_of(language, title) is AsideReason.OTHER_PLACE


@pytest.mark.parametrize(
    ("council", "title", "place"),
    [
        ("Хромтауского районного", "Бюджет города Хромтау на 2013 год", "Хромтау"),
        ("Целиноградского районного", "Бюджет города Косшы на 2013 год", "Қосшы"),
        ("Мугалжарского районного", "Бюджет города Эмба на 2013 год", "Ембі"),
        ("Хромтауского районного", "Бюджет Хромтауского района на 2013 год", "Хромтау ауданы"),
        ("Астанинского городского", "Бюджет города Нур-Султан на 2013 год", "Нұр-Сұлтан"),
    ],
)
def test_a_town_of_the_rayon_and_a_name_of_old_are_the_council_s(
    council: str, title: str, place: str
) -> None:
    text = "\n".join((TITLE[RU], OWN[RU], VERB[RU], NO_FIGURES[RU]))
    text = text.replace("Таразского городского", council).replace("Таразский городской маслихат", "маслихат")
    stamp = STAMP[RU].replace("Таразского городского", council)
    (edition,) = parse_document(document(RU, text, stamp, title, budget_rows(RU))).editions
    assert edition.place == place


@pytest.mark.parametrize(
    ("language", "unit", "times"),
    [
        (RU, "Сумма, тенге", 1),
        (KK, "Сомасы, теңге", 1),
        (RU, "Сумма, тысяч тенге", 1000),
        (KK, "Сомасы, мың теңге", 1000),
    ],
)
def test_a_unit_that_the_clauses_contradict(language: Language, unit: str, times: int) -> None:
    rows = labelled(budget_rows(language, 100 * times, 110 * times, 40 * times), unit)
    assert reason_of(language, clause=FIGURES[language], rows=rows) is AsideReason.UNIT
    right = labelled(budget_rows(language, *(amount * 1000 // times for amount in (100, 110, 40))), unit)
    (edition,) = read(language, clause=FIGURES[language], rows=right).editions
    assert [line.amount for line in edition.lines if line.path == "revenue"] == [100_000]


@pytest.mark.parametrize("language", Language)
def test_a_figure_that_differs_otherwise_is_a_discrepancy_as_before(language: Language) -> None:
    parsed = read(language, clause=FIGURES[language], rows=budget_rows(language, revenue=90))
    assert len(parsed.editions) == 1
    assert [found.path for found in parsed.discrepancies] == ["revenue"]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(("number", "day"), [("12-3", "8 мая"), ("12-9", "8 апреля")])
def test_a_stamp_whose_number_or_day_is_another_is_told(language: Language, number: str, day: str) -> None:
    stamp = STAMP[language].replace("12-3", number).replace("8 апреля", day)
    stamp = stamp.replace("8 сәуір", "8 мамыр") if day == "8 мая" else stamp
    text = f"{AMENDS[language]}\n{OWN[language]}\n{VERB[language]}\n{NO_FIGURES[language]}"
    parsed = parse_document(document(language, text, stamp, BUDGET[language], budget_rows(language)))
    assert len(parsed.editions) == 1
    told = [found.values["number"] for found in parsed.warnings if found.kind is FindingKind.STAMP_DIFFERS]
    assert told == [number]


DAMAGES: dict[str, Damage] = {
    "a total and a row below": lambda rows: [
        *rows[8:10],
        replace(rows[10], cells=("01", "Басқа", "70")),
        replace(rows[11], cells=("122", "Басқа", "70")),
    ],
    "a row of each part": lambda rows: [rows[0], rows[1], *rows[5:8], rows[8], rows[9], replace(rows[10], cells=("01", "Басқа", "70"))],
    "no total": lambda rows: [rows[0], *rows[5:8], rows[8], *rows[10:13]],
    "with its balances": lambda rows: [rows[0], rows[1], *rows[5:8], rows[8], rows[9], replace(rows[10], cells=("01", "Басқа", "70")), *rows[13:17]],
}  # fmt: skip


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("damage", DAMAGES)
def test_changed_rows_alone_are_no_budget(language: Language, damage: str) -> None:
    assert reason_of(language, rows=DAMAGES[damage](budget_rows(language))) is AsideReason.CHANGED_ROWS


@pytest.mark.parametrize("language", Language)
def test_changed_rows_beside_the_figures_of_the_text_leave_the_decision_with_these(
    language: Language,
) -> None:
    parsed = read(language, clause=FIGURES[language], rows=DAMAGES["no total"](budget_rows(language)))
    assert parsed.editions == ()
    assert [each.reason for each in parsed.set_aside] == [AsideReason.CHANGED_ROWS]
    assert [found.values for found in parsed.warnings if found.kind is FindingKind.CHANGED_ROWS] == [
        {"year": 2013}
    ]
    assert {figure.path: figure.amount for figure in parsed.clause_figures} == {
        "revenue": 100_000, "expenditure": 110_000,
    }  # fmt: skip


@pytest.mark.parametrize(("language", "said"), OF_ROWS)
def test_what_the_text_calls_rows_is_read_only_where_it_is_whole(language: Language, said: str) -> None:
    spending = [*budget_rows(language)[8:]]
    assert reason_of(language, BUDGET[language], said, rows=spending) is AsideReason.CHANGED_ROWS
    assert len(read(language, BUDGET[language], said).editions) == 1


@pytest.mark.parametrize("language", Language)
def test_a_table_with_one_total_that_does_not_close_is_a_budget(language: Language) -> None:
    rows = budget_rows(language)
    rows[10] = replace(rows[10], cells=("01", rows[10].cells[1], "70"))
    parsed = read(language, rows=rows)
    assert len(parsed.editions) == 1
    assert parsed.discrepancies
