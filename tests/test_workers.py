"""A worker tells of everything that did not go well, and how each test went."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest
from xdist.remote import WorkerInteractor

from tests.harness.sources import PROJECT
from tests.harness.workers import LOOKING_AT_SOURCES, tell_less


def report(when: str, outcome: str = "passed", sections: tuple[str, ...] = ()) -> dict[str, Any]:
    return {"when": when, "outcome": outcome, "sections": [*sections]}


@pytest.mark.parametrize(("durations", "told"), [(None, 6), (0, 9)])
def test_what_went_well_is_told_once(durations: int | None, told: int) -> None:
    worker: Any = WorkerInteractor.__new__(WorkerInteractor)
    sent: list[tuple[str, dict[str, Any]]] = []
    worker.sendevent = lambda name, **given: sent.append((name, given.get("data", given)))
    config = SimpleNamespace(
        pluginmanager=SimpleNamespace(get_plugins=lambda: [object(), worker]),
        option=SimpleNamespace(durations=durations),
    )
    tell_less(cast("pytest.Config", config))
    kept = [
        report("call"),
        report("call", "failed"),
        report("setup", "failed"),
        report("setup", "skipped"),
        report("teardown", "passed", ("what it printed",)),
    ]
    for each in [*kept, report("setup"), report("teardown")]:
        worker.sendevent("testreport", data=each)
    worker.sendevent("logstart", nodeid="a")
    worker.sendevent("runtest_protocol_complete", item_index=3)
    assert len(sent) == told
    assert [data for _, data in sent if data in kept] == kept
    assert sent[-1] == ("runtest_protocol_complete", {"item_index": 3})


def test_the_files_that_one_worker_takes_are_there() -> None:
    assert [file for file in sorted(LOOKING_AT_SOURCES) if not (PROJECT / file).is_file()] == []
