"""What a claimed figure is said of, as a question: a line's amount, a sum of lines, what somebody gets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache

from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.carried_over import with_edition
from parser.question.checking import ClaimWord, read_checking_rows
from parser.question.claimed_direction import claim_joint
from parser.question.figure_kinds import ClaimedFigure, FigureKind
from parser.question.fractions import is_base
from parser.question.intents import Frame, Relation, Unheld
from parser.question.question import Question

Read = Callable[[str], Question]
_OF_ONE = frozenset({Unheld.PAY, Unheld.SHARED})


def read_personal(figure: ClaimedFigure, before: str, after: str, read: Read) -> Question | None:
    """What somebody is said to get, or each of many: `депутаты получают 500 тысяч`, `на ученика 300 тысяч`.

    No line has such a figure, however near its amount may be. It is one where the question for it asks it:
    `депутаты получают сколько`.

    Args:
        figure: what is claimed.
        before: what stands before the figure; only its clause counts.
        after: and what stands behind it.
        read: reads what a text asks.

    Returns:
        A question for that, which names the line that it may be paid out of; None of any other figure.
    """
    if figure.kind is not FigureKind.AMOUNT:
        return None
    clause = claim_joint().split(before)[-1], claim_joint().split(after)[0]
    asked = (read(f" {words} ".join(clause)) for words in ("", *_how_much()))
    found = next((each for each in asked if each.frame.beyond_plan in _OF_ONE), None)
    return (
        None
        if found is None
        else replace(found, frame=Frame(beyond_plan=found.frame.beyond_plan), amounts=())
    )


@cache
def _how_much() -> tuple[str, ...]:
    """What asks for an amount in its place, in each language."""
    rows = read_checking_rows()
    return tuple(row["words"] for row in rows if row.target("says", ClaimWord) is ClaimWord.HOW_MUCH)


def ask_claimed(question: Question, figure: ClaimedFigure) -> Question:
    """What a statement is of, as a question for the amount of it and nothing more.

    Of a share the words for what it is a share of name no line: `на образование 52 % расходов`.
    """
    tokens = question.tokens
    if figure.kind is FigureKind.SHARE:
        asking, wholes = load_asking_words(), (Asks.OF_RECEIPTS, Asks.OF_SPENDING, Asks.WHOLE)
        rest = tuple(
            token for token in tokens if not (asking.says(token.sound, *wholes) or is_base(token.folded))
        )
        tokens = tokens if all(token.filler for token in rest) else rest
    return replace(question, tokens=tokens, frame=Frame(), amounts=(), scaled=None, parts=(), exclusions=())


def ask_sum(question: Question, figure: ClaimedFigure) -> Question:
    """What a statement of several lines together is of, as a question for their sum."""
    parts = tuple(with_edition(ask_claimed(part, figure), question) for part in question.parts)
    return replace(ask_claimed(question, figure), parts=parts, relation=Relation.SUMMED)


def name_whole(question: Question, read: Read) -> list[Question]:
    """The budget as what a change is of, in the edition that is asked for; nothing where it is not named."""
    asking = load_asking_words()
    words = (token.folded for token in question.tokens if asking.says(token.sound, Asks.WHOLE))
    named = (read(word) for word in words)
    return [with_edition(whole, question) for whole in named if whole.names_line and whole.talk is None][:1]
