"""What can be asked of a line: the frame of a question, whatever line, place and edition it names."""

from __future__ import annotations

from enum import StrEnum

from parser.budget_code import Side
from parser.dataclass import dataclass
from parser.question.bounds import Bounds
from parser.records import Language


class Intent(StrEnum):
    """What a person wants to know of a line."""

    AMOUNT = "amount"
    CHANGE = "change"
    SHARE = "share"
    LARGEST = "largest"
    COMPARE = "compare"
    LIST = "list"
    HELP = "help"


class Relation(StrEnum):
    """What is asked of several lines together."""

    NAMED = "named"  # nothing: they are only named side by side
    COMPARED = "compared"  # which is more, and by how much
    SUMMED = "summed"  # how much they are together
    RANKED_IN = "ranked-in"  # at which place the first stands inside the second: `среди налогов`
    BOUNDED = "bounded"  # which lines have more than the one that is named, or less (`Frame.smallest`)


class ListedLevel(StrEnum):
    """What a list is asked to be of."""

    GROUP = "group"
    SUBGROUP = "subgroup"  # where a print has them
    ADMINISTRATOR = "administrator"
    PROGRAM = "program"


class Unheld(StrEnum):
    """What can be asked of a line that no decision says: it tells what money is for, and how much."""

    EXECUTION = "execution"  # whether it was done, what was really spent
    CONTRACTOR = "contractor"  # who builds and supplies, tenders
    SHARED = "shared"  # how much it is for each person: an amount by heads
    COUNT = "count"  # how many things or people
    PAY = "pay"  # what somebody earns
    COST = "cost"  # what is paid within each programme and has no line: pay, fuel, journeys, bonuses
    SINGLE = "single"  # which of the things that one line pays for: the dearest school
    OFFICE = "office"  # who answers for it: the office whose programme it is, and nobody in it
    PERSON = "person"  # who does it or answers for it
    PLACE = "place"  # where it is, addresses, telephones
    TIME = "time"  # when it will be or was done
    REASON = "reason"  # why it is so
    RATE = "rate"  # at what rate or tariff, how much a month or for somebody, how it is reckoned
    STATE = "state"  # how good it is, what the queue is, what papers it takes
    SOURCE = "source"  # of which money it is paid: all that comes in is one
    NOTHING = "nothing"  # what got no money: a table prints what it is for
    DEBT = "debt"  # how much is owed at a time: decisions hold what is borrowed and paid back in a year


OF_ONE = frozenset({Unheld.PAY, Unheld.SHARED, Unheld.RATE})  # what is no line's, whatever amount is said


class Unsaid(StrEnum):
    """What a message lacks that goes on from another one."""

    CONTEXT = "context"  # the message before: `а в 2014 году?`
    MORE = "more"  # more lines than were shown: `ещё`
    OTHER = "other"  # what was meant instead of the line before: `я про другое`
    NO_REST = "no-rest"  # anything besides a total: `а остальное?` after all revenue
    NOT_PLAIN = "not-plain"  # only plain amounts before `всё вместе`: `расходы без школ` is none
    OTHER_EDITIONS = "other-editions"  # lines before it of one place, year and decision
    WITHOUT_EDITION = "without-edition"  # amounts without one decision or year: `школы без 12-3`
    BOUNDED_CHANGES = "bounded-changes"  # changes picked by their size: `больше млрд` after what changed


OF_LINES_BEFORE = frozenset({Unsaid.NOT_PLAIN, Unsaid.OTHER_EDITIONS})
"""Where questions before the message stand in the way, which are told."""


class Direction(StrEnum):
    """Which changes are asked for."""

    RISES = "rises"
    CUTS = "cuts"
    ADDED = "added"  # lines that were not there before
    REMOVED = "removed"  # lines that are there no more


@dataclass(frozen=True, slots=True)
class Frame:
    """What a question asks of the line it names: `топ 5 расходов` asks for the largest, five of them.

    Attributes:
        intent: what is asked.
        level: what a list is asked to be of.
        count: how long it is asked to be.
        smallest: of the smallest, not the largest.
        beyond_plan: what is asked that no decision says: `кто строит школу`.
        direction: of changes, which; None for all.
        side: where no line is named, whether all spending or all revenue is meant: `куда уходят деньги`.
        above: it is asked what stands above the line.
        bounds: the amounts that the lines of a list are to lie between.
        every_year: the line is asked for in all years that there are.
        average: of a list, what one of its lines has on the average.
        average_year: of several years, what one of them has on the average: `средние расходы за три года`.
        explains: it is asked what the words mean, in this language: `что такое субвенция`.
        reason: it is asked why something changed, which no decision says.
        moved: two lines are named between which money is said to have moved, which no decision says.
        which: it is asked which of the lines inside have changed: `какие налоги упали`.
        denied: of a change, it is asked what did not change: `какие строки не урезали`.
        same: it is asked which lines did not change at all: `какие строки остались как были`.
        page: it is asked where the text of a decision is to be read: `ссылка на решение`.
        in_force: it is asked since when a decision is in force.
        unread: words that say which lines are asked for and that no list has: `самая неподъёмная статья`. It
            is supposed to be the largest.
        at_large: of which side a line of any kind is asked for, beside words that no list has: `бюджеттің
            сорпасы неге кетеді`. Where no line has them either, the largest are offered.
        ranked: it is asked at which place the line stands among its like: `на каком месте образование`.
        behind: of a line whose place is asked, what stands behind it: `на что больше всего после школ`.
        at_rank: it is asked which line stands at this place among the largest: `что на 5 месте`.
        counts: it is asked how many lines there are: `сколько программ`, `сколько строк изменили`.
        outside: it is asked which lines are not among the first `count`: `какие не вошли в тройку`.
        own_share: it is asked whether the line is so much of the budget: `дороги меньше трети бюджета?`.
        inside: of two lines, it is asked whether one stands inside the other: `школы входят в образование?`.
    """

    intent: Intent = Intent.AMOUNT
    level: ListedLevel | None = None
    count: int | None = None
    smallest: bool = False
    beyond_plan: Unheld | None = None
    direction: Direction | None = None
    side: Side | None = None
    above: bool = False
    bounds: Bounds | None = None
    every_year: bool = False
    average: bool = False
    average_year: bool = False
    explains: Language | None = None
    reason: bool = False
    moved: bool = False
    which: bool = False
    denied: bool = False
    same: bool = False
    page: bool = False
    in_force: bool = False
    unread: tuple[str, ...] = ()
    at_large: Side | None = None
    ranked: bool = False
    behind: bool = False
    at_rank: int | None = None
    counts: bool = False
    outside: bool = False
    own_share: bool = False
    inside: bool = False

    @property
    def lines_wanted(self) -> int | None:
        """How many lines of a list are asked for; None where its number says which are left out."""
        return None if self.outside else self.count

    @property
    def picks_rows(self) -> bool:
        """Whether it is asked which lines are new, or which are there no more."""
        return self.direction in {Direction.ADDED, Direction.REMOVED}

    @property
    def asks_nothing_more(self) -> bool:
        """Whether no word says what is asked: then it is how much."""
        asks = self.beyond_plan is not None or self.above or self.every_year or self.explains is not None
        return self.intent in _NOT_ASKED and not (asks or self.average_year)


_NOT_ASKED = frozenset({Intent.AMOUNT, Intent.HELP})  # what a message asks that names no other intent
