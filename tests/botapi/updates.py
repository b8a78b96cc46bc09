"""What people do, as Telegram tells a bot of it, and how long it keeps that: until the bot has confirmed it."""

from __future__ import annotations

import asyncio
from typing import Any

from tests.botapi.clock import moment

MOST_AT_ONCE = 100
_BEGAN = 1_800_000_000
Json = dict[str, Any]


def person(number: int, language: str = "kk") -> Json:
    """Somebody who uses Telegram."""
    return {"id": number, "is_bot": False, "first_name": f"P{number}", "language_code": language}


def private(number: int) -> Json:
    """The chat of a person with the bot."""
    return {"id": number, "type": "private", "first_name": f"P{number}"}


def supergroup(number: int) -> Json:
    """A group with topics."""
    return {"id": number, "type": "supergroup", "title": "Топ", "is_forum": True}


class UpdateQueue:
    """Updates that are not confirmed yet.

    `getUpdates` with an offset confirms all below it; what is not confirmed is sent again. An offset below zero
    counts from the end, and forgets all before it.
    """

    def __init__(self, queries: set[str]) -> None:
        """Makes a queue that is empty.

        Args:
            queries: notes the presses and inline queries, each of which is answered once.
        """
        self._queries = queries
        self.came = asyncio.Event()
        self.sent: dict[int, int] = {}  # how often each was sent, by number
        self._pending: dict[int, Json] = {}
        self._again: list[Json] = []
        self._kept: dict[int, Json] = {}
        self._last_update = 700_000
        self._last_message = 10

    def __len__(self) -> int:
        return len(self._pending) + len(self._again)

    def add(self, **content: Any) -> int:
        """Adds an update of one kind: `add(message={…})`.

        Returns:
            Its number.
        """
        self._last_update += 1
        self._pending[self._last_update] = self._kept[self._last_update] = {
            "update_id": self._last_update, **content
        }  # fmt: skip
        self.came.set()
        return self._last_update

    def ask(self, number: int, text: str, *, language: str = "kk", **more: Any) -> int:
        """Somebody writes to the bot; in their own chat with it unless `chat` says otherwise."""
        self._last_message += 1
        said = {
            "message_id": self._last_message,
            "date": _BEGAN + int(moment()) % 100_000,
            "chat": private(number),
            "from": person(number, language),
            "text": text,
        }
        if text.startswith("/"):
            length = len(text.split(maxsplit=1)[0])
            said["entities"] = [{"type": "bot_command", "offset": 0, "length": length}]
        return self.add(message=said | more)

    def send_file(self, number: int, file: str, name: str) -> int:
        """Somebody sends a document that the server has under an id."""
        self._last_message += 1
        document = {"file_id": file, "file_unique_id": file, "file_name": name, "file_size": 1000}
        return self.add(
            message={
                "message_id": self._last_message,
                "date": _BEGAN,
                "chat": private(number),
                "from": person(number),
                "document": document,
            }
        )

    def press(self, number: int, message: Json, data: str) -> str:
        """Somebody presses a button of a message.

        Returns:
            The press's id, which is to be answered once.
        """
        press = f"press-{self._last_update + 1}"
        self._queries.add(press)
        self.add(
            callback_query={
                "id": press,
                "from": person(number),
                "message": message,
                "chat_instance": "1",
                "data": data,
            }
        )
        return press

    def look_up(self, number: int, text: str, offset: str = "") -> str:
        """Somebody types behind the bot's name, in any chat.

        Returns:
            The query's id, which is to be answered once.
        """
        query = f"query-{self._last_update + 1}"
        self._queries.add(query)
        self.add(inline_query={"id": query, "from": person(number), "query": text, "offset": offset})
        return query

    def repeat(self, number: int) -> None:
        """Sends an update once more, whatever was confirmed: as Telegram does where a confirmation was lost."""
        self._again.append(self._kept[number])
        self.came.set()

    def take(self, offset: int = 0, limit: int = MOST_AT_ONCE) -> list[Json]:
        """What `getUpdates` answers."""
        if offset < 0:
            offset = sorted(self._pending)[offset:][0] if len(self._pending) > -offset else 0
        for number in [each for each in self._pending if each < offset]:
            del self._pending[number]
        given = [*self._again, *(self._pending[number] for number in sorted(self._pending))][:limit]
        self._again = [each for each in self._again if each not in given]
        for each in given:
            self.note_sent(each["update_id"])
        if not self:
            self.came.clear()
        return given

    def note_sent(self, number: int) -> None:
        """Counts that an update was sent."""
        self.sent[number] = self.sent.get(number, 0) + 1

    def take_one(self) -> Json | None:
        """What a webhook is told of next; it is confirmed, or comes back by `put_back`."""
        if self._again:
            return self._again.pop(0)
        if not self._pending:
            self.came.clear()
            return None
        return self._pending.pop(min(self._pending))

    def put_back(self, update: Json) -> None:
        """An update that the webhook did not take."""
        self._pending[update["update_id"]] = update
        self.came.set()

    @property
    def unconfirmed(self) -> list[int]:
        """The numbers of the updates that are not confirmed."""
        return sorted(self._pending)
