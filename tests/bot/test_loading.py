"""Which files are loaded, in which order, and what is said of each."""

from __future__ import annotations

import io
import os
import random
import shutil
import zipfile
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from rich.console import Console
from sqlalchemy.ext.asyncio import async_sessionmaker
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.loading import FileReport, list_files, load_files
from bot.operator.load_report import LoadReport
from bot.operator.texts import OperatorLanguage, load_operator_texts
from parser.errors import ParseError
from parser.kinds import ParseErrorKind
from storage.engine import create_engine, create_sessions
from storage.loading.errors import IngestError, IngestErrorKind, UnknownDecisionError
from storage.schema import migrate
from storage.search import kept_names, ready_names
from storage.search.index import build_index
from tests.harness.databases import database_url
from tests.storage.dump import facts

SAMPLES = Path(__file__).parents[2] / "data/taraz"
Sessions = async_sessionmaker[AsyncSession]


@pytest.fixture
async def sessions(tmp_path: Path) -> AsyncIterator[Sessions]:
    engine = create_engine(database_url(tmp_path / "qazyna.db"))
    await migrate(engine)
    yield create_sessions(engine)
    await engine.dispose()


async def load(sessions: Sessions, *paths: Path) -> list[FileReport]:
    return [report async for report in load_files(sessions, list_files(paths))]


def without_years(name: str, to: Path) -> Path:
    """A copy of a sample that does not state the years of its budget."""
    lines = (SAMPLES / name).read_text(encoding="utf-8").splitlines(keepends=True)
    text = "".join(line for line in lines if not line.startswith("budget_years"))
    to.write_text(text, encoding="utf-8")
    return to


async def test_names_are_kept_for_the_next_start_after_a_load(
    sessions: Sessions, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(kept_names, "LEAST_KEPT", 1)
    monkeypatch.setattr(ready_names, "LEAST_KEPT", 1)
    kept = tmp_path / "cache/qazyna/names.columns"

    await load(sessions, SAMPLES / "12-3.2013-04-08.kk.txt")
    first = kept.read_bytes()
    await load(sessions, SAMPLES)  # that one again, and eight more
    made = kept.read_bytes()
    assert made != first
    kept.unlink()
    await load(sessions, SAMPLES)  # nothing new
    assert not kept.exists()

    async with sessions() as session:
        await build_index(session)
    assert kept.read_bytes() == made


def test_folders_are_walked_and_hidden_files_passed_over(tmp_path: Path) -> None:
    names = ["b/2.csv", "a.txt", ".hidden", "b/.git/x", "b/c/1.csv"]
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    listed = list_files([tmp_path / "a.txt", tmp_path])
    assert [str(path.relative_to(tmp_path)) for path in listed] == ["a.txt", "b/2.csv", "b/c/1.csv"]


async def test_a_decision_that_needs_another_waits_for_it(sessions: Sessions, tmp_path: Path) -> None:
    july = without_years("15-3.2013-07-12.2013.ru.csv", tmp_path / "1.csv")
    reports = await load(sessions, july, SAMPLES / "10-3.2012-12-14.2013.ru.csv")
    assert [(report.path.name, report.report.status if report.report else None) for report in reports] == [
        ("10-3.2012-12-14.2013.ru.csv", "new"),
        ("1.csv", "new"),
    ]


async def test_what_nothing_explains_is_reported_once(sessions: Sessions, tmp_path: Path) -> None:
    july = without_years("15-3.2013-07-12.2013.ru.csv", tmp_path / "1.csv")
    [report] = await load(sessions, july)
    assert isinstance(report.error, UnknownDecisionError)


async def test_a_bad_file_stops_nothing(sessions: Sessions, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\0" * 100)
    reports = await load(sessions, tmp_path / "bad.txt", tmp_path / "none.txt", SAMPLES)
    assert [isinstance(report.error, ParseError) for report in reports[:2]] == [True, True]
    assert all(report.report for report in reports[2:])


async def test_an_archive_without_documents_is_reported(sessions: Sessions, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "system.zip", "w") as archive:
        archive.writestr("Thumbs.db", b"x")
        archive.writestr("__MACOSX/page.html", b"x")
    [report] = await load(sessions, tmp_path / "system.zip")
    assert isinstance(report.error, ParseError)
    assert (report.error.kind, report.error.file) == (ParseErrorKind.NO_DOCUMENTS, "system.zip")


async def test_an_archive_is_its_documents(sessions: Sessions, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "taraz.zip", "w") as archive:
        for path in sorted(SAMPLES.iterdir()):
            archive.write(path, f"taraz/{path.name}")
        archive.writestr("taraz/bad.txt", b"\0" * 100)
    reports = await load(sessions, tmp_path / "taraz.zip")
    assert [report.path.name for report in reports if report.error] == ["bad.txt"]
    assert len(reports) == len(list_files([SAMPLES])) + 1
    again = await load(sessions, SAMPLES)
    assert {report.report.status for report in again if report.report} == {"unchanged"}


@pytest.mark.sweep
async def test_the_order_of_the_sample_files_does_not_matter(sessions: Sessions, tmp_path: Path) -> None:
    await load(sessions, SAMPLES)
    expected = facts(tmp_path / "qazyna.db")
    files = list_files([SAMPLES])
    for seed in range(3):
        random.Random(seed).shuffle(files)  # noqa: S311 - an order is no secret
        path = tmp_path / f"{seed}.db"
        engine = create_engine(database_url(path))
        await migrate(engine)
        async for report in load_files(create_sessions(engine), files):
            assert report.report
        await engine.dispose()
        assert facts(path) == expected


class TestWorseReading:
    """Half a file never takes the place of the whole one in silence."""

    @pytest.fixture
    def whole(self) -> Path:
        return SAMPLES / "20-3.2013-11-13.2013.kk.csv"

    @pytest.fixture
    def half(self, whole: Path, tmp_path: Path) -> Path:
        lines = whole.read_text(encoding="utf-8").splitlines(keepends=True)
        path = tmp_path / "half.csv"
        path.write_text("".join(lines[:150]), encoding="utf-8")
        return path

    async def test_the_half_is_refused_and_the_database_is_as_it_was(
        self, sessions: Sessions, tmp_path: Path, whole: Path, half: Path
    ) -> None:
        await load(sessions, whole)
        before = facts(tmp_path / "qazyna.db")
        [report] = await load(sessions, half)
        assert isinstance(report.error, IngestError)
        assert report.error.kind is IngestErrorKind.WORSE_READING
        assert facts(tmp_path / "qazyna.db") == before

    async def test_the_whole_takes_the_place_of_the_half(
        self, sessions: Sessions, tmp_path: Path, whole: Path, half: Path
    ) -> None:
        [first, second] = await load(sessions, half, whole)
        assert first.report is not None
        assert second.report is not None
        assert [(dispute.file, dispute.worse) for dispute in second.report.disputes] == [("half.csv", False)]
        alone = facts(tmp_path / "qazyna.db")
        assert {row[1] for row in alone["source"]} == {whole.name}

    @pytest.mark.parametrize("language", OperatorLanguage)
    async def test_the_report_names_the_file_that_lost_and_why(
        self, sessions: Sessions, whole: Path, half: Path, language: OperatorLanguage
    ) -> None:
        texts = load_operator_texts(language)
        console = Console(file=io.StringIO(), width=400)
        with LoadReport(3, console, console, texts) as printed:
            for path, replace in ((half, False), (whole, False), (half, False), (half, True)):
                async for report in load_files(sessions, [path], replace=replace):
                    printed.add(report)
                    if report.report and report.report.disputes:
                        lost = report.report.disputes[0].verdict
        printed.print_table()
        said = console.file.getvalue().replace("\xa0", " ")  # type: ignore[attr-defined]
        for outcome, file in (("better", half), ("worse", whole)):
            words = texts.get(
                f"dispute-{outcome}",
                year=2013,
                language="kk",
                file=file.name,
                loss=lost.loss,
                count=lost.count,
            )
            assert words in said
        refusal = texts.get(
            "ingest-error-worse-reading",
            year=2013,
            language="kk",
            file=whole.name,
            loss=lost.loss,
            count=lost.count,
        )
        assert refusal in said


async def test_names_and_links_stop_nothing(sessions: Sessions, tmp_path: Path) -> None:
    """A name that is no UTF-8, a link to itself and one to the folder around it, escapes in a zip's member."""
    folder = tmp_path / "sent"
    folder.mkdir()
    shutil.copy(SAMPLES / "12-3.2013-04-08.kk.txt", folder / os.fsdecode(b"\xff\x1b[2J.txt"))
    (folder / "itself.txt").symlink_to("itself.txt")
    (folder / "around").symlink_to(".")
    with zipfile.ZipFile(folder / "a.zip", "w") as archive:
        archive.writestr("\x1b[31m\u202etxt.exe", b"x")
    reports = await load(sessions, folder)
    assert [report.error is None for report in reports] == [False, True]
    console = Console(file=io.StringIO(), record=True, width=200)
    with LoadReport(2, console, console, load_operator_texts(OperatorLanguage.EN)) as told:
        for report in reports:
            told.add(report)
    told.print_table()
    text = console.export_text()
    assert r"\xff\x1b[2J.txt" in text
    assert r"a.zip/\x1b[31m\u202etxt.exe" in text
    assert not {"\x1b", "\u202e", "\udcff"} & set(text)
