"""Marks behind doubted amounts, view by view: on what they stand, and what a message says that they mean."""

from __future__ import annotations

import ast
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from handlers import views
from handlers.views.card import card_view
from handlers.views.changes import changes_view
from handlers.views.comparison import comparison_view
from handlers.views.doubts import MARK, doubt_lines, doubt_places, line_amount, marked
from handlers.views.ledger import ledger_view
from handlers.views.message import MessageView, plain_text
from handlers.views.texts import Texts
from parser.kinds import Doubt
from storage.answering.several_figures import Comparison
from storage.reading.differences import Gap, TotalChange
from storage.reading.records import Children, Parent
from tests.handlers.views import cards

SCANNED, UNSURE = Doubt.SCANNED, Doubt.UNSURE
# What shows an amount; whoever calls one of them must say what becomes of its doubt.
SHOWING = {"exact", "figure", "readable", "percent", "times"}
MARKING = {"marked", "line_amount"}


def shown(view: MessageView) -> list[str]:
    return plain_text(view).replace("\u00a0", " ").split("\n")


def with_mark(view: MessageView) -> list[str]:
    return [line for line in shown(view) if MARK in line]


def functions() -> list[tuple[str, ast.FunctionDef]]:
    """The functions of all views, with their files."""
    folder = Path(str(views.__file__)).parent
    return [
        (f"{file.name}: {node.name}", node)
        for file in sorted(folder.glob("*.py"))
        if file.name not in {"amounts.py", "doubts.py"}
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
    ]


def calls(node: ast.FunctionDef) -> set[str]:
    return {
        each.func.id
        for each in ast.walk(node)
        if isinstance(each, ast.Call) and isinstance(each.func, ast.Name)
    }


def test_no_view_shows_an_amount_without_its_doubt() -> None:
    showing = {name: calls(node) for name, node in functions() if calls(node) & SHOWING}
    assert len(showing) > 10
    # These make the words of a change, which those who call them mark, or that stand in brackets behind a
    # marked amount, say what a person typed or may type, that a document disagrees with itself, or nothing
    # where an amount is in doubt (contrary.py).
    inside = {
        "card_head.py: spoken_amount",
        "filled.py: _count",
        "card_head.py: card_title",
        "deltas.py: tell_growth",
        "comparison.py: _ratio",
        "bounded.py: _amount",
        "bounded.py: _end",
        "contrary.py: _size",
        "faults.py: _conflict",
        "pages.py: _say_examples",
        "pages.py: claim_example",
        "claimed_figure.py: _tell_apart",
        "claimed_figure.py: _say_figure",
        "deltas.py: tell_delta_shortly",
        "claimed_figure.py: _say_difference",
        "claimed_figure.py: _say_times",
        "claimed_figure.py: _say_points",
    }
    assert {name for name, called in showing.items() if not called & MARKING} == inside


def test_the_mark_does_not_leave_its_amount(texts: Texts) -> None:
    line = cards.summary("expenditure/04", {}, amount=5_000, doubt=SCANNED)
    assert line_amount(line, texts).endswith(f"\u00a0{MARK}")
    assert line_amount(replace(line, doubt=None), texts) + f"\u00a0{MARK}" == line_amount(line, texts)
    assert marked("5", None) == "5"


def test_each_doubt_is_told_once_the_gravest_first(texts: Texts) -> None:
    told = doubt_lines([UNSURE, None, SCANNED, UNSURE], texts)
    assert [span.text for [span] in told] == [texts.get("doubt-scanned"), texts.get("doubt-unsure")]
    assert doubt_lines([None], texts) == []


def test_rows_are_named_in_their_order(texts: Texts) -> None:
    lines = [
        cards.summary(f"expenditure/{number:02}", {}, row=row, doubt=doubt)
        for number, (row, doubt) in enumerate([(12, SCANNED), (7, UNSURE), (9, None), (3, SCANNED)])
    ]
    several = texts.get("doubt-rows", count=2, rows="3, 12")
    single = texts.get("doubt-rows", count=1, rows="7")
    assert [span.text for [span] in doubt_places(lines, texts)] == [
        f"{texts.get('doubt-scanned')} ({several})",
        f"{texts.get('doubt-unsure')} ({single})",
    ]


class TestCard:
    def test_a_sure_card_has_no_mark(self, texts: Texts) -> None:
        view = card_view(cards.card(children=cards.children(2)), texts)
        assert with_mark(view) == []
        assert not any(MARK in button.text for button in view.buttons)

    def test_its_own_is_said_under_the_amount(self, texts: Texts) -> None:
        lines = shown(card_view(cards.card(cards.line(doubt=UNSURE)), texts))
        at = lines.index(texts.get("doubt-unsure"))
        assert lines[at - 1].startswith("12 523 223")

    def test_a_share_is_marked_apart_from_the_whole(self, texts: Texts) -> None:
        total = cards.line("expenditure", 20, row=2)
        sure = card_view(cards.card(parents=(Parent(total, Fraction(1, 2), SCANNED),)), texts)
        assert f"50,0 % {MARK} " in with_mark(sure)[0]
        assert with_mark(sure)[0].count(MARK) == 1
        doubted = Parent(replace(total, doubt=SCANNED), Fraction(1, 2), SCANNED)
        share, meaning = with_mark(card_view(cards.card(parents=(doubted,)), texts))
        assert share.count(MARK) == 2
        assert meaning.endswith(f"({texts.get('doubt-rows', count=1, rows='2')})")

    def test_a_part_is_marked_also_where_no_share_is_said(self, texts: Texts) -> None:
        total = cards.line("net_lending", 20, doubt=SCANNED)
        assert len(with_mark(card_view(cards.card(parents=(Parent(total, None, SCANNED),)), texts))) == 2

    @pytest.mark.parametrize("old", [12_000_000, 12_523_223])
    def test_a_change_is_marked(self, texts: Texts, old: int) -> None:
        change = replace(cards.change(cards.APRIL, old), doubt=UNSURE)
        line, meaning = with_mark(card_view(cards.card(since_previous=change), texts))
        assert line.endswith(f" {MARK}")
        assert meaning == texts.get("doubt-unsure")

    def test_a_button_to_a_line_below_is_marked(self, texts: Texts) -> None:
        below = (
            cards.line("expenditure/04/464", 5, doubt=SCANNED, row=54),
            cards.line("expenditure/04/467", 4),
        )
        view = card_view(cards.card(children=Children(below, 2, 0)), texts)
        assert [MARK in button.text for button in view.buttons][:2] == [True, False]
        [meaning] = with_mark(view)
        assert meaning.endswith(f"({texts.get('doubt-rows', count=1, rows='54')})")

    def test_two_doubts_are_both_told(self, texts: Texts) -> None:
        total = cards.line("expenditure", 20_000_000, doubt=UNSURE)
        parents = (Parent(total, Fraction(1, 2), SCANNED),)
        lines = with_mark(card_view(cards.card(cards.line(doubt=SCANNED), parents=parents), texts))
        assert lines[0] == texts.get("doubt-scanned")
        assert lines[-1].startswith(texts.get("doubt-unsure"))


def test_a_step_of_a_history_is_marked_apart_from_its_change(texts: Texts) -> None:
    first = replace(cards.step(cards.ORIGINAL, 11), doubt=SCANNED)
    second = replace(cards.step(cards.APRIL, 12, 1), delta_doubt=SCANNED)
    card = cards.card(cards.line(amount=13), ledger=(first, second, cards.step(cards.DECEMBER, 13, 1)))
    original, april, meaning = with_mark(ledger_view(card, texts))
    assert original.count(MARK) == april.count(MARK) == 1
    assert april.endswith(f"(+1 {MARK})")
    assert meaning == texts.get("doubt-scanned")


def test_the_difference_of_two_lines_has_the_doubt_of_either(texts: Texts) -> None:
    less, more = (
        cards.match(f"expenditure/{code}", amount=amount) for code, amount in (("04", 1_000), ("07", 3_000))
    )
    doubted = replace(less, line=replace(less.line, doubt=UNSURE))
    lines = with_mark(
        comparison_view(Comparison(cards.heard(), cards.page(doubted, more), difference=2_000), texts)
    )
    assert len(lines) == 3
    assert lines[0].count(MARK) == 1
    assert lines[2].startswith(texts.get("doubt-unsure"))


def test_what_a_decision_changed_is_marked_line_by_line(texts: Texts) -> None:
    doubted = replace(cards.changed("expenditure/04/464/003", 50, 100), doubt=SCANNED)
    sure = cards.changed("expenditure/04/464/009", 50, 30)
    totals = {
        "expenditure": TotalChange(100_000, 130_000, UNSURE),
        "revenue": TotalChange(5_000, 5_000, UNSURE),
    }
    lines = with_mark(changes_view(cards.changes(doubted, sure, totals=totals), texts))
    assert len(lines) == 5
    assert lines[0].endswith(f" {MARK}")
    assert lines[1].endswith(f" {MARK}")
    assert lines[2].startswith(f"• +50 {MARK} — ")
    assert lines[3:] == [texts.get("doubt-scanned"), texts.get("doubt-unsure")]


def test_a_gap_that_may_come_of_a_doubt_says_so(texts: Texts) -> None:
    lines = shown(changes_view(cards.changes(gap=(Gap("expenditure/04", 5, 4, SCANNED),)), texts))
    assert lines[-2].endswith(texts.get("changes-gap", count=1))
    assert lines[-1] == texts.get("doubt-scanned")
