"""«Не то / непонятно?»: question and answer to the operator, where the person agrees, and nobody's name."""

from __future__ import annotations

import logging

from aiogram import Bot, F, Router
from aiogram.enums import ChatType, MessageEntityType
from aiogram.exceptions import TelegramAPIError
from aiogram.types import CallbackQuery, Message

from handlers.administrators import Administrators
from handlers.callbacks import FeedbackButton
from handlers.desk import Desk
from handlers.send import alert, send_to, send_view, show_view
from handlers.views.actions import FeedbackStep
from handlers.views.feedback import consent_view, reported_view
from handlers.views.links import LinkedQuestion, read_payload
from handlers.views.pages import notice_view

_log = logging.getLogger(__name__)


async def ask_consent(callback: CallbackQuery, desk: Desk, bot: Bot, administrators: Administrators) -> None:
    """Shows what would be sent, and asks whether it may be; says so where there is nobody to send it to."""
    message = callback.message
    if not isinstance(message, Message) or message.chat.type != ChatType.PRIVATE:
        await alert(callback, desk.texts.get("feedback-private"))
        return
    if not administrators.ids:
        await alert(callback, desk.texts.get("feedback-nobody"))
        return
    answer = message.text or message.caption or ""
    await send_view(message, consent_view(_find_question(message), answer, desk.texts), bot)
    await callback.answer()


async def send_feedback(
    callback: CallbackQuery, desk: Desk, bot: Bot, administrators: Administrators
) -> None:
    """Sends the operators what the person saw and agreed to, and says whether it arrived."""
    agreed = _read_agreed(callback.message)
    if agreed is None:
        await alert(callback, desk.texts.get("fallback-button"))
        return
    view, arrived = reported_view(*agreed, desk.texts), 0
    for person in administrators.ids:
        try:
            await send_to(person, view, bot)
            arrived += 1
        except TelegramAPIError as error:
            _log.warning("administrator %s got no feedback: %s", person, error)
    await show_view(callback, notice_view("feedback-sent" if arrived else "feedback-failed", desk.texts), bot)


async def drop_feedback(callback: CallbackQuery, desk: Desk, bot: Bot) -> None:
    """Sends nothing, and says so."""
    await show_view(callback, notice_view("feedback-dropped", desk.texts), bot)


def _find_question(message: Message) -> str | None:
    """The question that an answer quotes; None where it quotes none."""
    asked = message.reply_to_message
    text = (asked.text or asked.caption) if asked else None
    linked = read_payload((text or "").partition(" ")[2].strip())
    return linked.text if isinstance(linked, LinkedQuestion) else text


def _read_agreed(message: object) -> tuple[str | None, str] | None:
    """Question and answer in the message that asked for consent: what was shown is what is sent."""
    if not isinstance(message, Message) or message.text is None:
        return None
    marked = {each.type: each.extract_from(message.text).strip() for each in message.entities or ()}
    answer = marked.get(MessageEntityType.EXPANDABLE_BLOCKQUOTE)
    return (marked.get(MessageEntityType.CODE), answer) if answer else None


def create_router() -> Router:
    """The router of feedback."""
    router = Router(name="feedback")
    for step, handler, limit in (
        (FeedbackStep.ASK, ask_consent, "button"),
        (FeedbackStep.SEND, send_feedback, "feedback"),
        (FeedbackStep.DROP, drop_feedback, "button"),
    ):
        router.callback_query.register(
            handler, FeedbackButton.filter(F.step == step), flags={"throttle": limit}
        )
    return router
