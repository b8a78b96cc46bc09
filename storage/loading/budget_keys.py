"""Which hash names which budget, kept up with the texts that are loaded.

A budget is found by the hash of its place and years (`storage.reading.short_address`), under every
name that its texts print: «Қарағанды» in a Kazakh text, «Караганда» in a Russian one. The name that a
budget bears here always leads to it. Another name leads to a budget only where the texts of no second
budget print it: a link with such a name would open one of the two at random.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import BindParameter, Connection, Row, bindparam, delete, insert, select, tuple_, union

from storage import models
from storage.loading.errors import IngestError, IngestErrorKind
from storage.models import table
from storage.reading.address import BudgetAddress
from storage.reading.short_address import budget_key

_KEYS = table(models.BudgetKey)
_BUDGETS = table(models.Budget)
_DECISIONS = table(models.Decision)
_TEXTS = table(models.DecisionText)

# Made once: making a statement takes longer than running it.
_NAMES = union(
    select(_BUDGETS.c.place).where(_BUDGETS.c.id == bindparam("budget")),
    select(_TEXTS.c.place)
    .join(_DECISIONS, _DECISIONS.c.id == _TEXTS.c.decision_id)
    .where(_DECISIONS.c.budget_id == bindparam("budget"), _TEXTS.c.place.is_not(None)),
    select(_KEYS.c.place).where(_KEYS.c.budget_id == bindparam("budget")),
)
_KEYED = (
    select(_KEYS.c.key, _KEYS.c.budget_id, _KEYS.c.place, _BUDGETS.c.first_year, _BUDGETS.c.last_year)
    .join(_BUDGETS, _BUDGETS.c.id == _KEYS.c.budget_id)
    .where(_KEYS.c.key.in_(bindparam("keys", expanding=True)))
)
_OF_YEARS = tuple_(_BUDGETS.c.first_year, _BUDGETS.c.last_year).in_(bindparam("years", expanding=True))
_PLACES: BindParameter[str] = bindparam("places", expanding=True)
_STATED = (
    select(_BUDGETS.c.id, _BUDGETS.c.first_year, _BUDGETS.c.last_year, _TEXTS.c.place)
    .join(_DECISIONS, _DECISIONS.c.budget_id == _BUDGETS.c.id)
    .join(_TEXTS, _TEXTS.c.decision_id == _DECISIONS.c.id)
    .where(_TEXTS.c.place.in_(_PLACES), _OF_YEARS)
)
_BORNE = select(_BUDGETS.c.id, _BUDGETS.c.first_year, _BUDGETS.c.last_year, _BUDGETS.c.place).where(
    _BUDGETS.c.place.in_(_PLACES), _OF_YEARS
)


class BudgetNames:
    """The names of the budgets that a file touches, before and after it is stored."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._addresses: set[BudgetAddress] = set()

    def note(self, budget: Row[Any]) -> None:
        """Notes under which names a budget is found now, or should be."""
        found = self._connection.execute(_NAMES, {"budget": budget.id}).scalars()
        self._addresses |= {BudgetAddress(place, budget.first_year, budget.last_year) for place in found}

    def settle(self) -> None:
        """Decides which budget each of the names leads to, once all texts are stored.

        Raises:
            IngestError: the hashes of two places are the same; the second one is not stored.
        """
        by_key: dict[str, BudgetAddress] = {}
        for address in self._addresses:
            _refuse_collision(address, by_key.setdefault(budget_key(address), address))
        stored = _load_keys(self._connection, by_key)
        owners = _find_owners(self._connection, self._addresses)
        changed = [key for key, address in by_key.items() if stored.get(key) != owners.get(address)]
        if not changed:
            return
        self._connection.execute(delete(_KEYS).where(_KEYS.c.key.in_(changed)))
        new = [
            {"key": key, "budget_id": owners[by_key[key]], "place": by_key[key].place}
            for key in changed
            if by_key[key] in owners
        ]
        if new:
            self._connection.execute(insert(_KEYS), new)


def _load_keys(connection: Connection, by_key: Mapping[str, BudgetAddress]) -> dict[str, int]:
    stored: dict[str, int] = {}
    for row in connection.execute(_KEYED, {"keys": list(by_key)}):
        _refuse_collision(by_key[row.key], BudgetAddress(row.place, row.first_year, row.last_year))
        stored[row.key] = row.budget_id
    return stored


def _find_owners(connection: Connection, addresses: Collection[BudgetAddress]) -> dict[BudgetAddress, int]:
    """The budget that bears each name, else the only one whose texts print it."""
    named = {
        "places": [address.place for address in addresses],
        "years": list({(address.first_year, address.last_year) for address in addresses}),
    }
    printed: dict[BudgetAddress, set[int]] = {}
    for row in connection.execute(_STATED, named):
        printed.setdefault(BudgetAddress(row.place, row.first_year, row.last_year), set()).add(row.id)
    owners = {address: budgets.pop() for address, budgets in printed.items() if len(budgets) == 1}
    for row in connection.execute(_BORNE, named):
        owners[BudgetAddress(row.place, row.first_year, row.last_year)] = row.id
    return owners


def _refuse_collision(address: BudgetAddress, known: BudgetAddress) -> None:
    if address != known:
        raise IngestError(
            IngestErrorKind.SAME_SHORT_KEY,
            budget=f"{address.place} {address.first_year}-{address.last_year}",
            other=f"{known.place} {known.first_year}-{known.last_year}",
        )
