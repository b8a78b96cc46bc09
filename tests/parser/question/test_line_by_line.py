"""Lines of a message: a sentence that is broken in two is one, and what lists lines or asks twice is none."""

from __future__ import annotations

import pytest

from parser.question.line_by_line import join_broken
from parser.question.reading import read_question


@pytest.mark.parametrize(
    "text",
    [
        "двести\nпятьдесят миллионов",
        "жкх в начале\nи в конце года",
        "фонари\nна улицах",
        "какой неналоговый\nдоход самый жирный",
        "түзетулерге\nдейін мектепке қанша еді",
        "мәдениетке кітапханасын\nсанамағанда қанша",
        "алдыңғы \n  шешімнен көп пе",
    ],
)
def test_a_broken_sentence_is_read_as_one(text: str) -> None:
    whole = " ".join(text.split())
    assert join_broken(text) == whole
    assert read_question(text) == read_question(whole)


@pytest.mark.parametrize(
    "text",
    [
        "школы\nсадики",
        "школы\nсадики сколько",
        "сколько на\nшколы\nсадики",
        "на школы\nна садики",
        "сколько на школы\nсколько на садики",
        "школы выросли\nсадики выросли",
        "464\n009",
        "Живу в Таразе.\nСколько на школы",
        "живу в Таразе\nсколько на школы",
        "здравствуйте\nсколько на школы",
        "мектеп\nбалабақша",
        "доходы\nналоги",
        "сколько на школы\nсадики",
        "земельный налог\nналог на транспорт",
        "салық\nайыппұл",
    ],
)
def test_lists_and_two_messages_stay_in_their_lines(text: str) -> None:
    assert join_broken(text) == text
