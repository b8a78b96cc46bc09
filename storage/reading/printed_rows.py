"""A line's rows as the document prints them, each between its neighbours."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from parser.dataclass import dataclass
from parser.kinds import Doubt
from parser.records import Language
from storage.kept.reader import StoredReader, of_one_state
from storage.reading.address import EditionAddress, LineAddress
from storage.reading.catalogue import EditionText, StoredEdition
from storage.reading.line_discrepancies import LineDiscrepancies, read_line_discrepancies
from storage.reading.records import Block, EditionInfo
from storage.reading.shelf import load_shelf
from storage.statements import RowShape, is_in, match_all, read_codes

_BESIDE = 2  # neighbours on each side
_REACH = 8  # row numbers: not every row of a page is a line


class _RowBeside(NamedTuple):
    """A printed row of an edition's text, its name, and the path of the line that it is near to."""

    edition_id: int
    row: int
    path: str
    codes: tuple[str, ...]
    amount: int
    amount_printed: str
    printed: str
    at: str
    doubt: Doubt | None
    text: str
    beside: str


_ROWS = RowShape(_RowBeside, codes=read_codes, doubt=Doubt)
_QUERY = f"""
SELECT line.edition_id, line.row, line.path, line.codes, line.amount, line.amount_printed, line.printed,
  line.at, line.doubt, name.text, own.path
FROM line AS own
  JOIN line ON line.edition_id = own.edition_id
    AND line.row BETWEEN own.row - {_REACH} AND own.row + {_REACH}
  JOIN name ON name.id = line.name_id
WHERE {{where}}
ORDER BY line.row
"""  # noqa: S608 - a number of ours


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
    where = match_all(is_in("own.edition_id", edition.text_ids), is_in("own.path", paths))
    by_path: dict[str, dict[int, dict[int, _RowBeside]]] = {}
    for row in await reader.read(_ROWS, _QUERY.format(where=where.sql), where.values):
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


def _choose_text(edition: StoredEdition, having: Collection[int], language: Language) -> EditionText | None:
    texts = [text for text in edition.texts if text.id in having]
    return next((text for text in texts if text.language is language), texts[0] if texts else None)


def _choose_rows(rows: Sequence[_RowBeside], path: str) -> tuple[PrintedLine, ...]:
    """The line's rows, and as many of the others on each side of them as are shown."""
    own = [index for index, row in enumerate(rows) if row.path == path]
    near = {each for index in own for each in range(index - _BESIDE, index + _BESIDE + 1)}
    return tuple(_printed(row, path) for index, row in enumerate(rows) if index in near)


def _printed(row: _RowBeside, path: str) -> PrintedLine:
    block = Block(row.row, row.amount, row.amount_printed, row.printed, row.at, row.doubt)
    return PrintedLine(row.row, row.codes, row.text, row.amount_printed, block if row.path == path else None)
