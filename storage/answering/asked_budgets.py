"""Which budgets a question may be answered from: of the place that it names, else of the person's own.

Where neither says the place and several are loaded, one is taken and the answer says so; of villages, none
of which stands for the others, their summary is taken, or the person is asked.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from parser.dataclass import dataclass, replace
from parser.decision.place_kinds import SmallKind
from parser.decision.place_kinds import called as called_by_kind
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.place_words import find_any_village, kinds_called
from parser.question.question import Question
from parser.records import Language
from parser.text.language import detect_language
from storage.answering.asked_place import AskedPlace, read_place
from storage.answering.decision_numbers import is_numbered
from storage.reading.address import BudgetAddress, DecisionAddress
from storage.reading.places import Home, KnownPlace
from storage.search.index import Index

# Of several villages: ауылдарға; сёлам, округах
_SEVERAL = re.compile("[ldt][ae]r|a(?:m|mi|h|x)$")


@dataclass(frozen=True, slots=True)
class AskedBudgets:
    """The budgets that a question may be answered from.

    Attributes:
        budgets: the likeliest first; none where only the person can choose, or nothing is loaded.
        place: what the question says of the place.
        to_choose: the budgets of the places that the person is asked to choose from.
        is_assumed: whether neither the question nor the person said the place, and there are several.
        year: that the person chose for the place of the first budget.
    """

    budgets: tuple[BudgetAddress, ...]
    place: AskedPlace
    to_choose: tuple[BudgetAddress, ...] = ()
    is_assumed: bool = False
    year: int | None = None


def choose_budgets(
    index: Index,
    question: Question,
    home: Home | None = None,
    chosen: BudgetAddress | None = None,
    placed: KnownPlace | None = None,
) -> AskedBudgets:
    """Chooses the budgets that a question may be answered from.

    A place that has the decision asked for comes before one that has not, and so does, where no place is at
    home, one that has the year or date. Of a place's budgets the one that holds what is asked for, else the
    newest.

    Args:
        index: with the places that are loaded, the one amended last first.
        question: what is asked.
        home: where to answer from when the question names no place.
        chosen: the budget that was chosen before: it is not chosen anew.
        placed: the place that the message named before the question.
    """
    found = _choose(index, question, home, chosen, placed)
    first = next(iter(found.budgets), None)
    known = next((known for known in index.places if first and known.name == first.place), None)
    return replace(found, year=_year_at(home, known)) if known else found


def _year_at(home: Home | None, known: KnownPlace) -> int | None:
    """The year that was chosen for a place; None for another place."""
    return home.year if home and home.is_place(known) else None


def _choose(
    index: Index,
    question: Question,
    home: Home | None,
    chosen: BudgetAddress | None,
    placed: KnownPlace | None,
) -> AskedBudgets:
    place = read_place(index, question)
    if placed is not None:
        place = replace(place, places=(placed,))
    if chosen is not None:
        # Places that are named side by side stay so, whichever of them a button is about.
        named = _choose_named(index, question, place, home).budgets if place.beside else ()
        return AskedBudgets(named if chosen in named else (chosen,), replace(place, missing=None))
    if place.places or place.missing:
        return _choose_named(index, question, place, home)
    own = home.find(index.places) if home else None
    if (of_village := _choose_village(index, question, place, own)) is not None:
        return of_village
    if own:
        return AskedBudgets(_list_budgets(index, question, own, home), place)
    return _choose_unnamed(index, question, place)


def _choose_village(
    index: Index, question: Question, place: AskedPlace, own: KnownPlace | None
) -> AskedBudgets | None:
    """Of the only village that is loaded, where the budget of a village is all that is asked of; else which.

    A city's is none: `ауыл бюджеті`.

    Returns:
        None where something else is named too, or the person's own place is a village.
    """
    tokens = question.tokens
    called = find_any_village([token.sound for token in tokens])
    asking = load_asking_words()
    of_budget = [
        n for n, token in enumerate(tokens) if n not in called and asking.says(token.sound, Asks.WHOLE)
    ]
    others = any(not token.filler for n, token in enumerate(tokens) if n not in (*called, *of_budget))
    if not called or not of_budget or others or question.codes or (own is not None and own.is_small):
        return None
    several = any(_SEVERAL.search(tokens[n].sound) for n in called)
    if several and all(kinds_called([tokens[n].sound]) for n in of_budget):
        return None  # `сколько район даёт сёлам` asks of the district
    place = replace(place, words=place.words | {tokens[n].sound for n in called})
    small = [known for known in index.places if known.is_small]
    if len(small) == 1:
        return AskedBudgets((choose_budget(small[0], question, None),), place)
    language = detect_language(question.text) or Language.RU
    missing = None if small else called_by_kind(SmallKind.VILLAGE, language)
    return AskedBudgets((), replace(place, missing=missing), _newest(small or _large_first(index.places)))


def _choose_named(index: Index, question: Question, place: AskedPlace, home: Home | None) -> AskedBudgets:
    """Of the place that is named; of a district that is not loaded, its villages."""
    if not place.places:
        inside = [known for known in index.places if known.district == place.missing]
        summary = next((known for known in inside if known.is_summary), None)
        if summary is not None:
            return AskedBudgets((choose_budget(summary, question, home),), place)
        if place.alike:  # which of them is meant is for the person to say
            return AskedBudgets((), replace(place, missing=None), _newest(place.alike))
        return AskedBudgets((), place, _newest(inside or _large_first(index.places)))
    asked = (question.decision, question.years, question.date)
    fitting = [known for known in place.places if _has(known, *asked)] or place.places
    if len(fitting) > 1:
        return AskedBudgets((), place, _newest(place.places))
    named = dict.fromkeys((fitting[0], *place.beside))
    return AskedBudgets(tuple(choose_budget(known, question, home) for known in named), place)


def _choose_unnamed(index: Index, question: Question, place: AskedPlace) -> AskedBudgets:
    """Of the place that a town or district has, or the only one of all; of villages their summary.

    Of very many places none is taken without a word: whoever asks chooses one.
    """
    places = _large_first(index.places)
    if not places:
        return AskedBudgets((), place)
    called = kinds_called(token.sound for token in question.tokens)
    places = [
        known for known in places if called == {known.kind}
    ] or places  # `бюджет города` is no district's
    years = [year for year in question.years if names_year(index, question, year)]
    having = [known for known in places if _has(known, question.decision, years, question.date)]
    first = (having or places)[0]
    alone = len(having) == 1 or len(places) == 1
    is_any_village = first.is_small and not first.is_summary
    is_one_of_many = len(having or places) > index.weights.answer.places_assumed
    if not alone and (is_any_village or is_one_of_many):
        return AskedBudgets((), place, _newest(having or places))
    budgets = _list_budgets(index, question, first)
    return AskedBudgets(budgets, place, is_assumed=len(places) > 1)


def _large_first(places: Sequence[KnownPlace]) -> list[KnownPlace]:
    """Towns, districts and regions; then summaries; then villages. Of each the one amended last first."""
    return sorted(places, key=lambda known: (known.is_small, known.is_small and not known.is_summary))


def _list_budgets(
    index: Index, question: Question, at_hand: KnownPlace, home: Home | None = None
) -> tuple[BudgetAddress, ...]:
    """The budget of the place at hand, and those that are tried where it has not what is asked.

    `home` is given where that place is the person's own.
    """
    is_home = home is not None
    called = kinds_called(token.sound for token in question.tokens)
    years = [year for year in question.years if names_year(index, question, year) and not is_home]
    asked = (question.decision, years, None if is_home else question.date)
    places = _large_first(index.places)

    def rank(known: KnownPlace) -> tuple[bool, ...]:
        is_other = not is_home and called == {at_hand.kind} and known.kind is not at_hand.kind
        return (is_other, not _has(known, *asked), known is not at_hand)

    ordered = sorted(places, key=rank)
    tried = ordered[: index.weights.answer.places_tried + 1]
    return tuple(choose_budget(known, question, home) for known in tried)


def names_year(index: Index, question: Question, number: int) -> bool:
    """Whether a number of a question is a year, and no word of a line's name: `Жұмыспен қамту 2020`.

    Args:
        index: with the names.
        question: what is asked.
        number: one of its years.
    """
    if number == question.year and question.year_is_said:
        return True
    years = set(map(str, question.years))
    others = [token.sound for token in question.tokens if not token.filler and token.sound not in years]
    return not others or not index.has_name_of([str(number)], others)


def _has(place: KnownPlace, decision: str | None, years: Sequence[int], date: dt.date | None) -> bool:
    """Whether a place has a budget with a decision, and of the years or the date, that a question names."""
    if decision is not None and all(known.number != decision for _, known in place.decisions):
        return False
    return any(
        all(budget.first_year <= year <= budget.last_year for year in years)
        and (date is None or (budget.first_year <= date.year <= budget.last_year and known.date <= date))
        for budget, known in place.decisions
    )


def choose_budget(place: KnownPlace, question: Question, home: Home | None) -> BudgetAddress:
    """The place's budget that holds what is asked for, else its newest.

    Args:
        place: one that is loaded.
        question: what is asked of it.
        home: the person's own place, with the year that was chosen there.
    """
    year = question.year if question.asks_edition else _year_at(home, place)

    def suits(known: tuple[BudgetAddress, DecisionAddress]) -> tuple[bool, ...]:
        budget, decision = known
        return (
            question.decision is not None and is_numbered(decision.number, question.decision),
            year == budget.first_year,
            year is not None and budget.first_year <= year <= budget.last_year,
            question.date is not None and decision.date <= question.date,
        )

    return max(place.decisions, key=suits)[0]  # of equals the first: the newest


def _newest(places: Sequence[KnownPlace]) -> tuple[BudgetAddress, ...]:
    return tuple(known.newest for known in places)
