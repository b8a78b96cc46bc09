"""What several lines are together: how much one is more than another, and their sum, or why neither is told.

Both are computed, and only where they mean something: amounts of one year, of budgets of one rank, and of
money that goes the same way.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from parser.budget_code import BALANCES, by_level, is_below, section_of
from parser.dataclass import dataclass
from parser.decision.place_kinds import SmallKind, kind_of_place
from parser.kinds import Doubt
from parser.records import Level, Section
from parser.text.places import PlaceKind, find_listed
from storage.answering.page import Match

_TWO = 2


@dataclass(frozen=True, slots=True)
class UnsureSide:
    """A part of a question that does not surely mean the line that was taken for it.

    Attributes:
        words: what names it.
        taken: the path of that line.
        others: those that may be meant as well, best first; perhaps none.
    """

    words: str
    taken: str
    others: tuple[Match, ...] = ()


@dataclass(frozen=True, slots=True)
class ComputedSide:
    """Several lines that a part of a question means together: `дороги` are their upkeep and their repair.

    Attributes:
        words: what names them.
        matches: the lines of one edition, none inside another.
    """

    words: str
    matches: tuple[Match, ...]

    @property
    def paths(self) -> tuple[str, ...]:
        """The paths of the lines."""
        return tuple(match.path for match in self.matches)

    @property
    def year(self) -> int:
        """The year that the lines are of."""
        return self.matches[0].edition.year

    @property
    def decision(self) -> str:
        """The number of the decision that their edition is of."""
        return self.matches[0].edition.decision.number

    @property
    def amount(self) -> int:
        """How much the lines are together."""
        return sum(match.line.amount for match in self.matches)

    @property
    def doubt(self) -> Doubt | None:
        """The gravest of the amounts in it."""
        return Doubt.gravest(match.line.doubt for match in self.matches)


class Obstacle(StrEnum):
    """Why a difference or a sum is not told."""

    SAME = "same"  # all that is named is one line
    YEARS = "years"  # the amounts are of different years
    EDITIONS = "editions"  # the amounts are of different decisions on one year
    RANKS = "ranks"  # the budgets are of different ranks
    PLACES = "places"  # a sum of several places
    WAYS = "ways"  # a sum of money that comes in and money that goes out
    BALANCE = "balance"  # one of them is a difference, or below zero
    UNSURE = "unsure"  # a part of the question may mean one line or another, which are not of one thing


def compare(
    matches: Sequence[Match], computed: Sequence[ComputedSide] = ()
) -> tuple[int | None, Obstacle | None]:
    """By how much one of two lines is more than the other, or why that is not told.

    Args:
        matches: the lines; of more than two sides no difference is told.
        computed: those of them that are one side together.
    """
    obstacle = _find_obstacle(matches)
    amounts = [side.amount for side in part_sides(matches, computed)]
    if obstacle is None and len(amounts) < _TWO:
        obstacle = Obstacle.SAME
    if obstacle is not None or len(amounts) != _TWO:
        return None, obstacle
    return abs(amounts[0] - amounts[1]), None


def part_sides(matches: Sequence[Match], computed: Sequence[ComputedSide]) -> list[ComputedSide]:
    """What stands beside one another: each line by itself, or as one of several that are one side together.

    Args:
        matches: the lines.
        computed: the sides of several lines.

    Returns:
        The sides in the order of the lines; one of a single line has no words.
    """
    sides = list[ComputedSide]()
    for match in matches:
        side = next((side for side in computed if match in side.matches), ComputedSide("", (match,)))
        if side not in sides:
            sides.append(side)
    return sides


def add_up(matches: Sequence[Match]) -> tuple[int | None, Obstacle | None]:
    """The sum of lines, or why they do not add up; what stands inside another line counts once.

    Args:
        matches: the lines.
    """
    if len({match.place for match in matches}) > 1:
        return None, Obstacle.PLACES
    obstacle = _find_obstacle(matches)
    if obstacle is None and len({match.line.section for match in matches}) > 1:
        obstacle = Obstacle.WAYS
    if obstacle is not None:
        return None, obstacle
    inner = {id(match) for match, _ in find_inner(matches)}
    return sum(match.line.amount for match in matches if id(match) not in inner), None


def find_inner(matches: Sequence[Match]) -> list[tuple[Match, Match]]:
    """The lines that stand inside another of these, each with the one that holds it."""
    return [
        (part, whole)
        for part in matches
        for whole in [next((each for each in matches if _holds(each, part)), None)]
        if whole is not None
    ]


def _holds(whole: Match, part: Match) -> bool:
    if whole.address.edition != part.address.edition:
        return False
    if whole.groups > 1:  # an office with all that it has, in whatever group
        return part.groups == 1 and _office_of(part.path) == _office_of(whole.path)
    return part.groups == 1 and is_below(part.path, whole.path)


def _office_of(path: str) -> tuple[Section, str | None]:
    return section_of(path), by_level(path).get(Level.ADMINISTRATOR)


def _find_obstacle(matches: Sequence[Match]) -> Obstacle | None:
    if len(matches) < 2:
        return Obstacle.SAME
    if len({match.edition.year for match in matches}) > 1:
        return Obstacle.YEARS
    if len({match.address.edition for match in matches}) > len({match.place for match in matches}):
        return Obstacle.EDITIONS
    if len({rank_of_place(match.place) for match in matches}) > 1:
        return Obstacle.RANKS
    if any(match.path in BALANCES or match.line.amount < 0 for match in matches):
        return Obstacle.BALANCE
    return None


def rank_of_place(place: str) -> PlaceKind | SmallKind:
    """The rank of a place's budget: a city that lies in no region has one as a region has.

    Args:
        place: its name, as budgets are called.
    """
    kind = kind_of_place(place)
    listed = find_listed(kind, place) if kind is PlaceKind.CITY else None
    return PlaceKind.REGION if listed is not None and listed.is_in_no_region else kind
