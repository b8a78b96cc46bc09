"""Which of several lines was cut in a month is seen by what the decision of that month changed in each."""

from __future__ import annotations

import pytest

from tests.harness.person import TestUser, text_of

MINUS = "\u2212"


@pytest.mark.parametrize(
    "message",
    [
        "сколько сняли с дорог в ноябре",
        "сколько сняли с дорог решением 20-3",
        "насколько урезали дороги 13.11.2013",
        "қарашада жолдардан қанша алынды",
        "20-3 шешімімен жолдардан қанша алынды",
    ],
)
async def test_the_change_is_that_of_the_decision_with_what_is_not_loaded_before_it(
    asker: TestUser, message: str
) -> None:
    told = text_of(await asker.send(message))
    assert f"{MINUS}1\u00a0169\u00a0398" in told  # since № 18-3
    assert "№ 18-3" in told
    assert "№ 19-6" in told
    assert f"{MINUS}1\u00a0217\u00a0618" not in told  # since the original


@pytest.mark.parametrize("message", ["сколько сняли с дорог", "жолдардан қанша алынды"])
async def test_without_a_decision_it_is_since_the_original(asker: TestUser, message: str) -> None:
    told = text_of(await asker.send(message))
    assert f"{MINUS}1\u00a0217\u00a0618" in told
    assert f"{MINUS}1\u00a0169\u00a0398" not in told


@pytest.mark.parametrize("message", ["сколько сняли с дорог в октябре", "қазанда жолдардан қанша алынды"])
async def test_of_a_month_that_is_not_loaded_no_change_of_another_one_is_told(
    asker: TestUser, message: str
) -> None:
    told = text_of(await asker.send(message))
    assert "19-6" in told.partition("\n")[0]
    assert f"{MINUS}1\u00a0169\u00a0398" not in told
