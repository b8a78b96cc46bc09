"""Starts: from nothing to the first answer, as processes, beside the bare import of their library.

`ask` needs SQLModel, the bot (`chat`, `run`) aiogram: what a start takes beyond importing these is ours.
Seconds are the processor's, and the processes take turns, so that whatever else the machine does is shared by
all.

`python -m bench.starting DATABASE…` times `ask` over databases of yours (`python -m bench.country --keep
FILE` leaves one). It tells the clock's seconds too, which are worth something only where nothing else runs.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from bench.table import Result, print_results
from storage.search.gathering import GatheredNames
from storage.search.kept_names import keep_names, read_kept_names, read_kept_printed

_ROUNDS = 7
_OTHER_BLOCKS = 4  # of names, that a load elsewhere makes others: those of a district are three or four
_PROJECT = Path(__file__).parents[1]
_QUESTION = "сколько на школы"
_KEEP = "from bench.starting import keep_for_another_state; keep_for_another_state()"
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


class Start(NamedTuple):
    """What one start took."""

    wall: float  # seconds by the clock
    processor: float  # seconds of it
    megabytes: float  # of memory, at most


def run_start(arguments: Sequence[str], environment: Mapping[str, str]) -> Start:
    """Starts a Python with these arguments, waits for its end, and says what it took.

    Raises:
        RuntimeError: it failed.
    """
    began = time.perf_counter()
    null = os.open(os.devnull, os.O_RDWR)
    actions = [(os.POSIX_SPAWN_DUP2, null, stream) for stream in (0, 1, 2)]
    started = os.posix_spawn(sys.executable, [sys.executable, *arguments], environment, file_actions=actions)
    _, status, used = os.wait4(started, 0)
    os.close(null)
    if status:
        raise RuntimeError(f"{arguments} ended with {status}")
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return Start(time.perf_counter() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / unit)


def time_databases(databases: Sequence[Path], question: str) -> list[Result]:
    """How long `ask` takes over databases by turns: without kept names, with those of another state, again.

    Those of another state are there after a load, on this machine or on another.

    Args:
        databases: SQLite files.
        question: that has an answer in each of them.
    """
    ask = ("-m", "bot", "ask", question)
    results: list[Result] = []
    with tempfile.TemporaryDirectory() as folder:
        apart = [keep_apart(Path(folder) / str(at), file.absolute()) for at, file in enumerate(databases)]
        for environment in apart:
            run_start(ask, environment)  # compiles what the next ones need
        first: list[list[Start]] = [[] for _ in apart]
        other: list[list[Start]] = [[] for _ in apart]
        again: list[list[Start]] = [[] for _ in apart]
        for _ in range(_ROUNDS):
            for at, environment in enumerate(apart):
                for kept in (Path(folder) / str(at)).glob("qazyna/names.*"):
                    kept.unlink()
                first[at].append(run_start(ask, environment))
                subprocess.run([sys.executable, "-c", _KEEP], cwd=_PROJECT, env=environment, check=True)  # noqa: S603
                other[at].append(run_start(ask, environment))
                again[at].append(run_start(ask, environment))
    for file, *kinds in zip(databases, first, other, again, strict=True):
        names = "where no names are kept", "after a load", "again"
        for what, starts in zip(names, kinds, strict=True):
            wall, processor, most = (statistics.median(column) for column in zip(*starts, strict=True))
            size = file.stat().st_size / 2**20
            results.append(
                Result(
                    f"{file.name}, {size:,.0f} MB: ask {what}",
                    f"{wall:.2f} s",
                    f"{processor:.2f} s of CPU, {most:.0f} MB of memory (medians of {_ROUNDS})",
                )
            )
    return results


def keep_for_another_state() -> None:
    """Makes kept names those of another state, as if names of a few blocks had been stored since."""
    kept = read_kept_names()
    names = read_kept_printed(kept) if kept is not None else None
    if kept is not None and names is not None:
        others = dict.fromkeys(sorted(names.blocks)[-_OTHER_BLOCKS:], 1)
        spelt = zip(names.printed.languages, names.printed.texts, strict=True)
        numbers = list(map(names.heard.spelt.__getitem__, spelt))
        gathered = GatheredNames(names.heard.columns, numbers)
        keep_names(kept.number ^ 1, {**names.blocks, **others}, names.printed, gathered)


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
    """Times starts from nothing, each beside the bare import of its library."""
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


if __name__ == "__main__":
    databases = [Path(file) for file in sys.argv[1:]]
    print_results(time_databases(databases, "464/009") if databases else run())
