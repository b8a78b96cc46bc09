"""/home: the place and year whose budget answers a person's questions that name none, and its buttons."""

from __future__ import annotations

from dataclasses import replace

from aiogram import Bot, Router
from aiogram.filters import CommandObject
from aiogram.types import CallbackQuery, Message

from handlers import commands
from handlers.callbacks import HomeButton, HomesButton, HomeYearButton
from handlers.desk import Desk
from handlers.opening import unknown_budget
from handlers.send import send_view, show_view
from handlers.speaker import speaker_of
from handlers.views.matches import missing_value
from handlers.views.message import MessageView, told_before
from handlers.views.places import home_saved_view, home_view
from parser.question.reading import read_question
from storage.answering.asked_place import read_place
from storage.answering.missing import Missing, MissingKind
from storage.people import save_home
from storage.reading.address import BudgetAddress
from storage.reading.changes import list_editions_set_by
from storage.reading.lookup import find_budget
from storage.reading.places import Home, KnownPlace


async def ask_home(message: Message, command: CommandObject, desk: Desk, bot: Bot) -> None:
    """Answers /home: keeps the place that is named behind it, else asks which; what is not loaded is said."""
    said = (command.args or "").strip()
    question, person = read_question(said), speaker_of(message)
    asked = read_place(desk.index, question)
    named = (*asked.places, *asked.beside)
    own = desk.own.find(desk.index.places) if desk.own and not asked.missing else None
    if not named and own and question.year:  # of the own place another year
        named = (own,)
    if len(named) == 1 and not asked.missing and person is not None:
        await send_view(message, await _save_named(desk, person, named[0], question.year), bot)
        return
    view = _offer(desk, [place.newest for place in named])
    if said and not named:
        value = missing_value(Missing(MissingKind.PLACE, asked.missing or said), desk.texts)
        view = told_before(desk.texts.get("home-not-loaded", place=value), view)
    await send_view(message, view, bot)


async def _save_named(desk: Desk, person: int, place: KnownPlace, year: int | None) -> MessageView:
    """Keeps a place that was named, and the year beside it where the place has a budget adopted for it."""
    if year is None or year in _list_years(place):
        return await _save(desk, person, Home(place.name, year))
    kept = await _save(desk, person, Home(place.name))
    return told_before(desk.texts.get("home-no-year", year=str(year)), kept)


async def offer_homes(callback: CallbackQuery, desk: Desk, bot: Bot) -> None:
    """Shows the places that may be chosen."""
    await show_view(callback, _offer(desk), bot)


async def choose_home(callback: CallbackQuery, callback_data: HomeButton, desk: Desk, bot: Bot) -> None:
    """Keeps the place of the budget that a button names."""
    budget = await find_budget(desk.session, callback_data.budget)
    if budget is None:
        await show_view(callback, (await unknown_budget(desk)).view, bot)
        return
    await show_view(callback, await _save(desk, callback.from_user.id, Home(budget.address.place)), bot)


async def choose_year(callback: CallbackQuery, callback_data: HomeYearButton, desk: Desk, bot: Bot) -> None:
    """Keeps the year of the person's own place that a button names; without a place it asks for one."""
    if desk.own is None:
        await show_view(callback, _offer(desk), bot)
        return
    chosen = replace(desk.own, year=callback_data.year or None)
    await show_view(callback, await _save(desk, callback.from_user.id, chosen), bot)


async def _save(desk: Desk, person: int, home: Home) -> MessageView:
    await save_home(desk.session, person, home.place, home.year)
    known = home.find(desk.index.places)
    editions = await list_editions_set_by(desk.session, places=[known.name]) if known else []
    of_year = (edition for edition in editions if home.year in {None, edition.budget.first_year})
    return home_saved_view(home, _list_years(known), next(of_year, None), desk.texts)


def _offer(desk: Desk, named: list[BudgetAddress] | None = None) -> MessageView:
    own = desk.own
    known = own.find(desk.index.places) if own else None
    budgets = named or [place.newest for place in desk.index.places]
    return home_view(own, _list_years(known), budgets, desk.texts)


def _list_years(known: KnownPlace | None) -> list[int]:
    """The years that have a budget of their own: what is only planned is not asked from by itself."""
    return sorted({budget.first_year for budget in known.budgets}) if known else []


def create_router() -> Router:
    """The router of the home place."""
    router = Router(name="home")
    flags = {"throttle": "button"}
    router.message.register(ask_home, commands.filter_of(commands.HOME), flags={"throttle": "message"})
    router.callback_query.register(offer_homes, HomesButton.filter(), flags=flags)
    router.callback_query.register(choose_home, HomeButton.filter(), flags=flags)
    router.callback_query.register(choose_year, HomeYearButton.filter(), flags=flags)
    return router
