"""Sends charts: finds what a button names, and shows its picture below the message or in place of another."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest
from aiogram.types import CallbackQuery, InputMediaPhoto, Message, ReplyParameters

from handlers.callbacks import ChartButton
from handlers.desk import Desk
from handlers.drawing import DrawingError
from handlers.gallery import Gallery, Upload
from handlers.opening import gone_line, unknown_budget
from handlers.send import MAX_CAPTION, alert, cannot_edit, keyboard, render
from handlers.views.charts.frame import ChartView
from handlers.views.charts.records import ChangesSheet, Picture
from handlers.views.links import line_payload
from handlers.views.texts import Texts
from storage.reading.address import LineAddress
from storage.reading.lookup import find_budget

ViewMaker = Callable[[LineAddress], Awaitable[ChartView | str | None]]
"""Makes the chart of a line, or says why there is none; None where the line is not stored."""

_log = logging.getLogger(__name__)


async def send_chart(  # noqa: PLR0913, PLR0917 - what a handler is given, and what it makes of it
    callback: CallbackQuery, data: ChartButton, desk: Desk, bot: Bot, gallery: Gallery, make: ViewMaker
) -> None:
    """Answer a press that asks for a chart.

    Args:
        callback: the press.
        data: what it asks for.
        desk: whom to show it to, from what.
        bot: the bot.
        gallery: the pictures that there are.
        make: makes the chart.
    """
    budget = await find_budget(desk.session, data.budget)
    if budget is None:
        await alert(callback, (await unknown_budget(desk)).sentence)
        return
    line = budget.find_line(data.line)
    made = await make(line) if line else None
    if made is None:
        asked = line or budget.newest_line(data.line)
        gone = await gone_line(desk, asked, decision_known=line is not None)
        await alert(callback, gone.sentence)
    elif isinstance(made, str):
        await alert(callback, made)
    elif callback.message is None:
        await _lead_to_chat(callback, line or budget.newest_line(data.line), desk)
    else:
        await desk.session.rollback()  # nobody waits for the database while a picture is drawn
        await _send(callback, made, bot, gallery, desk.texts)


async def _lead_to_chat(callback: CallbackQuery, line: LineAddress, desk: Desk) -> None:
    """A message that was shared inline takes no new file: the picture comes in the private chat."""
    payload = line_payload(line)
    if payload is None or desk.username is None:
        await alert(callback, desk.texts.get("chart-elsewhere"))
        return
    await callback.answer(url=f"https://t.me/{desk.username}?start={payload}")


async def _send(callback: CallbackQuery, view: ChartView, bot: Bot, gallery: Gallery, texts: Texts) -> None:
    # At once: Telegram takes no answer to a press that is older than some seconds.
    await callback.answer()
    picture = Picture(view.chart, view.dark)
    is_file = isinstance(view.chart, ChangesSheet)  # a photo is made smaller on its way, a page must not be
    rendered = render(view.caption, MAX_CAPTION)
    markup = keyboard(view.caption, (await bot.me()).username)
    message = callback.message
    if message is None:
        return

    async def send(file: Upload) -> Message | bool:
        if isinstance(message, Message) and message.photo and not is_file:
            media = InputMediaPhoto(
                media=file, caption=rendered.text, caption_entities=rendered.entities, parse_mode=None
            )
            try:
                return await message.edit_media(media, reply_markup=markup)
            except TelegramBadRequest as error:
                if not cannot_edit(error):
                    raise
        quote = ReplyParameters(message_id=message.message_id, allow_sending_without_reply=True)
        if is_file:
            return await message.answer_document(
                file,
                caption=rendered.text,
                caption_entities=rendered.entities,
                parse_mode=None,
                reply_markup=markup,
                reply_parameters=quote,
                disable_content_type_detection=True,
            )
        return await message.answer_photo(
            file,
            caption=rendered.text,
            caption_entities=rendered.entities,
            parse_mode=None,
            reply_markup=markup,
            reply_parameters=quote,
        )

    async def say_waiting() -> None:
        thread = (
            message.message_thread_id if isinstance(message, Message) and message.is_topic_message else None
        )
        action = "upload_document" if is_file else "upload_photo"
        try:
            await bot.send_chat_action(message.chat.id, action, message_thread_id=thread)
        except TelegramAPIError as error:  # the picture comes without it, too
            _log.warning("chat action: %s", error)

    try:
        await gallery.hand(picture, send, say_waiting)
    except DrawingError as error:
        await message.answer(texts.get(f"chart-failed-{error.fault}"), parse_mode=None)
