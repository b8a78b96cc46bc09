"""The amounts that editions print, row by row: those that are wanted, by one query."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import field
from typing import NamedTuple

from parser.dataclass import dataclass
from parser.records import Section
from storage.kept.reader import StoredReader
from storage.reading.catalogue import StoredEdition
from storage.statements import RowShape, Where, is_in, match_all, match_any


class AmountRow(NamedTuple):
    """A printed row of an edition's text: its line by path, section and level, its amount in tenge.

    `row` is its number in the table.
    """

    edition_id: int
    path: str
    section: Section
    level: int
    amount: int
    row: int


_ROWS = RowShape(AmountRow, section=Section)
_QUERY = "SELECT edition_id, path, section, level, amount, row FROM line"
_ORDER = "ORDER BY row, edition_id, path"
_HAVING = """path IN (
  SELECT path FROM line WHERE {} GROUP BY edition_id, path
  HAVING {} OR max(CASE WHEN {} THEN 1 ELSE 0 END) = 1
)"""


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


async def read_printed_amounts(reader: StoredReader, wanted: Wanted) -> list[AmountRow]:
    """The rows of the lines that are wanted, in print order, by one query.

    Args:
        reader: of one state of the database.
        wanted: which lines of which editions.
    """
    where = _condition(wanted)
    return await reader.read(_ROWS, f"{_QUERY} WHERE {where.sql} {_ORDER}", where.values)


def _condition(wanted: Wanted) -> Where:
    text_ids = [text_id for edition in wanted.editions.values() for text_id in edition.text_ids]
    whole = [text_id for key in wanted.whole for text_id in wanted.editions[key].text_ids]
    within = match_any(is_in("path", wanted.paths), *_prints(wanted.amounts, text_ids))
    return match_any(match_all(is_in("edition_id", text_ids), within), is_in("edition_id", whole))


def _prints(ranges: Collection[tuple[int, int]], text_ids: Iterable[int]) -> Iterator[Where]:
    """That a line, or one of its blocks, has an amount within a range somewhere; nothing without ranges."""
    if not ranges:
        return
    of_sum = match_any(*(Where("sum(amount) BETWEEN ? AND ?", each) for each in ranges))
    of_block = match_any(*(Where("amount BETWEEN ? AND ?", each) for each in ranges))
    of_texts = is_in("edition_id", text_ids)
    yield Where(
        _HAVING.format(of_texts.sql, of_sum.sql, of_block.sql),
        (*of_texts.values, *of_sum.values, *of_block.values),
    )
