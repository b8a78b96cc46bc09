"""A line's card leads up, down, beside and back, and has no more lines and buttons than fit."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from handlers.views.actions import (
    OpenChanges,
    OpenEditions,
    OpenInside,
    OpenLedger,
    OpenLine,
    OpenPrinted,
    ShareInline,
    ShowCandidates,
    StartChat,
    StartFollowing,
)
from handlers.views.card import CHILDREN_SHOWN, LINES_SHOWN, card_view
from handlers.views.card_buttons import Situation
from handlers.views.links import line_payload, share_query, spoken_payload
from handlers.views.message import Button, plain_text
from handlers.views.table_actions import TableKind, TakeTable
from handlers.views.texts import Texts
from handlers.views.ways import ANSWERED, AnswerPage, ChangesPage, InsidePage, Way
from parser.kinds import DiscrepancyKind, Doubt
from parser.records import Language
from storage.reading.records import Card, Disagreement, Fault, Move, OtherYear, Parent, PlanDrift
from tests.handlers.views import cards
from tests.handlers.views.cards import labels
from tests.harness.rules import units


def test_an_older_edition_says_so_and_leads_to_the_newest(texts: Texts) -> None:
    card = cards.card(newest=False, decision=cards.APRIL)
    view = card_view(card, texts)
    assert texts.get("card-as-of-older", number="12-3", date="08.04.2013") in plain_text(view)
    newest = next(button for button in view.buttons if button.text == texts.get("button-newest"))
    assert newest.action == OpenLine(cards.address("expenditure/04"))
    ledger = next(button for button in view.buttons if isinstance(button.action, OpenLedger))
    assert ledger.action == OpenLedger(cards.address("expenditure/04", decision=cards.APRIL))


def test_children_are_buttons_with_amounts_first(texts: Texts) -> None:
    view = card_view(cards.card(children=cards.children(2)), texts)
    assert labels(view)[0].startswith("2 млн · ")
    assert view.buttons[0].action == OpenLine(cards.address("expenditure/04/464"))
    assert texts.get("button-inside", count=2) not in labels(view)


@pytest.mark.parametrize(("count", "largest"), [(3, 3), (4, 2), (14, 2)])
def test_of_many_children_the_largest_are_buttons_and_one_lists_all(
    texts: Texts, count: int, largest: int
) -> None:
    card = cards.card(children=cards.children(count, shown=CHILDREN_SHOWN))
    view = card_view(card, texts, Situation(ANSWERED))
    assert len([label for label in labels(view) if " млн · " in label]) == largest
    every = [button.action for button in view.buttons if isinstance(button.action, OpenInside)]
    assert every == ([OpenInside(cards.address("expenditure/04"), way=ANSWERED)] if count > 3 else [])


def test_buttons_lead_up_beside_before_and_back(texts: Texts) -> None:
    years = tuple(OtherYear(year, cards.address("expenditure/04", year)) for year in (2014, 2015))
    view = card_view(cards.card(other_years=years), texts, Situation(Way(AnswerPage(10))))
    here, total = cards.address("expenditure/04"), cards.address("expenditure")
    as_shown = here.as_of(cards.DECEMBER.address)
    shared = view.buttons[-1].action
    way = Way(AnswerPage(10))
    assert [[button.action for button in row] for row in view.rows] == [
        [
            OpenLine(total, way),
            TakeTable(here, TableKind.LINE, way),
            ShowCandidates(10, here.edition.budget),
        ],
        [
            OpenLine(years[0].line, way),
            OpenLine(years[1].line, way),
            OpenEditions(as_shown, way),
            StartFollowing(here),
        ],
        [
            OpenLedger(here, way),
            OpenChanges(cards.DECEMBER.address, here, way),
            OpenPrinted(as_shown, way),
            shared,
        ],
    ]
    assert isinstance(shared, ShareInline)


def test_up_leads_to_the_page_of_lines_that_one_came_from(texts: Texts) -> None:
    view = card_view(cards.card(), texts, Situation(Way(AnswerPage(), InsidePage(20))))
    assert view.buttons[0].action == OpenInside(cards.address("expenditure"), InsidePage(20), ANSWERED)


def test_from_the_changes_of_a_decision_one_goes_back_to_them(texts: Texts) -> None:
    way = Way(ChangesPage(cards.APRIL.address))
    buttons = card_view(cards.card(), texts, Situation(way)).buttons
    label = texts.get("button-back-changes", number="12-3")
    assert Button(label, OpenChanges(cards.APRIL.address, cards.address())) in buttons


def test_other_lines_that_may_have_been_meant_are_called_so(texts: Texts) -> None:
    sure = card_view(cards.card(), texts, Situation(ANSWERED, alternatives=True))
    assert texts.get("button-candidates") in labels(sure)
    assert texts.get("button-back-answer") not in labels(sure)


def test_of_many_years_the_nearest_are_buttons(texts: Texts) -> None:
    years = [OtherYear(year, cards.address(year=year)) for year in (2010, 2011, 2012, 2015)]
    assert labels(card_view(cards.card(other_years=tuple(years)), texts))[2:4] == ["2011", "2012"]


NAME = "Услуги по реализации государственной политики " * 6


def crowded(texts: Texts) -> Card:
    """A card with everything that a card can say, under names as long as the longest official ones."""
    kinds = [DiscrepancyKind.SUM, DiscrepancyKind.TEXT, DiscrepancyKind.LANGUAGE]
    line = replace(
        cards.renamed(cards.line("expenditure/04/464/009"), **{texts.language.value: NAME}),
        doubt=Doubt.UNSURE,
        blocks=tuple(replace(cards.block(row, row), doubt=Doubt.SCANNED) for row in range(9)),
    )
    paths = ("expenditure/04/464", "expenditure/04", "expenditure")
    above = [
        replace(
            cards.renamed(cards.line(path, 20_000_000 + index), **{texts.language.value: NAME}),
            doubt=Doubt.SCANNED,
        )
        for index, path in enumerate(paths)
    ]
    move = Move("expenditure/13/454/007", cards.APRIL)
    return cards.card(
        line,
        newest=False,
        decision=replace(cards.DECEMBER, bodies={texts.language: NAME}),
        parents=tuple(Parent(each, Fraction(1, 2)) for each in above),
        children=cards.children(30, shown=CHILDREN_SHOWN),
        since_previous=cards.change(cards.APRIL, 1, skipped=[cards.MAY] * 9),
        discrepancies=tuple(Disagreement(kind, 1, 2) for kind in kinds),
        faults=(Fault(DiscrepancyKind.SECTION_MISSING, "revenue", None, None),),
        continued_from=move,
        continued_as=move,
        plan_drift=PlanDrift(True, cards.card().edition, 1, 1),
        other_years=tuple(OtherYear(year, cards.address(year=year)) for year in range(2014, 2024)),
    )


@pytest.mark.parametrize("room", [6, 5, 4])
def test_a_card_of_everything_has_twelve_lines_and_six_rows(texts: Texts, room: int) -> None:
    situation = Situation(ANSWERED, alternatives=True, room=room)
    view = card_view(crowded(texts), texts, situation, notice="Алдымен мынау.")
    text = plain_text(view)
    assert len(text.splitlines()) == LINES_SHOWN
    assert len(view.rows) == room
    assert units(text) < 4096
    assert "21-3.csv" not in text
    assert all(len(row) <= 4 for row in view.rows)
    for said in ("Алдымен мынау.", texts.get("doubt-unsure"), texts.get("card-source")):
        assert said in text
    assert texts.get("card-as-of-older", number="21-3", date="11.12.2013") in text


@pytest.mark.parametrize("newest", [True, False])
def test_what_is_shared_is_the_edition_that_is_shown(texts: Texts, newest: bool) -> None:
    """The newest edition is named too: what is shown will not be the newest for ever."""
    view = card_view(cards.card(decision=cards.APRIL, year=2014, newest=newest), texts)
    [shared] = [button.action for button in view.buttons if isinstance(button.action, ShareInline)]
    assert shared.query == share_query(
        cards.address(year=2014, decision=cards.APRIL),
        "expenditure/04 атауы" if texts.language is Language.KK else "Название expenditure/04",
    )


def test_an_inline_card_leads_into_the_private_chat(texts: Texts) -> None:
    actions = [
        button.action for button in card_view(cards.card(), texts, Situation(ANSWERED, inline=True)).buttons
    ]
    payload = line_payload(cards.address(decision=cards.DECEMBER)) or ""
    assert StartChat(spoken_payload(payload, texts.language)) in actions
    assert not [action for action in actions if isinstance(action, ShareInline | ShowCandidates)]


def test_an_inline_card_of_an_unspeakable_path_has_no_such_button(texts: Texts) -> None:
    odd = replace(cards.line(), path="expenditure/" + "7" * 70)
    actions = [button.action for button in card_view(cards.card(odd), texts, Situation(inline=True)).buttons]
    assert not [action for action in actions if isinstance(action, StartChat)]


def test_one_step_is_no_history(texts: Texts) -> None:
    view = card_view(cards.card(ledger=(cards.step(cards.DECEMBER, 1),)), texts)
    assert texts.get("button-ledger") not in labels(view)
