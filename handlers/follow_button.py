"""The button that follows a line: under one that the person follows already it stops that, wherever it is.

What is shown of a line is kept for all who ask; whether one of them follows it is seen after that.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace

from handlers.desk import Desk
from handlers.views.actions import StartFollowing, StopFollowing
from handlers.views.message import Button, MessageView
from handlers.views.texts import Texts, load_texts
from parser.records import Language
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
    if desk.find_followed is None or not begins:
        return view
    followed = await desk.find_followed()
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


def label_pressed(label: str, texts: Texts, *, begins: bool) -> str:
    """What a button says once it was pressed: what takes the press back.

    Args:
        label: what it said, in the language of its message, whatever the person's is.
        texts: the person's language.
        begins: whether it began to follow a line, else it stopped that.

    Returns:
        With the line's name where it had that.
    """
    said, says = ("follow", "unfollow") if begins else ("unfollow", "follow")
    for each in map(load_texts, Language):
        before = each.get(f"button-{said}", name="")
        if label.startswith(before):
            return each.get(f"button-{says}", name=label[len(before) :])
        if label == each.get(f"button-{said}-short"):
            return each.get(f"button-{says}-short")
    return texts.get(f"button-{says}-short")
