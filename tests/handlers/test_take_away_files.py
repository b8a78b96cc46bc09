"""Files of tables as files: where they are sent, what they may hold, and that they are the same each time."""

from __future__ import annotations

import asyncio
import io
import re
import zipfile
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from aiogram.methods import AnswerCallbackQuery, SendDocument
from aiogram.types import Chat

from handlers.packing import pack
from handlers.views.table_actions import SendTable, TableForm, TableKind
from handlers.views.texts import Texts
from parser.kinds import Doubt, FindingKind
from parser.records import DecisionKind, Finding, Language, PlaceUnit, SourcePlace
from parser.text.clean_names import clean_name
from storage.engine import create_engine, create_sessions
from storage.loading.ingest import ingest
from storage.schema import migrate
from tests.handlers.taking import open_line, take, taken_of
from tests.harness.budget import APRIL, JULY, MAY, line, opens, url
from tests.harness.person import TestUser, alert_of
from tests.harness.world import World, open_world
from tests.storage.builders import document, doubted, edition


async def test_a_workbook_has_numbers_as_numbers_and_codes_as_text(person: TestUser, texts: Texts) -> None:
    await open_line(person, opens("expenditure/04"))
    taken = await take(person, texts, "xlsx")
    assert taken.name == "taraz-2013-15-3-04.xlsx"
    with zipfile.ZipFile(io.BytesIO(taken.data)) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        strings = book.read("xl/sharedStrings.xml").decode()
    assert "<v>6523223000</v>" in sheet
    assert "<t>04 · 464 · 003</t>" in strings
    assert "<t>№ 15-3</t>" in strings
    assert "<f>" not in sheet


ODD = {
    "expenditure/04": '=HYPERLINK("http://example.org","x")',
    "expenditure/04/464/003": "-Прочие",
    "expenditure/04/464/006": "@Музей",
    "expenditure/04/467/037": "+cmd|' /C calc'!A0",
}


MISSING = Finding(
    FindingKind.AMOUNT_MISSING,
    SourcePlace(PlaceUnit.LINE, 110),
    {"name": "Музейлер", "path": "expenditure/04/464/011"},
)


@pytest.fixture
async def odd(tmp_path: Path) -> AsyncIterator[World]:
    """A budget whose names look like formulas, with a doubt, and with a row whose amount was not read."""
    engine = create_engine(url(tmp_path / "odd.db"))
    await migrate(engine)
    table = doubted(edition(names=ODD), "expenditure/04/464/009", doubt=Doubt.UNSURE)
    stated = document(editions=[table], kind=DecisionKind.ORIGINAL, amends=None)
    await ingest(create_sessions(engine), replace(stated, warnings=(MISSING,)))
    await engine.dispose()
    async with open_world(tmp_path / "odd.db") as world:
        yield world


async def test_no_cell_is_a_formula_and_what_is_in_doubt_or_not_read_is_said(
    odd: World, language: Language, texts: Texts
) -> None:
    person = odd.person(language.value)
    await open_line(person, opens("expenditure/04"))
    taken = await take(person, texts)
    cells = [cell for row in taken.rows for cell in row.values()]
    assert [cell for cell in cells if cell.startswith(("=", "+", "@")) or re.match(r"-\D", cell)] == []
    assert set(taken.column("name-kk")) >= {f"'{clean_name(name)}" for name in ODD.values()}
    assert texts.get("doubt-unsure") in taken.find("expenditure/04/464/009")[texts.get("table-remark")]
    museums = taken.find("expenditure/04/464/011")
    assert museums[texts.get("table-amount")] == ""
    assert museums[texts.get("table-remark")] == texts.get("table-without-amount")
    book = await take(await _again(person), texts, "xlsx")
    with zipfile.ZipFile(io.BytesIO(book.data)) as files:
        assert "<f>" not in files.read("xl/worksheets/sheet1.xml").decode()


async def _again(person: TestUser) -> TestUser:
    await open_line(person, opens("expenditure/04"))
    return person


async def test_in_a_group_only_the_asker_puts_a_file_there(
    world: World, texts: Texts, language: Language
) -> None:
    group = Chat(id=-5, type="supergroup")
    asker, other = (world.person(language.value, id=number, chat=group) for number in (7, 8))
    await asker.send(f"/budget {'Білім беру' if language is Language.KK else 'Образование'}")
    message = asker.message
    file = _file_button("expenditure/04")
    [answer] = await other.press_data(file, message=message)
    assert isinstance(answer, AnswerCallbackQuery)
    assert (answer.url or "").startswith(f"https://t.me/qazyna_test_bot?start={language}-l2_")
    assert taken_of(await asker.press_data(file, message=message), texts).rows


def _file_button(path: str, kind: TableKind = TableKind.LINE) -> str:
    return pack(SendTable(kind, line(path), TableForm.CSV)) or ""


async def test_from_an_inline_message_a_link_leads_to_the_private_chat(
    person: TestUser, language: Language
) -> None:
    [answer] = await person.press_data(_file_button("expenditure/04"), inline_message_id="abc")
    assert isinstance(answer, AnswerCallbackQuery)
    assert (answer.url or "").startswith(f"https://t.me/qazyna_test_bot?start={language}-l2_")


GONE = [
    _file_button("expenditure/99"),
    pack(SendTable(TableKind.CHANGES, line("expenditure", decision=MAY), TableForm.CSV)) or "",
    "j3:aaaaaaaaaaaa:2013:0:e:l:v",
    "v2:aaaaaaaaaaaa:v",
]


@pytest.mark.parametrize("pressed", GONE)
async def test_what_is_gone_is_said(person: TestUser, pressed: str) -> None:
    await person.send("/start")
    assert alert_of(await person.press_data(pressed, message=person.message))


async def test_the_bot_answers_while_a_file_is_made(world: World, person: TestUser, texts: Texts) -> None:
    """The file is made in a thread, and nobody waits for the database meanwhile."""
    await open_line(person, opens("expenditure/04"))
    await person.press(texts.get("button-table"))
    other = world.person(texts.language.value, id=9)
    sent = await asyncio.gather(person.press(texts.get("button-table-xlsx")), other.send("/help"))
    assert any(isinstance(each, SendDocument) for answers in sent for each in answers)


def every_kind() -> Iterator[tuple[TableKind, str]]:
    """Every kind of table with a line that it is of."""
    for kind in TableKind:
        decision = JULY if kind is TableKind.CHANGES else APRIL
        path = "expenditure/07/458"
        yield kind, pack(SendTable(kind, line(path, decision=decision), TableForm.XLSX)) or ""


@pytest.mark.parametrize(("kind", "pressed"), list(every_kind()))
async def test_every_kind_of_any_edition(
    person: TestUser, texts: Texts, kind: TableKind, pressed: str
) -> None:
    await person.send("/start")
    taken = taken_of(await person.press_data(pressed, message=person.message), texts)
    number = (
        "15-3-"
        if kind is TableKind.CHANGES
        else ""
        if kind in {TableKind.HISTORY, TableKind.OFFICE_HISTORY}
        else "12-3-"
    )
    assert taken.name.startswith(f"taraz-2013-{number}")
    assert zipfile.ZipFile(io.BytesIO(taken.data)).testzip() is None


async def test_the_same_table_is_the_same_file(person: TestUser, texts: Texts) -> None:
    await person.send("/start")
    message = person.message
    for form in TableForm:
        pressed = pack(SendTable(TableKind.LINE, line("expenditure/04"), form)) or ""
        files = [taken_of(await person.press_data(pressed, message=message), texts) for _ in range(2)]
        assert files[0] == files[1]
