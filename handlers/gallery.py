"""Pictures that Telegram already has, by their content: none is drawn or uploaded twice."""

from __future__ import annotations

import asyncio
import datetime as dt
import hashlib
import logging
from collections.abc import Awaitable, Callable
from dataclasses import field

from aiogram.exceptions import TelegramBadRequest
from aiogram.types import BufferedInputFile, Message
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import async_sessionmaker
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.drawing import Draughtsman
from handlers.views.charts.records import Picture
from parser.dataclass import dataclass
from storage.sent_pictures import find_file_id, forget_file_id, keep_file_id

_UNKNOWN_FILE = ("wrong file identifier", "wrong remote file", "file reference", "file_id")

Upload = BufferedInputFile | str
"""A file, or the id under which Telegram has it."""

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Handed:
    """A picture that people wait for: it is uploaded for one of them, and sent to the others by its id."""

    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    drawn: asyncio.Task[bytes] | None = None
    file_id: str | None = None
    waiting: int = 0


class Gallery:
    """Hands pictures to Telegram: the file the first time, afterwards its `file_id`, kept in the database."""

    def __init__(self, draughtsman: Draughtsman, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._draughtsman = draughtsman
        self._sessions = sessions
        self._handed: dict[str, _Handed] = {}  # while somebody waits for them

    async def hand(
        self,
        picture: Picture,
        bot: int,
        send: Callable[[Upload], Awaitable[object]],
        waiting: Callable[[], Awaitable[None]],
    ) -> None:
        """Send a picture.

        Who asks for one that is being drawn or sent for somebody else waits until Telegram has it. Where it
        cannot be sent to the first, the next one's is the one that is uploaded.

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
        handed = self._handed.setdefault(key, _Handed())
        handed.waiting += 1
        try:
            await waiting()
            async with handed.turn:
                if handed.file_id is None:
                    await self._upload(key, handed, picture, send)
                    return
            await send(handed.file_id)
        finally:
            handed.waiting -= 1
            if not handed.waiting:
                self._handed.pop(key, None)

    async def _upload(
        self, key: str, handed: _Handed, picture: Picture, send: Callable[[Upload], Awaitable[object]]
    ) -> None:
        drawn = handed.drawn
        if drawn is None or (drawn.done() and (drawn.cancelled() or drawn.exception())):
            drawn = handed.drawn = asyncio.ensure_future(self._draughtsman.draw(picture))
        # Whoever goes away leaves the picture to those who wait for it.
        file = BufferedInputFile(await asyncio.shield(drawn), f"qazyna-{key[:12]}.png")
        handed.file_id = _file_id(await send(file))
        await self._keep(key, handed.file_id)

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

    async def _keep(self, key: str, file_id: str | None) -> None:
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
