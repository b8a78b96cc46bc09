"""People who ask, and what became of it."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from handlers.views.texts import load_texts
from parser.records import Language
from tests.botapi.process import BotProcess
from tests.botapi.server import BotApi
from tests.botapi.updates import supergroup
from tests.harness.databases import read_rows
from tests.soak.tally import Outcome

QUESTIONS = (("kk", "көшелерді жарықтандыру"), ("ru", "санитарная очистка"))
_FEW = 10
_ANSWER = "№\u00a015-3"  # the decision that each of their answers names
_APOLOGIES = (
    "error-general",
    "error-database",
    "error-telegram",
    "error-telegram-away",
    "error-telegram-unsure",
    "error-topic-closed",
    "error-restarted",
)


@cache
def _apologies() -> frozenset[str]:
    return frozenset(load_texts(language).get(key) for language in Language for key in _APOLOGIES)


class Crowd:
    """Asks one question a person, in Kazakh and Russian in turn, each person for the first time."""

    def __init__(self, api: BotApi) -> None:
        self.api = api
        self._people = itertools.count(10_000)
        self.updates: dict[int, int] = {}  # each one's question, by person

    def ask(self, count: int, *, group: bool = False, thread: int | None = None) -> list[int]:
        """So many people ask at once.

        Args:
            count: how many.
            group: each in a group of their own, by the command.
            thread: in this topic of it.

        Returns:
            The people.
        """
        people = list(itertools.islice(self._people, count))
        for person in people:
            language, question = QUESTIONS[person % len(QUESTIONS)]
            more: dict[str, Any] = {"chat": supergroup(-person)} if group else {}
            if thread is not None:
                more |= {"message_thread_id": thread, "is_topic_message": True}
            text = f"/ask {question}" if group else question
            self.updates[person] = self.api.updates.ask(person, text, language=language, **more)
        return people

    async def ask_calmly(self, count: int) -> list[int]:
        """So many people ask, a few at a time, so that nobody's first message is that many ask now.

        Args:
            count: how many.

        Returns:
            The people; to each of them something was sent, though it may not have arrived.
        """
        people: list[int] = []
        while len(people) < count:
            few = set(self.ask(min(_FEW, count - len(people))))
            people += sorted(few)
            await self.api.until(lambda: few <= {call.chat for call in self.api.of("sendMessage")})  # noqa: B023
        return people

    def answers(self, chat: int) -> int:
        """How many answers are in a chat."""
        return sum(_ANSWER in message.get("text", "") for message in self.api.chats.of(chat))

    def apologies(self, chat: int) -> int:
        """How many apologies are in a chat."""
        return sum(message.get("text") in _apologies() for message in self.api.chats.of(chat))

    def heard(self, chats: Sequence[int]) -> bool:
        """Whether everybody has an answer or an apology."""
        return all(self.answers(chat) or self.apologies(chat) for chat in chats)

    async def hear(self, chats: Sequence[int]) -> None:
        """Waits until everybody has an answer or an apology."""
        waiting = list(chats)

        def none_left() -> bool:
            while waiting and self.heard(waiting[-1:]):
                waiting.pop()
            return not waiting

        await self.api.until(none_left)

    async def finish(self, bot: BotProcess, people: Sequence[int]) -> Outcome:
        """What people have got once the bot was started again, and a further start found nothing left to do."""
        for waiting in (people, ()):
            await bot.start()
            await self.hear([*waiting, *self.ask(1)])
            await bot.idle()
            assert await bot.stop() == 0
        assert self.api.updates.unconfirmed == []
        return self.outcome(people)

    def unfinished(self, database: Path, people: Iterable[int]) -> set[int]:
        """Those of people whose question is noted in a database as not done: after a kill it is asked once more."""
        [rows] = read_rows(database, "SELECT number FROM open_update")
        numbers = {number for (number,) in rows}
        return {person for person in people if self.updates[person] in numbers}

    def doubled(self, chats: Iterable[int]) -> set[int]:
        """Those who got the answer more than once."""
        return {chat for chat in chats if self.answers(chat) > 1}

    def outcome(self, chats: Collection[int]) -> Outcome:
        """What they got."""
        return Outcome(
            questions=len(chats),
            lost=sum(not self.answers(chat) and not self.apologies(chat) for chat in chats),
            doubled=len(self.doubled(chats)),
            told=sum(self.apologies(chat) > 0 for chat in chats),
        )
