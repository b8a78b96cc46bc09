"""Whatever a budget prints and in whatever layout, every tenge is counted once, everywhere."""

from __future__ import annotations

import asyncio
import csv
import datetime as dt
import shutil
from collections.abc import Iterable
from itertools import count
from pathlib import Path

import pytest
from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st
from sqlalchemy.ext.asyncio import async_sessionmaker
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.dataset.export import export
from parser.budget_code import level_of
from parser.document import Row
from parser.parse import parse_raw
from parser.readers.detect import read_document
from parser.readers.files import as_raw
from parser.records import DecisionRef, Edition, Language, Level, ParsedDecision
from parser.tables.checks import check_edition
from parser.tables.table import read_table
from storage.engine import create_engine, create_sessions
from storage.loading.ingest import ingest
from storage.reading.address import BudgetAddress, DecisionAddress, EditionAddress, LineAddress
from storage.reading.cards import load_card
from storage.reading.changes import load_changes
from storage.reading.differences import Changes
from tests.conftest import examples
from tests.harness.databases import database_url
from tests.harness.sweeping import crossed
from tests.harness.whole_budgets import WholeBudget, whole_budgets
from tests.storage.builders import document

FIRST, SECOND = DecisionRef("10-3", dt.date(2012, 12, 14)), DecisionRef("12-3", dt.date(2013, 4, 8))
# What is subtracted in its balance, said here once more so that the program is not asked about itself.
RETURNED = (
    "net_lending/repayments",
    "net_lending/5",
    "financial_assets/sale",
    "financial_assets/6",
    "financing_payments",
)
SPENDING = ("expenditure", "net_lending", "financial_assets")
_SETTINGS = settings(max_examples=examples(4), derandomize=True, phases=[Phase.generate])


def counted(path: str, amount: int) -> int:
    """What a line adds to its section."""
    return -abs(amount) if path.startswith(RETURNED) else amount


def section_of(path: str) -> str:
    section = path.partition("/")[0]
    return "financing" if section in ("financing_receipts", "financing_payments") else section


def from_csv(budget: WholeBudget, ref: DecisionRef, place: str) -> ParsedDecision:
    assert ref.date is not None
    head = [
        ("place", place), ("language", budget.language.value), ("year", "2013"), ("unit", "мың теңге"),
        ("decision_number", ref.number), ("decision_date", ref.date.isoformat()), ("budget_years", "2013-2015"),
    ]  # fmt: skip
    if ref != FIRST:
        assert FIRST.date is not None
        head += [("amends_number", FIRST.number), ("amends_date", FIRST.date.isoformat())]
    return parse_raw(as_raw(f"{place}.{ref.number}.csv", budget.as_csv(head)))


def from_html(budget: WholeBudget, ref: DecisionRef, place: str) -> ParsedDecision:
    read = read_document(as_raw("x", budget.as_html()))
    table = read_table([block for block in read.blocks if isinstance(block, Row)], 1000, "x")
    assume(not table.findings)  # small numbers may add up in two ways, and then it is said
    edition = Edition(place, 2013, "1", ref, budget.language, 1000, table.lines)
    return document(
        ref, [edition], budget.language, place=place, discrepancies=check_edition(edition, table.findings)
    )


def check_reading(budget: WholeBudget, parsed: ParsedDecision) -> None:
    [edition] = parsed.editions
    assert [(line.path, line.amount) for line in edition.lines] == budget.expected()
    assert parsed.discrepancies == ()


def check_changes(old: WholeBudget, new: WholeBudget, changes: Changes) -> None:
    assert (changes.reconciled, changes.gap) == (True, ())
    moved = {section: 1000 * (new.totals[section] - old.totals[section]) for section in new.totals}
    told = dict.fromkeys(moved, 0)
    for line in changes.lines:
        if line.telling:
            told[section_of(line.path)] += counted(line.path, line.new or 0) - counted(
                line.path, line.old or 0
            )
    assert told == moved
    assert len({line.path for line in changes.lines}) == len(changes.lines)
    flow = changes.flow
    assert flow is not None
    assert flow.balanced
    assert flow.risen + flow.cut == sum(moved[section] for section in SPENDING)
    for section in SPENDING:
        shifts = [shift.delta for shift in (*flow.rises, *flow.cuts) if section_of(shift.path) == section]
        assert sum(shifts) == moved[section]


async def check_cards(session: AsyncSession, address: EditionAddress, paths: Iterable[str]) -> None:
    for path in paths:
        card = await load_card(session, LineAddress(address, path), children_limit=50)
        assert card is not None
        below = card.children.lines
        assert len({line.path for line in below}) == len(below) == card.children.total
        if below:
            balance = path in ("net_lending", "financial_assets", "financing")
            parts = [counted(line.path, line.amount) if balance else line.amount for line in below]
            assert abs(sum(parts)) == abs(card.line.amount)
            assert not balance or sum(parts) == card.line.amount
        assert all(parent.share is None or abs(parent.share) <= 1 for parent in card.parents)
        for above in card.parents[:1]:
            around = await paths_below(session, LineAddress(address, above.line.path))
            for subgroup in [below for below in around if level_of(below) is Level.SUBGROUP]:
                around |= await paths_below(session, LineAddress(address, subgroup))
            assert path in around


async def paths_below(session: AsyncSession, address: LineAddress) -> set[str]:
    card = await load_card(session, address, children_limit=50)
    assert card is not None
    return {line.path for line in card.children.lines}


def check_export(folder: Path, editions: int) -> None:
    """In every exported edition the leaves of a section add up to its printed total."""
    with (folder / "lines.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    sums: dict[tuple[str, str], int] = {}
    totals: dict[tuple[str, str], int] = {}
    for row in rows:
        key = row["source"], section_of(row["line_id"])
        if row["row_role"] == "leaf":
            sums[key] = sums.get(key, 0) + counted(row["line_id"], int(row["amount"]))
        if row["line_id"] == key[1] != "deficit":
            totals[key] = int(row["amount"])
    assert sums == totals
    assert len(totals) == editions * 5


@pytest.mark.parametrize(("language", "read"), crossed(Language, [from_csv, from_html]))
def test_each_tenge_is_counted_once(language: Language, read: type, tmp_path: Path, migrated: Path) -> None:
    places = (f"Қала {number}" for number in count())
    database = Path(shutil.copy(migrated, tmp_path / "qazyna.db"))
    loaded = 0

    @_SETTINGS
    @given(whole_budgets(language), whole_budgets(language), st.data())
    def holds(old: WholeBudget, new: WholeBudget, data: st.DataObject) -> None:
        nonlocal loaded
        place = next(places)
        parsed = [read(old, FIRST, place), read(new, SECOND, place)]
        for budget, decision in zip((old, new), parsed, strict=True):
            check_reading(budget, decision)
        paths = sorted({path for path, _ in new.expected()})
        asked = data.draw(st.lists(st.sampled_from(paths), min_size=3, max_size=3, unique=True))
        runner.run(check_stored(sessions, place, (old, new), parsed, asked))
        loaded += 2

    with asyncio.Runner() as runner:
        engine = create_engine(database_url(database))
        sessions = create_sessions(engine)
        holds()
        runner.run(export(sessions, tmp_path / "dataset"))
        runner.run(engine.dispose())
    check_export(tmp_path / "dataset", loaded)


async def check_stored(
    sessions: async_sessionmaker[AsyncSession],
    place: str,
    budgets: tuple[WholeBudget, WholeBudget],
    parsed: Iterable[ParsedDecision],
    paths: Iterable[str],
) -> None:
    for decision in parsed:
        await ingest(sessions, decision)
    assert SECOND.date is not None
    decided = DecisionAddress(SECOND.number, SECOND.date)
    address = EditionAddress(BudgetAddress(place, 2013, 2015), 2013, decided)
    async with sessions() as session:
        changes = await load_changes(session, address)
        assert changes is not None
        check_changes(*budgets, changes)
        await check_cards(session, address, ["expenditure", "net_lending", "financing", *paths])
