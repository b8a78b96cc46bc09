"""Words that are shortened by a hyphen are read in full."""

from __future__ import annotations

import pytest

from parser.question.hyphened import read_hyphened_rows, spell_hyphened
from parser.question.reading import read_question
from parser.text.word_lists import ListRow
from tests.harness.rows import of_each


@of_each("row", read_hyphened_rows())
def test_of_an_example_the_whole_word_is_read(row: ListRow) -> None:
    assert row["short"] in row["example"]
    assert any(token.folded.startswith(row["whole"]) for token in read_question(row["example"]).tokens)


@pytest.mark.parametrize("text", ["12-3", "школы-интернаты", "пр-", "по-русски", "ТКШ-дан"])
def test_other_hyphens_stay(text: str) -> None:
    assert spell_hyphened(text) == text
