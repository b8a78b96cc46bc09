"""Every view over a budget with the longest real names: within Telegram's limits, whole, and with its sources.

What Telegram refuses, the session of the harness refuses too; here is what it would take and a person could not use.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiogram.methods import SendMessage
from aiogram.types import (
    Document,
    InlineKeyboardButton,
    InlineQueryResultArticle,
    InputTextMessageContent,
    Message,
)

from bot.serving.notifier import Notifier
from handlers.packing import pack
from handlers.views.fitting import ROWS
from handlers.views.operator_actions import AdminPage, OpenAdminPage
from handlers.views.texts import Texts
from parser.records import Language
from storage.columns import utc_now
from storage.loading.ingest import ingest
from storage.loading.uploads import UNDONE_WITHIN
from storage.people import save_language
from tests.harness import long_budget, rules
from tests.harness.person import TestUser
from tests.harness.reader import PaperReader
from tests.harness.world import World, open_world

CARD_LINES = 12
NEXT = "С-31/135-VI"
SENT = "decision.docx"
QUESTIONS = {
    Language.KK: [
        "/start", "/help", "/privacy", "/budget", "/decisions", "/changes", "/follow", "/language", "/home",
        "06 451 017", "451", "мемлекеттік саясатты іске асыру жөніндегі қызметтер", "ең ірі 10 бағдарлама",
        "300 млрд-тан қымбат бағдарламалар", "06 451 017 мен 04 451 015 салыстыр", "қоғамдық тәртіп 2013 және 2014",
        "06 451 017 мен 04 451 015 барлығы бірге қанша", "қоғамдық тәртіп қалай өзгерді", "қандай бағдарламалар қосылды",
        "шығындар құрамы", "таза бюджеттік кредиттеу дегеніміз не", "мектепті кім салады", "жзщшф",
        "тексер: қоғамдық тәртіпке 5 млрд, ауыл шаруашылығына 3 млрд, мәдениетке 7 млрд бөлінді",
    ],
    Language.RU: [
        "/start", "/help", "/privacy", "/budget", "/decisions", "/changes", "/follow", "/language", "/home",
        "06 451 017", "451", "услуги по реализации государственной политики", "топ 10 программ",
        "какие программы дороже 300 млрд", "сравни 06 451 017 и 04 451 015", "общественный порядок 2013 и 2014",
        "сколько вместе 06 451 017 и 04 451 015", "как изменился общественный порядок", "какие программы появились",
        "состав расходов", "что такое чистое бюджетное кредитование", "кто строит школу", "жзщшф",
        "общественный порядок, сельское хозяйство, промышленность и культура 2013 и 2014",
        "10 без 10 451 001", "что изменилось за год",
        "проверь: на общественный порядок 5 млрд, на сельское хозяйство 3 млрд, на культуру 7 млрд, на здравоохранение 1 млрд",
    ],
}  # fmt: skip
INLINE = {
    Language.KK: ["", "қоғамдық тәртіп", "06 451 017 vs 04 451 015", "не өзгерді"],
    Language.RU: ["", "общественный порядок", "06 451 017 vs 04 451 015", "что изменилось"],
}
# Of these buttons each kind of chart, table and page is another view; where in their data it stands.
VARIED = {"g1": 5, "j1": 6, "j3": 5, "o1": 1}


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The budget in a database that nobody opens."""
    file = tmp_path_factory.mktemp("long") / "qazyna.db"
    long_budget.fill_now(file)
    return file


@pytest.fixture
async def world(long: Path, tmp_path: Path) -> AsyncIterator[World]:
    """The bot over it; whoever asks is an operator, too."""
    reader = PaperReader()
    reader.invented[SENT] = long_budget.next_document(NEXT)
    database = Path(shutil.copy(long, tmp_path / "qazyna.db"))
    async with open_world(database, reader=reader, admin_ids=(7,), limits={}) as world:
        yield world


@pytest.fixture
async def person(world: World, language: Language) -> TestUser:
    """Somebody who chose that language."""
    async with world.services.sessions() as session:
        await save_language(session, 7, language)
    return world.person(language.value)


@pytest.mark.sweep
@pytest.mark.parametrize("language", Language)
async def test_every_view_is_whole(world: World, person: TestUser, language: Language, texts: Texts) -> None:
    pressed: set[str] = set()
    for question in QUESTIONS[language]:
        await person.send(question)
        await _look_behind(person, question, pressed)
    assert {each[:2] for each in pressed} >= {
        "l2", "i2", "h2", "e1", "r1", "t1", "c2", "w1", "a1", "b1", "j1", "j2", "j4", "d1", "q2", "v1", "f1", "g1",
    }  # fmt: skip
    for query in INLINE[language]:
        for result in (await person.ask_inline(query)).results:
            _check_result(result)
    [result] = [(await person.ask_as_guest(f"@qazyna_test_bot {QUESTIONS[language][10]}")).result]
    _check_result(result)
    await _admin_pages(person, pressed)
    await _upload(person, texts, pressed)
    await _tell_followers(world)


async def _look_behind(person: TestUser, asked: str, pressed: set[str]) -> None:
    """Checks the last message, presses one button of every kind, and checks what each shows."""
    assert person.message is not None
    _check(asked, person.message)
    waiting = [(asked, person.message)]
    while waiting:
        way, shown = waiting.pop(0)
        for button in list_buttons(shown):
            data = button.callback_data or ""
            kind = data.partition(":")[0]
            if kind in VARIED:
                kind += data.split(":")[VARIED[kind]]
            if not kind or kind in pressed or kind in {"u1", "s1"}:
                continue
            pressed.add(kind)
            await person.press_data(data, message=shown)
            if person.message == shown:
                continue
            behind = f"{way} → {button.text}"
            _check(behind, person.message, is_card=kind in {"l2", "a1"})
            waiting.append((behind, person.message))


def list_buttons(message: Message) -> list[InlineKeyboardButton]:
    """The buttons under a message."""
    markup = message.reply_markup
    return [button for row in markup.inline_keyboard for button in row] if markup else []


def _check(way: str, message: Message, *, is_card: bool = False) -> None:
    limit = rules.MAX_CAPTION if message.caption else rules.MAX_TEXT
    _check_text(way, message.text or message.caption or "", limit)
    rows = message.reply_markup.inline_keyboard if message.reply_markup else []
    assert len(rows) <= ROWS, way
    if is_card:
        assert (message.text or "").count("\n") < CARD_LINES, way


def _check_text(way: str, text: str, limit: int = rules.MAX_TEXT) -> None:
    """Nothing is cut away at the end, no figure lacks its source, and no markup or missing value is to be seen."""
    assert rules.units(text) < limit - 1 or not text.endswith("…"), way
    assert not re.search(r"</?[a-z]|\{ ?\$|\*\*|\bNone\b|&[a-z]+;", text), (way, text)
    if re.search(r"\d\u00a0\d{3}", text):
        assert "№" in text, (way, text)


def _check_result(result: object) -> None:
    assert isinstance(result, InlineQueryResultArticle)
    content = result.input_message_content
    assert isinstance(content, InputTextMessageContent)
    _check_text(result.title, content.message_text)


async def _admin_pages(person: TestUser, pressed: set[str]) -> None:
    await person.send("/admin")
    for page in AdminPage:
        await person.press_data(pack(OpenAdminPage(page)) or "", message=person.message)
        await _look_behind(person, page.name, pressed)


async def _upload(person: TestUser, texts: Texts, pressed: set[str]) -> None:
    """An operator sends a further decision, and stores it."""
    person.session.files["sent"] = b"-"
    await person.send(document=Document(file_id="sent", file_unique_id="sent", file_name=SENT, file_size=1))
    await _look_behind(person, SENT, pressed)
    await person.send(document=Document(file_id="sent", file_unique_id="sent", file_name=SENT, file_size=1))
    await person.press(texts.get("button-upload-store"))
    await _look_behind(person, SENT, pressed)


async def _tell_followers(world: World) -> None:
    """Who followed the lines of the decision that came hears of it, and of the one that was sent before."""
    await ingest(world.services.sessions, long_budget.next_document("С-32/136-VI", month=12, day=20))
    before = len(world.session.sent)
    later = utc_now() + 2 * UNDONE_WITHIN  # when what was sent by chat can be undone no more
    assert await Notifier(world.services, pause=0, now=lambda: later).tell(world.bot) == 2
    for method in world.session.sent[before:]:
        if isinstance(method, SendMessage):
            _check_text("followed", method.text)


async def test_the_changes_count_every_line_that_they_have_no_room_for(
    person: TestUser, texts: Texts
) -> None:
    """Over 4096 characters once, the end of the message was cut off: the last sections and the verdict."""
    await person.send("/changes")
    assert person.message is not None
    text = person.message.text or ""
    assert texts.get("changes-gap", count=1) in text
    # What is moved is told once more below it; of what is not read nobody knows which way it went.
    _, *blocks = text.split(texts.get("changes-transfers"))[-1].split("\n\n")
    told = 0
    for block in (block for block in blocks if not block.startswith(texts.get("changes-lines-unread"))):
        lines = [line for line in block.split("\n")[1:] if line.startswith("• ")]
        more = [int(number) for line in lines for number in re.findall(r"^• \D*(\d+) \S+$", line)]
        told += len(lines) - len(more) + sum(more)
    rises, cuts = (int(each) for label in person.labels[1:3] for each in re.findall(r"\((\d+)\)", label))
    assert told == rises + cuts
