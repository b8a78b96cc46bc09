"""What a message asks of a list of the largest that was shown before it, as a whole.

`только пять` and `тек үшеуі` say how long it is to be, `второе с конца` counts from the other end, and
`сколько вместе` is all that it is a list of. Behind a line chosen of it `олардың айырмасы` is of that and of
the first.
"""

from __future__ import annotations

from dataclasses import replace

from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.carried_over import with_edition
from parser.question.in_list import find_in_list, line_at
from parser.question.intents import Intent, Relation
from parser.question.lines_together import all_together
from parser.question.named_decision import read_ordinal
from parser.question.numerals import read_collective
from parser.question.question import Question
from parser.question.shown_before import KnownWords, ShownBefore
from parser.question.small_words import SmallWord, is_small

_FEWEST = 2  # lines of a list
_SECOND_LAST = 2


def of_ranking(question: Question, shown: ShownBefore, known: KnownWords) -> Question | None:
    """The list that was shown, as long as a message says; its line that is counted from the end; its whole.

    Args:
        question: the message, read by itself.
        shown: what the answer before it showed.
        known: what the loaded budgets know of its words, and what they call their lines.

    Returns:
        None where it asks something else, or no list of the largest was shown.
    """
    previous = shown.question
    frame = previous.frame
    ranks = frame.intent is Intent.LARGEST and frame.bounds is None and not previous.parts
    if not ranks or question.asks_edition or question.codes or not question.frame.asks_nothing_more:
        return None
    if (rank := _read_from_end(question)) is not None:
        turned = replace(frame, at_rank=rank, smallest=not frame.smallest, count=None)
        return replace(previous, frame=turned, said=question.tokens)
    if (count := _read_length(question)) is not None:
        return replace(previous, frame=replace(frame, count=count, at_rank=None), said=question.tokens)
    summed = question.relation is Relation.SUMMED and question.names_nothing and not question.parts
    if summed and frame.count is None and shown.whole is not None:
        whole = line_at(shown.whole, known.name_path(shown.whole) or previous.named)
        return with_edition(replace(whole, said=question.tokens), previous)
    return None


def first_and_chosen(question: Question, shown: ShownBefore, known: KnownWords) -> Question | None:
    """The line chosen of the largest and the first of them, asked of together: `их разница`.

    Args:
        question: the message, read by itself.
        shown: what the answer before it showed.
        known: what the loaded budgets know of its words, and what they call their lines.

    Returns:
        None where it asks nothing of two lines, or another line was asked for before that one.
    """
    previous, listed = shown.question, shown.question.earlier
    of_two = question.relation in {Relation.SUMMED, Relation.COMPARED} and question.names_nothing
    if not of_two or question.parts or listed is None or listed.intent is not Intent.LARGEST:
        return None
    if not previous.path or (find_in_list(previous, shown.offered) or 0) < _FEWEST or listed.parts:
        return None
    path = shown.offered[1]
    first = with_edition(line_at(path, known.name_path(path) or listed.named), previous)
    return all_together(question, replace(previous, earlier=first), known.find_places)


def _read_from_end(question: Question) -> int | None:
    """The place from the end of a list that a message names: `второе с конца`, `предпоследнее`."""
    asking, said = load_asking_words(), [token for token in question.tokens if token.folded != "-"]
    numbers = [number for token in said if (number := read_ordinal(token.folded)) is not None]
    ends = [token for token in said if is_small(SmallWord.FROM_END, token.sound)]
    before_last = [token for token in said if is_small(SmallWord.BEFORE_LAST, token.sound)]
    others = [
        token
        for token in said
        if not (token.filler or token in ends or token in before_last)
        and read_ordinal(token.folded) is None
        and not asking.says(token.sound, Asks.LINE, Asks.CHOICE, Asks.GENERIC)
    ]
    if others:
        return None
    if before_last and not numbers and not ends:
        return _SECOND_LAST
    return numbers[0] if ends and len(numbers) == 1 and numbers[0] > 0 else None


def _read_length(question: Question) -> int | None:
    """How many lines a message asks for and nothing else: `только пять`, `тек бесеуін көрсет`."""
    asking = load_asking_words()
    only = any(is_small(SmallWord.JUST, token.sound) for token in question.tokens)
    counted = [
        (token, count) for token in question.tokens if (count := read_collective(token.folded)) is not None
    ]
    if not only or len(counted) != 1:
        return None
    named = [token for token in question.tokens if not token.filler and token is not counted[0][0]]
    plain = all(
        is_small(SmallWord.JUST, token.sound)
        or asking.says(token.sound, Asks.LINE, Asks.PROGRAM, Asks.GENERIC)
        for token in named
    )
    return counted[0][1] if plain and counted[0][1] > 1 else None
