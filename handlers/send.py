"""Views → Telegram messages, within the limits of Telegram whatever a document contains."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    Message,
    MessageEntity,
    ReplyParameters,
)

from handlers.packing import pack
from handlers.views.actions import AnswerPage, AskIn, LineAction, ShareInline, ShowCandidates, StartChat
from handlers.views.clean import clean, one_line
from handlers.views.message import Button, MessageView, Style

MAX_TEXT = 4096  # UTF-16 units, as Telegram counts
MAX_CAPTION = 1024
MAX_ENTITIES = 100
MAX_BUTTON = 64  # characters; longer ones are cut by every client
MAX_BUTTONS = 100
MAX_ROW = 8
MAX_ALERT = 200
_CUT = "…"
_NOT_EDITABLE = (
    "can't be edited",
    "message to edit not found",
    "there is no text in the message to edit",  # a picture: what a button under it opens comes below
)
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Rendered:
    """A message's text and its entities."""

    text: str
    entities: list[MessageEntity]


def render(view: MessageView, limit: int = MAX_TEXT) -> Rendered:
    """A view's text as Telegram takes it.

    Entities instead of markup: nothing in a document can break them.

    Args:
        view: the message.
        limit: the longest it may be; a picture's caption is shorter than a message.

    Returns:
        A text of 1 to `limit` UTF-16 units, cut at a character and ended with "…"
        where the view is longer, and entities that lie within it.
    """
    cleaned = [(clean(span.text), span) for span in view.spans]
    room = limit if sum(_units(text) for text, _ in cleaned) <= limit else limit - _units(_CUT)
    parts: list[str] = []
    entities: list[MessageEntity] = []
    quotes: list[tuple[int, int]] = []  # from, to
    at = 0
    for text, span in cleaned:
        shown = _cut(text, room - at)
        if not parts:
            shown = shown.lstrip()  # Telegram strips a message's ends and would shift the entities
        length = _units(shown)
        if span.folded and length:
            goes_on = quotes and quotes[-1][1] == at
            quotes.append((quotes.pop()[0] if goes_on else at, at + length))
        styled = span.style is not Style.PLAIN and shown.strip()
        if styled and len(entities) < MAX_ENTITIES:
            entities.append(MessageEntity(type=_TYPES[span.style], offset=at, length=length, url=span.url))
        if shown:
            parts.append(shown)
        at += length
    folded = [
        MessageEntity(type="expandable_blockquote", offset=start, length=end - start) for start, end in quotes
    ]
    text = "".join(parts) + (_CUT if room < limit else "")
    return _trimmed(text, [*folded, *entities[: MAX_ENTITIES - len(folded)]])


_TYPES = {Style.BOLD: "bold", Style.ITALIC: "italic", Style.CODE: "code", Style.LINK: "text_link"}


def _trimmed(text: str, entities: list[MessageEntity]) -> Rendered:
    text = text.rstrip() or "—"
    end = _units(text)
    fitting = [
        entity.model_copy(update={"length": min(entity.length, end - entity.offset)})
        for entity in entities
        if entity.offset < end
    ]
    return Rendered(text, fitting)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _cut(text: str, room: int) -> str:
    if _units(text) <= room:
        return text
    # Half of a surrogate pair at the cut is dropped, not sent.
    return text.encode("utf-16-le", "surrogatepass")[: max(room, 0) * 2].decode("utf-16-le", "ignore")


def keyboard(view: MessageView, username: str | None) -> InlineKeyboardMarkup | None:
    """A view's buttons.

    Args:
        view: the message.
        username: the bot's name in Telegram, for buttons into the private chat.

    Returns:
        The keyboard, None without buttons. A button that cannot be made is left out.
    """
    rows = []
    left = MAX_BUTTONS
    for row in view.rows:
        buttons = (_button(button, username) for button in row)
        made = [button for button in buttons if button is not None][: min(MAX_ROW, left)]
        left -= len(made)
        if made:
            rows.append(made)
    return InlineKeyboardMarkup(inline_keyboard=rows) if rows else None


def _button(button: Button, username: str | None) -> InlineKeyboardButton | None:
    text = one_line(button.text, MAX_BUTTON)
    match button.action:
        case StartChat(payload):
            url = f"https://t.me/{username}?start={payload}"
            return InlineKeyboardButton(text=text, url=url) if username else None
        case ShareInline(query):
            return InlineKeyboardButton(text=text, switch_inline_query=query)
    data = pack(button.action)
    if data is None:
        _log.warning("no button data for %r", button.action)
        return None
    return InlineKeyboardButton(text=text, callback_data=data)


async def send_view(message: Message, view: MessageView, bot: Bot, *, reply: bool = False) -> None:
    """Answer a message with a view.

    Args:
        message: what to answer.
        view: the answer.
        bot: the bot.
        reply: quote the message; candidates do so by themselves, since their
            buttons find the question there.
    """
    rendered = render(view)
    quote = ReplyParameters(message_id=message.message_id, allow_sending_without_reply=True)
    await message.answer(
        rendered.text,
        entities=rendered.entities,
        reply_markup=keyboard(view, (await bot.me()).username),
        reply_parameters=quote if reply or _leads_back(view) else None,
        link_preview_options=_NO_PREVIEW,
        parse_mode=None,
    )


async def send_to(chat: int, view: MessageView, bot: Bot) -> None:
    """Write to a person who asked nothing just now.

    Args:
        chat: their private chat.
        view: the message.
        bot: the bot.

    Raises:
        TelegramAPIError: if Telegram refuses.
    """
    rendered = render(view)
    await bot.send_message(
        chat,
        rendered.text,
        entities=rendered.entities,
        reply_markup=keyboard(view, (await bot.me()).username),
        link_preview_options=_NO_PREVIEW,
        parse_mode=None,
    )


def _leads_back(view: MessageView) -> bool:
    return any(
        isinstance(action, ShowCandidates | AskIn)
        or (isinstance(action, LineAction) and isinstance(action.way.began, AnswerPage))
        for action in (button.action for button in view.buttons)
    )


async def show_view(callback: CallbackQuery, view: MessageView, bot: Bot) -> None:
    """Show a view in place of the message whose button was pressed.

    An inline message is edited by its own id. A message that can no longer be
    edited is followed by a new one. The press is answered at the end.

    Args:
        callback: the press.
        view: what to show.
        bot: the bot.

    Raises:
        TelegramAPIError: if Telegram refuses; the press is then not answered.
    """
    rendered, markup = render(view), keyboard(view, (await bot.me()).username)
    try:
        if callback.inline_message_id is not None:
            await bot.edit_message_text(
                rendered.text,
                inline_message_id=callback.inline_message_id,
                entities=rendered.entities,
                reply_markup=markup,
                link_preview_options=_NO_PREVIEW,
                parse_mode=None,
            )
        elif isinstance(callback.message, Message):
            await callback.message.edit_text(
                rendered.text,
                entities=rendered.entities,
                reply_markup=markup,
                link_preview_options=_NO_PREVIEW,
                parse_mode=None,
            )
        else:
            await _send_instead(callback, rendered, markup)
    except TelegramBadRequest as error:
        if cannot_edit(error):
            await _send_instead(callback, rendered, markup)
        elif "message is not modified" not in error.message:
            raise
    await callback.answer()


def cannot_edit(error: TelegramBadRequest) -> bool:
    """Whether a message can no longer be edited, or not so: what was to stand there is sent anew."""
    return any(reason in error.message for reason in _NOT_EDITABLE)


async def _send_instead(
    callback: CallbackQuery, rendered: Rendered, markup: InlineKeyboardMarkup | None
) -> None:
    if callback.message is None:  # an inline message that is gone has no chat to send to
        return
    await callback.message.answer(
        rendered.text,
        entities=rendered.entities,
        reply_markup=markup,
        link_preview_options=_NO_PREVIEW,
        parse_mode=None,
    )


async def alert(callback: CallbackQuery, text: str) -> None:
    """Answer a press with a window that has to be closed.

    Args:
        callback: the press.
        text: one sentence.
    """
    await callback.answer(one_line(text, MAX_ALERT), show_alert=True)
