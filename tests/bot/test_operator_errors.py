"""Errors in words: in the operator's language, with what is known and nothing secret."""

from __future__ import annotations

import errno
import sqlite3
from typing import Any

import pytest
from sqlalchemy.exc import InvalidRequestError, OperationalError

from bot.dataset.errors import DatasetError, DatasetErrorKind
from bot.operator.errors import explain
from bot.operator.texts import OperatorLanguage, OperatorTexts, load_operator_texts
from parser.errors import ParseError
from parser.kinds import Counted, Kind, ParseErrorKind, Value
from parser.records import DecisionRef, PlaceUnit, SourcePlace
from storage.backup import BackupError, BackupErrorKind
from storage.engine import EngineError, EngineErrorKind
from storage.loading.errors import IngestError, IngestErrorKind
from storage.schema import SchemaError, SchemaErrorKind
from tests.storage.builders import APRIL

LINE = SourcePlace(PlaceUnit.LINE, 5)
EN = load_operator_texts(OperatorLanguage.EN)
every_language = pytest.mark.parametrize(
    "texts", [load_operator_texts(language) for language in OperatorLanguage], ids=list(OperatorLanguage)
)


def values_of(kind: Kind) -> dict[str, Value]:
    """Values that no sentence holds by itself."""
    return {name: 71 + index for index, name in enumerate(kind.takes)}


def is_said(values: dict[str, Value], said: str) -> bool:
    return all(str(value) in said for name, value in values.items() if name not in {"language", "loss"})


@every_language
@pytest.mark.parametrize("kind", ParseErrorKind)
def test_why_a_file_is_not_read(kind: ParseErrorKind, texts: OperatorTexts) -> None:
    said = explain(ParseError(kind, "x.txt", LINE, "016", **values_of(kind)), texts)
    assert said.startswith(f"x.txt, {texts.source_place(LINE)}: ")
    assert said.endswith(": 016")
    chooses_words = {"counted", "reason", "lack", "how"}
    assert is_said(
        {name: value for name, value in values_of(kind).items() if name not in chooses_words}, said
    )


@every_language
def test_every_limit_is_named_by_its_own_words(texts: OperatorTexts) -> None:
    said = {explain(ParseError.limit("x.txt", counted, 77), texts) for counted in Counted}
    assert len(said) == len(Counted)
    assert all("77" in each for each in said)


@every_language
@pytest.mark.parametrize("kind", IngestErrorKind)
def test_why_a_decision_is_not_stored(kind: IngestErrorKind, texts: OperatorTexts) -> None:
    said = explain(IngestError(kind, APRIL, LINE, **values_of(kind)), texts)
    assert "№ 12-3" in said
    assert ("2013-04-08" if texts.language is OperatorLanguage.EN else "08.04.2013") in said
    assert f", {texts.source_place(LINE)}: " in said
    assert is_said(values_of(kind), said.partition(": ")[2])


@every_language
def test_an_error_about_no_one_decision(texts: OperatorTexts) -> None:
    kind = IngestErrorKind.SAME_SHORT_KEY
    assert "№" not in explain(IngestError(kind, budget="Семей 2013-2015", other="Тараз 2013-2015"), texts)


@every_language
@pytest.mark.parametrize("kind", [IngestErrorKind.PLACE_UNKNOWN, IngestErrorKind.YEARS_UNKNOWN])
def test_a_decision_that_is_not_named_is_left_out(kind: IngestErrorKind, texts: OperatorTexts) -> None:
    nothing: dict[str, Any] = dict.fromkeys(kind.takes)
    said = explain(IngestError(kind, DecisionRef("12-3", None), **nothing), texts)
    assert said.startswith("№ 12-3: ")
    assert "none" not in said
    undated = explain(
        IngestError(kind, APRIL, **{**nothing, "amended_number": "10-3"}),
        texts,
    )
    assert "№ 10-3" in undated
    assert "none" not in undated


@every_language
@pytest.mark.parametrize("kind", DatasetErrorKind)
def test_why_a_dataset_is_not_read(kind: DatasetErrorKind, texts: OperatorTexts) -> None:
    error = DatasetError(kind, "lines.csv", LINE, column="amount", found="many", **values_of(kind))
    said = explain(error, texts)
    assert said.startswith(f"lines.csv, {texts.source_place(LINE)}, amount: ")
    assert said.endswith(": many")
    assert is_said(values_of(kind), said)


@every_language
@pytest.mark.parametrize("kind", SchemaErrorKind)
def test_why_a_database_does_not_fit(kind: SchemaErrorKind, texts: OperatorTexts) -> None:
    assert is_said(values_of(kind), explain(SchemaError(kind, **values_of(kind)), texts))


@every_language
@pytest.mark.parametrize("kind", EngineErrorKind)
def test_why_a_database_cannot_be_opened(kind: EngineErrorKind, texts: OperatorTexts) -> None:
    assert is_said(values_of(kind), explain(EngineError(kind, **values_of(kind)), texts))


@every_language
@pytest.mark.parametrize("kind", BackupErrorKind)
def test_why_no_copy_was_made(kind: BackupErrorKind, texts: OperatorTexts) -> None:
    assert is_said(values_of(kind), explain(BackupError(kind, **values_of(kind)), texts))


def failed(cause: Exception) -> OperationalError:
    return OperationalError("SELECT secret", {"token": "secret"}, cause)


def sqlite_error(name: str, said: str = "said by SQLite") -> sqlite3.OperationalError:
    error: Any = sqlite3.OperationalError(said)
    error.sqlite_errorname = name
    return error  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (failed(sqlite_error("SQLITE_CANTOPEN")), "its file cannot be opened"),
        (failed(sqlite_error("SQLITE_READONLY_DIRECTORY")), "its file is read-only"),
        (failed(sqlite_error("SQLITE_IOERR_READ", "disk I/O error\nmore")), "SQLITE_IOERR, disk I/O error"),
        (failed(Exception("disk full\nmore")), "disk full"),
        (failed(Exception()), "Exception"),
        (InvalidRequestError("secret"), "InvalidRequestError"),
    ],
)
def test_why_the_database_cannot_be_used(error: Exception, said: str) -> None:
    assert explain(error, EN) == f"the database cannot be used: {said}"


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (PermissionError(errno.EACCES, "said by Python", "/a/b"), "/a/b: there is no permission for it"),
        (OSError(errno.EPIPE, "said by Python"), "EPIPE"),
        (ConnectionError("said by Python"), "ConnectionError"),
        (ValueError("secret"), "ValueError"),
    ],
)
def test_what_the_system_says_is_told_by_its_code(error: Exception, said: str) -> None:
    assert explain(error, EN) == said


@every_language
def test_a_system_error_has_words_of_each_language(texts: OperatorTexts) -> None:
    said = {
        explain(OSError(code, "said by Python"), texts)
        for code in (errno.EACCES, errno.EADDRINUSE, errno.ENOSPC, errno.EROFS, errno.ENOENT)
    }
    assert len(said) == 5
    assert not any("said by" in each for each in said)
