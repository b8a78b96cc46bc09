"""Turns among all chats: as many at once as the machine can serve, one chat after the other."""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict, deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager

ROOM = 8  # updates that are worked on at once; each may hold a connection to the database
LONG_SECONDS = 1.0
PATIENCE_SECONDS = 2.0  # that a person waits without hearing anything
HELD_SECONDS = 3.0
_SMOOTHING = 0.1  # how much the latest turn says of the next ones
_FIRST_GUESS = 0.0125


class Turns:
    """Gives turns to chats in rotation, so that many messages in one chat hold up only that chat.

    A turn that takes long (a picture, a document, a writer to the database) is counted no more
    after a second: what it waits for is bounded elsewhere, and nobody waits behind it.

    Attributes:
        room: how many may be taken at once.
        long: the seconds after which a turn is counted no more.
        patience: the seconds that somebody waits for a turn without being told so.
    """

    def __init__(
        self,
        room: int = ROOM,
        long: float = LONG_SECONDS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Makes turns that nobody has taken.

        Args:
            room: how many may be taken at once.
            long: the seconds after which a turn is counted no more.
            clock: tells the seconds.
        """
        self.room = room
        self.long = long
        self.patience = PATIENCE_SECONDS
        self._clock = clock
        self._taken = 0
        self._waiting: OrderedDict[int, deque[ChatTurn]] = OrderedDict()
        self._count = 0  # of all that wait
        self._depths: list[int] = []  # how many chats have more than none, one, two … waiting
        self._seconds = _FIRST_GUESS  # between two turns that are given to those who wait
        self._given = 0.0  # when that was last, or somebody began to wait
        self._holding = 0  # those who want all others to wait
        self._held_until = 0.0
        self._letting_in: asyncio.TimerHandle | None = None  # while so many come that nobody is answered
        self._let_in_until = self._let_in_again = 0.0

    def __len__(self) -> int:
        """How many wait for their turn."""
        return self._count

    def ask(self, chat: int) -> ChatTurn:
        """A turn for a chat, behind those that the chat has asked for already.

        Args:
            chat: its number, or the person's where there is no chat.

        Returns:
            A turn, to be waited for and ended.
        """
        turn = ChatTurn(self, chat)
        if self._taken < self._limit and not self._waiting:
            self._begin(turn)
        else:
            self._stand_in_line(turn)
        return turn

    def _stand_in_line(self, turn: ChatTurn) -> None:
        if not self._waiting:
            self._given = self._clock()
        turns = self._waiting.setdefault(turn.chat, deque())
        if len(turns) == len(self._depths):
            self._depths.append(0)
        self._depths[len(turns)] += 1
        turns.append(turn)
        self._count += 1

    def _note_gone(self, turns: deque[ChatTurn]) -> None:
        """One of a chat's turns waits no more."""
        self._count -= 1
        self._depths[len(turns)] -= 1
        while self._depths and not self._depths[-1]:
            self._depths.pop()

    def expect(self, chat: int) -> float:
        """The seconds until the last turn that a chat has asked for, as far as can be told.

        Args:
            chat: its number.
        """
        ahead = sum(self._depths[: self.waits(chat)])  # each chat's, as many as this one's: they go round
        return ahead * self._seconds + (HELD_SECONDS if self._letting_in else 0.0)

    def waits(self, chat: int) -> int:
        """How many turns a chat waits for."""
        return len(self._waiting.get(chat, ()))

    def _begin(self, turn: ChatTurn) -> None:
        self._taken += 1
        turn.begin()

    def drop(self, turn: ChatTurn) -> None:
        """Forgets a turn that is waited for no more."""
        waiting = self._waiting.get(turn.chat)
        if waiting and turn in waiting:
            waiting.remove(turn)
            self._note_gone(waiting)
            if not waiting:
                del self._waiting[turn.chat]

    def take_back(self) -> None:
        """One goes on who had let others go first: at once, for little is left to do."""
        self._taken += 1

    @property
    def _limit(self) -> int:
        if self._letting_in is not None:
            return 0
        return 1 if self._holding and self._clock() < self._held_until else self.room

    @contextmanager
    def held_back(self) -> Iterator[None]:
        """Lets what is done within go first, for a few seconds at most; others go on one by one."""
        if not self._holding and self._clock() >= self._held_until:
            self._held_until = self._clock() + HELD_SECONDS
        self._holding += 1
        try:
            yield
        finally:
            self._holding -= 1
            if not self._holding:
                self._give_out()

    def let_in(self, seconds: float) -> None:
        """Gives out no turn for some moments, in which more people come; asked again, from then on.

        After some seconds people are answered, however many come, and for as long at least.

        Args:
            seconds: how long.
        """
        now = self._clock()
        if self._letting_in is None:
            if now < self._let_in_again:
                return
            self._let_in_until, self._let_in_again = now + HELD_SECONDS, now + 2 * HELD_SECONDS
        elif now + seconds > self._let_in_until:
            return
        else:
            self._letting_in.cancel()
        # In two steps: where the loop itself was held up, those who came meanwhile are heard in between.
        half, loop = seconds / 2, asyncio.get_running_loop()
        self._letting_in = loop.call_later(half, self._let_in_to_the_end, half)

    def _let_in_to_the_end(self, seconds: float) -> None:
        self._letting_in = asyncio.get_running_loop().call_later(seconds, self._end_letting_in)

    def _end_letting_in(self) -> None:
        self._letting_in = None
        self._give_out()

    def give_up(self) -> None:
        """There is room: the next chat in rotation has it."""
        self._taken -= 1
        self._give_out()

    def _give_out(self) -> None:
        while self._waiting and self._taken < self._limit:
            chat, turns = self._waiting.popitem(last=False)
            turn = turns.popleft()
            self._note_gone(turns)
            if turns:
                self._waiting[chat] = turns  # behind all others
            self._note_given()
            self._begin(turn)

    def _note_given(self) -> None:
        """Keeps how long the first in line has waited, to tell others how long they wait.

        How long a turn lasts tells less: several go on at once, and more slowly while a crowd comes in.
        """
        now = self._clock()
        passed = min(now - self._given, self.long / self.room)
        self._given = now
        self._seconds += (passed - self._seconds) * _SMOOTHING


class ChatTurn:
    """One turn: waited for, perhaps lent to others, ended."""

    def __init__(self, turns: Turns, chat: int) -> None:
        """Makes a turn that is waited for; `Turns.ask` gives them out."""
        loop = asyncio.get_running_loop()
        self.chat = chat
        self.begun: asyncio.Future[None] = loop.create_future()
        self._turns = turns
        self._loop = loop
        self._holds = False  # a part of the room
        self._long: asyncio.TimerHandle | None = None

    def begin(self) -> None:
        """It is this one's turn."""
        self._hold()
        if self.begun.done():  # whoever waited has gone
            self._let_go()
        else:
            self.begun.set_result(None)

    @contextmanager
    def lent(self) -> Iterator[None]:
        """Lets others go on meanwhile."""
        if not self._holds:  # it takes long anyway
            yield
            return
        self._let_go()
        try:
            yield
        finally:
            self._turns.take_back()
            self._hold()

    def end(self) -> None:
        """It is over, or is waited for no more."""
        if self._holds:
            self._let_go()
        elif not self.begun.done():
            self.begun.cancel()
            self._turns.drop(self)

    def _hold(self) -> None:
        self._holds = True
        self._long = self._loop.call_later(self._turns.long, self._let_go)

    def _let_go(self) -> None:
        if self._long is not None:
            self._long.cancel()
            self._long = None
        self._holds = False
        self._turns.give_up()
