"""A whole country in the database: how fast it loads, and how fast a question is then answered.

Invented: 200 districts, 15 yearly budgets each, an original and five amendments of 190 lines, which every
district names in three ways of its own: 114,000 names.
A twentieth of the districts is measured unless the whole is asked for: `python -m bench.country --full`.
`--keep FILE` leaves the database there, for `python -m bench.starting FILE`; one with a single district stays
beside it as `FILE.one`.
"""

from __future__ import annotations

import argparse
import asyncio
import datetime as dt
import hashlib
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy.ext.asyncio import async_sessionmaker
from sqlmodel.ext.asyncio.session import AsyncSession

from bench.starting import keep_apart, time_start
from bench.table import Result, milliseconds, print_results, time_each_async
from parser.budget_code import PATH_LEVELS, SECTIONS, Side, codes_of, depth, join, path_below, section_of
from parser.question.reading import read_question
from parser.records import (
    Decision,
    DecisionKind,
    DecisionRef,
    Edition,
    Language,
    Line,
    ParsedDecision,
    PlaceUnit,
    Section,
    Source,
    SourcePlace,
)
from storage.answering.answer_traits import list_matches
from storage.answering.request import Request
from storage.answering.service import answer
from storage.backup import back_up
from storage.engine import create_engine, create_sessions
from storage.kept.remembered import KeptReadings, let_recall
from storage.kept.state import read_state_numbers
from storage.loading.ingest import ingest
from storage.reading.address import EditionAddress, LineAddress
from storage.reading.cards import list_budgets, load_card
from storage.reading.places import Home
from storage.schema import migrate
from storage.search.index import build_index
from storage.search.names_ahead import prepare_names

_DISTRICTS, _SLICE = 200, 10
_YEARS = range(2010, 2025)
_AMENDMENTS = 5
_ADMINISTRATORS = (112, 122, 123, 451, 452, 453, 454, 458, 464, 465, 467, 468, 471)
_FEW, _SAMPLE = 10, 120  # budgets that are loaded early on; decisions
_PROGRAM = path_below(Section.EXPENDITURE, "04", "464", "009")
_CODE, _WORDS = "464/009", "бағдарламасының атауы"
_ASK = ("-m", "bot", "ask", _CODE)
_STARTS = 3
_FIRST, *_MORE = sorted((Path(__file__).parents[1] / "data/taraz").glob("*.csv"))
_UNIT = 2**20 if sys.platform == "darwin" else 2**10  # of the memory that the system tells, in a megabyte
_SPELLINGS = ("бағдарламасының атауы", "бағдарламасы", "бойынша шығындар")


def run(*, full: bool = False, keep: Path | None = None) -> list[Result]:
    """Loads the country, or a twentieth of it, and asks for a line of it.

    Args:
        full: whether it is the whole country.
        keep: a new file that the database is left in.
    """
    with tempfile.TemporaryDirectory() as folder:
        database = keep or Path(folder) / "country.db"
        return asyncio.run(_measure(database, _DISTRICTS if full else _SLICE))


async def _measure(database: Path, districts: int) -> list[Result]:
    engine = create_engine(f"sqlite+aiosqlite:///{database}")
    await migrate(engine)
    sessions = create_sessions(engine)
    first, before = time.perf_counter(), _memory()
    load = _Load()
    await _load(sessions, range(1), load)
    alone, memory = await _time_questions(sessions), _memory() - before
    _, *small = await asyncio.to_thread(_time_starts, database)
    one = database.with_name(f"{database.name}.one")
    await asyncio.to_thread(back_up, f"sqlite+aiosqlite:///{database}", one)
    rate = load.lines / sum(load.each)
    await _load(sessions, range(1, districts), load)
    what = f"a country of {districts} districts, {load.lines:,} lines"
    size = await asyncio.to_thread(lambda: database.stat().st_size / 2**20)
    results = [
        Result(
            f"{what}: stored",
            f"{load.lines / load.taken:,.0f} lines/s",
            f"{load.lines / sum(load.each):,.0f} a processor second, {rate:,.0f} with one district; "
            f"{time.perf_counter() - first:.0f} s with inventing them, {size:,.0f} MB on disk",
        ),
        Result(
            f"{what}: one more decision",
            f"{load.late * 1000:.1f} ms",
            f"{load.early * 1000:.1f} ms with {_FEW} budgets loaded (medians of {_SAMPLE})",
        ),
        Result(
            f"{what}: memory beyond the start",
            f"{_memory() - before:.0f} MB",
            f"{memory:.0f} MB with one district",
        ),
    ]
    await prepare_names(sessions)  # as `load` does at its end
    of_all = await _time_questions(sessions)
    results += [
        Result(f"{what}: {kind}", milliseconds(taken), f"{milliseconds(alone[kind])} with one district")
        for kind, taken in of_all.items()
    ]
    await engine.dispose()
    starts = await asyncio.to_thread(_time_starts, database)
    loads_beside, loads = await asyncio.to_thread(_time_loads, one, database)
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / _UNIT
    beside = f"{statistics.median(small):.2f} s with one district"
    return [
        *results,
        Result(
            f"{what}: `ask`, the first on a machine",
            f"{starts[0]:.2f} s of CPU",
            f"names come with the database; {beside}",
        ),
        Result(
            f"{what}: `ask` again",
            f"{statistics.median(starts[1:]):.2f} s of CPU",
            f"{beside}; {most:.0f} MB at most",
        ),
        Result(
            f"{what}: `load` of one more decision",
            f"{loads:.2f} s of CPU",
            f"{loads_beside:.2f} s with one district (medians of {len(_MORE)}, by turns)",
        ),
    ]


def _time_starts(database: Path) -> list[float]:
    """Seconds of the processor for `ask` as a process: the first on a machine, and then again and again."""
    environment = keep_apart(database.parent, database)
    time_start(_ASK, environment)  # compiles what the next ones need
    for kept in database.parent.glob("qazyna/names.*"):
        kept.unlink()
    return [time_start(_ASK, environment) for _ in range(1 + _STARTS)]


def _time_loads(*databases: Path) -> list[float]:
    """Seconds of the processor for `load` of one more decision, into each of some databases by turns."""
    taken: list[list[float]] = [[] for _ in databases]
    with tempfile.TemporaryDirectory() as folder:
        environments = [keep_apart(Path(folder) / str(at), file) for at, file in enumerate(databases)]
        for environment in environments:
            time_start(_ASK, environment)  # compiles what the next ones need, and keeps the names
            time_start(("-m", "bot", "load", str(_FIRST)), environment)
        for file in _MORE:
            for each, environment in zip(taken, environments, strict=True):
                each.append(time_start(("-m", "bot", "load", str(file)), environment))
    return [statistics.median(each) for each in taken]


async def _time_questions(sessions: async_sessionmaker[AsyncSession]) -> dict[str, list[float]]:
    """Seconds of the processor for every card and question in a home place, by what was asked.

    What was read of budgets is kept in memory, as in the bot.
    """
    async with sessions() as session:
        index = await build_index(session)
        let_recall(session, KeptReadings((await read_state_numbers(await session.connection())).budgets))
        budgets = await list_budgets(session)
        budget = budgets[len(budgets) // 2]
        line = LineAddress(EditionAddress(budget, budget.first_year), _PROGRAM)

        async def show_card() -> None:
            if await load_card(session, line) is None:
                raise RuntimeError("the line is not there")

        async def ask(text: str) -> None:
            request = Request(read_question(text), home=Home(budget.place))
            if not list_matches(await answer(session, index, request)):
                raise RuntimeError("the line was not found")

        async def ask_anywhere() -> None:
            found = await answer(session, index, Request(read_question(_WORDS)))
            if len({each.place for each in budgets}) == 1 and not list_matches(found):
                raise RuntimeError("the line was not found")

        return {
            "a card": await time_each_async(show_card, 100, time.process_time),
            "a question by its code": await time_each_async(lambda: ask(_CODE), 50, time.process_time),
            "a question by words that all names have": await time_each_async(
                lambda: ask(_WORDS), 50, time.process_time
            ),
            "the same without a place": await time_each_async(ask_anywhere, 50, time.process_time),
        }


@dataclass(slots=True)
class _Load:
    """What loading took: by the clock all of it, and of the processor each decision."""

    lines: int = 0
    taken: float = 0.0
    each: list[float] = field(default_factory=list)

    @property
    def early(self) -> float:
        """One more decision, with a few budgets loaded."""
        first = _FEW * (_AMENDMENTS + 1)
        return statistics.median(self.each[first : first + _SAMPLE])

    @property
    def late(self) -> float:
        """One more decision, with all loaded."""
        return statistics.median(self.each[-_SAMPLE:])


async def _load(sessions: async_sessionmaker[AsyncSession], districts: range, load: _Load) -> None:
    """Stores every decision of some districts."""
    for parsed in _invent(districts):
        started, busy = time.perf_counter(), time.process_time()
        report = await ingest(sessions, parsed)
        load.taken += time.perf_counter() - started
        load.each.append(time.process_time() - busy)
        load.lines += report.lines


def _invent(districts: range) -> Iterator[ParsedDecision]:
    for district in districts:
        place = f"Аудан{district:03}"
        for year in _YEARS:
            original = DecisionRef("1-3", dt.date(year - 1, 12, 14))
            for number in range(_AMENDMENTS + 1):
                ref = DecisionRef(f"{number + 1}-3", dt.date(year, 2 * number, 8)) if number else original
                yield _decision(place, year, ref, original, district * 1000 + number)


def _decision(place: str, year: int, ref: DecisionRef, original: DecisionRef, seed: int) -> ParsedDecision:
    amends = None if ref == original else original
    edition = Edition(
        place,
        year,
        "1",
        ref,
        Language.KK,
        1000,
        tuple(_lines(seed, f"{place} {_SPELLINGS[year % len(_SPELLINGS)]}")),
    )
    decision = Decision(
        kind=DecisionKind.AMENDMENT if amends else DecisionKind.ORIGINAL,
        body=f"{place} аудандық мәслихаты",
        place=place,
        number=ref.number,
        date=ref.date or original.date or dt.date(year, 1, 1),
        title=f"{place} бюджеті туралы",
        amends=amends,
        budget_years=(year, year + 2),
    )
    sha256 = hashlib.sha256(f"{place} {year} {ref.number}".encode()).hexdigest()
    source = Source(f"{place}.{ref.number}.{year}.txt", sha256, "txt", Language.KK)
    return ParsedDecision(source, decision, {}, (), (edition,), ())


def _lines(seed: int, wording: str) -> Iterator[Line]:
    paths = list(_paths())
    for row, path in enumerate(paths, start=1):
        section, codes = section_of(path), codes_of(path)
        amount = (seed * 7919 + row * 104_729) % 10_000_000
        name = f"{' '.join(codes) or section} {wording}"
        yield Line(
            path=path,
            level=depth(path),
            section=section,
            codes=codes,
            name=name,
            amount=amount * 1000,
            row=row,
            printed=f"{codes[-1] if codes else ''} {name} {amount}",
            amount_printed=str(amount),
            at=SourcePlace(PlaceUnit.LINE, row + 40),
        )


def _paths() -> Iterator[str]:
    """190 rows: 38 of revenue, the rest of expenditure."""
    yield Section.REVENUE.value
    for category in SECTIONS[Section.REVENUE].categories:
        yield _path(Section.REVENUE, category)
        for code in range(1, 5):
            yield _path(Section.REVENUE, category, code)
            yield _path(Section.REVENUE, category, code, category)
    yield Section.DEFICIT.value
    yield Section.EXPENDITURE.value
    for group, first in enumerate(_ADMINISTRATORS, start=1):
        yield _path(Section.EXPENDITURE, group)
        for index in range(2):
            administrator = 464 if group == 4 and not index else first + index * 100
            yield _path(Section.EXPENDITURE, group, administrator)
            for program in range(1, 5) if index else range(7, 12 if group <= 8 else 11):
                yield _path(Section.EXPENDITURE, group, administrator, program)


def _path(section: Section, *codes: int) -> str:
    levels = PATH_LEVELS[Side.RECEIPTS if SECTIONS[section].categories else Side.SPENDING]
    return join(section, [(level, str(code)) for level, code in zip(levels, codes, strict=False)])


def _memory() -> float:
    """The most memory this process ever had, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _UNIT


if __name__ == "__main__":
    _given = argparse.ArgumentParser()
    _given.add_argument("--full", action="store_true")
    _given.add_argument("--keep", type=Path)
    print_results(run(**vars(_given.parse_args())))
