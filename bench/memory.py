"""`python -m bench.memory bot|echo DATABASE`: a process's peak in MB, and after 20,000 random inline queries.

A process of its own for each, so that its peak is its own.
"""

from __future__ import annotations

import asyncio
import json
import random
import resource
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aiogram import Bot, Dispatcher
    from aiogram.types import InlineQuery, Message

_LETTERS = "абвгдежзиклмнопрстуфхцчшщыэюяәіңғүұқөһ     "
_QUERIES = 20_000
_QUESTIONS = 600


def read_peak() -> float:
    """The high-water mark of this program's memory in MB.

    `ru_maxrss` remembers the process that started this one across `exec`; Linux's own mark does not.
    """
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


async def _run(kind: str, database: str) -> tuple[float, float]:
    # Only what is measured is imported.
    dispatcher, bot = _start_bot(database) if kind == "bot" else _start_echo()
    from bench.feed import message, typed
    from bench.questions import QUESTIONS

    await dispatcher.emit_startup(bot=bot)
    for number in range(_QUESTIONS):
        await dispatcher.feed_update(bot, message(QUESTIONS[number % len(QUESTIONS)]))
    before = read_peak()
    dice = random.Random(2013)  # noqa: S311 - invented words, no secrets
    for _ in range(_QUERIES if kind == "bot" else 1000):
        query = "".join(dice.choice(_LETTERS) for _ in range(dice.randint(3, 30)))
        await dispatcher.feed_update(bot, typed(query))
    await dispatcher.emit_shutdown(bot=bot)
    return before, read_peak()


def _start_bot(database: str) -> tuple[Dispatcher, Bot]:
    """Ours, as `python -m bot run` starts it: with the command line, and what polls and listens."""
    from bot.garbage import end_start, put_off

    put_off()
    end_start()
    from bot.telegram_types import import_aiogram, make_types_ready

    import_aiogram()
    for module in ("bot.cli", "bot.serving.run"):
        import_module(module)
    from bench.feed import Nowhere
    from bot.app import create_bot, create_dispatcher
    from bot.services import create_services
    from parser.question.asked_patterns import make_patterns_ready
    from storage.engine import create_engine

    make_types_ready()
    make_patterns_ready()
    engine = create_engine(f"sqlite+aiosqlite:///{database}")
    return create_dispatcher(create_services(engine), limits={}), create_bot("1:bench", session=Nowhere())


def _start_echo() -> tuple[Dispatcher, Bot]:
    """The peer."""
    from aiogram import Bot, Dispatcher, Router

    from bench.feed import Nowhere

    async def echo(asked: Message) -> None:
        await asked.answer(asked.text or "")

    async def answer(asked: InlineQuery) -> None:
        await asked.answer([])

    router = Router()
    router.message.register(echo)
    router.inline_query.register(answer)
    dispatcher = Dispatcher(disable_fsm=True)
    dispatcher.include_router(router)
    return dispatcher, Bot("1:bench", session=Nowhere())


if __name__ == "__main__":
    json.dump(asyncio.run(_run(sys.argv[1], sys.argv[2])), sys.stdout)
