"""Places for amounts in a sentence."""

from __future__ import annotations

import pytest

from parser.question.insertions import cut_insertions, find_insertions, part_around

SENTENCES = {
    "На школы +школы+, на дороги +дороги+": ["школы", "дороги"],
    "Мектепке (+жалпы білім беру 2014+) бөлінді": ["жалпы білім беру 2014"],
    "+464 009+ тенге": ["464 009"],
    "5+3 и +7 701 и +школы+.": ["школы"],
    "C++ и +школы?+!": ["школы?"],
    "+ школы +": [],
    "+школы": [],
    "школы+дороги+сады": [],
    "++школы++": [],
    "+школы\n+дороги+": ["дороги"],
}


@pytest.mark.parametrize("text", SENTENCES)
def test_a_place_stands_between_two_marks_at_words(text: str) -> None:
    insertions = find_insertions(text)
    assert [each.said for each in insertions] == SENTENCES[text]
    pieces = part_around(text, insertions)
    filled = [*(f"+{each.said}+" for each in insertions), ""]
    assert "".join(piece + put for piece, put in zip(pieces, filled, strict=True)) == text
    assert not find_insertions(cut_insertions(text, insertions))
