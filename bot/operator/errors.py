"""Why something could not be done, in words, a line each."""

from __future__ import annotations

import errno
import sqlite3

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from bot.archive.errors import ArchiveError
from bot.dataset.errors import DatasetError
from bot.operator.texts import OperatorTexts
from bot.settings import SettingsError
from parser.errors import ParseError
from parser.records import SourcePlace
from storage.backup import BackupError
from storage.engine import EngineError
from storage.loading.errors import IngestError
from storage.schema import SchemaError


def explain(error: Exception, texts: OperatorTexts) -> str:
    """What went wrong, without anything secret.

    Args:
        error: of the program's own, of the database or of the operating system.
        texts: in the operator's language.

    Returns:
        Where, what is wrong and what stands there; the error's name where nothing more is known.
    """
    match error:
        case ParseError():
            return explain_parse_error(error, texts)
        case IngestError():
            return _explain_ingest_error(error, texts)
        case BackupError() | ArchiveError():
            backup, archive = f"backup-error-{error.kind}", f"archive-error-{error.kind}"
            return texts.say(backup if isinstance(error, BackupError) else archive, error.values)
        case DatasetError():
            where = _where(texts, error.file, error.at, error.column)
            return f"{where}: {texts.say(f'dataset-error-{error.kind}', error.values)}" + _found(error.found)
        case EngineError() | SchemaError() | SQLAlchemyError() | sqlite3.Error():
            return texts.get("database-error", reason=_database_reason(error, texts))
    return _explain_system(error, texts)


def explain_parse_error(error: ParseError, texts: OperatorTexts) -> str:
    """The file, the place in it, what is wrong and what stands there."""
    wrong = texts.say(f"parse-error-{error.kind}", error.values)
    return f"{_where(texts, error.file, error.at)}: {wrong}{_found(error.found)}"


def _explain_ingest_error(error: IngestError, texts: OperatorTexts) -> str:
    said = texts.say(f"ingest-error-{error.kind}", error.values)
    if error.decision is None:
        return said
    return f"{_where(texts, texts.decision(error.decision), error.at)}: {said}"


def explain_settings(error: SettingsError, texts: OperatorTexts) -> str:
    """What is wrong with each setting, a line each."""
    lines = [
        f"{fault.name}: {texts.say(f'setting-error-{fault.kind}', fault.values)}" for fault in error.errors
    ]
    return "\n".join(lines)


def _where(texts: OperatorTexts, subject: str, at: SourcePlace | None, column: str | None = None) -> str:
    return ", ".join(part for part in (subject, texts.source_place(at) if at else None, column) if part)


def _found(found: str | None) -> str:
    return f": {found}" if found else ""


def _explain_system(error: Exception, texts: OperatorTexts) -> str:
    if not isinstance(error, OSError) or error.errno is None:
        return type(error).__name__
    said = texts.say("system-error", {"errno": errno.errorcode.get(error.errno)})
    return f"{error.filename}: {said}" if error.filename else said


def _database_reason(
    error: EngineError | SchemaError | SQLAlchemyError | sqlite3.Error, texts: OperatorTexts
) -> str:
    """Why the database cannot be used, told by the driver's code.

    A code without a text of ours is shown with the driver's own words.
    """
    if isinstance(error, EngineError):
        return texts.say(f"engine-error-{error.kind}", error.values)
    if isinstance(error, SchemaError):
        return texts.say(f"schema-error-{error.kind}", error.values)
    # SQLAlchemy adds the statement and its values: they are left out.
    cause = (
        error.orig if isinstance(error, DBAPIError) else error if isinstance(error, sqlite3.Error) else None
    )
    if cause is None:
        return type(error).__name__
    # SQLITE_IOERR_READ is a kind of SQLITE_IOERR; PostgreSQL's codes have five characters.
    name = getattr(cause, "sqlite_errorname", None) or getattr(cause, "sqlstate", None)
    said = str(cause).splitlines() or [type(cause).__name__]
    code = "_".join(name.split("_")[:2]) if name else None
    return texts.say("driver-error", {"code": code, "said": said[0]})
