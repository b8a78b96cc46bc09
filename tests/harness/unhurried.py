"""Turns in which no seconds pass: who is told to wait is decided by who came before, not by how busy this machine is."""

from __future__ import annotations

import math

import pytest

from bot.services import Services
from bot.serving.turns import Turns
from tests.harness.moments import GUARD_SECONDS


def let_no_time_pass(services: Services) -> None:
    """Lets no turn count as a long one, and no wait as one, however long this machine takes for them."""
    services.turns._clock = services.inbox._clock = lambda: 0.0
    services.turns.long = services.turns.patience = GUARD_SECONDS


def expect_long_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets everybody who has to wait be told so at once."""
    monkeypatch.setattr(Turns, "expect", lambda *_: math.inf)
