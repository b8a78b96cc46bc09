"""What a message asks of the line that was shown before it."""

from __future__ import annotations

import pytest

from parser.question.follow_up import goes_on, read_follow_up
from parser.question.intents import Frame, Intent, Unheld, Unsaid
from parser.question.of_shown import ALONE, BETWEEN, OfShown, read_of_shown, read_of_shown_rows
from parser.question.question import Question
from parser.question.reading import read_question
from parser.question.shown_before import KnownWords, ShownBefore
from parser.records import Language
from parser.text.word_lists import ListRow
from tests.harness.rows import of_each

EDUCATION = read_question("образование 2014")
# As with budgets that have an education and schools alone.
ROWS = [row for row in read_of_shown_rows() if row["asks"] != BETWEEN]
KNOWN = KnownWords(names_line=lambda question: bool({"obrazovanie", "wkol"} & set(question.words)))


def ask(message: str) -> Question:
    return read_follow_up(message, ShownBefore(EDUCATION, 2014), KNOWN)


@pytest.mark.parametrize("row", ROWS)
def test_every_phrase_asks_of_the_line_before(row: ListRow) -> None:
    assert goes_on(row["example"])
    question, asks = ask(row["example"]), read_of_shown(row)
    if asks is OfShown.AGAIN:
        assert question == EDUCATION
        return
    if asks in ALONE:  # of no line; there is nothing before the one before
        assert question.lacks is (Unsaid.OTHER if asks is OfShown.OTHER else Unsaid.CONTEXT)
        return
    assert question.year == 2014
    if asks is OfShown.FIRST:
        assert question.original
        assert question.frame == Frame()
        assert "obrazovanie" in question.words
        return
    if asks is OfShown.BY:
        assert question.original
        assert question.intent is Intent.COMPARE
        return
    assert not question.original
    if asks is OfShown.REST:
        (cut,) = question.exclusions
        assert cut.whole.names_nothing
        assert [part.words for part in cut.parts] == [EDUCATION.words]
        return
    assert question.words == EDUCATION.words
    if asks in {OfShown.IN_KAZAKH, OfShown.IN_RUSSIAN}:
        assert question.language is (Language.KK if asks is OfShown.IN_KAZAKH else Language.RU)
        return
    frames: dict[object, Frame] = {
        OfShown.CARD: Frame(),
        OfShown.CODE: Frame(),
        OfShown.WITH: Frame(),
        OfShown.FINANCED: Frame(beyond_plan=Unheld.SOURCE),
        OfShown.ABOVE: Frame(above=True),
        OfShown.CHANGE: Frame(Intent.CHANGE),
        OfShown.EARLIER: Frame(Intent.CHANGE),
        OfShown.WHY: Frame(Intent.CHANGE, reason=True),
        OfShown.DECISION: Frame(Intent.CHANGE),
        OfShown.EXPLAINED: Frame(),
        OfShown.INSIDE: Frame(Intent.LIST),
        OfShown.LARGEST: Frame(Intent.LARGEST),
        OfShown.SMALLEST: Frame(Intent.LARGEST, smallest=True),
    }
    assert question.frame == frames.get(asks, Frame(beyond_plan=asks if isinstance(asks, Unheld) else None))


@of_each("row", [row for row in read_of_shown_rows() if row["asks"] == BETWEEN])
def test_what_stands_between_the_words_of_a_phrase_names_nothing(row: ListRow) -> None:
    assert row["phrase"] in row["example"]
    assert ask(row["example"]).words == EDUCATION.words


@pytest.mark.parametrize("message", ["кому школ", "без этого школ", "464 код"])
def test_what_names_a_line_or_asks_something_else_is_no_such_question(message: str) -> None:
    question = ask(message)
    assert question.frame.beyond_plan is None
    assert question.words != EDUCATION.words


def test_what_other_words_ask_of_the_line_before_is_asked() -> None:
    assert ask("кто больше всех получил").frame == Frame(Intent.LARGEST)
    assert ask("кому прибавили").intent is Intent.CHANGE


def test_a_word_that_no_line_has_is_no_line_of_its_own() -> None:
    assert ask("а когда начнут?").frame == Frame(beyond_plan=Unheld.TIME)
    assert ask("а когда начнут?").words == EDUCATION.words
    assert ask("когда начнут школ").words != EDUCATION.words


def test_an_edition_beside_it_is_that_one() -> None:
    question = ask("а кому в 2015?")
    assert (question.year, question.frame.beyond_plan) == (2015, Unheld.PERSON)


def test_after_a_line_less_its_parts_the_rest_are_the_parts() -> None:
    without = ShownBefore(read_question("образование без школ"), 2013)
    assert read_follow_up("а остальное?", without).words == ("wkol",)
    both = ShownBefore(read_question("образование без школ и садиков"), 2013)
    assert [part.words for part in read_follow_up("а остальное?", both).parts] == [("wkol",), ("sadikov",)]
    assert read_follow_up("а кому?", without).words == ("obrazovanie",)


@pytest.mark.parametrize("text", ["расскажи мне за 2015 год", "маған 2015 жылды айтшы", "мне нужен 2015 год"])
def test_to_whom_a_year_is_told_asks_no_share(text: str) -> None:
    question = ask(text)
    assert question.year == 2015
    assert question.frame == Frame()


@pytest.mark.parametrize("text", ["а мне?", "ал маған ше?", "какая моя доля в 2015 году?"])
def test_whose_share_it_is_is_asked_still(text: str) -> None:
    assert ask(text).frame.beyond_plan is Unheld.SHARED
