"""What a follower was told of a decision and does not hold any more: what was told, and what there is."""

from __future__ import annotations

from itertools import groupby

from handlers.views.actions import OpenChanges, OpenLine, OpenOffice, StopFollowing
from handlers.views.amounts import day, exact
from handlers.views.clean import one_line
from handlers.views.doubts import doubt_lines, marked
from handlers.views.followed import LABEL, LABEL_NAME, LINES_SHOWN, line_marks, tell_lines_apart
from handlers.views.lines import cited, listed_name, short_name
from handlers.views.message import Button, MessageView, Span, bold, bullet, paragraphs, plain
from handlers.views.texts import Texts
from handlers.views.unlike_names import mark_apart
from parser.kinds import Doubt
from storage.follow_corrections import CorrectedLine, Correction
from storage.followed_amounts import Standing
from storage.reading.address import LineAddress
from storage.reading.office_ledger import is_office_path
from storage.reading.records import Names

_TENGE = 1  # the unit of an amount of which no row is stored any more


def corrected_view(correction: Correction, texts: Texts) -> MessageView:
    """What was told of a decision and does not hold any more.

    Args:
        correction: of one decision, with the lines that were told otherwise.
        texts: the language to write in.

    Returns:
        The message: what was told of each line and what is there, with a button that opens it, and one that
        stops following it.
    """
    shown, rest = correction.changes[:LINES_SHOWN], correction.changes[LINES_SHOWN:]
    address = correction.address
    named = {"number": one_line(address.number, 30), "date": day(address.date, texts)}
    title = texts.get("follow-withdrawn" if correction.is_gone else "follow-mended", **named)
    names = tell_lines_apart(
        [(listed_name(each.line.path, _names_of(each), texts), each.line) for each in shown]
    )
    told = list(zip(shown, names, strict=True))
    blocks = []
    openers: list[Button] = []
    for year, lines in groupby(told, lambda pair: pair[0].line.edition.year):
        of_year = list(lines)
        blocks.append(_year_block(correction, of_year, texts))
        if not correction.is_gone:
            label = texts.get("button-changes", number=named["number"])
            openers.append(Button(f"{label} · {year}", OpenChanges(address, _stands_at(of_year[0][0]))))
    if rest:
        blocks.append([bullet(texts.get("changes-more", count=len(rest)))])
    return MessageView(
        paragraphs(
            [[plain("🔔 "), bold(title)]], *blocks, doubt_lines([each.doubt for each in shown], texts)
        ),
        (*([tuple(openers)] if openers else []), *_rows(shown, texts)),
    )


def _names_of(line: CorrectedLine) -> Names:
    return line.summary.names if line.summary else {}


def _stands_at(line: CorrectedLine) -> LineAddress:
    """The line as it is called now."""
    if line.summary is None or is_office_path(line.line.path):
        return line.line
    return line.line.beside(line.summary.path)


def _year_block(
    correction: Correction, lines: list[tuple[CorrectedLine, str]], texts: Texts
) -> list[list[Span]]:
    """The lines of one year, and which decision now stands for one that is gone."""
    first, _ = lines[0]
    year = str(first.line.edition.year)
    head = texts.get("card-budget", place=texts.place(correction.budget.place), year=year)
    said = []
    for line, name in lines:
        called = texts.get("follow-office", name=name) if is_office_path(line.line.path) else name
        unit = line.summary.unit if line.summary else _TENGE
        kind = "withdrawn" if correction.is_gone else "mended"
        if correction.is_gone and line.newest is None:
            now = texts.get("follow-withdrawn-no-table")
        else:
            now = _standing(kind, line.now, line.doubt, unit, texts)
        told = _standing("told", line.told, None, unit, texts)
        said.append(bullet(texts.get("follow-corrected-line", name=called, told=told, now=now)))
    below = [[plain(texts.get("follow-newest", **cited(first.newest, texts)))]] if first.newest else []
    return [[plain(head)], *said, *below]


def _standing(kind: str, amount: Standing, doubt: Doubt | None, unit: int, texts: Texts) -> str:
    """What was told of a line, or what there is now."""
    if amount is None:
        return texts.get(f"follow-{kind}-gone")
    if isinstance(amount, str):
        return texts.get(f"follow-{kind}-unread")
    return texts.get(f"follow-{kind}-amount", amount=marked(exact(amount, unit, texts), doubt))


def _rows(lines: tuple[CorrectedLine, ...], texts: Texts) -> list[tuple[Button, ...]]:
    """Of each line a button that opens it, where there is one, and one that stops following it."""
    labels = mark_apart(
        [
            (short_name(each.line.path, _names_of(each), texts, LABEL_NAME), line_marks(each.line, texts))
            for each in lines
        ],
        LABEL,
    )
    rows: list[tuple[Button, ...]] = []
    for label, each in zip(labels, lines, strict=True):
        at = _stands_at(each)
        opened = Button(label, OpenOffice(at) if is_office_path(at.path) else OpenLine(at))
        stop = Button(texts.get("button-unfollow-short"), StopFollowing(each.line))
        rows.append((opened, stop))
    return rows
