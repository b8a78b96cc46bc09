"""One folding for documents and questions."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parser.text import folding
from parser.text.folding import Folding, compose, fold, read_by_look, skeleton, words
from parser.text.joining import close_up, join_lines


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Iшкi сыныбы", "ішкі сыныбы"),
        ("Hалоги", "налоги"),
        ("Автобус-жолы", "автобус жолы"),
        ("  Білім\u00a0беру: ", "білім беру"),
        ("учёт", "учет"),
        ("іс\u00ad-шара", "іс-шара"),
        ("И\u0306од", "йод"),
    ],
)
def test_fold_is_equal_for_the_same_words(left: str, right: str) -> None:
    assert fold(left) == fold(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("білім беру", "билим беру"),
        ("білім беру", "bilim beru"),
        ("қала құрылысы", "кала курылысы"),
        ("қала құрылысы", "qala qurylysy"),
        ("ауылдық округ", "auyldyq okrug"),
        ("жолдар", "zholdar"),
        ("школы", "shkoly"),
        ("щётка", "shchetka"),
        ("бөлінген", "bolingen"),
        ("орманға", "ormanga"),
        ("жаңа мың кеңес", "zhanga myng kenges"),
    ],
)
def test_skeleton_is_equal_for_what_sounds_alike(left: str, right: str) -> None:
    assert fold(left) != fold(right)
    assert skeleton(left) == skeleton(right)


@pytest.mark.parametrize(("left", "right"), [("білім", "көлік"), ("464", "465"), ("школы", "шкафы")])
def test_different_words_stay_different(left: str, right: str) -> None:
    assert skeleton(left) != skeleton(right)


@given(st.text(max_size=300))
def test_folding_any_text_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert skeleton(text) == skeleton(fold(text))
    assert all(word == word.casefold() for word in words(text))


def test_what_is_left_as_it_is_has_no_other_form() -> None:
    shown = [chr(code) for code in range(0x3000) if folding._PLAIN.fullmatch(chr(code))]
    assert {"a", "Я", "ә", "«", "5"} <= set(shown)
    for character in shown:
        assert unicodedata.normalize("NFKC", character) == character
        assert not unicodedata.combining(character)
        # A raised 1 goes, and with it the way that leaves texts as they are.
        assert compose(f"а{character}а¹") == compose(f"а{character}а")


@given(
    st.lists(
        st.text(max_size=20)
        | st.sampled_from(["школы", "s'", "м²", "1)", "№ 5", "И\u0306", "Ауданo12", "04 464"])
    )
)
def test_texts_are_folded_together_as_each_alone(texts: list[str]) -> None:
    together = Folding()
    for text in [*texts, " ".join(texts), *texts]:
        assert together.words(text) == tuple(words(text))


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("т а р м а қ т а", "тармақта"),
        ("Т а р а з  қ а л а л ы қ  м ә с л и х а т ы н ы ң", "Тараз  қалалық  мәслихатының"),
        ("2 0 1 2  ж ы л ғ ы  1 4  ж е л т о қ с а н д а ғ ы", "2012  жылғы  14  желтоқсандағы"),
        ("№ 12-3 шешіміне қосымша", "№ 12-3 шешіміне қосымша"),
        ("1 2 3", "1 2 3"),
        ("услуги и о в", "услуги и о в"),
    ],
)
def test_letters_set_apart_close_up(printed: str, read: str) -> None:
    assert close_up(printed) == read


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["тұрғын ", "үй-коммуналдық"], "тұрғын үй-коммуналдық"),
        (["қылмыстық-", "атқару қызметі"], "қылмыстық-атқару қызметі"),
        (["төлемдерді есептеу", ", төлеу"], "төлемдерді есептеу, төлеу"),
        (["ауылдардың (", "селолардың), округтердің"], "ауылдардың (селолардың), округтердің"),
        (["", "а", "", "б"], "а б"),
    ],
)
def test_wrapped_lines_join_as_a_person_would(lines: list[str], joined: str) -> None:
    assert join_lines(lines) == joined


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("MYCOP в городе", "мусор в городе"),
        ("көше HAH", "көше нан"),
        ("MYCOP", None),  # nothing says that it is not Latin
        ("wifi в школе", None),
        ("мусор в городе", None),
    ],
)
def test_words_read_by_their_look(text: str, read: str | None) -> None:
    assert read_by_look(text) == read
