"""The editions that a question asks to see side by side: years, decisions, months, the first and the last.

None that is asked for is dropped: what is not loaded, and where the line is not printed, is named.
Pure: nothing is read here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from parser.dataclass import dataclass
from parser.question.intents import Intent
from parser.question.named_decision import DecisionInOrder, Standing
from parser.question.question import Question
from parser.records import DecisionKind
from storage.answering.choosing_edition import find_by_adoption, find_of_season, find_standing, lack_decision
from storage.answering.decision_numbers import is_numbered
from storage.answering.edition import AskedEdition
from storage.answering.missing import Missing, MissingKind
from storage.reading.catalogue import StoredEdition

_LAST = Standing(-1)
_FIRST_MONTH = 1
_SEVERAL = 2  # editions that are named


@dataclass(frozen=True, slots=True)
class SideBySide:
    """The editions that are asked for, in the order of time, and those that are not loaded."""

    editions: tuple[AskedEdition, ...]
    lacking: tuple[Missing, ...]
    of_years: bool  # the newest of several years, else several of one year


def list_side_by_side(asked: AskedEdition, question: Question) -> SideBySide | None:
    """The editions of a question that asks for several; None where it asks for one.

    Args:
        asked: the edition that it is answered from if it asks for one.
        question: with its years, decisions and months.
    """
    years = _list_years(asked, question)
    if len(years) > 1:
        found = [(year, _find_year(asked, year)) for year in years]
        editions = tuple(edition for _, edition in found if edition)
        lacking = tuple(Missing(MissingKind.YEAR, str(year)) for year, edition in found if edition is None)
        return SideBySide(editions, lacking, of_years=True)
    named = list(_list_editions(asked, question))
    stored = {edition.key: edition for edition in named if isinstance(edition, StoredEdition)}
    lacking = tuple(edition for edition in named if isinstance(edition, Missing))
    if len(stored) + len(lacking) < 2 or not stored:
        return None
    order = asked.catalogue.editions
    newest = asked.catalogue.find(asked.edition.year)
    return SideBySide(
        tuple(
            replace(
                asked,
                edition=edition,
                decision=None if edition is newest else edition.decision.address,
                missing=None,
            )
            for edition in sorted(stored.values(), key=order.index)
        ),
        lacking,
        of_years=False,
    )


def list_change(asked: AskedEdition, question: Question) -> SideBySide | None:
    """The two editions between which it is asked how several lines changed: `как изменились школы и садики`.

    Or what is left of one: `всё кроме школ выросло?`.
    From the first of the year to the newest; of a decision that is named, from the one before it.

    Args:
        asked: the edition that it is answered from.
        question: what is asked.

    Returns:
        None where no change of several lines is asked for, or there is only one edition.
    """
    several = len(question.parts) > 1 or bool(question.exclusions)
    if question.intent is not Intent.CHANGE or not several or asked.missing is not None:
        return None
    editions = [edition for edition in asked.catalogue.editions if edition.year == asked.edition.year]
    if question.in_order.since:
        earlier = asked.catalogue.find_before(asked.edition, question.in_order.since)
    elif question.names_decision:
        earlier = asked.earlier or asked.catalogue.find_previous(asked.edition)
    else:
        earlier = editions[0]
    if earlier is None or earlier is asked.edition:
        return None
    first = replace(asked, edition=earlier, decision=earlier.decision.address, earlier=None)
    return SideBySide((first, asked), (), of_years=False)


def span_changes(asked: AskedEdition, question: Question) -> AskedEdition:
    """The last of the editions that are named, its changes counted from the first: `между 10-3 и 21-3`.

    Args:
        asked: the edition that the question is answered from if it names one.
        question: which asks what changed in the whole budget.
    """
    side_by_side = list_side_by_side(asked, question)
    if side_by_side is None and question.adopted and asked.missing is None:
        return replace(asked, missing=Missing(MissingKind.SEASON, ""))  # с 10 по 20 апреля: of no decision
    if side_by_side is None and question.in_order.after:
        return _count_from(asked, question)
    if side_by_side is None or side_by_side.of_years:
        return asked
    first, last = side_by_side.editions[0], side_by_side.editions[-1]
    lacking = next(iter(side_by_side.lacking), None)
    earlier = None if first is last else first.edition
    return replace(last, earlier=earlier, missing=lacking)


def _count_from(asked: AskedEdition, question: Question) -> AskedEdition:
    """The newest edition of a year, its changes counted from the one that is named: `с решения 12-3`."""
    newest = asked.catalogue.find(asked.edition.year)
    named = question.names_decision or question.original
    if newest is None or asked.missing is not None or not named or asked.earlier is not None:
        return asked
    if newest is asked.edition:
        return replace(asked, missing=Missing(MissingKind.LATER, ""))
    return replace(asked, edition=newest, decision=None, earlier=asked.edition)


def find_since(question: Question) -> int | None:
    """The month from whose beginning on changes are asked of; of a year without a decision it is the first.

    Args:
        question: which asks what changed.
    """
    of_year = question.year_is_said or question.frame.picks_rows  # новые строки 2013
    edition = question.names_decision or question.original
    whole_year = of_year and len(question.years) == 1 and not edition
    return question.in_order.since or (_FIRST_MONTH if whole_year else None)


def _find_year(asked: AskedEdition, year: int) -> AskedEdition | None:
    """The newest edition of a year: of the budget whose main year it is, else a plan."""
    catalogues = [known for known in (asked.catalogue, *asked.neighbours) if known.find(year) is not None]
    catalogue = next((known for known in catalogues if known.budget.first_year == year), None)
    catalogue = catalogue or next(iter(catalogues), None)
    edition = catalogue.find(year) if catalogue else None
    return AskedEdition(catalogue, edition, None) if catalogue and edition else None


def _list_years(asked: AskedEdition, question: Question) -> Sequence[int]:
    """The years that are asked for; a number that names a line (`Жұмыспен қамту 2020`) is none."""
    catalogues = (asked.catalogue, *asked.neighbours)
    known = {edition.year for catalogue in catalogues for edition in catalogue.editions}
    if question.frame.every_year:
        return sorted(known)
    return sorted(year for year in question.years if year in known or str(year) in asked.used_words)


def _list_editions(asked: AskedEdition, question: Question) -> Iterator[StoredEdition | Missing]:
    """Editions of one year: as the question names them, and the newest where one is compared with it."""
    year = asked.edition.year
    editions = [edition for edition in asked.catalogue.editions if edition.year == year]
    for adopted in question.adopted:
        yield find_by_adoption(asked, adopted)
    for number in question.decisions:
        known = [entry for entry in asked.catalogue.trace(year) if is_numbered(entry.decision.number, number)]
        stored = known[0].edition if known else None
        if stored is not None:
            yield stored
        elif known or question.decision_is_marked or len(question.decisions) > 1:
            yield lack_decision(asked, number)
    for month in question.months:
        of_month = [edition for edition in editions if edition.decision.date.month == month]
        yield of_month[-1] if of_month else Missing(MissingKind.MONTH, str(month))
    for season in question.seasons if len(question.seasons) > 1 else ():
        found = find_of_season(replace(asked, missing=None), season)
        if found.missing is None or found.missing.kind is not MissingKind.SEASON:
            yield found.edition
        if found.missing is not None:
            yield found.missing
    if question.original:
        original = [edition for edition in editions if edition.decision.kind is DecisionKind.ORIGINAL]
        yield original[0] if original else Missing(MissingKind.ORIGINAL, str(year))
    count = (
        len(question.adopted)
        + len(question.decisions)
        + len(question.months)
        + len(question.seasons)
        + question.original
    )
    # в августе и в первом решении; по сравнению с первым решением
    named = bool(question.decisions or question.months) or question.intent is Intent.COMPARE
    if question.in_order.beside or (named and question.in_order.standing):
        yield from _list_ordered(asked, question.in_order)
    compared = question.intent is Intent.COMPARE and not question.parts and not question.in_order.beside
    compared = compared and count < _SEVERAL  # разница между апрелем и июлем
    ends = question.original and question.in_order.standing == _LAST  # в начале и в конце года
    if editions and (question.latest or compared or ends):
        yield editions[-1]


def _list_ordered(asked: AskedEdition, in_order: DecisionInOrder) -> Iterator[StoredEdition | Missing]:
    """The editions of decisions that are named by their order: `первое и последнее решение`."""
    for standing in (*in_order.beside, in_order.standing):
        if standing is not None:
            found = find_standing(replace(asked, missing=None), standing)
            yield found.missing or found.edition
