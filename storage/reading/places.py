"""The places whose budgets are loaded, with their decisions: enough to choose a budget by.

A few thousand short rows for a whole country, read once with the search index.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field

from sqlalchemy import select
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.dataclass import dataclass
from parser.decision.place_kinds import SmallKind, kind_of_place, without_kind
from parser.decision.place_names import names_of_place
from parser.decision.rural_places import is_summary
from parser.records import Language
from parser.text.declension import name_in
from parser.text.places import PlaceKind, find_listed
from storage.models import Budget, Decision, DecisionText, table
from storage.reading.address import BudgetAddress, DecisionAddress


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
    budget, decision, text = table(Budget).c, table(Decision).c, table(DecisionText).c
    connection = await session.connection()
    printed: dict[str, set[tuple[Language, str]]] = {}
    texts = (
        select(budget.place, text.language, text.place.label("printed"))
        .join(table(Decision), decision.budget_id == budget.id)
        .join(table(DecisionText), text.decision_id == decision.id)
        .where(text.place.is_not(None))
        .distinct()
    )
    for place, language, name in await connection.execute(texts):
        printed.setdefault(place, set()).add((language, name))
    query = (
        select(budget.place, budget.first_year, budget.last_year, decision.number, decision.date)
        .join(table(Decision), decision.budget_id == budget.id)
        .order_by(decision.date.desc(), budget.place, budget.first_year.desc(), budget.last_year)
    )
    known: dict[str, list[tuple[BudgetAddress, DecisionAddress]]] = {}
    for place, first_year, last_year, number, date in await connection.execute(query):
        address = BudgetAddress(place, first_year, last_year), DecisionAddress(number, date)
        known.setdefault(place, []).append(address)
    return tuple(
        know_place(place, decisions, sorted(printed.get(place, ()))) for place, decisions in known.items()
    )
