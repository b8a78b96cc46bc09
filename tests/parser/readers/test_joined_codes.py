"""Codes in one number with those above them are read where rows above prove where to cut, and else told."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest

from parser.kinds import FindingKind
from parser.parse import parse_raw
from parser.readers.files import as_raw
from parser.readers.grid import Cell, GridRow
from parser.readers.joined_codes import with_cut_codes
from parser.records import ParsedDecision
from tests.parser.typography import BASE, EXPECTED

_ROW = re.compile(r"<tr><td>(.*?)</td><td>(.*?)</td><td>(.*?)</td><td>(.*?)</td><td>(.*?)</td></tr>")
Codes = tuple[str, ...]
SCHOOLS = "expenditure/04/464/003"


def printed(join: Callable[[Codes], str], *, one_column: bool = True, page: str = BASE) -> ParsedDecision:
    """The budget with each row's codes joined, in a column of their own or in that of its level."""
    above: list[str] = []

    def row(found: re.Match[str]) -> str:
        cells = list(found.groups())
        if cells[0] in {"Категория", "Функциональная группа"}:
            cells = ["Код", *cells[3:]] if one_column else cells
        else:
            own = next((index for index in range(3) if cells[index]), None)
            if own is not None:
                above[own:] = [cells[own]]
                cells[own] = join(tuple(above))
            cells = ["" if own is None else cells[own], *cells[3:]] if one_column else cells
        return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"

    return parse_raw(as_raw("x.html", _ROW.sub(row, page).encode()))


def rows_of(parsed: ParsedDecision) -> list[tuple[str, str, int]]:
    return [(line.path, line.name, line.amount) for line in parsed.editions[0].lines]


def of_administrator(codes: Codes) -> str:
    """`04`, `464`, `464003`; receipts with all of theirs."""
    return "".join(codes[1:]) if len(codes[0]) == 2 and len(codes) > 1 else "".join(codes)


@pytest.mark.parametrize("join", ["".join, of_administrator])
def test_joined_codes_are_cut_behind_those_of_the_rows_above(join: Callable[[Codes], str]) -> None:
    parsed = printed(join)
    assert rows_of(parsed) == EXPECTED
    assert parsed.warnings == ()


@pytest.mark.parametrize("join", ["".join, of_administrator])
def test_joined_codes_in_the_columns_of_their_levels_are_cut(join: Callable[[Codes], str]) -> None:
    parsed = printed(join, one_column=False)
    assert rows_of(parsed) == EXPECTED
    assert parsed.warnings == ()


def test_a_number_that_begins_with_no_code_above_it_is_told_and_none_is_cut() -> None:
    parsed = printed(lambda codes: of_administrator(codes).replace("464003", "465003"))
    assert SCHOOLS not in {path for path, _, _ in rows_of(parsed)}
    aside = [w.values["printed"] for w in parsed.warnings if w.kind is FindingKind.ROW_SET_ASIDE]
    assert any(str(text).startswith("465003") for text in aside)
    assert len(aside) == 4  # all of its table, and no row of the other one
    assert [line.path for line in parsed.editions[0].lines if line.doubt] == [
        "expenditure/04", "expenditure/04/464", "expenditure/07", "expenditure/07/458",
    ]  # fmt: skip


def cut(*numbers: str) -> list[str]:
    rows = [
        GridRow((Cell((number,), 0), Cell(("Название",), 1), Cell(("1",), 2)), place)
        for place, number in enumerate(numbers, start=1)
    ]
    return [row.cells[0].text for row in with_cut_codes(rows)]


def parted(*paths: str) -> Iterator[tuple[list[str], list[str]]]:
    yield [path.replace("/", "") for path in paths], [path.replace("/", " ") for path in paths]


@pytest.mark.parametrize(
    "paths",
    [
        ("04", "04/464", "04/464/003", "04/464/009", "04/464/015", "04/464/015/011", "06", "06/451", "06/451/001"),
        ("04", "04/1", "04/1/464", "04/1/464/003", "04/2", "04/2/465", "04/2/465/001"),  # subgroups
        ("10", "10/1", "10/1/462", "10/1/462/001", "10/2", "10/2/477", "10/2/477/001"),  # 101 is no administrator
        ("10", "10/462", "10/462/001", "10/462/003", "10/477", "10/477/001", "10/477/003"),
        ("1", "1/01", "1/01/2", "1/01/2/01", "1/03", "1/03/1", "1/04", "1/04/1", "2", "2/01", "2/01/5"),
    ],
)  # fmt: skip
def test_numbers_with_all_codes_are_cut(paths: tuple[str, ...]) -> None:
    for numbers, expected in parted(*paths):
        assert cut(*numbers) == expected


@pytest.mark.parametrize(
    "numbers",
    [
        ("04", "464", "003", "009", "465", "001"),  # none is joined
        ("04", "464", "464003", "465", "001"),  # one may be a chance
        ("15", "1500", "150", "1501"),  # amounts
        tuple(map(str, range(1, 1200))),  # the rows are counted
        ("464", "464003", "464009", "464015"),  # of no group
        ("04", "464", "464003", "1240500", "464009"),  # an amount
        ("2013", "2014", "2015", "2016"),
    ],
)
def test_other_numbers_stay(numbers: tuple[str, ...]) -> None:
    assert cut(*numbers) == list(numbers)
