"""What every budget has: a table that lacks some of it, or has rows where they cannot be, says so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from parser.document import Row
from parser.errors import ParseError
from parser.kinds import OF_SKELETON
from parser.parse import parse_document, parse_file
from parser.records import Language, ParsedDecision
from parser.tables.skeleton import check_skeleton
from tests.conftest import SAMPLES
from tests.parser.texts import NAMES, budget_rows, document
from tests.storage.builders import edition, without

KK, RU = Language.KK, Language.RU
HEAD = {
    RU: """О городском бюджете на 2013-2015 годы
        Решение Таразского городского маслихата от 14 декабря 2012 года № 10-3
        городской маслихат РЕШИЛ:
        Приложение 1 к решению Таразского городского маслихата от 14 декабря 2012 года № 10-3
        Бюджет города Тараз на 2013 год""",
    KK: """2013-2015 жылдарға арналған қалалық бюджет туралы
        Тараз қалалық мәслихатының 2012 жылғы 14 желтоқсандағы № 10-3 шешімі
        қалалық мәслихат ШЕШТІ:
        Тараз қалалық мәслихатының 2012 жылғы 14 желтоқсандағы № 10-3 шешіміне 1-қосымша
        Тараз қаласының 2013 жылға арналған бюджеті""",
}
Fault = tuple[str, str, int | None, int | None]
Change = Callable[[Language, list[Row]], list[Row]]


def read(language: Language, rows: list[Row]) -> ParsedDecision:
    return parse_document(document(language, HEAD[language], rows))


def faults(parsed: ParsedDecision) -> list[Fault]:
    return [(d.kind, d.path, d.printed, d.expected) for d in parsed.discrepancies if d.kind in OF_SKELETON]


def lose(*keys: str) -> Change:
    """The rows with these names are not there."""
    return lambda language, rows: [
        row for row in rows if row.cells[1] not in {NAMES[language][key] for key in keys}
    ]


def lose_revenue(language: Language, rows: list[Row]) -> list[Row]:
    start = next(i for i, row in enumerate(rows) if row.cells[1] == NAMES[language]["expenditure"])
    return rows[start - 1 :]


def repeat_group(language: Language, rows: list[Row]) -> list[Row]:
    """Rows of lending that lost their title: the group comes a second time in the expenditure."""
    end = next(i for i, row in enumerate(rows) if row.cells[1] == NAMES[language]["net"])
    return [*rows[:end], *rows[end - 3 : end], *rows[end + 1 :]]


def set_amount(name: str, amount: str) -> Change:
    def change(language: Language, rows: list[Row]) -> list[Row]:
        at = next(i for i, row in enumerate(rows) if row.cells[1] == NAMES[language][name])
        return [
            *rows[:at],
            replace(rows[at], cells=(*rows[at].cells[:2], amount)),
            *rows[at + 1 :],
        ]

    return change


LOST: dict[str, tuple[Change, list[Fault]]] = {
    "nothing": (lose(), []),
    "revenue's total": (lose("revenue"), [("total_missing", "revenue", None, 100_000)]),
    "expenditure's total": (lose("expenditure"), [("total_missing", "expenditure", None, 110_000)]),
    "all of revenue": (lose_revenue, [("section_missing", "revenue", None, None)]),
    "the deficit": (lose("deficit"), [("balance_missing", "deficit", None, -10_000)]),
    "balances of zero": (lose("net", "assets"), []),
    "a deficit of zero": (
        lambda language, _: lose("deficit", "financing")(language, budget_rows(language, expenditure=100))[
            :-4
        ],
        [],
    ),
    "the title of the financing": (lose("financing"), [("balance_missing", "financing", None, 10_000)]),
    "the financing": (
        lambda language, rows: lose("financing")(language, rows)[:-4],
        [("balance_missing", "financing", None, 10_000)],
    ),
    "a balance that is not zero": (
        lambda language, rows: lose("net")(language, set_amount("deficit", "-15")(language, rows)),
        [("balance_missing", "net_lending", None, 5_000)],
    ),
    "the title of lending": (repeat_group, [("other_section", "expenditure/01", 110_000, None)]),
    "a digit of a parent": (
        set_amount("tax", "4"),
        [("above_parent", "revenue/1/01", 40_000, 4_000)],
    ),
}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("lost", LOST)
def test_what_is_lost_is_said(language: Language, lost: str) -> None:
    change, expected = LOST[lost]
    assert faults(read(language, change(language, budget_rows(language)))) == expected


@pytest.mark.parametrize("language", Language)
def test_a_budget_without_expenditure_is_refused(language: Language) -> None:
    with pytest.raises(ParseError) as caught:
        read(language, budget_rows(language)[:8])
    assert caught.value.kind == "no-expenditure"


def test_a_part_without_its_balance_is_a_lost_balance() -> None:
    lines = [line for line in edition().lines if line.path != "net_lending"]
    found = check_skeleton(replace(edition(), lines=tuple(lines)))
    assert [(d.kind, d.path, d.expected) for d in found] == [("balance_missing", "net_lending", 30_000)]


def test_rows_that_return_money_may_stand_beside_larger_ones() -> None:
    leaves = {**without("revenue/4/02/2"), "revenue/4/02/2": 1_300, "revenue/4/02/3": -300}
    assert check_skeleton(edition(leaves=leaves)) == []


@pytest.mark.parametrize(
    ("path", "other", "kind"),
    [
        ("expenditure/04", "expenditure/00", "zero_code"),
        ("expenditure/01/112/001", "expenditure/01/112/000", "zero_code"),
        ("revenue/4", "revenue/04", "other_section"),
        ("expenditure/04", "expenditure/4", "other_section"),
        ("revenue/4", "revenue/9", "other_section"),
    ],
)
def test_a_row_under_a_code_that_cannot_be(path: str, other: str, kind: str) -> None:
    lines = [replace(line, path=other) if line.path == path else line for line in edition().lines]
    found = check_skeleton(replace(edition(), lines=tuple(lines)))
    assert (kind, other) in [(d.kind, d.path) for d in found]


@pytest.mark.parametrize("file", sorted(SAMPLES.iterdir()), ids=lambda file: file.name)
def test_no_budget_of_a_real_city_has_a_fault(file: Path) -> None:
    assert faults(parse_file(file)) == []


@pytest.mark.parametrize("language", Language)
def test_a_reading_that_left_out_a_row_may_have_lost_the_total(language: Language) -> None:
    rows = lose("deficit")(language, budget_rows(language))
    sure = read(language, rows)
    rows[4] = replace(rows[4], cells=(*rows[4].cells[:2], ""), table=1)
    unsure = read(language, rows)
    assert [d.certain for d in (*sure.discrepancies, *unsure.discrepancies) if d.kind in OF_SKELETON] == [
        True, False,
    ]  # fmt: skip
