from __future__ import annotations

import asyncio

import pytest

from storage.allowances import Allowed, Limit, forget_old_allowances, take_allowance
from storage.columns import utc_now
from storage.kept_memory import MemoryKey, forget_memory, keep_memory, read_kept
from tests.storage.conftest import Sessions

LIMIT = Limit(3, 30)


async def test_an_allowance_is_emptied_and_filled_again(sessions: Sessions) -> None:
    taken = [await take_allowance(sessions, "message", 7, LIMIT, now) for now in (100, 100, 101, 102, 105)]
    assert [each.refused for each in taken] == [0, 0, 0, 1, 2]
    assert taken[0] == Allowed(2, 0)
    assert taken[-1].left == pytest.approx(0.5)
    assert (await take_allowance(sessions, "message", 7, LIMIT, 110)).refused == 0
    assert await take_allowance(sessions, "message", 7, LIMIT, 900) == Allowed(2, 0)


async def test_it_is_a_person_s_and_a_limit_s_own(sessions: Sessions) -> None:
    for name, person in (("message", 7), ("button", 7), ("message", 8)):
        assert await take_allowance(sessions, name, person, LIMIT, 100) == Allowed(2, 0)


async def test_a_clock_that_is_behind_takes_nothing_away(sessions: Sessions) -> None:
    await take_allowance(sessions, "message", 7, LIMIT, 100)
    assert (await take_allowance(sessions, "message", 7, LIMIT, 40)).left == 1
    assert (await take_allowance(sessions, "message", 7, LIMIT, 100)).left == 0


async def test_after_a_clock_was_set_back_it_is_refilled_as_ever(sessions: Sessions) -> None:
    for _ in range(3):
        await take_allowance(sessions, "message", 7, LIMIT, 10_000)
    assert (await take_allowance(sessions, "message", 7, LIMIT, 6_400)).refused == 1
    assert (await take_allowance(sessions, "message", 7, LIMIT, 6_411)).refused == 0


async def test_no_two_take_the_same(sessions: Sessions) -> None:
    taken = await asyncio.gather(
        *(take_allowance(sessions, "message", 7, LIMIT, 100 + number / 1000) for number in range(8))
    )
    assert sorted(each.refused for each in taken) == [0, 0, 0, 1, 2, 3, 4, 5]


async def test_who_took_nothing_for_long_is_forgotten(sessions: Sessions) -> None:
    for name in ("message", "button"):
        await take_allowance(sessions, name, 7, LIMIT, 100)
        await take_allowance(sessions, name, 7, LIMIT, 100)
    await forget_old_allowances(sessions, 30, 129)
    assert (await take_allowance(sessions, "message", 7, LIMIT, 100)).left == 0
    await forget_old_allowances(sessions, 30, 131)
    for name in ("message", "button"):
        assert (await take_allowance(sessions, name, 7, LIMIT, 100)).left == 2


async def test_machines_go_by_one_clock(sessions: Sessions) -> None:
    first = await take_allowance(sessions, "message", 7, Limit(2, 1e9))
    second = await take_allowance(sessions, "message", 7, Limit(2, 1e9))
    assert (first.left, second.refused) == (1, 0)
    assert (await take_allowance(sessions, "message", 7, Limit(2, 1e9))).refused == 1


async def test_memory_is_replaced_and_forgotten(sessions: Sessions) -> None:
    own, card = MemoryKey(1, 7), MemoryKey(1, 7, 50)
    others = {MemoryKey(1, 8): "c", MemoryKey(2, 8): "d", MemoryKey(2, 8, 50): "e"}
    await keep_memory(sessions, {own: "a", card: "b"} | others, utc_now())
    await keep_memory(sessions, {own: "a2"}, utc_now())
    async with sessions() as session:
        assert await read_kept(session, 1, {7}, {50}, utc_now()) == {own: "a2", card: "b"}
        assert await read_kept(session, 2, {7}, set(), utc_now()) == {}
    await forget_memory(sessions, 7)
    await forget_memory(sessions, 2)
    async with sessions() as session:
        assert await read_kept(session, 1, {7, 8}, {50}, utc_now()) == {MemoryKey(1, 8): "c"}
        assert await read_kept(session, 2, {8}, {50}, utc_now()) == {}
