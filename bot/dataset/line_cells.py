"""A printed row of a budget table in the dataset: its codes by their columns, its role in the table."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.dataset.fields import CODE_COLUMNS
from parser.budget_code import BY_SIDE, Tree, by_level, depth
from parser.records import Section

_DIRECTIONS = (*BY_SIDE.values(), Section.FINANCING)  # the last is that of all other sections

Cells = Mapping[str, Any]
"""The cells of a row by their columns; what is left out is empty."""


def line_cells(rows: Sequence[Any]) -> Iterator[Cells]:
    """The cells of each row of a table.

    Args:
        rows: the table's lines in print order, rows of the line table.
    """
    for row, role in zip(rows, _roles(rows), strict=True):
        yield {**_line(row), "row_role": role}


def _line(row: Any) -> Cells:  # noqa: ANN401 - a row of the line table
    codes = by_level(row.path).items()
    return {
        "line_id": row.path,
        "section": row.section,
        "direction": next((each for each in _DIRECTIONS if each == row.section), _DIRECTIONS[-1]).value,
        **{CODE_COLUMNS[level]: code for level, code in codes if level in CODE_COLUMNS},
        "level": row.level,
        "printed_codes": json.dumps(row.codes, ensure_ascii=False),
        "name": row.text,
        "amount": row.amount,
        "row": row.row,
        "amount_printed": row.amount_printed,
        "printed": row.printed,
        "place_in_source": row.at,
        "doubt": row.doubt,
    }


def _roles(rows: Sequence[Any]) -> Iterator[str]:
    """What each row of an edition is: a section's total, a subtotal or a leaf.

    The leaves of a section add up to its total, what comes back subtracted. The deficit is no
    money of its own but what is left of the other totals.
    """
    tree = Tree(rows)
    for index, row in enumerate(rows):
        if row.path == Section.DEFICIT:
            yield "total"
        elif not tree.children(index):
            yield "leaf"
        else:
            yield "subtotal" if depth(row.path) else "total"
