"""The keys that buttons and links find a budget by: one for every name its texts print, and nobody else's."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.records import DecisionKind, DecisionRef, Language, ParsedDecision
from storage.loading import budget_keys
from storage.loading.errors import IngestError
from storage.loading.ingest import Restored, ingest
from storage.reading.address import BudgetAddress, DecisionAddress
from storage.reading.lookup import find_budget
from storage.reading.short_address import budget_key, decision_key
from tests.storage.builders import KK, ORIGINAL, RU, document, edition
from tests.storage.conftest import Load, Sessions
from tests.storage.dump import dump, facts

KAZAKH, RUSSIAN = "Қарағанды", "Карагандин"
OTHER = DecisionRef("9-1", dt.date(2012, 12, 20))


def text(place: str, language: Language, ref: DecisionRef = ORIGINAL) -> ParsedDecision:
    """An original decision as one language prints it."""
    table = replace(edition(ref, language), place=place)
    return document(ref, [table], language, place=place, kind=DecisionKind.ORIGINAL, amends=None)


def keys(database: Path) -> dict[str, str]:
    """The names that keys are stored for, and the place whose budget they open."""
    return {row[1]: row[2] for row in facts(database)["budget_key"]}


def key(place: str, first_year: int = 2013, last_year: int = 2015) -> str:
    return budget_key(BudgetAddress(place, first_year, last_year))


def test_keys_are_the_same_everywhere() -> None:
    # They stand in messages and on web pages for years: another hash would break them all.
    assert key("Тараз") == "o6hs5f5cj4b4"
    assert decision_key(DecisionAddress("12-3", dt.date(2013, 4, 8))) == "sk2ivng"
    assert len({key("Тараз"), key("Тараз", 2014, 2016), key("Тараз", 2013, 2016), key("Семей")}) == 4


@pytest.mark.parametrize("order", [(KK, RU), (RU, KK)])
async def test_what_was_made_with_one_text_opens_when_the_other_is_there(
    load: Load, session: AsyncSession, order: tuple[Language, Language]
) -> None:
    names = {KK: KAZAKH, RU: RUSSIAN}
    await load(text(names[order[0]], order[0]))
    made = key(names[order[0]])
    await load(text(names[order[1]], order[1]))
    for opened in (made, key(KAZAKH), key(RUSSIAN)):
        found = await find_budget(session, opened)
        assert found is not None
        assert found.address == BudgetAddress(KAZAKH, 2013, 2015)
        assert found.decisions == (DecisionAddress("10-3", dt.date(2012, 12, 14)),)


async def test_other_years_and_places_have_other_keys(load: Load, session: AsyncSession) -> None:
    await load(document(), document(place="Семей", budget_years=(2013, 2015)))
    for place in ("Тараз", "Семей"):
        found = await find_budget(session, key(place))
        assert found is not None
        assert found.address.place == place
    assert await find_budget(session, key("Тараз", 2014, 2016)) is None
    assert await find_budget(session, "") is None


async def test_a_name_that_a_budget_bears_is_its_own(load: Load, database: Path) -> None:
    """A name that both print would open one of them at random."""
    await load(text("Абай", KK), text("Абайский", RU))
    assert keys(database) == {"Абай": "Абай", "Абайский": "Абай"}
    await load(text("Абайский", RU, OTHER))
    assert keys(database) == {"Абай": "Абай", "Абайский": "Абайский"}


async def test_a_name_that_two_budgets_only_print_is_nobodys(
    sessions: Sessions, load: Load, database: Path
) -> None:
    printed = text("Абайский", RU, OTHER)
    await load(text("Абай", KK), text("Абайский", RU), printed, text("Абайски", KK, OTHER))
    assert keys(database) == {"Абай": "Абай", "Абайски": "Абайски"}
    # Read anew, the text prints another name: the first budget has its own back.
    anew = replace(text("Абайски", RU, OTHER), source=printed.source)
    await ingest(sessions, anew, restored=Restored(99, [], whole=True))
    assert keys(database) == {"Абай": "Абай", "Абайский": "Абай", "Абайски": "Абайски"}


async def test_the_keys_of_a_budget_go_with_it(sessions: Sessions, load: Load, database: Path) -> None:
    misread = text("Тараs", KK)
    await load(misread)
    anew = replace(text("Тараз", KK), source=misread.source)
    await ingest(sessions, anew, restored=Restored(99, [], whole=True))
    assert keys(database) == {"Тараз": "Тараз"}


async def test_two_budgets_never_share_a_key(
    load: Load, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(budget_keys, "budget_key", lambda _: "a" * 12)
    await load(document())
    before = dump(database)
    with pytest.raises(IngestError, match="same-short-key: budget Семей 2013-2015: other Тараз 2013-2015"):
        await load(document(place="Семей"))
    with pytest.raises(IngestError, match="same-short-key"):
        await load(text("Таразский", RU))
    assert dump(database) == before
