"""Decisions that are named by when they were adopted."""

from __future__ import annotations

import pytest

from parser.question.named_span import Adopted, cut_adopted
from parser.question.reading import read_question

ORIGINAL, APRIL = Adopted(12, years_before=1), Adopted(4)


@pytest.mark.parametrize(
    ("text", "adopted"),
    [
        ("что изменилось с декабря 2012 по апрель 2013", (ORIGINAL, APRIL)),
        ("между декабрем 2012 и апрелем 2013 что изменилось", (ORIGINAL, APRIL)),
        ("2012 жылғы желтоқсаннан 2013 жылғы сәуірге дейін не өзгерді", (ORIGINAL, APRIL)),
        ("мектептер 2012 желтоқсаннан 2013 сәуірге дейін", (ORIGINAL, APRIL)),
        ("что изменилось с декабря по апрель", (ORIGINAL, APRIL)),  # of a year's decisions December is last
        ("что изменилось с апреля по декабрь", (APRIL, Adopted(12))),
        ("мектеп сәуірден желтоқсанға дейін", (APRIL, Adopted(12))),
        ("школы июль-ноябрь", (Adopted(7), Adopted(11))),
        ("школы с 14 декабря 2012 до 8 апреля 2013", (Adopted(12, 14, 1), Adopted(4, 8))),
        ("от 14.12.2012 до 08.04.2013 что поменялось", (Adopted(12, 14, 1), Adopted(4, 8))),
        ("2012 жылғы 14 желтоқсан мен 2013 жылғы 8 сәуір арасында", (Adopted(12, 14, 1), Adopted(4, 8))),
    ],
)
def test_dates_of_decisions(text: str, adopted: tuple[Adopted, ...]) -> None:
    question = read_question(text)
    assert question.adopted == adopted
    assert question.months == ()
    assert question.year in {2013, None}
    assert len(question.years) < 2


@pytest.mark.parametrize(
    "text",
    [
        "школы в апреле и декабре",  # two months of one year, side by side
        "школы в апреле 2013 и апреле 2014",  # no budget has both
        "что изменилось с апреля 2012 по апрель 2013",
        "бюджет 2012 и 2013",
        "школы 8 апреля",
        "что изменилось с апреля",
    ],
)
def test_what_is_no_span(text: str) -> None:
    assert cut_adopted(text).adopted == ()
    assert cut_adopted(text).rest == text


def test_the_line_is_left() -> None:
    question = read_question("школы с декабря 2012 по апрель 2013")
    assert [token.folded for token in question.tokens if not token.filler] == ["школы"]
    assert question.named_edition == "с декабря 2012 по апрель 2013"
