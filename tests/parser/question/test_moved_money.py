"""Money that is said to have moved between two lines: each row of the list is read in its example."""

from __future__ import annotations

import pytest

from parser.question.intents import Intent
from parser.question.moved_money import MoveWord, find_moved, read_move_rows
from parser.question.reading import read_question


def named(text: str) -> list[list[str]]:
    """The words of the two lines, from where first; none where no money is said to move."""
    question = read_question(text)
    if not question.frame.moved:
        return []
    return [[token.folded for token in part.tokens if not token.filler] for part in question.parts]


def test_every_row_is_read_in_its_example() -> None:
    for row in read_move_rows():
        is_funds = row.target("says", MoveWord) is MoveWord.FUNDS
        assert bool(named(row["example"])) is not is_funds, row["example"]
        assert list(find_moved(row["example"])), row["example"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("дороги урезали ради школ", [["дороги"], ["школ"]]),
        ("ради школ урезали дороги?", [["дороги"], ["школ"]]),
        ("школы выросли за счёт дорог", [["дорог"], ["школы"]]),
        ("500 млн перебросили с дорог на школы", [["дорог"], ["школы"]]),
        ("жолдарды мектеп үшін қысқартты ма", [["жолдарды"], ["мектеп"]]),
        ("мектеп үшін жолдарды қысқартты", [["жолдарды"], ["мектеп"]]),
        ("жолдардан мектептерге ақша ауыстырылды", [["жолдардан"], ["мектептерге"]]),
    ],
)
def test_from_where_and_to_where(text: str, lines: list[list[str]]) -> None:
    assert named(text) == lines
    assert read_question(text).intent is Intent.CHANGE


@pytest.mark.parametrize(
    "text",
    [
        "перевели детей из садика в школу",
        "увеличение расходов за счет трансфертов из республиканского бюджета",
        "сколько ради школ",
        "мектеп үшін қанша бөлінді",
        "с января на школы добавили 5 млн",
        "шығыстар трансферттер есебінен өсті",
    ],
)
def test_what_only_sounds_alike_moves_nothing(text: str) -> None:
    assert named(text) == []
