"""A web server that waits for nobody: a connection that brings no request is closed after a while."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import cast

from aiohttp import web
from aiohttp.typedefs import Handler

HEADER_SECONDS = 20.0  # for the headers of a request: of the first one, and of each after an answer
BODY_SECONDS = 20.0
LINGERING_SECONDS = 2.0  # that what is left of a content is still taken and thrown away


class Patience:
    """Closes connections on which no whole request arrives in time.

    A proxy does this too, where there is one. Without it a socket that says half a line holds its
    place for ever.

    Attributes:
        lingering_seconds: how long what is left of a content is waited for after the answer.
    """

    def __init__(
        self,
        header_seconds: float = HEADER_SECONDS,
        body_seconds: float = BODY_SECONDS,
        lingering_seconds: float = LINGERING_SECONDS,
    ) -> None:
        """Makes the rule of a server.

        Args:
            header_seconds: how long a connection may be without a request.
            body_seconds: how long the content of a request may take.
            lingering_seconds: how long what is left of a content is waited for after the answer.
        """
        self.lingering_seconds = lingering_seconds
        self._header_seconds = header_seconds
        self._body_seconds = body_seconds
        self._ends: dict[web.RequestHandler, asyncio.TimerHandle] = {}  # of connections without a request

    def begin(self, connection: web.RequestHandler) -> None:
        """Gives a connection time to bring a request."""
        loop = asyncio.get_running_loop()
        self._ends[connection] = loop.call_later(self._header_seconds, self._close, connection)

    @web.middleware
    async def watch(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Reads the content in time, then answers; 408 for what comes too slowly."""
        connection = request.protocol
        if connection in self._ends:
            self._ends.pop(connection).cancel()
        try:
            async with asyncio.timeout(self._body_seconds):
                await request.read()  # kept: the handler reads it again from memory
        except TimeoutError:
            response = web.Response(status=408, text="too slow")
            response.force_close()
            return response
        try:
            return await handler(request)
        finally:
            self.begin(connection)

    def _close(self, connection: web.RequestHandler) -> None:
        del self._ends[connection]
        if connection.transport is not None:
            connection.transport.abort()


@asynccontextmanager
async def listening(
    app: web.Application, host: str, port: int, patience: Patience | None = None
) -> AsyncIterator[None]:
    """Serves an application within.

    Args:
        app: the application; it starts up before anything is accepted, and is cleaned up at the end.
        host: the address to listen at.
        port: the port.
        patience: with those who are slow.

    Raises:
        OSError: nobody can listen there.
    """
    patience = patience or Patience()
    app.middlewares.insert(0, patience.watch)
    runner = web.AppRunner(app, access_log=None, lingering_time=patience.lingering_seconds)
    await runner.setup()

    server = cast("web.Server", runner.server)  # there after the set-up

    def connect() -> web.RequestHandler:
        connection = server()
        patience.begin(connection)
        return connection

    try:
        accepting = await asyncio.get_running_loop().create_server(connect, host, port)
        try:
            yield
        finally:
            accepting.close()
    finally:
        await runner.cleanup()
