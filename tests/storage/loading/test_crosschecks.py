"""Twin texts cell by cell, and replaced figures against the edition before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.records import Language, ParsedDecision, PlaceUnit, SourcePlace
from storage.reading.discrepancies import StoredDiscrepancy, list_discrepancies
from tests.storage.builders import (
    APRIL,
    JULY,
    KK,
    LEAVES,
    MAY,
    ORIGINAL,
    PROGRAM,
    RU,
    changed,
    discrepancy,
    document,
    edition,
    figure_change,
    without,
)
from tests.storage.cards import card
from tests.storage.conftest import Load
from tests.storage.dump import facts

ORDERS = [(KK, RU), (RU, KK)]


async def found(session: AsyncSession, kind: str) -> list[StoredDiscrepancy]:
    return [discrepancy for discrepancy in await list_discrepancies(session) if discrepancy.kind == kind]


def figures(discrepancies: Sequence[StoredDiscrepancy]) -> list[tuple[str, int | None, int | None]]:
    return [(discrepancy.path, discrepancy.printed, discrepancy.expected) for discrepancy in discrepancies]


class TestTwinTexts:
    async def test_twins_that_agree_have_none(self, load: Load, session: AsyncSession) -> None:
        await load(document(), document(language=RU))
        assert await list_discrepancies(session) == []

    async def test_twins_in_one_file_are_compared_and_each_has_its_own_faults(
        self, load: Load, session: AsyncSession
    ) -> None:
        russian = changed(ORIGINAL, {PROGRAM: 505}, RU)
        below = replace(
            russian,
            lines=tuple(
                replace(line, at=SourcePlace(PlaceUnit.LINE, line.at.number + 500)) for line in russian.lines
            ),
        )
        fault = replace(discrepancy(), place_in_source=str(below.lines[3].at))
        [report] = await load(document(editions=[edition(), below], discrepancies=[fault]))
        assert report.editions == 2

        differing = await found(session, "language")
        [own] = await found(session, "sum")

        assert figures(differing)[0] == ("expenditure", 2_105_000, 2_100_000)
        assert own.language is RU

    @pytest.mark.parametrize("order", ORDERS)
    async def test_every_cell_that_differs_is_told_in_any_order(
        self, load: Load, session: AsyncSession, order: tuple[Language, Language]
    ) -> None:
        tables = {KK: edition(), RU: changed(ORIGINAL, {PROGRAM: 505}, RU)}
        await load(*(document(editions=[tables[text]], language=text) for text in order))

        differing = await found(session, "language")

        assert figures(differing) == [
            ("expenditure", 2_105_000, 2_100_000),
            ("expenditure/04", 1_305_000, 1_300_000),
            ("expenditure/04/464", 505_000, 500_000),  # only the block that differs
            (PROGRAM, 505_000, 500_000),
        ]
        assert {(discrepancy.language, discrepancy.file, discrepancy.year) for discrepancy in differing} == {
            (RU, "10-3.ru.txt", 2013)
        }
        [program] = [line for line in tables[RU].lines if line.path == PROGRAM]
        assert differing[-1].place_in_source == f"{program.at}; 10-3.kk.txt, {program.at}"
        assert len((await card(session)).discrepancies) == 1

    @pytest.mark.parametrize("order", ORDERS)
    async def test_a_line_of_one_text_only(
        self, load: Load, session: AsyncSession, order: tuple[Language, Language]
    ) -> None:
        leaves = {KK: without("financial_assets/sale"), RU: without("financing_payments/16/452/008")}
        await load(
            *(
                document(editions=[edition(ORIGINAL, text, leaves=leaves[text])], language=text)
                for text in order
            )
        )
        assert figures(await found(session, "language")) == [
            ("financial_assets/sale", 0, None),
            ("financing_payments/16", None, 20_000),
            ("financing_payments/16/452", None, 20_000),
            ("financing_payments/16/452/008", None, 20_000),
        ]

    async def test_another_code_is_lacking_once_in_each(self, load: Load, session: AsyncSession) -> None:
        other = "expenditure/04/464/010"
        leaves = {other if path == PROGRAM else path: amount for path, amount in LEAVES.items()}
        await load(document(), document(editions=[edition(ORIGINAL, RU, leaves=leaves)], language=RU))
        assert figures(await found(session, "language")) == [
            (other, 500_000, None),
            (PROGRAM, None, 500_000),
        ]

    async def test_blocks_that_one_text_puts_together_are_compared_by_their_sum(
        self, load: Load, session: AsyncSession
    ) -> None:
        together = {path.replace("#2", ""): amount for path, amount in LEAVES.items()}
        await load(document(), document(editions=[edition(ORIGINAL, RU, leaves=together)], language=RU))
        assert await found(session, "language") == []

    @pytest.mark.parametrize("first", [KK, RU])
    async def test_a_corrected_text_takes_it_away(
        self, load: Load, session: AsyncSession, first: Language
    ) -> None:
        wrong = {KK: changed(ORIGINAL, {PROGRAM: 1}), RU: changed(ORIGINAL, {PROGRAM: 1}, RU)}
        other = RU if first is KK else KK
        await load(
            document(editions=[wrong[first]], language=first, file="wrong.txt"), document(language=other)
        )
        assert await found(session, "language")
        await session.rollback()

        await load(document(language=first, file="right.txt"))

        assert await list_discrepancies(session) == []

    async def test_what_a_file_says_of_itself_stays(self, load: Load, session: AsyncSession) -> None:
        await load(document(discrepancies=[discrepancy()]), document(language=RU), document(APRIL))
        assert [discrepancy.kind for discrepancy in await list_discrepancies(session)] == ["sum"]


class TestPreviousEdition:
    def texts(self, old: int) -> list[ParsedDecision]:
        return [document(), document(APRIL, figure_changes=[figure_change(PROGRAM, old, 700)])]

    @pytest.mark.parametrize("turn", [1, -1])
    async def test_a_figure_that_was_another_before(
        self, load: Load, session: AsyncSession, turn: int
    ) -> None:
        await load(*self.texts(501)[::turn])
        [discrepancy] = await found(session, "previous")
        assert (discrepancy.path, discrepancy.printed, discrepancy.expected, discrepancy.year) == (
            PROGRAM,
            501_000,
            500_000,
            2013,
        )
        assert (discrepancy.decision.number, discrepancy.file) == ("12-3", "12-3.kk.txt")
        [line] = [line for line in edition().lines if line.path == PROGRAM]
        assert discrepancy.place_in_source == f"line 20; 10-3.kk.txt, {line.at}"
        assert len((await card(session)).discrepancies) == 1

    async def test_a_figure_that_agrees(self, load: Load, session: AsyncSession) -> None:
        await load(*self.texts(500))
        assert await list_discrepancies(session) == []

    async def test_across_a_gap_nothing_is_said(self, load: Load, session: AsyncSession) -> None:
        july = document(JULY, figure_changes=[figure_change(PROGRAM, 501, 700)])
        await load(document(amended_by=(MAY,)), july)
        assert await found(session, "previous") == []

    async def test_the_gap_is_filled_later(self, load: Load, session: AsyncSession) -> None:
        july = document(JULY, figure_changes=[figure_change(PROGRAM, 501, 700)])
        await load(document(amended_by=(MAY,)), july, document(MAY, [changed(MAY, {PROGRAM: 502})]))
        assert figures(await found(session, "previous")) == [(PROGRAM, 501_000, 502_000)]
        await session.rollback()
        await load(document(MAY, [changed(MAY, {PROGRAM: 501})], file="right.txt"))
        assert await found(session, "previous") == []

    async def test_without_its_own_table_a_text_is_compared_too(
        self, load: Load, session: AsyncSession
    ) -> None:
        await load(document(), document(APRIL, [], figure_changes=[figure_change(PROGRAM, 501, 700)]))
        assert figures(await found(session, "previous")) == [(PROGRAM, 501_000, 500_000)]

    async def test_a_line_that_was_not_there_and_the_original_have_nothing_before(
        self, load: Load, session: AsyncSession
    ) -> None:
        new = figure_change("expenditure/04/464/099", 1, 2)
        await load(
            document(figure_changes=[figure_change(PROGRAM, 1, 2)]), document(APRIL, figure_changes=[new])
        )
        assert await list_discrepancies(session) == []


async def test_loading_again_changes_nothing(load: Load, database: Path) -> None:
    files = [
        document(),
        document(editions=[changed(ORIGINAL, {PROGRAM: 1}, RU)], language=RU),
        document(APRIL, figure_changes=[figure_change(PROGRAM, 3, 4)]),
    ]
    await load(*files)
    before = facts(database)
    await load(*files)
    assert facts(database) == before
    assert {row[8] for row in before["discrepancy"]} == {"language", "previous"}
