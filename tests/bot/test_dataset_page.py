"""What docs/dataset.md says of the export is so: its files, its version, and how it is added up."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from typing import Any

import pytest

from bot.dataset.export import export
from bot.dataset.fields import RESOURCES, VERSION
from storage.engine import create_engine, create_sessions
from tests.harness.databases import database_url

PAGE = (Path(__file__).resolve().parents[2] / "docs/dataset.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def dataset(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The export of the samples, of which one table is loaded in both languages."""
    folder = tmp_path_factory.mktemp("page")

    async def write() -> None:
        engine = create_engine(database_url(samples))
        await export(create_sessions(engine), folder)
        await engine.dispose()

    asyncio.run(write())
    return folder


def test_its_files_are_those_that_are_written(dataset: Path) -> None:
    named = set(re.findall(r"`(\w+\.csv)`", PAGE))
    assert named == {resource.path for resource in RESOURCES} == {file.name for file in dataset.glob("*.csv")}


def test_its_version_is_that_of_the_program() -> None:
    assert f"`qazyna.version`\nin its descriptor, {VERSION} today" in PAGE


def test_what_it_adds_up_is_what_the_tables_print(dataset: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The expenditure of Taraz in each year, as the newest loaded decision has it."""
    [code] = re.findall(r"^```python\n(.+?)^```", PAGE, re.MULTILINE | re.DOTALL)
    monkeypatch.chdir(dataset)
    names: dict[str, Any] = {}
    exec(compile(code, "docs/dataset.md", "exec"), names)  # noqa: S102 - our own page
    totals = {
        year: sum(amount for (_, of_year, _), amount in names["sums"].items() if of_year == year)
        for year in ("2013", "2014", "2015")
    }
    assert totals == {"2013": 23_786_034_000, "2014": 25_592_547_000, "2015": 28_182_111_000}
    twice = [row for row in names["leaves"] if row["decision_number"] == "20-3"]
    assert {row["language"] for row in twice} == {"kk", "ru"}
