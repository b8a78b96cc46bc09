"""Nobody waits for somebody else: turns go round, and nothing is held while Telegram is waited for."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import pytest
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import AnswerCallbackQuery, EditMessageText, SendMessage
from aiogram.types import Chat
from sqlalchemy.pool import QueuePool

from bot.middlewares import in_turn
from bot.serving.turns import HELD_SECONDS, ChatTurn, Turns
from handlers.views.texts import Texts, load_texts
from parser.records import Language
from storage.missed_questions import list_missed
from storage.people import save_language
from tests.harness.databases import SERVER, writing_elsewhere
from tests.harness.moments import GUARD_SECONDS, happens, logged
from tests.harness.person import text_of
from tests.harness.unhurried import expect_long_waits
from tests.harness.world import World, open_world


class Night:
    """A sleep that ends when all have to wake."""

    def __init__(self) -> None:
        self.asleep = 0
        self.all_asleep = asyncio.Event()
        self.over = asyncio.Event()
        self.most = 0

    async def __call__(self, _: float) -> None:
        self.asleep += 1
        if self.asleep == self.most:
            self.all_asleep.set()
        await happens(self.over)


@pytest.fixture
async def night() -> Night:
    return Night()


@pytest.fixture
async def unlimited(night: Night, database: Path) -> AsyncIterator[World]:
    async with open_world(database, limits={}, sleep=night) as world:
        yield world


async def test_sixteen_chats_that_wait_hold_up_none_of_forty_others(unlimited: World, night: Night) -> None:
    world, night.most = unlimited, 16
    world.session.fail(
        SendMessage, lambda method: TelegramRetryAfter(method, "Too Many Requests", 30), times=16
    )
    slow = [asyncio.ensure_future(world.person(id=100 + each).send("білім беру")) for each in range(16)]
    await happens(night.all_asleep)
    pool = world.services.engine.sync_engine.pool
    assert isinstance(pool, QueuePool)
    assert pool.checkedout() == int(bool(SERVER))  # by which it hears what others store
    await asyncio.gather(*(world.person(id=200 + each).send("білім беру") for each in range(40)))
    assert len({each.chat_id for each in world.session.of(SendMessage)}) == 56
    assert not any(each.done() for each in slow)
    night.over.set()
    await asyncio.gather(*slow)
    told = load_texts(Language.KK).get("busy-wait")  # by a slow machine
    assert len([each for each in world.session.of(SendMessage) if each.text != told]) == 16 + 40 + 16


async def begun(turns: list[ChatTurn]) -> list[int]:
    await asyncio.sleep(0)
    return [index for index, turn in enumerate(turns) if turn.begun.done()]


async def test_chats_take_turns_however_much_one_of_them_asks() -> None:
    turns = Turns(room=1)
    flood = [turns.ask(1) for _ in range(50)]
    others = [turns.ask(chat) for chat in (2, 3)]
    order = []
    while current := next(
        (each for each in [*flood, *others] if each.begun.done() and each not in order), None
    ):
        order.append(current)
        current.end()
    assert [each.chat for each in order[:6]] == [1, 1, 2, 3, 1, 1]
    assert len(order) == 52
    assert len(turns) == 0


async def test_a_turn_is_lent_and_taken_back_at_once() -> None:
    turns = Turns(room=1)
    first, second, third = (turns.ask(chat) for chat in (1, 2, 3))
    with first.lent():
        assert await begun([first, second, third]) == [0, 1]
    second.end()  # the first goes on meanwhile, and the third has to wait for it
    assert await begun([first, second, third]) == [0, 1]
    first.end()
    assert await begun([first, second, third]) == [0, 1, 2]


async def test_others_go_on_one_by_one_while_people_are_told_to_wait_and_no_longer_than_some_seconds() -> (
    None
):
    now = [0.0]
    turns = Turns(room=2, clock=lambda: now[0])
    running = [turns.ask(chat) for chat in (1, 2)]
    waiting = [turns.ask(chat) for chat in (3, 4, 5, 6)]
    with turns.held_back():
        running[0].end()
        assert await begun(waiting) == []
        running[1].end()
        assert await begun(waiting) == [0]
        now[0] += HELD_SECONDS
        waiting[0].end()
        assert await begun(waiting) == [0, 1, 2]
    waiting[1].end()
    assert await begun(waiting) == [0, 1, 2, 3]


async def test_turns_are_given_out_again_when_all_are_told() -> None:
    turns = Turns(room=2, clock=lambda: 0.0)
    with turns.held_back():
        first, second = turns.ask(1), turns.ask(2)
        assert await begun([first, second]) == [0]
    assert await begun([first, second]) == [0, 1]


async def test_what_takes_long_is_not_waited_for() -> None:
    turns = Turns(room=1, long=0)
    turns.ask(1)
    waiting = turns.ask(2)
    await asyncio.wait_for(waiting.begun, GUARD_SECONDS)


async def test_who_goes_away_is_passed_over() -> None:
    turns = Turns(room=1)
    first, gone, cancelled, last = (turns.ask(chat) for chat in (1, 2, 3, 4))
    gone.end()
    cancelled.begun.cancel()
    first.end()
    assert await begun([last]) == [0]
    last.end()
    assert await begun([turns.ask(5)]) == [0]


async def test_the_wait_is_told_by_how_fast_turns_were_given_out() -> None:
    now = [0.0]
    turns = Turns(room=2, clock=lambda: now[0])
    asked = [turns.ask(chat) for chat in range(102)]
    for turn in asked[:100]:
        now[0] += 0.1
        turn.end()
    assert all(turn.begun.done() for turn in asked)
    for chat in range(10):
        turns.ask(chat)
    assert turns.expect(9) == pytest.approx(10 * 0.1, rel=0.01)


async def test_nobody_has_a_turn_while_a_crowd_comes_in_and_then_all_have() -> None:
    turns = Turns(room=2, clock=lambda: 0.0)
    first = turns.ask(1)
    turns.let_in(0.0)
    waiting = [turns.ask(chat) for chat in (2, 3)]
    first.end()
    assert await begun(waiting) == []
    assert turns.expect(2) >= HELD_SECONDS
    await asyncio.wait([each.begun for each in waiting])
    assert turns.expect(2) == 0


async def test_people_are_answered_in_between_however_many_come() -> None:
    now = [0.0]
    turns = Turns(room=1, clock=lambda: now[0])
    turns.let_in(0.0)
    turn = turns.ask(1)
    now[0] = HELD_SECONDS + 0.1
    while not turn.begun.done():
        turns.let_in(0.0)  # it does not begin anew
        await asyncio.sleep(0)
    turns.let_in(0.0)
    assert turns.expect(1) == 0
    now[0] = 2 * HELD_SECONDS
    turns.let_in(0.0)
    assert turns.expect(1) >= HELD_SECONDS


def test_the_wait_is_of_what_others_have_before_it_whoever_came_and_went() -> None:
    """A chat's turns go round with those of all others: of each as many as it waits for itself."""

    async def live(steps: Sequence[int]) -> None:
        turns = Turns(room=1)
        asked: list[ChatTurn] = []
        for step in steps:
            if step < 6 or not asked:
                asked.append(turns.ask(step % 6))
            else:
                asked.pop(step % len(asked)).end()
            waiting = Counter(each.chat for each in asked if not each.begun.done())
            for chat in range(6):
                ahead = sum(min(count, waiting[chat]) for count in waiting.values())
                assert turns.expect(chat) == pytest.approx(ahead * turns._seconds)

    for seed in range(20):
        asyncio.run(live(Random(seed).choices(range(12), k=120)))  # noqa: S311 - no secret


async def occupied(world: World) -> list[ChatTurn]:
    """All turns are taken, by chats that are no person's."""
    return [world.services.turns.ask(-each) for each in range(1, world.services.turns.room + 1)]


async def test_who_has_to_wait_is_told_once_in_their_language_and_answered_then(
    monkeypatch: pytest.MonkeyPatch, unlimited: World, texts: Texts
) -> None:
    expect_long_waits(monkeypatch)
    world, person = unlimited, unlimited.person("en")
    async with world.services.sessions() as session:
        await save_language(session, person.user.id, texts.language)
    taken = await occupied(world)
    world.session.arrived[SendMessage].clear()
    asking = [asyncio.ensure_future(person.send("білім беру")), asyncio.ensure_future(person.send("/help"))]
    await happens(world.session.arrived[SendMessage])
    await asyncio.sleep(0)
    assert [each.text for each in world.session.of(SendMessage)] == [texts.get("busy-wait")]
    for turn in taken:
        turn.end()
    await asyncio.gather(*asking)
    assert len(world.session.of(SendMessage)) == 3


async def test_a_word_of_waiting_that_telegram_does_not_take_is_left_out(
    monkeypatch: pytest.MonkeyPatch, unlimited: World, night: Night, texts: Texts
) -> None:
    """It would come beside the answer, and hold that up for as long as Telegram says."""
    expect_long_waits(monkeypatch)
    world, person = unlimited, unlimited.person(texts.language.value)
    taken = await occupied(world)
    world.session.fail(SendMessage, lambda method: TelegramRetryAfter(method, "Too Many Requests", 30))
    with logged("bot.middlewares.in_turn", "not told to wait") as left_out:
        asking = asyncio.ensure_future(person.send("/help"))
        await happens(left_out)
    for turn in taken:
        turn.end()
    await asking
    assert night.asleep == 0
    assert [each.text == texts.get("busy-wait") for each in world.session.of(SendMessage)] == [True, False]


async def test_a_press_that_has_to_wait_is_told_so_and_done_then(
    monkeypatch: pytest.MonkeyPatch, unlimited: World, texts: Texts
) -> None:
    world, person = unlimited, unlimited.person(texts.language.value)
    await person.send({"kk": "білім беру", "ru": "образование"}[texts.language])
    expect_long_waits(monkeypatch)
    old = partial(person.press_data, "l1:gone", message=person.message)
    for press in (partial(person.press, texts.get("button-ledger")), old):
        taken = await occupied(world)
        world.session.arrived[AnswerCallbackQuery].clear()
        pressing = asyncio.ensure_future(press())
        await happens(world.session.arrived[AnswerCallbackQuery])
        for turn in taken:
            turn.end()
        await pressing
    told = [each.text for each in world.session.of(AnswerCallbackQuery)]
    assert told == [texts.get("busy-press")] * 2  # no press is answered twice
    assert texts.get("ledger-title") in (world.session.of(EditMessageText)[0].text or "")
    assert world.session.of(SendMessage)[-1].text == texts.get("fallback-button-old")


async def test_a_press_in_a_group_keeps_its_only_answer(
    monkeypatch: pytest.MonkeyPatch, unlimited: World, texts: Texts
) -> None:
    group: dict[str, Any] = {"chat": Chat(id=-100, type="supergroup", title="Тараз")}
    world, person = unlimited, unlimited.person(texts.language.value, **group)
    expect_long_waits(monkeypatch)
    taken = await occupied(world)
    pressing = asyncio.ensure_future(person.press_data("l1:gone"))
    await asyncio.sleep(0)
    for turn in taken:
        turn.end()
    await pressing
    assert [each.text for each in world.session.of(AnswerCallbackQuery)] == [texts.get("fallback-button-old")]


async def test_an_inline_query_that_would_come_too_late_is_told_so_at_once(
    monkeypatch: pytest.MonkeyPatch, unlimited: World, texts: Texts
) -> None:
    expect_long_waits(monkeypatch)
    world, person = unlimited, unlimited.person(texts.language.value)
    taken = await occupied(world)
    told = await person.ask_inline("білім беру")
    assert (told.results, told.cache_time) == ([], 0)
    assert told.button is not None
    assert told.button.text == texts.get("inline-busy")
    assert len(world.services.turns) == 0
    for turn in taken:
        turn.end()
    assert (await person.ask_inline("білім беру")).results


async def test_who_waits_longer_than_was_thought_is_told_too(database: Path, texts: Texts) -> None:
    async with open_world(database) as world:
        world.services.turns.patience = 0.0
        person = world.person(texts.language.value)
        taken = await occupied(world)
        world.session.arrived[SendMessage].clear()
        asking = asyncio.ensure_future(person.send("білім беру"))
        await happens(world.session.arrived[SendMessage])
        for turn in taken:
            turn.end()
        await asking
        first, second = (each.text for each in world.session.of(SendMessage))
        assert first == texts.get("busy-wait") != second


@pytest.mark.parametrize("said", ["білім беру қанша?", None])
async def test_a_group_that_asks_nothing_is_told_nothing(
    monkeypatch: pytest.MonkeyPatch, unlimited: World, said: str | None
) -> None:
    expect_long_waits(monkeypatch)
    world = unlimited
    group: dict[str, Any] = {"chat": Chat(id=-100, type="supergroup", title="Тараз")}
    taken = await occupied(world)
    talking = asyncio.ensure_future(world.person(**group).send(said))
    await asyncio.sleep(0)
    assert len(world.services.turns) == 1
    for turn in taken:
        turn.end()
    await talking
    assert world.session.sent == []


async def test_a_chat_has_only_so_much_waiting(monkeypatch: pytest.MonkeyPatch, unlimited: World) -> None:
    monkeypatch.setattr(in_turn, "MOST_WAITING", 2)
    world, person = unlimited, unlimited.person()
    taken = await occupied(world)
    asking = [asyncio.ensure_future(person.send("/help")) for _ in range(2)]
    await asyncio.sleep(0)
    assert await person.send("/help") == []
    for turn in taken:
        turn.end()
    await asyncio.gather(*asking)
    assert len(world.session.of(SendMessage)) == 2


async def test_questions_are_answered_while_somebody_else_writes(
    unlimited: World, database: Path, texts: Texts
) -> None:
    person = unlimited.person(texts.language.value)
    with writing_elsewhere(database):
        assert text_of(await person.send("білім беру"))
        assert "бгцдфжк" in text_of(await person.send("бгцдфжк вхщ"))
    async with unlimited.services.sessions() as session:
        assert await list_missed(session) == []  # it was dropped: nobody waits to count
    await person.send("бгцдфжк вхщ")
    async with unlimited.services.sessions() as session:
        assert [each.words for each in await list_missed(session)] == ["бгцдфжк вхщ"]


@pytest.mark.sweep
async def test_those_who_want_to_write_hold_up_nobody_who_asks(unlimited: World, database: Path) -> None:
    world = unlimited
    world.services.turns.long = 0.0  # each who waits for the database counts as one who takes long
    with writing_elsewhere(database):
        writing = [
            asyncio.ensure_future(world.person(id=100 + each).press_data("s1:ru")) for each in range(30)
        ]
        asking = (world.person(id=200 + each).send("білім беру") for each in range(30))
        assert all(await asyncio.gather(*asking))
        pool = world.services.engine.sync_engine.pool
        assert isinstance(pool, QueuePool)
        assert pool.checkedout() <= 2
        assert not any(each.done() for each in writing)
    await asyncio.gather(*writing)
