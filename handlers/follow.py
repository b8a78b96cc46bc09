"""/follow: the lines of which a person hears when a decision changes them, and the buttons of that."""

from __future__ import annotations

from aiogram import Bot, Router
from aiogram.enums import ChatType
from aiogram.filters import CommandObject
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from handlers import commands
from handlers.alone import lead_to_chat
from handlers.answer_views import answer_view
from handlers.answering import find_answer
from handlers.callbacks import FollowButton, FollowedButton
from handlers.desk import Desk
from handlers.edits import succeeds
from handlers.examples import find_examples_of
from handlers.follow_button import label_pressed, with_own_button
from handlers.linked import button_payload
from handlers.opening import unknown_budget
from handlers.send import NO_PREVIEW, alert, send_view, show_view
from handlers.views.fitting import count_units
from handlers.views.followed import followed_view
from handlers.views.message import MessageView, told_before
from handlers.views.pages import notice_view
from handlers.views.texts import Texts, load_texts
from parser.records import Language
from storage.answering.answer import Answer, SureLine
from storage.answering.answer_traits import is_confident, list_matches
from storage.answering.several_figures import AcrossGroups
from storage.followed_names import name_followed
from storage.follows import MOST_FOLLOWED, follow_line, list_followed, list_known, unfollow_line
from storage.reading.address import LineAddress
from storage.reading.lookup import find_budget


async def tell_followed(message: Message, command: CommandObject, desk: Desk, bot: Bot) -> None:
    """Answers /follow: the lines that the person follows, each with a button that stops it.

    With words behind it, the line that they surely mean is followed from then on; else it is said how to.
    """
    if message.chat.type != ChatType.PRIVATE or message.from_user is None:
        await send_view(message, notice_view("private-only", desk.texts), bot)
        return
    said, person = (command.args or "").strip(), message.from_user.id
    view = await (_follow_named(desk, said, message) if said else _view(desk, person))
    await send_view(message, view, bot)


async def _follow_named(desk: Desk, said: str, message: Message) -> MessageView:
    """What is found for some words, and whether its line is followed now."""
    found = await find_answer(desk, said, message.message_id, alone=True)
    key, count, spoken = "follow-choose", MOST_FOLLOWED, desk.speaking(found.heard)
    line = _find_line(found)
    if line is not None and message.from_user is not None:
        began = await _begin(spoken, message.from_user.id, line.as_of(None))
        key = "follow-began" if began else "follow-too-many"
    view = await with_own_button(answer_view(found, desk, await find_examples_of(found, desk)), desk)
    return told_before(spoken.texts.get(key, count=count), view) if list_matches(found) else view


def _find_line(found: Answer) -> LineAddress | None:
    """The line that is surely meant; of an office in several groups their sum; None of a year that lacks."""
    if found.heard.lacks is not None or not is_confident(found):
        return None
    match found:
        case SureLine(match=match):
            return match.address
        case AcrossGroups(address=address):
            return address
        case _:
            return None


async def _begin(desk: Desk, person: int, line: LineAddress) -> bool:
    """Begins to follow a line; False for a person who follows as many as anybody may."""
    known = await list_known(desk.session, line, desk.index.names)
    return await follow_line(desk.session, person, line, known, desk.texts.language)


async def turn_followed(callback: CallbackQuery, callback_data: FollowedButton, desk: Desk, bot: Bot) -> None:
    """Shows other lines that the person follows."""
    await show_view(callback, await _view(desk, callback.from_user.id, callback_data.offset), bot)


async def press_follow(callback: CallbackQuery, callback_data: FollowButton, desk: Desk, bot: Bot) -> None:
    """Begins to follow a line, or stops it, and says so to who pressed. The next press takes it back."""
    person, texts = callback.from_user.id, desk.texts
    if not callback_data.follows:
        await unfollow_line(desk.session, person, callback_data.line)
        await alert(callback, texts.get("follow-stopped"))
        if desk.find_followed is not None:
            await _turn_button(callback, callback_data, texts)
        return
    if callback.message is not None and callback.message.chat.type != ChatType.PRIVATE:
        await _lead_to_line(callback, desk, bot)
        return
    budget = await find_budget(desk.session, callback_data.budget)
    if budget is None:
        await show_view(callback, (await unknown_budget(desk)).view, bot)
        return
    began = await _begin(desk, person, budget.newest_line(callback_data.line))
    key = "follow-began" if began else "follow-too-many"
    await alert(callback, texts.get(key, count=MOST_FOLLOWED))
    if began:
        await _turn_button(callback, callback_data, texts)


async def _turn_button(callback: CallbackQuery, pressed: FollowButton, texts: Texts) -> None:
    """Puts the button that takes a press back in the place of the one that was pressed.

    A card that says first that its line is followed says so no more, in whichever language that
    is: its reader may have chosen another since. A message that is too old to be seen stays as it is.
    """
    message = callback.message
    markup = message.reply_markup if isinstance(message, Message) else None
    if not isinstance(message, Message) or markup is None:
        return
    back = pressed.model_copy(update={"follows": not pressed.follows}).pack()

    def turned(button: InlineKeyboardButton) -> InlineKeyboardButton:
        if button.callback_data != callback.data:
            return button
        label = label_pressed(button.text, texts, begins=pressed.follows)
        return button.model_copy(update={"text": label, "callback_data": back})

    rows = [[turned(button) for button in row] for row in markup.inline_keyboard]
    changed = InlineKeyboardMarkup(inline_keyboard=rows)
    begun = (f"{each.get('follow-began')}\n\n" for each in map(load_texts, Language))
    said = next((each for each in begun if (message.text or "").startswith(each)), None)
    if pressed.follows or said is None:
        await succeeds(message.edit_reply_markup(reply_markup=changed))
        return
    cut = count_units(said)
    left = [
        entity.model_copy(update={"offset": entity.offset - cut})
        for entity in message.entities or []
        if entity.offset >= cut
    ]
    text = (message.text or "").removeprefix(said)
    await succeeds(
        message.edit_text(
            text, entities=left, reply_markup=changed, link_preview_options=NO_PREVIEW, parse_mode=None
        )
    )


async def _lead_to_line(callback: CallbackQuery, desk: Desk, bot: Bot) -> None:
    """Opens the line in the private chat: the bot may not write first to who is in a group."""
    if button_payload(callback.data or "") is None:
        await alert(callback, desk.texts.get("follow-private"))
        return
    await lead_to_chat(callback, bot)


async def _view(desk: Desk, person: int, offset: int = 0) -> MessageView:
    followed = await list_followed(desk.session, person)
    named = await name_followed(desk.session, followed, desk.index.names)
    return followed_view(named, offset, desk.texts)


def create_router() -> Router:
    """The router of followed lines."""
    router = Router(name="follow")
    router.message.register(tell_followed, commands.filter_of(commands.FOLLOW), flags={"throttle": "message"})
    router.callback_query.register(turn_followed, FollowedButton.filter(), flags={"throttle": "button"})
    router.callback_query.register(press_follow, FollowButton.filter(), flags={"throttle": "button"})
    return router
