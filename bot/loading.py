"""Files and folders → the database, one report a file; a bad file stops nothing."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import async_sessionmaker
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.errors import ParseError
from parser.parse import parse_file
from storage.ingest import IngestError, IngestReport, ingest


@dataclass(frozen=True, slots=True)
class FileReport:
    """What became of one file: a report, or the error that it could not be loaded for."""

    path: Path
    seconds: float
    report: IngestReport | None = None
    error: ParseError | IngestError | SQLAlchemyError | None = None


def list_files(paths: Iterable[Path]) -> list[Path]:
    """The files to load: those named, and all in the folders named, hidden ones left out."""
    files: list[Path] = []
    for path in paths:
        files.extend(_in_folder(path) if path.is_dir() else [path])
    return list(dict.fromkeys(files))


def _in_folder(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts):
            yield path


async def load_files(
    sessions: async_sessionmaker[AsyncSession], files: Iterable[Path]
) -> AsyncIterator[FileReport]:
    """Loads files in their order, each in a transaction of its own.

    Yields:
        A report as soon as its file is done.
    """
    for path in files:
        started = time.perf_counter()
        try:
            report = await ingest(sessions, parse_file(path))
        except (ParseError, IngestError, SQLAlchemyError) as error:
            yield FileReport(path, time.perf_counter() - started, error=error)
        else:
            yield FileReport(path, time.perf_counter() - started, report)
