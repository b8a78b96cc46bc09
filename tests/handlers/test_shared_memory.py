"""What one process keeps of a question another one reads as the very same question."""

from __future__ import annotations

import csv
from pathlib import Path

from handlers.memory import Answered, Conversation
from handlers.shared_memory import SharedMemory
from parser.question.follow_up import read_follow_up
from parser.question.question import Question
from parser.question.reading import read_question
from parser.records import Language, Section
from tests.harness.world import World

_FRAMES = Path(__file__).parents[1] / "search" / "frames.tsv"
_EVERY = 9  # of the questions whose frames are tested


async def test_every_kind_of_question_is_read_as_it_was_kept(world: World) -> None:
    one, other = (SharedMemory(world.services.sessions) for _ in range(2))
    asked = _read_questions()
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
        await one.keep(1, number)
        async with world.services.sessions() as session:
            await other.fetch(session, 1, {number}, {6})
        assert theirs.newest == mine.newest
        assert theirs.recall(5) == question
        assert other.find_card(1, 6) == one.find_card(1, 6)
        assert theirs.claim == "школы 5 млрд"


def _read_questions() -> list[Question]:
    """Questions of all kinds, and those that go on from another."""
    with _FRAMES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    asked = []
    for row in rows[::_EVERY]:
        first, *later = (said.strip() for said in row["question"].split("⏎"))
        question = read_question(first)
        asked.append(question)
        for said in later:
            question = read_follow_up(said, Answered(question, 2013, "Тараз", Language.KK).context)
            asked.append(question)
    return asked
