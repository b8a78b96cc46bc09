"""Button data: every action comes back from it, within 64 bytes, and forged data does not."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import get_args

import pytest
from aiogram.filters.callback_data import CallbackData
from hypothesis import given
from hypothesis import strategies as st

from handlers import callbacks, line_buttons
from handlers.callbacks import AnswerFileButton, AnswerTableButton
from handlers.line_buttons import AnyLineButton, ChartButton, LineButton, TableFileButton
from handlers.linked import button_payload
from handlers.packing import pack
from handlers.views.actions import (
    Action,
    AskIn,
    ChartKind,
    ChooseHome,
    ChooseHomeYear,
    ChooseLanguage,
    DrawChart,
    OfferHomes,
    OpenBudget,
    OpenChangedLines,
    OpenChanges,
    OpenDecisions,
    OpenEditions,
    OpenInside,
    OpenLedger,
    OpenLine,
    OpenOffice,
    OpenOfficeLedger,
    OpenPrinted,
    OpenTerm,
    ShareInline,
    ShowCandidates,
    ShowShared,
    StartChat,
)
from handlers.views.links import LinkedButton, data_payload, line_payload, read_payload
from handlers.views.table_actions import (
    SendAnswerTable,
    SendTable,
    TableForm,
    TableKind,
    TakeAnswer,
    TakeChanges,
    TakeTable,
)
from handlers.views.ways import (
    ANSWERED,
    DIRECT,
    AnswerPage,
    BudgetPage,
    ChangesPage,
    DecisionsPage,
    InsidePage,
    Way,
)
from handlers.way_tokens import read_way, write_way
from parser import budget_code
from parser.question.intents import Direction
from parser.records import Language, Level, Section
from storage.reading.address import BudgetAddress, DecisionAddress, EditionAddress, LineAddress
from storage.reading.lookup import FoundBudget
from storage.reading.short_address import budget_key, decision_key, shorten
from tests.harness.addresses import DECISIONS, LINES
from tests.harness.budget import BUDGET

DECISION = DecisionAddress("5С-14-2", dt.date(2013, 12, 11))
LONGEST = LineAddress(EditionAddress(BUDGET, 2013, DECISION), "financing_payments/16/452/008/015")
OF_2013 = ChangesPage(DECISION, Direction.ADDED, 20, year=2013)
LONGEST_WAY = Way(ChangesPage(DECISION), InsidePage(9999, by_code=True))


def list_longest_paths() -> list[str]:
    """In every section, a row of every level with all that can stand above it; and the parts of balances."""
    chains: list[tuple[Level, ...]] = [(top,) for top in budget_code.TOPS]
    for chain in chains:  # grows while it is read, level by level
        below = (level for level, rule in budget_code.LEVELS.items() if chain[-1] in rule.under)
        chains.extend((*chain, level) for level in below)
    codes = {level: "9" * max(rule.printed) for level, rule in budget_code.LEVELS.items()}
    coded = [
        budget_code.join(section, [(level, codes[level]) for level in chain])
        for section in Section
        for chain in chains
    ]
    return [*coded, *(part.path for part in budget_code.PARTS), *Section]


@pytest.mark.parametrize(
    "action",
    [
        OpenLine(LONGEST, LONGEST_WAY),
        OpenInside(LONGEST, InsidePage(9999, by_code=True), LONGEST_WAY),
        OpenLedger(LONGEST, LONGEST_WAY),
        OpenEditions(LONGEST, LONGEST_WAY),
        OpenPrinted(LONGEST, LONGEST_WAY),
        OpenTerm(LONGEST, LONGEST_WAY),
        OpenOffice(LONGEST, LONGEST_WAY),
        OpenOfficeLedger(LONGEST, LONGEST_WAY),
        OpenChanges(DECISION, LONGEST, LONGEST_WAY),
        OpenChangedLines(DECISION, LONGEST, Direction.ADDED, 9999, LONGEST_WAY),
        DrawChart(ChartKind.WATERFALL, LONGEST, dark=True),
        DrawChart(ChartKind.WATERFALL, LONGEST, dark=True, since=DECISION),
        TakeTable(LONGEST, TableKind.PARTS, LONGEST_WAY, 9999),
        TakeChanges(DECISION, LONGEST, Direction.ADDED, 9999, LONGEST_WAY),
        TakeChanges(DECISION, LONGEST, Direction.ADDED, 9999, LONGEST_WAY, DECISION),
        SendTable(TableKind.CHANGES, LONGEST, TableForm.XLSX),
        SendTable(TableKind.CHANGES, LONGEST, TableForm.XLSX, DECISION),
        TakeAnswer(9999, BUDGET),
        SendAnswerTable(BUDGET, TableForm.CSV),
        OpenBudget(BUDGET, 2013),
        ShowCandidates(9999),
        ShowCandidates(9999, BUDGET),
        AskIn(BUDGET),
        ChooseHome(BUDGET),
        ChooseHomeYear(9999),
        OfferHomes(),
        OpenDecisions(BUDGET, 2013, 9999),
        ChooseLanguage(Language.RU),
        ShowShared(LONGEST, Language.RU, history=True),
    ],
)
def test_the_longest_data_fits(action: Action) -> None:
    data = pack(action)
    assert data is not None
    assert len(data.encode()) <= 64


def test_every_line_of_the_classification_has_its_button_and_its_link() -> None:
    paths = list_longest_paths()
    assert "financing_payments/99/999/999/999" in paths
    assert "revenue/99/99/9/999" in paths
    for path in paths:
        line = LONGEST.beside(path)
        for action in (
            OpenInside(line, InsidePage(9999, by_code=True), LONGEST_WAY),
            OpenChanges(DECISION, line, LONGEST_WAY),
            OpenChangedLines(DECISION, line, Direction.ADDED, 9999, LONGEST_WAY),
            DrawChart(ChartKind.STRUCTURE, line),
            TakeTable(line, TableKind.PARTS, LONGEST_WAY, 9999),
        ):
            data = pack(action)
            assert data is not None, path
            assert len(data.encode()) <= 64
            # Whoever must not change the message is led to the same, or at least to the same without its page.
            carried = read_payload(button_payload(data) or "")
            assert isinstance(carried, LinkedButton), data
            assert carried.data.startswith(data[:2]) or isinstance(action, DrawChart)
        assert len(pack(SendTable(TableKind.CHANGES, line, TableForm.XLSX)) or "x" * 99) <= 64, path
        payload = line_payload(line)
        assert payload is not None, path
        assert read_payload(payload) == shorten(line)


@pytest.mark.parametrize("action", [StartChat("help"), ShareInline("жол")])
def test_what_is_no_callback_has_no_data(action: Action) -> None:
    assert pack(action) is None


WAYS = st.builds(
    Way,
    st.none()
    | st.builds(AnswerPage, st.integers(0, 9999))
    | st.builds(DecisionsPage, st.integers(0, 9999))
    | st.builds(ChangesPage, DECISIONS)
    | st.builds(ChangesPage, DECISIONS, st.sampled_from([None, *Direction]), st.integers(0, 9999)),
    st.none() | st.builds(InsidePage, st.integers(0, 9999), st.booleans()),
)


@given(LINES, st.integers(0, 9999), WAYS, DECISIONS)
def test_lines_come_back(line: LineAddress, offset: int, way: Way, decision: DecisionAddress) -> None:
    decisions = [decision, line.edition.decision, getattr(way.began, "decision", None)]
    budget = FoundBudget(line.edition.budget, tuple({each for each in decisions if each}))
    actions = (
        OpenLine(line, way),
        OpenInside(line, InsidePage(offset), way),
        OpenInside(line, InsidePage(offset, by_code=True), way),
        OpenLedger(line, way),
        OpenEditions(line, way),
        OpenPrinted(line, way),
        OpenTerm(line, way),
        OpenOffice(line, way),
        OpenOfficeLedger(line, way),
        OpenChanges(decision, line, way),
        OpenChangedLines(decision, line, Direction.CUTS, offset, way),
        TakeTable(line, TableKind.PARTS, way, offset),
        TakeChanges(decision, line, Direction.CUTS, offset, way),
        TakeChanges(decision, line, way=way),
    )
    for action in actions:
        data = pack(action) or ""
        assert len(data) <= 64
        opened = next(each for each in get_args(AnyLineButton) if data.startswith(f"{each.__prefix__}:"))
        # What does not fit of a way is forgotten, its latest step first.
        linked = data_payload(data)
        assert linked is None or read_payload(linked) == LinkedButton(data)
        again = opened.unpack(data).action(budget)
        assert again in {action, replace(action, way=Way(way.began)), replace(action, way=DIRECT)}


@given(LINES, st.integers(0, 9999))
def test_tables_come_back(line: LineAddress, offset: int) -> None:
    file = TableFileButton.unpack(pack(SendTable(TableKind.HISTORY, line, TableForm.CSV)) or "")
    assert (file.line, file.kind, file.form) == (shorten(line), TableKind.HISTORY, TableForm.CSV)
    budget = line.edition.budget
    chosen = AnswerTableButton.unpack(pack(TakeAnswer(offset, budget)) or "")
    assert (chosen.offset, chosen.budget) == (offset, budget_key(budget))
    answer = AnswerFileButton.unpack(pack(SendAnswerTable(budget, TableForm.XLSX)) or "")
    assert (answer.budget, answer.form) == (budget_key(budget), TableForm.XLSX)


@given(LINES, st.booleans())
def test_charts_come_back(line: LineAddress, dark: bool) -> None:
    chart = ChartButton.unpack(pack(DrawChart(ChartKind.HISTORY, line, dark)) or "")
    assert (chart.line, chart.kind, chart.dark) == (shorten(line), ChartKind.HISTORY, dark)


@pytest.mark.parametrize(
    ("token", "way"),
    [
        ("0", DIRECT),
        ("1", ANSWERED),
        ("110.20", Way(AnswerPage(10), InsidePage(20))),
        (
            "110b20142.20c",
            Way(AnswerPage(10, BudgetAddress("Тараз", 2014, 2016)), InsidePage(20, by_code=True)),
        ),
        ("g.0", Way(BudgetPage(), InsidePage())),
        (f"c{decision_key(DECISION)}y2013", Way(ChangesPage(DECISION, year=2013))),
        (f"c{decision_key(DECISION)}n20y2013.0", Way(OF_2013, InsidePage())),
        ("caaaaaaa.5c", Way(None, InsidePage(5, by_code=True))),
    ],
)
def test_a_way_is_read_as_it_was_written_and_as_buttons_of_long_ago_wrote_it(token: str, way: Way) -> None:
    """An unknown decision is no part of a way: there is nothing to go back to."""
    assert read_way(token, FoundBudget(BUDGET, (DECISION,))) == way
    if way.began or way == DIRECT:
        assert write_way(way) == token


@pytest.mark.parametrize(
    "data",
    [
        "l2:aaaaaaaaaaaa:2013:0:x-04:0:0",
        "l2:aaaaaaaaaaaa:2013:0::0:0",
        "l2:aaaaaaaaaaaaa:2013:0:e:0:0",
        "l2:aaaaaaaaaaa1:2013:0:e:0:0",
        "l2:aaaaaaaaaaaa\n:2013:0:e:0:0",
        "l2:aaaaaaaaaaaa:2013:1:e:0:0",
        "l2:aaaaaaaaaaaa:2013:0:e:0:-6",
        "l2:aaaaaaaaaaaa:2013:0:e",
        "l2:aaaaaaaaaaaa:2013:0:e:2:0",
        "l2:aaaaaaaaaaaa:2013:0:e:cAAAAAAA:0",
        "l2:aaaaaaaaaaaa:2013:0:e:0.:0",
        "l1:1:2013:0:e:0:0",
    ],
)
def test_forged_data_is_no_button(data: str) -> None:
    with pytest.raises((ValueError, TypeError)):
        LineButton.unpack(data)


def test_every_prefix_has_a_version() -> None:
    classes = [
        each
        for each in (vars(callbacks) | vars(line_buttons)).values()
        if isinstance(each, type)
        and issubclass(each, CallbackData)
        and not each.__name__.startswith(("_", "Callback"))
    ]
    prefixes = [each.__prefix__ for each in classes]
    assert len(set(prefixes)) == len(prefixes) > 15
    assert all(prefix[-1].isdigit() for prefix in prefixes)


def test_every_action_is_decided() -> None:
    assert len(get_args(Action)) > 18
