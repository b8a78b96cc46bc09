"""Whether money is said to go up to another budget: `отдаём области`, `республикаға қанша аударамыз`.

By itself `область` is a place, and in `область дала` money comes in from it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.place_words import kinds_called
from parser.question.question import Token
from parser.question.small_words import SmallWord, is_small
from parser.question.word_forms import DATIVE, DATIVE_OF_BODY, LOCATIVE_OF_BODY
from parser.text.places import PlaceKind

_TAKES = (Asks.TAKES, Asks.GETS, Asks.RECEIVES)
_GIVES = (Asks.GIVES_UP, Asks.GIVES, Asks.SPENDS, Asks.PAYS)


def tells_of_giving_up(tokens: Sequence[Token], named: Collection[int]) -> bool:
    """Whether words say that money goes to the budget that some of them name.

    >>> from parser.question.reading import read_question
    >>> said = ("отдаём в республику", "республика нам отдаёт", "забирает республика")
    >>> [tells_of_giving_up(read_question(text).tokens, {number}) for text, number in zip(said, (2, 0, 1))]
    [True, False, True]

    Args:
        tokens: the words of a message, those that only ask among them.
        named: where the words stand that name it.
    """
    spoken = [token.sound for token in tokens]
    asking = load_asking_words().hear(spoken)
    others = [word for number, word in enumerate(spoken) if number not in named]
    if any(is_small(SmallWord.TO_US, word) for word in others):
        return False  # сколько область отдаёт нам
    of_district = kinds_called([spoken[number] for number in named]) == {PlaceKind.DISTRICT}
    if of_district and any(asking.says(word, Asks.TERRITORY) for word in others):
        return False  # облыс ауданға қанша береді
    first, last = min(named), max(named)
    before = spoken[first - 1] if first else ""
    ours = any(is_small(SmallWord.TAKEN_FROM_US, word) for word in others)
    taken = ours and any(asking.says(word, *_TAKES) for word in others)  # облыс бізден қанша алады
    if taken or any(asking.says_after(*pair, Asks.TAKES_UP) for pair in pairwise(["", *others])):
        return not is_small(SmallWord.RECEIVED_FROM, before)  # сколько забирает область
    inside = is_small(SmallWord.LIVES_IN, before)  # в
    if (inside and not LOCATIVE_OF_BODY.search(spoken[last])) or DATIVE.search(spoken[last]):
        return any(asking.says(word, *_GIVES) for word in others)
    is_to = DATIVE_OF_BODY.search(spoken[last]) is not None and not is_small(SmallWord.BEFORE_NAME, before)
    gives = _GIVES if any(is_small(SmallWord.FROM_US, word) for word in others) else (Asks.GIVES_UP,)
    return is_to and any(asking.says(word, *gives) for word in others)
