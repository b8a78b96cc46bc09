"""What is known of a budget as it comes from the database: decisions with their tables and texts."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.kinds import DiscrepancyKind
from parser.records import DecisionKind, Discrepancy, Language
from storage.kept.reader import StoredReader
from storage.reading.address import BudgetAddress
from storage.reading.catalogue import Catalogue, EditionText
from storage.reading.catalogue_query import fetch_catalogue, load_catalogue, load_catalogues, text_order
from storage.reading.records import DecisionInfo
from tests.storage.builders import (
    APRIL,
    JULY,
    KK,
    MAY,
    ORIGINAL,
    RU,
    discrepancy,
    document,
    edition,
    figure_change,
)
from tests.storage.conftest import Load

TARAZ = BudgetAddress("Тараз", 2013, 2015)


async def read(session: AsyncSession, budget: BudgetAddress = TARAZ) -> Catalogue:
    catalogue = await load_catalogue(StoredReader(session), budget)
    assert catalogue is not None
    return catalogue


async def test_a_decision_is_told_as_its_texts_state_it(load: Load, session: AsyncSession) -> None:
    registered, in_force = dt.date(2013, 4, 17), dt.date(2013, 1, 1)
    await load(
        document(
            APRIL,
            registration_date=registered,
            in_force_from=in_force,
            url="https://example.org/12-3",
        )
    )
    original, april = (await read(session)).decisions
    council = {KK: "Тараз қалалық мәслихаты"}
    assert april == DecisionInfo(
        DecisionKind.AMENDMENT,
        "Тараз",
        "12-3",
        dt.date(2013, 4, 8),
        loaded=True,
        bodies=council,
        urls={KK: "https://example.org/12-3"},
        registration_number="1917",
        registration_date=registered,
        in_force_from=in_force,
    )
    # The original is only named in it, and known by the same council.
    assert original == DecisionInfo(
        DecisionKind.ORIGINAL,
        "Тараз",
        "10-3",
        dt.date(2012, 12, 14),
        loaded=False,
        bodies=council,
        registration_number="1860",
    )


@pytest.mark.parametrize("order", [(KK, RU), (RU, KK)])
async def test_an_edition_has_its_texts_the_kazakh_first(
    load: Load, session: AsyncSession, order: tuple[Language, Language]
) -> None:
    await load(
        *(
            document(
                editions=[edition(ORIGINAL, language, year=2014), edition(ORIGINAL, language)],
                language=language,
                url=f"https://example.org/{language}",
            )
            for language in order
        )
    )
    [first, second] = (await read(session)).editions
    assert (first.year, second.year) == (2013, 2014)
    kazakh, russian = first.texts
    assert kazakh == EditionText(
        id=kazakh.id,
        language=KK,
        appendix="1",
        unit=1000,
        line_count=len(edition().lines),
        source_id=order.index(KK) + 1,
        file="10-3.kk.txt",
        url="https://example.org/kk",
    )
    assert (russian.language, russian.file, russian.url) == (RU, "10-3.ru.txt", "https://example.org/ru")
    assert {kazakh.id, russian.id}.isdisjoint(second.text_ids)
    assert second.texts[0].appendix == "2"


async def test_a_table_that_a_redaction_prints_has_the_redactions_address(
    load: Load, session: AsyncSession
) -> None:
    redaction = document(
        ORIGINAL,
        [edition(JULY)],
        kind=DecisionKind.REDACTION,
        amended_by=(JULY,),
        url="https://example.org/redaction",
    )
    await load(redaction)
    [july] = (await read(session)).editions
    assert (july.decision.loaded, july.decision.urls) == (True, {})
    assert july.texts[0].url == "https://example.org/redaction"


async def test_of_several_texts_in_a_language_the_decisions_own_states_first(
    load: Load, session: AsyncSession
) -> None:
    """What it leaves open is taken from the redaction."""
    redaction = document(
        kind=DecisionKind.REDACTION, body="Redaction's", url="https://example.org/redaction", file="a.html"
    )
    await load(redaction, document(body="Own", url=None, file="b.html"))
    [original] = (await read(session)).decisions
    assert original.bodies == {KK: "Own"}
    assert original.urls == {KK: "https://example.org/redaction"}


async def test_of_two_texts_of_its_own_the_first_by_file_states(load: Load, session: AsyncSession) -> None:
    """Each has the table of another year, so that neither takes the place of the other."""
    second = document(editions=[edition(year=2014)], body="Second", file="b.html")
    await load(second, document(body="First", file="a.html"))
    [original] = (await read(session)).decisions
    assert original.bodies == {KK: "First"}


async def test_a_table_with_a_fault_of_its_whole_says_so(load: Load, session: AsyncSession) -> None:
    """A total is missing in that of April; in that of December only a sum does not come out."""
    missing = Discrepancy(DiscrepancyKind.TOTAL_MISSING, "revenue", None, None, "line 1", 2013)
    await load(document(discrepancies=[discrepancy()]), document(APRIL, discrepancies=[missing]))
    catalogue = await read(session)
    assert [catalogue.edition_info(edition).has_faults for edition in catalogue.editions] == [False, True]


async def test_the_newest_council_serves_a_decision_that_states_none(
    load: Load, session: AsyncSession
) -> None:
    await load(
        document(body=None),
        document(APRIL, body="Before"),
        document(JULY, [edition(JULY, RU)], RU, body="Таразский маслихат"),
        document(JULY, body="Newest"),
    )
    bodies = {decision.number: decision.bodies for decision in (await read(session)).decisions}
    assert bodies == {
        "10-3": {KK: "Newest", RU: "Таразский маслихат"},
        "12-3": {KK: "Before", RU: "Таразский маслихат"},
        "15-3": {KK: "Newest", RU: "Таразский маслихат"},
    }


async def test_a_text_without_tables_is_a_gap_only_where_it_changes_figures(
    load: Load, session: AsyncSession
) -> None:
    await load(
        document(amended_by=(JULY,)),
        document(APRIL, [], figure_changes=[figure_change()]),
        document(MAY, []),
    )
    places = (await read(session)).trace(2013)
    assert [(place.decision.number, place.decision.loaded, place.edition is None) for place in places] == [
        ("10-3", True, False),
        ("12-3", True, True),
        ("15-3", False, True),
    ]


async def test_decisions_stand_as_they_were_adopted_whatever_was_loaded_first(
    load: Load, session: AsyncSession
) -> None:
    numbers = ["12-10", "9-3", "12-3"]
    await load(*(document(replace(APRIL, number=number), registration_number=None) for number in numbers))
    assert [decision.number for decision in (await read(session)).decisions] == [
        "10-3", "9-3", "12-3", "12-10",
    ]  # fmt: skip


async def test_each_budget_has_its_own(load: Load, session: AsyncSession) -> None:
    """A place and both years tell it."""
    budgets = [
        ("Шымкент", 2013, 2015), ("Тараз", 2014, 2016), ("Тараз", 2013, 2015), ("Тараз", 2013, 2014),
    ]  # fmt: skip
    await load(
        *(
            document(
                editions=[edition(year=first_year)],
                place=place,
                budget_years=(first_year, last_year),
                registration_number=None,
            )
            for place, first_year, last_year in budgets
        )
    )
    connection = StoredReader(session)
    stored = {BudgetAddress(*budget) for budget in budgets}
    assert {
        catalogue.budget
        for catalogue in await load_catalogues(connection, sorted({budget.place for budget in stored}))
    } == stored
    for budget in stored:
        catalogue = await read(session, budget)
        assert (catalogue.budget, [edition.year for edition in catalogue.editions]) == (
            budget,
            [budget.first_year],
        )
    assert await load_catalogue(connection, BudgetAddress("Тараз", 2012, 2015)) is None


async def test_a_budget_is_read_by_its_row_while_it_is_loaded(load: Load, session: AsyncSession) -> None:
    await load(document(), document(place="Шымкент", registration_number="1855"))
    connection = StoredReader(session)
    found = await connection.run_sync(fetch_catalogue, 2)
    assert found is not None
    assert found.budget == BudgetAddress("Шымкент", 2013, 2015)
    assert await connection.run_sync(fetch_catalogue, 3) is None


def test_texts_are_ordered_by_language_then_by_whose_they_are() -> None:
    own = (KK, DecisionKind.ORIGINAL, "b.html", "2")
    named_later = (KK, DecisionKind.ORIGINAL, "c.html", "1")
    of_later_bytes = (KK, DecisionKind.ORIGINAL, "c.html", "2")
    redaction = (KK, DecisionKind.REDACTION, "a.html", "0")
    russian = (RU, DecisionKind.AMENDMENT, "a.html", "0")
    mixed = [russian, redaction, of_later_bytes, named_later, own]
    assert sorted(mixed, key=lambda text: text_order(*text)) == mixed[::-1]
