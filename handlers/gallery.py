"""Pictures that Telegram already has, by their content: none is drawn or uploaded twice."""

from __future__ import annotations

import asyncio
import datetime as dt
import hashlib
import logging
from collections.abc import Awaitable, Callable

from aiogram.exceptions import TelegramBadRequest
from aiogram.types import BufferedInputFile, Message
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import async_sessionmaker
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.drawing import Draughtsman
from handlers.views.charts.records import Picture
from storage.sent_pictures import find_file_id, forget_file_id, keep_file_id

_UNKNOWN_FILE = ("wrong file identifier", "wrong remote file", "file reference", "file_id")

Upload = BufferedInputFile | str
"""A file, or the id under which Telegram has it."""

_log = logging.getLogger(__name__)


class Gallery:
    """Hands pictures to Telegram: the file the first time, afterwards its `file_id`, kept in the database."""

    def __init__(self, draughtsman: Draughtsman, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._draughtsman = draughtsman
        self._sessions = sessions
        self._drawn: dict[str, asyncio.Task[bytes]] = {}  # until Telegram has it

    async def hand(
        self,
        picture: Picture,
        bot: int,
        send: Callable[[Upload], Awaitable[object]],
        waiting: Callable[[], Awaitable[None]],
    ) -> None:
        """Send a picture.

        Who asks for one that is being drawn for somebody else waits for that one; nobody waits while somebody
        else's is on its way to Telegram.

        Args:
            picture: the picture.
            bot: the bot's number: a file's id is its own, and no other bot's.
            send: sends it; the message that came of it tells the file's id.
            waiting: tells the person that something is being done; called only where that takes time.

        Raises:
            DrawingError: there is no picture.
            TelegramAPIError: Telegram refuses it.
        """
        key = picture_key(picture, f"{bot} {self._draughtsman.style}")
        if await self._send_again(key, send):
            return
        drawn = self._drawn.get(key)
        if drawn is None:
            drawn = self._drawn[key] = asyncio.ensure_future(self._draughtsman.draw(picture))
        try:
            await waiting()
            # Whoever goes away leaves the picture to those who wait for it.
            file = BufferedInputFile(await asyncio.shield(drawn), f"qazyna-{key[:12]}.png")
            await self._keep(key, await send(file))
        finally:
            if self._drawn.get(key) is drawn:
                del self._drawn[key]

    async def _send_again(self, key: str, send: Callable[[Upload], Awaitable[object]]) -> bool:
        file_id = await find_file_id(self._sessions, key, _today())
        if file_id is None:
            return False
        try:
            await send(file_id)
        except TelegramBadRequest as error:
            if not any(reason in error.message.lower() for reason in _UNKNOWN_FILE):
                raise
            await forget_file_id(self._sessions, key)  # Telegram has let it go
            return False
        return True

    async def _keep(self, key: str, sent: object) -> None:
        file_id = _file_id(sent)
        if file_id is None:
            return
        try:
            await keep_file_id(self._sessions, key, file_id, _today())
        except SQLAlchemyError as error:  # the person has the picture: the next one uploads it again
            _log.warning("a picture's id is not kept: %s", error)


def picture_key(picture: Picture, maker: str) -> str:
    """What a picture is kept by: the same for equal ones that one bot draws alike, whoever asks for them."""
    content = f"{maker} {picture!r}".encode("utf-8", "surrogatepass")
    return hashlib.blake2b(content, digest_size=20).hexdigest()


def _file_id(sent: object) -> str | None:
    if not isinstance(sent, Message):
        return None
    if sent.photo:
        return sent.photo[-1].file_id
    return sent.document.file_id if sent.document else None


def _today() -> dt.date:
    return dt.datetime.now(dt.UTC).date()
