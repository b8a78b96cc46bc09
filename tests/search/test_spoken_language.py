"""The language of a question is told by the words of a place's kind too, never by the letters of its name."""

from __future__ import annotations

import pytest

from parser.question.reading import read_question
from parser.records import Language
from parser.text.folding import sounds
from storage.search.index import Index, NameEntry
from storage.search.spoken_language import find_language

INDEX = Index([])


@pytest.mark.parametrize(
    ("text", "place", "language"),
    [
        ("бюджет сельского округа Дөң 2019", "сельского округа Дөң", Language.RU),
        ("бюджет округа Дөң", "округа Дөң", Language.RU),
        ("бюджет города Үшарал", "города Үшарал", Language.RU),
        ("бюджет 2019 Дөң ауылдық округінің", "Дөң ауылдық округінің", Language.KK),
        ("Тараз қаласы 2013", "Тараз қаласы", Language.KK),
        ("бюджет Дөң", "Дөң", None),
        ("бюджет Кентау", "Кентау", None),  # begins as a word of a kind does
    ],
)
def test_the_word_of_a_kind_tells_the_language(text: str, place: str, language: Language | None) -> None:
    assert find_language(INDEX, read_question(text).tokens, frozenset(sounds(place))) is language


SHARED = Index(
    [
        NameEntry(
            "expenditure/08/465/001", Language.RU, "Ветеран, театр, спорт, спорта, парк, концерт, газета"
        ),
        NameEntry("expenditure/08/465/001", Language.KK, "Театр, спорт, парк, концерт, театры, концерты"),
    ]
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("ветерандар", Language.KK),
        ("театрларға", Language.KK),
        ("театрда", Language.KK),
        ("спортта", Language.KK),
        ("спорта", Language.RU),
        ("газета", Language.RU),
        ("концерты", None),  # a Russian plural, and somebody's concert in Kazakh
        ("парк", None),
    ],
)
def test_an_ending_tells_the_language_of_a_word_that_both_have(text: str, language: Language | None) -> None:
    assert find_language(SHARED, read_question(text).tokens) is language
