"""What was not found, is not loaded or is said by no decision is told once, and no later message goes on from it."""

from __future__ import annotations

import pytest

from handlers.views.texts import load_texts
from parser.records import Language
from tests.harness.person import TestUser, text_of
from tests.harness.world import World

SCHOOLS = {Language.KK: "Жалпы білім беру", Language.RU: "Общеобразовательное обучение"}
CULTURE = {
    Language.KK: "Мәдениет, спорт, туризм, ақпарат",
    Language.RU: "Культура, спорт, туризм, информация",
}


@pytest.mark.parametrize(
    ("line", "unloaded", "then"),
    [
        ("школы", "а в прошлом году", "а сколько процентов"),
        ("школы", "а в 1998", "а культура"),
        ("школы", "а по решению 99-9", "на сколько выросло"),
        ("мектеп", "ал былтыр", "үлесі қанша"),
        ("мектеп", "ал 1998 жылы", "ал мәдениет"),
    ],
)
async def test_an_edition_that_is_not_loaded_is_told_once(
    asker: TestUser, line: str, unloaded: str, then: str
) -> None:
    await asker.send(line)
    at_once = text_of(await asker.send(then))
    await asker.send(line)
    lacking = text_of(await asker.send(unloaded))
    assert text_of(await asker.send(then)) == at_once
    assert lacking.splitlines()[0] not in at_once


@pytest.mark.parametrize(
    ("line", "unloaded", "then"),
    [("школы 2014", "а в 1998", "а культура"), ("мектеп 2014", "ал 1998 жылы", "ал мәдениет")],
)
async def test_behind_it_the_edition_before_it_is_asked_of(
    asker: TestUser, line: str, unloaded: str, then: str
) -> None:
    await asker.send(line)
    await asker.send(unloaded)
    told = text_of(await asker.send(then))
    assert told.startswith(tuple(CULTURE.values()))
    assert "2014" in told.splitlines()[2]


@pytest.mark.parametrize(
    ("line", "nonsense", "then"),
    [
        ("школы", "а абракадабра", "а в 2014"),
        ("мектеп", "ал абракадабра", "ал 2014 жылы"),
    ],
)
async def test_what_is_not_found_leaves_the_line_before(
    asker: TestUser, line: str, nonsense: str, then: str
) -> None:
    await asker.send(line)
    assert "абракадабра" in text_of(await asker.send(nonsense))
    told = text_of(await asker.send(then))
    assert told.startswith(tuple(SCHOOLS.values()))
    assert "абракадабра" not in told


@pytest.mark.parametrize(("line", "then"), [("школы", "а в 2014"), ("мектеп", "ал 2014 жылы")])
async def test_a_subject_that_is_not_found_is_gone_on_from_once(
    asker: TestUser, line: str, then: str
) -> None:
    await asker.send(line)
    await asker.send("абракадабра")
    assert "абракадабра 2014" in text_of(await asker.send(then))
    assert text_of(await asker.send(then)).startswith(tuple(SCHOOLS.values()))


@pytest.mark.parametrize(
    ("language", "line", "why", "then"),
    [
        (Language.RU, "школы", "почему", "а культура"),
        (Language.RU, "на что ушло больше всего денег", "почему", "кто подрядчик"),
        (Language.RU, "на что ушло больше всего денег", "почему", "когда потратят"),
        (Language.KK, "мектеп", "неге", "ал мәдениет"),
        (Language.KK, "ең көп ақша неге кетті", "неліктен", "кім салады"),
    ],
)
async def test_that_no_decision_says_why_is_told_once(
    open_to_askers: World, language: Language, line: str, why: str, then: str
) -> None:
    no_reason = load_texts(language).get("not-held-reason")
    with open_to_askers.newcomer(language.value) as person:
        await person.send(line)
        assert no_reason in text_of(await person.send(why))
        assert no_reason not in text_of(await person.send(then))
