"""Lists that another line bounds: which words ask, and which name the line."""

from __future__ import annotations

import pytest

from parser.question.bound_by import find_bound
from parser.question.intents import Intent, ListedLevel, Relation
from parser.question.reading import read_question


@pytest.mark.parametrize(
    ("text", "line", "from_below"),
    [
        ("на что тратят больше, чем на культуру", "культуру", True),
        ("больше чем на школы тратят на что", "школы", True),
        ("какие программы дороже школ", "школ", True),
        ("что дешевле освещения улиц", "освещения улиц", False),
        ("какие отделы тратят меньше, чем отдел образования", "отдел образования", False),
        ("мәдениеттен көп неге жұмсалады", "мәдениеттен", True),
        ("қай бөлімдер білім бөлімінен көп алады", "білім бөлімінен", True),
        ("мектептен арзан бағдарламалар", "мектептен", False),
        ("какие программы меньше даже библиотек", "библиотек", False),
        ("что стоит ещё дороже садиков", "садиков", True),
        ("мәдениеттен де көп ақша алатын салалар", "мәдениеттен", True),
    ],
)
def test_the_line_that_bounds_is_told_from_what_asks(text: str, line: str, *, from_below: bool) -> None:
    bound = find_bound(text)
    assert bound is not None
    assert (bound.line, bound.from_below) == (line, from_below)
    question = read_question(text)
    assert (question.relation, question.intent) == (Relation.BOUNDED, Intent.LARGEST)
    assert question.names_nothing
    assert question.frame.smallest is not from_below


@pytest.mark.parametrize(
    "text",
    [
        "на что больше тратят в культуре",
        "какие отделы больше тратят",
        "на что больше, школы или дороги",
        "на школы больше, чем на садики",
        "на что больше всего денег",
        "қай салаға көп бөлінген",
        "салықтан көп түседі ме",
        "программы дороже 1 млрд",
    ],
)
def test_other_questions_have_no_line_for_a_bound(text: str) -> None:
    assert find_bound(text) is None
    assert read_question(text).relation is not Relation.BOUNDED


def test_the_level_is_that_which_is_asked_for() -> None:
    assert read_question("какие отделы дороже школ").frame.level is ListedLevel.ADMINISTRATOR
