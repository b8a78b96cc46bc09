"""The archive's tables in other forms: the name first, paths in one cell, counted rows, pipes; rows are the same."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from parser.errors import ParseError
from parser.kinds import FindingKind, ParseErrorKind
from parser.parse import parse_raw
from parser.readers.files import as_raw
from parser.records import Language
from tests.parser.act_texts import differing, languages
from tests.parser.archive_sample import ORIGINAL, text
from tests.parser.readers.test_archive_shapes import read, rows_of, whole
from tests.parser.readers.test_drawn_tables import draw
from tests.parser.typography import BASE, EXPECTED, lines

TABLE = re.compile(r"<table>\n(?P<rows>.*?)</table>", re.DOTALL)
ROW = re.compile(r"<tr>\n?(?P<cells>(?:<t[dh][^>]*>[^<]*</t[dh]>\n?)+)</tr>")
CELL = re.compile(r"<t[dh](?P<span>[^>]*)>(?P<text>[^<]*)</t[dh]>")
CODE = {Language.KK: "Коды", Language.RU: "Код"}
Printed = list[list[str]]


def reprinted(page: str, form: Callable[[Printed], Printed]) -> str:
    """A page with the rows of each table in another form."""

    def table(found: re.Match[str]) -> str:
        rows = [[cell["text"] for cell in CELL.finditer(row["cells"])] for row in ROW.finditer(found["rows"])]
        if len(rows) < 3 or len({len(row) for row in rows}) > 1:
            return found[0]
        made = form(rows)
        return "<table>\n" + "".join(map(row_of, made)) + "</table>"

    return TABLE.sub(table, page.replace("<table><tr>", "<table>\n<tr>"))


def row_of(cells: list[str]) -> str:
    return "<tr>\n" + "".join(f"<td>{cell}</td>\n" for cell in cells) + "</tr>\n"


def name_first(rows: Printed) -> Printed:
    return [[row[-2], *row[:-2], row[-1]] for row in rows]


def counted(rows: Printed) -> Printed:
    return [["№" if number == 0 else str(number), *row] for number, row in enumerate(rows)]


def in_one_cell(sign: str) -> Callable[[Printed], Printed]:
    """Each row has the codes of all rows above it, in one cell."""

    def form(rows: Printed) -> Printed:
        made = [["Код", *rows[0][-2:]]]
        path: list[str] = []
        for *codes, name, amount in rows[1:]:
            level = next((level for level, code in enumerate(codes) if code), None)
            path = [] if level is None else [*path[:level], codes[level]]
            made.append([sign.join(path), name, amount])
        return made

    return form


FORMS = {
    "name first": name_first,
    "counted": counted,
    "a path with slashes": in_one_cell("/"),
    "a path with points": in_one_cell("."),
    "a path with blanks": in_one_cell(" "),
    "a path with slashes and blanks": in_one_cell(" / "),
}


@languages
@pytest.mark.parametrize("form", FORMS)
def test_a_table_in_another_form_has_the_same_rows(form: str, language: Language) -> None:
    parsed = read(reprinted(text(ORIGINAL, language), FORMS[form]), language, ORIGINAL)
    assert rows_of(parsed) == whole(language, ORIGINAL)
    assert differing(parsed) == []


@pytest.mark.parametrize("form", FORMS)
def test_a_small_table_in_another_form_has_the_same_rows(form: str) -> None:
    assert lines("x.html", reprinted(BASE, FORMS[form]).encode()) == EXPECTED


@pytest.mark.parametrize("label", ["Код", "Коды"])
def test_one_column_of_codes_behind_the_name(label: str) -> None:
    def form(rows: Printed) -> Printed:
        made = [[row[3], next(filter(None, row[:3]), ""), row[4]] for row in rows]
        return [["Наименование", label, rows[0][4]], *made[1:]]

    assert lines("x.html", reprinted(BASE, form).encode()) == EXPECTED


def test_a_table_that_goes_on_counting_in_a_few_rows_is_counted() -> None:
    """The balances have a table of their own, without a header, as after a page's end."""
    numbers = iter(range(1, 100))
    page = re.sub(r"<tr>(?=<td>(?:\d*</td>))", lambda _: f"<tr><td>{next(numbers)}</td>", BASE)
    page = re.sub(r"<tr>(?=<td>[А-Я])", "<tr><td>№</td>", page)
    balances = page.index("<tr>", page.index("Благоустройство"))
    assert next(numbers) == 22
    assert lines("x.html", f"{page[:balances]}</table><table>{page[balances:]}".encode()) == EXPECTED


def test_codes_that_only_look_like_paths_are_no_paths() -> None:
    """No row above has the beginning of what would be a path."""
    page = BASE.replace("<td>464</td>", "<td>9/464</td>").replace("<td>458</td>", "<td>9/458</td>")
    parsed = parse_raw(as_raw("x.html", page.encode()))
    assert "expenditure/04/464" not in {line.path for line in parsed.editions[0].lines}
    assert {found.kind for found in parsed.warnings} & {FindingKind.ROW_SET_ASIDE, FindingKind.CELLS_UNSURE}


def piped(page: str, edge: str = "|") -> str:
    """A page with its tables drawn with pipes."""

    def table(found: re.Match[str]) -> str:
        rows = [[cell["text"] for cell in CELL.finditer(row["cells"])] for row in ROW.finditer(found["rows"])]
        rows.insert(1, [":---:"] * len(rows[0]))
        return "\n".join(f"{edge} {' | '.join(row)} {edge}".strip() for row in rows)

    return TABLE.sub(table, page)


@languages
@pytest.mark.parametrize("edge", ["|", ""], ids=["edges", "no-edges"])
def test_tables_that_are_drawn_with_pipes_are_tables(edge: str, language: Language) -> None:
    page = text(ORIGINAL, language)
    # The balances begin with what Markdown takes for labels: it knows no table without.
    parsed = read(piped(page, edge), language, ORIGINAL)
    assert rows_of(parsed) == whole(language, ORIGINAL)
    assert differing(parsed) == []


@languages
@pytest.mark.parametrize("signs", ["│─┼", "|-+"])
@pytest.mark.parametrize("between", [True, False])
@pytest.mark.parametrize("fence", ["", "```"])
def test_tables_that_are_drawn_with_signs_are_tables(
    signs: str, language: Language, fence: str, *, between: bool
) -> None:
    def table(found: re.Match[str]) -> str:
        rows = [[cell["text"] for cell in CELL.finditer(row["cells"])] for row in ROW.finditer(found["rows"])]
        drawn = list(draw(rows, signs, between=between, width=40, edges=True, askew=False))
        across = signs[2] + signs[1] * 70 + signs[2]
        return "\n".join([fence, across, *drawn, fence])

    page = TABLE.sub(table, text(ORIGINAL, language))
    parsed = read(page, language, ORIGINAL)
    assert rows_of(parsed) == whole(language, ORIGINAL)
    assert differing(parsed) == []


@languages
def test_breaks_emphasis_and_pipes_within_cells_of_pipes(language: Language) -> None:
    word = {Language.KK: "Салықтық", Language.RU: "Налоговые"}[language]
    page = piped(text(ORIGINAL, language)).replace("| 1 |", "| **1** |")
    parsed = read(page.replace(f"{word} ", f"{word}<br>", 1), language, ORIGINAL)
    assert rows_of(parsed) == whole(language, ORIGINAL)
    parsed = read(page.replace(f"{word} ", rf"{word} \| ", 1), language, ORIGINAL)
    assert [line.amount for line in parsed.editions[0].lines] == [
        amount for _, _, amount in whole(language, ORIGINAL)[0]
    ]


@languages
@pytest.mark.parametrize("page", [str, piped], ids=["html", "pipes"])
def test_rows_that_stand_in_one_are_refused_in_plain_words(
    page: Callable[[str], str], language: Language
) -> None:
    def form(rows: Printed) -> Printed:
        return [rows[0], ["<br>".join(column) for column in zip(*rows[1:], strict=True)]]

    made = page(text(ORIGINAL, language))
    one = reprinted(text(ORIGINAL, language), form) if page is str else made
    if page is piped:
        one = re.sub(
            r"(?m)(?P<head>^\|.*\n\|(?: :---: \|)+\n)(?P<rows>(?:^\|.*\n)+)",
            lambda m: m["head"] + _in_one(m["rows"]),
            made,
        )
    with pytest.raises(ParseError) as refused:
        read(one, language, ORIGINAL)
    assert refused.value.kind is ParseErrorKind.ROWS_IN_ONE


def _in_one(rows: str) -> str:
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows.strip().split("\n")]
    return f"| {' | '.join('<br>'.join(column) for column in zip(*cells, strict=True))} |\n"


BALANCE = "<tr><td></td><td></td><td></td><td>3. Чистое бюджетное кредитование</td><td>0</td></tr>"


def test_a_balance_without_an_amount_and_without_parts_is_told() -> None:
    page = BASE.replace(BALANCE, BALANCE.replace("<td>0</td>", "<td></td>"))
    assert page != BASE
    parsed = parse_raw(as_raw("x.html", page.encode()))
    told = [(found.kind, found.values["path"]) for found in parsed.warnings]
    assert told == [(FindingKind.AMOUNT_MISSING, "net_lending")]


def test_a_title_without_an_amount_says_what_follows() -> None:
    title = BALANCE.replace("3. Чистое", "ЧИСТОЕ").replace("<td>0</td>", "<td></td>")
    assert lines("x.html", BASE.replace(BALANCE, title + BALANCE).encode()) == EXPECTED
