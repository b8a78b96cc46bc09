"""What is asked of the budget is answered as it was asked, in both languages, alone or after another message."""

from __future__ import annotations

import pytest

from handlers.views.texts import Texts, load_texts
from parser.records import Language
from tests.harness.person import TestUser, text_of
from tests.harness.world import World

EDUCATION = {Language.KK: "Білім беру", Language.RU: "Образование"}
SINCE = {"since": "10-3", "since_date": "14.12.2012"}
JULY = {"number": "15-3", "date": "12.07.2013"}
APRIL = {"number": "12-3", "date": "08.04.2013"}


@pytest.mark.parametrize(
    "question",
    [
        "білім беру өсті ме",
        "білім беру шығыны қысқартылды ма",
        "білім беруге не қосылды, не алынды",
        "рост образования",
        "что изменилось в образовании",
        "сколько сняли с образования",
        "динамика расходов на образование",
    ],
)
async def test_a_change_of_a_line_is_its_history(person: TestUser, texts: Texts, question: str) -> None:
    text = text_of(await person.send(question))
    # Where the sum did the contrary of what is asked, that is said first.
    assert f"📜 {texts.get('ledger-title')}\n{EDUCATION[texts.language]}" in text


@pytest.mark.parametrize(
    "question",
    [
        "бюджет нақтыланды, не қосылды",
        "соңғы шешім не өзгертті",
        "шілдеде не өзгерді",
        "на сколько вырос бюджет",
        "что урезал маслихат",
        "какие расходы выросли",
        "решение 15-3",
        "что за решение 15-3",
        "15-3 шешім",
        "июльское?",
        "последнее решение",
        "соңғы түзету",
        "что нового в бюджете",
        "последние изменения",
    ],
)
async def test_a_change_of_no_line_is_the_decision_s(person: TestUser, texts: Texts, question: str) -> None:
    assert text_of(await person.send(question)).startswith(texts.get("changes-title", **JULY))


@pytest.mark.parametrize(
    ("question", "direction", "name"),
    [
        ("какие расходы выросли", "rises", "expenditure"),
        ("қандай шығындар көбейді", "rises", "expenditure"),
        ("какие доходы упали в июле", "none-cuts", "revenue"),
    ],
)
async def test_which_lines_changed_is_a_list_of_those_inside_in_that_direction(
    person: TestUser, texts: Texts, question: str, direction: str, name: str
) -> None:
    text = text_of(await person.send(question))
    assert text.startswith(texts.get("changes-title", **JULY))
    assert f"• {texts.get(f'section-{name}')}: " in text
    assert texts.get(f"changes-inside-{direction}") in text
    others = {"rises": "cuts", "cuts": "rises", "none-cuts": "rises"}[direction]
    assert texts.get(f"changes-inside-{others}") not in text


@pytest.mark.parametrize("question", ["қандай кірістер кеміді", "какие доходы упали"])
async def test_where_the_newest_decision_changed_none_all_of_the_year_are_told(
    person: TestUser, texts: Texts, question: str
) -> None:
    text = text_of(await person.send(question))
    assert text.startswith(texts.get("changes-none-newest"))
    assert texts.get("changes-title-together", **SINCE, **JULY) in text
    assert texts.get("changes-inside-none-cuts") in text


@pytest.mark.parametrize("question", ["что изменилось с начала года", "жыл басынан бері не өзгерді"])
async def test_since_the_beginning_of_the_year_all_decisions_are_together(
    person: TestUser, texts: Texts, question: str
) -> None:
    text = text_of(await person.send(question))
    assert text.startswith(texts.get("changes-title-together", **SINCE, **JULY))
    assert "№ 13-3" in text  # is among them, and not loaded
    assert texts.get("changes-adopted") not in text
    adopted = text_of(await person.send("первое решение"))
    assert texts.get("changes-adopted") in adopted


@pytest.mark.parametrize("question", ["что урезали в апреле", "сәуірде нені қысқартты"])
async def test_cuts_come_first_where_they_are_asked_for(
    person: TestUser, texts: Texts, question: str
) -> None:
    """And a month of its own is the decision's, right after another line too."""
    await person.send("образование")
    text = text_of(await person.send(question))
    assert text.startswith(texts.get("changes-title", **APRIL))
    section = texts.get("section-expenditure")
    assert text.index(texts.get("changes-cuts", section=section)) < text.index(
        texts.get("changes-rises", section=section)
    )


@pytest.mark.parametrize(
    ("question", "way", "other"),
    [
        ("новые строки в апреле", "added", "removed"),
        ("сәуірде қандай жаңа баптар қосылды", "added", "removed"),
        ("какие строки убрали в апреле", "removed", "added"),
        ("сәуірде қандай бап алып тасталды", "removed", "added"),
    ],
)
async def test_new_and_removed_lines_stand_alone(
    person: TestUser, texts: Texts, question: str, way: str, other: str
) -> None:
    text = text_of(await person.send(question))
    section = texts.get("section-expenditure")
    assert texts.get(f"changes-{way}", section=section) in text
    for key in (other, "rises", "cuts"):
        assert texts.get(f"changes-{key}", section=section) not in text


@pytest.mark.parametrize("question", ["что изменилось в августе", "тамызда не өзгерді"])
async def test_a_month_without_a_decision_is_said(person: TestUser, texts: Texts, question: str) -> None:
    text = text_of(await person.send(question))
    assert text.startswith(texts.get("decisions-without-time"))


@pytest.mark.parametrize(
    ("question", "section"),
    [
        ("сколько тратит город", "expenditure"),
        ("куда уходят деньги", "expenditure"),
        ("ақша қайда кетеді", "expenditure"),
    ],
)
async def test_money_at_large_is_a_total(person: TestUser, texts: Texts, question: str, section: str) -> None:
    assert text_of(await person.send(question)).startswith(texts.get(f"section-{section}"))


@pytest.mark.parametrize("question", ["откуда деньги", "ақша қайдан", "откуда берутся доходы"])
async def test_where_money_comes_from_is_what_revenue_is_made_of(
    person: TestUser, texts: Texts, question: str
) -> None:
    name = texts.get("section-revenue")
    assert text_of(await person.send(question)).startswith(texts.get("listing-all", name=name))


@pytest.mark.parametrize(
    "question",
    [
        "қай салаға ең көп",
        "ақша неге көп жұмсалады",
        "самые большие статьи бюджета",
        "на что город тратит больше всего",
        "куда уходит львиная доля",
        "негізгі шығындар",
        "топ расходов",
    ],
)
async def test_words_for_any_line_name_none(person: TestUser, texts: Texts, question: str) -> None:
    text = text_of(await person.send(question))
    assert text.startswith(texts.get("listing-largest-expenditure"))
    assert person.labels[0].startswith(f"1. {EDUCATION[texts.language]}")


async def test_money_beside_a_line_belongs_to_it(person: TestUser, texts: Texts) -> None:
    text = text_of(await person.send("самые дорогие расходы образования"))
    assert text.startswith(texts.get("listing-largest", name=EDUCATION[texts.language]))


@pytest.mark.parametrize("message", ["на сколько выросло?", "қанша өсті", "почему?", "а неге?", "история"])
async def test_a_change_after_a_line_is_of_that_line(person: TestUser, texts: Texts, message: str) -> None:
    await person.send("образование")
    text = text_of(await person.send(message))
    assert f"📜 {texts.get('ledger-title')}\n{EDUCATION[texts.language]}" in text


@pytest.mark.parametrize("message", ["неден тұрады", "толығырақ", "подробнее", "из чего складывается"])
async def test_what_a_line_consists_of_is_asked_after_it(
    person: TestUser, texts: Texts, message: str
) -> None:
    await person.send("образование")
    text = text_of(await person.send(message))
    assert text.startswith(texts.get("listing-all", name=EDUCATION[texts.language]))


@pytest.mark.parametrize("message", ["а выше?", "ал жоғары?"])
async def test_what_a_line_stands_in_is_asked_after_it(person: TestUser, texts: Texts, message: str) -> None:
    await person.send("образование")
    assert text_of(await person.send(message)).startswith(texts.get("section-expenditure"))


async def test_a_name_that_seems_to_ask_is_a_name(person: TestUser, texts: Texts) -> None:
    """«Прочие» have it: «… немесе ұлғайту», «… или увеличение уставного капитала …»."""
    text = text_of(await person.send("увеличение уставного капитала"))
    assert texts.get("ledger-title") not in text


HOW_MUCH_MORE = {Language.KK: "қаншаға өсті?", Language.RU: "на сколько выросло?"}


async def test_a_follow_up_is_answered_in_the_language_of_its_own_words(world: World) -> None:
    person = world.person("en")
    for asked, other in ((Language.KK, Language.RU), (Language.RU, Language.KK)):
        await person.send(EDUCATION[asked])
        assert load_texts(other).get("ledger-title") in text_of(await person.send(HOW_MUCH_MORE[other]))


async def test_what_goes_on_from_nothing_says_what_it_lacks(person: TestUser, texts: Texts) -> None:
    for text in ("а в 2014 году?", "ал былтыр?"):
        assert texts.get("missing-context") in text_of(await person.send(text))


async def test_the_next_lines_are_shown_until_there_are_no_more(person: TestUser, texts: Texts) -> None:
    listed = {Language.KK: "1 теңгеден көп бағдарламалар", Language.RU: "программы больше 1 тенге"}
    shown = [text_of(await person.send(listed[texts.language]))]
    further = {Language.KK: "тағы", Language.RU: "ещё"}[texts.language]
    while shown[-1] != texts.get("missing-more"):
        shown.append(text_of(await person.send(further)))
        assert len(set(shown)) == len(shown)
    assert len(shown) > 2


async def test_the_reason_of_a_change_is_said_not_to_be_told(person: TestUser, texts: Texts) -> None:
    asked = {Language.KK: "білім беру неге өсті", Language.RU: "почему выросло образование"}[texts.language]
    assert texts.get("not-held-reason") in text_of(await person.send(asked))
    await person.send(EDUCATION[texts.language])
    why = {Language.KK: "неліктен?", Language.RU: "почему?"}[texts.language]
    assert texts.get("not-held-reason") in text_of(await person.send(why))


@pytest.mark.parametrize(
    ("question", "unread"),
    [
        ("июльским решением кого осчастливили", "осчастливили"),
        ("шілде шешімі кімді қуантты", "қуантты"),
        ("в июльском решении бюджет вырос по-богатырски", "богатырски"),
    ],
)
async def test_of_a_decision_what_it_changed_is_told_and_the_word_that_no_line_has(
    person: TestUser, texts: Texts, question: str, unread: str
) -> None:
    text = text_of(await person.send(question))
    assert texts.get("changes-title", **JULY) in text
    assert unread in text.split("\n")[0]


@pytest.mark.parametrize("question", ["июль, что урезано", "чем июльский бюджет отличается от апрельского"])
async def test_a_month_stands_alone_or_is_an_adjective(person: TestUser, texts: Texts, question: str) -> None:
    text = text_of(await person.send(question))
    assert JULY["number"] in text
