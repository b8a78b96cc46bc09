"""What one decision changed in a budget year, and whether that adds up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import assert_never

from handlers.views.amounts import figure
from handlers.views.charts.waterfall import changes_pictures
from handlers.views.doubts import doubt_lines, marked
from handlers.views.faults import fault_mark
from handlers.views.lines import cited, listed_name, skipped_text
from handlers.views.matches import answer_notices
from handlers.views.message import Button, MessageView, OpenLedger, Span, bold, italic, paragraphs, plain
from handlers.views.texts import Texts
from parser.budget_code import BALANCES, MAIN_TOTALS, WITH_LINES, is_returned, section_of
from parser.kinds import Doubt
from parser.question.intents import Direction
from parser.records import Section
from storage.answering.request import Heard
from storage.reading.address import LineAddress
from storage.reading.differences import ChangedLine, Changes

LINES_SHOWN = 5
_UNIT = 1000  # both columns are shown in thousand tenge, as editions are printed
# Where money goes, then where it comes from.
_SECTIONS = (Section.EXPENDITURE, *(section for section in WITH_LINES if section is not Section.EXPENDITURE))
_KEYS = {"added": "changes-line-added", "removed": "changes-line-removed"}
_KEYS_BACK = {"added": "changes-line-returned-added", "removed": "changes-line-returned-removed"}

# What is shown one after the other: section by section rises and cuts, or what is asked for before the rest.
_PASSES: Mapping[Direction | None, Sequence[Sequence[Direction]]] = {
    None: [(Direction.RISES, Direction.CUTS)],
    Direction.RISES: [(Direction.RISES,), (Direction.CUTS,)],
    Direction.CUTS: [(Direction.CUTS,), (Direction.RISES,)],
    Direction.ADDED: [(Direction.ADDED,)],
    Direction.REMOVED: [(Direction.REMOVED,)],
}
_NONE: Mapping[Direction | None, str] = {
    Direction.ADDED: "changes-none-added",
    Direction.REMOVED: "changes-none-removed",
}

Spans = Sequence[Span]


def changes_view(
    changes: Changes,
    texts: Texts,
    back: LineAddress | None = None,
    *,
    asked: bool = False,
    heard: Heard | None = None,
) -> MessageView:
    """The totals a decision moved, its largest rises and cuts, and the reconciliation.

    Args:
        changes: the difference from the previous loaded edition.
        texts: the person's language.
        back: the line whose ledger a button leads back to.
        asked: carried on to that ledger.
        heard: the question that this answers: what must be said of it comes first, and of the changes
            those that it asks for, rises or cuts; new or removed lines stand alone.

    Returns:
        The message.
    """
    edition = changes.edition
    title = texts.get("changes-title", **cited(edition.decision, texts))
    place = f"{texts.place(edition.budget.place)} · {edition.year}"
    rows = ((Button(texts.get("button-ledger-back"), OpenLedger(back, asked)),),) if back else ()
    if pictures := changes_pictures(changes, texts):
        rows = (pictures, *rows)
    notice = " ".join(answer_notices(heard, texts)) if heard else ""
    direction = heard.question.frame.direction if heard else None
    first: list[Spans] = [[italic(notice)]] if notice else []
    heading: list[Spans] = [[bold(title)], [plain(place)]]
    if changes.previous is None:
        return MessageView(paragraphs(first, heading, [[plain(texts.get("changes-no-previous"))]]), rows)
    against = texts.get("changes-against", unit=texts.get("unit-thousand"), **cited(changes.previous, texts))
    heading.append([plain(against)])
    if changes.skipped:
        heading.append([italic(skipped_text(changes.skipped, texts))])
    heading.extend(fault_mark(edition, texts))
    moved = _moved(changes, texts, direction)
    spans = paragraphs(
        first,
        heading,
        _totals(changes, texts),
        *moved,
        [] if moved else [[plain(texts.get(_NONE.get(direction, "changes-none")))]],
        [[plain(_verdict(changes, texts))], *doubt_lines(_doubts(changes), texts)],
    )
    return MessageView(spans, rows)


def _doubts(changes: Changes) -> list[Doubt | None]:
    """The doubts of all that is compared: one that is not among the largest may be why the sums disagree."""
    doubts = [total.doubt for total in changes.totals.values()]
    doubts += [line.doubt for line in changes.lines]
    return doubts + [gap.doubt for gap in changes.gap]


def _moved(changes: Changes, texts: Texts, direction: Direction | None) -> list[list[Spans]]:
    """The largest rises and cuts, section by section: revenue and spending share names and must not mix."""
    telling = sorted((line for line in changes.lines if line.telling), key=lambda line: -abs(_moves(line)))
    return [
        _largest(texts.get(f"changes-{way}", section=texts.get(f"section-{section}")), lines, texts)
        for ways in _PASSES[direction]
        for section in _SECTIONS
        for way in ways
        if (lines := [line for line in telling if section_of(line.path) is section and _goes(line, way)])
    ]


def _goes(line: ChangedLine, way: Direction) -> bool:
    match way:
        case Direction.RISES:
            return _moves(line) > 0
        case Direction.CUTS:
            return _moves(line) < 0
        case Direction.ADDED | Direction.REMOVED:
            return line.status == way.value
        case _:
            assert_never(way)


def _moves(line: ChangedLine) -> int:
    """What a line moves its section by: net lending falls by what is repaid more.

    A repayment may be printed with a minus or without; both mean the same.
    """
    return abs(line.old or 0) - abs(line.new or 0) if _comes_back(line) else line.delta


def _comes_back(line: ChangedLine) -> bool:
    return section_of(line.path) in BALANCES and is_returned(line.path)


def _totals(changes: Changes, texts: Texts) -> list[Spans]:
    lines: list[Spans] = []
    for section in MAIN_TOTALS:
        total = changes.totals.get(section)
        if total is None or total.old is None or total.new is None:
            continue
        old, new = total.old, total.new
        values = {"section": texts.get(f"section-{section}"), "new": figure(new, _UNIT, texts)}
        if old == new:
            lines.append([plain("• " + marked(texts.get("changes-total-same", **values), total.doubt))])
            continue
        delta = figure(new - old, _UNIT, texts, signed=True)
        values |= {"old": figure(old, _UNIT, texts), "delta": delta}
        lines.append([plain("• " + marked(texts.get("changes-total", **values), total.doubt))])
    return lines


def _largest(title: str, lines: Sequence[ChangedLine], texts: Texts) -> list[Spans]:
    shown: list[Spans] = [[bold(title)]]
    shown += [[plain(f"• {_change(line, texts)}")] for line in lines[:LINES_SHOWN]]
    if len(lines) > LINES_SHOWN:
        shown.append([plain("• " + texts.get("changes-more", count=len(lines) - LINES_SHOWN))])
    return shown


def _change(line: ChangedLine, texts: Texts) -> str:
    delta = marked(figure(_moves(line), _UNIT, texts, signed=True), line.doubt)
    values = {"delta": delta, "name": listed_name(line.path, line.names, texts, 110)}
    if not _comes_back(line):
        return texts.get(_KEYS.get(line.status, "changes-line"), **values)
    values |= {
        side: figure(amount, _UNIT, texts)
        for side, amount in (("old", line.old), ("new", line.new))
        if amount is not None
    }
    return texts.get(_KEYS_BACK.get(line.status, "changes-line-returned"), **values)


def _verdict(changes: Changes, texts: Texts) -> str:
    if changes.reconciled:
        return "✓ " + texts.get("changes-reconciled")
    return "⚠️ " + texts.get("changes-gap", count=len(changes.gap))
