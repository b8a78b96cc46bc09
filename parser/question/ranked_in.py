"""A rank inside a line that a message names: `на каком месте земельный налог среди налогов`.

Without it the place would be among all lines of the side: a rank in another list than is asked of.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from parser.dataclass import dataclass
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.fillers import is_filler
from parser.question.intents import Frame, Intent, Relation
from parser.question.question import Question
from parser.question.small_words import SmallWord, is_small
from parser.question.taken_out import mark_asking
from parser.text.folding import sound, words


@dataclass(frozen=True, slots=True)
class RankedIn:
    """A message in two: the words of the line that has a place, and of that inside which it has it."""

    line: str
    whole: str


def read_ranked_in(question: Question, text: str, read: Callable[[str], Question]) -> Question | None:
    """A question of a line's place inside another line; None for any other.

    Args:
        question: as it is read without its parts.
        text: the message, its years and numbers spelled.
        read: reads a piece of it.
    """
    found = part_ranked(text) if question.frame.ranked and not question.exclusions else None
    if found is None:
        return None
    line, whole = read(found.line), read(found.whole)
    whole = replace(whole, tokens=mark_asking(whole.tokens, *AT_LARGE))  # среди всех расходов
    if not (line.names_line and whole.names_line) or whole.asks_edition:
        return None
    frame = Frame(Intent.LARGEST, ranked=True)
    parts = (replace(line, frame=frame), replace(whole, frame=frame))
    return replace(question, tokens=line.tokens, codes=line.codes, parts=parts, relation=Relation.RANKED_IN)


def part_ranked(text: str) -> RankedIn | None:
    """The two parts of a message that asks of a rank; None where no word says inside of what.

    >>> part_ranked("на каком месте земельный налог среди налогов")
    RankedIn(line='на каком месте земельный налог', whole='налогов')
    >>> part_ranked("жер салығы салықтар ішінде нешінші орында")
    RankedIn(line='жер салығы нешінші орында', whole='салықтар')

    Args:
        text: the message.
    """
    said = text.split()
    spoken = [sound("".join(words(word))) for word in said]
    for number, word in enumerate(spoken):
        if is_small(SmallWord.INSIDE, word):
            end = next((n for n in range(number + 2, len(said)) if not _names(said[n])), len(said))
            whole = (number + 1, end)
        elif is_small(SmallWord.INSIDE_BEHIND, word):
            generic = load_asking_words().says(spoken[number - 1], Asks.GENERIC)  # мәдениет саласы ішінде
            whole = (max(number - (2 if generic else 1), 0), number)
        else:
            continue
        first, last = min(number, whole[0]), max(number + 1, whole[1])
        line = " ".join((*said[:first], *said[last:]))
        named = " ".join(said[whole[0] : whole[1]])
        if any(map(_names, line.split())) and any(map(_names, named.split())):
            return RankedIn(line, named.strip(" ,.?!"))
    return None


AT_LARGE = (
    *(Asks.WHOLE, Asks.MONEY, Asks.OUTLAY, Asks.INCOME, Asks.GENERIC, Asks.LINE, Asks.RANK),
    *(Asks.PROGRAM, Asks.ADMINISTRATOR, Asks.GROUP, Asks.SUBGROUP),
)
"""What names no line that another one may stand in: `среди всех расходов`."""


def _names(said: str) -> bool:
    return any(not is_filler(word, sound(word)) for word in words(said))
