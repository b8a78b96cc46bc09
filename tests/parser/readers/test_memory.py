"""Reading takes as much memory as a document is large: four times the document, no more than about four times that."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.parser.peaks import FORMS

_PROPORTIONAL = 8  # where the square counts, sixteen
_LEAST = 2_000  # kB that are no more than the memory's own grain
_SQUARE = "what takes its square"


@pytest.mark.skipif(
    not Path("/proc/self/clear_refs").exists(), reason="only Linux tells a process's peak anew"
)
@pytest.mark.parametrize("villages", [80, pytest.param(400, marks=pytest.mark.sweep)])
def test_memory_grows_as_documents_do(villages: int) -> None:
    command = [sys.executable, "-m", "tests.parser.peaks", str(villages // 4), str(villages)]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()  # noqa: S603
    growths, refused = {}, {}
    for line in told:
        form, quarter, whole, refused[form] = line.split("\t")
        growths[form] = int(whole) / max(int(quarter), _LEAST)
    assert growths.keys() == {_SQUARE, *FORMS}
    assert not any(refused.values()), refused
    if villages > 100:  # of fewer, the square is no more than the grain
        assert growths[_SQUARE] > _PROPORTIONAL
    del growths[_SQUARE]
    assert max(growths.values()) < _PROPORTIONAL, growths
