"""Files that the bot sends of what one looks at, and what is in them."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

from aiogram.methods import AnswerCallbackQuery, SendChatAction, SendDocument
from aiogram.types import BufferedInputFile, InlineKeyboardButton, Message

from handlers.views.texts import Texts
from tests.harness.person import Sent, TestUser

Rows = list[dict[str, str]]


AMOUNT = "amount"


@dataclass(frozen=True, slots=True)
class Taken:
    """A file that came: its name, and what is in it by the names of the columns."""

    name: str
    data: bytes
    texts: Texts

    @property
    def rows(self) -> Rows:
        """The rows of a CSV file."""
        lines = csv.reader(io.StringIO(self.data.decode("utf-8-sig"), newline=""), delimiter=";")
        head, *rows = lines
        return [dict(zip(head, row, strict=True)) for row in rows]

    def column(self, name: str) -> list[str]:
        """The cells of a column."""
        return [row[self.texts.get(f"table-{name}")] for row in self.rows]

    def find(self, path: str) -> dict[str, str]:
        """The first row of a path."""
        return next(row for row in self.rows if row[self.texts.get("table-path")] == path)


def taken_of(sent: Sent, texts: Texts) -> Taken:
    """The file of the only document that was sent."""
    [method] = [method for method in sent if isinstance(method, SendDocument)]
    assert isinstance(method.document, BufferedInputFile)
    return Taken(method.document.filename or "", method.document.data, texts)


async def take(person: TestUser, texts: Texts, form: str = "csv") -> Taken:
    """Press the button of tables under the last message, then that of a form."""
    await person.press(texts.get("button-table"))
    sent = await person.press(texts.get(f"button-table-{form}"))
    assert [type(each) for each in sent] == [AnswerCallbackQuery, SendChatAction, SendDocument]
    return taken_of(sent, texts)


async def open_line(person: TestUser, data: str) -> Message:
    """The card of a line, opened by the data of its button."""
    await person.send("/start")
    await person.press_data(data, message=person.message)
    assert person.message is not None
    return person.message


def buttons_of(message: Message | None) -> list[InlineKeyboardButton]:
    """The buttons under a message."""
    markup = message.reply_markup if message else None
    return [button for row in markup.inline_keyboard for button in row] if markup else []
