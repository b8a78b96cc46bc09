"""Asking about the bot itself: who it is, who made it, what it can do (`locales/bot_itself.tsv`).

The words of such a message may name something of a budget elsewhere (`ты от акимата?`), so whole phrases
tell, not words by themselves; and what else the message says must ask nothing.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from parser.question.fillers import is_filler
from parser.question.question import Token
from parser.question.remarks import Remark, says_nothing
from parser.question.word_patterns import Phrases
from parser.text.folding import sound, words
from parser.text.word_lists import ListRow, read_list

BOT_ITSELF_COLUMNS = ("phrase", "says", "example")
_MOST_WORDS = 10  # a longer message tells something else


class AboutBot(StrEnum):
    """What a row of the list is for: the column `says`."""

    ASKS = "asks"
    HELP = "help"  # what it can do and cannot, how to ask
    BETWEEN = "between"  # may stand between the words of a phrase


def read_about_bot(text: str) -> Remark | None:
    """What a message asks of the bot itself, where it asks nothing else; None for any other message.

    >>> read_about_bot("ты от акимата?"), read_about_bot("чего ты не умеешь")
    (<Remark.ITSELF: 'itself'>, <Remark.ABOUT: 'about'>)
    """
    said = [(word, sound(word)) for word in words(text)]
    if not 0 < len(said) <= _MOST_WORDS:
        return None
    tokens = [Token(word, spoken, is_filler(word, spoken)) for word, spoken in said]
    for found in _load_phrases().find(tokens):
        inside = range(found.positions[0], found.positions[-1] + 1)
        rest = (token for number, token in enumerate(tokens) if number not in inside)
        if all(token.filler or says_nothing(token.sound) for token in rest):
            return Remark.ABOUT if found.phrase.meaning is AboutBot.HELP else Remark.ITSELF
    return None


def read_bot_itself_rows() -> tuple[ListRow, ...]:
    """The rows of the list."""
    return read_list("bot_itself.tsv", BOT_ITSELF_COLUMNS)


@cache
def _load_phrases() -> Phrases[AboutBot]:
    rows = [(row, row.target("says", AboutBot)) for row in read_bot_itself_rows()]
    asking = [(row, says) for row, says in rows if says is not AboutBot.BETWEEN]
    return Phrases(asking, [row["phrase"] for row, says in rows if says is AboutBot.BETWEEN])
