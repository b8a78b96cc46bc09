"""Which decisions people know of, and what the lines that they follow have after each of them.

The amounts are kept as JSON, with the decision's number and date: what it was called, once it is gone.
They are noted when somebody begins to follow, and looked at again with what is new.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Collection, Iterable, Mapping
from functools import cache

from pydantic import TypeAdapter
from sqlalchemy import select
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.dataclass import dataclass
from storage import models, people_models
from storage.followed_amounts import FollowedAmounts, Standing
from storage.kept.reader import StoredReader
from storage.models import table
from storage.reading.address import BudgetAddress, DecisionAddress, LineAddress
from storage.reading.catalogue import StoredEdition

_TOLD = table(people_models.ToldDecision)
_KEYS = table(models.BudgetKey)
_BUDGETS = table(models.Budget)


@dataclass(frozen=True, slots=True)
class ToldAmounts:
    """What the lines that a person follows had after a decision, by the paths they are followed by."""

    decision: DecisionAddress
    lines: Mapping[str, Standing]

    def dump(self) -> str:
        """As it is stored; the same for the same amounts."""
        date = self.decision.date.isoformat()
        kept = {"number": self.decision.number, "date": date, "lines": dict(self.lines)}
        return json.dumps(kept, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    def joined(self, other: ToldAmounts) -> ToldAmounts:
        """These amounts and those of other lines after the same decision; of a line in both, the latter."""
        return ToldAmounts(self.decision, {**self.lines, **other.lines})


def note_amounts(
    edition: StoredEdition, lines: Iterable[LineAddress], amounts: Mapping[str, FollowedAmounts]
) -> ToldAmounts:
    """What is noted of lines that a person is told of, or shown, in an edition.

    Args:
        edition: of the year of the lines.
        lines: that the person follows.
        amounts: what the editions of the year have of them.
    """
    stands = {line.path: amounts[line.path].standing(edition) for line in lines}
    return ToldAmounts(edition.decision.address, stands)


def load_told(kept: str) -> ToldAmounts:
    """What `ToldAmounts.dump` wrote."""
    read = json.loads(kept)
    decision = DecisionAddress(read["number"], dt.date.fromisoformat(read["date"]))
    return ToldAmounts(decision, _lines().validate_python(read["lines"]))


@cache
def _lines() -> TypeAdapter[dict[str, Standing]]:
    return TypeAdapter(dict[str, Standing])


@dataclass(frozen=True, slots=True)
class ToldRow:
    """A stored note that somebody knows of a decision; `now` is what it becomes, None where it goes."""

    person: int
    budget: str
    decision: str
    year: int
    amounts: str | None
    is_complete: bool
    now: str | None = None


class ToldNotes:
    """Who knows of which decisions of which years, whatever a budget was called when it was noted."""

    def __init__(self, rows: Iterable[tuple[BudgetAddress, ToldRow]]) -> None:
        self._rows: dict[tuple[int, BudgetAddress], dict[tuple[str, int], list[ToldRow]]] = {}
        for budget, row in rows:
            of_person = self._rows.setdefault((row.person, budget), {})
            of_person.setdefault((row.decision, row.year), []).append(row)

    @classmethod
    async def read(cls, reader: StoredReader) -> ToldNotes:
        """Reads all, of budgets that are loaded."""
        query = (
            select(_TOLD, _BUDGETS.c.place, _BUDGETS.c.first_year, _BUDGETS.c.last_year)
            .join(_KEYS, _KEYS.c.key == _TOLD.c.budget)
            .join(_BUDGETS, _BUDGETS.c.id == _KEYS.c.budget_id)
            .order_by(*_TOLD.primary_key.columns)
        )
        return cls(
            (
                BudgetAddress(row.place, row.first_year, row.last_year),
                ToldRow(row.telegram_id, row.budget, row.decision, row.year, row.amounts, row.is_complete),
            )
            for row in await reader.execute(query)
        )

    @staticmethod
    async def lack_some(session: AsyncSession) -> bool:
        """Whether somebody began to follow a line of a loaded budget since the last look."""
        query = select(_TOLD.c.year).join(_KEYS, _KEYS.c.key == _TOLD.c.budget)
        found = await (await session.connection()).execute(query.where(~_TOLD.c.is_complete).limit(1))
        return found.first() is not None

    def knows(self, person: int, budget: BudgetAddress, decision: str, year: int) -> bool:
        """Whether a person knows of a decision on a year."""
        return (decision, year) in self._rows.get((person, budget), {})

    def list_of(
        self, person: int, budget: BudgetAddress, years: Collection[int]
    ) -> list[tuple[str, int, list[ToldRow]]]:
        """A person's notes on some years of a budget, by decision and year."""
        kept = self._rows.get((person, budget), {})
        return [(decision, year, kept[decision, year]) for decision, year in sorted(kept) if year in years]
