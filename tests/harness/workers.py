"""What the workers of a run tell of their tests, and which files one of them takes together."""

from __future__ import annotations

from typing import Any

import pytest
from xdist.remote import WorkerInteractor
from xdist.scheduler import LoadFileScheduling

# These look at all sources of the program, each of which a worker parses once (`tests/harness/sources.py`).
LOOKING_AT_SOURCES = {
    "tests/parser/test_budget_code_alone.py",
    "tests/parser/test_dataclass.py",
    "tests/parser/test_patterns.py",
    "tests/test_caches.py",
    "tests/test_dependencies.py",
    "tests/test_imports.py",
    "tests/test_locales.py",
    "tests/test_names.py",
    "tests/test_no_clocks.py",
}


class FilesTogether(LoadFileScheduling):  # type: ignore[misc]
    """Gives a worker a file at a time, and to one worker those that look at the same."""

    def _split_scope(self, nodeid: str) -> str:
        file: str = super()._split_scope(nodeid)
        return "sources" if file in LOOKING_AT_SOURCES else file


def tell_less(config: pytest.Config) -> None:
    """Lets a worker tell of a test that went well how it went, and nothing of its beginning and its end.

    Of six messages of each test two are left: of how it went, and that the worker is free.
    """
    for worker in config.pluginmanager.get_plugins():
        if isinstance(worker, WorkerInteractor) and config.option.durations is None:
            _tell_less(worker)


def _tell_less(worker: WorkerInteractor) -> None:
    send = worker.sendevent

    def send_what_counts(name: str, **told: Any) -> None:
        if name not in {"logstart", "logfinish"} and not (name == "testreport" and _is_nothing(told["data"])):
            send(name, **told)

    vars(worker)["sendevent"] = send_what_counts


def _is_nothing(report: dict[str, Any]) -> bool:
    """Whether a report says only that something was made for a test, or cleared away."""
    return report["when"] != "call" and report["outcome"] == "passed" and not report["sections"]
