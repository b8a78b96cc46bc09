"""Sends updates to a webhook as Telegram does: many at once, and each again until it is taken."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import urlsplit

from aiohttp import ClientError, ClientSession, ClientTimeout

from tests.botapi.clock import pause
from tests.botapi.updates import Json, UpdateQueue

MOST_CONNECTIONS = 40
_AGAIN_SECONDS = 0.2
_TIMEOUT = 60.0
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"


class Webhook:
    """The sender of one bot's updates.

    Attributes:
        url: the public address.
        statuses: what was answered, in order; 502 where no process behind the proxy could be reached.
    """

    def __init__(
        self,
        updates: UpdateQueue,
        url: str,
        secret: str,
        proxy: Sequence[str],
        on_answer: Callable[[], None],
        on_request: Callable[[Json], None],
    ) -> None:
        """Makes a sender.

        Args:
            updates: what it sends.
            url: the public address.
            secret: goes along with every update.
            proxy: the addresses behind the public one, asked in turn; the public one itself where there are none.
            on_answer: is called whenever the webhook has answered.
            on_request: is given what the webhook asks of the Bot API in its answer.
        """
        self.url = url
        self.statuses: list[int] = []
        self._updates = updates
        self._secret = secret
        self._proxy = proxy
        self._on_answer = on_answer
        self._on_request = on_request
        self._turn = 0
        self._tasks: list[asyncio.Future[None]] = []

    def start(self) -> None:
        """Begins to send."""
        self._tasks = [asyncio.ensure_future(self._send_all()) for _ in range(MOST_CONNECTIONS)]

    async def stop(self) -> None:
        """Sends no more; what was not taken stays."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _send_all(self) -> None:
        async with ClientSession(timeout=ClientTimeout(_TIMEOUT)) as http:
            while True:
                update = self._updates.take_one()
                if update is None:
                    await self._updates.came.wait()
                    continue
                taken = False
                try:
                    taken = await self.send(http, update)
                finally:
                    if not taken:
                        self._updates.put_back(update)
                    self._on_answer()
                if not taken:
                    await pause(_AGAIN_SECONDS)

    async def send(self, http: ClientSession, update: Any) -> bool:
        """Sends an update to whoever is next behind the proxy, and to the others where that one is gone.

        Returns:
            Whether it was taken.
        """
        parts = urlsplit(self.url)
        addresses = list(self._proxy) or [f"{parts.scheme}://{parts.netloc}"]
        self._turn += 1
        self._updates.note_sent(update["update_id"])
        for number in range(len(addresses)):
            address = addresses[(self._turn + number) % len(addresses)]
            headers = {SECRET_HEADER: self._secret}
            try:
                async with http.post(address + parts.path, json=update, headers=headers) as response:
                    self.statuses.append(response.status)
                    if response.ok and response.content_type == "application/json":
                        self._on_request(await response.json())
                    return response.ok
            except (ClientError, TimeoutError, OSError):
                continue  # the proxy tries the next one
        self.statuses.append(502)
        return False
