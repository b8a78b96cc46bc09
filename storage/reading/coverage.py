"""How much of the country is loaded and how cleanly it was read: by region and year.

Counted in the database by decision and year, put together here:
of a country some tens of thousands of short rows.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import field

from sqlalchemy import and_, case, exists, func, or_, select, text
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.dataclass import dataclass
from parser.decision.regions import Region, list_regions, region_of_place, sits_elsewhere
from parser.kinds import FindingKind
from storage import models
from storage.models import table
from storage.reading.address import BudgetAddress
from storage.reading.archive_coverage import list_unread
from storage.reading.passed_by import LEFT_TABLES_ALONE
from storage.reading.placed_findings import IS_TOLD, PLACED, has_value, is_of_place

_BUDGETS = table(models.Budget)
_DECISIONS = table(models.Decision)
_DISCREPANCIES = table(models.Discrepancy)
_EDITIONS = table(models.Edition)
_SETTERS = _DECISIONS.alias()
_FINDINGS = table(models.Finding)
_TEXTS = table(models.DecisionText)
_OF_PLACE = is_of_place("finding", "decision_text")
_MOST_TO_LOOK_AT = 10  # what fits on a screen


@dataclass(frozen=True, slots=True)
class YearCoverage:
    """What is loaded of a region for one budget year.

    Attributes:
        year: of the budgets.
        councils: regions, cities and districts with a council of their own that have an edition of the year.
        rural_places: villages and their like, and towns inside a district, that have one.
        editions: tables, each once in whichever languages.
        read_cleanly: those of them in whose texts nothing stayed uncertain.
        not_loaded: decisions on budgets of the year, known from other texts alone.
        discrepancies: where the documents disagree with themselves.
        refused: texts of the open archive that could not be loaded.
        budgets_unread: budgets of the open archive of which no text could be loaded.
    """

    year: int
    councils: int
    rural_places: int
    editions: int
    read_cleanly: int
    not_loaded: int
    discrepancies: int
    refused: int = 0
    budgets_unread: int = 0


@dataclass(frozen=True, slots=True)
class RegionCoverage:
    """What is loaded of a region.

    Attributes:
        region: the name that its own budget is kept by; None for places of which no list tells the region.
        archive: the repository of the open archive that has its decisions.
        kato: its code in the classification of territories.
        councils: how many councils of regions, cities and districts it has.
        years: the years of which something is known, the oldest first.
    """

    region: str | None
    archive: str | None
    kato: str | None
    councils: int | None
    years: tuple[YearCoverage, ...]


@dataclass(frozen=True, slots=True)
class ToLookAt:
    """A budget whose texts were not read cleanly, or not at all.

    Attributes:
        place: the budget's.
        first_year: the first of its years.
        last_year: the last of them.
        findings: what stayed uncertain in its texts, how often by kind, the most frequent first.
        not_loaded: its decisions that are known from other texts alone.
        discrepancies: in its documents.
        refused: texts of the open archive that could not be loaded, by the kind of the reason.
    """

    place: str
    first_year: int
    last_year: int
    findings: Mapping[FindingKind, int] = field(hash=False)
    not_loaded: int
    discrepancies: int
    refused: Mapping[str, int] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Coverage:
    """All regions, also those of which nothing is loaded, and the budgets to look at first."""

    regions: tuple[RegionCoverage, ...]
    look_first: tuple[ToLookAt, ...]


@dataclass(slots=True)
class _Tally:
    """What is counted of a budget's year."""

    editions: int = 0
    read_cleanly: int = 0
    not_loaded: int = 0
    discrepancies: int = 0
    findings: Counter[FindingKind] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    budgets_unread: int = 0


_Tallies = dict[tuple[BudgetAddress, int], _Tally]


async def load_coverage(session: AsyncSession) -> Coverage:
    """Counts what is loaded and how it was read."""
    connection = await session.connection()
    budgets = {
        row.id: BudgetAddress(row.place, row.first_year, row.last_year)
        for row in await connection.execute(select(_BUDGETS))
    }
    tallies: _Tallies = defaultdict(_Tally)
    await _count_editions(connection, budgets, tallies)
    await _count_findings(connection, budgets, tallies)
    await _count_not_loaded(connection, budgets, tallies)
    await _count_discrepancies(connection, budgets, tallies)
    await _count_unread(connection, tallies)
    return Coverage(_by_region(tallies), _to_look_at(tallies))


def _year_on(day: dt.date, budget: BudgetAddress) -> int:
    """The budget year that a decision adopted on a day is about, at the least."""
    return min(max(day.year, budget.first_year), budget.last_year)


async def _count_editions(
    connection: AsyncConnection, budgets: Mapping[int, BudgetAddress], tallies: _Tallies
) -> None:
    """An edition in two languages is one; it was read cleanly where no text of it has a finding.

    What is said of another budget or year of its text is none of it.
    """
    has_finding = exists().where(
        _FINDINGS.c.source_id == _EDITIONS.c.source_id,
        or_(
            _FINDINGS.c.kind.not_in(PLACED),
            and_(
                text(has_value("finding", "year", "CAST(edition.year AS VARCHAR)")),
                exists()
                .where(
                    _TEXTS.c.source_id == _EDITIONS.c.source_id,
                    _SETTERS.c.id == _TEXTS.c.decision_id,
                    _SETTERS.c.budget_id == _EDITIONS.c.budget_id,
                    text(_OF_PLACE),
                )
                .correlate(_FINDINGS, _EDITIONS),
            ),
        ),
    )
    key = _EDITIONS.c.budget_id, _EDITIONS.c.decision_id, _EDITIONS.c.year
    unsure = func.max(case((has_finding, 1), else_=0)).label("unsure")
    for row in await connection.execute(select(*key, unsure).group_by(*key)):
        tally = tallies[budgets[row.budget_id], row.year]
        tally.editions += 1
        tally.read_cleanly += not row.unsure


async def _count_findings(
    connection: AsyncConnection, budgets: Mapping[int, BudgetAddress], tallies: _Tallies
) -> None:
    """A text's findings count for the year of the decision that it is a text of, and for each of its budgets.

    One that names a budget counts for that one.
    """
    query = (
        select(_DECISIONS.c.budget_id, _DECISIONS.c.date, _FINDINGS.c.kind, func.count().label("found"))
        .select_from(_FINDINGS.join(_TEXTS, _TEXTS.c.source_id == _FINDINGS.c.source_id).join(_DECISIONS))
        .where(or_(_FINDINGS.c.kind.not_in(PLACED), text(_OF_PLACE)), text(IS_TOLD))
        .group_by(_DECISIONS.c.id, _FINDINGS.c.kind)
    )
    for row in await connection.execute(query):
        budget = budgets[row.budget_id]
        tallies[budget, _year_on(row.date, budget)].findings[FindingKind(row.kind)] += row.found


async def _count_not_loaded(
    connection: AsyncConnection, budgets: Mapping[int, BudgetAddress], tallies: _Tallies
) -> None:
    has_text = exists().where(_TEXTS.c.decision_id == _DECISIONS.c.id)
    has_edition = exists().where(_EDITIONS.c.decision_id == _DECISIONS.c.id)
    query = (
        select(_DECISIONS.c.budget_id, _DECISIONS.c.date)
        .join(_BUDGETS, _BUDGETS.c.id == _DECISIONS.c.budget_id)
        .where(~or_(has_text, has_edition), text(f"NOT {LEFT_TABLES_ALONE}"))
    )
    for row in await connection.execute(query):
        budget = budgets[row.budget_id]
        tallies[budget, _year_on(row.date, budget)].not_loaded += 1


async def _count_discrepancies(
    connection: AsyncConnection, budgets: Mapping[int, BudgetAddress], tallies: _Tallies
) -> None:
    key = _DECISIONS.c.budget_id, _DECISIONS.c.date, _DISCREPANCIES.c.year
    query = (
        select(*key, func.count().label("found"))
        .select_from(_DISCREPANCIES.join(_DECISIONS))
        .group_by(_DECISIONS.c.id, _DISCREPANCIES.c.year)
    )
    for row in await connection.execute(query):
        budget = budgets[row.budget_id]
        tallies[budget, row.year or _year_on(row.date, budget)].discrepancies += row.found


async def _count_unread(connection: AsyncConnection, tallies: _Tallies) -> None:
    refused, unread = await list_unread(connection)
    for each_text in refused:
        tallies[each_text.budget, each_text.year].refused[each_text.reason] += 1
    for each in unread:
        tallies[each.budget, each.budget.first_year].budgets_unread += 1


def _by_region(tallies: _Tallies) -> tuple[RegionCoverage, ...]:
    """Every region, the one whose archive comes first by name first; places of no known region come last."""
    groups: dict[Region | None, dict[int, dict[str, list[_Tally]]]] = {
        region: {} for region in list_regions()
    }
    for (budget, year), tally in tallies.items():
        years = groups.setdefault(region_of_place(budget.place), {})
        years.setdefault(year, defaultdict(list))[budget.place].append(tally)
    return tuple(
        RegionCoverage(
            region.name if region else None,
            region.archive if region else None,
            region.kato if region else None,
            region.councils if region else None,
            tuple(_year(year, places) for year, places in sorted(years.items())),
        )
        for region, years in groups.items()
    )


def _year(year: int, places: Mapping[str, list[_Tally]]) -> YearCoverage:
    loaded = {place for place, tallies in places.items() if any(tally.editions for tally in tallies)}
    rural = set(filter(sits_elsewhere, loaded))
    every = [tally for tallies in places.values() for tally in tallies]
    return YearCoverage(
        year,
        len(loaded - rural),
        len(rural),
        sum(tally.editions for tally in every),
        sum(tally.read_cleanly for tally in every),
        sum(tally.not_loaded for tally in every),
        sum(tally.discrepancies for tally in every),
        sum(tally.refused.total() for tally in every),
        sum(tally.budgets_unread for tally in every),
    )


def _unread(tally: _Tally) -> int:
    """How much of a budget is unsure, missing or refused."""
    return tally.findings.total() + tally.not_loaded + tally.refused.total()


def _to_look_at(tallies: _Tallies) -> tuple[ToLookAt, ...]:
    """The budgets with the most findings, gaps and refused texts, then discrepancies; none without any."""
    sums: dict[BudgetAddress, _Tally] = defaultdict(_Tally)
    for (budget, _), tally in tallies.items():
        whole = sums[budget]
        whole.findings.update(tally.findings)
        whole.not_loaded += tally.not_loaded
        whole.discrepancies += tally.discrepancies
        whole.refused.update(tally.refused)
    ranked = sorted(
        ((_unread(tally), tally.discrepancies, budget, tally) for budget, tally in sums.items()),
        key=lambda each: (-each[0], -each[1], each[2].place, each[2].first_year),
    )
    return tuple(
        ToLookAt(
            budget.place,
            budget.first_year,
            budget.last_year,
            dict(tally.findings.most_common()),
            tally.not_loaded,
            tally.discrepancies,
            dict(sorted(tally.refused.items(), key=lambda each: (-each[1], each[0]))),
        )
        for unread, wrong, budget, tally in ranked[:_MOST_TO_LOOK_AT]
        if unread or wrong
    )
