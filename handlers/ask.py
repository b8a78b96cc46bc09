"""/ask: the question behind it, in a private chat or a group; alone it says how to ask."""

from __future__ import annotations

from aiogram import Bot, Router
from aiogram.filters import Command, CommandObject
from aiogram.types import Message

from handlers import commands
from handlers.answering import answer_question
from handlers.claims import complete_claim
from handlers.desk import Desk
from handlers.replies import Replies
from handlers.views.pages import ask_view


async def ask(message: Message, command: CommandObject, desk: Desk, bot: Bot, replies: Replies) -> None:
    """Answers the question behind the command, or says how to ask one."""
    question = complete_claim(message, (command.args or "").strip(), desk, bot)
    if not question:
        await replies.answer(message, ask_view(desk.texts), bot)
        return
    await replies.answer(message, await answer_question(desk, question, message.message_id), bot)


def create_router() -> Router:
    """The router of the command."""
    router = Router(name="ask")
    router.message.register(ask, Command(commands.ASK), flags={"throttle": "message"})
    return router
