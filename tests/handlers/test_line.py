"""Buttons move through the budget: parents, children, pages, history, what a decision changed."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import Any

import pytest
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import AnswerCallbackQuery, EditMessageText, SendMessage

from handlers.packing import pack
from handlers.views.actions import OpenChanges, OpenLedger, OpenLine
from handlers.views.texts import Texts
from handlers.views.ways import ANSWERED
from parser.records import DecisionRef, Language
from storage.reading.address import DecisionAddress
from tests.harness.budget import APRIL, NAMES, ORIGINAL, line, opens
from tests.harness.person import TestUser, alert_of, text_of
from tests.harness.session import RecordingSession
from tests.harness.world import World

EDUCATION = opens("expenditure/04")
LIGHTING = opens("expenditure/07/458/015")
HOUSING = opens("expenditure/07/458")


def name(path: str, language: Language) -> str:
    return NAMES[path][0 if language is Language.KK else 1]


@pytest.fixture
async def reader(person: TestUser) -> TestUser:
    """Somebody who has a message of the bot before them."""
    await person.send("/start")
    return person


async def open_line(reader: TestUser, data: str) -> str:
    return text_of(await reader.press_data(data, message=reader.message)).replace("\u00a0", " ")


async def test_down_to_a_child_and_up_again(reader: TestUser, language: Language) -> None:
    await open_line(reader, EDUCATION)
    office, school = name("expenditure/04/464", language), name("expenditure/04/464/003", language)
    assert text_of(await reader.press(office)).startswith(office)
    text = text_of(await reader.press(school))
    assert text.startswith(school)
    assert "04 · 464 · 003" in text
    assert text_of(await reader.press("⬆")).startswith(office)
    sent = await reader.press("⬆")
    assert text_of(sent).startswith(name("expenditure/04", language))
    assert [type(method) for method in sent] == [AnswerCallbackQuery, EditMessageText]


async def test_blocks_of_an_administrator(reader: TestUser, texts: Texts) -> None:
    text = await open_line(reader, opens("expenditure/04/464"))
    assert texts.get("card-blocks", count=2, amounts="1 000 000 + 6 623 223") in text


async def test_all_that_is_inside_a_line_and_back(reader: TestUser, texts: Texts) -> None:
    text = await open_line(reader, HOUSING)
    assert len([label for label in reader.labels if " · " in label]) == 2
    inside = text_of(await reader.press(texts.get("button-inside", count=7))).replace("\u00a0", " ")
    assert texts.get("inside-page", count=7, first=1, last=7) in inside
    assert "1. " in inside
    assert "7. " in inside
    water = text_of(await reader.press("6"))
    assert water.startswith(name("expenditure/07/458/049", texts.language))
    again = text_of(await reader.press("⬆")).replace("\u00a0", " ")
    assert again == inside
    assert text_of(await reader.press(texts.get("button-card"))).replace("\u00a0", " ") == text


async def test_what_is_inside_is_listed_by_code_too_and_led_back_to(reader: TestUser, texts: Texts) -> None:
    await open_line(reader, HOUSING)
    by_size = await press(reader, texts.get("button-inside", count=7))
    by_code = await press(reader, texts.get("button-by-code"))
    codes = [int(code) for code in re.findall(r"\n\d+\. (\d+) · ", by_code)]
    assert (codes, len(codes)) == (sorted(codes), 7)
    assert await press(reader, "7") != by_code
    assert await press(reader, "⬆") == by_code
    assert await press(reader, texts.get("button-by-size")) == by_size


async def test_a_button_of_a_further_page_of_long_ago_lists_what_is_inside(
    reader: TestUser, texts: Texts
) -> None:
    data = HOUSING.removesuffix(":0") + ":6"
    text = text_of(await reader.press_data(data, message=reader.message))
    assert texts.get("inside-page", count=7, first=7, last=7) in text


async def test_a_document_that_disagrees_with_itself_is_told_with_both_numbers(
    reader: TestUser, texts: Texts
) -> None:
    text = await open_line(reader, opens("expenditure/12"))
    said = texts.get("conflict-sum", printed="1 300", expected="1 299", unit=texts.get("unit-thousand"))
    assert texts.get("conflict-said", said=said) in text
    assert texts.get("conflict-said", said=said) in await press(reader, texts.get("button-printed"))


async def press(reader: TestUser, label: str) -> str:
    return text_of(await reader.press(label)).replace("\u00a0", " ")


async def test_the_history_shows_every_decision(reader: TestUser, texts: Texts) -> None:
    await open_line(reader, LIGHTING)
    text = text_of(await reader.press(texts.get("button-ledger"))).replace("\u00a0", " ")
    first, second = text.index("242 000"), text.index("719 855")
    gap, last = text.index("13-3"), text.index("700 000")
    assert first < second < gap < last
    assert texts.get("ledger-unloaded") in text
    assert "+477 855" in text
    assert "−19 855" in text


async def test_a_step_of_the_history_opens_the_line_as_it_stood(reader: TestUser, texts: Texts) -> None:
    await open_line(reader, LIGHTING)
    history = await press(reader, texts.get("button-ledger"))
    assert "719 855" in (await press(reader, "12-3")).splitlines()[1]
    # As of April too the history goes on to the last decision, and so does its total.
    again = await press(reader, texts.get("button-ledger"))
    assert again == history
    assert "+458 000" in again.splitlines()[-1]
    assert texts.get("button-step", number="13-3") not in reader.labels
    assert "700 000" in (await press(reader, "15-3")).splitlines()[1]
    assert texts.get("button-newest") not in reader.labels


async def test_what_a_decision_changed_and_back(reader: TestUser, texts: Texts) -> None:
    card = await open_line(reader, LIGHTING)
    text = await press(reader, texts.get("button-changes", number="15-3"))
    assert text.startswith(texts.get("changes-title", number="15-3", date="12.07.2013"))
    assert "+523 223" in text
    assert "−19 855" in text
    assert await press(reader, texts.get("button-card")) == card


async def count_taps(reader: TestUser, way: Sequence[str], wanted: str) -> int:
    """How many buttons are pressed from a card until a text has what is wanted."""
    text = await open_line(reader, EDUCATION)
    for taps, label in enumerate(way):
        if wanted in text:
            return taps
        text = await press(reader, label)
    assert wanted in text
    return len(way)


async def test_everything_about_a_line_is_a_tap_or_two_away(reader: TestUser, texts: Texts) -> None:
    april = texts.get("ledger-decision", number="12-3", date="08.04.2013")
    ways = {  # the most taps, the buttons, what is wanted
        "history": (1, [texts.get("button-ledger")], texts.get("ledger-title")),
        "changes": (
            1,
            [texts.get("button-changes", number="15-3")],
            texts.get("changes-title", number="15-3", date="12.07.2013"),
        ),
        "year": (1, ["2014"], texts.get("card-plan-year", place="Тараз", year="2014")),
        "edition": (
            2,
            [texts.get("button-edition", number="15-3"), april],
            texts.get("card-as-of-older", number="12-3", date="08.04.2013"),
        ),
        "printed": (1, [texts.get("button-printed")], texts.get("printed-title")),
    }
    taps = {name: await count_taps(reader, way, wanted) for name, (_, way, wanted) in ways.items()}
    assert taps == {name: most for name, (most, _, _) in ways.items()}


async def test_another_edition_is_two_taps_and_another_year_one(reader: TestUser, texts: Texts) -> None:
    await open_line(reader, EDUCATION)
    choice = await press(reader, texts.get("button-edition", number="15-3"))
    for number, date in (("10-3", "14.12.2012"), ("12-3", "08.04.2013"), ("13-3", "24.05.2013")):
        assert texts.get("ledger-decision", number=number, date=date) in choice
    assert texts.get("ledger-unloaded") in choice
    older = await press(reader, texts.get("ledger-decision", number="10-3", date="14.12.2012"))
    assert texts.get("card-as-of-older", number="10-3", date="14.12.2012") in older
    plan = await press(reader, "2014")
    assert texts.get("card-plan-year", place="Тараз", year="2014") in plan
    assert texts.get("card-budget", place="Тараз", year="2013") in await press(reader, "2013")


async def test_the_row_as_printed_is_one_tap_away(reader: TestUser, texts: Texts) -> None:
    card = await open_line(reader, LIGHTING)
    text = await press(reader, texts.get("button-printed"))
    assert "▸" in text
    own, other = name("expenditure/07/458/015", Language.KK), name("expenditure/07/458/016", Language.KK)
    assert own in text  # July is loaded in Kazakh only
    assert other in text
    assert (texts.get("printed-language") in text) is (texts.language is Language.RU)
    assert await press(reader, texts.get("button-card")) == card


async def test_an_older_edition_leads_to_the_newest(reader: TestUser, texts: Texts) -> None:
    text = await open_line(reader, opens("expenditure/07/458/015", decision=ORIGINAL))
    assert "242 000" in text
    assert texts.get("card-as-of-older", number="10-3", date="14.12.2012") in text
    assert "700\u00a0000" in text_of(await reader.press(texts.get("button-newest")))


async def test_a_plan_year_is_marked(reader: TestUser, texts: Texts) -> None:
    text = await open_line(reader, opens("expenditure/04", 2014))
    assert texts.get("card-plan-year", place="Тараз", year="2014") in text


UNKNOWN = DecisionRef("77-7", dt.date(2013, 7, 7))
UNLOADED = DecisionAddress("13-3", dt.date(2013, 5, 24))
LIFTS = "expenditure/07/458/050"
ELSEWHERE = f"l2:{'a' * 12}:2013:0:e:0:0"
GONE: list[tuple[str, str, dict[str, Any]]] = [
    (pack(OpenLedger(line(LIFTS, 2019))) or "", "gone-year", {"year": "2019"}),
    (opens(LIFTS, decision=UNKNOWN), "gone-decision", {"year": "2013"}),
    (
        pack(OpenChanges(UNLOADED, line(LIFTS))) or "",
        "gone-edition",
        {"year": "2013", "number": "13-3", "date": "24.05.2013"},
    ),
    (opens(LIFTS, decision=APRIL), "gone-line-coded", {"year": "2013", "codes": "07 · 458 · 050"}),
    (opens("net_lending"), "gone-line", {"year": "2013"}),
]


@pytest.mark.parametrize(("data", "key", "values"), GONE)
async def test_what_is_no_longer_there_is_said(
    reader: TestUser, texts: Texts, data: str, key: str, values: dict[str, Any]
) -> None:
    text = text_of(await reader.press_data(data, message=reader.message))
    assert text.startswith(texts.get(key, place="Тараз", **values))
    assert texts.get("gone-instead") in text


async def test_the_same_line_is_offered_in_the_last_edition_that_has_it(
    reader: TestUser, texts: Texts
) -> None:
    await reader.press_data(opens(LIFTS, decision=UNKNOWN), message=reader.message)
    text = text_of(await reader.press(texts.get("gone-button-same", year="2013", number="10-3")))
    assert texts.get("card-as-of-older", number="10-3", date="14.12.2012") in text


async def test_what_stands_above_is_offered_in_the_edition_asked_for(reader: TestUser, texts: Texts) -> None:
    await reader.press_data(opens(LIFTS, decision=APRIL), message=reader.message)
    above = texts.get("button-parent", name=name("expenditure/07/458", Language.KK))
    text = text_of(await reader.press(above))
    assert texts.get("card-as-of-older", number="12-3", date="08.04.2013") in text


async def test_a_line_of_no_budget_year_is_offered_in_the_main_one(reader: TestUser, texts: Texts) -> None:
    await reader.press_data(opens("expenditure/04", 2019), message=reader.message)
    text = text_of(await reader.press(texts.get("gone-button-same", year="2013", number="15-3")))
    assert text.startswith(name("expenditure/04", texts.language))


async def test_of_an_unknown_budget_the_loaded_ones_are_offered(reader: TestUser, texts: Texts) -> None:
    text = text_of(await reader.press_data(ELSEWHERE, message=reader.message))
    assert text.startswith(texts.get("gone-budget"))
    assert "Тараз, 2013–2014" in text
    assert text_of(await reader.press(texts.get("section-expenditure"))).startswith(
        texts.get("section-expenditure")
    )


async def test_what_is_gone_leads_back_to_the_candidates(reader: TestUser, texts: Texts) -> None:
    data = pack(OpenLine(line("expenditure/99"), ANSWERED)) or ""
    await reader.press_data(data, message=reader.message)
    assert texts.get("button-back-answer") in reader.labels
    await reader.press_data(opens("expenditure/99"), message=reader.message)
    assert texts.get("button-back-answer") not in reader.labels


@pytest.mark.parametrize("data", ["l1:1:2013:0:e-04:0:0", "h1:1:2013:2:e:0", "c1:1:2013:0:e:0:2", "q1:5"])
async def test_a_button_of_the_old_form_says_why_it_opens_nothing(
    reader: TestUser, texts: Texts, data: str
) -> None:
    sent = await reader.press_data(data, message=reader.message)
    assert alert_of(sent) == texts.get("fallback-button-old")
    assert len(sent) == 1


async def test_a_message_too_old_to_edit_is_followed_by_a_new_one(
    person: TestUser, language: Language
) -> None:
    sent = await person.press_old(EDUCATION)
    assert isinstance(sent[0], AnswerCallbackQuery)
    assert text_of(sent).startswith(name("expenditure/04", language))
    assert isinstance(sent[1], SendMessage)


def refuse(session: RecordingSession, reason: str) -> None:
    session.fail(EditMessageText, lambda method: TelegramBadRequest(method, f"Bad Request: {reason}"))


async def test_pressing_twice_is_no_error(reader: TestUser, world: World) -> None:
    refuse(world.session, "message is not modified: specified new message content is exactly the same")
    sent = await reader.press_data(EDUCATION, message=reader.message)
    assert [type(method) for method in sent] == [AnswerCallbackQuery, EditMessageText]


@pytest.mark.parametrize("reason", ["message can't be edited", "message to edit not found"])
async def test_what_cannot_be_edited_is_sent(reader: TestUser, world: World, reason: str) -> None:
    refuse(world.session, reason)
    sent = await reader.press_data(EDUCATION, message=reader.message)
    assert [type(method) for method in sent] == [AnswerCallbackQuery, EditMessageText, SendMessage]


async def test_a_department_of_a_list_opens_whole_and_leads_back(person: TestUser, texts: Texts) -> None:
    """Housing and roads are one office in two groups: 1,060,000 and 4,000,000 thousand."""
    asked = {Language.RU: "какие отделы больше всего тратят", Language.KK: "қай бөлім ең көп ақша алады"}
    ranked = text_of(await person.send(asked[texts.language])).replace("\u00a0", " ")
    assert "5 060 000" in ranked
    whole = await press(person, texts.get("across-groups", count=2))
    assert whole.splitlines()[1].startswith("5 060 000")
    assert texts.get("across-summed", count=2) in whole
    assert (await press(person, name("expenditure/12", texts.language))).startswith(
        name("expenditure/12/458", texts.language)
    )
    assert await press(person, texts.get("button-back-answer")) == ranked
