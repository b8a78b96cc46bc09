"""A village, or another place that no list has, which a question names by the word of its kind.

`в ауле Акжар`, `Ақжар ауылында`, `Акжарский с/о`: what stands beside the word and is no word of the budget's
is a name. What may be a mistyped word is one only where it is written with a capital.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache

from parser.dataclass import dataclass
from parser.decision.place_kinds import SmallKind, called
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.place_words import (
    RAILWAY,
    SMALL,
    KindBeside,
    NextTo,
    kind_at,
    name_nation,
    nation_at,
    says,
)
from parser.question.question import Question
from parser.records import Language
from parser.text.dates import parse_month
from parser.text.declension import OF_PLACE_ANY, feminine, masculine
from parser.text.language import detect_language
from parser.text.place_forms import forms_of
from parser.text.places import PlaceKind
from parser.text.word_lists import ListRow, read_list
from storage.answering.written_names import is_written_as_name, written
from storage.search.forms import is_kazakh_ending
from storage.search.index import Index
from storage.search.search_words import WordRole, has_role

_ADJECTIVE = re.compile(rf".{{2,}}(?:{OF_PLACE_ANY})")
_POSSESSED = re.compile(
    r"(?:auil|okrug|kent|audan|kalas|oblis|stansas|stancias|razez|razezd)i.*"
)  # Ақжар ауылында
_ATTRIBUTE = re.compile(r"(?:selsk|aulsk|auln|poselkov|gorodsk|rain|oblastn|kalalik|audandik|oblistik).*")
_VILLAGE = "auili"  # ауылы; ауылдық is a rural district's
ABROAD_COLUMNS = ("kazakh", "russian", "example")
_SHORTEST = 3  # letters of a name


@dataclass(frozen=True, slots=True)
class UnlistedPlace:
    """A place by its name as typed.

    Attributes:
        name: what it is called.
        positions: where its words stand among the question's.
        is_small: whether it is a village: a place that is named beside it is where it lies.
    """

    name: str
    positions: frozenset[int]
    is_small: bool = False


@dataclass(frozen=True, slots=True)
class _KindWords:
    """The words of a kind that stand together: `сельском округе`."""

    start: int
    end: int
    found: KindBeside

    @property
    def positions(self) -> range:
        return range(self.start, self.end)


def find_unlisted(index: Index, question: Question, taken: Collection[int]) -> list[UnlistedPlace]:
    """The places that a question names so.

    Args:
        index: with the words that are no names.
        question: what is asked.
        taken: where the words of places stand that are known.

    Returns:
        All of them, as they stand in it.
    """
    nation = _find_nation(question, taken)
    known = [nation] if nation is not None else []
    known += _list_abroad(index, question, _with_positions(taken, known))
    rest = _with_positions(taken, known)
    beside = (_read_beside(index, question, kind, rest) for kind in _list_kinds(question, rest))
    found = {each.name: each for each in (*known, *beside) if each is not None}
    return sorted(found.values(), key=lambda place: min(place.positions))


def _with_positions(taken: Collection[int], places: Sequence[UnlistedPlace]) -> frozenset[int]:
    return frozenset(taken).union(*(place.positions for place in places))


def _find_nation(question: Question, taken: Collection[int]) -> UnlistedPlace | None:
    """The budget of the whole country, which is no council's; its name alone says nothing of a budget."""
    spoken = [token.sound for token in question.tokens]
    for at in range(len(spoken)):
        length = nation_at(spoken, at)
        if length and not any(position in taken for position in range(at, at + length)):
            language = detect_language(question.text) or Language.RU
            return UnlistedPlace(name_nation(language), frozenset(range(at, at + length)))
    return None


def _list_abroad(index: Index, question: Question, taken: frozenset[int]) -> Iterator[UnlistedPlace]:
    """Cities and countries abroad, whose budgets are never loaded: `бюджет Москвы`."""
    language = detect_language(question.text) or Language.RU
    spoken = [token.sound for token in question.tokens]
    for at, word in enumerate(spoken):
        last = at
        names = None if at in taken else _read_abroad(word) or _read_ended(index, word)
        if names is None and at + 1 < len(spoken) and taken.isdisjoint((at, at + 1)):
            both = f"{word} {spoken[at + 1]}"  # Нью-Йорк
            last, names = at + 1, _read_abroad(both) or _read_ended(index, both)
        if names is not None and not _is_in_name(question, at):
            yield UnlistedPlace(names[language], frozenset(range(at, last + 1)))


def _is_in_name(question: Question, at: int) -> bool:
    """Whether a place abroad only tells which road, street or school is meant: `дорога до Москвы`.

    A name in the nominative behind a word that is none of asking is another thing's own: `школа Россия`,
    `Западный Китай`.
    """
    tokens = question.tokens
    beside = [tokens[each].sound for each in (at - 1, at + 1) if 0 <= each < len(tokens)]
    if any(says(word, tells) for word in beside for tells in (NextTo.STREET, NextTo.UP_TO)):
        return True
    if at == 0 or tokens[at - 1].filler or kind_at([tokens[at - 1].sound], 0):
        return False
    if load_asking_words().says(tokens[at - 1].sound, Asks.WHOLE):  # бюджет Россия
        return False
    return tokens[at].sound in _load_nominatives()


def _read_abroad(spoken: str) -> Mapping[Language, str] | None:
    """The place that a word or two name."""
    return _load_abroad().get(spoken)


def _read_ended(index: Index, spoken: str) -> Mapping[Language, str] | None:
    """The same with what Kazakh adds to a name: `Мәскеуде`, `Нью-Йоркте`; «қазандық» is a boiler."""
    cuts = [end for end in range(len(spoken) - 1, _SHORTEST - 1, -1) if spoken[:end] in _load_abroad()]
    end = next((end for end in cuts if is_kazakh_ending(spoken[end:])), None)
    if end is None or index.has_word(spoken) or index.lexicon.has_word(spoken):
        return None
    return _read_abroad(spoken[:end])


def read_abroad_rows() -> tuple[ListRow, ...]:
    """The rows of the list of places abroad."""
    return read_list("foreign_places.tsv", ABROAD_COLUMNS)


@cache
def _load_abroad() -> Mapping[str, Mapping[Language, str]]:
    """Places abroad by their names in all cases, as they sound, with the names in each language."""
    found: dict[str, Mapping[Language, str]] = {}
    for row in read_abroad_rows():
        names = {Language.KK: row["kazakh"], Language.RU: row["russian"]}
        for forms in (*forms_of(row["kazakh"]), *forms_of(row["russian"])):
            said = (" ".join((*forms.lead, last)) for last in {*forms.cases, forms.whole})
            found |= dict.fromkeys(said, names)
    return found


@cache
def _load_nominatives() -> frozenset[str]:
    """The names of places abroad in the nominative, as they sound, of those that Russian declines."""
    written = (name for row in read_abroad_rows() for name in (row["kazakh"], row["russian"]))
    return frozenset(
        forms.whole for name in written for forms in forms_of(name) if len({*forms.cases, forms.whole}) > 1
    )


def _list_kinds(question: Question, taken: Collection[int]) -> Iterator[_KindWords]:
    spoken = [token.sound for token in question.tokens]
    at = 0
    while at < len(spoken):
        start = at
        found = last = kind_at(spoken, at) if at not in taken else None
        while last is not None:
            at += last.length
            following = kind_at(spoken, at) if at not in taken else None
            last = following if following and found and following.kinds == found.kinds else None
        if found is None:
            at += 1
            continue
        yield _KindWords(start, at, found)


def _read_beside(
    index: Index, question: Question, kind: _KindWords, taken: Collection[int]
) -> UnlistedPlace | None:
    tokens, before, after = question.tokens, kind.start - 1, kind.end
    spoken = tokens[kind.end - 1].sound
    if before >= 0 and before not in taken and _is_name(index, question, before, kind, precedes=True):
        name = written(question, tokens[before])
        if _ADJECTIVE.fullmatch(tokens[before].folded):
            return _place(_of_adjective(name, kind), kind, before)
        if _POSSESSED.fullmatch(spoken):
            village = spoken.startswith(_VILLAGE)
            told = SmallKind.VILLAGE if village else _narrowest(kind)
            full = f"{name} {called(told, Language.KK)}".strip()
            return _place(full, kind, before)
        if name.isdigit():
            return _place(f"{called(SmallKind.SIDING, Language.RU)} {name}", kind, before)
    if (day := _find_day(question, kind)) is not None:
        return day
    # неше ауыл ішеді
    counted = before >= 0 and load_asking_words().says(tokens[before].sound, Asks.HOW_MANY)
    follows = not counted and not _POSSESSED.fullmatch(spoken) and not _ATTRIBUTE.fullmatch(spoken)
    if follows and after < len(tokens) and after not in taken and _is_name(index, question, after, kind):
        name = written(question, tokens[after])
        full = f"{called(_narrowest(kind), Language.RU)} {name}".strip()
        return _place(full, kind, after)
    return None


def _find_day(question: Question, kind: _KindWords) -> UnlistedPlace | None:
    """The village that is named for a day: `село 8 Марта`, `8 Наурыз ауылында`."""
    tokens = question.tokens
    for at, called_by in ((kind.end, Language.RU), (kind.start - 2, Language.KK)):
        if not 0 <= at < len(tokens) - 1 or not tokens[at].folded.isdigit():
            continue
        if parse_month(tokens[at + 1].folded) is None or not kind.found.kinds & SMALL:
            continue
        village = tokens[kind.end - 1].sound.startswith(_VILLAGE)
        what = SmallKind.VILLAGE if village else _narrowest(kind)
        day = f"{tokens[at].folded} {written(question, tokens[at + 1])}"
        words = (called(what, called_by), day) if called_by is Language.RU else (day, called(what, called_by))
        return UnlistedPlace(" ".join(words), frozenset((at, at + 1, *kind.positions)), is_small=True)
    return None


def _place(name: str, kind: _KindWords, at: int) -> UnlistedPlace:
    """The place whose name stands there, beside the words of its kind."""
    return UnlistedPlace(name, frozenset((at, *kind.positions)), isinstance(_narrowest(kind), SmallKind))


def _is_name(index: Index, question: Question, at: int, kind: _KindWords, *, precedes: bool = False) -> bool:
    """Whether the word there is a name and none of a budget's words.

    Behind the word of a kind may stand anything, also mistyped: `в селе дорги`.
    """
    token = question.tokens[at]
    if kind.found.told == {SmallKind.SIDING} and token.folded.isdigit():
        return True  # `40 разъезд`
    if token.filler or len(token.sound) < _SHORTEST or not token.folded.isalpha():
        return False
    if kind_at([each.sound for each in question.tokens], at):
        return False
    called = _is_called_by_word(index, question, at, kind, precedes=precedes)
    return called or _is_unknown(index, question, at, kind, precedes=precedes)


def _is_unknown(index: Index, question: Question, at: int, kind: _KindWords, *, precedes: bool) -> bool:
    """Whether neither names nor phrases have the word there, nor one that it may be a slip of."""
    token, last = question.tokens[at], question.tokens[kind.end - 1]
    if index.has_word(token.sound) or index.lexicon.has_word(token.sound):
        return False
    if written(question, token) != token.folded and at > 0:
        return True
    adjective = _ADJECTIVE.fullmatch(token.folded) is not None
    # `мерке ауданында`: what a district, a town or an oblast is called stands before such a word.
    named = precedes and _POSSESSED.fullmatch(last.sound) is not None
    return (_is_small(kind) or adjective or named) and not index.match_word(token.sound, slips=not precedes)


def _is_small(kind: _KindWords) -> bool:
    return bool(kind.found.kinds & SMALL) and not kind.found.told <= RAILWAY


def _is_called_by_word(
    index: Index, question: Question, at: int, kind: _KindWords, *, precedes: bool
) -> bool:
    """Whether a village is called there by a word that names and phrases have as well: `село Достык`.

    A thing that is a phrase by itself is no name behind such a word: `в селе Садик`.
    """
    token, first, last = question.tokens[at], question.tokens[kind.start], question.tokens[kind.end - 1]
    possessed = _POSSESSED.fullmatch(last.sound) is not None
    if not _is_small(kind) or possessed != precedes or (not precedes and _ATTRIBUTE.fullmatch(last.sound)):
        return False
    called = has_role(token.sound, WordRole.CALLED)
    capital = is_written_as_name(question, token, first if precedes else last)
    if precedes:
        return called or capital
    return (called and capital) or ((called or capital) and not index.phrases.find_whole([token]))


def _narrowest(kind: _KindWords) -> PlaceKind | SmallKind:
    """The kind that is told, the narrowest of several."""
    kinds: tuple[PlaceKind | SmallKind, ...] = (*reversed(SmallKind), *PlaceKind)
    return next(each for each in kinds if each in kind.found.told)


def _of_adjective(name: str, kind: _KindWords) -> str:
    """The place of an adjective: of `Акжарском сельском округе` the `Акжарский сельский округ`."""
    narrowest = _narrowest(kind)
    adjective = feminine(masculine(name)) if narrowest is PlaceKind.REGION else masculine(name)
    return f"{adjective} {called(narrowest, Language.RU)}".strip()
