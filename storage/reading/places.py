"""The places whose budgets are loaded, with their decisions: enough to choose a budget by.

A few thousand short rows for a whole country, read once with the search index.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.text.folding import sounds
from storage.models import Budget, Decision, table
from storage.reading.address import BudgetAddress, DecisionAddress

# What Russian puts for the last vowel of a name, as it sounds: `Астаны, -е, -у, -ой`; `Семея, -ю, -е, -ем`,
# where `ее` sounds as one `e`.
_CASES = {"a": ("i", "e", "u", "oi"), "i": ("", "ia", "iu", "m")}


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A place, with the decisions on its budgets, the newest first.

    Attributes:
        name: the place's.
        spoken: the first word of the name as it sounds, which questions name the place by.
        decisions: each with its budget, loaded or only known from another's text.
    """

    name: str
    spoken: str
    decisions: tuple[tuple[BudgetAddress, DecisionAddress], ...]

    def is_named_by(self, word: str, shortest: int) -> bool:
        """Whether a word of a question, as it sounds, is the place's name in any of its forms.

        Kazakh adds endings to the whole name (`Астанадағы`), Russian changes its last vowel: `в Астане`,
        `в Семее`.

        Args:
            word: as it sounds.
            shortest: letters that a name must keep; shorter ones are words as well.
        """
        if len(self.spoken) < shortest:
            return False
        if word.startswith(self.spoken):
            return True
        stem, last = self.spoken[:-1], self.spoken[-1]
        return len(stem) >= shortest and word.startswith(stem) and word[len(stem) :] in _CASES.get(last, ())


async def list_places(session: AsyncSession) -> tuple[KnownPlace, ...]:
    """Reads the places, the one whose budget was amended last first."""
    budget, decision = table(Budget).c, table(Decision).c
    query = (
        select(budget.place, budget.first_year, budget.last_year, decision.number, decision.date)
        .join(table(Decision), decision.budget_id == budget.id)
        .order_by(decision.date.desc(), budget.place, budget.first_year.desc(), budget.last_year)
    )
    known: dict[str, list[tuple[BudgetAddress, DecisionAddress]]] = {}
    for place, first_year, last_year, number, date in await (await session.connection()).execute(query):
        address = BudgetAddress(place, first_year, last_year), DecisionAddress(number, date)
        known.setdefault(place, []).append(address)
    return tuple(
        KnownPlace(place, next(iter(sounds(place)), ""), tuple(decisions))
        for place, decisions in known.items()
    )
