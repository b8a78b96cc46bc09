"""What `export` writes is a Tabular Data Package, and `load` makes the same database of it."""

from __future__ import annotations

import asyncio
import csv
import errno
import json
import re
import shutil
import zipfile
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy.ext.asyncio import async_sessionmaker
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.dataset.export import export
from bot.dataset.fields import RESOURCES
from bot.loading import FileReport, list_files, load_files
from bot.operator.texts import OperatorLanguage
from parser.kinds import Doubt
from parser.records import DecisionKind, Language, ParsedDecision
from storage.engine import create_engine, create_sessions
from storage.loading.errors import UnknownDecisionError
from storage.loading.ingest import ingest
from storage.schema import migrate
from tests.harness.databases import database_url
from tests.storage.builders import (
    APRIL,
    ORIGINAL,
    PROGRAM,
    changed,
    discrepancy,
    document,
    doubted,
    edition,
    warning,
)
from tests.storage.dump import facts
from tests.storage.files_of_a_clerk import FILES

Sessions = async_sessionmaker[AsyncSession]
VILLAGES = {
    Language.RU: ["Краснознаменский сельский округ, Алға ауданы", "село Ильича, Алға ауданы"],
    Language.KK: ["Қызыл ту ауылдық округі, Алға ауданы", "Ленин ауылы, Алға ауданы"],
}
AWKWARD = 'A "name", with\nline breaks; =1+1 and \u00a0spaces '


def awkward() -> list[ParsedDecision]:
    """What is hard to write: quotes and line breaks, no title, the largest amounts, years that are none."""
    return [
        *FILES,
        document(
            APRIL,
            [doubted(edition(APRIL, names={PROGRAM: AWKWARD}), PROGRAM)],
            title=AWKWARD,
            discrepancies=[discrepancy(year=None), discrepancy(year=2099)],
            warnings=[warning()],
            file='quo"te, ä.txt',
            place="Шымкент",
        ),
        document(
            ORIGINAL,
            [doubted(changed(ORIGINAL, {PROGRAM: 2**62 // 1000}, year=2015), PROGRAM, doubt=Doubt.UNSURE)],
            kind=DecisionKind.REDACTION,
            place="Шымкент",
            amended_by=(replace(APRIL, url="https://zan.gov.kz/client/#!/doc/1/rus"),),
            file="2015.html",
        ),
        *(_villages(language, places) for language, places in VILLAGES.items()),
    ]


def _villages(language: Language, places: list[str]) -> ParsedDecision:
    """A decision of two villages, each of which has another name in the other language."""
    tables = [
        replace(edition(ORIGINAL, language), place=place, appendix=f"1-{number}")
        for number, place in enumerate(places, start=1)
    ]
    return document(editions=tables, language=language, place="Алға ауданы", discrepancies=[discrepancy()])


async def open_database(path: Path) -> Sessions:
    engine = create_engine(database_url(path))
    await migrate(engine)
    return create_sessions(engine)


async def close(sessions: Sessions) -> None:
    await sessions.kw["bind"].dispose()


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a database and its export."""
    folder = tmp_path_factory.mktemp("export")

    async def make() -> None:
        sessions = await open_database(folder / "first.db")
        left = awkward()
        while left:
            waiting, left = left, []
            for parsed in waiting:
                try:
                    await ingest(sessions, parsed)
                except UnknownDecisionError:
                    left.append(parsed)
        await export(sessions, folder / "dataset")
        await close(sessions)

    asyncio.run(make())
    return folder


@pytest.fixture
async def empty(tmp_path: Path) -> AsyncIterator[Sessions]:
    sessions = await open_database(tmp_path / "second.db")
    yield sessions
    await close(sessions)


async def load(sessions: Sessions, folder: Path) -> list[FileReport]:
    return [report async for report in load_files(sessions, list_files([folder]))]


async def test_loading_it_gives_the_same_database(exported: Path, empty: Sessions, tmp_path: Path) -> None:
    reports = await load(empty, exported / "dataset")
    assert {report.report.status for report in reports if report.report} == {"new"}
    assert facts(tmp_path / "second.db") == facts(exported / "first.db")
    again = await load(empty, exported / "dataset")
    assert {report.report.status for report in again if report.report} == {"unchanged"}
    assert facts(tmp_path / "second.db") == facts(exported / "first.db")


async def test_exporting_it_again_gives_the_same_files(
    exported: Path, empty: Sessions, tmp_path: Path
) -> None:
    await load(empty, exported / "dataset")
    await export(empty, tmp_path / "again")
    for resource in RESOURCES:
        assert (tmp_path / "again" / resource.path).read_bytes() == (
            exported / "dataset" / resource.path
        ).read_bytes()


async def test_what_stands_in_its_place_is_replaced_and_no_link_followed(
    empty: Sessions, tmp_path: Path
) -> None:
    kept, folder = tmp_path / "kept", tmp_path / "dataset"
    kept.write_text("kept", encoding="utf-8")
    folder.mkdir()
    for name in ("datapackage.json", "lines.csv", "lines.xlsx"):
        (folder / name).symlink_to(kept)
    await export(empty, folder)
    assert kept.read_text(encoding="utf-8") == "kept"
    assert not any(path.is_symlink() for path in folder.iterdir())


@pytest.mark.parametrize("target", ["kept", "nothing"])
async def test_a_folder_that_is_a_link_is_refused_and_what_it_leads_to_is_left_alone(
    empty: Sessions, tmp_path: Path, target: str
) -> None:
    kept = tmp_path / "kept"
    kept.mkdir()
    (kept / "lines.csv").write_text("kept", encoding="utf-8")
    folder = tmp_path / "dataset"
    folder.symlink_to(tmp_path / target)
    with pytest.raises(OSError, match=re.escape(str(folder))) as refused:
        await export(empty, folder)
    assert refused.value.errno == errno.ELOOP
    assert [path.name for path in kept.iterdir()] == ["lines.csv"]
    assert (kept / "lines.csv").read_text(encoding="utf-8") == "kept"
    assert not (tmp_path / "nothing").exists()


async def test_a_folder_behind_a_link_is_written(empty: Sessions, tmp_path: Path) -> None:
    """Where the way there leads over links, somebody has set the machine up so."""
    (tmp_path / "disk").mkdir()
    (tmp_path / "exports").symlink_to("disk")
    await export(empty, tmp_path / "exports" / "dataset")
    assert (tmp_path / "disk" / "dataset" / "datapackage.json").exists()


def test_the_descriptor_describes_every_file(exported: Path) -> None:
    described = json.loads((exported / "dataset" / "datapackage.json").read_text(encoding="utf-8"))
    assert described["profile"] == "tabular-data-package"
    for titled in [described, *described["resources"]]:
        assert titled["title"] == titled["titles"]["en"]
        assert len(set(titled["titles"].values())) == len(OperatorLanguage)
    for resource in described["resources"]:
        with (exported / "dataset" / resource["path"]).open(encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file)
        schema = resource["schema"]
        assert header == [field["name"] for field in schema["fields"]]
        assert {len(row) for row in rows} <= {len(header)}
        for index, field in enumerate(schema["fields"]):
            cells = [row[index] for row in rows]
            if field.get("constraints", {}).get("required"):
                assert all(cells), field
            if field["type"] == "integer":
                assert all(str(int(cell)) == cell for cell in cells if cell)
        key = schema.get("primaryKey")
        if key:
            columns = [header.index(name) for name in key]
            keys = [tuple(row[column] for column in columns) for row in rows]
            assert len(set(keys)) == len(keys)
        for foreign in schema.get("foreignKeys", []):
            assert foreign["reference"]["resource"] in {known["name"] for known in described["resources"]}


def test_leaves_and_totals_are_told_apart(exported: Path) -> None:
    with (exported / "dataset" / "lines.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["source"] == "1"]
    roles = {row["line_id"]: row["row_role"] for row in rows}
    assert (roles["expenditure"], roles["expenditure/04"], roles[PROGRAM]) == ("total", "subtotal", "leaf")
    [program] = [row for row in rows if row["line_id"] == PROGRAM]
    assert (program["group_code"], program["administrator_code"], program["program_code"]) == (
        "04",
        "464",
        "009",
    )
    assert (program["amount"], program["currency"], program["phase"]) == ("500000", "KZT", "approved")


def test_a_doubted_amount_says_so_and_so_does_its_change(exported: Path) -> None:
    def read(name: str) -> list[dict[str, str]]:
        with (exported / "dataset" / name).open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    doubted_lines = [row for row in read("lines.csv") if row["doubt"]]
    assert {(row["line_id"], row["fiscal_year"], row["doubt"]) for row in doubted_lines} == {
        (PROGRAM, "2013", "scanned"),
        (PROGRAM, "2015", "unsure"),
    }
    doubted_changes = {(row["line_id"], row["doubt"]) for row in read("changes.csv") if row["doubt"]}
    assert doubted_changes == {(PROGRAM, "scanned")}


def test_the_spreadsheet_has_codes_as_text_and_amounts_as_numbers(exported: Path) -> None:
    with zipfile.ZipFile(exported / "dataset" / "lines.xlsx") as book:
        assert 'name="README"' in book.read("xl/workbook.xml").decode()
        readme = book.read("xl/worksheets/sheet1.xml").decode()
        lines = book.read("xl/worksheets/sheet2.xml").decode()
    assert "Қалай оқу керек" in readme
    assert "Как читать" in readme
    assert "How to read this" in readme
    assert "<t>04</t>" in lines
    assert "<v>500000</v>" in lines
    assert "<f>" not in lines  # what a document prints is never a formula


@pytest.mark.parametrize(
    ("file", "damage", "message"),
    [
        ("lines.csv", lambda text: text.replace(",500000,", ",many,", 1), r"lines\.csv: row \d+: amount: 'many': cell-value"),
        ("lines.csv", lambda text: text[: len(text) // 2], r"lines\.csv: (row|line) \d+"),
        ("lines.csv", lambda text: "".join(text.splitlines(keepends=True)[:-1]), r"editions\.csv: row \d+: line_count: .*: line-count"),
        ("editions.csv", lambda text: text.replace("fiscal_year", "year", 1), "columns-missing: columns fiscal_year"),
        ("texts.csv", lambda text: text.split("\n", maxsplit=1)[0] + "\n", r"sources\.csv: row 2: .*source-without-text"),
        ("sources.csv", lambda text: text.split("\n", maxsplit=1)[0] + "\n", "source-unknown"),
        ("mentions.csv", None, r"mentions\.csv: file-unreadable: errno ENOENT"),
        ("warnings.csv", lambda text: text.replace("amount-missing", "amount-lost", 1), r"row \d+: kind: 'amount-lost'"),
        ("warnings.csv", lambda text: text.replace("table 2", "chart 2", 1), r"row \d+: place_in_source: 'chart 2"),
        ("warnings.csv", lambda text: text.replace('""name""', '""nome""', 1), r"row \d+: values: .*cell-value"),
        ("warnings.csv", lambda text: text.replace('""Басқалар""', "[]", 1), r"row \d+: values: "),
        ("lines.csv", lambda text: text.replace(",scanned\r\n", ",guessed\r\n", 1), r"row \d+: doubt: 'guessed': cell-value"),
        ("datapackage.json", lambda text: text.replace('"version": 4', '"version": 3'), "other-form: form qazyna-dataset: version 4"),
    ],
)  # fmt: skip
async def test_a_damaged_export_is_refused_by_file_and_row(
    exported: Path,
    empty: Sessions,
    tmp_path: Path,
    file: str,
    damage: Callable[[str], str] | None,
    message: str,
) -> None:
    folder = Path(shutil.copytree(exported / "dataset", tmp_path / "damaged"))
    if damage is None:
        (folder / file).unlink()
    else:
        with (folder / file).open(encoding="utf-8", newline="") as whole:
            text = whole.read()
        with (folder / file).open("w", encoding="utf-8", newline="") as damaged:
            damaged.write(damage(text))
    *_, last = await load(empty, folder)
    assert last.error is not None
    with pytest.raises(type(last.error), match=message):
        raise last.error


async def test_a_broken_off_export_is_no_dataset(exported: Path, empty: Sessions, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(exported / "dataset", tmp_path / "broken"))
    (folder / "datapackage.json").unlink()
    assert folder / "lines.csv" in list_files([folder])
    assert all(report.error for report in await load(empty, folder))
