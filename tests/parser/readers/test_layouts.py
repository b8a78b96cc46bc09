"""Invented budgets printed in every layout of tables, read back equal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from parser.document import Document, Row
from parser.readers.detect import read_document
from parser.readers.files import as_raw
from parser.records import Language
from parser.tables.table import Table, find_lack, read_table
from tests.conftest import examples
from tests.harness.sweeping import crossed
from tests.parser.budgets import Budget, budgets
from tests.parser.contents import Printer, TableOf
from tests.parser.layouts import (
    Cell,
    Layout,
    as_aligned,
    as_docx,
    as_html,
    as_tabbed,
    capitalized,
    layouts,
    tables_of,
    with_subgroups,
)
from tests.parser.office import PRINTERS

_SETTINGS = settings(
    max_examples=examples(5),
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def of_tables(printer: Printer) -> Callable[[list[list[list[Cell]]]], bytes]:
    """A printer of office forms as one of bare tables."""
    return lambda tables: printer([TableOf(table) for table in tables])


# Every form once; the other ways of printing it have tests of their own.
OFFICE = [of_tables(printer) for form, printer in PRINTERS.items() if " " not in form]


def rows_of(document: Document) -> list[Row]:
    return [block for block in document.blocks if isinstance(block, Row)]


def read(data: bytes) -> Table:
    rows = rows_of(read_document(as_raw("decision", data)))
    assert find_lack(rows) is None
    return read_table(rows, 1000, "decision")


def assert_equal(budget: Budget, table: Table) -> None:
    assert [(line.path, line.name, line.amount) for line in table.lines] == [
        (row.path, " ".join(row.name.split()), row.amount * 1000) for row in budget.rows
    ]


def drawn(data: st.DataObject, language: Language) -> tuple[Budget, Layout]:
    budget: Budget = data.draw(budgets(language))
    layout: Layout = data.draw(layouts)
    return (with_subgroups(budget) if layout.subgroups else budget), layout


@pytest.mark.parametrize(("printed", "language"), crossed([as_html, as_docx, *OFFICE], Language))
@_SETTINGS
@given(data=st.data())
def test_tables_with_cells(printed: Callable[..., bytes], language: Language, data: st.DataObject) -> None:
    budget, layout = drawn(data, language)
    assert_equal(budget, read(printed(tables_of(budget, layout))))


@pytest.mark.parametrize("language", Language)
@_SETTINGS
@given(data=st.data())
def test_plain_text_with_tabs(language: Language, data: st.DataObject) -> None:
    budget, layout = drawn(data, language)
    layout = replace(layout, header="flat", title=False)
    assert_equal(budget, read(as_tabbed(tables_of(budget, layout))))


@pytest.mark.parametrize("language", Language)
@_SETTINGS
@given(data=st.data())
def test_plain_text_with_columns_of_spaces(language: Language, data: st.DataObject) -> None:
    budget, layout = drawn(data, language)
    budget = capitalized(budget)  # without cells, only a capital tells where a wrapped name begins
    layout = replace(
        layout, header="flat", title=False, numbering="none", spans=(1, 1, 1, 1), empty_rows=False,
        minus="-", amount="spaces" if layout.amount == "thin" else layout.amount,
    )  # fmt: skip
    assert_equal(budget, read(as_aligned(tables_of(budget, layout))))
