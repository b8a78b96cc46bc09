"""Whether changes are asked of since the edition that a message names, or are that edition's own.

`что нового по сравнению с решением 12-3`, «12-3 шешімімен салыстырғанда», `с решения 12-3` and
`после апреля` ask of all that came later; `решением 12-3`, `в апреле` and `после решения 12-3` of what that
decision itself changed.
"""

from __future__ import annotations

import re
from itertools import pairwise

from parser.question.asked_patterns import asked_pattern
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.directions import stays_the_same
from parser.question.named_edition import original
from parser.text.dates import parse_month
from parser.text.folding import sound

_FARTHEST = 4  # words from such a word to the edition: по сравнению с тем решением от 8 апреля
_WORD = re.compile(r"\d{1,3}-\d{1,2}|\w+")
_NUMBER = re.compile(r"\d{1,3}-\d{1,2}")


def is_counted_from(text: str) -> bool:
    """Whether a word says that changes are counted from the edition that a text names.

    >>> [is_counted_from(text) for text in ("с решения 12-3", "по решению 12-3")]
    [True, False]

    Args:
        text: the message, the numbers of its decisions spelled in one way.
    """
    behind = (_WORD.findall(text[match.end() :])[:_FARTHEST] for match in _after().finditer(text))
    ahead = (_WORD.findall(text[: match.start()])[-_FARTHEST:] for match in _after_follows().finditer(text))
    if any(map(_names_edition, [*behind, *ahead])):
        return True
    if _since_decision().search(text) is not None or _stands_after_month(text):
        return True
    return _was_otherwise(text) or _asks_rows_after(text)


def counts_from(text: str) -> bool:
    """Whether a text says since when something is counted, whatever it names: `по сравнению с 18-3`.

    Args:
        text: the message.
    """
    patterns = (_after(), _after_follows(), _since_decision())
    return any(pattern.search(text) is not None for pattern in patterns)


def without_counting(text: str) -> str:
    """A text without the words that say since when changes are counted: they name no line.

    Args:
        text: the message, of which `is_counted_from` is true.
    """
    return _after_follows().sub(" ", _after().sub(" ", text))


def is_against_previous(text: str) -> bool:
    """Whether changes are asked against the decision before, as they always are: `с прошлым решением`.

    Args:
        text: the message.
    """
    words = [word.casefold() for word in _WORD.findall(text)]
    standing = [number for number, word in enumerate(words) if _previous().fullmatch(word)]
    behind = any(_after().search(" ".join(words[max(number - 4, 0) : number + 1])) for number in standing)
    ahead = any(
        _after_follows().search(" ".join(words[number : number + _FARTHEST + 1])) for number in standing
    )
    return behind or ahead


def _was_otherwise(text: str) -> bool:
    """Whether an edition is named for what it had and later ones have not, or the other way round.

    `каких строк не было в апреле`, `какие строки были в первоначальном бюджете, а потом их убрали`.
    """
    asking, spoken = load_asking_words(), [sound(word.casefold()) for word in _WORD.findall(text)]

    def says(*asks: Asks) -> bool:
        return any(asking.says(word, *asks) for word in spoken)

    if _begins_with(Asks.NOT_WAS).search(text):
        pairs = pairwise(spoken)  # шешімде бұрын болмаған не пайда болды: before it, and not in it
        earlier = any(asking.says(a, Asks.WAS) and asking.says(b, Asks.NOT_WAS) for a, b in pairs)
        return not earlier and not says(Asks.NEW, Asks.ADD, Asks.ENTER, Asks.CHANGE, Asks.RISE, Asks.CUT)
    return says(Asks.WAS) and (
        says(Asks.REMOVE, Asks.VANISH) or _begins_with(Asks.VANISH).search(text) is not None
    )


def _asks_rows_after(text: str) -> bool:
    """Whether it is asked which lines came or went after an edition: `какие строки удалили после апреля`.

    Of a line it is what that edition changed: `что стало со школами после решения 12-3`.
    """
    asking, spoken = load_asking_words(), [sound(word.casefold()) for word in _WORD.findall(text)]
    if not any(asking.says(word, Asks.LINE, Asks.PROGRAM, Asks.ROW) for word in spoken):
        return False
    heard, pairs = asking.hear(spoken), list(pairwise(["", *spoken]))
    moved = (Asks.NEW, Asks.ADD, Asks.ENTER, Asks.APPEAR, Asks.REMOVE, Asks.VANISH, Asks.ZERO, Asks.SAME)
    if not any(heard.says_after(*pair, asks) for pair in pairs for asks in moved):
        unchanged = any(asking.says(word, Asks.CHANGE) for word in spoken) and stays_the_same(spoken, heard)
        if not unchanged:
            return False
    behind = (_WORD.findall(text[match.end() :])[:_FARTHEST] for match in _behind().finditer(text))
    ahead = (_WORD.findall(text[: match.start()])[-_FARTHEST:] for match in _ahead().finditer(text))
    return any(map(_names_edition, [*behind, *ahead]))


def _stands_after_month(text: str) -> bool:
    """Whether a month is named that is over: `что убрали после апреля`, `сәуірден кейін не алынды`.

    A decision by its month is not, nor both sides of one: `после апрельского решения`, `до и после апреля`.
    """
    asking = load_asking_words()
    after = (match for match in _behind().finditer(text) if not _both_sides().search(text[: match.start()]))
    behind = (_WORD.findall(text[match.end() :])[:2] for match in after)
    ahead = (_WORD.findall(text[: match.start()])[-1:] for match in _ahead().finditer(text))
    return any(
        parse_month(said[0]) is not None and not asking.says(sound(said[-1].casefold()), Asks.DECISION)
        for said in (*behind, *ahead)
        if said
    )


def _names_edition(words: list[str]) -> bool:
    return any(
        _NUMBER.fullmatch(word) or parse_month(word) is not None or original().match(word) for word in words
    )


@asked_pattern(Asks.PREVIOUS)
def _previous() -> re.Pattern[str]:
    return re.compile(load_asking_words().pattern(Asks.PREVIOUS), re.IGNORECASE)


@asked_pattern()
def _begins_with(asks: Asks) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){load_asking_words().pattern(asks)}", re.IGNORECASE)


@asked_pattern(Asks.AND_AFTER)
def _behind() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){load_asking_words().pattern(Asks.AND_AFTER)}(?!\w)", re.IGNORECASE)


@asked_pattern(Asks.UP_TO)
def _both_sides() -> re.Pattern[str]:
    asking = load_asking_words()
    before, between = asking.pattern(Asks.UP_TO), asking.pattern(Asks.BETWEEN)
    return re.compile(rf"(?<!\w){before}\s+{between}\s*$", re.IGNORECASE)


@asked_pattern(Asks.AND_AFTER_FOLLOWS)
def _ahead() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){load_asking_words().pattern(Asks.AND_AFTER_FOLLOWS)}(?!\w)", re.IGNORECASE)


@asked_pattern(Asks.AFTER)
def _after() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){load_asking_words().pattern(Asks.AFTER)}(?!\w)", re.IGNORECASE)


@asked_pattern(Asks.AFTER_FOLLOWS)
def _after_follows() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){load_asking_words().pattern(Asks.AFTER_FOLLOWS)}(?!\w)", re.IGNORECASE)


@asked_pattern(Asks.DECISION, Asks.ORIGINAL, or_digit=True)
def _since_decision() -> re.Pattern[str]:
    """`с решения 12-3`, `с № 12-3`, `с апрельского решения`, `с первоначального`."""
    asking = load_asking_words()
    since, decision = asking.pattern(Asks.SINCE), asking.pattern(Asks.DECISION)
    return re.compile(
        rf"""
        (?<!\w) {since} \s+
        (?: (?: {decision} \s+ )? (?: № \s* )? \d{{1,3}}-\d{{1,2}} (?!\d)  # с решения 12-3
          | [^\W\d]+ с к [^\W\d]{{2,3}} \s+ {decision}  # с апрельского решения
          | {asking.pattern(Asks.ORIGINAL)} )
        """,
        re.IGNORECASE | re.VERBOSE,
    )
