"""No test tells right from wrong by seconds: a busy machine makes everything slow, not wrong."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.harness.sources import list_nodes, read_tree

TESTS = Path(__file__).parent
SLEEPS = {"time.sleep", "asyncio.sleep"}
CLOCKS = {
    f"time.{name}{unit}"
    for name in ("time", "monotonic", "perf_counter", "process_time", "thread_time")
    for unit in ("", "_ns")
}
WAITS = {"asyncio.timeout", "asyncio.wait_for", "asyncio.wait", "select.select", "subprocess.run"}
WORDS = re.compile(r"sleep|\btime\b|timeout|wait_for|\bselect\b")
EXCEPTIONS = {
    # The same work on two inputs, in time of this process alone; how it grows is told, not how long it takes.
    "harness/growth.py": ["time.process_time_ns()", "time.process_time_ns()"],
    # A server is slow on purpose, and tells when requests came.
    "botapi/clock.py": ["time.monotonic()", "asyncio.sleep(seconds)"],
    # What is expected holds however far it has come by then.
    "storage/test_many_writers.py": ["asyncio.wait({waiting}, timeout=0.05)"],
    # A shell script's own file is looked for without a limit, for as long as the script lives.
    "setup/tree.py": ["time.sleep(0.01)"],
}


def calls_of_time(tree: ast.Module) -> list[str]:
    """The calls that let time pass, tell it or wait for a number of seconds, in order.

    `asyncio.sleep(0)` only lets others go on, and is none.
    """
    modules = imported_names(tree)
    found: list[tuple[int, str]] = []
    for node in list_nodes(tree):
        if not isinstance(node, ast.Call):
            continue
        head, dot, rest = ast.unparse(node.func).partition(".")
        name = modules.get(head, head) + dot + rest
        gives_way = name == "asyncio.sleep" and [ast.unparse(value) for value in node.args] == ["0"]
        if (
            (name in SLEEPS and not gives_way)
            or name in CLOCKS
            or name.endswith(("loop.time", "loop().time"))
            or ((name in WAITS or name.endswith((".communicate", ".wait"))) and waits_seconds(node))
        ):
            found.append((node.lineno, ast.unparse(node)))
    return [call for _, call in sorted(found)]


def waits_seconds(call: ast.Call) -> bool:
    """Whether a call gives up after a number of seconds of its own, instead of `GUARD_SECONDS`."""
    limits = [*call.args[-1:], *(each.value for each in call.keywords if each.arg == "timeout")]
    return any(isinstance(each, ast.Constant) and isinstance(each.value, int | float) for each in limits)


def may_call(source: str) -> bool:
    """Whether a file has one of the words that such a call is made with, under whatever name; most have none."""
    return WORDS.search(source) is not None


def imported_names(tree: ast.Module) -> dict[str, str]:
    """What a file's names for modules and their functions stand for."""
    names: dict[str, str] = {}
    for node in list_nodes(tree):
        if isinstance(node, ast.Import):
            names |= {alias.asname: alias.name for alias in node.names if alias.asname}
        elif isinstance(node, ast.ImportFrom):
            names |= {alias.asname or alias.name: f"{node.module}.{alias.name}" for alias in node.names}
    return names


def test_no_test_waits_for_a_time_or_tells_it() -> None:
    """A test waits for what happens (`tests/harness/moments.py`), with a time as its guard at most."""
    files = {str(path.relative_to(TESTS)): path for path in sorted(TESTS.rglob("*.py"))}
    hopeful = {name: path for name, path in files.items() if may_call(path.read_text(encoding="utf-8"))}
    found = {name: calls_of_time(read_tree(path)) for name, path in hopeful.items()}
    assert {name: calls for name, calls in found.items() if calls} == EXCEPTIONS


@pytest.mark.parametrize(
    "source",
    [
        "import time\ntime.sleep(0.01)",
        "import time as clock\nclock.sleep(1)",
        "from time import sleep as nap\nnap(1)",
        "import asyncio\nasync def wait() -> None:\n    await asyncio.sleep(0.005)",
        "import asyncio\nasync def wait(seconds: float) -> None:\n    await asyncio.sleep(seconds)",
        "from asyncio import sleep\nasync def wait() -> None:\n    await sleep(delay=1)",
        "import time\nstarted = 0\nassert time.monotonic() - started < 2",
        "from time import perf_counter\nended = perf_counter()",
        "import asyncio\nasync def wait(coming: object) -> None:\n    await asyncio.wait_for(coming, 5)",
        "import asyncio\nasync def wait() -> None:\n    async with asyncio.timeout(60):\n        pass",
        "import subprocess\nsubprocess.run(['x'], timeout=60)",
        "def wait(process) -> None:\n    process.communicate(timeout=60)",
        "import asyncio\nasync def tell() -> float:\n    return asyncio.get_running_loop().time()",
    ],
)
def test_a_call_of_time_is_seen(source: str) -> None:
    assert len(calls_of_time(ast.parse(source))) == 1
    assert may_call(source)


@pytest.mark.parametrize(
    "source",
    [
        "import asyncio\nasync def give_way() -> None:\n    await asyncio.sleep(0)",
        "script = 'time.sleep(60)'",
        "import datetime as dt\nnoon = dt.datetime(2013, 1, 1, 12, tzinfo=dt.UTC).time()",
        "import asyncio\nasync def wait() -> None:\n    async with asyncio.timeout(GUARD_SECONDS):\n        pass",
        "async def wait(sleep: object) -> None:\n    sleep(3)",
    ],
)
def test_what_only_looks_like_time_is_not(source: str) -> None:
    assert calls_of_time(ast.parse(source)) == []
