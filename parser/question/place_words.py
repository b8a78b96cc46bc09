"""The words of a question that stand beside a place's name (`locales/place_words.tsv`, `place_kinds.tsv`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import cache

from parser.dataclass import dataclass
from parser.decision.place_kinds import SmallKind, kinds_named
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.records import Language
from parser.text.dates import parse_month
from parser.text.declension import OF_WORKS
from parser.text.folding import fold, sound, sounds
from parser.text.listed_words import ListedWords
from parser.text.places import PlaceKind
from parser.text.word_lists import WordSet, read_list, word_set

PLACE_WORD_COLUMNS = ("tells", "language", "word", "example")
_CALLED = "the-"  # of the kind of a place without its name
Kinds = frozenset[PlaceKind | SmallKind]
SMALL: Kinds = frozenset(SmallKind)
"""Villages, settlements and rural districts."""


RAILWAY: Kinds = frozenset({SmallKind.STATION, SmallKind.SIDING})
"""Places whose kinds are works as well, which budgets build: `насосная станция`."""
_DAY = re.compile(r"(?<![\w.,/-])\d{1,2}\s+(?P<month>[^\W\d]+)")
_BEFORE_WORKS = tuple(map(sound, OF_WORKS))


class NextTo(StrEnum):
    """What a word says of the name beside it, other than its kind: the column `tells`."""

    STREET = "street"  # only called after it
    COUNTED = "counted"  # it is asked how many there are: `сколько семей`
    INSIDE = "inside"
    UP_TO = "up-to"  # a way leads to it: `дорога до Москвы`
    ABOUT = "about"
    NOTHING = "nothing"  # begins like a kind's word
    ORDINARY = "ordinary"  # looks like a form of a place's name and is a word of its own: `семейный`, `оралу`
    COUNTRY = "country"  # the country's name, which is its budget beside what is spent: `Казахстан тратит`
    OF_COUNTRY = "of-country"  # whose a thing is, of the whole country: `школы Казахстана`
    OF_DISTRICT = "of-district"  # an adjective that says whose a thing is: `районная больница`
    FROM_DISTRICT = "from-district"  # money comes from a district: `ауданнан қанша аламыз`
    BUDGET = "budget"  # the word for a budget, beside one that says whose it is: `районный бюджет`
    NATION = "nation"  # the budget of all the country, which no council adopts; its rows begin with its name


@dataclass(frozen=True, slots=True)
class KindBeside:
    """A word of a kind, or two, in a question: how many words it takes, and the kinds that it tells."""

    length: int
    told: Kinds

    @property
    def kinds(self) -> Kinds:
        """The kinds that may be meant: people call a village by the word of a settlement."""
        return SMALL if self.told & SMALL else self.told


def kind_at(spoken: Sequence[str], at: int) -> KindBeside | None:
    """The word of a kind that begins there, of the words of a question as they sound: `р н`, `қаласы`."""
    for length in (1, 2)[: len(spoken) - at]:
        both = spoken[at : at + length]
        told = _kinds_among(_load_words().tell_both(*both)) if length > 1 else _tell_kinds(*both)
        if told and not (told <= RAILWAY and at and spoken[at - 1].endswith(_BEFORE_WORKS)):
            return KindBeside(length, told)
    return None


def find_named_day(text: str) -> tuple[int, int] | None:
    """Where a day stands that a village is named for: `село 8 Марта`, `1 Мамыр ауылы`; no month is asked of.

    Args:
        text: a message.
    """
    for match in _DAY.finditer(text):
        if parse_month(match["month"]) is None:
            continue
        before = list(sounds(text[: match.start()]))[-1:]
        behind = list(sounds(text[match.end() :]))[:1]
        kinds = [kind_at(spoken, 0) for spoken in (before, behind) if spoken]
        if any(kind is not None and kind.kinds & SMALL for kind in kinds):
            return match.span()
    return None


def says(spoken: str, beside: NextTo) -> bool:
    """Whether a word, as it sounds, says this of the name beside it."""
    return beside in _load_words().tell(spoken)


def is_ordinary(folded: str) -> bool:
    """Whether a word, as it is written (folded), is one of its own and no form of a place's name.

    Many sound like a form that is one: `семье` like `Семее`.
    """
    return _load_ordinary().has(fold(folded))


def nation_at(spoken: Sequence[str], at: int) -> int:
    """How many words there call the budget of the whole country, `республиканский бюджет`; 0 where none do.

    Args:
        spoken: the words of a question, as they sound.
        at: where they begin.
    """
    if says(spoken[at], NextTo.COUNTRY) and spends(spoken, at, at + 1):
        return 1
    if at + 1 < len(spoken) and NextTo.NATION in _load_words().tell_both(spoken[at], spoken[at + 1]):
        return 2
    return 1 if says(spoken[at], NextTo.NATION) else 0


def spends(spoken: Sequence[str], start: int, end: int) -> bool:
    """Whether what stands there is who spends: `Абай тратит`, `тратит Абай`, `Абай жолдарға қанша жұмсайды`.

    Args:
        spoken: the words of a question, as they sound.
        start: where its words begin.
        end: where they end.
    """
    beside = [*spoken[max(0, start - 1) : start], *spoken[end : end + 1]]
    last = spoken[-1:] if start == 0 else ()
    return any(load_asking_words().says(word, Asks.SPENDS) for word in (*beside, *last))


@cache
def name_nation(language: Language) -> str:
    """What the country is called: the first of its words in a language."""
    rows = read_list("place_words.tsv", PLACE_WORD_COLUMNS)
    own = (row for row in rows if row["tells"] == NextTo.NATION and row["language"] == language)
    return next(own)["word"]


def kinds_called(spoken: Iterable[str]) -> Kinds:
    """The kinds of place that words tell which stand beside no name: `бюджет города`, `қаланың кірісі`.

    Args:
        spoken: the words of a question, as they sound.
    """
    told = frozenset[str]().union(*map(_load_words().tell, spoken))
    return frozenset(kind for kind in PlaceKind if f"{_CALLED}{kind}" in told)


def find_any_village(spoken: Sequence[str]) -> frozenset[int]:
    """Where the words stand that call a village or a rural district: `бюджет села`, `ауыл бюджеті`.

    Args:
        spoken: the words of a question, as they sound.
    """
    found: set[int] = set()
    for at in range(len(spoken)):
        kind = kind_at(spoken, at)
        if kind is not None and kind.told & SMALL and not kind.told <= RAILWAY:
            found.update(range(at, at + kind.length))
    return frozenset(found)


@cache
def _load_words() -> ListedWords[str]:
    """The words by what they tell.

    Raises:
        WordListError: the list is not in its form.
    """
    called = (f"{_CALLED}{kind}" for kind in PlaceKind)
    words: dict[str, list[str]] = {tells: [] for tells in (*PlaceKind, *SmallKind, *NextTo, *called)}
    for row in read_list("place_words.tsv", PLACE_WORD_COLUMNS):
        if row["tells"] not in words:
            raise row.flaw(f"tells {row['tells']!r} does not exist")
        said = " ".join(sounds(row["word"].removesuffix("*")))
        words[row["tells"]].append(said + "*" * row["word"].endswith("*"))
    return ListedWords({tells: word_set(said) for tells, said in words.items()})


@cache
def _load_ordinary() -> WordSet:
    """The words that only look like forms of places' names, as they are written."""
    rows = read_list("place_words.tsv", PLACE_WORD_COLUMNS)
    return word_set([row["word"] for row in rows if row["tells"] == NextTo.ORDINARY])


def _tell_kinds(word: str) -> Kinds:
    """The kinds of place that a word tells, as a list has it or in any of its forms."""
    told = _load_words().tell(word)
    return frozenset() if NextTo.NOTHING in told else _kinds_among(told) | kinds_named(word)


def _kinds_among(told: frozenset[str]) -> Kinds:
    """The kinds of place among what lists tell; of most words they tell nothing."""
    if not told or NextTo.NOTHING in told:
        return frozenset()
    return frozenset(kind for kind in (*PlaceKind, *SmallKind) if kind in told)
