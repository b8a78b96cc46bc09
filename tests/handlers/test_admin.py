"""/admin: pages of operators alone, and the words that they teach."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import SendDocument, SendMessage
from aiogram.types import BufferedInputFile, Chat

from handlers.packing import pack
from handlers.views.admin import ADMIN_ROWS
from handlers.views.operator_actions import AdminPage, OpenAdminPage, PhraseStep, SendTaught, TakePhraseStep
from handlers.views.texts import Texts
from parser.records import Language
from parser.text.folding import sound
from parser.text.folding import words as name_words
from storage.columns import utc_now
from storage.missed_questions import count_missed
from storage.people import save_language
from storage.search.lexicon_files import read_entries
from storage.taught import phrase_key
from storage.teaching import teach
from tests.harness.person import TestUser, alert_of, text_of
from tests.harness.world import World, open_world

ADMIN, STRANGER = 7, 8
# Words that no name has, a question that finds their line, and what the line is called.
WORDS = {
    Language.KK: ("түнжарық", "көшелерді жарықтандыру", "Көшелерді жарықтандыру"),
    Language.RU: ("фонарики", "освещение улиц", "Освещение улиц"),
}


@pytest.fixture
async def world(database: Path) -> AsyncIterator[World]:
    async with open_world(database, admin_ids=(ADMIN,)) as world:
        yield world


async def turn_to(person: TestUser, page: AdminPage, offset: int = 0) -> str:
    """What a page says, in place of /admin."""
    await person.send("/admin")
    button = pack(OpenAdminPage(page, offset)) or ""
    return text_of(await person.press_data(button, message=person.message))


async def test_every_page_opens_and_leads_back(world: World, person: TestUser, texts: Texts) -> None:
    await person.send("бегемоттар")
    world.session.fail(
        SendMessage, lambda method: TelegramBadRequest(method, "Bad Request: no 42:abcdefghijklmnopqrstuvw")
    )
    await person.send("/start")
    assert texts.get("admin-title") in text_of(await person.send("/Admin"))  # phones begin with a capital
    counts = {"budgets": 1, "discrepancies": 1, "missed": 1, "taught": 0, "errors": 1}
    assert person.labels == [texts.get(f"admin-page-{page}", count=count) for page, count in counts.items()]
    assert "10-3" not in text_of(await person.press(person.labels[0]))
    assert texts.get(
        "admin-budget",
        place=texts.place("Тараз"),
        years="2013–2015",
        loaded=3,
        known=4,
        editions=4,
        discrepancies=1,
    ) in await turn_to(person, AdminPage.BUDGETS)
    wrong = await turn_to(person, AdminPage.DISCREPANCIES)
    assert "№ 15-3" in wrong
    assert "1 300" in wrong
    assert "бегемоттар" in await turn_to(person, AdminPage.MISSED)
    assert texts.get("admin-none") in await turn_to(person, AdminPage.TAUGHT)
    errors = await turn_to(person, AdminPage.ERRORS)
    assert "TelegramBadRequest in message" in errors
    assert "abcdefgh" not in errors
    assert texts.get("admin-title") in text_of(await person.press(texts.get("button-admin")))
    assert texts.get("admin-none") in await turn_to(person, AdminPage.BUDGETS, 40)


async def test_a_discrepancy_opens_its_line(person: TestUser, texts: Texts) -> None:
    await turn_to(person, AdminPage.DISCREPANCIES)
    card = text_of(await person.press(texts.get("button-admin-line", row=1)))
    assert "№ 15-3" in card


@pytest.mark.usefixtures("person")
async def test_others_are_refused(world: World, language: Language, texts: Texts) -> None:
    async with world.services.sessions() as session:
        await save_language(session, STRANGER, language)
    stranger = world.person(language.value, id=STRANGER)
    assert text_of(await stranger.send("/admin")) == texts.get("admin-refused")
    words, question, _ = WORDS[language]
    assert text_of(await stranger.send(f"/admin {words} = {question}")) == texts.get("admin-refused")
    for action in (
        OpenAdminPage(AdminPage.MISSED),
        TakePhraseStep("0" * 12, PhraseStep.FORGET),
        SendTaught(),
    ):
        assert alert_of(await stranger.press_data(pack(action) or "")) == texts.get("fallback-button")
    group = world.person(language.value, id=ADMIN, chat=Chat(id=-1, type="supergroup", title="-"))
    assert texts.get("admin-title") not in text_of(await group.send("/admin"))


def assert_belongs_into_lexicon(
    exported: str, language: Language, words: str, name: str, folder: Path
) -> None:
    """Whether what was exported, reviewed and put into the shipped list, is read there as it was taught."""
    lists = folder / "locales"
    shutil.copytree("locales", lists)
    lexicon = lists / f"lexicon.{language}.tsv"
    shipped = lexicon.read_text(encoding="utf-8")
    lexicon.write_text(shipped.rstrip("\n") + "\n" + exported, encoding="utf-8")
    entry = next(each for each in read_entries(lists) if each.folded == (words,))
    assert entry.language is language
    assert tuple(map(sound, name_words(name))) == entry.terms[0]
    assert not entry.weak


async def test_words_are_taught_by_a_question_used_at_once_and_forgotten(
    world: World, person: TestUser, texts: Texts, language: Language, tmp_path: Path
) -> None:
    words, question, name = WORDS[language]
    assert name not in text_of(await person.send(words))
    await turn_to(person, AdminPage.MISSED)
    asked = text_of(await person.press(texts.get("button-teach", words=words)))
    assert asked.startswith(texts.get("teach-ask"))
    assert words in asked
    await person.send(question, reply_to_message=person.message)
    taught = text_of(await person.press(person.labels[0]))
    assert taught.startswith(texts.get("teach-done"))
    assert text_of(await person.send(words)).startswith(name)
    assert words not in await turn_to(person, AdminPage.MISSED)
    await turn_to(person, AdminPage.TAUGHT)
    await person.press(texts.get("button-taught-file"))
    [sent] = world.session.of(SendDocument)
    assert isinstance(sent.document, BufferedInputFile)
    assert sent.document.filename == f"lexicon.taught.{language}.tsv"
    row, end = sent.document.data.decode().split("\n")
    assert end == ""
    assert row.startswith(f"{words}\t")
    assert name in row
    assert_belongs_into_lexicon(sent.document.data.decode(), language, words, name, tmp_path)
    await turn_to(person, AdminPage.TAUGHT)
    gone = text_of(await person.press(texts.get("button-unteach", words=words)))
    assert texts.get("admin-none") in gone
    assert not text_of(await person.send(words)).startswith(name)
    forget = pack(TakePhraseStep(phrase_key(words), PhraseStep.FORGET)) or ""
    assert alert_of(await person.press_data(forget)) == texts.get("teach-gone")


async def test_full_pages_have_six_rows_of_buttons(
    world: World, person: TestUser, texts: Texts, language: Language
) -> None:
    names = {language: WORDS[language][2]}
    for number in range(3 * ADMIN_ROWS):
        sessions = world.services.sessions
        assert await count_missed(sessions, f"{WORDS[language][0]}{number}", dt.date(2026, 1, 1))
        async with sessions() as session:
            await teach(session, f"{WORDS[language][1]}{number}", language, names, utc_now())
    for page in (AdminPage.MISSED, AdminPage.TAUGHT):
        shown = await turn_to(person, page, ADMIN_ROWS)
        assert texts.get("decisions-page-of", first=7, last=12, count=18) in shown
        assert person.message is not None
        assert person.message.reply_markup is not None
        assert len(person.message.reply_markup.inline_keyboard) <= 6
        assert texts.get("button-next") in person.labels


async def test_words_are_taught_by_a_command(person: TestUser, texts: Texts, language: Language) -> None:
    words, question, name = WORDS[language]
    asked = text_of(await person.send(f"/admin {words} = {question}"))
    assert texts.get("teach-choose") in asked
    await person.press(person.labels[0])
    assert text_of(await person.send(words)).startswith(name)


@pytest.mark.parametrize(
    "words",
    [
        "2013",
        "в 2014",
        "12-3",
        "сколько",
        "қанша",
        "и",
        "мен",
        "привет",
        "сәлем",
        "меньше",
        "отдел",
        "=cmd()",
    ],
)
async def test_what_names_no_line_is_not_taught(person: TestUser, texts: Texts, words: str) -> None:
    said = text_of(await person.send(f"/admin {words} = {WORDS[texts.language][1]}"))
    assert said == texts.get("teach-no-name") or said.startswith(texts.get("admin-title"))
    assert texts.get("admin-none") in await turn_to(person, AdminPage.TAUGHT)


async def test_words_that_are_known_are_taught_only_with_a_warning(
    person: TestUser, texts: Texts, language: Language
) -> None:
    words = {Language.KK: "білім беру", Language.RU: "образование"}[language]
    known = {Language.KK: "Білім беру", Language.RU: "Образование"}[language]
    asked = text_of(await person.send(f"/admin {words} = {WORDS[language][1]}"))
    assert texts.get("teach-known", name=known) in asked
    assert texts.get("teach-choose") in asked
    unknown = text_of(await person.send(f"/admin {WORDS[language][0]} = {WORDS[language][1]}"))
    assert "⚠" not in unknown
