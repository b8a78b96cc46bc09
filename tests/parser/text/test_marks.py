"""Footnote marks beside names and codes."""

from __future__ import annotations

import pytest

from parser.text.marks import raised, without_marks


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Мектеп*", "Мектеп"),
        ("5. Бюджет тапшылығы (профициті)*", "5. Бюджет тапшылығы (профициті)"),
        ("«Жол картасы»**", "«Жол картасы»"),
        ("Обучение *)", "Обучение"),
        ("Обучение²", "Обучение"),
        ("Обучение 1)", "Обучение"),
        ("Мектеп [2]", "Мектеп"),
        ("003 1)", "003"),
        (f"Обучение{raised('[1]')}", "Обучение"),
        ("Обучение (по программе 1)", "Обучение (по программе 1)"),
        ("Бағдарлама (2 кезең, 12)", "Бағдарлама (2 кезең, 12)"),
        ("строительство 100 м²", "строительство 100 м²"),
    ],
)
def test_a_mark_is_no_part_of_a_name(printed: str, name: str) -> None:
    assert without_marks(printed) == name
