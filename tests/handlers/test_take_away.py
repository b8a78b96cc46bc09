"""What one looks at, taken away as a file: the same figures as in the message, all of them, with their sources."""

from __future__ import annotations

import asyncio
import csv
import io
import re
import zipfile
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from aiogram.methods import AnswerCallbackQuery, SendChatAction, SendDocument
from aiogram.types import BufferedInputFile, Chat, InlineKeyboardButton, Message

from handlers.packing import pack
from handlers.views.table_actions import SendTable, TableForm, TableKind
from handlers.views.texts import Texts
from parser.kinds import Doubt, FindingKind
from parser.records import DecisionKind, Finding, Language, PlaceUnit, SourcePlace
from storage.engine import create_engine, create_sessions
from storage.loading.ingest import ingest
from storage.schema import migrate
from tests.harness.budget import APRIL, JULY, MAY, line, opens, url
from tests.harness.person import Sent, TestUser, alert_of, text_of
from tests.harness.world import World, open_world
from tests.storage.builders import document, doubted, edition

Rows = list[dict[str, str]]
AMOUNT, OLD, NEW = "amount", "old", "new"


@dataclass(frozen=True, slots=True)
class Taken:
    """A file that came: its name, and what is in it by the names of the columns."""

    name: str
    data: bytes
    texts: Texts

    @property
    def rows(self) -> Rows:
        """The rows of a CSV file."""
        lines = csv.reader(io.StringIO(self.data.decode("utf-8-sig"), newline=""), delimiter=";")
        head, *rows = lines
        return [dict(zip(head, row, strict=True)) for row in rows]

    def column(self, name: str) -> list[str]:
        """The cells of a column."""
        return [row[self.texts.get(f"table-{name}")] for row in self.rows]

    def find(self, path: str) -> dict[str, str]:
        """The first row of a path."""
        return next(row for row in self.rows if row[self.texts.get("table-path")] == path)


def taken_of(sent: Sent, texts: Texts) -> Taken:
    """The file of the only document that was sent."""
    [method] = [method for method in sent if isinstance(method, SendDocument)]
    assert isinstance(method.document, BufferedInputFile)
    return Taken(method.document.filename or "", method.document.data, texts)


async def take(person: TestUser, texts: Texts, form: str = "csv") -> Taken:
    """Press the button of tables under the last message, then that of a form."""
    await person.press(texts.get("button-table"))
    sent = await person.press(texts.get(f"button-table-{form}"))
    assert [type(each) for each in sent] == [AnswerCallbackQuery, SendChatAction, SendDocument]
    return taken_of(sent, texts)


async def open_line(person: TestUser, data: str) -> Message:
    await person.send("/start")
    await person.press_data(data, message=person.message)
    assert person.message is not None
    return person.message


async def test_a_card_with_all_below_and_above_it(person: TestUser, texts: Texts) -> None:
    await open_line(person, opens("expenditure/04"))
    taken = await take(person, texts)
    assert taken.name == "taraz-2013-15-3-04.csv"
    # An office that is printed in two blocks has two rows, each with its own amount and source.
    assert taken.column("path") == [
        "expenditure", "expenditure/04", "expenditure/04/464", "expenditure/04/464/009",
        "expenditure/04/467", "expenditure/04/467/037", "expenditure/04/464",
        "expenditure/04/464/003", "expenditure/04/464/006",
    ]  # fmt: skip
    assert [int(cell) for cell in taken.column(AMOUNT)][1:] == [
        8_023_223_000, 1_000_000_000, 1_000_000_000, 400_000_000, 400_000_000,
        6_623_223_000, 6_523_223_000, 100_000_000,
    ]  # fmt: skip
    row = taken.find("expenditure/04/464/003")
    assert row[texts.get("table-name-kk")] == "Жалпы орта білім"
    assert row[texts.get("table-name-ru")] == "Общеобразовательное обучение"
    assert row[texts.get("table-code")] == "04 · 464 · 003"
    assert row[texts.get("table-decision")] == "№ 15-3"
    assert row[texts.get("table-date")] == "2013-07-12"
    assert row[texts.get("table-appendix")] == "1"
    assert row[texts.get("table-row")].isdigit()
    assert row[texts.get("table-share")] == "98,49%"


async def test_the_choice_leads_back_to_what_was_looked_at(person: TestUser, texts: Texts) -> None:
    await person.send("/budget")
    shown = [person.message and person.message.text]
    for label in (texts.get("button-side", name="", count=5).split()[0], "2", texts.get("button-ledger")):
        await person.press(texts.get("button-table"))
        assert text_of(await person.press(texts.get("button-back-table"))) == shown[-1]
        await person.press(label)
        shown.append(person.message and person.message.text)
    await person.press(texts.get("button-table"))
    assert text_of(await person.press(texts.get("button-back-table"))) == shown[-1]


async def test_a_whole_budget(person: TestUser, texts: Texts) -> None:
    await person.send("/budget")
    taken = await take(person, texts)
    assert taken.name == "taraz-2013-15-3-budget.csv"
    assert taken.column("path")[0] == "revenue"
    assert taken.column("path")[-1] == "financing"
    assert int(taken.find("deficit")[texts.get("table-amount")]) == -1_123_223_000
    assert len(taken.rows) == int(re.findall(r"\d+", _caption(person))[-1])


def _caption(person: TestUser) -> str:
    assert person.message is not None
    return (person.message.caption or "").replace("\u00a0", " ")


async def test_a_list_is_whole_and_not_only_its_page(person: TestUser, texts: Texts) -> None:
    await open_line(person, opens("expenditure/07/458"))
    await person.press(texts.get("button-inside", count=7).partition("(")[0])
    taken = await take(person, texts)
    amounts = [int(cell) for cell in taken.column(AMOUNT)]
    assert amounts[1:] == sorted(amounts[1:], reverse=True)
    assert sum(amounts[1:]) == amounts[0]


async def test_a_history_has_a_row_for_a_decision_that_is_not_loaded(person: TestUser, texts: Texts) -> None:
    await open_line(person, opens("expenditure/07/458/015"))
    await person.press(texts.get("button-ledger"))
    taken = await take(person, texts)
    assert taken.name == "taraz-2013-07-458-015-history.csv"
    assert taken.column("decision") == ["№ 10-3", "№ 12-3", "№ 13-3", "№ 15-3"]
    assert taken.column(AMOUNT) == ["242000000", "719855000", "", "700000000"]
    assert taken.column("delta") == ["", "477855000", "", "-19855000"]
    said = taken.column("remark")
    assert said[2] == texts.get("ledger-unloaded")
    assert said[3] == texts.get("table-over-gap")
    rows = taken.column("row")
    assert rows[2] == ""
    assert all(rows[index].isdigit() for index in (0, 1, 3))


async def test_a_decisions_changes_add_up_to_its_totals(person: TestUser, texts: Texts) -> None:
    await person.send("/changes 12-3")
    taken = await take(person, texts)
    assert taken.name == "taraz-2013-12-3-changes.csv"
    status = texts.get("table-status")
    total = taken.find("expenditure")
    assert total[status] == texts.get("table-status-total")
    lines = [row for row in taken.rows if row[texts.get("table-path")].startswith("expenditure/")]
    assert sum(int(row[texts.get("table-delta")]) for row in lines) == int(total[texts.get("table-delta")])
    parks, lifts = taken.find("expenditure/07/458/048"), taken.find("expenditure/07/458/050")
    assert (parks[status], parks[texts.get("table-old")]) == (texts.get("table-status-added"), "")
    assert (lifts[status], lifts[texts.get("table-new")]) == (texts.get("table-status-removed"), "")
    assert lifts[texts.get("table-before-row")].isdigit()
    assert {row[texts.get("table-before")] for row in lines} == {"№ 10-3"}
    assert texts.get("chart-button-print") in await _labels_of_choice(person, texts)


async def _labels_of_choice(person: TestUser, texts: Texts) -> list[str]:
    await person.send("/changes 12-3")
    await person.press(texts.get("button-table"))
    return person.labels


async def test_changes_over_a_gap_say_so(person: TestUser, texts: Texts) -> None:
    await person.send("/changes 15-3")
    taken = await take(person, texts)
    last = taken.rows[-1]
    assert "№ 13-3" in last[texts.get("table-remark")]
    assert last[texts.get("table-delta")] == ""


ASKED = {
    "largest": {Language.KK: "ең ірі шығындар", Language.RU: "самые большие расходы"},
    "bounded": {Language.KK: "50 млн-нан қымбат бағдарламалар", Language.RU: "программы дороже 50 млн"},
    "across": {Language.KK: "458", Language.RU: "458"},
}


@pytest.mark.parametrize("kind", ASKED)
async def test_an_answer_is_whole(person: TestUser, language: Language, texts: Texts, kind: str) -> None:
    text = text_of(await person.send(ASKED[kind][language]))
    taken = await take(person, texts)
    assert taken.name.startswith("taraz-2013-15-3-")
    amounts = [int(cell) for cell in taken.column(AMOUNT)]
    if kind == "largest":
        assert amounts[1:] == sorted(amounts[1:], reverse=True)
        assert sum(amounts[1:]) == amounts[0]
    else:  # the sum that the message tells comes last, and says that it is computed
        lines = amounts[1:-1] if kind == "bounded" else amounts[:-1]
        assert sum(lines) == amounts[-1]
        assert f"{amounts[-1] // 1000:,}".replace(",", "\u00a0") in text
        assert taken.column("remark")[-1] == texts.get("table-computed")
        assert len(lines) > 5 or kind == "across"
    chosen = person.message.reply_to_message if person.message else None
    back = next(button for button in buttons_of(chosen) if button.text == texts.get("button-back-answer"))
    assert text_of(await person.press_data(back.callback_data or "", message=chosen)) == text


COMPUTED: dict[str, dict[Language, str]] = {
    "comparison": {
        Language.KK: "білім беру мен көшелерді жарықтандыруды салыстыр",
        Language.RU: "сравни образование и освещение улиц",
    },
    "sum": {
        Language.KK: "білім беру мен көшелерді жарықтандыру барлығы бірге қанша",
        Language.RU: "образование и освещение улиц вместе",
    },
    "years": {Language.KK: "білім беру 2013 және 2014", Language.RU: "образование 2013 и 2014"},
    "remainder": {
        Language.KK: "мектеп салусыз білім беру",
        Language.RU: "образование без строительства школ",
    },
    "by-edition": {
        Language.KK: "білім беру мен көшелерді жарықтандыру бірге 2013 және 2014",
        Language.RU: "образование и освещение улиц вместе в 2013 и 2014",
    },
}


@pytest.mark.parametrize("kind", COMPUTED)
async def test_what_is_computed_of_lines_is_taken_away_with_them(
    person: TestUser, language: Language, texts: Texts, kind: str
) -> None:
    text = text_of(await person.send(COMPUTED[kind][language]))
    taken = await take(person, texts)
    amounts = [int(cell) for cell in taken.column(AMOUNT) if cell]
    remarks = taken.column("remark")
    computed = [amount for amount, said in zip(amounts, remarks, strict=False) if said == remarks[-1]]
    if kind == "years":  # no sum is asked for
        assert len(amounts) == 2
        return
    expected = {
        "comparison": [abs(amounts[0] - amounts[1])],
        "sum": [amounts[0] + amounts[1]],
        "remainder": [amounts[0] - amounts[1]],
        "by-edition": [sum(amounts[:2]), sum(amounts[2:4])],
    }[kind]
    assert computed == expected
    assert f"{expected[0] // 1000:,}".replace(",", "\u00a0") in text
    assert remarks[-1] == texts.get("table-computed")
    chosen = person.message.reply_to_message if person.message else None
    back = next(button for button in buttons_of(chosen) if button.text == texts.get("button-back-answer"))
    assert text_of(await person.press_data(back.callback_data or "", message=chosen)) == text


async def test_what_each_decision_left_an_office(person: TestUser, texts: Texts) -> None:
    await person.send("458")
    await person.press(texts.get("button-ledger"))
    shown = person.message and person.message.text
    await person.press(texts.get("button-table"))
    assert text_of(await person.press(texts.get("button-back-table"))) == shown
    taken = await take(person, texts)
    assert taken.name == "taraz-2013-458-history.csv"
    assert taken.column("decision") == ["№ 10-3", "№ 12-3", "№ 13-3", "№ 15-3"]
    amounts = taken.column(AMOUNT)
    assert amounts[2] == ""
    assert taken.column("delta")[1] == str(int(amounts[1]) - int(amounts[0]))
    said = taken.column("remark")
    assert said[2] == texts.get("ledger-unloaded")
    assert texts.get("table-computed") in said[3]


def buttons_of(message: Message | None) -> list[InlineKeyboardButton]:
    """The buttons under a message."""
    markup = message.reply_markup if message else None
    return [button for row in markup.inline_keyboard for button in row] if markup else []


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
    assert set(taken.column("name-kk")) >= {f"'{name}" for name in ODD.values()}
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
    assert (answer.url or "").startswith("https://t.me/qazyna_test_bot?start=l2_")
    assert taken_of(await asker.press_data(file, message=message), texts).rows


def _file_button(path: str, kind: TableKind = TableKind.LINE) -> str:
    return pack(SendTable(kind, line(path), TableForm.CSV)) or ""


async def test_from_an_inline_message_a_link_leads_to_the_private_chat(person: TestUser) -> None:
    [answer] = await person.press_data(_file_button("expenditure/04"), inline_message_id="abc")
    assert isinstance(answer, AnswerCallbackQuery)
    assert (answer.url or "").startswith("https://t.me/qazyna_test_bot?start=l2_")


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
