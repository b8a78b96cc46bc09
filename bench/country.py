"""A whole country in the database: how fast it loads, and how fast a question is then answered.

Invented: 200 districts, 15 yearly budgets each, an original and five amendments of 190 lines, which every
district names in three ways of its own: 114,000 names.
A twentieth of the districts is measured unless the whole is asked for: `python -m bench.country --full`.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import hashlib
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy.ext.asyncio import async_sessionmaker
from sqlmodel.ext.asyncio.session import AsyncSession

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
from storage.engine import create_engine, create_sessions
from storage.loading.ingest import ingest
from storage.reading.address import EditionAddress, LineAddress
from storage.reading.cards import list_budgets, load_card
from storage.schema import migrate
from storage.search.index import build_index

_DISTRICTS, _SLICE = 200, 10
_YEARS = range(2010, 2025)
_AMENDMENTS = 5
_ADMINISTRATORS = (112, 122, 123, 451, 452, 453, 454, 458, 464, 465, 467, 468, 471)
_FEW, _SAMPLE = 10, 120  # budgets that are loaded early on; decisions
_PROGRAM = path_below(Section.EXPENDITURE, "04", "464", "009")
_QUESTION = "464/009"
_SPELLINGS = ("бағдарламасының атауы", "бағдарламасы", "бойынша шығындар")


def run(*, full: bool = False) -> list[Result]:
    """Loads the country, or a twentieth of it, and asks for a line of it."""
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(_measure(Path(folder) / "country.db", _DISTRICTS if full else _SLICE))


async def _measure(database: Path, districts: int) -> list[Result]:
    engine = create_engine(f"sqlite+aiosqlite:///{database}")
    await migrate(engine)
    sessions = create_sessions(engine)
    first, before = time.perf_counter(), _memory()
    lines, taken, worked, early, late = await _load(sessions, districts)
    what = f"a country of {districts} districts, {lines:,} lines"
    size = await asyncio.to_thread(lambda: database.stat().st_size / 2**20)
    results = [
        Result(
            f"{what}: stored",
            f"{lines / taken:,.0f} lines/s",
            f"{lines / worked:,.0f} a processor second; {time.perf_counter() - first:.0f} s "
            f"with inventing them, {size:,.0f} MB on disk",
        ),
        Result(
            f"{what}: one more decision",
            f"{late * 1000:.1f} ms",
            f"{early * 1000:.1f} ms with {_FEW} budgets loaded (medians of {_SAMPLE})",
        ),
        Result(f"{what}: memory beyond the start", f"{_memory() - before:.0f} MB"),
    ]
    async with sessions() as session:
        started = time.perf_counter()
        index = await build_index(session)
        results.append(Result(f"{what}: search index", f"{(time.perf_counter() - started) * 1000:.0f} ms"))
        budgets = await list_budgets(session)
        budget = budgets[len(budgets) // 2]

        line = LineAddress(EditionAddress(budget, budget.first_year), _PROGRAM)

        async def show_card() -> None:
            if await load_card(session, line) is None:
                raise RuntimeError("the line is not there")

        async def ask() -> None:
            if not list_matches(await answer(session, index, Request(read_question(_QUESTION)))):
                raise RuntimeError("the line was not found")

        results.append(Result(f"{what}: a card", milliseconds(await time_each_async(show_card, 100))))
        results.append(Result(f"{what}: a question", milliseconds(await time_each_async(ask, 50))))
    await engine.dispose()
    return results


async def _load(
    sessions: async_sessionmaker[AsyncSession], districts: int
) -> tuple[int, float, float, float, float]:
    """Stores every decision.

    Returns:
        The lines, the seconds of the clock and of the processor, and the processor's for one more decision
        with a few budgets loaded and with all.
    """
    lines, taken, each = 0, 0.0, list[float]()
    for parsed in _invent(districts):
        started, busy = time.perf_counter(), time.process_time()
        report = await ingest(sessions, parsed)
        taken += time.perf_counter() - started
        each.append(time.process_time() - busy)
        lines += report.lines
    first = _FEW * (_AMENDMENTS + 1)
    early, late = each[first : first + _SAMPLE], each[-_SAMPLE:]
    return lines, taken, sum(each), statistics.median(early), statistics.median(late)


def _invent(districts: int) -> Iterator[ParsedDecision]:
    for district in range(districts):
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
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (2**20 if sys.platform == "darwin" else 2**10)


if __name__ == "__main__":
    print_results(run(full="--full" in sys.argv[1:]))
