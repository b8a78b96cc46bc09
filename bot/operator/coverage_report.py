"""What `coverage` prints: how much of each region is loaded, and what to look at first."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.operator.texts import OperatorTexts
from storage.reading.coverage import Coverage, RegionCoverage, ToLookAt, YearCoverage

_YEAR_COLUMNS = (
    "coverage-year",
    "coverage-councils",
    "coverage-rural-places",
    "coverage-editions",
    "coverage-read-cleanly",
    "coverage-not-loaded",
    "coverage-discrepancies",
    "coverage-refused",
    "coverage-unread",
)
_BUDGET_COLUMNS = (
    "coverage-years",
    "coverage-findings",
    "coverage-not-loaded",
    "coverage-discrepancies",
    "coverage-refused",
)


def print_coverage(coverage: Coverage, console: Console, texts: OperatorTexts) -> None:
    """Prints a row a region and year, the regions of which nothing is loaded, and the budgets to look at."""
    table = _table("coverage-region", _YEAR_COLUMNS, texts)
    for region in coverage.regions:
        for year in region.years:
            table.add_row(Text(_region(region, texts)), *_year_cells(year, region, texts))
    console.print(table)
    absent = [region for region in coverage.regions if not region.years]
    if absent:
        named = ", ".join(f"{_region(region, texts)} ({region.archive})" for region in absent)
        console.print(Text("\n" + texts.get("coverage-absent", regions=named)), soft_wrap=True)
    console.print(Text("\n" + texts.get("coverage-look-first")))
    if not coverage.look_first:
        console.print(Text(texts.get("coverage-all-clean")))
        return
    budgets = _table("coverage-place", _BUDGET_COLUMNS, texts)
    for budget in coverage.look_first:
        budgets.add_row(Text(texts.budget_place(budget.place)), *_budget_cells(budget))
    console.print(budgets)


def _table(first: str, columns: tuple[str, ...], texts: OperatorTexts) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column(texts.get(first), overflow="fold")
    for key in columns:
        table.add_column(texts.get(key), justify="right")
    return table


def _region(region: RegionCoverage, texts: OperatorTexts) -> str:
    return texts.budget_place(region.region) if region.region else texts.get("coverage-no-region")


def _year_cells(year: YearCoverage, region: RegionCoverage, texts: OperatorTexts) -> list[str]:
    councils = str(year.councils)
    if region.councils is not None:
        councils = texts.get("coverage-part", part=year.councils, whole=region.councils)
    return [
        str(year.year),
        councils,
        str(year.rural_places),
        str(year.editions),
        f"{100 * year.read_cleanly // year.editions} %" if year.editions else "—",
        str(year.not_loaded),
        str(year.discrepancies),
        str(year.refused),
        str(year.budgets_unread),
    ]


def _budget_cells(budget: ToLookAt) -> list[str]:
    return [
        f"{budget.first_year}–{budget.last_year}",
        str(sum(budget.findings.values())),
        str(budget.not_loaded),
        str(budget.discrepancies),
        str(sum(budget.refused.values())),
    ]
