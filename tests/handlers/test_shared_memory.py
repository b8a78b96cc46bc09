"""What one process keeps of a question another one reads as the very same question."""

from __future__ import annotations

import asyncio
import csv
from pathlib import Path
from typing import Any

import pytest

from handlers.memory import Answered, Conversation
from handlers.shared_memory import SharedMemory
from parser.question.follow_up import read_follow_up
from parser.question.question import Question
from parser.question.reading import read_question
from parser.records import Language, Section
from storage.kept_memory import read_kept
from tests.harness.moments import happens
from tests.harness.world import World

_FRAMES = Path(__file__).parents[1] / "search" / "frames.tsv"
_EVERY = 9  # of the questions whose frames are tested; every third of these where nothing is swept
_FEW = 1_000


@pytest.mark.parametrize("every", [3 * _EVERY, pytest.param(_EVERY, marks=pytest.mark.sweep)])
async def test_every_kind_of_question_is_read_as_it_was_kept(world: World, every: int) -> None:
    one, other = (SharedMemory(world.services.sessions) for _ in range(2))
    asked = _read_questions(every)
    assert len(asked) > 100
    for number, question in enumerate(asked):
        answered = Answered(
            question, 2013, "Тараз", Language.KK, {1: "expenditure/04"}, 5, 8, Section.EXPENDITURE
        )
        mine, theirs = Conversation(one, 1, number), Conversation(other, 1, number)
        mine.remember(answered)
        mine.note(5, question)
        mine.keep_card(6, None)  # which answered somebody else before
        mine.keep_claim("школы 5 млрд")
        mine.keep_language(Language.KK)
        await one.keep()
        await other.fetch(1, {number}, {6})
        assert theirs.newest == mine.newest
        assert theirs.recall(5) == question
        assert other.find_card(1, 6) == one.find_card(1, 6)
        assert theirs.claim == "школы 5 млрд"
        assert theirs.language is Language.KK


async def test_what_is_answered_while_others_are_asked_stays(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An update reads what others kept while another one of the same person is being answered."""
    memory, (first, second) = SharedMemory(world.services.sessions), _read_questions(_FEW)[:2]
    person = Conversation(memory, 1, 7)
    person.remember(Answered(first, 2013, "Тараз", Language.KK))
    await memory.keep()

    async def read_and_go_on(*read: Any) -> Any:
        kept = await read_kept(*read)
        person.remember(Answered(second, 2013, "Тараз", Language.KK))
        await memory.keep()
        return kept

    monkeypatch.setattr("handlers.shared_memory.read_kept", read_and_go_on)
    await memory.fetch(1, {7}, set())
    assert person.newest is not None
    assert person.newest.question.text == second.text


async def test_what_is_forgotten_while_others_are_asked_stays_forgotten(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory = SharedMemory(world.services.sessions)
    person = Conversation(memory, 1, 7)
    person.remember(Answered(_read_questions(_FEW)[0], 2013, "Тараз", Language.KK))
    await memory.keep()

    async def read_and_forget(*read: Any) -> Any:
        kept = await read_kept(*read)
        await memory.forget(7)
        return kept

    monkeypatch.setattr("handlers.shared_memory.read_kept", read_and_forget)
    await memory.fetch(1, {7}, set())
    assert person.newest is None


async def test_what_is_broken_off_is_kept_with_the_next_answer(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = (SharedMemory(world.services.sessions) for _ in range(2))
    writing = asyncio.Event()

    async def never_end(*_: object) -> None:
        writing.set()
        await asyncio.Event().wait()

    Conversation(one, 1, 7).remember(Answered(_read_questions(_FEW)[0], 2013, "Тараз", Language.KK))
    with monkeypatch.context() as patched:
        patched.setattr("handlers.shared_memory.keep_memory", never_end)
        keeping = asyncio.ensure_future(one.keep())
        await happens(writing)
        keeping.cancel()
        await asyncio.gather(keeping, return_exceptions=True)
    await one.keep()
    await other.fetch(1, {7}, set())
    assert Conversation(other, 1, 7).newest == Conversation(one, 1, 7).newest


def _read_questions(every: int) -> list[Question]:
    """Questions of all kinds, one in so many, and those that go on from another."""
    with _FRAMES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    asked = []
    for row in rows[::every]:
        first, *later = (said.strip() for said in row["question"].split("⏎"))
        question = read_question(first)
        asked.append(question)
        for said in later:
            question = read_follow_up(said, Answered(question, 2013, "Тараз", Language.KK).context)
            asked.append(question)
    return asked
