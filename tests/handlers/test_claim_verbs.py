"""What was done with money, as claims say it: in all tenses, in slang, in words that nothing reads, and not at all."""

from __future__ import annotations

import pytest

from handlers.views.texts import Texts
from tests.handlers.claiming import KK, RU, check
from tests.harness.person import TestUser

SCHOOLS = {KK: "Жалпы білім беру", RU: "Общеобразовательное обучение"}
LIGHTING = {KK: "Елді мекендердегі көшелерді жарықтандыру", RU: "Освещение улиц в населенных пунктах"}
NEWEST = {"number": "21-3", "date": "11.12.2013"}


def rounded(texts: Texts, amount: str) -> str:
    decision = texts.get("ledger-decision", **NEWEST)
    return texts.get("claim-rounded-amount", at=decision, actual=f"{amount} {texts.get('unit-thousand')}")


def tells_of_a_verb(text: str, texts: Texts) -> bool:
    """Whether a verb is said not to be understood."""
    before, _, after = texts.get("claim-verb-amount", words="\0").partition("\0")
    return max(before, after, key=len) in text


@pytest.mark.parametrize(
    ("kazakh", "russian"),
    [
        ("мектептерге 8,4 млрд беріледі", "на школы выделят 8,4 млрд"),
        ("мектептерге 8,4 млрд құйды", "школам полагалось 8,4 млрд"),
        ("мектептер 8,4 млрд жұтты", "школам отвалили 8,4 млрд"),
        ("мектептерге 8,4 млрд аударылмақ", "школам причиталось 8,4 млрд"),
    ],
)
async def test_what_is_given_is_an_amount_however_it_is_said(
    asker: TestUser, texts: Texts, kazakh: str, russian: str
) -> None:
    text = await check(asker, texts, kazakh, russian)
    assert text.startswith(SCHOOLS[texts.language])
    assert rounded(texts, "8 392 311") in text
    assert not tells_of_a_verb(text, texts)


async def test_a_verb_that_nothing_reads_is_told_and_makes_no_part_of_a_line(
    asker: TestUser, texts: Texts
) -> None:
    text = await check(asker, texts, "мектептерге 8,4 млрд шөкті", "школам забашляли 8,4 млрд")
    verb = {KK: "«шөкті»", RU: "«забашляли»"}[texts.language]
    assert text.startswith(SCHOOLS[texts.language])
    assert rounded(texts, "8 392 311") in text
    assert texts.get("claim-verb-amount", words=verb) in text
    assert texts.get("claim-part") not in text


async def test_by_how_much_beside_such_a_verb_is_a_change(asker: TestUser, texts: Texts) -> None:
    text = await check(asker, texts, "көше жарығы 37 млн-ға дүркіреді", "освещение улиц чикнут на 37 млн")
    verb = {KK: "«дүркіреді»", RU: "«чикнут»"}[texts.language]
    assert text.startswith(LIGHTING[texts.language])
    assert f"+37 000 {texts.get('unit-thousand')}" in text
    assert texts.get("claim-verb-change", words=verb) in text


async def test_a_noun_that_ends_like_a_verb_stays_what_is_paid_for(asker: TestUser, texts: Texts) -> None:
    text = await check(
        asker, texts, "әкімдіктің автокөлігіне 50 млн бөлінді", "на новые автомобили акимата 50 млн"
    )
    assert "50 000" not in text
    assert not tells_of_a_verb(text, texts)


@pytest.mark.parametrize(
    ("kazakh", "russian"),
    [
        ("мектептен 51 млн алынады", "у школ срежут 51 млн"),
        ("мектепті 51 млн-ға қысқартпақ", "школы урежут на 51 млн"),
        ("12-3 шешімі мектептен 51 млн алды", "решением 12-3 у школ забрали 51 млн"),
        ("мектептен 51 млн алып тасталады", "у школ хотят отнять 51 млн"),
    ],
)
async def test_what_is_cut_in_any_tense_is_a_change(
    asker: TestUser, texts: Texts, kazakh: str, russian: str
) -> None:
    text = await check(asker, texts, kazakh, russian)
    assert text.startswith(SCHOOLS[texts.language])
    span, actual = "№ 10-3 → № 12-3", f"−51 000 {texts.get('unit-thousand')}"
    assert texts.get("claim-exact-change", at=span, actual=actual) in text


@pytest.mark.parametrize(
    ("kazakh", "russian", "said"),
    [
        (
            "мектепке бір тиын да бермеді",
            "на школы не дали ни копейки",
            {KK: "бір тиын да", RU: "ни копейки"},
        ),
        ("мектепке ештеңе бөлінбеді", "на школы ничего не выделили", {KK: "ештеңе", RU: "ничего"}),
        (
            "мектепке бір теңге де бөлінген жоқ",
            "школам не дали ни тенге",
            {KK: "бір теңге де", RU: "ни тенге"},
        ),
    ],
)
async def test_nothing_is_an_amount_too(
    asker: TestUser, texts: Texts, kazakh: str, russian: str, said: dict[str, str]
) -> None:
    text = await check(asker, texts, kazakh, russian)
    assert text.startswith(SCHOOLS[texts.language])
    assert texts.get("claim-said", said=said[texts.language]) in text
    amount = f"8 392 311 {texts.get('unit-thousand')}"
    told = texts.get(
        "claim-named-amount",
        at=texts.get("ledger-decision", **NEWEST),
        actual=amount,
        difference=texts.get("claim-more", amount=amount),
    )
    assert told in text


async def test_that_nothing_was_added_is_a_change_of_nothing(asker: TestUser, texts: Texts) -> None:
    text = await check(asker, texts, "мектепке бір теңге де қосылған жоқ", "школам не добавили ни тенге")
    actual = f"0 {texts.get('unit-thousand')}"
    assert texts.get("claim-exact-change", at="№ 20-3 → № 21-3", actual=actual) in text


async def test_a_line_that_came_is_told_to_be_new(asker: TestUser, texts: Texts) -> None:
    text = await check(
        asker,
        texts,
        "мәслихат жарғылық капиталға 35,7 млн теңге қосты",
        "маслихат № 21-3 добавил 35,7 млн тенге в уставный капитал, 5 депутатов были против",
    )
    span = texts.get("claim-came", span="№ 20-3 → № 21-3")
    actual = f"+35 680 {texts.get('unit-thousand')}"
    assert texts.get("claim-rounded-change", at=span, actual=actual) in text
    assert texts.get("claim-no-change") not in text


@pytest.mark.parametrize(
    ("kazakh", "russian"),
    [
        ("Мәслихат бюджетті 21,4 млн теңгеге көбейтті", "Маслихат увеличил бюджет на 21,4 млн тенге"),
        (
            "Тараз қаласының әкімдігі бюджетті 21,4 млн теңгеге ұлғайтты",
            "На сессии маслихата депутаты увеличили бюджет на 21,4 млн тенге",
        ),
        ("21-3 шешіммен 21,4 млн теңге қосылды", "Решение № 21-3 добавило 21,4 млн тенге"),
    ],
)
async def test_who_decides_is_no_line(asker: TestUser, texts: Texts, kazakh: str, russian: str) -> None:
    text = await check(asker, texts, kazakh, russian)
    actual = f"+21 416 {texts.get('unit-thousand')}"
    told = texts.get("claim-rounded-change", at="№ 20-3 → № 21-3", actual=actual)
    assert text.count(told) == 2, "of revenue and of expenditure"


@pytest.mark.parametrize(
    ("kazakh", "russian"),
    [
        ("мәслихат 2,6 млн теңгеге өсті", "маслихат подорожал на 2,6 млн"),
        ("мәслихатқа 2,6 млн қосылды", "маслихату добавили 2,6 млн"),
    ],
)
async def test_what_the_council_itself_has_is_its_line(
    asker: TestUser, texts: Texts, kazakh: str, russian: str
) -> None:
    text = await check(asker, texts, kazakh, russian)
    assert text.startswith({KK: "Мәслихат аппараты", RU: "Аппарат маслихата"}[texts.language])
    assert f"+2 626 {texts.get('unit-thousand')}" in text


async def test_what_somebody_gives_to_nobody_is_of_nothing(asker: TestUser, texts: Texts) -> None:
    text = await check(asker, texts, "әкімдік 2 млрд бөлді", "акимат выделил 2 млрд")
    assert texts.get("claim-no-subject", said="2 млрд") in text
