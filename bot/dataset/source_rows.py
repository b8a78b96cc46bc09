"""The rows that were read from files, numbered by file: what `load` reads back."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.dataset.line_cells import Cells, line_cells
from parser.records import DecisionKind
from storage.reading import dataset


class SourceRows:
    """The rows of every table whose rows belong to a file, a file after the other."""

    def __init__(self, connection: AsyncConnection, numbers: dict[int, int]) -> None:
        self._connection = connection
        self._numbers = numbers  # the number of a file in the dataset, by its id

    @classmethod
    async def number(cls, connection: AsyncConnection) -> SourceRows:
        """Numbers the files in the order they were loaded in."""
        ids = [source.id async for source in dataset.read_sources(connection)]
        return cls(connection, {id_: number for number, id_ in enumerate(ids, start=1)})

    async def sources(self) -> AsyncIterator[Cells]:
        """The files that were loaded."""
        async for row in dataset.read_sources(self._connection):
            yield {
                "source": self._numbers[row.id],
                "file": row.file,
                "sha256": row.sha256,
                "format": row.format,
                "language": row.language,
                "parser_revision": row.revision,
            }

    async def texts(self) -> AsyncIterator[Cells]:
        """What each file says of the decision it prints."""
        async for row in dataset.read_texts(self._connection):
            yield {
                "source": self._numbers[row.source_id],
                **_decision_cells(row),
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

    async def mentions(self) -> AsyncIterator[Cells]:
        """The decisions that the files name."""
        async for row in dataset.read_mentions(self._connection):
            yield {
                "source": self._numbers[row.source_id],
                "amends": row.amends,
                "decision_number": row.number,
                "decision_date": row.date,
                "registration_number": row.registration_number,
                "url": row.url,
            }

    async def editions(self) -> AsyncIterator[Cells]:
        """The tables."""
        async for number, row in self._numbered_editions():
            yield {
                "source": self._numbers[row.source_id],
                "edition": number,
                **_decision_cells(row),
                "fiscal_year": row.year,
                "language": row.language,
                "registration_number": row.set_by_registration,
                "appendix": row.appendix,
                "unit": row.unit,
                "line_count": row.line_count,
            }

    async def lines(self) -> AsyncIterator[Cells]:
        """Every printed row of every table."""
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
            for cells in line_cells(await dataset.read_lines(self._connection, edition.id)):
                yield {**about, **cells}

    async def figure_changes(self) -> AsyncIterator[Cells]:
        """The figures that texts replace."""
        async for row in dataset.read_figure_changes(self._connection):
            yield {
                "source": self._numbers[row.source_id],
                "clause": row.clause,
                "old": row.old,
                "new": row.new,
                "line_id": row.path,
                "place_in_source": row.at,
            }

    async def discrepancies(self) -> AsyncIterator[Cells]:
        """Where the files disagree with themselves and with each other."""
        numbers: dict[int, int] = {}  # the number of an edition in its file, by its id
        async for number, edition in self._numbered_editions():
            numbers[edition.id] = number
        async for row in dataset.read_discrepancies(self._connection):
            yield {
                "source": self._numbers[row.source_id],
                "edition": None if row.edition_id is None else numbers[row.edition_id],
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

    async def warnings(self) -> AsyncIterator[Cells]:
        """The readings that stayed uncertain."""
        async for row in dataset.read_warnings(self._connection):
            yield {
                "source": self._numbers[row.source_id],
                "kind": row.kind,
                "place_in_source": row.place_in_source,
                "values": json.dumps(row.values, ensure_ascii=False),
            }

    async def _numbered_editions(self) -> AsyncIterator[tuple[int, Any]]:
        """The editions with their numbers within their files."""
        source, number = 0, 0
        async for row in dataset.read_editions(self._connection):
            number = number + 1 if row.source_id == source else 1
            source = row.source_id
            yield number, row


def _decision_cells(row: Any) -> Cells:  # noqa: ANN401 - a row with the columns of a budget and a decision
    return {
        "place": row.budget_place,
        "first_year": row.first_year,
        "last_year": row.last_year,
        "decision_number": row.decision_number,
        "decision_date": row.decision_date,
    }
