"""Buttons that lead back show the very page that one came from, also from another year, budget, or line above."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from handlers.views.texts import Texts
from parser.records import DecisionKind, DecisionRef, Language, ParsedDecision
from tests.harness.budget import PLAN, THIRD, documents, fill, names
from tests.harness.person import TestUser, text_of
from tests.harness.world import open_world
from tests.storage.builders import document, edition

NEXT = DecisionRef("24-3", dt.date(2013, 12, 20))
DEPARTMENTS = {Language.KK: "бөлімі", Language.RU: "отдел"}
AFTER_APRIL = {Language.KK: "сәуірден кейін не өзгерді", Language.RU: "что изменилось после апреля"}


def make_next_budget() -> list[ParsedDecision]:
    """The budget after the invented one, in both languages."""
    years = {2014: PLAN, 2015: THIRD}
    return [
        document(
            NEXT,
            [
                edition(NEXT, told, year=year, leaves=leaves, names=names(told))
                for year, leaves in years.items()
            ],
            told,
            kind=DecisionKind.ORIGINAL,
            amends=None,
            budget_years=(2014, 2016),
        )
        for told in Language
    ]


@pytest.fixture
async def neighbour(tmp_path: Path, language: Language) -> AsyncIterator[TestUser]:
    """Somebody who asks where two budgets of one place are loaded."""
    file = tmp_path / "qazyna.db"
    await fill(file, [*documents(), *make_next_budget()])
    async with open_world(file, limits={}) as world:
        person = world.person(language.value)
        await person.send(f"/language {language.value}")
        yield person


async def press(person: TestUser, label: str) -> str:
    return text_of(await person.press(label)).replace("\u00a0", " ")


async def test_from_another_budget_the_answer_is_the_one_that_was_given(
    neighbour: TestUser, texts: Texts, language: Language
) -> None:
    answer = text_of(await neighbour.send(DEPARTMENTS[language])).replace("\u00a0", " ")
    assert NEXT.number in answer
    back = texts.get("button-back-answer")
    for ways in (["2. ", "2013"], ["2. ", "2013", "2015"], ["2. ", "2013", "1. ", "2015"], ["1. ", "2013"]):
        for label in ways:
            shown = await press(neighbour, label)
        assert answer not in shown
        assert await press(neighbour, back) == answer


@pytest.mark.parametrize("years", [["2014"], ["2014", "2015"], ["2014", "2015", "2013"]])
async def test_from_another_year_the_changes_are_those_that_one_came_from(
    asker: TestUser, texts: Texts, years: list[str]
) -> None:
    await asker.send("/changes 12-3")
    changed = await press(asker, texts.get("button-changed-all", count=55))
    await press(asker, "3")
    for year in years:
        assert year in await press(asker, year)
    assert await press(asker, texts.get("button-back-changes", number="12-3")) == changed


async def test_another_year_is_chosen_among_the_decisions_too(asker: TestUser, texts: Texts) -> None:
    await asker.send("/changes 12-3")
    changed = await press(asker, texts.get("button-changed-all", count=55))
    await press(asker, "3")
    await press(asker, texts.get("button-edition", number="12-3"))
    assert texts.get("card-plan-year", place="Тараз", year="2014") in await press(asker, "2014")
    assert await press(asker, texts.get("button-back-changes", number="12-3")) == changed


async def test_from_an_office_one_goes_back_to_what_changed_in_it(
    asker: TestUser, texts: Texts, language: Language
) -> None:
    await asker.send(AFTER_APRIL[language])
    offices = await press(asker, "⇄")
    of_one = await press(asker, "8")
    await press(asker, "⬆")
    back = texts.get("button-back-since", number="12-3")
    assert await press(asker, back) == of_one
    await press(asker, "⬆")
    await press(asker, "2")  # its line in a group
    assert await press(asker, back) == of_one
    await press(asker, "⬆")
    await press(asker, "2")
    await press(asker, "⬆")  # the group, which is of no office
    assert await press(asker, back) == offices


async def test_from_the_lists_of_a_budget_one_goes_back_to_it(asker: TestUser, texts: Texts) -> None:
    whole = text_of(await asker.send("/budget")).replace("\u00a0", " ")
    back = texts.get("button-back-budget", year="2013")
    spent = texts.get("button-side", name=texts.get("section-expenditure"), count=13)
    listed = await press(asker, spent)
    assert await press(asker, back) == whole
    await press(asker, spent)
    await press(asker, "1")
    assert await press(asker, "⬆") == listed
    await press(asker, "1")
    await press(asker, "2014")
    planned = await press(asker, texts.get("button-back-budget", year="2014"))
    assert planned.startswith(texts.get("card-plan-year", place="Тараз", year="2014"))
