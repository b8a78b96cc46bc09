"""The lines of one edition as they were printed, put together from its texts.

A path printed several times (an administrator's blocks in one group) is one line,
the sum of its rows. Each path is read from one text, the first that has it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, func, or_, select, true
from sqlalchemy.ext.asyncio import AsyncConnection

from parser.records import Language, Section
from storage import models
from storage.models import table
from storage.reading.catalogue import Catalogue, EditionText, StoredEdition
from storage.reading.records import Block, LineInfo

_LINES = table(models.Line)
_NAMES = table(models.Name)
_PATH_NAMES = table(models.PathName)
_DISCREPANCIES = table(models.Discrepancy)

Names = Mapping[Language, str]


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A path in one edition; `names` are those that this edition prints."""

    path: str
    section: Section
    level: int
    codes: tuple[str, ...]
    text: EditionText
    blocks: tuple[Block, ...]
    names: Names

    @property
    def amount(self) -> int:
        """The sum of the blocks."""
        return sum(block.amount for block in self.blocks)

    def describe(self, names: Names) -> LineInfo:
        """The line as it is handed out, with names that may come from other editions."""
        return LineInfo(
            path=self.path,
            section=self.section,
            level=self.level,
            codes=self.codes,
            names=names,
            amount=self.amount,
            unit=self.text.unit,
            row=self.blocks[0].row,
            language=self.text.language,
            file=self.text.file,
            blocks=self.blocks,
            url=self.text.url,
        )


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What other editions of a budget say of some paths."""

    amounts: Mapping[tuple[int, str], int]  # by edition row (`EditionText.id`) and path
    names: Mapping[str, Names]  # by path: the newest in each language


def list_parents(path: str) -> tuple[str, ...]:
    """The paths above a path, nearest first: of a/b/c, a/b and a."""
    codes = path.split("/")
    return tuple("/".join(codes[:depth]) for depth in range(len(codes) - 1, 0, -1))


def is_child(path: str, parent: str) -> bool:
    """Whether a path stands directly below another one."""
    return path.rpartition("/")[0] == parent


async def read_lines(
    connection: AsyncConnection, edition: StoredEdition, paths: Iterable[str], below: str | None = None
) -> dict[str, PrintedLine]:
    """What `fetch_lines` does, on an asynchronous connection."""
    return await connection.run_sync(fetch_lines, edition, paths, below)


def fetch_lines(
    connection: Connection, edition: StoredEdition, paths: Iterable[str], below: str | None = None
) -> dict[str, PrintedLine]:
    """Reads lines of an edition.

    Args:
        connection: of a session.
        edition: which one.
        paths: of the lines that are wanted.
        below: a path whose direct children are wanted as well.

    Returns:
        The lines there are, by path, in print order.
    """
    wanted: ColumnElement[bool] = _LINES.c.path.in_(list(paths))
    if below is not None:
        # "0" follows "/" in every collation by code point: this is a range of the key.
        deeper = and_(_LINES.c.path > f"{below}/", _LINES.c.path < f"{below}0")
        wanted = or_(wanted, and_(deeper, _LINES.c.path.not_like(f"{below}/%/%")))
    return _assemble(edition, _fetch_rows(connection, edition, wanted))


async def read_edition(connection: AsyncConnection, edition: StoredEdition) -> dict[str, PrintedLine]:
    """Reads all lines of an edition, by path, in print order."""
    return _assemble(edition, await connection.run_sync(_fetch_rows, edition, true()))


async def read_elsewhere(
    connection: AsyncConnection, catalogue: Catalogue, edition: StoredEdition, paths: Iterable[str]
) -> Elsewhere:
    """Reads what the other editions of an edition's budget say of some paths.

    Of the names in a language the one of the decision adopted last counts, and of
    its editions the one for the same year.
    """
    adopted = {other.decision.address: place for place, other in enumerate(catalogue.editions)}
    newest_first = sorted(
        (other for other in catalogue.editions if other is not edition),
        key=lambda other: (adopted[other.decision.address], other.year == edition.year),
        reverse=True,
    )
    texts = [text for other in newest_first for text in other.texts]
    query = (
        select(_LINES.c.edition_id, _LINES.c.path, _LINES.c.amount, _NAMES.c.text)
        .join(_NAMES, _NAMES.c.id == _LINES.c.name_id)
        .where(_LINES.c.edition_id.in_([text.id for text in texts]), _LINES.c.path.in_(list(paths)))
        .order_by(_LINES.c.row)
    )
    amounts: dict[tuple[int, str], int] = {}
    printed: dict[int, dict[str, str]] = {}  # the names by edition row and path
    for row in await connection.execute(query):
        key = (row.edition_id, row.path)
        amounts[key] = amounts.get(key, 0) + row.amount
        printed.setdefault(row.edition_id, {}).setdefault(row.path, row.text)
    names: dict[str, dict[Language, str]] = {}
    for text in texts:
        for path, name in printed.get(text.id, {}).items():
            names.setdefault(path, {}).setdefault(text.language, name)
    return Elsewhere(amounts, names)


async def find_names(
    connection: AsyncConnection, lines: Iterable[PrintedLine], elsewhere: Elsewhere
) -> dict[str, Names]:
    """Finds the names of lines in every language that has one.

    The edition's own name comes first, then its budget's newest, then any budget's:
    the codes are the national classification. Of the last, the one most editions print.
    """
    names = {line.path: {**elsewhere.names.get(line.path, {}), **line.names} for line in lines}
    incomplete = [path for path, known in names.items() if len(known) < len(Language)]
    if incomplete:
        query = (
            select(_PATH_NAMES.c.path, _NAMES.c.language, _NAMES.c.text)
            .join(_NAMES, _NAMES.c.id == _PATH_NAMES.c.name_id)
            .where(_PATH_NAMES.c.path.in_(incomplete))
            .order_by(_PATH_NAMES.c.editions.desc(), _NAMES.c.text)
        )
        for row in await connection.execute(query):
            names[row.path].setdefault(row.language, row.text)
    return dict(names)


async def count_discrepancies(connection: AsyncConnection, edition: StoredEdition, path: str) -> int:
    """Counts what does not agree about a path in an edition's texts."""
    in_table = _DISCREPANCIES.c.edition_id.in_([text.id for text in edition.texts])
    in_text = and_(
        _DISCREPANCIES.c.edition_id.is_(None),
        _DISCREPANCIES.c.source_id.in_([text.source_id for text in edition.texts]),
    )
    query = select(func.count()).select_from(_DISCREPANCIES)
    found = await connection.scalar(query.where(or_(in_table, in_text), _DISCREPANCIES.c.path == path))
    return int(found or 0)


def _fetch_rows(
    connection: Connection, edition: StoredEdition, wanted: ColumnElement[bool]
) -> Sequence[Row[Any]]:
    query = (
        select(_LINES, _NAMES.c.text)
        .join(_NAMES, _NAMES.c.id == _LINES.c.name_id)
        .where(_LINES.c.edition_id.in_([text.id for text in edition.texts]), wanted)
        .order_by(_LINES.c.row)
    )
    return connection.execute(query).all()


def _assemble(edition: StoredEdition, rows: Iterable[Row[Any]]) -> dict[str, PrintedLine]:
    by_path: dict[str, dict[int, list[Row[Any]]]] = {}
    for row in rows:
        by_path.setdefault(row.path, {}).setdefault(row.edition_id, []).append(row)
    lines: dict[str, PrintedLine] = {}
    for path, by_text in by_path.items():
        texts = [text for text in edition.texts if text.id in by_text]
        printed = by_text[texts[0].id]
        first = printed[0]
        lines[path] = PrintedLine(
            path=path,
            section=first.section,
            level=first.level,
            codes=first.codes,
            text=texts[0],
            blocks=tuple(
                Block(row.row, row.amount, row.amount_printed, row.printed, row.at) for row in printed
            ),
            names={text.language: by_text[text.id][0].text for text in texts},
        )
    return lines
