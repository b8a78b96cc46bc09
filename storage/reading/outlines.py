"""Lines of many editions at once, as little of each as it takes to choose among them.

What is kept in memory is a whole edition: whatever is asked of it next is there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from parser.budget_code import Tree
from parser.dataclass import dataclass
from parser.records import Section
from storage.kept.reader import StoredReader
from storage.reading.catalogue import StoredEdition
from storage.reading.printed_amounts import AmountRow, Wanted, read_printed_amounts

_MOST_TEXTS = 8  # that are read whole at once, to be kept


@dataclass(frozen=True, slots=True)
class LineOutline:
    """A line of an edition without its names and codes: all that it takes to choose among many.

    Attributes:
        level: 0 for a section's total, then 1, 2, 3…
        unit: tenge in one printed unit.
        blocks: its amounts in tenge, row by row: an administrator may be printed in several.
    """

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
        self._trees: dict[int, Tree[OutlinedRow]] = {}  # of the lines that are known

    def lines(self, edition: StoredEdition) -> Mapping[str, LineOutline]:
        """What was read of an edition, by path, in print order."""
        return self._lines.get(edition.key, {})

    def knows(self, edition: StoredEdition, path: str) -> bool:
        """Whether it was read if an edition has a line."""
        return edition.key in self._whole or (edition.key, path) in self._read

    def tree(self, edition: StoredEdition) -> Tree[OutlinedRow]:
        """What stands under what in an edition of which all lines were read."""
        tree = self._trees.get(edition.key)
        if tree is None:
            rows = [
                OutlinedRow(line.path, amount, row)
                for line in self.lines(edition).values()
                for amount, row in zip(line.blocks, line.rows, strict=True)
            ]
            tree = self._trees[edition.key] = Tree(sorted(rows, key=lambda printed: printed.row))
        return tree

    async def read(self, reader: StoredReader, wanted: Wanted) -> None:
        """Reads what is wanted, in one query at most: none where nothing is wanted or all is in memory."""
        if not wanted.editions or not (wanted.paths or wanted.amounts or wanted.whole):
            return
        self._read |= {(key, path) for key in wanted.editions for path in wanted.paths}
        self._whole |= wanted.whole
        kept = await _find_kept(reader, wanted.editions)
        if kept is None:
            found = _outline_all(await read_printed_amounts(reader, wanted), wanted.editions)
        else:
            found = _choose(kept, wanted)
        for key, lines in found.items():
            self._lines.setdefault(key, {}).update(lines)
            self._trees.pop(key, None)


@dataclass(frozen=True, slots=True)
class _WholeEdition:
    """All lines of an edition, by path and in print order, and the amounts that any of its texts prints."""

    lines: Mapping[str, LineOutline]
    amounts: Mapping[str, tuple[int, ...]]  # by path: blocks and their sums

    def find_amounts(self, ranges: Collection[tuple[int, int]]) -> Iterable[str]:
        """The lines that print an amount within a range, or whose blocks sum up to one."""
        for path, amounts in self.amounts.items():
            if any(low <= amount <= high for amount in amounts for low, high in ranges):
                yield path


async def _find_kept(
    reader: StoredReader, editions: Mapping[int, StoredEdition]
) -> dict[int, _WholeEdition] | None:
    """Editions from memory; those that are not there are read. None where that would be too many."""
    found: dict[int, _WholeEdition | None] = {
        key: reader.find(_memory_key(each)) for key, each in editions.items()
    }
    lacking = {key: editions[key] for key, whole in found.items() if whole is None}
    if not reader.keeps or sum(len(each.texts) for each in lacking.values()) > _MOST_TEXTS:
        return None
    if lacking:
        rows = await read_printed_amounts(reader, Wanted(lacking, whole=set(lacking)))
        outlined = _outline_all(rows, lacking)
        for key, edition in lacking.items():
            amounts = _list_amounts(row for row in rows if row.edition_id in edition.text_ids)
            whole = found[key] = _WholeEdition(outlined.get(key, {}), amounts)
            reader.keep(_memory_key(edition), whole)
    return {key: whole for key, whole in found.items() if whole is not None}


def _memory_key(edition: StoredEdition) -> tuple[str, tuple[int, ...]]:
    return "outlines", edition.text_ids


def _choose(kept: Mapping[int, _WholeEdition], wanted: Wanted) -> dict[int, dict[str, LineOutline]]:
    """Those lines of whole editions that are wanted; what one prints an amount of is wanted of all."""
    paths = wanted.paths
    if wanted.amounts:
        paths = paths.union(*(each.find_amounts(wanted.amounts) for each in kept.values()))
    return {
        key: {path: each.lines[path] for path in filter(paths.__contains__, each.lines)}
        if key not in wanted.whole
        else dict(each.lines)
        for key, each in kept.items()
    }


def _list_amounts(rows: Iterable[AmountRow]) -> dict[str, tuple[int, ...]]:
    """The amounts of the blocks of each line, and their sum, as each text prints them."""
    blocks: dict[str, dict[int, list[int]]] = {}
    for row in rows:
        blocks.setdefault(row.path, {}).setdefault(row.edition_id, []).append(row.amount)
    return {
        path: tuple({amount for printed in texts.values() for amount in (sum(printed), *printed)})
        for path, texts in blocks.items()
    }


def _outline_all(
    rows: Iterable[AmountRow], editions: Mapping[int, StoredEdition]
) -> dict[int, dict[str, LineOutline]]:
    """The lines of editions whose rows were read in print order."""
    paths: dict[str, str] = {}  # each once, however many texts print it
    by_text: dict[int, dict[str, list[AmountRow]]] = {}
    order: dict[int, dict[str, None]] = {}  # the paths of each edition as they are printed
    keys = {text_id: key for key, edition in editions.items() for text_id in edition.text_ids}
    for row in rows:
        path = paths.setdefault(row.path, row.path)
        by_text.setdefault(row.edition_id, {}).setdefault(path, []).append(row)
        order.setdefault(keys[row.edition_id], {})[path] = None
    return {
        key: {path: _outline(editions[key], path, by_text) for path in printed}
        for key, printed in order.items()
    }


def _outline(
    edition: StoredEdition, path: str, by_text: Mapping[int, Mapping[str, list[AmountRow]]]
) -> LineOutline:
    """A line from the first text that has it."""
    text = next(text for text in edition.texts if path in by_text.get(text.id, {}))
    rows = by_text[text.id][path]
    amounts, numbers = (tuple(getattr(row, name) for row in rows) for name in ("amount", "row"))
    return LineOutline(path, rows[0].section, rows[0].level, text.unit, amounts, numbers)
