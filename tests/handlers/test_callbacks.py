"""Button data: every action comes back from it, within 64 bytes, and forged data does not."""

from __future__ import annotations

import datetime as dt
from typing import get_args

import pytest
from aiogram.filters.callback_data import CallbackData
from hypothesis import given
from hypothesis import strategies as st

from handlers import callbacks
from handlers.callbacks import ChangesButton, ChartButton, LedgerButton, LineButton, pack
from handlers.views.links import line_payload, read_payload
from handlers.views.message import (
    Action,
    AskIn,
    ChartKind,
    ChooseHome,
    ChooseLanguage,
    DrawChart,
    OpenChanges,
    OpenLedger,
    OpenLine,
    ShareInline,
    ShowCandidates,
    StartChat,
)
from parser import budget_code
from parser.records import Language, Level, Section
from storage.reading.address import DecisionAddress, EditionAddress, LineAddress
from storage.reading.short_address import decision_key, shorten
from tests.harness.addresses import DECISIONS, LINES
from tests.harness.budget import BUDGET

DECISION = DecisionAddress("5С-14-2", dt.date(2013, 12, 11))
LONGEST = LineAddress(EditionAddress(BUDGET, 2013, DECISION), "financing_payments/16/452/008/015")


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
        OpenLine(LONGEST, 9999, asked=True),
        OpenLedger(LONGEST, asked=True),
        OpenChanges(DECISION, LONGEST, asked=True),
        DrawChart(ChartKind.WATERFALL, LONGEST, dark=True),
        ShowCandidates(9999),
        ShowCandidates(9999, BUDGET),
        AskIn(BUDGET),
        ChooseHome(BUDGET),
        ChooseLanguage(Language.RU),
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
            OpenLine(line, 9999, asked=True),
            OpenChanges(DECISION, line, asked=True),
            DrawChart(ChartKind.STRUCTURE, line),
        ):
            data = pack(action)
            assert data is not None, path
            assert len(data.encode()) <= 64
        payload = line_payload(line)
        assert payload is not None, path
        assert read_payload(payload) == shorten(line)


@pytest.mark.parametrize("action", [StartChat("help"), ShareInline("жол")])
def test_what_is_no_callback_has_no_data(action: Action) -> None:
    assert pack(action) is None


@given(LINES, st.integers(0, 9999), st.booleans(), DECISIONS)
def test_lines_come_back(line: LineAddress, offset: int, asked: bool, decision: DecisionAddress) -> None:
    opened = LineButton.unpack(pack(OpenLine(line, offset, asked)) or "")
    assert (opened.line, opened.offset, opened.asked) == (shorten(line), offset, asked)
    ledger = LedgerButton.unpack(pack(OpenLedger(line, asked)) or "")
    assert (ledger.line, ledger.asked) == (shorten(line), asked)
    chart = ChartButton.unpack(pack(DrawChart(ChartKind.HISTORY, line, asked)) or "")
    assert (chart.line, chart.kind, chart.dark) == (shorten(line), ChartKind.HISTORY, asked)
    changes = ChangesButton.unpack(pack(OpenChanges(decision, line, asked)) or "")
    assert (changes.changed_by, changes.line, changes.asked) == (decision_key(decision), shorten(line), asked)


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
        "l1:1:2013:0:e:0:0",
    ],
)
def test_forged_data_is_no_button(data: str) -> None:
    with pytest.raises((ValueError, TypeError)):
        LineButton.unpack(data)


def test_every_prefix_has_a_version() -> None:
    classes = [
        each
        for each in vars(callbacks).values()
        if isinstance(each, type)
        and issubclass(each, CallbackData)
        and not each.__name__.startswith(("_", "Callback"))
    ]
    prefixes = [each.__prefix__ for each in classes]
    assert len(set(prefixes)) == len(prefixes) == 8
    assert all(prefix[-1].isdigit() for prefix in prefixes)


def test_every_action_is_decided() -> None:
    assert len(get_args(Action)) == 10
