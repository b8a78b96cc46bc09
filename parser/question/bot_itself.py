"""Asking about the bot itself: who it is, who made it, where its figures are from (`locales/bot_itself.tsv`).

The words of such a message may name something of a budget elsewhere (`ты от акимата?`), so whole phrases
tell, not words by themselves; and what else the message says must ask nothing.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from parser.question.fillers import is_filler
from parser.question.question import Token
from parser.question.remarks import says_nothing
from parser.question.word_patterns import Phrases
from parser.text.folding import sound, words
from parser.text.word_lists import ListRow, read_list

BOT_ITSELF_COLUMNS = ("phrase", "says", "example")
_MOST_WORDS = 10  # a longer message tells something else


class AboutBot(StrEnum):
    """What a row of the list is for: the column `says`."""

    ASKS = "asks"
    BETWEEN = "between"  # may stand between the words of a phrase


def asks_about_bot(text: str) -> bool:
    """Whether a message asks who or what the bot is, and nothing else.

    >>> asks_about_bot("ты от акимата?")
    True
    """
    said = [(word, sound(word)) for word in words(text)]
    if not 0 < len(said) <= _MOST_WORDS:
        return False
    tokens = [Token(word, spoken, is_filler(word, spoken)) for word, spoken in said]
    for found in _load_phrases().find(tokens):
        inside = range(found.positions[0], found.positions[-1] + 1)
        rest = (token for number, token in enumerate(tokens) if number not in inside)
        if all(token.filler or says_nothing(token.sound) for token in rest):
            return True
    return False


def read_bot_itself_rows() -> tuple[ListRow, ...]:
    """The rows of the list."""
    return read_list("bot_itself.tsv", BOT_ITSELF_COLUMNS)


@cache
def _load_phrases() -> Phrases[AboutBot]:
    rows = [(row, row.target("says", AboutBot)) for row in read_bot_itself_rows()]
    asking = [(row, says) for row, says in rows if says is AboutBot.ASKS]
    return Phrases(asking, [row["phrase"] for row, says in rows if says is AboutBot.BETWEEN])
