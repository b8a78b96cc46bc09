"""The lines of an answer to a question, all of them and not only those of a page."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from handlers.views.clean import one_line
from handlers.views.faults import fault_mark
from handlers.views.tables.file_names import file_name
from handlers.views.tables.line_table import COLUMNS, share_of
from handlers.views.tables.records import ColumnName, DataTable, TableRow, cells_of, columns_of
from handlers.views.tables.source_cells import (
    about_edition,
    doubt_remark,
    named_cells,
    remark,
    remark_rows,
    source_cells,
    spoken,
)
from handlers.views.texts import Texts
from parser.budget_code import codes_of
from parser.kinds import Doubt
from storage.answering.listings import BoundedList, Listing
from storage.answering.office_sum import Office
from storage.answering.page import Match
from storage.answering.several_figures import (
    AcrossGroups,
    Comparison,
    LinesByEdition,
    Remainder,
    SumOfLines,
    YearComparison,
)
from storage.reading.records import EditionInfo

Listed = Listing | BoundedList | AcrossGroups | Comparison | SumOfLines | LinesByEdition | YearComparison
"""The answers whose lines can be taken away."""

_Lines = Listed | Office
_Summed = BoundedList | Office | SumOfLines | YearComparison  # these tell a sum

_TITLE = 160


def matches_table(found: _Lines, title: str, texts: Texts) -> DataTable | None:
    """The lines of an answer after the line that they are inside of, and last a sum that is printed nowhere.

    Args:
        found: the answer, with all of its lines.
        title: what it is of.
        texts: the person's language.

    Returns:
        None of an answer without lines.
    """
    matches = found.page.matches
    if not matches:
        return None
    whole = found.whole if isinstance(found, Listing | BoundedList) else None
    total = found.total if isinstance(found, Listing | BoundedList) else 0
    rows = [_row(whole, None, 0, texts)] if whole else []
    rows += [_row(match, whole, total, texts) for match in matches]
    rows += _computed(found, title, texts)
    editions = {match.edition.address: match.edition for match in matches}
    for edition in editions.values():
        rows += remark_rows(edition, (spoken(line) for line in fault_mark(edition, texts)), texts)
    edition = matches[0].edition
    several = len(editions) > 1
    about = about_edition(edition, texts)
    return DataTable(
        one_line(title, _TITLE),
        about[1:] if several else about,
        columns_of(COLUMNS, texts),
        cells_of(COLUMNS, rows),
        file_name(edition, "list", of_decision=not several),
    )


def _row(match: Match, whole: Match | None, total: int, texts: Texts) -> TableRow:
    line, edition = match.line, match.edition
    row = {
        **named_cells(edition, match.path, line.names, texts),
        ColumnName.AMOUNT: line.amount,
        ColumnName.SHARE: share_of(match.path, line.amount, whole.path, total) if whole else None,
        **source_cells(edition, line.row, line.language, None, texts),
        ColumnName.REMARK: doubt_remark(line.doubt, texts),
    }
    if match.groups == 1:
        return row
    # The sum of an office's lines is printed in no row and stands under no group.
    said = remark(texts.get("listing-groups", count=match.groups), doubt_remark(line.doubt, texts))
    code = codes_of(match.path)[-1]
    nowhere = dict.fromkeys((ColumnName.ROW, ColumnName.TEXT, ColumnName.PATH))
    return row | nowhere | {ColumnName.CODE: code, ColumnName.REMARK: said}


def remainder_table(found: Remainder, title: str, texts: Texts) -> DataTable:
    """A line, what is taken out of it, and in the last row what is left: computed, printed nowhere.

    Args:
        found: the answer.
        title: what the rest is called.
        texts: the person's language.
    """
    edition = found.whole.edition
    taken = [_row(part, found.whole, found.whole.line.amount, texts) for part in found.parts]
    rows: list[TableRow] = [
        _row(found.whole, None, 0, texts),
        *({**row, ColumnName.REMARK: remark(texts.get("table-taken-out"), _said(row))} for row in taken),
        _computed_row(edition, title, found.amount, found.doubt, texts),
        *remark_rows(edition, (spoken(line) for line in fault_mark(edition, texts)), texts),
    ]
    return DataTable(
        one_line(title, _TITLE),
        about_edition(edition, texts),
        columns_of(COLUMNS, texts),
        cells_of(COLUMNS, rows),
        file_name(edition, "without"),
    )


def _said(row: TableRow) -> str | None:
    said = row.get(ColumnName.REMARK)
    return said if isinstance(said, str) else None


def _computed(found: _Lines, title: str, texts: Texts) -> list[TableRow]:
    """The sums or the difference that the answer tells, in the order of time."""
    matches = found.page.matches
    if isinstance(found, LinesByEdition):
        printed = [list(group) for _, group in groupby(matches, key=lambda match: match.address.edition)]
        sums = zip(printed, found.sums, strict=False)
        return [_sum_row(group, title, amount, texts) for group, amount in sums]
    if isinstance(found, Comparison):
        if found.difference is None:
            return []
        return [_sum_row(matches, texts.get("table-difference"), found.difference, texts)]
    if not isinstance(found, _Summed) or found.amount is None:
        return []
    return [_sum_row(matches, title, found.amount, texts)]


def _sum_row(matches: Sequence[Match], title: str, amount: int, texts: Texts) -> TableRow:
    doubt = Doubt.gravest(match.line.doubt for match in matches)
    return _computed_row(matches[0].edition, title, amount, doubt, texts)


def _computed_row(
    edition: EditionInfo, title: str, amount: int, doubt: Doubt | None, texts: Texts
) -> TableRow:
    """An amount that no document prints, under what it is called in the person's language."""
    computed = remark(texts.get("table-computed"), doubt_remark(doubt, texts))
    [row] = remark_rows(edition, [computed or ""], texts)
    name = ColumnName.NAME_KK if texts.language == "kk" else ColumnName.NAME_RU
    return {**row, name: one_line(title, _TITLE), ColumnName.AMOUNT: amount}
