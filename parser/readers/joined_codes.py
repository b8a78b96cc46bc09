"""Codes printed in one number with those above them: `464003`, `04464003`, `1012`, as accounting prints them.

Where such a number is to be cut, nothing in it says. A row above does, whose code it begins with: `464003`
below `464` is its program 003. Where one of a table's numbers begins with no code above it, none is cut, and
no row with a code is sure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from parser.budget_code import FIRST_ADMINISTRATOR, LEVELS, TOP_CODES, level_printed
from parser.readers.grid import GridRow
from parser.records import Level

_FEW = 2  # rows with such a number, that are no chance
_COUNTED = ["1", "2", "3"]  # what numbers that count the rows begin with
_DIGITS = re.compile(r"\d{1,14}")
_LETTER = re.compile(r"[^\W\d_]")
_WIDEST = max(width for rule in LEVELS.values() for width in rule.printed)  # digits of one code
_ADMINISTRATOR = LEVELS[Level.ADMINISTRATOR].digits


def with_cut_codes(rows: Sequence[GridRow]) -> Sequence[GridRow]:
    """A table's rows with such numbers cut: into paths in the first column, else into the last codes.

    Args:
        rows: of the table; they are given back where none is to be cut.
    """
    numbers = [_number(row) for row in rows]
    begun = list(islice((number.lstrip("0") for number in numbers if number), len(_COUNTED)))
    joined = sum(number is not None and len(number) > _WIDEST for number in numbers)
    if joined < _FEW or begun == _COUNTED:
        return rows
    joined_numbers = _JoinedNumbers(numbers)
    paths: list[tuple[str, ...] | None] = []
    for index, number in enumerate(numbers):
        path = None if number is None else joined_numbers.path(index, number)
        if path == ():
            return [
                row if each is None else replace(row, unsure=True)
                for row, each in zip(rows, numbers, strict=True)
            ]
        paths.append(path)
    is_first = all(row.cells[0].column == 0 for row, path in zip(rows, paths, strict=True) if path)
    return [
        row if path is None else _with_code(row, " ".join(path) if is_first else path[-1])
        for row, path in zip(rows, paths, strict=True)
    ]


def _number(row: GridRow) -> str | None:
    """The digits that a row begins with, where its name follows."""
    text = row.cells[0].text.rstrip(".")
    is_named = len(row.cells) > 1 and _LETTER.search(row.cells[1].text) is not None
    return text if is_named and _DIGITS.fullmatch(text) else None


def _with_code(row: GridRow, code: str) -> GridRow:
    first, *others = row.cells
    return replace(row, cells=(replace(first, parts=(code,)), *others))


class _JoinedNumbers:
    """The numbers of a table, in print order, and what those above the one at hand stand for."""

    def __init__(self, numbers: Sequence[str | None]) -> None:
        self._numbers = numbers
        self._known: dict[str, tuple[str, ...]] = {}
        self._top: tuple[str, ...] = ()  # the group that rows stand in

    def path(self, index: int, number: str) -> tuple[str, ...]:
        """The codes of a number; none where those above it are not known."""
        if len(number) > _WIDEST or self._is_behind_top(index, number):
            ends = (len(number) - width for width in range(1, _WIDEST + 1))
            above = next((self._known[number[:end]] for end in ends if number[:end] in self._known), None)
            found = () if above is None else (*above, number[len(self._printed(above, number)) :])
            if found and (int(found[-1]) == 0 or level_printed(found) is None):
                return ()
        elif len(number) == _ADMINISTRATOR:
            found = (*self._top, number) if self._top else ()
        else:
            self._top, self._known = (number,), {}
            found = self._top
        if found:
            self._known[number] = found
        return found

    def _printed(self, above: tuple[str, ...], number: str) -> str:
        """How a number prints the codes above its own: with the group's, or without it."""
        whole = "".join(above)
        return whole if number.startswith(whole) else whole[len(above[0]) :]

    def _is_behind_top(self, index: int, number: str) -> bool:
        """Whether a number of an administrator's width or less begins with the top's, before its own."""
        top = "".join(self._top)
        if not top or not number.startswith(top) or len(number) == len(top):
            return False
        further = next((each for each in self._numbers[index + 1 :] if each is not None), "")
        below = further[len(number) :] if further.startswith(number) else ""
        if len(top) == 1:
            return int(top) in TOP_CODES[Level.CATEGORY] and len(below) < _ADMINISTRATOR
        is_administrator = int(below or 0) >= FIRST_ADMINISTRATOR  # that stands below a subgroup
        return int(number) < FIRST_ADMINISTRATOR or is_administrator
