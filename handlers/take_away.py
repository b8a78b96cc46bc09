"""The buttons that send what one looks at as a file: the choice of its form for an answer, and the files."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable

from aiogram import Bot, Router
from aiogram.enums import ChatAction
from aiogram.exceptions import TelegramAPIError
from aiogram.types import (
    BufferedInputFile,
    CallbackQuery,
    MaybeInaccessibleMessageUnion,
    Message,
    ReplyParameters,
)

from handlers.callbacks import AnswerFileButton, AnswerTableButton
from handlers.desk import Desk
from handlers.filing import Clerk
from handlers.line_buttons import SpanFileButton, TableFileButton
from handlers.opening import gone_line, unknown_budget
from handlers.pressed import may_change
from handlers.question import message_question
from handlers.rendering import MAX_CAPTION, render
from handlers.send import alert, show_view
from handlers.table_finding import FoundTable, find_answer_table, find_table
from handlers.views.links import chat_link, line_payload, spoken_payload
from handlers.views.table_actions import TableForm, TableKind, TakeAnswer
from handlers.views.take_away import answer_choice_view, table_caption
from storage.reading.address import BudgetAddress, LineAddress
from storage.reading.lookup import find_budget

_log = logging.getLogger(__name__)


async def choose_answer_form(
    callback: CallbackQuery, callback_data: AnswerTableButton, desk: Desk, bot: Bot
) -> None:
    """Shows in which form the answer to the message's question can be taken away."""

    async def show(found: FoundTable, budget: BudgetAddress) -> None:
        chosen = TakeAnswer(callback_data.offset, budget)
        await show_view(callback, answer_choice_view(found.table, chosen, desk.texts), bot)

    await _find_answer(callback, callback_data.budget, desk, bot, show)


async def send_answer_file(
    callback: CallbackQuery, callback_data: AnswerFileButton, desk: Desk, bot: Bot, clerk: Clerk
) -> None:
    """Sends the answer to the message's question as a file."""

    async def send(found: FoundTable, _: BudgetAddress) -> None:
        await _send(callback, found, callback_data.form, desk, bot, clerk)

    await _find_answer(callback, callback_data.budget, desk, bot, send)


async def _find_answer(
    callback: CallbackQuery,
    key: str,
    desk: Desk,
    bot: Bot,
    act: Callable[[FoundTable, BudgetAddress], Awaitable[None]],
) -> None:
    """Does something with the table of the answer to the message's question, or says why there is none."""
    question = await message_question(callback, bot, desk.texts)
    budget = await find_budget(desk.session, key)
    if budget is None:
        await alert(callback, (await unknown_budget(desk)).sentence)
        return
    found = await find_answer_table(desk, question, budget.address) if question else None
    if found is None:
        await alert(callback, desk.texts.get("candidates-gone"))
        return
    await act(found, budget.address)


async def send_table_file(
    callback: CallbackQuery,
    callback_data: TableFileButton | SpanFileButton,
    desk: Desk,
    bot: Bot,
    clerk: Clerk,
) -> None:
    """Sends a table of a line, of a decision's changes, or of those since another one, as a file."""
    budget = await find_budget(desk.session, callback_data.budget)
    if budget is None:
        await alert(callback, (await unknown_budget(desk)).sentence)
        return
    line, kind, since = budget.find_line(callback_data.line), TableKind.CHANGES, None
    if isinstance(callback_data, TableFileButton):
        kind = callback_data.kind
    else:
        since = budget.find_decision(callback_data.since)
        line = line if since else None
    found = await find_table(desk, line, kind, since) if line else None
    if found is None or line is None:
        asked = line or budget.newest_line(callback_data.line)
        await alert(callback, (await gone_line(desk, asked, decision_known=line is not None)).sentence)
        return
    await _send(callback, found, callback_data.form, desk, bot, clerk, line)


async def _send(  # noqa: PLR0913, PLR0917 - what a handler is given, and what it makes of it
    callback: CallbackQuery,
    found: FoundTable,
    form: TableForm,
    desk: Desk,
    bot: Bot,
    clerk: Clerk,
    line: LineAddress | None = None,
) -> None:
    message = callback.message
    if message is None or not await may_change(callback, bot):
        await _lead_to_chat(callback, line, desk)
        return
    # At once: Telegram takes no answer to a press that is older than some seconds.
    await callback.answer()
    await _say_waiting(message, bot)
    await desk.session.rollback()  # nobody waits for the database while a file is written
    table = found.table
    caption = render(table_caption(table, found.decision, desk.texts), MAX_CAPTION)
    file = BufferedInputFile(await clerk.make(table, form), f"{table.file_name}.{form.name.lower()}")
    await message.answer_document(
        file,
        caption=caption.text,
        caption_entities=caption.entities,
        parse_mode=None,
        reply_parameters=ReplyParameters(message_id=message.message_id, allow_sending_without_reply=True),
        disable_content_type_detection=True,
    )


async def _lead_to_chat(callback: CallbackQuery, line: LineAddress | None, desk: Desk) -> None:
    """Nobody's press puts a file into another person's chat: it comes in the private chat."""
    payload = line_payload(line) if line else None
    if payload is None or desk.username is None:
        await alert(callback, desk.texts.get("table-elsewhere"))
        return
    await callback.answer(url=chat_link(desk.username, spoken_payload(payload, desk.texts.language)))


async def _say_waiting(message: MaybeInaccessibleMessageUnion, bot: Bot) -> None:
    thread = message.message_thread_id if isinstance(message, Message) and message.is_topic_message else None
    try:
        await bot.send_chat_action(message.chat.id, ChatAction.UPLOAD_DOCUMENT, message_thread_id=thread)
    except TelegramAPIError as error:  # the file comes without it, too
        _log.warning("chat action: %s", error)


def create_router() -> Router:
    """The router of these buttons."""
    router = Router(name="take_away")
    flags = {"throttle": "button"}
    router.callback_query.register(choose_answer_form, AnswerTableButton.filter(), flags=flags)
    router.callback_query.register(send_answer_file, AnswerFileButton.filter(), flags=flags)
    for button in (TableFileButton, SpanFileButton):
        router.callback_query.register(send_table_file, button.filter(), flags=flags)
    return router
