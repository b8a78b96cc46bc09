"""Kazakh words that only sound alike in the folding: `қырыс` and `кіріс`.

A Kazakh word has the vowels of one row, and `қ` and `ғ` stand beside those of the back. People leave the
letters of Kazakh out (`кариз`), and do not put those of the other row in.
"""

from __future__ import annotations

from parser.text.letters import BACK_ROW, FRONT_ROW

_ROWS = frozenset(BACK_ROW), frozenset(FRONT_ROW)


def are_of_other_rows(first: str, second: str) -> bool:
    """Whether of two words one is written with letters of the back row alone, the other of the front row.

    >>> are_of_other_rows("қырыс", "кіріс"), are_of_other_rows("кирис", "кіріс")
    (True, False)

    Args:
        first: a word, folded.
        second: another one, folded, that sounds the same.
    """
    rows = _row_of(first), _row_of(second)
    return None not in rows and rows[0] != rows[1]


def _row_of(word: str) -> frozenset[str] | None:
    """The letters that tell its row; None where none does, or those of both."""
    rows = [row for row in _ROWS if not row.isdisjoint(word)]
    return rows[0] if len(rows) == 1 else None
