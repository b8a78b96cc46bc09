"""Starts: from nothing to the first answer, as processes, beside the bare import of their library.

`ask` needs SQLModel, the bot (`chat`, `run`) aiogram; what a start takes beyond importing these is ours.
Seconds are the processor's, and the processes take turns: whatever else the machine does is shared by all.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench.table import Result

_ROUNDS = 7
_PROJECT = Path(__file__).parents[1]
_QUESTION = "сколько на школы"
_ASK = ("-m", "bot", "ask", _QUESTION)
_CHAT = ("-m", "bot", "chat")
_SQLMODEL, _AIOGRAM = ("-c", "import sqlmodel"), ("-c", "import aiogram")


def time_start(arguments: Sequence[str], environment: Mapping[str, str]) -> float:
    """Seconds of the processor that a Python takes with these arguments; it is asked one question."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(  # noqa: S603 - this Python and our own arguments
        [sys.executable, *arguments],
        cwd=_PROJECT,
        env=environment,
        input=f"{_QUESTION}\n",
        text=True,
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def keep_apart(folder: Path, database: Path) -> dict[str, str]:
    """The environment of starts that keep what they compile and make ready in a folder of their own."""
    environment = {
        **os.environ,
        "DATABASE_URL": f"sqlite+aiosqlite:///{database}",
        "XDG_CACHE_HOME": str(folder),
        "PYTHONPYCACHEPREFIX": f"{folder}/compiled",
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # what was compiled once is compiled for every start
    return environment


def run() -> list[Result]:
    with tempfile.TemporaryDirectory() as folder:
        environment = keep_apart(Path(folder), Path(folder) / "qazyna.db")
        time_start(("-m", "bot", "load", "data/taraz"), environment)
        kinds = (_ASK, _SQLMODEL, _CHAT, _AIOGRAM)
        for kind in kinds:
            time_start(kind, environment)
        taken = [[time_start(kind, environment) for kind in kinds] for _ in range(_ROUNDS)]
    ask, sqlmodel, chat, aiogram = (statistics.median(column) for column in zip(*taken, strict=True))
    return [
        _compare("start, ask to its answer", ask, "import sqlmodel", sqlmodel),
        _compare("start, chat to its first answer", chat, "import aiogram", aiogram),
    ]


def _compare(what: str, ours: float, library: str, bare: float) -> Result:
    return Result(what, f"{ours:.2f} s of CPU", f"{library} {bare:.2f} s ({ours / bare:.2f} ×)")
