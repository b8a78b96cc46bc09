"""The list of talk: the example of every row says what the row says."""

from __future__ import annotations

import pytest

from parser.question.bot_itself import read_bot_itself_rows
from parser.question.follow_up import read_follow_up
from parser.question.reading import read_question
from parser.question.remarks import Remark, names_by_sign, read_talk_rows
from parser.question.shown_before import ShownBefore
from parser.text.folding import sounds
from parser.text.word_lists import ListRow
from tests.harness.rows import of_each

ROWS = read_talk_rows()


@of_each("row", ROWS)
def test_an_example_says_what_its_row_says(row: ListRow) -> None:
    said = read_question(row["example"]).talk
    assert said is not None
    assert row["says"] in {said, "around", "beside"}
    stems = [sounds(word) or [word] for word in row["words"].split()]
    spoken = sounds(row["example"]) or list(row["example"])
    assert any(set(stem) <= set(spoken) for stem in stems)


@pytest.mark.parametrize("row", ROWS)
def test_every_word_of_a_row_asks_nothing_by_itself(row: ListRow) -> None:
    for word in row["words"].split():
        said = read_question(word.rstrip("*").replace("+", " ")).talk
        assert said == row["says"] or row["says"] in {"around", "beside"}, word


def test_everything_but_signs_alone_is_said_by_some_row() -> None:
    assert {row["says"] for row in ROWS} == {*Remark, "around", "beside"} - {
        Remark.WORDLESS,
        Remark.CHECK,
        Remark.PLACES,
    }


@of_each("row", read_bot_itself_rows())
def test_an_example_of_a_row_asks_about_the_bot(row: ListRow) -> None:
    asked = {"help": {Remark.ABOUT}, "asks": {Remark.ITSELF}}.get(row["says"], {Remark.ABOUT, Remark.ITSELF})
    assert read_question(row["example"]).talk in asked


@pytest.mark.parametrize(
    "text",
    [
        "кто сделал дороги",
        "сколько вы дали школам",
        "откуда у вас деньги на школы",
        "жолды кім жасады",
        "сендер мектепке қанша бөлдіңдер",
        "аппарат акима",
        "кто?",
    ],
)
def test_what_asks_of_a_budget_does_not_ask_about_the_bot(text: str) -> None:
    assert read_question(text).talk is not Remark.ITSELF


@pytest.mark.parametrize(
    "text", ["раз", "прием", "новым", "связи", "развод", "байқау", "байланыс", "раз новым"]
)
def test_words_of_a_phrase_say_nothing_alone(text: str) -> None:
    assert read_question(text).talk is None


def test_a_phrase_is_cut_from_a_question_like_any_greeting() -> None:
    assert read_question("с новым годом, сколько на школы").named == "школы"


@pytest.mark.parametrize("text", ["где деньги на дороги, блин", "дороги, бля", "ақымақтар, жол қайда"])
def test_swearing_names_no_line(text: str) -> None:
    question = read_question(text)
    assert question.talk is None
    assert not {"блин", "бля"} & {token.folded for token in question.tokens if not token.filler}


@pytest.mark.parametrize(
    "text",
    [
        "спасибо большое дай бог вам здоровья",
        "рахмет балам өркенің өссін",
        "рахмет қарағым, ғұмырың ұзақ, төсегің берік болсын",
        "спасибо за труд, пусть всё у вас ладится",
        "еңбектеріңізге табыс тілеймін",
    ],
)
def test_thanks_with_a_wish_are_thanks(text: str) -> None:
    assert read_question(text).talk is Remark.THANKS


@pytest.mark.parametrize(
    "text",
    [
        "здоровья",
        "семье",
        "спасибо, сколько на здоровье",
        "рахмет, мектепке қанша",
        "спасибо. школы 2014",
        "спасибо, а садики?",
        "рахмет, енді балабақша",
    ],
)
def test_words_of_a_wish_alone_or_a_question_behind_thanks_are_none(text: str) -> None:
    assert read_question(text).talk is not Remark.THANKS


@pytest.mark.parametrize("text", ["посоветуй фильм на вечер", "спой песню", "расскажи анекдот", "әзіл айтшы"])
def test_a_request_beside_the_point_is_told_so(text: str) -> None:
    assert read_question(text).talk is Remark.REQUEST


@pytest.mark.parametrize(
    "text",
    [
        "сколько денег на 🚀",
        "а сколько на 🚀?",
        "сколько в 🏫",
        "💰💰 қанша",
        "🚀 қанша",
        "сколько на 🚀 в 2014 году",
    ],
)
def test_a_sign_in_the_place_of_a_name_is_not_read(text: str) -> None:
    assert read_question(text).talk is Remark.WORDLESS
    for previous in ("школы", "мектептер", "образование и спорт всё вместе"):
        asked = read_follow_up(text, ShownBefore(read_question(previous), 2013))
        assert (asked.talk, asked.names_line, asked.parts) == (Remark.WORDLESS, False, ())


@pytest.mark.parametrize("text", ["сколько? 🤔", "сколько денег на школы 🚀", "🏫 мектеп қанша", "қанша 💰"])
def test_a_sign_beside_a_name_or_at_the_end_only_adorns(text: str) -> None:
    assert read_question(text).talk is None


@pytest.mark.parametrize("text", ["сколько денег на № 464", "сколько на ™"])
def test_a_sign_of_letters_is_no_picture(text: str) -> None:
    assert not names_by_sign(text)
