"""What keeps a file from having a budget is told apart: what was seen, what it lacked, and where."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.operator.errors import explain
from bot.operator.texts import OperatorLanguage, load_operator_texts
from parser.document import Document, Row
from parser.errors import ParseError
from parser.kinds import Value
from parser.parse import parse_document
from parser.records import Language, ParsedDecision
from tests.parser.texts import budget_rows, document, rows

KK, RU = Language.KK, Language.RU
HEAD = {
    RU: """О районном бюджете на 2021-2023 годы
        Решение Аккольского районного маслихата Акмолинской области от 25 декабря 2020 года № С-70/2
        Аккольский районный маслихат РЕШИЛ:
        1. Утвердить районный бюджет на 2021-2023 годы.""",
    KK: """2021-2023 жылдарға арналған аудандық бюджет туралы
        Ақмола облысы Ақкөл аудандық мәслихатының 2020 жылғы 25 желтоқсандағы № С-70/2 шешімі
        Ақкөл аудандық мәслихаты ШЕШТІ:
        1. 2021-2023 жылдарға арналған аудандық бюджет бекітілсін.""",
}
RESTATES = {
    RU: """О внесении изменений в решение Аккольского районного маслихата от 25 декабря 2020 года № С-70/2 «О районном бюджете на 2021-2023 годы»
        Решение Аккольского районного маслихата от 8 апреля 2021 года № С-3/1
        Аккольский районный маслихат РЕШИЛ:
        1. Внести в решение Аккольского районного маслихата от 25 декабря 2020 года № С-70/2 «О районном бюджете на 2021-2023 годы» следующие изменения:
        приложения 1 и 4 к указанному решению изложить в новой редакции согласно приложениям 1 и 2 к настоящему решению.""",
    KK: """«2021-2023 жылдарға арналған аудандық бюджет туралы» Ақкөл аудандық мәслихатының 2020 жылғы 25 желтоқсандағы № С-70/2 шешіміне өзгерістер енгізу туралы
        Ақкөл аудандық мәслихатының 2021 жылғы 8 сәуірдегі № С-3/1 шешімі
        Ақкөл аудандық мәслихаты ШЕШТІ:
        1. «2021-2023 жылдарға арналған аудандық бюджет туралы» Ақкөл аудандық мәслихатының 2020 жылғы 25 желтоқсандағы № С-70/2 шешіміне мынадай өзгерістер енгізілсін:
        көрсетілген шешімнің 1 және 4-қосымшалары осы шешімнің 1 және 2-қосымшаларына сәйкес жаңа редакцияда жазылсын.""",
}  # fmt: skip
STAMP = {
    RU: "Приложение {n} к решению Аккольского районного маслихата от 25 декабря 2020 года № С-70/2",
    KK: "Ақкөл аудандық мәслихатының 2020 жылғы 25 желтоқсандағы № С-70/2 шешіміне {n}-қосымша",
}
BUDGET = {RU: "Районный бюджет на {year} год", KK: "{year} жылға арналған аудандық бюджет"}
LAND = {
    RU: "Объем поступлений в бюджет района от продажи земельных участков сельскохозяйственного назначения на 2021 год",
    KK: "Ауыл шаруашылығы мақсатындағы жер учаскелерін сатудан аудан бюджетіне түсетін түсімдердің көлемі",
}
LETTER = {RU: "Письмо о решении", KK: "Шешім туралы хат"}


def revenue_only(language: Language) -> list[Row]:
    return budget_rows(language)[:8]


def titled(language: Language, number: int, title: str) -> str:
    return f"{STAMP[language].format(n=number)}\n{title}"


def causes(language: Language) -> dict[str, tuple[Document, str | None, dict[str, Value]]]:
    """For each cause: a document, where it is seen, and what is said of it."""
    head, budget = HEAD[language], BUDGET[language].format(year=2021)
    land = rows([("1", "Жер" if language is KK else "Земля", "5"), ("2", "Су", "6")])
    lists = rows([("04", "464", "7"), ("003", "464", "8")])
    notes = [replace(row, table=1) for row in rows([("", "№", "")])]
    return {
        "no-words": (Document(document(language).source, ()), None, {}),
        "no-budget": (document(language, LETTER[language]), None, {}),
        "no-table": (document(language, head), None, {"number": "С-70/2"}),
        "appendix-absent": (document(language, RESTATES[language]), "paragraph 5", {"appendix": "1"}),
        "tables-are-no-budget": (
            document(language, head, titled(language, 4, LAND[language]), land, titled(language, 5, "…"), lists),
            "row 1",
            {"count": 2, "reason": "land", "lack": "sections"},
        ),
        "no-rows": (document(language, head, titled(language, 1, budget), notes), "row 1", {}),
        "no-expenditure": (
            document(language, head, titled(language, 1, budget), revenue_only(language)),
            "row 1",
            {},
        ),
    }  # fmt: skip


CAUSES = list(causes(RU))


def refusal(read: Document) -> ParseError:
    with pytest.raises(ParseError) as caught:
        parse_document(read)
    return caught.value


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("cause", CAUSES)
def test_each_cause_is_told_by_itself(language: Language, cause: str) -> None:
    read, place, values = causes(language)[cause]
    error = refusal(read)
    where = None if error.at is None else str(error.at)
    assert (error.kind, where, error.values) == (cause, place, values)


@pytest.mark.parametrize("language", OperatorLanguage)
def test_each_cause_has_words_of_its_own(language: OperatorLanguage) -> None:
    texts = load_operator_texts(language)
    said = {explain(refusal(read), texts).partition(": ")[2] for read, _, _ in causes(RU).values()}
    assert len(said) == len(CAUSES)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    ("cells", "lack"),
    [(("04", "464", ""), "amounts"), (("04", "464", "7"), "sections"), (("", "{net}", "7"), "codes")],
)
def test_what_a_table_without_a_title_lacks(language: Language, cells: tuple[str, ...], lack: str) -> None:
    names = {RU: ("1. ДОХОДЫ", "2. ЗАТРАТЫ"), KK: ("1. КІРІСТЕР", "2. ШЫҒЫНДАР")}[language]
    table = rows([("", names[0], "7"), ("", names[1], "7")] if lack == "codes" else [cells, cells])
    first = rows([("1", LAND[language], "5"), ("2", "Су", "6")])
    read = document(
        language, HEAD[language], titled(language, 4, "…"), first, titled(language, 5, "…"), table
    )
    # The first table is the budget even without a title, unless it is said to be none.
    error = refusal(document(language, HEAD[language], titled(language, 4, LAND[language]), table))
    assert (error.kind, error.values["lack"]) == ("tables-are-no-budget", lack)
    assert refusal(read).kind in {"tables-are-no-budget", "no-expenditure", "no-rows"}


@pytest.mark.parametrize("language", Language)
def test_an_appendix_with_what_comes_in_only_does_not_refuse_the_rest(language: Language) -> None:
    parsed: ParsedDecision = parse_document(
        document(
            language,
            HEAD[language],
            titled(language, 1, BUDGET[language].format(year=2021)),
            budget_rows(language),
            titled(language, 2, BUDGET[language].format(year=2022)),
            revenue_only(language),
            titled(language, 3, BUDGET[language].format(year=2023)),
            budget_rows(language),
        )
    )
    assert [edition.year for edition in parsed.editions] == [2021, 2023]
    (aside,) = parsed.set_aside
    assert (aside.appendix, aside.reason) == ("2", "no-expenditure")
