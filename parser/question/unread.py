"""Words that name no line and yet ask something else than how much: `дешевле`, `никогда`, `менің`.

What a message asks is read by lists. What no list has read, and no line is named by, must not pass in
silence: `школы дешевле` asks for no amount of schools. The words are in `locales/unread.tsv`; a line beside
them is offered and never asserted.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from functools import cache

from parser.dataclass import replace
from parser.question.question import Question, Token
from parser.question.word_patterns import Phrases
from parser.text.word_lists import ListRow, read_list

UNREAD_COLUMNS = ("phrase", "says", "example")


class Unread(StrEnum):
    """What a row of the list says of its phrase: the column `says`."""

    WEIGHS = "weighs"  # it asks something that nothing has read
    READ = "read"  # it looks so and is harmless: `не подскажете`


def mark_unread(question: Question) -> Question:
    """A message with those of its words marked that ask something else than the amount that was read.

    Args:
        question: the message; one of which something else was read, or that names several lines, stays as
            it is.
    """
    if question.parts or not question.frame.asks_nothing_more:
        return question
    unread = _find_unread(question.tokens)
    tokens = tuple(replace(token, unread=n in unread) for n, token in enumerate(question.tokens))
    return replace(question, tokens=tokens) if unread else question


def _find_unread(tokens: Sequence[Token]) -> frozenset[int]:
    """The numbers of these words: what stands in a harmless phrase and what names a line is none."""
    found = list(load_unread().find(tokens))
    read = {n for match in found if match.phrase.meaning is Unread.READ for n in match.positions}
    weighing = {n for match in found if match.phrase.meaning is Unread.WEIGHS for n in match.positions}
    return frozenset(n for n in weighing - read if tokens[n].filler)


def read_unread_rows() -> tuple[ListRow, ...]:
    """The rows of the list."""
    return read_list("unread.tsv", UNREAD_COLUMNS)


@cache
def load_unread() -> Phrases[Unread]:
    """The phrases of both languages."""
    return Phrases([(row, row.target("says", Unread)) for row in read_unread_rows()], ())
