"""A document with where its lines are printed, and what a mutation of it makes of them."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import TypeAlias

from parser.budget_code import BALANCES, LEAVES, Tree, level_of
from parser.records import Level
from tests.parser.contents import CellOf, Content, TableOf
from tests.parser.mutations.readings import Figures, Reading, ReadLine

Chance = random.Random
Key: TypeAlias = tuple[int, int]  # the index of a table among the contents, and of a row in it

_AMOUNT = re.compile(r"-?(?:\d{1,3}(?: \d{3})*|\d+)(?:,\d+)?")
_PLACE = re.compile(r"table (\d+), row (\d+)$")


@dataclass(frozen=True)
class Printed:
    """A document and its lines by where they are printed.

    Attributes:
        contents: of the document.
        lines: in print order.
        unit: tenge in one printed unit.
    """

    contents: tuple[Content, ...]
    lines: Mapping[Key, ReadLine]
    unit: int

    @cached_property
    def keys(self) -> list[Key]:
        return list(self.lines)

    @cached_property
    def tree(self) -> Tree[ReadLine]:
        return Tree(list(self.lines.values()))

    def above(self, key: Key) -> int | None:
        """Which of the lines stands right above a line."""
        return self.tree.parent(self.keys.index(key))

    def below(self, key: Key) -> Sequence[int]:
        """Which of the lines stand right below a line."""
        return self.tree.children(self.keys.index(key))

    def is_leaf(self, key: Key) -> bool:
        """Whether a line is a program or a subclass, and nothing stands below it."""
        return level_of(self.lines[key].path) in LEAVES and not self.below(key)

    def is_summed(self, key: Key) -> bool:
        """Whether sums tell of a change of a line's amount: what it is part of is printed, or its parts are.

        Of a balance that is nothing neither part need be printed.
        """
        line = self.lines[key]
        return self.above(key) is not None or (bool(self.below(key)) and line.path not in BALANCES)

    def with_changed(self, changed: Mapping[Key, Figures | None]) -> tuple[Figures, ...]:
        """All lines, some with other figures, or gone."""
        figures = [changed.get(key, line.figures) for key, line in self.lines.items()]
        return tuple(filter(None, figures))


def printed_as(contents: Sequence[Content], reading: Reading, unit: int) -> Printed:
    """A document and its reading, whose places are those of a page that prints it."""
    tables = [index for index, content in enumerate(contents) if isinstance(content, TableOf)]
    lines = {}
    for line in reading.lines:
        place = _PLACE.search(line.at)
        assert place, line
        lines[tables[int(place[1]) - 1], int(place[2]) - 1] = line
    return Printed(tuple(contents), lines, unit)


@dataclass(frozen=True)
class Mutation:
    """A mutated document and what is to be read in it.

    Attributes:
        contents: of the document.
        lines: that are printed in it.
        shows: whether something must be told, for the sums show it or a cell says nothing.
        exact: whether lines may only be read as they are printed, though something may be told of them.
        free: names of lines whose codes are gone or elsewhere: their paths may be others.
    """

    contents: tuple[Content, ...]
    lines: tuple[Figures, ...]
    shows: bool = False
    exact: bool = False
    free: frozenset[str] = frozenset()


Mutate: TypeAlias = Callable[[Printed, Chance], Mutation | None]


@dataclass
class Draft:
    """A document that is being changed."""

    printed: Printed
    _rows: dict[int, list[list[CellOf]]] = field(default_factory=dict)

    def rows(self, table: int) -> list[list[CellOf]]:
        """The rows of a table, to be changed."""
        content = self.printed.contents[table]
        assert isinstance(content, TableOf)
        return self._rows.setdefault(table, [list(row) for row in content.rows])

    def row(self, key: Key) -> list[CellOf]:
        """The cells of a row, to be changed."""
        return self.rows(key[0])[key[1]]

    def write(self, key: Key, cell: int, text: str) -> None:
        """Prints another text in a cell."""
        self.row(key)[cell] = (text, *self.row(key)[cell][1:])

    def contents(self) -> tuple[Content, ...]:
        return tuple(
            TableOf(self._rows[index]) if index in self._rows else content
            for index, content in enumerate(self.printed.contents)
        )


@dataclass(frozen=True)
class AmountCell:
    """A cell that prints a line's amount and nothing else."""

    draft: Draft
    key: Key
    cell: int
    text: str

    @property
    def line(self) -> ReadLine:
        return self.draft.printed.lines[self.key]

    def saying(self, text: str, amount: int | None = None, *, exact: bool = True) -> Mutation:
        """The document with another text in the cell.

        Args:
            text: of the cell.
            amount: in tenge, that it prints; None where it prints none.
            exact: as in `Mutation`.
        """
        printed = self.draft.printed
        self.draft.write(self.key, self.cell, text)
        if amount is None:
            return Mutation(self.draft.contents(), printed.with_changed({self.key: None}), shows=True)
        path, name, before = self.line.figures
        # What is subtracted may be printed with a minus or without one.
        shows = abs(amount) != abs(before) and printed.is_summed(self.key)
        lines = printed.with_changed({self.key: (path, name, amount)})
        return Mutation(self.draft.contents(), lines, shows=shows, exact=exact)


def amount_cell(
    printed: Printed, chance: Chance, *, leaf: bool = False, zero: bool = True
) -> AmountCell | None:
    """The cell of a line's amount, drawn by lot.

    Args:
        printed: the document.
        chance: draws.
        leaf: whether it must be a program's or a subclass's.
        zero: whether it may print a zero.
    """
    keys = [
        key
        for key in printed.keys
        if (not leaf or printed.is_leaf(key)) and (zero or printed.lines[key].amount)
    ]
    draft = Draft(printed)
    for key in chance.sample(keys, len(keys)):
        row = draft.row(key)
        filled = [index for index, cell in enumerate(row) if cell[0]]
        text = row[filled[-1]][0] if filled else ""
        if isinstance(text, str) and _AMOUNT.fullmatch(text) and len(filled) > 1:
            return AmountCell(draft, key, filled[-1], text)
    return None


def code_cell(printed: Printed, chance: Chance, *, leaf: bool = False) -> tuple[Draft, Key, int] | None:
    """The cell of the own code of a line that is not zero, drawn by lot: the last before its name.

    A zero that is read at another place makes no difference to any sum.
    """
    keys = [key for key in printed.keys if (not leaf or printed.is_leaf(key)) and printed.lines[key].amount]
    draft = Draft(printed)
    for key in chance.sample(keys, len(keys)):
        row = draft.row(key)
        codes = [index for index, cell in enumerate(row[:-2]) if str(cell[0]).isdigit()]
        if codes and level_of(printed.lines[key].path) is not Level.SUBGROUP:
            return draft, key, codes[-1]
    return None


def tenge(text: str, unit: int) -> int:
    """An amount of digits, spaces and a comma in tenge."""
    amount = int(Decimal(text.replace(" ", "").replace(",", ".").lstrip("-") or 0) * unit)
    return -amount if text.startswith("-") else amount


def spaced(digits: str) -> str:
    """Digits in groups of three."""
    whole, comma, part = digits.partition(",")
    return f"{int(whole or 0):,}".replace(",", " ") + comma + part
