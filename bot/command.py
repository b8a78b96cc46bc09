"""What every command does around its work: settings, the database, exit codes, words for the operator."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager, closing
from typing import TYPE_CHECKING, Any, NoReturn, TypeAlias, TypeVar, cast

import typer

from bot.database_address import find_database

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import async_sessionmaker
    from sqlmodel.ext.asyncio.session import AsyncSession

    from bot.operator.texts import OperatorTexts
    from bot.settings import Settings

    Sessions: TypeAlias = async_sessionmaker[AsyncSession]

_T = TypeVar("_T")
DONE, BAD_INPUT, WRONG_USAGE = 0, 1, 2


def with_database(
    work: Callable[[Sessions], Coroutine[Any, Any, None]], *, needs_data: bool = False, answers: bool = False
) -> None:
    """Runs a command's work on the migrated database; says in a line why it cannot.

    Args:
        work: what the command does with the database's sessions.
        needs_data: whether it can do nothing where nothing is loaded; that is said.
        answers: whether it does nothing but what answering does: reads by statements as texts.
    """

    async def run() -> None:
        address = find_database() or settings_or_exit().database_url
        async with _database(address, answers=answers) as sessions:
            if needs_data:
                await require_data(sessions)
            await work(sessions)

    try:
        run_async(run())
    except _list_database_errors() as error:
        from bot.operator.errors import explain

        fail(explain(error, texts()))


def _list_database_errors() -> tuple[type[Exception], ...]:
    """What says that a database cannot be used. Asked for where something went wrong, and not before."""
    import sqlite3

    from sqlalchemy.exc import SQLAlchemyError

    from storage.engine import EngineError
    from storage.schema import SchemaError

    return EngineError, SchemaError, SQLAlchemyError, sqlite3.Error


async def require_data(sessions: Sessions) -> None:
    """Ends the command where nothing is loaded, and says how to load."""
    from storage.reading.cards import list_budgets

    async with sessions() as session:
        if not await list_budgets(session):
            fail(texts().get("load-first"))


@asynccontextmanager
async def _database(address: str, *, answers: bool) -> AsyncIterator[Sessions]:
    if answers:
        from storage.direct import open_ready_file

        ready = open_ready_file(address)
        if ready is not None:
            with closing(ready):
                yield cast("Sessions", ready)  # what answering asks of sessions it does as they do
            return
    from storage.engine import create_engine, create_sessions
    from storage.schema import migrate as migrate_schema

    engine = create_engine(address)
    try:
        await migrate_schema(engine)
        yield create_sessions(engine)
    finally:
        await engine.dispose()


def settings_or_exit() -> Settings:
    """The settings; a wrong one is named and ends the command."""
    from bot.settings import SettingsError, load_settings

    try:
        return load_settings()
    except SettingsError as error:
        from bot.operator.errors import explain_settings

        fail(explain_settings(error, texts()), WRONG_USAGE)


def texts() -> OperatorTexts:
    """The words in the terminal's language."""
    from bot.operator.texts import terminal_texts

    return terminal_texts()


def run_async(work: Coroutine[Any, Any, _T]) -> _T:
    """Runs a command's work; Ctrl-C ends the command with a word."""
    try:
        return asyncio.run(work)
    except KeyboardInterrupt:
        fail(texts().get("stopped-by-hand"), 130)


def print_json(form: object, kind: Any = None) -> None:  # noqa: ANN401 - see `write_form`
    """Prints a form of `bot.json`."""
    from bot.json.form import write_form

    json.dump(write_form(form, kind), sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")


def fail(message: str, code: int = BAD_INPUT) -> NoReturn:
    """Says what is wrong, and ends the command."""
    typer.echo(message, err=True)
    raise typer.Exit(code)


def exit_with(code: int) -> None:
    """Ends the command with a code; with 0 it goes on to its end."""
    if code:
        raise typer.Exit(code)
