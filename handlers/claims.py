"""A claim that another message holds: one replied to, one that was forwarded, or the one sent just before."""

from __future__ import annotations

from aiogram import Bot
from aiogram.enums import ChatType
from aiogram.types import Message

from handlers.desk import Desk
from handlers.filters import words_for_bot
from handlers.views.texts import load_texts
from parser.question.checking import cut_checking
from parser.question.claimed_figures import find_claimed_figures
from parser.text.language import detect_language


def complete_claim(message: Message, question: str, desk: Desk, bot: Bot) -> str:
    """A question, with what another message claims where it asks to check that.

    Args:
        message: that the question stands in, or a forwarded message that is a claim itself.
        question: its words.
        desk: whom to answer.
        bot: this bot, whose own messages claim nothing.

    Returns:
        The question as it is where it asks for no check, or says itself what to check; also where the other
        message has no figure: then it is said how to ask.
    """
    private = message.chat.type == ChatType.PRIVATE and message.guest_query_id is None
    checking = cut_checking(question)
    if checking is None:
        figures = private and find_claimed_figures(question)
        if figures and desk.conversation:
            desk.conversation.keep_claim(question)
        return _ask_to_check(question, desk) if figures and message.forward_origin is not None else question
    if any(map(str.isalnum, checking.claim)):
        return question
    said = _read_replied(message, desk, bot)
    if said is None and private and desk.conversation:
        said = desk.conversation.claim
    return f"{question}: {said}" if said and find_claimed_figures(said) else question


def _ask_to_check(claim: str, desk: Desk) -> str:
    """A forwarded claim as a message that asks for a check, in the claim's language."""
    language = detect_language(claim)
    texts = load_texts(language) if language else desk.texts
    return texts.get("check-question", claim=claim)


def _read_replied(message: Message, desk: Desk, bot: Bot) -> str | None:
    """What the message that is replied to says, of it only the part that is quoted, where one is."""
    if message.quote is not None:
        return message.quote.text
    replied = message.reply_to_message
    if replied is None or (replied.from_user is not None and replied.from_user.id == bot.id):
        return None
    return words_for_bot(replied, desk.username or "")
