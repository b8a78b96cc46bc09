"""What several decisions changed together is drawn as what one changed is: exactly, in both colours, by a link too."""

from __future__ import annotations

from itertools import pairwise

import pytest
from aiogram.methods import AnswerCallbackQuery, EditMessageMedia, SendPhoto
from aiogram.types import Chat

from handlers.views.charts.records import WaterfallChart
from handlers.views.texts import Texts
from parser.records import Language
from tests.harness.draughtsman import PaperDraughtsman
from tests.harness.person import TestUser, text_of
from tests.harness.world import World

ASKED = {
    Language.KK: "сәуірден желтоқсанға дейін не өзгерді",
    Language.RU: "что изменилось с апреля по декабрь",
}
SINCE, UNTIL = ("12-3", "08.04.2013"), ("21-3", "11.12.2013")


def drawn(world: World) -> WaterfallChart:
    """The chart that was asked for last."""
    assert isinstance(world.services.draughtsman, PaperDraughtsman)
    chart = world.services.draughtsman.asked[-1].chart
    assert isinstance(chart, WaterfallChart)
    return chart


def title(texts: Texts) -> str:
    (since, since_date), (number, date) = SINCE, UNTIL
    return texts.get(
        "changes-title-together", number=number, date=date, since=since, since_date=since_date
    ).replace("\u00a0", " ")


@pytest.fixture
def world(open_to_askers: World) -> World:
    return open_to_askers


async def test_the_chart_leads_from_the_first_total_to_the_last(
    world: World, asker: TestUser, texts: Texts
) -> None:
    said = text_of(await asker.send(ASKED[texts.language])).replace("\u00a0", " ")
    assert title(texts) in said
    sent = await asker.press(texts.get("chart-button"))
    assert [type(each) for each in sent if isinstance(each, SendPhoto)] == [SendPhoto]
    rows = drawn(world).rows
    assert (rows[0].end, rows[-1].end) == (22_557_307_000, 23_786_034_000)
    assert all(one.end == after.start for one, after in pairwise(rows[:-1]))
    assert rows[-2].end == rows[-1].end
    notes = " ".join(drawn(world).frame.notes)
    assert "13-3" in notes  # between them, and not loaded
    assert "19-6" in notes


async def test_its_buttons_stay_with_the_same_decisions(world: World, asker: TestUser, texts: Texts) -> None:
    await asker.send(ASKED[texts.language])
    await asker.press(texts.get("chart-button"))
    changed = await asker.press(texts.get("chart-button-section", section=texts.get("section-revenue")))
    assert any(isinstance(each, EditMessageMedia) for each in changed)
    assert (drawn(world).rows[0].end, drawn(world).rows[-1].end) == (22_275_886_000, 23_504_613_000)
    await asker.press(texts.get("chart-button-dark"))
    assert isinstance(world.services.draughtsman, PaperDraughtsman)
    assert world.services.draughtsman.asked[-1].dark
    assert drawn(world).rows[-1].end == 23_504_613_000
    caption = (asker.message.caption or "" if asker.message else "").replace("\u00a0", " ")
    assert title(texts) in caption


async def test_where_no_picture_may_be_sent_a_link_leads_to_the_same(
    world: World, asker: TestUser, texts: Texts
) -> None:
    await asker.send(ASKED[texts.language])
    data = asker.button(texts.get("chart-button")).callback_data or ""
    group = Chat(id=-100_700, type="supergroup", title="Тараз")
    one, other = (world.person(texts.language, id=id_, chat=group) for id_ in (701, 702))
    await one.send(f"/ask {ASKED[texts.language]}")
    [led] = await other.press_data(data)
    assert isinstance(led, AnswerCallbackQuery)
    opened = await asker.open_link((led.url or "").partition("?start=")[2])
    assert title(texts) in text_of(opened).replace("\u00a0", " ")


async def test_a_decision_that_is_not_there_is_told(world: World, asker: TestUser, texts: Texts) -> None:
    await asker.send(ASKED[texts.language])
    data = asker.button(texts.get("chart-button")).callback_data or ""
    before = len(world.services.draughtsman.asked)  # type: ignore[attr-defined]
    *fields, _, dark = data.split(":")
    [told] = await asker.press_data(":".join((*fields, "zzzzzzz", dark)), message=asker.message)
    assert isinstance(told, AnswerCallbackQuery)
    assert told.show_alert
    assert len(world.services.draughtsman.asked) == before  # type: ignore[attr-defined]
