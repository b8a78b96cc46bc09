"""Guest mode: the bot is named where it is no member, and answers once, as inline, in the question's language."""

from __future__ import annotations

import pytest
from aiogram.methods import AnswerGuestQuery
from aiogram.types import Chat, InlineQueryResultArticle, InputTextMessageContent, User

from handlers.views.texts import Texts, load_texts
from parser.records import Language
from storage.people import save_language
from tests.harness.person import text_of
from tests.harness.session import USERNAME
from tests.harness.world import World, open_world

ELSEWHERE = Chat(id=-100900, type="supergroup", title="Көрші")
OTHER = User(id=8, is_bot=False, first_name="Ерлан")
LIGHTING = {Language.KK: "көшелерді жарықтандыру", Language.RU: "освещение улиц"}
CLAIMS = {
    Language.KK: ("тексер", "көшелерді жарықтандыруға 700 млн бөлінді"),
    Language.RU: ("проверь", "на освещение улиц дали 700 млн"),
}


def result_of(answered: AnswerGuestQuery) -> InlineQueryResultArticle:
    assert isinstance(answered.result, InlineQueryResultArticle)
    return answered.result


def text_of_guest(answered: AnswerGuestQuery) -> str:
    content = result_of(answered).input_message_content
    assert isinstance(content, InputTextMessageContent)
    return content.message_text.replace("\u00a0", " ")


def urls(answered: AnswerGuestQuery) -> list[str]:
    markup = result_of(answered).reply_markup
    rows = markup.inline_keyboard if markup else []
    return [button.url for row in rows for button in row if button.url]


async def test_a_card_leads_into_the_private_chat(world: World, language: Language) -> None:
    person = world.person(language.value, chat=ELSEWHERE)
    answered = await person.ask_as_guest(f"@{USERNAME} {LIGHTING[language]}")
    assert text_of_guest(answered).casefold().startswith(LIGHTING[language])
    assert "700 000" in text_of_guest(answered)
    (url,) = urls(answered)
    assert url.startswith(f"https://t.me/{USERNAME}?start={language}-l2_")


async def test_it_speaks_the_question_s_language(world: World, language: Language) -> None:
    other = next(each for each in Language if each is not language)
    person = world.person(other.value, chat=ELSEWHERE)
    async with world.services.sessions() as session:
        await save_language(session, person.user.id, other)
    answered = await person.ask_as_guest(f"@{USERNAME} {LIGHTING[language]}")
    assert text_of_guest(answered).casefold().startswith(LIGHTING[language])


async def test_a_list_opens_in_the_bot_with_its_question(world: World, texts: Texts) -> None:
    asked = {Language.KK: "ең ірі шығыстар", Language.RU: "самые большие расходы"}[texts.language]
    answered = await world.person(texts.language.value, chat=ELSEWHERE).ask_as_guest(f"@{USERNAME} {asked}")
    (url,) = urls(answered)
    opened = await world.person(texts.language.value).open_link(url.partition("?start=")[2])
    assert len(opened) == 1
    assert "1." in text_of_guest(answered)


async def test_a_claim_that_is_replied_to(world: World, language: Language) -> None:
    check, said = CLAIMS[language]
    person = world.person(language.value, chat=ELSEWHERE)
    replied = person.make_message(said, from_user=OTHER)
    answered = await person.ask_as_guest(f"@{USERNAME} {check}", reply_to_message=replied)
    assert "700 000 (=)" in text_of_guest(answered)


async def test_the_name_alone_takes_the_question_or_explains_itself(world: World, texts: Texts) -> None:
    person = world.person(texts.language.value, chat=ELSEWHERE)
    replied = person.make_message(LIGHTING[texts.language], from_user=OTHER)
    answered = await person.ask_as_guest(f"@{USERNAME}", reply_to_message=replied)
    assert text_of_guest(answered).casefold().startswith(LIGHTING[texts.language])
    assert texts.get("guest-ask") in text_of_guest(await person.ask_as_guest(f"@{USERNAME}"))


async def test_what_may_be_asked_is_told_there_by_the_examples_of_the_private_chat(
    world: World, language: Language
) -> None:
    asked = {Language.KK: "не істей аласың", Language.RU: "что ты умеешь"}[language]
    person = world.person(language.value, chat=ELSEWHERE)
    answered = await person.ask_as_guest(f"@{USERNAME} {asked}")
    sent = await world.person(language.value).send(asked)
    assert text_of_guest(answered).strip() == text_of(sent).replace("\u00a0", " ").strip()


async def test_nothing_goes_on_from_it(world: World, language: Language) -> None:
    person = world.person(language.value, chat=ELSEWHERE)
    _ = await person.ask_as_guest(f"@{USERNAME} {LIGHTING[language]}")
    asked = {Language.KK: "ал 2014-те?", Language.RU: "а в 2014?"}[language]
    answered = await person.ask_as_guest(f"@{USERNAME} {asked}")
    assert load_texts(language).get("missing-context") in text_of_guest(answered)


async def test_guest_messages_are_asked_for(world: World) -> None:
    assert "guest_message" in world.dispatcher.resolve_used_update_types()


@pytest.mark.parametrize("language", [Language.RU])
async def test_an_error_is_told_there(
    database: object, language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*_: object) -> None:
        raise RuntimeError

    async with open_world(database) as world:  # type: ignore[arg-type]
        monkeypatch.setattr("handlers.guest.find_answer", fail)
        answered = await world.person(language.value, chat=ELSEWHERE).ask_as_guest(f"@{USERNAME} школы")
        assert text_of_guest(answered) == load_texts(language).get("error-general")
