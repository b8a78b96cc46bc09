from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.records import DecisionKind, DecisionRef
from storage.kept.reader import StoredReader
from storage.loading.errors import IngestError, IngestErrorKind
from storage.reading.cards import list_budgets, list_editions
from storage.reading.catalogue_query import load_catalogue
from tests.storage.builders import (
    APRIL,
    JULY,
    KK,
    MAY,
    NOVEMBER,
    PROGRAM,
    RU,
    changed,
    document,
    edition,
    figure_change,
)
from tests.storage.conftest import Load
from tests.storage.dump import column, count, facts


class TestBudget:
    async def test_years_are_taken_from_the_amended_decision(self, load: Load, session: AsyncSession) -> None:
        await load(document(), document(APRIL, budget_years=None))
        assert len(await list_budgets(session)) == 1

    async def test_years_are_taken_from_whoever_named_the_decision(
        self, load: Load, session: AsyncSession
    ) -> None:
        await load(document(amended_by=(APRIL,)), document(APRIL, budget_years=None, amends=None))
        assert len(await list_budgets(session)) == 1

    async def test_a_place_not_stated_is_the_amended_decisions(self, load: Load, database: Path) -> None:
        await load(document(), document(APRIL, [], place=None, figure_changes=[figure_change()]))
        assert count(database, "budget", "decision") == [1, 2]

    async def test_an_unknown_budget_is_an_error_that_says_what_to_load(self, load: Load) -> None:
        with pytest.raises(IngestError) as caught:
            await load(document(APRIL, budget_years=None))
        assert (caught.value.kind, caught.value.decision) == (IngestErrorKind.YEARS_UNKNOWN, APRIL)
        assert caught.value.values == {"amended_number": "10-3", "amended_date": "2012-12-14"}

    async def test_a_decision_that_leads_nowhere_is_an_error(self, load: Load) -> None:
        with pytest.raises(IngestError, match="years-unknown: amended_number None"):
            await load(document(APRIL, budget_years=None, amends=None))

    async def test_two_possible_budgets_are_an_error(self, load: Load) -> None:
        elsewhere = document(place="Шымкент")
        amendment = document(APRIL, [], budget_years=None, place=None)
        with pytest.raises(IngestError, match="budget-ambiguous"):
            await load(document(), elsewhere, amendment)

    async def test_places_and_years_keep_budgets_apart(self, load: Load, session: AsyncSession) -> None:
        next_year = DecisionRef("24-3", dt.date(2013, 12, 20))
        await load(
            document(),
            document(place="Шымкент"),
            document(
                next_year,
                [edition(next_year, year=2014)],
                kind=DecisionKind.ORIGINAL,
                amends=None,
                budget_years=(2014, 2016),
            ),
        )
        assert [(b.place, b.first_year) for b in await list_budgets(session)] == [
            ("Тараз", 2013),
            ("Тараз", 2014),
            ("Шымкент", 2013),
        ]


class TestStubs:
    async def test_an_amendment_makes_its_original_known(self, load: Load, database: Path) -> None:
        await load(document(APRIL))
        kinds = {row[3]: row[5:7] for row in facts(database)["decision"]}
        assert kinds == {"10-3": ("original", "1860"), "12-3": ("amendment", "1917")}

    async def test_a_text_fills_what_a_mention_left_open(self, load: Load, database: Path) -> None:
        registered = dt.date(2013, 4, 17)
        await load(document(amended_by=(DecisionRef("12-3", APRIL.date),)))
        await load(document(APRIL, registration_date=registered, in_force_from=dt.date(2013, 1, 1)))
        [row] = [row for row in facts(database)["decision"] if row[3] == "12-3"]
        assert row == (
            "Тараз", 2013, 2015, "12-3", "2013-04-08", "amendment", "1917", "2013-04-17", "2013-01-01", None,
        )  # fmt: skip

    async def test_a_mention_fills_a_registration_number(self, load: Load, database: Path) -> None:
        await load(document(registration_number=None), document(APRIL))
        assert column(database, "decision", "registration_number") == ["1860", "1917"]

    @pytest.mark.parametrize("printed", ["12–3", "12 - 3", "12‑3"])
    @pytest.mark.parametrize("first", [True, False])
    async def test_a_decision_is_one_however_its_number_is_printed(
        self, load: Load, database: Path, printed: str, first: bool
    ) -> None:
        """Notes of a version, another text and what is amended name it with whatever dash."""
        other = DecisionRef(printed, APRIL.date)
        named = document(editions=[edition(other)], kind=DecisionKind.REDACTION, amended_by=(other,))
        texts = [document(APRIL), document(other, language=RU), named]
        await load(*(texts if first else reversed(texts)))
        assert sorted(column(database, "decision", "number")) == ["10-3", "12-3"]

    async def test_a_mention_gives_a_decision_its_official_page(
        self, load: Load, database: Path, session: AsyncSession
    ) -> None:
        page, own = "https://zan.gov.kz/client/#!/doc/133972/rus", "https://adilet.zan.kz/kaz/docs/1"
        redaction = document(
            kind=DecisionKind.REDACTION,
            amended_by=(replace(APRIL, url=page), MAY),
            url="https://zan.gov.kz/1",
        )
        await load(redaction)
        assert {row[3]: row[9] for row in facts(database)["decision"]} == {
            "10-3": None, "12-3": page, "13-3": None,
        }  # fmt: skip
        [budget] = await list_budgets(session)
        catalogue = await load_catalogue(StoredReader(session), budget)
        assert catalogue is not None
        urls = {known.number: known.url_in(KK) for known in catalogue.decisions}
        assert urls == {"10-3": "https://zan.gov.kz/1", "12-3": page, "13-3": None}
        await session.rollback()  # of what it has read: the next reading is of what is stored then
        await load(document(APRIL, url=own))  # its own text knows better
        catalogue = await load_catalogue(StoredReader(session), budget)
        assert catalogue is not None
        assert [known.url_in(RU) for known in catalogue.decisions if known.number == "12-3"] == [own]

    async def test_a_poorer_text_blanks_nothing(
        self, load: Load, database: Path, session: AsyncSession
    ) -> None:
        await load(document(in_force_from=dt.date(2013, 1, 1), url="https://adilet.zan.kz/1"))
        before = facts(database)
        poorer = document(
            editions=[edition(year=2014)], title=None, body=None, registration_number=None, file="2014.csv"
        )
        await load(poorer)
        assert facts(database)["decision"] == before["decision"]
        [budget] = await list_budgets(session)
        stored = await list_editions(session, budget)
        assert {edition.decision.url_in(KK) for edition in stored} == {"https://adilet.zan.kz/1"}
        assert {edition.decision.body_in(KK) for edition in stored} == {"Тараз қалалық мәслихаты"}

    async def test_a_decisions_own_text_says_what_kind_it_is(self, load: Load, database: Path) -> None:
        # An amendment may name the amendment before it; only one decision adopts a budget.
        await load(document(APRIL, amends=MAY), document(MAY), document())
        assert {row[3]: row[5] for row in facts(database)["decision"]} == {
            "10-3": "original",
            "12-3": "amendment",
            "13-3": "amendment",
        }

    async def test_a_redactions_kind_is_its_original(self, load: Load, database: Path) -> None:
        await load(document(kind=DecisionKind.REDACTION, amended_by=(APRIL,)))
        assert {row[3]: row[5] for row in facts(database)["decision"]} == {
            "10-3": "original",
            "12-3": "amendment",
        }

    async def test_a_known_original_stays_the_only_one(self, load: Load, database: Path) -> None:
        await load(document(), document(JULY, amends=MAY))
        assert {row[3]: row[5] for row in facts(database)["decision"]}["13-3"] == "amendment"

    @pytest.mark.parametrize("known_first", [True, False])
    async def test_a_mention_without_a_date_finds_its_decision(
        self, load: Load, database: Path, known_first: bool
    ) -> None:
        mentioning = document(amended_by=(DecisionRef("12-3", None),))
        await load(*((document(APRIL), mentioning) if known_first else (mentioning, document(APRIL))))
        assert count(database, "decision", "finding") == [2, 0]

    async def test_an_unknown_mention_without_a_date_is_a_warning(self, load: Load, database: Path) -> None:
        await load(document(amended_by=(DecisionRef("13-3", None),)))
        assert count(database, "decision") == [1]
        assert column(database, "finding", "kind") == ["decision-undated"]
        assert column(database, "finding", '"values"') == ['{"number":"13-3"}']

    async def test_a_table_set_by_the_decision_itself_needs_no_date(self, load: Load, database: Path) -> None:
        await load(document(editions=[edition(DecisionRef("10-3", None))]))
        assert count(database, "decision", "edition") == [1, 1]

    async def test_a_number_that_came_again_months_later_is_another_decision(
        self, load: Load, database: Path
    ) -> None:
        # Where a council counts anew, № 12-3 of April and № 12-3 of November are two.
        again = DecisionRef("12-3", NOVEMBER.date)
        undated = DecisionRef("12-3", None)
        await load(
            document(amended_by=(APRIL, undated)),
            document(APRIL),
            document(again, [changed(again, {PROGRAM: 600})], registration_number="2050"),
        )
        assert [row[3:7] for row in facts(database)["decision"]] == [
            ("10-3", "2012-12-14", "original", "1860"),
            ("12-3", "2013-04-08", "amendment", "1917"),
            ("12-3", "2013-11-13", "amendment", "2050"),
        ]
        assert column(database, "finding", "kind") == ["decision-undated"]  # it may be either
