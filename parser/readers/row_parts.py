"""A table's row taken apart: codes at its left, amounts at its right, the name between."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from parser import budget_code
from parser.budget_code import path_of_row, section_by_number
from parser.readers.grid import Cell, GridRow
from parser.readers.labels import is_label, label_level
from parser.text.amounts import is_amount, is_nil
from parser.text.marks import without_marks

CODE = re.compile(budget_code.CODE)
# What fills a code's column that a row does not use: zeros, dashes, a cross, dots; no code is zero.
_FILLER = re.compile(r"0+\.?|[xх]|[^\w\s]{1,3}|_{1,3}", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")
_DIGIT = re.compile(r"\d")
_SPACE = re.compile(r"\s+")
_HEADS_NUMBERS = re.compile(r"^\W*(?:№|%|п/п|[nр]\s*[/.]?\s*[сc]\b)", re.IGNORECASE)


class RowKind(Enum):
    """What a row of a table is."""

    TEXT = auto()
    HEADER = auto()
    NUMBERING = auto()
    BODY = auto()


@dataclass(frozen=True, slots=True)
class RowParts:
    """A grid row taken apart. Of a row that is no body row, all cells are names."""

    row: GridRow
    kind: RowKind
    codes: tuple[Cell, ...] = ()
    names: tuple[Cell, ...] = ()
    amounts: tuple[Cell, ...] = ()


def take_apart(row: GridRow) -> RowParts:
    """Tells by a row's own cells what each of them is.

    Numbers of three digits at most are codes where they stand at the left; what is an amount or says
    that there is none is an amount where it stands at the right.
    """
    cells = tuple(map(_unmarked, row.cells))
    texts = [cell.text for cell in cells]
    if not any(map(_LETTER.search, texts)):
        if len(cells) >= 3 and texts == [str(count) for count in range(1, len(cells) + 1)]:
            return RowParts(row, RowKind.NUMBERING)
    elif _is_header(cells):
        return RowParts(row, RowKind.HEADER)
    begin, end = 0, len(cells)
    is_named = any(_LETTER.search(text) and not _FILLER.fullmatch(text) for text in texts)
    while begin < end and _is_code_or_filler(texts[begin], is_named=is_named):
        begin += 1
    while end > begin and (is_amount(texts[end - 1]) or is_nil(texts[end - 1])):
        end -= 1
    codes, names, amounts = cells[:begin], cells[begin:end], cells[end:]
    if not amounts:  # a remark may stand behind the amount
        found = next((i for i, cell in enumerate(names) if i and is_amount(cell.text)), None)
        names, amounts = (names[:found], names[found : found + 1]) if found else (names, amounts)
    if not any(_LETTER.search(cell.text) for cell in names) and begin == len(cells) > 1:
        codes, amounts = cells[:-1], cells[-1:]  # numbers only: the last is the amount
    titled = names and len(row.cells) == 1 and is_section(names[0].text)
    if (codes and (names or amounts)) or (names and amounts) or titled:
        codes = tuple(cell for cell in codes if not _FILLER.fullmatch(cell.text))
        return RowParts(row, RowKind.BODY, codes, names, amounts)
    return RowParts(row, RowKind.TEXT, names=cells)


def is_heading_row(row: GridRow) -> bool:
    """Whether a row names or numbers a table's columns."""
    return take_apart(row).kind in (RowKind.HEADER, RowKind.NUMBERING)


def _is_code_or_filler(text: str, *, is_named: bool) -> bool:
    """Whether a cell at the left holds a code, or stands empty; a row without a name has amounts in signs."""
    is_code = CODE.fullmatch(_SPACE.sub("", text).rstrip(".")) is not None
    return is_code or (is_named and _FILLER.fullmatch(text) is not None)


def _unmarked(cell: Cell) -> Cell:
    """A cell without footnote marks beside its words and numbers."""
    parts = tuple(filter(None, map(without_marks, cell.parts)))
    return cell if parts == cell.parts else replace(cell, parts=parts)


def _is_header(cells: Sequence[Cell]) -> bool:
    """Whether every cell is a label, a column's number or a year, and one at least names a column.

    Beside the labels of levels anything may head further columns: `Категория | Класс | Сумма | Факт`.
    """
    labels: list[str] = []
    others: list[str] = []
    for text in (cell.text for cell in cells):
        if is_label(text):
            labels.append(text)
        elif not _HEADS_NUMBERS.search(text):
            others.append(text)
    if not others:
        return bool(labels)
    levels = sum(1 for label in labels if label_level(label) is not None)
    return levels > 1 and len(labels) > len(others) and not any(map(_DIGIT.search, others))


def is_section(name: str) -> bool:
    """Whether a name is a section's, with its number."""
    return section_by_number(name) is not None and path_of_row(name) is not None
