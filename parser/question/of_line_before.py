"""What a message that names no line asks of the one before it: `ал 2014 жылы?`, `на сколько?`, `откуда?`."""

from __future__ import annotations

from dataclasses import replace

from parser.budget_code import DEFICIT_AND_FINANCING
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.carried_over import (
    among_changes,
    as_picked,
    beside_year,
    of_newest,
    of_same_changes,
    of_side_before,
    picks_changes,
    with_edition,
    with_frame,
    with_year,
    without_edition,
)
from parser.question.changed_before import by_how_much_changed
from parser.question.glossary import find_term
from parser.question.intents import Frame, Intent, Unheld, Unsaid
from parser.question.of_budget import (
    asks_on_what,
    asks_what_for,
    asks_where_money_goes,
    is_of_all,
    picks_lines,
    points_at_line,
)
from parser.question.of_shown import AskedOfShown, OfShown, ask_of_shown
from parser.question.question import Question
from parser.question.shown_before import ShownBefore
from parser.question.standing_alone import asks_what_was_changed, is_of_other_side
from parser.records import Language, Section
from parser.text.language import detect_language


def ask_line_before(question: Question, shown: ShownBefore, *, joined: bool) -> Question:
    """What a message that names no line asks: of the line before, unless it is of the whole budget.

    Args:
        question: the message, read by itself.
        shown: what the answer before it showed.
        joined: whether a word joins it to the message before.
    """
    previous, year = shown.question, shown.year
    if previous.frame.explains is not None:  # что такое дефицит, а в 2014?
        named = f"{previous.named} {previous.named_edition}".strip()
        previous = replace(previous, text=named, frame=Frame())
    of_same = shown.of_changes and picks_changes(question)
    of_all = _is_of_all(question, shown, joined=joined)
    if of_same or of_all:
        return of_same_changes(question, previous) if of_same else question
    if shown.of_changes and picks_lines(question.frame) and not question.asks_edition:
        return among_changes(question, previous)
    question = as_picked(question, previous)
    if question.in_order.since and question.frame.asks_nothing_more:  # с начала года?
        question = replace(question, frame=Frame(Intent.CHANGE))
    if asks_what_for(question.frame) and not question.asks_edition:
        question = replace(question, frame=Frame(Intent.LIST))
    if question.in_order.step and previous.names_decision:
        step = previous.in_order.step + question.in_order.step
        earlier = replace(previous, in_order=replace(previous.in_order, step=step))
        return with_frame(earlier, question)
    if question.asks_edition or question.this_year:
        edition = beside_year(year, question) if question.intent is Intent.COMPARE else question
        if question.in_order.step and not question.years:  # `предыдущее` after `школы 2014` is of that year
            edition = with_year(edition, previous)
        before = replace(previous, frame=Frame()) if _asks_amount(question, previous) else previous
        return with_frame(with_edition(without_edition(before), edition), question)
    if question.frame.asks_nothing_more:
        asks_again = question.tokens and question.names_nothing and not question.talk
        named = f"{previous.named} {previous.named_edition}".strip()
        return replace(previous, text=named, frame=Frame()) if asks_again else question
    if question.frame.beyond_plan:
        previous = of_newest(previous)
    return with_frame(with_edition(previous, previous), of_side_before(question, previous))


def _asks_amount(question: Question, previous: Question) -> bool:
    """Whether it is asked how much a line was of which it was asked how it changed: `былтыр қанша болды`."""
    heard = load_asking_words().hear([token.sound for token in question.tokens])
    how_much = question.frame.asks_nothing_more and heard.any_says(Asks.HOW_MUCH)
    return how_much and previous.intent is Intent.CHANGE and not question.in_order.step


def _is_of_all(question: Question, shown: ShownBefore, *, joined: bool) -> bool:
    """Whether a message that names no line asks of the whole budget, by its words or by what was shown."""
    return (
        (not points_at_line(question) and is_of_all(question, shown.section, joined=joined))
        or (not shown.is_asserted and asks_on_what(question))
        or (not shown.holds_lines and asks_where_money_goes(question))
        or asks_what_was_changed(question, shown.question)
        or is_of_other_side(question, shown.question)
    )


def answer_of_shown(asked: AskedOfShown, own: Question, shown: ShownBefore) -> Question:
    """The whole question that a message asks of what was shown, by a phrase that names no line.

    Args:
        asked: what the phrase asks.
        own: the message, read by itself.
        shown: what the answer before it showed.
    """
    if asked.asks is OfShown.REST and shown.is_total:
        return replace(own, lacks=Unsaid.NO_REST, talk=None)
    if asked.asks is Unheld.TIME and shown.question.intent is Intent.CHANGE and not shown.of_changes:
        asked = AskedOfShown(OfShown.DECISION, asked.words)  # сколько сняли с дорог? когда это было?
    if asked.asks is OfShown.BY or (
        asked.asks is OfShown.FINANCED and shown.section in DEFICIT_AND_FINANCING
    ):
        by_how_much = asked.asks is OfShown.BY
        return by_how_much_changed(shown.question) if by_how_much else _ask_for_financing(own, shown)
    if asked.asks is OfShown.EXPLAINED and find_term(shown.question.tokens):
        return replace(shown.question, frame=Frame(explains=detect_language(own.text) or Language.RU))
    back = asked.asks in {OfShown.CHANGE, OfShown.EARLIER}
    if back and shown.of_changes and not own.asks_edition:  # а до этого?
        order = shown.question.in_order
        return replace(shown.question, in_order=replace(order, step=order.step + 1))
    if asked.asks is OfShown.DECISION and shown.question.intent is Intent.LARGEST:
        asked = AskedOfShown(OfShown.CARD, asked.words)  # of a list it is the one that it is of
    if asked.asks in {OfShown.CARD, OfShown.DECISION} and shown.of_changes:  # ссылка? of the decision
        return replace(shown.question, frame=replace(shown.question.frame, page=True))
    return shown.question if _is_told_by_changes(asked, shown) else ask_of_shown(asked, own, shown.question)


def _ask_for_financing(own: Question, shown: ShownBefore) -> Question:
    """What a deficit is covered with, in the edition that was asked for: `чем его покрывают`."""
    named = shown.question.named
    line = Question(own.text, Frame(Intent.LIST), (), path=Section.FINANCING.value, named=named)
    return with_edition(line, own if own.asks_edition else shown.question)


def _is_told_by_changes(asked: AskedOfShown, shown: ShownBefore) -> bool:
    """Whether what a decision changed says what is asked of it: to which lines it gave, and when."""
    return shown.of_changes and asked.asks in {Unheld.PERSON, Unheld.TIME}
