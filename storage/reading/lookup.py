"""From the short form of an address back to what it names, or to what there is instead.

A short address is public and may be forged, made on another machine, or years old. It is never
answered with something else: what it names is found exactly, or is said to be gone.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from sqlalchemy import and_, select

from parser import budget_code
from parser.budget_code import BY_SIDE, Side
from parser.dataclass import dataclass
from parser.records import Language
from storage import models
from storage.kept.reader import StoredReader, of_one_state
from storage.models import table
from storage.reading.address import (
    BudgetAddress,
    DecisionAddress,
    EditionAddress,
    LineAddress,
    adoption_order,
)
from storage.reading.catalogue_query import load_catalogue
from storage.reading.records import Names
from storage.reading.renumbered import Renumbered, find_renumbered
from storage.reading.short_address import ShortAddress, decision_key

_KEYS = table(models.BudgetKey)
_BUDGETS = table(models.Budget)
_DECISIONS = table(models.Decision)
_EDITIONS = table(models.Edition)
_LINES = table(models.Line)
_NAMES = table(models.Name)

_TOTALS = (BY_SIDE[Side.SPENDING].value, BY_SIDE[Side.RECEIPTS].value)


@dataclass(frozen=True, slots=True)
class FoundBudget:
    """The budget that a hash names, with all decisions that are known of it."""

    address: BudgetAddress
    decisions: tuple[DecisionAddress, ...]

    def find_line(self, short: ShortAddress) -> LineAddress | None:
        """The line's address; None when no decision, or more than one, has the hash."""
        newest = self.newest_line(short)
        if short.decision is None:
            return newest
        decision = self.find_decision(short.decision)
        return newest.as_of(decision) if decision else None

    def newest_line(self, short: ShortAddress) -> LineAddress:
        """The line in the newest edition of the address's year."""
        return LineAddress(EditionAddress(self.address, short.year), short.path)

    def find_decision(self, key: str) -> DecisionAddress | None:
        """The only decision with a hash."""
        named = [decision for decision in self.decisions if decision_key(decision) == key]
        return named[0] if len(named) == 1 else None


@of_one_state
async def find_budget(reader: StoredReader, key: str) -> FoundBudget | None:
    """Finds the budget that a hash names, in one query.

    Args:
        reader: of one state of the database; callers give a session.
        key: what `budget_key` gives for any name under which the budget's place is printed.

    Returns:
        None when no such budget is stored; which one was meant cannot be told from a hash.
    """
    known: FoundBudget | None = reader.find(("budget", key))
    if known is not None:
        return known
    query = (
        select(_BUDGETS.c.place, _BUDGETS.c.first_year, _BUDGETS.c.last_year)
        .add_columns(_DECISIONS.c.number, _DECISIONS.c.date)
        .join(_KEYS, _KEYS.c.budget_id == _BUDGETS.c.id)
        .join(_DECISIONS, _DECISIONS.c.budget_id == _BUDGETS.c.id)
        .where(_KEYS.c.key == key)
    )
    rows = (await reader.execute(query)).all()
    if not rows:
        return None
    address = BudgetAddress(rows[0].place, rows[0].first_year, rows[0].last_year)
    found = FoundBudget(address, tuple(DecisionAddress(row.number, row.date) for row in rows))
    reader.keep(("budget", key), found)
    return found


class Lacking(StrEnum):
    """What a budget does not have of an address."""

    DECISION = "decision"  # none that is known has the hash
    YEAR = "year"  # no edition of it is stored
    EDITION = "edition"  # the decision is known, its table for the year is not stored
    LINE = "line"


@dataclass(frozen=True, slots=True)
class Offer:
    """A line that is there, with the names that its edition prints."""

    line: LineAddress
    decision: DecisionAddress  # that set the edition, also of a line in the newest one
    names: Names


@dataclass(frozen=True, slots=True)
class Remains:
    """What there is of a line that an address does not open any more.

    `asked` names the newest edition where the decision is not known. `same` is the line in another
    edition, `above` the nearest line above it that is printed, else a total of the budget. `moved` is where
    the line stands in the edition asked for under another code, or what began there under its name.
    """

    asked: LineAddress
    lacking: Lacking
    same: Offer | None
    above: Offer | None
    moved: Renumbered | None = None


@of_one_state
async def find_remains(reader: StoredReader, asked: LineAddress, *, decision_known: bool) -> Remains:
    """Finds what there is instead of a line that is gone: what is missing, and what may be offered.

    One query; a second one where the line was there in another edition and may have moved.

    Args:
        reader: of one state of the database; callers give a session.
        asked: the line, of a budget that is stored.
        decision_known: whether the address's decision was found.

    Returns:
        What is missing, and the nearest lines to offer; none where nothing is stored of the budget.
    """
    parents = budget_code.parents(asked.path)
    totals = [path for path in _TOTALS if path != asked.path and path not in parents]
    editions = await _read_edition_names(reader, asked, [asked.path, *parents, *totals])
    year, decision = asked.edition.year, asked.edition.decision
    of_year = [edition for edition in editions if edition.address.year == year]
    exact = [edition for edition in of_year if decision in {None, edition.decision}][:1]
    if not of_year:
        lacking = Lacking.YEAR
    elif not decision_known:
        lacking = Lacking.DECISION
    else:
        lacking = Lacking.LINE if exact else Lacking.EDITION
    same = _offer(editions, [asked.path])
    above = _offer([*exact, *editions], [*parents, *totals])
    moved = await _find_moved(reader, asked) if lacking is Lacking.LINE and same else None
    return Remains(asked, lacking, same, above, moved)


async def _find_moved(reader: StoredReader, asked: LineAddress) -> Renumbered | None:
    """The line in the edition asked for, under another code; None where nothing there is called so."""
    catalogue = await load_catalogue(reader, asked.edition.budget)
    edition = catalogue.find(asked.edition.year, asked.edition.decision) if catalogue else None
    if catalogue is None or edition is None:
        return None
    return await find_renumbered(reader, catalogue, edition, asked.path)


@dataclass(frozen=True, slots=True)
class _EditionNames:
    address: EditionAddress
    decision: DecisionAddress
    names: dict[str, dict[Language, str]]  # by path: those of the paths that it prints


def _offer(editions: Iterable[_EditionNames], paths: Iterable[str]) -> Offer | None:
    """The first of the paths that is printed, in the first of the editions that prints any of them."""
    for edition in editions:
        for path in paths:
            if path in edition.names:
                line = LineAddress(edition.address, path)
                return Offer(line, edition.decision, edition.names[path])
    return None


async def _read_edition_names(
    reader: StoredReader, asked: LineAddress, paths: Iterable[str]
) -> list[_EditionNames]:
    """The editions of a budget with what they print of some paths, the nearest to the one asked for first."""
    budget = asked.edition.budget
    query = (
        select(_EDITIONS.c.year, _DECISIONS.c.number, _DECISIONS.c.date)
        .add_columns(_LINES.c.path, _NAMES.c.language, _NAMES.c.text)
        .join(_BUDGETS, _BUDGETS.c.id == _EDITIONS.c.budget_id)
        .join(_DECISIONS, _DECISIONS.c.id == _EDITIONS.c.decision_id)
        .outerjoin(_LINES, and_(_LINES.c.edition_id == _EDITIONS.c.id, _LINES.c.path.in_(list(paths))))
        .outerjoin(_NAMES, _NAMES.c.id == _LINES.c.name_id)
        .where(
            _BUDGETS.c.place == budget.place,
            _BUDGETS.c.first_year == budget.first_year,
            _BUDGETS.c.last_year == budget.last_year,
        )
        .order_by(_LINES.c.row)
    )
    printed: dict[tuple[int, DecisionAddress], dict[str, dict[Language, str]]] = {}
    for row in await reader.execute(query):
        names = printed.setdefault((row.year, DecisionAddress(row.number, row.date)), {})
        if row.path is not None:
            names.setdefault(row.path, {}).setdefault(row.language, row.text)
    newest_first = sorted(printed, key=lambda key: adoption_order(key[1]), reverse=True)
    editions: list[_EditionNames] = []
    known: set[int] = set()
    for year, decision in newest_first:
        address = EditionAddress(budget, year, decision if year in known else None)
        known.add(year)
        editions.append(_EditionNames(address, decision, printed[year, decision]))
    # Sorting keeps the newest of a year first.
    years = [asked.edition.year, budget.first_year]
    return sorted(editions, key=lambda edition: [edition.address.year != year for year in years])
