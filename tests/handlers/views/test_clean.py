"""Text from documents loses what would break or falsify a message."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.views.clean import clean, one_line


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Білім\x00 беру", "Білім беру"),
        ("12\u202e345\u202c", "12345"),  # would be read backwards
        ("a\ud800b", "ab"),
        ("бір\nекі", "бір\nекі"),
        ("жұм\u00adыс", "жұмыс"),
        ("👩\u200d🏫", "👩\u200d🏫"),
        ("a\u2028b", "ab"),
    ],
)
def test_clean(text: str, expected: str) -> None:
    assert clean(text) == expected


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("Білім  беру\n бөлімі", 40, "Білім беру бөлімі"),
        ("бір\u2028екі\tүш\x0bтөрт", 40, "бір екі үш төрт"),
        ("Мектепке дейінгі тәрбие", 13, "Мектепке…"),
        ("Мектепке дейінгі тәрбие", 18, "Мектепке дейінгі…"),
        ("Мектепке, дейінгі", 10, "Мектепке…"),
        ("өтеашықтықсыз", 5, "өтеа…"),
        ("", 10, "—"),
        ("\u202e\x00 \u200d", 10, "—"),
        ("а", 1, "а"),
    ],
)
def test_one_line(text: str, limit: int, expected: str) -> None:
    assert one_line(text, limit) == expected


@given(st.text(max_size=200), st.integers(1, 60))
def test_one_line_is_one_short_visible_line(text: str, limit: int) -> None:
    line = one_line(text, limit)
    assert 1 <= len(line) <= limit
    assert "\n" not in line
    assert line == line.strip()
    assert not {unicodedata.category(char) for char in line} & {"Cc", "Cs"}
    assert one_line(line, limit) == line


def test_every_control_and_format_character_is_known() -> None:
    wanted = set("\n\u200c\u200d")
    unwanted = {
        chr(code) for code in range(0x110000) if unicodedata.category(chr(code)) in {"Cc", "Cf", "Cs"}
    }
    assert not [hex(ord(char)) for char in sorted(unwanted - wanted) if clean(char)]
