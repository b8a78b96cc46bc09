"""The measure that stands for seconds tells what grows with its input from what grows with its square."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from tests.harness.growth import assert_in_proportion


def use(steps: Iterable[int]) -> None:
    assert sum(1 for _ in steps) > 0


def test_what_is_in_proportion_passes() -> None:
    assert_in_proportion(lambda count: use(range(count * 100)), 200, 800)


def test_what_grows_with_the_square_fails() -> None:
    with pytest.raises(AssertionError, match="times longer on four times as much"):
        assert_in_proportion(lambda count: use(range(count * count)), 200, 800)
