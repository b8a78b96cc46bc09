"""A message → what is asked."""

from __future__ import annotations

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
