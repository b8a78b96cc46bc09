"""The bot behind a web server that Telegram sends updates to."""

from __future__ import annotations

import asyncio
import hmac
import logging
import signal
from urllib.parse import urlsplit

from aiogram import Bot, Dispatcher
from aiogram.webhook.aiohttp_server import SimpleRequestHandler, setup_application
from aiohttp import web
from aiohttp.typedefs import Handler

from bot.middlewares.in_flight import InFlight

HEALTH_PATH = "/health"

_log = logging.getLogger(__name__)


class UpdateHandler(SimpleRequestHandler):
    """Takes updates with the right secret, and says what is wrong with others."""

    def verify_secret(self, telegram_secret_token: str, bot: Bot) -> bool:  # noqa: ARG002 - one bot, one secret
        """Whether a request carries our secret.

        Compared as bytes: letters outside ASCII would be an error, not a wrong secret.
        """
        return hmac.compare_digest(
            telegram_secret_token.encode("utf-8", "surrogateescape"), (self.secret_token or "").encode()
        )

    async def handle(self, request: web.Request) -> web.Response:
        """Takes an update: 200, or 400 for what is no update, 401 for a wrong secret."""
        try:
            return await super().handle(request)
        except ValueError:  # neither JSON nor text; an error here would make Telegram send it for ever
            _log.warning("a request that is no update")
            return web.Response(status=400, text="not an update")


def create_app(
    dispatcher: Dispatcher, bot: Bot, in_flight: InFlight, *, url: str, secret: str
) -> web.Application:
    """The web application: updates at the webhook's path, the state at `/health`.

    Args:
        dispatcher: the dispatcher.
        bot: the bot; its session is closed at the end.
        in_flight: says whether the bot is closing; then everything is answered by 503.
        url: the public address of the webhook.
        secret: what Telegram has to repeat in every request.

    Returns:
        An application that sets the webhook when it starts.
    """

    @web.middleware
    async def refuse_when_closing(request: web.Request, handler: Handler) -> web.StreamResponse:
        if in_flight.closing:
            return web.Response(status=503, text="closing")  # Telegram sends it again
        return await handler(request)

    async def health(_: web.Request) -> web.Response:
        return web.json_response({"status": "ok", "updates": len(in_flight)})

    async def set_webhook(_: web.Application) -> None:
        await bot.set_webhook(
            url, secret_token=secret, allowed_updates=dispatcher.resolve_used_update_types()
        )

    app = web.Application(middlewares=[refuse_when_closing])
    # Before the handler is registered: its own shutdown closes the bot's session, and ours needs it.
    setup_application(app, dispatcher, bot=bot)
    app.on_startup.append(set_webhook)
    UpdateHandler(dispatcher, bot, secret_token=secret).register(app, path=urlsplit(url).path or "/")
    app.router.add_get(HEALTH_PATH, health)
    return app


async def serve(app: web.Application, host: str, port: int, stop: asyncio.Event | None = None) -> None:
    """Serve the application until told to stop.

    Args:
        app: the application.
        host: the address to listen at.
        port: the port.
        stop: ends the serving; SIGINT and SIGTERM when None.
    """
    if stop is None:
        stop = asyncio.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(number, stop.set)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
        _log.info("listening at %s:%s", host, port)
        await stop.wait()
    finally:
        await runner.cleanup()
