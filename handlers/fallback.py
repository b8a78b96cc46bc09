"""What nobody else took: old buttons, unknown commands, stickers and photos."""

from __future__ import annotations

from aiogram import Bot, Router
from aiogram.types import CallbackQuery, Message

from handlers.callbacks import OLD_FORM
from handlers.desk import Desk
from handlers.filters import UnreadableMessage
from handlers.send import alert, send_view
from handlers.views.pages import notice_view


async def old_button(callback: CallbackQuery, desk: Desk) -> None:
    """Answers a button that this version does not know; one of the old form is told why it opens nothing."""
    key = "fallback-button-old" if OLD_FORM.match(callback.data or "") else "fallback-button"
    await alert(callback, desk.texts.get(key))


async def unreadable(message: Message, unread: str, desk: Desk, bot: Bot) -> None:
    """Answers a command that does not exist, or a message without text."""
    await send_view(message, notice_view(f"fallback-{unread}", desk.texts), bot)


def create_router() -> Router:
    """The router of what nobody else took: it has to be the last one."""
    router = Router(name="fallback")
    router.callback_query.register(old_button, flags={"throttle": "button"})
    router.message.register(unreadable, UnreadableMessage(), flags={"throttle": "message"})
    return router
