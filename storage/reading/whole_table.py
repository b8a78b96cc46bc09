"""An edition's whole table as it is printed, row by row, each with the row that it stands under."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from parser.budget_code import Tree
from parser.dataclass import dataclass
from parser.records import Language
from storage.kept.reader import StoredReader, of_one_state
from storage.reading.address import EditionAddress
from storage.reading.catalogue import Catalogue, StoredEdition
from storage.reading.line_discrepancies import read_line_discrepancies
from storage.reading.lines import complete_names, read_edition_lines, read_elsewhere
from storage.reading.printed_tree import PrintedRow, build_tree
from storage.reading.records import Disagreement, EditionInfo, Fault, LineInfo, Names
from storage.reading.shelf import load_shelf
from storage.reading.unread_rows import UnreadRow


@dataclass(frozen=True, slots=True)
class WholeTable:
    """The rows of an edition, those of the text that amounts are read from first.

    Attributes:
        edition: whose table it is.
        newest: whether it is the newest of its year.
        tree: the rows with what stands under what; the names of their lines are complete.
        disagreements: by path, the figures of a line that should be one.
        faults: what is wrong with the table as a whole.
        unread: rows that are printed and could not be read, most of them for want of an amount.
    """

    edition: EditionInfo
    newest: bool
    tree: Tree[PrintedRow]
    disagreements: Mapping[str, tuple[Disagreement, ...]]
    faults: tuple[Fault, ...]
    unread: tuple[UnreadRow, ...]

    def list_about(self, path: str) -> list[int]:
        """The rows above a line, its own, and all that is printed below: indices of the tree's rows."""
        own = [index for index, row in enumerate(self.tree.rows) if row.path == path]
        wanted = set(own)
        for index in own:
            above = self.tree.parent(index)
            while above is not None:
                wanted.add(above)
                above = self.tree.parent(above)
        waiting = own
        while waiting:
            below = self.tree.children(waiting.pop())
            wanted.update(below)
            waiting = [*waiting, *below]
        return sorted(wanted)

    def find_line(self, path: str) -> LineInfo | None:
        """The line of a path; None where the edition has none."""
        return next((row.line for row in self.tree.rows if row.path == path), None)


@of_one_state
async def load_whole_table(
    reader: StoredReader, address: EditionAddress, known: Mapping[str, Names] | None = None
) -> WholeTable | None:
    """The whole table of an edition.

    Args:
        reader: of one state of the database; callers give a session.
        address: the edition.
        known: the names of paths in all budgets, where they are at hand.

    Returns:
        None when there is no such edition.
    """
    shelf = await load_shelf(reader, [address.budget])
    catalogue = shelf.find(address.budget)
    edition = catalogue.find(address.year, address.decision) if catalogue else None
    if catalogue is None or edition is None:
        return None
    lines = await _read_named_lines(reader, catalogue, edition, known)
    told = await read_line_discrepancies(reader, [(edition, path) for path in lines])
    return WholeTable(
        edition=catalogue.edition_info(edition),
        newest=catalogue.find(edition.year) is edition,
        tree=build_tree(lines),
        disagreements={path: found.figures for (_, path), found in told.items() if found.figures},
        faults=next((found.faults for found in told.values()), ()),
        unread=_list_unread(edition, lines),
    )


async def _read_named_lines(
    reader: StoredReader,
    catalogue: Catalogue,
    edition: StoredEdition,
    known: Mapping[str, Names] | None,
) -> dict[str, LineInfo]:
    """The lines of an edition, named in both languages wherever a loaded document names them."""
    lines = (await read_edition_lines(reader, [edition]))[edition.key]
    lacking = [path for path, line in lines.items() if len(line.names) < len(Language)]
    borrowed: dict[str, Names] = {}
    if lacking:
        elsewhere = await read_elsewhere(reader, catalogue.editions, lacking)
        borrowed = elsewhere.names(catalogue, edition, lacking)
    stated: list[tuple[str, Names]] = [
        (path, {**borrowed.get(path, {}), **line.names}) for path, line in lines.items()
    ]
    completed = await complete_names(reader, stated, known)
    return {
        path: replace(line, names=names) for (path, line), names in zip(lines.items(), completed, strict=True)
    }


def _list_unread(edition: StoredEdition, lines: Mapping[str, LineInfo]) -> tuple[UnreadRow, ...]:
    """The rows of an edition that could not be read, each once, and no text of it has their lines."""
    rows = {row.path or row.name: row for row in reversed(edition.unread) if row.is_line}
    return tuple(row for row in reversed(rows.values()) if row.path is None or row.path not in lines)
