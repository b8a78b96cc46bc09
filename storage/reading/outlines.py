"""Lines of many editions at once, as little of each as it takes to choose among them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from parser.budget_code import Tree
from parser.records import Section
from storage.kept.reader import StoredReader
from storage.reading.catalogue import StoredEdition
from storage.reading.printed_amounts import AmountRow, Wanted, read_printed_amounts


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

    async def read(self, reader: StoredReader, wanted: Wanted) -> None:
        """Reads what is wanted, in one query at most: none where nothing is wanted or all is in memory."""
        if not wanted.editions or not (wanted.paths or wanted.amounts or wanted.whole):
            return
        self._read |= {(key, path) for key in wanted.editions for path in wanted.paths}
        self._whole |= wanted.whole
        by_text: dict[int, dict[str, list[AmountRow]]] = {}
        order: dict[int, dict[str, None]] = {}  # the paths of each edition as they are printed
        keys = {text_id: key for key, edition in wanted.editions.items() for text_id in edition.text_ids}
        for row in await read_printed_amounts(reader, wanted):
            by_text.setdefault(row.edition_id, {}).setdefault(row.path, []).append(row)
            order.setdefault(keys[row.edition_id], {})[row.path] = None
        for key, paths in order.items():
            known = self._lines.setdefault(key, {})
            known.update({path: _outline(wanted.editions[key], path, by_text) for path in paths})


def _outline(
    edition: StoredEdition, path: str, by_text: Mapping[int, Mapping[str, list[AmountRow]]]
) -> LineOutline:
    """A line from the first text that has it."""
    text = next(text for text in edition.texts if path in by_text.get(text.id, {}))
    rows = by_text[text.id][path]
    amounts, numbers = (tuple(getattr(row, name) for row in rows) for name in ("amount", "row"))
    return LineOutline(path, rows[0].section, rows[0].level, text.unit, amounts, numbers)
