"""Lines as they are printed: a whole budget, a line with all below it, the lines right inside one."""

from __future__ import annotations

from fractions import Fraction

from handlers.views.amounts import exact
from handlers.views.faults import conflict_lines
from handlers.views.lines import line_in_list
from handlers.views.tables.file_names import file_name
from handlers.views.tables.records import ColumnName, DataTable, TableRow, cells_of, columns_of
from handlers.views.tables.source_cells import (
    about_edition,
    doubt_remark,
    fault_remarks,
    named_cells,
    remark,
    remark_rows,
    source_cells,
    spoken,
)
from handlers.views.texts import Texts
from parser.budget_code import BALANCES, codes_of, is_below
from storage.reading.printed_tree import PrintedRow, list_children
from storage.reading.records import EditionInfo, LineInfo
from storage.reading.unread_rows import UnreadRow
from storage.reading.whole_table import WholeTable

COLUMNS = (
    ColumnName.PLACE, ColumnName.YEAR, ColumnName.CODE, ColumnName.LEVEL, ColumnName.NAME_KK,
    ColumnName.NAME_RU, ColumnName.AMOUNT, ColumnName.SHARE, ColumnName.DECISION, ColumnName.DATE,
    ColumnName.APPENDIX, ColumnName.ROW, ColumnName.TEXT, ColumnName.LINK, ColumnName.REMARK, ColumnName.PATH,
)  # fmt: skip
_TITLE = 160


def budget_table(found: WholeTable, texts: Texts) -> DataTable:
    """A whole budget, every printed row of it.

    Args:
        found: the edition's table.
        texts: the person's language.
    """
    title = texts.get("budget-of-year", year=str(found.edition.year))
    rows = [_printed(found, index, texts) for index in range(len(found.tree.rows))]
    rows += [_without_amount(found.edition, each, texts) for each in found.unread]
    return _table(found, title[:1].upper() + title[1:], rows, file_name(found.edition, "budget"), texts)


def subtree_table(found: WholeTable, path: str, texts: Texts) -> DataTable | None:
    """A line with the lines above it and every printed row below it.

    Args:
        found: the edition's table.
        path: of the line.
        texts: the person's language.

    Returns:
        None where the edition has no such line.
    """
    line = found.find_line(path)
    if line is None:
        return None
    rows = [_printed(found, index, texts) for index in found.list_about(path)]
    rows += [
        _without_amount(found.edition, each, texts)
        for each in found.unread
        if each.path and is_below(each.path, path)
    ]
    name = file_name(found.edition, *(codes_of(path) or (path,)))
    return _table(found, line_in_list(line, texts, _TITLE), rows, name, texts)


def parts_table(found: WholeTable, path: str, texts: Texts, *, by_code: bool = False) -> DataTable | None:
    """A line, then the lines right inside it, in the order of their list.

    Args:
        found: the edition's table.
        path: of the line.
        texts: the person's language.
        by_code: whether they stand in the order of their codes, else the largest first.

    Returns:
        None where the edition has no such line.
    """
    line = found.find_line(path)
    if line is None:
        return None
    above = found.find_line(found.tree.parent_path(path) or "")
    parts = sorted(
        list_children(found.tree, path),
        key=lambda part: codes_of(part.path) if by_code else (-part.amount,),
    )
    rows = [_line(found, line, above, texts), *(_line(found, part, line, texts) for part in parts)]
    rows += [
        _without_amount(found.edition, each, texts)
        for each in found.unread
        if each.path and is_below(each.path, path)
    ]
    name = file_name(found.edition, *(codes_of(path) or (path,)), "parts")
    title = texts.get("listing-all", name=line_in_list(line, texts, _TITLE))
    return _table(found, title, rows, name, texts)


def _table(found: WholeTable, title: str, rows: list[TableRow], name: str, texts: Texts) -> DataTable:
    edition = found.edition
    rows = [*rows, *remark_rows(edition, fault_remarks(found.faults, texts), texts)]
    columns = columns_of(COLUMNS, texts)
    return DataTable(title, about_edition(edition, texts), columns, cells_of(COLUMNS, rows), name)


def _printed(found: WholeTable, index: int, texts: Texts) -> TableRow:
    """A row as it is printed: of an office that stands in several blocks each has its own."""
    row, above = found.tree.rows[index], found.tree.parent(index)
    whole = found.tree.rows[above] if above is not None else None
    line = row.line.of_blocks([row.block])
    first = row.block is row.line.blocks[0]
    cells = _cells(found, line, _share(row, whole), texts, with_conflicts=first)
    count = len(row.line.blocks)
    if count == 1:
        return cells
    together = exact(row.line.amount, 1, texts)
    said = cells.get(ColumnName.REMARK)
    one_of = texts.get("table-block", count=count, amount=together)
    return {**cells, ColumnName.REMARK: remark(one_of, said if isinstance(said, str) else None)}


def _line(found: WholeTable, line: LineInfo, whole: LineInfo | None, texts: Texts) -> TableRow:
    share = share_of(line.path, line.amount, whole.path, whole.amount) if whole else None
    return _cells(found, line, share, texts, with_conflicts=True)


def _cells(
    found: WholeTable, line: LineInfo, share: Fraction | None, texts: Texts, *, with_conflicts: bool
) -> TableRow:
    conflicts = found.disagreements.get(line.path, ()) if with_conflicts else ()
    said = (spoken(each) for each in conflict_lines(conflicts, line.unit, texts))
    rows = sorted(block.row for block in line.blocks)
    printed = texts.get("doubt-rows", count=len(rows), rows=", ".join(map(str, rows))) if rows[1:] else None
    return {
        **named_cells(found.edition, line.path, line.names, texts),
        ColumnName.AMOUNT: line.amount,
        ColumnName.SHARE: share,
        **source_cells(found.edition, line.row, line.language, line.url, texts),
        ColumnName.REMARK: remark(printed, doubt_remark(line.doubt, texts), *said),
    }


def _without_amount(edition: EditionInfo, row: UnreadRow, texts: Texts) -> TableRow:
    return {
        **named_cells(edition, row.path or "", {row.language: row.name}, texts),
        **source_cells(edition, None, row.language, None, texts),
        ColumnName.REMARK: texts.get("table-without-amount"),
    }


def _share(row: PrintedRow, whole: PrintedRow | None) -> Fraction | None:
    return share_of(row.path, row.amount, whole.path, whole.amount) if whole else None


def share_of(path: str, amount: int, whole: str, total: int) -> Fraction | None:
    """The share that a line is of another one; None where that means nothing.

    Args:
        path: of the line.
        amount: the line's.
        whole: the path of the other one.
        total: the amount of the other one.
    """
    # A balance is a difference: nothing is a share of it.
    if not total or amount * total < 0 or whole in BALANCES or path in BALANCES:
        return None
    return Fraction(amount, total)
