"""A question in free text, and the pages of its candidates."""

from __future__ import annotations

from aiogram import Bot, Router
from aiogram.enums import ChatType
from aiogram.types import CallbackQuery, Message

from handlers.answering import AskedMessage, answer_question, answer_reply, ask_in, offer_candidates
from handlers.callbacks import CandidatesButton, PlaceButton
from handlers.claims import complete_claim
from handlers.commands import as_question, spell_out
from handlers.desk import Desk
from handlers.examples import tell_how_to_ask, tell_how_to_ask_here
from handlers.filters import Addressed, AsksQuestion, words_for_bot
from handlers.opening import open_link, unknown_budget
from handlers.replies import Replies
from handlers.send import alert, show_view
from handlers.views.links import NEWEST, LinkedQuestion, find_shared, read_payload
from handlers.views.message import MessageView
from handlers.views.texts import Texts
from storage.reading.lookup import find_budget
from storage.reading.short_address import ShortAddress


async def answer_message(
    message: Message, addressed: Addressed, desk: Desk, bot: Bot, replies: Replies
) -> None:
    """Answers a question: with a card, with candidates, or that nothing was found."""
    asked, before = addressed.message, desk.newest
    # A command behind the bot's name, which Telegram takes for none: `@bot /changes 12-3`.
    said = spell_out(addressed.question, desk.texts)
    question = complete_claim(message, said, desk, bot)
    shared = read_payload(find_shared(question) or "")
    if not question:
        view: MessageView | None = await _explain(message, desk)
    elif isinstance(shared, ShortAddress):  # a shared query that was sent as it stood
        view = await open_link(desk, shared)
    elif addressed.by_name:
        alone = as_question(addressed.question, desk.texts) is not None
        view = await answer_question(desk, question, asked.message_id, alone=alone)
    else:
        view = await answer_reply(desk, question, asked.message_id)
    if view is not None:
        desk.keep_card(await replies.answer(message, view, bot, asked), before)


async def _explain(message: Message, desk: Desk) -> MessageView:
    """What is answered to the bot's name alone: how to ask it there."""
    if message.chat.type == ChatType.PRIVATE or desk.username is None:
        return await tell_how_to_ask(desk)
    return await tell_how_to_ask_here(desk, desk.username)


async def show_candidates(
    callback: CallbackQuery, callback_data: CandidatesButton, desk: Desk, bot: Bot
) -> None:
    """Shows a page of the candidates of the question that the message replies to."""
    asked = await message_question(callback, bot, desk.texts)
    if asked is None:
        await alert(callback, desk.texts.get("candidates-gone"))
        return
    # The budget stays, whatever was asked of others or loaded meanwhile.
    budget = None
    if callback_data.budget != NEWEST:
        budget = await find_budget(desk.session, callback_data.budget)
        if budget is None:
            await show_view(callback, (await unknown_budget(desk)).view, bot)
            return
    chosen = budget.address if budget else None
    view = await offer_candidates(desk, asked, callback_data.offset, chosen)
    if view is None:
        await alert(callback, desk.texts.get("candidates-gone"))
        return
    await show_view(callback, view, bot)


async def answer_in_place(callback: CallbackQuery, callback_data: PlaceButton, desk: Desk, bot: Bot) -> None:
    """Answers the question that the message replies to from the budget that a button names."""
    asked = await message_question(callback, bot, desk.texts)
    if asked is None:
        await alert(callback, desk.texts.get("candidates-gone"))
        return
    budget = await find_budget(desk.session, callback_data.budget)
    if budget is None:
        await show_view(callback, (await unknown_budget(desk)).view, bot)
        return
    view = await ask_in(desk, asked, budget.address)
    if view is None:
        await alert(callback, desk.texts.get("candidates-gone"))
        return
    await show_view(callback, view, bot)


async def message_question(callback: CallbackQuery, bot: Bot, texts: Texts) -> AskedMessage | None:
    """The question that the message with a button replies to; None where Telegram does not say it.

    Args:
        callback: the press.
        bot: the bot.
        texts: the person's language.
    """
    message = callback.message
    asked = message.reply_to_message if isinstance(message, Message) else None
    question = await _question_of(asked, bot, texts) if asked is not None else None
    if asked is None or question is None:
        return None
    return AskedMessage(question, asked.message_id, asked.from_user.id if asked.from_user else None)


async def _question_of(message: Message, bot: Bot, texts: Texts) -> str | None:
    found = words_for_bot(message, (await bot.me()).username or "")
    if found is not None:
        return found
    asked = as_question(message.text or "", texts)
    if asked is not None:
        return asked
    # A question that came in a deep link stands there as "/start q_…".
    payload = read_payload((message.text or "").partition(" ")[2].strip())
    return payload.text if isinstance(payload, LinkedQuestion) else None


def create_router() -> Router:
    """The router of questions."""
    router = Router(name="question")
    for sent in (router.message, router.edited_message):
        sent.register(answer_message, AsksQuestion(), flags={"throttle": "message"})
    router.callback_query.register(show_candidates, CandidatesButton.filter(), flags={"throttle": "button"})
    router.callback_query.register(answer_in_place, PlaceButton.filter(), flags={"throttle": "button"})
    return router
