"""A line's path, its identity across editions, and what can be told from the path alone.

`expenditure/04/464/009` is program 009 of administrator 464 in functional group 04;
`revenue/1/01/2` subclass 2 of class 01 in category 1; `net_lending/loans` a part of a balance,
which is printed without a code; `deficit` a section's total. A functional subgroup is a line of
its own (`expenditure/04/2`) and no part of the paths of what is printed below it, so that a
program keeps its path when a council begins to print subgroups.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from parser.budget_code.levels import LEVELS, Side, pad
from parser.records import Level, Section

# The levels of the codes in a path, from the top. A subgroup's code stands only in its own.
PATH_LEVELS: Mapping[Side, tuple[Level, ...]] = {
    Side.RECEIPTS: (Level.CATEGORY, Level.CLASS, Level.SUBCLASS, Level.SPECIFIC),
    Side.SPENDING: (Level.GROUP, Level.ADMINISTRATOR, Level.PROGRAM, Level.SUBPROGRAM),
}
_SUBGROUP = (Level.GROUP, Level.SUBGROUP)
_CATEGORY_DIGITS = LEVELS[Level.CATEGORY].digits
_SUBGROUP_DIGITS = LEVELS[Level.SUBGROUP].digits
_REMAINING = "9"  # the subgroup of whatever is left of a group
_STEP = "/"  # parts the steps of a path
PATHS_KEPT = 2048  # of which it is remembered what they tell: more than the lines of a budget


def join(section: Section, codes: Iterable[tuple[Level, str]]) -> str:
    """The path of a row.

    >>> join(Section.EXPENDITURE, [(Level.GROUP, "4"), (Level.SUBGROUP, "2"), (Level.ADMINISTRATOR, "464")])
    'expenditure/04/464'

    Args:
        section: of the row.
        codes: the levels and printed codes of the rows above it, from the top, and its own.
    """
    rows = list(codes)
    own = rows[-1][0] if rows else None
    kept = [pad(level, code) for level, code in rows if level is not Level.SUBGROUP or own is Level.SUBGROUP]
    return path_below(section, *kept)


def steps(path: str) -> tuple[str, ...]:
    """What a path leads through: its section, then codes or the name of a balance's part.

    >>> steps("expenditure/04/464"), steps("net_lending/loans")
    (('expenditure', '04', '464'), ('net_lending', 'loans'))
    """
    return tuple(path.split(_STEP))


def path_below(path: str, *further: str) -> str:
    """The path that goes on from another one.

    >>> path_below("expenditure/04", "464", "009")
    'expenditure/04/464/009'
    """
    return _STEP.join([path, *further])


def key_range(path: str) -> tuple[str, str]:
    """Two texts between which all paths below a path are sorted, and no others, in every order by code point.

    >>> key_range("expenditure/04")
    ('expenditure/04/', 'expenditure/040')
    """
    return f"{path}{_STEP}", f"{path}{chr(ord(_STEP) + 1)}"


@lru_cache(maxsize=PATHS_KEPT)
def section_of(path: str) -> Section:
    """The section of a path."""
    return Section(steps(path)[0])


def depth(path: str) -> int:
    """How many steps a path stands below its section: 0 for the section's total."""
    return path.count(_STEP)


def is_branch(path: str) -> bool:
    """Whether a path is the first below its section: a category, a functional group, a part of a balance.

    >>> is_branch("expenditure/04"), is_branch("expenditure/04/2"), is_branch("expenditure")
    (True, False, False)
    """
    return depth(path) == 1


def prefixes(path: str) -> tuple[str, ...]:
    """What a path begins with, nearest first: of a/b/c, a/b and a."""
    found: list[str] = []
    while (end := path.rfind(_STEP)) >= 0:
        path = path[:end]
        found.append(path)
    return tuple(found)


@lru_cache(maxsize=PATHS_KEPT)
def codes_of(path: str) -> tuple[str, ...]:
    """The codes in a path, from the top; none for a total or a part of a balance.

    >>> codes_of("expenditure/04/464/009"), codes_of("net_lending/loans")
    (('04', '464', '009'), ())
    """
    return tuple(filter(str.isdigit, path.split(_STEP)[1:]))


def coded_side(path: str) -> Side | None:
    """The half of the classification that a path's codes are of, told by the width of the first.

    >>> coded_side("net_lending/5/01"), coded_side("net_lending/10/459"), coded_side("net_lending/loans")
    (<Side.RECEIPTS: 'receipts'>, <Side.SPENDING: 'spending'>, None)
    """
    return _side_of(codes_of(path))


def _side_of(codes: tuple[str, ...]) -> Side | None:
    if not codes:
        return None
    return Side.RECEIPTS if len(codes[0]) == _CATEGORY_DIGITS else Side.SPENDING


def by_level(path: str) -> dict[Level, str]:
    """The codes in a path by their levels.

    >>> by_level("expenditure/04/2")
    {<Level.GROUP: 11>: '04', <Level.SUBGROUP: 12>: '2'}
    """
    codes = codes_of(path)
    return dict(zip(_levels_of(codes), codes, strict=False))


def _levels_of(codes: tuple[str, ...]) -> tuple[Level, ...]:
    """The levels that codes may be of, from the top."""
    side = _side_of(codes)
    if side is Side.SPENDING and len(codes) == 2 and len(codes[1]) == _SUBGROUP_DIGITS:
        return _SUBGROUP
    return PATH_LEVELS[side or Side.SPENDING]


@lru_cache(maxsize=PATHS_KEPT)
def level_of(path: str) -> Level | None:
    """The level of a path's last code; None for what is printed without one.

    >>> level_of("expenditure/04/464"), level_of("revenue/1/01"), level_of("deficit")
    (<Level.ADMINISTRATOR: 13>, <Level.CLASS: 3>, None)
    """
    codes = codes_of(path)
    levels = _levels_of(codes)
    return levels[min(len(codes), len(levels)) - 1] if codes else None


def is_remaining_subgroup(path: str) -> bool:
    """Whether a path is of the subgroup that has whatever no other one of its group has: «Прочие услуги …».

    >>> [is_remaining_subgroup(f"expenditure/{codes}") for codes in ("06/9", "06/2", "06/451/009")]
    [True, False, False]
    """
    return level_of(path) is Level.SUBGROUP and codes_of(path)[-1] == _REMAINING


def level_printed(codes: Sequence[str]) -> Level | None:
    """The level of the last of a row's codes as printed from the top, with a subgroup's or without it.

    None where a code alone does not say which side it is of, and where there are more than a side has.

    >>> level_printed(["04", "1", "464"]), level_printed(["1", "01", "2"]), level_printed(["1"])
    (<Level.ADMINISTRATOR: 13>, <Level.SUBCLASS: 4>, None)
    """
    wide = LEVELS[Level.ADMINISTRATOR].digits
    if _side_of(tuple(codes)) is Side.RECEIPTS and all(len(code) < wide for code in codes):
        levels, count = PATH_LEVELS[Side.RECEIPTS], len(codes) if len(codes) > 1 else 0
    elif below := sum(len(code) == wide for code in codes[1:]):
        levels, count = PATH_LEVELS[Side.SPENDING], 1 + below
    else:
        levels, count = _SUBGROUP, len(codes)
    return levels[count - 1] if 0 < count <= len(levels) else None
