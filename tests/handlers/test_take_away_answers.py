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


async def test_an_office_over_several_groups_stands_in_no_row_of_one(
    person: TestUser, language: Language, texts: Texts
) -> None:
    text = text_of(await person.send({Language.KK: "бөлімдер", Language.RU: "отделы"}[language]))
    taken = await take(person, texts)
    said = {row[texts.get("table-code")]: row for row in taken.rows}
    assert texts.get("listing-groups", count=2) in text
    row = said["458"]
    assert row[texts.get("table-remark")] == texts.get("listing-groups", count=2)
    assert row[texts.get("table-row")] == row[texts.get("table-path")] == ""
    assert all(row[texts.get("table-row")] for code, row in said.items() if " · " in code)


SINCE = {
    Language.KK: "№ 10-3 шешімінен № 15-3 шешіміне дейін не өзгерді",
    Language.RU: "что изменилось с № 10-3 по № 15-3",
}


@pytest.mark.parametrize("way", [[], ["▲"], ["⇄"], ["⇄", "1"], ["⇄", "1", "⇄", "↩"]])
async def test_what_several_decisions_changed_is_taken_away_from_each_page(
    person: TestUser, language: Language, texts: Texts, way: list[str]
) -> None:
    page = text_of(await person.send(SINCE[language]))
    for label in way:
        page = text_of(await person.press(label))
    between = {"since": "10-3", "since_date": "14.12.2012", "number": "15-3", "date": "12.07.2013"}
    title = texts.get("changes-title-together", **between)
    assert page.startswith(title)
    taken = await take(person, texts)
    assert taken.name == "taraz-2013-15-3-since-10-3-changes.csv"
    lamps = taken.find("expenditure/07/458/015")
    told = [lamps[texts.get(f"table-{name}")] for name in ("old", "new", "before")]
    assert told == ["242000000", "700000000", "№ 10-3"]
    assert person.message is not None
    assert (person.message.caption or "").startswith(title)
    chosen = person.message.reply_to_message
    back = next(button for button in buttons_of(chosen) if button.text == texts.get("button-back-table"))
    assert text_of(await person.press_data(back.callback_data or "", message=chosen)) == page
