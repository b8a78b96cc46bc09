"""Button data: every action comes back from it, within 64 bytes, and forged data does not."""

from __future__ import annotations

from typing import get_args

import pytest
from aiogram.filters.callback_data import CallbackData
from hypothesis import given
from hypothesis import strategies as st

from handlers import callbacks
from handlers.callbacks import ChangesButton, LedgerButton, LineButton, pack
from handlers.views.links import MAX_ID
from handlers.views.message import (
    Action,
    ChooseLanguage,
    LineRef,
    OpenChanges,
    OpenLedger,
    OpenLine,
    ShareInline,
    ShowCandidates,
    StartChat,
)
from parser.records import Language

LONGEST = LineRef(MAX_ID, 2013, "financing_payments/16/452/008", MAX_ID)


@pytest.mark.parametrize(
    "action",
    [
        OpenLine(LONGEST, 9999, asked=True),
        OpenLedger(LONGEST, asked=True),
        OpenChanges(MAX_ID, LONGEST, asked=True),
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


LINES = st.builds(
    LineRef,
    st.integers(1, MAX_ID),
    st.integers(2000, 2100),
    st.sampled_from(["revenue", "revenue/1/01/2", "expenditure/04/464/009", "net_lending/repayments"]),
    st.none() | st.integers(1, MAX_ID),
)


@given(LINES, st.integers(0, 9999), st.booleans(), st.integers(1, MAX_ID))
def test_lines_come_back(line: LineRef, offset: int, asked: bool, decision: int) -> None:
    opened = LineButton.unpack(pack(OpenLine(line, offset, asked)) or "")
    assert (opened.line, opened.offset, opened.asked) == (line, offset, asked)
    ledger = LedgerButton.unpack(pack(OpenLedger(line, asked)) or "")
    assert (ledger.line, ledger.asked) == (line, asked)
    changes = ChangesButton.unpack(pack(OpenChanges(decision, line, asked)) or "")
    assert (changes.of, changes.line, changes.asked) == (decision, line, asked)


@pytest.mark.parametrize(
    "data",
    [
        "l1:1:2013:0:x-04:0:0",
        "l1:1:2013:0::0:0",
        "l1:99999999999999999999:2013:0:e:0:0",
        "l1:-1:2013:0:e:0:0",
        "l1:1:2013:0:e:0:-6",
        "l1:1:2013:0:e",
        "l0:1:2013:0:e:0:0",
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
