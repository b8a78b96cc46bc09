"""Views → texts, entities and keyboards as Telegram takes them, within its limits."""

from __future__ import annotations

import logging

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, MessageEntity

from handlers.packing import pack
from handlers.views.actions import ShareInline, StartChat
from handlers.views.clean import clean, one_line, tie_numbers
from handlers.views.fitting import MAX_TEXT, count_units, fit_rows
from handlers.views.links import chat_link
from handlers.views.message import Button, MessageView, Style
from parser.dataclass import dataclass

MAX_CAPTION = 1024
MAX_ENTITIES = 100
MAX_BUTTON = 64  # characters; longer ones are cut by every client
MAX_BUTTONS = 100
MAX_ROW = 8
_CUT = "…"
_TYPES = {Style.BOLD: "bold", Style.ITALIC: "italic", Style.CODE: "code", Style.LINK: "text_link"}

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
    cleaned = [(tie_numbers(clean(span.text)), span) for span in view.spans]
    room = limit if sum(count_units(text) for text, _ in cleaned) <= limit else limit - count_units(_CUT)
    parts: list[str] = []
    entities: list[MessageEntity] = []
    quotes: list[tuple[int, int]] = []  # from, to
    at = 0
    for text, span in cleaned:
        shown = _cut(text, room - at)
        if not parts:
            shown = shown.lstrip()  # Telegram strips a message's ends and would shift the entities
        length = count_units(shown)
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


def _trimmed(text: str, entities: list[MessageEntity]) -> Rendered:
    text = text.rstrip() or "—"
    end = count_units(text)
    fitting = [
        entity
        if entity.offset + entity.length <= end
        else entity.model_copy(update={"length": end - entity.offset})
        for entity in entities
        if entity.offset < end
    ]
    return Rendered(text, fitting)


def _cut(text: str, room: int) -> str:
    if count_units(text) <= room:
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
    for row in fit_rows(view.rows):
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
            return InlineKeyboardButton(text=text, url=chat_link(username, payload)) if username else None
        case ShareInline(query):
            return InlineKeyboardButton(text=text, switch_inline_query=query)
    data = pack(button.action)
    if data is None:
        _log.warning("no button data for %r", button.action)
        return None
    return InlineKeyboardButton(text=text, callback_data=data)
