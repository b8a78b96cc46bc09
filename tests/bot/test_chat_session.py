"""What stands in for Telegram in the terminal."""

from __future__ import annotations

import asyncio
import io

import pytest
from aiogram import Bot
from aiogram.methods import GetChat
from aiogram.types import InlineKeyboardMarkup

from bot.chat.chat import PERSON_ID
from bot.chat.screen import Terminal
from bot.chat.session import LocalSession


async def test_what_no_handler_asks_for_is_a_mistake() -> None:
    session = LocalSession(Terminal(io.StringIO()), lambda _count, _more: "")
    with pytest.raises(NotImplementedError, match="GetChat"):
        await Bot("1:local", session=session)(GetChat(chat_id=PERSON_ID))
    with pytest.raises(NotImplementedError):
        await anext(session.stream_content("https://example.org"))
    await session.close()


def test_old_messages_are_forgotten() -> None:
    session = LocalSession(Terminal(io.StringIO()), lambda _count, _more: "")
    bot = Bot("1:local", session=session)

    async def story() -> None:
        for number in range(250):
            await bot.send_message(
                PERSON_ID, str(number), reply_markup=InlineKeyboardMarkup(inline_keyboard=[])
            )

    asyncio.run(story())
    assert len(session.messages) == 200
