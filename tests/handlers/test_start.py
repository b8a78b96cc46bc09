"""/start, its deep links, /help, /about, /language."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from aiogram.methods import EditMessageText
from aiogram.types import InlineQueryResultArticle

from handlers.commands import menu
from handlers.views.links import line_payload, question_payload
from handlers.views.pages import COMMANDS
from handlers.views.texts import Texts, load_texts
from parser.records import DecisionKind, Edition, Language
from storage.people import find_person
from storage.reading.address import BudgetAddress, EditionAddress, LineAddress
from tests.harness.budget import JULY, ORIGINAL, fill, line
from tests.harness.exploring import message_of
from tests.harness.person import TestUser, text_of
from tests.harness.world import World, open_world
from tests.storage.builders import document, edition

NAMES = {Language.KK: "Білім беру", Language.RU: "Образование"}


async def test_start_greets_and_offers_the_totals(person: TestUser, texts: Texts) -> None:
    text = text_of(await person.send("/start"))
    assert text.startswith(texts.get("start-title"))
    assert "Тараз, 2013–2014\n" in text
    text = text_of(await person.press(texts.get("section-expenditure")))
    assert text.startswith(texts.get("section-expenditure"))


PLAN = edition(ORIGINAL, Language.RU, year=2014)
PLAN_AFTER = edition(ORIGINAL, Language.RU, year=2015)


@pytest.mark.parametrize(
    ("tables", "years"),
    [
        ((edition(ORIGINAL, Language.RU),), "2013"),
        ((PLAN,), "2014"),
        ((edition(ORIGINAL, Language.RU), PLAN_AFTER), "2013, 2015"),
    ],
)
@pytest.mark.parametrize("command", ["/start", "/start unheard_of"])
async def test_the_years_that_are_told_are_those_with_a_table(
    tmp_path: Path, texts: Texts, tables: tuple[Edition, ...], years: str, command: str
) -> None:
    stated: dict[str, Any] = {"kind": DecisionKind.ORIGINAL, "amends": None}
    await fill(tmp_path / "years.db", [document(ORIGINAL, tables, Language.RU, **stated)])
    async with open_world(tmp_path / "years.db") as world:
        person = world.person(texts.language.value)
        assert f"\n• Тараз, {years}\n" in text_of(await person.send(command))
        shown = text_of(await person.press(texts.get("section-expenditure")))
        assert years[:4] in shown.splitlines()[2]


async def test_a_budget_of_which_only_texts_are_loaded_is_told_so(tmp_path: Path, texts: Texts) -> None:
    stated: dict[str, Any] = {"kind": DecisionKind.ORIGINAL, "amends": None}
    await fill(tmp_path / "texts.db", [document(ORIGINAL, (), Language.RU, **stated)])
    async with open_world(tmp_path / "texts.db") as world:
        person = world.person(texts.language.value)
        said = texts.get("start-budget-untold", place="Тараз", years="2013–2015")
        assert said in text_of(await person.send("/start"))
        assert not any(texts.get("section-revenue") in label for label in person.labels)


async def test_a_link_that_cannot_be_read_is_said_in_both_languages_where_none_is_known(
    world: World,
) -> None:
    text = text_of(await world.person("en").open_link("unheard_of"))
    assert all(load_texts(language).get("start-link-unread") in text for language in Language)


async def test_start_asks_at_once_what_changed_and_what_is_largest(person: TestUser, texts: Texts) -> None:
    await person.send("/start")
    newest = texts.get("changes-title", number="15-3", date="12.07.2013")
    assert text_of(await person.press(texts.get("button-start-changes"))).startswith(newest)
    await person.send("/start")
    text = text_of(await person.press(texts.get("button-start-largest")))
    assert text.startswith(texts.get("listing-all", name=texts.get("section-expenditure")))


MONEY = {
    Language.KK: [
        ("ақша қайда кетеді", "expenditure"),
        ("қала қанша жұмсайды", "expenditure"),
        ("ақша қайдан", "revenue"),
    ],
    Language.RU: [
        ("куда уходят деньги", "expenditure"),
        ("сколько тратит город", "expenditure"),
        ("откуда деньги", "revenue"),
    ],
}


@pytest.mark.parametrize("number", range(3))
async def test_where_money_goes_and_comes_from_is_answered_surely(
    person: TestUser, texts: Texts, number: int
) -> None:
    question, section = MONEY[texts.language][number]
    heading = text_of(await person.send(question)).partition("\n")[0]
    assert texts.get(f"section-{section}") in heading
    assert texts.get("candidates-title", query=question) not in heading


async def test_a_link_opens_a_line(person: TestUser, language: Language) -> None:
    payload = line_payload(line("expenditure/04", decision=JULY))
    assert text_of(await person.open_link(payload or "")).startswith(NAMES[language])


@pytest.mark.parametrize("path", ["expenditure/04", "expenditure/all/458"])
async def test_a_link_that_names_no_decision_says_so_and_which_one_it_shows(
    person: TestUser, texts: Texts, path: str
) -> None:
    payload = line_payload(line(path)) or ""
    text = text_of(await person.open_link(payload))
    assert text.startswith(texts.get("link-names-no-decision"))
    assert texts.get("card-as-of-newest", number="15-3", date="12.07.2013") in text
    # What is sent as a shared query says so too, in the chat and inline.
    assert text_of(await person.send(f"· #{payload}")) == text
    named = line_payload(line(path, decision=JULY)) or ""
    assert texts.get("link-names-no-decision") not in text_of(await person.open_link(named))


async def test_a_shared_query_without_a_decision_says_so_inline(person: TestUser, texts: Texts) -> None:
    for decision, told in ((None, True), (JULY, False)):
        payload = line_payload(line("expenditure/04", decision=decision))
        [result] = (await person.ask_inline(f"· #{payload}")).results
        assert isinstance(result, InlineQueryResultArticle)
        assert (texts.get("link-names-no-decision") in message_of(result)) is told


async def test_a_link_opens_a_line_of_an_older_edition(person: TestUser, texts: Texts) -> None:
    payload = line_payload(line("expenditure/07/458/050", decision=ORIGINAL))
    text = text_of(await person.open_link(payload or ""))
    assert "453" in text
    if texts.language is Language.KK:
        assert texts.get("card-name-elsewhere") in text
        assert "Замена лифтов" in text


async def test_a_link_asks_a_question(person: TestUser, language: Language) -> None:
    payload = question_payload(NAMES[language])
    assert text_of(await person.open_link(payload or "")).startswith(NAMES[language])


async def test_a_link_to_a_line_that_is_gone(person: TestUser, texts: Texts) -> None:
    elsewhere = EditionAddress(BudgetAddress("Семей", 2013, 2015), 2013)
    payload = line_payload(LineAddress(elsewhere, "expenditure/04"))
    assert text_of(await person.open_link(payload or "")).startswith(texts.get("gone-budget"))


async def test_a_link_to_help(person: TestUser, texts: Texts) -> None:
    assert text_of(await person.open_link("help")).startswith(texts.get("help-title"))


@pytest.mark.parametrize("payload", ["q_%%", "a", "q_gICA", "<b>"])
async def test_hostile_links_greet(person: TestUser, texts: Texts, payload: str) -> None:
    assert text_of(await person.open_link(payload)).startswith(texts.get("start-title"))


@pytest.mark.parametrize(
    "payload", ["l1_1_2013_0_e-04", "l1_1_2013_0_zz", "l2_1_2013_0_e", "l2_aaaaaaaaaaaa_2013_0", "l3_a"]
)
async def test_a_link_that_cannot_be_read_says_so_and_offers_the_totals(
    person: TestUser, texts: Texts, payload: str
) -> None:
    text = text_of(await person.open_link(payload))
    assert text.startswith(texts.get("gone-link"))
    assert "Тараз, 2013–2014" in text
    assert len(person.buttons) == 2


async def test_help(person: TestUser, texts: Texts) -> None:
    text = text_of(await person.send("/help"))
    assert texts.get("help-scope") in text
    assert "@qazyna_test_bot" in text


async def test_about_lists_editions_by_year(person: TestUser, texts: Texts) -> None:
    text = text_of(await person.send("/about"))
    newest = texts.get("about-edition", place="Тараз", year="2013", count=3, number="15-3", date="12.07.2013")
    plan = texts.get("about-edition", place="Тараз", year="2014", count=1, number="10-3", date="14.12.2012")
    assert newest in text
    assert plan in text


async def test_every_command_is_handled(person: TestUser) -> None:
    for command in COMMANDS:
        await person.send(f"/{command}")
        assert person.handled


def test_the_menu_has_every_command(texts: Texts) -> None:
    assert [each.command for each in menu(texts)] == list(COMMANDS)
    assert all(each.description for each in menu(texts))


async def test_a_language_is_chosen_kept_and_used(world: World, person: TestUser, language: Language) -> None:
    other = next(each for each in Language if each is not language)
    await person.send("/language")
    sent = await person.press(load_texts(other).get("language-name"))
    assert isinstance(sent[-1], EditMessageText)
    assert text_of(sent) == load_texts(other).get("language-saved")
    async with world.services.sessions() as session:
        assert (await find_person(session, person.user.id)).language is other
    assert text_of(await person.send("/help")).startswith(load_texts(other).get("help-title"))


async def test_a_language_may_stand_behind_the_command(
    world: World, person: TestUser, language: Language
) -> None:
    other = next(each for each in Language if each is not language)
    for said in (other.value, load_texts(other).get("language-name")):
        assert text_of(await person.send(f"/language {said}")) == load_texts(other).get("language-saved")
        await person.send("/forget")
    assert text_of(await person.send("/language de")) == load_texts(language).get("language-choose")


async def test_telegram_in_another_language_speaks_kazakh(world: World) -> None:
    for code in ("en", None):
        text = text_of(await world.person(code).send("/start"))
        assert text.startswith(load_texts(Language.KK).get("start-title"))
