"""The bot is stopped or killed with questions under way, and started again; and updates come more than once."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from aiohttp import ClientSession

from tests.botapi.clock import pause
from tests.botapi.faults import silent, slow
from tests.botapi.process import BotProcess, behind_webhook
from tests.botapi.server import BotApi
from tests.harness.moments import GUARD_SECONDS
from tests.soak.crowd import Crowd
from tests.soak.tally import Outcome, Row, Tally

pytestmark = pytest.mark.soak

MANY = 150
ROUNDS = 3
QUIET = 0.5  # seconds, for what a killed process had sent to arrive
Processes = Callable[..., BotProcess]


async def start_two(processes: Processes, api: BotApi) -> list[BotProcess]:
    """Two processes behind one webhook, which its proxy asks in turn."""
    bots = []
    for _ in range(2):
        settings, address = behind_webhook()
        bots.append(processes(**settings))
        api.proxy.append(address)
        await bots[-1].start()
    return bots


@pytest.mark.parametrize("_round", range(ROUNDS))
async def test_sigterm(_round: int, api: BotApi, bot: BotProcess, crowd: Crowd, tally: Tally) -> None:
    api.faults.add(slow(1), times=None)
    people = crowd.ask(MANY)
    await api.until(lambda: len(api.of("sendMessage")) >= 20)
    assert await bot.stop() == 0
    assert not crowd.heard(people)  # it did not answer them all before it ended
    api.faults.clear()
    outcome = await crowd.finish(bot, people)
    tally.add(Row.STOP, outcome)
    assert outcome == Outcome(MANY)


async def test_sigterm_with_answers_on_their_way(
    api: BotApi, bot: BotProcess, crowd: Crowd, tally: Tally
) -> None:
    api.faults.add(silent(taken=True), times=None)
    people = await crowd.ask_calmly(MANY)
    assert await bot.stop() == 0
    api.faults.clear()
    await bot.start()
    await api.until(lambda: all(map(crowd.apologies, people)))
    assert await bot.stop() == 0
    outcome = await crowd.finish(bot, people)
    tally.add(Row.STOP_SILENT, outcome)
    assert outcome == Outcome(MANY, told=MANY)


@pytest.mark.parametrize("_round", range(ROUNDS))
async def test_sigkill(
    _round: int, database: Path, api: BotApi, bot: BotProcess, crowd: Crowd, tally: Tally
) -> None:
    people = crowd.ask(MANY)
    await api.until(lambda: not api.updates.unconfirmed)
    await bot.kill()
    await pause(QUIET)
    assert not crowd.heard(people)
    answered = {person for person in crowd.unfinished(database, people) if crowd.answers(person)}
    outcome = await crowd.finish(bot, people)
    tally.add(Row.KILL, outcome)
    assert (outcome.lost, outcome.told) == (0, 0)
    assert crowd.doubled(people) == answered  # what nobody had written down yet, and nothing else


async def test_sigkill_with_answers_on_their_way(
    api: BotApi, bot: BotProcess, crowd: Crowd, tally: Tally
) -> None:
    """Whether Telegram had taken them nobody has written down: to write before each answer would slow all of them."""
    api.faults.add(silent(taken=True), times=None)
    people = await crowd.ask_calmly(MANY)
    await bot.kill()
    api.faults.clear()
    await bot.start()
    await api.until(lambda: all(crowd.answers(person) > 1 for person in people))
    await bot.stop()
    outcome = await crowd.finish(bot, people)
    tally.add(Row.KILL_SENDING, outcome)
    assert outcome == Outcome(MANY, doubled=MANY)


async def test_the_same_update_twice(api: BotApi, bot: BotProcess, crowd: Crowd, tally: Tally) -> None:
    people = crowd.ask(MANY)
    for person in people[: MANY // 2]:
        api.updates.repeat(crowd.updates[person])  # in the same batch, or the next one
    await crowd.hear(people)
    for person in people:
        api.updates.repeat(crowd.updates[person])
    await api.until(lambda: all(api.updates.sent[crowd.updates[person]] > 1 for person in people))
    await crowd.hear(crowd.ask(1))
    await bot.idle()
    assert await bot.stop() == 0
    outcome = crowd.outcome(people)
    tally.add(Row.TWICE, outcome, MANY)
    assert outcome == Outcome(MANY)
    for person in people:
        api.updates.repeat(crowd.updates[person])
    outcome = await crowd.finish(bot, people)
    tally.add(Row.TWICE_RESTART, outcome, MANY)
    assert outcome == Outcome(MANY)


async def test_the_same_update_to_two_processes(
    api: BotApi, processes: Processes, crowd: Crowd, tally: Tally
) -> None:
    bots = await start_two(processes, api)
    await crowd.hear(crowd.ask(2))
    people = crowd.ask(MANY)
    for person in people:
        api.updates.repeat(crowd.updates[person])
    await crowd.hear(people)
    await api.until(lambda: all(api.updates.sent[crowd.updates[person]] > 1 for person in people))
    for bot in bots:
        await bot.idle()
    assert [await bot.stop() for bot in bots] == [0, 0]
    outcome = crowd.outcome(people)
    tally.add(Row.TWICE_PROCESSES, outcome, MANY)
    assert outcome == Outcome(MANY)


@pytest.mark.parametrize("_round", range(ROUNDS))
async def test_sigkill_of_one_of_two(
    _round: int, database: Path, api: BotApi, processes: Processes, crowd: Crowd, tally: Tally
) -> None:
    bots = await start_two(processes, api)
    await crowd.hear(crowd.ask(2))
    people = crowd.ask(MANY)
    await api.until(lambda: sum(map(crowd.answers, people)) >= 20)
    await bots[0].kill()
    unfinished = crowd.unfinished(database, people)
    await crowd.hear(people)
    await bots[1].idle()
    assert await bots[1].stop() == 0
    outcome = crowd.outcome(people)
    tally.add(Row.KILL_ONE, outcome)
    assert (outcome.lost, outcome.told) == (0, 0)
    assert crowd.doubled(people) <= unfinished


async def test_half_open_sockets(api: BotApi, processes: Processes, crowd: Crowd, tally: Tally) -> None:
    settings, address = behind_webhook()
    bot = processes(**settings)
    api.proxy.append(address)
    await bot.start()
    await crowd.hear(crowd.ask(1))
    host, port = settings["WEBHOOK_LISTEN"].split(":")
    held = [await asyncio.open_connection(host, int(port)) for _ in range(200)]
    for number, (_, writer) in enumerate(held):
        writer.write(
            (b"", b"POST /ho", b"POST /hook HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{")[number % 3]
        )
    people = crowd.ask(MANY)
    await crowd.hear(people)
    for reader, writer in held:
        async with asyncio.timeout(GUARD_SECONDS):
            said = await reader.read()  # until the bot closes it
        assert said == b"" or said.startswith(b"HTTP/1.1 408")
        writer.close()
    await crowd.hear(crowd.ask(1))
    async with ClientSession() as http, http.get(f"{address}/hook") as response:
        assert response.status == 405
    await bot.idle()
    assert await bot.stop() == 0
    outcome = crowd.outcome(people)
    tally.add(Row.HALF_OPEN, outcome, len(held))
    assert outcome == Outcome(MANY)
