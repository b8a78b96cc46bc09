"""A typed code → its parts, each of a level of the classification: `464 003 015`, `01 1 112 001`, `1 01 1`.

Which of them a budget has is not looked up here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parser.budget_code.levels import FIRST_ADMINISTRATOR, LEVELS, pad
from parser.dataclass import dataclass
from parser.records import Level

_OFFICE = (Level.ADMINISTRATOR, Level.PROGRAM, Level.SUBPROGRAM)
_OF_OFFICE = tuple(_OFFICE[:length] for length in (3, 2, 1))
_OF_GROUP = tuple((Level.GROUP, *office) for office in _OF_OFFICE)
_OF_SUBGROUP = tuple((Level.GROUP, Level.SUBGROUP, *office) for office in _OF_OFFICE)
_RECEIPTS = (Level.CATEGORY, Level.CLASS, Level.SUBCLASS, Level.SPECIFIC)
_OF_RECEIPTS = tuple(_RECEIPTS[:length] for length in (4, 3, 2))


@dataclass(frozen=True, slots=True)
class CodePart:
    """A part of a code: its level, and its digits as a path has them."""

    level: Level
    code: str


def read_code(groups: Sequence[str]) -> tuple[CodePart, ...]:
    """The parts of a code, from the top.

    >>> [(part.level.name, part.code) for part in read_code(("464", "003", "015"))]
    [('ADMINISTRATOR', '464'), ('PROGRAM', '003'), ('SUBPROGRAM', '015')]

    Args:
        groups: its digits as they were typed, apart or all together.

    Returns:
        None of them where the digits fit no levels.
    """
    readings = _split(groups[0]) if len(groups) == 1 else iter((tuple(groups),))
    shapes = (*_OF_RECEIPTS, *_OF_OFFICE, *_OF_GROUP, *_OF_SUBGROUP)
    fitting = (
        tuple(CodePart(level, pad(level, digits)) for level, digits in zip(shape, typed, strict=True))
        for typed in readings
        for shape in shapes
        if _fits(shape, typed)
    )
    return next(fitting, ())


def _fits(shape: Sequence[Level], typed: Sequence[str]) -> bool:
    if len(shape) != len(typed):
        return False
    pairs = list(zip(shape, typed, strict=True))
    if not all(len(digits) in LEVELS[level].printed for level, digits in pairs):
        return False
    return all(int(digits) >= FIRST_ADMINISTRATOR for level, digits in pairs if level is Level.ADMINISTRATOR)


def _split(digits: str) -> Iterator[tuple[str, ...]]:
    """A code that was typed without spaces, cut where its levels end; a group begins with a zero."""
    grouped = (*_OF_SUBGROUP, *_OF_GROUP) if digits.startswith("0") else ()
    for shape in (*grouped, *_OF_OFFICE, *_OF_RECEIPTS, *_OF_GROUP):
        widths = [LEVELS[level].digits for level in shape]
        if sum(widths) == len(digits):
            ends = [sum(widths[: number + 1]) for number in range(len(widths))]
            yield tuple(digits[end - width : end] for end, width in zip(ends, widths, strict=True))
