"""What is kept in memory takes so many bytes at most, whatever people write."""

from __future__ import annotations

import random
import sys

from storage.kept.values import AskedBefore, KeptValues, weigh

ROOM = 20_000


def test_what_was_not_used_for_longest_goes() -> None:
    kept = KeptValues(ROOM)
    for number in range(3):
        kept.keep(number, "а" * 2000)
    assert kept.find(0) is not None
    for number in range(3, 40):
        kept.keep(number, "а" * 2000)
        assert kept.find(0) is not None
    assert kept.find(1) is None
    assert kept.find(39) is not None
    assert (kept.found, kept.missed) == (39, 1)


def test_it_never_takes_more_than_its_room() -> None:
    kept, chance = KeptValues(ROOM), random.Random(7)  # noqa: S311 - no secret
    for _ in range(2000):
        kept.keep("x" * chance.randrange(300), ("ы" * chance.randrange(900), chance.randrange(10**9)))
        assert kept.size <= ROOM
    assert len(kept) > 3


def test_what_takes_much_of_the_room_is_not_kept() -> None:
    kept = KeptValues(ROOM)
    kept.keep("small", 1)
    kept.keep("large", "a" * ROOM)
    kept.keep("a" * ROOM, 1)
    assert kept.find("large") is kept.find("a" * ROOM) is None
    assert kept.find("small") == 1


def test_a_value_takes_the_place_of_the_one_before() -> None:
    kept = KeptValues(ROOM)
    kept.keep("a", "x" * 1000)
    size = kept.size
    kept.keep("a", "x")
    assert kept.find("a") == "x"
    assert kept.size < size
    kept.drop("a")
    assert (kept.size, len(kept)) == (0, 0)


def test_a_value_weighs_what_it_is_made_of() -> None:
    text = "қазына" * 100
    assert weigh(("a", {"b": (text, 5)})) >= sys.getsizeof(text)
    assert weigh((text, text)) < 2 * sys.getsizeof(text)


def test_of_what_is_asked_only_so_many_are_known() -> None:
    asked = AskedBefore(most=3)
    assert [asked.note(word) for word in "abca"] == [False, False, False, True]
    assert [asked.note(word) for word in "deb"] == [False, False, False]
