"""A share that a message states, denied or bounded, is set beside the line's own though no check is asked for."""

from __future__ import annotations

import pytest

from handlers.views.texts import Texts
from parser.question.figure_kinds import FigureKind
from parser.question.fractions import ShareBound
from parser.question.reading import read_question
from tests.handlers.claiming import KK, RU
from tests.harness.person import TestUser, text_of


@pytest.mark.parametrize(
    ("kazakh", "russian", "actual"),
    [
        ("трансферттер кірістің 40 пайызы емес", "трансферты не занимают и 40 процентов доходов", "73,1 %"),
        ("мектептерге білімнің 60 пайызынан аз емес", "школы не меньше 60 % образования", "67,0 %"),
        ("салық кірістің 10 пайызынан көп", "налоги больше 10 % доходов", "22,6 %"),
        ("салық кірістің ширегінен аз емес", "налоги не меньше четверти доходов", "22,6 %"),
        ("мектептер білімнің жартысынан көп", "школы больше половины образования", "67,0 %"),
        (
            "білімнің жартысынан көбі мектептерге кете ме",
            "больше ли половины образования уходит на школы",
            "67,0 %",
        ),
        ("мектептерге білімнің жартысы кете ме", "половина образования это школы?", "67,0 %"),
        ("спорт мәдениеттің жартысынан көп пе", "занимает ли спорт больше половины культуры", "5,0 %"),
        (
            "мектептер білімнің жартысын алады, солай ма",
            "школы занимают половину образования, правда?",
            "67,0 %",
        ),
    ],
)
async def test_a_stated_share_is_set_beside_that_of_the_line(
    resident: TestUser, texts: Texts, kazakh: str, russian: str, actual: str
) -> None:
    said = {KK: kazakh, RU: russian}[texts.language]
    text = text_of(await resident.send(said)).replace("\u00a0", " ")
    assert actual in text
    assert texts.get("claim-scope") in text


@pytest.mark.parametrize(
    "text",
    [
        "программы не меньше 10 % доходов",
        "что занимает не меньше 10 % доходов",
        "қай салалар бюджеттің 10 пайызынан кем емес",
        "білім беруде бюджеттің 1 пайызынан көп",
        "образование больше 50 % бюджета",
        "школы 67 % образования",
        "не дали 40 %",
        "больше половины школ закрыли",
        "в городе больше половины школ старые",
        "какие программы больше половины образования",
        "білім берудің жартысынан көп бағдарлама",
    ],
)
def test_what_asks_for_lines_or_states_nothing_is_no_claim(text: str) -> None:
    assert read_question(text).claim is None


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("тексер: бюджеттің 40 пайызынан кем емес білімге", ShareBound.OVER),
        ("тексер: білімге бюджеттің 40 пайызынан аз емес", ShareBound.OVER),
        ("тексер: білімге бюджеттің 40 пайызынан көп емес", ShareBound.UNDER),
        ("тексер: білімге бюджеттің 40 пайызынан аз", ShareBound.UNDER),
    ],
)
def test_a_bound_that_denies_the_contrary_denies_nothing_itself(text: str, side: ShareBound) -> None:
    claim = read_question(text).claim
    assert claim is not None
    (statement,) = claim.statements
    figure = statement.figure
    assert (figure.kind, figure.bound, figure.is_denied) == (FigureKind.SHARE, side, False)
