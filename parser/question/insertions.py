"""Places for amounts in a sentence: `На школы +школы+, на дороги +дороги+` → what each of them names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

# A mark stands at the outside of words: neither `5+3` nor `+7 701` is one, nor the second of `C++`.
_INSERTION = re.compile(r"(?<![\w+])\+(?=[^\W_])([^+\n]*\w[.!?»)]?)\+(?![\w+])")


@dataclass(frozen=True, slots=True)
class Insertion:
    """A place in a sentence for an amount: from where to where, and what says of which line."""

    start: int
    end: int
    said: str


def find_insertions(text: str) -> tuple[Insertion, ...]:
    """The places in a sentence where an amount is to stand, in their order."""
    return tuple(
        Insertion(found.start(), found.end(), found[1].strip()) for found in _INSERTION.finditer(text)
    )


def cut_insertions(text: str, insertions: Sequence[Insertion]) -> str:
    """What a sentence says around these places."""
    return " ".join(part_around(text, insertions))


def part_around(text: str, insertions: Sequence[Insertion]) -> list[str]:
    """The pieces of a sentence before, between and behind these places: one more than there are places."""
    ends = [0, *(each.end for each in insertions)]
    starts = [*(each.start for each in insertions), len(text)]
    return [text[end:start] for end, start in zip(ends, starts, strict=True)]
