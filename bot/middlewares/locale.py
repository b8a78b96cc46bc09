"""Finds a person's language once an update; sets the desk that answers them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from aiogram import BaseMiddleware, Bot
from aiogram.enums import ChatType
from aiogram.types import Chat, Message, TelegramObject, Update, User

from handlers.desk import Desk, Spoken
from handlers.memory import Conversation
from handlers.pressed import GROUPS, is_answered_alone
from handlers.send import make_ready
from handlers.speaker import speaker_in
from handlers.views.links import read_linked_language
from handlers.views.texts import DEFAULT_LANGUAGE, load_texts, read_language_code
from handlers.written_language import find_written_language
from parser.records import Language
from parser.text.language import detect_language
from storage.follows import find_followed_lines
from storage.people import KnownPerson, find_person
from storage.reading.places import Home


class LocaleMiddleware(BaseMiddleware):
    """Gives `texts` and `desk` to what follows, errors included.

    The language is the one that the group chose, else the person, who comes first where nobody else sees the
    answer; else that of the message whose button was pressed, that of the dialogue so far, of their
    Telegram, or of the message whose link they followed. A question is answered in its own language unless
    the person chose one. The desk knows what the person was answered before in the chat.
    """

    def __init__(self, today: Callable[[], dt.date]) -> None:
        self._today = today

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:  # noqa: ANN401 - a middleware hands on whatever the handler returns
        """Handles the update in the person's language."""
        user: User | None = data.get("event_from_user")
        bot: Bot = data["bot"]
        chat: Chat | None = data.get("event_chat")
        speaker = speaker_in(event, user)
        person, group = KnownPerson(), KnownPerson()
        if speaker is not None:
            person = await find_person(data["session"], speaker)
        if chat is not None and chat.type in GROUPS and chat.id != speaker:
            group = await find_person(data["session"], chat.id)
        conversation: Conversation | None = data["conversation"]
        first, second = (person, group) if is_answered_alone(event) else (group, person)
        chosen = first.language or second.language
        likely = chosen or _find_likely(event, user, conversation)
        spoken = Spoken.CHOSEN if chosen else Spoken.LIKELY if likely else Spoken.UNKNOWN
        chooser = person if person.home else group
        texts = load_texts(likely or DEFAULT_LANGUAGE).with_places(data["index"].place_names)
        username = (await bot.me()).username
        alone = speaker if chat is not None and chat.type == ChatType.PRIVATE else None
        data["texts"] = texts
        data["desk"] = Desk(
            data["session"],
            data["index"],
            texts,
            spoken,
            username=username,
            conversation=conversation,
            own=Home(chooser.home, chooser.home_year) if chooser.home else None,
            missed=data["missed"],
            dark_pictures=bool(person.dark_pictures),
            running_year=self._today().year,
            find_followed=None if alone is None else partial(find_followed_lines, data["session"], alone),
            finish=partial(make_ready, username=username),
        )
        return await handler(event, data)


def _find_likely(
    event: TelegramObject, user: User | None, conversation: Conversation | None
) -> Language | None:
    """The language of a person who chose none; None where nothing tells it."""
    pressed = event.callback_query.message if isinstance(event, Update) and event.callback_query else None
    text = (pressed.text or pressed.caption or "") if isinstance(pressed, Message) else ""
    written = find_written_language(pressed) if isinstance(pressed, Message) else None
    before = conversation.language if conversation else None
    last = conversation.last if conversation else None
    code = user.language_code if user else None
    likely = written or before or read_language_code(code) or _find_linked(event)
    return likely or (last.language if last else detect_language(text))


def _find_linked(event: TelegramObject) -> Language | None:
    """The language of the message whose link somebody followed."""
    sent = event.message if isinstance(event, Update) else None
    return read_linked_language(sent.text) if sent and sent.text else None
