"""Values in memory, bounded by bytes: what was not used for longest goes."""

from __future__ import annotations

import sys
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from enum import Enum
from itertools import chain
from sys import getsizeof
from typing import Any

_LARGEST = 4  # a value of more than this part of the room is not kept
_ENTRY = 200  # bytes that an entry takes besides: its place in the mapping, its size
_WEIGHTLESS = frozenset({type(None), bool})
_PLAIN = frozenset({str, int, float, bytes})

_Parts = Callable[[Any], Iterable[object]]


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
    todo = [value]
    total = 0
    while todo and total <= limit:
        each = todo.pop()
        number = id(each)
        if number in seen:
            continue
        seen.add(number)
        parts = _PARTS[type(each)]
        if parts is not None:
            total += getsizeof(each)
            todo += parts(each)
    return total


class _PartsByKind(dict[type, _Parts | None]):
    """What the objects of a class are made of, by the class; None for those that weigh nothing."""

    def __missing__(self, kind: type) -> _Parts | None:
        found = self[kind] = _find_parts(kind)
        return found


def _find_parts(kind: type) -> _Parts | None:
    if kind in _WEIGHTLESS or issubclass(kind, Enum | type):
        return None
    if kind in _PLAIN:
        return _has_none
    if issubclass(kind, Mapping):
        return _list_entries
    if issubclass(kind, tuple | list | set | frozenset):
        return _list_itself
    names = tuple(_list_attributes(kind))
    return lambda each: [getattr(each, name, None) for name in names]


def _has_none(_: object) -> Iterable[object]:
    return ()


def _list_itself(each: Iterable[object]) -> Iterable[object]:
    return each


def _list_entries(each: Mapping[object, object]) -> Iterable[object]:
    return chain(each.keys(), each.values())


def _list_attributes(kind: type) -> Iterator[str]:
    """Where the objects of a class keep what they are made of."""
    for each in kind.__mro__:
        yield from vars(each).get("__slots__", ())
    if kind.__dictoffset__:
        yield "__dict__"


_PARTS = _PartsByKind()  # there are only so many classes
