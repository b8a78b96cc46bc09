"""A message as views build it: styled text and rows of buttons, free of any messenger.

`handlers.send` turns it into a Telegram message; `plain_text` into text for a terminal.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from parser.question.intents import Direction
from parser.records import Language
from storage.reading.address import BudgetAddress, DecisionAddress, LineAddress


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
class AnswerPage:
    """The answer to the question that the message replies to, its lines from `offset` on."""

    offset: int = 0


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """What a decision changed in the year of the line.

    Attributes:
        decision: the decision.
        direction: which of the changed lines were listed; all where None.
        offset: from which one on; None where it is the page before that list.
    """

    decision: DecisionAddress
    direction: Direction | None = None
    offset: int | None = None


@dataclass(frozen=True, slots=True)
class DecisionsPage:
    """The decisions on the budget of the line, from `offset` on, with the totals of the line's year."""

    offset: int = 0


@dataclass(frozen=True, slots=True)
class Way:
    """How a person came to a line, so that buttons can lead back.

    Attributes:
        began: the page that the way began at; None where it began at a line.
        inside: from which line on the lines inside the one above were listed, where it was opened from there.
    """

    began: AnswerPage | ChangesPage | DecisionsPage | None = None
    inside: int | None = None


DIRECT = Way()
ANSWERED = Way(AnswerPage())


@dataclass(frozen=True, slots=True)
class OpenLine:
    """Show a line's card."""

    line: LineAddress
    way: Way = DIRECT


@dataclass(frozen=True, slots=True)
class OpenInside:
    """List the lines inside a line, from `offset` on."""

    line: LineAddress
    offset: int = 0
    way: Way = DIRECT


@dataclass(frozen=True, slots=True)
class OpenLedger:
    """Show what every decision did to a line."""

    line: LineAddress
    way: Way = DIRECT


@dataclass(frozen=True, slots=True)
class OpenEditions:
    """Show the decisions on the line's year, to choose one."""

    line: LineAddress
    way: Way = DIRECT


@dataclass(frozen=True, slots=True)
class OpenPrinted:
    """Show a line's row as the document prints it."""

    line: LineAddress
    way: Way = DIRECT


@dataclass(frozen=True, slots=True)
class OpenChanges:
    """Show what one decision changed; `line` is the one to go back to."""

    decision: DecisionAddress
    line: LineAddress
    way: Way = DIRECT


@dataclass(frozen=True, slots=True)
class OpenOffice:
    """Show all that the office of a line has, in all groups."""

    line: LineAddress
    way: Way = DIRECT


@dataclass(frozen=True, slots=True)
class OpenChangedLines:
    """List the lines that a decision changed, from `offset` on; `line` is the one to go back to."""

    decision: DecisionAddress
    line: LineAddress
    direction: Direction | None = None
    offset: int = 0
    way: Way = DIRECT


LineAction = (
    OpenLine
    | OpenInside
    | OpenLedger
    | OpenEditions
    | OpenPrinted
    | OpenChanges
    | OpenChangedLines
    | OpenOffice
)
"""What a button about a line does."""


@dataclass(frozen=True, slots=True)
class OpenDecisions:
    """List the decisions on a budget from `offset` on, with the totals of a year."""

    budget: BudgetAddress
    year: int
    offset: int = 0


class ChartKind(StrEnum):
    """What a chart is of; the values stand in buttons."""

    HISTORY = "h"  # a line's decisions
    WATERFALL = "w"  # from a section's old total to its new one
    SHEET = "p"  # a decision's changes, to print
    STRUCTURE = "s"  # what a line consists of


@dataclass(frozen=True, slots=True)
class DrawChart:
    """Send a chart of a line; of a decision's changes, `line` is a section's total as it left it."""

    kind: ChartKind
    line: LineAddress
    dark: bool = False


@dataclass(frozen=True, slots=True)
class ShowCandidates:
    """Show the candidates of the question that the message replies to, from `offset` on.

    `budget` is the one that the question was answered from; None where that is not known.
    """

    offset: int = 0
    budget: BudgetAddress | None = None


@dataclass(frozen=True, slots=True)
class AskIn:
    """Answer the question that the message replies to from this budget."""

    budget: BudgetAddress


@dataclass(frozen=True, slots=True)
class ChooseHome:
    """Answer from this place's budgets where a question names none."""

    budget: BudgetAddress


@dataclass(frozen=True, slots=True)
class ChooseLanguage:
    """Answer in this language from now on."""

    language: Language


@dataclass(frozen=True, slots=True)
class StartFollowing:
    """Tell the person who presses what decisions change in the line from now on."""

    line: LineAddress


@dataclass(frozen=True, slots=True)
class StopFollowing:
    """Tell them of the line no more."""

    line: LineAddress


@dataclass(frozen=True, slots=True)
class StartChat:
    """Open the private chat with the bot; `payload` says with what."""

    payload: str


@dataclass(frozen=True, slots=True)
class ShareInline:
    """Choose a chat and put an inline query of the bot into its input field."""

    query: str


Action = (
    LineAction
    | OpenDecisions
    | DrawChart
    | ShowCandidates
    | AskIn
    | ChooseHome
    | ChooseLanguage
    | StartFollowing
    | StopFollowing
    | StartChat
    | ShareInline
)


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message."""

    text: str
    action: Action


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
        Its text; a link is followed by its address in brackets.
    """
    return "".join(
        f"{span.text} ({span.url})" if span.style is Style.LINK and span.url else span.text
        for span in view.spans
    )
