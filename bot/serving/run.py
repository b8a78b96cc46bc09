"""`python -m bot run`: the Telegram bot, from settings to an exit code."""

from __future__ import annotations

import logging
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial

from aiogram import BaseMiddleware, Bot, Dispatcher
from aiogram.exceptions import (
    AiogramError,
    ClientDecodeError,
    TelegramAPIError,
    TelegramNetworkError,
    TelegramUnauthorizedError,
)
from aiogram.types import User
from aiogram.utils.token import TokenValidationError
from sqlalchemy.exc import SQLAlchemyError

from bot.app import create_bot, create_dispatcher
from bot.garbage import keep_what_stays
from bot.logs import set_up_logging
from bot.operator.errors import explain
from bot.operator.texts import OperatorTexts, terminal_texts
from bot.services import Services, create_services
from bot.serving.introducer import Introducer
from bot.serving.polling import poll
from bot.serving.rehearsal import rehearse_answers
from bot.serving.webhook import create_app, serve
from bot.settings import Settings
from bot.telegram_types import make_types_ready
from parser.question.asked_patterns import make_patterns_ready
from storage.engine import EngineError, create_engine
from storage.schema import SchemaError

DONE, FAILED, WRONG_USAGE = 0, 1, 2
# What @BotFather may have switched off, by the field in which Telegram says so, and what people then miss.
_SWITCHED_OFF = {
    "supports_inline_queries": "inline mode is off (/setinline at @BotFather): "
    "in other chats @%s brings nothing",
    "can_read_all_group_messages": "group privacy is on (/setprivacy at @BotFather): "
    "in a group that it does not administer, @%s hears commands and replies alone, and not its name",
}

_log = logging.getLogger(__name__)


async def run(settings: Settings) -> int:
    """Run the Telegram bot until it is stopped.

    Args:
        settings: the settings.

    Returns:
        0 after an orderly stop, 1 when it could not start or had to stop, 2 without a token.
        What is wrong is said on standard error.
    """
    if settings.bot_token is None:
        texts = terminal_texts()
        return _fail(f"{texts.get('start-no-token')}\n{texts.get('start-without-telegram')}", WRONG_USAGE)
    set_up_logging(settings.log_level, settings.log_format)
    try:
        bot = create_bot(settings.bot_token.get_secret_value(), api_url=settings.telegram_api_url)
    except TokenValidationError as error:
        return _fail(explain_stop(error, terminal_texts()))
    try:
        return await _run(settings, bot)
    except (AiogramError, SQLAlchemyError, EngineError, SchemaError, OSError) as error:
        return _fail(explain_stop(error, terminal_texts()))
    except Exception as error:
        _log.exception("the bot has to stop")  # through the log, which takes the token out
        return _fail(explain_stop(error, terminal_texts()))
    finally:
        await bot.session.close()


def explain_stop(error: Exception, texts: OperatorTexts) -> str:
    """Why the bot could not start or had to stop, for an operator.

    Args:
        error: what was raised.
        texts: in the operator's language.

    Returns:
        One line, without anything secret.
    """
    match error:
        case TokenValidationError():
            return texts.get("start-token-form")
        case TelegramUnauthorizedError():
            return texts.get("start-token-refused")
        case TelegramNetworkError():
            return texts.get("start-unreachable", said=error.message)
        case TelegramAPIError():
            return texts.get("start-telegram-refused", said=error.message)
        case ClientDecodeError():
            return texts.get("start-unreachable", said=_first_line(error.message))
    return texts.get("start-error", reason=explain(error, texts))


def _first_line(said: str) -> str:
    return said.partition("\n")[0]


def tell_switched_off(bot: User) -> None:
    """Logs what Telegram keeps from the bot by its settings at @BotFather: nothing else would tell.

    Args:
        bot: the bot, as Telegram describes it to itself.
    """
    for field, words in _SWITCHED_OFF.items():
        if getattr(bot, field) is False:  # None: a server that does not say
            _log.info(words, bot.username)


async def _run(settings: Settings, bot: Bot) -> int:
    me = await bot.me()  # a wrong token shows here, before anything is set up
    _log.info("running as @%s", me.username)
    tell_switched_off(me)
    make_types_ready()
    make_patterns_ready()
    engine = create_engine(settings.database_url)
    try:
        services = create_services(engine, settings.link_hosts)
        async with _watching(settings.monitor, services, bot) as meter:
            dispatcher = create_dispatcher(services, admin_ids=settings.admin_ids, meter=meter)
            Introducer(settings.admin_ids).register(dispatcher)
            dispatcher.startup.register(partial(_get_ready, services))
            await _take_updates(settings, dispatcher, bot, services)
    finally:
        await engine.dispose()  # for a start that failed half-way
    return DONE


async def _get_ready(services: Services, bot: Bot) -> None:
    """The last before the first update; what the start has made by then stays."""
    await rehearse_answers(services, bot)
    keep_what_stays()


async def _take_updates(settings: Settings, dispatcher: Dispatcher, bot: Bot, services: Services) -> None:
    if settings.webhook_url is None or settings.webhook_secret is None:
        await poll(dispatcher, bot, services.inbox)
        return
    secret = settings.webhook_secret.get_secret_value()
    app = create_app(dispatcher, bot, services.inbox, url=settings.webhook_url, secret=secret)
    await serve(app, *settings.listen)


@asynccontextmanager
async def _watching(
    address: tuple[str, int] | None, services: Services, bot: Bot
) -> AsyncIterator[BaseMiddleware | None]:
    """Lets the bot be watched within, and gives what counts updates; None where nobody watches."""
    if address is None:
        yield None
        return
    # Imported here: a bot that nobody watches starts a tenth of a second earlier.
    from bot.serving.metrics import CallMeter, Metrics, UpdateMeter  # noqa: PLC0415
    from bot.serving.monitor import monitoring  # noqa: PLC0415

    metrics = Metrics(services)
    bot.session.middleware(CallMeter(metrics))
    services.inbox.note_reply = metrics.count_reply
    async with monitoring(services, metrics, address):
        yield UpdateMeter(metrics)


def _fail(message: str, code: int = FAILED) -> int:
    print(message, file=sys.stderr)  # noqa: T201 - operators read it on the terminal
    return code
