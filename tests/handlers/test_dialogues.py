"""What a message asks after an answer is asked of the line that was shown, unless it has one of its own."""

from __future__ import annotations

import pytest

from handlers.views.texts import Texts, load_texts
from parser.records import Language
from tests.harness.person import TestUser, text_of

EDUCATION = {Language.KK: "Білім беру", Language.RU: "Образование"}
LINE = "образование"


@pytest.mark.parametrize(
    ("message", "unheld"),
    [
        ("а кому?", "person"),
        ("кто получил?", "person"),
        ("ал кімге барады?", "person"),
        ("а когда начнут?", "time"),
        ("қашан басталады?", "time"),
        ("потратили уже?", "execution"),
        ("жұмсалды ма?", "execution"),
        ("а мне сколько?", "shared"),
        ("маған қанша тиеді?", "shared"),
        ("а директору сколько платят?", "pay"),
        ("онда қанша адам жұмыс істейді?", "count"),
    ],
)
async def test_what_no_plan_holds_is_said_and_the_line_before_offered(
    person: TestUser, texts: Texts, message: str, unheld: str
) -> None:
    await person.send(LINE)
    text = text_of(await person.send(message))
    assert text.startswith(texts.get(f"not-held-{unheld}"))
    assert f"1. {EDUCATION[texts.language]}" in text


@pytest.mark.parametrize(
    ("line", "decisions", "message"),
    [
        ("сколько долг города", "кто принял бюджет", "что изменилось"),
        ("школы", "какие решения загружены", "что изменилось"),
        ("мектеп", "қандай шешімдер бар", "не өзгерді"),
    ],
)
async def test_what_is_asked_behind_a_list_of_decisions_is_not_of_the_line_before_it(
    person: TestUser, line: str, decisions: str, message: str
) -> None:
    whole = text_of(await person.send(message))
    await person.send(line)
    await person.send(decisions)
    assert text_of(await person.send(message)) == whole


@pytest.mark.parametrize(
    ("line", "message"),
    [("школы", "когда вступает в силу решение 12-3"), ("мектеп", "12-3 шешімі қашан күшіне енеді")],
)
async def test_since_when_a_decision_is_in_force_is_told_behind_a_line(
    person: TestUser, line: str, message: str
) -> None:
    whole = text_of(await person.send(message))
    assert "№ 12-3" in whole
    await person.send(line)
    assert text_of(await person.send(message)) == whole


@pytest.mark.parametrize(
    "messages", [("что такое сальдо", "а субвенция?"), ("сальдо деген не", "ал субвенция ше")]
)
async def test_the_next_word_is_explained_too(person: TestUser, messages: tuple[str, str]) -> None:
    first = text_of(await person.send(messages[0]))
    second = text_of(await person.send(messages[1]))
    assert second.startswith("Субвенция")
    assert first != second


@pytest.mark.parametrize(
    ("message", "change"), [("сколько жителей", "на сколько выросло"), ("тұрғын саны қанша", "қанша өсті")]
)
async def test_behind_what_no_plan_holds_that_is_meant(
    person: TestUser, texts: Texts, message: str, change: str
) -> None:
    await person.send(LINE)
    told = text_of(await person.send(message))
    assert told.startswith(texts.get("not-held-count"))
    assert text_of(await person.send(change)) == told


@pytest.mark.parametrize(("thanks", "change"), [("спасибо", "на сколько выросло"), ("рахмет", "қанша өсті")])
async def test_small_talk_ends_no_subject(person: TestUser, thanks: str, change: str) -> None:
    await person.send(LINE)
    told = text_of(await person.send(change))
    await person.send(LINE)
    await person.send(thanks)
    assert text_of(await person.send(change)) == told


@pytest.mark.parametrize("message", ["какой код?", "откуда цифра?", "коды қандай?", "дереккөзі?"])
async def test_what_a_card_says_is_the_card(person: TestUser, message: str) -> None:
    card = text_of(await person.send(LINE))
    assert text_of(await person.send(message)) == card


@pytest.mark.parametrize(
    "message", ["на что больше всего?", "ең көбі неге?", "самая большая", "қайсысы үлкен?"]
)
async def test_the_largest_is_inside_the_line_before(person: TestUser, texts: Texts, message: str) -> None:
    await person.send(LINE)
    text = text_of(await person.send(message))
    assert text.startswith(texts.get("listing-largest", name=EDUCATION[texts.language]))


async def test_what_comes_in_is_not_spent(person: TestUser, texts: Texts) -> None:
    await person.send("доходы")
    assert text_of(await person.send("на что больше всего?")).startswith(
        texts.get("listing-largest-expenditure")
    )


@pytest.mark.parametrize("message", ["сколько без этого?", "а остальное?", "ал онсыз ше?", "қалғаны қанша?"])
async def test_all_but_the_line_before_is_computed(person: TestUser, texts: Texts, message: str) -> None:
    await person.send(LINE)
    text = text_of(await person.send(message))
    name = texts.get("section-expenditure")
    assert texts.get("remainder-part", name=EDUCATION[texts.language]) in text
    assert name in text.partition("\n")[0]


@pytest.mark.parametrize(
    ("message", "language"), [("а по-казахски?", Language.KK), ("ал орысша ше?", Language.RU)]
)
async def test_an_answer_may_be_asked_for_in_the_other_language(
    person: TestUser, message: str, language: Language
) -> None:
    await person.send(LINE)
    text = text_of(await person.send(message))
    assert text.startswith(EDUCATION[language])
    assert f"{load_texts(language).get('card-codes')} 04" in text


@pytest.mark.parametrize("message", ["подробнее", "неден тұрады", "на что больше всего?"])
async def test_of_a_line_with_nothing_inside_that_is_said(
    person: TestUser, texts: Texts, message: str
) -> None:
    card = text_of(await person.send("464 009"))
    text = text_of(await person.send(message))
    assert text.startswith(texts.get("listing-none"))
    assert card.partition("\n")[0] in text


@pytest.mark.parametrize("message", ["самая большая?", "ең қымбаты қайсы?", "какой самый дорогой?"])
async def test_of_single_things_no_decision_tells(person: TestUser, texts: Texts, message: str) -> None:
    await person.send("464 009")
    text = text_of(await person.send(message))
    assert text.startswith(texts.get("not-held-single"))
    assert "1\u00a0000\u00a0000" in text


@pytest.mark.parametrize(
    ("message", "answer", "key", "low"),
    [
        ("больше миллиарда", "beyond", "above", "1"),
        ("не меньше миллиарда", "within", "at-least", "1"),
        ("500 миллионнан асатын", "within", "above", "500"),
    ],
)
async def test_bounds_of_a_line_with_nothing_inside_are_those_of_its_amount(
    person: TestUser, texts: Texts, message: str, answer: str, key: str, low: str
) -> None:
    await person.send("464 009")
    told = text_of(await person.send(message)).partition("\n")[0]
    said, _, bounds = texts.get(f"listing-none-{answer}", bounds="@").partition("@")
    assert told.startswith(said + texts.get(f"bounds-{key}", low=low).partition(low)[0] + low)
    assert told.endswith(bounds)


@pytest.mark.parametrize("message", ["самое большое?", "ең үлкені?", "кому?", "ал кімге?", "когда?"])
async def test_what_a_decision_changed_tells_it(person: TestUser, message: str) -> None:
    changes = text_of(await person.send("что изменилось в апреле"))
    assert text_of(await person.send(message)) == changes


@pytest.mark.parametrize("message", ["больше миллиарда", "50 миллионнан аз"])
async def test_changes_are_not_picked_by_their_size(person: TestUser, texts: Texts, message: str) -> None:
    await person.send("что изменилось в апреле")
    assert text_of(await person.send(message)) == texts.get("missing-bounded-changes")


@pytest.mark.parametrize("message", ["а до этого?", "ал бұған дейін?", "с начала года?", "жыл басынан бері?"])
async def test_what_was_before_is_the_history(person: TestUser, texts: Texts, message: str) -> None:
    await person.send(LINE)
    assert texts.get("ledger-title") in text_of(await person.send(message))


@pytest.mark.parametrize("message", ["а в прошлом году?", "былтыр ше?"])
async def test_of_a_year_that_is_not_loaded_no_other_line_is_offered(
    person: TestUser, texts: Texts, message: str
) -> None:
    await person.send(LINE)
    text = text_of(await person.send(message))
    assert text.startswith(texts.get("missing-year", value="2012"))
    assert f"1. {EDUCATION[texts.language]}" in text
    assert "\n2. " not in text


@pytest.mark.parametrize("message", ["а когда?", "ал 2014 жылы?", "на сколько выросло?"])
async def test_after_what_is_not_found_the_line_before_it_is_not_meant(
    person: TestUser, message: str
) -> None:
    await person.send(LINE)
    await person.send("бгцдфжк")
    text = text_of(await person.send(message))
    assert "8\u00a0023" not in text


async def test_of_two_lines_both_are_offered(person: TestUser, texts: Texts) -> None:
    await person.send("образование, дороги")
    text = text_of(await person.send("а кому?"))
    assert text.startswith(texts.get("not-held-person"))
    assert "1. " in text
    assert "2. " in text


@pytest.mark.parametrize("message", ["а остальное?", "ал онсыз ше?"])
async def test_besides_a_total_there_is_nothing(person: TestUser, texts: Texts, message: str) -> None:
    await person.send("доходы")
    assert text_of(await person.send(message)) == texts.get("missing-no-rest")


@pytest.mark.parametrize("message", ["какому отделу добавили больше всего", "қай бөлімге ең көп қосылды"])
async def test_an_office_at_large_is_any_office(person: TestUser, message: str) -> None:
    alone = text_of(await person.send(message))
    await person.send("отдел образования")
    assert text_of(await person.send(message)) == alone
