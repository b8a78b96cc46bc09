"""The two totals of a budget side by side: `доходы и расходы`, `сколько город собирает и сколько тратит`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parser.budget_code import Side
from parser.question.asking_words import HeardWords, load_asking_words
from parser.question.asks import CHANGES, Asks
from parser.question.intents import Frame, Intent, Relation
from parser.question.question import Question
from parser.question.relation import RELATING

_NOUNS = ((Asks.INCOME, Side.RECEIPTS), (Asks.OUTLAY, Side.SPENDING))
_VERBS = ((Asks.RECEIVES, Side.RECEIPTS), (Asks.GETS, Side.RECEIPTS), (Asks.SPENDS, Side.SPENDING))
# Neither total is in the other one: `доходы минус расходы` asks for the difference.
_TAKING_OUT = (Asks.WITHOUT, Asks.WITHOUT_FOLLOWS)
# Neither is a share of the other: `доля расходов в доходах` sets one against the other.
_ASKED = frozenset({Intent.AMOUNT, Intent.COMPARE, Intent.SHARE})


def read_two_totals(question: Question) -> Question | None:
    """A question of the two totals and of no line; None for any other.

    `куда уходят доходы` asks of one: both must be nouns, or both verbs that no `куда` and `откуда` stand by.

    Args:
        question: as it is read without its parts.
    """
    spoken = [token.sound for token in question.tokens]
    asking = load_asking_words().hear(spoken)
    sides = _list_sides(spoken, asking, _NOUNS)
    told: tuple[Asks, ...] = (Asks.INCOME, Asks.OUTLAY)
    if not sides and not any(asking.says(word, Asks.WHERE, Asks.FROM_WHOM) for word in spoken):
        # `собрали доходов и потратили`: each noun only says what the verb does
        sides, told = _list_sides(spoken, asking, _VERBS), (Asks.RECEIVES, Asks.GETS, Asks.SPENDS, *told)
    named = [token.sound for token in question.tokens if not token.filler]
    around = (Asks.WHOLE, Asks.BETWEEN, Asks.PARTICLE, Asks.LEFT, *RELATING, *_TAKING_OUT)
    others = [word for word in named if not asking.says(word, *told, *around)]
    # `кірістерден шығыстарды шегергенде`: taking away asks of no change
    changing = [word for word in spoken if asking.says(word, *CHANGES)]
    takes_out = bool(changing) and all(asking.says(word, *_TAKING_OUT) for word in changing)
    # In `тратят больше, чем получают` the largest of nothing is asked for: one is set against the other.
    against = question.intent is Intent.LARGEST and any(asking.says(word, Asks.AGAINST) for word in spoken)
    taken = takes_out and question.intent is Intent.CHANGE
    if not sides or others or question.codes or not (against or taken or question.intent in _ASKED):
        return None
    tokens = tuple(replace(token, filler=True) for token in question.tokens)
    plain = taken or question.intent is Intent.SHARE
    frame = Frame() if plain else replace(question.frame, beyond_plan=None)
    whole = replace(question, tokens=tokens, frame=frame)
    parts = tuple(replace(whole, frame=Frame(side=side)) for side in sides)
    return replace(whole, parts=parts, relation=Relation.COMPARED)


def may_name_two_totals(spoken: Sequence[str]) -> bool:
    """Whether words may name both totals.

    Args:
        spoken: the words of a message as they sound.
    """
    asking = load_asking_words().hear(spoken)
    return any(_list_sides(spoken, asking, words) for words in (_NOUNS, _VERBS))


def is_of_two_totals(question: Question) -> bool:
    """Whether a question is read as one of the two totals: it is whole, whatever line was named before it."""
    sides = {part.frame.side for part in question.parts if part.names_nothing}
    return question.relation is Relation.COMPARED and sides == set(Side) and len(question.parts) == len(Side)


def relates_lines(question: Question) -> bool:
    """Whether a message asks anything of several lines: `а доходов больше?`. `а доходы?` only names one.

    Args:
        question: the message, read by itself.
    """
    asking = load_asking_words()
    return question.intent is not Intent.AMOUNT or any(
        asking.says(token.sound, Asks.COMPARE, *RELATING) for token in question.tokens
    )


def _list_sides(
    spoken: Sequence[str], asking: HeardWords, words: Sequence[tuple[Asks, Side]]
) -> tuple[Side, ...]:
    """Both sides in the order in which they are named; none where one is not."""
    said = [side for word in spoken for asks, side in words if asking.says(word, asks)]
    sides = tuple(dict.fromkeys(said))
    return sides if len(sides) == len(Side) else ()
