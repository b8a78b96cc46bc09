"""Beginnings of words: those that a word has, and no others, however long it is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from parser.text.beginnings import Beginnings

STARTS = st.lists(st.text("ab", max_size=6), unique=True)


@given(starts=STARTS, word=st.text("ab", max_size=8))
def test_those_that_a_word_has_are_found_the_shortest_first(starts: list[str], word: str) -> None:
    told = {start: number for number, start in enumerate(starts)}
    expected = sorted(filter(word.startswith, starts), key=len)
    assert list(Beginnings(told).find(word)) == [(start, told[start]) for start in expected]
