"""The places whose budgets are loaded, with their decisions: enough to choose a budget by.

A few thousand short rows for a whole country, read once with the search index.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.decision.place_kinds import SmallKind, kind_of_place, without_kind
from parser.text.folding import sounds
from parser.text.places import PlaceKind, key_of, official_names
from storage.models import Budget, Decision, DecisionText, table
from storage.reading.address import BudgetAddress, DecisionAddress

# What Russian puts for the last vowel of a name, as it sounds: `Астаны, -е, -у, -ой`; `Семея, -ю, -е, -ем`,
# where `ее` sounds as one `e`.
_CASES = {"a": ("i", "e", "u", "oi"), "i": ("", "ia", "iu", "m")}


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A place, with the decisions on its budgets, the newest first.

    Attributes:
        name: the place's.
        kind: of the place, a `PlaceKind` or a `SmallKind`, as its name tells it.
        spoken: what questions name the place by: the first word, as it sounds, of each name that the place
            has in a text or by law, `Дөң ауылдық округі` and `Донской сельский округ` alike.
        decisions: each with its budget, loaded or only known from another's text.
    """

    name: str
    kind: PlaceKind | SmallKind
    spoken: tuple[str, ...]
    decisions: tuple[tuple[BudgetAddress, DecisionAddress], ...]

    def is_named_by(self, word: str, shortest: int) -> bool:
        """Whether a word of a question, as it sounds, is the place's name in any of its forms.

        Kazakh adds endings to the whole name (`Астанадағы`), Russian changes its last vowel: `в Астане`,
        `в Семее`.

        Args:
            word: as it sounds.
            shortest: letters that a name must keep; shorter ones are words as well.
        """
        return any(_is_form(word, spoken, shortest) for spoken in self.spoken)


def _is_form(word: str, spoken: str, shortest: int) -> bool:
    if len(spoken) < shortest:
        return False
    if word.startswith(spoken):
        return True
    stem, last = spoken[:-1], spoken[-1]
    return len(stem) >= shortest and word.startswith(stem) and word[len(stem) :] in _CASES.get(last, ())


async def list_places(session: AsyncSession) -> tuple[KnownPlace, ...]:
    """Reads the places, the one whose budget was amended last first."""
    budget, decision, text = table(Budget).c, table(Decision).c, table(DecisionText).c
    connection = await session.connection()
    printed: dict[str, set[str]] = {}
    texts = (
        select(budget.place, text.place.label("printed"))
        .join(table(Decision), decision.budget_id == budget.id)
        .join(table(DecisionText), text.decision_id == decision.id)
        .where(text.place.is_not(None))
        .distinct()
    )
    for place, name in await connection.execute(texts):
        printed.setdefault(place, set()).add(name)
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
        KnownPlace(place, kind_of_place(place), spoken_names(place, printed.get(place, ())), tuple(decisions))
        for place, decisions in known.items()
    )


def spoken_names(place: str, printed: Iterable[str] = ()) -> tuple[str, ...]:
    """What questions name a place by; see `KnownPlace.spoken`.

    >>> spoken_names("сельский округ Дөң, Хромтау ауданы", ["Дөң ауылдық округі, Хромтау ауданы"])
    ('don',)

    Args:
        place: the name of its budget.
        printed: its names in the texts of decisions.
    """
    own = [without_kind(name.partition(",")[0]) for name in (place, *sorted(printed))]
    kind = kind_of_place(place)
    official = official_names(kind, own[0]) if isinstance(kind, PlaceKind) else ()
    first = [next(iter(name.split()), "") for name in own]
    whole = (next(iter(sounds(name)), "") for name in first)
    # An adjective is known by its noun, which all its cases begin with: `в Аксуском сельском округе`.
    nouns = (key.rstrip("+") for name in (*first, *official) if (key := key_of(name)) and name)
    return tuple(dict.fromkeys(filter(None, (*whole, *nouns))))
