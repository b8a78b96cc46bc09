"""What stands under what among an edition's lines, and which lines tell a change between two editions."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from parser.budget_code import Tree
from parser.dataclass import dataclass
from parser.records import Language
from storage.reading.records import Block, Figure, LineInfo

_LANGUAGES = tuple(Language)


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """One printed row of a line."""

    line: LineInfo
    block: Block

    @property
    def path(self) -> str:
        """Of the line."""
        return self.line.path

    @property
    def amount(self) -> int:
        """Of this row alone."""
        return self.block.amount


def build_tree(lines: Mapping[str, LineInfo]) -> Tree[PrintedRow]:
    """The rows of an edition's lines with what stands under what.

    Lines that only the second text has stand where their paths say: their rows are counted otherwise.

    Args:
        lines: of one edition by path, all of them or a line with all that is printed around it.
    """
    first = min((_LANGUAGES.index(line.language) for line in lines.values()), default=0)
    own: list[PrintedRow] = []
    unordered: list[PrintedRow] = []
    for line in lines.values():
        rows = own if _LANGUAGES.index(line.language) == first else unordered
        rows.extend(PrintedRow(line, block) for block in line.blocks)
    own.sort(key=lambda row: row.block.row)
    return Tree(own, unordered)


def list_children(tree: Tree[PrintedRow], path: str) -> list[LineInfo]:
    """The lines right below a line, each with the rows that are printed there.

    An administrator that is printed in two subgroups is below each of them with its rows there.
    """
    blocks: dict[str, list[PrintedRow]] = {}
    for index in tree.rows_below(path):
        row = tree.rows[index]
        blocks.setdefault(row.path, []).append(row)
    return [rows[0].line.of_blocks(row.block for row in rows) for rows in blocks.values()]


class TreePair:
    """Two editions of a year side by side, to tell every change once and not on every level again."""

    def __init__(self, old: Tree[PrintedRow], new: Tree[PrintedRow]) -> None:
        self.old = old
        self.new = new
        old_paths, new_paths = ({row.path for row in tree.rows} for tree in (old, new))
        both = old_paths & new_paths
        # Lines that one edition prints whole and the other one in parts.
        self._wholes = frozenset(
            path for path in both if bool(old.rows_below(path)) is not bool(new.rows_below(path))
        )

    def tell(self, chain: Iterable[str]) -> str:
        """The line that tells what happened to a leaf: the leaf itself, or a line above it.

        Where one edition prints a line whole and the other in parts, only the line itself can be
        compared: the parts have no amounts before.

        Args:
            chain: the leaf's path and those above it, nearest first.
        """
        leaf, *above = chain
        return next((path for path in reversed(above) if path in self._wholes), leaf)

    def list_telling(self, changed: Iterable[str], gaps: Collection[str]) -> frozenset[str]:
        """Of the lines that changed, those that tell the change; the others only repeat it.

        A group and its only program both rise by what the program rises: the program tells it. A
        line above others tells a change only where nothing below it does.

        Args:
            changed: the paths of the lines.
            gaps: those of them that changed otherwise than the leaves below them.
        """
        chains = {path: [*self.old.parent_paths(path), *self.new.parent_paths(path)] for path in changed}
        repeated = {above for chain in chains.values() for above in chain}
        return frozenset(
            path
            for path, chain in chains.items()
            if not self._wholes.intersection(chain)
            and (path in self._wholes or self._is_leaf(path) or (path in gaps and path not in repeated))
        )

    def _is_leaf(self, path: str) -> bool:
        return not self.old.rows_below(path) and not self.new.rows_below(path)

    def sum_leaves(self) -> tuple[dict[str, Figure], dict[str, Figure]]:
        """For every path of both editions, what the leaves below it add up to; a leaf's own amount."""
        return _sum_leaves(self.old), _sum_leaves(self.new)


def _sum_leaves(tree: Tree[PrintedRow]) -> dict[str, Figure]:
    sums: dict[str, Figure] = {}
    for leaf in tree.leaves():
        doubt = tree.rows[leaf].block.doubt
        for path, amount in tree.counted(leaf):
            figure, before = Figure(amount, doubt), sums.get(path)
            sums[path] = figure if before is None else before + figure
    return sums
