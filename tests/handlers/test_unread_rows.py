"""A line that a decision prints and that could not be read: neither removed, nor new, nor absent, anywhere."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from aiogram.methods import SendMessage

from bot.serving.notifier import Notifier
from handlers.packing import pack
from handlers.views.actions import StartFollowing
from handlers.views.texts import Texts
from parser.kinds import FindingKind
from parser.records import DecisionRef, Edition, Finding, Language, PlaceUnit, SourcePlace
from storage.engine import create_engine, create_sessions
from storage.loading.ingest import ingest
from storage.reading.address import BudgetAddress, DecisionAddress, EditionAddress, LineAddress
from storage.reading.cards import load_card
from storage.reading.changes import load_changes
from storage.schema import migrate
from tests.harness.databases import database_url
from tests.harness.person import text_of
from tests.harness.world import World, open_world
from tests.storage.builders import APRIL, MAY, PROGRAM, document, edition, name_of, with_amount

HERE = EditionAddress(BudgetAddress("Тараз", 2013, 2015), 2013)
AT = SourcePlace(PlaceUnit.ROW, 1)
FORMS = ("amount", "aside", "joined")
ASKED = {Language.KK: "не өзгерді", Language.RU: "что изменилось"}
REMOVED = {Language.KK: "қандай жолдар алынды", Language.RU: "какие строки сняли"}


def finding(form: str, language: Language) -> Finding:
    """How a reader tells of the row: its amount is missing, or where it stands is not known."""
    name = name_of(PROGRAM, language)
    if form == "amount":
        return Finding(FindingKind.AMOUNT_MISSING, AT, {"name": name, "path": PROGRAM})
    printed = f"009 | {name.upper()} | 1O0" if form == "aside" else "464009 | Басқаша аталған | 300"
    return Finding(FindingKind.ROW_SET_ASIDE, AT, {"printed": printed})


def unread(table: Edition) -> Edition:
    """The table without the line's own rows: what stands above keeps its amount."""
    return replace(table, lines=tuple(line for line in table.lines if line.path != PROGRAM))


@pytest.fixture(params=FORMS)
async def partly(tmp_path: Path, language: Language, request: pytest.FixtureRequest) -> AsyncIterator[World]:
    """The budget as adopted, a decision in which one line could not be read, and one that has it again."""
    file = tmp_path / "qazyna.db"
    engine = create_engine(database_url(file))
    await migrate(engine)
    sessions = create_sessions(engine)
    await ingest(sessions, document(editions=[edition(language=language)], language=language))
    table = unread(edition(APRIL, language))
    told = [finding(request.param, language)]
    await ingest(sessions, document(APRIL, [table], language, warnings=told))
    await engine.dispose()
    async with open_world(file) as world:
        yield world


async def add_may(world: World, language: Language) -> None:
    """A later decision, after which the line has 1 234 and is read."""
    table = with_amount(edition(MAY, language), PROGRAM, 1_234_000)
    await ingest(world.services.sessions, document(MAY, [table], language))


def address(ref: DecisionRef) -> EditionAddress:
    assert ref.date is not None
    return replace(HERE, decision=DecisionAddress(ref.number, ref.date))


async def test_it_is_neither_removed_nor_added(partly: World, language: Language) -> None:
    await add_may(partly, language)
    async with partly.services.sessions() as session:
        april = await load_changes(session, address(APRIL))
        may = await load_changes(session, address(MAY))
    assert april is not None
    assert may is not None
    assert PROGRAM not in {line.path for line in (*april.lines, *may.lines)}
    assert [(line.path, line.new) for line in april.unread] == [(PROGRAM, None)]
    assert [(line.path, line.old, line.new) for line in may.unread] == [(PROGRAM, None, 1_234_000)]
    for changes in (april, may):
        assert changes.is_partly_read
        assert changes.reconciled is None
        assert changes.flow is not None
        assert changes.flow.balanced is None
        assert (changes.flow.cuts, changes.flow.rises) == ((), ())


async def test_its_history_has_a_gap_there(partly: World, language: Language) -> None:
    await add_may(partly, language)
    async with partly.services.sessions() as session:
        card = await load_card(session, LineAddress(address(MAY), PROGRAM))
    assert card is not None
    original, april, may = card.ledger
    assert (april.unread, april.loaded, april.amount, april.delta) == (True, False, None, None)
    assert may.both == (original.amount, 1_234_000)
    assert card.since_previous is not None
    assert card.since_previous.old == original.amount
    assert [decision.number for decision in card.since_previous.unread] == [APRIL.number]
    assert [decision.number for decision in card.unread] == [APRIL.number]


async def test_the_chat_says_that_it_was_not_read(partly: World, language: Language, texts: Texts) -> None:
    person = partly.person(language.value)
    for asked in (ASKED[language], REMOVED[language]):
        said = text_of(await person.send(asked)).replace("\u00a0", " ")
        assert texts.get("changes-lines-unread") in said
        assert texts.get("changes-verdict-unread") in said
        assert texts.get("changes-none") not in said
        assert texts.get("changes-reconciled") not in said
        assert texts.get("changes-line-removed", delta="", name="").strip(" —") not in said


async def test_the_card_of_the_older_edition_says_why(
    partly: World, language: Language, texts: Texts
) -> None:
    said = text_of(await partly.person(language.value).send("464 009")).replace("\u00a0", " ")
    assert texts.get("card-unread", decisions="").split(":")[0] in said
    assert APRIL.number in said


async def test_followers_are_not_told_that_it_is_gone(
    partly: World, language: Language, texts: Texts
) -> None:
    person = partly.person(language.value)
    await person.press_data(pack(StartFollowing(LineAddress(HERE, PROGRAM))) or "")
    again = with_amount(edition(MAY, language), PROGRAM, 1_234_000)
    await ingest(partly.services.sessions, document(MAY, [again], language))
    partly.session.sent.clear()
    await Notifier(partly.services, pause=0).tell(partly.bot)
    [sent] = partly.session.of(SendMessage)
    assert texts.get("follow-added", name="", amount="").strip(": ,") not in sent.text
    assert texts.get("follow-unread-before", name="", amount="").split(",")[-1] in sent.text
