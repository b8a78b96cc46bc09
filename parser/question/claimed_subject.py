"""What a claimed figure is said of, as a question: a line's amount, a sum of lines, what somebody gets."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from parser.budget_code import Side
from parser.question.asking_words import load_asking_words
from parser.question.asks import CHANGES, Asks
from parser.question.carried_over import with_edition
from parser.question.checking import ClaimWord, read_checking_rows, says_pattern
from parser.question.claimed_direction import claim_joint
from parser.question.claimed_numbers import counts_things
from parser.question.figure_kinds import ClaimedFigure, FigureKind
from parser.question.fractions import is_base
from parser.question.intents import OF_ONE, Frame, Intent, Relation, Unheld
from parser.question.question import Question, Token
from parser.question.said_amounts import names_currency

Read = Callable[[str], Question]
_CHANGED = frozenset({FigureKind.CHANGE, FigureKind.GROWTH, FigureKind.TIMES})
_LEAST_OF_TABLE = 1000  # tenge, in which tables count: less is a price
_LEAST_OF_LINE = 10**6  # tenge: less is what one person is paid, where that is said


def read_personal(figure: ClaimedFigure, before: str, after: str, read: Read) -> Question | None:
    """What somebody is said to get, or each of many: `депутаты получают 500 тысяч`, `на ученика 300 тысяч`.

    No line has such a figure, however near its amount may be. It is one where the question for it asks it:
    `депутаты получают сколько`. So is a rate, `ставка 10 %`, how many there are, `340 тысяч
    учеников`, and what part was carried out, `освоено 50 %`.

    Args:
        figure: what is claimed.
        before: what stands before the figure; only its clause counts.
        after: and what stands behind it.
        read: reads what a text asks.

    Returns:
        A question for that, which names the line that it may be paid out of; None of any other figure.
    """
    if figure.kind not in {FigureKind.AMOUNT, FigureKind.SHARE}:
        return None
    clause = claim_joint().split(before)[-1], claim_joint().split(after)[0]
    asked = [read(f" {words} ".join(clause)) for words in ("", *_how_much())]
    found = next((each for each in asked if each.frame.beyond_plan in OF_ONE), None)
    beyond = found.frame.beyond_plan if found else None
    if found is None and _is_paid_to_one(figure, " ".join(clause)):
        found, beyond = asked[0], Unheld.RATE
    if found is None and figure.kind is FigureKind.AMOUNT and _numbered().search(" ".join(clause)):
        found = asked[0] if asked[0].decision is None and asked[0].means_line else None
        beyond = Unheld.SINGLE
    may_count = figure.kind is FigureKind.AMOUNT and not names_currency(figure.said)
    if found is None and may_count and counts_things(after):
        found = next((each for each in asked[1:] if each.frame.beyond_plan is Unheld.COUNT), None)
        beyond = Unheld.COUNT
    if found is None and figure.kind is FigureKind.SHARE:
        found = next((each for each in asked if each.frame.beyond_plan is Unheld.EXECUTION), None)
        beyond = Unheld.EXECUTION
    return None if found is None else replace(found, frame=Frame(beyond_plan=beyond), amounts=())


def _is_paid_to_one(figure: ClaimedFigure, clause: str) -> bool:
    """Whether an amount is a benefit's for one person: `пособие 15 тысяч`, but not `пособия 182 млн`."""
    if figure.kind is not FigureKind.AMOUNT or not figure.unit_is_said:
        return False
    if 0 < figure.value < _LEAST_OF_TABLE:  # проезд 60 тенге
        return True
    return figure.value < _LEAST_OF_LINE and _one_gets().search(clause) is not None


@cache
def _numbered() -> re.Pattern[str]:
    """One of many things, by its number: `школа № 8`."""
    return re.compile(r"[^\W\d]{3,}\s*№\s*\d+(?![\w/-])|№\s*\d+\s+[^\W\d]{3,}")


@cache
def _one_gets() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){says_pattern(ClaimWord.ONE_GETS)}", re.IGNORECASE)


@cache
def _how_much() -> tuple[str, ...]:
    """What asks for an amount in its place, in each language."""
    rows = read_checking_rows()
    return tuple(row["words"] for row in rows if row.target("says", ClaimWord) is ClaimWord.HOW_MUCH)


def ask_claimed(question: Question, figure: ClaimedFigure, said: Question | None = None) -> Question:
    """What a statement is of, as a question for the amount of it and nothing more.

    Of a share the words for what it is a share of name no line: `на образование 52 % расходов`.

    Args:
        question: what names the line.
        figure: what is claimed of it.
        said: the figure's own words, where the line is named elsewhere.
    """
    tokens, frame = question.tokens, Frame()
    if figure.kind in _CHANGED:
        tokens = _without_changes(tokens)
    if figure.kind is FigureKind.SHARE:
        asking, wholes = load_asking_words(), (Asks.OF_RECEIPTS, Asks.OF_SPENDING, Asks.WHOLE)
        rest = tuple(
            token for token in tokens if not (asking.says(token.sound, *wholes) or is_base(token.folded))
        )
        if not all(token.filler for token in rest):
            tokens, frame = rest, Frame(Intent.SHARE, side=_find_side(said or question))
    return replace(question, tokens=tokens, frame=frame, amounts=(), scaled=None, parts=(), exclusions=())


def _without_changes(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The words of a change without those that say which way it goes: `алып тасталады` is no receipt."""
    heard = load_asking_words().hear([token.sound for token in tokens])
    asking = set[int]()
    for number, (before, token) in enumerate(pairwise([None, *tokens])):
        if token is None:
            continue
        if before is not None and any(
            heard.says_together(before.sound, token.sound, each) for each in CHANGES
        ):
            asking |= {number - 1, number}
        elif heard.says(token.sound, *CHANGES):
            asking.add(number)
    return tuple(token for number, token in enumerate(tokens) if not (token.filler and number in asking))


def _find_side(question: Question) -> Side | None:
    """Which side a share is said to be of: of revenue, `трансферты — 73 % доходов`; None where of neither."""
    asking, sides = load_asking_words(), {Asks.OF_RECEIPTS: Side.RECEIPTS, Asks.OF_SPENDING: Side.SPENDING}
    said = [
        side
        for asks, side in sides.items()
        if any(asking.says(token.sound, asks) for token in question.tokens)
    ]
    return said[0] if len(said) == 1 else None


def ask_sum(question: Question, figure: ClaimedFigure) -> Question:
    """What a statement of several lines together is of, as a question for their sum."""
    parts = tuple(with_edition(ask_claimed(part, figure), question) for part in question.parts)
    return replace(ask_claimed(question, figure), parts=parts, relation=Relation.SUMMED)


def name_changed(figure: ClaimedFigure, said: str, read: Read) -> Question | None:
    """The budget, where a decision changed so much and nothing else is named: `№ 12-3 добавил 611 млн`.

    Args:
        figure: by how much.
        said: what stands around it.
        read: reads what a text asks.
    """
    if figure.kind is not FigureKind.CHANGE:
        return None
    question = read(said)
    if question.decision is None or question.means_line:
        return None
    rows = (row for row in read_checking_rows() if row.target("says", ClaimWord) is ClaimWord.BUDGET)
    budget = next(named for row in rows if (named := read(row["words"])).means_line)
    return ask_claimed(with_edition(budget, question), figure)


def name_whole(question: Question, read: Read) -> list[Question]:
    """The budget as what a change is of, in the edition that is asked for; nothing where it is not named."""
    asking = load_asking_words()
    words = (token.folded for token in question.tokens if asking.says(token.sound, Asks.WHOLE))
    named = (read(word) for word in words)
    return [with_edition(whole, question) for whole in named if whole.means_line][:1]
