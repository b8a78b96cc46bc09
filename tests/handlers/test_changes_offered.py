"""Where words lead to several lines alike, none is taken for how they changed: each is offered with its change."""

from __future__ import annotations

import pytest

from handlers.views.texts import Texts
from parser.records import Language
from tests.harness.person import TestUser, text_of

ASKED = {
    Language.RU: ("как изменились дороги", "на сколько сократили дороги", "дороги стали больше?"),
    Language.KK: ("жолдар қалай өзгерді", "жолдар қанша қысқарды"),
}
# Of the upkeep, what the original decision set; the repair stood in no line of it; then the transport's.
TOLD = {
    Language.RU: ("−1 217 618 тыс. тенге (было 1 338 000)", "такой строки не было", "+248 335 тыс. тенге"),
    Language.KK: ("−1 217 618 мың теңге (бұрын 1 338 000 болған)", "бұл жол болмаған", "+248 335 мың теңге"),
}


@pytest.mark.parametrize("number", range(3))
async def test_each_line_that_may_be_meant_tells_how_it_changed(
    asker: TestUser, texts: Texts, number: int
) -> None:
    asked = ASKED[texts.language]
    question = asked[number % len(asked)]
    text = text_of(await asker.send(question)).replace("\xa0", " ")
    assert text.partition("\n")[0] == texts.get("candidates-title", query=question, count=5)
    places = [text.find(told) for told in TOLD[texts.language]]
    assert -1 not in places
    assert places == sorted(places)


async def test_one_office_in_several_groups_is_one_line(asker: TestUser, texts: Texts) -> None:
    question = {Language.RU: "как изменился отдел образования", Language.KK: "білім бөлімі қалай өзгерді"}
    text = text_of(await asker.send(question[texts.language]))
    assert texts.get("ledger-title") in text.partition("\n")[0]


async def test_how_much_there_is_tells_no_changes(asker: TestUser, texts: Texts) -> None:
    question = {Language.RU: "дороги", Language.KK: "жолдар"}
    assert "1 338 000".replace(" ", "\xa0") not in text_of(await asker.send(question[texts.language]))
