"""A deficit that is named as one is one, with a minus or without; a sign that nobody can tell is unsure."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parser.document import Row
from parser.kinds import Doubt
from parser.records import Language
from parser.tables.table import read_table
from tests.parser.texts import NAMES, budget_rows

KK, RU = Language.KK, Language.RU
BOTH = {RU: "5. Дефицит (профицит) бюджета", KK: "5. Бюджет тапшылығы (профициті)"}
ALONE = {RU: "5. Дефицит бюджета", KK: "5. Бюджет тапшылығы"}


def deficit_of(rows: list[Row]) -> tuple[int, Doubt | None]:
    (line,) = [line for line in read_table(rows, 1000, "x").lines if line.path == "deficit"]
    return line.amount, line.doubt


def renamed(language: Language, name: str, amount: str, revenue: int = 100) -> list[Row]:
    """A budget that spends 110, whose deficit is printed so."""
    return [
        replace(row, cells=("", name, amount)) if NAMES[language]["deficit"] in row.cells else row
        for row in budget_rows(language, revenue)
    ]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("amount", ["10", "-10"])
def test_a_deficit_is_one_with_a_minus_or_without(language: Language, amount: str) -> None:
    assert deficit_of(renamed(language, ALONE[language], amount)) == (-10_000, None)


@pytest.mark.parametrize("language", Language)
def test_a_deficit_that_no_totals_tell_is_one_by_its_name(language: Language) -> None:
    assert deficit_of(renamed(language, ALONE[language], "7")) == (-7_000, None)


@pytest.mark.parametrize("language", Language)
def test_a_deficit_that_the_totals_make_a_surplus_is_unsure(language: Language) -> None:
    assert deficit_of(renamed(language, ALONE[language], "15", revenue=125)) == (15_000, Doubt.UNSURE)


@pytest.mark.parametrize("language", Language)
def test_a_row_of_deficit_or_surplus_has_the_sign_that_is_printed(language: Language) -> None:
    assert deficit_of(renamed(language, BOTH[language], "10")) == (10_000, None)
