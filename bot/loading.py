"""Files, folders, archives and exports → the database, one report a file; a bad file stops nothing."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import async_sessionmaker
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.dataset.errors import DatasetError
from bot.dataset.fields import DESCRIPTOR
from bot.dataset.reading import is_dataset, read_dataset
from bot.operator.file_remarks import Remark, remarks_on
from parser.dataclass import dataclass
from parser.errors import ParseError
from parser.kinds import ParseErrorKind
from parser.parse import parse_raw
from parser.readers.act_files import is_part_of_act, read_act_file
from parser.readers.archive import Member, Unopened
from parser.readers.companions import is_companion
from parser.readers.detect import is_archive, members_of
from parser.readers.files import RawFile
from parser.records import ParsedDecision
from storage.loading.errors import IngestError, UnknownDecisionError
from storage.loading.ingest import IngestReport, ingest
from storage.search.names_ahead import prepare_names

_REMARKS = 5  # of a file; all of them are in what `parse` prints


@dataclass(frozen=True, slots=True)
class FileReport:
    """What became of one file: a report of what was stored, or the error that kept it from being loaded."""

    path: Path
    seconds: float
    report: IngestReport | None = None
    error: ParseError | IngestError | DatasetError | SQLAlchemyError | None = None
    remarks: tuple[Remark, ...] = ()  # the first of what is to be said of it
    more_remarks: int = 0


@dataclass(frozen=True, slots=True)
class PendingDocument:
    """A document on its way into the database.

    Attributes:
        path: where it is; of a member of an archive, that of the archive with the member's name behind it.
        parse: reads it.
    """

    path: Path
    parse: Callable[[], ParsedDecision]


def list_files(paths: Iterable[Path]) -> list[Path]:
    """The files to load: those named, and all in the folders named that may be documents.

    A folder that `export` wrote is listed as one file, its descriptor `datapackage.json`.
    """
    files: list[Path] = []
    for path in paths:
        files.extend(_in_folder(path) if path.is_dir() else [path])
    return list(dict.fromkeys(files))


def _in_folder(
    folder: Path, top: Path | None = None, around: frozenset[Path] = frozenset()
) -> Iterator[Path]:
    """The files below a folder; a link to a folder around it leads nowhere."""
    top, real = top or folder, folder.resolve()
    if real in around:
        return
    if is_dataset(folder):
        yield folder / DESCRIPTOR
        return
    for path in sorted(folder.iterdir()):
        inner = path.relative_to(top)
        if is_companion(inner) or is_part_of_act(inner):
            continue
        if path.is_dir():
            yield from _in_folder(path, top, around | {real})
        elif path.is_file():
            yield path


async def load_files(
    sessions: async_sessionmaker[AsyncSession], files: Iterable[Path], *, replace: bool = False
) -> AsyncIterator[FileReport]:
    """Loads files in their order, each in a transaction of its own.

    A file that refers to a decision which no file before it has told is tried again after
    the others, as long as that helps: the order of the files does not matter. When all reports are there and
    very many names are others than those that are ready, they are made ready for the next start.

    Args:
        sessions: of the database.
        files: in the order of loading.
        replace: whether a worse reading of a table may take the place of a better one.

    Yields:
        A report as soon as what becomes of a file is known.
    """
    async for loaded in _load_each(sessions, files, replace=replace):
        yield loaded
    await prepare_names(sessions)


async def _load_each(
    sessions: async_sessionmaker[AsyncSession], files: Iterable[Path], *, replace: bool
) -> AsyncIterator[FileReport]:
    waiting: list[PendingDocument] = []
    for path in files:
        if path.name == DESCRIPTOR and is_dataset(path.parent):
            async for report in _load_dataset(sessions, path, replace=replace):
                yield report
            continue
        for document in open_documents(path):
            stopped, report = await _to_its_end(_load(sessions, document, replace=replace))
            if isinstance(report.error, UnknownDecisionError):
                waiting.append(document)
            else:
                yield report
            if stopped is not None:
                raise stopped
    while waiting:
        again = [(document, await _load(sessions, document, replace=replace)) for document in waiting]
        left = [document for document, report in again if isinstance(report.error, UnknownDecisionError)]
        stuck = len(left) == len(waiting)
        for _, report in again:
            if stuck or not isinstance(report.error, UnknownDecisionError):
                yield report
        waiting = [] if stuck else left


async def _to_its_end(
    loading: Coroutine[Any, Any, FileReport],
) -> tuple[asyncio.CancelledError | None, FileReport]:
    """Loads a file to its end where that is stopped, too: what is stored is told.

    Returns:
        What stopped it, if anything, and the report.
    """
    task = asyncio.ensure_future(loading)
    try:
        return None, await asyncio.shield(task)
    except asyncio.CancelledError as stopped:
        return stopped, await task


def open_documents(path: Path, read: Callable[[Path], RawFile] = read_act_file) -> Iterator[PendingDocument]:
    """The documents in a file: itself, or those in an archive, unpacked when their turn comes.

    What is wrong with the file is told when its one document is parsed.

    Args:
        path: the file.
        read: reads it, from wherever it is.
    """
    try:
        raw = read(path)
        if not is_archive(raw):
            yield PendingDocument(path, partial(parse_raw, raw))
            return
        members = list(members_of(raw))
    except ParseError as error:
        yield PendingDocument(path, partial(_fail, error))
        return
    if not members:
        yield PendingDocument(path, partial(_fail, ParseError(ParseErrorKind.NO_DOCUMENTS, raw.name)))
    for member in members:
        yield PendingDocument(path.parent / member.name, partial(_parse_member, member))


def _parse_member(member: Member | Unopened) -> ParsedDecision:
    return parse_raw(member.read())


def _fail(error: ParseError) -> ParsedDecision:
    raise error


async def _load(
    sessions: async_sessionmaker[AsyncSession], document: PendingDocument, *, replace: bool
) -> FileReport:
    started = time.perf_counter()
    try:
        parsed = document.parse()
        report = await ingest(sessions, parsed, replace_better=replace)
    except (ParseError, IngestError, SQLAlchemyError) as error:
        return FileReport(document.path, time.perf_counter() - started, error=error)
    remarks = (*(each for each in remarks_on(parsed) if each not in report.settled), *report.findings)
    more = max(len(remarks) - _REMARKS, 0)
    return FileReport(document.path, time.perf_counter() - started, report, None, remarks[:_REMARKS], more)


async def _load_dataset(
    sessions: async_sessionmaker[AsyncSession], path: Path, *, replace: bool
) -> AsyncIterator[FileReport]:
    """Loads the files that a dataset was made of; what cannot be read ends it."""
    started = time.perf_counter()
    try:
        for stored in read_dataset(path.parent):
            file = path.parent / stored.parsed.source.file
            try:
                report = await ingest(
                    sessions, stored.parsed, restored=stored.restored, replace_better=replace
                )
            except (IngestError, SQLAlchemyError) as error:
                yield FileReport(file, time.perf_counter() - started, error=error)
            else:
                yield FileReport(file, time.perf_counter() - started, report)
            started = time.perf_counter()
    except DatasetError as error:
        yield FileReport(path, time.perf_counter() - started, error=error)
