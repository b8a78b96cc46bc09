"""What the first answers of a process make ready is there before the first update."""

from __future__ import annotations

import json
import logging
import subprocess
import sys
from pathlib import Path

import pytest

from bot.serving.rehearsal import read_rehearsal_rows, rehearse_answers
from parser.records import Language
from tests.harness.world import open_world

_PROJECT = Path(__file__).parents[2]
_MOST = 100_000  # calls in a turn of the event loop: some fifty milliseconds
# As `bot.serving.run` starts a bot; and how many calls the longest turn of the first updates makes.
_PROGRAM = """
import asyncio, json, sys
from pathlib import Path
import pytest
from bot.serving.rehearsal import rehearse_answers
from bot.telegram_types import make_types_ready
from parser.question.asked_patterns import make_patterns_ready
from tests.handlers.test_long_messages import watched
from tests.harness.world import open_world

async def main():
    turns = []
    async with open_world(Path(sys.argv[1])) as world:
        make_types_ready()
        make_patterns_ready()
        if "rehearsed" in sys.argv:
            await rehearse_answers(world.services, world.bot)
        for person, (verb, said) in enumerate(json.loads(sys.argv[2])):
            with watched(pytest.MonkeyPatch()) as longest:
                asker = world.person(("kk", "ru")[person % 2], id=1_000 + person)
                assert await asyncio.create_task(getattr(asker, verb)(said))
            turns.append(longest.calls)
    print(json.dumps(turns))

asyncio.run(main())
"""
_FIRST = (
    ("ask_inline", "мектеп"),
    ("ask_inline", "дороги в 2014"),
    ("send", "сколько потратили на спорт"),
    ("send", "денсаулық сақтауға қанша жұмсалады"),
    ("send", "проверь: на культуру ушло 2 млрд"),
    ("send", "/help"),
)


def _count_calls(samples: Path, *options: str) -> list[int]:
    done = subprocess.run(  # noqa: S603 - this very Python
        [sys.executable, "-c", _PROGRAM, str(samples), json.dumps(_FIRST), *options],
        cwd=_PROJECT,
        capture_output=True,
        text=True,
        check=True,
    )
    calls: list[int] = json.loads(done.stdout)
    return calls


@pytest.mark.sweep
@pytest.mark.sqlite
def test_the_first_who_ask_hold_up_nobody(samples: Path) -> None:
    assert _count_calls(samples)[0] > _MOST  # what the first answers make ready
    calls = _count_calls(samples, "rehearsed")
    assert all(0 < each < _MOST for each in calls), calls


def test_each_language_is_rehearsed() -> None:
    languages = [row.target("language", Language) for row in read_rehearsal_rows()]
    assert {languages.count(language) for language in Language} == {len(languages) // len(Language)}


async def test_whoever_asks_first_goes_on_from_nothing_that_was_rehearsed(samples: Path) -> None:
    async with open_world(samples) as world, open_world(samples) as rehearsed:
        await rehearse_answers(rehearsed.services, rehearsed.bot)
        assert rehearsed.session.sent == world.session.sent
        for text in ("а на культуру?", "сколько на школы в 2014 году"):
            answers = [await each.person("ru").send(text) for each in (rehearsed, world)]
            said = [[(sent.text, sent.reply_markup) for sent in answer] for answer in answers]  # type: ignore[attr-defined]
            assert said[0] == said[1] != []


@pytest.mark.parametrize("answering", ["answer_question", "find_results", "tell_how_to_ask"])
async def test_what_cannot_be_rehearsed_is_logged_and_keeps_nobody_from_starting(
    answering: str, samples: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def fail(*_: object, **__: object) -> None:
        raise KeyError

    monkeypatch.setattr(f"bot.serving.rehearsal.{answering}", fail)
    async with open_world(samples) as world:
        with caplog.at_level(logging.ERROR, "bot.serving.rehearsal"):
            await rehearse_answers(world.services, world.bot)
    said = [record.getMessage() for record in caplog.records if record.name == "bot.serving.rehearsal"]
    times = len(Language) if answering == "tell_how_to_ask" else len(read_rehearsal_rows())
    assert said == ["an answer cannot be rehearsed"] * times
