"""What a message chooses of several things that were named or asked for: `второе`, `а в первом?`."""

from __future__ import annotations

from dataclasses import replace

from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.carried_over import with_edition
from parser.question.intents import Frame, Relation
from parser.question.named_decision import read_ordinal
from parser.question.numbers import cut_code_words
from parser.question.question import Question

_FEWEST = 2  # things of which a message chooses
_MOST_TO_CHOOSE = 4  # words of a message that chooses a line: `а второе в списке`


def choose_among(question: Question, previous: Question) -> Question | None:
    """What a message chooses of the editions or lines that were asked for side by side: `а в первом?`.

    Args:
        question: the message.
        previous: the whole question before it.

    Returns:
        None where it chooses nothing, or fewer were asked for.
    """
    number = read_choice(question)
    if number is None or not number or question.text.strip("?!. ").isdigit():
        return None
    found = _list_editions(previous) or [with_edition(part, previous) for part in previous.parts]
    if number > len(found) or len(found) < _FEWEST:
        return None
    chosen = found[number - 1 if number > 0 else -1]
    return replace(chosen, frame=Frame(), said=question.tokens)


def _list_editions(previous: Question) -> list[Question]:
    """A question of several editions as it is asked of each of them, in the order that it names them."""
    years = (replace(previous, years=(year,), year=year, year_is_said=True) for year in previous.years)
    decisions = (
        replace(previous, decisions=(number,), decision=number, decision_is_marked=True)
        for number in previous.decisions
    )
    months = (replace(previous, months=(month,), month=month) for month in previous.months)
    order = previous.in_order
    standings = (*order.beside, order.standing) if order.beside else ()
    ordered = (
        replace(previous, in_order=replace(order, beside=(), standing=standing)) for standing in standings
    )
    said = ([*years], [*decisions], [*months], [*ordered])
    several = next((each for each in said if len(each) > 1), [])
    return [replace(each, relation=Relation.NAMED) for each in several]


def read_choice(question: Question) -> int | None:
    """The number by which a message chooses; None where it says anything else."""
    said = question.text.strip(" ?!.,)№#").split()
    asks_else = question.asks_edition or question.scaled or not question.frame.asks_nothing_more
    if not said or len(said) > _MOST_TO_CHOOSE or asks_else:
        return None
    asking, fillers = load_asking_words(), {token.folded for token in question.tokens if token.filler}
    numbers = [number for word in said if (number := read_ordinal(word.strip("?!.,)№#"))) is not None]
    others = [token for token in question.tokens if read_ordinal(token.folded) is None]
    around = all(
        token.folded in fillers or asking.says(token.sound, Asks.LINE, Asks.CHOICE) for token in others
    )
    # қазір: what it is by now; второй раз
    other = any(asking.says(token.sound, Asks.NOW, Asks.OCCASION) for token in question.tokens)
    return numbers[0] if len(numbers) == 1 and around and not other else None


def tells_which_time(question: Question) -> bool:
    """Whether a message says only which time it is: `второй раз`, which chooses no line.

    Args:
        question: the message.
    """
    asking = load_asking_words()
    named = [token for token in question.tokens if not asking.says(token.sound, Asks.OCCASION)]
    ordinals = [token for token in named if read_ordinal(token.folded) is not None]
    others = [token for token in named if token not in ordinals and not token.filler]
    tells = bool(ordinals) and not others and len(named) < len(question.tokens)
    return tells and question.frame.asks_nothing_more and question.relation is Relation.NAMED


def is_named_code(question: Question) -> bool:
    """Whether digits stand beside the classification's own word, and choose nothing: `группа 12`."""
    digits = any(word.isdecimal() for word in question.text.split())
    return bool(question.codes) and digits and cut_code_words(question.text) != question.text
