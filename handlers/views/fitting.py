"""A text held to so many lines, or to what a message takes: what matters least is left out, and counted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import groupby
from math import ceil

from handlers.views.message import Button, Span, in_rows, paragraphs
from parser.dataclass import dataclass

MAX_TEXT = 4096  # UTF-16 units, as Telegram counts
ROWS = 6  # of buttons under a message
NUMBERS_IN_ROW = 5
AIR = 5  # what matters less than the empty lines between blocks goes before them


@dataclass(frozen=True, slots=True)
class FittedLine:
    """A line of text. The higher `spare`, the sooner it is left out; what has none never is."""

    spans: Sequence[Span]
    spare: int = 0


def lines(*texts: Sequence[Span], spare: int = 0) -> list[FittedLine]:
    """Lines that matter alike."""
    return [FittedLine(text, spare) for text in texts]


def fit(blocks: Iterable[Sequence[FittedLine]], limit: int) -> tuple[Span, ...]:
    """Joins blocks of lines, an empty line between them where there is room.

    Args:
        blocks: of lines; empty ones are left out.
        limit: how many lines the text may have, empty ones counted.

    Returns:
        The text. It is longer than the limit only where all that is left has no `spare`.
    """
    kept = [list(block) for block in blocks if block]
    airy = True
    while sum(map(len, kept)) + (len(kept) - 1 if airy else 0) > limit:
        least = max((line.spare for block in kept for line in block), default=0)
        if airy and least <= AIR:
            airy = False
        elif least:
            _drop_last(kept, least)
        else:
            break
        kept = [block for block in kept if block]
    shown = [[line.spans for line in block] for block in kept]
    return paragraphs(*(shown if airy else [[spans for block in shown for spans in block]]))


def fit_lists(write: Callable[[int], tuple[Span, ...]], most: int) -> tuple[Span, ...]:
    """A text whose lists show as many of their lines as a message has room for.

    Args:
        write: the text with so many lines of each list, and how many more each has.
        most: lines that a list shows at most.

    Returns:
        The text; with one line of each list it may be longer than a message.
    """
    for count in range(most, 1, -1):
        spans = write(count)
        if count_units("".join(span.text for span in spans)) <= MAX_TEXT:
            return spans
    return write(1)


def fit_rows(rows: Sequence[tuple[Button, ...]]) -> tuple[tuple[Button, ...], ...]:
    """Rows of buttons, as few as stand under a message without it being scrolled away.

    Args:
        rows: in their order.

    Returns:
        The same; where they are more than six, lines that the text numbers have their numbers alone.
    """
    if len(rows) <= ROWS:
        return tuple(rows)
    fitted: list[tuple[Button, ...]] = []
    for numbered, group in groupby(rows, key=lambda row: len(row) == 1 and row[0].number is not None):
        if numbered:
            buttons = [replace(button, text=str(button.number)) for (button,) in group]
            fitted += in_rows(buttons, NUMBERS_IN_ROW)
        else:
            fitted += group
    return tuple(fitted)


def spread(
    buttons: Sequence[Button], width: int, below: Sequence[tuple[Button, ...]]
) -> list[tuple[Button, ...]]:
    """Buttons in rows of so many, and of more where there would be too many rows with those below.

    Where those below leave no room, they stand in one row.
    """
    return in_rows(buttons, max(width, ceil(len(buttons) / max(1, ROWS - len(below)))))


def count_units(text: str) -> int:
    """The length of a text as Telegram counts it, in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _drop_last(blocks: Sequence[list[FittedLine]], spare: int) -> None:
    block = next(block for block in reversed(blocks) if any(line.spare == spare for line in block))
    index = max(index for index, line in enumerate(block) if line.spare == spare)
    del block[index]
