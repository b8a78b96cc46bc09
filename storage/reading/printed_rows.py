"""A line's rows as the document prints them, each between its neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from parser.dataclass import dataclass
from parser.records import Language
from storage import models
from storage.kept.reader import StoredReader, of_one_state
from storage.models import table
from storage.reading.address import EditionAddress, LineAddress
from storage.reading.catalogue import EditionText, StoredEdition
from storage.reading.discrepancies import LineDiscrepancies, read_line_discrepancies
from storage.reading.records import Block, EditionInfo
from storage.reading.shelf import load_shelf

_LINES = table(models.Line)
_NAMES = table(models.Name)
_BESIDE = 2  # neighbours on each side
_REACH = 8  # row numbers: not every row of a page is a line


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A row as it is printed. `amount` is the printed text; `block` is there on the line's own rows alone."""

    row: int
    codes: tuple[str, ...]
    name: str
    amount: str
    block: Block | None = None


@dataclass(frozen=True, slots=True)
class PrintedRows:
    """A line's rows in one text of an edition, in print order, with those around them.

    Attributes:
        edition: with the text.
        path: of the line.
        language, appendix, url: of the text.
        unit: tenge in one printed unit.
        rows: the line's own, and two neighbours on each side of each.
        discrepancies: that touch the line.
    """

    edition: EditionInfo
    path: str
    language: Language
    appendix: str | None
    unit: int
    url: str | None
    rows: tuple[PrintedLine, ...]
    discrepancies: LineDiscrepancies

    @property
    def own(self) -> tuple[PrintedLine, ...]:
        """The line's own rows."""
        return tuple(line for line in self.rows if line.block)

    @property
    def address(self) -> LineAddress:
        """The line as the decision that prints it set it."""
        return LineAddress(self.edition.address, self.path)


@of_one_state
async def load_printed_rows(
    reader: StoredReader, address: LineAddress, language: Language
) -> PrintedRows | None:
    """A line's rows with their neighbours, from the text in a language where the edition has it.

    Args:
        reader: of one state of the database; callers give a session.
        address: of the line.
        language: the text to read, else the one that amounts are read from.

    Returns:
        None when there is no such edition, or no such line in it.
    """
    return (await _read_printed(reader, address.edition, [address.path], language)).get(address.path)


@of_one_state
async def load_printed_lines(
    reader: StoredReader, edition: EditionAddress, paths: Sequence[str], language: Language
) -> dict[str, PrintedRows]:
    """The rows of several lines of an edition, each with its neighbours, by path.

    Args:
        reader: of one state of the database; callers give a session.
        edition: that prints them.
        paths: of the lines; one that is not there has none.
        language: the text to read, else the one that amounts are read from.
    """
    return await _read_printed(reader, edition, paths, language)


async def _read_printed(
    reader: StoredReader, address: EditionAddress, paths: Sequence[str], language: Language
) -> dict[str, PrintedRows]:
    shelf = await load_shelf(reader, [address.budget])
    catalogue = shelf.find(address.budget)
    edition = catalogue.find(address.year, address.decision) if catalogue else None
    if catalogue is None or edition is None:
        return {}
    own = _LINES.alias()
    query = (
        select(_LINES, _NAMES.c.text, own.c.path.label("beside"))
        .join(_NAMES, _NAMES.c.id == _LINES.c.name_id)
        .join(own, own.c.edition_id == _LINES.c.edition_id)
        .where(own.c.edition_id.in_(edition.text_ids), own.c.path.in_(list(paths)))
        .where(_LINES.c.row.between(own.c.row - _REACH, own.c.row + _REACH))
        .order_by(_LINES.c.row)
    )
    by_path: dict[str, dict[int, dict[int, Any]]] = {}
    for row in await reader.execute(query):
        by_path.setdefault(row.beside, {}).setdefault(row.edition_id, {})[row.row] = row
    discrepancies = await read_line_discrepancies(reader, [(edition, path) for path in by_path])
    found = {}
    for path, by_text in by_path.items():
        text = _choose_text(edition, by_text, language)
        if text is not None:
            found[path] = PrintedRows(
                edition=catalogue.edition_info(edition),
                path=path,
                language=text.language,
                appendix=text.appendix,
                unit=text.unit,
                url=text.url or edition.decision.url_in(text.language),
                rows=_choose_rows(list(by_text[text.id].values()), path),
                discrepancies=discrepancies[edition.key, path],
            )
    return found


def _choose_text(edition: StoredEdition, having: dict[int, Any], language: Language) -> EditionText | None:
    texts = [text for text in edition.texts if text.id in having]
    return next((text for text in texts if text.language is language), texts[0] if texts else None)


def _choose_rows(rows: list[Any], path: str) -> tuple[PrintedLine, ...]:
    """The line's rows, and as many of the others on each side of them as are shown."""
    own = [index for index, row in enumerate(rows) if row.path == path]
    near = {each for index in own for each in range(index - _BESIDE, index + _BESIDE + 1)}
    return tuple(_printed(row, path) for index, row in enumerate(rows) if index in near)


def _printed(row: Any, path: str) -> PrintedLine:  # noqa: ANN401 - a row of the database
    block = Block(row.row, row.amount, row.amount_printed, row.printed, row.at, row.doubt)
    return PrintedLine(row.row, row.codes, row.text, row.amount_printed, block if row.path == path else None)
