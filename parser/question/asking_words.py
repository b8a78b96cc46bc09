"""The words of a question that ask: `locales/asking.kk.tsv` and `locales/asking.ru.tsv`.

Most are compared as they sound (`parser.text.folding.sound`), which serves both languages and their Latin
spellings at once; what would sound like another word (`мать`, `материал`) is compared as it is written.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from parser.question.verb_forms import is_form
from parser.records import Language
from parser.text.folding import sound
from parser.text.letters import WITHOUT_KAZAKH
from parser.text.word_lists import ListRow, WordSet, any_of, read_list, word_set

ASKING_COLUMNS = ("word", "asks", "example")


class Asks(StrEnum):
    """What a word asks: the column `asks` of the lists."""

    # an intent by itself
    CHANGE = "change"
    RISE = "rise"  # a change, upwards
    CUT = "cut"  # a change, downwards
    ADD = "add"  # a rise; of lines, those that are new
    REMOVE = "remove"  # a cut; of lines, those that are there no more
    ENTER = "enter"  # a change that is entered; of lines, those that are new
    SHARE = "share"
    LARGEST = "largest"
    SMALLEST = "smallest"
    RANK = "rank"  # who stands where among the largest
    COMPARE = "compare"
    LIST = "list"
    # an intent together with another word
    VERY = "very"  # самый, before `large` or `small`
    LARGE = "large"
    SMALL = "small"
    MORE = "more"  # больше, before `of-all`
    LESS = "less"
    OF_ALL = "of-all"
    MUCH = "much"  # много, after `where`
    LITTLE = "little"
    WHERE = "where"  # куда, before `much` or `little`
    BECAME = "became"  # стало, beside `more`, `less` or `what`
    WAS = "was"  # было, beside `now`
    NOW = "now"  # теперь
    AUXILIARY = "auxiliary"  # кетті, after a verb that asks
    NEW = "new"  # новые, beside a word for any line
    WHICH = "which"  # какие, before what a list is of
    # what a message asks that goes on from another
    WHY = "why"  # of a line: how it changed
    REASON = "reason"  # почему: of a change, which no decision says
    INSIDE = "inside"  # оның ішінде
    FURTHER = "further"  # ещё, дальше: the next lines
    CHOICE = "choice"  # вариант, after its number
    HAPPENED = "happened"  # не болды: of the line before, also beside a month
    ABOVE = "above"  # what the line stands in
    # what a list is of
    GROUP = "group"
    ADMINISTRATOR = "administrator"
    PROGRAM = "program"
    LINE = "line"  # lines of any level
    ROW = "row"  # жол, a line beside a word for the budget or for what is added; a road elsewhere
    # what names no line once something is asked
    GENERIC = "generic"  # any line, or its place among others
    WHOLE = "whole"  # the budget, its place or its decision
    WHOLE_FOLLOWS = "whole-follows"  # сельского, before such a word
    ACTOR = "actor"  # who decides, beside `what`
    WHAT = "what"  # что, the changes themselves and not those of a line
    WHICH_ONES = "which-ones"  # какие, before a word for lines of which it is asked which have changed
    WHOSE = "whose"  # кому, the same of the lines inside the one that is named
    HOW_MUCH = "how-much"  # сколько: of a decision its sums, not what it changed
    MONEY = "money"  # расходы: which of them have changed, after `which-ones`
    MONEY_BEFORE = "money-before"  # расходы, before the line they are for
    MONEY_AFTER = "money-after"  # шығыны, after the line they are for
    # all spending or all revenue, where no line is named
    SPENDS = "spends"
    RECEIVES = "receives"
    # of what a share is asked
    OF_RECEIPTS = "of-receipts"  # of all that comes in
    OF_SPENDING = "of-spending"
    # how many lines are asked for
    COUNT_PRECEDES = "count-precedes"  # самых, after their number
    COUNT_FOLLOWS = "count-follows"  # ең ірі, before their number
    FIRST = "first"  # первые, before their number
    THREE = "three"  # тройка: the first three
    FIVE = "five"
    TEN = "ten"
    # in which order they stand
    DESCENDING = "descending"  # по убыванию
    ASCENDING = "ascending"
    AVERAGE = "average"  # в среднем: a list, and what one of its lines has on the average
    # what stands beside an amount
    ABOUT = "about"  # около, before an amount
    ABOUT_FOLLOWS = "about-follows"  # жуық, after one
    HOW_MANY = "how-many"  # сколько: what scales an amount is then none itself
    # by what amounts a list is bounded
    MORE_THAN = "more-than"  # больше, before an amount
    MORE_THAN_FOLLOWS = "more-than-follows"  # асатын, after one
    LESS_THAN = "less-than"
    LESS_THAN_FOLLOWS = "less-than-follows"
    AT_LEAST = "at-least"
    AT_LEAST_FOLLOWS = "at-least-follows"
    AT_MOST = "at-most"
    AT_MOST_FOLLOWS = "at-most-follows"
    THAN = "than"  # чем, between such a word and the amount
    RANGE = "range"  # от, before two amounts
    RANGE_FOLLOWS = "range-follows"  # аралығында, after two
    UNTIL = "until"  # до, between two
    # what is taken out of a line
    WITHOUT = "without"  # без, before what is taken out
    WITHOUT_FOLLOWS = "without-follows"  # қоспағанда, after it
    OTHER_THAN = "other-than"  # басқа, after it where it ends as in мектептерден
    ALSO = "also"  # да, after such a word: other lines too
    NOT_WITHOUT = "not-without"  # ends or begins as if something were taken out: білесіз, без хозяев
    ONLY = "only"  # тек, before what is taken out and `not-follows`
    NOT_FOLLOWS = "not-follows"  # емес
    LEFT = "left"  # останется: of what nothing is asked but how much it is
    EVERYTHING = "everything"  # всё, before `кроме`
    # which edition is meant
    EVERY_YEAR = "every-year"
    LATEST = "latest"  # the edition that is in force
    ORIGINAL = "original"  # the budget as first adopted
    EDITION = "edition"  # stands beside a decision's number or date and names no line then
    DECISION = "decision"  # a noun for any decision
    AMENDMENT = "amendment"  # a noun for one that changes the budget
    PREVIOUS = "previous"  # before such a noun: the decision before
    NEXT = "next"
    SINCE_START = "since-start"  # of the year: all decisions together
    SINCE = "since"  # с, before a month
    SINCE_FOLLOWS = "since-follows"  # бері, after one
    YEAR_END = "year-end"  # as the last decision of the year left it
    NOT_ALONE = "not-alone"  # names a month only beside another word: наурыз is a feast too
    YEAR = "year"  # жылы, after a year
    YEAR_OF_TWO = "year-of-two"  # году, after a year of two digits
    YEARS_SINCE = "years-since"  # с, before the first of several years
    YEARS_UNTIL = "years-until"  # по, between the first of them and the last
    YEARS_UNTIL_FOLLOWS = "years-until-follows"  # дейін, after the last
    WHICH_YEAR = "which-year"  # в каком году, beside a word that compares
    LAST_YEAR = "last-year"
    NEXT_YEAR = "next-year"
    # what only stands around
    CODE = "code"  # the classification's own word between typed codes
    GOES_ON = "goes-on"  # joins a message to the one before
    GOES_ON_BEHIND = "goes-on-behind"  # the same at its end: мәдениет ше
    OR = "or"  # stands between lines of which one is asked to be the larger
    WITH = "with"  # с, between lines that are compared or summed
    AMONG = "among"  # между, before or after both of them
    TIMES = "times"  # во сколько раз
    EXCEEDS = "exceeds"  # превышает, between two lines
    NOT_MORE = "not-more"  # begins or ends as if it compared: көп балалы
    AGAINST = "against"  # чем, before the line that another is compared with
    AGAINST_FOLLOWS = "against-follows"  # қарағанда, after it
    SUM = "sum"  # вместе, of lines that are named side by side
    PARTICLE = "particle"  # ме, after each of two lines: білім бе, спорт па
    BETWEEN = "between"  # stands between lines that are named side by side
    SPEAKER = "speaker"  # who asks
    SPEAKER_FOLLOWS = "speaker-follows"  # как, before who asks
    SPEAKER_PRECEDES = "speaker-precedes"  # ретінде, after who asks
    ASKS = "asks"  # спрашивает, after who asks
    NOTHING = "nothing"  # sounds like a word that asks and names a thing; of two words, the first does


CHANGES = (Asks.CHANGE, Asks.RISE, Asks.CUT, Asks.ADD, Asks.REMOVE, Asks.ENTER)
"""What asks of a change, in whichever direction."""


@dataclass(frozen=True, slots=True)
class HeardWords:
    """What the words of one message ask, each looked up once. Words are given as they sound."""

    _told: Mapping[str, frozenset[Asks]]
    _pairs: Mapping[str, _ByWord]

    def says(self, spoken: str, *asks: Asks) -> bool:
        """Whether a word of the message asks one of these."""
        return not self._told[spoken].isdisjoint(asks)

    def says_after(self, before: str, spoken: str, asks: Asks) -> bool:
        """Whether a word, or it after the one before (`на что`), asks this."""
        return asks in self._told[spoken] or self.says_together(before, spoken, asks)

    def says_together(self, before: str, spoken: str, asks: Asks) -> bool:
        """Whether two words that follow one another ask this, which neither of them does alone."""
        following = self._pairs.get(before)
        return following is not None and asks in following.tell(spoken)


@dataclass(frozen=True, slots=True)
class _ByWord:
    """What words ask: those that may not be inflected, beginnings of words, and verbs by their stems."""

    whole: Mapping[str, frozenset[Asks]]
    begun: Mapping[str, frozenset[Asks]]
    verbs: Mapping[str, frozenset[tuple[Language, Asks]]]

    def tell(self, spoken: str) -> frozenset[Asks]:
        told = set(self.whole.get(spoken, ()))
        for end in range(1, len(spoken) + 1):
            stem = spoken[:end]
            told.update(self.begun.get(stem, ()))
            for language, asks in self.verbs.get(stem, ()):
                if is_form(language, stem, spoken[end:]):
                    told.add(asks)
        return frozenset(told)


@dataclass(frozen=True, slots=True)
class AskingWords:
    """The lists of both languages, by what their words ask."""

    _phrases: Mapping[Asks, tuple[str, ...]]
    _written: Mapping[Asks, WordSet]
    _words: _ByWord
    _pairs: Mapping[str, _ByWord]  # by the first of two words, what the second asks after it

    def says(self, spoken: str, *asks: Asks) -> bool:
        """Whether a word, given as it sounds, asks one of these."""
        return not self._words.tell(spoken).isdisjoint(asks)

    def asks_change(self, spoken: str) -> bool:
        """Whether a word, given as it sounds, asks of a change of any kind."""
        return self.says(spoken, *CHANGES)

    def hear(self, spoken: Iterable[str]) -> HeardWords:
        """What the words of a message, given as they sound, ask; the empty word asks nothing."""
        told = {word: self._words.tell(word) for word in spoken}
        return HeardWords({**told, "": frozenset()}, self._pairs)

    def writes(self, folded: str, asks: Asks) -> bool:
        """Whether a word, given as it is written, asks this."""
        return self._written[asks].has(folded)

    def pattern(self, asks: Asks) -> str:
        """A regular expression's source that finds the words and phrases that ask this.

        Those of Kazakh also where they are typed without its letters: `коп емес` is `көп емес`.
        """
        phrases = self._phrases[asks]
        return any_of(
            [*phrases, *(phrase.translate(plain) for plain in WITHOUT_KAZAKH for phrase in phrases)]
        )


@cache
def load_asking_words() -> AskingWords:
    """The asking words, read from disk the first time.

    Raises:
        WordListError: a list is not in its form, or a word asks what does not exist.
    """
    phrases: dict[Asks, list[str]] = {asks: [] for asks in Asks}
    words: list[_Word] = []
    pairs = defaultdict[str, list[_Word]](list)
    for language in Language:
        for row in _read_rows(language):
            asks = row.target("asks", Asks)
            phrases[asks].append(row["word"])
            first, _, second = row["word"].partition(" ")
            if not second:
                words.append((language, first, asks))
            elif " " not in second and "*" not in first:
                pairs[sound(first)].append((language, second, asks))
    return AskingWords(
        {asks: tuple(written) for asks, written in phrases.items()},
        {asks: word_set(written) for asks, written in phrases.items()},
        _sort_words(words),
        {first: _sort_words(following) for first, following in pairs.items()},
    )


_Word = tuple[Language, str, Asks]  # as a list writes it


def _sort_words(words: Iterable[_Word]) -> _ByWord:
    """Words by what they sound like."""
    whole, begun = defaultdict[str, set[Asks]](set), defaultdict[str, set[Asks]](set)
    verbs = defaultdict[str, set[tuple[Language, Asks]]](set)
    for language, word, asks in words:
        spoken = sound(word.rstrip("*~"))
        if word.endswith("~"):
            verbs[spoken].add((language, asks))
        else:
            (begun if word.endswith("*") else whole)[spoken].add(asks)
    return _ByWord(
        {word: frozenset(asked) for word, asked in whole.items()},
        {word: frozenset(asked) for word, asked in begun.items()},
        {word: frozenset(asked) for word, asked in verbs.items()},
    )


def says_in(language: Language, spoken: str) -> bool:
    """Whether a word, as it sounds, asks something in a language."""
    return bool(_load_spoken(language).tell(spoken))


@cache
def _load_spoken(language: Language) -> _ByWord:
    rows = _read_rows(language)
    return _sort_words(
        (language, row["word"], row.target("asks", Asks)) for row in rows if " " not in row["word"]
    )


def read_asking_rows() -> tuple[ListRow, ...]:
    """The rows of both languages."""
    return tuple(row for language in Language for row in _read_rows(language))


def _read_rows(language: Language) -> tuple[ListRow, ...]:
    return read_list(f"asking.{language}.tsv", ASKING_COLUMNS)
