"""Claims as reports of a session put them: who decided and when, what was approved, a figure said twice, a slip of units."""

from __future__ import annotations

import pytest

from handlers.views.texts import Texts, load_texts
from parser.question.denied_times import drop_denied_times
from tests.handlers.claiming import KK, RU, check, up_to
from tests.harness.person import TestUser

SCHOOLS = {KK: "Жалпы білім беру", RU: "Общеобразовательное обучение"}
LIGHT = {KK: "Елді мекендердегі көшелерді жарықтандыру", RU: "Освещение улиц в населенных пунктах"}
NEWEST = {"number": "21-3", "date": "11.12.2013"}


def at(texts: Texts, number: str, date: str) -> str:
    return texts.get("ledger-decision", number=number, date=date)


@pytest.mark.parametrize(
    ("kazakh", "russian"),
    [
        (
            "Мәслихат депутаттары мектептерге 8,4 млрд теңге бөлуді мақұлдады",
            "Депутаты на очередной сессии маслихата одобрили выделение 8,4 млрд тенге на школы",
        ),
        (
            "Мәслихаттың кезекті сессиясында мектептерге 8,4 млрд теңге көлемінде қаржы бекітілді",
            "На внеочередной сессии на школы утвердили 8,4 млрд тенге",
        ),
        (
            "Әкімдік мектептерге 8,4 млрд теңге жұмсауды жоспарлап отыр",
            "На пленарном заседании школам утвердили 8,4 млрд тенге",
        ),
    ],
)
async def test_who_approved_it_and_at_what_session_names_no_line(
    asker: TestUser, texts: Texts, kazakh: str, russian: str
) -> None:
    text = await check(asker, texts, kazakh, russian)
    assert text.startswith(SCHOOLS[texts.language])
    actual = f"8 392 311 {texts.get('unit-thousand')}"
    assert texts.get("claim-rounded-amount", at=at(texts, **NEWEST), actual=actual) in text
    assert texts.get("not-held-state") not in text


async def test_a_month_that_is_denied_is_not_the_one_that_is_meant(asker: TestUser, texts: Texts) -> None:
    text = await check(
        asker,
        texts,
        "көше жарығына 250 млн теңге шілдеде емес, қыркүйекте бөлінді",
        "на освещение улиц 250 млн тенге выделили не в июле, а в сентябре",
    )
    assert text.startswith(LIGHT[texts.language])
    actual = f"250 000 {texts.get('unit-thousand')}"
    assert texts.get("claim-exact-amount", at=at(texts, "18-3", "04.09.2013"), actual=actual) in text


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("не в 2012, а в 2013 году", "в 2013 году"),
        ("в декабре, а не в октябре", "в декабре"),
        ("желтоқсанда, қазанда емес", "желтоқсанда"),
        ("в 2014, а не в 2013 спорт получил 8 млрд", "в 2014 спорт получил 8 млрд"),
        ("в декабре, а не в октябре 2013 налог", "в декабре налог"),
        ("2014-те, 2013-те емес", "2014-те"),
        ("не с апреля по май", "не с апреля по май"),
        ("не в октябре", "не в октябре"),
        ("қазанда емес", "қазанда емес"),
        ("не на 250 млн, а на 300 млн", "не на 250 млн, а на 300 млн"),
    ],
)
def test_only_a_time_that_stands_for_another_is_left_out(said: str, left: str) -> None:
    assert drop_denied_times(said) == left


@pytest.mark.parametrize(("said", "is_told"), [("8,4", True), ("8", False)])
async def test_a_slip_of_a_thousand_is_told_where_two_digits_are_said(
    asker: TestUser, texts: Texts, said: str, is_told: bool
) -> None:
    text = await check(
        asker, texts, f"мектептерге {said} млн теңге бөлінді", f"на школы заложили {said} млн тенге"
    )
    actual = f"8 392 311 {texts.get('unit-thousand')}"
    hint = texts.get("claim-thousand-more", at="№ 21-3 от 11.12.2013", actual=actual)
    assert (hint.partition(",")[0] in text) is is_told


@pytest.mark.parametrize(
    ("kazakh", "russian"),
    [
        ("Таразда метро салуға 1,6 млрд теңге бөлінеді", "На строительство метро направят 1,6 млрд тенге"),
        ("троллейбустарға 1,6 млрд теңге бөлінді", "на трамвай выделили 1,6 млрд тенге"),
    ],
)
async def test_what_the_budget_has_not_is_not_compared_with_its_branch(
    asker: TestUser, texts: Texts, kazakh: str, russian: str
) -> None:
    text = await check(asker, texts, kazakh, russian)
    assert "1 622 445" not in text


async def test_a_share_that_is_said_again_in_brackets_is_the_same_one(asker: TestUser, texts: Texts) -> None:
    text = await check(
        asker,
        texts,
        "Қала бюджетінің жартысынан көбі (52,6 пайызы) білім саласына жұмсалады",
        "Больше половины бюджета города (52,6 %) уходит на образование",
    )
    assert text.count({KK: "Білім беру", RU: "Образование"}[texts.language] + "\n") == 2


@pytest.mark.parametrize(
    ("kazakh", "russian", "amount"),
    [
        ("қала бюджетінің тапшылығы 281,4 млн", "дефицит городского бюджета 281,4 млн", "−281 421"),
        ("қалалық бюджеттің шығыстары 23,8 млрд", "расходы бюджета города 23,8 млрд", "23 786 034"),
        ("қала бюджетінің кірістері 23,5 млрд", "доходы городского бюджета 23,5 млрд", "23 504 613"),
    ],
)
async def test_whose_budget_it_is_makes_no_total_doubtful(
    asker: TestUser, texts: Texts, kazakh: str, russian: str, amount: str
) -> None:
    text = await check(asker, texts, kazakh, russian)
    assert not text.startswith(up_to("said", texts, "claim-said"))
    assert amount in text


@pytest.mark.parametrize(
    ("kazakh", "russian", "actual"),
    [
        ("балабақшаларға 2,6 млрд", "на садики 2,6 млрд", "2 560 940"),
        ("балабақшаларға 2,5 млрд", "на садики 2,5 млрд", "2 453 782"),  # in earlier decisions
        ("жолға 1,6 млрд теңге", "на дороги 1,6 млрд", "1 622 445"),
    ],
)
async def test_lines_that_one_word_means_are_compared_together_too(
    asker: TestUser, texts: Texts, kazakh: str, russian: str, actual: str
) -> None:
    text = await check(asker, texts, kazakh, russian)
    assert text.startswith(texts.get("claim-unsure-together"))
    assert texts.get("claim-together", names="\0").partition("\0")[0] in text
    assert actual in text


async def test_one_of_them_that_agrees_stands_alone(asker: TestUser, texts: Texts) -> None:
    text = await check(asker, texts, "балабақшаларға 1,9 млрд", "на садики 1,9 млрд")
    assert texts.get("claim-unsure-together") not in text


@pytest.mark.parametrize("said", ["1,2 млрд артық", "1,2 млрд теңге артық", "1,2 млрд теңгеге көп"])
async def test_so_much_more_in_kazakh_is_a_change(asker: TestUser, said: str) -> None:
    texts = load_texts(KK)
    text = await check(asker, texts, f"2014 жылы мектепке {said} бөлінеді", "")
    actual = f"+1 215 259 {texts.get('unit-thousand')}"
    assert texts.get("claim-rounded-change", at="2013 → 2014", actual=actual) in text
    text = await check(asker, texts, "мектепке 8,4 млрд, артық емес", "")
    assert "8 392 311" in text
