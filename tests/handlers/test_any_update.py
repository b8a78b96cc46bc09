"""Whatever comes as an update is handled or passed over: no error of ours, and nothing that Telegram would refuse.

`make fuzz` feeds fifty thousand; here a few are.
"""

from __future__ import annotations

import itertools
import json
import logging
import random
from pathlib import Path

import pytest

from bot.serving.sent_updates import read_update
from tests.conftest import examples
from tests.harness.raw_updates import raw_updates
from tests.harness.world import open_world


async def test_raw_updates(database: Path, caplog: pytest.LogCaptureFixture) -> None:
    unread = handled = sent = 0
    chance = random.Random(14)  # noqa: S311 - no secret
    async with open_world(database, limits={}) as world:
        for body in itertools.islice(raw_updates(chance), examples(60)):
            update = read_update(json.loads(body), world.bot)
            if update is None:
                unread += 1
                continue
            with caplog.at_level(logging.ERROR):
                await world.dispatcher.feed_update(world.bot, update)
            handled += 1
            assert not [record for record in caplog.records if record.levelno >= logging.ERROR], body
            assert not world.session.violations, body
            sent += len(world.session.sent)
            world.session.sent.clear()
    assert min(unread, handled, sent) > 5
