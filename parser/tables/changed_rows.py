"""Tables that print changed rows alone: what the others became they do not say, and it is not nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum, auto

from parser.budget_code import BALANCES, BY_SIDE, Tree
from parser.records import Line
from parser.text.wordings import Says, saying

_SHORT_PARENTS = 1 / 3  # of all rows with others below them, from which on a table is one of changed rows


class _SectionPrint(Enum):
    """What a table prints of its revenue, or of its expenditure."""

    ABSENT = auto()
    NO_TOTAL = auto()
    SHORT = auto()  # the rows below the total are less than it
    WHOLE = auto()


def says_changed_rows(texts: Iterable[str]) -> bool:
    """Whether words above a table say that its rows stand in the place of others: `строки изложить …`."""
    return any(saying(Says.CHANGED_ROWS).search(text) for text in texts)


def prints_changed_rows(lines: Sequence[Line], *, said: bool) -> bool:
    """Whether the table of an amendment is one of changed rows.

    It is where no part of it is whole, and it has no balance or many of its rows are more than those below
    them. Where the text says it, one part that is not whole is enough.

    Args:
        lines: of the table.
        said: whether the words above it speak of rows.
    """
    tree = Tree(lines)
    parts = [_part(section, tree) for section in BY_SIDE.values()]
    if said:
        return any(part is not _SectionPrint.WHOLE for part in parts)
    if _SectionPrint.WHOLE in parts:
        return False
    if not any(line.path in BALANCES for line in lines):
        return True
    parents = [index for index in range(len(lines)) if tree.children(index)]
    short = [index for index in parents if tree.expected(index) < lines[index].amount]
    return _SectionPrint.SHORT in parts and len(short) >= _SHORT_PARENTS * len(parents)


def _part(section: str, tree: Tree[Line]) -> _SectionPrint:
    total = next((index for index, line in enumerate(tree.rows) if line.path == section), None)
    if total is None:
        return (
            _SectionPrint.NO_TOTAL
            if any(line.section == section for line in tree.rows)
            else _SectionPrint.ABSENT
        )
    return _SectionPrint.SHORT if tree.expected(total) < tree.rows[total].amount else _SectionPrint.WHOLE
