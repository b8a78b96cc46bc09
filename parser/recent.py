"""What was read lately and may come again: most tables of an act are in each of its versions.

Whoever reads many texts one after another owns what is remembered, and gives it to each reading.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

_Key = TypeVar("_Key", bound=Hashable)
_Value = TypeVar("_Value")
ROW_BYTES = 2_500  # of a row of a table with its texts, or of a line


class Recent(Generic[_Key, _Value]):
    """Remembers values by their keys, and forgets those that have not come for long."""

    def __init__(self, most: int, weigh: Callable[[_Key, _Value], int]) -> None:
        """Remembers nothing yet.

        Args:
            most: the bytes that all may have.
            weigh: the bytes that a key and its value have, more rather than fewer.
        """
        self._half = most // 2
        self._weigh = weigh
        self._weight = 0
        self._young: dict[_Key, _Value] = {}
        self._old: dict[_Key, _Value] = {}

    def get(self, key: _Key) -> _Value | None:
        """What was kept by a key, None where nothing was or it is forgotten."""
        value = self._young.get(key)
        if value is None and (value := self._old.get(key)) is not None:
            self.keep(key, value)
        return value

    def keep(self, key: _Key, value: _Value) -> None:
        """Remembers a value, unless it is too large by itself."""
        weight = self._weigh(key, value)
        if weight > self._half:
            return
        if self._weight + weight > self._half:  # what did not come since the last time is forgotten
            self._old, self._young, self._weight = self._young, {}, 0
        self._young[key] = value
        self._weight += weight
