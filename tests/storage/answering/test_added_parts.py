"""A comparison one side of which is several lines together: what it is told of, and when nothing is."""

from __future__ import annotations

import pytest

from parser.question.added_sides import cut_added_sides
from parser.question.intents import Relation
from parser.question.reading import read_question
from storage.answering.several_figures import Comparison
from storage.answering.together import Obstacle
from tests.storage.answering.conftest import Ask


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("школы больше садиков и дорог вместе?", (("школы",), ("садиков", "дорог"))),
        ("садики и дороги вместе больше школ", (("садики", "дороги"), ("школ",))),
        ("школы больше, чем садики плюс дороги", (("школы",), ("садики", "дороги"))),
        ("школы или садики вместе с дорогами", (("школы",), ("садики", "дорогами"))),
        ("балабақша мен жол қосқанда мектептен көп", (("балабақша", "жол"), ("мектептен",))),
        ("мектепке қарағанда балабақша мен жолды қосқанда көп", (("мектепке",), ("балабақша", "жолды"))),
        ("білім ТКШ мен көлікті қосқаннан көп пе", (("білім",), ("ТКШ", "көлікті"))),
        ("садики и дороги в сумме больше школ", (("садики", "дороги"), ("школ",))),
        ("балабақша мен жол жиынтығы мектептен көп пе", (("балабақша", "жол"), ("мектептен",))),
        ("школы больше садиков и дорог", ()),  # nothing is added up
        ("школы вместе больше садиков", ()),
    ],
)
def test_each_side_has_its_lines(text: str, sides: tuple[tuple[str, ...], ...]) -> None:
    found = cut_added_sides(text)
    assert [[part.strip(" ?") for part in side] for side in found] == list(map(list, sides))


def test_a_line_that_sounds_like_an_adjective_is_not_left_out() -> None:
    parts = read_question("школы против садиков и дорог").parts
    assert [part.text for part in parts] == ["школы", "садиков", "дорог"]
    assert [part.text for part in read_question("қайсысы семіз, мектеп пе спорт па").parts] == [
        "мектеп",
        "спорт",
    ]


def test_a_dash_between_lines_adds_nothing_up() -> None:
    assert read_question("школы - дороги").relation is Relation.COMPARED
    assert read_question("школы - сколько").parts == ()


async def compare(ask: Ask, text: str) -> Comparison:
    found = await ask(text)
    assert isinstance(found, Comparison)
    return found


@pytest.mark.parametrize(
    "text", ["школы больше садиков и дорог вместе?", "балабақша мен жол қосқанда мектептен көп пе"]
)
async def test_a_line_is_set_beside_the_sum(ask: Ask, text: str) -> None:
    found = await compare(ask, text)
    (added,) = found.sides
    assert len(added.matches) > 1
    (alone,) = (match for match in found.page.matches if match not in added.matches)
    assert found.difference == abs(added.amount - alone.line.amount)


@pytest.mark.parametrize(
    "text",
    [
        "школы и образование вместе больше культуры",  # one holds the other
        "школы больше чем культура и космос вместе",  # one has no line
    ],
)
async def test_nothing_is_counted_twice_or_left_out(ask: Ask, text: str) -> None:
    found = await compare(ask, text)
    assert found.obstacle is Obstacle.UNSURE
    assert found.difference is None
    assert found.sides == ()


@pytest.mark.parametrize("text", ["школы или всё остальное", "мектеп пе, қалғаны ма"])
def test_all_the_rest_is_what_is_left(text: str) -> None:
    question = read_question(text)
    assert (question.relation, question.parts) == (Relation.NAMED, ())
    (cut,) = question.exclusions
    assert cut.of_all
    assert len(cut.parts) == 1


@pytest.mark.parametrize(
    "text", ["школы, садики, дороги: на что больше всего", "куда больше всего: школы, дороги"]
)
async def test_what_is_the_most_of_several_is_no_sum(ask: Ask, text: str) -> None:
    await compare(ask, text)
