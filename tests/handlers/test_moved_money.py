"""Money that is said to have moved between lines: what each of them did, and that decisions say no more."""

from __future__ import annotations

import pytest

from handlers.views.texts import Texts
from parser.records import Language
from tests.handlers.claiming import up_to
from tests.harness.person import TestUser, text_of

KK, RU = Language.KK, Language.RU
ROADS = {KK: "Автомобиль жолдарының жұмыс істеуі", RU: "Функционирование автомобильных дорог"}
SCHOOLS = {KK: "Жалпы білім беру", RU: "Общеобразовательное обучение"}


@pytest.mark.parametrize(
    "said",
    [
        {KK: "жолдарды мектеп үшін қысқартты ма", RU: "дороги урезали ради школ"},
        {KK: "жолдардан мектептерге ақша ауыстырылды", RU: "с дорог перебросили деньги на школы"},
        {KK: "жолдар есебінен мектептер көбейді ме", RU: "школы выросли за счёт дорог?"},
    ],
)
async def test_how_each_line_changed_is_told_and_no_reason(
    asker: TestUser, texts: Texts, said: dict[Language, str]
) -> None:
    text = text_of(await asker.send(said[texts.language])).replace("\u00a0", " ")
    assert text.startswith(f"{texts.get('notice-moved')} {texts.get('notice-moved-lines')}")
    assert text.index(ROADS[texts.language]) < text.index(SCHOOLS[texts.language])
    assert "−1 217 618" in text
    assert "+46 545" in text


async def test_a_claimed_move_is_a_cut_and_a_rise(asker: TestUser, texts: Texts) -> None:
    said = {
        KK: "тексер: жолдардан мектептерге 500 млн ауыстырылды",
        RU: "проверь: 500 млн перебросили с дорог на школы",
    }
    text = text_of(await asker.send(said[texts.language])).replace("\u00a0", " ")
    unit = texts.get("unit-thousand")
    cut = texts.get("claim-none-change", at="№ 10-3 → № 12-3", actual=f"−151 385 {unit}", difference="\0")
    rise = texts.get("claim-none-change", at="№ 15-3 → № 18-3", actual=f"+101 073 {unit}", difference="\0")
    assert text.index(cut.partition("\0")[0]) < text.index(rise.partition("\0")[0])
    assert text.count(texts.get("notice-moved")) == 1
    assert texts.get("notice-moved-lines") not in text
    assert up_to("names", texts, "claim-together") not in text
