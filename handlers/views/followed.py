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
from handlers.views.unlike_names import mark_apart
from parser.budget_code import codes_of
from storage.follow_news import Due
from storage.followed_changes import FollowedChange
from storage.followed_names import FollowedName
from storage.reading.address import LineAddress
from storage.reading.records import LineSummary

LINES_SHOWN = 5
_NAME_SHOWN = 110
LABEL_NAME = 40
LABEL = 55  # of a name with what tells it from another


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
    whole = tell_lines_apart(
        [
            (_called(each) or listed_name(each.followed.line.path, each.names, texts), each.followed.line)
            for each in page
        ]
    )
    lines = [bullet(_described(each, name, texts)) for each, name in zip(page, whole, strict=True)]
    names = mark_apart([(_label(each, texts), line_marks(each.followed.line, texts)) for each in page], LABEL)
    stops = [
        (Button(texts.get("button-unfollow", name=name), StopFollowing(each.followed.line)),)
        for name, each in zip(names, page, strict=True)
    ]
    turns = (("button-previous", offset - in_page), ("button-next", offset + in_page))
    row = tuple(Button(texts.get(key), ListFollowed(at)) for key, at in turns if 0 <= at < count)
    return MessageView(
        paragraphs([*head, *lines], [[plain(texts.get("follow-how"))]]),
        (*stops, *([row] if row else [])),
    )


def tell_lines_apart(named: Sequence[tuple[str, LineAddress]]) -> list[str]:
    """The names of lines in a text, which has their places and years beside them: none like another one."""
    return mark_apart([(name, (codes_text(codes_of(line.path)),)) for name, line in named], _NAME_SHOWN)


def _described(each: FollowedName, name: str, texts: Texts) -> str:
    """A line with its place and year, and since when it is not there."""
    line = each.followed.line
    where = {"place": texts.place(line.edition.budget.place), "year": str(line.edition.year)}
    if each.is_office:
        name = texts.get("follow-office", name=name)
    if not each.is_printed:
        return texts.get("follow-lacking", name=name, **where)
    if each.unread_in is not None:
        return texts.get("follow-unread", name=name, **where, **cited(each.unread_in, texts))
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


def _label(each: FollowedName, texts: Texts) -> str:
    return _called(each) or short_name(each.followed.line.path, each.names, texts, LABEL_NAME)


def line_marks(line: LineAddress, texts: Texts) -> tuple[str, ...]:
    """What tells a line from another one of its name on a button: its place, its year, its codes."""
    budget = line.edition.budget
    return texts.place(budget.place), str(line.edition.year), codes_text(codes_of(line.path))


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
    kind = "-over-gap" if gaps else ""
    if any(change.unread for change in due.changes):
        kind = "-unread"
    title = texts.get(f"follow-due{kind}", **cited(due.decision, texts))
    names = tell_lines_apart(
        [(listed_name(each.line.path, each.summary.names, texts), each.line) for each in shown]
    )
    told = [(each, _change(each, name, texts)) for each, name in zip(shown, names, strict=True)]
    years = [list(changes) for _, changes in groupby(told, lambda pair: _year(pair[0]))]
    blocks = [_year_block(due, changes, texts) for changes in years]
    if rest:
        blocks.append([bullet(texts.get("changes-more", count=len(rest)))])
    later = [change.latest.doubt for change in shown if change.latest]
    doubts = doubt_lines([*(change.doubt for change in shown), *later], texts)
    openers = tuple(_changes_button(due, changes[0][0], texts, several=len(years) > 1) for changes in years)
    return MessageView(
        paragraphs([[plain("🔔 "), bold(title)]], *blocks, doubts),
        (openers, *(_row(*named, texts) for named in zip(_names(shown, texts), shown, strict=True))),
    )


def _year(change: FollowedChange) -> int:
    return change.line.edition.year


def _year_block(due: Due, changes: Sequence[tuple[FollowedChange, str]], texts: Texts) -> list[list[Span]]:
    """The changes in the budget of one year, the decision that they are compared with, and what is later."""
    first, _ = changes[0]
    budget = texts.get("card-budget", place=texts.place(due.budget.place), year=str(_year(first)))
    below = [[plain(texts.get("follow-since", **cited(first.since, texts)))]]
    if first.skipped:
        below.append([italic(skipped_text(first.skipped, texts))])
    if first.latest is not None:
        below.append([plain(texts.get("follow-latest", **cited(first.latest.decision, texts)))])
    return [[plain(budget)], *(bullet(said) for _, said in changes), *below]


def _changes_button(due: Due, change: FollowedChange, texts: Texts, *, several: bool) -> Button:
    label = texts.get("button-changes", number=due.decision.number)
    if several:
        label = f"{label} · {_year(change)}"
    return Button(label, OpenChanges(due.decision.address, change.line.beside(change.summary.path)))


def _change(change: FollowedChange, name: str, texts: Texts) -> str:
    """What a decision did to a line, and what later ones left of it."""
    said, latest = _step(change, name, texts), change.latest
    if latest is None:
        return said
    if latest.amount is None:
        key = "follow-latest-unread" if latest.unread else "follow-latest-gone"
        return texts.get(key, change=said)
    amount = marked(exact(latest.amount, change.summary.unit, texts), latest.doubt)
    return texts.get("follow-latest-amount", change=said, amount=amount)


def _step(change: FollowedChange, name: str, texts: Texts) -> str:
    unit = change.summary.unit
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
                delta=marked(tell_delta(change.summary.path, (old, new), unit, texts), change.doubt),
            )
        case None, int(amount):
            key = "follow-unread-before" if change.unread else "follow-added"
        case int(amount), _:
            key = "follow-unread-now" if change.unread else "follow-removed"
        case _:
            raise ValueError(f"{change.line} stands in neither edition")
    return texts.get(key, name=name, amount=marked(exact(amount, unit, texts), change.doubt))


def _names(changes: Sequence[FollowedChange], texts: Texts) -> list[str]:
    """What buttons call the lines."""
    named = [
        (
            short_name(change.line.path, change.summary.names, texts, LABEL_NAME),
            line_marks(change.line, texts),
        )
        for change in changes
    ]
    return mark_apart(named, LABEL)


def _row(name: str, change: FollowedChange, texts: Texts) -> tuple[Button, ...]:
    opened = OpenOffice(change.line) if change.is_office else OpenLine(change.now)
    return (
        Button(name, opened),
        Button(texts.get("button-unfollow-short"), StopFollowing(change.line)),
    )
