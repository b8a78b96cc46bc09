"""Words that asking is read by, typed in Latin letters: `1 mlrd tan asatyn`, `dorozhe 2 mlrd`, `karashada`.

Most words are compared as they sound, in whatever letters. What bounds an amount or names an edition is
found in the text itself, by patterns in Cyrillic: these words of a message in Latin letters are written so.
"""

from __future__ import annotations

import re
from functools import cache

from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.fillers import load_fillers
from parser.question.named_decision import read_ordinal_rows
from parser.question.numerals import numeral_rows
from parser.question.said_amounts import amount_scales, read_slang_words
from parser.question.small_words import SmallWord, is_small
from parser.text.dates import read_month_words
from parser.text.folding import sound
from parser.text.letters import CYRILLIC, FROM_SOUNDS
from parser.text.units import read_unit_words

_WRITTEN = (
    *(Asks.MORE_THAN, Asks.MORE_THAN_FOLLOWS, Asks.LESS_THAN, Asks.LESS_THAN_FOLLOWS, Asks.THAN),
    *(Asks.AT_LEAST, Asks.AT_LEAST_FOLLOWS, Asks.AT_MOST, Asks.AT_MOST_FOLLOWS, Asks.REACHES_NOT),
    *(Asks.RANGE, Asks.RANGE_FOLLOWS, Asks.UNTIL, Asks.PERCENT, Asks.BUDGET_SHARE, Asks.BETWEEN),
    *(Asks.AFTER, Asks.AFTER_FOLLOWS, Asks.SINCE, Asks.SINCE_FOLLOWS, Asks.SINCE_START, Asks.YEAR_END),
    *(Asks.ORIGINAL, Asks.LATEST, Asks.DECISION, Asks.AMENDMENT, Asks.QUARTER, Asks.HALF_YEAR),
    *(Asks.WITHOUT, Asks.SPRING, Asks.SUMMER, Asks.AUTUMN, Asks.WINTER),
)
_WORD = re.compile(r"(?<![\w/.-])[A-Za-z]{2,}(?![\w/-])")
_OUTLAY = re.compile(r"(?<!\w)rash(?=od)", re.IGNORECASE)  # rashody is расходы: no ш stands in it
# In Kazakh Latin letters, which alone have q, j is ж: `jaryqqa`, `qarajat`. In Russian ones `ja` is я.
_J = re.compile("j(?=[aou])", re.IGNORECASE)
_SHORTEST_STEM = 3  # sounds that a longer word is known by
_ENDING = re.compile("[dtn][ae]n")  # of an amount, typed by itself: 5 млн нан


def spell_latin(text: str) -> str:
    """A message in Latin letters with the words in Cyrillic that bound amounts or name editions.

    >>> spell_latin("1 mlrd tan asatyn shygyndar")
    '1 млрд-tan асатын shygyndar'
    >>> spell_latin("top 5 rashodov")
    'top 5 raskhodov'
    >>> spell_latin("jaryqqa qansha"), spell_latin("kowege kanwa")
    ('zharyqqa қанша', 'koshege қанша')

    Args:
        text: the message; words of one that has a Cyrillic letter stay as they are.
    """
    if not CYRILLIC.search(text) and _WORD.search(text):
        if "q" in text.casefold():
            text = _J.sub("zh", text)
        text = _spell_w(text)
        text = _WORD.sub(lambda match: _spell(match.group()), text)
        text = _OUTLAY.sub("raskh", text)
    return _apart().sub(_join, text)


def _spell_w(text: str) -> str:
    """A message with `sh` for the `w` that is typed for ш, which its words tell: `kanwa akwa`; but `awyl`."""
    if "w" not in text.casefold():
        return text
    typed = [word for word in _WORD.findall(text) if "w" in word.casefold() and _is_known(_with_sh(word))]
    if typed and "sh" not in text.casefold():
        return _with_sh(text)
    return _WORD.sub(lambda match: _with_sh(match.group()) if match.group() in typed else match.group(), text)


def _with_sh(text: str) -> str:
    return text.replace("w", "sh").replace("W", "Sh")


def _is_known(word: str) -> bool:
    spoken = sound(word.casefold())
    return spoken in load_fillers() or load_asking_words().says(spoken, Asks.HOW_MUCH, Asks.CASH)


def _join(match: re.Match[str]) -> str:
    """An amount with its ending: `5 млн нан`."""
    joined = _ENDING.fullmatch(sound(match["ending"].casefold())) is not None
    return f"{match['scale']}-{match['ending']}" if joined else match.group()


@cache
def _apart() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?P<scale>(?:{amount_scales()})[^\W\d]*)\s+(?P<ending>[^\W\d]{{3}})(?!\w)", re.IGNORECASE
    )


def _spell(word: str) -> str:
    spoken, (whole, begun) = sound(word.casefold()), _load_written()
    if spoken in whole:
        return whole[spoken]
    for end in range(len(spoken), _SHORTEST_STEM - 1, -1):
        if spoken[:end] in begun:
            return begun[spoken[:end]] + spoken[end:].translate(FROM_SOUNDS)
    return word


@cache
def _load_written() -> tuple[dict[str, str], dict[str, str]]:
    """By their sound the words as the lists write them, and the beginnings that any end may follow."""
    asking, whole, begun = load_asking_words(), dict[str, str](), dict[str, str]()
    listed = [word for asks in _WRITTEN for phrase in asking.list_phrases(asks) for word in phrase.split()]
    listed = [word for word in listed if not is_small(SmallWord.DENIES, sound(word))]  # `ne` is «не», what
    listed += [row["word"] for row in numeral_rows() if not row["word"].endswith("-")]
    listed += [*read_slang_words(), *read_unit_words(), *read_month_words()]
    listed += [row["word"] for row in read_ordinal_rows()]
    for word in listed:
        stem = word.rstrip("*~")
        kind = whole if stem == word else begun
        if CYRILLIC.search(stem):
            kind.setdefault(sound(stem), stem)
    return whole, begun
