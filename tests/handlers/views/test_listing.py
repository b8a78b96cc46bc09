"""Lists of lines inside another: amounts, shares, pages, and the way to each."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from handlers.views.actions import OpenLine, ShowCandidates
from handlers.views.doubts import MARK
from handlers.views.listing import listing_view
from handlers.views.message import plain_text
from handlers.views.table_actions import TakeAnswer
from handlers.views.texts import Texts
from handlers.views.ways import AnswerPage, Way
from parser.kinds import Doubt
from parser.question.intents import Frame, Intent
from storage.answering.listings import Listing
from storage.answering.page import Match
from tests.handlers.views import cards

WHOLE = cards.match("expenditure/04", amount=2_000_000_000, names={}, parent_names={})
PARTS = [
    cards.match("expenditure/04/464", amount=1_500_000_000),
    cards.match("expenditure/04/464/009", amount=500_000_000),
]
SAID = ("without", "out_of", "amount", "doubt", "others", "unread")


def listing(*matches: Match, intent: Intent = Intent.LARGEST, whole: Match = WHOLE, **fields: Any) -> Listing:
    pages = {name: fields.pop(name) for name in ("total", "offset") if name in fields}
    said = {name: fields.pop(name) for name in SAID if name in fields}
    frame = Frame(intent, **fields)
    total = whole.line.amount - sum(match.line.amount for match in said.get("without", ()))
    return Listing(cards.heard(frame=frame), whole, cards.page(*matches, **pages), total, **said)


def test_each_line_has_its_share_of_the_whole(texts: Texts) -> None:
    view = listing_view(listing(*PARTS), texts)
    text = plain_text(view).replace("\u00a0", " ")
    assert text.startswith(texts.get("listing-largest", name="expenditure/04"))
    assert "2 000 000" in text
    assert "1 500 000" in text
    assert "75,0 %" in text
    assert "25,0 %" in text
    assert texts.get("source-decision", number="21-3", date="11.12.2013") in text


def test_what_is_taken_out_in_doubt_puts_the_shares_in_doubt(texts: Texts) -> None:
    taken = cards.match("expenditure/04/471", amount=400_000_000, doubt=Doubt.UNSURE)
    text = plain_text(listing_view(listing(PARTS[1], without=(taken,)), texts)).replace("\u00a0", " ")
    assert f"31,3 % {MARK}" in text
    assert f"500 000 {texts.get('unit-thousand')} {MARK}" not in text


def test_only_a_line_further_down_names_what_it_stands_in(texts: Texts) -> None:
    text = plain_text(listing_view(listing(*PARTS, intent=Intent.LIST), texts))
    assert text.count(cards.PARENT[texts.language]) == 1
    assert text.startswith(texts.get("listing-all", name="expenditure/04"))


def test_inside_an_office_no_line_names_that_office(texts: Texts) -> None:
    office = cards.match("expenditure/07/467", amount=2_000_000_000, names={}, parent_names={})
    inside = cards.match("expenditure/04/467/037", amount=500_000_000)
    text = plain_text(listing_view(listing(inside, PARTS[1], whole=office), texts))
    assert text.count(cards.PARENT[texts.language]) == 1  # that of another office's line


def test_the_smallest_are_called_so(texts: Texts) -> None:
    view = listing_view(listing(*PARTS, smallest=True), texts)
    assert plain_text(view).startswith(texts.get("listing-smallest", name="expenditure/04"))


def test_what_was_not_understood_and_what_else_may_be_meant_stand_first(texts: Texts) -> None:
    other = cards.match("expenditure/08/802", amount=400_000_000)
    view = listing_view(listing(*PARTS, others=(other,), unread=("сорпасы",)), texts)
    text = plain_text(view)
    assert text.startswith(texts.get("listing-unread", words="сорпасы", count=1, order="largest"))
    assert texts.get("listing-others", count=1) in text
    assert OpenLine(other.address, Way(AnswerPage(0))) in [button.action for button in view.buttons]


def test_buttons_open_the_lines_the_pages_and_the_whole(texts: Texts) -> None:
    view = listing_view(listing(*PARTS, total=12, offset=5), texts)
    way = Way(AnswerPage(5))
    actions = [button.action for button in view.buttons]
    assert actions == [
        OpenLine(cards.address("expenditure/04/464"), way),
        OpenLine(cards.address("expenditure/04/464/009"), way),
        ShowCandidates(0, WHOLE.edition.budget),
        ShowCandidates(7, WHOLE.edition.budget),
        OpenLine(cards.address("expenditure/04"), way),
        TakeAnswer(5, WHOLE.edition.budget),
    ]
    assert view.buttons[0].text.startswith("6. ")


def test_nothing_is_a_share_of_a_balance(texts: Texts) -> None:
    balance = cards.match("net_lending", amount=1_000_000_000, names={}, parent_names={})
    part = cards.match("net_lending/loans", amount=500_000_000)
    text = plain_text(listing_view(listing(part, intent=Intent.LIST, whole=balance), texts))
    assert "%" not in text
    assert cards.PARENT[texts.language] not in text


@pytest.mark.parametrize("whole", [0, -5])
def test_no_share_is_said_of_nothing(texts: Texts, whole: int) -> None:
    empty = cards.match("expenditure/04", amount=whole, names={}, parent_names={})
    assert "%" not in plain_text(listing_view(listing(*PARTS, whole=empty), texts))


def test_what_is_taken_out_is_named_and_the_rest_computed(texts: Texts) -> None:
    text = plain_text(listing_view(listing(PARTS[0], without=(PARTS[1],)), texts)).replace("\u00a0", " ")
    assert "1 500 000" in text.split("\n\n")[0]  # 2 000 000 less 500 000
    assert "100 %" in text
    assert re.search(r"посчитано|есептелді", text)
    assert re.search(r"Без строки «|жолынсыз", text)


def test_an_average_is_said_to_be_computed(texts: Texts) -> None:
    answer = listing(*PARTS, intent=Intent.LIST, average=True, out_of=4, amount=2_000_000_000)
    text = plain_text(listing_view(answer, texts)).replace("\u00a0", " ")
    assert re.search(r"В среднем на одну из 4: 500 000 |4 жолдың әрқайсысына орта есеппен 500 000 ", text)


def test_an_office_in_several_groups_says_so_instead_of_one_of_them(texts: Texts) -> None:
    text = plain_text(listing_view(listing(replace(PARTS[1], groups=3)), texts))
    assert cards.PARENT[texts.language] not in text
    assert texts.get("listing-groups", count=3) in text
