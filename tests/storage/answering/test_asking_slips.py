"""A slip in a word that asks is mended, and no other word is taken for one."""

from __future__ import annotations

import pytest

from parser.question.reading import read_question
from storage.answering.asking_slips import mend_asking_slips
from storage.search.index import Index


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("эконмоит", "экономит"),
        ("на чём сэконоимли", "на чём сэкономили"),
        ("школы увлеичили?", "школы увеличили?"),
        ("школам сокартили", "школам сократили"),
    ],
)
def test_a_slip_in_a_word_that_asks_is_mended(index: Index, said: str, meant: str) -> None:
    assert mend_asking_slips(index, read_question(said)) == read_question(meant)


@pytest.mark.parametrize(
    "said",
    [
        "ветеринраия",  # of a name, which the index finds by itself
        "школы увеличили?",
        "хлебозавод",
        "библиотеки выходят дороже спорта",
        "отличие программы от подпрограммы",
        "спартакиада",
        "вырос",  # too short for a slip
        "мусоровоз сколько",
        "библиотека имени Пушкина",
        "привет",
    ],
)
def test_other_words_stay_as_they_are(index: Index, said: str) -> None:
    question = read_question(said)
    assert mend_asking_slips(index, question) is question
