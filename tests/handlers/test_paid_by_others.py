"""What no local budget pays: that another budget may pay it is said, and no line is offered for it."""

from __future__ import annotations

import pytest

from handlers.views.texts import Texts
from parser.records import Language
from tests.harness.person import TestUser, text_of

ASKED = {
    Language.KK: ("зейнетақы қанша", "прокуратураға қанша бөлінген"),
    Language.RU: ("сколько на пенсии", "прокуратура"),
}
OF_NO_BUDGET = {Language.KK: "ауа райы қандай", Language.RU: "погода"}


@pytest.mark.parametrize("number", [0, 1])
async def test_what_others_pay_is_said_to_be_paid_by_others(
    person: TestUser, texts: Texts, number: int
) -> None:
    text = text_of(await person.send(ASKED[texts.language][number]))
    assert text.startswith(texts.get("line-lacking-branch", place="Тараз", year="2013"))


async def test_what_nobody_pays_is_not(person: TestUser, texts: Texts) -> None:
    text = text_of(await person.send(OF_NO_BUDGET[texts.language]))
    assert texts.get("line-lacking-branch", place="Тараз", year="2013") not in text
