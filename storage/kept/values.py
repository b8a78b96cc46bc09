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

    Attributes:
        found: how often what was looked for was there.
        missed: how often it was not.
    """

    def __init__(self, room: int) -> None:
        """Makes an empty one.

        Args:
            room: the bytes that all keys and values take at most.
        """
        self.found = 0
        self.missed = 0
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
            self.missed += 1
            return None
        self.found += 1
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


class AskedBefore:
    """Tells what is asked for again. Of what was asked only hashes are kept, and of so many askings.

    What is asked once, as nearly all that people type is, need not be kept, nor weighed.
    """

    def __init__(self, most: int = 8192) -> None:
        """Makes one that was asked nothing yet.

        Args:
            most: how many askings it knows; the first ones go.
        """
        self._most = most
        self._hashes: OrderedDict[int, None] = OrderedDict()

    def note(self, key: Hashable) -> bool:
        """Whether something was asked before; it is from now on."""
        number = hash(key)
        known = number in self._hashes
        self._hashes[number] = None
        self._hashes.move_to_end(number)
        if len(self._hashes) > self._most:
            self._hashes.popitem(last=False)
        return known


def weigh(value: object, limit: int = sys.maxsize) -> int:
    """The bytes of memory that a value takes with all that it is made of.

    Members of enums and classes are there anyway and weigh nothing. What is shared with other values weighs
    in each of them: the sum is never too small.

    Args:
        value: made of records, tuples, mappings, texts and numbers.
        limit: the bytes at which counting may end.
    """
    seen: set[int] = set()
    attributes: dict[type, tuple[str, ...]] = {}
    todo = [value]
    total = 0
    while todo and total <= limit:
        each = todo.pop()
        kind = type(each)
        if each is None or kind is bool or id(each) in seen or isinstance(each, Enum | type):
            continue
        seen.add(id(each))
        total += sys.getsizeof(each)
        if kind in _PLAIN:
            continue
        if isinstance(each, Mapping):
            todo += [*each.keys(), *each.values()]
        elif isinstance(each, tuple | list | set | frozenset):
            todo += each
        else:
            names = attributes.get(kind) or attributes.setdefault(kind, _list_attributes(kind))
            todo += [getattr(each, name, None) for name in names]
    return total


_PLAIN = frozenset({str, int, float, bytes})


def _list_attributes(kind: type) -> tuple[str, ...]:
    """Where the objects of a class keep what they are made of."""
    slots = (name for each in kind.__mro__ for name in getattr(each, "__slots__", ()))
    return "__dict__", *(name for name in slots if name not in {"__dict__", "__weakref__"})
