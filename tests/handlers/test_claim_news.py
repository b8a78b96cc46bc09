"""Claims as news, deputies and citizens write them: many figures, rows of them, shares of lines, what no line has."""

from __future__ import annotations

import pytest

from handlers.views.texts import Texts
from tests.handlers.claiming import KK, RU, check, up_to
from tests.harness.person import TestUser

NEWEST = {"number": "21-3", "date": "11.12.2013"}


def rounded(texts: Texts, amount: str, **at: str) -> str:
    decision = texts.get("ledger-decision", **(at or NEWEST))
    return texts.get("claim-rounded-amount", at=decision, actual=f"{amount} {texts.get('unit-thousand')}")


async def test_all_figures_of_a_piece_of_news_are_compared(resident: TestUser, texts: Texts) -> None:
    text = await check(
        resident,
        texts,
        "Тараз қалалық мәслихаты бюджетті нақтылады. Кірістер 23,5 млрд теңгені, шығыстар 23,8 млрд теңгені құрады, "
        "тапшылық 281,4 млн теңге. Білім беруге 12,5 млрд, ТКШ-ға 7,1 млрд, мәдениетке 492,3 млн теңге бағытталды.",
        "Депутаты маслихата Тараза уточнили бюджет. Доходы составили 23,5 млрд тенге, расходы – 23,8 млрд, "
        "дефицит – 281,4 млн, на образование направлено 12,5 млрд, на ЖКХ – 7,1 млрд, на культуру – 492,3 млн тенге.",
    )
    for amount in ("23 504 613", "23 786 034", "−281 421", "12 523 223", "7 074 113", "492 332"):
        assert rounded(texts, amount) in text, amount
    assert up_to("numbers", texts, "claim-unread") not in text
    assert texts.get("claim-no-subject", said="").rpartition("»")[2] not in text


@pytest.mark.parametrize(
    ("kazakh", "russian"),
    [
        (
            "мектептер мен ТКШ-ға тиісінше 8,4 және 7,1 млрд бөлінді",
            "школам и ЖКХ выделили 8,4 и 7,1 млрд соответственно",
        ),
        ("мектептерге 8,4, ТКШ-ға 7,1 млрд бөлінді", "на школы 8,4, на ЖКХ 7,1 млрд"),
    ],
)
async def test_figures_in_a_row_are_each_of_their_own_line(
    resident: TestUser, texts: Texts, kazakh: str, russian: str
) -> None:
    text = await check(resident, texts, kazakh, russian)
    assert text.index(rounded(texts, "8 392 311")) < text.index(rounded(texts, "7 074 113"))
    assert texts.get("claim-together", names="") not in text


async def test_of_which_line_each_is_is_not_guessed(resident: TestUser, texts: Texts) -> None:
    text = await check(
        resident,
        texts,
        "мектептер мен ТКШ-ға 8,4, 7,1 және 1,6 млрд бөлінді",
        "школам и ЖКХ выделили 8,4, 7,1 и 1,6 млрд",
    )
    for said in ("8,4 млрд", "7,1 млрд", "1,6 млрд"):
        assert texts.get("claim-no-subject", said=said) in text


@pytest.mark.parametrize(
    ("kazakh", "russian", "whole", "actual"),
    [
        (
            "мектептер білім беру шығындарының 67 пайызын алады",
            "школы — 67 % расходов на образование",
            {KK: "Білім беру", RU: "Образование"},
            "67,0 %",
        ),
        (
            "білім беру шығындарының 67 %-ы мектептерге кетеді",
            "из расходов на образование 67 % идёт на школы",
            {KK: "Білім беру", RU: "Образование"},
            "67,0 %",
        ),
        (
            "салық түсімдері кірістің 22,6 %-ын құрайды",
            "налоговые поступления составляют 22,6 % доходов",
            {KK: "Кірістер", RU: "Доходы"},
            "22,6 %",
        ),
        (
            "трансферттер кірістің 73 %-ын құрайды",
            "трансферты составляют 73 % доходов",
            {KK: "Кірістер", RU: "Доходы"},
            "73,1 %",
        ),
    ],
)
async def test_a_share_is_beside_that_of_the_line_it_is_said_to_be_of(
    resident: TestUser, texts: Texts, kazakh: str, russian: str, whole: dict[str, str], actual: str
) -> None:
    text = await check(resident, texts, kazakh, russian)
    assert texts.get("claim-rounded-share", at=whole[texts.language], actual=actual) in text
    spending = texts.get("section-expenditure")
    assert up_to("actual", texts, "claim-none-share", at=spending, difference="") not in text


async def test_of_a_line_that_is_elsewhere_nothing_has_a_share(resident: TestUser, texts: Texts) -> None:
    text = await check(
        resident,
        texts,
        "мектептерге мәдениет шығындарының 67 %-ы кетеді",
        "школы — 67 % расходов на культуру",
    )
    words = {KK: "мәдениет шығындарының", RU: "расходов на культуру"}[texts.language]
    name = {KK: "Жалпы білім беру", RU: "Общеобразовательное обучение"}[texts.language]
    assert text.startswith(texts.get("claim-not-inside", said="67 %", words=words, name=name))


async def test_of_several_lines_none_is_told_to_be_the_one_elsewhere(
    resident: TestUser, texts: Texts
) -> None:
    text = await check(
        resident,
        texts,
        "жолдарға мәдениет шығындарының 67 %-ы кетеді",
        "дороги — 67 % расходов на культуру",
    )
    words = {KK: "мәдениет шығындарының", RU: "расходов на культуру"}[texts.language]
    assert text.startswith(texts.get("claim-none-inside", said="67 %", words=words))


@pytest.mark.parametrize(
    ("kazakh", "russian", "reason"),
    [
        ("бала жәрдемақысы 15 мың теңге", "пособие на ребёнка 15 тысяч тенге", "rate"),
        ("балабақшаларда 15 мың бала тәрбиеленеді", "в садики ходят 15 тысяч детей", "count"),
        ("айына мектептерге 700 млн кетеді", "в месяц на школы уходит 700 млн", "rate"),
        ("жер салығының мөлшерлемесі 10 %", "ставка земельного налога 10 %", "rate"),
        (
            "қаланың әр тұрғынына 70 мың теңгеден келеді",
            "на каждого жителя города по 70 тысяч тенге",
            "shared",
        ),
        ("мектептерге бөлінгеннің 50 %-ы игерілді", "из денег на школы освоено 50 %", "execution"),
    ],
)
async def test_what_no_line_has_is_beside_none(
    resident: TestUser, texts: Texts, kazakh: str, russian: str, reason: str
) -> None:
    text = await check(resident, texts, kazakh, russian)
    assert texts.get(f"not-held-{reason}") in text
    for key in ("claim-none-amount", "claim-none-share", "claim-words-share", "claim-unfound"):
        nearest = texts.get(key, at="\0", actual="\0", difference="\0", year="2013", said="\0", words="\0")
        told = max(nearest.split("\0"), key=len)
        assert told not in text, key


@pytest.mark.parametrize(
    ("kazakh", "russian", "said", "actual"),
    [
        (
            "білім беруге ТКШ-ға қарағанда 1,5 еседен астам көп",
            "на образование дают более чем в 1,5 раза больше, чем на ЖКХ",
            {KK: "1,5 еседен астам", RU: "более чем в 1,5 раза"},
            "1,8",
        ),
        (
            "шығыстар кірістен 200 млн-нан астам көп",
            "расходы превышают доходы более чем на 200 млн",
            {KK: "200 млн-нан астам", RU: "более чем на 200 млн"},
            "+281 421",
        ),
    ],
)
async def test_a_bound_of_how_much_more_is_a_bound(
    resident: TestUser, texts: Texts, kazakh: str, russian: str, said: dict[str, str], actual: str
) -> None:
    text = await check(resident, texts, kazakh, russian)
    assert texts.get("claim-said", said=said[texts.language]) in text
    at = texts.get("ledger-decision", **NEWEST)
    times = actual == "1,8"
    actual = (
        texts.get("comparison-times", times=actual) if times else f"{actual} {texts.get('unit-thousand')}"
    )
    assert (
        up_to("difference", texts, f"claim-named-{'times' if times else 'beside'}", at=at, actual=actual)
        in text
    )
    assert up_to("at", texts, "claim-none-times", actual="") not in text


async def test_one_line_exceeds_another(resident: TestUser, texts: Texts) -> None:
    text = await check(
        resident,
        texts,
        "шығыстар кірістерден 281 млн теңгеге асып түсті",
        "расходы превышают доходы на 281 млн",
    )
    at = texts.get("ledger-decision", **NEWEST)
    actual = f"+281 421 {texts.get('unit-thousand')}"
    assert texts.get("claim-rounded-beside", at=at, actual=actual) in text


async def test_what_it_is_only_more_than_says_nothing_of_its_edition(
    resident: TestUser, texts: Texts
) -> None:
    text = await check(
        resident,
        texts,
        "мектептерге 8,4 млрд бөлінді, бұл 2012 жылға қарағанда көп",
        "на школы дали 8,4 млрд, это больше, чем в 2012 году",
    )
    assert rounded(texts, "8 392 311") in text


async def test_an_edition_before_what_is_compared_is_the_base(resident: TestUser, texts: Texts) -> None:
    text = await check(
        resident,
        texts,
        "сәуірмен салыстырғанда білім беру 100 млн-нан астам өсті",
        "по сравнению с апрелем образование выросло более чем на 100 млн",
    )
    at = texts.get("claim-over-gap", span="№ 12-3 → № 21-3")
    actual = f"+240 875 {texts.get('unit-thousand')}"
    assert up_to("difference", texts, "claim-named-change", at=at, actual=actual) in text


@pytest.mark.parametrize(
    ("kazakh", "russian"),
    [
        ("мектептер 8,35-тен 8,39 млрд-қа өсті", "школы: 8,35 → 8,39 млрд"),
        (
            "бастапқыда мектептерге 8,35 млрд, қазір 8,39 млрд",
            "изначально было 8,35 млрд на школы, сейчас 8,39",
        ),
    ],
)
async def test_what_a_line_was_and_is_are_two_amounts(
    resident: TestUser, texts: Texts, kazakh: str, russian: str
) -> None:
    text = await check(resident, texts, kazakh, russian)
    assert rounded(texts, "8 345 766", number="10-3", date="14.12.2012") in text
    assert rounded(texts, "8 392 311") in text


async def test_the_official_sentence_of_a_decision(resident: TestUser, texts: Texts) -> None:
    text = await check(
        resident,
        texts,
        "бюджеттің кірістері 23 504 613 мың теңге, шығындар 23 786 034 мың теңге сомасында бекітілді",
        "Доходы бюджета утверждены в сумме 23 504 613 тыс. тенге, затраты – 23 786 034 тыс. тенге",
    )
    at = texts.get("ledger-decision", **NEWEST)
    for amount in ("23 504 613", "23 786 034"):
        assert texts.get("claim-exact-amount", at=at, actual=f"{amount} {texts.get('unit-thousand')}") in text


@pytest.mark.parametrize(
    ("kazakh", "russian", "actual"),
    [
        ("мүлік салығы үштен бірге өсті", "налог на имущество вырос на треть", "+32,7 %"),
        ("әлеуметтік көмек оннан бірге қысқарды", "соцпомощь урезали на десятую часть", "−10,4 %"),
    ],
)
async def test_a_growth_by_a_share_in_words(
    resident: TestUser, texts: Texts, kazakh: str, russian: str, actual: str
) -> None:
    text = await check(resident, texts, kazakh, russian)
    at = texts.get("claim-over-gap", span="№ 10-3 → № 21-3")
    assert up_to("difference", texts, "claim-named-change", at=at, actual=actual) in text


async def test_a_share_of_a_side_is_of_the_line_that_is_named_before(
    resident: TestUser, texts: Texts
) -> None:
    text = await check(
        resident,
        texts,
        "салық түсімдері 5,3 млрд, бұл кірістің бестен бірі",
        "налоговые поступления 5,3 млрд, это пятая часть доходов",
    )
    revenue = texts.get("section-revenue")
    assert up_to("difference", texts, "claim-words-share", at=revenue, actual="22,6 %") in text


async def test_who_says_it_is_no_line(resident: TestUser, texts: Texts) -> None:
    text = await check(
        resident,
        texts,
        "депутат: бюджеттің 60 пайызы білім беруге кетіп жатыр",
        "Депутат: 60 % бюджета уходит на образование!",
    )
    spending = texts.get("section-expenditure")
    assert up_to("difference", texts, "claim-none-share", at=spending, actual="52,6 %") in text


async def test_families_are_no_city(resident: TestUser, texts: Texts) -> None:
    text = await check(
        resident,
        texts,
        "аз қамтылған отбасыларға атаулы әлеуметтік көмекке 29,9 млн бөлінді",
        "на адресную помощь для малообеспеченных семей 29,9 млн",
    )
    assert rounded(texts, "29 912") in text
    assert "2020" not in text
