"""A table's row taken apart: codes at its left, amounts at its right, the name between."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from enum import Enum, auto

from parser import budget_code
from parser.budget_code import path_of_row, section_by_number
from parser.dataclass import dataclass
from parser.readers.grid import Cell, GridRow
from parser.readers.labels import holds_number, is_label, is_name_label, label_level
from parser.recent import Recent
from parser.text.amounts import amounts_of_rows, is_amount, is_nil
from parser.text.letters import ROUND
from parser.text.marks import without_marks

CODE = re.compile(budget_code.CODE)
# What fills a code's column that a row does not use: zeros, dashes, a cross, dots; no code is zero.
_FILLER = re.compile(r"0+\.?|[xх]|[^\w\s]{1,3}|_{1,3}", re.IGNORECASE)
_ZEROS = str.maketrans(dict.fromkeys(ROUND, "0"))
# A code whose zeros are printed as letters, in either alphabet: `O1`, `O06`.
_MISSPELT = re.compile(rf"(?=\D{{0,2}}\d)[\d{ROUND}]{{2,3}}")
_LETTER = re.compile(r"[^\W\d_]")
_DIGIT = re.compile(r"\d")
_SPACE = re.compile(r"\s+")
_HEADS_NUMBERS = re.compile(r"^\W*(?:№|%|п/п|[nр]\s*[/.]?\s*[сc]\b)", re.IGNORECASE)
_SHARE = re.compile(r"\d{1,3}(?:[.,]\d{1,3})?\s*%")  # stands among amounts, and is none
_HEADS_COUNT = re.compile(r"\W*(?:№|п/п|[nр]\s*[/.]?\s*[сc]\b)[\W\dп/]*", re.IGNORECASE)  # №; № п/п; р/с
_MOST = 16 * 2**20  # bytes of what is known of cells


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


@dataclass(frozen=True, slots=True)
class _CellText:
    """What a cell's text is by itself, footnote marks beside its words and numbers left out."""

    parts: tuple[str, ...]
    text: str
    is_number: bool  # has no letter
    is_code: bool
    is_filler: bool
    is_misspelt: bool  # a code, but for letters in the place of its zeros
    is_amount: bool  # or says that there is none
    is_label: bool

    @classmethod
    def read(cls, printed: tuple[str, ...]) -> _CellText:
        """What the paragraphs of a cell say."""
        parts = tuple(filter(None, map(without_marks, printed)))
        text = " ".join(parts)
        return cls(
            parts,
            text,
            is_number=_LETTER.search(text) is None,
            is_code=CODE.fullmatch(_SPACE.sub("", text).rstrip(".")) is not None,
            is_filler=_FILLER.fullmatch(text) is not None,
            is_misspelt=not text.isdecimal() and _MISSPELT.fullmatch(text) is not None,
            is_amount=is_amount(text)
            or is_nil(text)
            or _SHARE.fullmatch(text) is not None
            or len(amounts_of_rows(parts)) > 0,
            is_label=is_label(text),
        )

    @staticmethod
    def weigh(printed: tuple[str, ...], text: _CellText) -> int:
        """The bytes that both have."""
        return 600 + 4 * (sum(map(len, printed)) + len(text.text))


class RowReader:
    """Takes the rows of tables apart.

    Most codes, names and amounts of a document come again in it: each text is looked at once.
    """

    def __init__(self) -> None:
        self._seen: Recent[tuple[str, ...], _CellText] = Recent(_MOST, _CellText.weigh)

    def take_apart(self, row: GridRow) -> RowParts:
        """Tells by a row's own cells what each of them is: `04 | 464 | Отдел образования | 1 240`.

        From the left, numbers of three digits at most are codes. From the right, amounts are amounts, and so
        is what says that there is none (a dash). The name is what is left between.
        """
        texts = [self._look_at(cell.parts) for cell in row.cells]
        cells = tuple(map(_unmarked, row.cells, texts))
        if all(text.is_number for text in texts):
            if len(cells) >= 3 and all(text.text == str(count) for count, text in enumerate(texts, start=1)):
                return RowParts(row, RowKind.NUMBERING)
        elif _is_header(texts):
            return RowParts(row, RowKind.HEADER)
        begin, end = 0, len(cells)
        # A row without a name has amounts in signs.
        is_named = any(not (text.is_number or text.is_filler) for text in texts)
        while begin < end and (
            texts[begin].is_code or (is_named and (texts[begin].is_filler or texts[begin].is_misspelt))
        ):
            begin += 1
        while end > begin and texts[end - 1].is_amount:
            end -= 1
        codes, names, amounts = cells[:begin], cells[begin:end], cells[end:]
        if not amounts:  # a remark may stand behind the amount
            found = next((i for i, cell in enumerate(names) if i and is_amount(cell.text)), None)
            names, amounts = (names[:found], names[found : found + 1]) if found else (names, amounts)
        if begin == len(cells) > 1:
            codes, amounts = cells[:-1], cells[-1:]  # numbers only: the last is the amount
        titled = names and len(cells) == 1 and is_section(names[0].text)
        if (codes and (names or amounts)) or (names and amounts) or titled:
            codes = tuple(
                _with_zeros(cell) if text.is_misspelt else cell
                for cell, text in zip(codes, texts, strict=False) if not text.is_filler
            )  # fmt: skip
            return RowParts(row, RowKind.BODY, codes, names, amounts)
        return RowParts(row, RowKind.TEXT, names=cells)

    def _look_at(self, printed: tuple[str, ...]) -> _CellText:
        text = self._seen.get(printed)
        if text is None:
            text = _CellText.read(printed)
            self._seen.keep(printed, text)
        return text


def take_apart(row: GridRow) -> RowParts:
    """Takes one row apart; see `RowReader.take_apart`."""
    return RowReader().take_apart(row)


def is_heading_row(row: GridRow) -> bool:
    """Whether a row names or numbers a table's columns."""
    return take_apart(row).kind in (RowKind.HEADER, RowKind.NUMBERING)


def _unmarked(cell: Cell, text: _CellText) -> Cell:
    """A cell without footnote marks beside its words and numbers."""
    return cell if text.parts == cell.parts else replace(cell, parts=text.parts)


def _with_zeros(cell: Cell) -> Cell:
    """A cell with a code whose zeros are letters, as the code."""
    return replace(cell, parts=(cell.text.translate(_ZEROS),))


def _is_header(texts: Sequence[_CellText]) -> bool:
    """Whether every cell is a label, a column's number or a year, and one at least names a column.

    Beside the labels of levels anything may head further columns: `Категория | Класс | 2013 год, факт`.
    """
    labels: list[str] = []
    others: list[str] = []
    for text in texts:
        if text.is_label:
            labels.append(text.text)
        elif not _HEADS_NUMBERS.search(text.text):
            others.append(text.text)
    if not others:
        return bool(labels)
    levels = sum(1 for label in labels if label_level(label) is not None)
    if levels > 1 and any(map(is_name_label, labels)):  # no row of a budget has these words beside each other
        return True
    return levels > 1 and len(labels) > len(others) and not any(map(holds_number, others))


def heads_count(label: str) -> bool:
    """Whether a label heads the numbers that count the rows: `№`, `№ п/п`, `р/с`."""
    return _HEADS_COUNT.fullmatch(label) is not None


def is_section(name: str) -> bool:
    """Whether a name is a section's, with its number."""
    return section_by_number(name) is not None and path_of_row(name) is not None
