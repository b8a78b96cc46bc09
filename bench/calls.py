"""`python -m bench.calls [FILE]`: how many calls of functions an answer makes, and within which of ours.

Seconds tell little on a machine that others use; calls stay the same. 300 new questions go through the
dispatcher, those of `bench.questions` or of a file in the form of `tests/search/frames.tsv`, after 100 that
are not counted. Counted are functions in Python and in C; a coroutine is called each time that it goes on.
"""

from __future__ import annotations

import asyncio
import csv
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from types import CodeType, FrameType

from aiogram.types import Update
from sqlalchemy import select

from bench.feed import message
from bench.questions import new_questions
from bench.table import Result, print_results
from bench.updates import SAMPLES, Fed
from bot.app import create_dispatcher
from bot.services import create_services
from parser.question.asked_patterns import make_patterns_ready
from storage.engine import create_engine
from storage.models import Name, table

_ROOT = Path(__file__).parents[1]
_WARM, _COUNTED = 100, 300
_SHOWN = 80  # functions


class Calls:
    """Counts calls, and of each function those that are made until it returns."""

    def __init__(self) -> None:
        self.total = 0
        self.called: Counter[CodeType] = Counter()
        self.within: Counter[CodeType] = Counter()
        self._open: list[
            tuple[CodeType, int]
        ] = []  # those that have not returned, with the total at their call
        self._depths: Counter[CodeType] = Counter()

    def note(self, frame: FrameType, event: str, _: object) -> None:
        """Takes what Python tells a profiler."""
        if event in {"call", "c_call"}:
            self.total += 1
        if event == "call":
            self.called[frame.f_code] += 1
            self._depths[frame.f_code] += 1
            self._open.append((frame.f_code, self.total))
        elif event == "return" and self._open:
            code, before = self._open.pop()
            self._depths[code] -= 1
            if not self._depths[code]:  # a function that calls itself is counted once
                self.within[code] += self.total - before + 1


def main(file: str | None) -> None:
    """Prints the functions within which an answer makes most calls."""
    with tempfile.TemporaryDirectory() as folder:
        database = f"sqlite+aiosqlite:///{folder}/bench.db"
        load = [sys.executable, "-m", "bot", "load", str(SAMPLES)]
        subprocess.run(load, capture_output=True, check=True, env={"DATABASE_URL": database})  # noqa: S603 - this Python
        calls = asyncio.run(_count(database, file))
    rows = [Result("all", f"{calls.total / _COUNTED:,.0f}", "calls of an answer")]
    ours = tuple(f"{_ROOT}/{folder}/" for folder in ("parser", "storage", "handlers"))
    most = [code for code, _ in calls.within.most_common() if code.co_filename.startswith(ours)]
    print_results([*rows, *(_describe(code, calls) for code in most[:_SHOWN])])


def _describe(code: CodeType, calls: Calls) -> Result:
    count = calls.within[code]
    where = f"{Path(code.co_filename).relative_to(_ROOT)}: {code.co_qualname}"
    times = calls.called[code] / _COUNTED
    return Result(
        where, f"{count / _COUNTED:,.0f}", f"{count / calls.total:.1%}, {times:.2f} times an answer"
    )


async def _count(database: str, file: str | None) -> Calls:
    engine = create_engine(database)
    async with engine.connect() as connection:
        names = list((await connection.scalars(select(table(Name).c.text).order_by("id"))).all())
    ours = Fed(create_dispatcher(create_services(engine), limits={}))
    make_patterns_ready()
    await ours.dispatcher.emit_startup(bot=ours.bot)
    updates = _list_updates(names, file)
    for update in updates[:_WARM]:
        await ours.feed(update)
    calls = Calls()
    for update in updates[_WARM:]:
        sys.setprofile(calls.note)
        await ours.feed(update)
        sys.setprofile(None)
    await ours.dispatcher.emit_shutdown(bot=ours.bot)
    return calls


def _list_updates(names: Sequence[str], file: str | None) -> list[Update]:
    texts = new_questions(names)
    if file is not None:
        with Path(file).open(encoding="utf-8", newline="") as opened:
            texts = [row["question"].partition("⏎")[0] for row in csv.DictReader(opened, delimiter="\t")]
    most = _WARM + _COUNTED
    texts = texts[:: max(len(texts) // most, 1)][:most]
    if len(texts) < most:
        raise SystemExit(f"{file} has {len(texts)} questions, of {most} that are asked")
    return [message(text) for text in texts]


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else None)
