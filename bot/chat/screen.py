"""Prints a chat: messages, numbered buttons, inline results."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TextIO

from aiogram.types import (
    InlineKeyboardButton,
    InlineQueryResultUnion,
    InputTextMessageContent,
    Message,
    MessageEntity,
)
from rich.console import Console
from rich.text import Text

from bot.chat.files import file_path

_NUMBERED = re.compile(r"([1-9]\d{0,2})(?:\. (.*))?", re.ASCII)
_STYLES = {"bold": "bold", "italic": "italic", "code": "cyan"}


class Terminal:
    """Where a local chat is shown.

    Attributes:
        message: the one shown last.
    """

    def __init__(self, out: TextIO) -> None:
        self.message: Message | None = None
        self._console = Console(file=out, highlight=False, emoji=False, markup=False)

    @property
    def buttons(self) -> Mapping[int, InlineKeyboardButton]:
        """The buttons of the last message by their numbers."""
        return number_buttons(self._rows())

    def _rows(self) -> list[list[InlineKeyboardButton]]:
        markup = self.message.reply_markup if self.message is not None else None
        return markup.inline_keyboard if markup is not None else []

    def read(self) -> str:
        """A line typed at the prompt.

        Raises:
            EOFError: at Ctrl-D.
        """
        return self._console.input("[bold green]›[/] ", markup=True)

    def print(self, text: str | Text = "", style: str | None = None) -> None:
        """Print a paragraph: wrapped for a person, whole lines for a program."""
        self._console.print(text, style=style, soft_wrap=not self._console.is_terminal)

    def print_message(self, message: Message) -> None:
        """Print a message's text and its buttons, and remember those."""
        self.message = message
        if path := file_path(message):
            self.print(f"{'🖼' if message.photo else '📎'} {path}")
        text = message.text or message.caption or ""
        self.print(_styled(text, message.entities or message.caption_entities or []))
        numbers = {id(button): number for number, button in self.buttons.items()}
        for row in self._rows():
            labels = (_label(numbers[id(button)], button.text) for button in row)
            self.print("  " + "   ".join(labels), style="blue")
        self.print()

    def print_articles(self, results: Sequence[InlineQueryResultUnion], counted: str) -> None:
        """Print how many inline results there are, each one in two lines, and what an only one sends."""
        self.print(counted, style="bold")
        for number, result in enumerate(results, start=1):
            self.print(f"{number}. {getattr(result, 'title', result.id)}")
            self.print(f"   {getattr(result, 'description', None) or ''}")
        content = getattr(results[0], "input_message_content", None) if len(results) == 1 else None
        if isinstance(content, InputTextMessageContent):
            self.print()
            self.print(_styled(content.message_text, content.entities or []))


def number_buttons(rows: Sequence[Sequence[InlineKeyboardButton]]) -> dict[int, InlineKeyboardButton]:
    """Buttons by numbers: one whose label begins with a number keeps it, the others go on from the largest.

    So what a message counts and what is typed to press it are the same, on every page of a list.
    """
    buttons = [button for row in rows for button in row]
    own = {int(found[1]): button for button in buttons if (found := _NUMBERED.fullmatch(button.text))}
    kept = set(map(id, own.values()))
    others = [button for button in buttons if id(button) not in kept]
    return own | dict(enumerate(others, start=max(own, default=0) + 1))


def _label(number: int, text: str) -> str:
    """`[6] Жолдар` for a button `6. Жолдар`, `[6]` for `6`."""
    counted = _NUMBERED.fullmatch(text)
    own = counted and int(counted[1]) == number
    return f"[{number}] {(counted[2] or '') if counted and own else text}".rstrip()


def _styled(text: str, entities: Sequence[MessageEntity]) -> Text:
    styled = Text(text)
    units = text.encode("utf-16-le")
    for entity in entities:
        start = len(units[: entity.offset * 2].decode("utf-16-le"))
        end = start + len(units[entity.offset * 2 : (entity.offset + entity.length) * 2].decode("utf-16-le"))
        styled.stylize(f"link {entity.url}" if entity.url else _STYLES.get(entity.type, ""), start, end)
    return styled
