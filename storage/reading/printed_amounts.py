"""The amounts that editions print, row by row: those that are wanted, from memory or by one query.

What is kept in memory is a whole text: whatever is asked of an edition next is there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from sqlalchemy import ColumnElement, and_, case, false, func, or_, select

from parser.records import Section
from storage import models
from storage.kept.reader import StoredReader
from storage.models import table
from storage.reading.catalogue import StoredEdition

_LINES = table(models.Line)
_MOST_TEXTS = 8  # that are read whole at once, to be kept


class AmountRow(NamedTuple):
    """A printed row: the text that it stands in, its line, its amount."""

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


async def read_printed_amounts(reader: StoredReader, wanted: Wanted) -> Sequence[AmountRow]:
    """The rows of the lines that are wanted, in print order.

    Args:
        reader: of one state of the database.
        wanted: which lines of which editions.
    """
    text_ids = [text_id for edition in wanted.editions.values() for text_id in edition.text_ids]
    kept: dict[int, Sequence[AmountRow] | None] = {each: reader.find(_key(each)) for each in text_ids}
    lacking = [text_id for text_id, rows in kept.items() if rows is None]
    if not reader.keeps or len(lacking) > _MOST_TEXTS:
        query = _QUERY.where(_condition(wanted)).order_by(*_ORDER)
        return [AmountRow(*row) for row in await reader.execute(query)]
    texts = {text_id: rows for text_id, rows in kept.items() if rows is not None}
    texts |= await _read_texts(reader, lacking)
    return sorted(_choose(wanted, texts), key=lambda row: (row.row, row.edition_id, row.path))


def _key(text_id: int) -> tuple[str, int]:
    return "printed amounts", text_id


async def _read_texts(reader: StoredReader, text_ids: Sequence[int]) -> dict[int, Sequence[AmountRow]]:
    """Reads whole texts, and keeps them."""
    if not text_ids:
        return {}
    query = _QUERY.where(_LINES.c.edition_id.in_(text_ids)).order_by(_LINES.c.edition_id, _LINES.c.row)
    paths: dict[str, str] = {}  # each once, however many texts print it
    rows = (AmountRow(*row) for row in await reader.execute(query))
    shared = (row._replace(path=paths.setdefault(row.path, row.path)) for row in rows)
    read = {text_id: tuple(printed) for text_id, printed in groupby(shared, lambda row: row.edition_id)}
    texts: dict[int, Sequence[AmountRow]] = {each: read.get(each, ()) for each in text_ids}
    for text_id, printed in texts.items():
        reader.keep(_key(text_id), printed)
    return texts


def _choose(wanted: Wanted, texts: Mapping[int, Sequence[AmountRow]]) -> Iterator[AmountRow]:
    """Those rows of whole texts for which `_condition` holds."""
    paths = wanted.paths
    if wanted.amounts:
        paths = paths.union(*(_find_amounts(rows, wanted.amounts) for rows in texts.values()))
    for key, edition in wanted.editions.items():
        for text_id in edition.text_ids:
            rows = texts[text_id]
            yield from rows if key in wanted.whole else (row for row in rows if row.path in paths)


def _find_amounts(rows: Iterable[AmountRow], ranges: Iterable[tuple[int, int]]) -> set[str]:
    """The lines of a text that print an amount within a range, or whose blocks sum up to one."""
    amounts: dict[str, list[int]] = {}
    for row in rows:
        amounts.setdefault(row.path, []).append(row.amount)
    return {
        path
        for path, blocks in amounts.items()
        if any(low <= amount <= high for amount in (sum(blocks), *blocks) for low, high in ranges)
    }


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
