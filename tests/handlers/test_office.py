"""All that an office has is shown as a line's card is: through years and editions, as printed, followed."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiogram.methods import SendPhoto
from aiogram.types import InlineQueryResultArticle

from handlers.views.texts import Texts
from parser.records import Language
from storage.loading.ingest import ingest
from tests.harness.budget import THIRD, names
from tests.harness.person import Sent, TestUser, alert_of, text_of
from tests.harness.world import World, open_world
from tests.storage.builders import KK, NOVEMBER, PROGRAM, document, edition

ASKED = {Language.KK: "құрылыс бөлімі", Language.RU: "отдел строительства"}
OFFICE = {Language.KK: "Құрылыс бөлімі", Language.RU: "Отдел строительства"}
MOVED = "expenditure/04/467/031"  # the same program under another office and code


@pytest.fixture
async def office(samples: Path, tmp_path: Path, language: Language, texts: Texts) -> AsyncIterator[TestUser]:
    """Somebody who looks at what the department of construction has in five groups of a real budget."""
    async with open_world(Path(shutil.copy(samples, tmp_path / "qazyna.db")), limits={}) as world:
        person = world.person(language.value)
        await person.send(ASKED[language])
        yield person


def shown(answer: Sent) -> str:
    """The text of an answer, with plain spaces."""
    return text_of(answer).replace("\u00a0", " ")


async def test_it_goes_through_editions_and_years(office: TestUser, texts: Texts) -> None:
    cited = {"number": "21-3", "date": "11.12.2013"}
    assert office.message is not None
    card = (office.message.text or "").replace("\u00a0", " ")
    assert texts.get("card-as-of-newest", **cited) in card
    assert texts.get("card-share-expenditure", share="22,0 %", amount="").partition("(")[0].strip() in card
    await office.press(texts.get("button-edition", number="21-3"))
    older = shown(await office.press("12-3"))
    assert "4 945 542" in older
    assert texts.get("card-as-of-older", number="12-3", date="08.04.2013") in older
    assert texts.get("button-follow-short") not in office.labels
    assert "5 239 697" in shown(await office.press(texts.get("button-newest")))
    assert texts.get("card-plan-year", place="Тараз", year="2014") in shown(await office.press("2014"))


async def test_its_rows_are_shown_as_printed(office: TestUser, texts: Texts) -> None:
    printed = shown(await office.press(texts.get("button-printed")))
    assert [row in printed for row in ("▸ 104.", "▸ 181.", "▸ 78.", "▸ 125.", "▸ 163.")] == [True] * 5
    assert "180. 13 · 458 · 065" in shown(await office.press("2"))


async def test_what_a_decision_did_to_it_is_listed_line_by_line(office: TestUser, texts: Texts) -> None:
    await office.press(texts.get("button-edition", number="21-3"))
    await office.press("12-3")
    listed = shown(await office.press(texts.get("button-changes", number="12-3")))
    assert "4 887 198 → 4 945 542 (+58 344)" in listed
    rises = [line for line in listed.splitlines() if "→" in line][1:]
    assert all("467" not in line for line in rises)
    await office.press("1")
    assert listed == shown(await office.press(texts.get("button-back-changes", number="12-3")))
    others = shown(await office.press(texts.get("button-back-offices")))
    assert texts.get("changes-offices-arithmetic") in others
    assert "−156 393" in others


async def test_of_one_whose_sum_a_decision_left_alone_that_is_said(office: TestUser, texts: Texts) -> None:
    await office.send({Language.KK: "әкім аппараты", Language.RU: "аппарат акима"}[texts.language])
    listed = shown(await office.press(texts.get("button-changes", number="21-3")))
    assert texts.get("changes-total-same", section="", new="224 057") in listed


async def test_its_followers_hear_of_its_sum(office: TestUser, texts: Texts) -> None:
    assert alert_of(await office.press(texts.get("button-follow-short"))) == texts.get("follow-began")
    followed = shown(await office.send("/follow"))
    assert texts.get("follow-office", name="").strip(", ") in followed


async def test_a_program_that_came_under_another_office_is_told(
    world: World, person: TestUser, texts: Texts
) -> None:
    leaves = {path: amount for path, amount in THIRD.items() if path != PROGRAM} | {MOVED: 700_000}
    called = names(KK) | {MOVED: names(KK)[PROGRAM]}
    table = edition(NOVEMBER, KK, leaves=leaves, names=called)
    await ingest(world.services.sessions, document(NOVEMBER, [table]))
    await person.send(f"/changes {NOVEMBER.number}")
    told = shown(await person.press("⇄"))
    block = told.partition(texts.get("changes-transfers"))[2]
    assert "(464) → " in block
    assert "(467)" in block


NEW = {"expenditure/07/483/001": 4_000, "expenditure/12/483/002": 3_000}
NEW_OFFICE = {Language.KK: "Ветеринария бөлімі", Language.RU: "Отдел ветеринарии"}
OF_NEW = {
    Language.KK: "ветеринария бөліміне № {} шешімде қандай жаңа жолдар қосылды",
    Language.RU: "отдел ветеринарии новые строки в № {}",
}


async def test_an_office_that_is_new_in_two_groups_had_no_zero(
    world: World, person: TestUser, texts: Texts, language: Language
) -> None:
    for told_in in Language:
        offices = dict.fromkeys(("expenditure/07/483", "expenditure/12/483"), NEW_OFFICE[told_in])
        table = edition(NOVEMBER, told_in, leaves=THIRD | NEW, names=names(told_in) | offices)
        await ingest(world.services.sessions, document(NOVEMBER, [table], told_in))
    await person.send(f"/changes {NOVEMBER.number}")  # whereupon the new names are read
    told = shown(await person.send(OF_NEW[language].format(NOVEMBER.number)))
    name = texts.get("changes-across", name=NEW_OFFICE[language])
    assert texts.get("changes-office-new", name=name, amount="7 000") in told


MOVED_BETWEEN = {
    Language.KK: ("қай бөлімдер арасында ақша ауысты 12-3", "12-3 шешімде мекемелер бойынша не өзгерді"),
    Language.RU: ("между какими отделами перекинули деньги 12-3", "перераспределение между отделами в 12-3"),
}


async def test_between_which_offices_money_moved_is_told(
    office: TestUser, texts: Texts, language: Language
) -> None:
    for question in MOVED_BETWEEN[language]:
        told = shown(await office.send(question))
        assert texts.get("changes-title", number="12-3", date="08.04.2013") in told
        assert "1 047 279 → 890 886 (−156 393)" in told
        assert texts.get("changes-offices-arithmetic") in told
    assert "−116 420" in shown(await office.press("1"))


SINCE = {
    Language.KK: "№ 10-3 шешімінен № 15-3 шешіміне дейін не өзгерді",
    Language.RU: "что изменилось с № 10-3 по № 15-3",
}


async def test_lines_of_several_decisions_together_are_opened_and_lead_back(
    office: TestUser, texts: Texts, language: Language
) -> None:
    first = shown(await office.send(SINCE[language]))
    between = {"since": "10-3", "since_date": "14.12.2012", "number": "15-3", "date": "12.07.2013"}
    title = texts.get("changes-title-together", **between)
    assert first.startswith(title)
    [query] = [button.switch_inline_query for button in office.buttons if button.switch_inline_query]
    await office.press(texts.get("button-changed-rises", count=0).partition(" (")[0])
    second = shown(await office.press(texts.get("button-next")))
    assert second.startswith(title)
    opened = shown(await office.press("11"))
    assert "15-3" in opened
    back = texts.get("button-back-since", number="10-3")
    assert second == shown(await office.press(back))
    assert shown(await office.press(texts.get("button-back-together"))).startswith(title)
    [result, *_] = (await office.ask_inline(query)).results
    assert isinstance(result, InlineQueryResultArticle)
    assert result.title == title


IN_NOVEMBER = {Language.KK: "20-3 бөлімдер бойынша өзгерістер", Language.RU: "20-3 изменения по отделам"}


async def test_an_office_that_is_new_had_no_zero_and_a_name_that_many_have_is_no_program_that_moved(
    office: TestUser, texts: Texts, language: Language
) -> None:
    told = shown(await office.send(IN_NOVEMBER[language]))
    new, gone = (
        texts.get(f"changes-office-{key}", name="", amount=amount).replace("\u00a0", " ")
        for key, amount in (("new", "16 860"), ("gone", "19 632"))
    )
    assert [said in told for said in (new, gone)] == [True, True]
    assert texts.get("changes-transfers") not in told + shown(await office.press(texts.get("button-next")))


FALLEN = {Language.KK: "12-3 шешімде қай салықтар азайды", Language.RU: "какие налоги упали в 12-3"}


async def test_lines_inside_a_line_are_opened(office: TestUser, texts: Texts, language: Language) -> None:
    listed = shown(await office.send(FALLEN[language]))
    assert "1. −56 000 — " in listed
    assert "12-3" in shown(await office.press("1"))
    assert listed == shown(await office.press(texts.get("button-back-answer")))


async def test_its_history_is_drawn(office: TestUser, texts: Texts) -> None:
    await office.press(texts.get("button-ledger"))
    [photo] = [sent for sent in await office.press(texts.get("chart-button")) if isinstance(sent, SendPhoto)]
    assert (photo.caption or "").startswith(OFFICE[texts.language])
    assert texts.get("across-ledger") in (photo.caption or "")


IN_APRIL = {Language.KK: "құрылыс бөлімі 12-3", Language.RU: "отдел строительства 12-3"}


async def test_a_decision_beside_its_name_shows_its_sum_as_that_left_it(
    office: TestUser, texts: Texts, language: Language
) -> None:
    told = shown(await office.send(IN_APRIL[language]))
    assert "4 945 542" in told
    assert texts.get("card-as-of-older", number="12-3", date="08.04.2013") in told
    [query] = [button.switch_inline_query for button in office.buttons if button.switch_inline_query]
    [result, *_] = (await office.ask_inline(query)).results
    assert isinstance(result, InlineQueryResultArticle)
    assert "4 945 542" in (result.description or "").replace("\u00a0", " ")


async def test_the_step_that_is_asked_of_comes_first(office: TestUser, language: Language) -> None:
    asked = {
        Language.KK: "қыркүйекте құрылыс бөліміне не қосылды",
        Language.RU: "что добавили отделу строительства в сентябре",
    }
    assert "▸ " in (text := shown(await office.send(asked[language])))
    assert "5 079 211" in text.partition("▸ ")[2].partition("\n")[0]
