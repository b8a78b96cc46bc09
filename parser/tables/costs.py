"""What speaks against reading a row's code on a level, as costs that `levels.solve` adds up.

A cost says how unlikely something is in a printed budget: 1 is a parent that is not the sum of its
children; what costs less happens in sound documents too, and the sums overrule it. Only the
differences count: a whole table has many ways to be read, and the cheapest is taken.
"""

from __future__ import annotations

from operator import itemgetter

from parser.budget_code import FIRST_ADMINISTRATOR, LEVELS, SECTIONS, TOP_CODES, TOPS, Side, side_of
from parser.dataclass import dataclass
from parser.records import Level, Section

# A row among its neighbours.
BROKEN_SUM = 1.0  # a parent, or a section's total, that is not the sum of its children
NO_CHILDREN = 0.25  # a row that needs something below it and has nothing
OUT_OF_ORDER = 0.6  # a code not above the one of the sibling before; administrators may come again
MIXED_LEVELS = 0.6  # children of one parent on different levels
OTHER_COLUMN = 0.5  # siblings whose codes stand in different columns
NOT_TO_THE_RIGHT = 1.2  # a child's code that does not stand to the right of its parent's
OTHER_AMOUNT = 0.1  # an amount not read as its digits suggest; only sums speak for it

# A code by itself.
NOT_AS_LABELLED = 0.4  # not the level that the label of its column says
OTHER_SIDE = 0.3  # a category under a header of groups, or the reverse
UNLIKELY_NUMBER = 0.5  # an administrator below 101, a program from there on
SECTION_CATEGORY_AS_GROUP = 1.0  # `5` under net lending read as functional group 05
OF_ANOTHER_SECTION = 0.8  # a category or a group that the section does not have
UNKNOWN_TOP = 2.0  # one that the classification does not have

# Printed with more or fewer digits than is usual; any other printed width costs nothing.
_UNUSUAL_WIDTH = {
    (Level.CATEGORY, 2): 0.8,
    (Level.CLASS, 1): 0.1,
    (Level.SPECIFIC, 2): 0.8,
    (Level.GROUP, 1): 0.3,
    (Level.SUBGROUP, 2): 0.5,
    (Level.SUBPROGRAM, 3): 0.9,  # local budgets hardly print any
}

PricedLevel = tuple[Level, float]


@dataclass(frozen=True, slots=True)
class Coded:
    """A row with a code. `amounts` are its possible readings in tenge, the likeliest first.

    `level` is given where the layout tells it: for certain, or as a label says where `column` is
    given too. Columns are compared within one `table` only.
    """

    code: str
    amounts: tuple[int, ...]
    level: Level | None = None
    table: int = 0
    column: int | None = None
    side: Side | None = None  # of the header above


def price_levels(row: Coded, section: Section) -> tuple[PricedLevel, ...]:
    """The levels that a row's code may have, with what each costs, the likeliest first.

    Nothing around the row counts here.

    >>> price_levels(Coded("16", (0,)), Section.EXPENDITURE)[:2]
    ((<Level.CLASS: 3>, 0.0), (<Level.SUBGROUP: 12>, 0.5))
    """
    if row.level is not None and row.column is None:
        return ((row.level, 0.0),)
    width = len(row.code)
    fitting = [level for level, rule in LEVELS.items() if width in rule.printed]
    return tuple(sorted(((level, _cost(level, row, section)) for level in fitting), key=itemgetter(1)))


def _cost(level: Level, row: Coded, section: Section) -> float:
    cost = _UNUSUAL_WIDTH.get((level, len(row.code)), 0.0)
    if level in TOPS:
        cost += _cost_of_top(level, row.code, section)
        cost += OTHER_SIDE if row.side not in (None, side_of(level)) else 0.0
    if row.level is not None and level is not row.level:
        cost += NOT_AS_LABELLED
    unlikely = Level.ADMINISTRATOR if int(row.code) < FIRST_ADMINISTRATOR else Level.PROGRAM
    return cost + (UNLIKELY_NUMBER if level is unlikely else 0.0)


def _cost_of_top(level: Level, code: str, section: Section) -> float:
    """What it costs to read a code as a category or a group of the section."""
    number, rule = int(code), SECTIONS[section]
    as_category = len(code) == LEVELS[Level.CATEGORY].digits and number in rule.tops(Level.CATEGORY)
    if level is not Level.CATEGORY and as_category:
        return SECTION_CATEGORY_AS_GROUP
    if number in rule.tops(level):
        return 0.0
    return OF_ANOTHER_SECTION if number in TOP_CODES[level] else UNKNOWN_TOP
