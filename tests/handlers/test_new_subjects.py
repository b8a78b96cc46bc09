"""A message that names a subject of its own is not asked of the line that was shown before it."""

from __future__ import annotations

import pytest

from handlers.views.texts import Texts
from parser.records import Language
from tests.harness.person import TestUser, text_of

LINES = {Language.KK: "мектептер", Language.RU: "школы"}
YEARS = {
    Language.KK: "2013-2015 жылдары салықтар қалай өзгерді",
    Language.RU: "на сколько процентов выросли налоги с 2013 по 2015",
}
ALL_YEARS = {
    Language.RU: ("средние расходы за три года", "какие средние расходы за 2013-2015 годы"),
    Language.KK: ("үш жылдағы орташа шығын", "2013-2015 жылдардағы орташа шығын"),
}
OF_LINE = {
    Language.RU: ("школы в среднем за три года", "а в среднем за три года?"),
    Language.KK: ("мектептер үш жылда орташа есеппен", "ал үш жылда орташа есеппен?"),
}
WHERE = {
    Language.RU: ("где сократили больше всего", "что урезали сильнее всего"),
    Language.KK: ("қай жерде ең көп қысқартты", "неден ең көп қысқартты"),
}


async def test_the_average_of_years_is_that_of_all_spending(asker: TestUser, texts: Texts) -> None:
    for message in ALL_YEARS[texts.language]:
        await asker.send(LINES[texts.language])
        told = text_of(await asker.send(message))
        assert told.startswith(texts.get("section-expenditure"))
        assert f"{texts.get('years-average', count=3)} 25\u00a0853\u00a0564" in told
        assert "28\u00a0182\u00a0111" in told


async def test_the_average_of_years_of_a_line_is_its_own(asker: TestUser, texts: Texts) -> None:
    await asker.send(LINES[texts.language])
    for message in OF_LINE[texts.language]:
        told = text_of(await asker.send(message))
        assert f"{texts.get('years-average', count=3)} 9\u00a0592\u00a0398" in told


@pytest.mark.parametrize("before", [LINES, YEARS])
async def test_where_most_was_cut_is_asked_of_all_lines(
    asker: TestUser, texts: Texts, before: dict[Language, str]
) -> None:
    for message in WHERE[texts.language]:
        await asker.send("/forget")
        alone = text_of(await asker.send(message))
        assert "№ 21-3" in alone
        await asker.send(before[texts.language])
        assert text_of(await asker.send(message)) == alone
