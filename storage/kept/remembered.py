"""What a process keeps in memory of the database, and where sessions find it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from storage.kept.state import StateNumbers
from storage.kept.values import AskedBefore, KeptValues

if TYPE_CHECKING:
    from sqlmodel.ext.asyncio.session import AsyncSession

_ROOM = 16 * 2**20  # bytes, for what follows from budgets
_ROOM_FOR_PEOPLE = 2 * 2**20
_REMEMBERED, _READINGS = "remembered", "readings"


class KeptReadings:
    """What follows from the budgets of one stored state, and from nothing of whoever asks.

    Attributes:
        number: of the state.
        values: what is kept; they go as a whole when something else is stored.
        asked: tells what is asked for again.
        outdated: whether a transaction has seen a later state.
    """

    def __init__(self, number: int, room: int = _ROOM) -> None:
        """Makes an empty memory.

        Args:
            number: of the state.
            room: the bytes that it takes at most.
        """
        self.number = number
        self.values = KeptValues(room)
        self.asked = AskedBefore()
        self.outdated = False


class Remembered:
    """What is kept of the state that was last seen.

    Attributes:
        readings: what follows from budgets; None while no state was seen.
        people: what each person chose. Whoever reads it takes it first: what somebody else has changed
            meanwhile is then kept where nobody looks any more.
    """

    def __init__(self) -> None:
        """Makes one that has seen no state yet."""
        self.readings: KeptReadings | None = None
        self.people = KeptValues(_ROOM_FOR_PEOPLE)
        self._people_number: int | None = None

    @property
    def is_outdated(self) -> bool:
        """Whether a later state is known to be there."""
        return self.readings is None or self.readings.outdated

    def follow(self, numbers: StateNumbers) -> None:
        """Lets go of what follows from a part of the database that has another state now."""
        if self.readings is None or self.readings.number != numbers.budgets:
            self.readings = KeptReadings(numbers.budgets)
        self.readings.outdated = False
        if self._people_number != numbers.people:
            self.forget_people()
        self._people_number = numbers.people

    def forget_people(self) -> None:
        """Lets go of what people chose: somebody has just chosen something else."""
        self.people = KeptValues(_ROOM_FOR_PEOPLE)


def session_info(remembered: Remembered) -> dict[str, Any]:
    """The `info` of sessions that look into this memory first for what people chose."""
    return {_REMEMBERED: remembered}


def remembered_by(session: AsyncSession) -> Remembered | None:
    """The memory of people that a session looks into first, None where it has none."""
    found: Remembered | None = session.info.get(_REMEMBERED)
    return found


def let_recall(session: AsyncSession, readings: KeptReadings | None) -> None:
    """Lets a session look first into what is kept of budgets, of the same state as the index beside it."""
    session.info[_READINGS] = readings


def kept_readings(session: AsyncSession) -> KeptReadings | None:
    """What a session looks into first for budgets, None where nothing is kept for it."""
    found: KeptReadings | None = session.info.get(_READINGS)
    return found
