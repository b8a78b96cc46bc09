"""What happens with an error, by its kind and the kind of update; it raises none itself.

Logged first; then the person hears of it in their language, an alert for a
button and an empty result with a button for an inline query; then the
administrators. Error handlers of any router take errors of the whole tree, so
there are none elsewhere.
"""

from __future__ import annotations

import datetime as dt
import logging

from aiogram import Bot, Router
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
)
from aiogram.types import (
    ErrorEvent,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    Update,
    User,
)
from sqlalchemy.exc import SQLAlchemyError

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

_log = logging.getLogger(__name__)


async def on_error(
    event: ErrorEvent,
    bot: Bot,
    administrators: Administrators,
    texts: Texts | None = None,
    event_from_user: User | None = None,
) -> bool:
    """Any error that a handler or a filter left.

    `texts` is absent when the error came before the language was known.

    Returns:
        True: the error is dealt with.
    """
    update, error = event.update, event.exception
    if _is_expected(error):
        _log.info("update %s: %s", update.update_id, error)
        return True
    _log.error("update %s (%s) failed", update.update_id, _kind(update), exc_info=error)
    if not isinstance(error, TelegramNetworkError | TelegramRetryAfter):  # these would stop an apology too
        code = event_from_user.language_code if event_from_user else None
        await _apologise(update, bot, texts or load_texts(pick_language(code)), error)
    fault = NotedError(dt.datetime.now(dt.UTC), type(error).__name__, _kind(update), _reason(error))
    administrators.note(fault)
    await administrators.notify(bot, str(fault))
    return True


def _is_expected(error: Exception) -> bool:
    if isinstance(error, TelegramForbiddenError):  # blocked by the person, removed from the group
        return True
    return isinstance(error, TelegramBadRequest) and any(
        reason in error.message.lower() for reason in _EXPECTED
    )


def _kind(update: Update) -> str:
    return update.event_type


def _reason(error: Exception) -> str:
    # A database error quotes statements and values, which are nobody's business in a chat.
    return error.message if isinstance(error, TelegramAPIError) else type(error).__module__


def _text_key(error: Exception) -> str:
    if isinstance(error, SQLAlchemyError):
        return "error-database"
    return "error-telegram" if isinstance(error, TelegramAPIError) else "error-general"


async def _apologise(update: Update, bot: Bot, texts: Texts, error: Exception) -> None:
    text = texts.get(_text_key(error))
    try:
        if update.callback_query is not None:
            await bot.answer_callback_query(
                update.callback_query.id, text=one_line(text, MAX_ALERT), show_alert=True
            )
        elif update.inline_query is not None:
            button = InlineQueryResultsButton(text=texts.get("inline-error"), start_parameter="help")
            await bot.answer_inline_query(
                update.inline_query.id, results=[], cache_time=1, is_personal=True, button=button
            )
        elif update.guest_message is not None:
            await update.guest_message.answer_guest_query(result=_apology(text, texts))
        elif update.message is not None:
            await update.message.answer(text, parse_mode=None)
    except (TimeoutError, TelegramAPIError) as failure:
        _log.warning("update %s: no apology: %s", update.update_id, failure)


def _apology(text: str, texts: Texts) -> InlineQueryResultArticle:
    """An apology as the only result that a guest may send."""
    content = InputTextMessageContent(message_text=text, parse_mode=None)
    return InlineQueryResultArticle(id="error", title=texts.get("start-title"), input_message_content=content)


def create_router() -> Router:
    """The router of errors."""
    router = Router(name="errors")
    router.error.register(on_error)
    return router
