"""The bot's administrators: who they are, and what went wrong since the start."""

from __future__ import annotations

import datetime as dt
import logging
import time
from collections import deque
from collections.abc import Sequence

from aiogram import Bot

from handlers.tokens import hide_tokens
from handlers.views.clean import one_line
from parser.dataclass import dataclass

NOTICE_SECONDS = 60
FAULTS_KEPT = 20
_NOTICE_LIMIT = 500

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class NotedError:
    """Something that went wrong; nothing that a person wrote, and no token.

    Attributes:
        at: when.
        error: the kind of error.
        update: the kind of update that was being handled.
        reason: in words, or where in the program.
    """

    at: dt.datetime
    error: str
    update: str
    reason: str

    def __str__(self) -> str:
        return f"{self.error} in {self.update}: {hide_tokens(self.reason)}"


class Administrators:
    """Who they are, the last faults, and short notices of them, at most one a minute.

    Attributes:
        faults: the last ones since the start, the newest last.
        silenced: how many errors since the last notice were not told.
    """

    def __init__(self, ids: Sequence[int], every: float = NOTICE_SECONDS, *, tells: bool = True) -> None:
        """Makes them known.

        Args:
            ids: theirs in Telegram.
            every: the seconds between two notices.
            tells: whether they are sent notices at all.
        """
        self.faults: deque[NotedError] = deque(maxlen=FAULTS_KEPT)
        self.silenced = 0
        self._tells = tells
        self._ids = tuple(ids)
        self._every = every
        self._last: float | None = None

    @property
    def ids(self) -> tuple[int, ...]:
        """Theirs in Telegram; none where they are told nothing."""
        return self._ids if self._tells else ()

    def __contains__(self, person: int) -> bool:
        """Whether somebody is one of them."""
        return person in self._ids

    def note(self, fault: NotedError) -> None:
        """Keep a fault to be looked at; the oldest makes room for it."""
        self.faults.append(fault)

    async def notify(self, bot: Bot, text: str) -> None:
        """Tell every administrator; never raises.

        Args:
            bot: the bot.
            text: the notice, cut to a few lines.
        """
        now = time.monotonic()
        if not self._ids or not self._tells:
            return
        if self._last is not None and now - self._last < self._every:
            self.silenced += 1
            return
        notice = one_line(text, _NOTICE_LIMIT) + (f" (+{self.silenced} before)" if self.silenced else "")
        self._last, self.silenced = now, 0
        for person in self._ids:
            try:
                await bot.send_message(person, notice, parse_mode=None)
            except Exception as error:
                _log.warning("administrator %s not told: %s", person, error)
