"""The places whose budgets are loaded, with their decisions: enough to choose a budget by.

A few thousand short rows for a whole country, read once with the search index.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import TYPE_CHECKING, NamedTuple

from parser.dataclass import dataclass
from parser.decision.place_kinds import SmallKind, kind_of_place, without_kind
from parser.decision.place_names import names_of_place
from parser.decision.rural_places import is_summary
from parser.records import Language
from parser.text.declension import name_in
from parser.text.places import PlaceKind, find_listed
from storage.reading.address import BudgetAddress, DecisionAddress
from storage.statements import RowShape, fetch_rows, read_date

if TYPE_CHECKING:
    from sqlmodel.ext.asyncio.session import AsyncSession


class _PrintedPlace(NamedTuple):
    """A place as a text prints it."""

    place: str
    language: Language
    printed: str


class _DecisionRow(NamedTuple):
    """A decision on a budget."""

    place: str
    first_year: int
    last_year: int
    number: str
    date: dt.date


_PRINTED_PLACES = RowShape(_PrintedPlace, language=Language)
_PRINTED = """
SELECT DISTINCT budget.place, decision_text.language, decision_text.place
FROM budget JOIN decision ON decision.budget_id = budget.id
  JOIN decision_text ON decision_text.decision_id = decision.id
WHERE decision_text.place IS NOT NULL
"""
_DECISION_ROWS = RowShape(_DecisionRow, date=read_date)
_DECISIONS = """
SELECT budget.place, budget.first_year, budget.last_year, decision.number, decision.date
FROM budget JOIN decision ON decision.budget_id = budget.id
ORDER BY decision.date DESC, budget.place, budget.first_year DESC, budget.last_year
"""


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A place, with the decisions on its budgets, the newest first.

    Attributes:
        name: the place's.
        kind: of the place, a `PlaceKind` or a `SmallKind`, as its name tells it.
        names: what it is called in each language, as far as a text or the law says it.
        own_names: all its names without the word of its kind and without its district: `Дөң` and `Донской`
            of `Дөң ауылдық округі, Хромтау ауданы`, `Донской сельский округ, Хромтау ауданы`.
        decisions: each with its budget, loaded or only known from another's text.
    """

    name: str
    kind: PlaceKind | SmallKind
    names: Mapping[Language, str] = field(hash=False)
    own_names: tuple[str, ...]
    decisions: tuple[tuple[BudgetAddress, DecisionAddress], ...]

    @property
    def district(self) -> str:
        """The district of a place whose name says it: `Хромтау ауданы`; empty for another one."""
        return self.name.partition(",")[2].strip()

    @property
    def is_small(self) -> bool:
        """Whether it is a village, or all villages of a district together."""
        return isinstance(self.kind, SmallKind)

    @property
    def is_summary(self) -> bool:
        """Whether it stands for all villages of a district together."""
        return is_summary(self.name)

    @property
    def budgets(self) -> tuple[BudgetAddress, ...]:
        """All its budgets, the one that was amended last first."""
        return tuple(dict.fromkeys(budget for budget, _ in self.decisions))

    @property
    def newest(self) -> BudgetAddress:
        """The budget that was amended last."""
        return self.decisions[0][0]

    def is_called(self, name: str) -> bool:
        """Whether a full name is one of the place's, in whichever language."""
        return name == self.name or name in self.names.values()


@dataclass(frozen=True, slots=True)
class Home:
    """The place to answer from when a question names none, and the year where one was chosen."""

    place: str
    year: int | None = None

    def is_place(self, known: KnownPlace) -> bool:
        """Whether it is this place, in whichever language it is called."""
        return known.is_called(self.place)

    def find(self, places: Iterable[KnownPlace]) -> KnownPlace | None:
        """Which of the places it is; None where its budgets are not loaded."""
        return next(filter(self.is_place, places), None)


def know_place(
    name: str,
    decisions: Iterable[tuple[BudgetAddress, DecisionAddress]],
    printed: Iterable[tuple[Language, str]] = (),
) -> KnownPlace:
    """A place by its budgets' name.

    >>> know_place("Семей", []).names[Language.RU], know_place("Семей", []).own_names[:3]
    ('Семей', ('Семей', 'Семейский', 'Семипалатинск'))

    Args:
        name: the place's.
        decisions: on its budgets, the newest first.
        printed: its names in the texts of decisions, with their languages.
    """
    kind = kind_of_place(name)
    stated = [(language, text) for language, text in printed]
    names = names_of_place(name, stated)
    own = [without_kind(text.partition(",")[0]) for text in (name, *sorted(text for _, text in stated))]
    listed = find_listed(kind, own[0]) if isinstance(kind, PlaceKind) else None
    nouns = [] if listed else [name_in(text) for text in own]  # Аксуский сельский округ is also Аксу
    every = (*own, *nouns, *(listed.names if listed else ()))
    return KnownPlace(name, kind, names, tuple(dict.fromkeys(filter(None, every))), tuple(decisions))


async def list_places(session: AsyncSession) -> tuple[KnownPlace, ...]:
    """Reads the places, the one whose budget was amended last first."""
    connection = await session.connection()
    printed: dict[str, set[tuple[Language, str]]] = {}
    for place, language, name in _PRINTED_PLACES.read(await connection.run_sync(fetch_rows, _PRINTED)):
        printed.setdefault(place, set()).add((language, name))
    known: dict[str, list[tuple[BudgetAddress, DecisionAddress]]] = {}
    rows = _DECISION_ROWS.read(await connection.run_sync(fetch_rows, _DECISIONS))
    for place, first_year, last_year, number, date in rows:
        address = BudgetAddress(place, first_year, last_year), DecisionAddress(number, date)
        known.setdefault(place, []).append(address)
    return tuple(
        know_place(place, decisions, sorted(printed.get(place, ()))) for place, decisions in known.items()
    )
