"""A claimed figure that is counted from another line, or from a named edition of the same line."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from itertools import product

from parser.question.carried_over import with_edition
from parser.question.question import Question, Statement
from storage.answering.answer import Answer, CheckedLine, CheckedStatement, SureLine
from storage.answering.answer_traits import list_matches
from storage.answering.figures_compared import compare_beside, compare_since
from storage.answering.page import Match
from storage.answering.unchecked import Unchecked, UncheckedKind

_OFFERED = 3  # pairs of lines, where none is surely meant
Asking = Callable[[Question], Awaitable[Answer]]


async def check_beside(ask: Asking, statement: Statement, asked: Question, least: float) -> CheckedStatement:
    """Checks by how much more a line is said to have than another one.

    Args:
        ask: answers a question, with the cards of its lines.
        statement: what is claimed; it names the other line.
        asked: what names the line.
        least: how well a line must be matched to be offered.

    Returns:
        The lines beside one another in each edition; several pairs where one of the two is not surely meant.
    """
    other = statement.than if statement.than is not None else asked
    other = other if other.asks_edition else with_edition(other, asked)
    own, beside = await ask(asked), await ask(other)
    for found in (own, beside):
        if found.heard.lacks:
            return CheckedStatement(statement, asked, missing=found.heard.lacks)
    lines, others = _list_near(own, least), _list_near(beside, least)
    if not lines:
        return CheckedStatement(statement, asked)
    is_several = statement.than_joined and not isinstance(beside, SureLine)
    if not others or is_several:  # beside a sum of lines nothing is computed
        fault = Unchecked(UncheckedKind.BASE_UNFOUND, other.named or other.text)
        return CheckedStatement(statement, asked, base_fault=fault)
    pairs = [
        CheckedLine(match, compare_beside(statement.figure, match.card, near.card), beside=near)
        for match, near in product(lines, others)
        if match.card and near.card and match.address != near.address
    ]
    sure = isinstance(own, SureLine) and isinstance(beside, SureLine)
    return CheckedStatement(
        statement, asked, tuple(pairs[:_OFFERED]), sure and bool(pairs), assumed=own.heard.assumed
    )


async def check_since(ask: Asking, statement: Statement, asked: Question, least: float) -> CheckedStatement:
    """Checks how a line is said to have changed from an edition that is named.

    Args:
        ask: answers a question, with the cards of its lines.
        statement: what is claimed; it asks for that edition.
        asked: what names the line.
        least: how well a line must be matched to be offered.
    """
    base = asked if statement.since is None else with_edition(asked, statement.since)
    own, then = await ask(asked), await ask(base)
    for found in (own, then):
        if found.heard.lacks:
            return CheckedStatement(statement, asked, missing=found.heard.lacks)
    known = {match.path: match for match in list_matches(then)}
    pairs = [(match, known[match.path]) for match in _list_near(own, least) if match.path in known]
    lines = tuple(
        CheckedLine(match, compare_since(statement.figure, match.card, before.card))
        for match, before in pairs
        if match.card and before.card
    )
    sure = isinstance(own, SureLine) and bool(lines)
    return CheckedStatement(statement, asked, lines[:_OFFERED], sure, assumed=own.heard.assumed)


def keep_wholes(checked: CheckedStatement, found: Answer, named: Question, least: float) -> CheckedStatement:
    """A share beside those alone that a line has of what the share is said to be of.

    Args:
        checked: the share beside all shares of the lines that it may be said of.
        found: what was found for the line that it is said to be a share of.
        named: what asked for that.
        least: how well that must be matched.
    """
    words = named.named or named.text
    wholes = {match.path for match in list_matches(found) if match.score >= least}
    if not wholes or found.heard.lacks:
        return CheckedStatement(
            checked.statement, checked.asked, base_fault=Unchecked(UncheckedKind.BASE_UNFOUND, words)
        )
    compared = [
        tuple(each for each in line.compared if each.whole is not None and each.whole.path in wholes)
        for line in checked.lines
    ]
    lines = tuple(
        replace(line, compared=kept) for line, kept in zip(checked.lines, compared, strict=True) if kept
    )
    if not lines:
        line = checked.lines[0].match.line if checked.sure else None
        fault = Unchecked(UncheckedKind.NOT_INSIDE, words, line)
        return CheckedStatement(checked.statement, checked.asked, base_fault=fault)
    return replace(checked, lines=lines)


def _list_near(found: Answer, least: float) -> Sequence[Match]:
    return [match for match in list_matches(found) if match.score >= least][:_OFFERED]
