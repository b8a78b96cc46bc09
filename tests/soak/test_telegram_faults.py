"""Questions while Telegram fails in each of its ways: answered once, or the person is told."""

from __future__ import annotations

import pytest

from tests.botapi.clock import pause
from tests.botapi.faults import (
    PAGE,
    Fault,
    broken_off,
    closed,
    no_http,
    redirected,
    refused,
    silent,
    slow,
    too_many,
    unreadable,
)
from tests.botapi.process import BotProcess
from tests.botapi.server import BotApi
from tests.soak.crowd import Crowd
from tests.soak.tally import Outcome, Row, Tally

pytestmark = pytest.mark.soak

MANY = 100
ERROR = '{"ok":false,"error_code":500,"description":"Internal Server Error"}'


@pytest.mark.parametrize(
    ("row", "fault", "times", "expected"),
    [
        (Row.CLOSED, closed(), 3, Outcome(MANY)),
        # Nobody can tell these two apart: what was closed before an answer is sent again, as it has hardly ever arrived.
        (Row.CLOSED_TAKEN, closed(taken=True), 1, Outcome(MANY, doubled=MANY)),
        (Row.ERROR, refused(500, ERROR, kind="application/json"), 3, Outcome(MANY)),
        (Row.PAGE, refused(502, PAGE), 3, Outcome(MANY)),
        (Row.TIMEOUT, refused(504, PAGE), 1, Outcome(MANY, told=MANY)),
        (Row.TIMEOUT_TAKEN, refused(504, PAGE, taken=True), 1, Outcome(MANY, told=MANY)),
        (Row.MANY, too_many(1), 3, Outcome(MANY)),
        (Row.MALFORMED, unreadable(b'{"ok":tr'), 1, Outcome(MANY)),
        (Row.NO_TEXT, unreadable(b'{"ok":"\xff\xfe'), 1, Outcome(MANY)),
        (Row.OK_PAGE, unreadable(PAGE.encode()), 1, Outcome(MANY)),
        (Row.HALF, broken_off(), 1, Outcome(MANY)),
        (Row.NO_HTTP, no_http(), 1, Outcome(MANY, told=MANY)),
        (Row.REDIRECT, redirected(), 3, Outcome(MANY)),
        (Row.SLOW, slow(5), None, Outcome(MANY)),
        (Row.SILENT, silent(taken=True), 1, Outcome(MANY, told=MANY)),
    ],
    ids=lambda value: value.name if isinstance(value, Row) else "",
)
async def test_a_question(
    api: BotApi,
    bot: BotProcess,
    crowd: Crowd,
    tally: Tally,
    row: Row,
    fault: Fault,
    times: int | None,
    expected: Outcome,
) -> None:
    api.faults.add(fault, times=times, each_chat=True)
    people = await crowd.ask_calmly(MANY)
    await crowd.hear(people)
    await bot.idle()
    assert await bot.stop() == 0
    outcome = crowd.outcome(people)
    tally.add(row, outcome, sum(bool(call.fault) for call in api.calls))
    assert outcome == expected
    assert api.updates.unconfirmed == []


async def test_telegram_is_gone(api: BotApi, bot: BotProcess, crowd: Crowd, tally: Tally) -> None:
    api.faults.add(silent(), times=None)
    people = crowd.ask(MANY)
    await api.until(lambda: len(api.of("sendMessage")) == MANY)
    await api.close()
    await pause(5)
    api.faults.clear()
    await api.open()
    later = crowd.ask(MANY)
    await crowd.hear(people + later)
    await bot.idle()
    assert await bot.stop() == 0
    outcome = crowd.outcome(people + later)
    tally.add(Row.REFUSED, outcome)
    assert outcome == Outcome(2 * MANY)


async def test_a_long_wait_of_some_is_nobody_elses(
    api: BotApi, bot: BotProcess, crowd: Crowd, tally: Tally
) -> None:
    waiting = crowd.ask(16)
    for person in waiting:
        api.faults.add(too_many(30), chat=person)
    await api.until(lambda: len(api.of("sendMessage")) == 16)
    others = crowd.ask(40)
    await crowd.hear(others)
    assert not any(crowd.answers(person) for person in waiting)
    await crowd.hear(waiting)
    await bot.idle()
    assert await bot.stop() == 0
    outcome = crowd.outcome(waiting + others)
    tally.add(Row.MANY_LONG, outcome, 16)
    assert outcome == Outcome(56)


async def test_groups_that_moved(api: BotApi, bot: BotProcess, crowd: Crowd, tally: Tally) -> None:
    people = crowd.ask(MANY, group=True)
    for person in people:
        api.chats.moved[-person] = -1_000_000 - person
    groups = list(api.chats.moved.values())
    await crowd.hear(groups)
    await bot.idle()
    assert await bot.stop() == 0
    outcome = crowd.outcome(groups)
    tally.add(Row.MOVED, outcome, MANY)
    assert outcome == Outcome(MANY)


async def test_closed_topics(api: BotApi, bot: BotProcess, crowd: Crowd, tally: Tally) -> None:
    people = crowd.ask(MANY, group=True, thread=3)
    api.chats.closed_topics |= {(-person, 3) for person in people}
    await crowd.hear(people)
    await bot.idle()
    assert await bot.stop() == 0
    outcome = crowd.outcome(people)
    tally.add(Row.TOPIC, outcome, MANY)
    assert outcome == Outcome(MANY, told=MANY)


async def test_an_apology_fails_too(api: BotApi, bot: BotProcess, crowd: Crowd, tally: Tally) -> None:
    api.faults.add(refused(504, PAGE), each_chat=True)  # the answer; what follows is the apology
    api.faults.add(refused(502, PAGE), each_chat=True)
    api.faults.add(closed(), each_chat=True)
    api.faults.add(unreadable(b'{"ok":tr'), each_chat=True)
    people = await crowd.ask_calmly(MANY)
    await crowd.hear(people)
    later = crowd.ask(1)  # whose apologies fail is told, and nobody else suffers
    api.faults.clear()
    await crowd.hear(later)
    await bot.idle()
    assert await bot.stop() == 0
    outcome = crowd.outcome(people)
    tally.add(Row.APOLOGY, outcome, 4 * MANY)
    assert outcome == Outcome(MANY, told=MANY)


async def test_updates_do_not_come(api: BotApi, bot: BotProcess, crowd: Crowd, tally: Tally) -> None:
    conflict = (
        '{"ok":false,"error_code":409,"description":"Conflict: terminated by other getUpdates request"}'
    )
    faults = [
        refused(502, PAGE),
        broken_off(),
        unreadable(b'{"ok":tr'),
        closed(),
        closed(taken=True),
        refused(409, conflict, kind="application/json"),
    ]
    people = []
    for fault in faults:
        api.faults.add(fault, "getUpdates")
        people += crowd.ask(MANY // 5)
        await crowd.hear(people)
    await bot.idle()
    assert await bot.stop() == 0
    outcome = crowd.outcome(people)
    tally.add(Row.FETCH, outcome, len(faults))
    assert outcome == Outcome(len(people))
