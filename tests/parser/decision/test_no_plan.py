"""A draft, and a report of how a budget was carried out, are refused with the words that say it; a plan never is."""

from __future__ import annotations

import pytest

from bot.operator.errors import explain
from bot.operator.texts import OperatorLanguage, load_operator_texts
from parser.errors import ParseError
from parser.kinds import FindingKind, ParseErrorKind
from parser.parse import parse_document
from parser.records import AsideReason, DecisionKind, Language, ParsedDecision
from tests.parser.texts import budget_rows, document

KK, RU = Language.KK, Language.RU
OWN = {
    RU: "Решение Таразского городского маслихата от 8 апреля 2013 года № 12-3",
    KK: "Тараз қалалық мәслихатының 2013 жылғы 8 сәуірдегі № 12-3 шешімі",
}
TITLE = {RU: "О городском бюджете на 2013-2015 годы", KK: "2013-2015 жылдарға арналған қалалық бюджет туралы"}
AMENDS = {
    RU: "О внесении изменений в решение Таразского городского маслихата от 14 декабря 2012 года № 10-3 «О городском бюджете на 2013-2015 годы»",
    KK: "«2013-2015 жылдарға арналған қалалық бюджет туралы» Тараз қалалық мәслихатының 2012 жылғы 14 желтоқсандағы № 10-3 шешіміне өзгерістер енгізу туралы",
}
VERB = {RU: "Таразский городской маслихат РЕШИЛ:", KK: "Тараз қалалық мәслихаты ШЕШТІ:"}
CLAUSE = {
    RU: "1. Утвердить городской бюджет на 2013-2015 годы согласно приложению 1.",
    KK: "1. 2013-2015 жылдарға арналған қалалық бюджет 1-қосымшаға сәйкес бекітілсін.",
}
STAMP = {
    RU: "Приложение 1 к решению Таразского городского маслихата от 8 апреля 2013 года № 12-3",
    KK: "Тараз қалалық мәслихатының 2013 жылғы 8 сәуірдегі № 12-3 шешіміне 1-қосымша",
}
BUDGET = {RU: "Бюджет города Тараз на 2013 год", KK: "Тараз қаласының 2013 жылға арналған бюджеті"}
DRAFTS = [
    (RU, f"ПРОЕКТ. {AMENDS[RU]}"),
    (RU, f"ПРОЕКТ {AMENDS[RU]}"),
    (RU, f"Проект\n{AMENDS[RU]}"),
    (RU, f"Проект № 5\n{TITLE[RU]}"),
    (RU, f"{TITLE[RU]} (проект)"),
    (RU, f"Проект решения Таразского городского маслихата\n{TITLE[RU]}"),
    (RU, f"Проект бюджета города Тараз на 2013-2015 годы\n{TITLE[RU]}"),
    (RU, f"{TITLE[RU]}\nот «___» ________ 2013 года № ____"),
    (RU, f"{TITLE[RU]}\nТараз 2013 год № ____"),
    (KK, f"ЖОБА\n{AMENDS[KK]}"),
    (KK, f"Жоба. {AMENDS[KK]}"),
    (KK, f"{TITLE[KK]} (жоба)"),
    (KK, f"{TITLE[KK]}\nТараз қалалық мәслихаты шешімінің жобасы"),
    (KK, f"{AMENDS[KK]}\nшешім жобасы"),
    (KK, f"Тараз қаласының 2013-2015 жылдарға арналған бюджетінің жобасы\n{TITLE[KK]}"),
    (KK, f"{TITLE[KK]}\n2013 жылғы «___» ________ № ____"),
]
REPORTS = [
    (RU, "Об утверждении отчета об исполнении бюджета города Тараз за 2012 год"),
    (RU, "Об утверждении отчёта об исполнении городского бюджета за 9 месяцев 2013 года"),
    (RU, "О ходе исполнения бюджета города за первое полугодие 2013 года"),
    (RU, "Об итогах исполнения бюджета города за 2012 год"),
    (RU, "О выполнении бюджета города Тараз за 2012 год"),
    (RU, "Отчет об исполнении бюджета города Тараз за 2012 год"),
    (RU, "Информация об исполнении бюджета города Тараз за 2012 год"),
    (RU, "Исполнение бюджета города Тараз на 1 июля 2013 года"),
    (KK, "Тараз қаласының 2012 жылғы бюджетінің атқарылуы туралы есепті бекіту туралы"),
    (KK, "Тараз қаласы бюджетінің 2013 жылғы 9 айда орындалуы туралы"),
    (KK, "2013 жылдың бірінші жартыжылдығындағы қала бюджетінің атқарылу қорытындысы туралы"),
    (KK, "Тараз қаласының бюджетінің атқарылуы туралы ақпарат"),
]  # fmt: skip
PLANS = [
    (RU, "В соответствии со статьей 9 Бюджетного кодекса, рассмотрев проект решения и отчет об исполнении бюджета за 2012 год,"),
    (KK, "Бюджет кодексінің 9 бабына сәйкес, шешім жобасын және бюджеттің атқарылуы туралы есепті қарап"),
    (RU, "Заслушав отчет об исполнении городского бюджета за 2012 год"),
    (KK, "Қалалық бюджеттің атқарылуы туралы есепті тыңдап,"),
    (RU, "Сноска. Проект решения исключен решением от 08.04.2013 № 12-3."),
]  # fmt: skip


def read(
    language: Language, above: str, *, clause: str | None = None, table: str | None = None
) -> ParsedDecision:
    text = f"{above}\n{OWN[language]}\n{VERB[language]}\n{clause or CLAUSE[language]}"
    stamp = f"{STAMP[language]}\n{table or BUDGET[language]}"
    return parse_document(document(language, text, stamp, budget_rows(language)))


def refusal(language: Language, above: str, **said: str) -> ParseError:
    with pytest.raises(ParseError) as refused:
        read(language, above, **said)
    return refused.value


@pytest.mark.parametrize(("language", "above"), DRAFTS)
def test_a_draft_is_refused(language: Language, above: str) -> None:
    assert refusal(language, above).kind is ParseErrorKind.DRAFT


@pytest.mark.parametrize(
    ("language", "stamp"),
    [
        (RU, "Приложение 1 к проекту решения Таразского городского маслихата"),
        (KK, "Тараз қалалық мәслихатының шешім жобасына 1-қосымша"),
    ],
)
def test_a_draft_is_known_by_the_stamp_of_its_table(language: Language, stamp: str) -> None:
    text = f"{AMENDS[language]}\n{VERB[language]}\n{CLAUSE[language]}"
    with pytest.raises(ParseError) as refused:
        parse_document(document(language, text, f"{stamp}\n{BUDGET[language]}", budget_rows(language)))
    assert refused.value.kind is ParseErrorKind.DRAFT


@pytest.mark.parametrize(("language", "title"), REPORTS)
def test_a_report_is_refused(language: Language, title: str) -> None:
    error = refusal(language, title)
    assert (error.kind, error.found) == (ParseErrorKind.EXECUTION, title)


@pytest.mark.parametrize(
    ("language", "clause"),
    [
        (RU, "1. Утвердить прилагаемый отчет об исполнении бюджета города Тараз за 2012 год."),
        (KK, "1. Тараз қаласының 2012 жылғы бюджетінің атқарылуы туралы есеп бекітілсін."),
    ],
)
def test_a_report_is_known_by_its_first_clause(language: Language, clause: str) -> None:
    title = {RU: "О бюджете города Тараз", KK: "Тараз қаласының бюджеті туралы"}[language]
    assert refusal(language, title, clause=clause).kind is ParseErrorKind.EXECUTION


@pytest.mark.parametrize(
    ("language", "table"),
    [
        (RU, "Отчет об исполнении бюджета города Тараз за 2012 год"),
        (RU, "Бюджет города Тараз за 9 месяцев 2013 года"),
        (RU, "Бюджет города Тараз и его исполнение за 2012 год"),
        (KK, "Тараз қаласының 2012 жылғы бюджетінің атқарылуы"),
        (KK, "Тараз қаласының 2013 жылғы 9 айдағы бюджеті"),
    ],
)
def test_a_table_of_what_was_spent_is_set_aside(language: Language, table: str) -> None:
    error = refusal(language, TITLE[language], table=table)
    assert error.kind is ParseErrorKind.TABLES_ARE_NO_BUDGET
    assert error.values["reason"] == AsideReason.EXECUTION


@pytest.mark.parametrize(
    ("language", "table"),
    [
        (RU, "Проект бюджета города Тараз на 2013 год"),
        (RU, "Прогноз бюджета города Тараз на 2013 год"),
        (RU, "Бюджетная заявка города Тараз на 2013 год"),
        (RU, "Фактические расходы бюджета города Тараз за 2013 год"),
        (RU, "Изменения в бюджет города Тараз на 2013 год"),
        (RU, "Увеличение (уменьшение) бюджета города Тараз на 2013 год"),
        (KK, "Тараз қаласының 2013 жылға арналған бюджетінің болжамы"),
        (KK, "Тараз қаласының 2013 жылға арналған бюджеттік өтінімі"),
        (KK, "Тараз қаласының 2013 жылғы бюджетіне енгізілетін өзгерістер"),
    ],
)
def test_a_table_of_something_else_than_the_plan_is_set_aside(language: Language, table: str) -> None:
    error = refusal(language, TITLE[language], table=table)
    assert error.kind is ParseErrorKind.TABLES_ARE_NO_BUDGET
    assert error.values["reason"] == AsideReason.NO_PLAN


@pytest.mark.parametrize(
    ("language", "table"),
    [
        (RU, "Целевые трансферты города Тараз на 2013 год"),
        (KK, "Тараз қаласының 2013 жылға арналған нысаналы трансферттері"),
    ],
)
def test_a_whole_budget_under_the_title_of_a_part_is_told(language: Language, table: str) -> None:
    text = f"{TITLE[language]}\n{VERB[language]}\n{CLAUSE[language]}"
    parsed = parse_document(document(language, text, f"{STAMP[language]}\n{table}", budget_rows(language)))
    assert FindingKind.TITLED_AS_NO_BUDGET in {warning.kind for warning in parsed.warnings}


@pytest.mark.parametrize(("language", "above"), PLANS)
def test_a_plan_that_speaks_of_drafts_and_reports_is_read(language: Language, above: str) -> None:
    (edition,) = read(language, f"{TITLE[language]}\n{above}").editions
    assert (edition.year, len(edition.lines)) == (2013, 18)


def test_a_decision_on_both_is_read_for_its_plan() -> None:
    title = "О городском бюджете на 2013-2015 годы и об исполнении городского бюджета за 2012 год"
    assert read(RU, title).decision.kind is DecisionKind.ORIGINAL


@pytest.mark.parametrize("told", OperatorLanguage)
def test_both_are_told_in_each_language(told: OperatorLanguage) -> None:
    texts = load_operator_texts(told)
    said = [explain(refusal(RU, above), texts) for above in (DRAFTS[0][1], REPORTS[0][1])]
    assert all(
        words in message for words, message in zip(("ПРОЕКТ", "Об утверждении отчета"), said, strict=True)
    )
    assert len(set(said)) == 2
