"""Documents that operators send by chat: they wait to be stored, are stored, and can be undone for an hour.

What waits and what can be undone is kept in the database: a restart or another process changes nothing of it.
Each step is one transaction, so that of two presses, or two operators, one does it and the other is told.
"""

from __future__ import annotations

import datetime as dt
import json
import secrets
import zlib
from collections.abc import Collection, Sequence
from dataclasses import asdict, replace
from enum import StrEnum
from functools import cache
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Connection, Row, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import async_sessionmaker
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.dataclass import dataclass
from parser.records import ParsedDecision
from parser.revision import PARSER_REVISION
from storage import models, people_models
from storage.engine import write
from storage.loading.errors import IngestError, UnknownDecisionError
from storage.loading.ingest import IngestReport, ingest_on
from storage.loading.lines import forget_names
from storage.loading.undoing import Before, digest_budgets, put_back, read_before
from storage.models import table
from storage.reading.address import BudgetAddress, DecisionAddress
from storage.reading.short_address import decision_key

UNDONE_WITHIN = dt.timedelta(hours=1)
KEPT_FOR = dt.timedelta(days=1)
_HELD_FOR = UNDONE_WITHIN + dt.timedelta(minutes=5)  # no follower is told of what may still be undone

_UPLOADS = table(people_models.Upload)
_SOURCES = table(models.Source)
_EDITIONS = table(models.Edition)
_DECISIONS = table(models.Decision)
_BUDGETS = table(models.Budget)


class UploadState(StrEnum):
    """What has become of documents."""

    WAITING = "waiting"
    STORED = "stored"
    UNDONE = "undone"


class StepResult(StrEnum):
    """What a press did. The texts that say so are called after it."""

    DONE = "done"
    AGAIN = "again"  # it was done before
    GONE = "gone"  # the documents are not kept any more, or not as this program would read them
    CHANGED = "changed"  # something else was loaded meanwhile
    LATE = "late"  # it can be undone no more


@dataclass(frozen=True, slots=True)
class LoadedDocument:
    """What becomes of a document: a report of what is stored, or the error that keeps it from that."""

    parsed: ParsedDecision
    report: IngestReport | None
    error: IngestError | None = None

    @property
    def changes(self) -> bool:
        """Whether the database is another one with it."""
        return self.report is not None and self.report.status != "unchanged"


@dataclass(frozen=True, slots=True)
class LoadedDocuments:
    """What becomes of some documents, in their order, and which budgets and editions that touches."""

    documents: tuple[LoadedDocument, ...]
    budgets: frozenset[int]
    removed_editions: frozenset[int]


@dataclass(frozen=True, slots=True)
class UploadResult:
    """What a press did, and the documents that it was about where they are known."""

    result: StepResult
    documents: tuple[LoadedDocument, ...] = ()
    waiting: tuple[ParsedDecision, ...] = ()


def load_documents(connection: Connection, documents: Sequence[ParsedDecision]) -> LoadedDocuments:
    """Stores documents one after the other; one that cannot be stored changes nothing.

    A document that refers to a decision which none before it has told is tried again after the others.

    Args:
        connection: in the transaction that all of them belong to, as the only writer.
        documents: as they were read.
    """
    outcomes: dict[int, LoadedDocument] = {}
    budgets: set[int] = set()
    removed: set[int] = set()
    waiting = list(range(len(documents)))
    while waiting:
        left = []
        for number in waiting:
            try:
                with connection.begin_nested():
                    stored = ingest_on(connection, documents[number])
            except IngestError as error:
                outcomes[number] = LoadedDocument(documents[number], None, error)
                if isinstance(error, UnknownDecisionError):
                    left.append(number)
            else:
                outcomes[number] = LoadedDocument(documents[number], stored.report)
                budgets |= stored.budgets
                removed |= stored.removed_editions
        waiting = left if len(left) < len(waiting) else []
    ordered = tuple(outcomes[number] for number in range(len(documents)))
    return LoadedDocuments(ordered, frozenset(budgets), frozenset(removed))


def read_state(connection: Connection) -> str:
    """What is told apart when anything is loaded or undone."""
    columns = func.count(), func.max(_SOURCES.c.id), func.max(_SOURCES.c.loaded_at)
    return " ".join(map(str, connection.execute(select(*columns).select_from(_SOURCES)).one()))


async def keep_upload(
    sessions: async_sessionmaker[AsyncSession],
    documents: Sequence[ParsedDecision],
    seen: str,
    now: dt.datetime,
) -> str:
    """Keeps documents until they are stored, a day at most; what is older is forgotten.

    Args:
        sessions: of the database.
        documents: as they were read.
        seen: what the database held when their report was made (`read_state`).
        now: the moment.

    Returns:
        The token by which a button names them.
    """
    token = secrets.token_urlsafe(9)
    row = {
        "token": token,
        "state": UploadState.WAITING,
        "at": now,
        "revision": PARSER_REVISION,
        "seen": seen,
        "content": _pack(_documents().dump_json(list(documents))),
        "sources": "[]",
    }

    def keep(connection: Connection) -> None:
        connection.execute(delete(_UPLOADS).where(_UPLOADS.c.at < now - KEPT_FOR))
        connection.execute(insert(_UPLOADS).values(row))

    await write(sessions, keep)
    return token


async def store_upload(
    sessions: async_sessionmaker[AsyncSession], token: str, now: dt.datetime
) -> UploadResult:
    """Stores documents that wait, as their report told.

    Args:
        sessions: of the database.
        token: which documents.
        now: the moment.

    Returns:
        `done`, `again`, `gone`; `changed` with the documents where the report may not hold any more.
    """

    def store(connection: Connection) -> UploadResult:
        kept = _find(connection, token)
        if kept is None or kept.state == UploadState.UNDONE or kept.at < now - KEPT_FOR:
            return UploadResult(StepResult.GONE)
        if kept.state == UploadState.STORED:
            return UploadResult(StepResult.AGAIN)
        if kept.revision != PARSER_REVISION:
            return UploadResult(StepResult.GONE)
        documents = _documents().validate_json(_unpack(kept.content))
        if kept.seen != read_state(connection):
            return UploadResult(StepResult.CHANGED, waiting=tuple(documents))
        loaded, before = _load_noting(connection, documents)
        stored = [each.parsed.source.sha256 for each in loaded.documents if each.changes]
        values = {
            "state": UploadState.STORED,
            "at": now,
            "content": _pack(json.dumps(asdict(before), ensure_ascii=False).encode()),
            "sources": json.dumps(stored),
        }
        connection.execute(update(_UPLOADS).where(_UPLOADS.c.token == token).values(values))
        return UploadResult(StepResult.DONE, loaded.documents)

    return await write(sessions, store)


def _load_noting(
    connection: Connection, documents: Sequence[ParsedDecision]
) -> tuple[LoadedDocuments, Before]:
    """Stores documents, and what was there before: a first time only to learn what they touch."""
    try:
        trial = connection.begin_nested()
        touched = load_documents(connection, documents)
        trial.rollback()
        forget_names(connection)
        before = read_before(connection, touched.budgets, touched.removed_editions)
        loaded = load_documents(connection, documents)
        # PostgreSQL goes on counting after a trial: a new budget has another id than it had there.
        budgets = tuple(sorted(loaded.budgets))
        return loaded, replace(before, budgets=budgets, after=digest_budgets(connection, budgets))
    finally:
        forget_names(connection)


async def undo_upload(
    sessions: async_sessionmaker[AsyncSession], token: str, now: dt.datetime
) -> UploadResult:
    """Makes the database what it was before documents were stored, within an hour.

    Args:
        sessions: of the database.
        token: which documents.
        now: the moment.

    Returns:
        `done`, `again`, `late`; `changed` where something else was loaded on the same budgets since.
    """

    def undo(connection: Connection) -> UploadResult:
        kept = _find(connection, token)
        if kept is not None and kept.state == UploadState.UNDONE:
            return UploadResult(StepResult.AGAIN)
        if kept is None or kept.state != UploadState.STORED or kept.at < now - UNDONE_WITHIN:
            return UploadResult(StepResult.LATE)
        if not put_back(connection, Before(**json.loads(_unpack(kept.content)))):
            return UploadResult(StepResult.CHANGED)
        values = {"state": UploadState.UNDONE, "content": b"", "sources": "[]"}
        connection.execute(update(_UPLOADS).where(_UPLOADS.c.token == token).values(values))
        return UploadResult(StepResult.DONE)

    return await write(sessions, undo)


async def find_undoable(session: AsyncSession, sources: Collection[str], now: dt.datetime) -> str | None:
    """Which upload stored some files, and can still be undone: whoever sent them, another may want to.

    Args:
        session: a database session.
        sources: the digests of the files.
        now: the moment.

    Returns:
        The token of the newest one.
    """
    can_be = (_UPLOADS.c.state == UploadState.STORED) & (_UPLOADS.c.at >= now - UNDONE_WITHIN)
    query = select(_UPLOADS.c.token, _UPLOADS.c.sources).where(can_be).order_by(_UPLOADS.c.at.desc())
    stored = await (await session.connection()).execute(query)
    return next((token for token, kept in stored if not set(sources).isdisjoint(json.loads(kept))), None)


async def drop_upload(sessions: async_sessionmaker[AsyncSession], token: str) -> None:
    """Forgets documents that wait.

    Args:
        sessions: of the database.
        token: which documents.
    """

    def drop(connection: Connection) -> None:
        waits = _UPLOADS.c.state == UploadState.WAITING
        connection.execute(delete(_UPLOADS).where(_UPLOADS.c.token == token, waits))

    await write(sessions, drop)


async def list_held(session: AsyncSession, now: dt.datetime) -> set[tuple[BudgetAddress, str]]:
    """The decisions of which nobody is told yet, since their documents may still be undone.

    Args:
        session: a database session.
        now: the moment.

    Returns:
        Budgets with the hashes of the decisions.
    """
    connection = await session.connection()
    stored = (_UPLOADS.c.state == UploadState.STORED) & (_UPLOADS.c.at > now - _HELD_FOR)
    found = await connection.execute(select(_UPLOADS.c.sources).where(stored))
    sources = [sha256 for (listed,) in found for sha256 in json.loads(listed)]
    if not sources:
        return set()
    query = (
        select(_BUDGETS, _DECISIONS.c.number, _DECISIONS.c.date)
        .join(_EDITIONS, _EDITIONS.c.budget_id == _BUDGETS.c.id)
        .join(_DECISIONS, _DECISIONS.c.id == _EDITIONS.c.decision_id)
        .join(_SOURCES, _SOURCES.c.id == _EDITIONS.c.source_id)
        .where(_SOURCES.c.sha256.in_(sources))
        .distinct()
    )
    return {
        (
            BudgetAddress(row.place, row.first_year, row.last_year),
            decision_key(DecisionAddress(row.number, row.date)),
        )
        for row in await connection.execute(query)
    }


def _find(connection: Connection, token: str) -> Row[Any] | None:
    return connection.execute(select(_UPLOADS).where(_UPLOADS.c.token == token)).one_or_none()


@cache
def _documents() -> TypeAdapter[list[ParsedDecision]]:
    return TypeAdapter(list[ParsedDecision])


def _pack(content: bytes) -> bytes:
    return zlib.compress(content)


def _unpack(content: bytes) -> bytes:
    return zlib.decompress(content)
