"""Which budget and edition a question is about: the one it asks for, else the newest of the main year.

Chosen from what is known of places and budgets alone: nothing is read here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from parser.decision.place_kinds import kinds_named
from parser.question.question import Question
from parser.records import DecisionKind
from parser.text.folding import sound
from parser.text.places import find_declined_city, find_official
from storage.reading.address import BudgetAddress, DecisionAddress, EditionAddress
from storage.reading.catalogue import Catalogue, StoredEdition
from storage.reading.places import KnownPlace
from storage.search.forms import is_ending
from storage.search.index import Index


@dataclass(frozen=True, slots=True)
class Missing:
    """An edition that was asked for and is not loaded; the matches are from another one."""

    kind: str  # "place", "year", "decision" or "date"; "line" for one that the year asked for lacks
    value: str  # as asked


@dataclass(frozen=True, slots=True)
class ChosenBudget:
    """A budget that a question may be answered from, and the words that name its place."""

    budget: BudgetAddress
    place_words: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class AskedEdition:
    """The edition that a question is answered from.

    `decision` is None for the newest edition of its year; `used_words` and `used_codes` are the words
    and the code runs of the question that chose the edition, and so cannot name a line.
    """

    catalogue: Catalogue
    edition: StoredEdition
    decision: DecisionAddress | None
    missing: Missing | None = None
    used_words: frozenset[str] = frozenset()
    used_codes: frozenset[tuple[str, ...]] = frozenset()

    @property
    def budget(self) -> BudgetAddress:
        """The budget of the edition."""
        return self.catalogue.budget

    @property
    def address(self) -> EditionAddress:
        """The address of the edition, as it was asked for.

        It names no decision where none was asked for: it will open the newest edition of a later day.
        """
        return EditionAddress(self.budget, self.edition.year, self.decision)

    def rest_of(self, question: Question) -> Question:
        """The question without the words and codes that chose the edition: they name no line."""
        tokens = tuple(token for token in question.tokens if token.sound not in self.used_words)
        codes = tuple(run for run in question.codes if run not in self.used_codes)
        amounts = () if self.used_codes and not codes else question.amounts
        return replace(question, tokens=tokens, codes=codes, amounts=amounts)

    def of_main_year(self) -> AskedEdition | None:
        """The main year's newest edition, for a line that the year asked for does not have."""
        main = self.catalogue.find(self.budget.first_year)
        if main is None or main.year == self.edition.year:
            return None
        lacking = Missing("line", str(self.edition.year))
        return replace(self, edition=main, decision=None, missing=lacking)

    def editions(self) -> Iterator[AskedEdition]:
        """This edition, then the others of its year, newest first."""
        yield self
        newest = self.catalogue.find(self.edition.year)
        for edition in reversed(self.catalogue.editions):
            if edition.year == self.edition.year and edition is not self.edition:
                decision = None if edition is newest else edition.decision.address
                yield AskedEdition(self.catalogue, edition, decision)


def choose_budgets(
    index: Index, question: Question, home: str | None, chosen: BudgetAddress | None = None
) -> list[ChosenBudget]:
    """Chooses the budgets that a question may be answered from, the likeliest first.

    The place that the question names, and then no other; else `home`, else the one amended last, and
    after it the others. A place that has the decision asked for comes before one that has not, and so does,
    where no place is at home, one that has the year or date. Of a place's budgets the one that holds what is
    asked for, else the newest.

    Args:
        index: with the places that are loaded, the one amended last first.
        question: what is asked.
        home: the place to answer from when the question names none.
        chosen: the budget that was chosen before: it is not chosen anew.

    Returns:
        An empty list when nothing is loaded.
    """
    named = _find_named(index, question)
    if chosen is not None:
        words = next((words for place, words in named if place.name == chosen.place), frozenset[str]())
        return [ChosenBudget(chosen, words)]
    if named:
        place, words = named[0]
        return [ChosenBudget(_choose_budget(place, question), words)]
    places, tried = index.places, index.weights.answer.places_tried
    at_hand = next((place for place in places if place.name == home), next(iter(places), None))
    years = tuple(year for year in question.years if _is_year(index, question, year))
    asked = replace(question, years=years) if home is None else replace(question, years=(), date=None)
    ordered = sorted(places, key=lambda place: (not _has_what_is_asked(place, asked), place is not at_hand))
    return [ChosenBudget(_choose_budget(place, question)) for place in ordered[: tried + 1]]


def _has_what_is_asked(place: KnownPlace, question: Question) -> bool:
    """Whether a place has a budget with the decision, and of the year or the date, that a question names."""
    decision, years, date = question.decision, question.years, question.date
    if decision is not None and all(known.number != decision for _, known in place.decisions):
        return False
    return any(
        all(budget.first_year <= year <= budget.last_year for year in years)
        and (date is None or (budget.first_year <= date.year <= budget.last_year and known.date <= date))
        for budget, known in place.decisions
    )


def _find_named(index: Index, question: Question) -> list[tuple[KnownPlace, frozenset[str]]]:
    """The places that words of a question may name, with these words.

    Of a town and a district of one name those of the kind that the question names: `Хромтауский район`.
    """
    weights = index.weights.candidates
    named = []
    for place in index.places:
        words = frozenset(
            token.sound
            for token in question.tokens
            if place.is_named_by(token.sound, weights.named_place)
            or (
                (place.is_named_by(token.sound, weights.whole_place) and token.sound in place.spoken)
                and not index.has_word(token.sound)
            )
        )
        if words:
            named.append((place, words))
    kinds = frozenset(kind for token in question.tokens for kind in kinds_named(token.sound))
    return [(place, words) for place, words in named if place.kind in kinds] or named


def _choose_budget(place: KnownPlace, question: Question) -> BudgetAddress:
    """The place's budget that holds what is asked for, else its newest."""

    def suits(known: tuple[BudgetAddress, DecisionAddress]) -> tuple[bool, ...]:
        budget, decision = known
        return (
            decision.number == question.decision,
            question.year == budget.first_year,
            question.year is not None and budget.first_year <= question.year <= budget.last_year,
            question.date is not None and decision.date <= question.date,
        )

    return max(place.decisions, key=suits)[0]  # of equals the first: the newest


def choose_edition(
    index: Index, catalogue: Catalogue, question: Question, place_words: frozenset[str]
) -> AskedEdition | None:
    """Chooses an edition of a budget.

    The newest edition of the main year unless another is asked for. A date means the edition that was
    in force on it, by adoption.

    Args:
        index: for what is a word of names and so no place or year.
        catalogue: of the budget.
        question: what is asked.
        place_words: the words of the question that name the budget's place.

    Returns:
        None when no edition of the budget is loaded.
    """
    if not catalogue.editions:
        return None
    main_year = catalogue.budget.first_year
    years = {edition.year for edition in catalogue.editions}
    year, used = main_year if main_year in years else max(years), set(place_words)
    missing = None if place_words else _other_place(index, question)
    # A number that stands in names (`Жұмыспен қамту 2020`) is a word of the question.
    said = [named for named in question.years if named in years or _is_year(index, question, named)]
    if question.year in years:
        year = question.year
    lacking = next((named for named in said if named not in years), None)
    missing = missing or (Missing("year", str(lacking)) if lacking else None)
    used.update(map(str, said))
    newest = catalogue.find(year)
    if newest is None:
        return None
    asked = AskedEdition(catalogue, newest, None, missing, frozenset(used))
    if question.decision is not None:
        return _by_number(asked, question)
    if question.date is not None:
        return _by_date(asked, question)
    if question.original or question.month is not None:
        return _by_words(asked, question)
    return asked


def _is_year(index: Index, question: Question, number: int) -> bool:
    return not index.has_word(str(number)) or (number == question.year and question.year_is_said)


def _other_place(index: Index, question: Question) -> Missing | None:
    """A city of Kazakhstan that the question names and whose budget is not loaded."""
    for token in question.tokens:
        if index.has_word(token.sound):
            continue
        shortest = index.weights.candidates.other_place
        for end in range(len(token.folded), shortest - 1, -1):
            place = find_official("city", token.folded[:end])
            if place and is_ending(sound(token.folded[end:])):
                return Missing("place", place)
        city = find_declined_city(token.folded)
        if city is not None:
            return Missing("place", city)
    return None


def _by_number(asked: AskedEdition, question: Question) -> AskedEdition:
    """The edition a decision's number asks for. Without the sign № an unknown number is a code."""
    number = question.decision
    run = tuple((number or "").split("-"))
    known = [entry for entry in asked.catalogue.trace(asked.edition.year) if entry.decision.number == number]
    if not known and not question.decision_is_marked:
        return asked
    asked = replace(asked, used_words=asked.used_words | frozenset(run), used_codes=frozenset({run}))
    edition = known[0].edition if known else None
    if edition is None:
        return replace(asked, missing=asked.missing or Missing("decision", str(number)))
    return replace(asked, edition=edition, decision=edition.decision.address)


def _by_words(asked: AskedEdition, question: Question) -> AskedEdition:
    """The edition that is called the original one, or by the month in which its decision was adopted."""
    editions = [edition for edition in asked.catalogue.editions if edition.year == asked.edition.year]
    if question.original:
        editions = [edition for edition in editions if edition.decision.kind is DecisionKind.ORIGINAL]
    else:
        editions = [edition for edition in editions if edition.decision.date.month == question.month]
    if not editions:  # "утверждённый" and a month's name are ordinary words as well
        return asked
    return replace(asked, edition=editions[-1], decision=editions[-1].decision.address)


def _by_date(asked: AskedEdition, question: Question) -> AskedEdition:
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
    return replace(asked, edition=editions[-1], decision=editions[-1].decision.address)
