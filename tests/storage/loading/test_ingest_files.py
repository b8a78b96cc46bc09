"""Several files of one decision: which of them a table and a text are kept from."""

from __future__ import annotations

from pathlib import Path

from sqlmodel.ext.asyncio.session import AsyncSession

from parser.records import DecisionKind
from storage.reading.cards import list_budgets, list_editions
from tests.storage.builders import (
    APRIL,
    JULY,
    MAY,
    NOVEMBER,
    ORIGINAL,
    discrepancy,
    document,
    edition,
    figure_change,
    warning,
)
from tests.storage.conftest import Load
from tests.storage.dump import column, count, facts

ROWS = len(edition().lines)


async def test_three_files_of_one_decision(load: Load, database: Path) -> None:
    files = [
        document(editions=[edition(year=year)], file=f"{year}.csv", title=None) for year in (2013, 2014, 2015)
    ]

    assert [report.status for report in await load(*files, *files)] == ["new"] * 3 + ["unchanged"] * 3

    assert count(database, "budget", "decision", "edition", "source") == [1, 1, 3, 3]


async def test_a_redaction_brings_the_editions_of_other_decisions(load: Load, session: AsyncSession) -> None:
    redaction = document(
        ORIGINAL,
        [edition(JULY), edition(JULY, year=2014), edition(ORIGINAL, year=2015)],
        kind=DecisionKind.REDACTION,
        amended_by=(APRIL, MAY, JULY),
    )

    await load(redaction)

    [budget] = await list_budgets(session)
    assert [(e.decision.number, e.decision.kind, e.year) for e in await list_editions(session, budget)] == [
        ("10-3", DecisionKind.ORIGINAL, 2015),
        ("15-3", DecisionKind.AMENDMENT, 2013),
        ("15-3", DecisionKind.AMENDMENT, 2014),
    ]


async def test_a_redaction_leaves_the_amendment_its_text(load: Load, database: Path) -> None:
    amendment = document(JULY, figure_changes=[figure_change()])
    redaction = document(ORIGINAL, [edition(JULY)], kind=DecisionKind.REDACTION, amended_by=(JULY,))

    assert [report.status for report in await load(redaction, amendment, redaction)] == [
        "new", "replaced", "unchanged",
    ]  # fmt: skip

    assert count(database, "source", "edition", "figure_change") == [2, 1, 1]
    assert [row[11] for row in facts(database)["edition"]] == [amendment.source.sha256]


async def test_of_two_redactions_the_one_nearest_to_the_table_is_kept(load: Load, database: Path) -> None:
    near = document(ORIGINAL, [edition(JULY)], kind=DecisionKind.REDACTION, amended_by=(APRIL, JULY))
    later = document(
        ORIGINAL,
        [edition(JULY), edition(NOVEMBER, year=2014)],
        kind=DecisionKind.REDACTION,
        amended_by=(APRIL, JULY, NOVEMBER),
        file="later.html",
    )

    assert [report.status for report in await load(later, near, later)] == ["new", "replaced", "unchanged"]

    files = {row[3]: row[11] for row in facts(database)["edition"]}
    assert files == {"15-3": near.source.sha256, "20-3": later.source.sha256}


async def test_a_file_that_lost_a_part_takes_it_back(load: Load, database: Path) -> None:
    whole = document(
        editions=[edition(), edition(year=2014)],
        figure_changes=[figure_change()],
        discrepancies=[discrepancy(), discrepancy(year=2014)],
        warnings=[warning()],
        file="whole.txt",
    )
    part = document(editions=[edition(year=2014)], discrepancies=[discrepancy(year=2014)], file="part.csv")

    assert [report.status for report in await load(whole, part, whole)] == ["new", "replaced", "replaced"]

    assert column(database, "source", "file") == ["whole.txt"]
    found = count(database, "edition", "line", "figure_change", "discrepancy", "finding")
    assert found == [2, 2 * ROWS, 1, 2, 1]


async def test_tables_without_a_title_do_not_take_the_text_away(load: Load, database: Path) -> None:
    written = document(APRIL, [], figure_changes=[figure_change()])
    table = document(APRIL, [edition(APRIL)], title=None, file="table.csv")

    assert [report.status for report in await load(written, table)] == ["new", "new"]

    assert count(database, "source", "edition", "figure_change") == [2, 1, 1]


async def test_a_text_without_tables_is_replaced_by_another(load: Load, database: Path) -> None:
    old = document(APRIL, [], figure_changes=[figure_change()], file="old.txt")
    new = document(APRIL, [], figure_changes=[figure_change(), figure_change("expenditure")], file="new.txt")

    assert [report.status for report in await load(old, new, new)] == ["new", "replaced", "unchanged"]

    assert count(database, "source", "figure_change") == [1, 2]
