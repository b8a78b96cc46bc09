"""A message about one of the lines of a list: `а он вырос?` after the largest, `почему второй вырос`.

Of a list of the largest a pronoun means the line that came out first; an ordinal beside words that only ask
chooses: `третья школа` names a line of its own.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from parser.dataclass import dataclass
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.carried_over import with_edition
from parser.question.in_list import line_at
from parser.question.intents import Intent
from parser.question.named_decision import NO_ORDER, read_ordinal
from parser.question.question import Question
from parser.question.reading import read_question
from parser.question.shown_before import ShownBefore

_LAST = -1


@dataclass(frozen=True, slots=True)
class AboutOne:
    """What a message asks of one line, and that line as what was shown before it.

    Attributes:
        text: the message without the word that chooses.
        shown: the line, as if it alone had been shown.
    """

    text: str
    shown: ShownBefore


def about_one(text: str, own: Question, shown: ShownBefore) -> AboutOne | None:
    """The line of those shown that a message asks something of; None where it means no single one.

    Args:
        text: the message.
        own: read by itself.
        shown: what the answer before it showed.
    """
    if not shown.offered or own.in_order is not NO_ORDER or own.codes or own.amounts or own.scaled:
        return None
    words = text.split()
    ordinals = {
        word: number
        for word, behind in pairwise([*words, ""])
        if (number := _read(word)) is not None and not _tells_when(word, behind)
    }
    if len(ordinals) == 1 and not own.season:
        word, number = next(iter(ordinals.items()))
        chosen = shown.offered.get(max(shown.offered) if number == _LAST else number)
        rest = " ".join(each for each in words if each != word)
        return None if read_question(rest).names_line else _about(chosen, rest, shown)
    picks = shown.question.intent is Intent.LARGEST and shown.question.frame.bounds is None
    if picks and not own.names_line and any(_points(token.folded) for token in own.tokens):
        return _about(shown.offered.get(1), text, shown)
    return None


def _about(path: str | None, text: str, shown: ShownBefore) -> AboutOne | None:
    if path is None:
        return None
    question = with_edition(line_at(path, shown.question.named), shown.question)
    return AboutOne(text, replace(shown, question=question, is_total=False, offered={}))


def _read(word: str) -> int | None:
    """The number of an ordinal in words: digits alone may be anything else."""
    bare = word.strip("?!.,)").casefold()
    return None if bare[:1].isdecimal() else read_ordinal(bare)


def _tells_when(word: str, behind: str) -> bool:
    """Whether an ordinal says when, and chooses no line: `сейчас`, `соңғы рет`."""
    asking, said = load_asking_words(), [each.strip("?!.,)").casefold() for each in (word, behind)]
    return asking.writes(said[0], Asks.NOW) or asking.writes(said[1], Asks.OCCASION)


def _points(folded: str) -> bool:
    return load_asking_words().writes(folded, Asks.THE_ONE)
