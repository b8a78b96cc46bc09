"""A clone of the open archive: how fast git is read, texts are parsed and all is loaded, each by itself.

The clone is invented, of a village's budget in three versions and both languages: so many villages of one
district, each with amounts of its own, and for each ten acts that are no budgets.
"""

from __future__ import annotations

import asyncio
import re
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from bench.table import Result, print_results
from bot.archive.git import Objects
from bot.archive.history import read_history
from bot.archive.loading import ArchiveLoading
from bot.archive.pool import ParsingPool
from bot.archive.repositories import find_repositories
from bot.archive.selection import Selection
from bot.archive.versions import ActReader
from bot.archive.worker import parse_text
from parser.parse import RecentTables
from parser.readers.files import RawFile
from storage.engine import create_engine, create_sessions
from storage.schema import migrate
from tests.bot.archive.clones import TOP, Commit, village, write_clone

_VILLAGES = 40
_OTHERS = 10  # acts that are no budgets, for each village
_SYLLABLES = ("ақ", "бар", "дал", "кен", "мол", "нар", "сай", "тау", "шат", "жем")  # of villages' names
_AMOUNT = re.compile(r"(?<=<td>)(-? ?\d[\d ]*)(,\d)(?=</td>)")
_JOBS = 2
_PARSED = 24  # texts
_OWN, _ENDED = resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN


def run(villages: int = _VILLAGES) -> list[Result]:
    """Measures a clone, each figure beside that of one a quarter of its size."""
    small, whole = _measure(max(villages // 4, 2)), _measure(villages)
    return [
        replace(
            of_all, beside="; ".join(filter(None, (f"{of_few.ours} with a quarter of it", of_all.beside)))
        )
        for of_few, of_all in zip(small, whole, strict=True)
    ]


def _measure(villages: int) -> list[Result]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        clone = write_clone(folder / "local-bench.git", _invent(villages))
        what = f"an archive of {villages} budgets among {villages * (_OTHERS + 1)} acts"
        busy = _processor(_OWN) + _processor(_ENDED)
        raws = list(_read(clone))
        reading = _processor(_OWN) + _processor(_ENDED) - busy
        parse_text(raws[0])  # what is read once for all texts is there
        started = time.process_time()
        recent = RecentTables()
        read = [parse_text(raw, recent).parsed for raw in raws[:_PARSED]]
        parsing = time.process_time() - started
        lines = sum(len(edition.lines) for parsed in read if parsed for edition in parsed.editions)
        all_lines = lines * len(raws) / len(read)
        loaded = asyncio.run(_load(folder / "bench.db", clone, raws[0]))
        both = loaded.git + loaded.parsing
        return [
            Result(
                f"{what}: git alone",
                f"{all_lines / reading:,.0f} lines/s",
                f"a processor; {len(raws):,} texts, with the history and the choice among all acts",
            ),
            Result(
                f"{what}: parsing alone",
                f"{lines / parsing:,.0f} lines/s",
                f"a processor; {lines / len(read):,.0f} lines a text",
            ),
            Result(
                f"{what}: loaded with {_JOBS} processes",
                f"{loaded.lines / loaded.seconds:,.0f} lines/s",
                f"by the clock, with starting them; {loaded.lines:,} lines, {loaded.seconds:.1f} s",
            ),
            Result(
                "  of that git and the processes that parse",
                f"{_JOBS * loaded.lines / both:,.0f} lines/s",
                f"{_JOBS} processors: {loaded.git:.2f}, {loaded.parsing:.2f} s; starts {loaded.starting:.1f}",
            ),
            Result(
                "  of that the process that stores",
                f"{loaded.lines / loaded.storing:,.0f} lines/s",
                f"a processor; {loaded.storing:.2f} s, with asking git and taking what was parsed",
            ),
            Result(f"{what}: loaded again, unchanged", f"{loaded.again * 1000:.0f} ms"),
        ]


def _processor(of: int) -> float:
    """Seconds of the processor that this process, or those that it has seen end, have taken."""
    taken = resource.getrusage(of)
    return taken.ru_utime + taken.ru_stime


def _invent(villages: int) -> Iterator[Commit]:
    names = [f"{first}{last}".capitalize() for first in _SYLLABLES for last in _SYLLABLES]
    for commit in village():
        files: dict[str, str | bytes | None] = {}
        for number in range(villages):
            for path, data in commit.files.items():
                text = str(data).replace("Дөң", names[number]).replace("128266", str(500_000 + number))
                text = _AMOUNT.sub(partial(_multiply, times=number + 1), text)
                files[path.replace("128266", str(500_000 + number))] = text.replace(
                    "№ 276", f"№ {number + 1}"
                )
        yield Commit(files, commit.message, commit.day)
    for number in range(villages * _OTHERS):
        act = f"{TOP}/2019/0105-o-pravilakh-{600_000 + number}"
        facts = f"act_code: '{600_000 + number}'\ntitle:\n  rus: О правилах № {number}\n"
        yield Commit({f"{act}/meta.yaml": facts, f"{act}/rus.md": "# О правилах\n\n1. Утвердить.\n" * 50})


def _multiply(amount: re.Match[str], times: int) -> str:
    """An amount of a table as many times over: what adds up still does."""
    return f"{int(amount[1].replace(' ', '')) * times:,}".replace(",", " ") + amount[2]


def _read(clone: Path) -> Iterator[RawFile]:
    [repository] = find_repositories(clone)
    acts = read_history(repository)
    with Objects(repository) as objects:
        reader = ActReader(objects)
        for act in acts:
            if len(act.snapshots) > 1:  # a budget
                for version in reader.list_versions(act):
                    yield reader.open_version(act.code, version)
            else:
                reader.read_facts(act)


@dataclass(frozen=True, slots=True)
class _Load:
    """A load: its lines, its seconds by the clock, and those of the processor that each had a part in.

    `parsing` is without `starting`, what processes take until a first text is parsed; `again` are the seconds
    of the same load once more.
    """

    lines: int
    seconds: float
    git: float
    parsing: float
    starting: float
    storing: float
    again: float


async def _load(database: Path, clone: Path, first: RawFile) -> _Load:
    engine = create_engine(f"sqlite+aiosqlite:///{database}")
    await migrate(engine)
    sessions = create_sessions(engine)
    before = _processor(_ENDED)
    async with ParsingPool(_JOBS) as pool:
        await asyncio.gather(*(_start_one(pool, first) for _ in range(_JOBS)))
    starting = _processor(_ENDED) - before
    begun, before, own = time.perf_counter(), _processor(_ENDED), _processor(_OWN)
    async with ParsingPool(_JOBS) as pool:
        counts = await ArchiveLoading(sessions, Selection(), pool).run(find_repositories(clone))
        git = _processor(_ENDED) - before  # what has ended so far
        seconds, storing = time.perf_counter() - begun, _processor(_OWN) - own
    parsing = _processor(_ENDED) - before - git - starting
    begun = time.perf_counter()
    async with ParsingPool(_JOBS) as pool:
        await ArchiveLoading(sessions, Selection(), pool).run(find_repositories(clone))
    await engine.dispose()
    return _Load(counts.lines, seconds, git, parsing, starting, storing, time.perf_counter() - begun)


async def _start_one(pool: ParsingPool, text: RawFile) -> None:
    async with pool.lend() as process:
        await process.parse(text)


if __name__ == "__main__":
    print_results(run(int(sys.argv[1]) if len(sys.argv) > 1 else _VILLAGES))
