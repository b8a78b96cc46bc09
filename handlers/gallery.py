"""Pictures that Telegram already has, by their content: none is drawn or uploaded twice."""

from __future__ import annotations

import asyncio
import hashlib
from collections import OrderedDict
from collections.abc import Awaitable, Callable

from aiogram.exceptions import TelegramBadRequest
from aiogram.types import BufferedInputFile, Message

from handlers.drawing import Draughtsman
from handlers.views.charts.records import Picture

FILES_KEPT = 2000
_UNKNOWN_FILE = ("wrong file identifier", "wrong remote file", "file reference", "file_id")

Upload = BufferedInputFile | str
"""A file, or the id under which Telegram has it."""


class Gallery:
    """Hands pictures to Telegram: the file the first time, afterwards its `file_id`."""

    def __init__(self, draughtsman: Draughtsman, kept: int = FILES_KEPT) -> None:
        self._draughtsman = draughtsman
        self._kept = kept
        self._ids: OrderedDict[str, str] = OrderedDict()
        self._turns: dict[str, asyncio.Lock] = {}

    async def hand(
        self,
        picture: Picture,
        send: Callable[[Upload], Awaitable[object]],
        waiting: Callable[[], Awaitable[None]],
    ) -> None:
        """Send a picture.

        Who asks for one that is being drawn for somebody else waits for that one.

        Args:
            picture: the picture.
            send: sends it; the message that came of it tells the file's id.
            waiting: tells the person that something is being done; called only where that takes time.

        Raises:
            DrawingError: there is no picture.
            TelegramAPIError: Telegram refuses it.
        """
        key = picture_key(picture)
        turn = self._turns.setdefault(key, asyncio.Lock())
        try:
            async with turn:
                if not await self._send_again(key, send):
                    await waiting()
                    file = BufferedInputFile(await self._draughtsman.draw(picture), f"qazyna-{key[:12]}.png")
                    self._keep(key, await send(file))
        finally:
            if not turn.locked():
                self._turns.pop(key, None)

    async def _send_again(self, key: str, send: Callable[[Upload], Awaitable[object]]) -> bool:
        file_id = self._ids.get(key)
        if file_id is None:
            return False
        self._ids.move_to_end(key)
        try:
            await send(file_id)
        except TelegramBadRequest as error:
            if not any(reason in error.message.lower() for reason in _UNKNOWN_FILE):
                raise
            del self._ids[key]  # Telegram has let it go, or another bot's token runs here now
            return False
        return True

    def _keep(self, key: str, sent: object) -> None:
        file_id = _file_id(sent)
        if file_id is None:
            return
        self._ids[key] = file_id
        if len(self._ids) > self._kept:
            self._ids.popitem(last=False)


def picture_key(picture: Picture) -> str:
    """What a picture is kept by: the same for equal pictures, whoever asks for them."""
    return hashlib.blake2b(repr(picture).encode("utf-8", "surrogatepass"), digest_size=20).hexdigest()


def _file_id(sent: object) -> str | None:
    if not isinstance(sent, Message):
        return None
    if sent.photo:
        return sent.photo[-1].file_id
    return sent.document.file_id if sent.document else None
