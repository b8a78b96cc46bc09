"""/decisions and /changes: the decisions on a budget, and what each changed."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from aiogram.types import InlineQueryResultArticle

from handlers.views.decisions import decisions_view
from handlers.views.lines import in_force_text
from handlers.views.message import plain_text
from handlers.views.texts import Texts
from parser.records import DecisionKind, DecisionRef, Language
from storage.engine import create_engine, create_sessions
from storage.loading.ingest import ingest
from storage.reading.decision_list import DecisionList, ListedDecision
from storage.reading.records import DecisionInfo
from storage.schema import migrate
from tests.handlers.test_places import load
from tests.handlers.views import cards
from tests.harness.databases import database_url
from tests.harness.person import TestUser, text_of
from tests.harness.world import open_world
from tests.storage.builders import ORIGINAL, changed, document, edition

KK, RU = Language.KK, Language.RU
ASKED = {
    KK: ["қандай шешімдер бар", "/decisions"],
    RU: ["какие решения загружены", "список решений", "/decisions Тараз"],
}
APRIL = {KK: "сәуір", RU: "апрель"}


def flat(text: str) -> str:
    """A text whose numbers are parted by ordinary spaces."""
    return text.replace("\u00a0", " ")


async def test_the_list_tells_what_each_did_to_the_totals_and_which_are_not_loaded(
    person: TestUser, language: Language, texts: Texts
) -> None:
    told = {flat(text_of(await person.send(asked))) for asked in ASKED[language]}
    assert len(told) == 1
    [text] = told
    newest, april, adopted = (text.index(number) for number in ("№ 15-3", "№ 12-3", "№ 10-3"))
    assert newest < april < adopted
    gap = next(line for line in text.split("\n") if "№ 13-3" in line)
    assert texts.get("decisions-lacking") in gap
    assert texts.get("decisions-over-gap") in text[newest:].split("\n")[0]
    assert texts.get("ledger-approved") in text[adopted:].split("\n")[0]
    same = texts.get("changes-total-same", section=texts.get("section-revenue"), new="12 000 000")
    assert flat(same) in text[april:adopted]
    assert "12 062 453 → 12 579 855 (+517 402)" in text[april:adopted]
    assert not [label for label in person.labels if "13-3" in label]


FORCE = {
    KK: ("бюджет қашан күшіне енеді", "12-3 шешімі қашан күшіне енеді"),
    RU: ("когда вступает в силу бюджет", "когда вступает в силу решение 12-3"),
}


async def test_since_when_decisions_are_in_force_is_told_of_each(
    person: TestUser, language: Language, texts: Texts
) -> None:
    """The texts of this database do not say it, which is told."""
    of_all, of_one = FORCE[language]
    told = text_of(await person.send(of_all))
    for number, day in (("15-3", "12.07.2013"), ("12-3", "08.04.2013")):
        assert texts.get("in-force-unknown", number=number, date=day) in told
    told = text_of(await person.send(of_one))
    assert told.startswith(texts.get("in-force-unknown", number="12-3", date="08.04.2013"))
    assert texts.get("changes-title", number="12-3", date="08.04.2013") in told


def test_a_decision_that_says_since_when_it_is_in_force(texts: Texts) -> None:
    decision = DecisionInfo(
        DecisionKind.AMENDMENT, "Тараз", "12-3", dt.date(2013, 4, 8), True, in_force_from=dt.date(2013, 1, 1)
    )
    told = texts.get("in-force", number="12-3", date="08.04.2013", since="01.01.2013")
    assert in_force_text(decision, texts) == told


async def test_a_decision_of_the_list_opens_its_changes_and_leads_back(
    person: TestUser, texts: Texts
) -> None:
    listed = text_of(await person.send("/decisions"))
    opened = flat(text_of(await person.press("12-3")))
    assert opened.startswith(texts.get("changes-title", number="12-3", date="08.04.2013"))
    assert text_of(await person.press(texts.get("button-decisions"))) == listed


async def test_the_totals_of_another_year(person: TestUser, texts: Texts) -> None:
    await person.send("/decisions 2014")
    text = text_of(await person.press(texts.get("button-totals", year="2013")))
    assert text == text_of(await person.send("/decisions"))
    text = text_of(await person.press(texts.get("button-totals", year="2014")))
    assert texts.get("decisions-untouched", year="2014") in text


async def test_changes_of_the_decision_that_is_named(
    person: TestUser, language: Language, texts: Texts
) -> None:
    title = texts.get("changes-title", number="12-3", date="08.04.2013")
    for asked in ("/changes 12-3", f"/changes {APRIL[language]}", "/changes 08.04.2013", "12-3", "12/3"):
        assert text_of(await person.send(asked)).startswith(title), asked
    newest = texts.get("changes-title", number="15-3", date="12.07.2013")
    assert text_of(await person.send("/changes")).startswith(newest)  # whatever was asked before


@pytest.mark.parametrize("number", ["№ 12-3", "12/3"])
async def test_where_a_decision_is_to_be_read_is_said_first(
    person: TestUser, language: Language, texts: Texts, number: str
) -> None:
    listed = {KK: "шешімді қайдан оқуға болады", RU: "ссылка на решение"}[language]
    assert text_of(await person.send(listed)).startswith(texts.get("pages-some"))
    asked = {KK: f"{number} шешіміне сілтеме", RU: f"ссылка на {number}"}[language]
    text = text_of(await person.send(asked))
    assert text.startswith(texts.get("page-unknown", number="12-3", date="08.04.2013"))


async def test_after_its_changes_the_link_is_of_that_decision(
    person: TestUser, language: Language, texts: Texts
) -> None:
    await person.send("/changes 12-3")
    text = text_of(await person.send({KK: "сілтемесі бар ма?", RU: "есть ссылка?"}[language]))
    assert text.startswith(texts.get("page-unknown", number="12-3", date="08.04.2013"))
    assert texts.get("changes-title", number="12-3", date="08.04.2013") in text


@pytest.mark.parametrize("asked", ["13-3", "№ 13/3", "/changes 13-3", "99-3"])
async def test_instead_of_a_decision_that_is_not_loaded_the_others_are_listed(
    person: TestUser, texts: Texts, asked: str
) -> None:
    number = "99-3" if asked == "99-3" else "13-3"
    text = text_of(await person.send(asked))
    assert text.startswith(texts.get("decisions-without", number=number))
    assert flat(texts.get("decisions-title", place="Тараз", years="2013–2015")) in flat(text)


def test_a_decision_without_a_table_of_its_own_is_not_called_unloaded(texts: Texts) -> None:
    decision = DecisionInfo(DecisionKind.AMENDMENT, "Тараз", "13-3", dt.date(2013, 5, 24), loaded=True)
    listed = ListedDecision(decision, lacking=True, totals={})
    view = decisions_view(DecisionList(cards.BUDGET, 2013, (2013,), (listed,)), texts)
    assert texts.get("decisions-text-only", year="2013") in plain_text(view)


async def test_who_adopts_the_budget_is_said_before_the_decisions(
    person: TestUser, language: Language, texts: Texts
) -> None:
    council = {KK: "Тараз қалалық мәслихаты", RU: "Таразский городской маслихат"}[language]
    text = text_of(await person.send({KK: "бюджетті кім бекітті", RU: "кто утвердил бюджет"}[language]))
    assert text.startswith(texts.get("decisions-council", council=council))


async def test_many_decisions_are_turned_in_place(tmp_path: Path, language: Language, texts: Texts) -> None:
    file = tmp_path / "many.db"
    engine = create_engine(database_url(file))
    await migrate(engine)
    adopted = [DecisionRef(f"{20 + day}-1", dt.date(2013, 1, day)) for day in range(1, 12)]
    tables = [changed(ref, {"revenue/1/01/2": 100 + number}, KK) for number, ref in enumerate(adopted)]
    for ref, table in zip((ORIGINAL, *adopted), (edition(language=KK), *tables), strict=True):
        await ingest(create_sessions(engine), document(ref, [table], KK))
    await engine.dispose()
    async with open_world(file) as world:
        person = world.person(language.value)
        first = text_of(await person.send("/decisions"))
        assert "№ 31-1" in first
        assert "№ 21-1" not in first
        second = text_of(await person.press(texts.get("button-next")))
        assert "№ 21-1" in second
        await person.press("21-1")
        assert text_of(await person.press(texts.get("button-decisions"))) == second
        assert text_of(await person.press(texts.get("button-previous"))) == first


@pytest.mark.parametrize("command", ["/decisions", "/changes"])
async def test_a_command_without_a_place_is_answered_from_home(
    tmp_path: Path, language: Language, command: str
) -> None:
    await load(tmp_path / "home.db", "Тараз", "Семей")
    async with open_world(tmp_path / "home.db") as world:
        person = world.person(language.value)
        await person.send("/home Семей")
        await person.send("образование Тараз")
        assert "Семей" in text_of(await person.send(command))
        stranger = world.person(language.value, id=8)
        await stranger.send(command)
        other = next(label for label in stranger.labels if "📍" in label)
        assert other.removeprefix("📍 ") in text_of(await stranger.press(other))


async def test_every_changed_line_is_on_some_page_and_leads_back_to_it(
    person: TestUser, language: Language, texts: Texts
) -> None:
    overview = flat(text_of(await person.send("/changes 12-3")))
    assert texts.get("sheet-flow") in overview
    label = next(each for each in person.labels if each.startswith("▾"))
    count = int(re.sub(r"\D", "", label))
    page, numbers = flat(text_of(await person.press(label))), []
    while True:
        numbers += re.findall(r"^(\d+)\. ", page, re.MULTILINE)
        assert {label for label in person.labels if label.isdecimal()} <= set(numbers)
        opened = text_of(await person.press(numbers[-1]))
        assert "12-3" in opened or "10-3" in opened
        back = texts.get("button-back-changes", number="12-3")
        assert flat(text_of(await person.press(back))) == page
        if not any(texts.get("button-next") in label for label in person.labels):
            break
        page = flat(text_of(await person.press(texts.get("button-next"))))
    assert numbers == [str(number) for number in range(1, count + 1)]
    assert flat(text_of(await person.press(back))).startswith(overview.split("\n")[0])


async def test_changes_are_shared_and_found_inline(person: TestUser, texts: Texts) -> None:
    await person.send("/changes 12-3")
    shared = person.button(texts.get("button-share")).switch_inline_query or ""
    title = texts.get("changes-title", number="12-3", date="08.04.2013")
    for query in (shared, "12-3"):
        first = (await person.ask_inline(query)).results[0]
        assert isinstance(first, InlineQueryResultArticle)
        assert first.title == title
        assert first.reply_markup is not None
        [[opened]] = first.reply_markup.inline_keyboard
        assert opened.text == texts.get("button-open-bot")


@pytest.mark.parametrize(
    "asked", ["почему принято решение 12-3", "зачем 12-3", "12-3 шешімі неге қабылданды", "неліктен № 12-3"]
)
async def test_why_a_decision_was_made_is_not_there_and_what_it_changed_is(
    person: TestUser, texts: Texts, asked: str
) -> None:
    text = text_of(await person.send(asked))
    assert text.startswith(texts.get("not-held-reason"))
    assert texts.get("changes-title", number="12-3", date="08.04.2013") in text
