"""The versions of a village's budget in the database: its ledger, its gaps, and where its texts differ."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.records import Language, ParsedDecision
from storage.engine import create_engine, create_sessions
from storage.kept.reader import StoredReader
from storage.loading.ingest import ingest
from storage.reading.address import BudgetAddress, EditionAddress, LineAddress
from storage.reading.cards import list_budgets, load_cards
from storage.reading.catalogue_query import load_catalogue
from storage.reading.changes import load_changes
from storage.reading.shelf import load_shelf
from storage.schema import migrate
from tests.harness.databases import database_url, read_rows
from tests.parser import archive_sample as sample

DECISIONS = ["276", "306", "318", "352", "371", "386"]
LOADED = ["276", "352", "386"]


@pytest.fixture(scope="module")
def village(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with all six texts."""
    file = tmp_path_factory.mktemp("village") / "qazyna.db"
    texts = [sample.parsed(version, language) for version in sample.VERSIONS for language in Language]
    asyncio.run(_load(file, texts))
    return file


async def _load(file: Path, texts: list[ParsedDecision]) -> None:
    engine = create_engine(database_url(file))
    await migrate(engine)
    for parsed in texts:
        await ingest(create_sessions(engine), parsed)
    await engine.dispose()


@pytest.fixture
async def read(village: Path) -> AsyncIterator[AsyncSession]:
    engine = create_engine(database_url(village))
    async with create_sessions(engine)() as session:
        yield session
    await engine.dispose()


async def test_the_village_has_one_budget_and_every_decision_on_it(read: AsyncSession) -> None:
    [budget] = await list_budgets(read)
    assert budget == BudgetAddress("Дөң ауылдық округі, Хромтау ауданы", 2019, 2021)
    catalogue = await load_catalogue(StoredReader(read), budget)
    assert catalogue is not None
    assert [known.number for known in catalogue.decisions] == DECISIONS
    assert [known.number for known in catalogue.decisions if known.loaded] == LOADED
    pages = {known.number: known.url_in(Language.RU) for known in catalogue.decisions}
    official = "https://zan.gov.kz/client/#!/doc/"
    assert pages == {
        "276": f"{official}128266/rus/04.01.2019",
        "306": None, "318": None, "371": None,
        "352": f"{official}133972/rus",
        "386": f"{official}137064/rus",
    }  # fmt: skip


async def test_the_ledger_of_the_first_appendix_is_the_printed_one(read: AsyncSession) -> None:
    [budget] = await list_budgets(read)
    catalogue = await load_catalogue(StoredReader(read), budget)
    assert catalogue is not None
    shelf = await load_shelf(StoredReader(read), [budget])
    expected = sample.ledger()
    assert len(expected) > 60
    found: dict[str, tuple[int | None, ...]] = {}
    for index, decision in enumerate(each for each in catalogue.decisions if each.loaded):
        edition = EditionAddress(budget, 2019, decision.address)
        there = [path for path, amounts in expected.items() if amounts[index] is not None]
        cards = await load_cards(StoredReader(read), shelf, [LineAddress(edition, path) for path in there])
        for path, card in zip(there, cards, strict=True):
            assert card is not None, path
            assert [step.decision.number for step in card.ledger] == DECISIONS
            assert [step.decision.number for step in card.ledger if step.loaded] == LOADED
            found[path] = tuple(step.amount for step in card.ledger if step.loaded and step.path is None)
    moved = {path for path, amounts in found.items() if len(amounts) < len(LOADED)}
    # The Kazakh text of the last version prints this line as 06/1, and amounts are read from it.
    assert found["expenditure/06/1"] == (717_000, None, 817_000)
    assert expected["expenditure/06/1"] == (717_000, None, None)
    found["expenditure/06/1"] = expected["expenditure/06/1"]
    assert moved == {
        f"expenditure/{group}/124/{program}" for group in ("06", "07") for program in ("009", "011")
    }
    assert {path: amounts for path, amounts in found.items() if path not in moved} == {
        path: amounts for path, amounts in expected.items() if path not in moved
    }


async def test_a_code_that_one_text_prints_otherwise_is_told_and_no_new_line(
    read: AsyncSession, village: Path
) -> None:
    [budget] = await list_budgets(read)
    catalogue = await load_catalogue(StoredReader(read), budget)
    assert catalogue is not None
    newest = catalogue.decisions[-1]
    changes = await load_changes(read, EditionAddress(budget, 2019, newest.address))
    assert changes is not None
    below = [(line.path, line.status) for line in changes.lines if line.path.startswith("expenditure/06")]
    assert below == [("expenditure/06/2", "renamed")]  # the Kazakh text has the name of 06/1 as well
    assert "expenditure/06" not in {gap.path for gap in changes.gap}
    [told] = read_rows(
        village, "SELECT path, printed, expected FROM discrepancy WHERE kind = 'language' AND year = 2019"
    )
    assert sorted(told) == [("expenditure/06/1", None, 817_000), ("expenditure/06/2", 817_000, None)]


async def test_the_other_years_are_those_of_the_original(read: AsyncSession) -> None:
    [budget] = await list_budgets(read)
    catalogue = await load_catalogue(StoredReader(read), budget)
    assert catalogue is not None
    editions = [(edition.year, edition.decision.number) for edition in catalogue.editions]
    assert editions == [(2019, "276"), (2020, "276"), (2021, "276"), (2019, "352"), (2019, "386")]
