"""Where an amount did the contrary of what is asked, that is the first sentence, in both languages."""

from __future__ import annotations

import pytest

from handlers.views.texts import Texts
from parser.records import Language
from tests.harness.person import TestUser, text_of

TOTALS = {Language.RU: "723 306 тыс. тенге", Language.KK: "723 306 мың теңге"}
SCHOOLS = {Language.RU: "46 545 тыс. тенге", Language.KK: "46 545 мың теңге"}
APRIL = {Language.RU: "51 000 тыс. тенге", Language.KK: "51 000 мың теңге"}
RESERVE = {Language.RU: "12 697 тыс. тенге", Language.KK: "12 697 мың теңге"}
BEFORE = {"number": "15-3", "date": "12.07.2013"}
OF_APRIL = {"number": "12-3", "date": "08.04.2013"}


async def first_line(asker: TestUser, texts: Texts, kazakh: str, russian: str) -> str:
    """The first line of the answer in a language, its amounts with plain spaces."""
    question = kazakh if texts.language is Language.KK else russian
    return text_of(await asker.send(question)).replace("\xa0", " ").splitlines()[0]


@pytest.mark.parametrize(
    ("kazakh", "russian", "key", "delta", "at"),
    [
        (
            "қыркүйекте бюджетті қаншаға қысқартты",
            "на сколько урезали бюджет в сентябре",
            "contrary-budget-rose",
            TOTALS,
            BEFORE,
        ),
        (
            "сәуірде мектеп қаншаға өсті",
            "на сколько выросли школы в апреле",
            "contrary-line-fell",
            APRIL,
            OF_APRIL,
        ),
        ("резерв қаншаға көбейді", "резерв вырос?", "contrary-year-fell", RESERVE, {}),
    ],
)
async def test_that_it_was_the_contrary_is_said_first(
    asker: TestUser,
    texts: Texts,
    kazakh: str,
    russian: str,
    key: str,
    delta: dict[Language, str],
    at: dict[str, str],
) -> None:
    first = await first_line(asker, texts, kazakh, russian)
    assert first == texts.get(key, delta=delta[texts.language], **at)


async def test_that_some_decisions_did_as_is_said_stands_beside_the_year(
    asker: TestUser, texts: Texts
) -> None:
    year = texts.get("contrary-year-rose", delta=SCHOOLS[texts.language])
    first = await first_line(asker, texts, "мектеп қаншаға қысқарды", "на сколько урезали школы")
    assert first == f"{year} {texts.get('contrary-partly-cuts')}"


@pytest.mark.parametrize(
    ("kazakh", "russian", "title"),
    [
        ("қыркүйекте бюджет қаншаға өсті", "на сколько вырос бюджет в сентябре", "changes-title"),  # it did
        ("қыркүйекте бюджетте не қысқарды", "что урезали в бюджете в сентябре", "changes-title"),  # of lines
        ("сәуірде мектеп қаншаға қысқарды", "на сколько урезали школы в апреле", "ledger-title"),
        ("мектеп қалай өзгерді", "как изменились школы", "ledger-title"),
    ],
)
async def test_nothing_is_contradicted_where_it_was_so(
    asker: TestUser, texts: Texts, kazakh: str, russian: str, title: str
) -> None:
    first = await first_line(asker, texts, kazakh, russian)
    assert texts.get(title, number="18-3", date="04.09.2013") in first
