"""All that is stored, in the order of the files it came from, for an export.

Everything is read a file or an edition at a time: a country's millions of lines never
stand in memory together.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

from sqlalchemy import Row, Select, Table, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import models
from storage.models import table

_BUDGETS = table(models.Budget)
_DECISIONS = table(models.Decision)
_SOURCES = table(models.Source)
_TEXTS = table(models.DecisionText)
_REFERENCES = table(models.TextReference)
_EDITIONS = table(models.Edition)
_LINES = table(models.Line)
_NAMES = table(models.Name)
_FIGURE_CHANGES = table(models.FigureChange)
_DISCREPANCIES = table(models.Discrepancy)
_FINDINGS = table(models.Finding)

_AT_ONCE = 500  # rows fetched together

_BUDGET_COLUMNS = (_BUDGETS.c.place.label("budget_place"), _BUDGETS.c.first_year, _BUDGETS.c.last_year)
_DECISION_COLUMNS = (_DECISIONS.c.number.label("decision_number"), _DECISIONS.c.date.label("decision_date"))


async def read_sources(connection: AsyncConnection) -> AsyncIterator[Any]:
    """The loaded files, in the order of loading."""
    async for row in _stream(connection, select(_SOURCES).order_by(_SOURCES.c.id)):
        yield row


async def read_texts(connection: AsyncConnection) -> AsyncIterator[Any]:
    """What the files say of their decisions, the one a text is about first."""
    query = (
        select(_TEXTS, *_BUDGET_COLUMNS, *_DECISION_COLUMNS)
        .join(_DECISIONS, _DECISIONS.c.id == _TEXTS.c.decision_id)
        .join(_BUDGETS, _BUDGETS.c.id == _DECISIONS.c.budget_id)
        .order_by(_TEXTS.c.source_id, _TEXTS.c.id)
    )
    async for row in _stream(connection, query):
        yield row


async def read_mentions(connection: AsyncConnection) -> AsyncIterator[Any]:
    """The decisions that the files name; a file about several budgets names them once."""
    earlier = _TEXTS.alias("earlier")
    first = ~(
        select(earlier.c.id)
        .where(earlier.c.source_id == _TEXTS.c.source_id, earlier.c.id < _TEXTS.c.id)
        .exists()
    )
    query = (
        select(_REFERENCES, _TEXTS.c.source_id)
        .join(_TEXTS, _TEXTS.c.id == _REFERENCES.c.text_id)
        .where(first)
        .order_by(_TEXTS.c.source_id, _REFERENCES.c.id)
    )
    async for row in _stream(connection, query):
        yield row


async def read_editions(connection: AsyncConnection) -> AsyncIterator[Any]:
    """The editions, with the decisions that set them."""
    query = (
        select(_EDITIONS, *_BUDGET_COLUMNS, *_DECISION_COLUMNS, _DECISIONS.c.kind)
        .join(_DECISIONS, _DECISIONS.c.id == _EDITIONS.c.decision_id)
        .join(_BUDGETS, _BUDGETS.c.id == _EDITIONS.c.budget_id)
        .order_by(_EDITIONS.c.source_id, _EDITIONS.c.id)
    )
    async for row in _stream(connection, query):
        yield row


async def read_lines(connection: AsyncConnection, edition_id: int) -> list[Row[Any]]:
    """The lines of one edition, in print order."""
    query = (
        select(_LINES, _NAMES.c.text)
        .join(_NAMES, _NAMES.c.id == _LINES.c.name_id)
        .where(_LINES.c.edition_id == edition_id)
        .order_by(_LINES.c.row)
    )
    return list((await connection.execute(query)).all())


async def read_figure_changes(connection: AsyncConnection) -> AsyncIterator[Any]:
    """The figures that texts replace."""
    async for row in _stream(connection, _by_source(_FIGURE_CHANGES)):
        yield row


async def read_discrepancies(connection: AsyncConnection) -> AsyncIterator[Any]:
    """The discrepancies, with the decisions they are about."""
    query = (
        select(_DISCREPANCIES, *_DECISION_COLUMNS)
        .join(_DECISIONS, _DECISIONS.c.id == _DISCREPANCIES.c.decision_id)
        .order_by(_DISCREPANCIES.c.source_id, _DISCREPANCIES.c.id)
    )
    async for row in _stream(connection, query):
        yield row


async def read_warnings(connection: AsyncConnection) -> AsyncIterator[Any]:
    """The readings that stayed uncertain."""
    async for row in _stream(connection, _by_source(_FINDINGS)):
        yield row


def _by_source(database_table: Table) -> Select[Any]:
    return select(database_table).order_by(database_table.c.source_id, database_table.c.id)


async def _stream(connection: AsyncConnection, query: Any) -> AsyncIterator[Any]:  # noqa: ANN401 - of any columns
    result = await connection.stream(query, execution_options={"yield_per": _AT_ONCE})
    async for row in result:
        yield row
