"""Nobody looks for garbage while the program starts, and everybody's is found afterwards."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

_PROJECT = Path(__file__).parents[2]
_PROGRAM = """
import gc, json
from bot.garbage import end_start, put_off
before = gc.get_stats()
put_off()
made = [[] for _ in range({made})]
while_starting = sum(now["collections"] - then["collections"] for now, then in zip(gc.get_stats(), before))
{ends}
frozen, thresholds = gc.get_freeze_count(), gc.get_threshold()
lost = []
lost.append(lost)
del lost
print(json.dumps([while_starting, frozen > len(made) // 2, thresholds, gc.collect(), len(gc.callbacks)]))
"""


def _start(made: int, ends: str) -> Any:
    """How often garbage was looked for, whether what was made is taken for what stays, and what holds from then on."""
    program = _PROGRAM.format(made=made, ends=ends)
    done = subprocess.run(  # noqa: S603 - this very Python
        [sys.executable, "-c", program], cwd=_PROJECT, capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)


def test_a_start_is_not_looked_through_until_it_ends() -> None:
    assert _start(400_000, "end_start(); end_start()") == [0, True, [50_000, 20, 20], 1, 0]


def test_a_start_that_nobody_ends_is_looked_through_once() -> None:
    assert _start(1_040_000, "") == [1, True, [50_000, 20, 20], 1, 0]


def test_what_stays_is_not_looked_through_again() -> None:
    made = "import gc; from bot.garbage import keep_what_stays; kept = [[] for _ in range(999)]; keep_what_stays()"
    program = f"{made}; print(gc.collect(), gc.get_freeze_count() > len(kept))"
    done = subprocess.run(  # noqa: S603 - this very Python
        [sys.executable, "-c", program], cwd=_PROJECT, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["0", "True"]


def test_without_a_start_that_was_begun_nothing_ends() -> None:
    program = "import gc; from bot.garbage import end_start; end_start(); print(gc.get_freeze_count())"
    done = subprocess.run(  # noqa: S603 - this very Python
        [sys.executable, "-c", program], cwd=_PROJECT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "0"
