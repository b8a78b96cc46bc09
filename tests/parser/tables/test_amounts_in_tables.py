"""A cell of the amount column is read, or the file is refused at that cell: it is never 0 nor a part of a name."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from parser.errors import ParseError
from parser.kinds import FindingKind
from parser.parse import parse_raw
from parser.readers.files import as_raw
from tests.parser.typography import BASE, CELL, EXPECTED, ROW, TYPOGRAPHY, lines


def reprinted(write: Callable[[str], str], page: str = BASE) -> bytes:
    """The page with every amount written in another way."""
    return re.sub(r"(?<=<td>)(-?\d[\d ]*)(?=</td></tr>)", lambda m: write(m.group()), page).encode()


def behind(text: str) -> Callable[[str], str]:
    return lambda amount: amount + text


@pytest.mark.parametrize(
    "write",
    [
        behind("*"), behind(" **)"), behind(" 1)"), behind(" (1)"), behind("<sup>1</sup>"), behind("¹"), behind(",0"),
        behind(".00"), behind("&nbsp;"), behind("\u200b"), behind(" тыс. тенге"), behind(" мың теңге*"),
        lambda amount: amount.replace(" ", "'"),
        lambda amount: amount.replace(" ", "’"),
        lambda amount: amount.replace(" ", "\u202f"),
        lambda amount: amount.replace(" ", "&thinsp;"),
        lambda amount: amount.replace(" ", ",") + ".0",
        lambda amount: amount.replace(" ", ".") + ",0",
        lambda amount: re.sub("^-(.*)", r"\1-", amount),
        lambda amount: re.sub("^-(.*)", r"(\1)", amount),
        lambda amount: amount.replace("-", "–"),
        lambda amount: amount.replace("-", "— "),
        lambda amount: amount.replace("-", "минус "),
        lambda amount: re.sub("^0$", "–", amount),
        lambda amount: f"<p>{amount}</p>",
    ],
)  # fmt: skip
def test_amounts_written_in_another_way_are_the_same(write: Callable[[str], str]) -> None:
    data = reprinted(write)
    assert data != BASE.encode()
    assert lines("x.html", data) == EXPECTED


@pytest.mark.parametrize(
    "amount",
    [
        "1 240 шт",
        "1 240 тг 5",
        "1'24",
        "1 24O",
        "~1 240",
        "1 240?",
        "12 40/2",
        "1 240 %",
        "1 240 = 5",
        "\ufffd1 240",
    ],
)
@pytest.mark.parametrize("old", [CELL, "<td>2 281</td>", "<td>-281</td>"])
def test_an_amount_that_cannot_be_read_refuses_the_file(amount: str, old: str) -> None:
    row = next(line for line in BASE.splitlines() if old in line)
    with pytest.raises(ParseError) as caught:
        parse_raw(as_raw("x.html", BASE.replace(row, row.replace(old, f"<td>{amount}</td>")).encode()))
    assert caught.value.kind == "unreadable-amount"
    number = BASE.split("</table>")[1].splitlines().index(row)
    assert str(caught.value.at) == f"table 2, row {number}"
    assert amount in (caught.value.found or "")


@pytest.mark.parametrize("amount", ["", "&nbsp;", "нет", "***"])
def test_a_row_without_an_amount_is_left_out_and_named(amount: str) -> None:
    parsed = parse_raw(as_raw("x.html", BASE.replace(CELL, f"<td>{amount}</td>").encode()))
    read = [(line.path, line.name, line.amount) for line in parsed.editions[0].lines]
    assert read == [line for line in EXPECTED if line[0] != "expenditure/04/464/003"]
    (warning,) = parsed.warnings
    assert (warning.kind, str(warning.at)) == (FindingKind.AMOUNT_MISSING, "table 2, row 5")
    assert warning.values == {"name": "Общеобразовательное обучение", "path": "expenditure/04/464/003"}
    assert [(found.path, found.certain) for found in parsed.discrepancies] == [("expenditure/04/464", False)]


@pytest.mark.parametrize("sign", [",", "."])
def test_a_sign_parts_thousands_where_the_sums_say_so(sign: str) -> None:
    assert lines("x.html", reprinted(lambda amount: amount.replace(" ", sign))) == EXPECTED
    whole = {path: amount for path, _, amount in EXPECTED}
    halved = lines("x.html", reprinted(lambda amount: thousandth(amount, sign)))
    assert {path: amount for path, _, amount in halved} == {
        path: amount // 1000 for path, amount in whole.items()
    }


def thousandth(amount: str, sign: str) -> str:
    """A thousandth of an amount with three decimals: `2,300` of `2 300`."""
    number = int(amount.replace(" ", ""))
    return f"{'-' if number < 0 else ''}{abs(number) // 1000}{sign}{abs(number) % 1000:03}"


def test_a_sign_of_which_the_sums_say_nothing_refuses_the_file() -> None:
    page = BASE.replace("<td>-281</td>", "<td>-1,281</td>").replace(
        "<td>281</td></tr>\n</table>", "<td>5</td></tr>\n</table>"
    )
    with pytest.raises(ParseError) as caught:
        parse_raw(as_raw("x.html", page.encode()))
    assert (caught.value.kind, str(caught.value.at)) == ("unreadable-amount", "table 2, row 14")


@pytest.mark.parametrize("cell", ["1 100 1 240", "12 41", "1 100<br>1 240", "<p>1 100</p><p>240</p>"])
def test_two_numbers_in_a_cell_are_never_one(cell: str) -> None:
    with pytest.raises(ParseError) as caught:
        parse_raw(as_raw("x.html", BASE.replace(CELL, f"<td>{cell}</td>").encode()))
    assert (caught.value.kind, str(caught.value.at)) == ("unreadable-amount", "table 2, row 5")


def test_two_numbers_in_every_cell_are_never_one_though_they_add_up() -> None:
    with pytest.raises(ParseError) as caught:
        parse_raw(as_raw("x.html", reprinted(lambda amount: f"{amount} {amount}")))
    assert caught.value.kind == "unreadable-amount"


@pytest.mark.parametrize("cell", ["1 24 0", "1<br>240", "124 0"])
def test_one_number_that_is_oddly_parted_is_one_where_a_sum_says_so(cell: str) -> None:
    page = BASE.replace(CELL, f"<td>{cell}</td>")
    assert lines("x.html", page.encode(), warned="br" not in cell) == EXPECTED


def test_the_unit_of_amounts_is_theirs_where_the_header_names_none() -> None:
    page = BASE.replace("Сумма, тысяч тенге", "Сумма")
    assert lines("x.html", reprinted(behind(" тыс. тенге"), page)) == EXPECTED
    tenge = lines("x.html", reprinted(behind(" тг"), page))
    assert [amount * 1000 for _, _, amount in tenge] == [amount for _, _, amount in EXPECTED]


def test_a_unit_of_amounts_that_is_not_the_header_s_is_said() -> None:
    parsed = parse_raw(as_raw("x.html", reprinted(behind(" тг"))))
    assert [(line.path, line.name, line.amount) for line in parsed.editions[0].lines] == EXPECTED
    (warning,) = parsed.warnings
    assert warning.kind is FindingKind.UNIT_IN_AMOUNTS
    assert warning.values == {"printed": "2 300 тг"}
    millions = reprinted(lambda amount: amount if amount != "1 240" else "1,24 млн тенге")
    assert lines("x.html", millions) == EXPECTED


def test_a_dash_is_no_amount_left_out() -> None:
    assert lines("x.html", BASE.replace("<td>0</td>", "<td>-</td>").encode()) == EXPECTED


def test_a_table_of_something_else_may_hold_anything() -> None:
    """An amount is asked for only where a table is read as a budget."""
    other = "<p>Приложение 2 к решению Коктемского городского маслихата от 8 апреля 2013 года № 2-3</p><p>Перечень земельных участков</p>"
    land = "".join(f"<tr><td>{n}</td><td>Участок {n}</td><td>{n}2,5 га</td></tr>" for n in range(1, 9))
    table = f"<table><tr><td>№</td><td>Наименование</td><td>Площадь</td></tr>{land}</table>"
    assert lines("x.html", BASE.replace("</body>", f"{other}{table}</body>").encode()) == EXPECTED


def test_zeros_fill_columns_for_which_a_row_has_no_code() -> None:
    page = re.sub(r"<td>(\d{1,3})</td><td></td><td></td><td>", r"<td>\1</td><td>0</td><td>00</td><td>", BASE)
    page = re.sub(r"<td></td><td>(\d{2,3})</td><td></td><td>", r"<td>0</td><td>\1</td><td>0</td><td>", page)
    page = page.replace(
        "<td></td><td></td><td></td><td>2. ЗАТРАТЫ", "<td>0</td><td>0</td><td>0</td><td>2. ЗАТРАТЫ"
    )
    assert page.count("<td>0</td>") > 8
    assert lines("x.html", page.encode()) == EXPECTED
    assert ROW in page


def test_a_print_with_zeros_in_unused_code_columns_is_the_one_without() -> None:
    zeros, blank = (
        lines(name, (TYPOGRAPHY / name).read_bytes()) for name in ("zeros.other.html", "no-zeros.other.html")
    )
    assert zeros == blank
    assert ("expenditure/04/464/003", "Общеобразовательное обучение", 200_000) in zeros
