"""No text is a formula, whatever a document prints, and every text comes back."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st

from bot.spreadsheet.cells import guarded, unguarded

STARTS = st.text(alphabet="'=+-@\t\r\n＝＋－＠ 1aж.,", max_size=6)


@given(STARTS | st.text())
@example("'=1")
@example("-")
def test_a_text_comes_back_and_is_no_formula(text: str) -> None:
    cell = guarded(text)
    assert unguarded(cell) == text
    number = re.fullmatch(r"[+\-＋－][\d\s.,]*", cell)
    assert number or not cell.startswith(tuple("=+-@\t\r\n＝＋－＠"))


def test_numbers_and_words_are_written_as_they_are() -> None:
    for text in ("", "-281", "+1 000,5", "- ", "Образование", "'", "04", "12-3", "'слово'"):
        assert guarded(text) == text
