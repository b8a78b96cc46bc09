"""An edition's whole table as it is printed, row by row, each with the row that it stands under."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import select

from parser.budget_code import Tree
from parser.dataclass import dataclass
from parser.kinds import FindingKind
from parser.records import Language, SourcePlace
from storage import models
from storage.kept.reader import StoredReader, of_one_state
from storage.models import table
from storage.reading.address import EditionAddress
from storage.reading.catalogue import Catalogue, EditionText, StoredEdition
from storage.reading.discrepancies import read_line_discrepancies
from storage.reading.lines import complete_names, read_edition_lines, read_elsewhere
from storage.reading.printed_tree import PrintedRow, build_tree
from storage.reading.records import Disagreement, EditionInfo, Fault, LineInfo, Names
from storage.reading.shelf import load_shelf

_FINDINGS = table(models.Finding)


@dataclass(frozen=True, slots=True)
class RowWithoutAmount:
    """A row that a table prints without an amount that can be read; no line is stored of it."""

    name: str
    path: str | None
    language: Language


@dataclass(frozen=True, slots=True)
class WholeTable:
    """The rows of an edition, those of the text that amounts are read from first.

    Attributes:
        edition: whose table it is.
        newest: whether it is the newest of its year.
        tree: the rows with what stands under what; the names of their lines are complete.
        disagreements: by path, the figures of a line that should be one.
        faults: what is wrong with the table as a whole.
        without_amount: rows that are printed without an amount.
    """

    edition: EditionInfo
    newest: bool
    tree: Tree[PrintedRow]
    disagreements: Mapping[str, tuple[Disagreement, ...]]
    faults: tuple[Fault, ...]
    without_amount: tuple[RowWithoutAmount, ...]

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
        without_amount=await _read_rows_without_amount(reader, catalogue, edition, lines),
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


async def _read_rows_without_amount(
    reader: StoredReader, catalogue: Catalogue, edition: StoredEdition, lines: Mapping[str, LineInfo]
) -> tuple[RowWithoutAmount, ...]:
    """The rows of an edition's tables that have no amount, and no other text has one for them."""
    texts = {text.source_id: text for text in edition.texts}
    query = (
        select(_FINDINGS)
        .where(_FINDINGS.c.source_id.in_(list(texts)), _FINDINGS.c.kind == FindingKind.AMOUNT_MISSING)
        .order_by(_FINDINGS.c.id)
    )
    found: dict[object, RowWithoutAmount] = {}
    for row in await reader.execute(query):
        text, path, name = texts[row.source_id], row.values.get("path"), str(row.values.get("name") or "")
        if path in lines or not _is_in_table(catalogue, text, lines, row.place_in_source):
            continue
        coded = path if isinstance(path, str) else None
        found.setdefault(coded or name, RowWithoutAmount(name, coded, text.language))
    return tuple(found.values())


def _is_in_table(
    catalogue: Catalogue, text: EditionText, lines: Mapping[str, LineInfo], place: str | None
) -> bool:
    """Whether a place of a file lies in the table of one edition: a file may print several years."""
    tables = [each for edition in catalogue.editions for each in edition.texts]
    if place is None or sum(each.source_id == text.source_id for each in tables) == 1:
        return True
    places = [
        _order(block.at) for line in lines.values() if line.language is text.language for block in line.blocks
    ]
    return bool(places) and min(places) <= _order(place) <= max(places)


def _order(place: str) -> list[int]:
    """A place's numbers from the outermost in: places of one file follow one another by these."""
    numbers: list[int] = []
    at: SourcePlace | None = SourcePlace.parse(place)
    while at is not None:
        numbers.insert(0, at.number)
        at = at.within
    return numbers
