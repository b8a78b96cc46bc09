"""In no list do two lines look alike: of one name they are told apart by what they stand in, their section or codes."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from handlers.views.texts import Texts
from parser.records import Language
from tests.harness.alike import find_alike, list_items
from tests.harness.person import Sent, TestUser, text_of
from tests.harness.unseen import fill_unseen
from tests.harness.world import World, open_world

KK, RU = Language.KK, Language.RU
PAGES = 9
LISTS = [
    {KK: "барлық бағдарламалар", RU: "все программы"},
    {KK: "ең кіші бағдарламалар", RU: "самые маленькие программы"},
    {KK: "10 млн-нан арзан бағдарламалар", RU: "программы дешевле 10 млн"},
    {KK: "барлық бөлімдер", RU: "все отделы"},
    {KK: "қай бөлімдерді қысқартты", RU: "какие отделы урезали"},
    {KK: "не өзгерді", RU: "что изменилось"},
    {KK: "күрделі шығыстар", RU: "капитальные расходы"},
    {KK: "басқалар", RU: "прочие"},
    {KK: "шығындар құрамы", RU: "состав расходов"},
    {KK: "дамыту", RU: "развитие"},
]


@pytest.fixture(scope="module", params=["taraz", "khromtau"])
def listing_file(
    request: pytest.FixtureRequest, samples: Path, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The decisions of Taraz, and those of a district that no words were learned of."""
    file = tmp_path_factory.mktemp("unlike") / "qazyna.db"
    if request.param == "taraz":
        shutil.copy(samples, file)
    else:
        fill_unseen(file)
    return file


@pytest.fixture(scope="module")
async def listed(listing_file: Path) -> AsyncIterator[World]:
    """The bot over either."""
    async with open_world(listing_file, limits={}) as world:
        yield world


@pytest.mark.parametrize("said", LISTS, ids=lambda said: said[RU])
async def test_no_two_lines_of_a_list_look_alike(
    listed: World, texts: Texts, said: dict[Language, str]
) -> None:
    with listed.newcomer(texts.language.value) as person:
        sent, seen = await person.send(said[texts.language]), 0
        for _ in range(PAGES):
            text = text_of(sent)
            seen += sum(len(list(list_items(text, numbered=each))) for each in (True, False))
            assert find_alike(text, person.labels) == []
            if texts.get("button-next") not in person.labels:
                break
            sent = await turn(person, texts)
        assert seen


async def turn(person: TestUser, texts: Texts) -> Sent:
    return await person.press(texts.get("button-next"))
