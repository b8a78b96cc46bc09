"""How like two texts are in their letters, by the runs of two to four that they share."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from operator import mul

from parser.dataclass import dataclass

_RUNS = (2, 3, 4)  # letters


@dataclass(frozen=True, slots=True)
class Letters:
    """A text's runs of letters with how often each stands in it, and the length of that vector."""

    counts: Mapping[str, int]
    length: float


def count_letters(text: str) -> Letters:
    """A text's runs of letters, its ends included.

    >>> sorted(count_letters("су").counts)
    [' с', ' су', ' су ', 'су', 'су ', 'у ']
    """
    padded = f" {text} "
    counts = Counter([padded[i : i + size] for size in _RUNS for i in range(len(padded) - size + 1)])
    return Letters(counts, math.hypot(*counts.values()))


def compare_letters(first: Letters, second: Letters) -> float:
    """The likeness of two texts by their runs of letters, 0 to 1: the cosine of their vectors."""
    if not first.length or not second.length:
        return 0.0
    fewer, more = sorted((first.counts, second.counts), key=len)
    shared = fewer.keys() & more.keys()
    products: Iterable[int] = map(mul, map(fewer.__getitem__, shared), map(more.__getitem__, shared))
    return sum(products) / (first.length * second.length)
