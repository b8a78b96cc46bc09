"""Views are sent, or shown in place of what stands there already."""

from __future__ import annotations

import logging
from typing import cast

from aiogram import Bot
from aiogram.enums import ChatType
from aiogram.exceptions import AiogramError
from aiogram.methods import SendMessage
from aiogram.types import (
    CallbackQuery,
    LinkPreviewOptions,
    Message,
    ReplyParameters,
)

from handlers.alone import Content, lead_to_chat, quote_asked, replace_alone, send_alone
from handlers.edits import succeeds
from handlers.pressed import Press, may_change, read_press
from handlers.rendering import keyboard, render
from handlers.shown_again import ReadyView, ready
from handlers.views.actions import AskIn, GiveFeedback, LineAction, ShowCandidates
from handlers.views.clean import one_line
from handlers.views.message import MessageView
from handlers.views.table_actions import TakeAnswer
from handlers.views.ways import AnswerPage

MAX_ALERT = 200
# All is said of it: what is left to the bot's defaults is looked up in each message.
NO_PREVIEW = LinkPreviewOptions(
    is_disabled=True, prefer_small_media=None, prefer_large_media=None, show_above_text=None
)

_log = logging.getLogger(__name__)


async def send_view(message: Message, view: MessageView, bot: Bot) -> Message:
    """Answer a message with a view.

    Args:
        message: what to answer.
        view: the answer.
        bot: the bot.

    Returns:
        The message that was sent.
    """
    return await (await draft_answer(message, view, bot))


async def draft_answer(message: Message, view: MessageView, bot: Bot) -> SendMessage:
    """The request that answers a message with a view; it is not sent yet.

    In a group the message is quoted, which tells whose the answer is; candidates always do so, since their
    buttons find the question there.

    Args:
        message: what to answer.
        view: the answer.
        bot: the bot.
    """
    # A message that one person sees alone has the number 0 and cannot be quoted.
    quotes = message.message_id > 0 and (message.chat.type != ChatType.PRIVATE or _leads_back(view))
    asked = message.message_id
    quote = ReplyParameters(message_id=asked, allow_sending_without_reply=True) if quotes else None
    return message.answer(**await _content(view, bot), reply_parameters=quote)


async def edit_sent(chat: int, message: int, view: MessageView, bot: Bot) -> bool:
    """Show a view in place of a message that was sent before.

    Args:
        chat: where that stands.
        message: its id.
        view: what to show.
        bot: the bot.

    Returns:
        False where it can no longer be edited.

    Raises:
        TelegramAPIError: if Telegram refuses for another reason.
    """
    return await succeeds(
        bot.edit_message_text(chat_id=chat, message_id=message, **await _content(view, bot))
    )


async def send_to(chat: int, view: MessageView, bot: Bot) -> None:
    """Write to a person who asked nothing just now.

    Args:
        chat: their private chat.
        view: the message.
        bot: the bot.

    Raises:
        TelegramAPIError: if Telegram refuses.
    """
    await bot.send_message(chat, **await _content(view, bot))


def _leads_back(view: MessageView) -> bool:
    return any(
        isinstance(action, ShowCandidates | AskIn | GiveFeedback | TakeAnswer)
        or (isinstance(action, LineAction) and isinstance(action.way.began, AnswerPage))
        for action in (button.action for button in view.buttons)
    )


async def show_view(callback: CallbackQuery, view: MessageView, bot: Bot) -> None:
    """Show a view to the person who pressed a button.

    It takes the place of the message, where that is theirs. In a group anybody else is answered alone, and
    what was sent inline stays as it is: a link leads to the view in the private chat. A message that can no
    longer be edited is followed by a new one. The press is answered before the message is changed, which may
    have to wait.

    Args:
        callback: the press.
        view: what to show.
        bot: the bot.

    Raises:
        TelegramAPIError: if Telegram refuses.
    """
    press = read_press(callback)
    if press is Press.SHARED:
        await lead_to_chat(callback, bot)
        return
    content = await _content(view, bot)
    if press is Press.ALONE:
        await replace_alone(callback, content, bot)
    elif await may_change(callback, bot):
        await answer_early(callback)
        await _replace(callback, content)
    else:
        await send_alone(callback, content, bot)


async def show_shared(callback: CallbackQuery, view: MessageView, bot: Bot) -> None:
    """Show a view in place of a message that was sent inline, for all who see that.

    Args:
        callback: the press.
        view: of the same line, in the language of the message.
        bot: the bot.

    Raises:
        TelegramAPIError: if Telegram refuses.
    """
    if callback.inline_message_id is None:
        await show_view(callback, view, bot)
        return
    shared = callback.inline_message_id
    await answer_early(callback)
    # Where it is gone, there is no chat to send another one to.
    await succeeds(bot.edit_message_text(inline_message_id=shared, **await _content(view, bot)))


async def answer_early(callback: CallbackQuery) -> None:
    """Answers a press before what it asks for is done; one that Telegram has forgotten is done all the same.

    Args:
        callback: the press.
    """
    try:
        await callback.answer()
    except AiogramError as error:
        _log.info("a press is not answered: %s", type(error).__name__)


async def _content(view: MessageView, bot: Bot) -> Content:
    username = (await bot.me()).username
    made = view.find_made(username) if isinstance(view, ReadyView) else None
    return cast("Content", made) if made is not None else _make_content(view, username)


def _make_content(view: MessageView, username: str | None) -> Content:
    rendered = render(view)
    return Content(
        text=rendered.text,
        entities=rendered.entities,
        reply_markup=keyboard(view, username),
        link_preview_options=NO_PREVIEW,
        parse_mode=None,
    )


def make_ready(view: MessageView, username: str | None) -> MessageView:
    """A message that is made into what Telegram takes once, however often it is shown.

    Args:
        view: the message.
        username: the bot's name in Telegram.
    """
    if isinstance(view, ReadyView) and view.find_made(username) is not None:
        return view
    return ready(view, _make_content(view, username), username)


async def _replace(callback: CallbackQuery, content: Content) -> None:
    """Edits the message; one that can no longer be edited is followed by a new one."""
    message = callback.message
    if isinstance(message, Message) and await succeeds(message.edit_text(**content)):
        return
    if message is not None:
        await message.answer(**content, reply_parameters=quote_asked(message))


async def alert(callback: CallbackQuery, text: str) -> None:
    """Answer a press with a window that has to be closed.

    Args:
        callback: the press.
        text: one sentence.
    """
    await callback.answer(one_line(text, MAX_ALERT), show_alert=True)
