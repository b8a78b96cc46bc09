"""What buttons open, by a deep link: for whoever presses one where the message must stay as it is."""

from __future__ import annotations

from typing import get_args

from aiogram.filters.callback_data import CallbackData

from handlers.callbacks import DecisionsButton, FollowButton
from handlers.desk import Desk
from handlers.line_buttons import (
    AnyLineButton,
    ChangesButton,
    ChartButton,
    LedgerButton,
    LineButton,
    SharedButton,
    SpanButton,
    SpanChartButton,
    SpanTableButton,
)
from handlers.opening import Gone, open_address, open_decisions, say_unreadable
from handlers.views.actions import ChartKind
from handlers.views.links import NEWEST, data_payload
from handlers.views.message import MessageView
from handlers.way_tokens import NO_WAY, leads_to_answer

_BUTTONS: tuple[type[CallbackData], ...] = (
    *get_args(AnyLineButton),
    DecisionsButton,
    ChartButton,
    SharedButton,
    SpanButton,
    SpanChartButton,
    FollowButton,
)


def button_payload(data: str) -> str | None:
    """The payload of a deep link to what a button opens.

    Args:
        data: of the button.

    Returns:
        The payload; None for a button that opens nothing without the message under it, or does no opening.
    """
    button = _read_button(data)
    if isinstance(button, ChartButton):
        button = _beside_chart(button)
    elif isinstance(button, SpanChartButton):
        data = SpanButton(**button.model_dump(exclude={"dark"}), listed=NEWEST).pack()
    elif isinstance(button, SharedButton):
        button = button.unshared()
    elif isinstance(button, FollowButton):  # the card: there stands the button, too
        address = button.model_dump(include={"budget", "year", "path"}) | {"decision": NEWEST}
        button = LineButton(**address, way=NO_WAY, offset=0)
    if not isinstance(button, AnyLineButton) or isinstance(button, SpanButton | SpanTableButton):
        return data_payload(data) if button else None
    if leads_to_answer(button.way):  # the answer stands in the other chat
        button = button.model_copy(update={"way": NO_WAY})
    without_way = button.model_copy(update={"way": NO_WAY})
    return data_payload(button.pack()) or data_payload(without_way.pack())


async def open_linked(desk: Desk, data: str) -> MessageView:
    """Open what a deep link carries of a button.

    Args:
        desk: whom to show it to, from what.
        data: of the button, from anyone.

    Returns:
        What the button opens, or that it is gone, or that the link cannot be read.
    """
    button = _read_button(data)
    if isinstance(button, DecisionsButton):
        return await open_decisions(desk, button.budget, button.year, button.offset)
    if not isinstance(button, AnyLineButton):
        return await say_unreadable(desk)
    opened = await open_address(desk, button.line, button.action)
    return opened.view if isinstance(opened, Gone) else opened


def _read_button(data: str) -> CallbackData | None:
    for kind in _BUTTONS:
        try:
            return kind.unpack(data)
        except (TypeError, ValueError):  # another kind, or forged
            continue
    return None


def _beside_chart(chart: ChartButton) -> LedgerButton | ChangesButton | LineButton:
    """The button of the text that a chart is drawn of: there stands the chart's button, too."""
    address = chart.model_dump(include={"budget", "year", "decision", "path"}) | {"way": NO_WAY}
    if chart.kind is ChartKind.HISTORY:
        return LedgerButton(**address)
    if chart.kind is ChartKind.STRUCTURE or chart.decision == NEWEST:
        return LineButton(**address, offset=0)
    return ChangesButton(**address, changed_by=chart.decision)
