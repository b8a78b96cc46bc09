"""The list of introductions: nothing but the question and the place is left of every example."""

from __future__ import annotations

import re

import pytest

from parser.question.called_on import cut_called
from parser.question.introductions import cut_introduction, read_introduction_rows
from parser.question.reading import read_question
from parser.question.remarks import Remark
from parser.question.story import cut_story
from parser.text.word_lists import ListRow, any_of
from tests.harness.rows import of_each


def names(text: str) -> list[str]:
    """The words of a message that may name a line."""
    return [token.folded for token in read_question(text).tokens if not token.filler]


def cut_all(text: str) -> str:
    """A message without whatever may be told in it."""
    return cut_story(text, lambda *_: True, lambda _: True)


@of_each("row", read_introduction_rows())
def test_of_an_example_the_question_is_left(row: ListRow) -> None:
    if row["at"] in {"asks", "lives", "self", "because", "after-amount", "own", "did"}:
        assert names(row["example"]) in (["школы"], ["мектептерге"])
        told = re.sub(any_of([row["words"]]), "", row["example"], flags=re.IGNORECASE)
        assert row["at"] == "asks" or len(names(told)) > 1  # it is this word that tells it
        return
    if row["at"] == "means":  # without that word what stands behind the question is only told
        assert cut_all(row["example"]) == row["example"]
        told = re.sub(rf"(?<!\w){row['words']}(?!\w)", "отырмыз", row["example"])
        assert cut_all(told) != told
        return
    if row["at"] == "age":
        assert read_question(row["example"]).talk is Remark.GREETING
        assert read_question(row["example"].replace(row["words"], "школы")).talk is None
        return
    if row["at"] in {"calls", "calls-beside"}:
        assert cut_called(row["example"]) in {"сколько на школы", "мектептерге қанша"}
        return
    if row["at"] == "is":  # what somebody is is no line beside another
        assert "," in row["example"]
        assert not read_question(row["example"]).parts
        return
    left = cut_introduction(row["example"]).casefold().split()
    assert left[0] in {"сколько", "мектептерге"}
    assert len(left) <= 5


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("пишу из города Тараз. Меня зовут Аскар. Сколько на школы?", "Сколько на школы города Тараз?"),
        ("я из Семея, сколько на школы", "сколько на школы Семея"),
        ("мен Семейденмін, мектептерге қанша", "мектептерге қанша Семейден"),
        ("я работаю в школе, сколько на дороги", "сколько на дороги"),
        ("сколько на школы, я из Тараза", "сколько на школы, я из Тараза"),
        ("я, сколько на школы", "я, сколько на школы"),
        ("мен Тараздан, ал сен?", "мен Тараздан, ал сен?"),
        ("медсестра я, какие есть выплаты", "медсестра какие есть выплаты"),
        ("я из кск, дали на техпаспорта?", "из кск дали на техпаспорта?"),
        ("я про школы, садики тоже", "я про школы, садики тоже"),
        ("я за дороги, школы потом", "я за дороги, школы потом"),
    ],
)
def test_the_place_is_kept_and_what_asks_nothing_of_a_sum_is_left_alone(text: str, left: str) -> None:
    assert cut_introduction(text) == left


@pytest.mark.parametrize(
    ("text", "talk"),
    [
        ("привет меня зовут Асель мне 12 лет", Remark.GREETING),
        ("менің атым Асхат", Remark.GREETING),
        ("меня зовут Асель, школы", None),
        ("меня зовут Асель школы", None),
    ],
)
def test_who_only_tells_a_name_is_greeted(text: str, talk: Remark | None) -> None:
    assert read_question(text).talk is talk


@pytest.mark.parametrize(
    "text",
    ["маған көмекке 5 мың теңге берді, мектептерге қанша", "дали помощь 5 мың тенге, сколько на школы"],
)
def test_a_number_in_words_says_of_nobody_who_he_is(text: str) -> None:
    assert read_question(text).names_line


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Жолға қанша бөлінді, балам?", "Жолға қанша бөлінді?"),
        ("апа, аға, мектептерге қанша", "аға, мектептерге қанша"),
        ("балам мектепке барады, қанша бөлінді", "балам мектепке барады, қанша бөлінді"),
        ("мектеп, балам балабақшада", "мектеп, балам балабақшада"),
        ("балам", "балам"),
        ("Ата, қанша төленеді", "Ата, қанша төленеді"),
    ],
)
def test_only_who_stands_between_commas_is_called_on(text: str, left: str) -> None:
    assert cut_called(text) == left
