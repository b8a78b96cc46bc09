"""A loaded place in front of a question: `в Таразе вычти школы из образования`, `Таразда не өзгерді`.

What stands behind it is read by itself, so that the place changes nothing of what is asked.
"""

from __future__ import annotations

import re

from parser.dataclass import replace
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.intents import Unsaid
from parser.question.place_words import kind_at
from parser.question.question import Question, Token
from parser.question.reading import read_question
from parser.question.remarks import Remark
from parser.question.small_words import SmallWord, is_small
from parser.text.folding import fold, sound
from storage.answering.asked_place import read_place
from storage.answering.request import Request
from storage.reading.places import KnownPlace
from storage.search.index import Index

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_IN = re.compile("n?[dt][ae]$")  # Таразда, Тараз қаласында
_MOST = 5  # words of a place with its preposition and its kind
_SIGNS = " \t\n,:;.—–-"
# What is said to the bot by itself, and of a place asks what it has: `в Таразе что есть`.
_OF_PLACE = frozenset({Remark.ABOUT, Remark.PLACES})
_ALONE = frozenset({Unsaid.WITHOUT_EDITION, Unsaid.BOUNDED_CHANGES})  # lacks that no message before fills
_JOINS = (Asks.AND, Asks.OR, Asks.WITH, Asks.PARTICLE)


def set_place_aside(index: Index, request: Request) -> Request:
    """What is wanted, with the place that a message begins with set aside, and the rest read by itself.

    Not of what goes on from another message, nor where the rest goes on from it (`в Таразе и в Семее`),
    names a place too, or asks nothing without it (`в Таразе 2014`).

    Args:
        index: with the places that are loaded.
        request: what is wanted; of a message that was read by itself.
    """
    text = request.question.text
    words = list(_WORD.finditer(text[:100]))[: _MOST + 1]
    if len(words) < 2 or not _may_begin(words):
        return request
    from parser.question.follow_up import read_first  # noqa: PLC0415 - with 30 files, for few messages

    end, known = _find_ahead(index, words, text)
    rest = text[end:].lstrip(_SIGNS)
    asks = not _joins(rest) and any(map(str.isalpha, rest))  # `в Таразе 2014`
    if known is None or not asks or request.question not in (read_first(text), read_question(text)):
        return request
    asked = read_first(rest)
    named = read_place(index, asked)
    # `в Таразе 2014`, `в Таразе за год`: of all that the place has
    of_place = asked.talk in _OF_PLACE or (asked.asks_edition and asked.names_nothing and asked.talk)
    goes_on = asked.lacks is not None and asked.lacks not in _ALONE
    if goes_on or named.places or named.missing or of_place:
        return request
    ahead = read_question(text[:end])
    if asked.claim:  # a place around what is claimed is that of all its figures
        asked = replace(asked, claim=replace(asked.claim, around=(ahead, *asked.claim.around)))
    return replace(request, question=asked, placed=known, ahead=ahead)


def with_place_ahead(request: Request, question: Question) -> Question:
    """A question with the words of the place that was set aside: what goes on from it is asked there too.

    Args:
        request: with the place.
        question: as it is read by itself, when nothing of its words is read any more.
    """
    ahead = request.ahead
    if ahead is None:
        return question
    text, tokens = f"{ahead.text} {question.text}", (*ahead.tokens, *question.tokens)
    return replace(question, text=text, tokens=tokens)


def _may_begin(words: list[re.Match[str]]) -> bool:
    """Whether a message may begin with where something is, by its first words alone."""
    spoken = [_sound(word) for word in words[:3]]
    return is_small(SmallWord.INSIDE, spoken[0]) or any(map(_IN.search, spoken))


def _find_ahead(index: Index, words: list[re.Match[str]], text: str) -> tuple[int, KnownPlace | None]:
    """Where the place that a message begins with ends, and which it is."""
    tokens = [Token(fold(word.group()), _sound(word)) for word in words]
    spoken = [token.sound for token in tokens]
    mention = next(iter(index.place_book.find(tokens)), None)
    if mention is None or mention.start > 2:
        return 0, None
    end = mention.end
    # Тараз қаласында, в Хромтауском районе; `Таразда қала ақшасы` and `в Таразе село` name no kind of it
    bare = mention.is_adjective or (mention.start == 0 and not _IN.search(spoken[end - 1]))
    kind = kind_at(spoken, end) if bare and end < len(words) else None
    if mention.is_adjective and not kind:
        return 0, None
    end += kind.length if kind else 0
    inside = is_small(SmallWord.INSIDE, spoken[0]) or _IN.search(spoken[end - 1])
    ahead = read_question(text[: words[end - 1].end()])
    place = read_place(index, ahead)
    told = {token.sound for token in ahead.tokens if not token.filler} <= place.words
    if end == len(words) or not inside or not told or place.missing or len(place.places) != 1 or place.beside:
        return 0, None
    return words[end - 1].end(), place.places[0]


def _sound(word: re.Match[str]) -> str:
    return sound(word.group().casefold())


def _joins(rest: str) -> bool:
    """Whether what stands behind a place goes on from it: `Таразда емес`, `в Таразе или Семее`."""
    first = _WORD.match(rest)
    spoken = _sound(first) if first else ""
    denies = is_small(SmallWord.DENIES_BEHIND, spoken)
    return not spoken or denies or load_asking_words().says(spoken, *_JOINS)
