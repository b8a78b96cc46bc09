"""Words around an amount that only say where it was seen or who told it: `в газете писали 655 млн`.

Beside an amount they name no line and ask nothing: `в новостях` asks of no change there, and `в строке` is no
road. Elsewhere they are words as any other. The phrases are in `locales/amount_seen.tsv`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from parser.question.question import Token
from parser.question.word_patterns import Phrases
from parser.text.folding import sound, words
from parser.text.word_lists import ListRow, read_list

AMOUNT_SEEN_COLUMNS = ("phrase", "example")


def find_amount_seen(tokens: Sequence[Token]) -> frozenset[int]:
    """Which words of a message that has an amount only say where that was seen.

    Args:
        tokens: the words, without the amount.
    """
    return frozenset(number for found in _load().find(tokens) for number in found.positions)


def without_amount_seen(text: str) -> str:
    """A text about an amount without the words that only say where it was seen.

    >>> without_amount_seen("слышал цифру субвенций")
    'субвенций'
    """
    pieces = text.split()
    tokens = [(at, Token(word, sound(word))) for at, piece in enumerate(pieces) for word in words(piece)]
    seen = find_amount_seen([token for _, token in tokens])
    kept = {at for number, (at, _) in enumerate(tokens) if number not in seen}
    said = {at for at, _ in tokens}
    return " ".join(piece for at, piece in enumerate(pieces) if at in kept or at not in said)


def read_amount_seen_rows() -> tuple[ListRow, ...]:
    """The rows of the list."""
    return read_list("amount_seen.tsv", AMOUNT_SEEN_COLUMNS)


@cache
def _load() -> Phrases[None]:
    return Phrases([(row, None) for row in read_amount_seen_rows()], ())
