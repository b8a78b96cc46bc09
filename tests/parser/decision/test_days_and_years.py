"""A day that no calendar has is told, and years that a text does not state are not made of a table's."""

from __future__ import annotations

import datetime as dt

import pytest

from parser.kinds import FindingKind
from parser.records import DecisionKind, Language, ParsedDecision
from tests.parser.decision.test_kind_of_decision import read
from tests.parser.decision.test_no_plan import AMENDS, OWN, TITLE

KK, RU = Language.KK, Language.RU
REPEALS = (
    "О признании утратившим силу решения Таразского городского маслихата от 4 марта 2013 года № 11-2 "
    "«О внесении изменений в решение Таразского городского маслихата от 14 декабря 2012 года № 10-3»"
)
ENDS = "1. Признать утратившим силу решение № 11-2."


def impossible(parsed: ParsedDecision) -> list[object]:
    return [each.values["printed"] for each in parsed.warnings if each.kind is FindingKind.DATE_IMPOSSIBLE]


@pytest.mark.parametrize(
    ("language", "day", "other", "printed"),
    [
        (RU, "8 апреля", "31 апреля", "31 апреля 2013"),
        (KK, "8 сәуірдегі", "31 сәуірдегі", "2013 жылғы 31 сәуірдегі"),
    ],
)
def test_an_impossible_day_of_the_decision_is_told(
    language: Language, day: str, other: str, printed: str
) -> None:
    parsed = read(language, AMENDS[language], OWN[language].replace(day, other))
    assert parsed.decision.date == dt.date(2013, 4, 8)  # of the stamp
    assert impossible(parsed) == [printed]


def test_an_impossible_day_of_the_decision_that_is_changed_is_told() -> None:
    parsed = read(RU, AMENDS[RU].replace("14 декабря", "31 ноября"), OWN[RU])
    assert impossible(parsed) == ["31 ноября 2012"]
    assert parsed.decision.amends is not None
    assert parsed.decision.amends.date is None


@pytest.mark.parametrize("language", Language)
def test_days_that_there_are_are_not_told(language: Language) -> None:
    assert impossible(read(language, AMENDS[language], OWN[language])) == []


def test_the_year_of_a_table_is_not_the_years_of_the_budget_that_is_changed() -> None:
    parsed = read(RU, REPEALS, OWN[RU], clause=ENDS)
    assert parsed.decision.kind is DecisionKind.AMENDMENT
    assert (parsed.decision.amends and parsed.decision.amends.number) == "10-3"
    assert parsed.decision.budget_years is None
    assert [edition.year for edition in parsed.editions] == [2013]


def test_a_decision_that_changes_none_has_the_years_of_its_table() -> None:
    title = TITLE[RU].replace(" на 2013-2015 годы", "")
    parsed = read(RU, title, OWN[RU], clause="1. Утвердить городской бюджет согласно приложению 1.")
    assert parsed.decision.budget_years == (2013, 2013)
