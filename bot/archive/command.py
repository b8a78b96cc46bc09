"""`load --archive`: what the command does around a load."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from bot.archive.errors import ArchiveError
from bot.archive.loading import ArchiveLoading
from bot.archive.pool import ParsingPool
from bot.archive.repositories import find_repositories
from bot.archive.selection import Selection
from bot.command import BAD_INPUT, fail, print_json, texts, with_database
from bot.operator.archive_report import ArchiveProgress, print_archive_report
from bot.operator.errors import explain
from bot.operator.reports import terminal
from parser.dataclass import dataclass
from storage.reading.archive_totals import load_archive_totals
from storage.search.names_ahead import prepare_names

if TYPE_CHECKING:
    from bot.command import Sessions


@dataclass(frozen=True, slots=True)
class ArchiveRequest:
    """What is asked for.

    Attributes:
        paths: clones, or folders of clones.
        selection: of councils and years.
        jobs: how many processes parse; as many as there are processors where it is not said.
        replace: whether a worse reading of a table may take the place of a better one.
    """

    paths: tuple[Path, ...]
    selection: Selection
    jobs: int | None = None
    replace: bool = False


def load_archives(request: ArchiveRequest, *, as_json: bool) -> None:
    """Loads clones and says what came of it; what is wrong with a clone ends the command.

    Args:
        request: what is asked for.
        as_json: whether it is said as JSON.
    """

    async def work(sessions: Sessions) -> None:
        try:
            repositories = [clone for path in request.paths for clone in find_repositories(path)]
            with ArchiveProgress(terminal(stderr=True), texts()) as progress:
                async with ParsingPool(request.jobs or _count_processors()) as pool:
                    loading = ArchiveLoading(
                        sessions,
                        request.selection,
                        pool,
                        replace=request.replace,
                        watch=progress.show,
                    )
                    counts = await loading.run(repositories)
        except (ArchiveError, OSError) as error:
            fail(explain(error, texts()), BAD_INPUT)
        async with sessions() as session:
            connection = await session.connection()
            totals = await connection.run_sync(load_archive_totals, list(counts.archives))
        await prepare_names(sessions)
        if as_json:
            from bot.json.archive import ArchiveForm  # noqa: PLC0415 - imports pydantic's forms

            print_json(ArchiveForm.join(counts, totals, texts()))
        else:
            print_archive_report(counts, totals, terminal(), texts(), since=request.selection.since)
        if not counts.acts and not counts.earlier and not totals.acts:
            fail(texts().get("archive-no-acts"), BAD_INPUT)

    with_database(work)


def _count_processors() -> int:
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1
