"""Sends charts: finds what a button names, and shows its picture below the message or in place of another."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest
from aiogram.types import (
    CallbackQuery,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    MaybeInaccessibleMessageUnion,
    Message,
    ReplyParameters,
)

from handlers.callbacks import ChartButton
from handlers.desk import Desk
from handlers.drawing import DrawingError
from handlers.gallery import Gallery, Upload
from handlers.opening import gone_line, unknown_budget
from handlers.send import MAX_CAPTION, Rendered, alert, cannot_edit, keyboard, render
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
    message = callback.message
    if message is None:
        return
    markup = keyboard(view.caption, (await bot.me()).username)
    way = _WayBelow(
        message, bot, render(view.caption, MAX_CAPTION), markup, isinstance(view.chart, ChangesSheet)
    )
    try:
        await gallery.hand(Picture(view.chart, view.dark), way.send, way.say_waiting)
    except DrawingError as error:
        await message.answer(texts.get(f"chart-failed-{error.fault}"), parse_mode=None)


@dataclass(frozen=True, slots=True)
class _WayBelow:
    """How a picture comes to its chat: below the message with the button, or in place of a picture there.

    `is_file` says that it is a file: a photo is made smaller on its way, and a page must not be.
    """

    message: MaybeInaccessibleMessageUnion
    bot: Bot
    caption: Rendered
    markup: InlineKeyboardMarkup | None
    is_file: bool

    async def send(self, file: Upload) -> Message | bool:
        """Sends the picture; the message that came of it, where one did."""
        if isinstance(self.message, Message) and self.message.photo and not self.is_file:
            media = InputMediaPhoto(
                media=file,
                caption=self.caption.text,
                caption_entities=self.caption.entities,
                parse_mode=None,
            )
            try:
                return await self.message.edit_media(media, reply_markup=self.markup)
            except TelegramBadRequest as error:
                if not cannot_edit(error):
                    raise
        return await (self._send_file(file) if self.is_file else self._send_photo(file))

    async def _send_file(self, file: Upload) -> Message:
        return await self.message.answer_document(
            file,
            caption=self.caption.text,
            caption_entities=self.caption.entities,
            parse_mode=None,
            reply_markup=self.markup,
            reply_parameters=self._quote(),
            disable_content_type_detection=True,
        )

    async def _send_photo(self, file: Upload) -> Message:
        return await self.message.answer_photo(
            file,
            caption=self.caption.text,
            caption_entities=self.caption.entities,
            parse_mode=None,
            reply_markup=self.markup,
            reply_parameters=self._quote(),
        )

    def _quote(self) -> ReplyParameters:
        return ReplyParameters(message_id=self.message.message_id, allow_sending_without_reply=True)

    async def say_waiting(self) -> None:
        """Shows in the chat that something is being sent."""
        message = self.message
        thread = (
            message.message_thread_id if isinstance(message, Message) and message.is_topic_message else None
        )
        action = "upload_document" if self.is_file else "upload_photo"
        try:
            await self.bot.send_chat_action(message.chat.id, action, message_thread_id=thread)
        except TelegramAPIError as error:  # the picture comes without it, too
            _log.warning("chat action: %s", error)
