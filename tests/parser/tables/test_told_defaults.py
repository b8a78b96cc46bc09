"""What is taken because nothing is printed is told: the unit of a text's figures, the year of a table."""

from __future__ import annotations

import pytest

from parser.errors import ParseError
from parser.kinds import FindingKind, ParseErrorKind
from parser.parse import parse_document
from parser.records import AsideReason, Language, ParsedDecision
from tests.parser.decision.test_no_plan import AMENDS, CLAUSE, OWN, STAMP, TITLE, VERB
from tests.parser.texts import budget_rows, document

KK, RU = Language.KK, Language.RU
CHANGES = {
    RU: "1. Внести в решение Таразского городского маслихата от 14 декабря 2012 года № 10-3 следующие изменения: в пункте 1: в подпункте 1) цифры «100{unit}» заменить цифрами «200{unit}».",
    KK: "1. Тараз қалалық мәслихатының 2012 жылғы 14 желтоқсандағы № 10-3 шешіміне мынадай өзгерістер енгізілсін: 1-тармақта: 1) тармақшада «100{unit}» сандары «200{unit}» сандарымен ауыстырылсын.",
}
UNIT = {RU: " тысяч тенге", KK: " мың теңге"}
UNTITLED = {RU: "Бюджет города Тараз", KK: "Тараз қаласының бюджеті"}
DATED = {RU: "Бюджет города Тараз на 2013 год", KK: "Тараз қаласының 2013 жылға арналған бюджеті"}


def kinds(parsed: ParsedDecision) -> set[FindingKind]:
    return {finding.kind for finding in parsed.warnings}


@pytest.mark.parametrize("language", Language)
def test_figures_of_a_text_alone_without_a_unit(language: Language) -> None:
    said = {
        unit: parse_document(
            document(
                language,
                "\n".join(
                    (AMENDS[language], OWN[language], VERB[language], CHANGES[language].format(unit=unit))
                ),
            )
        )
        for unit in ("", UNIT[language])
    }
    assert [[change.new for change in parsed.figure_changes] for parsed in said.values()] == [
        [200_000],
        [200_000],
    ]
    assert [FindingKind.UNIT_ASSUMED in kinds(parsed) for parsed in said.values()] == [True, False]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("number", ["1", ""])
def test_the_year_of_a_table_that_prints_none(language: Language, number: str) -> None:
    """The first appendix of an act is of its first year; one without a number may be of any."""
    stamp = (
        STAMP[language]
        .replace("Приложение 1", f"Приложение {number}")
        .replace("1-қосымша", f"{number}-қосымша".strip("-"))
    )
    text = "\n".join((TITLE[language], OWN[language], VERB[language], CLAUSE[language]))
    for title, is_told in ((UNTITLED, not number), (DATED, False)):
        parsed = parse_document(
            document(language, text, f"{stamp}\n{title[language]}", budget_rows(language))
        )
        assert [edition.year for edition in parsed.editions] == [2013]
        assert (FindingKind.YEAR_FROM_APPENDIX in kinds(parsed)) == is_told


@pytest.mark.parametrize("language", Language)
def test_an_appendix_beyond_the_years_of_the_budget_has_none_of_them(language: Language) -> None:
    text = "\n".join((TITLE[language], OWN[language], VERB[language], CLAUSE[language]))
    fourth = STAMP[language].replace("Приложение 1", "Приложение 4").replace("1-қосымша", "4-қосымша")
    rows = budget_rows(language)
    with pytest.raises(ParseError) as refused:
        parse_document(document(language, text, f"{fourth}\n{UNTITLED[language]}", rows))
    assert refused.value.kind is ParseErrorKind.TABLES_ARE_NO_BUDGET
    assert refused.value.values["reason"] == AsideReason.YEAR
    dated = parse_document(document(language, text, f"{fourth}\n{DATED[language]}", rows))
    assert [edition.year for edition in dated.editions] == [2013]
