"""What can be asked of a line: the frame of a question, whatever line, place and edition it names."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Intent(StrEnum):
    """What a person wants to know of a line."""

    AMOUNT = "amount"
    CHANGE = "change"
    SHARE = "share"
    LARGEST = "largest"
    COMPARE = "compare"
    LIST = "list"
    HELP = "help"


class ListedLevel(StrEnum):
    """What a list is asked to be of."""

    GROUP = "group"
    ADMINISTRATOR = "administrator"
    PROGRAM = "program"


@dataclass(frozen=True, slots=True)
class Frame:
    """What a question asks of the line it names: `топ 5 расходов` asks for the largest, five of them.

    Attributes:
        intent: what is asked.
        level: what a list is asked to be of.
        count: how long it is asked to be.
        smallest: of the smallest, not the largest.
    """

    intent: Intent = Intent.AMOUNT
    level: ListedLevel | None = None
    count: int | None = None
    smallest: bool = False

    @property
    def asks_nothing_more(self) -> bool:
        """Whether no word says what is asked: then it is how much."""
        return self.intent in _NOT_ASKED


_NOT_ASKED = frozenset({Intent.AMOUNT, Intent.HELP})  # what a message asks that names no other intent
