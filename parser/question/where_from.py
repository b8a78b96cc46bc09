"""Where money comes from: `откуда берутся доходы` asks what revenue consists of.

All money that comes in is one: of which money a line is paid no decision says (`откуда деньги на школы`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from parser.budget_code import Side
from parser.question.asking_words import HeardWords, load_asking_words
from parser.question.asks import Asks
from parser.question.intents import Frame, Intent, Unheld
from parser.question.question import Token
from parser.question.small_words import SmallWord, is_small
from parser.question.word_forms import DATIVE, GENITIVE

# What names all money that comes in, or whoever gets it: `откуда город берёт деньги`.
_OF_ALL = (
    Asks.INCOME,
    Asks.CASH,
    Asks.MONEY,
    Asks.WHOLE,
    Asks.RECEIVES,
    Asks.GETS,
    Asks.TAKES,
    Asks.WHERE_FROM,
)
_UNASKED = frozenset({None, Unheld.PLACE})  # `қайдан` is a place elsewhere


def ask_where_from(tokens: tuple[Token, ...], frame: Frame) -> tuple[tuple[Token, ...], Frame]:
    """The words of a message that asks where money comes from, and what it asks then.

    Args:
        tokens: the words, marked where they name no line.
        frame: what they ask otherwise.

    Returns:
        Both as they are for any other message.
    """
    spoken = [token.sound for token in tokens]
    asking = load_asking_words().hear(spoken)
    plain = frame.intent is Intent.AMOUNT and frame.beyond_plan in _UNASKED
    asked = any(asking.says_after(*pair, Asks.WHERE_FROM) for pair in pairwise(["", *spoken]))
    if not (plain and asked):
        return tokens, frame
    named = {n for n, token in enumerate(tokens) if not token.filler and not _is_of_all(token.sound)}
    if not named:
        return _mark_all(tokens), Frame(Intent.LIST, side=Side.RECEIPTS)
    spent = any(is_small(SmallWord.PURPOSE, before) for before, _ in pairwise(spoken))
    spent = spent or any(_spends(spoken, number, asking) for number in named)
    if spent and asking.any_says(Asks.CASH, Asks.MONEY):
        return tokens, replace(frame, beyond_plan=Unheld.SOURCE)
    return tokens, frame


def ask_of_figure(tokens: Sequence[Token], frame: Frame) -> Frame:
    """What is asked where a figure is: where it was taken from asks of no change (`откуда взяли 8 млрд`).

    Args:
        tokens: the words, marked where they name no line.
        frame: what they ask otherwise.
    """
    if frame.intent is not Intent.CHANGE or not all(token.filler for token in tokens):
        return frame
    asking = load_asking_words()
    return Frame() if any(asking.says(token.sound, Asks.WHERE_FROM) for token in tokens) else frame


def _spends(spoken: Sequence[str], number: int, asking: HeardWords) -> bool:
    """Whether a word names what money is for: `мектепке ақша`, `мектептің ақшасы`, `школы получают`."""
    if DATIVE.search(spoken[number]):
        return True
    following = spoken[number + 1] if number + 1 < len(spoken) else ""
    if GENITIVE.search(spoken[number]) and asking.says(following, Asks.CASH, Asks.MONEY):
        return True
    return asking.says(following, Asks.GETS)


def _is_of_all(word: str) -> bool:
    return load_asking_words().says(word, *_OF_ALL)


def _mark_all(tokens: Sequence[Token]) -> tuple[Token, ...]:
    return tuple(replace(token, filler=True) for token in tokens)
