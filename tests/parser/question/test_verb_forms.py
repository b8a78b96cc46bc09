"""A verb of the lists is known in all of its forms, and a noun that begins so is none of them."""

from __future__ import annotations

import pytest

from parser.question.asking_words import load_asking_words
from parser.text.folding import sound


@pytest.mark.parametrize(
    "word",
    [
        *(
            "қосты",
            "қосылды",
            "қосылған",
            "қосылыпты",
            "қоспады",
            "қосқан",
            "қосылатын",
            "қосса",
            "қосылғаны",
        ),
        *("артты", "арттырылған", "өскенін", "өспеген", "нақтыланған", "нақтыланыпты", "кесіпті", "кемиді"),
        *("добавили", "добавлено", "добавленные", "добавлять", "добавив", "снято", "снятые", "порезанных"),
        *("повысились", "повышение", "сэкономлено", "появившиеся", "потеряла", "лишилась", "внесены"),
        *("kosyldy", "dobavili"),
    ],
)
def test_every_form_of_a_verb_asks_of_a_change(word: str) -> None:
    assert load_asking_words().asks_change(sound(word))


@pytest.mark.parametrize(
    "word",
    [
        "қосымша",
        "осы",
        "осындай",
        "осында",
        "өсімдік",
        "артық",
        "кесте",
        "үстел",
        "лишний",
        "добавочный",
        "кемінде",
    ],
)
def test_a_word_that_only_begins_like_a_verb_does_not(word: str) -> None:
    assert not load_asking_words().asks_change(sound(word))
