"""In a group the bot speaks when it is addressed, and to nobody else's words."""

from __future__ import annotations

from typing import Any

import pytest
from aiogram.methods import SendMessage
from aiogram.types import Chat, ForumTopicCreated, MessageEntity, PhotoSize, User

from handlers.views.texts import Texts, load_texts
from parser.records import Language
from storage.missed_questions import list_missed
from tests.harness.budget import NAMES
from tests.harness.person import TestUser, text_of
from tests.harness.session import USERNAME
from tests.harness.world import World

GROUP = Chat(id=-100500, type="supergroup", title="Тараз")
EDUCATION = {Language.KK: "Білім беру", Language.RU: "Образование"}
PHOTO = [PhotoSize(file_id="a", file_unique_id="b", width=1, height=1)]
CHANNEL = Chat(id=-100700, type="channel", title="Канал")
ANONYMOUS = User(id=1087968824, is_bot=True, first_name="Group", username="GroupAnonymousBot")
OTHER_BOT = User(id=55, is_bot=True, first_name="Bot", username="another_bot")


@pytest.fixture
def member(world: World, language: Language) -> TestUser:
    """Somebody in a group."""
    return world.person(language.value, chat=GROUP)


def quotes(sent: list[Any]) -> int | None:
    """The message that the answer quotes."""
    [answer] = sent
    assert isinstance(answer, SendMessage)
    assert answer.reply_parameters is not None
    return answer.reply_parameters.message_id


async def test_a_group_is_left_in_peace(member: TestUser, language: Language) -> None:
    assert await member.send(EDUCATION[language]) == []
    assert await member.send(f"@{USERNAME}_other {EDUCATION[language]}") == []
    assert await member.send(photo=PHOTO, caption=EDUCATION[language]) == []
    assert not member.handled


async def test_it_is_asked_by_its_name(member: TestUser, language: Language) -> None:
    for question in (f"@{USERNAME} {EDUCATION[language]}", f"{EDUCATION[language]} @{USERNAME.upper()}"):
        sent = await member.send(question)
        assert text_of(sent).startswith(EDUCATION[language])
        assert quotes(sent) == member.sent_last.message_id


async def test_under_a_picture_and_by_a_mention_without_a_name(
    member: TestUser, world: World, language: Language
) -> None:
    sent = await member.send(photo=PHOTO, caption=f"@{USERNAME} {EDUCATION[language]}")
    assert text_of(sent).startswith(EDUCATION[language])
    me = User(id=world.bot.id, is_bot=True, first_name="Qazyna")
    mention = MessageEntity(type="text_mention", offset=0, length=3, user=me)
    assert text_of(await member.send(f"бот {EDUCATION[language]}", entities=[mention]))


async def test_a_caption_in_the_private_chat_is_a_question(person: TestUser, language: Language) -> None:
    assert text_of(await person.send(photo=PHOTO, caption=EDUCATION[language])).startswith(
        EDUCATION[language]
    )


async def test_in_a_topic_the_answer_stands_in_the_topic(member: TestUser, language: Language) -> None:
    began = member.make_message(forum_topic_created=ForumTopicCreated(name="a", icon_color=1))
    in_topic: dict[str, Any] = {
        "message_thread_id": 5,
        "is_topic_message": True,
        "reply_to_message": began,
    }
    for words in (f"@{USERNAME} {EDUCATION[language]}", f"@{USERNAME}"):
        [answer] = await member.send(words, **in_topic)
        assert isinstance(answer, SendMessage)
        assert answer.message_thread_id == 5
    assert await member.send(EDUCATION[language], **in_topic) == []


ASKED = {
    Language.KK: [
        "Білім беру",
        "ал көлік?",
        "көлікке қанша бөлінді",
        "нан пісіруге қанша бөлінді?",
        "ал кімге?",
    ],
    Language.RU: [
        "Образование",
        "а транспорт?",
        "сколько на транспорт",
        "сколько дали на выпечку хлеба?",
        "а кому?",
    ],
}
CHATTER = {
    Language.KK: ["рақмет", "рақмет, түсіндім", "мәссаған, керемет екен", "шын ба?", "сәлем", "👍"],
    Language.RU: ["спасибо", "ого, ничего себе", "это всё враньё", "правда?", "да ладно", "привет", "👍"],
}


@pytest.mark.parametrize("number", range(5))
async def test_a_reply_that_asks_is_answered(member: TestUser, language: Language, number: int) -> None:
    await member.send(f"@{USERNAME} {EDUCATION[language]}")
    assert text_of(await member.send(ASKED[language][number], reply_to_message=member.message))


LIGHTING = {Language.KK: "Көшелерді жарықтандыру", Language.RU: "Освещение улиц"}
IN_2014 = {Language.KK: "ал 2014-те?", Language.RU: "а в 2014?"}


async def test_a_reply_to_a_card_is_about_its_line_whoever_replies(
    world: World, member: TestUser, language: Language
) -> None:
    other = world.person(language.value, id=11, chat=GROUP)
    await other.send(f"@{USERNAME} {LIGHTING[language]}")
    card = other.message
    await member.send(f"@{USERNAME} {EDUCATION[language]}")
    own = member.message
    for replying in (member, other):
        text = text_of(await replying.send(IN_2014[language], reply_to_message=card))
        assert LIGHTING[language] in text
        assert "2014" in text
    text = text_of(await other.send(f"@{USERNAME} {IN_2014[language]}", reply_to_message=own))
    assert LIGHTING[language] not in text
    await other.send("/forget")
    text = text_of(await member.send(IN_2014[language], reply_to_message=card))
    assert LIGHTING[language] in text  # which the member was answered last


async def test_a_card_shows_what_its_owner_opened_there(
    world: World, member: TestUser, language: Language
) -> None:
    await member.send(f"@{USERNAME} {EDUCATION[language]}")
    card = member.message
    opened = member.labels[0].rpartition(" · ")[2].rstrip("…")
    await member.press(member.labels[0])
    other = world.person(language.value, id=11, chat=GROUP)
    await other.send(f"@{USERNAME} {LIGHTING[language]}")
    text = text_of(await other.send(IN_2014[language], reply_to_message=card))
    assert text.startswith(opened)


async def test_a_reply_that_asks_nothing_is_left_alone(
    member: TestUser, world: World, language: Language
) -> None:
    await member.send(f"@{USERNAME} {EDUCATION[language]}")
    answer = member.message
    for words in CHATTER[language]:
        assert await member.send(words, reply_to_message=answer) == [], words
    async with world.services.sessions() as session:
        assert await list_missed(session) == []


async def test_a_reply_to_others_is_none_to_the_bot(
    member: TestUser, world: World, language: Language
) -> None:
    others = member.make_message("Сәлем", from_user=User(id=8, is_bot=False, first_name="Ерлан"))
    assert await member.send(EDUCATION[language], reply_to_message=others) == []
    me = User(id=world.bot.id, is_bot=True, first_name="Qazyna", username=USERNAME)
    shared = others.model_copy(update={"via_bot": me})
    assert await member.send(EDUCATION[language], reply_to_message=shared) == []


async def test_its_name_alone_explains_it(member: TestUser, texts: Texts) -> None:
    for words in (f"@{USERNAME}", f" @{USERNAME} "):
        text = text_of(await member.send(words))
        assert texts.get("group-taken", username=USERNAME) in text
        assert texts.get("group-buttons") in text
    own = await member.send(f"@{USERNAME}", reply_to_message=member.message)
    assert text_of(own) == text


async def test_its_name_alone_takes_the_question_replied_to(member: TestUser) -> None:
    others = User(id=8, is_bot=False, first_name="Ерлан")
    for said in (
        {"text": NAMES["expenditure/12"][0]},
        {"photo": PHOTO, "caption": NAMES["expenditure/12"][0]},
    ):
        question = member.make_message(**said, from_user=others)
        sent = await member.send(f"@{USERNAME}", reply_to_message=question)
        assert NAMES["expenditure/12"][0] in text_of(sent)
        assert quotes(sent) == question.message_id
    wordless = member.make_message(photo=PHOTO, from_user=others)
    sent = await member.send(f"@{USERNAME}", reply_to_message=wordless)
    # What has no words goes on in the language of the answer before it.
    assert load_texts(Language.KK).get("group-ask") in text_of(sent)


async def test_its_own_question_comes_before_the_one_replied_to(member: TestUser, language: Language) -> None:
    question = member.make_message("жол", from_user=User(id=8, is_bot=False, first_name="Ерлан"))
    sent = await member.send(f"@{USERNAME} {EDUCATION[language]}", reply_to_message=question)
    assert text_of(sent).startswith(EDUCATION[language])


@pytest.mark.parametrize("words", [f"@{USERNAME} білім беру", "/help", "/budget білім беру"])
async def test_other_bots_and_what_a_channel_posts_are_not_answered(
    member: TestUser, person: TestUser, words: str
) -> None:
    assert await member.send(words, from_user=OTHER_BOT) == []
    assert await person.send(words, from_user=OTHER_BOT) == []
    posted: dict[str, Any] = {
        "from_user": User(id=777000, is_bot=False, first_name="Telegram"),
        "sender_chat": CHANNEL,
        "is_automatic_forward": True,
    }
    assert await member.send(words, **posted) == []


async def test_anonymous_administrators_and_channels_are_people(member: TestUser, language: Language) -> None:
    writers: tuple[dict[str, Any], ...] = (
        {"from_user": ANONYMOUS, "sender_chat": GROUP},
        {"from_user": User(id=136817688, is_bot=True, first_name="Channel"), "sender_chat": CHANNEL},
    )
    for writer in writers:
        sent = await member.send(f"@{USERNAME} {EDUCATION[language]}", **writer)
        assert text_of(sent).startswith(EDUCATION[language])
