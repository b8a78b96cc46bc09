"""Subjects of their own that no budget has a line for: kinds of cost by themselves, and who lives in a place.

So are messages that only scold, `где деньги`, `сколько воруют`: they are of no line that was shown before.

Pay, fuel, journeys and bonuses are paid within each programme. With whose they are, `зарплата учителей`, a
line is named that pays for them. By themselves they are in all lines, and the decisions do not say how much:
no line that a word resembles is shown for them, and none that was shown before.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from parser.budget_code import Side
from parser.question.asking_words import load_asking_words
from parser.question.asks import CHANGES, Asks
from parser.question.fillers import is_filler
from parser.question.intents import Unheld
from parser.question.question import Question
from parser.question.word_patterns import Phrases
from parser.text.word_lists import ListRow, read_list

LINELESS_COLUMNS = ("phrase", "says", "example")
ALONE = "alone"  # of a whole message: it is of no line


def find_lineless(question: Question, places: Collection[str] = ()) -> Unheld | None:
    """What no decision says of all that a question names; None where it names something else.

    >>> from parser.question.reading import read_question
    >>> [find_lineless(read_question(text)) for text in ("сколько на зарплаты", "зарплата учителей")]
    [<Unheld.COST: 'cost'>, None]

    Args:
        question: what is asked.
        places: its words that name a place, as they sound.
    """
    otherwise = question.codes or question.path or question.amounts or question.frame.explains
    if otherwise or question.frame.side is Side.RECEIPTS:
        return None
    said = {
        position: match.phrase.meaning
        for match in load_lineless().find(question.tokens)
        for position in match.positions
    }
    unheld, numbered = question.frame.beyond_plan, enumerate(question.tokens)
    naming = [number for number, token in numbered if not token.filler and token.sound not in places]
    if unheld is Unheld.COUNT and Unheld.COUNT in said.values():
        return unheld if all(said.get(number) is Unheld.COUNT for number in naming) else None
    if not naming or any(said.get(number) is not Unheld.COST for number in naming):
        return None
    return Unheld.COST if unheld in {None, Unheld.PAY} else unheld


def is_told_alone(question: Question) -> bool:
    """Whether a message is of no line, whatever was shown before it: `где деньги`, `сколько воруют`.

    Args:
        question: the message, read by itself.
    """
    said = list(_load_alone().find(question.tokens))
    asked = {number for match in said for number in match.positions}
    others = [token for number, token in enumerate(question.tokens) if number not in asked]
    asking, asks = load_asking_words(), (Asks.SPENDS, Asks.RECEIVES, Asks.GIVES, *CHANGES)
    return (
        bool(said)
        and not (question.codes or question.amounts or question.scaled)
        and all(is_filler(token.folded, token.sound) for token in others)
        and not any(asking.says(token.sound, *asks) for token in others)
    )


def read_lineless_rows() -> tuple[ListRow, ...]:
    """The rows of the list."""
    return read_list("lineless.tsv", LINELESS_COLUMNS)


@cache
def load_lineless() -> Phrases[Unheld]:
    """The words of the list, with what no decision says of them."""
    rows = (row for row in read_lineless_rows() if row["says"] != ALONE)
    return Phrases([(row, row.target("says", Unheld)) for row in rows], ())


@cache
def _load_alone() -> Phrases[bool]:
    return Phrases([(row, True) for row in read_lineless_rows() if row["says"] == ALONE], ())
