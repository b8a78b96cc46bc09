"""What an operator can watch in numbers: updates, requests to Telegram, who waits, what is kept in memory."""

from __future__ import annotations

import math
import time
from collections.abc import Awaitable, Callable, Iterable, Iterator
from typing import Any

from aiogram import BaseMiddleware, Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.exceptions import AiogramError
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import TelegramObject, Update
from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    PlatformCollector,
    ProcessCollector,
)
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest
from prometheus_client.registry import Collector

from bot.middlewares.under_way import DROPPED
from bot.services import Services
from storage.kept.remembered import Remembered

CONTENT_TYPE = CONTENT_TYPE_LATEST
_WITH_REPLY = "with_reply"
_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)


class Metrics:
    """The numbers of one running bot; nothing in them tells who asked, or what.

    Attributes:
        updates: counts updates by kind and outcome.
        seconds: how long updates took, by kind.
        calls: counts requests to Telegram by method and result.
        call_seconds: how long Telegram took, by method.
    """

    def __init__(self, services: Services) -> None:
        """Makes numbers that begin at zero.

        Args:
            services: what the bot works with; looked at whenever the numbers are asked for.
        """
        self._registry = CollectorRegistry()
        ProcessCollector(registry=self._registry)
        PlatformCollector(registry=self._registry)
        self._registry.register(_LiveNumbers(services))
        self.updates = Counter(
            "qazyna_updates",
            "Updates by kind and outcome: answered, passed over (nobody spoke to the bot), "
            "dropped (its chat has too many waiting, or the bot stops), failed",
            ["kind", "outcome"],
            registry=self._registry,
        )
        self.seconds = Histogram(
            "qazyna_update_seconds",
            "Seconds from taking an update up to its end, with waiting for a turn and for Telegram",
            ["kind"],
            registry=self._registry,
            buckets=_SECONDS,
        )
        self.calls = Counter(
            "qazyna_telegram_calls",
            "Requests to Telegram by method and result: ok, or the kind of the error; each try counts; "
            "with_reply rode on the answer to a call of Telegram's, which tells nobody what became of it",
            ["method", "result"],
            registry=self._registry,
        )
        self.call_seconds = Histogram(
            "qazyna_telegram_call_seconds",
            "Seconds until Telegram answered a request",
            ["method"],
            registry=self._registry,
            buckets=_SECONDS,
        )
        self._editions = Gauge("qazyna_editions", "Editions of budgets stored", registry=self._registry)

    def count_reply(self, method: TelegramMethod[Any]) -> None:
        """Counts what was asked of Telegram in answer to a call of its own.

        Args:
            method: the request.
        """
        self.calls.labels(method.__api_method__, _WITH_REPLY).inc()

    def render(self, editions: int | None) -> bytes:
        """All numbers in the text format of Prometheus.

        Args:
            editions: how many are stored; None where the database does not tell.
        """
        self._editions.set(math.nan if editions is None else editions)
        return generate_latest(self._registry)


class UpdateMeter(BaseMiddleware):
    """Counts updates; the outermost of all, so that waiting and failing count too."""

    def __init__(self, metrics: Metrics, clock: Callable[[], float] = time.perf_counter) -> None:
        self._metrics = metrics
        self._clock = clock

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:  # noqa: ANN401 - a middleware hands on whatever the handler returns
        """Handles the update."""
        kind = event.event_type if isinstance(event, Update) else "other"
        began, outcome = self._clock(), "failed"
        try:
            handled = await handler(event, data)
            outcome = _name_outcome(handled)
        finally:
            self._metrics.updates.labels(kind, outcome).inc()
            self._metrics.seconds.labels(kind).observe(self._clock() - began)
        return handled


class CallMeter(BaseRequestMiddleware):
    """Counts requests to Telegram; the innermost, so that each try of a repeated one counts."""

    def __init__(self, metrics: Metrics, clock: Callable[[], float] = time.perf_counter) -> None:
        self._metrics = metrics
        self._clock = clock

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        """Sends the request."""
        name = method.__api_method__
        began, result = self._clock(), "broken off"
        try:
            response = await make_request(bot, method)
            result = "ok"
        except AiogramError as error:
            result = type(error).__name__
            raise
        finally:
            self._metrics.calls.labels(name, result).inc()
            self._metrics.call_seconds.labels(name).observe(self._clock() - began)
        return response


def _name_outcome(handled: object) -> str:
    """What became of an update, by what its handling returned."""
    if handled is UNHANDLED:
        return "passed over"
    return "dropped" if handled is DROPPED else "answered"


def _list_kept_numbers(remembered: Remembered) -> Iterator[Metric]:
    """How much is kept in memory of budgets and of people, and how often it was of use."""
    size = GaugeMetricFamily("qazyna_kept_bytes", "Bytes of what is kept in memory", labels=["of"])
    lookups = CounterMetricFamily(
        "qazyna_kept_lookups",
        "Times that something was looked for in memory: found or missed; anew when something else is stored",
        labels=["of", "result"],
    )
    readings = remembered.readings
    for name, kept in (("budgets", readings.values if readings else None), ("people", remembered.people)):
        size.add_metric([name], kept.size if kept else 0)
        lookups.add_metric([name, "found"], kept.found if kept else 0)
        lookups.add_metric([name, "missed"], kept.missed if kept else 0)
    yield from (size, lookups)


class _LiveNumbers(Collector):
    """What is looked at when it is asked for."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def collect(self) -> Iterable[Metric]:
        """The state of this moment."""
        services = self._services
        yield GaugeMetricFamily(
            "qazyna_updates_open", "Updates being handled or waiting", len(services.inbox)
        )
        yield GaugeMetricFamily("qazyna_updates_waiting", "Updates waiting for a turn", len(services.turns))
        yield CounterMetricFamily(
            "qazyna_updates_unread", "Updates that cannot be read", services.inbox.unread
        )
        yield from _list_kept_numbers(services.keeper.remembered)
        if (age := services.keeper.age) is not None:
            yield GaugeMetricFamily(
                "qazyna_index_age_seconds", "Seconds since the index was found to be what is stored", age
            )
