"""What a message means beside what it says is not meant: `не школы, а садики`, `мектеп емес, балабақша`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from parser.question.asked_patterns import asked_pattern
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.denied_times import denied_time_pattern, denies_several, said_instead, time_pattern
from parser.question.fillers import is_filler
from parser.question.question import Token
from parser.question.word_forms import DATIVE
from parser.text.folding import sound, words

_ADJECTIVE = re.compile("...(?:[tld][iy]k|[tld]i)$")  # of Kazakh, as it sounds: салықтық, ақылы
# Looks as if something were not meant, and bounds a list or takes something out: `не менее`, `кем емес`.
_NOT_DENYING = (
    *(Asks.AT_LEAST, Asks.AT_MOST, Asks.WITHOUT, Asks.NOT_WITHOUT, Asks.ONLY),
    *(Asks.AT_LEAST_FOLLOWS, Asks.AT_MOST_FOLLOWS),
)


def cut_denied(text: str) -> str:
    """What a message means, without what it says is not meant; else the message as it is.

    >>> cut_denied("не школы, а садики"), cut_denied("мектеп емес, балабақша")
    ('а садики', 'балабақша')
    >>> cut_denied("мектептерге қазанда емес, желтоқсанда қанша")
    'мектептерге желтоқсанда қанша'
    >>> cut_denied("бюджеттен тойға емес дәріге қанша")
    'бюджеттен дәріге қанша'

    Args:
        text: the message.
    """
    if not _may_deny(text):
        return text
    text = _drop_denied_times(text)
    for pattern in (_denied_first(), _denied_before(), _denied_last(), _denied_for()):
        match = pattern.match(text)
        if match and not _not_denying().search(match["said"]) and _names(match["meant"]):
            return match["meant"].strip()
    in_case = _denied_in_case().match(text)
    if in_case and all(DATIVE.search(sound(in_case[word].casefold())) for word in ("last", "next")):
        return f"{in_case['before']}{in_case['meant']}".strip()
    joined = _denied_joined().match(text)
    if joined and _names(joined["last"]) and not _ADJECTIVE.search(sound(joined["last"])):
        return joined["meant"].strip()
    return text


def _may_deny(text: str) -> bool:
    """Whether a text may have any of the words by which something is said not to be meant."""
    return _denied_time().may_be_in(text)


def _drop_denied_times(text: str) -> str:
    """A message without the times that are not meant beside what it names: by themselves they may go on."""
    found = _find_denied_time(text)
    if found is None:
        return text
    if denies_several(found):
        return f"{text[: found.start()]}{text[found.end() :]}".strip(" ,;")
    return text[: found.start()] + _denied_time().sub(said_instead, text[found.start() :])


def denies_times(text: str) -> bool:
    """Whether several times are not meant beside a line, and none is: `школы ни в 2013, ни в 2014`.

    >>> [denies_times(text) for text in ("школы ни в мае, ни в июле", "школы не в мае и не в июне, а в июле")]
    [True, False]

    Args:
        text: the message.
    """
    found = _find_denied_time(text)
    return found is not None and denies_several(found)


def find_meant_line(text: str) -> str | None:
    """What is meant instead of a line whose time stands behind what denies it: `школы не 2014, а садики`.

    >>> find_meant_line("школы не 2014, а садики"), find_meant_line("садики 2014")
    ('садики', None)

    Args:
        text: a message; what it means may be another time as well.
    """
    match = _denied_in_time().match(text)
    named = match is not None and _names(match["line"]) and _names(match["meant"])
    return match["meant"].strip() if match and named else None


def _find_denied_time(text: str) -> re.Match[str] | None:
    """The times that are not meant, beside something that a message names."""
    found = _denied_time().search(text)
    named = found is not None and (_names(text[: found.start()]) or _names(text[found.end() :]))
    return found if named else None


def denies_all(text: str) -> bool:
    """Whether a message only says what is not meant, and nothing is meant instead: `не школы`.

    >>> [denies_all(text) for text in ("не школы", "не школы, а садики", "не подскажете, сколько на школы")]
    [True, False, False]
    >>> [denies_all(text) for text in ("мектеп пен балабақша емес", "салықтық емес")]
    [True, False]

    Args:
        text: the message.
    """
    if not _may_deny(text) or cut_denied(text) != text or _not_denying().search(text):
        return False
    match = _denied_alone().match(text)
    if match is not None:
        return _names(match["next"])
    behind = _denied_behind().match(text)
    # «салықтық емес» begins a name.
    return behind is not None and _names(behind["said"]) and not _ADJECTIVE.search(sound(behind["last"]))


def denies_name(tokens: Sequence[Token]) -> bool:
    """Whether what a message names is not meant, wherever that is said: `доля не образования`.

    Args:
        tokens: its words; «салықтық емес» begins a name.
    """
    asking = load_asking_words()
    for word, following in pairwise(tokens):
        named_before = not word.filler and not _ADJECTIVE.search(word.sound)
        if not following.filler and asking.says(word.sound, Asks.NOT_MEANT):
            return True
        if named_before and asking.says(following.sound, Asks.NOT_FOLLOWS):
            return True
    return False


def _names(text: str) -> bool:
    """Whether a text has a word that does not only ask."""
    return any(not is_filler(word, sound(word)) for word in words(text))


@asked_pattern(Asks.NOT_MEANT)
def _denied_first() -> re.Pattern[str]:
    """`не школы, а садики`; `нет, не 2013, а 2014`; `не школы а садики`."""
    asking = load_asking_words()
    goes_on, denies = asking.pattern(Asks.GOES_ON), asking.pattern(Asks.NOT_MEANT)
    meant = rf"(?P<meant>(?:(?<=,)\s*{goes_on}|(?<=\s){asking.pattern(Asks.MEANT)})\s+.+)$"
    return re.compile(rf"\s*(?:{goes_on}[\s,]*)?(?P<said>{denies}\s+[^,]+?)(?:,|\s)\s*{meant}", re.IGNORECASE)


@asked_pattern(Asks.NOT_MEANT)
def _denied_alone() -> re.Pattern[str]:
    """`не школы`, with the word behind it."""
    asking = load_asking_words()
    goes_on, denies = asking.pattern(Asks.GOES_ON), asking.pattern(Asks.NOT_MEANT)
    return re.compile(rf"\s*(?:{goes_on}[\s,]*)?{denies}\s+(?P<next>\w+)", re.IGNORECASE)


@asked_pattern(Asks.NOT_FOLLOWS)
def _denied_behind() -> re.Pattern[str]:
    """`мектеп емес`, `мектеп пен балабақша емес`: a few words, and nothing behind them."""
    asking = load_asking_words()
    goes_on, denies = asking.pattern(Asks.GOES_ON), asking.pattern(Asks.NOT_FOLLOWS)
    said = r"(?P<said>(?:[^\s,]+\s+(?:,\s*)?){0,3}(?P<last>[^\s,]+))"
    return re.compile(rf"\s*(?:{goes_on}[\s,]*)?{said}\s+{denies}[\s.!]*$", re.IGNORECASE)


@asked_pattern(Asks.NOT_FOLLOWS)
def _denied_before() -> re.Pattern[str]:
    """`мектеп емес, балабақша`: a few words, none of which asks."""
    asking = load_asking_words()
    goes_on, denies = asking.pattern(Asks.GOES_ON), asking.pattern(Asks.NOT_FOLLOWS)
    said = rf"[^\s,]+(?:\s+[^\s,]+){{0,2}}?\s+{denies}"
    # «Салықтық емес түсімдер» is a name.
    between = rf"(?:,\s*|\s+(?={goes_on}\s))(?:{goes_on}\s+)?"
    return re.compile(rf"\s*(?P<said>{said}){between}(?P<meant>.+)$", re.IGNORECASE)


@asked_pattern(Asks.NOT_MEANT)
def _denied_for() -> re.Pattern[str]:
    """`не школы, садики`: a word and what stands for it, of few words."""
    asking = load_asking_words()
    goes_on, denies = asking.pattern(Asks.GOES_ON), asking.pattern(Asks.NOT_MEANT)
    said = rf"(?!{goes_on})(?P<said>{denies}\s+[^\s,]+),\s*"
    return re.compile(
        rf"\s*(?:{goes_on}[\s,]*)*{said}(?P<meant>[^\s,]+(?:\s+[^\s,]+)?)[\s.!]*$", re.IGNORECASE
    )


@asked_pattern(Asks.NOT_FOLLOWS)
def _denied_joined() -> re.Pattern[str]:
    """`мектеп емес балабақша`: of two words one is denied; «салықтық емес түсімдер» is a name."""
    follows = load_asking_words().pattern(Asks.NOT_FOLLOWS)
    said = rf"(?P<said>(?P<last>[^\s,]+)\s+{follows})"
    return re.compile(rf"\s*{said}\s+(?P<meant>[^\s,]+)[\s.!]*$", re.IGNORECASE)


@asked_pattern(Asks.NOT_FOLLOWS)
def _denied_in_case() -> re.Pattern[str]:
    """`тойға емес дәріге қанша`, `бюджеттен мектепке емес, балабақшаға`: of two datives one."""
    follows = load_asking_words().pattern(Asks.NOT_FOLLOWS)
    said = rf"(?P<before>(?:[^\s,]+\s+){{0,3}}?)(?P<said>(?P<last>[^\s,]+)\s+{follows}),?\s+"
    return re.compile(rf"\s*{said}(?P<meant>(?P<next>[^\s,]+).*)$", re.IGNORECASE)


@asked_pattern(Asks.NOT_MEANT, Asks.NOT_FOLLOWS)
def _denied_last() -> re.Pattern[str]:
    """`садики, а не школы`; `садики а не школы`; `балабақша, мектеп емес`."""
    asking = load_asking_words()
    goes_on, denies = asking.pattern(Asks.GOES_ON), asking.pattern(Asks.NOT_MEANT)
    follows = asking.pattern(Asks.NOT_FOLLOWS)
    other = rf"{denies}\s+[^,]+"
    last = rf"{goes_on}\s+{other}|[^\s,]+(?:\s+[^\s,]+){{0,2}}?\s+{follows}[\s.!]*"
    said = rf",\s*(?:{last})|\s+{asking.pattern(Asks.MEANT)}\s+{other}"
    return re.compile(rf"(?P<meant>[^,]+?)(?P<said>{said})$", re.IGNORECASE)


@asked_pattern(Asks.NOT_MEANT)
def _denied_in_time() -> re.Pattern[str]:
    """`школы не 2014, а садики`; `школы не в апреле а садики`."""
    asking = load_asking_words()
    said = rf"(?P<line>[^,]+?)\s+{asking.pattern(Asks.NOT_MEANT)}\s+{time_pattern()}"
    return re.compile(rf"\s*{said}\s*[,\s]\s*{asking.pattern(Asks.MEANT)}\s+(?P<meant>.+)$", re.IGNORECASE)


@asked_pattern(Asks.NOT_MEANT, Asks.NEITHER, Asks.NOT_FOLLOWS)  # all that anything here denies by
def _denied_time() -> re.Pattern[str]:
    """`не в октябре, а в декабре`, `қазанда емес, желтоқсанда`: a time, and the one that is meant instead."""
    asking = load_asking_words()
    denies = f"(?:{asking.pattern(Asks.NOT_MEANT)}|{asking.pattern(Asks.NEITHER)})"
    return denied_time_pattern(denies, asking.pattern(Asks.NOT_FOLLOWS))


@asked_pattern(*_NOT_DENYING)
def _not_denying() -> re.Pattern[str]:
    asking = load_asking_words()
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(asking.pattern, _NOT_DENYING))})", re.IGNORECASE)
