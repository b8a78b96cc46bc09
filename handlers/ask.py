"""/ask: the question behind it, or the one that it replies to; alone it says how to ask."""

from __future__ import annotations

from aiogram import Bot, Router
from aiogram.filters import CommandObject
from aiogram.types import Message

from handlers import commands
from handlers.answering import answer_question
from handlers.claims import complete_claim
from handlers.desk import Desk
from handlers.examples import tell_of_command
from handlers.filters import is_from, words_for_bot
from handlers.replies import Replies


async def ask(message: Message, command: CommandObject, desk: Desk, bot: Bot, replies: Replies) -> None:
    """Answers the question behind the command, else the one that is replied to, or says how to ask one."""
    asked, said = message, (command.args or "").strip()
    alone = bool(said)  # what stands behind a command goes on from no message
    replied = message.reply_to_message
    if not said and replied is not None and not is_from(replied, bot):
        asked, said = replied, words_for_bot(replied, desk.username or "") or ""
    question = complete_claim(message, said, desk, bot)
    if not question:
        await replies.answer(message, await tell_of_command(desk), bot)
        return
    before = desk.newest
    view = await answer_question(desk, question, asked.message_id, alone=alone)
    desk.keep_card(await replies.answer(message, view, bot, asked), before)


def create_router() -> Router:
    """The router of the command."""
    router = Router(name="ask")
    for sent in (router.message, router.edited_message):
        sent.register(ask, commands.filter_of(commands.ASK), flags={"throttle": "message"})
    return router
