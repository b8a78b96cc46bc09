"""Characters: look-alikes are exchanged letter by letter, what shows nothing drops out, each said once."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from handlers.views.clean import clean
from parser.readers.grid import clean_text
from parser.text.folding import compose, words
from parser.text.letters import CYRILLIC, JOINERS, TO_CYRILLIC, TO_LATIN, drop_invisible
from parser.text.passage import clean_print, even, number_key

PROJECT = Path(__file__).resolve().parents[3]
HIDDEN = ("\u00ad", "\u200b", "\u200e", "\u202e", "\u2060", "\ufeff", "\x07", "\u061c")


def test_look_alikes_are_exchanged_both_ways() -> None:
    for latin, cyrillic in TO_CYRILLIC.items():
        assert CYRILLIC.search(chr(cyrillic))
        assert unicodedata.name(chr(latin)).startswith("LATIN")
    assert {TO_CYRILLIC[latin]: latin for latin in TO_CYRILLIC if TO_CYRILLIC[latin] in TO_LATIN} == TO_LATIN


@pytest.mark.parametrize("word", ["бюджет", "MYCOP", "Teміртаy", "ëлка"])
def test_what_is_read_and_what_is_printed_fold_alike(word: str) -> None:
    assert words(even(word)) == words(word)
    assert len(even(word)) == len(word)


def test_a_number_in_either_alphabet_is_one() -> None:
    assert number_key("8С-5/3") == number_key("8C-5/3")


@pytest.mark.parametrize("char", HIDDEN, ids=lambda char: f"U+{ord(char):04X}")
def test_what_shows_nothing_is_neither_read_nor_shown(char: str) -> None:
    text = f"бюд{char}жет"
    assert {f(text) for f in (drop_invisible, compose, clean_text, clean_print, clean)} == {"бюджет"}


def test_joiners_are_shown_and_not_read() -> None:
    for char in JOINERS:
        assert clean(f"a{char}b") == f"a{char}b"
        assert drop_invisible(f"a{char}b") == "ab"


def test_line_breaks_and_tabs_part_words() -> None:
    assert compose("бюджет\n\tқала\x85аудан\u2028ауыл") == "бюджет қала аудан ауыл"


def test_the_tables_stand_in_one_file_only() -> None:
    for room in ("parser", "storage", "handlers", "bot"):
        for file in (PROJECT / room).rglob("*.py"):
            text = file.read_text(encoding="utf-8").lower()
            if file.name != "letters.py":
                assert "\\u200b" not in text, file
                assert "abcehikmoptxy" not in text, file
