"""/start, alone or with a deep link; /help; /about."""

from __future__ import annotations

from aiogram import Bot, Router
from aiogram.filters import CommandObject, CommandStart
from aiogram.types import Message

from handlers import commands
from handlers.answering import answer_question
from handlers.desk import Desk, Spoken
from handlers.examples import find_examples, tell_how_to_ask, tell_of_command
from handlers.linked import open_linked
from handlers.opening import list_loaded, open_link, say_unreadable
from handlers.send import send_view
from handlers.views.greeting import bilingual_start_view, start_view
from handlers.views.links import (
    HELP_PAYLOAD,
    LinkedButton,
    LinkedQuestion,
    UnreadableAddress,
    part_language,
    read_payload,
)
from handlers.views.pages import EDITIONS_SHOWN, about_view
from handlers.views.texts import load_texts
from parser.records import Language
from storage.reading.address import EditionAddress
from storage.reading.cards import list_budgets, list_editions
from storage.reading.changes import list_editions_set_by
from storage.reading.records import EditionInfo
from storage.reading.short_address import ShortAddress


async def start(message: Message, command: CommandObject, desk: Desk, bot: Bot) -> None:
    """Answers /start: the greeting, or what its deep link asks for."""
    language, payload = part_language((command.args or "").strip())
    if language is not None and desk.conversation is not None and desk.spoken is Spoken.LIKELY:
        desk.conversation.keep_language(desk.texts.language)  # what is asked next goes on in it
    unread = "start-link-unread" if payload else None
    match read_payload(payload):
        case LinkedQuestion(text):
            view = await answer_question(desk, text, message.message_id, alone=True)
        case ShortAddress() as short:
            view = await open_link(desk, short)
        case LinkedButton(data):
            view = await open_linked(desk, data)
        case UnreadableAddress():
            view = await say_unreadable(desk)
        case None if payload == commands.ASK:
            view = await tell_of_command(desk)
        case None if payload == HELP_PAYLOAD:
            view = await tell_how_to_ask(desk)
        case None if desk.spoken is Spoken.UNKNOWN:
            every = [load_texts(language).with_places(desk.index.place_names) for language in Language]
            shown = await find_examples(desk, every)
            loaded, newest = await list_loaded(desk), await _find_newest(desk)
            view = bilingual_start_view(loaded, every, unread, newest, shown)
        case None:
            [examples] = await find_examples(desk, [desk.texts])
            view = start_view(await list_loaded(desk), desk.texts, unread, await _find_newest(desk), examples)
    await send_view(message, view, bot)


async def _find_newest(desk: Desk) -> EditionAddress | None:
    """What the newest decision set in the first budget."""
    first = desk.first_budget
    editions = await list_editions_set_by(desk.session, places=[first.place]) if first else []
    return next((edition for edition in editions if edition.budget == first), None)


async def help_(message: Message, desk: Desk, bot: Bot) -> None:
    """Answers /help: how to ask."""
    await send_view(message, await tell_how_to_ask(desk), bot)


async def about(message: Message, desk: Desk, bot: Bot) -> None:
    """Answers /about: what the bot is and what is loaded."""
    budgets = (await list_budgets(desk.session))[:EDITIONS_SHOWN]
    years: dict[tuple[int, int], list[EditionInfo]] = {}
    for edition in await list_editions(desk.session, *budgets):
        years.setdefault((budgets.index(edition.budget), edition.year), []).append(edition)
    editions = [years[key] for key in sorted(years)]
    await send_view(message, about_view(editions, desk.texts), bot)


def create_router() -> Router:
    """The router of these commands."""
    router = Router(name="start")
    flags = {"throttle": "message"}
    router.message.register(start, CommandStart(ignore_case=True), flags=flags)
    router.message.register(help_, commands.filter_of(commands.HELP), flags=flags)
    router.message.register(about, commands.filter_of(commands.ABOUT), flags=flags)
    return router
