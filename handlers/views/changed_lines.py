"""The lines that a decision changed, each in a line: what moves by how much, and those inside one line."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.views.amounts import figure
from handlers.views.doubts import doubt_lines, marked
from handlers.views.lines import listed_name
from handlers.views.message import Span, plain
from handlers.views.texts import Texts
from parser.budget_code import codes_of
from parser.kinds import Doubt
from parser.question.intents import Direction, Frame, ListedLevel
from parser.records import Level, Section
from storage.answering.page import Match
from storage.reading.differences import ChangedLine, Changes, TotalChange

UNIT = 1000  # both columns are shown in thousand tenge, as editions are printed
INSIDE_SHOWN = 10
_KEYS = {
    "added": "changes-line-added",
    "removed": "changes-line-removed",
    "renamed": "changes-line-renamed",  # nothing else of it changed
}
_KEYS_BACK = {"added": "changes-line-returned-added", "removed": "changes-line-returned-removed"}
_LEVELS = {ListedLevel.GROUP: Level.GROUP, ListedLevel.ADMINISTRATOR: Level.ADMINISTRATOR}

Spans = Sequence[Span]


def inside_changes(
    changes: Changes, whole: Match, frame: Frame, texts: Texts, count: int = INSIDE_SHOWN
) -> list[list[Spans]]:
    """How a line changed, and which of the lines inside it did, in the direction that is asked of.

    Args:
        changes: the difference from the previous edition.
        whole: the line.
        frame: what is asked: the direction of the changes, and the level of the lines; the lowest that tell
            the change where it names none.
        texts: the person's language.
        count: how many lines a list shows at most.

    Returns:
        The paragraphs.
    """
    own = next((line for line in changes.lines if line.path == whole.path), None)
    total = changes.totals.get(whole.path)
    below = changes.list_below(whole.path, _LEVELS.get(frame.level) if frame.level else None)
    direction = frame.direction
    ways = (direction,) if direction else (Direction.RISES, Direction.CUTS)
    blocks = [_list_way(way, [line for line in below if line.goes(way)], texts, count) for way in ways]
    lists = [block for block in blocks if block]
    nothing = f"changes-inside-none-{direction.value}" if direction else "changes-inside-none"
    doubts = [whole.line.doubt, *(line.doubt for line in (*below, *([own] if own else [])))]
    return [
        [_own_change(whole, own or total, texts)],
        *(lists or [[[plain(texts.get(nothing))]]]),
        list(doubt_lines(doubts, texts)),
    ]


def _own_change(whole: Match, own: ChangedLine | TotalChange | None, texts: Texts) -> Spans:
    if isinstance(own, ChangedLine) and own.status in _KEYS_BACK:
        return [plain(f"• {change_text(own, texts)}")]
    name = listed_name(whole.path, whole.line.names, texts, 110)
    if own is None:
        return [plain("• " + before_and_after(name, (whole.line.amount,) * 2, whole.line.doubt, texts))]
    if own.old is None or own.new is None:  # whether it changed is not known
        printed = texts.get("changes-total-adopted", section=name, new=figure(whole.line.amount, UNIT, texts))
        return [plain("• " + marked(printed, own.doubt))]
    return [plain("• " + before_and_after(name, (own.old, own.new), own.doubt, texts))]


def total_text(section: Section, total: TotalChange, texts: Texts) -> str | None:
    """A total before and after, in one line; None where it is not printed in both editions."""
    name = texts.get(f"section-{section}")
    return before_and_after(name, total.both, total.doubt, texts) if total.both else None


def before_and_after(name: str, both: tuple[int, int], doubt: Doubt | None, texts: Texts) -> str:
    """An amount that is printed in both editions, in one line."""
    old, new = both
    values = {"section": name, "new": figure(new, UNIT, texts)}
    if old == new:
        return marked(texts.get("changes-total-same", **values), doubt)
    values |= {"old": figure(old, UNIT, texts), "delta": figure(new - old, UNIT, texts, signed=True)}
    return marked(texts.get("changes-total", **values), doubt)


def _list_way(way: Direction, lines: Sequence[ChangedLine], texts: Texts, count: int) -> list[Spans]:
    if not lines:
        return []
    shown: list[Spans] = [[plain(texts.get(f"changes-inside-{way.value}"))]]
    shown += [[plain(f"• {change_text(line, texts)}")] for line in lines[:count]]
    if len(lines) > count:
        shown.append([plain("• " + texts.get("changes-more", count=len(lines) - count))])
    return shown


def change_text(line: ChangedLine, texts: Texts) -> str:
    """By how much a line changed, its name, and the code that it had before where it has another now."""
    delta = marked(figure(line.moves, UNIT, texts, signed=True), line.doubt)
    values = {"delta": delta, "name": listed_name(line.path, line.names, texts, 110)}
    if not line.comes_back or line.status == "renamed":
        said = texts.get(_KEYS.get(line.status, "changes-line"), **values)
        if line.moved_from is None or line.status != "changed":
            return said
        return texts.get("sheet-moved-from", name=said, code=" ".join(codes_of(line.moved_from)))
    values |= {
        side: figure(amount, UNIT, texts)
        for side, amount in (("old", line.old), ("new", line.new))
        if amount is not None
    }
    return texts.get(_KEYS_BACK.get(line.status, "changes-line-returned"), **values)
