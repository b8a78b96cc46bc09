"""No message keeps others waiting: what takes long to understand is worked out beside the event loop.

Steps of the interpreter stand for milliseconds: a call of a function takes some half of a microsecond.
"""

from __future__ import annotations

import sys
from asyncio import Handle
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import cycle
from types import FrameType
from typing import Any

import pytest

from storage.search.index import Index
from tests.harness.person import TestUser

_LENGTH = 4_096  # letters: no message of Telegram has more
_MOST = 100_000  # calls: some fifty milliseconds


class LongestTurn:
    """How many functions the event loop called before it asked again who else is there."""

    calls = 0


@contextmanager
def watched(monkeypatch: pytest.MonkeyPatch) -> Iterator[LongestTurn]:
    longest, run = LongestTurn(), Handle._run

    def run_counting(handle: Handle) -> None:
        calls, before = 0, sys.getprofile()

        def count(_frame: FrameType, event: str, _argument: Any) -> None:
            nonlocal calls
            calls += event == "call"

        sys.setprofile(count)  # of this thread alone
        try:
            run(handle)
        finally:
            sys.setprofile(before)
        longest.calls = max(longest.calls, calls)

    with monkeypatch.context() as patched:
        patched.setattr(Handle, "_run", run_counting)
        yield longest


def fill(unit: Iterator[str], between: str) -> str:
    text = ""
    while len(text) < _LENGTH:
        text += next(unit) + between
    return text[:_LENGTH]


def everyday(index: Index) -> Iterator[str]:
    """Everyday words of all kinds, one after another."""
    entries = sorted({" ".join(entry.folded) for entry in index.lexicon.entries()})
    return cycle(entries[:: len(entries) // 400])


LONG: dict[str, Callable[[Iterator[str]], str]] = {
    "everyday words": lambda words: fill(words, " "),
    "a list of them": lambda words: fill(words, ", "),
    "words in one": lambda words: fill(words, "-"),
    "hundreds of figures": lambda words: fill((f"на {word} дали 5 млн" for word in words), ", "),
    "a claim of them": lambda words: "проверь: " + fill((f"{word} 7 млрд" for word in words), ", ")[:4_000],
    "shares": lambda words: "рас па? " + fill((f"{word} 7 %" for word in words), ". ")[:4_000],
}


@pytest.mark.parametrize("name", LONG)
async def test_a_long_message_holds_up_nobody(
    name: str, asker: TestUser, index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = LONG[name](everyday(index))
    await asker.send("школы")
    assert (await asker.ask_inline("школы")).results
    with watched(monkeypatch) as longest:
        assert await asker.send(text)
        assert (await asker.ask_inline(text[:256])).results

    assert 0 < longest.calls < _MOST
