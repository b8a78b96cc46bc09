"""Tables that are drawn with lines of signs are read row for row, whatever the signs are and wherever names wrap."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from html import unescape

import pytest

from parser.parse import parse_raw
from parser.readers.drawn_tables import find_drawn_tables
from parser.readers.files import as_raw
from parser.records import SourcePlace
from tests.parser.typography import BASE, EXPECTED, lines

BLOCK = re.compile(r"<p>(?P<text>.*?)</p>|<table.*?</table>", re.DOTALL)
TAG = re.compile("<.*?>")
LONG = "Трансферты из вышестоящих Органов 12 Государственного Управления"
PAGE = BASE.replace("Трансферты из вышестоящих органов государственного управления", LONG)


def draw(
    table: list[list[str]], signs: str, *, between: bool, width: int, edges: bool, askew: bool
) -> Iterator[str]:
    """A table with its names wrapped, a line across below each row or below the labels alone."""
    bar, across, cross = tuple(signs)
    columns = list(zip(*[row + [""] * (len(table[0]) - len(row)) for row in table], strict=True))
    widths = [min(max(map(len, column)), width) for column in columns]
    rule = cross.join(across * (each + 2) for each in widths)
    for number, row in enumerate(table):
        wrapped = [textwrap.wrap(cell, each) for cell, each in zip(row, widths, strict=True)]
        for line in range(max(map(len, wrapped))):
            cells = [
                f" {''.join(texts[line : line + 1]):{each}} "
                for texts, each in zip(wrapped, widths, strict=True)
            ]
            shifted = " " if askew and number % 3 == 1 else ""
            yield f"{bar}{bar.join(cells)}{bar}".replace(bar, shifted + bar, 2) if edges else bar.join(cells)
        if between or not number:
            yield f"{bar}{rule}{bar}" if edges else rule


def print_text(
    page: str,
    signs: str = "│─┼",
    *,
    between: bool = True,
    width: int = 26,
    edges: bool = True,
    askew: bool = False,
) -> str:
    """A page as a text with drawn tables."""
    found: list[str] = []
    for block in BLOCK.finditer(page):
        if block["text"] is not None:
            found += [TAG.sub("", unescape(block["text"])), ""]
            continue
        rows = re.findall(r"<tr.*?</tr>", block[0], re.DOTALL)
        table = [
            [TAG.sub("", unescape(cell)) for cell in re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", row, re.DOTALL)]
            for row in rows
        ]
        found += [*draw(table, signs, between=between, width=width, edges=edges, askew=askew), ""]
    return "\n".join(found)


@pytest.mark.parametrize("signs", ["│─┼", "║═╬", "┃━╋", "|-+", "|-|"])
@pytest.mark.parametrize("between", [True, False])
@pytest.mark.parametrize("edges", [True, False])
def test_every_row_is_read_whatever_is_drawn(signs: str, *, between: bool, edges: bool) -> None:
    assert lines("x.txt", print_text(BASE, signs, between=between, edges=edges).encode()) == EXPECTED


@pytest.mark.parametrize("width", [20, 22, 23, 24, 26, 40, 90])
@pytest.mark.parametrize("between", [True, False])
def test_names_are_whole_wherever_they_wrap(width: int, *, between: bool) -> None:
    expected = lines("x.html", PAGE.encode())
    assert any(name == LONG for _, name, _ in expected)
    assert lines("x.txt", print_text(PAGE, width=width, between=between).encode()) == expected


@pytest.mark.parametrize("between", [True, False])
def test_bars_that_stand_askew_tell_columns_by_their_order(*, between: bool) -> None:
    assert lines("x.txt", print_text(BASE, between=between, askew=True).encode()) == EXPECTED


def test_a_blank_line_and_labels_may_come_again_inside_a_table() -> None:
    printed = print_text(BASE, between=False).split("\n")
    labels = next(number for number, line in enumerate(printed) if "Категория" in line)
    row = next(number for number, line in enumerate(printed) if "Подоходный" in line)
    again = [*printed[:row], "", *printed[labels : labels + 2], *printed[row:]]
    assert lines("x.txt", "\n".join(again).encode()) == EXPECTED


def test_a_cell_over_several_columns_moves_none_of_the_others() -> None:
    text = """
┌──┬──┬──────────────┬───────┐
│1 │  │Налоги        │ 2 000 │
├──┴──┼──────────────┼───────┤
│Всего│доходов       │ 2 000 │
├──┬──┼──────────────┼───────┤
│  │01│Подоходный    │ 2 000 │
├──┼──┼──────────────┼───────┤
│  │02│Налог на      │ 1     │
│  │  │землю         │ 000   │
└──┴──┴──────────────┴───────┘"""
    [table] = find_drawn_tables(text.splitlines())
    assert [row.cells for row in table.rows] == [
        ((("1",), 1), ((), 1), (("Налоги",), 1), (("2 000",), 1)),
        ((("Всего",), 2), (("доходов",), 1), (("2 000",), 1)),
        (((), 1), (("01",), 1), (("Подоходный",), 1), (("2 000",), 1)),
        (((), 1), (("02",), 1), (("Налог на землю",), 1), (("1", "000"), 1)),  # one number, or two
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Глава | раздел\nодин | два\nтри | четыре\nпять | шесть",
        "-----\nРешение\n-----\n1 | 2\n\n\n\n3 | 4\n-----",
        "│ a │\n├───┤\n│ b │\n│ c │",
    ],
)
def test_what_has_no_lines_or_few_rows_is_no_table(text: str) -> None:
    assert list(find_drawn_tables(text.splitlines())) == []


def test_rows_are_told_by_their_lines() -> None:
    text = print_text(BASE, between=False)
    at = next(number for number, line in enumerate(text.splitlines(), 1) if "Подоходный" in line)
    parsed = parse_raw(as_raw("x.txt", text.encode()))
    [line] = [each for each in parsed.editions[0].lines if each.name == "Подоходный налог"]
    assert isinstance(line.at, SourcePlace)
    assert line.at.number == at


@pytest.mark.parametrize("apart", ["\t", "    "])
@pytest.mark.parametrize("drawn_first", [True, False])
def test_tables_that_are_not_drawn_are_read_beside_one_that_is(apart: str, *, drawn_first: bool) -> None:
    """Each appendix of a text may be set in its own way."""
    drawn, tabbed = print_text(BASE), print_text(BASE, "\t─┼", between=False, width=90, edges=False)
    without_rules = re.sub(r"(?m)^[─┼]+\n", "", tabbed)
    plain = re.sub(r" *\t *", "\t", without_rules) if apart == "\t" else without_rules.replace("\t", apart)
    texts = [drawn, plain] if drawn_first else [plain, drawn]
    second = texts[1][texts[1].index("Приложение 1") :].replace("Приложение 1", "Приложение 2", 1)
    parsed = parse_raw(
        as_raw("x.txt", f"{texts[0]}\n{second.replace('на 2013 год', 'на 2014 год')}".encode())
    )
    assert [edition.year for edition in parsed.editions] == [2013, 2014]
    for edition in parsed.editions:
        assert [(line.path, line.name, line.amount) for line in edition.lines] == EXPECTED
