"""What happens with an error, by its kind and the kind of update; it raises none itself.

Logged first; then the person hears of it in their language, an alert for a
button and an empty result with a button for an inline query; then the
administrators. Error handlers of any router take errors of the whole tree, so
there are none elsewhere.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
from collections.abc import Iterable

from aiogram import Bot, Router
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.types import (
    CallbackQuery,
    ErrorEvent,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    Message,
    Update,
    User,
)
from sqlalchemy.exc import DBAPIError, InterfaceError, InternalError, OperationalError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from handlers.administrators import Administrators, NotedError
from handlers.send import MAX_ALERT
from handlers.views.clean import one_line
from handlers.views.texts import Texts, load_texts, pick_language

_EXPECTED = (
    "message is not modified",
    "query is too old",
    "query id is invalid",
    "message to be replied not found",
    "not enough rights to send",
    "chat not found",
)

_CLOSED_TOPIC = ("topic_closed", "topic_deleted", "message thread not found")
_APOLOGY_SECONDS = 60.0  # that an apology may wait for Telegram

_log = logging.getLogger(__name__)


async def on_error(  # noqa: PLR0913 - aiogram hands in what is asked for by name
    event: ErrorEvent,
    bot: Bot,
    administrators: Administrators,
    *,
    texts: Texts | None = None,
    event_from_user: User | None = None,
    answered: set[str] | None = None,
) -> bool:
    """Any error that a handler or a filter left.

    `texts` is absent when the error came before the language was known. `answered` are the presses that
    were answered: Telegram takes no second answer.

    Returns:
        True: the error is dealt with.
    """
    update, error = event.update, event.exception
    code = event_from_user.language_code if event_from_user else None
    texts = texts or load_texts(pick_language(code))
    if _is_expected(error):
        _log.info("update %s: %s", update.update_id, type(error).__name__)
        if _says(error, _CLOSED_TOPIC):
            await _answer_elsewhere(update, bot, texts)
        return True
    failed = update.update_id, _kind(update)
    if away := _name_absence(error):  # where that was met tells nothing, and everybody meets it
        _log.error("update %s (%s) failed: the database does not answer: %s", *failed, away)
    else:
        _log.error("update %s (%s) failed", *failed, exc_info=error)
    if not isinstance(error, TelegramRetryAfter):  # an apology would have to wait as well
        await _apologise(update, bot, texts, error, answered or set())
    fault = NotedError(dt.datetime.now(dt.UTC), type(error).__name__, _kind(update), _reason(error))
    administrators.note(fault)
    await administrators.notify(bot, str(fault))
    return True


def _name_absence(error: Exception) -> str | None:
    """Why the database does not answer: it is gone, busy, full or damaged. None for any other error."""
    if isinstance(error, PoolTimeoutError):
        return type(error).__name__
    is_absence = isinstance(error, OperationalError | InterfaceError | InternalError)
    if not isinstance(error, DBAPIError) or not (is_absence or type(error) is DBAPIError):
        return None
    said = getattr(error.orig, "sqlite_errorname", None)
    if said == "SQLITE_ERROR":  # a statement of ours is wrong
        return None
    return said or type((error.orig and error.orig.__cause__) or error).__name__


def _is_expected(error: Exception) -> bool:
    # Blocked by the person, removed from the group; or it was sent, and Telegram's word of that is lost.
    if isinstance(error, TelegramForbiddenError | ClientDecodeError):
        return True
    return _says(error, (*_EXPECTED, *_CLOSED_TOPIC))


def _says(error: Exception, reasons: Iterable[str]) -> bool:
    if not isinstance(error, TelegramBadRequest):
        return False
    return any(reason in error.message.lower() for reason in reasons)


def _kind(update: Update) -> str:
    return update.event_type


def _reason(error: Exception) -> str:
    # A database error quotes statements and values, which are nobody's business in a chat.
    return error.message if isinstance(error, TelegramAPIError) else type(error).__module__


def _text_key(error: Exception) -> str:
    match error:
        case SQLAlchemyError():
            return "error-database"
        case TelegramBadRequest():
            return "error-telegram"
        case TelegramNetworkError() | TelegramServerError():
            return "error-telegram-unsure"
        case TelegramAPIError():
            return "error-telegram-away"
    return "error-general"


async def _apologise(update: Update, bot: Bot, texts: Texts, error: Exception, answered: set[str]) -> None:
    """Tells the person what went wrong, if that can be told. Raises nothing: nobody would take care of it."""
    text = texts.get(_text_key(error))
    try:
        async with asyncio.timeout(_APOLOGY_SECONDS):
            if update.callback_query is not None:
                await _apologise_for_press(update.callback_query, text, answered)
            elif update.inline_query is not None:
                button = InlineQueryResultsButton(text=texts.get("inline-error"), start_parameter="help")
                await bot.answer_inline_query(
                    update.inline_query.id, results=[], cache_time=1, is_personal=True, button=button
                )
            elif update.guest_message is not None:
                await update.guest_message.answer_guest_query(result=_apology(text, texts))
            elif update.message is not None:
                await update.message.answer(text, parse_mode=None)
    except Exception as failure:
        _log.warning("update %s: no apology: %s", update.update_id, type(failure).__name__)


async def _apologise_for_press(press: CallbackQuery, text: str, answered: set[str]) -> None:
    if press.id not in answered:
        await press.answer(one_line(text, MAX_ALERT), show_alert=True)
    elif press.message is not None:
        await press.message.answer(text, parse_mode=None)


async def _answer_elsewhere(update: Update, bot: Bot, texts: Texts) -> None:
    """The topic is closed: whoever asked there learns in the private chat where they can ask."""
    person = update.message.from_user if isinstance(update.message, Message) else None
    if person is None or person.is_bot:
        return
    try:
        await bot.send_message(person.id, texts.get("error-topic-closed"), parse_mode=None)
    except Exception as failure:  # they have never written to the bot
        _log.info("update %s: not answered elsewhere: %s", update.update_id, type(failure).__name__)


def _apology(text: str, texts: Texts) -> InlineQueryResultArticle:
    """An apology as the only result that a guest may send."""
    content = InputTextMessageContent(message_text=text, parse_mode=None)
    return InlineQueryResultArticle(id="error", title=texts.get("start-title"), input_message_content=content)


def create_router() -> Router:
    """The router of errors."""
    router = Router(name="errors")
    router.error.register(on_error)
    return router
