"""Which edition a question is about: the newest of the main year, or what it asks for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from parser.names import sound, sounds
from parser.places import find_official
from parser.question import Question
from parser.records import DecisionKind
from storage.catalogue import Catalogue, StoredEdition, load_catalogue
from storage.models import Budget, Decision, table
from storage.records import BudgetInfo
from storage.search.index import Index
from storage.search.lexicon import is_ending

_SHORTEST_PLACE = 5  # letters; shorter names of cities are words as well


@dataclass(frozen=True, slots=True)
class Missing:
    """An edition that was asked for and is not loaded; the matches are from another one."""

    kind: str  # "place", "year", "decision" or "date"
    value: str  # as asked


@dataclass(frozen=True, slots=True)
class Asked:
    """The edition that a question is answered from.

    `decision_id` is None for the newest edition of its year; `used` are the words and the code
    runs of the question that chose the edition, and so cannot name a line.
    """

    catalogue: Catalogue
    edition: StoredEdition
    decision_id: int | None
    missing: Missing | None = None
    used_words: frozenset[str] = frozenset()
    used_codes: frozenset[tuple[str, ...]] = frozenset()

    @property
    def budget(self) -> BudgetInfo:
        """The budget of the edition."""
        return self.catalogue.budget

    def rest_of(self, question: Question) -> Question:
        """The question without what chose the edition."""
        tokens = tuple(token for token in question.tokens if token.sound not in self.used_words)
        codes = tuple(run for run in question.codes if run not in self.used_codes)
        amounts = () if self.used_codes and not codes else question.amounts
        return replace(question, tokens=tokens, codes=codes, amounts=amounts)

    def editions(self) -> Iterator[Asked]:
        """This edition, then the others of its year, newest first."""
        yield self
        newest = self.catalogue.find(self.edition.year)
        for other in reversed(self.catalogue.editions):
            if other.year == self.edition.year and other is not self.edition:
                decision = None if other is newest else other.decision.id
                yield Asked(self.catalogue, other, decision)


async def choose_edition(connection: AsyncConnection, index: Index, question: Question) -> Asked | None:
    """Chooses the budget and its edition.

    The budget is the one whose place the question names, else the one amended last. The edition
    is the newest of the budget's main year unless a year, a decision or a date is asked for; a
    date means the edition that was in force on it, by adoption.

    Returns:
        None when nothing is loaded.
    """
    catalogue, place_words = await _choose_budget(connection, question)
    if catalogue is None or not catalogue.editions:
        return None
    main_year = catalogue.budget.first_year
    years = {edition.year for edition in catalogue.editions}
    year, used = main_year if main_year in years else max(years), set(place_words)
    missing = None if place_words else _other_place(index, question)
    if question.year is not None:
        named = str(question.year) in index.postings and not question.year_is_said
        if question.year in years:
            year = question.year
            used.add(str(question.year))
        elif not named:  # a number that stands in names (`Жұмыспен қамту 2020`) is a word of the question
            missing = missing or Missing("year", str(question.year))
            used.add(str(question.year))
    newest = catalogue.find(year)
    if newest is None:
        return None
    asked = Asked(catalogue, newest, None, missing, frozenset(used))
    if question.decision is not None:
        return _by_number(asked, question)
    if question.date is not None:
        return _by_date(asked, question)
    if question.original or question.month is not None:
        return _by_words(asked, question)
    return asked


async def _choose_budget(
    connection: AsyncConnection, question: Question
) -> tuple[Catalogue | None, list[str]]:
    """The budget amended last, of the place that the question names or of all; and the words naming it."""
    budget, decision = table(Budget).c, table(Decision).c
    newest = (
        select(budget.id)
        .join(table(Decision), decision.budget_id == budget.id)
        .order_by(decision.date.desc(), budget.id)
        .limit(1)
    )
    for place in await connection.scalars(select(budget.place).distinct()):
        named = sounds(place)
        used = [token.sound for token in question.tokens if named and _names_place(token.sound, named[0])]
        if used:
            chosen = await connection.scalar(newest.where(budget.place == place))
            return await load_catalogue(connection, budget_id=chosen), used
    chosen = await connection.scalar(newest)
    return (await load_catalogue(connection, budget_id=chosen) if chosen is not None else None), []


def _names_place(word: str, place: str) -> bool:
    return len(place) >= 4 and word.startswith(place)


def _other_place(index: Index, question: Question) -> Missing | None:
    """A city of Kazakhstan that the question names and whose budget is not loaded."""
    for token in question.tokens:
        if token.sound in index.postings:
            continue
        for end in range(len(token.folded), _SHORTEST_PLACE - 1, -1):
            place = find_official("city", token.folded[:end])
            if place and is_ending(sound(token.folded[end:])):
                return Missing("place", place)
    return None


def _by_number(asked: Asked, question: Question) -> Asked:
    """The edition a decision's number asks for. Without the sign № an unknown number is a code."""
    number = question.decision
    run = tuple((number or "").split("-"))
    known = [place for place in asked.catalogue.trace(asked.edition.year) if place.decision.number == number]
    if not known and not question.decision_is_marked:
        return asked
    asked = replace(asked, used_words=asked.used_words | frozenset(run), used_codes=frozenset({run}))
    edition = known[0].edition if known else None
    if edition is None:
        return replace(asked, missing=asked.missing or Missing("decision", str(number)))
    return replace(asked, edition=edition, decision_id=edition.decision.id)


def _by_words(asked: Asked, question: Question) -> Asked:
    """The edition that is called the original one, or by the month in which its decision was adopted."""
    editions = [edition for edition in asked.catalogue.editions if edition.year == asked.edition.year]
    if question.original:
        editions = [edition for edition in editions if edition.decision.kind is DecisionKind.ORIGINAL]
    else:
        editions = [edition for edition in editions if edition.decision.date.month == question.month]
    if not editions:  # "утверждённый" and a month's name are ordinary words as well
        return asked
    return replace(asked, edition=editions[-1], decision_id=editions[-1].decision.id)


def _by_date(asked: Asked, question: Question) -> Asked:
    """The edition in force on a date: set by the last decision adopted on it or before."""
    if question.date is None:
        return asked
    editions = [
        edition
        for edition in asked.catalogue.editions
        if edition.year == asked.edition.year and edition.decision.date <= question.date
    ]
    if not editions:
        return replace(asked, missing=asked.missing or Missing("date", question.date.isoformat()))
    return replace(asked, edition=editions[-1], decision_id=editions[-1].decision.id)
