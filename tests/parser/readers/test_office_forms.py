"""One budget in every form of office programs: what a person sees is read, row for row as from a page."""

from __future__ import annotations

from pathlib import Path

import pytest

from parser.document import Paragraph, Row
from parser.readers.detect import read_document
from parser.readers.files import as_raw
from parser.records import Language
from parser.tables.table import find_lack, read_table
from tests.parser.contents import CellOf, contents_of, with_cell, with_row_after
from tests.parser.office import PRINTERS
from tests.parser.typography import BASE, EXPECTED, lines

CONTENTS = contents_of(BASE)
every_form = pytest.mark.parametrize("form", PRINTERS)
NAME = "Общеобразовательное обучение"
GONE: list[CellOf] = [("", 1, 1), ("", 1, 1), ("004", 1, 1), ("Исключенное", 1, 1), ("7", 1, 1)]


@every_form
def test_it_is_read_as_the_page_is(form: str) -> None:
    assert lines(form, PRINTERS[form](CONTENTS)) == EXPECTED


@every_form
@pytest.mark.parametrize(
    "amount",
    [
        (("1 100", "struck"), (" 1 240", "")),
        (("1 240", ""), ("1", "raised")),
        (("1 240", ""), ("1)", "raised")),
        (("1 240", "raised"),),
        (("1 240 тг", ""),),
        (("1 240*", ""),),
        (("1 240¹", ""),),
        (("1'240", ""),),
    ],
)
def test_an_amount_is_what_is_seen(form: str, amount: tuple[tuple[str, str], ...]) -> None:
    contents = with_cell(CONTENTS, "1 240", (amount, 1, 1))
    assert lines(form, PRINTERS[form](contents), warned="тг" in amount[0][0]) == EXPECTED


@every_form
def test_a_name_and_a_code_are_what_is_seen(form: str) -> None:
    name = (("Старое", "struck"), (f" {NAME}", ""), ("2", "raised"))
    contents = with_cell(
        with_cell(CONTENTS, NAME, (name, 1, 1)), "003", ((("003", ""), ("1", "raised")), 1, 1)
    )
    assert lines(form, PRINTERS[form](contents)) == EXPECTED


@every_form
@pytest.mark.parametrize("look", ["struck", "hidden"])
def test_a_row_that_is_not_seen_is_not_read(form: str, look: str) -> None:
    row: list[CellOf] = [(((str(text), look),) if text else "", span, height) for text, span, height in GONE]
    assert lines(form, PRINTERS[form](with_row_after(CONTENTS, "1 240", row))) == EXPECTED


@every_form
def test_a_hidden_row_is_not_read(form: str) -> None:
    printed = PRINTERS[form](with_row_after(CONTENTS, "1 240", GONE, hidden=True))
    told = form.startswith(
        ("xlsx", "ods")
    )  # what a person or a filter hides in a workbook may be shown again
    assert lines(form, printed, warned=told) == EXPECTED


@every_form
@pytest.mark.parametrize("language", Language)
def test_a_whole_budget(form: str, language: Language) -> None:
    folder = Path("tests/parser/documents")
    page = (folder / f"one-table.{language}.html").read_text(encoding="utf-8")
    document = read_document(as_raw("x", PRINTERS[form](contents_of(page))))
    assert (document.source.format, document.source.language) == (form.split(maxsplit=1)[0], language)
    rows = [block for block in document.blocks if isinstance(block, Row)]
    assert find_lack(rows) is None
    read = [f"{line.path}\t{line.name}\t{line.amount // 1000}" for line in read_table(rows, 1000, form).lines]
    assert read == (folder / f"expected.{language}.tsv").read_text(encoding="utf-8").splitlines()
    text = " ".join(block.text for block in document.blocks if isinstance(block, Paragraph))
    assert ("№ 2-3" in text, "1-1" in text) == (True, True)
