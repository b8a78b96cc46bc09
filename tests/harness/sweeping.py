"""What checks breadth is tried on some of its cases in every run, and on all others by `make sweeps`.

A case of a sweep is found as any other: `pytest -m sweep tests/a_file.py -k its_name`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import pytest
from _pytest.mark import ParameterSet


def mostly_swept(cases: Iterable[Any], every: int) -> list[ParameterSet]:
    """The parameters of a test of which one in so many is tried in every run.

    Args:
        cases: what the test is asked of, one value each.
        every: the first is tried in every run, and each so many-th behind it.
    """
    return [_case(number % every == 0, case) for number, case in enumerate(cases)]


def crossed(first: Iterable[Any], second: Iterable[Any]) -> list[ParameterSet]:
    """The pairs of two lists, as parameters of a test. In every run each of the longer one is tried, with one of the other.

    Args:
        first: values of the first parameter.
        second: values of the second one.
    """
    one, other = [*first], [*second]
    return [
        _case((row - column) % min(len(one), len(other)) == 0, a, b)
        for row, a in enumerate(one)
        for column, b in enumerate(other)
    ]


def some_of(rows: Sequence[Any], every: int) -> list[ParameterSet]:
    """Two parameters of a test that asks all rows of a list at once: each so many-th row, and all, which is a sweep.

    Args:
        rows: of the list.
        every: so many-th row is asked in every run.
    """
    return [
        pytest.param(rows[::every], id="some"),
        pytest.param(rows, id="all", marks=pytest.mark.sweep),
    ]


def _case(tried: bool, *values: Any) -> ParameterSet:
    return pytest.param(*values, marks=() if tried else pytest.mark.sweep)
