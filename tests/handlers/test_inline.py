"""Inline queries: articles in the person's language, pages, stable ids, and an empty case that explains itself."""

from __future__ import annotations

import pytest
from aiogram.types import InlineKeyboardButton, InlineQueryResultArticle, InputTextMessageContent

from handlers import inline
from handlers.views.articles import article_id
from handlers.views.links import line_payload, part_language, question_payload, spoken_payload
from handlers.views.texts import Texts
from parser.records import Language
from tests.harness.budget import JULY, line
from tests.harness.budget import names as names_in
from tests.harness.exploring import message_of
from tests.harness.person import TestUser, text_of
from tests.harness.world import World

EDUCATION = {Language.KK: "Білім беру", Language.RU: "Образование"}
LIGHTING, CEMETERIES = "expenditure/07/458/015", "expenditure/07/458/031"
SCHOOLS, BUILT_SCHOOLS = "expenditure/04/464/003", "expenditure/04/467/037"
OFFICES = {Language.KK: "бөлімі", Language.RU: "отдел"}


def articles(results: list[object]) -> list[InlineQueryResultArticle]:
    return [each for each in results if isinstance(each, InlineQueryResultArticle)]


def buttons_of(result: InlineQueryResultArticle) -> list[InlineKeyboardButton]:
    """The buttons under what would be sent."""
    return [
        button
        for row in (result.reply_markup.inline_keyboard if result.reply_markup else [])
        for button in row
    ]


def payload_of(result: InlineQueryResultArticle) -> str:
    """What the only button under it opens the private chat with."""
    [button] = buttons_of(result)
    return part_language((button.url or "").partition("?start=")[2])[1]


async def test_a_line_is_an_article_with_its_card(person: TestUser, texts: Texts) -> None:
    answer = await person.ask_inline(EDUCATION[texts.language])
    first = articles([*answer.results])[0]
    assert first.title == EDUCATION[texts.language]
    assert texts.get("section-expenditure") in (first.description or "")
    content = first.input_message_content
    assert isinstance(content, InputTextMessageContent)
    assert "8\u00a0023\u00a0223" in content.message_text
    assert texts.get("card-source") in content.message_text
    assert first.reply_markup is not None
    buttons = [button for row in first.reply_markup.inline_keyboard for button in row]
    payload = line_payload(line("expenditure/04", decision=JULY)) or ""
    opened = spoken_payload(payload, texts.language)
    assert any(button.url and button.url.endswith(f"?start={opened}") for button in buttons)
    assert answer.is_personal is True
    assert answer.cache_time
    assert answer.button is not None
    asked = question_payload(EDUCATION[texts.language]) or ""
    assert answer.button.start_parameter == spoken_payload(asked, texts.language)


async def test_an_empty_query_shows_the_totals_and_the_last_decision(person: TestUser, texts: Texts) -> None:
    for query in ("", "  ", "ш"):
        answer = await person.ask_inline(query)
        *totals, changed = articles([*answer.results])
        assert [each.title for each in totals] == [
            texts.get("section-expenditure"),
            texts.get("section-revenue"),
            texts.get("section-deficit-below"),
        ]
        assert changed.title == texts.get("changes-title", number="15-3", date="12.07.2013")
        assert "+503 368" in (changed.description or "")  # what it did to all spending
        assert message_of(changed).startswith(changed.title)
        assert answer.next_offset == ""
        assert answer.button is not None


async def test_nothing_found_explains_itself(person: TestUser, texts: Texts) -> None:
    answer = await person.ask_inline("жзщшфйцх")
    [said] = articles([*answer.results])
    assert said.title == texts.get("nothing-found", query="жзщшфйцх")
    assert message_of(said).startswith(said.title)
    assert texts.get("nothing-try-elsewhere") in message_of(said)
    assert "/help" not in message_of(said)
    assert payload_of(said) == question_payload("жзщшфйцх")
    assert answer.button is not None
    assert answer.button.text == texts.get("inline-nothing")
    assert answer.button.start_parameter == "help"


@pytest.mark.parametrize("typed", ["ыыыы", "ооооо", "кккк"])
async def test_one_letter_typed_several_times_begins_no_word(
    person: TestUser, texts: Texts, typed: str
) -> None:
    """It sounds like one letter, with which many names begin; none of these was meant."""
    [said] = articles([*(await person.ask_inline(typed)).results])
    assert said.title == texts.get("talk-wordless")


UNSHOWN = {
    Language.KK: {"рақмет": "talk-thanks", "Алматы": None, "қандай шешімдер жүктелген": None},
    Language.RU: {"спасибо": "talk-thanks", "Алматы": None, "какие решения загружены": None},
}


async def test_what_shows_no_line_is_said_in_one_result(person: TestUser, texts: Texts) -> None:
    said = {}
    for query, key in UNSHOWN[texts.language].items():
        [result] = articles([*(await person.ask_inline(query)).results])
        said[query] = message_of(result)
        assert not key or said[query] == texts.get(key)
        assert payload_of(result)
    thanks, place, decisions = said.values()
    assert thanks
    assert texts.get("place-not-loaded", place="Алматы") in place
    assert "15-3" in decisions


async def test_pages_bring_everything_once(
    person: TestUser, monkeypatch: pytest.MonkeyPatch, language: Language
) -> None:
    whole = await person.ask_inline(OFFICES[language])
    monkeypatch.setattr(inline, "PAGE", 2)
    ids: list[str] = []
    offset = ""
    for _ in range(20):
        answer = await person.ask_inline(OFFICES[language], offset)
        assert len(answer.results) <= 2
        ids += [each.id for each in answer.results]
        offset = answer.next_offset or ""
        if not offset:
            break
    assert ids == [each.id for each in whole.results]
    assert len(set(ids)) == len(ids) >= 3


async def test_ids_are_the_same_in_both_languages_and_again(world: World) -> None:
    first = await world.person("kk").ask_inline("Білім беру")
    second = await world.person("ru", id=8).ask_inline("Білім беру")
    assert [each.id for each in first.results] == [each.id for each in second.results]


@pytest.mark.parametrize("offset", ["-1", "x", "999999999999", "٣", "99999"])
async def test_hostile_offsets(person: TestUser, language: Language, offset: str) -> None:
    answer = await person.ask_inline(EDUCATION[language], offset)
    assert answer.next_offset == ""


async def test_a_page_past_the_end_is_no_failure_to_find(person: TestUser, texts: Texts) -> None:
    answer = await person.ask_inline(EDUCATION[texts.language], "5000")
    assert answer.results == []
    assert answer.button is not None
    assert answer.button.text == texts.get("inline-open")


@pytest.mark.parametrize(
    "query",
    [
        "<b>", "\u202e", "а" * 256, "😀" * 256, "👨\u200d👩\u200d👧\u200d👦" * 36, "🇰🇿" * 128, "\u200d" * 256,
        "👍🏿" * 128, "🏫" * 250 + "школы",
    ],
)  # fmt: skip
async def test_hostile_queries(person: TestUser, query: str) -> None:
    answer = await person.ask_inline(query)
    assert answer.is_personal


@pytest.mark.parametrize("query", ["ең ірі шығындар", "самые большие расходы"])
async def test_a_list_is_shared_whole_or_line_by_line(person: TestUser, texts: Texts, query: str) -> None:
    answer = await person.ask_inline(query)
    whole, *lines = articles([*answer.results])
    assert whole.title == texts.get("listing-largest-expenditure")
    titles = [each.title for each in lines]
    assert titles[0] == EDUCATION[texts.language]
    assert len(titles) == len(set(titles)) > 1
    assert all(title in message_of(whole) for title in titles)
    assert payload_of(whole) == question_payload(query)


COMPARED = {
    Language.KK: ["жарықтандыру мен зираттар", "жарықтандыру vs зираттар", "жарықтандыру немесе зираттар"],
    Language.RU: ["освещение vs кладбища", "освещение или кладбища", "освещение, кладбища"],
}
CHANGES = {
    Language.KK: ["не өзгерді", "15-3", "шілдеде не өзгерді"],
    Language.RU: ["что изменилось", "15-3", "покажи решение 15-3"],
}


@pytest.mark.parametrize("number", range(3))
async def test_several_lines_are_compared_first(person: TestUser, texts: Texts, number: int) -> None:
    query = COMPARED[texts.language][number]
    compared, *lines = articles([*(await person.ask_inline(query)).results])
    names = [names_in(texts.language)[path] for path in (LIGHTING, CEMETERIES)]
    only_named = number == {Language.KK: 0, Language.RU: 2}[texts.language]  # and not compared
    key, amount = ("inline-summed", "720 000") if only_named else ("inline-compared", "680 000")
    assert compared.title == texts.get(key, names=", ".join(names))
    assert amount in (compared.description or "")
    assert [each.title for each in lines] == names
    opened = text_of(await person.open_link(payload_of(compared)))
    assert opened == message_of(compared)


TWO_DECISIONS = {
    Language.KK: ("10-3 vs 15-3", "10-3 пен 15-3", "15-3 vs 10-3"),
    Language.RU: ("10-3 vs 15-3", "10-3 и 15-3", "15-3 vs 10-3"),
}


@pytest.mark.parametrize("number", range(3))
async def test_two_decisions_are_set_side_by_side(person: TestUser, texts: Texts, number: int) -> None:
    query = TWO_DECISIONS[texts.language][number]
    first, *_ = articles([*(await person.ask_inline(query)).results])
    said = message_of(first)
    assert said.index("10-3") < said.index("15-3")
    totals = ("revenue", "expenditure", "deficit-below")
    assert [total for total in totals if texts.get(f"section-{total}") not in said] == []
    assert "→" in said
    assert said == text_of(await person.send(query))


SIDES = {
    Language.KK: ("жарықтандыру vs мектеп", "мектеп"),
    Language.RU: ("освещение vs школы", "школы"),
}


async def test_of_a_side_that_may_be_several_lines_each_is_compared(person: TestUser, texts: Texts) -> None:
    query, words = SIDES[texts.language]
    names = names_in(texts.language)
    first, second, *_ = articles([*(await person.ask_inline(query)).results])
    for result, path, times in (first, SCHOOLS, "9,3"), (second, BUILT_SCHOOLS, "75,0"):
        assert result.title == texts.get("inline-compared", names=f"{names[LIGHTING]}, {names[path]}")
        assert texts.get("comparison-unsure", words=words, name=names[path]) in message_of(result)
        assert times in (result.description or "")
    said = text_of(await person.send(query))
    assert texts.get("comparison-unsure", words=words, name=names[SCHOOLS]) in said


async def test_lines_of_one_name_that_one_word_means_are_one_side(world: World) -> None:
    compared, *lines = articles([*(await world.person("ru").ask_inline("освещение vs прочие")).results])
    assert "«прочие»: 2 строки вместе" in message_of(compared)
    assert [each.title.rpartition(" · ")[2] for each in lines] == [
        "Освещение улиц",
        "Отдел жилья",
        "Отдел дорог",
    ]


@pytest.mark.parametrize("number", range(3))
async def test_changes_come_first(person: TestUser, texts: Texts, number: int) -> None:
    query = CHANGES[texts.language][number]
    changed = articles([*(await person.ask_inline(query)).results])[0]
    assert changed.title == texts.get("changes-title", number="15-3", date="12.07.2013")
    opened = text_of(await person.open_link(payload_of(changed)))
    assert opened.startswith(changed.title)


async def test_a_line_s_change_is_its_history(person: TestUser, texts: Texts) -> None:
    query = {Language.KK: "жарықтандыру қалай өзгерді", Language.RU: "как изменилось освещение"}[
        texts.language
    ]
    first = articles([*(await person.ask_inline(query)).results])[0]
    assert first.title == f"{texts.get('ledger-title')}: {names_in(texts.language)[LIGHTING]}"
    assert "12-3" in message_of(first)
    assert texts.get("button-card") in [button.text for button in buttons_of(first)]


async def test_a_line_of_another_year_than_was_asked_says_so(person: TestUser, texts: Texts) -> None:
    result = articles([*(await person.ask_inline(f"{names_in(texts.language)[LIGHTING]} 2031")).results])[0]
    said = texts.get("missing-year", value="2031")
    assert (result.description or "").startswith(said)
    assert message_of(result).startswith(said)


# What is typed of a word, and the line that stands first. `ме`, `об` and `на` are words by themselves.
STARTED = [
    ("жа", "expenditure/04/464/003"),
    ("мек", "expenditure/04/464/009"),
    ("мект", "expenditure/04/464/009"),
    ("жары", LIGHTING),
    ("осв", LIGHTING),
    ("ос", LIGHTING),
    ("шк", "expenditure/04/467/037"),
    ("содержание кл", CEMETERIES),
    ("mek", "expenditure/04/464/009"),
    ("до", "expenditure/04/464/009"),
    ("на", "revenue/1"),
]


@pytest.mark.parametrize(("query", "path"), STARTED)
async def test_a_word_is_answered_from_its_second_letter_on(world: World, query: str, path: str) -> None:
    language = Language.KK if query in {"жа", "мек", "мект", "жары", "mek"} else Language.RU
    results = articles([*(await world.person(language.value).ask_inline(query)).results])
    assert any(each.id == article_id(line(path, decision=JULY)) for each in results), [
        each.title for each in results
    ]
    assert len(results) <= 12


async def test_no_two_results_have_one_title(person: TestUser, language: Language) -> None:
    other = {Language.KK: "өзгелер", Language.RU: "прочие"}[language]
    titles = [each.title for each in articles([*(await person.ask_inline(other)).results])]
    parents = {names_in(language)[path] for path in ("expenditure/07/458", "expenditure/12/458")}
    assert set(titles) == {f"{names_in(language)['expenditure/07/458/041']} · {parent}" for parent in parents}


async def test_a_line_that_is_named_twice_is_one_result(asker: TestUser) -> None:
    found = await asker.ask_inline(
        "почему ремонт дорог, вода, ремонт дорог"
    )  # of two ids Telegram refuses all
    titles = [result.title for result in found.results if isinstance(result, InlineQueryResultArticle)]
    assert len(titles) > 1
    assert sum("дорог" in title for title in titles) == 1
