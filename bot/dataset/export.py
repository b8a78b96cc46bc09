"""The database → a Tabular Data Package that `load` reads back, and a spreadsheet beside it."""

from __future__ import annotations

import csv
import errno
import json
import os
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy.ext.asyncio import async_sessionmaker
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.dataset import fields
from bot.dataset.derived_rows import DerivedRows
from bot.dataset.descriptor import make_descriptor
from bot.dataset.fields import DESCRIPTOR, Resource
from bot.dataset.line_cells import Cells
from bot.dataset.source_rows import SourceRows
from bot.dataset.workbook import Workbook
from bot.spreadsheet.cells import guarded
from parser.dataclass import dataclass

_BOOK = "lines.xlsx"


@dataclass(frozen=True, slots=True)
class ExportReport:
    """How many rows each file has, by its name."""

    folder: Path
    rows: Mapping[str, int]


async def export(sessions: async_sessionmaker[AsyncSession], folder: Path) -> ExportReport:
    """Writes the dataset: CSV files, `datapackage.json` and `lines.xlsx`.

    What is written is one state of the database. The descriptor is written last: a
    folder without it is an export that was broken off.

    Args:
        sessions: of the database.
        folder: made if it is not there; files of an earlier export are replaced.

    Returns:
        What was written.

    Raises:
        OSError: a file cannot be written; ELOOP where the folder is a link: what it leads to is not replaced.
    """
    _prepare(folder)
    rows: dict[str, int] = {}
    async with sessions() as session:
        for resource, cells in await _tables(session):
            rows[resource.path] = await _write_table(folder, resource, cells)
    _finish(folder)
    return ExportReport(folder, rows)


def _prepare(folder: Path) -> None:
    if folder.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(folder))
    folder.mkdir(parents=True, exist_ok=True)
    for name in (DESCRIPTOR, _BOOK, *(resource.path for resource in fields.RESOURCES)):
        (folder / name).unlink(missing_ok=True)  # a link itself, never what it leads to


def _finish(folder: Path) -> None:
    text = json.dumps(make_descriptor(), ensure_ascii=False, indent=1)
    with (folder / DESCRIPTOR).open("x", encoding="utf-8") as file:
        file.write(text + "\n")


@contextmanager
def _open_table(path: Path, resource: Resource) -> Iterator[Any]:
    with path.open("x", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(resource.header)
        yield table


@contextmanager
def _beside(folder: Path, resource: Resource) -> Iterator[Workbook | None]:
    if resource is not fields.LINES:
        yield None
        return
    with Workbook(folder / _BOOK) as book:
        yield book


async def _write_table(folder: Path, resource: Resource, rows: AsyncIterator[Cells]) -> int:
    """Writes a table, the lines into the spreadsheet, too; how many rows it has."""
    count = 0
    with _open_table(folder / resource.path, resource) as table, _beside(folder, resource) as book:
        async for row in rows:
            table.writerow([_cell(row.get(name)) for name in resource.header])
            if book is not None:
                book.add(row)
            count += 1
    return count


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return guarded(value)
    return value  # None is an empty cell, a date its ISO form


async def _tables(session: AsyncSession) -> Sequence[tuple[Resource, AsyncIterator[Cells]]]:
    """The tables in the order of `RESOURCES`, each with its rows."""
    read = await SourceRows.number(await session.connection())
    derived = DerivedRows(session)
    rows = {
        fields.LINES: read.lines(),
        fields.DECISIONS: derived.decisions(),
        fields.CHANGES: derived.changes(),
        fields.DISCREPANCIES: read.discrepancies(),
        fields.SOURCES: read.sources(),
        fields.TEXTS: read.texts(),
        fields.MENTIONS: read.mentions(),
        fields.EDITIONS: read.editions(),
        fields.FIGURE_CHANGES: read.figure_changes(),
        fields.WARNINGS: read.warnings(),
    }
    return [(resource, rows[resource]) for resource in fields.RESOURCES]
