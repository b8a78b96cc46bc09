"""Button data: every action comes back from it, within 64 bytes, and forged data does not."""

from __future__ import annotations

import datetime as dt
from typing import get_args

import pytest
from aiogram.filters.callback_data import CallbackData
from hypothesis import given
from hypothesis import strategies as st

from handlers import callbacks
from handlers.callbacks import ChangesButton, LedgerButton, LineButton, pack
from handlers.views.message import (
    Action,
    ChooseLanguage,
    OpenChanges,
    OpenLedger,
    OpenLine,
    ShareInline,
    ShowCandidates,
    StartChat,
)
from parser.records import Language
from storage.reading.address import DecisionAddress, EditionAddress, LineAddress
from storage.reading.short_address import decision_key, shorten
from tests.harness.addresses import DECISIONS, LINES
from tests.harness.budget import BUDGET

DECISION = DecisionAddress("5С-14-2", dt.date(2013, 12, 11))
LONGEST = LineAddress(EditionAddress(BUDGET, 2013, DECISION), "net_lending/repayments/5/01/1")


@pytest.mark.parametrize(
    "action",
    [
        OpenLine(LONGEST, 9999, asked=True),
        OpenLedger(LONGEST, asked=True),
        OpenChanges(DECISION, LONGEST, asked=True),
        ShowCandidates(9999),
        ChooseLanguage(Language.RU),
    ],
)
def test_the_longest_data_fits(action: Action) -> None:
    data = pack(action)
    assert data is not None
    assert len(data.encode()) <= 64


@pytest.mark.parametrize("action", [StartChat("help"), ShareInline("жол")])
def test_what_is_no_callback_has_no_data(action: Action) -> None:
    assert pack(action) is None


@given(LINES, st.integers(0, 9999), st.booleans(), DECISIONS)
def test_lines_come_back(line: LineAddress, offset: int, asked: bool, decision: DecisionAddress) -> None:
    opened = LineButton.unpack(pack(OpenLine(line, offset, asked)) or "")
    assert (opened.line, opened.offset, opened.asked) == (shorten(line), offset, asked)
    ledger = LedgerButton.unpack(pack(OpenLedger(line, asked)) or "")
    assert (ledger.line, ledger.asked) == (shorten(line), asked)
    changes = ChangesButton.unpack(pack(OpenChanges(decision, line, asked)) or "")
    assert (changes.of, changes.line, changes.asked) == (decision_key(decision), shorten(line), asked)


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
    assert len(set(prefixes)) == len(prefixes) == 5
    assert all(prefix[-1].isdigit() for prefix in prefixes)


def test_every_action_is_decided() -> None:
    assert len(get_args(Action)) == 7
