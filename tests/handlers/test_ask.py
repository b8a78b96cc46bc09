"""/ask: the question behind it, and how to use it."""

from __future__ import annotations

from aiogram.methods import SendMessage
from aiogram.types import Chat, User

from handlers.views.texts import Texts
from parser.records import Language
from tests.harness.person import TestUser, text_of
from tests.harness.session import USERNAME
from tests.harness.world import World

GROUP = Chat(id=-100500, type="supergroup", title="Тараз")
EDUCATION = {Language.KK: "Білім беру", Language.RU: "Образование"}
OTHERS = {Language.KK: "өзгелер", Language.RU: "прочие"}


async def test_it_asks(person: TestUser, language: Language) -> None:
    assert text_of(await person.send(f"/ask {EDUCATION[language]}")).startswith(EDUCATION[language])


async def test_it_asks_in_a_group(world: World, language: Language) -> None:
    person = world.person(language.value, chat=GROUP)
    assert text_of(await person.send(f"/ask@{USERNAME} {EDUCATION[language]}")).startswith(
        EDUCATION[language]
    )


async def test_candidates_lead_back(person: TestUser, texts: Texts) -> None:
    before = text_of(await person.send(f"/ask {OTHERS[texts.language]}"))
    await person.press("1.")
    assert text_of(await person.press(texts.get("button-back-answer"))) == before


async def test_alone_it_says_how(person: TestUser, texts: Texts) -> None:
    text = text_of(await person.send("/ask"))
    assert text.startswith(texts.get("ask-how"))
    assert f"/ask {texts.get('check-question', claim='').strip()}" in text
    assert text_of(await person.open_link("ask")) == text


async def test_in_reply_to_a_question_it_asks_that(world: World, texts: Texts) -> None:
    person = world.person(texts.language.value, chat=GROUP)
    other = User(id=8, is_bot=False, first_name="Ерлан")
    question = person.make_message(EDUCATION[texts.language], from_user=other)
    [answer] = await person.send("/ask", reply_to_message=question)
    assert text_of([answer]).startswith(EDUCATION[texts.language])
    assert isinstance(answer, SendMessage)
    assert answer.reply_parameters is not None
    assert answer.reply_parameters.message_id == question.message_id
    own = await person.send("/ask", reply_to_message=person.message)
    assert text_of(own).startswith(texts.get("ask-how"))
