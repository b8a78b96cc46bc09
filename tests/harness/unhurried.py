"""Bots for which no seconds pass: what they do is decided by what came before, not by how busy this machine is."""

from __future__ import annotations

import math

import pytest

from bot.services import Services
from bot.serving.notifier import Notifier
from bot.serving.turns import Turns
from tests.harness.moments import GUARD_SECONDS


def look_for_news_when_told() -> None:
    """Lets a bot's own look for what followers are to be told wait: it comes once a minute, into whatever is tried then."""
    defaults = Notifier.__init__.__kwdefaults__
    assert defaults is not None
    assert "every" in defaults
    defaults["every"] = 2.0 * GUARD_SECONDS


def let_no_time_pass(services: Services) -> None:
    """Lets no turn count as a long one, and no wait as one, however long this machine takes for them."""
    services.turns._clock = services.inbox._clock = lambda: 0.0
    services.turns.long = services.turns.patience = GUARD_SECONDS


def expect_long_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets everybody who has to wait be told so at once."""
    monkeypatch.setattr(Turns, "expect", lambda *_: math.inf)
