"""Addresses as they leave the bot and come back: short, public, the same on every machine.

A button holds 64 bytes, so the place with its years and the decision stand there as hashes of
what the documents print. A hash says nothing to anybody but a database that has the budget.
"""

from __future__ import annotations

import base64
import hashlib
from functools import lru_cache

from parser.dataclass import dataclass
from storage.reading.address import BudgetAddress, DecisionAddress, LineAddress

BUDGET_KEY_LENGTH = 12  # 60 bits: two of a country's hundred thousand budgets share one in 1 of 10⁸ cases
DECISION_KEY_LENGTH = 7  # 35 bits, among the few dozen decisions of one budget
_KEYS_KEPT = 512  # those of a message's buttons are of few budgets and decisions


@dataclass(frozen=True, slots=True)
class ShortAddress:
    """A line's address with hashes in it; `decision` None means the newest edition of the year."""

    budget: str
    year: int
    decision: str | None
    path: str


def shorten(line: LineAddress) -> ShortAddress:
    """The short form of a line's address.

    Args:
        line: the address.

    Returns:
        What `storage.reading.lookup` finds again.
    """
    edition = line.edition
    decision = decision_key(edition.decision) if edition.decision else None
    return ShortAddress(budget_key(edition.budget), edition.year, decision, line.path)


def budget_key(budget: BudgetAddress) -> str:
    """The hash of a place and its years: 12 characters of `a`-`z` and `2`-`7`."""
    return _hash(f"{budget.place}\n{budget.first_year}\n{budget.last_year}", BUDGET_KEY_LENGTH)


def decision_key(decision: DecisionAddress) -> str:
    """The hash of a decision's number and date: 7 characters of `a`-`z` and `2`-`7`."""
    return _hash(f"{decision.number}\n{decision.date.isoformat()}", DECISION_KEY_LENGTH)


@lru_cache(maxsize=_KEYS_KEPT)
def _hash(text: str, length: int) -> str:
    digest = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=20).digest()
    return base64.b32encode(digest).decode("ascii").lower()[:length]
