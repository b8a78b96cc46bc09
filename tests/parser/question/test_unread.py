"""Words that ask something else than how much: the example of every row is read as the row says."""

from __future__ import annotations

import pytest

from parser.question.reading import read_question
from parser.question.unread import Unread, load_unread, read_unread_rows
from parser.text.word_lists import ListRow

ROWS = read_unread_rows()


def is_read_as_it_says(row: ListRow) -> bool:
    tokens = read_question(row["example"]).tokens
    unread = [token for token in tokens if token.unread]
    if row.target("says", Unread) is Unread.READ:
        return not unread
    return len(unread) == 1 and load_unread().fits(unread[0], row["phrase"])


def test_every_row_is_read_as_it_says() -> None:
    assert len(ROWS) > 80
    assert [row["phrase"] for row in ROWS if not is_read_as_it_says(row)] == []


def test_no_harmless_phrase_is_without_need() -> None:
    """Each would weigh by one of its words, or else nobody needs to be told that it does not."""
    weighing = [row["phrase"] for row in ROWS if row.target("says", Unread) is Unread.WEIGHS]
    harmless = [row for row in ROWS if row.target("says", Unread) is Unread.READ]
    needless = [
        row["phrase"]
        for row in harmless
        if not any(
            load_unread().fits(token, phrase)
            for token in read_question(row["example"]).tokens
            for phrase in weighing
        )
    ]
    assert needless == []


@pytest.mark.parametrize(
    "asked", ["сколько дешевле стали школы", "школы выросли больше", "школы или садики, что дороже"]
)
def test_what_was_read_otherwise_leaves_nothing_unread(asked: str) -> None:
    assert not any(token.unread for token in read_question(asked).tokens)
