"""Lines of many editions at once, as little of each as it takes to choose among them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, and_, case, false, func, or_, select

from parser.budget_code import Tree
from parser.records import Section
from storage import models
from storage.kept.reader import StoredReader
from storage.models import table
from storage.reading.catalogue import StoredEdition

_LINES = table(models.Line)


@dataclass(frozen=True, slots=True)
class LineOutline:
    """A line of an edition without its names and codes; `blocks` are its amounts row by row."""

    path: str
    section: Section
    level: int
    unit: int
    blocks: tuple[int, ...]
    rows: tuple[int, ...]  # where each block is printed

    @property
    def amount(self) -> int:
        """The sum of the blocks."""
        return sum(self.blocks)


@dataclass(frozen=True, slots=True)
class OutlinedRow:
    """One printed row of a line."""

    path: str
    amount: int
    row: int


@dataclass(slots=True)
class Wanted:
    """Which lines of which editions are to be looked at.

    Attributes:
        editions: by `StoredEdition.key`.
        paths: the lines with these paths.
        amounts: the lines that print an amount within one of these ranges, or whose blocks sum up to one.
        whole: the keys of editions of which all lines are wanted.
    """

    editions: dict[int, StoredEdition] = field(default_factory=dict)
    paths: set[str] = field(default_factory=set)
    amounts: set[tuple[int, int]] = field(default_factory=set)
    whole: set[int] = field(default_factory=set)

    def add(self, other: Wanted) -> None:
        """Adds all that another one wants."""
        self.editions |= other.editions
        self.paths |= other.paths
        self.amounts |= other.amounts
        self.whole |= other.whole


class Outlines:
    """The lines of editions as far as they were read."""

    def __init__(self, known: Mapping[int, Iterable[LineOutline]] | None = None) -> None:
        """Takes lines that are known without reading, in print order, by `StoredEdition.key`."""
        self._lines = {key: {line.path: line for line in lines} for key, lines in (known or {}).items()}
        self._read: set[tuple[int, str]] = set()  # lines that were looked for, there or not
        self._whole: set[int] = set()

    def lines(self, edition: StoredEdition) -> Mapping[str, LineOutline]:
        """What was read of an edition, by path, in print order."""
        return self._lines.get(edition.key, {})

    def knows(self, edition: StoredEdition, path: str) -> bool:
        """Whether it was read if an edition has a line."""
        return edition.key in self._whole or (edition.key, path) in self._read

    def tree(self, edition: StoredEdition) -> Tree[OutlinedRow]:
        """What stands under what in an edition of which all lines were read."""
        rows = [
            OutlinedRow(line.path, amount, row)
            for line in self.lines(edition).values()
            for amount, row in zip(line.blocks, line.rows, strict=True)
        ]
        return Tree(sorted(rows, key=lambda printed: printed.row))

    async def read(self, connection: StoredReader, wanted: Wanted) -> None:
        """Reads what is wanted, in one query; where nothing is wanted, none is made."""
        if not wanted.editions or not (wanted.paths or wanted.amounts or wanted.whole):
            return
        names = ("edition_id", "path", "section", "level", "amount", "row")
        query = select(*(_LINES.c[name] for name in names)).where(_condition(wanted)).order_by(_LINES.c.row)
        self._read |= {(key, path) for key in wanted.editions for path in wanted.paths}
        self._whole |= wanted.whole
        by_text: dict[int, dict[str, list[Any]]] = {}
        order: dict[int, dict[str, None]] = {}  # the paths of each edition as they are printed
        keys = {text_id: key for key, edition in wanted.editions.items() for text_id in edition.text_ids}
        for row in await connection.execute(query):
            by_text.setdefault(row.edition_id, {}).setdefault(row.path, []).append(row)
            order.setdefault(keys[row.edition_id], {})[row.path] = None
        for key, paths in order.items():
            known = self._lines.setdefault(key, {})
            known.update({path: _outline(wanted.editions[key], path, by_text) for path in paths})


def _condition(wanted: Wanted) -> ColumnElement[bool]:
    text_ids = [text_id for edition in wanted.editions.values() for text_id in edition.text_ids]
    whole = [text_id for key in wanted.whole for text_id in wanted.editions[key].text_ids]
    within = or_(_LINES.c.path.in_(list(wanted.paths)), _prints(wanted.amounts, text_ids))
    return or_(and_(_LINES.c.edition_id.in_(text_ids), within), _LINES.c.edition_id.in_(whole))


def _prints(ranges: Iterable[tuple[int, int]], text_ids: list[int]) -> ColumnElement[bool]:
    """Whether a line, or one of its blocks, has an amount within a range somewhere."""

    def within(amount: ColumnElement[int]) -> ColumnElement[bool]:
        return or_(false(), *(amount.between(low, high) for low, high in ranges))

    printed = func.max(case((within(_LINES.c.amount), 1), else_=0)) == 1
    paths = (
        select(_LINES.c.path)
        .where(_LINES.c.edition_id.in_(text_ids))
        .group_by(_LINES.c.edition_id, _LINES.c.path)
        .having(or_(within(func.sum(_LINES.c.amount)), printed))
    )
    return _LINES.c.path.in_(paths) if ranges else false()


def _outline(
    edition: StoredEdition, path: str, by_text: Mapping[int, Mapping[str, list[Any]]]
) -> LineOutline:
    """A line from the first text that has it."""
    text = next(text for text in edition.texts if path in by_text.get(text.id, {}))
    rows = by_text[text.id][path]
    amounts, numbers = (tuple(getattr(row, name) for row in rows) for name in ("amount", "row"))
    return LineOutline(path, rows[0].section, rows[0].level, text.unit, amounts, numbers)
