"""The command line. Commands import what they need when they run: aiogram alone takes seconds."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator
from contextlib import aclosing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.command import (
    BAD_INPUT,
    DONE,
    WRONG_USAGE,
    exit_with,
    fail,
    print_json,
    require_data,
    run_async,
    settings_or_exit,
    texts,
    with_database,
)
from bot.garbage import end_start
from bot.operator.usage import LocalCommand, LocalCommands, WrongUsage
from parser.records import Language

if TYPE_CHECKING:
    from bot.command import Sessions

# The help of an option or argument is the key of a text in `locales/operator`.
app = typer.Typer(
    cls=LocalCommands,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
JsonOption = Annotated[bool, typer.Option("--json", help="cli-json")]
LanguageOption = Annotated[
    Language | None, typer.Option("--lang", metavar="|".join(Language), help="cli-lang")
]


@app.command("run", cls=LocalCommand)
def run_command() -> None:
    """Run the Telegram bot: long polling, or a webhook where WEBHOOK_URL is set."""
    from bot.telegram_types import import_aiogram

    end_start()  # the bot serves long: what garbage its start leaves would be its peak of memory
    import_aiogram()
    from bot.serving import run as running

    exit_with(run_async(running.run(settings_or_exit())))


@app.command("chat", cls=LocalCommand)
def chat_command(
    load: Annotated[list[Path] | None, typer.Option("--load", metavar="PATH", help="cli-load")] = None,
) -> None:
    """Talk to the bot here, without Telegram: the same dispatcher, buttons numbered."""
    from bot.telegram_types import import_aiogram

    end_start()  # the bot serves long: what garbage its start leaves would be its peak of memory
    import_aiogram()
    from bot.chat.chat import run_chat

    if load:
        _load(load, quiet=True)
    exit_with(run_chat(settings_or_exit()))


@app.command("load", cls=LocalCommand)
def load_command(  # noqa: PLR0913 - the options of a command
    ctx: typer.Context,
    paths: Annotated[list[Path] | None, typer.Argument(metavar="PATH", help="cli-paths")] = None,
    *,
    archive: Annotated[
        list[Path] | None, typer.Option("--archive", metavar="PATH", help="cli-archive")
    ] = None,
    council: Annotated[
        list[str] | None, typer.Option("--council", metavar="NAME", help="cli-council")
    ] = None,
    since: Annotated[int | None, typer.Option("--since", metavar="YEAR", min=1991, help="cli-since")] = None,
    jobs: Annotated[int | None, typer.Option("--jobs", metavar="N", min=1, max=64, help="cli-jobs")] = None,
    replace: Annotated[bool, typer.Option("--replace", help="cli-replace")] = False,
    as_json: JsonOption = False,
) -> None:
    """Load decisions into the database; loading a file again changes nothing."""
    if not paths and not archive:
        raise WrongUsage(texts().get("usage-missing", name="PATH…"), ctx.command_path)
    if paths and (archive or council or since or jobs or as_json):
        raise WrongUsage(texts().get("load-usage"), ctx.command_path)
    if paths:
        _load(paths, quiet=False, replace=replace)
        return
    from bot.archive.command import ArchiveRequest, load_archives
    from bot.archive.selection import Selection

    request = ArchiveRequest(tuple(archive or ()), Selection(tuple(council or ()), since), jobs, replace)
    load_archives(request, as_json=as_json)


def _load(paths: list[Path], *, quiet: bool, replace: bool = False) -> None:
    from bot.loading import list_files, load_files
    from bot.operator.load_report import LoadReport
    from bot.operator.reports import terminal

    files = list_files(paths)
    report = LoadReport(len(files), terminal(), terminal(stderr=True), texts())

    async def work(sessions: Sessions) -> None:
        async for loaded in load_files(sessions, files, replace=replace):
            report.add(loaded)

    try:
        with report:
            with_database(work)
    except typer.Exit:  # stopped by hand, or the database refused
        report.print_begun()
        raise
    if not quiet:
        report.print_table()
    exit_with(BAD_INPUT if report.failed or not files else DONE)


@app.command("parse", cls=LocalCommand)
def parse_command(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="cli-file")], as_json: JsonOption = False
) -> None:
    """Show what the parser understood of a file; nothing is stored."""
    from bot.operator.errors import explain
    from parser.errors import ParseError
    from parser.parse import parse_file

    try:
        parsed = parse_file(file)
    except ParseError as error:
        fail(explain(error, texts()))
    if as_json:
        from bot.json.parsed import ParseForm

        print_json(ParseForm.fill(parsed))
    else:
        from bot.operator.reports import print_parsed, terminal

        print_parsed(parsed, terminal(), texts())


@app.command("ask", cls=LocalCommand)
def ask_command(
    question: Annotated[str | None, typer.Argument(metavar="QUESTION", help="cli-question")] = None,
    lang: LanguageOption = None,
    as_json: JsonOption = False,
    stdin: Annotated[bool, typer.Option("--stdin", help="cli-stdin")] = False,
) -> None:
    """Answer a question; with --stdin, one a line (JSON lines with --json)."""
    if (question is None) is not stdin:
        fail(texts().get("ask-usage"), WRONG_USAGE)
    from bot.asking import ask_all

    questions: Iterator[str] = (line.rstrip("\n") for line in sys.stdin) if stdin else iter([question or ""])

    async def work(sessions: Sessions) -> None:
        async with aclosing(ask_all(sessions, questions, lang, as_json=as_json, lines=stdin)) as answers:
            async for line in answers:
                print(line, flush=True)  # noqa: T201 - the command's output
        if as_json:  # a script gets its JSON, of the kind `nothing_loaded`, and the exit code
            await require_data(sessions)

    with_database(work, needs_data=not as_json, answers=True)


@app.command("changes", cls=LocalCommand)
def changes_command(
    decision: Annotated[str | None, typer.Argument(metavar="NUMBER", help="cli-number")] = None,
    place: Annotated[str | None, typer.Option("--place", metavar="PLACE", help="cli-place")] = None,
    date: Annotated[
        dt.datetime | None,
        typer.Option("--date", metavar="YYYY-MM-DD", formats=["%Y-%m-%d"], help="cli-date"),
    ] = None,
    lang: LanguageOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show what a decision changed, line by line, and whether the totals agree."""
    from bot.asking import PlaceNotLoadedError, find_changes, list_adopted, list_decisions_numbered

    async def work(sessions: Sessions) -> None:
        try:
            found = await find_changes(sessions, decision, place, date.date() if date else None)
        except PlaceNotLoadedError as error:
            near = ", ".join(error.near) or None
            fail(texts().say("budget-not-loaded", {"place": error.place, "near": near}))
        if not found:
            others = await list_decisions_numbered(sessions, decision) if decision else []
            told = {"number": decision, "others": list_adopted(others) or None}
            fail(texts().say("no-decision", told))
        if isinstance(found, list):
            told = {"number": decision, "found": list_adopted(found)}
            fail(texts().say("several-decisions", told))
        if as_json:
            from bot.json.changes import ChangesForm

            print_json(ChangesForm.fill(found, lang or Language.RU))
        else:
            from bot.operator.reports import print_changes, terminal

            print_changes(found, lang or Language.RU, terminal(), texts())

    with_database(work, needs_data=True, answers=True)


@app.command("check", cls=LocalCommand)
def check_command(as_json: JsonOption = False) -> None:
    """List every place where a stored document disagrees with itself."""

    async def work(sessions: Sessions) -> None:
        from storage.reading.discrepancies import list_discrepancies

        async with sessions() as session:
            found = await list_discrepancies(session)
        if as_json:
            from bot.json.stored import CheckForm

            print_json(found, CheckForm)
        else:
            from bot.operator.reports import print_discrepancies, terminal

            print_discrepancies(found, terminal(), texts())

    with_database(work, needs_data=True)


@app.command("coverage", cls=LocalCommand)
def coverage_command(as_json: JsonOption = False) -> None:
    """Show by region and year what is loaded and how cleanly it was read."""

    async def work(sessions: Sessions) -> None:
        from storage.reading.coverage import load_coverage

        async with sessions() as session:
            coverage = await load_coverage(session)
        if as_json:
            print_json(coverage)
        else:
            from bot.operator.coverage_report import print_coverage
            from bot.operator.reports import terminal

            print_coverage(coverage, terminal(), texts())

    with_database(work, needs_data=True)


@app.command("export", cls=LocalCommand)
def export_command(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="cli-folder")],
) -> None:
    """Write the dataset: CSV files as a Tabular Data Package, and a spreadsheet beside them."""
    from bot.dataset.export import export

    async def work(sessions: Sessions) -> None:
        try:
            report = await export(sessions, folder)
        except OSError as error:
            from bot.operator.errors import explain

            fail(explain(error, texts()))
        for name, rows in report.rows.items():
            print(texts().get("export-rows", file=name, count=rows))  # noqa: T201

    with_database(work, needs_data=True)


@app.command("backup", cls=LocalCommand)
def backup_command(
    path: Annotated[Path, typer.Argument(metavar="PATH", help="cli-backup-path")],
) -> None:
    """Make a sound copy of the database, also while the bot runs."""
    from bot.operator.errors import explain
    from storage.backup import BackupError, back_up

    try:
        size = back_up(settings_or_exit().database_url, path)
    except (BackupError, OSError) as error:
        fail(explain(error, texts()))
    print(texts().get("backup-done", file=str(path), bytes=size))  # noqa: T201


@app.command("migrate", cls=LocalCommand)
def migrate_command() -> None:
    """Bring the database to the newest schema."""

    async def work(_: Sessions) -> None:
        from storage.migrations import HEAD

        print(texts().get("schema-version", version=HEAD))  # noqa: T201

    with_database(work)


@app.command("stats", cls=LocalCommand)
def stats_command(as_json: JsonOption = False) -> None:
    """Count what is stored."""

    async def work(sessions: Sessions) -> None:
        from storage.missed_questions import list_missed
        from storage.reading.overview import load_stats

        async with sessions() as session:
            counted = await load_stats(session)
            missed = await list_missed(session)
        if as_json:
            from bot.json.stored import StatsForm

            print_json(StatsForm.join(counted, missed))
        else:
            from bot.operator.reports import print_stats, terminal

            print_stats(counted, missed, terminal(), texts())

    with_database(work)
