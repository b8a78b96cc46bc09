"""What a message says is not meant is no line of it."""

from __future__ import annotations

import pytest

from parser.question.contrast import cut_denied
from parser.question.follow_up import read_follow_up
from parser.question.intents import Intent
from parser.question.question import Question
from parser.question.reading import read_question
from parser.question.shown_before import ShownBefore


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("не школы, а садики", "а садики"),
        ("школы ни в 2013, ни в 2014", "школы"),
        ("школы не апрель и не июль", "школы"),
        ("школы не апрель, не июль", "школы"),
        ("школы ни в мае ни в июле, а в декабре", "школы в декабре"),
        ("мектепке сәуірде емес, шілдеде емес", "мектепке"),
        ("мектеп сәуірде де, шілдеде де емес", "мектеп"),
        ("нет, не школы, а садики", "а садики"),
        ("не 2013, а 2014", "а 2014"),
        ("садики, а не школы", "садики"),
        ("не культура а спорт", "а спорт"),
        ("спорт а не культура", "спорт"),
        ("мектеп емес, балабақша", "балабақша"),
        ("жол жөндеу емес, ал мектеп", "мектеп"),
        ("балабақша, мектеп емес", "балабақша"),
        ("мектептерге қазанда емес, желтоқсанда қанша", "мектептерге желтоқсанда қанша"),
        ("мектептерге 2014 жылы емес, 2015 жылы қанша", "мектептерге 2015 жылы қанша"),
        ("мектептер сәуірде емес шілдеде қанша", "мектептер шілдеде қанша"),
        ("мектептер 12-3 емес, 21-3", "мектептер 21-3"),
        ("сколько на школы не в 2014, а в 2015", "сколько на школы в 2015"),
        ("школы не по апрельскому, а по июльскому решению", "школы по июльскому решению"),
        ("школы не 12-3, а 21-3", "школы 21-3"),
        ("сколько дали школам не в апреле, в июле", "сколько дали школам в июле"),
        ("мектептер сәуірде емес, ал шілдеде", "мектептер шілдеде"),
        ("школы в декабре, а не в октябре", "школы в декабре"),
        ("школы не в апреле и не в июле, а в декабре", "школы в декабре"),
        ("школы не 2013, не 2014, а 2015", "школы 2015"),
        ("школы в 2015, а не в 2013 и не в 2014", "школы в 2015"),
        ("мектепке сәуірде емес, шілдеде емес, желтоқсанда", "мектепке желтоқсанда"),
        ("мектептер 12-3 емес, 15-3 емес, 21-3", "мектептер 21-3"),
        ("12-3 емес 21-3 бойынша мектеп", "21-3 бойынша мектеп"),
        ("не в октябре, а в декабре", "а в декабре"),  # goes on from the message before
    ],
)
def test_what_is_meant_is_left(text: str, meant: str) -> None:
    assert cut_denied(text) == meant


@pytest.mark.parametrize(
    "text",
    [
        "не менее 1 млрд, а на что",
        "не считая школ, а сколько на образование",
        "білім беру, тек мектеп емес",
        "салықтық емес түсімдер",
        "бұл қымбат емес пе",
        "миллиардтан кем емес, ал неге",
        "школы, а садики",
        "не школы и садики",
        "школы не с апреля по май",
        "школы не в октябре",
        "мектептерге қазанда емес",
        "школы в 2014, не считая 2015",
    ],
)
def test_what_takes_out_bounds_or_names_stays(text: str) -> None:
    assert cut_denied(text) == text


def ask_after(previous: str, text: str) -> Question:
    return read_follow_up(text, ShownBefore(read_question(previous), 2013))


def test_what_is_meant_goes_on_from_the_message_before() -> None:
    asked = ask_after("как изменились школы", "не школы, а садики")
    assert (asked.words, asked.intent) == (("sadiki",), Intent.CHANGE)
    assert (ask_after("школы", "не 2013, а 2014").words, ask_after("школы", "не 2013, а 2014").year) == (
        ("wkoli",),
        2014,
    )
    assert ask_after("мектеп 2014", "мектеп емес, балабақша").year == 2014
    assert ask_after("мектеп 2014", "балабақша").year is None


@pytest.mark.parametrize(
    "text",
    [
        "сколько процентов бюджета идёт на не образование",
        "доля не образования",
        "білім беруге емес қанша пайыз кетеді",
        "бюджеттің қанша пайызы білім беру емес",
    ],
)
def test_a_share_of_what_is_not_meant_is_denied(text: str) -> None:
    asked = read_question(text)
    assert (asked.intent, asked.is_denied) == (Intent.SHARE, True)


@pytest.mark.parametrize(
    "text",
    ["доля образования", "доля неналоговых", "салықтық емес түсімдер үлесі", "доля образования без школ"],
)
def test_a_share_of_what_is_meant_is_not(text: str) -> None:
    assert not read_question(text).is_denied


@pytest.mark.parametrize("denied", ["не 2014, ", "2014 емес, ", "ни в мае, ", "не 2014 и "])
def test_however_many_times_are_denied_none_is_left(denied: str) -> None:
    """Each is read once: with a choice at every one, forty would never be read to their end."""
    assert cut_denied(f"школы {denied * 40}").strip(" ,и") == "школы"
