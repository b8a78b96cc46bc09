"""Which edition of a budget a question is about: the one it asks for, else the newest of the main year.

Chosen from what is known of the budget alone: nothing is read here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from parser.question.intents import Intent
from parser.question.named_decision import DecisionInOrder, Standing
from parser.question.named_span import Adopted
from parser.question.question import Question
from parser.records import DecisionKind
from storage.answering.asked_budgets import names_year
from storage.answering.asked_place import AskedPlace
from storage.answering.decision_numbers import as_said, is_as_numbered, is_numbered, with_slashed
from storage.answering.edition import AskedEdition
from storage.answering.missing import Missing, MissingKind
from storage.reading.catalogue import Catalogue, LedgerEntry, StoredEdition
from storage.search.index import Index

_MONTHS, _LONGEST_MONTH = 12, 31


def choose_edition(
    index: Index,
    catalogue: Catalogue,
    question: Question,
    place: AskedPlace,
    home_year: int | None = None,
) -> AskedEdition | None:
    """Chooses an edition of a budget.

    The newest edition of the main year, or of the person's, unless another is asked for. A date means the
    edition that was in force on it, by adoption.

    Args:
        index: for what is a word of names and so no year.
        catalogue: of the budget.
        question: what is asked.
        place: what the question says of the place.
        home_year: that the person chose for the place, where the question names none.

    Returns:
        None when no edition of the budget is loaded.
    """
    if not catalogue.editions:
        return None
    main_year = catalogue.budget.first_year
    years = {edition.year for edition in catalogue.editions}
    year, used = main_year if main_year in years else max(years), set(place.words)
    kind = MissingKind.PLACE_BESIDE if place.places else MissingKind.PLACE
    missing = Missing(kind, place.missing, further=place.further) if place.missing else None
    # A number that stands in names (`Жұмыспен қамту 2020`) is a word of the question.
    said = [named for named in question.years if named in years or names_year(index, question, named)]
    if question.year in years:
        year = question.year
    elif home_year in years and not question.asks_edition:
        year = home_year
    lacking = next((named for named in said if named not in years), None)
    used.update(map(str, said))
    adopted = _find_adopted(catalogue, year, lacking, question.month)
    if adopted is not None:
        return AskedEdition(catalogue, adopted, adopted.decision.address, missing, frozenset(used))
    missing = missing or (
        Missing(MissingKind.YEAR, str(lacking), catalogue.budget.place) if lacking else None
    )
    newest = catalogue.find(year)
    if newest is None:
        return None
    asked = AskedEdition(catalogue, newest, None, missing, frozenset(used))
    return _step_back(_choose_named(index, asked, question), question.in_order.step)


def _find_adopted(
    catalogue: Catalogue, year: int, adopted_in: int | None, month: int | None
) -> StoredEdition | None:
    """The edition of a budget year whose decision is of a month of another one: `декабрь 2012`."""
    editions = [edition for edition in catalogue.editions if edition.year == year]
    dates = [(edition.decision.date.year, edition.decision.date.month) for edition in editions]
    return dict(zip(dates, editions, strict=True)).get((adopted_in or 0, month or 0))


def _choose_named(index: Index, asked: AskedEdition, question: Question) -> AskedEdition:
    """The edition that a question names, before the steps it takes from there: `до решения 12-3`."""
    if question.adopted:
        return _by_adoption(asked, question.adopted[-1])
    if question.decision is None:
        question = with_slashed(asked.catalogue.trace(asked.edition.year), question)
    if question.decision is not None:
        return _by_number(index, asked, question)
    if question.date is not None:
        return _by_date(asked, question)
    if question.season:
        return find_of_season(asked, question.season)
    if question.original or question.month is not None:
        return _by_words(asked, question)
    return _by_order(asked, question)


def _by_order(asked: AskedEdition, question: Question) -> AskedEdition:
    """The edition that is named by its order, or as one that a month found."""
    in_order = question.in_order
    if in_order.until is not None:
        # What changed until then tells by itself since which decision: `что добавили к ноябрю`.
        says_lacking = in_order.until_day is not None or question.intent is not Intent.CHANGE
        return _until(asked, in_order.until, in_order.until_day, says_lacking=says_lacking)
    return asked if in_order.standing is None else _by_standings(asked, in_order)


def _until(asked: AskedEdition, month: int, day: int | None, *, says_lacking: bool) -> AskedEdition:
    """The edition that was in force when a month began, or on one of its days; before the first is none.

    That a decision which was adopted in between is not loaded is said, where it is to be.
    """
    begins = dt.date(asked.edition.year + (month > _MONTHS), (month - 1) % _MONTHS + 1, 1)
    ends = begins if day is None else begins + dt.timedelta(days=day)
    trace = [entry for entry in asked.catalogue.trace(asked.edition.year) if entry.decision.date < ends]
    before = [entry.edition for entry in trace if entry.edition is not None]
    if not before:
        return replace(asked, missing=asked.missing or Missing(MissingKind.EARLIER, ""))
    told = trace[-1].edition is not None or not says_lacking
    lacking = None if told else lack_decision(asked, trace[-1].decision.number)
    missing = asked.missing or lacking
    return replace(asked, edition=before[-1], decision=before[-1].decision.address, missing=missing)


def _by_standings(asked: AskedEdition, in_order: DecisionInOrder) -> AskedEdition:
    """The edition of the last decision named by its order; its changes are since the first of them."""
    named = [find_standing(asked, standing) for standing in (in_order.standing, *in_order.beside) if standing]
    order = asked.catalogue.editions
    *_, last = sorted(named, key=lambda each: order.index(each.edition))
    missing = next((each.missing for each in named if each.missing), None)
    stored = [each for each in named if each.missing is None and each.edition is not last.edition]
    earlier = min((each.edition for each in stored), key=order.index, default=None)
    return replace(last, missing=missing, earlier=earlier)


def find_standing(asked: AskedEdition, standing: Standing) -> AskedEdition:
    """The edition of a decision by its order among those of the year: the first, the last.

    Args:
        asked: an edition of the year.
        standing: which decision.

    Returns:
        The edition; with what is missing where there is no such decision, or its table is not loaded.
    """
    trace = asked.catalogue.trace(asked.edition.year)
    amending = [entry for entry in trace if entry.decision.kind is not DecisionKind.ORIGINAL]
    counted = amending if standing.of_amendments else trace
    if standing.before_all and -standing.ordinal > len(counted):
        standing = Standing(1)
    if abs(standing.ordinal) > len(counted):
        return replace(asked, missing=asked.missing or Missing(MissingKind.STANDING, str(len(counted))))
    at = standing.ordinal - 1 if standing.ordinal > 0 else len(counted) + standing.ordinal
    loaded = [each for each in counted[: at + 1] if each.edition is not None] if standing.before_all else []
    return _take(asked, loaded[-1] if loaded else counted[at])


def _step_back(asked: AskedEdition, step: int) -> AskedEdition:
    """The edition of a decision so many before another one; with a negative number, after it."""
    if not step:
        return asked
    trace = asked.catalogue.trace(asked.edition.year)
    numbers = [entry.edition for entry in trace]
    wanted = numbers.index(asked.edition) - step
    if not 0 <= wanted < len(trace):
        return replace(
            asked,
            missing=asked.missing or Missing(MissingKind.EARLIER if wanted < 0 else MissingKind.LATER, ""),
        )
    if step > 0 and trace[wanted].edition is None:  # the last one before it that is loaded
        loaded = [entry for entry in trace[:wanted] if entry.edition is not None]
        lacking = lack_decision(asked, trace[wanted].decision.number)
        return _take(
            replace(asked, missing=asked.missing or lacking), loaded[-1] if loaded else trace[wanted]
        )
    return _take(asked, trace[wanted])


def _take(asked: AskedEdition, entry: LedgerEntry) -> AskedEdition:
    """The edition that a decision set; where its table is not loaded, that is said."""
    if entry.edition is None:
        return replace(asked, missing=asked.missing or lack_decision(asked, entry.decision.number))
    return replace(asked, edition=entry.edition, decision=entry.decision.address)


def lack_decision(asked: AskedEdition, number: str) -> Missing:
    """What is missing of a decision without an edition of the year: its table of it, else all of it.

    Args:
        asked: an edition of the year.
        number: of the decision, as it was asked for.
    """
    year = asked.edition.year
    if any(is_numbered(edition.decision.number, number) for edition in asked.catalogue.editions):
        return Missing(MissingKind.DECISION_YEAR, number, year=year)
    return Missing(MissingKind.DECISION, number)


def _by_number(index: Index, asked: AskedEdition, question: Question) -> AskedEdition:
    """The edition a decision's number asks for. Without the sign № an unknown number may be a code."""
    number = question.decision or ""
    trace = asked.catalogue.trace(asked.edition.year)
    known = [entry for entry in trace if is_numbered(entry.decision.number, number)]
    if not known and not question.decision_is_marked and not is_as_numbered(index, trace, number):
        return asked
    runs = [tuple(each.split("-")) for each in question.decisions]
    runs.append(tuple(part for run in runs for part in run))  # `10-3 и 21-3`, typed side by side
    parts = frozenset(part for run in runs for part in run)
    asked = replace(asked, used_words=asked.used_words | parts, used_codes=frozenset(runs))
    edition = known[0].edition if known else None
    if edition is None:
        lacking = lack_decision(asked, number)
        said = known[0].decision.number if known else as_said(question, number)
        lacking = replace(lacking, value=said)
        return replace(asked, missing=asked.missing or lacking)
    return replace(asked, edition=edition, decision=edition.decision.address)


def _by_words(asked: AskedEdition, question: Question) -> AskedEdition:
    """The edition that is called the original one, or by the month in which its decision was adopted."""
    editions = [edition for edition in asked.catalogue.editions if edition.year == asked.edition.year]
    if question.original:
        editions = [edition for edition in editions if edition.decision.kind is DecisionKind.ORIGINAL]
    else:
        editions = [edition for edition in editions if edition.decision.date.month == question.month]
    if not editions and question.month is not None:
        return replace(asked, missing=asked.missing or _lack_month(asked, question.month))
    if not editions:  # "утверждённый" is an ordinary word as well
        return asked
    return replace(asked, edition=editions[-1], decision=editions[-1].decision.address)


def _by_adoption(asked: AskedEdition, adopted: Adopted) -> AskedEdition:
    """The edition that is named by when its decision was adopted, counted from the year that is asked of."""
    found = find_by_adoption(asked, adopted)
    if isinstance(found, Missing):
        return replace(asked, missing=asked.missing or found)
    return replace(asked, edition=found, decision=found.decision.address)


def find_by_adoption(asked: AskedEdition, adopted: Adopted) -> StoredEdition | Missing:
    """The edition of a year by when its decision was adopted: the one in force on a day, or at a month's end.

    Args:
        asked: an edition of the year.
        adopted: when, counted from that year.

    Returns:
        What is missing where the table of the decision in force then is not loaded, or there was none yet.
    """
    year = asked.edition.year - adopted.years_before
    until = (year, adopted.month, adopted.day or _LONGEST_MONTH)
    trace = asked.catalogue.trace(asked.edition.year)
    before = [entry for entry in trace if entry.decision.date.timetuple()[:3] <= until]
    if not before:
        return Missing(MissingKind.MONTH, str(adopted.month))
    return before[-1].edition or lack_decision(asked, before[-1].decision.number)


def _lack_month(asked: AskedEdition, month: int) -> Missing:
    """What is missing of a month without an edition: the decision of it that is known, else any."""
    trace = asked.catalogue.trace(asked.edition.year)
    known = [entry.decision for entry in trace if entry.decision.date.month == month]
    return lack_decision(asked, known[-1].number) if known else Missing(MissingKind.MONTH, str(month))


def find_of_season(asked: AskedEdition, months: Sequence[int]) -> AskedEdition:
    """The last edition of a season, whose changes are those of all its decisions that follow one another.

    That the table of a later one among them is not loaded is said; of an earlier one the changes tell it.

    Args:
        asked: an edition of the year.
        months: of the season.
    """
    editions = [edition for edition in asked.catalogue.editions if edition.year == asked.edition.year]
    inside = [edition.decision.date.month in months for edition in editions]
    if True not in inside:
        return replace(asked, missing=asked.missing or Missing(MissingKind.SEASON, ""))
    last = len(inside) - 1 - inside[::-1].index(True)
    first = last
    while first and inside[first - 1]:
        first -= 1
    earlier = editions[first - 1] if 0 < first < last else None
    edition, missing = editions[last], asked.missing
    trace = asked.catalogue.trace(asked.edition.year)
    later = trace[[entry.edition for entry in trace].index(edition) + 1 :]
    unread = (entry.decision for entry in later if entry.edition is None)
    lacking = next((decision for decision in unread if decision.date.month in months), None)
    if lacking is not None:
        missing = missing or lack_decision(asked, lacking.number)
    return replace(
        asked, edition=edition, decision=edition.decision.address, earlier=earlier, missing=missing
    )


def _by_date(asked: AskedEdition, question: Question) -> AskedEdition:
    """The edition in force on a date: set by the last decision adopted on it or before."""
    if question.date is None:
        return asked
    every = asked.catalogue.trace(asked.edition.year)
    trace = [entry for entry in every if entry.decision.date <= question.date]
    editions = [entry.edition for entry in trace if entry.edition is not None]
    if not editions:
        return replace(asked, missing=asked.missing or Missing(MissingKind.DATE, question.date.isoformat()))
    lacking = None if trace[-1].edition else lack_decision(asked, trace[-1].decision.number)
    missing = asked.missing or lacking
    return replace(asked, edition=editions[-1], decision=editions[-1].decision.address, missing=missing)
