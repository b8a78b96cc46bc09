"""Why a claimed figure stands beside no line at all: the answer says so."""

from __future__ import annotations

from enum import StrEnum

from parser.dataclass import dataclass
from storage.reading.records import LineSummary


class UncheckedKind(StrEnum):
    """Why. The texts that say so are called after it, and `ask --json` prints it."""

    TWO_PLACES = "two-places"  # it is counted from a line of another place
    BASE_UNFOUND = "base-unfound"  # no line is found for what it is counted from
    NOT_INSIDE = "not-inside"  # the line that a share is said to be of does not have this one in it
    YEARS_UNSAID = "years-unsaid"  # it is over so many years, and not which is said
    YEARS_TOGETHER = "years-together"  # over several years of what is no one line, or as a share
    UNFOUND = "unfound"  # no line is found for what it is said of
    NO_SUBJECT = "no-subject"  # nothing says what it is of
    FOREIGN = "foreign"  # it is in another currency
    NEGATIVE = "negative"  # it is said with a minus


@dataclass(frozen=True, slots=True)
class Unchecked:
    """Why a figure stands beside no line.

    `line` is the one that is not inside another, where it is surely meant.
    `value` is the other place, the words for which no line is found, or how many years; empty where there is
    nothing to name.
    """

    kind: UncheckedKind
    value: str = ""
    line: LineSummary | None = None
