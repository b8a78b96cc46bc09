"""/privacy: what is stored of a person; /forget: deletes it."""

from __future__ import annotations

from aiogram import Bot, Router
from aiogram.enums import ChatType
from aiogram.types import Message

from handlers import commands
from handlers.desk import Desk
from handlers.replies import Replies
from handlers.send import send_view
from handlers.speaker import speaker_of
from handlers.views.pages import notice_view
from handlers.views.privacy import StoredOfPerson, forgotten_view, privacy_view
from storage.columns import utc_now
from storage.follows import count_followed, unfollow_all
from storage.kept_memory import count_memory
from storage.people import find_person, forget_person
from storage.sent_replies import count_replies


async def tell_privacy(message: Message, desk: Desk, bot: Bot, replies: Replies) -> None:
    """Answers /privacy: all that is stored of the one who asks, and what is not."""
    person = message.from_user
    if message.chat.type != ChatType.PRIVATE or person is None:
        await send_view(message, notice_view("private-only", desk.texts), bot)
        return
    await replies.log.write()
    await desk.session.rollback()  # what was read before does not see it
    waiting = replies.log.waiting(person.id)  # somebody else writes
    answered = len(waiting) + await count_replies(desk.session, person.id, besides=waiting)
    is_shared = desk.conversation is not None and desk.conversation.memory.is_stored
    stored = StoredOfPerson(
        person.id,
        await find_person(desk.session, person.id),
        followed=await count_followed(desk.session, person.id),
        replies=answered,
        questions=await count_memory(desk.session, person.id, utc_now()) if is_shared else None,
    )
    await send_view(message, privacy_view(stored, desk.texts), bot)


async def forget(message: Message, desk: Desk, bot: Bot, replies: Replies) -> None:
    """Answers /forget: deletes what is stored of the one who asks, and says so."""
    person = speaker_of(message)
    if person is not None:
        await unfollow_all(desk.session, person)
        await replies.log.forget(desk.session, person)
        replies.forget(person)
        await forget_person(desk.session, person)
    is_shared = False
    if desk.conversation is not None:
        is_shared = desk.conversation.memory.is_stored
        await desk.conversation.forget()
    await send_view(message, forgotten_view(desk.texts, is_counted=is_shared), bot)


def create_router() -> Router:
    """The router of these commands."""
    router = Router(name="privacy")
    router.message.register(tell_privacy, commands.filter_of(commands.PRIVACY), flags={"throttle": "message"})
    router.message.register(forget, commands.filter_of(commands.FORGET), flags={"throttle": "message"})
    return router
