"""Guest mode: the bot is named in a chat that it is no member of, and answers there once."""

from __future__ import annotations

from dataclasses import replace

from aiogram import Bot, Router
from aiogram.types import Message

from handlers.answer_views import elsewhere_view
from handlers.answering import find_answer
from handlers.claims import complete_claim
from handlers.commands import as_question, spell_out
from handlers.desk import Desk, Spoken
from handlers.examples import find_example, find_examples_of
from handlers.filters import words_for_bot
from handlers.inline import as_result
from handlers.views.actions import StartChat
from handlers.views.articles import Article
from handlers.views.card import card_view
from handlers.views.card_buttons import Situation
from handlers.views.links import HELP_PAYLOAD, question_payload, spoken_payload
from handlers.views.matches import answer_notices
from handlers.views.message import Button, MessageView
from handlers.views.pages import guest_view
from parser.question.intents import Intent
from storage.answering.answer import SureLine

_ID = "guest"  # of the only result


async def answer_guest(message: Message, desk: Desk, bot: Bot) -> None:
    """Answers what is asked by the bot's name, or what the message that is replied to asks or claims.

    The answer is like one that was sent inline: it leads into the private chat, and speaks the language of
    the question. Nothing goes on from it, since the chat may share its number with another one.
    """
    if message.guest_query_id is None:
        return
    spoken = Spoken.UNKNOWN if desk.spoken is Spoken.UNKNOWN else Spoken.LIKELY
    guest = replace(desk, conversation=None, spoken=spoken)
    question = _find_question(message, guest, bot)
    if question:
        view = await _answer(question, guest)
    else:
        view = guest_view(desk.username or "", await find_example(desk), desk.texts)
    article = Article(_ID, desk.texts.get("start-title"), "", view)
    await message.answer_guest_query(result=as_result(article, desk.username))


def _find_question(message: Message, desk: Desk, bot: Bot) -> str:
    username, replied = desk.username or "", message.reply_to_message
    question = words_for_bot(message, username)
    if question is None:  # a command, perhaps by name: `/changes@bot 12-3`
        question = as_question(message.text or "", desk.texts) or ""
    question = spell_out(question, desk.texts)
    if not question and replied is not None:
        question = words_for_bot(replied, username) or ""
    return complete_claim(message, question, desk, bot)


async def _answer(question: str, desk: Desk) -> MessageView:
    found = await find_answer(desk, question)
    if isinstance(found, SureLine) and found.heard.question.intent is not Intent.CHANGE:
        texts = desk.speaking(found.heard).texts
        notice = " ".join(answer_notices(found.heard, texts)) or None
        return card_view(found.card, texts, Situation(inline=True), notice=notice)
    texts = desk.speaking(found.heard).texts
    payload = spoken_payload(question_payload(question) or HELP_PAYLOAD, texts.language)
    opened = Button(texts.get("button-open-bot"), StartChat(payload))
    return replace(elsewhere_view(found, desk, await find_examples_of(found, desk)), rows=((opened,),))


def create_router() -> Router:
    """The router of guest messages."""
    router = Router(name="guest")
    router.guest_message.register(answer_guest, flags={"throttle": "message"})
    return router
