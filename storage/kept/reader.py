"""Reading one stored state, from memory where it is kept there."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Hashable, Iterable, Sequence
from functools import wraps
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from storage.kept.remembered import KeptReadings, kept_readings
from storage.kept.state import read_state_numbers
from storage.statements import RowShape, fetch_rows

if TYPE_CHECKING:
    from sqlalchemy import Connection, CursorResult
    from sqlalchemy.ext.asyncio import AsyncConnection
    from sqlalchemy.sql.base import Executable
    from sqlmodel.ext.asyncio.session import AsyncSession

_P = ParamSpec("_P")
_T = TypeVar("_T")
_R = TypeVar("_R", bound=tuple[Any, ...])
_SEEN = "seen"  # in the `info` of a session: its transaction, and the state that it sees


class StateMovedError(Exception):
    """Something was stored since what was read from memory: both together would be of two states."""


class StoredReader:
    """Reads what is stored; a transaction begins with the first thing that is not in memory.

    All that one reader reads is of one state. It is used within one call of what `of_one_state` makes.
    """

    def __init__(self, session: AsyncSession, readings: KeptReadings | None = None) -> None:
        """Makes a reader.

        Args:
            session: to read the database with.
            readings: to look into first; None for nothing.
        """
        self._session = session
        self._readings = readings
        self._has_found = False
        self._connection: AsyncConnection | None = None

    def find(self, key: Hashable) -> Any | None:  # noqa: ANN401 - whoever keeps something knows what it is
        """What is kept under a key, None where nothing is."""
        if self._readings is None:
            return None
        found = self._readings.values.find(key)
        self._has_found = self._has_found or found is not None
        return found

    @property
    def keeps(self) -> bool:
        """Whether what is read here may be kept."""
        return self._readings is not None

    def keep(self, key: Hashable, value: object) -> None:
        """Keeps what was read by this reader and follows from what is stored alone."""
        if self._readings is not None:
            self._readings.values.keep(key, value)

    async def fetch(self, statement: str, values: Iterable[object] = ()) -> Sequence[tuple[Any, ...]]:
        """The rows that a statement finds: see `fetch_rows`."""
        return await self.run_sync(fetch_rows, statement, values)

    async def read(self, kind: RowShape[_R], statement: str, values: Iterable[object] = ()) -> list[_R]:
        """The rows that a statement finds, each as one of its kind."""
        return kind.read(await self.fetch(statement, values))

    async def execute(self, query: Executable) -> CursorResult[*tuple[Any, ...]]:
        """The rows that a query finds."""
        return await (await self._connect()).execute(query)

    async def scalar(self, query: Executable) -> Any:  # noqa: ANN401 - whatever the query asks for
        """The first value that a query finds."""
        return await (await self._connect()).scalar(query)

    async def run_sync(self, work: Callable[..., _T], *arguments: Any) -> _T:  # noqa: ANN401
        """Does some work with a connection."""

        def call(connection: Connection) -> _T:
            return work(connection, *arguments)

        return await (await self._connect()).run_sync(call)

    async def _connect(self) -> AsyncConnection:
        if self._connection is None:
            connection = await self._session.connection()
            if self._readings is not None:
                await self._compare(connection, self._readings)
            self._connection = connection
        return self._connection

    async def _compare(self, connection: AsyncConnection, readings: KeptReadings) -> None:
        """Lets go of the memory where the transaction sees another state; of each that is looked at once.

        Raises:
            StateMovedError: something was read from memory already.
        """
        transaction, seen = self._session.sync_session.get_transaction(), self._session.info.get(_SEEN)
        if seen is None or seen[0] is not transaction:
            seen = transaction, (await read_state_numbers(connection)).budgets
            self._session.info[_SEEN] = seen
        if seen[1] == readings.number:
            return
        self._readings, readings.outdated = None, True
        if self._has_found:
            raise StateMovedError


def of_one_state(
    read: Callable[Concatenate[StoredReader, _P], Awaitable[_T]],
) -> Callable[Concatenate[AsyncSession, _P], Awaitable[_T]]:
    """Lets a function that reads with a reader be called with a session: all that it reads is of one state.

    Args:
        read: does nothing but read; where something is stored meanwhile it is called once more.
    """

    @wraps(read)
    async def read_with(session: AsyncSession, /, *args: _P.args, **kwargs: _P.kwargs) -> _T:
        try:
            return await read(StoredReader(session, kept_readings(session)), *args, **kwargs)
        except StateMovedError:
            return await read(StoredReader(session), *args, **kwargs)

    return read_with
