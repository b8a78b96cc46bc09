"""The ledger shows every decision, loaded or not, and never a zero for the unknown."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from handlers.views.actions import ChartKind, DrawChart, OpenLine
from handlers.views.ledger import STEPS_OPEN, STEPS_SHOWN, asked_ledger_view, ledger_view
from handlers.views.message import plain_text
from handlers.views.table_actions import TableKind, TakeTable
from handlers.views.texts import Texts, load_texts
from handlers.views.ways import ANSWERED, DIRECT
from parser.records import Language
from storage.reading.records import Card
from tests.handlers.views import cards
from tests.handlers.views.cards import APRIL, DECEMBER, MAY, ORIGINAL, step
from tests.storage.builders import OTHER

STEPS = (
    step(ORIGINAL, 242_000),
    step(APRIL, 719_855, 477_855),
    step(MAY, loaded=False),
    step(DECEMBER, 700_000, -19_855),
)


def shown(card: Card, texts: Texts) -> str:
    return plain_text(ledger_view(card, texts)).replace("\u00a0", " ")


def test_a_whole_ledger_in_kazakh() -> None:
    text = shown(cards.card(ledger=STEPS), load_texts(Language.KK))
    assert text == (
        "📜 Өзгерістер тарихы\n"
        "expenditure/04 атауы\n"
        "Тараз · 2013 · 04\n"
        "\n"
        "• 14.12.2012 № 10-3: 242 000 мың теңге (бекітілді)\n"
        "• 08.04.2013 № 12-3: 719 855 мың теңге (+477 855)\n"
        "• 24.05.2013 № 13-3: жүктелмеген, сомасы белгісіз\n"
        "• 11.12.2013 № 21-3: 700 000 мың теңге (−19 855, арадағы жүктелмеген шешімдермен бірге)\n"
        "\n"
        "Бастапқы бюджеттен бері: +1 523 223 мың теңге, +13,8 %"
    )


def test_a_whole_ledger_in_russian() -> None:
    text = shown(cards.card(ledger=STEPS), load_texts(Language.RU))
    assert "• № 10-3 от 14.12.2012: 242 000 тыс. тенге (утверждено)\n" in text
    assert "• № 12-3 от 08.04.2013: 719 855 тыс. тенге (+477 855)\n" in text
    assert "• № 13-3 от 24.05.2013: не загружено, сумма неизвестна\n" in text
    assert "• № 21-3 от 11.12.2013: 700 000 тыс. тенге (−19 855 вместе с незагруженными решениями)\n" in text


def test_the_step_that_was_asked_of_comes_first_though_the_others_are_folded(texts: Texts) -> None:
    more = tuple(step(replace(APRIL, number=f"{number}-3"), 719_855, 0) for number in range(13, 20))
    card = cards.card(ledger=(*STEPS[:2], *more))
    card = replace(card, edition=replace(card.edition, decision=APRIL))
    told = plain_text(asked_ledger_view(card, texts, DIRECT, None)).split("\n\n")
    whole = plain_text(ledger_view(card, texts)).split("\n\n")
    assert told[1] == whole[1].split("\n")[1].replace("• ", "▸ ")
    assert [told[0], *told[2:]] == whole


def test_each_decision_leads_to_its_official_page(texts: Texts) -> None:
    page, other = "https://zan.gov.kz/1", "https://zan.gov.kz/2"
    steps = (
        step(replace(ORIGINAL, urls={texts.language: page}), 5),
        step(replace(MAY, urls={OTHER[texts.language]: other}), loaded=False),
        step(replace(DECEMBER, urls={texts.language: "tg://user?id=1"}), 7, 2),
    )
    links = [span for span in ledger_view(cards.card(ledger=steps), texts).spans if span.url]
    assert [(span.url, span.text.count("№")) for span in links] == [(page, 1), (other, 1)]


def test_unchanged_absent_and_first_steps(texts: Texts) -> None:
    steps = (step(APRIL, 5), step(DECEMBER, 5, 0))
    assert f"({texts.get('ledger-unchanged')})" in shown(cards.card(ledger=steps), texts)
    over_gap = (step(APRIL, 5), step(MAY, loaded=False), step(DECEMBER, 5, 0))
    assert f"({texts.get('ledger-unchanged-over-gap')})" in shown(cards.card(ledger=over_gap), texts)
    gone = (step(ORIGINAL, 5), step(APRIL, None, -5))
    assert texts.get("ledger-absent") in shown(cards.card(ledger=gone), texts)
    new = (step(ORIGINAL, None), step(APRIL, 5, 5))
    assert f"({texts.get('ledger-appeared')})" in shown(cards.card(ledger=new), texts)
    alone = shown(cards.card(ledger=(step(APRIL, 5),), overall=None), texts)
    assert alone.splitlines()[-1].endswith("теңге" if texts.language is Language.KK else "тенге")


def test_the_change_since_the_original(texts: Texts) -> None:
    same = cards.card(overall=cards.change(ORIGINAL, 12_523_223))
    assert texts.get("ledger-total-unchanged") in shown(same, texts)
    new = cards.card(overall=cards.change(ORIGINAL, None))
    assert texts.get("ledger-total-unchanged") not in shown(new, texts)


def test_a_long_ledger_says_what_it_leaves_out(texts: Texts) -> None:
    many = [cards.decision(f"{number}-1", dt.date(2013, 1, 1)) for number in range(20, 80)]
    card = cards.card(ledger=(step(ORIGINAL, 1), *(step(each, 2, 0) for each in many)))
    text = shown(card, texts)
    assert texts.get("ledger-left-out", count=61 - STEPS_SHOWN) in text
    assert "№ 10-3" in text
    assert "№ 79-1" in text
    assert text.count("•") == STEPS_SHOWN


def test_buttons_open_the_line_as_each_loaded_decision_left_it(texts: Texts) -> None:
    view = ledger_view(cards.card(ledger=STEPS), texts, way=ANSWERED)
    here = cards.address("expenditure/04")
    assert [button.action for button in view.buttons] == [
        DrawChart(ChartKind.HISTORY, here),
        TakeTable(here, TableKind.HISTORY, ANSWERED),
        OpenLine(here.as_of(ORIGINAL.address), ANSWERED),
        OpenLine(here.as_of(APRIL.address), ANSWERED),
        OpenLine(here.as_of(DECEMBER.address), ANSWERED),
        OpenLine(here, ANSWERED),
    ]
    assert [button.text for button in view.buttons][2:5] == ["№ 10-3", "№ 12-3", "№ 21-3"]


def test_a_step_under_another_code_opens_that_and_one_without_the_line_nothing(texts: Texts) -> None:
    moved = replace(step(ORIGINAL, 5), path="expenditure/13/454/007")
    card = cards.card(ledger=(moved, step(APRIL, None, -5), step(DECEMBER, 6, 6)))
    _, _, first, second, back = (button.action for button in ledger_view(card, texts).buttons)
    assert first == OpenLine(cards.address("expenditure/13/454/007", decision=ORIGINAL))
    assert second == OpenLine(cards.address("expenditure/04", decision=DECEMBER))
    assert back == OpenLine(cards.address("expenditure/04"))


def test_decisions_of_one_number_are_told_apart_by_their_dates(texts: Texts) -> None:
    again = cards.decision("12-3", dt.date(2013, 9, 4))
    card = cards.card(ledger=(step(ORIGINAL, 5), step(APRIL, 6, 1), step(again, 7, 1)))
    labels = [button.text for button in ledger_view(card, texts).buttons][2:]
    assert labels[0] == "№ 10-3"
    assert "08.04.2013" in labels[1]
    assert "04.09.2013" in labels[2]


@pytest.mark.parametrize("count", [STEPS_OPEN, STEPS_OPEN + 1])
def test_a_long_ledger_is_folded(texts: Texts, count: int) -> None:
    many = tuple(step(cards.decision(f"{number}-1"), number, 1) for number in range(count))
    view = ledger_view(cards.card(ledger=many), texts)
    quoted = "".join(span.text for span in view.spans if span.folded)
    assert quoted.count("•") == (count if count > STEPS_OPEN else 0)
    assert len(quoted.splitlines()) == quoted.count("•")


def test_a_total_has_no_codes(texts: Texts) -> None:
    text = shown(cards.card(cards.line("expenditure")), texts)
    assert "Тараз · 2013\n" in text


def test_a_notice_comes_first(texts: Texts) -> None:
    view = ledger_view(cards.card(), texts, notice="Алдымен мынау.")
    assert plain_text(view).startswith("Алдымен мынау.\n\n")
