"""One way of writing a cell: no text is a formula, no number loses a digit.

A spreadsheet takes a text of a CSV file for a formula where it begins with `=`, `+`, `-` or `@`, and names of
documents may begin with anything. An apostrophe before such a text keeps it a text; `unguarded` takes it off.
"""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import xlsxwriter
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

EXACT = 10**15  # beyond, a spreadsheet's numbers lose digits: such an amount is written as text
_LONGEST = 32_767  # letters that a cell of a workbook holds
_APOSTROPHE = "'"
# What a formula may begin with; a number with its sign is none. The wide signs are East Asian.
_FORMULA = re.compile(r"'*(?:[=@\t\r\n＝＠]|[+\-＋－](?![\d\s.,]*\Z))")


def guarded(text: str) -> str:
    """A text as a cell of a CSV file that no spreadsheet takes for a formula.

    >>> guarded("=1+1")
    "'=1+1"
    >>> guarded("-281"), guarded("Образование")
    ('-281', 'Образование')
    """
    return f"{_APOSTROPHE}{text}" if _FORMULA.match(text) else text


def unguarded(cell: str) -> str:
    """The text behind a cell that `guarded` gave.

    >>> unguarded(guarded("=1+1")), unguarded(guarded("'=1+1")), unguarded("'quoted'")
    ('=1+1', "'=1+1", "'quoted'")
    """
    return cell[1:] if cell.startswith(_APOSTROPHE) and _FORMULA.match(cell) else cell


def open_workbook(target: Path | io.BytesIO, *, row_by_row: bool = False) -> xlsxwriter.Workbook:
    """A workbook to write, in which a text is never a formula or a link.

    Args:
        target: where it goes when it is closed.
        row_by_row: keep only one row in memory.
    """
    options = {"constant_memory": row_by_row, "strings_to_formulas": False, "strings_to_urls": False}
    if isinstance(target, io.BytesIO):
        options["in_memory"] = True
    import xlsxwriter  # noqa: PLC0415 - a bot may run for days before anybody wants a table

    return xlsxwriter.Workbook(str(target) if isinstance(target, Path) else target, options)


def write_cell(sheet: Worksheet, row: int, column: int, value: Any, form: Format | None = None) -> None:  # noqa: ANN401 - whatever a table holds
    """Writes a value: a number as one where a spreadsheet keeps all its digits, anything else as text.

    Args:
        sheet: of a workbook.
        row: counted from 0.
        column: counted from 0.
        value: a whole number or a text; None and an empty text leave the cell empty.
        form: how it is shown.
    """
    if value is None or value == "":
        return
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < EXACT:
        sheet.write_number(row, column, value, form)
    else:
        sheet.write_string(row, column, str(value)[:_LONGEST], form)
