"""Claims that no line has as they are said: pay and shares of a person, and figures in other units than the table's."""

from __future__ import annotations

import pytest

from handlers.views.texts import Texts, load_texts
from parser.records import Language
from tests.harness.person import Sent, TestUser, text_of

KK, RU = Language.KK, Language.RU
SCHOOLS = {KK: "Жалпы білім беру", RU: "Общеобразовательное обучение"}


def shown(sent: Sent) -> str:
    return text_of(sent).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({KK: "тексер: депутаттардың жалақысы 500 мың", RU: "проверь: депутаты получают 500 тысяч"}, "pay"),
        ({KK: "тексер: әкімнің айлығы 500 мың", RU: "проверь: зарплата депутатов 500 тысяч"}, "pay"),
        ({KK: "тексер: мұғалімнің айлығы 300 мың", RU: "проверь: учителя получают 300 тысяч"}, "pay"),
        ({KK: "тексер: мұғалімдер 300 мың алады", RU: "проверь: депутаты зарабатывают 500 тысяч"}, "pay"),
        (
            {
                KK: "тексер: бір оқушыға 300 мың теңге бөлінеді",
                RU: "проверь: на одного ученика тратят 300 тысяч тенге",
            },
            "shared",
        ),
        (
            {KK: "тексер: № 8 мектепке 8,4 млн бөлінді", RU: "проверь: школа № 8 получила 8,4 млн"},
            "single",
        ),
        ({KK: "тексер: айыппұл 50 мың теңге", RU: "проверь: штраф 50 тысяч тенге"}, "rate"),
    ],
)
async def test_what_one_person_gets_is_beside_no_line(
    asker: TestUser, texts: Texts, said: dict[Language, str], reason: str
) -> None:
    text = shown(await asker.send(said[texts.language]))
    assert texts.get(f"not-held-{reason}") in text
    told = {texts.get("claim-part-lines", count=count) for count in (1, 2)}
    assert any(each in text for each in told)
    nearest = texts.get("claim-none-amount", at="\0", actual="", difference="", year="2013")
    assert nearest.partition("\0")[0] not in text
    assert asker.labels[-1] == texts.get("button-feedback")


async def test_a_claim_of_pay_alone_is_beside_nothing(asker: TestUser) -> None:
    russian = load_texts(RU)
    text = shown(await asker.send("проверь: зарплата 500 тысяч"))
    assert russian.get("card-source") not in text
    assert asker.labels == [russian.get("button-feedback")]


@pytest.mark.parametrize("amount", ["300 {}", "8,4 {}"])
async def test_nor_is_what_has_no_line_of_its_own(asker: TestUser, texts: Texts, amount: str) -> None:
    said = {
        KK: f"тексер: мектеп асханасына {amount.format('млрд')} бөлінді",
        RU: f"проверь: на столовую в школе дали {amount.format('млрд')}",
    }
    text = shown(await asker.send(said[texts.language]))
    assert texts.get("claim-part") in text
    assert "8 392 311" in text  # of the line that it may be paid out of
    assert "8 415 490" not in text  # which is beside nothing


async def test_a_tax_on_pay_is_a_line(asker: TestUser, texts: Texts) -> None:
    said = {KK: "тексер: жалақы салығы 1,9 млрд", RU: "проверь: налог с зарплаты 1,9 млрд"}
    text = shown(await asker.send(said[texts.language]))
    assert "1 901 989" in text
    assert texts.get("not-held-pay") not in text


@pytest.mark.parametrize(
    ("amount", "key"),
    [
        ("8 392 311 {tenge}", "claim-in-table-unit"),
        ("8,39 млн", "claim-thousand-more"),
        ("8 392 млрд", "claim-thousand-less"),
    ],
)
async def test_the_thousandfold_of_an_amount_is_told(
    asker: TestUser, texts: Texts, amount: str, key: str
) -> None:
    amount = amount.format(tenge={KK: "теңге", RU: "тенге"}[texts.language])
    said = {KK: f"тексер: мектептерге {amount} бөлінді", RU: f"проверь: на школы дали {amount}"}
    text = shown(await asker.send(said[texts.language]))
    unit = texts.get("unit-thousand")
    at = texts.get("ledger-decision", number="21-3", date="11.12.2013")
    assert texts.get(key, unit=unit, at=at, actual=f"8 392 311 {unit}") in text
    assert "• № " not in text  # from what was perhaps not meant, all differences would be beside the point
    assert text.startswith(SCHOOLS[texts.language])


@pytest.mark.parametrize("amount", ["8,4 млрд", "8 млн", "5 123 тыс."])
async def test_of_an_amount_that_is_there_or_is_like_none_nothing_more_is_told(
    asker: TestUser, texts: Texts, amount: str
) -> None:
    said = {KK: f"тексер: мектептерге {amount} бөлінді", RU: f"проверь: на школы дали {amount}"}
    text = shown(await asker.send(said[texts.language]))
    for key in ("in-table-unit", "thousand-more", "thousand-less"):
        assert (
            texts.get(f"claim-{key}", unit=texts.get("unit-thousand"), at="\0", actual="").partition("\0")[0]
            not in text
        )


async def test_a_change_in_another_clause_makes_no_change_of_what_was_given(
    asker: TestUser, texts: Texts
) -> None:
    said = {
        KK: "тексер: жалақы өсіп жатыр, мектептерге 8,4 млрд бөлінді",
        RU: "проверь: зарплаты растут, на школы дали 8,4 млрд",
    }
    text = shown(await asker.send(said[texts.language]))
    at = texts.get("ledger-decision", number="21-3", date="11.12.2013")
    unit = texts.get("unit-thousand")
    assert texts.get("claim-rounded-amount", at=at, actual=f"8 392 311 {unit}") in text


async def test_who_pays_for_what_no_budget_has_is_not_said_as_known(asker: TestUser, texts: Texts) -> None:
    text = shown(await asker.send({KK: "аурухана", RU: "больница"}[texts.language]))
    assert texts.get("line-lacking-branch", place="Тараз", year="2013") in text
    perhaps = {KK: "Мүмкін, бұған басқа деңгейдегі бюджет", RU: "Возможно, за это платит бюджет другого"}
    assert perhaps[texts.language] in text
