"""The life of the process that draws: it starts when needed, and no end of it ends anything else."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import AsyncIterator

import pytest

from bot.charts.studio import Studio
from handlers.drawing import DrawingError, DrawingFault
from tests.bot.charts.samples import told
from tests.harness.moments import GUARD_SECONDS
from tests.test_imports import PROJECT

SCRIPTED = "tests.bot.charts.scripted"


@pytest.fixture
async def studio() -> AsyncIterator[Studio]:
    """A studio whose process does what it is told."""
    studio = Studio(module=SCRIPTED)
    yield studio
    await studio.close()


async def drawn_by(studio: Studio, what: str = "draw") -> int:
    """The number of the process that drew."""
    return int(await studio.draw(told(what)))


async def fails(studio: Studio, what: str) -> DrawingFault:
    """Why there is no picture."""
    with pytest.raises(DrawingError) as raised:
        await studio.draw(told(what))
    return raised.value.fault


async def test_one_process_draws_one_picture_after_another(studio: Studio) -> None:
    assert studio.pid is None, "it starts when it is first needed"
    numbers = await asyncio.gather(*(drawn_by(studio) for _ in range(5)))
    assert set(numbers) == {studio.pid} != {os.getpid()}


async def test_what_ended_for_being_idle_is_started_again(studio: Studio) -> None:
    first = await drawn_by(studio, "once")
    assert await drawn_by(studio) != first


@pytest.mark.parametrize(
    ("what", "fault"),
    [
        ("crash", DrawingFault.CRASH),
        ("fault", DrawingFault.CRASH),
        ("babble", DrawingFault.CRASH),
        ("no memory", DrawingFault.MEMORY),
    ],
)
async def test_after_a_failure_the_next_picture_has_a_new_process(
    studio: Studio, what: str, fault: DrawingFault
) -> None:
    first = await drawn_by(studio)
    assert await fails(studio, what) is fault
    assert await drawn_by(studio) != first


async def test_the_first_picture_may_crash_as_well(studio: Studio) -> None:
    assert await fails(studio, "crash") is DrawingFault.CRASH
    await drawn_by(studio)


async def test_what_hangs_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    studio = Studio(module=SCRIPTED)
    first = await drawn_by(studio)
    monkeypatch.setattr(studio, "_limit", 0.01)
    assert await fails(studio, "hang") is DrawingFault.TIMEOUT
    assert studio.pid is None
    monkeypatch.undo()
    assert await drawn_by(studio) != first
    await studio.close()


async def test_whoever_no_longer_waits_leaves_nothing_for_the_next(studio: Studio) -> None:
    first = await drawn_by(studio)
    waiting = asyncio.ensure_future(studio.draw(told("hang")))
    await asyncio.sleep(0)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert await drawn_by(studio) in {first, studio.pid}


async def test_what_cannot_start_is_a_crash() -> None:
    studio = Studio(module="tests.bot.charts.nothing")
    assert await fails(studio, "draw") is DrawingFault.CRASH
    await studio.close()


async def test_nothing_is_left_when_it_closes(studio: Studio) -> None:
    number = await drawn_by(studio)
    waiting = asyncio.ensure_future(fails(studio, "hang"))
    await asyncio.sleep(0)
    await studio.close()
    assert await waiting is DrawingFault.CRASH
    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)
    assert await fails(studio, "draw") is DrawingFault.CRASH


async def test_it_knows_no_secrets(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TOKEN", "1:hidden")
    await drawn_by(studio)
    if sys.platform == "linux":
        with open(f"/proc/{studio.pid}/environ", "rb") as environ:  # noqa: ASYNC230, PTH123 - no file of any disk
            assert b"1:hidden" not in environ.read()


def test_it_does_not_outlive_a_bot_that_is_killed() -> None:
    script = f"""
import asyncio, os, signal
from bot.charts.studio import Studio
from tests.bot.charts.samples import told
from tests.harness.moments import GUARD_SECONDS

async def main():
    await Studio(module={SCRIPTED!r}).draw(told("draw"))
    os.kill(os.getpid(), signal.SIGKILL)

asyncio.run(main())
"""
    # The pipe closes when the last process that has it ends: the one that draws, too.
    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", script],
        cwd=PROJECT,
        capture_output=True,
        check=False,
        timeout=GUARD_SECONDS,
    )
    assert done.returncode == -9
