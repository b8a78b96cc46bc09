"""`python -m bench.webhook_peer DATABASE ADDRESS PORT`: the peer with AsyncSession as a bot behind a webhook.

Imports nothing of ours. It tells its Bot API server where it is, and answers until it is ended.
"""

from __future__ import annotations

import asyncio
import sys

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.webhook.aiohttp_server import SimpleRequestHandler, setup_application
from aiohttp import web
from sqlalchemy.ext.asyncio import create_async_engine

from bench.peers import create_peer, create_visitors, read_by_session

HOOK = "https://bot.example.org/hook"
TOKEN = "42:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"  # noqa: S105 - of a server on this machine
_SECRET = "peer"  # noqa: S105 - likewise
_PEOPLE = range(10_000, 10_100)


def run_peer(database: str, address: str, port: int) -> None:
    """Answers until it is ended.

    Args:
        database: a file that is not there yet.
        address: of the Bot API server.
        port: to listen at.
    """
    engine = create_async_engine(f"sqlite+aiosqlite:///{database}")
    bot = Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(address)))
    dispatcher = create_peer(read_by_session(engine))

    async def begin() -> None:
        await create_visitors(engine, _PEOPLE)
        await bot.set_webhook(HOOK, secret_token=_SECRET)

    dispatcher.startup.register(begin)
    application = web.Application()
    SimpleRequestHandler(dispatcher, bot, secret_token=_SECRET).register(application, path="/hook")
    setup_application(application, dispatcher, bot=bot)
    loop = asyncio.new_event_loop()
    web.run_app(application, host="127.0.0.1", port=port, print=None, access_log=None, loop=loop)


if __name__ == "__main__":
    run_peer(sys.argv[1], sys.argv[2], int(sys.argv[3]))
