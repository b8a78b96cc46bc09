"""The bot behind a web server that Telegram sends updates to."""

from __future__ import annotations

import asyncio
import hmac
import json
import logging
import signal
from urllib.parse import urlsplit

from aiogram import Bot, Dispatcher
from aiogram.webhook.aiohttp_server import setup_application
from aiohttp import web
from aiohttp.typedefs import Handler

from bot.serving.inbox import Inbox
from bot.serving.listening import listening
from bot.serving.telegram import write_reply

_SAID = "X-Telegram-Bot-Api-Secret-Token"  # the header in which Telegram repeats our secret

_log = logging.getLogger(__name__)


class UpdateHandler:
    """Takes updates with the right secret, and says what is wrong with others."""

    def __init__(self, bot: Bot, inbox: Inbox, secret: str) -> None:
        """Makes a handler.

        Args:
            bot: the bot.
            inbox: takes the updates.
            secret: what Telegram has to repeat in every request.
        """
        self._bot = bot
        self._inbox = inbox
        self._secret = secret

    async def handle(self, request: web.Request) -> web.Response:
        """Takes an update.

        Returns:
            200 for one that is kept, with a request to Telegram where something is to be said at once, and
            for one that cannot be read, which Telegram would send for ever; 400 for what is no update, 401
            for a wrong secret, 503 while there is no room.
        """
        if not self._knows_secret(request.headers.get(_SAID, "")):
            return web.Response(status=401, text="Unauthorized")
        try:
            sent = json.loads(await request.text())
        except (ValueError, RecursionError):  # neither JSON nor text, or nested beyond measure
            sent = None
        if not isinstance(sent, dict) or "update_id" not in sent:
            _log.warning("a request that is no update")
            return web.Response(status=400, text="not an update")
        if not self._inbox.has_room:
            return web.Response(status=503, text="busy")  # Telegram sends it again
        self._inbox.note_call()
        method = await self._inbox.take_with_reply(sent)
        if method is None:
            return web.Response()
        return web.Response(body=write_reply(self._bot, method), content_type="application/json")

    def _knows_secret(self, said: str) -> bool:
        """Compared as bytes: letters outside ASCII would be an error, not a wrong secret."""
        return hmac.compare_digest(said.encode("utf-8", "surrogateescape"), self._secret.encode())


def create_app(dispatcher: Dispatcher, bot: Bot, inbox: Inbox, *, url: str, secret: str) -> web.Application:
    """The web application that takes updates at the webhook's path.

    Args:
        dispatcher: the dispatcher.
        bot: the bot; its session is closed at the end.
        inbox: takes the updates; while it is closing everything is answered by 503.
        url: the public address of the webhook.
        secret: what Telegram has to repeat in every request.

    Returns:
        An application that sets the webhook when it starts.
    """

    @web.middleware
    async def refuse_when_closing(request: web.Request, handler: Handler) -> web.StreamResponse:
        if inbox.closing:
            return web.Response(status=503, text="closing")  # Telegram sends it again
        return await handler(request)

    async def set_webhook(_: web.Application) -> None:
        inbox.start(dispatcher, bot)
        await bot.set_webhook(
            url, secret_token=secret, allowed_updates=dispatcher.resolve_used_update_types()
        )

    async def close_session(_: web.Application) -> None:
        await bot.session.close()

    app = web.Application(middlewares=[refuse_when_closing])
    setup_application(app, dispatcher, bot=bot)
    app.on_startup.append(set_webhook)
    app.on_cleanup.append(close_session)
    app.router.add_post(urlsplit(url).path or "/", UpdateHandler(bot, inbox, secret).handle)
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
    async with listening(app, host, port):
        _log.info("listening at %s:%s", host, port)
        await stop.wait()
