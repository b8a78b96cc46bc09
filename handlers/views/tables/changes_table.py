"""What a decision changed: totals, every line that tells a change, old and new, and what disagrees."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.views.amounts import figure, unit_name
from handlers.views.changed_lines import UNIT, changes_title
from handlers.views.deltas import balance_remark
from handlers.views.faults import fault_mark
from handlers.views.lines import skipped_text
from handlers.views.moved_money import list_changed
from handlers.views.tables.file_names import file_name
from handlers.views.tables.records import ColumnName, DataTable, TableRow, cells_of, columns_of
from handlers.views.tables.source_cells import (
    about_edition,
    code_cell,
    doubt_remark,
    named_cells,
    number_cell,
    remark,
    remark_rows,
    source_cells,
    spoken,
)
from handlers.views.texts import Texts
from parser.budget_code import MAIN_TOTALS, is_below
from storage.reading.differences import ChangedLine, Changes, Gap, UnreadLine

COLUMNS = (
    ColumnName.PLACE, ColumnName.YEAR, ColumnName.CODE, ColumnName.NAME_KK, ColumnName.NAME_RU,
    ColumnName.STATUS, ColumnName.OLD, ColumnName.NEW, ColumnName.DELTA, ColumnName.MOVED_FROM,
    ColumnName.DECISION, ColumnName.DATE, ColumnName.APPENDIX, ColumnName.ROW, ColumnName.TEXT,
    ColumnName.LINK, ColumnName.BEFORE, ColumnName.BEFORE_DATE, ColumnName.BEFORE_ROW, ColumnName.REMARK,
    ColumnName.PATH,
)  # fmt: skip


def changes_table(
    changes: Changes, texts: Texts, *, together: bool = False, inside: str | None = None
) -> DataTable:
    """A decision's changes, each tenge once; of one that adopted a budget its totals.

    Args:
        changes: the difference from an earlier edition.
        texts: the person's language.
        together: whether it is of all decisions since the earlier edition.
        inside: the path of the line that alone is looked at, with what changed inside it.
    """
    edition = changes.edition
    maker = _RowMaker(changes, texts)
    rows = [] if inside else [maker.total(section.value) for section in MAIN_TOTALS]
    rows += [maker.line(line) for line in list_changed(changes) if not inside or _is_inside(line, inside)]
    unread = changes.list_unread([inside]) if inside else changes.unread
    rows += [maker.unread(line) for line in unread]
    rows += [maker.gap(gap) for gap in changes.gap if not inside or gap.path == inside]
    rows += remark_rows(edition, _remarks(changes, texts), texts)
    previous = changes.previous if together else None
    since = ("since", previous.number) if previous else ()
    return DataTable(
        changes_title(changes, texts, together=together),
        about_edition(edition, texts),
        columns_of(COLUMNS, texts),
        cells_of(COLUMNS, [row for row in rows if row]),
        file_name(edition, *since, "changes"),
    )


def _is_inside(line: ChangedLine, path: str) -> bool:
    return line.path == path or is_below(line.path, path)


def _remarks(changes: Changes, texts: Texts) -> Sequence[str]:
    """What must be known of the whole: that there is nothing to compare with, gaps before it, faults."""
    said = []
    if changes.previous is None:
        said.append(texts.get("changes-no-previous"))
    if changes.skipped:
        said.append(skipped_text(changes.skipped, texts))
    if changes.is_partly_read:
        said.append(texts.get("changes-verdict-unread"))
    return [*said, *(spoken(line) for line in fault_mark(changes.edition, texts))]


class _RowMaker:
    """Makes the rows of one decision's changes."""

    def __init__(self, changes: Changes, texts: Texts) -> None:
        self._changes = changes
        self._texts = texts

    def total(self, path: str) -> TableRow:
        """A main total before and after; nothing where it is not printed at all."""
        total = self._changes.totals.get(path)
        if total is None or (total.old is None and total.new is None):
            return {}
        both = total.both
        return {
            **self._cells(path),
            ColumnName.STATUS: self._texts.get("table-status-total"),
            ColumnName.OLD: total.old,
            ColumnName.NEW: total.new,
            ColumnName.DELTA: both[1] - both[0] if both else None,
            ColumnName.REMARK: remark(
                balance_remark(path, both, self._texts), doubt_remark(total.doubt, self._texts)
            ),
        }

    def line(self, line: ChangedLine) -> TableRow:
        """A line that changed; one that moved under another code is one row."""
        moved = line.moved_from if line.status == "changed" else None
        returned = self._texts.get("table-returned") if line.comes_back else None
        return {
            **self._cells(line.path, moved or line.path),
            **named_cells(self._changes.edition, line.path, line.names, self._texts),
            ColumnName.STATUS: self._texts.get(f"table-status-{'moved' if moved else line.status}"),
            ColumnName.OLD: line.old,
            ColumnName.NEW: line.new,
            ColumnName.DELTA: line.delta,
            ColumnName.MOVED_FROM: code_cell(moved),
            ColumnName.REMARK: remark(returned, doubt_remark(line.doubt, self._texts)),
        }

    def unread(self, line: UnreadLine) -> TableRow:
        """A line with the one amount that was read: of the other one, and of the change, nothing is known."""
        return {
            **self._cells(line.path),
            **named_cells(self._changes.edition, line.path, line.names, self._texts),
            ColumnName.STATUS: self._texts.get("table-status-unread"),
            ColumnName.OLD: line.old,
            ColumnName.NEW: line.new,
            ColumnName.REMARK: remark(self._texts.get("table-unread"), doubt_remark(line.doubt, self._texts)),
        }

    def gap(self, gap: Gap) -> TableRow:
        """A total whose printed change is not the sum of the changes of its lines."""
        texts = self._texts
        amounts = {
            "printed": figure(gap.printed_delta, UNIT, texts, signed=True),
            "computed": figure(gap.sum_of_leaf_deltas, UNIT, texts, signed=True),
        }
        return {
            **self._cells(gap.path),
            ColumnName.STATUS: texts.get("table-status-gap"),
            ColumnName.REMARK: remark(
                texts.get("table-gap", unit=unit_name(UNIT, texts), **amounts), doubt_remark(gap.doubt, texts)
            ),
        }

    def _cells(self, path: str, before: str | None = None) -> TableRow:
        """What a line is called, and where both of its amounts are printed."""
        changes = self._changes
        new, old = changes.printed.get(path), changes.printed_before.get(before or path)
        named = new or old
        return {
            **named_cells(changes.edition, path, named.names if named else {}, self._texts),
            **source_cells(
                changes.edition,
                new.row if new else None,
                new.language if new else None,
                new.url if new else None,
                self._texts,
            ),
            ColumnName.BEFORE: number_cell(changes.previous) if changes.previous else None,
            ColumnName.BEFORE_DATE: changes.previous.date if changes.previous else None,
            ColumnName.BEFORE_ROW: old.row if old else None,
        }
