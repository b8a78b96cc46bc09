"""A share of what is said not to be meant, against the sample decisions."""

from __future__ import annotations

import pytest

from storage.answering.answer import Choice, SureLine
from storage.answering.answer_traits import is_confident
from tests.storage.answering.conftest import Ask


@pytest.mark.parametrize(
    "text",
    [
        "сколько процентов бюджета идёт на не образование",
        "доля не образования",
        "білім беруге емес қанша пайыз кетеді",
        "бюджеттің қанша пайызы білім беру емес",
    ],
)
async def test_what_is_denied_is_only_offered(ask: Ask, text: str) -> None:
    found = await ask(text)
    assert isinstance(found, Choice)
    assert not is_confident(found)


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("сколько процентов бюджета идёт на образование", "expenditure/04"),
        ("доля неналоговых", "revenue/2"),
        ("салықтық емес түсімдер үлесі", "revenue/2"),
    ],
)
async def test_what_is_meant_is_told(ask: Ask, text: str, path: str) -> None:
    found = await ask(text)
    assert isinstance(found, SureLine)
    assert found.match.path == path
