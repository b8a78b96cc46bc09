"""The table that all benchmarks print."""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table


@dataclass(frozen=True, slots=True)
class Result:
    """One line: what was measured, our figure, and the peers' where there are any."""

    what: str
    ours: str
    beside: str = ""


def print_results(results: Sequence[Result]) -> None:
    """Prints measurements as a table: what was measured, ours, and what it stands beside."""
    table = Table(box=None, pad_edge=False)
    table.add_column("what")
    table.add_column("ours", justify="right")
    table.add_column("beside")
    for result in results:
        table.add_row(result.what, result.ours, result.beside)
    Console(width=None if sys.stdout.isatty() else 200).print(table)


def time_each(work: Callable[[], object], times: int) -> list[float]:
    """Seconds of every run, shortest first."""
    taken = []
    for _ in range(times):
        started = time.perf_counter()
        work()
        taken.append(time.perf_counter() - started)
    return sorted(taken)


async def time_each_async(
    work: Callable[[], Awaitable[object]], times: int, clock: Callable[[], float] = time.perf_counter
) -> list[float]:
    """Seconds of every awaited run, shortest first; by another clock those of the processor."""
    taken = []
    for _ in range(times):
        started = clock()
        await work()
        taken.append(clock() - started)
    return sorted(taken)


def milliseconds(taken: Sequence[float]) -> str:
    """Median and 99th percentile of sorted seconds."""
    p99 = taken[min(len(taken) - 1, round(len(taken) * 0.99))]
    return f"p50 {statistics.median(taken) * 1000:.2f} ms, p99 {p99 * 1000:.2f} ms"
