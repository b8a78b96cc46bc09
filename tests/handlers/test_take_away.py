"""What one looks at, taken away as a file: the same figures as in the message, all of them, with their sources."""

from __future__ import annotations

import re

from handlers.views.texts import Texts
from tests.handlers.taking import AMOUNT, open_line, take
from tests.harness.budget import opens
from tests.harness.person import TestUser, text_of


async def test_a_card_with_all_below_and_above_it(person: TestUser, texts: Texts) -> None:
    await open_line(person, opens("expenditure/04"))
    taken = await take(person, texts)
    assert taken.name == "taraz-2013-15-3-04.csv"
    # An office that is printed in two blocks has two rows, each with its own amount and source.
    assert taken.column("path") == [
        "expenditure", "expenditure/04", "expenditure/04/464", "expenditure/04/464/009",
        "expenditure/04/467", "expenditure/04/467/037", "expenditure/04/464",
        "expenditure/04/464/003", "expenditure/04/464/006",
    ]  # fmt: skip
    assert [int(cell) for cell in taken.column(AMOUNT)][1:] == [
        8_023_223_000, 1_000_000_000, 1_000_000_000, 400_000_000, 400_000_000,
        6_623_223_000, 6_523_223_000, 100_000_000,
    ]  # fmt: skip
    together = f"7\u00a0623\u00a0223\u00a0000 {texts.get('unit-tenge')}"
    block = texts.get("table-block", count=2, amount=together)
    assert [place for place, said in enumerate(taken.column("remark")) if block in said] == [2, 6]
    row = taken.find("expenditure/04/464/003")
    assert row[texts.get("table-name-kk")] == "Жалпы орта білім"
    assert row[texts.get("table-name-ru")] == "Общеобразовательное обучение"
    assert row[texts.get("table-code")] == "04 · 464 · 003"
    assert row[texts.get("table-decision")] == "№ 15-3"
    assert row[texts.get("table-date")] == "2013-07-12"
    assert row[texts.get("table-appendix")] == "1"
    assert row[texts.get("table-row")].isdigit()
    assert row[texts.get("table-share")] == "98,49%"


async def test_the_choice_leads_back_to_what_was_looked_at(person: TestUser, texts: Texts) -> None:
    await person.send("/budget")
    shown = [person.message and person.message.text]
    for label in (texts.get("button-side", name="", count=5).split()[0], "2", texts.get("button-ledger")):
        await person.press(texts.get("button-table"))
        assert text_of(await person.press(texts.get("button-back-table"))) == shown[-1]
        await person.press(label)
        shown.append(person.message and person.message.text)
    await person.press(texts.get("button-table"))
    assert text_of(await person.press(texts.get("button-back-table"))) == shown[-1]


async def test_a_whole_budget(person: TestUser, texts: Texts) -> None:
    await person.send("/budget")
    taken = await take(person, texts)
    assert taken.name == "taraz-2013-15-3-budget.csv"
    assert taken.column("path")[0] == "revenue"
    assert taken.column("path")[-1] == "financing"
    assert int(taken.find("deficit")[texts.get("table-amount")]) == -1_123_223_000
    assert len(taken.rows) == int(re.findall(r"\d+", _caption(person))[-1])


def _caption(person: TestUser) -> str:
    assert person.message is not None
    return (person.message.caption or "").replace("\u00a0", " ")


async def test_a_list_is_whole_and_not_only_its_page(person: TestUser, texts: Texts) -> None:
    await open_line(person, opens("expenditure/07/458"))
    await person.press(texts.get("button-inside", count=7).partition("(")[0])
    taken = await take(person, texts)
    amounts = [int(cell) for cell in taken.column(AMOUNT)]
    assert amounts[1:] == sorted(amounts[1:], reverse=True)
    assert sum(amounts[1:]) == amounts[0]


async def test_a_history_has_a_row_for_a_decision_that_is_not_loaded(person: TestUser, texts: Texts) -> None:
    await open_line(person, opens("expenditure/07/458/015"))
    await person.press(texts.get("button-ledger"))
    taken = await take(person, texts)
    assert taken.name == "taraz-2013-07-458-015-history.csv"
    assert taken.column("decision") == ["№ 10-3", "№ 12-3", "№ 13-3", "№ 15-3"]
    assert taken.column(AMOUNT) == ["242000000", "719855000", "", "700000000"]
    assert taken.column("delta") == ["", "477855000", "", "-19855000"]
    said = taken.column("remark")
    assert said[2] == texts.get("ledger-unloaded")
    assert said[3] == texts.get("table-over-gap")
    rows = taken.column("row")
    assert rows[2] == ""
    assert all(rows[index].isdigit() for index in (0, 1, 3))


async def test_a_decisions_changes_add_up_to_its_totals(person: TestUser, texts: Texts) -> None:
    await person.send("/changes 12-3")
    taken = await take(person, texts)
    assert taken.name == "taraz-2013-12-3-changes.csv"
    status = texts.get("table-status")
    total = taken.find("expenditure")
    assert total[status] == texts.get("table-status-total")
    lines = [row for row in taken.rows if row[texts.get("table-path")].startswith("expenditure/")]
    assert sum(int(row[texts.get("table-delta")]) for row in lines) == int(total[texts.get("table-delta")])
    parks, lifts = taken.find("expenditure/07/458/048"), taken.find("expenditure/07/458/050")
    assert (parks[status], parks[texts.get("table-old")]) == (texts.get("table-status-added"), "")
    assert (lifts[status], lifts[texts.get("table-new")]) == (texts.get("table-status-removed"), "")
    assert lifts[texts.get("table-before-row")].isdigit()
    assert {row[texts.get("table-before")] for row in lines} == {"№ 10-3"}
    assert texts.get("chart-button-print") in await _labels_of_choice(person, texts)


async def _labels_of_choice(person: TestUser, texts: Texts) -> list[str]:
    await person.send("/changes 12-3")
    await person.press(texts.get("button-table"))
    return person.labels


async def test_changes_over_a_gap_say_so(person: TestUser, texts: Texts) -> None:
    await person.send("/changes 15-3")
    taken = await take(person, texts)
    last = taken.rows[-1]
    assert "№ 13-3" in last[texts.get("table-remark")]
    assert last[texts.get("table-delta")] == ""
