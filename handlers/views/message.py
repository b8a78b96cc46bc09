"""A message as views build it: styled text and rows of buttons, free of any messenger.

`handlers.send` turns it into a Telegram message; `plain_text` into text for a terminal.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from enum import StrEnum

from handlers.views.actions import Action
from parser.dataclass import dataclass


class Style(StrEnum):
    """How a span of text looks."""

    PLAIN = "plain"
    BOLD = "bold"
    ITALIC = "italic"
    CODE = "code"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of text in one style. `url` is where a link leads, else None.

    `folded` spans that follow one another are a quote, of which only the first lines show until it is opened.
    """

    text: str
    style: Style = Style.PLAIN
    url: str | None = None
    folded: bool = False


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message.

    Attributes:
        text: what stands on it.
        action: what a press does.
        number: the number of its line in the text. Where there are many buttons, it stands there alone.
    """

    text: str
    action: Action
    number: int | None = None


@dataclass(frozen=True, slots=True)
class MessageView:
    """A whole message: its text in spans and its buttons in rows."""

    spans: tuple[Span, ...]
    rows: tuple[tuple[Button, ...], ...] = ()

    @property
    def buttons(self) -> tuple[Button, ...]:
        """All buttons in reading order."""
        return tuple(button for row in self.rows for button in row)


def in_rows(buttons: Sequence[Button], width: int) -> list[tuple[Button, ...]]:
    """Buttons in rows of so many."""
    return [tuple(buttons[at : at + width]) for at in range(0, len(buttons), width)]


def plain(text: str) -> Span:
    """Text as it is."""
    return Span(text)


def bold(text: str) -> Span:
    """Bold text."""
    return Span(text, Style.BOLD)


def italic(text: str) -> Span:
    """Italic text."""
    return Span(text, Style.ITALIC)


def bullet(text: str) -> list[Span]:
    """A line of a list."""
    return [plain(f"• {text}")]


def code(text: str) -> Span:
    """Text in a fixed width, which a tap copies."""
    return Span(text, Style.CODE)


def folded(lines: Iterable[Sequence[Span]]) -> list[list[Span]]:
    """Lines as one quote that a tap opens."""
    return [[replace(span, folded=True) for span in line] for line in lines]


def link(text: str, url: str | None) -> Span:
    """Text that leads to `url`; plain text where there is none or it is no web address."""
    if url is None or not url.startswith(("https://", "http://")) or any(char.isspace() for char in url):
        return Span(text)
    return Span(text, Style.LINK, url)


def paragraphs(*blocks: Sequence[Sequence[Span]]) -> tuple[Span, ...]:
    """Join blocks of lines: a line break between lines, an empty line between blocks.

    Args:
        blocks: each a sequence of lines, each a sequence of spans; empty ones are left out.

    Returns:
        The spans of the whole text.
    """
    joined = (_join("\n", (row for row in block if row)) for block in blocks)
    return _join("\n\n", (block for block in joined if block))


def told_before(sentence: str, view: MessageView) -> MessageView:
    """A message with a sentence above it, which tells how it is to be read."""
    return MessageView((italic(sentence), plain("\n\n"), *view.spans), view.rows)


def _join(separator: str, groups: Iterable[Sequence[Span]]) -> tuple[Span, ...]:
    joined: list[Span] = []
    for group in groups:
        if joined:
            joined.append(Span(separator, folded=joined[-1].folded and group[0].folded))
        joined.extend(group)
    return tuple(joined)


def plain_text(view: MessageView) -> str:
    """The message as text for a terminal, without its buttons.

    Args:
        view: the message.

    Returns:
        Its text; a link is followed by its address in brackets, where its text is not that address itself.
    """
    return "".join(
        f"{span.text} ({span.url})" if span.url and span.url != span.text else span.text
        for span in view.spans
    )
