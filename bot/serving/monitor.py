"""What watches the bot asks here, is it alive, is it ready, how is it doing."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from http import HTTPStatus

from aiohttp import web
from sqlalchemy.exc import SQLAlchemyError

from bot.services import Services
from bot.serving.listening import listening
from bot.serving.metrics import CONTENT_TYPE, Metrics
from storage.reading.overview import count_editions

ANSWER_SECONDS = 2.0  # that the database has

_log = logging.getLogger(__name__)


class Monitor:
    """Answers `/health`, `/ready` and `/metrics`."""

    def __init__(self, services: Services, metrics: Metrics, seconds: float = ANSWER_SECONDS) -> None:
        """Makes a monitor.

        Args:
            services: what the bot works with.
            metrics: its numbers.
            seconds: that the database has to answer.
        """
        self._services = services
        self._metrics = metrics
        self._seconds = seconds

    def create_app(self) -> web.Application:
        """The web application that answers."""
        app = web.Application()
        app.router.add_get("/health", self.tell_health)
        app.router.add_get("/ready", self.tell_ready)
        app.router.add_get("/metrics", self.tell_metrics)
        return app

    async def tell_health(self, _: web.Request) -> web.Response:
        """The process runs. That is all that this says: who restarts processes asks here."""
        return web.json_response({"status": "ok", "updates": len(self._services.inbox)})

    async def tell_ready(self, _: web.Request) -> web.Response:
        """Whether questions are answered: 200, or 503 with what is missing."""
        state = {
            "database": await self._count() is not None,
            "index": self._services.keeper.age is not None,
            "open": not self._services.inbox.closing,
        }
        ready = all(state.values())
        status = HTTPStatus.OK if ready else HTTPStatus.SERVICE_UNAVAILABLE
        return web.json_response({"ready": ready, **state}, status=status)

    async def tell_metrics(self, _: web.Request) -> web.Response:
        """The numbers, in the text format of Prometheus; also where the database does not answer."""
        return web.Response(
            body=self._metrics.render(await self._count()), headers={"Content-Type": CONTENT_TYPE}
        )

    async def _count(self) -> int | None:
        """How many editions are stored; None where the database does not answer."""
        try:
            async with asyncio.timeout(self._seconds), self._services.sessions() as session:
                return await count_editions(session)
        except (TimeoutError, SQLAlchemyError, OSError) as error:
            _log.warning("the database does not answer: %s", type(error).__name__)
            return None


@asynccontextmanager
async def monitoring(services: Services, metrics: Metrics, address: tuple[str, int]) -> AsyncIterator[None]:
    """Answers what watches the bot, within.

    Args:
        services: what the bot works with.
        metrics: its numbers.
        address: host and port to listen at.

    Raises:
        OSError: nobody can listen there.
    """
    async with listening(Monitor(services, metrics).create_app(), *address):
        _log.info("watched at %s:%s", *address)
        yield
