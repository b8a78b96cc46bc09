"""Messages that ask nothing: a greeting, thanks, a swear word, a thumb (`locales/talk.tsv`)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from parser.text.folding import sounds, words
from parser.text.word_lists import ListRow, WordSet, read_list, spoken_words, word_set

TALK_COLUMNS = ("words", "says", "example")
_AROUND = "around"  # says nothing by itself
_PHRASE = "+"  # joins words that say something only together
_FIRST_PIECE = re.compile(r"\s*([^,.!;\n]+)[,.!;\n]+\s*")


class Remark(StrEnum):
    """What a message says that asks nothing of a budget; of several the first is answered."""

    SWEARING = "swearing"
    LANGUAGE = "language"  # the other language is asked for
    THANKS = "thanks"
    ITSELF = "itself"  # who the bot is, who made it, where its figures are from: `bot_itself.tsv`
    ABOUT = "about"  # what the bot can do, how to ask
    FAREWELL = "farewell"
    GREETING = "greeting"
    AGREEMENT = "agreement"
    WORDLESS = "wordless"  # only signs: `?`, `...`
    CHECK = "check"  # a check is asked for, and not of what
    PLACES = "places"  # which places are loaded, or another one: `place_list.tsv`


def read_remark(text: str, spoken: Sequence[str]) -> Remark | None:
    """What a message says, where it asks nothing.

    Args:
        text: the message.
        spoken: its words as they sound.

    Returns:
        None for a message that may ask something.
    """
    talk = _load_talk()
    if not words(text):
        signs = (says for sign, says in talk.signs.items() if sign in text)
        return next(signs, Remark.WORDLESS) if text.strip() else None
    said = talk.find_remarks(spoken) if spoken else None
    return None if said is None else next((remark for remark in Remark if remark in said), Remark.ABOUT)


def cut_greeting(text: str) -> str:
    """A message without the greeting that it begins with, where it says more: its commas part no lines.

    >>> cut_greeting("салем бро, на садики сколько")
    'на садики сколько'

    Args:
        text: the message.
    """
    talk = _load_talk()
    match = _FIRST_PIECE.match(text)
    if match is None or Remark.GREETING not in (talk.find_remarks(sounds(match[1])) or ()):
        return text
    rest = text[match.end() :]
    return rest if talk.find_remarks(sounds(rest)) is None else text  # `хай, ок` is one remark


def says_nothing(spoken: str) -> bool:
    """Whether a word, as it sounds, is one of those that ask nothing of a budget."""
    return _load_talk().all_words.has(spoken)


def is_swearing(spoken: str) -> bool:
    """Whether a word, as it sounds, is one to swear with: it names no line."""
    return _load_talk().telling[Remark.SWEARING].has(spoken)


def read_talk_rows() -> tuple[ListRow, ...]:
    """The rows of the list."""
    return read_list("talk.tsv", TALK_COLUMNS)


@dataclass(frozen=True, slots=True)
class _TalkWords:
    all_words: WordSet
    telling: Mapping[Remark, WordSet]
    phrases: Mapping[tuple[str, ...], Remark]
    signs: Mapping[str, Remark]

    def find_remarks(self, spoken: Sequence[str]) -> Collection[Remark] | None:
        """What words say, as they sound; None where one of them is no talk."""
        said: set[Remark] = set()
        rest = list(spoken)
        while rest:
            phrase = next((each for each in self.phrases if tuple(rest[: len(each)]) == each), ())
            if phrase:
                said.add(self.phrases[phrase])
            elif self.all_words.has(rest[0]):
                said |= {remark for remark, telling in self.telling.items() if telling.has(rest[0])}
            else:
                return None
            del rest[: len(phrase) or 1]
        return said


@cache
def _load_talk() -> _TalkWords:
    said = defaultdict[str, list[str]](list)
    signs: dict[str, Remark] = {}
    phrases: dict[tuple[str, ...], Remark] = {}
    for row in read_talk_rows():
        says = row["says"] if row["says"] == _AROUND else row.target("says", Remark)
        for written in row["words"].split():
            if _PHRASE in written and isinstance(says, Remark):
                phrases[tuple(sounds(written))] = says
            elif spoken := spoken_words(written):
                said[says] += spoken
            elif isinstance(says, Remark):
                signs[written] = says
    return _TalkWords(
        word_set([word for listed in said.values() for word in listed]),
        {remark: word_set(said[remark]) for remark in Remark},
        phrases,
        signs,
    )
