from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

import pytest
from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.records import Language, Section
from storage.reading.address import DecisionAddress
from storage.reading.cards import list_budgets, list_editions, load_card
from storage.reading.records import Block
from tests.parser.tables.test_captions import REPLACED, TITLE
from tests.parser.tables.test_captions import read as read_captions
from tests.parser.texts import NAMES, budget_rows
from tests.storage.builders import (
    APRIL,
    JULY,
    KK,
    ORIGINAL,
    OTHER,
    PROGRAM,
    RU,
    both,
    changed,
    discrepancy,
    document,
    edition,
    name_of,
)
from tests.storage.cards import card, line_of
from tests.storage.conftest import Load


class TestLine:
    @both
    async def test_it_is_as_printed(self, load: Load, session: AsyncSession, language: Language) -> None:
        parsed = document(language=language)
        await load(parsed)
        [line] = [line for line in parsed.editions[0].lines if line.path == PROGRAM]

        shown = (await card(session)).line

        assert (shown.path, shown.section, shown.level, shown.codes) == (
            PROGRAM, Section.EXPENDITURE, 3, ("04", "464", "009"),
        )  # fmt: skip
        assert (shown.amount, shown.unit, shown.row, shown.language) == (500_000, 1000, line.row, language)
        assert shown.names == {language: name_of(PROGRAM, language)}
        assert shown.file == f"10-3.{language}.txt"
        assert shown.blocks == (Block(line.row, 500_000, "500", line.printed, f"line {line.row + 100}"),)

    async def test_an_administrator_is_the_sum_of_its_blocks(self, load: Load, session: AsyncSession) -> None:
        await load(document())
        shown = (await card(session, "expenditure/04/464")).line
        assert shown.amount == 1_200_000
        assert [block.amount for block in shown.blocks] == [500_000, 700_000]
        assert shown.row == shown.blocks[0].row < shown.blocks[1].row

    @pytest.mark.parametrize("path", ["expenditure/04/464/010", "nothing", ""])
    async def test_without_the_line_there_is_no_card(
        self, load: Load, session: AsyncSession, path: str
    ) -> None:
        await load(document())
        [budget] = await list_budgets(session)
        assert await load_card(session, line_of(budget, path)) is None

    async def test_without_the_edition_there_is_no_card(self, load: Load, session: AsyncSession) -> None:
        await load(document(amended_by=(APRIL,)))
        [budget] = await list_budgets(session)
        assert await load_card(session, line_of(budget, year=2014)) is None
        assert (
            await load_card(session, line_of(budget, decision=DecisionAddress("12-3", dt.date(2013, 4, 8))))
            is None
        )
        assert await load_card(session, line_of(replace(budget, last_year=2016))) is None

    async def test_the_newest_edition_is_shown_unless_another_is_asked_for(
        self, load: Load, session: AsyncSession
    ) -> None:
        await load(document(JULY, [changed(JULY, {PROGRAM: 700})]), document())
        [budget] = await list_budgets(session)
        original, july = (e.decision.address for e in await list_editions(session, budget))

        newest, older = await card(session), await card(session, decision=original)

        assert (newest.line.amount, newest.newest, newest.edition.decision.address) == (700_000, True, july)
        assert (older.line.amount, older.newest, older.edition.decision.address) == (500_000, False, original)

    async def test_a_plan_year_is_told_from_the_main_year(self, load: Load, session: AsyncSession) -> None:
        await load(document(editions=[edition(), changed(ORIGINAL, {PROGRAM: 800}, year=2014)]))
        plan = await card(session, year=2014)
        assert (plan.line.amount, plan.edition.year, plan.main_year) == (800_000, 2014, 2013)


class TestParents:
    @pytest.mark.parametrize(
        ("path", "parents"),
        [
            (PROGRAM, {"expenditure/04/464": 1200, "expenditure/04": 1300, "expenditure": 2100}),
            ("revenue/1/01/2", {"revenue/1/01": 700, "revenue/1": 1000, "revenue": 2000}),
            (
                "financing_receipts/7/01/2",
                {"financing_receipts/7/01": 150, "financing_receipts/7": 150, "financing": 130},
            ),
            ("revenue", {}),
            ("deficit", {}),
        ],
    )
    async def test_they_lead_to_the_sections_total(
        self, load: Load, session: AsyncSession, path: str, parents: Mapping[str, int]
    ) -> None:
        await load(document())
        shown = await card(session, path)
        assert {parent.line.path: parent.line.amount // 1000 for parent in shown.parents} == parents
        assert [parent.line.path for parent in shown.parents] == list(parents)
        assert [parent.share for parent in shown.parents] == [
            None if above == "financing" else Fraction(shown.line.amount // 1000, amount)
            for above, amount in parents.items()
        ]

    @pytest.mark.parametrize(
        ("path", "balance"),
        [("net_lending/loans", "net_lending"), ("financing_payments/16", "financing")],
    )
    async def test_nothing_is_a_share_of_a_balance(
        self, load: Load, session: AsyncSession, path: str, balance: str
    ) -> None:
        """Loans of 50 less repayments of 20 are 30: that loans were 167 % of it says nothing."""
        await load(document())
        assert [(p.line.path, p.share) for p in (await card(session, path)).parents] == [(balance, None)]

    async def test_no_share_of_nothing(self, load: Load, session: AsyncSession) -> None:
        await load(document())
        assert [p.share for p in (await card(session, "financial_assets/purchase")).parents] == [None]

    async def test_no_share_where_signs_differ(self, load: Load, session: AsyncSession) -> None:
        await load(document(editions=[changed(ORIGINAL, {"net_lending/loans": 5})]))
        assert [p.share for p in (await card(session, "net_lending/loans")).parents] == [None]

    async def test_a_share_of_a_negative_whole(self, load: Load, session: AsyncSession) -> None:
        leaves = {"revenue/1/01/2": -100, "revenue/1/01/3": -300}
        await load(document(editions=[edition(leaves=leaves)]))
        assert (await card(session, "revenue/1/01/2")).parents[0].share == Fraction(1, 4)


class TestChildren:
    async def test_the_largest_comes_first(self, load: Load, session: AsyncSession) -> None:
        await load(document())
        children = (await card(session, "expenditure/04/464")).children
        assert [(c.path[-3:], c.amount // 1000) for c in children.lines] == [
            ("009", 500),
            ("003", 400),
            ("006", 300),
        ]
        assert (children.total, children.offset) == (3, 0)

    async def test_equal_amounts_stand_as_printed(self, load: Load, session: AsyncSession) -> None:
        leaves = {f"revenue/1/0{code}/1": 5 for code in (3, 1, 2)}
        await load(document(editions=[edition(leaves=leaves)]))
        assert [c.path for c in (await card(session, "revenue/1")).children.lines] == [
            "revenue/1/03",
            "revenue/1/01",
            "revenue/1/02",
        ]

    @pytest.mark.parametrize(
        ("path", "children"),
        [
            ("expenditure", ["expenditure/04", "expenditure/01"]),
            ("expenditure/04", ["expenditure/04/464", "expenditure/04/467"]),
            ("revenue", ["revenue/1", "revenue/4"]),
            ("financing_receipts/7", ["financing_receipts/7/01"]),
            (PROGRAM, []),
            ("deficit", []),
        ],
    )
    async def test_only_the_next_level_and_each_path_once(
        self, load: Load, session: AsyncSession, path: str, children: list[str]
    ) -> None:
        await load(document())
        assert [child.path for child in (await card(session, path)).children.lines] == children

    async def test_pages(self, load: Load, session: AsyncSession) -> None:
        await load(document())
        page = (await card(session, "expenditure/04/464", children_offset=1, children_limit=1)).children
        assert [c.path for c in page.lines] == ["expenditure/04/464/003"]
        assert (page.total, page.offset) == (3, 1)
        beyond = (await card(session, "expenditure/04/464", children_offset=3)).children
        assert (beyond.lines, beyond.total) == ((), 3)

    @both
    async def test_they_have_names_in_both_languages(
        self, load: Load, session: AsyncSession, language: Language
    ) -> None:
        await load(document(language=OTHER[language]), document(APRIL, language=language))
        for child in (await card(session, "expenditure/04")).children.lines:
            assert child.names == {KK: name_of(child.path, KK), RU: name_of(child.path, RU)}


async def test_discrepancies_of_the_line_and_the_edition_are_counted(
    load: Load, session: AsyncSession
) -> None:
    path = "expenditure/04"
    found = [discrepancy(path), discrepancy(path), discrepancy(path, year=2014), discrepancy("revenue")]
    await load(
        document(
            editions=[edition(), edition(year=2014)], discrepancies=[*found, discrepancy(path, year=None)]
        ),
        document(language=RU, discrepancies=[discrepancy(path)]),
        document(APRIL, [edition(APRIL, year=2015)], discrepancies=[discrepancy(path, year=2015)]),
    )
    assert (
        len((await card(session, path)).discrepancies) == 4
    )  # of the Russian text one, of the whole file one
    assert len((await card(session, path, 2014)).discrepancies) == 2
    assert len((await card(session, PROGRAM)).discrepancies) == 0


@both
@pytest.mark.parametrize("broken", [0, 1])
async def test_of_two_tables_of_a_year_each_says_what_is_wrong_with_itself(
    load: Load, session: AsyncSession, language: Language, broken: int
) -> None:
    """A redaction that prints a year as adopted, and in an appendix of its own as amended."""
    amended, footnote, own = REPLACED[language]
    tables = [budget_rows(language), budget_rows(language)]
    tables[broken] = [
        row for row in budget_rows(language, tax=50) if row.cells[1] != NAMES[language]["deficit"]
    ]
    tables[broken] = [
        replace(row, cells=(*row.cells[:2], "51")) if row.cells[0] == "01" and row.cells[2] == "50" else row
        for row in tables[broken]
    ]
    parsed = read_captions(
        language, own.format(n=1), TITLE[language], tables[0],
        amended.format(n="1-1"), TITLE[language], footnote.format(n="1-1"), tables[1],
    )  # fmt: skip
    adopted, replaced = parsed.editions
    assert (adopted.place, adopted.year, adopted.appendix) == (replaced.place, replaced.year, "1")
    assert (replaced.appendix, replaced.set_by.number) == ("1-1", "35-160")
    assert {found.set_by for found in parsed.discrepancies} == {parsed.editions[broken].set_by}
    await load(parsed)

    decisions = [DecisionAddress(e.set_by.number, e.set_by.date) for e in parsed.editions if e.set_by.date]
    path = "revenue/1"
    cards = [await card(session, path, 2023, decision) for decision in decisions]
    assert [len(shown.faults) > 0 for shown in cards] == [number == broken for number in (0, 1)]
    assert [bool(shown.discrepancies) for shown in cards] == [number == broken for number in (0, 1)]


async def test_a_card_takes_few_statements(load: Load, session: AsyncSession, engine: AsyncEngine) -> None:
    await load(document(), document(APRIL), document(JULY))
    [budget] = await list_budgets(session)
    statements: list[str] = []

    def listen(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        statements.append(statement)

    event.listen(engine.sync_engine, "before_cursor_execute", listen)
    assert await load_card(session, line_of(budget, "expenditure/04")) is not None
    assert len(statements) <= 7
