"""Lines that a person follows: the list of them, and what a new decision did to them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from handlers.views.actions import OpenChanges, OpenLine, StopFollowing
from handlers.views.amounts import exact, figure
from handlers.views.doubts import doubt_lines, marked
from handlers.views.lines import cited, codes_text, listed_name, short_name
from handlers.views.message import Button, MessageView, Span, bold, bullet, paragraphs, plain
from handlers.views.texts import Texts
from parser.budget_code import codes_of
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
    where = {"place": texts.place(edition.budget.place), "year": str(edition.year)}
    if not names and codes_of(each.line.path):  # no edition that is loaded has it now
        return texts.get("follow-gone", codes=codes_text(codes_of(each.line.path)), **where)
    return texts.get("follow-line", name=listed_name(each.line.path, names, texts, _NAME_SHOWN), **where)


def _stop(path: str, each: Followed, names: Names, texts: Texts) -> Button:
    codes = codes_of(path)
    name = codes_text(codes) if codes and not names else short_name(path, names, texts, _LABEL_NAME)
    return Button(texts.get("button-unfollow", name=name), StopFollowing(each.line))


def due_view(due: Due, texts: Texts) -> MessageView:
    """What a decision did to the lines that somebody follows.

    Args:
        due: the decision and the lines that it changed.
        texts: the language to write in.

    Returns:
        The message: old and new amounts of each year, a button that opens each line, and one that stops
        following it.
    """
    shown, rest = due.changes[:LINES_SHOWN], due.changes[LINES_SHOWN:]
    title = texts.get("follow-due", **cited(due.decision, texts))
    years = [list(changes) for _, changes in groupby(shown, _year)]
    blocks = [_year_block(due, changes, texts) for changes in years]
    if rest:
        blocks.append([bullet(texts.get("changes-more", count=len(rest)))])
    doubts = doubt_lines([change.doubt for change in shown], texts)
    openers = tuple(_changes_button(due, changes[0], texts, several=len(years) > 1) for changes in years)
    return MessageView(
        paragraphs([[plain("🔔 "), bold(title)]], *blocks, doubts),
        (openers, *(_row(change, texts) for change in shown)),
    )


def _year(change: FollowedChange) -> int:
    return change.line.edition.year


def _year_block(due: Due, changes: Sequence[FollowedChange], texts: Texts) -> list[list[Span]]:
    """The changes in the budget of one year, and the decision that they are compared with."""
    budget = texts.get("card-budget", place=texts.place(due.budget.place), year=str(_year(changes[0])))
    since = texts.get("follow-since", **cited(changes[0].since, texts))
    return [[plain(budget)], *(bullet(_change(change, texts)) for change in changes), [plain(since)]]


def _changes_button(due: Due, change: FollowedChange, texts: Texts, *, several: bool) -> Button:
    label = texts.get("button-changes", number=due.decision.number)
    if several:
        label = f"{label} · {_year(change)}"
    return Button(label, OpenChanges(due.decision.address, change.line))


def _change(change: FollowedChange, texts: Texts) -> str:
    line, unit = change.summary, change.summary.unit
    name = listed_name(line.path, line.names, texts, _NAME_SHOWN)
    match change.old, change.new:
        case int(old), int(new):
            return texts.get(
                "follow-change",
                name=name,
                old=figure(old, unit, texts),
                new=exact(new, unit, texts),
                delta=marked(figure(new - old, unit, texts, signed=True), change.doubt),
            )
        case None, int(amount):
            key = "follow-added"
        case int(amount), _:
            key = "follow-removed"
        case _:
            raise ValueError(f"{change.line} stands in neither edition")
    return texts.get(key, name=name, amount=marked(exact(amount, unit, texts), change.doubt))


def _row(change: FollowedChange, texts: Texts) -> tuple[Button, ...]:
    name = short_name(change.line.path, change.summary.names, texts, _LABEL_NAME)
    return (
        Button(name, OpenLine(change.line)),
        Button(texts.get("button-unfollow-short"), StopFollowing(change.line)),
    )
