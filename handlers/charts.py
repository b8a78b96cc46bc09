"""Sends charts: finds what a button names, and shows its picture below the message or in place of another."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest
from aiogram.types import (
    CallbackQuery,
    EphemeralMessageParameters,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    MaybeInaccessibleMessageUnion,
    Message,
    ReplyParameters,
)

from handlers.alone import answer_alone, find_thread, lead_to_chat, quote_asked
from handlers.desk import Desk
from handlers.drawing import DrawingError
from handlers.edits import cannot_edit
from handlers.gallery import Gallery, Upload
from handlers.line_buttons import ChartButton, SpanChartButton
from handlers.opening import gone_line, unknown_budget
from handlers.pressed import may_change
from handlers.rendering import MAX_CAPTION, Rendered, keyboard, render
from handlers.send import alert
from handlers.views.charts.frame import ChartView
from handlers.views.charts.records import ChangesSheet, Picture
from handlers.views.texts import Texts
from parser.dataclass import dataclass
from storage.people import save_colours
from storage.reading.address import LineAddress
from storage.reading.lookup import find_budget

ViewMaker = Callable[[LineAddress], Awaitable[ChartView | str | None]]
"""Makes the chart of a line, or says why there is none; None where the line is not stored."""

_log = logging.getLogger(__name__)


async def send_chart(  # noqa: PLR0913, PLR0917 - what a handler is given, and what it makes of it
    callback: CallbackQuery,
    data: ChartButton | SpanChartButton,
    desk: Desk,
    bot: Bot,
    gallery: Gallery,
    make: ViewMaker,
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
    elif callback.message is None:  # a message that was sent inline takes no new file
        await lead_to_chat(callback, bot)
    else:
        await desk.session.rollback()  # nobody waits for the database while a picture is drawn
        await _send(callback, made, bot, gallery, desk.texts)


async def choose_colours(callback: CallbackQuery, data: ChartButton | SpanChartButton, desk: Desk) -> bool:
    """Whether to draw a chart dark: as a press under a picture says, which is kept, else as chosen before.

    Buttons under texts said light while nothing was kept: that chooses nothing.

    Args:
        callback: the press.
        data: what it asks for.
        desk: who presses.
    """
    message = callback.message
    if data.dark is None or not (isinstance(message, Message) and message.photo):
        return desk.dark_pictures
    if data.dark is not desk.dark_pictures:
        await save_colours(desk.session, callback.from_user.id, dark=data.dark)
    return data.dark


async def _send(callback: CallbackQuery, view: ChartView, bot: Bot, gallery: Gallery, texts: Texts) -> None:
    message = callback.message
    if message is None:
        return
    markup = keyboard(view.caption, (await bot.me()).username)
    caption, is_file = render(view.caption, MAX_CAPTION), isinstance(view.chart, ChangesSheet)
    picture = Picture(view.chart, view.dark)
    if await may_change(callback, bot):
        # At once: Telegram takes no answer to a press that is older than some seconds.
        await callback.answer()
        way = _WayBelow(message, bot, caption, markup, is_file)
        try:
            await gallery.hand(picture, bot.id, way.send, way.say_waiting)
        except DrawingError as error:
            await message.answer(texts.get(f"chart-failed-{error.fault}"), parse_mode=None)
        return

    async def send(whom: EphemeralMessageParameters) -> Message:
        alone = _WayBelow(message, bot, caption, markup, is_file, whom)
        return await _hand_alone(gallery, picture, alone)

    try:
        await answer_alone(callback, bot, send)
    except DrawingError as error:
        await alert(callback, texts.get(f"chart-failed-{error.fault}"))


async def _hand_alone(gallery: Gallery, picture: Picture, way: _WayBelow) -> Message:
    """Sends a picture for those who alone see it. That it is being drawn is not said: all would see that."""
    sent: list[Message] = []

    async def send(file: Upload) -> Message:
        sent.append(await way.send_below(file))
        return sent[-1]

    async def say_nothing() -> None:
        pass

    await gallery.hand(picture, way.bot.id, send, say_nothing)
    return sent[-1]


@dataclass(frozen=True, slots=True)
class _WayBelow:
    """How a picture comes to its chat: below the message with the button, or in place of a picture there.

    `is_file` says that it is a file: a photo is made smaller on its way, and a page must not be. `whom` names
    those who alone see it; where it is None, all of the chat do.
    """

    message: MaybeInaccessibleMessageUnion
    bot: Bot
    caption: Rendered
    markup: InlineKeyboardMarkup | None
    is_file: bool
    whom: EphemeralMessageParameters | None = None

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
        return await self.send_below(file)

    async def send_below(self, file: Upload) -> Message:
        """Sends the picture below the message."""
        return await (self._send_file(file) if self.is_file else self._send_photo(file))

    async def _send_file(self, file: Upload) -> Message:
        return await self.message.answer_document(
            file,
            caption=self.caption.text,
            caption_entities=self.caption.entities,
            parse_mode=None,
            reply_markup=self.markup,
            reply_parameters=self._quote(),
            ephemeral_message_parameters=self.whom,
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
            ephemeral_message_parameters=self.whom,
        )

    def _quote(self) -> ReplyParameters | None:
        """In a group the question, which tells whose the picture is; else the message with the button."""
        quoted = quote_asked(self.message)
        if quoted is None and self.message.message_id:  # one that is seen alone has no id
            quoted = ReplyParameters(message_id=self.message.message_id, allow_sending_without_reply=True)
        return quoted

    async def say_waiting(self) -> None:
        """Shows in the chat that something is being sent."""
        action = "upload_document" if self.is_file else "upload_photo"
        try:
            chat, thread = self.message.chat.id, find_thread(self.message)
            await self.bot.send_chat_action(chat, action, message_thread_id=thread)
        except TelegramAPIError as error:  # the picture comes without it, too
            _log.warning("chat action: %s", error)
