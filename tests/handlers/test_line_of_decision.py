"""A line that the decision asked for does not have is said not to be there, and another edition's only offered."""

from __future__ import annotations

import pytest

from handlers.views.texts import load_texts
from parser.records import Language
from tests.harness.person import TestUser, text_of


@pytest.mark.parametrize(
    ("messages", "language"),
    [
        (("уставный капитал юридических лиц в решении 12-3",), Language.RU),
        (("уставный капитал юридических лиц", "а в решении 12-3"), Language.RU),
        (("заңды тұлғалардың жарғылық капиталы 12-3 шешімінде",), Language.KK),
        (("заңды тұлғалардың жарғылық капиталы", "ал 12-3 шешімінде"), Language.KK),
    ],
)
async def test_what_a_decision_has_no_line_of_is_said(
    asker: TestUser, messages: tuple[str, ...], language: Language
) -> None:
    text = [text_of(await asker.send(each)) for each in messages][-1]
    assert text.startswith(load_texts(language).get("missing-edition-line", value="12-3"))
    assert "35\u00a0680" in text


async def test_of_what_the_decision_has_nothing_is_missing(asker: TestUser) -> None:
    lacking = load_texts(Language.RU).get("missing-edition-line", value="12-3")
    assert lacking not in text_of(await asker.send("школы в решении 12-3"))
