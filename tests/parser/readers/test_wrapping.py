"""Tables without rules: whichever way codes and amounts stand beside a wrapped name, the name is whole."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from parser.document import Row
from parser.readers.columns import read_grid
from parser.readers.detect import read_document
from parser.readers.files import as_raw
from parser.readers.grid import Grid
from parser.readers.layout import find_tables
from parser.readers.lines import TextLine, Word, lines_of
from parser.readers.unruled import UnruledTable
from parser.readers.wrapping import Printed, Setting, Wrapped, wrap
from parser.readers.year_columns import rows_of_year
from parser.records import Language
from parser.tables.table import Table, read_table
from tests.conftest import examples
from tests.harness.sweeping import crossed
from tests.parser.budgets import Budget, budgets, grouped
from tests.parser.layouts import LABELS, capitalized, depth_of

_STEP, _HEIGHT, _LETTER = 12.0, 8.0, 5.0  # points: between lines, of a line, wide


def words(text: str, left: float, y: float) -> Iterator[Word]:
    for word in text.split(" "):
        right = left + _LETTER * len(word)
        yield Word(word, left, right, y, y + _HEIGHT)
        left = right + _LETTER


def wrapped_to(name: str, width: int) -> list[str]:
    lines = [""]
    for word in name.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def pages_of(budget: Budget, setting: Setting, width: int, gap: float, height: float) -> list[list[TextLine]]:
    """The budget's words on pages: `width` letters to a line of a name, `gap` points between rows."""
    of_code, of_amount = setting.value
    pages: list[list[Word]] = [[]]
    y = 0.0
    labels = LABELS[budget.language]
    for side, rows in budget.tables:
        for depth, label in enumerate(labels[side]):
            pages[-1] += words(label, 50 + 25 * depth, y)
            y += _STEP
        pages[-1] += words(str(labels["name"]), 130, y)
        pages[-1] += words("Сумма, тысяч тенге", 140 + _LETTER * width, y)
        y += _STEP
        for row in rows:
            lines = wrapped_to(row.name, width)
            if y + _STEP * len(lines) > height and pages[-1]:
                pages.append([])
                y = 0.0
            below = _STEP * (len(lines) - 1)
            if row.code:
                left = 50.0 + 25 * depth_of(row, side, subgroups=False)
                pages[-1] += words(row.code, left, y + of_code * below)
            amount = grouped(row.amount)
            left = 250 + _LETTER * (width - len(amount))
            pages[-1] += words(amount, left, y + of_amount * below)
            for line in lines:
                pages[-1] += words(line, 130, y)
                y += _STEP
            y += gap
    return [lines_of(page) for page in pages]


def read(pages: list[list[TextLine]]) -> Table:
    grid, unruled = Grid("x", None), UnruledTable()
    for number, page in enumerate(pages):
        zones = [zone for zone in find_tables(page, opens=number > 0) if zone[0]]
        assert zones == [(True, 0, len(page))]
        grid.extend(unruled.read(page, itertools.count(1), opens=True))
    return read_table([block for block in read_grid(grid, 1) if isinstance(block, Row)], 1000, "x")


@pytest.mark.parametrize(("setting", "language"), crossed(Setting, Language))
@settings(
    max_examples=examples(6), deadline=None, derandomize=True, phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)  # fmt: skip
@given(data=st.data())
def test_a_name_is_whole_or_its_row_is_warned_of(
    setting: Setting, language: Language, data: st.DataObject
) -> None:
    budget = capitalized(data.draw(budgets(language)))
    width, gap = data.draw(st.sampled_from([34, 44, 60])), data.draw(st.sampled_from([0.0, 2.0, 6.0]))
    table = read(pages_of(budget, setting, width, gap, data.draw(st.sampled_from([400, 800]))))
    unsure = {str(found.at) for found in table.findings}
    read_as = {(line.path, line.name, line.amount): str(line.at) for line in table.lines}
    wanted = {(row.path, " ".join(row.name.split()), row.amount * 1000) for row in budget.rows}
    assert {at for line, at in read_as.items() if line not in wanted} <= unsure
    assert {str(line.at) for line in table.lines if line.doubt} <= unsure
    assert unsure or wanted <= set(read_as)


def test_a_page_s_last_line_may_be_of_a_name_and_begin_with_a_capital() -> None:
    page = lines_of(
        [
            *words("3", 100, 0), *words("Жүйесін асыру", 130, 0), *words("2 675", 395, 0),
            *words("04", 75, 12), *words("Дамыту асыру", 130, 12),
            *words("61", 410, 18),
            *words("Iшкi мектепке", 130, 24),
        ]
    )  # fmt: skip
    assert list(find_tables(page, opens=True)) == [(True, 0, len(page))]
    end = lines_of([*words("Мәслихат хатшысы", 75, 24)])
    assert list(find_tables([*page[:-1], *end], opens=True)) == [(True, 0, 3), (False, 3, 4)]


def printed(*lines: tuple[float, str, str]) -> list[Printed]:
    """Lines as (y, name, what else: "c" for a code, "a" for an amount)."""
    return [Printed(index, y, name, "c" in held, "a" in held) for index, (y, name, held) in enumerate(lines)]


def test_words_that_fit_two_rows_are_unsure() -> None:
    # «Жол құрылысы» may end the upper name or begin the lower one, whose code then stands in its last line.
    rows = wrap(printed((0, "Көлік", "ca"), (12, "Жол құрылысы", ""), (24, "Балаларға", "ca")), opens=False)
    assert rows.rows == (Wrapped([0, 1], unsure=True), Wrapped([2], unsure=True))
    assert rows.setting is None


def test_a_row_of_the_grid_keeps_its_doubt() -> None:
    page = lines_of(
        [
            *words("01", 50, 0), *words("Көлік", 130, 0), *words("5", 400, 0), *words("Жол құрылысы", 130, 12),
            *words("02", 50, 24), *words("Балаларға", 130, 24), *words("7", 400, 24),
        ]
    )  # fmt: skip
    rows = list(UnruledTable().read(page, itertools.count(1)))
    assert [(row.unsure, row.cut, row.continues) for row in rows] == [(True, False, False)] * 2


def test_a_habit_of_the_table_settles_what_one_page_leaves_open() -> None:
    lines = printed((0, "Көлік", "ca"), (12, "Жол құрылысы", ""), (24, "Балаларға", "ca"))
    rows = wrap(lines, opens=False, habit=Setting.BOTTOM)
    assert rows.rows == (Wrapped([0]), Wrapped([1, 2]))


def test_the_first_lines_of_a_page_may_end_the_row_before() -> None:
    lines = printed((0, "бөлімі", ""), (12, "Көлік", "ca"), (24, "және жол", ""), (36, "Мәдениет", "ca"))
    assert wrap(lines, opens=True).before == (0,)
    assert wrap(lines, opens=False).before == ()
    assert wrap(lines[:1], opens=True).before == (0,)


def test_a_page_may_hold_nothing_but_the_end_of_a_name() -> None:
    page = lines_of([*words("бойынша борышты", 130, 0), *words("өтеу", 130, 12), *words("Хатшы", 300, 60)])
    assert list(find_tables(page, opens=True)) == [(True, 0, 2), (False, 2, 3)]
    assert list(find_tables(page)) == [(False, 0, 3)]


def test_endless_names_are_not_shared_out() -> None:
    lines = printed(*((12.0 * n, "Жол", "" if n % 20 else "ca") for n in range(20_000)))
    rows = wrap(lines, opens=True)
    assert rows.rows[0] == Wrapped([*range(20)], unsure=True)
    assert len(rows.rows) == 1_000


def test_no_lines_make_no_rows() -> None:
    assert wrap([], opens=True).rows == ()
    assert wrap(printed((0, "Көлік", "")), opens=False).rows == (Wrapped([0]),)


YEARS = """Категория
   Класс
      Наименование                        2021 год       2022 год       2023 год
      1. ДОХОДЫ                         16 882 988     16 000 000              7
1     Налоговые поступления,             4 883 685              6              7
      не включаемые в другие
   01 Подоходный налог                   4 883 685              6              7
Функциональная группа
   Администратор бюджетных программ
      Наименование                        2021 год       2022 год       2023 год
      2. ЗАТРАТЫ                                 5              6              7
01    Услуги                                     5              6              7
"""


def test_labels_over_columns_of_amounts_say_their_years() -> None:
    rows = [b for b in read_document(as_raw("x.txt", YEARS.encode())).blocks if isinstance(b, Row)]
    parts = rows_of_year(rows)
    assert [year for year, _ in parts] == [2021, 2022, 2023]
    read_as = [[(line.name, line.amount) for line in read_table(part, 1, "x").lines] for _, part in parts]
    assert read_as[0][:2] == [
        ("1. ДОХОДЫ", 16_882_988),
        ("Налоговые поступления, не включаемые в другие", 4_883_685),
    ]
    assert [amount for _, amount in read_as[1]] == [16_000_000, 6, 6, 6, 6]
    assert [amount for _, amount in read_as[2]] == [7] * 5
