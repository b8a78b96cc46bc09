"""Followers are told of each decision once, whatever is loaded, killed or asked in between."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.records import DecisionKind, Language, ParsedDecision
from storage.follow_news import Due, claim, find_due
from storage.follows import (
    MOST_FOLLOWED,
    count_followed,
    follow_line,
    list_followed,
    list_known,
    unfollow_all,
    unfollow_line,
)
from storage.people_models import ToldDecision
from storage.reading.address import BudgetAddress, EditionAddress, LineAddress
from storage.reading.short_address import shorten
from storage.stored import table
from tests.storage.builders import (
    APRIL,
    JULY,
    KK,
    ORIGINAL,
    PROGRAM,
    RU,
    changed,
    document,
    edition,
    with_amount,
)
from tests.storage.conftest import Load, Sessions

TARAZ = BudgetAddress("Тараз", 2013, 2015)
LINE = LineAddress(EditionAddress(TARAZ, 2013), PROGRAM)
OTHER = LINE.beside("expenditure/04")


async def follow(sessions: Sessions, person: int = 7, line: LineAddress = LINE) -> None:
    """Follows a line as of what is loaded."""
    async with sessions() as session:
        known = await list_known(session, line, {})
        assert await follow_line(session, person, line, known, Language.RU)


async def due(sessions: Sessions) -> list[Due]:
    """What followers have to be told."""
    async with sessions() as session:
        return [each for each in await find_due(session, {}) if isinstance(each, Due)]


async def test_a_decision_is_told_once_with_what_it_changed(load: Load, sessions: Sessions) -> None:
    await load(document(), document(APRIL))
    await follow(sessions)
    assert await due(sessions) == []  # what was there before is known
    await load(document(JULY, [with_amount(edition(JULY), PROGRAM, 777_000)]))
    [found] = await due(sessions)
    assert (found.person, found.language, found.decision.number) == (7, Language.RU, JULY.number)
    [change] = found.changes
    assert (change.line, change.new, change.since.number) == (LINE, 777_000, APRIL.number)
    async with sessions() as session:
        assert await claim(session, found)
        assert not await claim(session, found)  # the other of two bots
    assert await due(sessions) == []


async def test_a_decision_that_leaves_the_line_alone_is_no_news(load: Load, sessions: Sessions) -> None:
    await load(document())
    await follow(sessions)
    await load(document(APRIL, [replace(edition(), set_by=edition(APRIL).set_by)]))
    [found] = await due(sessions)
    assert found.changes == ()


async def test_a_line_that_goes_is_told(load: Load, sessions: Sessions) -> None:
    await load(document())
    await follow(sessions)
    printed = edition(APRIL)
    kept = tuple(row for row in printed.lines if row.path != PROGRAM)
    await load(document(APRIL, [replace(printed, lines=kept)]))
    [found] = await due(sessions)
    [change] = found.changes
    assert change.old
    assert change.new is None


async def test_each_year_of_a_decision_is_told_when_its_table_is_loaded(
    load: Load, sessions: Sessions
) -> None:
    later = LineAddress(EditionAddress(TARAZ, 2014), PROGRAM)
    await load(document(editions=[edition(year=year) for year in (2013, 2014)]))
    for line in (LINE, later):
        await follow(sessions, line=line)
    for year in (2013, 2014):
        printed = with_amount(edition(JULY, year=year), PROGRAM, 700_000 + year)
        await load(document(JULY, [printed]))
        [found] = await due(sessions)
        assert (found.years, [change.new for change in found.changes]) == ((year,), [700_000 + year])
        async with sessions() as session:
            assert await claim(session, found)
    assert await due(sessions) == []


async def test_all_that_an_office_has_is_followed(load: Load, sessions: Sessions) -> None:
    await load(document())
    await follow(sessions, line=LINE.beside("expenditure/all/464"))
    await load(document(JULY, [changed(JULY, {PROGRAM: 777})]))
    [found] = await due(sessions)
    [change] = found.changes
    assert (change.is_office, change.summary.path) == (True, "expenditure/04/464")
    assert (change.old, change.new) == (1_200_000, 1_477_000)


async def test_lines_are_followed_and_forgotten(load: Load, sessions: Sessions) -> None:
    await load(document())
    for line in (LINE, OTHER, LINE):
        await follow(sessions, line=line)
    await follow(sessions, person=8)
    async with sessions() as session:
        assert {each.line.path for each in await list_followed(session, 7)} == {LINE.path, OTHER.path}
        await unfollow_line(session, 7, shorten(LINE))
        assert [each.line.path for each in await list_followed(session, 7)] == [OTHER.path]
        await unfollow_all(session, 7)
        assert [each.person for each in await list_followed(session)] == [8]


async def test_nobody_follows_without_end(session: AsyncSession) -> None:
    for number in range(MOST_FOLLOWED):
        assert await follow_line(session, 7, LINE.beside(f"revenue/1/{number:02}"), {}, KK)
    assert not await follow_line(session, 7, LINE, {}, KK)
    assert await follow_line(session, 7, LINE.beside("revenue/1/00"), {}, KK)
    assert await count_followed(session, 7) == MOST_FOLLOWED  # of a budget that is not loaded too


def text(place: str, language: Language) -> ParsedDecision:
    """The original decision as one language prints it, with the place's name in it."""
    printed = replace(edition(ORIGINAL, language), place=place)
    return document(ORIGINAL, [printed], language, place=place, kind=DecisionKind.ORIGINAL, amends=None)


async def test_a_place_that_gets_another_name_is_followed_on_and_let_go(
    load: Load, sessions: Sessions
) -> None:
    russian = "Таразский"
    await load(text(russian, RU))
    before = LineAddress(EditionAddress(BudgetAddress(russian, 2013, 2015), 2013), PROGRAM)
    async with sessions() as session:
        assert await follow_line(session, 7, before, {}, Language.RU)
    await load(text("Тараз", KK))
    async with sessions() as session:
        assert await follow_line(session, 7, LINE, {}, Language.RU)
        assert [each.line for each in await list_followed(session, 7)] == [LINE]
        await unfollow_line(session, 7, shorten(LINE))
        assert await list_followed(session, 7) == []


async def test_what_was_told_goes_with_the_last_line(load: Load, sessions: Sessions) -> None:
    await load(document())
    for line in (LINE, OTHER):
        await follow(sessions, line=line)
    async with sessions() as session:
        told = select(func.count()).select_from(table(ToldDecision))
        await unfollow_line(session, 7, shorten(LINE))
        assert (await (await session.connection()).execute(told)).scalar_one() == 1
        await unfollow_line(session, 7, shorten(OTHER))
        assert (await (await session.connection()).execute(told)).scalar_one() == 0
