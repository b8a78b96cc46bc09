"""Lines that a person follows: the list of them, and what a new decision did to them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from handlers.views.actions import ListFollowed, OpenChanges, OpenLine, OpenOffice, StopFollowing
from handlers.views.amounts import exact, figure
from handlers.views.deltas import tell_delta
from handlers.views.doubts import doubt_lines, marked
from handlers.views.fitting import ROWS
from handlers.views.lines import cited, codes_text, listed_name, short_name, skipped_text
from handlers.views.message import Button, MessageView, Span, bold, bullet, italic, paragraphs, plain
from handlers.views.texts import Texts
from parser.budget_code import codes_of
from storage.follow_news import Due
from storage.followed_changes import FollowedChange
from storage.followed_names import FollowedName
from storage.reading.records import LineSummary

LINES_SHOWN = 5
_NAME_SHOWN = 110
_LABEL_NAME = 40


def followed_view(followed: Sequence[FollowedName], offset: int, texts: Texts) -> MessageView:
    """The lines that a person follows, with a button that stops it for each; many page by page.

    Args:
        followed: all the lines with their names.
        offset: which of them to begin with; behind the last one, the last page shows.
        texts: the person's language.

    Returns:
        The message; how to follow a line where there is none.
    """
    count = len(followed)
    if not count:
        return MessageView(paragraphs([[plain(texts.get("follow-none"))]]))
    in_page = ROWS if count <= ROWS else ROWS - 1  # the last row turns pages
    offset = min(offset, count - 1) // in_page * in_page
    page = followed[offset : offset + in_page]
    head = [[bold(texts.get("follow-title"))]]
    if len(page) < count:
        shown = texts.get("decisions-page-of", first=offset + 1, last=offset + len(page), count=count)
        head.append([italic(shown)])
    lines = [bullet(_described(each, texts)) for each in page]
    turns = (("button-previous", offset - in_page), ("button-next", offset + in_page))
    row = tuple(Button(texts.get(key), ListFollowed(at)) for key, at in turns if 0 <= at < count)
    return MessageView(
        paragraphs([*head, *lines], [[plain(texts.get("follow-how"))]]),
        (*((_stop(each, texts),) for each in page), *([row] if row else [])),
    )


def _described(each: FollowedName, texts: Texts) -> str:
    """A line with its place and year, and since when it is not there."""
    line = each.followed.line
    where = {"place": texts.place(line.edition.budget.place), "year": str(line.edition.year)}
    name = _called(each) or listed_name(line.path, each.names, texts, _NAME_SHOWN)
    if each.is_office:
        name = texts.get("follow-office", name=name)
    if not each.is_printed:
        return texts.get("follow-lacking", name=name, **where)
    if each.moved is not None and each.taken_by is not None:
        since = cited(each.moved.decision, texts) | {"code": codes_text(codes_of(each.moved.path))}
        return texts.get("follow-moved", name=name, office=_office(each.taken_by, texts), **where, **since)
    if each.gone_since is not None:
        return texts.get("follow-gone", name=name, **where, **cited(each.gone_since, texts))
    return texts.get("follow-line", name=name, **where)


def _office(line: LineSummary, texts: Texts) -> str:
    """The line that a program stands in now."""
    return listed_name(line.path, line.names, texts, _NAME_SHOWN)


def _called(each: FollowedName) -> str | None:
    """The codes of a line that no table names any more; None for one with a name, and one without codes."""
    codes = codes_of(each.followed.line.path)
    return codes_text(codes) if codes and not each.names else None


def _stop(each: FollowedName, texts: Texts) -> Button:
    line = each.followed.line
    name = _called(each) or short_name(line.path, each.names, texts, _LABEL_NAME)
    return Button(texts.get("button-unfollow", name=name), StopFollowing(line))


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
    gaps = any(change.skipped for change in shown)
    title = texts.get("follow-due-over-gap" if gaps else "follow-due", **cited(due.decision, texts))
    years = [list(changes) for _, changes in groupby(shown, _year)]
    blocks = [_year_block(due, changes, texts) for changes in years]
    if rest:
        blocks.append([bullet(texts.get("changes-more", count=len(rest)))])
    later = [change.latest.doubt for change in shown if change.latest]
    doubts = doubt_lines([*(change.doubt for change in shown), *later], texts)
    openers = tuple(_changes_button(due, changes[0], texts, several=len(years) > 1) for changes in years)
    return MessageView(
        paragraphs([[plain("🔔 "), bold(title)]], *blocks, doubts),
        (openers, *(_row(change, texts) for change in shown)),
    )


def _year(change: FollowedChange) -> int:
    return change.line.edition.year


def _year_block(due: Due, changes: Sequence[FollowedChange], texts: Texts) -> list[list[Span]]:
    """The changes in the budget of one year, the decision that they are compared with, and what is later."""
    first = changes[0]
    budget = texts.get("card-budget", place=texts.place(due.budget.place), year=str(_year(first)))
    below = [[plain(texts.get("follow-since", **cited(first.since, texts)))]]
    if first.skipped:
        below.append([italic(skipped_text(first.skipped, texts))])
    if first.latest is not None:
        below.append([plain(texts.get("follow-latest", **cited(first.latest.decision, texts)))])
    return [[plain(budget)], *(bullet(_change(change, texts)) for change in changes), *below]


def _changes_button(due: Due, change: FollowedChange, texts: Texts, *, several: bool) -> Button:
    label = texts.get("button-changes", number=due.decision.number)
    if several:
        label = f"{label} · {_year(change)}"
    return Button(label, OpenChanges(due.decision.address, change.line.beside(change.summary.path)))


def _change(change: FollowedChange, texts: Texts) -> str:
    """What a decision did to a line, and what later ones left of it."""
    said, latest = _step(change, texts), change.latest
    if latest is None:
        return said
    if latest.amount is None:
        return texts.get("follow-latest-gone", change=said)
    amount = marked(exact(latest.amount, change.summary.unit, texts), latest.doubt)
    return texts.get("follow-latest-amount", change=said, amount=amount)


def _step(change: FollowedChange, texts: Texts) -> str:
    line, unit = change.summary, change.summary.unit
    name = listed_name(line.path, line.names, texts, _NAME_SHOWN)
    if change.is_office:
        name = texts.get("follow-office", name=name)
    if change.taken_by is not None:
        name = texts.get("follow-change-moved", name=name, office=_office(change.taken_by, texts))
    match change.old, change.new:
        case int(old), int(new) if old == new:
            return texts.get("follow-change-same", name=name, amount=exact(new, unit, texts))
        case int(old), int(new):
            return texts.get(
                "follow-change",
                name=name,
                old=figure(old, unit, texts),
                new=exact(new, unit, texts),
                delta=marked(tell_delta(line.path, (old, new), unit, texts), change.doubt),
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
    opened = OpenOffice(change.line) if change.is_office else OpenLine(change.now)
    return (
        Button(name, opened),
        Button(texts.get("button-unfollow-short"), StopFollowing(change.line)),
    )
