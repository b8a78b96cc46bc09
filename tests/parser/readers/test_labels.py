"""The list of column labels: each is read as what it heads, alone and as a header prints it."""

from __future__ import annotations

import pytest

from parser.budget_code import TOPS, side_of
from parser.readers.labels import (
    LABEL_COLUMNS,
    Heads,
    heads_amended,
    heads_other,
    heads_part,
    is_header,
    is_label,
    is_name_label,
    is_whole_label,
    label_level,
    opens_header,
)
from parser.records import Level
from parser.text.word_lists import ListRow, read_list
from tests.harness.rows import of_each

ROWS = read_list("labels.tsv", LABEL_COLUMNS)
LEVELS = {level.name.lower(): level for level in Level}


@of_each("row", ROWS)
def test_a_label_is_read_as_what_it_heads(row: ListRow) -> None:
    label, level = row["label"], LEVELS.get(row["heads"])
    if row["heads"] == Heads.AMENDED:
        assert heads_amended(f"Бюджет {label.replace('*', 'ый')}")
        return
    if row["heads"] in {Heads.OTHER, Heads.PART}:
        assert heads_other(f"Сумма {label.replace('*', 'ие')}")
        assert heads_part(f"Сумма {label.replace('*', 'ие')}") is (row["heads"] == Heads.PART)
        return
    if level is not None:
        assert label_level(label) is level
        assert opens_header(label) is (side_of(level) if level in TOPS else None)
        assert is_whole_label(label)
    else:
        heads = row.target("heads", Heads)
        assert label_level(label) is None
        assert is_name_label(label) is (heads is Heads.NAME)
        assert is_whole_label(label) is (heads in {Heads.NAME, Heads.AMOUNT})
        assert is_header(label) is (heads is not Heads.BESIDE)
    assert is_label(f"{label}, Сомасы 2021")
    assert not is_label(f"{label} мектеп")


def test_every_level_has_labels_of_both_languages() -> None:
    russian = {
        LEVELS[row["heads"]]
        for row in ROWS
        if row["heads"] in LEVELS and not set("әғқңөұүһі") & set(row["label"].lower())
    }
    kazakh = {
        LEVELS[row["heads"]]
        for row in ROWS
        if row["heads"] in LEVELS and set("әғқңөұүһі") & set(row["label"].lower())
    }
    assert russian == set(Level)
    assert kazakh | {Level.CATEGORY, Level.CLASS} >= set(Level)  # санаты, сыныбы have no letter of their own
    assert {row["heads"] for row in ROWS} == {*LEVELS, *Heads}


@pytest.mark.parametrize(
    "text",
    [
        "Наименование доходов",
        "Уточненный бюджет на 2021 год",
        "Сома, мың теңге",
        "2021 год",
        "Сомасы, миллион теңге",
        "Сумма, млрд. тенге",
        "Сумма, KZT",
    ],
)
def test_labels_with_words_beside_them(text: str) -> None:
    assert is_label(text)


@pytest.mark.parametrize("text", ["расходов", "Программа занятости", "Итого доходов района"])
def test_words_that_head_nothing(text: str) -> None:
    assert not is_label(text)
