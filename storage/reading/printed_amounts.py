"""The amounts that editions print, row by row: those that are wanted, by one query."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from typing import NamedTuple

from sqlalchemy import ColumnElement, and_, case, false, func, or_, select

from parser.dataclass import dataclass
from parser.records import Section
from storage import models
from storage.kept.reader import StoredReader
from storage.models import table
from storage.reading.catalogue import StoredEdition

_LINES = table(models.Line)


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


_QUERY = select(*(_LINES.c[name] for name in AmountRow._fields))
_ORDER = _LINES.c.row, _LINES.c.edition_id, _LINES.c.path


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
    query = _QUERY.where(_condition(wanted)).order_by(*_ORDER)
    return [AmountRow(*row) for row in await reader.execute(query)]


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
