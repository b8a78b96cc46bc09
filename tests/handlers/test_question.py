"""Questions in free text: one answer, candidates to choose from, or nothing; groups left in peace."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from aiogram.methods import SendMessage
from aiogram.types import Chat, InlineKeyboardButton, Message, User

from handlers.views.links import question_payload
from handlers.views.texts import Texts
from parser.records import Language
from tests.harness.person import TestUser, alert_of, text_of
from tests.harness.session import USERNAME
from tests.harness.world import World, open_world

EDUCATION = {Language.KK: "Білім беру", Language.RU: "Образование"}
OTHERS = {Language.KK: "өзгелер", Language.RU: "прочие"}
PARENTS = {Language.KK: ["Тұрғын үй бөлімі", "Жол бөлімі"], Language.RU: ["Отдел жилья", "Отдел дорог"]}
GROUP = Chat(id=-100500, type="supergroup", title="Тараз")


async def test_a_name_is_answered_by_its_card(person: TestUser, texts: Texts) -> None:
    sent = await person.send(EDUCATION[texts.language].lower())
    text = text_of(sent).replace("\u00a0", " ")
    assert text.startswith(EDUCATION[texts.language])
    assert "8 023 223" in text
    assert texts.get("card-as-of-newest", number="15-3", date="12.07.2013") in text


async def test_a_sure_answer_leads_to_what_else_was_meant(person: TestUser, texts: Texts) -> None:
    sent = await person.send({Language.KK: "білім", Language.RU: "образование"}[texts.language])
    assert isinstance(sent[0], SendMessage)
    assert sent[0].reply_parameters is not None
    text_of(await person.press(texts.get("button-candidates")))
    assert person.labels[0].startswith(f"1. {EDUCATION[texts.language]}")
    assert len(person.labels) > 1


async def test_the_only_answer_quotes_nothing(person: TestUser, texts: Texts) -> None:
    sent = await person.send("07 458 015")
    assert isinstance(sent[0], SendMessage)
    assert sent[0].reply_parameters is None
    assert texts.get("button-candidates") not in person.labels


async def test_the_question_s_language_is_not_the_answer_s(person: TestUser, language: Language) -> None:
    other = next(each for each in Language if each is not language)
    assert text_of(await person.send(EDUCATION[other])).startswith(EDUCATION[language])


async def test_equal_names_are_offered_with_their_parents(person: TestUser, language: Language) -> None:
    sent = await person.send(OTHERS[language])
    assert isinstance(sent[0], SendMessage)
    assert sent[0].reply_parameters is not None  # the buttons find the question there
    labels = " ".join(person.labels)
    assert all(parent in labels for parent in PARENTS[language])


async def test_a_candidate_opens_and_leads_back(person: TestUser, texts: Texts) -> None:
    language = texts.language
    before = text_of(await person.send(OTHERS[language]))
    opened = text_of(await person.press(PARENTS[language][1]))
    assert "200\u00a0000" in opened
    assert text_of(await person.press(texts.get("button-back-answer"))) == before


async def test_the_way_back_is_kept_while_moving_around(person: TestUser, texts: Texts) -> None:
    before = text_of(await person.send(OTHERS[texts.language]))
    await person.press(PARENTS[texts.language][1])
    await person.press("⬆")
    await person.press(texts.get("button-ledger"))
    await person.press(texts.get("button-card"))
    assert text_of(await person.press(texts.get("button-back-answer"))) == before


async def test_candidates_of_a_link_can_be_paged(person: TestUser, texts: Texts) -> None:
    before = text_of(await person.open_link(question_payload(OTHERS[texts.language]) or ""))
    await person.press(PARENTS[texts.language][0])
    assert text_of(await person.press(texts.get("button-back-answer"))) == before


async def test_candidates_without_their_question(person: TestUser, texts: Texts) -> None:
    await person.send(OTHERS[texts.language])
    assert person.message is not None
    alone = person.message.model_copy(update={"reply_to_message": None})
    assert alert_of(await person.press_data("q2:0:0", message=alone)) == texts.get("candidates-gone")
    other = alone.model_copy(update={"reply_to_message": person.make_message("/help")})
    assert alert_of(await person.press_data("q2:0:0", message=other)) == texts.get("candidates-gone")
    assert alert_of(await person.press_old("q2:5:0")) == texts.get("candidates-gone")


@pytest.mark.parametrize("question", ["жарықтандыру қалай өзгерді", "что изменилось в освещении улиц"])
async def test_a_question_of_change_is_answered_by_the_history(
    person: TestUser, texts: Texts, question: str
) -> None:
    text = text_of(await person.send(question))
    assert text.startswith(f"📜 {texts.get('ledger-title')}")
    assert "13-3" in text


async def test_nothing_found_offers_help(person: TestUser, texts: Texts) -> None:
    text = text_of(await person.send("жзщшфйцх"))
    assert texts.get("nothing-found", query="жзщшфйцх") in text
    assert "/help" in text


@pytest.mark.parametrize("text", ["😀", "<b>&", "\u202e\u202e", "а" * 4096, "' OR 1=1 --", "0", "!!!"])
async def test_any_text_is_answered(person: TestUser, text: str) -> None:
    assert text_of(await person.send(text))


async def test_candidates_in_a_group_lead_back(world: World, texts: Texts) -> None:
    person = world.person(texts.language.value, chat=GROUP)
    before = text_of(await person.send(f"@{USERNAME} {OTHERS[texts.language]}"))
    await person.press(PARENTS[texts.language][0])
    assert text_of(await person.press(texts.get("button-back-answer"))) == before


async def test_commands_in_a_group(world: World, texts: Texts) -> None:
    person = world.person(texts.language.value, chat=GROUP)
    assert text_of(await person.send(f"/help@{USERNAME}")).startswith(texts.get("help-title"))
    assert await person.send("/help@another_bot") == []
    assert await person.send("/unknown") == []
    assert text_of(await person.send(f"/unknown@{USERNAME}")) == texts.get("fallback-command")


async def test_the_bot_s_own_inline_answers_are_no_questions(
    person: TestUser, world: World, language: Language
) -> None:
    me = User(id=world.bot.id, is_bot=True, first_name="Qazyna")
    assert await person.send(EDUCATION[language], via_bot=me) == []
    other = User(id=5, is_bot=True, first_name="Gif")
    assert text_of(await person.send(EDUCATION[language], via_bot=other)).startswith(EDUCATION[language])


async def test_two_chats_at_once_do_not_mix(world: World) -> None:
    first, second = world.person("kk", id=7), world.person("ru", id=8)
    for _ in range(3):
        await first.send("өзгелер")
        await second.send("Прочие")
        assert "Жол бөлімі" in first.labels[1]
        assert "Отдел дорог" in second.labels[1]
        assert text_of(await first.press("1. ")).startswith("Өзгелер")
        assert text_of(await second.press("2. ")).startswith("Прочие")


@pytest.mark.parametrize("question", ["ең көп ақша неге бөлінді", "на что больше всего тратят"])
async def test_the_largest_lines_are_listed(person: TestUser, texts: Texts, question: str) -> None:
    sent = await person.send(question)
    text = text_of(sent)
    assert text.startswith(texts.get("listing-largest-expenditure"))
    assert "15-3" in text
    assert person.labels[0].startswith(f"1. {EDUCATION[texts.language]}")
    assert isinstance(sent[0], SendMessage)
    assert sent[0].reply_parameters is not None
    opened = text_of(await person.press("1. "))
    assert opened.startswith(EDUCATION[texts.language])
    assert text_of(await person.press(texts.get("button-back-answer"))) == text


async def test_a_long_list_has_pages(person: TestUser, texts: Texts) -> None:
    before = text_of(await person.send("самые дорогие программы"))
    assert person.labels[0] == "1"
    text_of(await person.press(texts.get("button-next")))
    assert person.labels[0].startswith("11. ")
    assert text_of(await person.press(texts.get("button-previous"))) == before


@pytest.mark.parametrize("question", ["не өзгерді?", "что изменилось?"])
async def test_what_changed_is_answered_by_the_newest_decision(
    person: TestUser, texts: Texts, question: str
) -> None:
    text = text_of(await person.send(question))
    assert text.startswith(texts.get("changes-title", number="15-3", date="12.07.2013"))


async def test_two_lines_are_compared(person: TestUser, texts: Texts) -> None:
    text = text_of(await person.send("сравни образование и транспорт"))
    assert texts.get("comparison-title", query="сравни образование и транспорт") in text
    assert len(person.labels) == 3  # each line, and the table
    assert text_of(await person.press("2. ")).startswith(
        {Language.KK: "Көлік", Language.RU: "Транспорт"}[texts.language]
    )


async def test_a_further_page_is_of_the_place_that_answered(five_budgets: Path, tmp_path: Path) -> None:
    """Whatever the chat asked of another place in between."""

    def total(text: str) -> str:
        return str(re.findall(r"\d+–\d+ из (\d+)", text)[0])

    def sources(text: str) -> list[str]:
        return re.findall(r"(?<=: )[^:]+, бюджет \d{4} года", text)

    async with open_world(Path(shutil.copy(five_budgets, tmp_path / "qazyna.db")), limits={}) as world:
        person = world.person("ru")
        first = text_of(await person.send("отдел"))
        offered = person.message
        assert offered is not None
        assert "Семей" in text_of(await person.send("Семей образование"))
        shown: list[str] = []
        while following := [button for button in _buttons(offered) if "▶" in button.text]:
            page = text_of(await person.press_data(following[0].callback_data or "", message=offered))
            shown.append(page)
            offered = world.session.messages[offered.message_id]
        assert shown
        assert {total(page) for page in shown} == {total(first)}
        assert {tuple(sources(page)) for page in shown} == {tuple(sources(first))}
        assert not any("Семей" in source for source in sources(first))


def _buttons(message: Message) -> list[InlineKeyboardButton]:
    markup = message.reply_markup
    return [button for row in markup.inline_keyboard for button in row] if markup else []
