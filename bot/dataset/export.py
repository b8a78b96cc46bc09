"""The database → a Tabular Data Package that `load` reads back, and a spreadsheet beside it."""

from __future__ import annotations

import csv
import json
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy.ext.asyncio import async_sessionmaker
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.dataset import fields
from bot.dataset.fields import DESCRIPTOR, Resource, descriptor
from bot.dataset.workbook import Workbook
from parser.budget_code import Tree, by_level, depth
from parser.records import DecisionKind, Language, Level, Section
from storage.reading import dataset
from storage.reading.address import BudgetAddress, EditionAddress
from storage.reading.cards import list_budgets
from storage.reading.catalogue import load_catalogue
from storage.reading.changes import load_changes
from storage.reading.records import DecisionInfo

_CODE_COLUMNS = {
    Level.CATEGORY: "category_code",
    Level.CLASS: "class_code",
    Level.SUBCLASS: "subclass_code",
    Level.GROUP: "group_code",
    Level.ADMINISTRATOR: "administrator_code",
    Level.PROGRAM: "program_code",
}
_DIRECTIONS = {Section.REVENUE: "revenue", Section.EXPENDITURE: "expenditure"}

Cells = Mapping[str, Any]


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
        OSError: a file cannot be written.
    """
    _prepare(folder)
    rows: dict[str, int] = {}
    async with sessions() as session:
        export_of = _Export(session)
        for resource, cells in await export_of.files():
            with _open_table(folder / resource.path, resource) as table, _beside(folder, resource) as book:
                count = 0
                async for row in cells:
                    table.writerow([_cell(row.get(name)) for name in resource.header])
                    if book is not None:
                        book.add(row)
                    count += 1
            rows[resource.path] = count
    _finish(folder)
    return ExportReport(folder, rows)


def _prepare(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / DESCRIPTOR).unlink(missing_ok=True)


def _finish(folder: Path) -> None:
    text = json.dumps(descriptor(), ensure_ascii=False, indent=1)
    (folder / DESCRIPTOR).write_text(text + "\n", encoding="utf-8")


@contextmanager
def _open_table(path: Path, resource: Resource) -> Iterator[Any]:
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(resource.header)
        yield table


@contextmanager
def _beside(folder: Path, resource: Resource) -> Iterator[Workbook | None]:
    if resource is not fields.LINES:
        yield None
        return
    with Workbook(folder / "lines.xlsx") as book:
        yield book


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return "true" if value else "false"
    return value  # None is an empty cell, a date its ISO form


class _Export:
    """The rows of every file, read in one session."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session
        self._numbers: dict[int, int] = {}  # the number of a source in the dataset, by its id

    async def files(self) -> Sequence[tuple[Resource, AsyncIterator[Cells]]]:
        """The files in the order of `RESOURCES`, each with its rows."""
        self._connection = await self._session.connection()
        number = 0
        async for source in dataset.read_sources(self._connection):
            number += 1
            self._numbers[source.id] = number
        rows = {
            fields.LINES: self._lines(),
            fields.DECISIONS: self._decisions(),
            fields.CHANGES: self._changes(),
            fields.DISCREPANCIES: self._discrepancies(),
            fields.SOURCES: self._sources(),
            fields.TEXTS: self._texts(),
            fields.MENTIONS: self._mentions(),
            fields.EDITIONS: self._editions(),
            fields.FIGURE_CHANGES: self._figure_changes(),
            fields.WARNINGS: self._warnings(),
        }
        return [(resource, rows[resource]) for resource in fields.RESOURCES]

    async def _sources(self) -> AsyncIterator[Cells]:
        async for row in dataset.read_sources(self._connection):
            yield {
                "source": self._numbers[row.id],
                "file": row.file,
                "sha256": row.sha256,
                "format": row.format,
                "language": row.language,
                "parser_revision": row.revision,
            }

    async def _texts(self) -> AsyncIterator[Cells]:
        async for row in dataset.read_texts(self._connection):
            yield {
                "source": self._numbers[row.source_id],
                **_of_decision(row),
                "language": row.language,
                "kind": row.kind,
                "stated_place": row.place,
                "title": row.title,
                "council": row.body,
                "url": row.url,
                "registration_number": row.registration_number,
                "registration_date": row.registration_date,
                "in_force_from": row.in_force_from,
            }

    async def _mentions(self) -> AsyncIterator[Cells]:
        async for row in dataset.read_mentions(self._connection):
            yield {
                "source": self._numbers[row.source_id],
                "amends": row.amends,
                "decision_number": row.number,
                "decision_date": row.date,
                "registration_number": row.registration_number,
            }

    async def _numbered_editions(self) -> AsyncIterator[tuple[int, Any]]:
        """The editions with their numbers within their files."""
        source, number = 0, 0
        async for row in dataset.read_editions(self._connection):
            number = number + 1 if row.source_id == source else 1
            source = row.source_id
            yield number, row

    async def _editions(self) -> AsyncIterator[Cells]:
        async for number, row in self._numbered_editions():
            yield {
                "source": self._numbers[row.source_id],
                "edition": number,
                **_of_decision(row),
                "fiscal_year": row.year,
                "language": row.language,
                "registration_number": row.set_by_registration,
                "appendix": row.appendix,
                "unit": row.unit,
                "line_count": row.line_count,
            }

    async def _lines(self) -> AsyncIterator[Cells]:
        async for number, edition in self._numbered_editions():
            about = {
                "source": self._numbers[edition.source_id],
                "edition": number,
                "place": edition.budget_place,
                "fiscal_year": edition.year,
                "language": edition.language,
                "decision_number": edition.decision_number,
                "decision_date": edition.decision_date,
                "appendix": edition.appendix,
                "phase": "approved" if edition.kind is DecisionKind.ORIGINAL else "adjusted",
                "currency": "KZT",
            }
            rows = await dataset.read_rows(self._connection, edition.id)
            for row, role in zip(rows, _roles(rows), strict=True):
                yield {**about, **_line(row), "row_role": role}

    async def _figure_changes(self) -> AsyncIterator[Cells]:
        async for row in dataset.read_figure_changes(self._connection):
            yield {
                "source": self._numbers[row.source_id],
                "clause": row.clause,
                "old": row.old,
                "new": row.new,
                "line_id": row.path,
                "place_in_source": row.at,
            }

    async def _discrepancies(self) -> AsyncIterator[Cells]:
        places: dict[int, int] = {}  # the number of an edition in its file, by its id
        async for number, edition in self._numbered_editions():
            places[edition.id] = number
        async for row in dataset.read_discrepancies(self._connection):
            yield {
                "source": self._numbers[row.source_id],
                "edition": None if row.edition_id is None else places[row.edition_id],
                "decision_number": row.decision_number,
                "decision_date": row.decision_date,
                "fiscal_year": row.year,
                "kind": row.kind,
                "line_id": row.path,
                "printed": row.printed,
                "expected": row.expected,
                "place_in_source": row.place_in_source,
                "certain": row.certain,
            }

    async def _warnings(self) -> AsyncIterator[Cells]:
        async for row in dataset.read_warnings(self._connection):
            yield {
                "source": self._numbers[row.source_id],
                "kind": row.kind,
                "place_in_source": row.place_in_source,
                "values": json.dumps(row.values, ensure_ascii=False),
            }

    async def _decisions(self) -> AsyncIterator[Cells]:
        for budget in await list_budgets(self._session):
            catalogue = await load_catalogue(self._connection, budget)
            for decision in catalogue.decisions if catalogue else ():
                yield {
                    **_of(budget, decision),
                    "kind": decision.kind,
                    "loaded": decision.loaded,
                    "council_kk": decision.bodies.get(Language.KK),
                    "council_ru": decision.bodies.get(Language.RU),
                    "url_kk": decision.urls.get(Language.KK),
                    "url_ru": decision.urls.get(Language.RU),
                    "registration_number": decision.registration_number,
                    "registration_date": decision.registration_date,
                    "in_force_from": decision.in_force_from,
                }

    async def _changes(self) -> AsyncIterator[Cells]:
        for budget in await list_budgets(self._session):
            catalogue = await load_catalogue(self._connection, budget)
            for edition in catalogue.editions if catalogue else ():
                address = EditionAddress(budget, edition.year, edition.decision.address)
                changes = await load_changes(self._session, address)
                if changes is None or changes.previous is None:
                    continue
                for line in changes.lines:
                    yield {
                        **_of(budget, edition.decision),
                        "fiscal_year": edition.year,
                        "previous_number": changes.previous.number,
                        "previous_date": changes.previous.date,
                        "not_loaded_between": len(changes.skipped),
                        "line_id": line.path,
                        "name_kk": line.names.get(Language.KK),
                        "name_ru": line.names.get(Language.RU),
                        "old": line.old,
                        "new": line.new,
                        "delta": line.delta,
                        "status": line.status,
                        "moved_from": line.moved_from,
                        "moved_to": line.moved_to,
                    }


def _of_decision(row: Any) -> Cells:  # noqa: ANN401 - a row with the columns of a budget and a decision
    return {
        "place": row.budget_place,
        "first_year": row.first_year,
        "last_year": row.last_year,
        "decision_number": row.decision_number,
        "decision_date": row.decision_date,
    }


def _of(budget: BudgetAddress, decision: DecisionInfo) -> Cells:
    return {
        "place": budget.place,
        "first_year": budget.first_year,
        "last_year": budget.last_year,
        "decision_number": decision.number,
        "decision_date": decision.date,
    }


def _line(row: Any) -> Cells:  # noqa: ANN401 - a row of the line table
    codes = by_level(row.path).items()
    return {
        "line_id": row.path,
        "section": row.section,
        "direction": _DIRECTIONS.get(row.section, "financing"),
        **{_CODE_COLUMNS[level]: code for level, code in codes if level in _CODE_COLUMNS},
        "level": row.level,
        "printed_codes": json.dumps(row.codes, ensure_ascii=False),
        "name": row.text,
        "amount": row.amount,
        "row": row.row,
        "amount_printed": row.amount_printed,
        "printed": row.printed,
        "place_in_source": row.at,
    }


def _roles(rows: Sequence[Any]) -> Iterator[str]:
    """What each row of an edition is: a section's total, a subtotal or a leaf.

    The leaves of a section add up to its total, what comes back subtracted. The deficit is no
    money of its own but what is left of the other totals.
    """
    tree = Tree(rows)
    for place, row in enumerate(rows):
        if row.path == Section.DEFICIT:
            yield "total"
        elif not tree.children(place):
            yield "leaf"
        else:
            yield "subtotal" if depth(row.path) else "total"
