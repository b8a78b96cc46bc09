"""A decision's changes on one page to print: the totals, the largest changes, and from where to where."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from handlers.views.amounts import figure, unit_name
from handlers.views.changed_lines import UNIT, total_name
from handlers.views.charts.frame import ChartView, budget_year, chart_caption, decision_source, frame_notes
from handlers.views.charts.moved_lines import join_moved, tell_balance
from handlers.views.charts.records import ChangesSheet, ChartFrame, SheetRow, SheetTable, Tone
from handlers.views.clean import one_line
from handlers.views.deltas import is_rise, tell_delta_shortly
from handlers.views.doubts import marked
from handlers.views.lines import cited, listed_name, skipped_text
from handlers.views.texts import Texts
from handlers.views.unread import verdict
from parser.budget_code import BY_SIDE, MAIN_TOTALS, Side, codes_of, is_returned, section_of
from parser.kinds import Doubt
from parser.records import Section
from storage.reading.differences import ChangedLine, Changes, Flow

ROOM = 40  # rows of a page between its head and its source
_HEADING_ROOM = 1.7
_LETTERS = 90  # of a sentence in one line, at least
_NAME = 160
_UNREAD = 5  # of the lines that could not be read so many are shown
_SIDES = tuple(BY_SIDE[side] for side in (Side.SPENDING, Side.RECEIPTS))  # where money goes comes first
_STATUS = {"added": "chart-line-added", "removed": "chart-line-removed"}


def changes_sheet(changes: Changes, texts: Texts) -> ChartView | None:
    """What a decision changed, on one page.

    Args:
        changes: the difference from the previous loaded edition.
        texts: the person's language.

    Returns:
        The page. What has no room on it is counted and summed; None where there is nothing to compare with.
    """
    if changes.previous is None:
        return None
    edition = changes.edition
    against = texts.get("changes-against", unit=unit_name(UNIT, texts), **cited(changes.previous, texts))
    doubts = [total.doubt for total in changes.totals.values()]
    doubts += [line.doubt for line in changes.lines]
    frame = ChartFrame(
        title=texts.get("changes-title", **cited(edition.decision, texts)),
        about=(budget_year(edition, texts), against),
        notes=frame_notes(
            edition,
            doubts,
            texts,
            skipped_text(changes.skipped, texts) if changes.skipped else "",
        ),
        source=" ".join(filter(None, (decision_source(edition, texts), _address(changes, texts)))),
    )
    said = verdict(changes, texts, "⚠")
    sheet = ChangesSheet(
        frame,
        (texts.get("sheet-old"), texts.get("sheet-new"), texts.get("sheet-delta")),
        tuple(_headline(changes, texts)),
        said,
        tuple(_tables(changes, said, frame.notes, texts)),
    )
    return ChartView(sheet, chart_caption(frame, edition, texts, said))


def _address(changes: Changes, texts: Texts) -> str:
    url = changes.edition.decision.url_in(texts.language)
    return one_line(url, 200) if url else ""


def _headline(changes: Changes, texts: Texts) -> Iterable[SheetRow]:
    for section in MAIN_TOTALS:
        total = changes.totals.get(section)
        if total is not None and (both := total.both):
            old, new = both
            row = _row(total_name(section, both, texts), "", old, new, new - old, total.doubt, texts)
            yield _tell_balance(row, both, total.doubt, texts) if section is Section.DEFICIT else row


def _tell_balance(row: SheetRow, both: tuple[int, int], doubt: Doubt | None, texts: Texts) -> SheetRow:
    """The row of the budget's balance: a deficit grows downwards, and its change is told in words."""
    if both[0] == both[1]:
        return row
    tone = Tone.RISE if is_rise(Section.DEFICIT, both) else Tone.CUT
    return replace(
        row, delta=marked(tell_delta_shortly(Section.DEFICIT, both, UNIT, texts), doubt), tone=tone
    )


def _row(  # noqa: PLR0913, PLR0917 - the cells of a row
    name: str, code: str, old: int | None, new: int | None, delta: int, doubt: Doubt | None, texts: Texts
) -> SheetRow:
    before, after = ("—" if amount is None else figure(amount, UNIT, texts) for amount in (old, new))
    tone = Tone.RISE if delta > 0 else Tone.CUT if delta < 0 else Tone.WHOLE
    changed = figure(delta, UNIT, texts, signed=True)
    return SheetRow(name, code, before, after, marked(changed, doubt), tone)


def _tables(changes: Changes, said: str, notes: Sequence[str], texts: Texts) -> list[SheetTable]:
    """From where to where; then section by section, as many lines of each as the page has room for.

    Above them the verdict is said, which has one line on every page, and below them the notes.
    """
    lines = sorted((line for line in join_moved(changes) if line.telling), key=lambda line: -abs(line.delta))
    groups = [(title, group) for title, group in _groups(lines, texts) if group]
    flow = [_flow_table(changes.flow, texts)] if changes.flow else []
    unread = [_unread_table(changes, texts)] if changes.unread else []
    room: float = ROOM + 1 - sum(map(_lines_of, (said, *notes)))
    room -= sum(_HEADING_ROOM + len(table.rows) + _lines_of(table.note) for table in (*flow, *unread))
    limits = share_room([len(group) for _, group in groups], room)
    return [
        *flow,
        *unread,
        *(_table(title, group, limit, texts) for (title, group), limit in zip(groups, limits, strict=True)),
    ]


def _lines_of(sentence: str) -> int:
    """How many lines a sentence takes at most."""
    return -(-len(sentence) // _LETTERS)


def _unread_table(changes: Changes, texts: Texts) -> SheetTable:
    """The lines that one of both editions prints and that could not be read there: one amount alone."""
    rows = []
    for line in changes.unread[:_UNREAD]:
        name, code = listed_name(line.path, line.names, texts, _NAME), " ".join(codes_of(line.path))
        old, new = (
            texts.get("sheet-unread") if amount is None else marked(figure(amount, UNIT, texts), line.doubt)
            for amount in (line.old, line.new)
        )
        rows.append(SheetRow(name, code, old, new, "", Tone.GAP))
    rest = len(changes.unread) - len(rows)
    note = texts.get("changes-more", count=rest) if rest else ""
    return SheetTable(texts.get("changes-lines-unread"), tuple(rows), note)


def share_room(sizes: Sequence[int], room: float) -> list[int]:
    """How many rows each table shows, so that all of them fit on the page.

    Args:
        sizes: how many rows each has, at least one.
        room: for rows; a heading takes more than a row, the line that counts what is left out takes one.

    Returns:
        At least one row for each; what room is left is dealt out row by row, from the first table on.
    """
    limits = [1 for _ in sizes]

    def needed() -> float:
        return sum(_HEADING_ROOM + limit + (size > limit) for size, limit in zip(sizes, limits, strict=True))

    growing = list(range(len(sizes)))
    while growing:
        for index in tuple(growing):
            limits[index] += 1
            if limits[index] > sizes[index] or needed() > room:
                limits[index] -= 1
                growing.remove(index)
    return limits


def _groups(lines: Sequence[ChangedLine], texts: Texts) -> Iterable[tuple[str, list[ChangedLine]]]:
    """The tables of the page: both sides of the budget by what became of their lines, then all the rest."""
    ways: tuple[tuple[str, Callable[[ChangedLine], bool]], ...] = (
        ("rises", lambda line: line.status not in _STATUS and line.delta > 0 and not line.moved_from),
        ("cuts", lambda line: line.status not in _STATUS and line.delta < 0 and not line.moved_from),
        ("added", lambda line: line.status == "added"),
        ("removed", lambda line: line.status == "removed"),
    )
    for side in _SIDES:
        here = [line for line in lines if section_of(line.path) is side]
        for way, belongs in ways:
            title = texts.get(f"changes-{way}", section=texts.get(f"section-{side}"))
            yield title, [line for line in here if belongs(line)]
    yield texts.get("sheet-other-sections"), [line for line in lines if _is_elsewhere(line)]
    yield texts.get("sheet-moved"), [line for line in lines if line.moved_from and line.status == "changed"]


def _is_elsewhere(line: ChangedLine) -> bool:
    """Whether a line of neither side changed; a renamed one has no change of its own."""
    return (
        section_of(line.path) not in _SIDES
        and line.delta != 0
        and not line.moved_from
        and line.path not in MAIN_TOTALS
    )


def _table(title: str, lines: Sequence[ChangedLine], limit: int, texts: Texts) -> SheetTable:
    rows = tuple(
        _row(
            _name(line, texts),
            " ".join(codes_of(line.path)),
            line.old,
            line.new,
            line.delta,
            line.doubt,
            texts,
        )
        for line in lines[:limit]
    )
    rest = lines[limit:]
    if not rest:
        return SheetTable(title, rows)
    if any(
        section_of(line.path) not in _SIDES for line in rest
    ):  # what is repaid is no sum with what is lent
        return SheetTable(title, rows, texts.get("changes-more", count=len(rest)))
    doubt = Doubt.gravest(line.doubt for line in rest)
    amount = figure(sum(line.delta for line in rest), UNIT, texts, signed=True)
    return SheetTable(title, rows, texts.get("sheet-rest", count=len(rest), amount=marked(amount, doubt)))


def _name(line: ChangedLine, texts: Texts) -> str:
    name = listed_name(line.path, line.names, texts, _NAME)
    if line.moved_from and line.status == "changed":
        return texts.get("sheet-moved-from", name=name, code=" ".join(codes_of(line.moved_from)))
    if section_of(line.path) in _SIDES:
        return name  # its table says what became of it
    if is_returned(line.path):
        name = texts.get("sheet-returned", name=name)
    return texts.get(_STATUS[line.status], name=name) if line.status in _STATUS else name


def _flow_table(flow: Flow, texts: Texts) -> SheetTable:
    """What paid for what rose: revenue, financing, and what was cut."""
    rows: list[SheetRow] = []
    for section, delta in ((Section.REVENUE, flow.revenue), (Section.FINANCING, flow.financing)):
        if delta:
            rows.append(_flow_row(texts.get(f"section-{section}"), delta, flow.doubt, texts))
    if flow.cuts:
        cut = texts.get("sheet-cut", count=len(flow.cuts))
        rows.append(_flow_row(cut, flow.cut, flow.doubt, texts))
    if flow.rises:
        risen = texts.get("sheet-risen", count=len(flow.rises))
        rows.append(_flow_row(risen, flow.risen, flow.doubt, texts))
    if flow.outside:
        outside = sum(shift.delta for shift in flow.outside)
        rows.append(_flow_row(texts.get("sheet-outside"), outside, flow.doubt, texts))
    return SheetTable(texts.get("sheet-flow"), tuple(rows), tell_balance(flow, texts, wrong="⚠"))


def _flow_row(name: str, delta: int, doubt: Doubt | None, texts: Texts) -> SheetRow:
    tone = Tone.RISE if delta > 0 else Tone.CUT
    return SheetRow(name, "", "", "", marked(figure(delta, UNIT, texts, signed=True), doubt), tone)
