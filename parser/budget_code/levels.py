"""The levels of the classification's codes: how they are written and what may stand under what."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from parser.dataclass import dataclass
from parser.records import Level


class Side(Enum):
    """Which half of the classification a code belongs to."""

    RECEIPTS = "receipts"  # category, class, subclass, specific
    SPENDING = "spending"  # group, subgroup, administrator, program, subprogram


@dataclass(frozen=True, slots=True)
class LevelRule:
    """One level.

    Attributes:
        level: which one.
        side: its half of the classification.
        digits: of its code in a path; `1` printed for the class `01` is `01` there.
        printed: how many digits prints give it: a class `01` is also printed `1`.
        under: the levels it may stand directly under; none for the top of a side.
        ends: whether nothing needs to stand below it.
    """

    level: Level
    side: Side
    digits: int
    printed: tuple[int, ...]
    under: tuple[Level, ...]
    ends: bool = False


LEVELS: Mapping[Level, LevelRule] = {
    rule.level: rule
    for rule in (
        LevelRule(Level.CATEGORY, Side.RECEIPTS, 1, (1, 2), ()),
        LevelRule(Level.CLASS, Side.RECEIPTS, 2, (1, 2), (Level.CATEGORY,)),
        LevelRule(Level.SUBCLASS, Side.RECEIPTS, 1, (1,), (Level.CLASS,), ends=True),
        LevelRule(Level.SPECIFIC, Side.RECEIPTS, 2, (2, 3), (Level.SUBCLASS,), ends=True),
        LevelRule(Level.GROUP, Side.SPENDING, 2, (1, 2), ()),
        # Printed in some layouts only, and never part of the path of what stands below it.
        LevelRule(Level.SUBGROUP, Side.SPENDING, 1, (1, 2), (Level.GROUP,)),
        LevelRule(Level.ADMINISTRATOR, Side.SPENDING, 3, (3,), (Level.GROUP, Level.SUBGROUP)),
        LevelRule(Level.PROGRAM, Side.SPENDING, 3, (3,), (Level.ADMINISTRATOR,), ends=True),
        LevelRule(Level.SUBPROGRAM, Side.SPENDING, 3, (3,), (Level.PROGRAM,), ends=True),
    )
}
TOPS = tuple(level for level, rule in LEVELS.items() if not rule.under)
LEAVES = frozenset(level for level, rule in LEVELS.items() if rule.ends)
# A regular expression's source for a code of any level as prints have it: 4, 01, 464.
CODE = rf"\d{{1,{max(digits for rule in LEVELS.values() for digits in rule.printed)}}}"
MOST_CODES = max(sum(rule.side is side for rule in LEVELS.values()) for side in Side)  # from the top to a row
VILLAGE_AKIMS = frozenset({"123", "124"})  # of villages in a district's budget, and in budgets of their own
FIRST_ADMINISTRATOR = 101  # administrators are numbered from here; programs nearly always stay below


def side_of(level: Level) -> Side:
    """The half of the classification that a level belongs to."""
    return LEVELS[level].side


def pad(level: Level, code: str) -> str:
    """A printed code as it stands in a path.

    >>> pad(Level.CLASS, "1")
    '01'
    """
    return str(int(code)).zfill(LEVELS[level].digits)
