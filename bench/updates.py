"""Updates through the dispatcher and peak memory, ours beside a bare aiogram echo.

Each runs in a process of its own, so that its peak is its own.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.table import Result

SAMPLES = Path(__file__).parents[1] / "data/taraz"


def run() -> list[Result]:
    with tempfile.TemporaryDirectory() as folder:
        database = f"{folder}/bench.db"
        _python("bot", "load", str(SAMPLES), database=database)
        ours = json.loads(_python("bench.feed_bot", database))
    echo = json.loads(_python("bench.feed_echo"))
    return [
        Result(
            "questions through the dispatcher",
            f"{ours['per_second']:,.0f}/s",
            f"bare aiogram echo: {echo['per_second']:,.0f}/s",
        ),
        Result(
            "peak memory", f"{ours['megabytes']:.0f} MB", f"bare aiogram echo: {echo['megabytes']:.0f} MB"
        ),
    ]


def _python(module: str, *arguments: str, database: str = "") -> str:
    command = [sys.executable, "-m", module, *arguments]
    environment = {"DATABASE_URL": f"sqlite+aiosqlite:///{database}"} if database else {}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)  # noqa: S603
    return done.stdout
