"""What stands in for Telegram in the terminal."""

from __future__ import annotations

import asyncio
import io
from pathlib import Path
from shutil import rmtree

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import GetChat
from aiogram.types import BufferedInputFile, InlineKeyboardMarkup, InputMediaPhoto, Message

from bot.chat.chat import PERSON_ID
from bot.chat.files import file_path
from bot.chat.screen import Terminal
from bot.chat.session import LocalSession


async def test_what_no_handler_asks_for_is_a_mistake() -> None:
    session = LocalSession(Terminal(io.StringIO()), lambda _count, _more: "")
    with pytest.raises(NotImplementedError, match="GetChat"):
        await Bot("1:local", session=session)(GetChat(chat_id=PERSON_ID))
    with pytest.raises(NotImplementedError):
        await anext(session.stream_content("https://example.org"))
    await session.close()


def test_pictures_are_written_to_files_and_their_paths_told() -> None:
    out = io.StringIO()
    bot = Bot("1:local", session=LocalSession(Terminal(out), lambda _count, _more: ""))

    async def story() -> list[str | None]:
        await bot.send_chat_action(PERSON_ID, "upload_photo")
        sent = await bot.send_photo(PERSON_ID, BufferedInputFile(b"light", "light.png"), caption="Білім беру")
        media = InputMediaPhoto(media=BufferedInputFile(b"dark", "../../dark.png"), caption="Қараңғы")
        changed = await bot.edit_message_media(media, chat_id=PERSON_ID, message_id=sent.message_id)
        assert isinstance(changed, Message)
        again = await bot.send_photo(PERSON_ID, file_path(sent) or "")
        page = await bot.send_document(PERSON_ID, BufferedInputFile(b"page", "page.png"))
        return [file_path(message) for message in (sent, changed, again, page)]

    paths = [Path(path or "") for path in asyncio.run(story())]
    assert [path.read_bytes() for path in paths] == [b"light", b"dark", b"light", b"page"]
    assert {path.parent for path in paths} == {paths[0].parent}
    assert all(f"🖼 {path}" in out.getvalue() for path in paths[:3])
    assert f"📎 {paths[3]}" in out.getvalue()
    assert "Қараңғы" in out.getvalue()
    rmtree(paths[0].parent)
    with pytest.raises(TelegramBadRequest, match="wrong file identifier"):  # the gallery draws it anew
        asyncio.run(bot.send_photo(PERSON_ID, str(paths[0])))


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
