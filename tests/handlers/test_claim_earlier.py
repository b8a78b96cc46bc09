"""Claimed shares that only an earlier decision left, beside the one that holds now."""

from __future__ import annotations

import pytest

from handlers.views.texts import Texts
from tests.handlers.claiming import KK, check
from tests.harness.person import TestUser


@pytest.mark.parametrize(
    ("kazakh", "russian", "now", "then"),
    [
        ("мектептер білім шығындарының 67,9 %-ы", "школы 67,9 % образования", "67,0 %", "67,9 %"),
        ("мәдениет шығындардың 1,5 %-ы", "культура 1,5 % расходов", "2,1 %", "1,5 %"),
    ],
)
async def test_a_share_of_an_earlier_decision_is_told_as_that(
    resident: TestUser, texts: Texts, kazakh: str, russian: str, now: str, then: str
) -> None:
    text = (await check(resident, texts, kazakh, russian)).replace("\u00a0", " ")
    told = {KK: "бұрынғы шешімге сәйкес келеді", "ru": "подходит только к прежнему решению"}[texts.language]
    (newest,) = (line for line in text.splitlines() if told in line)
    assert now in newest
    original = texts.get("ledger-decision", number="10-3", date="14.12.2012")
    assert any(original in line and then in line for line in text.splitlines())


async def test_a_share_that_no_decision_left_is_told_to_be_none(resident: TestUser, texts: Texts) -> None:
    text = (await check(resident, texts, "трансферттер кірістің 50 %-ы", "трансферты 50 % доходов")).replace(
        "\u00a0", " "
    )
    assert "73,1 %" in text
    assert "№ 10-3" not in text
