"""All lines that a decision changed, the buttons that list them, and where the money came from and went."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.views.actions import OpenChangedLines, OpenChanges
from handlers.views.amounts import figure
from handlers.views.changed_lines import UNIT, change_text
from handlers.views.charts.moved_lines import join_moved
from handlers.views.doubts import marked
from handlers.views.message import Button, Span, bold, in_rows, plain
from handlers.views.texts import Texts
from handlers.views.ways import ListedChanges, OfOffices
from parser.budget_code import WITH_LINES, section_of
from parser.question.intents import Direction
from parser.records import Section
from storage.reading.differences import ChangedLine, Changes
from storage.reading.office_changes import list_office_changes, list_transfers

# Where money goes, then where it comes from.
SECTIONS = (Section.EXPENDITURE, *(section for section in WITH_LINES if section is not Section.EXPENDITURE))
_MOVED_SHOWN = 3
_IN_ROW = 2

Spans = Sequence[Span]


def list_changed(changes: Changes, way: Direction | None = None) -> list[ChangedLine]:
    """The lines that tell a decision's changes, those that changed in one direction where it is given.

    Section by section, rises before cuts, the largest first. What moved under another code is one line.
    """
    order = {section: number for number, section in enumerate(SECTIONS)}  # balances are among the totals
    telling = [
        line
        for line in join_moved(changes)
        if line.telling and section_of(line.path) in order and (way is None or line.goes(way))
    ]
    return sorted(telling, key=lambda line: (order[section_of(line.path)], line.moves < 0, -abs(line.moves)))


def describe_changed(changed: ChangedLine, texts: Texts) -> str:
    """By how much a line changed, its name, and both of its amounts."""
    text = change_text(changed, texts)
    told = changed.comes_back or changed.status == "renamed"
    if told or changed.old is None or changed.new is None:
        return text
    old, new = (figure(amount, UNIT, texts) for amount in (changed.old, changed.new))
    return f"{text}: " + marked(f"{old} → {new}", changed.doubt)


def changed_lines_rows(changes: Changes, opened: OpenChanges, texts: Texts) -> tuple[tuple[Button, ...], ...]:
    """The buttons that list all changed lines, those of each direction, and the offices.

    Args:
        changes: the difference from the previous loaded edition.
        opened: what opens these changes.
        texts: the person's language.
    """
    counts: dict[ListedChanges, int] = {each: len(list_changed(changes, each)) for each in (None, *Direction)}
    counts[OfOffices.EACH] = len(list_office_changes(changes)) + len(list_transfers(changes))
    buttons = [
        Button(
            texts.get(f"button-changed-{listed.value if listed else 'all'}", count=count),
            OpenChangedLines(opened.decision, opened.line, listed, 0, opened.way, opened.since),
        )
        for listed, count in counts.items()
        if count
    ]
    return tuple(in_rows(buttons, _IN_ROW)) if buttons else ()


def flow_lines(changes: Changes, texts: Texts, count: int) -> list[Spans]:
    """Where the money came from and went to, and what moved under another code, in a few lines.

    Args:
        changes: the difference from the previous loaded edition.
        texts: the person's language.
        count: how many of the moved lines are shown at most.
    """
    flow = changes.flow
    if flow is None or not (flow.cuts or flow.rises):
        return []
    told: list[tuple[int, str]] = [
        (delta, texts.get(f"section-{section}"))
        for section, delta in ((Section.REVENUE, flow.revenue), (Section.FINANCING, flow.financing))
        if delta
    ]
    if flow.cuts:
        told.append((flow.cut, texts.get("sheet-cut", count=len(flow.cuts))))
    if flow.rises:
        told.append((flow.risen, texts.get("sheet-risen", count=len(flow.rises))))
    shown: list[Spans] = [[bold(texts.get("sheet-flow"))]]
    for delta, name in told:
        amount = marked(figure(delta, UNIT, texts, signed=True), flow.doubt)
        shown.append([plain(f"• {amount} — {name}")])
    balance = "✓ " + texts.get("sheet-balanced") if flow.balanced else "⚠️ " + texts.get("sheet-unbalanced")
    shown_moved = min(count, _MOVED_SHOWN)
    moved = [line for line in list_changed(changes) if line.moved_from and line.status == "changed"]
    shown.append([plain(balance)])
    if moved:
        shown.append([plain(texts.get("sheet-moved") + ":")])
        shown += [[plain(f"• {describe_changed(line, texts)}")] for line in moved[:shown_moved]]
    if len(moved) > shown_moved:
        shown.append([plain("• " + texts.get("changes-more", count=len(moved) - shown_moved))])
    return shown
