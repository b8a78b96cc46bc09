"""Values in memory, bounded by bytes: what was not used for longest goes."""

from __future__ import annotations

import sys
from collections import OrderedDict
from collections.abc import Hashable, Mapping
from enum import Enum
from typing import Any

_LARGEST = 4  # a value of more than this part of the room is not kept
_ENTRY = 200  # bytes that an entry takes besides: its place in the mapping, its size


class KeptValues:
    """Values by what they were worked out from, within a number of bytes.

    What is kept is shared: it must be a value that nobody changes.
    """

    def __init__(self, room: int) -> None:
        """Makes an empty one.

        Args:
            room: the bytes that all keys and values take at most.
        """
        self._room = room
        self._size = 0
        self._values: OrderedDict[Hashable, tuple[Any, int]] = OrderedDict()

    @property
    def size(self) -> int:
        """The bytes that are taken."""
        return self._size

    def __len__(self) -> int:
        return len(self._values)

    def find(self, key: Hashable) -> Any | None:  # noqa: ANN401 - whoever keeps something knows what it is
        """What is kept under a key, None where nothing is."""
        found = self._values.get(key)
        if found is None:
            return None
        self._values.move_to_end(key)
        return found[0]

    def keep(self, key: Hashable, value: object) -> None:
        """Keeps a value, instead of any before; others go where there is no room for all.

        Args:
            key: what the value follows from, and nothing else.
            value: anything but None.
        """
        limit = self._room // _LARGEST
        size = _ENTRY + weigh((key, value), limit)
        if size > limit:
            return
        self.drop(key)
        self._values[key] = value, size
        self._size += size
        while self._size > self._room:
            _, (_, gone) = self._values.popitem(last=False)
            self._size -= gone

    def drop(self, key: Hashable) -> None:
        """Keeps nothing under a key any more."""
        found = self._values.pop(key, None)
        if found is not None:
            self._size -= found[1]


def weigh(value: object, limit: int = sys.maxsize) -> int:
    """The bytes of memory that a value takes with all that it is made of.

    Members of enums and classes are there anyway and weigh nothing. What is shared with other values weighs
    in each of them: the sum is never too small.

    Args:
        value: made of records, tuples, mappings, texts and numbers.
        limit: the bytes at which counting may end.
    """
    seen: set[int] = set()
    todo = [value]
    total = 0
    while todo and total <= limit:
        each = todo.pop()
        kind = type(each)
        if each is None or kind is bool or id(each) in seen or isinstance(each, Enum | type):
            continue
        seen.add(id(each))
        total += sys.getsizeof(each)
        if kind not in _PLAIN:
            todo.extend(_parts(each))
    return total


_PLAIN = frozenset({str, int, float, bytes})


def _parts(value: object) -> list[object]:
    """What a value is made of, one step down."""
    if isinstance(value, Mapping):
        return [*value.keys(), *value.values()]
    if isinstance(value, tuple | list | set | frozenset):
        return list(value)
    names = (name for kind in type(value).__mro__ for name in getattr(kind, "__slots__", ()))
    slots = [getattr(value, name, None) for name in names if name != "__weakref__"]
    return [*slots, getattr(value, "__dict__", None)]
