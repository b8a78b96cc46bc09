"""Lines that a person follows: the list of them, and what a new decision did to them."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.views.amounts import exact, figure
from handlers.views.doubts import marked
from handlers.views.lines import cited, listed_name, short_name
from handlers.views.message import (
    Button,
    MessageView,
    OpenChanges,
    OpenLine,
    StopFollowing,
    bold,
    bullet,
    paragraphs,
    plain,
)
from handlers.views.texts import Texts
from storage.follows import Due, Followed, FollowedChange
from storage.reading.records import Names

LINES_SHOWN = 5
_NAME_SHOWN = 110
_LABEL_NAME = 40


def followed_view(followed: Sequence[tuple[Followed, Names]], texts: Texts) -> MessageView:
    """The lines that a person follows, with a button that stops it for each.

    Args:
        followed: the lines with their names.
        texts: the person's language.

    Returns:
        The message; how to follow a line where there is none.
    """
    if not followed:
        return MessageView(paragraphs([[plain(texts.get("follow-none"))]]))
    lines = [bullet(_described(each, names, texts)) for each, names in followed]
    rows = [(_stop(each.line.path, each, names, texts),) for each, names in followed]
    return MessageView(
        paragraphs([[bold(texts.get("follow-title"))], *lines], [[plain(texts.get("follow-how"))]]),
        tuple(rows),
    )


def _described(each: Followed, names: Names, texts: Texts) -> str:
    edition = each.line.edition
    name = listed_name(each.line.path, names, texts, _NAME_SHOWN)
    return texts.get(
        "follow-line", name=name, place=texts.place(edition.budget.place), year=str(edition.year)
    )


def _stop(path: str, each: Followed, names: Names, texts: Texts) -> Button:
    return Button(
        texts.get("button-unfollow", name=short_name(path, names, texts, _LABEL_NAME)),
        StopFollowing(each.line),
    )


def due_view(due: Due, texts: Texts) -> MessageView:
    """What a decision did to the lines that somebody follows.

    Args:
        due: the decision and the lines that it changed.
        texts: the language to write in.

    Returns:
        The message: old and new amounts, a button that opens each line, and one that stops following it.
    """
    shown, rest = due.changes[:LINES_SHOWN], due.changes[LINES_SHOWN:]
    first = due.changes[0]
    title = texts.get("follow-due", **cited(due.decision, texts))
    place = f"{texts.place(due.budget.place)} · {first.line.edition.year}"
    more = [bullet(texts.get("changes-more", count=len(rest)))] if rest else []
    since = texts.get("follow-since", **cited(first.since, texts))
    opens = Button(
        texts.get("button-changes", number=due.decision.number),
        OpenChanges(due.decision.address, first.line),
    )
    return MessageView(
        paragraphs(
            [[plain("🔔 "), bold(title)], [plain(place)]],
            [*(bullet(_change(change, texts)) for change in shown), *more],
            [[plain(since)]],
        ),
        ((opens,), *(_row(change, texts) for change in shown)),
    )


def _change(change: FollowedChange, texts: Texts) -> str:
    line, unit = change.summary, change.summary.unit
    name = listed_name(line.path, line.names, texts, _NAME_SHOWN)
    if change.old is None or change.new is None:
        key = "follow-added" if change.old is None else "follow-removed"
        amount = change.new if change.old is None else change.old
        return texts.get(key, name=name, amount=marked(exact(amount or 0, unit, texts), change.doubt))
    return texts.get(
        "follow-change",
        name=name,
        old=figure(change.old, unit, texts),
        new=exact(change.new, unit, texts),
        delta=marked(figure(change.new - change.old, unit, texts, signed=True), change.doubt),
    )


def _row(change: FollowedChange, texts: Texts) -> tuple[Button, ...]:
    name = short_name(change.line.path, change.summary.names, texts, _LABEL_NAME)
    return (
        Button(name, OpenLine(change.line)),
        Button(texts.get("button-unfollow-short"), StopFollowing(change.line)),
    )
