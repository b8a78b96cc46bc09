"""Whether money is said to come in from what a message names: `жерден қанша түсті`, `собирают с бизнеса`.

By itself `жер` names the office for land, and `бизнес` what is spent on it; as what money comes from they
name taxes, sales and rents.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.question import Token
from parser.question.small_words import SmallWord, is_small
from parser.question.word_forms import ABLATIVE, OF_US, OF_US_RUSSIAN

_COMES_IN = (Asks.RECEIVES, Asks.GETS, Asks.TAKES, Asks.INCOME)


def tells_of_receipts(tokens: Sequence[Token]) -> bool:
    """Whether words say that money comes in from something that they name.

    >>> from parser.question.reading import read_question
    >>> said = ("сколько собирают с бизнеса", "сколько на бизнес")
    >>> [tells_of_receipts(read_question(text).tokens) for text in said]
    [True, False]

    Args:
        tokens: the words of a message, those that only ask among them.
    """
    spoken = [token.sound for token in tokens]
    asking = load_asking_words().hear(spoken)
    if any(is_small(SmallWord.PURPOSE, word) for word in spoken):
        return False  # сколько город берёт с трассы на школы
    paid_in = any(asking.says_after(*pair, Asks.IN_WHOLE) for pair in pairwise(["", *spoken]))
    if paid_in and asking.any_says(Asks.PAYS):
        return True
    if _only_asks_how_much_from(tokens):
        return True
    receives = any(asking.says_together(*pair, Asks.RECEIVES) for pair in pairwise(spoken))
    if not (receives or asking.any_says(*_COMES_IN)):
        return False
    return any(
        is_small(SmallWord.RECEIVED_FROM, before)
        or is_small(SmallWord.RECEIVED_FROM_BEHIND, behind)
        or ABLATIVE.search(token.sound)
        for before, token, behind in zip(["", *spoken], tokens, [*spoken[1:], ""], strict=False)
        if not (token.filler or asking.says(token.sound, Asks.WHOLE, *_COMES_IN))
    )


def _only_asks_how_much_from(tokens: Sequence[Token]) -> bool:
    """Whether it is asked how much is from something, and nothing else: `республикадан қанша`."""
    naming = [number for number, token in enumerate(tokens) if not token.filler]
    asking = load_asking_words()
    how_much = any(asking.says(token.sound, Asks.HOW_MUCH, Asks.HOW_MANY) for token in tokens)
    if not how_much or not naming or naming[-1] - naming[0] >= len(naming):
        return False
    first, last = naming[0], naming[-1]
    before = tokens[first - 1].sound if first else ""
    from_it = is_small(SmallWord.COMES_FROM, before) or ABLATIVE.search(tokens[last].sound) is not None
    others = (token for token in tokens if token.filler)
    gives = (Asks.SPENDS, Asks.GIVES)
    return from_it and not any(asking.says(token.sound, *gives) for token in others)


def gives_away(tokens: Sequence[Token]) -> bool:
    """Whether a verb says that money is given away: `отдаём в республику`; `дали` is of whoever gets it.

    Args:
        tokens: the words of a message.
    """
    asking, both = load_asking_words(), {Asks.SPENDS, Asks.GIVES}
    heard = asking.hear([token.sound for token in tokens])
    return any(heard.list_asked(token.sound) >= both for token in tokens)


def pays_out(tokens: Sequence[Token]) -> bool:
    """Whether a verb says that the budget itself pays or buys, so that nothing comes in.

    >>> from parser.question.reading import read_question
    >>> said = ("сколько платим за аренду", "сколько платят за аренду", "қанша мүлік сатып алынды")
    >>> [pays_out(read_question(text).tokens) for text in said]
    [True, False, True]

    Args:
        tokens: the words of a message.
    """
    spoken = [token.sound for token in tokens]
    asking = load_asking_words().hear(spoken)
    if any(is_small(SmallWord.TO_US, word) for word in spoken):
        return False  # сколько вернули району
    if any(asking.says_after(*pair, Asks.BUYS) for pair in pairwise(["", *spoken])):
        return True
    of_us = any(is_small(SmallWord.FROM_US, word) for word in spoken)
    return any(
        asking.says(word, Asks.GIVES_UP) and (of_us or OF_US.search(word) or OF_US_RUSSIAN.search(word))
        for word in spoken
    )
