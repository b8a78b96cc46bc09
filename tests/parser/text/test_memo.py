"""A memo tells what its function tells, asks it once, and keeps no more than it may."""

from __future__ import annotations

from parser.text.memo import Memo, is_short_word


def test_what_is_asked_again_is_not_worked_out_again() -> None:
    asked: list[str] = []

    def tell(word: str) -> int:
        asked.append(word)
        return len(word)

    memo = Memo(tell, 2, is_short_word)
    assert [memo[word] for word in ("школы", "сады", "школы", "сады")] == [5, 4, 5, 4]
    assert asked == ["школы", "сады"]


def test_one_that_is_full_begins_anew() -> None:
    memo = Memo(str.upper, 2, is_short_word)
    assert [memo[word] for word in ("a", "b", "c")] == ["A", "B", "C"]
    assert memo == {"c": "C"}


def test_what_is_long_is_told_and_not_kept() -> None:
    memo = Memo(str.upper, 2, is_short_word)
    assert memo["a" * 41] == "A" * 41
    assert memo["b" * 40] == "B" * 40
    assert memo == {"b" * 40: "B" * 40}
