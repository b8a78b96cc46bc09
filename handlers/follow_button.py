"""The button that follows a line: under one that the person follows already it stops that, wherever it is.

What is shown of a line is kept for all who ask; whether one of them follows it is seen after that.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace

from handlers.desk import Desk
from handlers.views.actions import StartFollowing, StopFollowing
from handlers.views.followed import label_pressed
from handlers.views.message import Button, MessageView
from handlers.views.texts import Texts
from storage.follows import find_followed_lines
from storage.reading.address import LineAddress


async def with_own_button(view: MessageView, desk: Desk) -> MessageView:
    """A message as it is shown to one person.

    Args:
        view: as it is for all.
        desk: whom to show it to.

    Returns:
        It, with a button that stops following a line in place of one that begins, where they follow it.
    """
    begins = any(isinstance(button.action, StartFollowing) for button in view.buttons)
    if desk.follower is None or not begins:
        return view
    followed = await find_followed_lines(desk.session, desk.follower)
    if not followed:
        return view
    rows = tuple(tuple(_own(button, followed, desk.texts) for button in row) for row in view.rows)
    return view if rows == view.rows else replace(view, rows=rows)


def _own(button: Button, followed: Set[LineAddress], texts: Texts) -> Button:
    """A button, or the one that stops following what it would begin to follow."""
    if not isinstance(button.action, StartFollowing):
        return button
    line = button.action.line.as_of(None)
    at = (line.beside(path) for path in (line.path, *button.action.before))
    found = next((each for each in at if each in followed), None)
    if found is None:
        return button
    return Button(label_pressed(button.text, texts, begins=True), StopFollowing(found))
