"""What an answer shows and computes of several lines, taken away as a file."""

from __future__ import annotations

import pytest

from handlers.views.texts import Texts
from parser.records import Language
from tests.handlers.taking import AMOUNT, buttons_of, take
from tests.harness.person import TestUser, text_of

ASKED = {
    "largest": {Language.KK: "ең ірі шығындар", Language.RU: "самые большие расходы"},
    "bounded": {Language.KK: "50 млн-нан қымбат бағдарламалар", Language.RU: "программы дороже 50 млн"},
    "across": {Language.KK: "458", Language.RU: "458"},
}


@pytest.mark.parametrize("kind", ASKED)
async def test_an_answer_is_whole(person: TestUser, language: Language, texts: Texts, kind: str) -> None:
    text = text_of(await person.send(ASKED[kind][language]))
    taken = await take(person, texts)
    assert taken.name.startswith("taraz-2013-15-3-")
    amounts = [int(cell) for cell in taken.column(AMOUNT)]
    if kind == "largest":
        assert amounts[1:] == sorted(amounts[1:], reverse=True)
        assert sum(amounts[1:]) == amounts[0]
    else:  # the sum that the message tells comes last, and says that it is computed
        lines = amounts[1:-1] if kind == "bounded" else amounts[:-1]
        assert sum(lines) == amounts[-1]
        assert f"{amounts[-1] // 1000:,}".replace(",", "\u00a0") in text
        assert taken.column("remark")[-1] == texts.get("table-computed")
        assert len(lines) > 5 or kind == "across"
    chosen = person.message.reply_to_message if person.message else None
    back = next(button for button in buttons_of(chosen) if button.text == texts.get("button-back-answer"))
    assert text_of(await person.press_data(back.callback_data or "", message=chosen)) == text


COMPUTED: dict[str, dict[Language, str]] = {
    "comparison": {
        Language.KK: "білім беру мен көшелерді жарықтандыруды салыстыр",
        Language.RU: "сравни образование и освещение улиц",
    },
    "sum": {
        Language.KK: "білім беру мен көшелерді жарықтандыру барлығы бірге қанша",
        Language.RU: "образование и освещение улиц вместе",
    },
    "years": {Language.KK: "білім беру 2013 және 2014", Language.RU: "образование 2013 и 2014"},
    "remainder": {
        Language.KK: "мектеп салусыз білім беру",
        Language.RU: "образование без строительства школ",
    },
    "by-edition": {
        Language.KK: "білім беру мен көшелерді жарықтандыру бірге 2013 және 2014",
        Language.RU: "образование и освещение улиц вместе в 2013 и 2014",
    },
}


@pytest.mark.parametrize("kind", COMPUTED)
async def test_what_is_computed_of_lines_is_taken_away_with_them(
    person: TestUser, language: Language, texts: Texts, kind: str
) -> None:
    text = text_of(await person.send(COMPUTED[kind][language]))
    taken = await take(person, texts)
    amounts = [int(cell) for cell in taken.column(AMOUNT) if cell]
    remarks = taken.column("remark")
    computed = [amount for amount, said in zip(amounts, remarks, strict=False) if said == remarks[-1]]
    if kind == "years":  # no sum is asked for
        assert len(amounts) == 2
        return
    expected = {
        "comparison": [abs(amounts[0] - amounts[1])],
        "sum": [amounts[0] + amounts[1]],
        "remainder": [amounts[0] - amounts[1]],
        "by-edition": [sum(amounts[:2]), sum(amounts[2:4])],
    }[kind]
    assert computed == expected
    assert f"{expected[0] // 1000:,}".replace(",", "\u00a0") in text
    assert remarks[-1] == texts.get("table-computed")
    chosen = person.message.reply_to_message if person.message else None
    back = next(button for button in buttons_of(chosen) if button.text == texts.get("button-back-answer"))
    assert text_of(await person.press_data(back.callback_data or "", message=chosen)) == text


async def test_what_each_decision_left_an_office(person: TestUser, texts: Texts) -> None:
    await person.send("458")
    await person.press(texts.get("button-ledger"))
    shown = person.message and person.message.text
    await person.press(texts.get("button-table"))
    assert text_of(await person.press(texts.get("button-back-table"))) == shown
    taken = await take(person, texts)
    assert taken.name == "taraz-2013-458-history.csv"
    assert taken.column("decision") == ["№ 10-3", "№ 12-3", "№ 13-3", "№ 15-3"]
    amounts = taken.column(AMOUNT)
    assert amounts[2] == ""
    assert taken.column("delta")[1] == str(int(amounts[1]) - int(amounts[0]))
    said = taken.column("remark")
    assert said[2] == texts.get("ledger-unloaded")
    assert texts.get("table-computed") in said[3]
