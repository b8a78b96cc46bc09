"""Courtesy within a question or behind it: `сколько, пожалуйста, на школы`, `мектепке қанша, рахмет`.

Its commas part no lines, and its words ask nothing (`locales/courtesies.tsv`). A message that says
nothing else stays as it is: it is thanks.
"""

from __future__ import annotations

import re
from functools import cache

from parser.question.fillers import is_filler
from parser.question.joining_words import find_join
from parser.question.remarks import read_remark, says_nothing
from parser.text.folding import sound, sounds, words
from parser.text.word_lists import ListRow, any_in_either_case, read_list

COURTESY_COLUMNS = ("words", "example")
_BETWEEN = re.compile(r"(\s*(?:,(?!\d)|[.!?…;]+(?=\s)|\n)\s*)")  # what parts a message, but no number
_AROUND = " .!?…)"


def cut_courtesies(text: str) -> str:
    """A message without the courtesy that stands between its commas or at its end.

    >>> cut_courtesies("сколько, пожалуйста, на школы"), cut_courtesies("мектепке қанша, рахмет")
    ('сколько на школы', 'мектепке қанша')

    Args:
        text: the message; as it is where it says nothing else.
    """
    first, *others = _BETWEEN.split(_cut_last_words(text))
    kept, courteous = [first], False
    for sign, piece in zip(others[::2], others[1::2], strict=True):
        if _is_courteous(piece):
            courteous = True
            kept.append("?" if "?" in sign else "")  # of what was asked before it
        elif courteous:
            kept += [" " if _only_asks(kept[0]) else sign, piece]
            courteous = False
        else:
            kept += [sign, piece]
    rest = "".join(kept)
    return rest if rest != text and _says_more(rest) else text


def _cut_last_words(text: str) -> str:
    """A message without the last of its words, where several together are a courtesy with no comma ahead."""
    found = _last_phrase().search(text)
    return text[: found.start()] + "?" * ("?" in found[0]) if found else text


def _is_courteous(piece: str) -> bool:
    return tuple(sounds(piece.strip(_AROUND))) in _load_phrases()


def _only_asks(piece: str) -> bool:
    """Whether a beginning names nothing yet: `сколько`."""
    return all(is_filler(word, sound(word)) for word in words(piece))


def _says_more(rest: str) -> bool:
    """Whether a message asks or names something beside its courtesy."""
    spoken = sounds(rest)
    named = any(not (is_filler(word, sound(word)) or says_nothing(sound(word))) for word in words(rest))
    goes_on = bool(find_join(rest)[0]) and len(spoken) > 1  # `а через год`
    return (named or goes_on) and read_remark(rest, spoken) is None


@cache
def _load_phrases() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(sounds(row["words"])) for row in read_courtesy_rows())


@cache
def _last_phrase() -> re.Pattern[str]:
    phrases = [row["words"] for row in read_courtesy_rows() if " " in row["words"]]
    return re.compile(rf"(?<=\w)[\s,]+{any_in_either_case(phrases)}[\s.!?…)]*$", re.IGNORECASE)


def read_courtesy_rows() -> tuple[ListRow, ...]:
    """The rows of the list."""
    return read_list("courtesies.tsv", COURTESY_COLUMNS)
