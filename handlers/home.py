"""/home: the place whose budget answers a person's questions that name none, and its buttons."""

from __future__ import annotations

from aiogram import Bot, Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from handlers import commands
from handlers.callbacks import HomeButton
from handlers.desk import Desk
from handlers.opening import unknown_budget
from handlers.send import send_view, show_view
from handlers.views.places import home_saved_view, home_view
from parser.question.reading import read_question
from storage.answering.asked_place import read_place
from storage.people import save_home
from storage.reading.lookup import find_budget


async def ask_home(message: Message, command: CommandObject, desk: Desk, bot: Bot) -> None:
    """Answers /home: keeps the place that is named behind it, else asks which."""
    named = read_place(desk.index, read_question(command.args or "")).places
    person = message.from_user
    if len(named) == 1 and person is not None:
        await save_home(desk.session, person.id, named[0].name)
        await send_view(message, home_saved_view(named[0].name, desk.texts), bot)
        return
    places = named or desk.index.places
    view = home_view(desk.own_place, [place.newest for place in places], desk.texts)
    await send_view(message, view, bot)


async def choose_home(callback: CallbackQuery, callback_data: HomeButton, desk: Desk, bot: Bot) -> None:
    """Keeps the place of the budget that a button names."""
    budget = await find_budget(desk.session, callback_data.budget)
    if budget is None:
        await show_view(callback, (await unknown_budget(desk)).view, bot)
        return
    await save_home(desk.session, callback.from_user.id, budget.address.place)
    await show_view(callback, home_saved_view(budget.address.place, desk.texts), bot)


def create_router() -> Router:
    """The router of the home place."""
    router = Router(name="home")
    router.message.register(ask_home, Command(commands.HOME), flags={"throttle": "message"})
    router.callback_query.register(choose_home, HomeButton.filter(), flags={"throttle": "button"})
    return router
