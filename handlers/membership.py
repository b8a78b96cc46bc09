"""What becomes of a group: it gets another number, or sends the bot away, which forgets what it chose."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import IS_MEMBER, IS_NOT_MEMBER, ChatMemberUpdatedFilter
from aiogram.types import ChatMemberUpdated, Message

from handlers.desk import Desk
from handlers.filters import InGroup, TellsNewNumber
from handlers.replies import Replies
from storage.people import forget_person, move_person


async def keep_choices(message: Message, desk: Desk, replies: Replies) -> None:
    """A group that became a supergroup has another number: what it chose goes on under that."""
    if message.migrate_to_chat_id is not None:
        await move_person(desk.session, message.chat.id, message.migrate_to_chat_id)
        await _forget_messages(desk, replies, message.chat.id)  # they have other numbers now


async def forget_choices(event: ChatMemberUpdated, desk: Desk, replies: Replies) -> None:
    """The bot was sent away: nothing of the group is kept."""
    await forget_person(desk.session, event.chat.id)
    await _forget_messages(desk, replies, event.chat.id)


async def _forget_messages(desk: Desk, replies: Replies, group: int) -> None:
    """Forgets what was asked and answered in a group."""
    await replies.log.forget(desk.session, group)
    if desk.conversation is not None:
        await desk.conversation.memory.forget(group)


def create_router() -> Router:
    """The router of these events."""
    router = Router(name="membership")
    router.message.register(keep_choices, TellsNewNumber())
    router.my_chat_member.register(
        forget_choices, InGroup(), ChatMemberUpdatedFilter(IS_MEMBER >> IS_NOT_MEMBER)
    )
    return router
