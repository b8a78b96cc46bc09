"""What the command line tells of a loaded archive: what was refused and why, and how much there is."""

from __future__ import annotations

import asyncio
import io
from pathlib import Path

import pytest
from rich.console import Console

from bot.operator.archive_report import print_archive_report
from bot.operator.texts import terminal_texts
from parser.kinds import DiscrepancyKind, FindingKind
from parser.records import Language
from storage.engine import create_engine
from storage.reading.archive_totals import ArchiveTotals, load_archive_totals
from tests.bot.archive.clones import (
    Commit,
    load,
    village,
    write_clone,
)
from tests.bot.archive.histories import elsewhere
from tests.bot.command_line import call, call_json
from tests.harness.databases import database_url
from tests.parser import archive_sample as sample
from tests.parser.archive_sample import ORIGINAL


def test_the_command_says_what_it_cannot_do(database: Path, clone: Path, tmp_path: Path) -> None:
    environment = {"DATABASE_URL": database_url(database), "LANG": "ru_RU.UTF-8"}
    for arguments, code, said in (
        (["--archive", str(tmp_path)], 1, f"{tmp_path}: это не репозиторий git и не папка с репозиториями"),
        (
            ["--archive", str(clone), "--council", "Алгинский район"],
            1,
            "нет маслихата Алгинский район; есть: Хромтау ауданы",
        ),
        (["--archive", str(clone), str(tmp_path)], 2, "load принимает либо файлы и папки, либо --archive"),
        (
            ["--archive", str(clone), "--jobs", "0"],
            2,
            "значение не подходит: --jobs N — целое число от 1 до 64",
        ),
        (["--archive", str(clone), "--since", "x"], 2, "--since YEAR — целое число, не меньше 1991"),
        ([str(tmp_path), "--since", "2019"], 2, "load принимает либо файлы и папки, либо --archive"),
    ):
        result = call(environment, "load", *arguments)
        assert (result.exit_code, said in result.stderr) == (code, True), result.stderr


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("C", "budgets that begin before 3000 and are left out: {}, the latest of them 2019"),
        ("kk_KZ.UTF-8", "3000 жылдан бұрын басталатын бюджеттер алынбады: {}, соңғысы — 2019 жылдан"),
        (
            "ru_RU.UTF-8",
            "бюджеты, которые начинаются раньше 3000 года, не взяты: {}, последний из них — с 2019 года",
        ),
    ],
)
def test_budgets_of_years_before_those_asked_for_are_told(
    language: str, said: str, database: Path, tmp_path: Path
) -> None:
    [first, *_] = village()
    clone = write_clone(tmp_path / "local-aktobe.git", [Commit(dict(first.files))])
    environment = {"DATABASE_URL": database_url(database), "LANG": language}
    result = call(environment, "load", "--archive", str(clone), "--since", "3000")
    assert result.exit_code == 0, result.stderr
    assert said.format(1) in result.stdout
    told = call_json(environment, "load", "--archive", str(clone), "--since", "3000", "--json")
    assert (told["run"]["earlier"], told["run"]["acts"], told["run"]["budgets"]) == (1, 0, 0)


@pytest.mark.parametrize("language", ["C", "kk_KZ.UTF-8", "ru_RU.UTF-8"])
def test_the_report_tells_what_was_refused_and_why(language: str, database: Path, tmp_path: Path) -> None:
    [first, *_] = village()
    broken = sample.text(ORIGINAL, Language.RU).encode().replace(b"\n\n", b"\n\xff\xff\n", 1)
    files = {path: broken if path.endswith("rus.md") else data for path, data in first.files.items()}
    loaded = load(database, write_clone(tmp_path / "a.git", [Commit(files)]))
    printed, texts = io.StringIO(), terminal_texts({"LANG": language})
    print_archive_report(loaded.counts, totals_of(database), Console(file=printed, width=300), texts)
    said = texts.get("parse-error-encoding")
    place = texts.written_place("line 2")
    assert f"  1 × 128266.2019-01-04.rus.md, {place}: {said}" in printed.getvalue()
    kinds = [f"{texts.get(f'kind-{kind}')} — {count}" for kind, count in (("sum", 7), ("total", 5))]
    assert all(kind in printed.getvalue() for kind in kinds)
    assert all(texts.get(f"kind-{kind}") for kind in (*FindingKind, *DiscrepancyKind))
    assert loaded.counts.stored == {"new": 1, "refused": 1}


def test_coverage_tells_what_the_archive_has_and_could_not_be_loaded(database: Path, tmp_path: Path) -> None:
    [first, *_] = village()
    torn = {
        path: data if path.endswith("yaml") else "# О бюджете\n\n<table>"
        for path, data in first.files.items()
    }
    half: dict[str, str | bytes | None] = {
        path.replace("128266", "9"): "# О бюджете\n\n<table>"
        if path.endswith("kaz.md")
        else elsewhere(str(data))
        for path, data in first.files.items()
    }
    load(database, write_clone(tmp_path / "local-aktobe.git", [Commit(torn), Commit(half)]))
    coverage = call_json({"DATABASE_URL": database_url(database), "LANG": "C"}, "coverage")
    [region] = [each for each in coverage["regions"] if each["archive"] == "local-aktobe"]
    [year] = [each for each in region["years"] if each["year"] == 2019]
    assert (year["councils"], year["rural_places"], year["editions"]) == (0, 1, 1)
    assert (year["refused"], year["budgets_unread"]) == (3, 1)
    looked_at = {each["place"]: each["refused"] for each in coverage["look_first"]}
    assert looked_at == {
        "Хромтау ауданы": {"broken": 2},
        "сельский округ Көктау, Хромтау ауданы": {"broken": 1},
    }


def totals_of(database: Path) -> ArchiveTotals:
    async def read() -> ArchiveTotals:
        engine = create_engine(database_url(database))
        try:
            async with engine.connect() as connection:
                return await connection.run_sync(load_archive_totals, ["a"])
        finally:
            await engine.dispose()

    return asyncio.run(read())
