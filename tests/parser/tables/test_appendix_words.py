"""The list of titles that are no budget's: each example is set aside for its reason, and only for it."""

from __future__ import annotations

import itertools
import re

import pytest

from parser.records import AsideReason
from parser.tables.appendix_words import APPENDIX_COLUMNS, aside_reason
from parser.text.passage import even
from parser.text.word_lists import ListRow, any_of, read_list
from tests.harness.rows import of_each

ROWS = read_list("appendices.tsv", APPENDIX_COLUMNS)


@of_each("row", ROWS)
def test_an_example_is_set_aside_for_its_reason(row: ListRow) -> None:
    title = even(row["example"])
    assert re.search(any_of([row["wording"]]), title, re.IGNORECASE), "the example does not print it"
    assert aside_reason(title) is row.target("reason", AsideReason)


def test_every_reason_has_wordings_and_they_stand_together() -> None:
    reasons = [row["reason"] for row in ROWS]
    assert set(reasons) == set(AsideReason) - {
        AsideReason.NO_EXPENDITURE,
        AsideReason.UNIT,
        AsideReason.COLUMN,
        AsideReason.SEVERAL_PLACES,
        AsideReason.OTHER_DECISION,
        AsideReason.OTHER_PLACE,
        AsideReason.YEAR,
        AsideReason.CHANGED_ROWS,
        AsideReason.EXECUTION,  # a wording of whole decisions as well
    }  # the rows and the place's own words say these
    changes = sum(before != after for before, after in itertools.pairwise(reasons))
    assert changes == len(set(reasons)) - 1  # they are asked in this order


@pytest.mark.parametrize(
    "title", ["Бюджет города Тараз на 2013 год", "Тараз қаласының 2013 жылға арналған бюджеті"]
)
def test_a_budget_is_not_set_aside(title: str) -> None:
    assert aside_reason(even(title)) is None
