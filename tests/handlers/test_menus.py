"""Each command that a menu offers is answered where that menu is shown, in both languages."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiogram.methods import SendMessage
from aiogram.types import BotCommand, Chat

from bot.serving.introducer import Introducer
from handlers.views.texts import Texts, load_texts
from parser.records import Language
from storage.people import save_language
from tests.harness.person import Sent, TestUser
from tests.harness.session import USERNAME
from tests.harness.world import World, open_world

ADMIN, MEMBER, CITIZEN = 7, 8, 9
GROUP = Chat(id=-100_500, type="supergroup", title="Тараз")
# Who sees the menu of a scope, and where: its name, the person, whether in a group.
SCOPES = {
    "all_private_chats": (CITIZEN, False),
    "default": (CITIZEN, False),
    f"chat {ADMIN}": (ADMIN, False),
    "all_group_chats": (MEMBER, True),
    "all_chat_administrators": (ADMIN, True),
}


@pytest.fixture
async def introduced(database: Path) -> AsyncIterator[World]:
    """A bot that has set its menus, and one administrator of a group who is its operator, too."""
    async with open_world(database, admin_ids=(ADMIN,), limits={}) as world:
        await Introducer([ADMIN]).introduce(world.bot)
        yield world


async def someone(world: World, scope: str, texts: Texts) -> TestUser:
    number, in_group = SCOPES[scope]
    async with world.services.sessions() as session:
        await save_language(session, number, texts.language)
        await save_language(session, GROUP.id, texts.language)
    person = world.person(texts.language.value, id=number, chat=GROUP if in_group else None)
    world.session.administrators[GROUP.id] = [world.person(id=ADMIN).user]
    return person


def said(sent: Sent) -> str:
    return "\n".join(each.text for each in sent if isinstance(each, SendMessage))


def menu(world: World, scope: str, language: Language) -> list[BotCommand]:
    listed: list[BotCommand] = world.session.profile["menu", scope, language.value]
    return listed


@pytest.mark.parametrize("scope", SCOPES)
async def test_every_command_of_a_menu_is_answered_there(introduced: World, texts: Texts, scope: str) -> None:
    person = await someone(introduced, scope, texts)
    listed = menu(introduced, scope, texts.language)
    unlike = {texts.get("private-only"), texts.get("fallback-command"), texts.get("admin-refused")}
    assert len(listed) >= 6
    answers = {}
    for each in listed:
        called = f"/{each.command}@{USERNAME}" if person.chat is GROUP else f"/{each.command}"
        answer = said(await person.send(called))
        assert person.handled, each.command
        assert answer, each.command
        assert answer not in unlike, each.command
        answers[each.command] = answer
        assert each.description.strip()
    assert len(set(answers.values())) >= len(answers) - 1  # /help and /ask may say the same


@pytest.mark.parametrize("scope", SCOPES)
async def test_a_menu_is_in_its_language(introduced: World, texts: Texts, scope: str) -> None:
    own = [each.description for each in menu(introduced, scope, texts.language)]
    other = Language.RU if texts.language is Language.KK else Language.KK
    others = [each.description for each in menu(introduced, scope, other)]
    assert len(own) == len(others)
    assert not set(own) & set(others)
    names = {each.command for each in menu(introduced, scope, texts.language)}
    known = {texts.get(f"command-{name}") for name in names if name not in {"language", "home"}}
    assert known <= {*own}
    assert load_texts(other).get("command-help") not in own


async def test_what_only_a_private_chat_has_is_said_to_be_so_in_a_group(
    introduced: World, texts: Texts
) -> None:
    member = await someone(introduced, "all_group_chats", texts)
    offered = {each.command for each in menu(introduced, "all_group_chats", texts.language)}
    private = {each.command for each in menu(introduced, "all_private_chats", texts.language)}
    for name in ("follow", "privacy"):
        assert name in private - offered
        assert said(await member.send(f"/{name}@{USERNAME}")) == texts.get("private-only")
    assert said(await member.send(f"/admin@{USERNAME}")) == texts.get("private-only")


async def test_what_administrators_choose_others_do_not(introduced: World, texts: Texts) -> None:
    administrator = await someone(introduced, "all_chat_administrators", texts)
    member = introduced.person(texts.language.value, id=MEMBER, chat=GROUP)
    chosen = said(await administrator.send(f"/language@{USERNAME}"))
    refused = said(await member.send(f"/language@{USERNAME}"))
    assert chosen
    assert refused
    assert chosen != refused
