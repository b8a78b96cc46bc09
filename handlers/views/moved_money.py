"""All lines that a decision changed, a page of them; and where the money came from and went to."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.views.actions import OpenChangedLines, OpenChanges, OpenLine
from handlers.views.amounts import figure
from handlers.views.changed_lines import UNIT, change_text
from handlers.views.charts.moved_lines import join_moved
from handlers.views.clean import one_line
from handlers.views.doubts import doubt_lines, marked
from handlers.views.lines import cited
from handlers.views.matches import number_rows
from handlers.views.message import Button, MessageView, Span, bold, in_rows, italic, paragraphs, plain
from handlers.views.table_actions import TakeChanges
from handlers.views.take_away import table_button
from handlers.views.texts import Texts
from handlers.views.ways import DIRECT, ChangesPage, Way
from parser.budget_code import WITH_LINES, section_of
from parser.question.intents import Direction
from parser.records import Section
from storage.reading.address import LineAddress
from storage.reading.differences import ChangedLine, Changes

CHANGED_PAGE = 10
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


def changed_lines_view(  # noqa: PLR0913 - a page, and the way to it
    changes: Changes,
    line: LineAddress,
    texts: Texts,
    way: Way = DIRECT,
    *,
    direction: Direction | None = None,
    offset: int = 0,
) -> MessageView:
    """A page of the lines that a decision changed.

    Args:
        changes: the difference from the previous loaded edition.
        line: that the person came to the changes from.
        texts: the person's language.
        way: how the person came to that line.
        direction: which lines; all where None.
        offset: how many to pass over.

    Returns:
        The message; a numbered button opens each line as the decision left it, one that it removed as it was
        before; others turn the page, or lead back to the changes.
    """
    edition, lines = changes.edition, list_changed(changes, direction)
    page = lines[offset : offset + CHANGED_PAGE]
    title = texts.get("changes-title", **cited(edition.decision, texts))
    place = f"{texts.place(edition.budget.place)} · {edition.year} · {texts.get('unit-thousand')}"
    kind = texts.get(f"changes-lines-{direction.value if direction else 'all'}", count=len(lines))
    first, last = offset + 1, offset + len(page)
    head: list[Spans] = [[bold(title)], [plain(place)], [plain(kind)]]
    if len(lines) > len(page):
        head.append([italic(texts.get("decisions-page-of", first=first, last=last, count=len(lines)))])
    blocks: list[list[Spans]] = []
    before: Section | None = None
    for number, changed in enumerate(page, start=first):
        section = section_of(changed.path)
        if section is not before:
            blocks.append([[bold(texts.get(f"section-{section}"))]])
        before = section
        blocks[-1].append([plain(f"{number}. {_describe(changed, texts)}")])
    doubts = doubt_lines([changed.doubt for changed in page], texts)
    spans = paragraphs(head, *blocks, doubts)
    here = OpenChangedLines(edition.decision.address, line, direction, offset, way)
    back = OpenChanges(edition.decision.address, line, way)
    taken = TakeChanges(edition.decision.address, line, direction, offset, way)
    turns = _turns(here, len(lines), texts)
    up = Button(texts.get("button-back-changes", number=one_line(edition.decision.number, 12)), back)
    return MessageView(
        spans, (*_rows(changes, page, here), *([turns] if turns else []), (up, table_button(taken, texts)))
    )


def _describe(changed: ChangedLine, texts: Texts) -> str:
    text = change_text(changed, texts)
    told = changed.comes_back or changed.status == "renamed"
    if told or changed.old is None or changed.new is None:
        return text
    old, new = (figure(amount, UNIT, texts) for amount in (changed.old, changed.new))
    return f"{text}: " + marked(f"{old} → {new}", changed.doubt)


def _rows(changes: Changes, page: Sequence[ChangedLine], here: OpenChangedLines) -> list[tuple[Button, ...]]:
    edition, decision = changes.edition.address, changes.edition.decision.address
    way = Way(ChangesPage(decision, here.direction, here.offset))
    buttons = []
    for number, changed in enumerate(page, start=here.offset + 1):
        line = LineAddress(edition, changed.path)
        if changed.new is None and changes.previous is not None:
            line = line.as_of(changes.previous.address)
        buttons.append(Button(str(number), OpenLine(line, way)))
    return number_rows(buttons)


def _turns(here: OpenChangedLines, total: int, texts: Texts) -> tuple[Button, ...]:
    pages = (
        ("button-previous", here.offset - CHANGED_PAGE, here.offset > 0),
        ("button-next", here.offset + CHANGED_PAGE, here.offset + CHANGED_PAGE < total),
    )
    return tuple(
        Button(
            texts.get(key),
            OpenChangedLines(here.decision, here.line, here.direction, max(offset, 0), here.way),
        )
        for key, offset, there in pages
        if there
    )


def changed_lines_rows(
    changes: Changes, line: LineAddress, way: Way, texts: Texts
) -> tuple[tuple[Button, ...], ...]:
    """The buttons that list all lines that a decision changed, and those of each direction."""
    decision = changes.edition.decision.address
    counted = [(each, len(list_changed(changes, each))) for each in (None, *Direction)]
    buttons = [
        Button(
            texts.get(f"button-changed-{direction.value if direction else 'all'}", count=count),
            OpenChangedLines(decision, line, direction, 0, way),
        )
        for direction, count in counted
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
        shown += [[plain(f"• {_describe(line, texts)}")] for line in moved[:shown_moved]]
    if len(moved) > shown_moved:
        shown.append([plain("• " + texts.get("changes-more", count=len(moved) - shown_moved))])
    return shown
