"""What a line's own name holds is neither denied nor taken out in part: `вода без канализации`."""

from __future__ import annotations

import pytest

from handlers.views.texts import Texts
from parser.records import Language
from tests.harness.person import Sent, TestUser, text_of

WATER = {
    Language.RU: "Водоснабжение и водоотведение",
    Language.KK: "Сумен жабдықтау және су бөлу жүйесінің қызмет етуі",
}
NATURE = {Language.RU: "Сельское хозяйство, природа и земля", Language.KK: "Мәдениет, спорт, туризм, ақпарат"}
UNSPLIT = {
    Language.RU: [
        ("водоснабжение без канализации", WATER, "канализации"),
        ("вода, но без водоотведения", WATER, "водоотведения"),
        ("сельское хозяйство без охраны окружающей среды", NATURE, "охраны окружающей среды"),
    ],
    Language.KK: [
        ("кәрізсіз су", WATER, "кәріз"),
        ("су, кәрізді қоспағанда", WATER, "кәрізді"),
        ("туризмсіз мәдениет", NATURE, "туризм"),
    ],
}
GROUP = {Language.RU: "Культура, спорт, туризм, информация", Language.KK: "Мәдениет, спорт, туризм, ақпарат"}
SHARED = {
    Language.RU: [("спорт без культуры", "Отдел спорта"), ("туризм без культуры", "Поддержка культурно")],
    Language.KK: [("мәдениетсіз спорт", "Спорт бөлімі"), ("мәдениетсіз туризм", "Мәдени-демалыс")],
}
COMPUTED = {Language.RU: "культура без спорта", Language.KK: "спортсыз мәдениет"}


def shown(sent: Sent) -> str:
    return text_of(sent).replace("\u00a0", " ")


@pytest.mark.parametrize("number", range(3))
async def test_what_no_line_tells_alone_is_not_denied(
    asker: TestUser, texts: Texts, language: Language, number: int
) -> None:
    question, whole, words = UNSPLIT[language][number]
    text = shown(await asker.send(question))
    assert texts.get("remainder-unsplit", whole=whole[language], words=words) in text


@pytest.mark.parametrize("number", range(2))
async def test_a_section_named_by_both_is_not_told_less_some_lines(
    asker: TestUser, language: Language, number: int
) -> None:
    question, inside = SHARED[language][number]
    text = shown(await asker.send(question))
    assert "371 813" not in text
    assert "492 332 −" not in text
    assert inside in text


async def test_what_stands_inside_as_one_line_is_taken_out(asker: TestUser, language: Language) -> None:
    assert "492 332 − 24 717" in shown(await asker.send(COMPUTED[language]))
