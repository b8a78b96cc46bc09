"""At which place a line stands among its like is told first, with its neighbours, in both languages."""

from __future__ import annotations

import pytest

from handlers.views.texts import Texts
from parser.records import Language
from tests.harness.person import Sent, TestUser, text_of

EDUCATION = {
    Language.RU: "Образование: 1-е место из 3 функциональных групп по расходам, 8 023 223 тыс. тенге",
    Language.KK: "Білім беру: шығын бойынша 3 функционалдық топтың ішінде 1-орын, 8 023 223 мың теңге",
}
ROADS = {
    Language.RU: "Отдел дорог: 2-е место из 3 учреждений по расходам, 5 060 000 тыс. тенге",
    Language.KK: "Жол бөлімі: шығын бойынша 3 мекеменің ішінде 2-орын, 5 060 000 мың теңге",
}
SECOND = {
    Language.RU: "Транспорт: 2-е место из 3 функциональных групп по расходам, 4 000 000 тыс. тенге",
    Language.KK: "Көлік: шығын бойынша 3 функционалдық топтың ішінде 2-орын, 4 000 000 мың теңге",
}
INCOME = {
    Language.RU: "Налоговые поступления: ",
    Language.KK: "Салықтық түсімдер: кіріс бойынша ",
}


def told(sent: Sent) -> str:
    """The text of a message, its amounts with plain spaces."""
    return text_of(sent).replace("\xa0", " ")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("на каком месте образование по расходам", EDUCATION),
        ("образование входит в тройку?", EDUCATION),
        ("білім беру шығын бойынша нешінші орында", EDUCATION),
        ("білім беру бірінші орында ма", EDUCATION),
        ("на каком месте отдел дорог", ROADS),
        ("жол бөлімі қай орында", ROADS),
        ("налоговые поступления на каком месте", INCOME),
        ("салықтық түсімдер нешінші орында", INCOME),
    ],
)
async def test_the_place_of_a_line_is_the_first_sentence(
    person: TestUser, texts: Texts, question: str, said: dict[Language, str]
) -> None:
    first, title, *_ = told(await person.send(question)).splitlines()
    assert first.startswith(said[texts.language])
    side = "revenue" if said is INCOME else "expenditure"
    assert title == texts.get(f"listing-largest-{side}")


@pytest.mark.parametrize(
    "question",
    [
        "топ 1 расходов что на 2 месте",
        "топ 1 шығын, 2-орында не тұр",
        "какие не вошли в тройку и что на 2 месте",
        "қай салалар үштікке кірмеді, 2-орында не тұр",
    ],
)
async def test_a_place_is_told_beside_a_list_that_lacks_it(
    person: TestUser, texts: Texts, question: str
) -> None:
    first, title, *rest = told(await person.send(question)).splitlines()
    assert first.startswith(SECOND[texts.language])
    assert title == texts.get("listing-largest-expenditure")
    listed = [line for line in rest if line[:1].isdecimal() and line[1:3] == ". "]
    assert [line[:1] for line in listed] == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("какой аппарат на втором месте", "2-е место из 2 строк по запросу «аппарат»"),
        ("екінші орында қай аппарат", "«аппарат» бойынша 2 жолдың ішінде 2-орын"),
    ],
)
async def test_a_place_among_lines_of_the_same_words_is_told_as_such(
    asker: TestUser, question: str, said: str
) -> None:
    assert said in told(await asker.send(question)).partition("\n")[0]


async def test_the_neighbours_of_a_line_stand_beside_it(person: TestUser, texts: Texts) -> None:
    text = told(await person.send("на каком месте отдел дорог"))
    before, of_roads, behind = (text.index(f"\n{place}. ") for place in (1, 2, 3))
    assert before < of_roads < behind
    assert ROADS[texts.language].partition(":")[0] in text[of_roads:behind]


async def test_the_place_goes_on_from_the_line_before(person: TestUser, texts: Texts) -> None:
    await person.send("образование")
    assert told(await person.send("на каком месте?")).startswith(EDUCATION[texts.language])


async def test_a_place_is_shared_inline(person: TestUser, texts: Texts) -> None:
    answer = await person.ask_inline("на каком месте образование по расходам")
    assert getattr(answer.results[0], "title", "").replace("\xa0", " ").startswith(EDUCATION[texts.language])


async def test_pages_turn_from_the_one_of_the_line(asker: TestUser) -> None:
    def numbers(sent: Sent) -> list[int]:
        lines = told(sent).splitlines()
        return [int(line.partition(".")[0]) for line in lines if line.partition(". ")[0].isdecimal()]

    assert numbers(await asker.send("содержание дорог входит в тройку?")) == [
        *range(21, 31)
    ]  # three is no length
    assert numbers(await asker.press("▶")) == [*range(31, 41)]
    await asker.press("◀")
    assert numbers(await asker.press("◀")) == [*range(11, 21)]
