"""The largest of the lines that are found by the same words and that no line holds.

`самые большие капитальные расходы`, `какой аппарат дороже всех`: such lines stand all over a budget. Pure:
nothing is read here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from parser.budget_code import level_of
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.intents import Intent
from parser.question.question import Question
from parser.records import Level
from storage.answering.branches import asks_of_lines
from storage.answering.inquiry import Found, FoundLine
from storage.answering.inside import Parts, keep_asked
from storage.answering.joined_offices import join_office
from storage.answering.listed_lines import LEVELS, Listed
from storage.reading.outlines import Outlines
from storage.search.weights import Weights


def list_kind(found: Found, outlines: Outlines, weights: Weights) -> Parts | None:
    """The lines that a question for the largest finds by the same words, in their order; only offered.

    None where it finds fewer than two, or where its words lead to what lines pay for: which of the schools
    is the dearest no line says.

    Args:
        found: what the question finds in its place.
        outlines: with the whole edition.
        weights: from where on a line says all of the question.
    """
    question, lines = found.question, found.lines
    asks = question.intent is Intent.LARGEST and question.frame.bounds is None
    if not asks or not lines or found.asked.missing is not None:
        return None
    best, rest = lines[0], found.asked.rest_of(question)
    if best.part or rest.names_nothing or (best.through and not _is_of_money(question)):
        return None
    named = [line for line in lines if line.covered >= weights.answer.whole and not line.part]
    if best.through:  # beside what a phrase leads to, a word that others share says little
        named = [line for line in named if line.through or not line.weak]
    listed = list(_list_at(_choose_level(question, named), named, best, outlines))
    total = outlines.lines(best.asked.edition).get(best.line.section.value)
    if len(listed) < 2 or total is None:
        return None
    amount, out_of = sum(line.amount for line in listed), len(listed)
    if question.frame.smallest:
        listed = [line for line in listed if line.amount]
    listed.sort(key=lambda line: line.amount, reverse=not question.frame.smallest)
    whole = replace(best, path=total.path, line=total)
    words = " ".join(token.folded for token in rest.tokens if not token.filler)
    return keep_asked(Parts(best.asked, whole, listed, out_of, amount, amount, kind=words), question)


def _is_of_money(question: Question) -> bool:
    """Whether it is asked of lines or of money of a kind, and not of things: `субсидия`, but `школа`."""
    said = question.said or question.tokens
    return asks_of_lines(question) or any(
        load_asking_words().says(token.sound, Asks.PAYMENT) for token in said
    )


def _choose_level(question: Question, named: Sequence[FoundLine]) -> Level | None:
    """The level that is asked of, else that of the best line."""
    asked = LEVELS[question.frame.level] if question.frame.level else None
    levels = [level_of(line.path) for line in named]
    return asked if asked in levels else next(iter(levels), None)


def _list_at(
    level: Level | None, named: Sequence[FoundLine], best: FoundLine, outlines: Outlines
) -> Iterator[Listed]:
    """The lines of a level on the best one's side; of an office all that it has, once."""
    told = set[str]()
    for line in named:
        if (
            level_of(line.path) is not level
            or line.line.section is not best.line.section
            or line.path in told
        ):
            continue
        office = join_office(line, outlines) if level is Level.ADMINISTRATOR else None
        listed = office or Listed(line, (line.line,))
        told |= {block.path for block in listed.blocks}
        yield listed
