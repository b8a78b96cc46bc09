"""Whom a message calls on: `балам, жолға қанша?`. Between commas it names no line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from parser.question.fillers import is_filler
from parser.question.introductions import read_introduction_rows
from parser.text.folding import sound, sounds, words
from parser.text.word_lists import ListRow

_FIRST = re.compile(r"^\s*(?P<said>[^,.!?;\n]+?)\s*[,!]\s*(?=\S)")
_LAST = re.compile(r"\s*,\s*(?P<said>[^,.!?;\n]+?)(?=\s*[.!?…]*\s*$)")
_BETWEEN = re.compile(r",\s*(?P<said>[^,.!?;\n]+?)\s*(?=,)")
_MOST = 2  # words with which somebody is called on


def cut_called(text: str) -> str:
    """A message without whom it calls on between commas; as it is where nothing else is named.

    >>> cut_called("Балам, жолға қанша")
    'жолға қанша'

    Args:
        text: the message.
    """
    rest, first = text, _FIRST.match(text)
    if first and _calls(first["said"]):
        rest = text[first.end() :]
    rest = _BETWEEN.sub(lambda match: "" if _calls(match["said"]) else match[0], rest)
    last = _LAST.search(rest)
    if last and _calls(last["said"]):
        rest = rest[: last.start()] + rest[last.end() :]
    return rest if any(not is_filler(word, sound(word)) for word in words(rest)) else text


def _calls(said: str) -> bool:
    spoken, (called, beside) = sounds(said), _load_called()
    known = called | beside  # `аким` alone is a line: товарищ аким
    return 0 < len(spoken) <= _MOST and known.issuperset(spoken) and not called.isdisjoint(spoken)


@cache
def _load_called() -> tuple[frozenset[str], frozenset[str]]:
    """The words that call on somebody, as they sound, and those that do so only beside one of them."""
    rows = read_introduction_rows()
    return _sound_of(rows, "calls"), _sound_of(rows, "calls-beside")


def _sound_of(rows: Iterable[ListRow], at: str) -> frozenset[str]:
    return frozenset(spoken for row in rows if row["at"] == at for spoken in sounds(row["words"]))
