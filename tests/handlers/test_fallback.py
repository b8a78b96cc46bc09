"""What nobody else took is answered, or rightly left alone."""

from __future__ import annotations

from typing import Any

import pytest
from aiogram.types import Chat, Dice, Location, PhotoSize, Sticker, User

from handlers.views.texts import Texts
from tests.harness.person import TestUser, alert_of, text_of
from tests.harness.world import World

STICKER = Sticker(
    file_id="a", file_unique_id="b", type="regular", width=1, height=1, is_animated=False, is_video=False
)
PHOTO = [PhotoSize(file_id="a", file_unique_id="b", width=1, height=1)]
CONTENT: list[dict[str, Any]] = [
    {"sticker": STICKER},
    {"photo": PHOTO},
    {"location": Location(latitude=42.9, longitude=71.4)},
    {"dice": Dice(emoji="🎲", value=6)},
]


@pytest.mark.parametrize("data", ["l0:1:2", "", "zz", "l2:1:2013:0:x:0:0", f"l2:{'a' * 12}:2013:a:e:0:0"])
async def test_old_and_forged_buttons(person: TestUser, texts: Texts, data: str) -> None:
    assert alert_of(await person.press_data(data)) == texts.get("fallback-button")


async def test_an_unknown_command(person: TestUser, texts: Texts) -> None:
    for text in ("/nosuch", "/", "/464 009"):
        assert text_of(await person.send(text)) == texts.get("fallback-command")


@pytest.mark.parametrize("content", CONTENT, ids=lambda content: next(iter(content)))
async def test_content_without_text(person: TestUser, texts: Texts, content: dict[str, Any]) -> None:
    assert text_of(await person.send(**content)) == texts.get("fallback-content")


async def test_service_messages_get_no_answer(person: TestUser, world: World) -> None:
    assert await person.send(new_chat_title="Жаңа") == []
    me = User(id=world.bot.id, is_bot=True, first_name="Qazyna")
    assert await person.send(sticker=STICKER, via_bot=me) == []


async def test_a_group_s_stickers_get_no_answer(world: World) -> None:
    person = world.person("kk", chat=Chat(id=-5, type="group", title="Тараз"))
    assert await person.send(sticker=STICKER) == []


async def test_only_used_updates_are_asked_for(world: World) -> None:
    assert sorted(world.dispatcher.resolve_used_update_types()) == [
        "callback_query",
        "edited_message",
        "guest_message",
        "inline_query",
        "message",
        "my_chat_member",
    ]
