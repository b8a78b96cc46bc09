"""Kazakh words that only sound alike in the folding: `қырыс` and `кіріс`.

A Kazakh word has the vowels of one row, and `қ` and `ғ` stand beside those of the back. People leave the
letters of Kazakh out (`кариз`), and do not put those of the other row in.
"""

from __future__ import annotations

from parser.text.letters import BACK_ROW, FRONT_ROW, KAZAKH, VOWELS

_KAZAKH_VOWELS, _OTHER_VOWELS = VOWELS & frozenset(KAZAKH), VOWELS - frozenset(KAZAKH)
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


def begin_with_other_vowels(typed: str, printed: str, letters: int) -> bool:
    """Whether a word is typed with a vowel of Kazakh where a printed one has another: `дәрі`, «дарынды».

    Whoever types `дари` may mean either; who has typed the letter of Kazakh does not mean the other one.

    >>> begin_with_other_vowels("дәрі", "дарынды", 4), begin_with_other_vowels("дари", "дәрілік", 4)
    (True, False)

    Args:
        typed: a word, folded.
        printed: a word of a name that is printed with letters of Kazakh, folded, that begins with the same
            sounds.
        letters: how many of the first ones are compared.
    """
    pairs = zip(typed[:letters], printed[:letters], strict=False)
    return any(
        first != second and first in _KAZAKH_VOWELS and second in _OTHER_VOWELS for first, second in pairs
    )


def _row_of(word: str) -> frozenset[str] | None:
    """The letters that tell its row; None where none does, or those of both."""
    rows = [row for row in _ROWS if not row.isdisjoint(word)]
    return rows[0] if len(rows) == 1 else None
