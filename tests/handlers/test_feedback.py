"""«Не то / непонятно?»: nothing is sent without consent, nobody is named, and it is said whether it arrived."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiogram.exceptions import TelegramForbiddenError
from aiogram.methods import SendMessage

from handlers.packing import pack
from handlers.views.actions import FeedbackStep, GiveFeedback
from handlers.views.links import question_payload
from handlers.views.texts import Texts
from parser.records import Language
from storage.people import save_language
from tests.harness.person import Sent, TestUser, alert_of, text_of
from tests.harness.world import World, open_world

OTHERS = {Language.KK: "өзгелер", Language.RU: "прочие"}
OPERATORS = (900, 901)


@pytest.fixture
async def staffed(database: Path) -> AsyncIterator[World]:
    """A bot that has two operators."""
    async with open_world(database, admin_ids=OPERATORS) as world:
        yield world


def to_operators(sent: Sent) -> list[SendMessage]:
    return [each for each in sent if isinstance(each, SendMessage) and each.chat_id in OPERATORS]


async def ask_consent(person: TestUser, texts: Texts) -> str:
    await person.send(OTHERS[texts.language])
    return text_of(await person.press(texts.get("button-feedback")))


async def test_what_is_shown_is_sent_after_consent(staffed: World, texts: Texts) -> None:
    person = staffed.person(texts.language.value)
    answer = text_of(await person.send(OTHERS[texts.language]))
    asked = await person.press(texts.get("button-feedback"))
    assert to_operators(asked) == []
    assert texts.get("feedback-consent") in text_of(asked)
    sent = await person.press(texts.get("button-feedback-send"))
    told = to_operators(sent)
    assert [each.chat_id for each in told] == list(OPERATORS)
    question = f"{texts.get('feedback-question')} {OTHERS[texts.language]}"
    assert told[0].text.startswith(f"{texts.get('feedback-title')}\n\n{question}")
    assert answer[:60] in told[0].text
    assert str(person.user.id) not in told[0].text.splitlines()[0]
    assert person.user.first_name not in told[0].text
    assert person.message is not None
    assert person.message.text == texts.get("feedback-sent")


async def test_an_operator_teaches_the_words_that_were_reported(staffed: World, texts: Texts) -> None:
    words, right = {
        Language.KK: ("түнжарық", "көшелерді жарықтандыру"),
        Language.RU: ("фонарики", "освещение улиц"),
    }[texts.language]
    person = staffed.person(texts.language.value)
    await person.send(words)
    await person.press(texts.get("button-feedback"))
    await person.press(texts.get("button-feedback-send"))
    operator = staffed.person(texts.language.value, id=OPERATORS[0])
    async with staffed.services.sessions() as session:
        await save_language(session, operator.user.id, texts.language)
    [report] = [each for each in staffed.session.messages.values() if each.chat.id == operator.user.id]
    assert (report.text or "").startswith(texts.get("feedback-title"))
    assert texts.get("feedback-teach-how") in (report.text or "")
    assert report.reply_markup is not None
    [[teach]] = report.reply_markup.inline_keyboard
    assert teach.text == texts.get("button-teach", words=words)
    # Pressed, it asks which line is meant, beside the report, which stays; a reply with the right question offers lines.
    asked = await operator.press_data(teach.callback_data or "", message=report)
    assert text_of(asked).startswith(texts.get("teach-ask"))
    assert words in text_of(asked)
    offered = await operator.send(right, reply_to_message=report)
    assert texts.get("teach-choose") in text_of(offered)
    taught = text_of(await operator.press(operator.labels[0]))
    assert taught.startswith(texts.get("teach-done"))
    found = {Language.KK: "Көшелерді жарықтандыру", Language.RU: "Освещение улиц"}[texts.language]
    assert text_of(await person.send(words)).startswith(found)


async def test_others_cannot_teach_by_a_report(staffed: World, texts: Texts) -> None:
    person = staffed.person(texts.language.value)
    await ask_consent(person, texts)
    await person.press(texts.get("button-feedback-send"))
    report = next(each for each in staffed.session.messages.values() if each.chat.id == OPERATORS[0])
    assert report.reply_markup is not None
    [[teach]] = report.reply_markup.inline_keyboard
    assert alert_of(await person.press_data(teach.callback_data or "", message=report)) == texts.get(
        "fallback-button"
    )


async def test_what_was_asked_is_told_apart_from_the_answer_whatever_both_say(
    staffed: World, texts: Texts
) -> None:
    person = staffed.person(texts.language.value)
    label = texts.get("feedback-answer", answer="").strip()
    words = {Language.KK: "түнжарық", Language.RU: "фонарики"}[texts.language]
    asked = f"{words}\n{label}"
    answer = text_of(await person.send(asked))
    await person.press(texts.get("button-feedback"))
    told = to_operators(await person.press(texts.get("button-feedback-send")))[0]
    marked = {entity.type: entity.extract_from(told.text) for entity in told.entities or []}
    assert marked["code"] == asked
    assert marked["expandable_blockquote"].startswith(f"{label} {answer[:60]}")


async def test_a_report_is_known_by_its_buttons_whatever_its_words(staffed: World, texts: Texts) -> None:
    person = staffed.person(texts.language.value)
    await ask_consent(person, texts)
    await person.press(texts.get("button-feedback-send"))
    operator = staffed.person(texts.language.value, id=OPERATORS[0])
    report = next(each for each in staffed.session.messages.values() if each.chat.id == OPERATORS[0])
    title = texts.get("feedback-title")
    reworded = (report.text or "").replace(title, "·" * len(title))
    offered = await operator.send(
        OTHERS[texts.language], reply_to_message=report.model_copy(update={"text": reworded})
    )
    assert OTHERS[texts.language] in text_of(offered)
    assert operator.message is not None
    assert operator.message.reply_markup is not None
    back = operator.message.reply_markup.inline_keyboard[-1][0]
    left = text_of(await operator.press_data(back.callback_data or "", message=operator.message))
    assert texts.get("admin-none") in left
    bare = report.model_copy(update={"reply_markup": None})
    answered = text_of(await operator.send(OTHERS[texts.language], reply_to_message=bare))
    assert not answered.startswith(texts.get("teach-ask"))


async def test_without_consent_nothing_is_sent(staffed: World, texts: Texts) -> None:
    person = staffed.person(texts.language.value)
    await ask_consent(person, texts)
    sent = await person.press(texts.get("button-feedback-drop"))
    assert to_operators(sent) == []
    assert text_of(sent) == texts.get("feedback-dropped")


async def test_nobody_can_be_told(person: TestUser, texts: Texts) -> None:
    await person.send(OTHERS[texts.language])
    assert alert_of(await person.press(texts.get("button-feedback"))) == texts.get("feedback-nobody")


async def test_no_operator_is_reached(staffed: World, texts: Texts) -> None:
    person = staffed.person(texts.language.value)
    await ask_consent(person, texts)
    failure = lambda method: TelegramForbiddenError(method, "Forbidden: bot was blocked by the user")  # noqa: E731
    staffed.session.fail(SendMessage, failure, times=2)
    await person.press(texts.get("button-feedback-send"))
    assert person.message is not None
    assert person.message.text == texts.get("feedback-failed")


async def test_three_an_hour(staffed: World, texts: Texts) -> None:
    person = staffed.person(texts.language.value)
    for _ in range(3):
        await ask_consent(person, texts)
        assert to_operators(await person.press(texts.get("button-feedback-send")))
    await ask_consent(person, texts)
    sent = await person.press(texts.get("button-feedback-send"))
    assert to_operators(sent) == []
    assert alert_of(sent) == texts.get("throttle-feedback", minutes=20)


async def test_a_card_leads_to_it_by_its_printed_row(staffed: World, texts: Texts) -> None:
    person = staffed.person(texts.language.value)
    name = {Language.KK: "білім", Language.RU: "образование"}[texts.language]
    await person.open_link(question_payload(name) or "")
    await person.press(texts.get("button-printed"))
    asked = text_of(await person.press(texts.get("button-feedback")))
    assert f"{texts.get('feedback-question')} {name}" in asked


async def test_a_forged_press_sends_nothing(staffed: World, texts: Texts) -> None:
    person = staffed.person(texts.language.value)
    await person.send(OTHERS[texts.language])
    sent = await person.press_data(pack(GiveFeedback(FeedbackStep.SEND)) or "", message=person.message)
    assert to_operators(sent) == []
    assert alert_of(sent) == texts.get("fallback-button")
