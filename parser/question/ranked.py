"""Words that ask at which place a line stands among its like: `на каком месте спорт`, `нешінші орында`.

Of `что на первом месте в культуре` it is asked which line inside culture is the largest, and not where
culture stands: there a word asks which line, or what is named stands behind `в`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from parser.question.asked_rank import find_rank_words
from parser.question.asking_words import HeardWords, says_in
from parser.question.asks import Asks
from parser.question.ordering import Order
from parser.question.small_words import SmallWord, is_small
from parser.question.superlatives import is_spent
from parser.question.word_forms import LOCATIVE
from parser.records import Language

_ASKS_FOR_LINES = (Asks.WHAT, Asks.WHICH, Asks.WHICH_ONES, Asks.WHOSE, Asks.WHERE)
_LEVELS = (Asks.LINE, Asks.PROGRAM, Asks.GROUP, Asks.SUBGROUP)


def find_ranked(spoken: Sequence[str], fillers: Set[int], asking: HeardWords, order: Order) -> frozenset[int]:
    """The words that ask at which place a line stands, or whether it stands at one; none where none does.

    Args:
        spoken: the words of a message as they sound.
        fillers: the numbers of those that name nothing.
        asking: what the words ask.
        order: what the message asked for already: of `входят в тройку` the three.
    """
    which, said = _list_pairs(spoken, Asks.WHICH_PLACE, asking), _list_pairs(spoken, Asks.AT_PLACE, asking)
    said |= find_rank_words(spoken, asking, order)
    if order.largest:
        said |= {number for number, word in enumerate(spoken) if asking.says(word, Asks.BELONGS)}
    marks = which | said
    marks |= set(_list_denials(spoken, marks))
    others = [number for number in range(len(spoken)) if number not in marks]
    if not marks or any(asking.says(spoken[number], *_ASKS_FOR_LINES) for number in others):
        return frozenset()
    named = [number for number in others if number not in fillers and _names(spoken[number], asking)]
    if all(asking.says(spoken[number], Asks.ADMINISTRATOR) for number in named):
        named = []  # бестікке кірмей қалған бөлімдер
    at_level = any(asking.says(spoken[number], *_LEVELS) for number in others)
    inside = [number for number in named if _is_inside(spoken, number)]
    if which and named and inside == named:  # какое место в садике, балабақшада қандай орын бар
        return frozenset()
    if not which and (not named or at_level or inside):
        return frozenset()
    return frozenset(marks)


def list_ranked_by(spoken: Sequence[str], unnamed: Set[int], asking: HeardWords) -> Iterator[int]:
    """The words for money that say among what a line is ranked: `по доходам`, `шығын бойынша`.

    Args:
        spoken: the words of a message that asks for a rank.
        unnamed: the numbers of those that ask or name nothing.
        asking: what the words ask.
    """
    for number, (word, following) in enumerate(pairwise([*spoken, ""])):
        behind = number + 1 in unnamed and asking.says(following, Asks.EACH_OF, Asks.AMONG, Asks.GENERIC)
        if number not in unnamed and asking.says(word, Asks.MONEY) and (number - 1 in unnamed or behind):
            yield number


def _list_pairs(spoken: Sequence[str], asks: Asks, asking: HeardWords) -> set[int]:
    """The pairs of words that ask this; what points at a line may stand between them: `каком оно месте`."""
    if not asking.may_say(asks):
        return set()
    kept = [number for number, word in enumerate(spoken) if not asking.says(word, Asks.THE_ONE, Asks.IT)]
    said = ((pair, spoken[pair[0]], spoken[pair[1]]) for pair in pairwise(kept))
    return {each for pair, before, word in said if asking.says_together(before, word, asks) for each in pair}


def _list_denials(spoken: Sequence[str], marks: Set[int]) -> Iterator[int]:
    """The words that deny that a line stands there: `не входит`, `не на первом`; but `не кіреді` asks."""
    for number, (word, following) in enumerate(pairwise(spoken)):
        behind = number + 2 if is_small(SmallWord.PURPOSE, following) else number + 1
        if is_small(SmallWord.DENIES, word) and behind in marks and says_in(Language.RU, spoken[behind]):
            yield number


def _names(word: str, asking: HeardWords) -> bool:
    """Whether a word may name a line: `кто занял последнее место по расходам` names none."""
    return not (asking.says(word, Asks.MONEY, Asks.WHOLE, Asks.GENERIC) or is_spent(word))


def _is_inside(spoken: Sequence[str], number: int) -> bool:
    """Whether a word names that which lines stand in: `первое место в культуре`, `мәдениетте`."""
    inside = number > 0 and is_small(SmallWord.INSIDE, spoken[number - 1])
    return inside or LOCATIVE.search(spoken[number]) is not None
