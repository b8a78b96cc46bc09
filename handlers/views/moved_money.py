"""What a decision changed, line by line: the lines, the buttons that list them, from where to where."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.views.actions import OpenChangedLines, OpenChanges
from handlers.views.amounts import figure
from handlers.views.changed_lines import UNIT, change_text
from handlers.views.changed_names import name_changed_lines
from handlers.views.charts.moved_lines import join_moved, tell_balance
from handlers.views.doubts import marked
from handlers.views.lines import BUTTON_LIMIT, line_in_list, line_name
from handlers.views.matches import NAME_SHOWN
from handlers.views.message import Button, Span, bold, in_rows, plain
from handlers.views.texts import Texts
from handlers.views.ways import ListedChanges, OfOffices
from parser.budget_code import WITH_LINES, codes_of, section_of
from parser.question.intents import Direction
from parser.records import Section
from storage.reading.differences import ChangedLine, Changes
from storage.reading.office_changes import ProgramTransfer, list_office_changes, list_transfers
from storage.reading.records import LineInfo

# Where money goes, then where it comes from.
SECTIONS = (Section.EXPENDITURE, *(section for section in WITH_LINES if section is not Section.EXPENDITURE))
_MOVED_SHOWN = 3
_IN_ROW = 2

Spans = Sequence[Span]


def list_changed(changes: Changes, way: Direction | None = None) -> list[ChangedLine]:
    """The lines that tell what a decision changed, so that no tenge is told twice.

    Args:
        changes: of the decision.
        way: only rises, cuts, new or removed lines; None for all.

    Returns:
        Section by section, rises before cuts, the largest first. A program that moved under another code is
        one line.
    """
    order = {section: number for number, section in enumerate(SECTIONS)}  # balances are among the totals
    telling = [
        line
        for line in join_moved(changes)
        if line.telling and section_of(line.path) in order and (way is None or line.goes(way))
    ]
    return sorted(telling, key=lambda line: (order[section_of(line.path)], line.moves < 0, -abs(line.moves)))


def list_first(changes: Changes, way: Direction | None = None) -> list[ChangedLine]:
    """The first of the lists that a decision's changes are shown in: `третье` is counted in it.

    Args:
        changes: of the decision.
        way: the changes that are asked for before the rest; None for all.
    """
    telling = list_changed(changes, way)
    return [
        line
        for line in telling
        if section_of(line.path) is section_of(telling[0].path) and (line.moves < 0) == (telling[0].moves < 0)
    ]


def describe_changed(changed: ChangedLine, name: str, texts: Texts, *, titled: bool = False) -> str:
    """By how much a line changed, its name as `name_changed_lines` has it, and both of its amounts.

    Where it is `titled`, the title above says of all lines that they are new, or removed.
    """
    if changed.moved_from and changed.status == "changed" and changed.new is not None and not changed.delta:
        return _describe_same(changed, changed.moved_from, name, changed.new, texts)
    text = change_text(changed, name, texts, titled=titled)
    told = changed.comes_back or changed.status == "renamed"
    if told or changed.old is None or changed.new is None:
        return text
    old, new = (figure(amount, UNIT, texts) for amount in (changed.old, changed.new))
    return f"{text}: " + marked(f"{old} → {new}", changed.doubt)


def _describe_same(changed: ChangedLine, moved_from: str, name: str, amount: int, texts: Texts) -> str:
    """A line that has as much as before, under another code."""
    said = texts.get("sheet-moved-from", name=name, code=" ".join(codes_of(moved_from)))
    values = {"section": said, "new": figure(amount, UNIT, texts)}
    return marked(texts.get("changes-total-same", **values), changed.doubt)


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


def flow_lines(changes: Changes, texts: Texts) -> list[Spans]:
    """Where the money came from and went to, in a few lines; none where no spending changed.

    Args:
        changes: the difference from the previous loaded edition.
        texts: the person's language.
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
    if flow.outside:
        told.append((sum(shift.delta for shift in flow.outside), texts.get("sheet-outside")))
    shown: list[Spans] = [[bold(texts.get("sheet-flow"))]]
    for delta, name in told:
        amount = marked(figure(delta, UNIT, texts, signed=True), flow.doubt)
        shown.append([plain(f"• {amount} — {name}")])
    return [*shown, [plain(tell_balance(flow, texts))]]


def moved_blocks(changes: Changes, texts: Texts, count: int) -> list[list[Spans]]:
    """The programs that are under another office now, and those that one office has under another code.

    Args:
        changes: the difference from the previous loaded edition.
        texts: the person's language.
        count: how many of each are shown at most.

    Returns:
        A paragraph of each kind that there is.
    """
    transfers = list_transfers(changes)
    taken = {each.target.path for each in transfers}
    recoded = [
        line
        for line in list_changed(changes)
        if line.moved_from and line.status == "changed" and line.path not in taken
    ]
    names = name_changed_lines(changes, texts)
    told = {
        "changes-transfers": [describe_transfer(each, texts) for each in transfers],
        "sheet-moved": [describe_changed(line, names[line.path], texts) for line in recoded],
    }
    most = min(count, _MOVED_SHOWN)
    blocks: list[list[Spans]] = []
    for key, lines in told.items():
        if lines:
            blocks.append([[bold(texts.get(key))], *([plain(f"• {line}")] for line in lines[:most])])
        if len(lines) > most:
            blocks[-1].append([plain("• " + texts.get("changes-more", count=len(lines) - most))])
    return blocks


def describe_transfer(moved: ProgramTransfer, texts: Texts) -> str:
    """A program, the office that had it and the one that has it, with both amounts."""
    old, new = (figure(line.amount, UNIT, texts) for line in (moved.origin, moved.target))
    key = "changes-transfer-same" if moved.origin.amount == moved.target.amount else "changes-transfer"
    said = texts.get(
        key,
        name=line_in_list(moved.target, texts, NAME_SHOWN),
        left=_office_name(moved.left, texts),
        reached=_office_name(moved.reached, texts),
        old=old,
        new=new,
    )
    return marked(said, moved.doubt)


def _office_name(line: LineInfo, texts: Texts) -> str:
    """An office's short name with its code: two may be called alike."""
    return f"{line_name(line, texts, BUTTON_LIMIT)} ({codes_of(line.path)[-1]})"
