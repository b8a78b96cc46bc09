"""Candidates are told apart by parent and amount, paged, and never asserted."""

from __future__ import annotations

import pytest

from handlers.views.actions import OpenLine, ShowCandidates
from handlers.views.candidates import candidates_view, nothing_view
from handlers.views.lines import BUTTON_LIMIT
from handlers.views.matches import answer_notices
from handlers.views.message import plain_text
from handlers.views.texts import Texts
from handlers.views.ways import ANSWERED
from parser.records import Language
from storage.answering.missing import Missing, MissingKind
from tests.handlers.views import cards

KK, RU = Language.KK, Language.RU
OTHER_PARENT = {KK: "Жол бөлімі", RU: "Отдел дорог"}


def test_a_total_above_a_line_has_its_plain_name(texts: Texts) -> None:
    printed = {
        RU: "6.Финансирование дефицита (использование профицита) бюджета",
        KK: "6.Тапшылықты қаржыландыру",
    }
    above = cards.summary("financing", printed)
    line = cards.match("financing_receipts/8", parent=above)
    view = candidates_view(cards.choice(line), texts)
    text = plain_text(view)
    assert texts.get("section-financing") in text
    assert "6." not in text
    (label,) = [button.text for button in view.buttons]
    assert line.line.names[texts.language] in label  # which the long name of the total must not push out
    assert len(label) <= BUTTON_LIMIT


def test_equal_names_differ_by_their_parents(texts: Texts) -> None:
    found = cards.choice(cards.match(), cards.match("expenditure/12/458/041", parent_names=OTHER_PARENT))
    view = candidates_view(found, texts)
    name = found.page.matches[0].line.names[texts.language]
    assert [button.text for button in view.buttons] == [
        f"1. {name} — {cards.PARENT[texts.language]}",
        f"2. {name} — {OTHER_PARENT[texts.language]}",
    ]
    assert OTHER_PARENT[texts.language] in plain_text(view)
    assert view.buttons[1].action == OpenLine(cards.address("expenditure/12/458/041"), ANSWERED)


def test_long_names_leave_room_for_the_parent(texts: Texts) -> None:
    names = {KK: "ұзақ " * 80, RU: "долгий " * 80}
    parents = {KK: "бөлім " * 80, RU: "отдел " * 80}
    view = candidates_view(cards.choice(cards.match(names=names, parent_names=parents)), texts)
    (label,) = [button.text for button in view.buttons]
    assert len(label) <= BUTTON_LIMIT
    assert parents[texts.language].split()[0] in label


def test_one_candidate_is_offered_not_asserted(texts: Texts) -> None:
    text = plain_text(candidates_view(cards.choice(cards.match()), texts))
    assert text.startswith(texts.get("candidates-unsure", query="өзгелер"))


def test_a_total_stands_in_its_place(texts: Texts) -> None:
    found = cards.choice(cards.match("expenditure", parent_names={}))
    assert "· Тараз" in plain_text(candidates_view(found, texts))


def test_pages_lead_back_and_forth(texts: Texts) -> None:
    matches = [cards.match(f"expenditure/04/464/{number:03}") for number in range(5)]
    budget = matches[0].edition.budget
    first = candidates_view(cards.choice(*matches, total=12), texts)
    middle = candidates_view(cards.choice(*matches, total=12, offset=5), texts)
    last = candidates_view(cards.choice(*matches[:2], total=12, offset=10), texts)
    assert first.rows[-1][0].action == ShowCandidates(5, budget)
    assert [button.action for button in middle.rows[-1]] == [
        ShowCandidates(0, budget),
        ShowCandidates(10, budget),
    ]
    assert [button.action for button in last.rows[-1]] == [ShowCandidates(5, budget)]
    assert texts.get("candidates-page", total=12, first=6, last=10) in plain_text(middle)
    assert middle.buttons[0].text.startswith("6. ")


def test_nothing_found_says_what_was_asked(texts: Texts) -> None:
    text = plain_text(nothing_view(cards.heard("2 < х\u202eу" + "а" * 250), texts))
    assert "2 < хуа" in text
    assert len(text) < 400
    assert texts.get("nothing-try") in text


def test_nothing_found_says_what_was_understood_and_what_is_nearest(texts: Texts) -> None:
    heard = cards.heard("а какой там курс валют?")
    view = nothing_view(heard, texts, ("курс", "валют"), (cards.match(),))
    text = plain_text(view)
    assert texts.get("nothing-understood", words="курс, валют") in text
    assert texts.get("nothing-nearest") in text
    assert view.buttons[0].action == OpenLine(cards.address("expenditure/04/464/009"), ANSWERED)
    bare = plain_text(nothing_view(cards.heard("курс"), texts, ("курс",)))
    assert texts.get("nothing-nearest") not in bare
    assert texts.get("nothing-understood", words="курс") not in bare


NOT_LOADED = [MissingKind.YEAR, MissingKind.DECISION, MissingKind.DATE, MissingKind.PLACE, MissingKind.LINE]


@pytest.mark.parametrize("kind", NOT_LOADED)
def test_what_is_not_loaded_is_said_first(texts: Texts, kind: MissingKind) -> None:
    value = "2016-05-01" if kind is MissingKind.DATE else "2016"
    found = cards.choice(cards.match(), missing=Missing(kind, value))
    (notice,) = answer_notices(found.heard, texts)
    assert ("01.05.2016" if kind is MissingKind.DATE else "2016") in notice
    assert plain_text(candidates_view(found, texts)).startswith(notice)


def test_what_was_searched_instead_is_said(texts: Texts) -> None:
    (notice,) = answer_notices(cards.heard("irjks", searched="школы"), texts)
    assert "irjks" in notice
    assert "школы" in notice


def test_where_the_amounts_are_printed_is_said(texts: Texts) -> None:
    text = plain_text(
        candidates_view(cards.choice(cards.match(), cards.match("expenditure/12/458/041")), texts)
    )
    assert text.count(texts.get("source-decision", number="21-3", date="11.12.2013")) == 1
    assert texts.get("source-appendix", appendix="1") in text
