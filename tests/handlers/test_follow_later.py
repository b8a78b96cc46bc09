"""Followers of decisions that are loaded late, over gaps or while another may be undone, in the language they chose."""

from __future__ import annotations

import datetime as dt

import pytest
from aiogram.methods import SendMessage

from bot.serving.notifier import Notifier
from handlers.packing import pack
from handlers.views.actions import StartFollowing
from handlers.views.texts import Texts
from parser.records import DecisionRef, Language
from storage.follow_news import Due, find_due
from storage.loading.ingest import ingest
from storage.reading.address import DecisionAddress
from storage.reading.short_address import decision_key
from tests.harness.budget import BUDGET, JULY, THIRD, line, names
from tests.harness.person import TestUser, text_of
from tests.harness.world import World
from tests.storage.builders import document, edition

SCHOOLS, BLOCK = "expenditure/04/464/003", "expenditure/04/464#2/003"  # of the second block
OFFICE = "expenditure/all/464"
LIGHT = "expenditure/07/458/015"
OCTOBER = DecisionRef("18-3", dt.date(2013, 10, 2))
NOVEMBER = DecisionRef("20-3", dt.date(2013, 11, 13))
FOLLOW = pack(StartFollowing(line(SCHOOLS))) or ""


async def load(world: World, ref: DecisionRef, amount: int | None, *names_of: DecisionRef) -> None:
    """Loads a decision after which the schools have another amount, in thousand tenge, or no line."""
    leaves = {path: sum_ for path, sum_ in THIRD.items() if path != BLOCK or amount is not None}
    if amount is not None:
        leaves[BLOCK] = amount
    table = edition(ref, leaves=leaves, names=names(Language.KK))
    await ingest(world.services.sessions, document(ref, [table], amended_by=names_of))


async def tell(world: World) -> str:
    """The only message that followers are written now."""
    world.session.sent.clear()
    await Notifier(world.services, pause=0).tell(world.bot)
    [sent] = world.session.of(SendMessage)
    return sent.text.replace("\u00a0", " ")


def latest(texts: Texts, amount: str) -> str:
    """What is said behind a change of what the line has now."""
    return texts.get("follow-latest-amount", change="", amount=f"{amount} {texts.get('unit-thousand')}")


async def test_a_decision_that_is_loaded_late_says_what_a_later_one_left(
    world: World, person: TestUser, texts: Texts
) -> None:
    await person.press_data(FOLLOW)
    await load(world, NOVEMBER, 6_000_000)
    assert latest(texts, "6 000 000") not in await tell(world)
    await load(world, OCTOBER, 7_500_000)
    told = await tell(world)
    assert "6 523 223 → 7 500 000" in told
    assert latest(texts, "6 000 000") in told  # it has less now than before October
    assert texts.get("follow-latest", number=NOVEMBER.number, date="13.11.2013") in told


async def test_a_line_that_a_later_decision_took_out_is_not_there_now(
    world: World, person: TestUser, texts: Texts
) -> None:
    await person.press_data(FOLLOW)
    await load(world, NOVEMBER, None)
    await tell(world)
    await load(world, OCTOBER, 7_500_000)
    assert texts.get("follow-latest-gone", change="") in await tell(world)


async def test_over_a_gap_no_decision_is_said_to_have_changed_it(
    world: World, person: TestUser, texts: Texts
) -> None:
    await person.press_data(FOLLOW)
    await load(world, NOVEMBER, 7_000_000, OCTOBER)
    told = await tell(world)
    november = {"number": NOVEMBER.number, "date": "13.11.2013"}
    assert texts.get("follow-due-over-gap", **november) in told
    assert texts.get("follow-due", **november) not in told
    missing = texts.get("card-decision", number=OCTOBER.number, date="02.10.2013")
    assert texts.get("card-skipped", decisions=missing) in told


@pytest.mark.parametrize("chosen", Language)
async def test_news_come_in_the_language_that_was_chosen_since(
    world: World, person: TestUser, chosen: Language
) -> None:
    await person.press_data(FOLLOW)
    await person.send(f"/language {chosen.value}")
    await load(world, NOVEMBER, 7_000_000)
    assert names(chosen)[SCHOOLS] in await tell(world)


async def test_all_lines_of_who_chose_none_are_told_in_the_language_spoken_last(world: World) -> None:
    for spoken, path in ((Language.RU, LIGHT), (Language.KK, SCHOOLS), (Language.RU, "expenditure/12")):
        await world.person(spoken.value).press_data(pack(StartFollowing(line(path))) or "")
    await load(world, NOVEMBER, 7_000_000)
    assert names(Language.RU)[SCHOOLS] in await tell(world)


async def test_what_is_adopted_after_a_decision_that_may_be_undone_waits_with_it(
    world: World, person: TestUser
) -> None:
    await person.press_data(FOLLOW)
    await load(world, OCTOBER, 7_500_000)
    await load(world, NOVEMBER, 7_000_000)
    found = {}
    async with world.services.sessions() as session:
        for held in (JULY, OCTOBER, NOVEMBER):
            assert held.date is not None
            key = decision_key(DecisionAddress(held.number, held.date))
            news = await find_due(session, {}, {(BUDGET, key)})
            found[held] = [each for each in news if isinstance(each, Due)]
    assert found[JULY] == found[OCTOBER] == []
    [due] = found[NOVEMBER]
    assert due.decision.number == OCTOBER.number
    assert due.changes[0].latest is None  # what November left may be undone


async def test_an_office_that_is_followed_whole_says_what_it_has_now(
    world: World, person: TestUser, texts: Texts
) -> None:
    await person.press_data(pack(StartFollowing(line(OFFICE))) or "")
    await load(world, NOVEMBER, 6_000_000)
    await tell(world)
    await load(world, OCTOBER, 7_500_000)
    assert latest(texts, "7 100 000") in await tell(world)


async def test_lines_of_one_name_are_told_apart_where_they_are_followed(
    world: World, person: TestUser, texts: Texts
) -> None:
    for path, year in (
        (SCHOOLS, 2013),
        (SCHOOLS, 2014),
        ("expenditure/07/458/041", 2013),
        ("expenditure/12/458/041", 2013),
    ):
        await person.press_data(pack(StartFollowing(line(path, year))) or "")
    listed = text_of(await person.send("/follow"))
    others = names(texts.language)["expenditure/07/458/041"]
    assert f"{others} (07 · 458 · 041)" in listed
    marks = {"(2013)", "(2014)", "(07 · 458 · 041)", "(12 · 458 · 041)"}
    assert {mark for mark in marks if any(mark in label for label in person.labels)} == marks
