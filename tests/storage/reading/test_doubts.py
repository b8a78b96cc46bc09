"""A doubt about an amount goes with it to all that is read of it, and to all that is computed of it."""

from __future__ import annotations

import datetime as dt
import enum
import sys
from dataclasses import replace
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from parser.kinds import DiscrepancyKind, Doubt
from parser.records import DecisionKind, DecisionRef, Edition, Language
from storage.kept.reader import StoredReader
from storage.reading.address import DecisionAddress, EditionAddress
from storage.reading.cards import list_budgets, load_card
from storage.reading.changes import load_changes
from storage.reading.differences import Changes, Gap, Shift, TotalChange
from storage.reading.discrepancies import list_discrepancies
from storage.reading.records import Figure
from storage.reading.shelf import load_shelf
from storage.reading.summaries import read_summaries
from tests.storage.builders import (
    APRIL,
    JULY,
    ORIGINAL,
    PROGRAM,
    RU,
    both,
    changed,
    discrepancy,
    document,
    doubted,
    edition,
    figure_change,
    name_of,
    with_amount,
)
from tests.storage.cards import card, line_of
from tests.storage.conftest import Load

SCANNED, UNSURE = Doubt.SCANNED, Doubt.UNSURE
ADMINISTRATOR = "expenditure/04/464"
MOVED = "expenditure/04/467/009"


async def changes_of_april(session: AsyncSession) -> Changes:
    [budget] = await list_budgets(session)
    assert APRIL.date is not None
    address = EditionAddress(budget, 2013, DecisionAddress(APRIL.number, APRIL.date))
    changes = await load_changes(session, address)
    assert changes is not None
    return changes


def with_two_doubts(table: Edition, path: str) -> Edition:
    """A table in which the first row of a path has one doubt and the second the other."""
    doubts = iter((UNSURE, SCANNED))
    lines = (replace(line, doubt=next(doubts)) if line.path == path else line for line in table.lines)
    return replace(table, lines=tuple(lines))


def test_a_sum_has_the_gravest_doubt_of_what_it_sums() -> None:
    assert Figure(1) + Figure(2, UNSURE) == Figure(3, UNSURE)
    assert Figure(1, SCANNED) + Figure(2, UNSURE) == Figure(3, SCANNED)


class TestCard:
    @both
    async def test_a_line_has_its_own_and_its_shares_have_it(
        self, load: Load, session: AsyncSession, language: Language
    ) -> None:
        table = doubted(edition(language=language), PROGRAM)
        await load(document(editions=[table], language=language))
        shown = await card(session)
        assert (shown.line.doubt, [block.doubt for block in shown.line.blocks]) == (SCANNED, [SCANNED])
        assert [(parent.line.doubt, parent.doubt) for parent in shown.parents] == [(None, SCANNED)] * 3
        above = await card(session, ADMINISTRATOR)
        assert above.line.doubt is None
        assert {child.path: child.doubt for child in above.children.lines} == {
            PROGRAM: SCANNED,
            f"{ADMINISTRATOR}/003": None,
            f"{ADMINISTRATOR}/006": None,
        }
        assert {parent.doubt for parent in above.parents} == {None}

    async def test_a_share_has_that_of_the_whole(self, load: Load, session: AsyncSession) -> None:
        await load(document(editions=[doubted(edition(), "expenditure", doubt=UNSURE)]))
        shown = await card(session)
        assert shown.line.doubt is None
        assert [(parent.line.doubt, parent.doubt) for parent in shown.parents] == [
            (None, None),
            (None, None),
            (UNSURE, UNSURE),
        ]

    async def test_of_several_rows_the_gravest_counts(self, load: Load, session: AsyncSession) -> None:
        await load(document(editions=[with_two_doubts(edition(), ADMINISTRATOR)]))
        shown = (await card(session, ADMINISTRATOR)).line
        assert (shown.doubt, [block.doubt for block in shown.blocks]) == (SCANNED, [UNSURE, SCANNED])
        assert shown.of_blocks(shown.blocks[:1]).doubt is UNSURE

    async def test_changes_have_that_of_either_side(self, load: Load, session: AsyncSession) -> None:
        await load(
            document(editions=[doubted(edition(), PROGRAM, doubt=UNSURE)]),
            document(APRIL, [changed(APRIL, {PROGRAM: 600})]),
            document(JULY, [changed(JULY, {PROGRAM: 700})]),
        )
        shown = await card(session)
        assert shown.line.doubt is None
        assert (shown.since_previous and shown.since_previous.doubt) is None
        assert (shown.since_original and shown.since_original.doubt) is UNSURE
        assert [(step.doubt, step.delta_doubt) for step in shown.ledger] == [
            (UNSURE, None),
            (None, UNSURE),
            (None, None),
        ]

    async def test_a_program_that_moved_takes_its_doubt_along(
        self, load: Load, session: AsyncSession
    ) -> None:
        moved = edition(
            APRIL,
            leaves={MOVED: 500, "expenditure/04/464/003": 400},
            names={MOVED: name_of(PROGRAM, Language.KK)},
        )
        await load(document(editions=[doubted(edition(), PROGRAM)]), document(APRIL, [moved]))
        shown = await card(session, MOVED)
        assert shown.continued_from is not None
        assert (shown.since_previous and shown.since_previous.doubt) is SCANNED
        assert [(step.path, step.doubt) for step in shown.ledger] == [(PROGRAM, SCANNED), (None, None)]

    async def test_a_plan_has_that_of_the_year_as_adopted(self, load: Load, session: AsyncSession) -> None:
        following = DecisionRef("24-3", dt.date(2013, 12, 20))
        adopted = document(
            following,
            [doubted(edition(following, year=2014), PROGRAM)],
            kind=DecisionKind.ORIGINAL,
            amends=None,
            budget_years=(2014, 2016),
        )
        await load(document(editions=[edition(), edition(year=2014)]), adopted)
        for budget in await list_budgets(session):
            shown = await load_card(session, line_of(budget, PROGRAM, 2014))
            assert shown is not None
            assert shown.plan_drift is not None
            assert shown.plan_drift.doubt is SCANNED

    async def test_a_list_has_row_and_doubt(self, load: Load, session: AsyncSession) -> None:
        table = doubted(edition(), PROGRAM, "expenditure/04", doubt=UNSURE)
        await load(document(editions=[with_two_doubts(table, ADMINISTRATOR)]))
        connection = StoredReader(session)
        [budget] = await list_budgets(session)
        catalogue = (await load_shelf(connection, [budget])).find(budget)
        assert catalogue is not None
        [stored] = catalogue.editions
        lines = [(stored, path) for path in (PROGRAM, ADMINISTRATOR, "expenditure")]
        found = await read_summaries(connection, lines, {})
        [row] = [line.row for line in table.lines if line.path == PROGRAM]
        program, above = found[stored.key, PROGRAM]
        assert (program.row, program.doubt, above and above.doubt) == (row, UNSURE, SCANNED)
        administrator, above = found[stored.key, ADMINISTRATOR]
        assert (administrator.doubt, above and above.doubt) == (SCANNED, UNSURE)
        assert found[stored.key, "expenditure"][0].doubt is None


class TestChanges:
    async def test_whatever_is_computed_of_a_doubted_amount_has_the_doubt(
        self, load: Load, session: AsyncSession
    ) -> None:
        old = doubted(edition(), PROGRAM, "revenue")
        new = changed(APRIL, {PROGRAM: 600, f"{ADMINISTRATOR}#2/003": 410})
        await load(document(editions=[old]), document(APRIL, [new]))
        changes = await changes_of_april(session)
        assert {line.path: line.doubt for line in changes.lines if line.telling} == {
            PROGRAM: SCANNED,
            f"{ADMINISTRATOR}/003": None,
        }
        assert changes.totals["revenue"] == TotalChange(2_000_000, 2_000_000, SCANNED)
        assert changes.totals["expenditure"].doubt is None
        assert changes.flow is not None
        assert [(shift.path, shift.doubt) for shift in changes.flow.rises] == [
            (PROGRAM, SCANNED),
            (f"{ADMINISTRATOR}/003", None),
        ]
        assert changes.flow.doubt is SCANNED

    async def test_without_a_doubt_nothing_has_one(self, load: Load, session: AsyncSession) -> None:
        await load(document(), document(APRIL, [changed(APRIL, {PROGRAM: 600})]))
        changes = await changes_of_april(session)
        assert changes.flow is not None
        assert changes.flow.doubt is None
        assert changes.flow.rises == (Shift(PROGRAM, changes.flow.rises[0].names, 100_000),)
        assert {line.doubt for line in changes.lines} == {None}

    async def test_a_gap_may_come_of_a_doubted_leaf(self, load: Load, session: AsyncSession) -> None:
        old = doubted(edition(), PROGRAM)
        new = with_amount(edition(APRIL), PROGRAM, 600_000)
        await load(document(editions=[old]), document(APRIL, [new]))
        changes = await changes_of_april(session)
        assert changes.gap == tuple(
            Gap(path, 0, 100_000, SCANNED) for path in ("expenditure", "expenditure/04", ADMINISTRATOR)
        )


class TestDiscrepancies:
    async def test_a_stored_one_has_the_doubt_of_its_line(self, load: Load, session: AsyncSession) -> None:
        await load(
            document(
                editions=[doubted(edition(), PROGRAM)],
                discrepancies=[discrepancy(PROGRAM), discrepancy("expenditure")],
            )
        )
        found = await list_discrepancies(session)
        assert [(each.path, each.doubt) for each in found] == [(PROGRAM, SCANNED), ("expenditure", None)]

    async def test_texts_that_differ_where_one_was_read_with_doubt_are_not_certain_to(
        self, load: Load, session: AsyncSession
    ) -> None:
        russian = changed(ORIGINAL, {PROGRAM: 501, f"{ADMINISTRATOR}#2/003": 401}, RU)
        await load(
            document(editions=[doubted(edition(), PROGRAM)]), document(editions=[russian], language=RU)
        )
        found = await list_discrepancies(session)
        assert {each.kind for each in found} == {DiscrepancyKind.LANGUAGE}
        assert {each.path for each in found if not each.certain} == {PROGRAM}
        assert f"{ADMINISTRATOR}/003" in {each.path for each in found if each.certain}

    async def test_a_replaced_figure_is_compared_with_a_doubted_one_without_certainty(
        self, load: Load, session: AsyncSession
    ) -> None:
        replaced = [figure_change("revenue", 1990), figure_change("expenditure", 2090)]
        await load(
            document(editions=[doubted(edition(), "revenue", doubt=UNSURE)]),
            document(APRIL, figure_changes=replaced),
        )
        found = await list_discrepancies(session)
        assert [(each.kind, each.path, each.certain) for each in found] == [
            (DiscrepancyKind.PREVIOUS, "revenue", False),
            (DiscrepancyKind.PREVIOUS, "expenditure", True),
        ]


def test_where_nothing_is_doubtful_no_doubt_is_looked_for() -> None:
    """What changed between two decisions asks it of each of some hundreds of rows."""
    assert count_walks([None, Doubt.UNSURE]) == 1
    assert count_walks([None, None]) == 0


def count_walks(doubts: list[Doubt | None]) -> int:
    """How often all doubts that there are were walked through, to tell the gravest of some."""
    walked: list[object] = []
    walk = enum.EnumType.__iter__.__code__

    def note(frame: Any, event: str, _: Any) -> None:
        if event == "call" and frame.f_code is walk:
            walked.append(frame)

    sys.setprofile(note)
    try:
        Doubt.gravest(doubts)
    finally:
        sys.setprofile(None)
    return len(walked)
