"""Reading the decision of 8 April 2013, and storing what was read."""

from __future__ import annotations

import asyncio
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from bench.table import Result, milliseconds, time_each
from parser.parse import parse_file
from parser.records import ParsedDecision
from storage.engine import create_engine, create_sessions
from storage.loading.ingest import ingest
from storage.schema import migrate

DECISION = Path(__file__).parents[1] / "data/taraz/12-3.2013-04-08.kk.txt"
_COPIES = 100


def run() -> list[Result]:
    """Times reading and storing one decision: milliseconds, and lines a second."""
    parsed = parse_file(DECISION)
    lines = len(parsed.editions[0].lines)
    reading = time_each(DECISION.read_text, 20)
    parsing = time_each(lambda: parse_file(DECISION), 30)
    return [
        Result(
            f"parse № 12-3 ({lines} lines)",
            milliseconds(parsing),
            f"reading its bytes: {milliseconds(reading)}",
        ),
        asyncio.run(_ingest(parsed)),
    ]


async def _ingest(parsed: ParsedDecision) -> Result:
    """A hundred places with a decision like it, each in a transaction of its own, into a file."""
    with tempfile.TemporaryDirectory() as folder:
        engine = create_engine(f"sqlite+aiosqlite:///{folder}/bench.db")
        await migrate(engine)
        sessions = create_sessions(engine)
        copies = [_copy(parsed, number) for number in range(_COPIES)]
        started = time.perf_counter()
        for copy in copies:
            await ingest(sessions, copy)
        seconds = time.perf_counter() - started
        await engine.dispose()
    lines = sum(len(edition.lines) for copy in copies for edition in copy.editions)
    return Result("ingest, a transaction a decision", f"{lines / seconds:,.0f} lines/s", f"{lines:,} lines")


def _copy(parsed: ParsedDecision, number: int) -> ParsedDecision:
    place = f"Көктем {number}"
    return replace(
        parsed,
        source=replace(parsed.source, sha256=f"{number:064}"),
        decision=replace(parsed.decision, place=place),
        editions=tuple(replace(edition, place=place) for edition in parsed.editions),
    )
