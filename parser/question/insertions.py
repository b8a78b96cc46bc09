"""Places for amounts in a sentence: `На школы +школы+, на дороги +дороги+` → what each of them names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parser.dataclass import dataclass
from parser.question.said_amounts import find_said_amounts

# A mark stands at the outside of words: neither `5+3` nor `+7 701` is one, nor the second of `C++`.
_INSERTION = re.compile(r"(?<![\w+])\+(?=[^\W_])([^+\n]*\w[.!?»)]?)\+(?![\w+])")

_COUNTED = "2"  # any number: what stands behind it tells its unit
_LONGEST_UNIT = 30


@dataclass(frozen=True, slots=True)
class Insertion:
    """A place in a sentence for an amount.

    Attributes:
        start: where it begins.
        end: where it ends.
        said: what says of which line.
        unit: in how many tenge the words right behind it count: 1000000 in `+школы+ млн тенге`; None where
            none count anything.
    """

    start: int
    end: int
    said: str
    unit: int | None = None


def find_insertions(text: str) -> tuple[Insertion, ...]:
    """The places in a sentence where an amount is to stand, in their order."""
    return tuple(
        Insertion(found.start(), found.end(), found[1].strip(), _find_unit(text[found.end() :]))
        for found in _INSERTION.finditer(text)
    )


def _find_unit(behind: str) -> int | None:
    """In how many tenge the words count that a text begins with; None where they count nothing."""
    if not behind[:1].isspace():
        return None
    amount = next(find_said_amounts(_COUNTED + behind[:_LONGEST_UNIT]), None)
    stands_here = amount is not None and amount.start == 0 and amount.end > len(_COUNTED)
    return amount.scale if amount and stands_here else None


def cut_insertions(text: str, insertions: Sequence[Insertion]) -> str:
    """What a sentence says around these places."""
    return " ".join(part_around(text, insertions))


def part_around(text: str, insertions: Sequence[Insertion]) -> list[str]:
    """The pieces of a sentence before, between and behind these places: one more than there are places."""
    ends = [0, *(each.end for each in insertions)]
    starts = [*(each.start for each in insertions), len(text)]
    return [text[end:start] for end, start in zip(ends, starts, strict=True)]
