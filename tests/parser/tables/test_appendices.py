"""Appendices: several years, several places, lists that are no budget, titles inside tables."""

from __future__ import annotations

import pytest

from parser.document import Row
from parser.errors import ParseError
from parser.kinds import FindingKind
from parser.parse import parse_document
from parser.records import Language, ParsedDecision, PlaceUnit, SourcePlace
from tests.parser.texts import budget_rows, document, rows

KK, RU = Language.KK, Language.RU
HEAD = {
    RU: """О бюджетах сельских округов Аккольского района на 2021-2023 годы
        Решение Аккольского районного маслихата Акмолинской области от 25 декабря 2020 года № С-70/2
        Аккольский районный маслихат РЕШИЛ:
        1. Утвердить бюджеты сельских округов на 2021-2023 годы.""",
    KK: """2021-2023 жылдарға арналған Ақкөл ауданы ауылдық округтерінің бюджеттері туралы
        Ақмола облысы Ақкөл аудандық мәслихатының 2020 жылғы 25 желтоқсандағы № С-70/2 шешімі
        Ақкөл аудандық мәслихаты ШЕШТІ:
        1. 2021-2023 жылдарға арналған ауылдық округтердің бюджеттері бекітілсін.""",
}
STAMP = {
    RU: "Приложение {n} к решению Аккольского районного маслихата от 25 декабря 2020 года № С-70/2",
    KK: "Ақкөл аудандық мәслихатының 2020 жылғы 25 желтоқсандағы № С-70/2 шешіміне {n}-қосымша",
}
TITLES = {
    RU: [
        ("1", "Бюджет Наумовского сельского округа на 2021 год", "Наумовский сельский округ, Ақкөл ауданы", 2021),
        ("1-1", "Бюджет сельского округа Кенес на 2022 год", "сельский округ Кенес, Ақкөл ауданы", 2022),
        ("2", "Бюджет села Азат на 2021 год", "село Азат, Ақкөл ауданы", 2021),
        ("3", "Бюджет поселка Жалагаш на 2021 год", "поселок Жалагаш, Ақкөл ауданы", 2021),
        ("4", "Бюджет города Акколь на 2023 год", "Ақкөл", 2023),
        ("5", "Районный бюджет на 2021 год", "Ақкөл ауданы", 2021),
    ],
    KK: [
        ("1", "2021 жылға арналған Наумовка ауылдық округінің бюджеті", "Наумовка ауылдық округі, Ақкөл ауданы", 2021),
        ("1-1", "Кеңес ауылдық округінің 2022жылға арналған бюджеті", "Кеңес ауылдық округі, Ақкөл ауданы", 2022),
        ("2", "Азат ауылының 2021 жылға арналған бюджеті", "Азат ауылы, Ақкөл ауданы", 2021),
        ("3", "2021 жылға Жалағаш кентінің бюджеті", "Жалағаш кенті, Ақкөл ауданы", 2021),
        ("4", "Ақкөл қаласының 2023 жылға арналған бюджеті", "Ақкөл", 2023),
        ("5", "2021 жылға арналған аудандық бюджет", "Ақкөл ауданы", 2021),
    ],
}  # fmt: skip


def read(language: Language, *blocks: str | list[Row]) -> ParsedDecision:
    return parse_document(document(language, HEAD[language], *blocks))


@pytest.mark.parametrize("language", Language)
def test_each_budget_of_one_decision_has_its_place_and_year(language: Language) -> None:
    blocks: list[str | list[Row]] = []
    for number, title, _, _ in TITLES[language]:
        blocks += [STAMP[language].format(n=number), title, budget_rows(language)]
    parsed = read(language, *blocks)
    assert [(e.appendix, e.place, e.year) for e in parsed.editions] == [
        (number, place, year) for number, _, place, year in TITLES[language]
    ]
    assert parsed.warnings == ()


ASIDE = {
    RU: [
        ("programs", "Перечень бюджетных программ развития районного бюджета на 2021 год"),
        ("protected", "Перечень бюджетных программ, не подлежащих секвестру в процессе исполнения районного бюджета на 2021 год"),
        ("land", "Объем поступлений в бюджет района от продажи земельных участков сельскохозяйственного назначения на 2021 год"),
        ("transfers", "Целевые текущие трансферты из районного бюджета на 2021 год"),
        ("programs", "Бюджетные программы аппаратов акимов сельских округов на 2021 год"),
    ],
    KK: [
        ("programs", "2021 жылға арналған аудандық бюджеттің бюджеттік даму бағдарламаларының тізбесі"),
        ("protected", "2021 жылға арналған аудандық бюджетті атқару процесінде секвестрлеуге жатпайтын бюджеттік бағдарламалар тізбесі"),
        ("land", "Ауыл шаруашылығы мақсатындағы жер учаскелерін сатудан аудан бюджетіне түсетін түсімдердің көлемі"),
        ("transfers", "2021 жылға арналған аудандық бюджеттен берілетін нысаналы трансферттер"),
        ("programs", "2021 жылға арналған ауылдық округтер әкімдері аппараттарының бюджеттік бағдарламалары"),
    ],
}  # fmt: skip


@pytest.mark.parametrize("language", Language)
def test_lists_that_are_no_budget_are_set_aside(language: Language) -> None:
    blocks: list[str | list[Row]] = [
        STAMP[language].format(n=1),
        TITLES[language][5][1],
        budget_rows(language),
    ]
    for number, (_, title) in enumerate(ASIDE[language], start=2):
        blocks += [STAMP[language].format(n=number), title, rows([("04", "464", ""), ("003", "464", "")])]
    parsed = read(language, *blocks)
    assert [e.appendix for e in parsed.editions] == ["1"]
    assert [(a.appendix, a.reason, a.title) for a in parsed.set_aside] == [
        (str(number), reason, title) for number, (reason, title) in enumerate(ASIDE[language], start=2)
    ]


@pytest.mark.parametrize("language", Language)
def test_a_title_and_a_footnote_in_the_table_s_first_rows(language: Language) -> None:
    footnote = {
        RU: "Сноска. Приложение 1 в редакции решения Аккольского районного маслихата от 08.04.2021 № 5/1.",
        KK: "Ескерту. 1-қосымша жаңа редакцияда - Ақкөл аудандық мәслихатының 08.04.2021 № 5/1 шешімімен.",
    }[language]
    at = SourcePlace(PlaceUnit.ROW, 1)
    first = [
        Row(("", f"{STAMP[language].format(n=1)} {TITLES[language][5][1]} {footnote}", ""), at, ""),
        *budget_rows(language),
    ]
    (edition,) = read(language, first).editions
    assert (edition.appendix, edition.year, edition.place) == ("1", 2021, "Ақкөл ауданы")
    assert edition.set_by.number == "5/1"


@pytest.mark.parametrize("language", Language)
def test_a_text_between_two_tables_of_one_appendix_parts_nothing(language: Language) -> None:
    table = budget_rows(language)
    half = next(index for index, row in enumerate(table) if index and row.header)
    words = {RU: "продолжение таблицы", KK: "кестенің жалғасы"}[language]
    parsed = read(
        language, STAMP[language].format(n=1), TITLES[language][5][1], table[:half], words, table[half:]
    )
    (edition,) = parsed.editions
    assert len(edition.lines) == len([row for row in table if not row.header])


@pytest.mark.parametrize("language", Language)
def test_a_year_that_no_title_prints_is_told_from_the_appendix_and_warned_of(language: Language) -> None:
    blocks: list[str | list[Row]] = []
    for number in (1, 2, 3):
        blocks += [
            STAMP[language].format(n=number),
            {RU: "Районный бюджет", KK: "Аудандық бюджет"}[language],
            budget_rows(language),
        ]
    parsed = read(language, *blocks)
    assert [e.year for e in parsed.editions] == [2021, 2022, 2023]
    assert [(w.kind, w.values) for w in parsed.warnings] == [
        (FindingKind.YEAR_FROM_APPENDIX, {"year": year}) for year in (2022, 2023)
    ]


@pytest.mark.parametrize("language", Language)
def test_nothing_but_lists_is_no_budget(language: Language) -> None:
    reason, title = ASIDE[language][0]
    assert reason
    with pytest.raises(ParseError) as caught:
        read(language, STAMP[language].format(n=4), title, rows([("04", "464", "")]))
    assert (caught.value.kind, caught.value.values["reason"]) == ("tables-are-no-budget", reason)


@pytest.mark.parametrize("language", Language)
def test_an_amendment_s_appendix_is_told_by_the_one_it_replaces(language: Language) -> None:
    text = {
        RU: """О внесении изменений в решение Аккольского районного маслихата от 25 декабря 2020 года № С-70/2 «О районном бюджете на 2021-2023 годы»
            Решение Аккольского районного маслихата от 8 апреля 2021 года № С-3/1
            Аккольский районный маслихат РЕШИЛ:
            1. Внести в решение Аккольского районного маслихата от 25 декабря 2020 года № С-70/2 «О районном бюджете на 2021-2023 годы» следующие изменения:
            приложения 1 и 4 к указанному решению изложить в новой редакции согласно приложениям 1 и 2 к настоящему решению.
            Приложение {n} к решению Аккольского районного маслихата от 8 апреля 2021 года № С-3/1
            Бюджет сельского округа Кенес на 2021 год""",
        KK: """«2021-2023 жылдарға арналған аудандық бюджет туралы» Ақкөл аудандық мәслихатының 2020 жылғы 25 желтоқсандағы № С-70/2 шешіміне өзгерістер енгізу туралы
            Ақкөл аудандық мәслихатының 2021 жылғы 8 сәуірдегі № С-3/1 шешімі
            Ақкөл аудандық мәслихаты ШЕШТІ:
            1. «2021-2023 жылдарға арналған аудандық бюджет туралы» Ақкөл аудандық мәслихатының 2020 жылғы 25 желтоқсандағы № С-70/2 шешіміне мынадай өзгерістер енгізілсін:
            көрсетілген шешімнің 1 және 4-қосымшалары осы шешімнің 1 және 2-қосымшаларына сәйкес жаңа редакцияда жазылсын.
            Ақкөл аудандық мәслихатының 2021 жылғы 8 сәуірдегі № С-3/1 шешіміне {n}-қосымша
            Кеңес ауылдық округінің 2021 жылға арналған бюджеті""",
    }[language]
    parsed = parse_document(document(language, text.format(n=2), budget_rows(language)))
    assert [(c.old, c.new) for c in parsed.appendix_changes] == [("1", "1"), ("4", "2")]
    (edition,) = parsed.editions
    assert (edition.appendix, edition.set_by.number) == ("4", "С-3/1")
