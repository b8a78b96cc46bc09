"""The lines of an answer to a question, all of them and not only those of a page."""

from __future__ import annotations

from collections.abc import Sequence

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
from parser.kinds import Doubt
from storage.answering.page import Match
from storage.answering.several_figures import (
    AcrossGroups,
    BoundedList,
    Comparison,
    LinesByEdition,
    Listing,
    Office,
    SumOfLines,
    YearComparison,
)

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
    rows += _computed(found, matches, title, texts)
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
    groups = texts.get("listing-groups", count=match.groups) if match.groups > 1 else None
    return {
        **named_cells(edition, match.path, line.names, texts),
        ColumnName.AMOUNT: line.amount,
        ColumnName.SHARE: share_of(match.path, line.amount, whole.path, total) if whole else None,
        **source_cells(edition, line.row, None, None, texts),
        ColumnName.REMARK: remark(groups, doubt_remark(line.doubt, texts)),
    }


def _computed(found: _Lines, matches: Sequence[Match], title: str, texts: Texts) -> list[TableRow]:
    """The sum of the lines, where the answer tells one."""
    if not isinstance(found, _Summed) or found.amount is None:
        return []
    edition = matches[0].edition
    doubt = Doubt.gravest(match.line.doubt for match in matches)
    [row] = remark_rows(edition, [texts.get("table-computed")], texts)
    name = ColumnName.NAME_KK if texts.language == "kk" else ColumnName.NAME_RU
    return [
        {
            **row,
            name: one_line(title, _TITLE),
            ColumnName.AMOUNT: found.amount,
            ColumnName.REMARK: remark(texts.get("table-computed"), doubt_remark(doubt, texts)),
        }
    ]
