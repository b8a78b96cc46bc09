"""A group's own language and place: set by its administrators, forgotten when the bot is sent away."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from aiogram.types import Chat, ChatMemberLeft, ChatMemberMember, ChatMemberUpdated, User

from handlers.views.texts import Texts, load_texts
from parser.records import Language
from storage.people import KnownPerson, find_person
from tests.handlers.test_group_presses import ANONYMOUS, GROUP
from tests.harness.budget import NAMES, opens
from tests.harness.person import TestUser, alert_of, text_of
from tests.harness.session import USERNAME
from tests.harness.world import World

OTHER_GROUP = Chat(id=-100600, type="supergroup", title="Семей")


def other(texts: Texts) -> Texts:
    return load_texts(Language.RU if texts.language is Language.KK else Language.KK)


def administrator(world: World, texts: Texts, **fields: Any) -> TestUser:
    person = world.person(texts.language.value, id=7, chat=GROUP, **fields)
    world.session.administrators[GROUP.id] = [person.user]
    return person


async def kept(world: World, number: int) -> KnownPerson:
    async with world.services.sessions() as session:
        return await find_person(session, number)


async def test_administrators_choose_the_language_of_all(world: World, texts: Texts) -> None:
    chosen = other(texts)
    head, member = administrator(world, texts), world.person(texts.language.value, id=8, chat=GROUP)
    await head.send(f"/language@{USERNAME}")
    said = text_of(await head.press(chosen.get("language-name")))
    assert said == chosen.get("language-saved-group")
    assert (await kept(world, GROUP.id)).language is chosen.language
    assert (await kept(world, head.user.id)).language is None
    again = text_of(await head.send(f"/language@{USERNAME} {texts.language.value}"))
    assert again == texts.get("language-saved-group")
    await head.send(f"/language@{USERNAME} {chosen.language.value}")
    assert (await kept(world, GROUP.id)).language is chosen.language
    assert chosen.get("card-source") in text_of(await member.send(f"/budget@{USERNAME} 464 009"))
    alone = world.person(texts.language.value, id=8)
    assert texts.get("card-source") in text_of(await alone.send("464 009"))


async def test_others_do_not(world: World, texts: Texts) -> None:
    head, member = administrator(world, texts), world.person(texts.language.value, id=8, chat=GROUP)
    for said in ("", f" {other(texts).language.value}"):
        assert text_of(await member.send(f"/language@{USERNAME}{said}")) == texts.get(
            "language-administrators"
        )
    assert member.labels == []
    await head.send(f"/language@{USERNAME}")
    asked = head.button(other(texts).get("language-name"))
    sent = await member.press_data(asked.callback_data or "", message=head.message)
    assert alert_of(sent) == texts.get("language-administrators")
    assert await kept(world, GROUP.id) == KnownPerson()


async def test_who_is_answered_alone_is_answered_in_their_own_language(world: World, texts: Texts) -> None:
    """The group's language is one, the person's another: what nobody else sees is in the person's."""
    chosen = other(texts)
    head = administrator(world, texts)
    await head.send(f"/language@{USERNAME}")
    await head.press(chosen.get("language-name"))
    own = world.person(texts.language.value, id=8)
    await own.send("/language")
    await own.press(texts.get("language-name"))
    await head.send(f"@{USERNAME} 464 009")
    member = world.person(texts.language.value, id=8, chat=GROUP)
    sent = await member.press_data(opens("expenditure/04"), message=head.message)
    assert text_of(sent).startswith(NAMES["expenditure/04"][0 if texts.language is Language.KK else 1])


async def test_who_writes_in_the_name_of_a_group_chooses_for_it_alone(world: World, texts: Texts) -> None:
    """All anonymous administrators share one user: what one group chose must not be another's."""
    head = administrator(world, texts)
    await head.send(f"/home@{USERNAME} Тараз", from_user=ANONYMOUS, sender_chat=GROUP)
    assert (await kept(world, GROUP.id)).home == "Тараз"
    assert await kept(world, ANONYMOUS.id) == KnownPerson()
    await head.send(f"@{USERNAME} 464 009", from_user=ANONYMOUS, sender_chat=GROUP)
    elsewhere = world.person(texts.language.value, id=9, chat=OTHER_GROUP)
    follow_up = {Language.KK: "ал 2014 ше?", Language.RU: "а в 2014?"}[texts.language]
    sent = await elsewhere.send(f"@{USERNAME} {follow_up}", from_user=ANONYMOUS, sender_chat=OTHER_GROUP)
    assert "04 · 464 · 009" not in text_of(sent)


async def test_a_group_that_gets_another_number_keeps_its_language(world: World, texts: Texts) -> None:
    head = administrator(world, texts)
    await head.send(f"/language@{USERNAME}")
    await head.press(other(texts).get("language-name"))
    await head.send(migrate_to_chat_id=OTHER_GROUP.id)
    assert (await kept(world, OTHER_GROUP.id)).language is other(texts).language
    assert await kept(world, GROUP.id) == KnownPerson()


async def test_a_group_that_sends_the_bot_away_is_forgotten(world: World, texts: Texts) -> None:
    head = administrator(world, texts)
    await head.send(f"/language@{USERNAME}")
    await head.press(other(texts).get("language-name"))
    bot = User(id=world.bot.id, is_bot=True, first_name="Қазына")
    left = ChatMemberUpdated(
        chat=GROUP,
        from_user=head.user,
        date=dt.datetime(2013, 4, 8, tzinfo=dt.UTC),
        old_chat_member=ChatMemberMember(user=bot),
        new_chat_member=ChatMemberLeft(user=bot),
    )
    await head.feed(my_chat_member=left)
    assert await kept(world, GROUP.id) == KnownPerson()


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ("казахский", Language.KK),
        ("қазақша", Language.KK),
        ("Қазақ", Language.KK),
        ("орысша", Language.RU),
        ("РУССКИЙ", Language.RU),
        ("рус", Language.RU),
    ],
)
async def test_a_language_is_named_in_either(person: TestUser, said: str, named: Language) -> None:
    assert text_of(await person.send(f"/language {said}")) == load_texts(named).get("language-saved")


async def test_of_a_word_that_names_no_language_it_is_asked(person: TestUser, texts: Texts) -> None:
    assert text_of(await person.send("/language english")) == texts.get("language-choose")
